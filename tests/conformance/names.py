"""How many right council sentences are marked, and how many slips found: ours, LanguageTool's and Hunspell's figures.

    python tests/conformance/names.py [all|tuned|unseen] [--show]

The sentences stand in names.toml. Every third of them was not looked at while the judgement was tuned.
Ours go through `contentlint check`, each as a page of its own. On a right sentence every finding of kind
`language`, of any certainty, counts as a mark, and so does one of our rules on misspelt or American words; a slip
is found where a finding of any rule stands on it. LanguageTool alone has all its default rules; Hunspell alone marks every word it
does not know.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
import urllib.parse
import urllib.request
from collections.abc import Iterable, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
if str(ROOT) not in sys.path:
    sys.path.append(str(ROOT))
PARTS = ("all", "tuned", "unseen")
Marks = list[list[str]]  # the marked words of each sentence


def sentences(part: str = "all") -> tuple[list[str], list[tuple[str, str]]]:
    """Return (right sentences, (sentence, slip)) of a part."""
    held = tomllib.loads((HERE / "names.toml").read_text("utf-8"))
    wanted = {"all": (0, 1, 2), "tuned": (0, 1), "unseen": (2,)}[part]
    right = [text for number, text in enumerate(held["correct"]) if number % 3 in wanted]
    slips = [(text, slip) for number, (text, slip) in enumerate(held["slips"]) if number % 3 in wanted]
    return right, slips


def common() -> list[tuple[str, str]]:
    """Return (a sentence, the slip in it) for the common misspellings of misspellings.txt."""
    lines = (HERE / "misspellings.txt").read_text("utf-8").splitlines()
    return [(f"You can read about the word {slip} on this page.", slip)
            for line in lines if not line.startswith("#") for slip in line.split()]  # fmt: skip


def missed(slips: Sequence[tuple[str, str]], marks: Marks) -> list[tuple[str, str]]:
    """Return the slips on which no mark stands."""
    return [(text, slip) for (text, slip), found in zip(slips, marks, strict=True)
            if not any(slip in one or one in slip for one in found)]  # fmt: skip


def ours(texts: Sequence[str], configuration: str = "", *, style: bool = False) -> Marks:
    """Ask `contentlint check`. configuration: the text of a contentlint.toml. style: take every rule's findings."""
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "pages"
        pages.mkdir()
        for number, text in enumerate(texts):
            (pages / f"{number:03}.md").write_text(f"{text}\n", "utf-8")
        settings = Path(folder) / "contentlint.toml"
        settings.write_text(configuration, "utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "contentlint", "check", str(pages), "--config", str(settings), "--without", "browser",
             "--kinds", "language,style", "--format", "json", "--quiet"],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if not done.stdout:
            raise RuntimeError(done.stderr)
        marks: Marks = [[] for _ in texts]
        for item in json.loads(done.stdout)["findings"]:
            if not style and item["kind"] != "language" and not SPELLING.search(item["rule"]):
                continue
            for page in item.get("pages") or [item["page"]]:
                marks[int(Path(page).stem)].append(item["location"]["quote"] or item["rule"])
    return marks


def languagetool(texts: Sequence[str]) -> Marks:
    """Ask LanguageTool alone, with its default rules."""
    from contentlint.evidence.server import DIRECT, Server

    with Server() as server:
        server.wait()
        marks = []
        for text in texts:
            form = urllib.parse.urlencode({"language": "en-GB", "text": text}).encode()
            with DIRECT.open(f"{server.url}/v2/check", form, timeout=90) as answer:
                matches = json.load(answer)["matches"]
            units = text.encode("utf-16-le")
            marks.append([units[2 * m["offset"] : 2 * (m["offset"] + m["length"])].decode("utf-16-le") for m in matches])
    return marks


def hunspell(texts: Iterable[str]) -> Marks:
    """Ask the dictionary alone for every run of letters."""
    from contentlint.evidence.places import find_dictionary
    from contentlint.text.hunspell import load

    speller = load(find_dictionary().with_suffix(""))
    return [[word for word in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text) if not speller.knows(word)]
            for text in texts]  # fmt: skip


def table(part: str = "all", show: bool = False) -> list[tuple[str, float, float]]:
    """Return (engine, share of right sentences marked, share of slips found)."""
    right, slips = sentences(part)
    texts = [*right, *(text for text, _ in slips)]
    rows = []
    # Ours sees the two groups apart: a name must not be learnt from the other one.
    asked = {
        "contentlint": lambda: ours(right) + ours(texts[len(right) :], style=True),
        "contentlint with Hunspell": lambda: ours(right, HUNSPELL) + ours(texts[len(right) :], HUNSPELL, style=True),
        "LanguageTool alone": lambda: languagetool(texts),
        "Hunspell alone": lambda: hunspell(texts),
    }
    for name, ask in asked.items():
        try:
            marks = ask()
        except Exception as error:
            print(f"{name}: {error}", file=sys.stderr)
            continue
        wrong = [(text, found) for text, found in zip(right, marks, strict=False) if found]
        lost = missed(slips, marks[len(right) :])
        if show and name.startswith("contentlint"):
            print(*(f"marked: {text}  {found}" for text, found in wrong), sep="\n")
            print(*(f"missed: {text}  [{slip}]" for text, slip in lost), sep="\n")
        rows.append((name, len(wrong) / len(right), 1 - len(lost) / len(slips)))
    return rows


SPELLING = re.compile(r"misspel|spelling|american|mixed-up")
HUNSPELL = '[language]\nengine = "hunspell"\n'


if __name__ == "__main__":
    chosen = next((word for word in sys.argv[1:] if word in PARTS), "all")
    right_ones, wrong_ones = sentences(chosen)
    print(f"{len(right_ones)} right sentences, {len(wrong_ones)} with a slip ({chosen})")
    for engine, marked, found in table(chosen, "--show" in sys.argv):
        print(f"{engine:28} right ones marked {marked:6.1%}   slips found {found:6.1%}")
