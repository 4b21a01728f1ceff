"""How many facts of the source guides the rules see, pack by pack, and which rules could be named for the rest.

    python tests/conformance/coverage.py

Run it after rules were added. For each fact that no rule is named for, the words of the fact are tried in plain
sentences; what a rule finds in them is printed, to be read by a person and then written into coverage.yaml.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2]))

from contentlint import data
from contentlint.config import Config
from contentlint.model import Example, Hit
from contentlint.pipeline.packs import every_rule
from contentlint.rulepack import compile_pack, load_coverage
from contentlint.rulepack.examples import text_page

SENTENCES = ("We will {} it.", "The {} is here for you.", "You need {} in May.", "{}", "They {} the plans.")


def states() -> dict[str, Counter[str]]:
    """Return pack → how many facts are seen, seen in part, and not seen."""
    found = load_coverage([data.folder("rules")])
    return {name: Counter(fact.state for fact in one.facts) for name, one in found.items()}


def candidates() -> dict[str, dict[str, str]]:
    """Return fact → rule → the words that it finds, for facts without a rule."""
    rules = [rule for rule in every_rule(Config()) if rule.on]
    matcher = compile_pack(rules)
    plain = next(rule for rule in rules if rule.id == "govuk/overlong-use")  # only for the kind of page
    made: dict[str, dict[str, str]] = {}
    for one in load_coverage([data.folder("rules")]).values():
        for fact in one.facts:
            if fact.rules:
                continue
            for term in re.split(r"[,;|]| or ", re.sub(r"\([^)]*\)|, unless.*", "", fact.says)):
                for sentence in SENTENCES if (term := term.strip(" .'")) else ():
                    text = sentence.format(term)
                    start = text.index(term)
                    for hit in matcher.match(text_page(Example(text), plain)):
                        at = text.find(hit.location.quote or "\0") if isinstance(hit, Hit) else -1
                        if start <= at < start + len(term):
                            made.setdefault(fact.id, {})[hit.rule.id] = term
    return made


def main() -> None:
    """Print the table and the candidates."""
    for name, count in states().items():
        print(f"{name:<14} {sum(count.values()):4} facts  {count['seen']:4} seen  {count['in part']:4} in part  {count['not seen']:4} not seen")
    print()
    for fact, rules in candidates().items():
        print(f"{fact}: " + ", ".join(f"{rule} finds “{term}”" for rule, term in rules.items()))


if __name__ == "__main__":
    main()
