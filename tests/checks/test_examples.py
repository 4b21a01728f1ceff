"""Every example of every rule of our checkers. Rules of axe-core need a browser and are proved elsewhere."""

from __future__ import annotations

from contentlint.checks import driver

HERE = {"contentlint", "languagetool"}  # engines; what others say needs a browser and is proved elsewhere


def test_bad_examples_are_flagged_and_good_ones_are_not(rules, example_facts):
    failed = []
    for rule in rules:
        if driver.modules()[rule.extends].ENGINE not in HERE:
            continue
        for example in rule.examples:
            page, facts = example_facts(rule, example.text, example.markup)
            findings, skips = driver.judge(page, [rule], facts)
            assert not skips, (rule.id, skips)
            seen = [f"{one.location.quote or ''} {one.location.html or ''} {one.target}" for one in findings]
            fits = len(seen) == len(example.flags) and all(
                flag in words for flag, words in zip(example.flags, seen, strict=True)
            )
            if not fits:
                failed.append(
                    f"{rule.id}, example in line {example.line}: wanted {example.flags}, saw {seen}"
                )
    assert not failed, "\n".join(failed)


def test_messages_are_filled(rules, example_facts):
    """No message of a flagged example is left with a gap."""
    for rule in rules:
        for example in rule.examples if driver.modules()[rule.extends].ENGINE in HERE else ():
            page, facts = example_facts(rule, example.text, example.markup)
            for finding in driver.judge(page, [rule], facts)[0]:
                assert "{" not in finding.message and "  " not in finding.message, finding.message
                assert "“”" not in finding.message and "()" not in finding.message, (rule.id, finding.message)
                assert not finding.message.startswith((".", ",")), finding.message
