"""The examples of rules that judge what the browser shows, in a real browser."""

from __future__ import annotations

import re

from contentlint.checks import driver
from contentlint.evidence.axe import AxeEngine
from contentlint.model import Evidence, Facts, Rule
from tests.fetch.site import Answer, serve

from .conftest import TODAY, read

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"><circle cx="15" cy="15" r="9"/></svg>'
NOT_HERE = {"contentlint", "languagetool", "axe-core"}  # engines of rules whose examples are proved elsewhere


def test_examples_in_a_browser(rules):
    # Six browsers: most of the time goes into waiting, as a person would between keys.
    chosen = [rule for rule in rules if driver.modules()[rule.extends].ENGINE not in NOT_HERE]
    script = {f"/{rule.id}/{at}": example.text for rule in chosen for at, example in enumerate(rule.examples)}
    assert len(script) > 80
    picture = Answer(PICTURE, type="image/svg+xml")
    files = {f"/{name}": picture for one in script.values() for name in re.findall(r'src="/([\w-]+\.svg)"', one)}
    with serve({**script, **files}) as site, AxeEngine(6) as engine:
        looks = {
            path: engine.look(site.origin + path, path, each=("page", driver.modules()[rule.extends].ENGINE))
            for rule in chosen for path in (f"/{rule.id}/{at}" for at in range(len(rule.examples)))
        }  # fmt: skip
        said = {path: look.result() for path, look in looks.items()}
    failed = [line for rule in chosen for line in _wrong(rule, said)]
    assert not failed, "\n".join(failed)


def _wrong(rule: Rule, said: dict[str, tuple]) -> list[str]:
    lines = []
    for at, example in enumerate(rule.examples):
        answers = said[f"/{rule.id}/{at}"]
        assert all(isinstance(one, Evidence) for one in answers), (rule.id, answers)
        assert driver.modules()[rule.extends].ENGINE in {one.engine for one in answers}, (rule.id, "nobody looked")
        found, skips = driver.judge(read(example.text), [rule], Facts(TODAY, evidence=answers))
        assert not skips, (rule.id, skips)
        seen = [f"{one.location.quote or ''} {one.location.html or ''} {one.target}" for one in found]
        fits = len(seen) == len(example.flags) and all(flag in words for flag, words in zip(example.flags, seen, strict=True))
        if not fits:
            lines.append(f"{rule.id}, example in line {example.line}: wanted {example.flags}, saw {seen}")
        for one in found:
            assert "{" not in one.message and "“”" not in one.message, one.message
    return lines
