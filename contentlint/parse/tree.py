"""Builds a Beautiful Soup tree that knows where in the source each tag and each text stands.

html.parser tells where it is through updatepos(); the parser below turns that into character
offsets. It also closes elements where HTML lets authors leave out the end tag, so that paths
agree with a browser's.
"""

from __future__ import annotations

import warnings
from collections import Counter
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag
from bs4.builder._htmlparser import BeautifulSoupHTMLParser, HTMLParserTreeBuilder
from bs4.element import NavigableString, PageElement

MAX_DEPTH = 200  # deeper elements are flattened; browsers do the same at 512
MAX_FAULTS = 50  # tags or comments that never end; each costs a scan to the end of the source
MAX_TAGS = 60_000  # two or three seconds of work; a council's longest A to Z has about 10,000

VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr basefont frame keygen".split()
)
_OPEN_WHEN_SLASHED = frozenset(
    "a b i em strong span div p li ul ol td th tr table h1 h2 h3 h4 h5 h6 section".split()
)
_CELLS = frozenset({"td", "th", "caption", "table", "template", "[document]", "html"})
_BLOCKS = frozenset(
    "address article aside blockquote body center details dialog dd div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section"
    " summary table ul".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = _CELLS | {"ul", "ol", "menu"}
_TERMS = _CELLS | {"dl"}
_TABLE = frozenset({"table", "template", "[document]"})
# start tag → (elements it closes, elements beyond which it does not look).
# Source: HTML standard, "tree construction".
_CLOSES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li", "p"}), _LISTS),
    "dt": (frozenset({"dt", "dd", "p"}), _TERMS),
    "dd": (frozenset({"dt", "dd", "p"}), _TERMS),
    "tr": (frozenset({"tr", "td", "th", "caption"}), _TABLE),
    "td": (frozenset({"td", "th"}), _TABLE | {"tr"}),
    "th": (frozenset({"td", "th"}), _TABLE | {"tr"}),
    **{
        name: (frozenset({"thead", "tbody", "tfoot", "tr", "td", "th", "caption"}), _TABLE)
        for name in ("thead", "tbody", "tfoot")
    },
    "option": (frozenset({"option"}), frozenset({"select", "datalist", "[document]"})),
    "optgroup": (frozenset({"option", "optgroup"}), frozenset({"select", "[document]"})),
    "a": (frozenset({"a"}), _CELLS | {"button"}),
    "button": (frozenset({"button"}), _CELLS),
}
_P = (frozenset({"p"}), _CELLS | {"button"})


class BrokenMarkup(Exception):
    """The markup cannot be read in bounded time. The message says why."""


@dataclass(slots=True)
class Tree:
    """A parsed document.

    root: the soup; each Tag has `sourceline` (offset of its start tag), `sourcepos` (length of the start
    tag) and `stop` (offset after its end tag, 0 if unknown); each text has `spans` ([start, end) in the
    source). ids: every id in order. by_id: the first element of each id. named: elements by tag name
    (main, article, base, body, html, title …) and those with a role of main.
    """

    root: BeautifulSoup
    source: str
    ids: list[str] = field(default_factory=list)
    by_id: dict[str, Tag] = field(default_factory=dict)
    named: dict[str, list[Tag]] = field(default_factory=dict)
    doctype: bool = False


_HEAD = frozenset("title meta link base script style template noscript basefont bgsound".split())
_NAMED = frozenset({"main", "article", "base", "body", "html", "head", "title", "meta", "link"})


class _Parser(BeautifulSoupHTMLParser):
    """html.parser with character offsets, implied end tags, and a bound on depth and faults."""

    tree: Tree

    def start(self) -> None:
        self.at = 0  # offset in the source of what is being read
        self.reading_text = False
        self.spans: list[tuple[int, int]] = []
        self.faults = self.tags = 0
        self.flattened: Counter[str] = Counter()

    def updatepos(self, i: int, j: int) -> int:
        if j > i:
            if self.reading_text:
                if self.spans and self.spans[-1][1] == self.at:
                    self.spans[-1] = (self.spans[-1][0], self.at + j - i)
                else:
                    self.spans.append((self.at, self.at + j - i))
                self.reading_text = False
            self.at += j - i
        return j

    def getpos(self) -> tuple[int, int]:
        return self.at, len(self.get_starttag_text() or "")

    def _bounded(self, end: int) -> int:
        if end < 0:
            self.faults += 1
            if self.faults > MAX_FAULTS:
                raise BrokenMarkup("too many tags in the page never end")
        return end

    def parse_starttag(self, i: int) -> int:
        return self._bounded(super().parse_starttag(i))

    def parse_endtag(self, i: int) -> int:
        return self._bounded(super().parse_endtag(i))

    def parse_comment(self, i: int, report: int = 1) -> int:
        return self._bounded(super().parse_comment(i, report))

    def parse_pi(self, i: int) -> int:
        return self._bounded(super().parse_pi(i))

    def parse_html_declaration(self, i: int) -> int:
        if self.rawdata.startswith("<![", i):  # a CDATA or Word section: a comment in HTML
            return self._bounded(self.parse_bogus_comment(i))
        return self._bounded(super().parse_html_declaration(i))

    def handle_data(self, data: str) -> None:
        if not self.cdata_elem or self.cdata_elem in ("title", "textarea"):  # scripts and styles are not kept
            self.reading_text = True
            self.soup.handle_data(data)

    def handle_decl(self, decl: str) -> None:
        self.tree.doctype = True

    def handle_comment(self, data: str) -> None:
        self.soup.endData()

    def handle_pi(self, data: str) -> None:
        self.soup.endData()

    def unknown_decl(self, data: str) -> None:
        self.soup.endData()

    def _close_implied(self, name: str) -> None:
        rules = [_CLOSES[name]] if name in _CLOSES else []
        if name in _BLOCKS and name != "li":
            rules.append(_P)
        for closes, barrier in rules:
            if not any(self.soup.open_tag_counter[each] for each in closes):
                continue  # nothing of the kind is open: no need to walk the stack, which may be deep
            names = []
            for tag in reversed(self.soup.tagStack):
                if tag.name in barrier:
                    break
                if tag.name in closes:
                    names.append(tag.name)
            for each in names:
                self.soup.handle_endtag(each)
        if (
            name in _HEADINGS
            and (open_tag := self.soup.currentTag) is not None
            and open_tag.name in _HEADINGS
        ):
            self.soup.handle_endtag(open_tag.name)

    def handle_starttag(
        self, name: str, attrs: list[tuple[str, str | None]], handle_empty_element: bool = True
    ) -> None:
        tree, soup = self.tree, self.soup
        if name in ("html", "body", "head") and name in tree.named:
            return
        if soup.currentTag.name == "head" and name not in _HEAD:
            soup.handle_endtag("head")
        self._close_implied(name)
        if len(soup.tagStack) > MAX_DEPTH and name not in VOID:
            soup.endData()
            self.flattened[name] += 1
            return
        self.tags += 1
        if self.tags > MAX_TAGS:
            raise BrokenMarkup(f"the page has more than {MAX_TAGS:,} tags")
        first: dict[str, str] = {}
        for key, value in attrs:
            first.setdefault(key, value or "")
        line, column = self.getpos()
        tag = soup.handle_starttag(name, None, None, first, sourceline=line, sourcepos=column)
        tag.stop = 0
        if mark := first.get("id"):
            tree.ids.append(mark)
            tree.by_id.setdefault(mark, tag)
        if name in _NAMED:
            tree.named.setdefault(name, []).append(tag)
        if first.get("role", "").strip().lower() == "main":
            tree.named.setdefault("role=main", []).append(tag)
        if name == "a" and "bookmark" in first.get("rel", "").split():
            tree.named.setdefault("bookmark", []).append(tag)
        if name in VOID:
            soup.handle_endtag(name)

    def handle_startendtag(self, name: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(name, attrs)
        if name not in VOID and name not in _OPEN_WHEN_SLASHED:
            self.handle_endtag(name)

    def handle_endtag(self, name: str, check_already_closed: bool = True) -> None:
        soup = self.soup
        if name in VOID or name in ("html", "body"):
            return
        if self.flattened[name]:
            self.flattened[name] -= 1
            soup.endData()
            return
        if not soup.open_tag_counter.get(name):
            return
        special = name in _BLOCKS or name in _CELLS or name in ("tr", "tbody", "thead", "tfoot")
        barrier = (_LISTS if name == "li" else _CELLS) if special and name != "table" else _TABLE
        current = soup.currentTag
        if current is not None and current.name == name:
            stop = self.rawdata_end()
            soup.endData()
            current.stop = stop
            soup.handle_endtag(name)
            return
        for tag in reversed(soup.tagStack):
            if tag.name == name:
                soup.handle_endtag(name)
                return
            if tag.name in barrier or (not special and tag.name in _BLOCKS):
                return

    def rawdata_end(self) -> int:
        return self.tree.source.find(">", self.at) + 1


class _Soup(BeautifulSoup):
    """Hands each text the places in the source that it was read from."""

    def object_was_parsed(
        self, o: PageElement, parent: Tag | None = None, most_recent_element: PageElement | None = None
    ) -> None:
        if isinstance(o, NavigableString):
            parser = self.builder.parser
            o.spans, parser.spans = parser.spans, []
        super().object_was_parsed(o, parent, most_recent_element)


class _Builder(HTMLParserTreeBuilder):
    """Feeds _Parser. Character references are decoded later, from the source, to keep their places."""

    parser: _Parser

    def __init__(self, tree: Tree) -> None:
        super().__init__(multi_valued_attributes=None)
        self.tree = tree

    def feed(self, markup: str, _parser_class: type[BeautifulSoupHTMLParser] = _Parser) -> None:
        parser = self.parser = _Parser(self.soup, convert_charrefs=True)
        parser.tree = self.tree
        parser.start()
        parser.feed(markup)
        parser.close()


def build(source: str) -> Tree:
    """Parse text into a Tree. Raises BrokenMarkup where too many tags never end."""
    tree = Tree(root=None, source=source)  # type: ignore[arg-type]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Beautiful Soup guesses that short text is a file name, XML …
        tree.root = _Soup(source, builder=_Builder(tree))
    return tree
