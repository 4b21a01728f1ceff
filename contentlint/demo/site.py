"""One revision of the demo site, read from its folder: pages, files, redirects and the template."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from contentlint.demo.fragments import Fragment, parse

FOLDER = Path(__file__).parent
FEEDBACK = (FOLDER / "feedback" / "comments.csv", FOLDER / "feedback" / "webform.csv")
TRAFFIC = (FOLDER / "traffic" / "ga4-pages.csv",)
EXPECTED = FOLDER / "expected.toml"
# The address in the feedback, as if the council had exported it from its real site.
PUBLIC_ORIGIN = "https://www.anyborough.gov.uk"
PUBLISHED = {1: "2026-11-15", 2: "2026-11-22"}


@dataclass(frozen=True, slots=True)
class Site:
    """A whole revision. Keys are URL paths ("/", "/bins-and-recycling"); `published` is an ISO date."""

    revision: int
    published: str
    pages: dict[str, Fragment]
    files: dict[str, Path]
    redirects: dict[str, str]
    template: str
    banner: str

    def children(self, path: str) -> list[tuple[str, Fragment]]:
        """The pages filed directly under `path`, in order of their titles; news with the newest first."""
        found = [(key, page) for key, page in self.pages.items() if page.parent == path]
        found.sort(key=lambda item: item[1].title.lower())
        found.sort(key=lambda item: item[1].date, reverse=True)
        return found

    def ancestors(self, path: str) -> list[str]:
        """The pages above `path`, the outermost first, without the home page."""
        found: list[str] = []
        parent = self.pages[path].parent
        while parent and parent != "/" and parent not in found:
            found.insert(0, parent)
            parent = self.pages[parent].parent
        return found

    def guide(self, path: str) -> list[str]:
        """The pages of the guide that `path` is in, in reading order; empty outside a guide."""
        first = self.pages[path].guide
        return [key for key, page in self.pages.items() if first and page.guide == first]


def load(revision: int) -> Site:
    """Read revision 1 or 2 from the package. Raises ValueError for any other number or a damaged page."""
    if revision not in PUBLISHED:
        raise ValueError(f"there is no revision {revision} of the demo site, only 1 and 2")
    files = dict(_walk(FOLDER / "site"))
    if revision == 2:
        overlay = dict(_walk(FOLDER / "revision2"))
        removed = overlay.pop("removed.txt").read_text("utf-8").split()
        files = {name: path for name, path in files.items() if name not in removed} | overlay
    frame = ("template.html", "banner.html", "redirects.txt")
    texts = {name: files.pop(name).read_text("utf-8") for name in frame}
    pages = {
        _address(name): parse(path.read_text("utf-8"), name)
        for name, path in sorted(files.items())
        if name.startswith("pages/")
    }
    return Site(
        revision=revision,
        published=PUBLISHED[revision],
        pages=pages,
        files={f"/{name}": path for name, path in files.items() if not name.startswith("pages/")},
        redirects=dict(line.split() for line in texts["redirects.txt"].splitlines() if line.strip()),
        template=texts["template.html"],
        banner=texts["banner.html"],
    )


def _walk(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path


def _address(name: str) -> str:
    """`pages/council-tax/pay.html` is served at `/council-tax/pay`, `pages/index.html` at `/`."""
    path = "/" + name.removeprefix("pages/").removesuffix(".html")
    return "/" if path == "/index" else path
