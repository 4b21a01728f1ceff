"""The 101 recorded pages of a LocalGov Drupal site, served on loopback."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.fetch.site import Answer, Site, serve

ORIGIN = b"http://127.0.0.1:8932"
MISSING = ("node/4", "example@example.com")  # recorded with the status 404


@contextmanager
def recorded_site(corpora: Path) -> Iterator[tuple[Site, dict[str, Answer]]]:
    """Serve the recording; yields the site and its answers by path, the sitemap's left out."""
    folder = corpora / "localgov-drupal"
    script: dict[str, Answer] = {}
    with tarfile.open(folder / "lgd_static_101_pages.tar.gz") as archive:
        for member in archive:
            if member.isfile():
                path = "/" + member.name.removeprefix("lgd_static/").removesuffix(".html")
                status = 404 if path.endswith(MISSING) else 200
                script[path.removesuffix("index")] = Answer(archive.extractfile(member).read(), status)
    answers = dict(script)
    with serve(script) as site:
        for answer in answers.values():
            answer.body = answer.body.replace(ORIGIN, site.origin.encode())
        sitemap = (folder / "sitemap.xml").read_bytes().replace(ORIGIN, site.origin.encode())
        script["/sitemap.xml"] = Answer(sitemap, type="text/xml")
        yield site, answers
