"""Links: what their words promise. Where they lead is judged in link_targets.py."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from contentlint.checks._look import folded, number, patterns_of, prose, silent, words_of
from contentlint.model import Facts, Hit, Link, Page, Rule, Severity, Skip
from contentlint.urls import is_document

ENGINE = "contentlint"
PROBLEMS = frozenset({
    "vague-link-text", "address-as-link-text", "link-without-text", "file-link-without-format",
    "file-link-without-size", "unannounced-new-window", "mail-address-as-page-link",
    "mail-link-mismatch", "same-text-different-pages", "page-with-only-a-file",
})  # fmt: skip
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?:[a-z0-9-]+\.)+[a-z]{2,}/\S+", re.I)
_MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_BARE_MAIL = re.compile(r"(?:https?://)?[\w.+'%-]+@[\w-]+(?:\.[\w-]+)+/?", re.I)
_WORD = re.compile(r"[^\W\d_]{3,}")


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge the words and attributes of every visible link."""
    shown = [link for link in page.links if not link.place.hidden]
    for link in shown:
        yield from _words(page, link, rules)
        yield from _files(link, rules)
        yield from _mail(link, rules)
        rule = rules.get("unannounced-new-window")
        if rule and link.target.lower() == "_blank" and not _announced(link, rule):
            yield _hit(rule, link)
    if (rule := rules.get("page-with-only-a-file")) and not page.fragment:
        yield from _only_files(page, shown, rule)
    if rule := rules.get("same-text-different-pages"):
        yield from _same_text(shown, rule, rules.get("vague-link-text"))


def _hit(rule: Rule, link: Link, **more: object) -> Hit:
    return Hit.at(rule, link.place, target=f"{link.text} {link.href}", quote=link.text or None, **more)  # type: ignore[arg-type]


def _words(page: Page, link: Link, rules: Mapping[str, Rule]) -> Iterator[Hit]:
    text = link.text.strip()
    rule = rules.get("vague-link-text")
    # A link to "#" or to a script leads nowhere: it is a button in disguise.
    leads = link.href.strip() not in ("", "#") and not link.href.lower().startswith("javascript:")
    if rule and leads and folded(text) in words_of(rule, "phrases"):
        yield _hit(rule, link, severity=_vague(link, rule))
    rule = rules.get("address-as-link-text")
    if rule and _ADDRESS.fullmatch(text) and "@" not in text:
        yield _hit(rule, link)
    rule = rules.get("link-without-text")
    if rule and not text and link.href.strip() and not silent(link.place) and not _holds_image(page, link):
        yield Hit.at(rule, link.place, target=link.href, args={"address": link.href})


def _vague(link: Link, rule: Rule) -> Severity:
    """WCAG 2.4.4 lets the words around a link explain it; readers who jump between links miss them."""
    around = _WORD.findall(link.context.replace(link.text, " ", 1))
    return Severity.MODERATE if around or link.place.heading else rule.severity


def _holds_image(page: Page, link: Link) -> bool:
    """A linked image without a name is the business of the images check."""
    inside = f"{link.place.css} "
    return any(image.in_link and (image.place.css or "").startswith(inside) for image in page.images) or bool(
        re.search(r"<img\b", link.place.html or "", re.I)
    )


def _files(link: Link, rules: Mapping[str, Rule]) -> Iterator[Hit]:
    address = link.url or link.href  # a draft's own links are often relative
    if not link.text.strip() or not is_document(address):
        return
    rule, size = rules.get("file-link-without-format"), rules.get("file-link-without-size")
    around = f"{link.text} {link.context}"
    formats, sizes = rule and patterns_of(rule, "formats"), size and patterns_of(size, "sizes")
    kind = urlsplit(address).path.rpartition(".")[2].upper()
    if rule and formats and not formats.search(around):
        yield _hit(rule, link, args={"format": kind})
    elif size and sizes and not sizes.search(around):
        yield _hit(size, link, args={"format": kind})


def _mail(link: Link, rules: Mapping[str, Rule]) -> Iterator[Hit]:
    href = link.href.strip()
    rule = rules.get("mail-address-as-page-link")
    if rule and _BARE_MAIL.fullmatch(href):
        address = re.sub(r"^https?://|/$", "", href)
        yield _hit(rule, link, args={"address": address})
    rule = rules.get("mail-link-mismatch")
    if rule and href.lower().startswith("mailto:"):
        sent = {found.casefold() for found in _MAIL.findall(unquote(href[7:].partition("?")[0]))}
        shown = _MAIL.findall(link.text)
        wrong = next((mail for mail in shown if mail.casefold() not in sent), None)
        if sent and wrong:
            yield _hit(rule, link, args={"shown": wrong, "address": sorted(sent)[0]})


def _announced(link: Link, rule: Rule) -> bool:
    notice = patterns_of(rule, "notices")
    return notice is None or bool(notice.search(f"{link.text} {link.context} {link.place.html or ''}"))


def _same_text(shown: list[Link], rule: Rule, vague: Rule | None) -> Iterator[Hit]:
    """Ask about the second of two links with equal words under one heading that lead to different pages."""
    silent = set(words_of(vague, "phrases")) if vague else set()
    first: dict[tuple[str, str | None], Link] = {}
    for link in shown:
        words = folded(link.text)
        if (
            link.place.region != "main"
            or not link.url
            or len(words) < 3
            or words in silent
            or words.isdigit()
        ):
            continue
        other = first.setdefault((words, link.place.heading), link)
        if other.url != link.url:
            yield _hit(rule, link, args={"other": other.url or ""})


def _only_files(page: Page, shown: list[Link], rule: Rule) -> Iterator[Hit]:
    """Flag a page whose main text is little more than links to files."""
    inside = [link for link in shown if link.place.region == "main" and link.text.strip()]
    files = [link for link in inside if is_document(link.url or link.href)]
    if not files or len(files) < len(inside):
        return
    said = sum(len(block.text.split()) for block in prose(page) if block.kind != "heading")
    if said - sum(len(link.text.split()) for link in files) < number(rule, "words", 30):
        yield _hit(rule, files[0])
