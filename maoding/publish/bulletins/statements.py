"""Statements: what does a letter state, sentence by sentence and row by row, and from which numbers?"""

from dataclasses import dataclass

from maoding.publish.bulletins.letter import Letter
from maoding.publish.bulletins.said import Judged, Number


@dataclass(frozen=True)
class Listed:
    """A row of a finding that the letter names: its year, its key, the entry it is, and the tags it is counted by."""

    year: int
    key: str
    entry: str
    tags: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Statement:
    """One sentence, table row or chart as printed, the numbers in their order in the text, and who said them.

    `id` is what an override names: the section and the place in it. `sources` are codes. `remarks` of a row stand below
    its table.
    """

    id: str
    kind: str
    text: str
    numbers: tuple[Number, ...] = ()
    sources: tuple[str, ...] = ()
    listed: tuple[Listed, ...] = ()
    judged: tuple[Judged, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def entries(self) -> tuple[str, ...]:
        """Entries its numbers and judgements rest on, and those it names."""
        numbers = (*self.numbers, *(fact for each in self.judged for _, fact in each.facts))
        used = [entry for number in numbers for entry in number.entries]
        return tuple(dict.fromkeys([*used, *(each.entry for each in self.listed)]))


@dataclass(frozen=True)
class Ordered:
    """Numbers of a table or list from the first row to the last, which `backwards` says run from high to low."""

    statements: tuple[str, ...]
    numbers: tuple[Number, ...]
    backwards: bool


@dataclass(frozen=True)
class Composition:
    """A letter with all it states; `names` are names and quotations in it that may hold digits of their own."""

    letter: Letter
    statements: tuple[Statement, ...]
    orders: tuple[Ordered, ...]
    names: frozenset[str]
