"""Passive clauses against annotated sentences that are on this machine (CONTENTLINT_TREEBANK); skipped elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conformance import passive as conformance

CONLLU = """\
# text = The plan was not approved and adopted.
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_
2\tplan\tplan\tNOUN\tNN\t_\t5\tnsubj:pass\t_\t_
3\twas\tbe\tAUX\tVBD\t_\t5\taux:pass\t_\t_
4\tnot\tnot\tPART\tRB\t_\t5\tadvmod\t_\t_
5\tapproved\tapprove\tVERB\tVBN\t_\t0\troot\t_\t_
6\tand\tand\tCCONJ\tCC\t_\t7\tcc\t_\t_
7\tadopted\tadopt\tVERB\tVBN\t_\t5\tconj\t_\t_
8\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

"""
TAGS = "Bins/NNS were/VBD emptied/VBN ./.\nHe/PRP was/VBD interested/JJ ./.\nWe/PRP have/VBP moved/VBN ./.\n"


def test_both_kinds_of_annotation_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.conllu").write_text(CONLLU, "utf-8")
    (tmp_path / "tags.txt").write_text(TAGS, "utf-8")
    (tree,) = conformance.read(tmp_path / "a.conllu")
    assert [tree.text[a:b] for a, b in tree.passive] == ["approved"]
    assert [tree.text[a:b] for a, b in tree.joined] == ["adopted"]
    tagged = conformance.read(tmp_path / "tags.txt")
    assert [[s.text[a:b] for a, b in s.passive] for s in tagged] == [["emptied"], [], []]
    assert conformance.score([tree, *tagged], conformance.ours)[0] == (2, 0, 0)


def test_f1_is_over_0_90_and_over_the_pattern_on_sentences_not_tuned_on() -> None:
    path = os.environ.get("CONTENTLINT_TREEBANK")
    if not path or not Path(path).exists():
        pytest.skip("CONTENTLINT_TREEBANK names no treebank")
    sentences = conformance.read(Path(path), "test")
    assert len(sentences) >= 400
    ours, _ = conformance.score(sentences, conformance.ours)
    pattern, _ = conformance.score(sentences, conformance.pattern)
    assert ours.f1 > 0.90
    assert ours.f1 > pattern.f1
