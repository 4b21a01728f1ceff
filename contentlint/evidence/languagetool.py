"""Spelling and grammar by LanguageTool, on a server of our own or one that is named.

`language_tool_python` is the client; it is imported when the engine starts, since it costs 0.2 s.
"""

from __future__ import annotations

import contextlib
import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from contentlint.errors import EngineError
from contentlint.evidence.server import Server, first_check
from contentlint.model import Evidence, Skip

if TYPE_CHECKING:
    from language_tool_python import LanguageTool

ENGINE = "languagetool"
# Rules that misread the pieces of a web page (a link, a bullet, a cell), look across pieces that only
# stand together in one request, or want commas and dashes where British guidance does not.
DISABLED = (
    "COMMA_COMPOUND_SENTENCE", "COMMA_COMPOUND_SENTENCE_2", "COMMA_COMPOUND_SENTENCE_3",
    "COMMA_COMPOUND_SENTENCE_4", "COMMA_PARENTHESIS_WHITESPACE", "CONSECUTIVE_SPACES", "DASH_RULE",
    "DOUBLE_PUNCTUATION", "EN_DASH_RULE", "EN_QUOTES", "EN_UNPAIRED_BRACKETS", "EN_UNPAIRED_QUOTES",
    "ENGLISH_WORD_REPEAT_BEGINNING_RULE", "HYPHEN_TO_EN", "LC_AFTER_PERIOD",
    "PARAGRAPH_REPEAT_BEGINNING_RULE",
    "PHRASE_REPETITION", "PUNCTUATION_PARAGRAPH_END", "PUNCTUATION_PARAGRAPH_END2", "SENTENCE_WHITESPACE",
    "TOO_LONG_PARAGRAPH", "TOO_LONG_SENTENCE", "UNIT_SPACE", "UPPERCASE_SENTENCE_START",
    "WHITESPACE_PARAGRAPH", "WHITESPACE_PARAGRAPH_BEGIN", "WHITESPACE_RULE",
)  # fmt: skip
# Matters of style, on which our own packs follow other guidance, and guesses at misspelt names of
# several words, which are mostly wrong on the names of a place, and slow.
DISABLED_CATEGORIES = (
    "BRE_STYLE_OXFORD_SPELLING", "CREATIVE_WRITING", "MULTITOKEN_SPELLING", "PLAIN_ENGLISH", "REDUNDANCY",
    "REPETITIONS_STYLE", "STYLE", "WIKIPEDIA",
)  # fmt: skip
TEXTS, CHARACTERS = 60, 20_000  # a request's size: few big requests cost a fifth of many small ones
_BETWEEN = "\n\n"
_BEYOND = re.compile(r"[\U00010000-\U0010ffff]")

Match = dict[str, object]


class LanguageToolEngine:
    """Checks texts. Use it as a context manager.

    server: address of a running server, or None to start one here. variety: "en-GB" … disabled,
    categories: ids of rules and of categories of rules that stay off. clients: requests at a time,
    2 at most: a second one needs a fifth more work, and helps only where nothing else is running.
    folder: the libraries, by default where setup put them. Starting does not wait: the server reads
    its rules while pages are being fetched.
    Raises EngineError with a remedy where Java or the libraries are missing.
    """

    def __init__(self, server: str | None = None, variety: str = "en-GB",
                 disabled: Iterable[str] = DISABLED, *, categories: Iterable[str] = DISABLED_CATEGORIES,
                 clients: int = 1, folder: Path | None = None) -> None:  # fmt: skip
        self._address, self._variety, self._folder = server, variety, folder
        self._disabled, self._categories = set(disabled), set(categories)
        self._clients = max(1, min(2, clients))
        self._answers: dict[str, tuple[Match, ...]] = {}
        self._lock = threading.Lock()
        self._restarts = 0
        self.requests = 0  # that carried texts, those sent again included
        self._server: Server | None = None
        self._starting: Future[tuple[LanguageTool, str]] | None = None

    def __enter__(self) -> LanguageToolEngine:
        self._start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:  # fmt: skip
        self.close()

    def close(self) -> None:
        """Stop the server if it is ours. May be called more than once."""
        if self._server:
            self._server.close()
            with contextlib.suppress(TimeoutError):
                self._starting.exception(10)  # type: ignore[union-attr]  # what waits for the server fails at once

    def _start(self) -> None:
        if self._address is None:
            self._server = Server(self._folder)
        self._starting = Future()
        threading.Thread(target=self._connect, args=(self._starting,), daemon=True).start()

    def _connect(self, starting: Future[tuple[LanguageTool, str]]) -> None:
        try:
            from language_tool_python import LanguageTool
            from language_tool_python.exceptions import LanguageToolError

            url = self._server.url if self._server else str(self._address)
            if self._server:
                self._server.wait()
            version = first_check(url, self._variety, local=self._server is not None)
            # an empty proxy keeps requests to our own server off a proxy of the environment
            proxies = {"http": "", "https": ""} if self._server else None
            try:
                client = LanguageTool(self._variety, remote_server=url, proxies=proxies)
            except (LanguageToolError, ValueError, OSError) as error:
                raise EngineError(f"LanguageTool does not answer: {error}", where=url) from error
            client._TIMEOUT = 120  # seconds; five minutes by default
            client.disabled_rules = self._disabled
            client.disabled_categories = self._categories
            starting.set_result((client, version))
        except BaseException as error:
            starting.set_exception(error)

    def _ready(self) -> tuple[LanguageTool, str]:
        if self._starting is None:
            raise EngineError("LanguageTool was not started.")
        return self._starting.result()

    @property
    def version(self) -> str:
        """The server's version; waits until it is ready. Raises EngineError where it does not start."""
        return self._ready()[1]

    @property
    def server(self) -> Server | None:
        """The server that this engine started, or None."""
        return self._server

    def collect(self, key: str, texts: Sequence[str]) -> Evidence | Skip:
        """Check a page's texts. The payload is {"variety": str, "checked": number of distinct texts,
        "texts": {text: [match, …]}}; texts without a match are left out."""
        try:
            answers = self.check(texts)
            if missing := len(set(texts)) - len(answers):
                return Skip(key, ENGINE, f"LanguageTool could not check {missing} of the texts")
            payload = {"variety": self._variety, "checked": len(answers),
                       "texts": {text: list(found) for text, found in answers.items() if found}}  # fmt: skip
            return Evidence(ENGINE, self.version, key, payload)
        except EngineError as error:
            return Skip(key, ENGINE, error.what.rstrip("."), remedy=error.remedy)

    def check(self, texts: Sequence[str]) -> dict[str, tuple[Match, ...]]:
        """Return the matches of each distinct text, in order of offset.

        A match: rule, category, type and message (str), offset and length (characters of the text,
        from 0), replacements (at most 5 str). A text that was checked before is not sent again; one
        that the server refuses even by itself is absent. A server of ours that dies is started
        again once. Raises EngineError where there is no server (any more).
        """
        with self._lock:
            wanted = list(dict.fromkeys(texts))
            open_texts = [text for text in wanted if text not in self._answers and text.strip()]
            while open_texts:
                client, _ = self._ready()
                if self._send_all(client, open_texts):
                    break
                self._restart()
                open_texts = [text for text in open_texts if text not in self._answers]
            return {text: self._answers.get(text, ()) for text in wanted
                    if text in self._answers or not text.strip()}  # fmt: skip

    def _send_all(self, client: LanguageTool, texts: list[str]) -> bool:
        """Send texts in batches; False where the server is gone and some may be unanswered."""
        todo = list(batches(texts))
        if self._clients == 1 or len(todo) == 1:
            return all(self._send(client, batch) for batch in todo)
        with ThreadPoolExecutor(self._clients) as pool:
            return all(pool.map(lambda batch: self._send(client, batch), todo))

    def _send(self, client: LanguageTool, batch: list[str]) -> bool:
        from language_tool_python.exceptions import LanguageToolError

        # Offsets of characters beyond the basic plane count double on the server. A stand-in of one
        # unit keeps them even, and keeps the client's own (shared, unlocked) correction out of it.
        joined = _BEYOND.sub("\u2603", _BETWEEN.join(batch))
        self.requests += 1
        try:
            matches = client.check(joined)
        except (LanguageToolError, KeyError, TypeError, ValueError, OSError):
            if not self._reachable():
                return False
            if len(batch) > 1:  # one text may be at fault: look for it
                middle = len(batch) // 2
                return self._send(client, batch[:middle]) and self._send(client, batch[middle:])
            return True
        self._answers.update(share_out(batch, matches))
        return True

    def _reachable(self) -> bool:
        if self._server is not None:
            return self._server.responds()
        first_check(str(self._address), self._variety, local=False)  # raises where it is gone
        return True

    def _restart(self) -> None:
        if self._server is None or self._restarts:
            raise EngineError("LanguageTool stopped in the middle of the work.",
                              remedy="Check that the machine has 1 GB of memory to spare.")  # fmt: skip
        self._restarts += 1
        self._server.close()
        self._start()


def batches(texts: Iterable[str], most: int = TEXTS, characters: int = CHARACTERS) -> Iterator[list[str]]:
    """Yield groups of texts: at most `most`, and at most `characters` in all (a longer text goes alone)."""
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and (len(batch) >= most or size + len(text) > characters):
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text) + len(_BETWEEN)
    if batch:
        yield batch


def share_out(batch: Sequence[str], matches: Iterable[object]) -> dict[str, tuple[Match, ...]]:
    """Give each text of a joined batch its own matches, offsets counted from its own start.

    A match that reaches over the end of a text is about the joining, and is dropped.
    """
    found: dict[str, list[Match]] = {text: [] for text in batch}
    spans, start = [], 0
    for text in batch:
        spans.append((start, start + len(text), text))
        start += len(text) + len(_BETWEEN)
    for match in matches:
        for first, end, text in spans:
            if first <= match.offset < end and match.offset + match.error_length <= end:  # type: ignore[attr-defined]
                found[text].append(_plain(match, first))
    return {text: tuple(sorted(items, key=lambda item: (item["offset"], item["length"], item["rule"])))
            for text, items in found.items()}  # fmt: skip


def _plain(match: object, start: int) -> Match:
    return {
        "rule": match.rule_id, "category": match.category, "type": match.rule_issue_type,
        "message": match.message, "offset": match.offset - start, "length": match.error_length,
        "replacements": list(match.replacements[:5]),
    }  # type: ignore[attr-defined]  # fmt: skip
