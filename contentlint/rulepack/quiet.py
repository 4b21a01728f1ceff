"""What comments in a page turn off: `contentlint off`, `contentlint govuk/hub = NO`, `contentlint style = govuk`."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

_RULE = re.compile(r"([\w./-]+?)(\[.*\])?\s*=\s*(YES|NO|on|off)\Z")
_STYLES = re.compile(r"styles?\s*=\s*(.+)\Z")


def quiet(switches: Sequence[tuple[str, int]], rule: str, words: str | None, offset: int) -> bool:
    """Tell whether a rule is off for words at a source offset.

    switches: (what the comment says after "contentlint", its offset), in order. A comment holds from where it
    stands to the next one that says otherwise. A rule is named by its id, or all of a pack by the pack.
    """
    off, only, named = False, None, {}
    for said, place in switches:
        if place > offset:
            break
        if said in ("off", "on"):
            off = said == "off"
        elif match := _STYLES.match(said):
            only = {name.strip() for name in match[1].split(",")}
        elif match := _RULE.match(said):
            for item in _listed(match[2]):
                named[match[1].replace(".", "/"), item] = match[3] in ("NO", "off")
    pack = rule.partition("/")[0]
    if off or (only is not None and pack not in only):
        return True
    if words is not None and (rule, words) in named:
        return named[rule, words]
    return named.get((rule, None), named.get((pack, None), False))


def _listed(written: str | None) -> list[str | None]:
    """Return the words of `["one", "two"]`, or None alone where all words are meant."""
    if not written:
        return [None]
    try:
        return [str(item) for item in json.loads(written)]
    except ValueError:
        return []
