"""The findings as EARL in JSON-LD, in the form that the W3C takes for reports on ACT rules.

See https://www.w3.org/WAI/standards-guidelines/act/report/earl. Each page is a TestSubject; each rule that
found something on it is an Assertion: failed, or cantTell where a person must decide.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from contentlint.model import Certainty, Finding, Report

NAME = "earl"
EXTENSION = ".jsonld"
CONTEXT = "https://www.w3.org/WAI/content-assets/wcag-act-rules/earl-context.json"
RULES = "https://www.w3.org/WAI/standards-guidelines/act/rules/"
_CRITERION = "https://www.w3.org/WAI/WCAG22/Understanding/"


def render(report: Report) -> str:
    """Return the report as a document with one subject for each page."""
    said: dict[str, dict[str, Finding]] = {row.page: {} for row in report.pages}
    for item in report.findings:
        for page in item.pages or (item.page,):
            known = said.setdefault(page, {}).get(item.rule)
            if known is None or known.certainty is Certainty.REVIEW:
                said[page][item.rule] = item
    subjects = {
        page: [assertion(rule, requirements(item), outcome(item)) for rule, item in sorted(found.items())]
        for page, found in said.items()
    }
    return document(subjects, report.version)


def outcome(item: Finding) -> str:
    """Return "failed", or "cantTell" for a finding that needs a person."""
    return "cantTell" if item.certainty is Certainty.REVIEW else "failed"


def requirements(item: Finding) -> list[str]:
    """Return what a finding's rule is about: ACT rules and success criteria, as the W3C names them."""
    criteria = [
        f"WCAG2:{one.url.removeprefix(_CRITERION).removesuffix('.html')}"
        for one in item.guidance if one.url and one.url.startswith(_CRITERION)
    ]  # fmt: skip
    return [*(f"{RULES}{name}/" for name in item.act), *criteria]


def assertion(title: str, parts: Iterable[str], said: str) -> dict[str, Any]:
    """Return one assertion. title: our rule. said: passed, failed, inapplicable, cantTell or untested."""
    return {
        "@type": "Assertion", "mode": "earl:automatic",
        "test": {"@type": "TestCase", "title": title,
                 "isPartOf": [{"@type": "TestRequirement", "title": part} for part in parts]},
        "result": {"@type": "TestResult", "outcome": f"earl:{said}"},
    }  # fmt: skip


def document(subjects: Mapping[str, Iterable[dict[str, Any]]], version: str) -> str:
    """Return the document. subjects: assertions by the address of the page."""
    assertor = {"@type": "Assertor", "name": "contentlint", "release": {"@type": "Version", "revision": version},
                "shortdesc": "Checks the words and the accessibility of council websites"}  # fmt: skip
    graph: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for source, said in subjects.items():
        graph[source] += [{**one, "assertedBy": assertor} for one in said]
    whole = [{"@type": "TestSubject", "source": source, "assertions": said} for source, said in graph.items()]
    return json.dumps({"@context": CONTEXT, "@graph": whole}, ensure_ascii=True, indent=1) + "\n"
