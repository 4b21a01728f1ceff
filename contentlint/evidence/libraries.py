"""Bringing LanguageTool's Java libraries, and making them start fast."""

from __future__ import annotations

import contextlib
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from contentlint.errors import ContentlintError
from contentlint.evidence import places
from contentlint.evidence.bringing import put, run
from contentlint.evidence.places import archive_path

_POM = Path(__file__).with_name("languagetool-pom.xml")
_GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"


def get_languagetool(folder: Path | None = None, progress: Callable[[str], None] = lambda _: None) -> Path:
    """Bring the libraries through Maven into a folder (default: in the user's cache) and return it.

    Does nothing where they are there already. Then makes an archive of the loaded classes, which
    saves about a second at each start; failing to make it is no error. Raises EngineError where
    Maven is missing or fails.
    """
    folder = folder or places.languagetool_folder()
    if not places.find_languagetool(folder):
        maven = str(places.find_program("mvn", "Bringing LanguageTool"))
        progress(f"Bringing LanguageTool {places.LANGUAGETOOL_VERSION} (about 100 MB)")
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".languagetool-") as temporary:
            work = Path(temporary) / "jars"
            run([maven, "--batch-mode", "--quiet", "--file", str(_POM), _GOAL, f"-DoutputDirectory={work}",
                 "-DincludeScope=runtime"],
                "Maven could not bring LanguageTool.",
                "Check the network and the settings of Maven, then try again.")  # fmt: skip
            for jar in work.glob("*.jar"):
                without_class_path(jar)
            put(work, folder)
    if not archive_path(folder).is_file():
        progress("Making LanguageTool start faster")
        with contextlib.suppress(ContentlintError, OSError):
            _make_archive(folder)
    return folder


def without_class_path(jar: Path) -> None:
    """Take the class path out of a jar's manifest, in place; every library is named when Java starts.

    One of the manifests names "./", a folder, and Java then refuses to archive classes.
    """
    with zipfile.ZipFile(jar) as source:
        try:
            manifest = source.read("META-INF/MANIFEST.MF")
        except KeyError:
            return
        lines = manifest.replace(b"\r\n ", b"").replace(b"\n ", b"").splitlines()
        kept = [line for line in lines if not line.lower().startswith(b"class-path:")]
        if kept == lines:
            return
        new = jar.with_suffix(".new")
        with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as target:
            for item in source.infolist():
                if item.filename == "META-INF/MANIFEST.MF":
                    # a line of a manifest holds 72 bytes at most (JAR File Specification)
                    target.writestr(item, b"".join(_folded(line) for line in kept) + b"\r\n")
                else:
                    target.writestr(item, source.read(item))
    new.replace(jar)


def _folded(line: bytes) -> bytes:
    parts, rest = [line[:70]], line[70:]
    while rest:
        parts.append(b" " + rest[:69])
        rest = rest[69:]
    return b"\r\n".join(parts) + b"\r\n"


def _make_archive(folder: Path) -> None:
    """Start a server once, let it check a sentence, and have Java write down what it loaded as it ends."""
    from contentlint.evidence.server import Server, first_check

    new = archive_path(folder).with_suffix(".new")
    new.unlink(missing_ok=True)
    with Server(folder, extra=(f"-XX:ArchiveClassesAtExit={new}",)) as server:
        server.wait()
        first_check(server.url)
        server.end_gently()
    if new.is_file():
        new.replace(archive_path(folder))
