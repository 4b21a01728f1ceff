"""LanguageTool on a real server: what it finds, where, and what happens when the server dies."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from contentlint.errors import EngineError
from contentlint.evidence import places
from contentlint.evidence.languagetool import (
    DISABLED,
    DISABLED_CATEGORIES,
    LanguageToolEngine,
    batches,
    share_out,
)
from contentlint.evidence.server import DIRECT, Server
from contentlint.model import Evidence, Skip

from .conftest import gone, running

JAVA = ("languagetool.server", "guard.sh")


@pytest.fixture(scope="module")
def engine() -> Iterator[LanguageToolEngine]:
    before = running(*JAVA)
    with LanguageToolEngine() as made:
        yield made
    assert gone(before, *JAVA), "the server was left behind"


def _marked(answers: dict[str, tuple[dict, ...]]) -> dict[str, list[str]]:
    """The words that each match stands on."""
    return {text: [text[match["offset"] : match["offset"] + match["length"]] for match in found]
            for text, found in answers.items()}  # fmt: skip


def test_a_misspelling(engine: LanguageToolEngine) -> None:
    [match] = engine.check(["You will recieve a letter."])["You will recieve a letter."]
    assert match["rule"] == "MORFOLOGIK_RULE_EN_GB" and match["category"] == "TYPOS"
    assert match["type"] == "misspelling" and match["message"] == "Possible spelling mistake found."
    assert (match["offset"], match["length"]) == (9, 7)
    assert match["replacements"][0] == "receive" and len(match["replacements"]) <= 5
    assert engine.version == "6.8"


def test_offsets_count_characters_of_each_text(engine: LanguageToolEngine) -> None:
    texts = [
        "😀 You will recieve it 🗑️ on Tuesday.",
        "Leave it on the kerb.",
        "𝒜 bin that is fulll 👩‍👩‍👧 will be emptyed.",
        "Café, naïve: the the council should of told you.",
        "Recycling centre",
        "Zoë’s colour is grey.",
    ]
    assert _marked(engine.check(texts)) == {
        texts[0]: ["recieve"], texts[1]: [], texts[2]: ["fulll", "emptyed"],
        texts[3]: ["the the", "should of"], texts[4]: [], texts[5]: [],
    }  # fmt: skip


def test_many_texts_are_shared_out_right_and_sent_once(engine: LanguageToolEngine) -> None:
    texts = [f"Bin number {number} is {'fulll' if number % 7 == 0 else 'full'}." for number in range(150)]
    marked = _marked(engine.check(texts * 2))
    assert list(marked) == texts
    assert [text for text, words in marked.items() if words == ["fulll"]] == texts[::7]
    assert sum(map(len, marked.values())) == len(texts[::7])
    sent: list[str] = []
    client, _ = engine._ready()
    real = client.check
    client.check = lambda text: sent.append(text) or real(text)
    try:
        assert _marked(engine.check(["A new centence.", *texts])) == {
            "A new centence.": ["centence"],
            **marked,
        }
    finally:
        del client.check
    assert sent == ["A new centence."]


def test_pieces_of_a_page_give_no_false_alarm(engine: LanguageToolEngine) -> None:
    """Bullets without capitals, links, cells, phones, ranges, quoted pieces, British spelling."""
    texts = [
        "paper and card", "your name and address", "Read more about council tax", "01632 960 001",
        "9am to 5pm",
        "Monday – Friday", "2024-25", "Apply for a licence to organise a street party", "“Green” bins",
        "We recognise and prioritise this.", "Pay (by card", "page 3)",
        "The council meets monthly. The council votes.",
        "Read it, and tell us, or not", "",
    ]  # fmt: skip
    assert {text: words for text, words in _marked(engine.check(texts)).items() if words} == {}


def test_rules_that_are_off_exist_and_are_off(engine: LanguageToolEngine) -> None:
    with DIRECT.open(f"{engine.server.url}/v2/configinfo?language=en-GB") as answer:
        rules = json.load(answer)["rules"]
    assert set(DISABLED) <= {rule["ruleId"] for rule in rules}
    assert set(DISABLED_CATEGORIES) <= {rule["categoryId"] for rule in rules} | {"CREATIVE_WRITING"}
    text = "Prior to this you can utilise it in the event that it rains"
    assert engine.check([text])[text] == ()


def test_evidence_of_a_page(engine: LanguageToolEngine) -> None:
    evidence = engine.collect("https://www.testshire.gov.uk/bins", ["Your bin is fulll.", "Bins"])
    assert isinstance(evidence, Evidence)
    assert (evidence.engine, evidence.version, evidence.page) == (
        "languagetool",
        "6.8",
        "https://www.testshire.gov.uk/bins",
    )
    assert json.loads(json.dumps(evidence.payload)) == evidence.payload
    assert [match["offset"] for match in evidence.payload["texts"]["Your bin is fulll."]] == [12]
    assert list(evidence.payload["texts"]) == ["Your bin is fulll."]
    assert evidence.payload["checked"] == 2 and evidence.payload["variety"] == "en-GB"


def test_a_server_by_its_address(engine: LanguageToolEngine) -> None:
    before = running("languagetool.server")
    with LanguageToolEngine(engine.server.url, clients=2) as other:
        texts = [f"Line {number} is wrng." for number in range(130)]
        assert set(map(tuple, _marked(other.check(texts)).values())) == {("wrng",)}
        assert other.version == "6.8" and other.server is None
    assert running("languagetool.server") == before
    assert engine.server.alive(), "a server that is not ours is left alone"


def test_a_server_that_is_not_there() -> None:
    with LanguageToolEngine("http://127.0.0.1:9") as engine:
        with pytest.raises(EngineError) as raised:
            engine.check(["A text."])
        assert "http://127.0.0.1:9" in str(raised.value) and "Check the address" in str(raised.value)
        skip = engine.collect("key", ["A text."])
    assert isinstance(skip, Skip) and (skip.page, skip.engine) == ("key", "languagetool")
    assert not skip.reason.endswith(".") and skip.remedy


def test_a_server_that_dies_is_started_again_once() -> None:
    texts = [
        f"Sentence {number} has a mistaek in it, and it goes on for some more words." for number in range(400)
    ]
    before = running(*JAVA)
    with LanguageToolEngine() as engine:
        _ = engine.version
        first = engine.server.process
        threading.Timer(0.5, os.kill, (first, signal.SIGKILL)).start()
        marked = _marked(engine.check(texts))
        assert engine.server.process != first, "it was killed before the work was done"
        assert set(map(tuple, marked.values())) == {("mistaek",)} and list(marked) == texts
        os.kill(engine.server.process, signal.SIGKILL)
        with pytest.raises(EngineError, match="stopped in the middle"):
            engine.check(["Something else."])
        assert engine.check(texts[:3]), "what was answered is still known"
    assert gone(before, *JAVA)


def test_missing_libraries_and_java_are_named_with_a_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(EngineError) as raised, LanguageToolEngine(folder=tmp_path):
        pass
    assert (
        "LanguageTool is missing." in str(raised.value) and raised.value.remedy == "Run `contentlint setup`."
    )
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineError, match="java is missing"), LanguageToolEngine():
        pass


def test_the_server_ends_when_we_are_killed() -> None:
    before = running(*JAVA)
    program = "from contentlint.evidence.server import Server\ns = Server()\ns.wait()\n"
    program += "print('up', flush=True)\ninput()"
    root = str(Path(places.__file__).parents[2])
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root
    ) as child:
        assert child.stdout.readline() == b"up\n"
        assert running("languagetool.server") - before
        os.kill(child.pid, signal.SIGKILL)
    assert gone(before, *JAVA)


def test_closing_before_it_is_ready_leaves_nothing() -> None:
    before = running(*JAVA)
    with LanguageToolEngine():
        pass
    assert gone(before, *JAVA)
    with Server() as server:
        assert server.alive()
    assert not server.alive()


def test_batches_and_sharing_out() -> None:
    assert list(batches(["a" * 8, "b" * 8, "c"], most=2, characters=100)) == [["a" * 8, "b" * 8], ["c"]]
    assert list(batches(["a" * 8, "b" * 8, "c" * 200], characters=20)) == [["a" * 8, "b" * 8], ["c" * 200]]

    class Found:
        rule_id = category = rule_issue_type = message = "x"
        replacements = tuple("abcdefg")

        def __init__(self, offset: int, length: int) -> None:
            self.offset, self.error_length = offset, length

    shared = share_out(["one", "two"], [Found(5, 3), Found(1, 2), Found(2, 4)])
    assert [(m["offset"], m["length"]) for m in shared["one"]] == [(1, 2)], (
        "a match over the joint is dropped"
    )
    assert [(m["offset"], m["replacements"]) for m in shared["two"]] == [(0, list("abcde"))]
