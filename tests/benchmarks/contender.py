"""The browser pool and LanguageTool by themselves, for the benchmark: `contender.py axe|looks|all FILE`.

FILE holds one address a line. Prints one line of JSON: pages judged, found problems, matches, skips.
"""

from __future__ import annotations

import json
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from lxml import html

from contentlint.evidence.axe import AxeEngine
from contentlint.evidence.languagetool import LanguageToolEngine
from contentlint.model import Evidence

BLOCKS = "//p|//li|//h1|//h2|//h3|//h4|//td|//th|//dt|//dd|//figcaption|//label|//button"


def texts_of(address: str) -> list[str]:
    """Return the texts of a page's innermost blocks."""
    with urllib.request.urlopen(address) as answer:
        tree = html.fromstring(answer.read())
    blocks = (node for node in tree.xpath(BLOCKS) if not node.xpath(".//p|.//li"))
    return [text for node in blocks if (text := " ".join(node.text_content().split()))]


def accessibility(addresses: list[str]) -> dict[str, int]:
    """Judge all pages with axe-core."""
    with AxeEngine() as engine:
        results = [future.result() for future in [engine.collect(address) for address in addresses]]
    judged = [result.payload for result in results if isinstance(result, Evidence)]
    return {"pages": len(judged), "skips": len(results) - len(judged),
            "violations": sum(len(rule["nodes"]) for page in judged for rule in page["violations"]),
            "incomplete": sum(len(rule["nodes"]) for page in judged for rule in page["incomplete"]),
            }  # fmt: skip


def looks(addresses: list[str]) -> dict[str, int]:
    """Judge all pages with axe-core and with our own looks at every page."""
    with AxeEngine() as engine:
        answers = [one for look in [engine.look(address, each=("page",)) for address in addresses] for one in look.result()]
    return {"looks": sum(isinstance(one, Evidence) for one in answers),
            "skips": sum(not isinstance(one, Evidence) for one in answers)}  # fmt: skip


def language(addresses: list[str]) -> dict[str, int]:
    """Check every distinct text with LanguageTool."""
    with LanguageToolEngine() as engine:
        texts = dict.fromkeys(text for address in addresses for text in texts_of(address))
        answers = engine.check(list(texts))
    return {"texts": len(answers), "matches": sum(map(len, answers.values()))}


def main() -> None:
    """Run what the command line names."""
    what, listing = sys.argv[1:]
    addresses = Path(listing).read_text(encoding="utf-8").split()
    with ThreadPoolExecutor(2) as pool:
        jobs = [pool.submit(looks if what == "looks" else accessibility, addresses)]
        if what == "all":
            jobs.append(pool.submit(language, addresses))
        result: dict[str, int] = {}
        for job in jobs:
            result |= job.result()
    print(json.dumps(result))


if __name__ == "__main__":
    main()
