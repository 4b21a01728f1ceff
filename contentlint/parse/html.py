"""HTML → Page. Source of the element semantics: the HTML standard and WAI-ARIA in HTML."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urljoin

from bs4 import Tag

from contentlint import urls
from contentlint.model import Block, Capture, Outcome, Page, Skip
from contentlint.parse import elements, structure
from contentlint.parse.attributes import add_attribute
from contentlint.parse.charset import decode
from contentlint.parse.digests import content_digest, line_starts
from contentlint.parse.forms import named_fields
from contentlint.parse.inherit import Where
from contentlint.parse.names import squeeze
from contentlint.parse.preview import drop_token, mask, public_key
from contentlint.parse.run import Run
from contentlint.parse.switches import switches
from contentlint.parse.tree import BrokenMarkup, Tree, build
from contentlint.parse.walk import Walk

MEDIA_TYPES = frozenset({"text/html", "application/xhtml+xml"})
EXTENSIONS = frozenset({".html", ".htm", ".xhtml"})
LARGEST = 10_000_000  # bytes of one page; a real page of that size is data, not prose
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f]")


def parse(capture: Capture, *, key: str | None = None) -> Page | Skip:
    """Return the page in a capture, or a Skip that says why there is none. Never raises.

    key: replaces the page's own key (canonical address, or the path as given).
    """
    web = capture.url.startswith(("http://", "https://"))
    own_key = key or (urls.canonical(capture.url) if web else None) or capture.url
    own_key = drop_token(own_key)
    if len(capture.body) > LARGEST:
        return Skip(
            own_key,
            "parse",
            f"the page is larger than {LARGEST // 1_000_000} MB",
            Outcome.FAILURE,
            "Check whether the page carries data that belongs in a file of its own.",
        )
    source, complaint = decode(capture.body, capture.header("content-type") if web else None)
    if len(_BINARY.findall(source[:2000])) > 20:
        return Skip(own_key, "parse", "the content is not text", Outcome.CHOICE)
    source = mask(source, capture.url, capture.requested).replace("\x00", "\ufffd")
    try:
        tree = build(source)
    except BrokenMarkup as error:
        return Skip(own_key, "parse", str(error), Outcome.FAILURE, "Check the page with an HTML validator.")
    except Exception as error:  # the parser is not ours: whatever it trips over is a page we could not read
        return Skip(
            own_key, "parse", f"the markup could not be read ({type(error).__name__})", Outcome.FAILURE
        )
    page = _page(capture, tree, own_key, web, complaint, key)
    if not _has_content(page, tree):
        return Skip(own_key, "parse", "the page is empty", Outcome.FAILURE)
    return page


def _has_content(page: Page, tree: Tree) -> bool:
    """Tell whether there is anything to judge; a page without words still lacks a title, a heading …"""
    return bool(page.blocks or page.links or page.images or page.fields or page.frames or tree.named)


def _absolute(href: str, base: str | None) -> str | None:
    """Return a base address as links need it: with the trailing slash that a page key drops."""
    try:
        joined = urljoin(base or "", href.strip())
    except ValueError:
        return base
    return joined if urls.canonical(joined) else base


def _page(
    capture: Capture, tree: Tree, own_key: str, web: bool, complaint: str | None, key: str | None
) -> Page:
    source = tree.source
    fragment = not (tree.doctype or "html" in tree.named or "body" in tree.named)
    main, found = structure.find_main(tree, fragment)
    bookmark, heading = public_key(tree, capture)
    base = drop_token(capture.url) if web else None
    url = urls.canonical(base) if base else None
    for tag in tree.named.get("base", [])[:1]:
        base = _absolute(tag.attrs.get("href", ""), base)
    if bookmark is not None and web:
        url = urls.canonical(bookmark, base)
        own_key = own_key if key else url or own_key
    root = tree.named.get("html", [None])[0]
    lang = None
    if root is not None:
        lang = (root.attrs.get("lang") or root.attrs.get("xml:lang") or "").strip() or None
    starts = line_starts(source)
    walk = Walk(
        tree,
        elements.HANDLERS,
        main,
        lang=lang,
        base=base,
        url=url,
        line_starts=starts,
        skipped=frozenset({id(heading)}) if heading is not None else frozenset(),
    )
    title, meta = _head(walk, url if bookmark is not None else None)
    start = Where(
        region="header" if main else "main",
        loose=bool(main),
        lang=None if root is None else lang,
        path="body" if "body" not in tree.named and not fragment else "",
    )
    walk.children(tree.root, start)
    walk.flush(start)
    blocks = tuple(sorted(walk.blocks, key=_order))
    facts: list[tuple[str, object]] = [
        ("doctype", tree.doctype),
        ("main", found),
        ("viewport", dict(meta).get("viewport")),
        (
            "skip_links",
            tuple(
                link.href
                for link in walk.links[:3]
                if link.href.startswith("#") and link.place.region != "main"
            ),
        ),
        ("text", any(block.place.region != "page" for block in blocks)),
    ]
    if complaint:
        facts.append(("charset", complaint))
    if said := switches(source):
        facts.append(("switches", said))
    return Page(
        key=own_key,
        url=url,
        media="html",
        title=title,
        lang=lang,
        blocks=blocks,
        headings=tuple(walk.headings),
        links=tuple(walk.links),
        images=tuple(walk.images),
        tables=tuple(sorted(walk.tables, key=lambda table: table.place.offset or 0)),
        fields=named_fields(walk),
        frames=tuple(walk.frames),
        meta=meta,
        ids=tuple(tree.ids),
        facts=tuple(facts),
        status=capture.status,
        fragment=fragment,
        template=None if fragment else structure.template_of(tree, walk.skeleton),
        digest=capture.digest or hashlib.sha256(capture.body).hexdigest(),
        content_digest=content_digest(blocks, walk.links, walk.images),
        line_starts=starts,
        size=len(capture.body),
    )


def _order(block: Block) -> tuple[int, bool]:
    return block.source[0][1] if block.source else block.place.offset or 0, block.kind == "link"


def _head(walk: Walk, public: str | None) -> tuple[str | None, tuple[tuple[str, str], ...]]:
    """Read title, meta and canonical; title and description become blocks as well.

    public: the address of a draft behind a preview link, in place of its secret canonical.
    """
    where = Where(region="page")
    title = None
    for tag in walk.tree.named.get("title", []):
        if any(parent.name == "svg" for parent in tag.parents):
            continue
        title = squeeze(tag.get_text())
        _title_block(walk, tag, where)
        break
    meta: list[tuple[str, str]] = []
    for tag in walk.tree.named.get("meta", []):
        name = (
            (tag.attrs.get("name") or tag.attrs.get("http-equiv") or tag.attrs.get("property") or "")
            .strip()
            .lower()
        )
        if not name or "content" not in tag.attrs:
            continue
        meta.append((name, squeeze(tag.attrs["content"])))
        if name == "description":
            add_attribute(walk, tag, "content", "meta", where._replace(path='meta[name="description"]'))
    for tag in walk.tree.named.get("link", []):
        if "canonical" in tag.attrs.get("rel", "").lower().split() and tag.attrs.get("href"):
            meta.append(
                (
                    "canonical",
                    public or urls.canonical(tag.attrs["href"], walk.base) or tag.attrs["href"].strip(),
                )
            )
    return title, tuple(meta)


def _title_block(walk: Walk, tag: Tag, where: Where) -> None:
    run = Run()
    for node in tag.contents:
        for start, end in getattr(node, "spans", None) or ():
            run.raw(walk.tree.source, start, end)
    walk.add_block("title", run, where, tag, "title")
