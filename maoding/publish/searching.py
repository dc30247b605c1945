"""Searching: what bears a name or code like the one looked for, and which of it was known by the day?

An index holds everything by code and by spelling, in all languages its names are known in; it is worked out once a
day asked about, and what becomes known only later is held apart.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from maoding.publish.spelling import BEGINS, Spelling, looked_for, nearest, rank, spelling

CODE = 0  # an exact code; better than any way to find a name
SHORTEST = 2  # letters with which a code may be begun


@dataclass(frozen=True)
class Thing:
    """Something that can be found: its kind, the code its address is made of, its name in the reader's language.

    `codes` are all it is found by exactly, the first of them also by its beginning; `also` are other names; `row` is
    what its line is told from; `known_from` the first day it is known, None where it always is.
    """

    kind: str
    code: str
    name: str
    codes: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    known_from: dt.date | None = None
    row: dict[str, Any] = field(default_factory=dict, compare=False)

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from everything else."""
        return self.kind, self.code


@dataclass(frozen=True)
class Hit:
    """A thing that was found, and how: CODE, or one of the ways of ``spelling.py``; less is better."""

    rank: int
    thing: Thing


@dataclass(frozen=True)
class _Spelt:
    """A thing with its codes in small letters, its names as spelt, and all of that in one text to look through fast."""

    thing: Thing
    codes: tuple[str, ...]
    names: tuple[Spelling, ...]
    all: str


class Index:
    """Things by code and spelling; `later` are those that become known after the day."""

    def __init__(self, known: Iterable[Thing], later: Iterable[Thing] = ()) -> None:
        self.known = sorted(map(_spelt, known), key=lambda each: (len(each.thing.name), each.names[0].pinyin))
        ours = {each.thing.key for each in self.known}
        self.later = [_spelt(thing) for thing in later if thing.key not in ours]

    def find(self, words: str) -> list[Hit]:
        """What was known by the day, best first; of equals the shorter name, then by sound."""
        return sorted(_found(self.known, words), key=lambda hit: hit.rank)

    def find_later(self, words: str) -> list[Thing]:
        """What becomes known after the day, the first known first."""
        found = [hit.thing for hit in _found(self.later, words)]
        return sorted(found, key=lambda thing: (thing.known_from or dt.date.min, thing.key))

    def like(self, words: str) -> list[str]:
        """Names most like words that name nothing."""
        return nearest(words, [each.thing.name for each in self.known])


def _spelt(thing: Thing) -> _Spelt:
    codes = tuple(code.casefold() for code in thing.codes)
    names = tuple(spelling(name) for name in dict.fromkeys((thing.name, *thing.also)) if name)
    told = "\n".join((*codes, *(part for name in names for part in (name.text, name.pinyin, name.initials))))
    return _Spelt(thing, codes, names, told)


def _found(things: Iterable[_Spelt], words: str) -> list[Hit]:
    wanted = looked_for(words)
    if not wanted:
        return []
    likely = list(things)
    for word in wanted:
        likely = [each for each in likely if word in each.all]
    ranked = ((_rank(each, wanted), each) for each in likely)
    return [Hit(found, each.thing) for found, each in ranked if found is not None]


def _rank(each: _Spelt, wanted: tuple[str, ...]) -> int | None:
    """How a thing is found, by the best of its codes and names; None where by none."""
    if len(wanted) == 1:
        code = wanted[0]
        if code in each.codes:
            return CODE
        if len(code) >= SHORTEST and each.codes and each.codes[0].startswith(code):
            return BEGINS
    ranks = [found for name in each.names if (found := rank(name, wanted)) is not None]
    return min(ranks, default=None)
