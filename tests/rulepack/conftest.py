"""Writes packs into a folder, and makes pages by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from contentlint.model import Block, Hit, Page, Place
from contentlint.rulepack import compile_pack, load_pack

HEAD = "title: A word to avoid\nmessage: '“{match}” can go'\nwhy: It helps nobody.\n"
EXAMPLES = "examples:\n  - {bad: x, flags: [x]}\n  - {good: y}\n"

Write = Callable[..., Path]
Match = Callable[..., list[Hit]]


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the cache of a test inside its own folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes rule files and returns the folder of packs."""

    def made(files: Mapping[str, str] | None = None, **rules: str) -> Path:
        folder = tmp_path / "rules"
        for name, text in {
            **(files or {}),
            **{f"town/{key}.yaml": text for key, text in rules.items()},
        }.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return folder

    return made


def ours(body: str) -> str:
    """Return a whole rule file of ours from the keys of its type."""
    return HEAD + body + "\n" + EXAMPLES


def page(*texts: str | Block, lang: str | None = "en") -> Page:
    """Return a page of paragraphs (or of blocks made by hand)."""
    blocks, offset = [], 0
    for text in texts:
        block = text if isinstance(text, Block) else Block("paragraph", text, Place(), source=((0, offset),))
        blocks.append(block)
        offset += len(block.text) + 1
    return Page(
        key="draft.txt", url=None, media="text", title=None, lang=lang, blocks=tuple(blocks), line_starts=(0,)
    )


@pytest.fixture
def match(write: Write) -> Match:
    """Return a function that gives the hits of one rule (its YAML keys) on a page or a text."""

    def found(
        body: str, on: str | Page, vocabulary: frozenset[str] = frozenset(), vale: bool = False
    ) -> list[Hit]:
        folder = write({"town/rule.yaml": body if vale else ours(body)})
        matcher = compile_pack(load_pack([folder]), vocabulary)
        return list(matcher.match(page(on) if isinstance(on, str) else on))

    return found


def quotes(hits: list[Hit]) -> list[str | None]:
    """Return the quoted words of hits."""
    return [hit.location.quote for hit in hits]


def fixed(text: str, hits: list[Hit]) -> str:
    """Return a text of one paragraph after all fixes."""
    for hit in reversed(hits):
        assert hit.fix is not None
        text = text[: hit.fix.start] + hit.fix.text + text[hit.fix.end :]
    return text
