"""What every check promises, whichever it is."""

from __future__ import annotations

import subprocess
import sys

from contentlint.checks import driver
from contentlint.evidence.looking import probes
from contentlint.model import Kind

ENGINES = {"contentlint", "axe-core", "languagetool"} | {probe.NAME for probe in probes()}


def test_every_check_keeps_the_contract():
    assert len(driver.modules()) >= 18
    for name, module in driver.modules().items():
        assert module.ENGINE in ENGINES, name
        assert isinstance(module.PROBLEMS, frozenset), name
        assert isinstance(getattr(module, "MEDIA", frozenset()), frozenset), name
        assert module.__doc__ and module.check.__doc__, name


def test_problems_and_rule_files_agree(rules):
    """A checker without problems of its own (the style pack's, a council's names) takes any rule."""
    free = {name for name, module in driver.modules().items() if not module.PROBLEMS}
    written: dict[str, set[str]] = {}
    for rule in rules:
        if rule.extends not in free:
            written.setdefault(rule.extends, set()).add(rule.name)
    known = {name: set(module.PROBLEMS) for name, module in driver.modules().items() if module.PROBLEMS}
    assert written == known


def test_rules_tell_the_reader_what_and_why(rules):
    for rule in rules:
        assert rule.title and rule.message and rule.why and rule.examples, rule.id
        assert rule.guidance and all(item.url for item in rule.guidance), rule.id
        assert rule.kind is not Kind.STYLE, rule.id
        for sentence in rule.why.replace("?", ".").split(". "):
            assert len(sentence.split()) <= 25, (rule.id, sentence)


def test_checks_load_no_heavy_library():
    heavy = {"bs4", "lxml", "textstat", "selenium", "sqlalchemy", "scrapy", "nltk", "ruamel.yaml", "jinja2"}
    code = (
        f"import sys; import contentlint.checks.driver as d; d.modules(); print(set(sys.modules) & {heavy})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
