"""The patterns of file names in a .vale.ini → regular expressions."""

from __future__ import annotations

import re

from contentlint.errors import ConfigError


def compile_glob(glob: str, where: str) -> re.Pattern[str]:
    """Return what a whole path must fit. "*" crosses folders unless the pattern holds "**".

    Raises ConfigError for a pattern that never closes a bracket.
    """
    negated = glob.startswith("!")
    body = glob.lstrip("!") if negated else glob
    deep = "**" in body
    made: list[str] = []
    at, depth = 0, 0
    while at < len(body):
        letter = body[at]
        at += 1
        if letter == "*":
            if body.startswith("*", at):
                at += 1
                if body.startswith("/", at):
                    at += 1
                    made.append("(?:.*/)?")
                    continue
                made.append(".*")
            else:
                made.append("[^/]*" if deep else ".*")
        elif letter == "?":
            made.append("[^/]" if deep else ".")
        elif letter == "{":
            made.append("(?:")
            depth += 1
        elif letter == "}" and depth:
            made.append(")")
            depth -= 1
        elif letter == "," and depth:
            made.append("|")
        elif letter == "[":
            stop = body.find("]", at + 1)
            if stop < 0:
                raise ConfigError(f"The pattern “{glob}” never closes its bracket.", where=where)
            inner = body[at:stop].replace("\\", "\\\\")
            made.append("[" + ("^" + inner[1:] if inner[:1] in ("!", "^") else inner) + "]")
            at = stop + 1
        elif letter == "\\" and at < len(body):
            made.append(re.escape(body[at]))
            at += 1
        else:
            made.append(re.escape(letter))
    if depth:
        raise ConfigError(f"The pattern “{glob}” never closes its brace.", where=where)
    whole = "".join(made)
    try:
        return re.compile(rf"(?s:(?!(?:{whole})\Z).*)" if negated else rf"(?s:{whole})")
    except re.error as error:
        raise ConfigError(f"The pattern “{glob}” is wrong: {error}.", where=where) from None
