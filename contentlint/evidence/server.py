"""LanguageTool's own server on this machine: one Java process, started once and stopped for sure."""

from __future__ import annotations

import atexit
import json
import socket
import subprocess
import time
import urllib.parse
import urllib.request
from pathlib import Path
from types import TracebackType

from contentlint.errors import EngineError
from contentlint.evidence.places import (
    SETUP,
    archive_path,
    find_languagetool,
    find_program,
    languagetool_folder,
)
from contentlint.evidence.processes import Guarded

_SETTINGS = Path(__file__).with_name("languagetool.properties")
# Serial collector and first compiler only: half the CPU and two thirds of the memory of the defaults
# in runs of some minutes.
_FLAGS = ("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xlog:disable",
          "-Dfile.encoding=UTF-8", "-Djava.awt.headless=true")  # fmt: skip

DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # no proxy on the way to our own


class Server:
    """A local server, started by the constructor, which does not wait; it will listen on 127.0.0.1 at `url`.

    folder: the libraries (default: where `contentlint setup` puts them). extra: further flags of
    Java. Raises EngineError, with a remedy, where Java or the libraries are missing.
    """

    def __init__(self, folder: Path | None = None, *, extra: tuple[str, ...] = ()) -> None:
        java = find_program("java", "LanguageTool")
        folder = folder or languagetool_folder()
        jars = find_languagetool(folder)
        if not jars:
            raise EngineError("LanguageTool is missing. The spelling and grammar checks need it.",
                              where=str(folder), remedy=SETUP)  # fmt: skip
        archive = archive_path(folder)
        flags = (*_FLAGS, f"-XX:SharedArchiveFile={archive}") if archive.is_file() and not extra else _FLAGS
        port = _free_port()
        self.url = f"http://127.0.0.1:{port}"
        self._process = subprocess.Popen(
            [str(java), *flags, *extra, "-cp", ":".join(map(str, jars)), "org.languagetool.server.HTTPServer",
             "--port", str(port), "--config", str(_SETTINGS)],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            cwd=folder, start_new_session=True,
        )  # fmt: skip
        self._session = Guarded(self._process.pid)
        atexit.register(self.close)

    @property
    def process(self) -> int:
        """The id of the Java process."""
        return self._process.pid

    def alive(self) -> bool:
        """Tell whether the process still runs."""
        return self._process.poll() is None

    def responds(self) -> bool:
        """Tell whether the server still answers, after something went wrong."""
        try:
            self._process.wait(0.5)  # one that was just killed needs a moment to be gone
            return False
        except subprocess.TimeoutExpired:
            pass
        try:
            with DIRECT.open(f"{self.url}/v2/healthcheck", timeout=30):
                return True
        except OSError:
            return False

    def wait(self, patience: float = 60.0) -> None:
        """Wait until the server answers. Raises EngineError where it does not within `patience` seconds."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if not self.alive():
                break
            try:
                with DIRECT.open(f"{self.url}/v2/healthcheck", timeout=5):
                    return
            except OSError:
                time.sleep(0.05)
        raise EngineError("LanguageTool did not start.", where=self.url,
                          remedy="Run `contentlint doctor` to see what Java says.")  # fmt: skip

    def end_gently(self, patience: float = 60.0) -> None:
        """Ask the process to end by itself and wait for it, so that Java can write its archive."""
        self._process.terminate()
        try:
            self._process.wait(patience)
        except subprocess.TimeoutExpired:
            self.close()

    def close(self) -> None:
        """Stop the server. May be called more than once."""
        atexit.unregister(self.close)
        self._session.kill()
        self._process.wait()

    def __enter__(self) -> Server:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:  # fmt: skip
        self.close()


def first_check(url: str, variety: str = "en-GB", *, local: bool = True) -> str:
    """Have one sentence checked and return the server's version.

    The rules are read then, which is most of the cost of a start. Raises EngineError where the
    server does not answer as LanguageTool does.
    """
    form = urllib.parse.urlencode({"language": variety, "text": "Please recieve this first sentence."})
    opener = DIRECT if local else urllib.request.build_opener()
    try:
        with opener.open(f"{url.rstrip('/')}/v2/check", form.encode(), timeout=90) as answer:
            return str(json.load(answer)["software"]["version"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EngineError(f"LanguageTool did not check a first sentence in {variety}.", where=url,
                          remedy="Check the address of the server and the language.") from error  # fmt: skip


def _free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]
