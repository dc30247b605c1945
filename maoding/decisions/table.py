"""Table: what is a decision table made of?"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from maoding.decisions.syntax import Cell, Expression

FIRST, UNIQUE = "first", "unique"
HIT_POLICIES = (FIRST, UNIQUE)
WHOLE_NUMBER = "whole"

# What the note of an answer may say. The first is what a gap row says (规则未规定).
NOT_IN_RULE, NO_ROW, CONFLICT, TOO_LARGE, NOTHING_TO_SAY = (
    "not_in_rule",
    "no_row",
    "conflict",
    "too_large",
    "",
)

Given = str | bool | int


@dataclass(frozen=True)
class Label:
    """What something is called, in Chinese and in English."""

    zh: str
    en: str


@dataclass(frozen=True)
class Input:
    """A fact the table asks for: number, text or yes_no; a text may be held to a list of `words`."""

    name: str
    kind: str
    label: Label
    unit: str
    words: Mapping[str, Label]


@dataclass(frozen=True)
class Measure:
    """What the cells of one column are tests of (DMN input clause): an expression over the inputs."""

    name: str
    expression: Expression
    kind: str
    label: Label
    unit: str


@dataclass(frozen=True)
class Outcome:
    """One thing the table answers: text (one of `words`, if there are any), yes_no or whole."""

    name: str
    kind: str
    label: Label
    words: Mapping[str, Label]


@dataclass(frozen=True)
class Row:
    """One row: a cell for each measure, a value for each outcome.

    A `gap` row stands for what the published rule leaves open (规则未规定); its outcome is assumed.
    """

    number: int
    cells: tuple[Cell, ...]
    given: tuple[Given, ...]
    gap: bool

    @property
    def asks_for_null(self) -> bool:
        """Whether one of its cells tests for null itself."""
        return any(cell.asks_for_null for cell in self.cells)


@dataclass(frozen=True)
class Table:
    """A decision table (DMN): measures over inputs, rows of cells, a hit policy."""

    name: str
    hit_policy: str
    inputs: Mapping[str, Input]
    measures: tuple[Measure, ...]
    outcomes: tuple[Outcome, ...]
    rows: tuple[Row, ...]

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Kind of each input by its name."""
        return {name: each.kind for name, each in self.inputs.items()}

    def outcome_of(self, row: Row | None) -> dict[str, Given | None]:
        """What a row answers; nothing at all where no row applies."""
        given = row.given if row else (None,) * len(self.outcomes)
        return {outcome.name: value for outcome, value in zip(self.outcomes, given, strict=True)}
