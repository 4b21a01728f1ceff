"""How long a PDF of 50 pages takes to check, beside reading its text with pypdf, in one run. The bar is 0.2 s.

    python tests/benchmarks/pdf.py [FILE …]
"""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import tests  # noqa: E402

tests.__path__ = [str(ROOT / "tests"), *tests.__path__]  # textstat installs a package of the same name


def main(names: list[str]) -> int:
    """Print a row a file; return 1 where one took longer than the bar."""
    from pypdf import PdfReader

    from contentlint.model import Capture
    from contentlint.parse import parse
    from tests.parse.test_pdf import bomb, report

    files = {name: Path(name).read_bytes() for name in names} or {"50 pages": report(50), "3 × 200 MB": bomb()}
    slow = 0
    for turn, (name, body) in enumerate({"first, with the start": report(2), **files}.items()):
        began = time.perf_counter()
        parse(Capture(name, name, 200, (), body, "", "application/pdf", ""))
        ours = time.perf_counter() - began
        began = time.perf_counter()
        if "MB" not in name:
            for page in PdfReader(io.BytesIO(body)).pages:
                page.extract_text()
        peer = time.perf_counter() - began
        slow += ours > 0.2 and turn > 0
        print(f"{name:<24} {len(body) / 1000:8.0f} KB {ours:7.3f} s   pypdf {peer:7.3f} s   {peer / ours:5.1f} ×")
    return int(slow > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
