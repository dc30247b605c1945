"""Names: where does a name that has blanks or signs in it end?

FEEL lets a name be ``date and time`` or ``收入-支出``. Such a name is one word where it is known, the longest first;
plain words side by side are one name in any case.
"""

import re
from collections.abc import Iterable

# As DMN has it, but for the punctuation of Chinese texts, which is far likelier to be a slip than part of a name.
START = (
    "?A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3005-\u3007\u3021-\u302f\u3031-\ud7ff\uf900-\ufdcf\ufdf0-\ufdff\uff66-\uffdc\U00010000-\U000effff"
)
_PART = START + "\u00b7\u0300-\u036f\u203f\u2040"
WORD = re.compile(rf"[{START}](?:[{_PART}]|\d)*")
PART = re.compile(rf"[{_PART}]|\d")
PARTS = re.compile(rf"(?:[{_PART}]|\d)+|\S")
BLANKS = re.compile(r"\s*")
KNOWN_EVERYWHERE = ("date and time", "years and months duration", "days and time duration")


class Names:
    """The names that are known at one place, for finding the longest one that stands at a position."""

    def __init__(self, known: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for name in (*KNOWN_EVERYWHERE, *known):
            self.add(name)

    def add(self, name: str) -> None:
        """Know one more name; one that is a single word is found without being known."""
        parts = tuple(PARTS.findall(name))
        others = self._by_first.setdefault(parts[0] if parts else "", [])
        if len(parts) > 1 and parts not in others:
            others.append(parts)
            others.sort(key=len, reverse=True)

    def longest_at(self, text: str, start: int) -> tuple[str, int] | None:
        """The longest known name of more than one part at a position, and where it ends."""
        first = PARTS.match(text, start)
        for parts in self._by_first.get(first[0], ()) if first else ():
            end = _end_of(parts, text, start)
            if end is not None:
                return plain(text[start:end], parts), end
        return None


def _end_of(parts: tuple[str, ...], text: str, start: int) -> int | None:
    end = start
    for number, part in enumerate(parts):
        found = PARTS.match(text, _past_blanks(text, end) if number else end)
        if found is None or found[0] != part:
            return None
        end = found.end()
    return end


def _past_blanks(text: str, start: int) -> int:
    found = BLANKS.match(text, start)
    return found.end() if found else start


def plain(written: str, parts: tuple[str, ...] = ()) -> str:
    """A name as it is looked up: parts that are words with one blank between, signs without any."""
    told = ""
    for part in parts or PARTS.findall(written):
        joined = told and PART.match(part) and PART.match(told[-1])
        told += f" {part}" if joined else part
    return told
