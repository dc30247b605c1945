"""Conditions: what must hold for a row of a table, as a tree the kernel can lay out in loops?

It says what `decisions.conditions` says in expressions for frames, node by node; the differential test holds the two
and the plain evaluator to one answer.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import cast

from maoding.decisions.expressions import FLIPPED, is_positive
from maoding.decisions.inputs import Bound
from maoding.decisions.measures import Measures
from maoding.decisions.quotients import Quotient, Sum, apart
from maoding.decisions.syntax import (
    NUMBER,
    Between,
    Cell,
    Compare,
    Expression,
    IsNull,
    Literal,
    Name,
    kind_of,
)
from maoding.decisions.syntax import Test as CellTest
from maoding.decisions.table import Row, Table
from maoding.terms.language import say


class NotForKernelError(Exception):
    """The table asks for something the kernel has no loops for; frames decide it. The message says what."""


@dataclass(frozen=True)
class Always:
    """True, or false."""

    truth: bool


@dataclass(frozen=True)
class Within:
    """A column of whole numbers lies between two, both counted in; None leaves an end open."""

    column: str
    low: int | None
    high: int | None


@dataclass(frozen=True)
class Is:
    """A column of texts or of true and false holds this value."""

    column: str
    value: str | bool


@dataclass(frozen=True)
class Sign:
    """A sum of products of columns lies so to nought; not known where one of the columns is missing."""

    sum: tuple[tuple[tuple[str, ...], int], ...]
    sign: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Missing:
    """A column holds nothing."""

    column: str


@dataclass(frozen=True)
class Every:
    """All of these hold."""

    parts: tuple["Node", ...]


@dataclass(frozen=True)
class Some:
    """One of these holds."""

    parts: tuple["Node", ...]


@dataclass(frozen=True)
class Not:
    """This does not hold."""

    part: "Node"


@dataclass(frozen=True)
class Surely:
    """This holds and is known to."""

    part: "Node"


Node = Always | Within | Is | Sign | Missing | Every | Some | Not | Surely


def every(parts: Iterable[Node]) -> Node:
    """All of them, without what says nothing."""
    kept = tuple(dict.fromkeys(part for part in parts if part != Always(truth=True)))
    return kept[0] if len(kept) == 1 else Every(kept) if kept else Always(truth=True)


def some(parts: Iterable[Node]) -> Node:
    """One of them, without what says nothing."""
    kept = tuple(dict.fromkeys(part for part in parts if part != Always(truth=False)))
    return kept[0] if len(kept) == 1 else Some(kept) if kept else Always(truth=False)


class Conditions:
    """Builds the trees for the rows of one table."""

    def __init__(self, table: Table, inputs: Bound) -> None:
        self.table = table
        self.measures = Measures(inputs)

    def cells(self, row: Row) -> list[Node]:
        """Truth of each cell that asks for something."""
        pairs = zip(self.table.measures, row.cells, strict=True)
        return [self._cell(cell, measure.expression) for measure, cell in pairs if cell.tests]

    def matches(self, row: Row) -> Node:
        """Whether the row matches as DMN has it: missing facts match nothing but ``-`` and ``null``."""
        pairs = zip(self.table.measures, row.cells, strict=True)
        return every(self._cell_matches(cell, measure.expression) for measure, cell in pairs if cell.tests)

    def _cell(self, cell: Cell, head: Expression) -> Node:
        held = some(self._test(test, head) for test in cell.tests)
        if not cell.negated:
            return held
        valueless = self._valueless(head, *(compare.than for compare in cell.compares))
        return every([Not(held), *(Not(each) for each in valueless)])

    def _cell_matches(self, cell: Cell, head: Expression) -> Node:
        if cell.negated:
            return every([Surely(self._cell(cell, head)), Not(self._is_null(head))])
        tests: list[Node] = [
            Surely(self._test(test, head)) for test in cell.tests if not isinstance(test, IsNull)
        ]
        return some([*tests, self._is_null(head)] if cell.asks_for_null else tests)

    def _test(self, test: CellTest, head: Expression) -> Node:
        if isinstance(test, IsNull):
            return some(self._valueless(head))
        if isinstance(test, Between):
            return every([self._holds(test.low, head), self._holds(test.high, head)])
        return self._holds(test, head)

    def _holds(self, compare: Compare, head: Expression) -> Node:
        if self._kind(head) != NUMBER:
            return self._same(head, compare.than)
        to_nought = apart(self.measures.quotient(head), self.measures.quotient(compare.than))
        held = self._sign(compare.sign, to_nought)
        valueless = self._valueless(head, compare.than)
        return every([*(Not(Surely(each)) for each in valueless), held])

    def _sign(self, sign: str, value: Quotient) -> Node:
        above = _laid_out(sign, value.above, value.columns)
        if is_positive(value.below, self.measures.inputs.positive):
            return above
        other = _laid_out(FLIPPED[sign], value.above, value.columns)
        below = Surely(_laid_out(">", value.below, value.columns))
        return some([every([below, above]), every([Not(below), other])])

    def _same(self, head: Expression, than: Expression) -> Node:
        if isinstance(head, Name) and isinstance(than, Literal):
            column = self.measures.inputs.columns[head.name]
            return Is(column, cast("str | bool", than.value))
        raise NotForKernelError(say("两个文字输入相比"))

    def _valueless(self, *expressions: Expression) -> list[Node]:
        divisors = []
        for each in expressions:
            if self._kind(each) == NUMBER:
                divisors += [each for each in self.measures.quotient(each).divisors if each not in divisors]
        return [_laid_out("=", divisor.sum, divisor.columns) for divisor in divisors]

    def _is_null(self, head: Expression) -> Node:
        if self._kind(head) != NUMBER:
            return Missing(self.measures.inputs.columns[cast("Name", head).name])
        unknown = [Missing(column) for column in sorted(self.measures.quotient(head).columns)]
        return some([*unknown, *(Surely(each) for each in self._valueless(head))])

    def _kind(self, expression: Expression) -> str:
        return kind_of(expression, self.table.kinds)


def _laid_out(sign: str, sum_: Sum, columns: frozenset[str]) -> Node:
    """A sum against nought: of one column alone as a range of its whole numbers."""
    if len(columns) == 1 and set(sum_) <= {(), tuple(columns)} and tuple(columns) in sum_:
        (column,) = columns
        return _range(sign, column, sum_[(column,)], sum_.get((), 0))
    return Sign(tuple(sorted(sum_.items())), sign, tuple(sorted(columns)))


def _range(sign: str, column: str, by: int, plus: int) -> Node:
    """Whole numbers x for which by·x + plus stands so to nought."""
    edge = Fraction(-plus, by)
    sign = sign if by > 0 else FLIPPED[sign]
    down, up = edge.__floor__(), edge.__ceil__()
    if sign == "=" and down != up:
        return every([Within(column, 0, -1)])  # no whole number is, and a missing one is still not known
    ends = {"=": (down, up), "<": (None, up - 1), "<=": (None, down), ">": (down + 1, None), ">=": (up, None)}
    return Within(column, *ends[sign])
