"""Explaining: how far is a record from another row of a table, and which missing facts would settle the answer?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from maoding.decisions.phrases import names_in
from maoding.decisions.record import CellFound, Facts, RowFound, evaluate
from maoding.decisions.syntax import Between, Compare
from maoding.decisions.syntax import Test as CellTest
from maoding.decisions.table import Table


@dataclass(frozen=True)
class Miss:
    """A row that does not match: the measures whose cells fail, and by how much each would have to change.

    A measure that would have to be of another kind, or outside of something, is not in `by`.
    """

    rule_row: int
    cells: tuple[str, ...]
    by: Mapping[str, Fraction]


def nearest_misses(found: Sequence[RowFound], facts: Facts) -> list[Miss]:
    """The rows that fail in the fewest cells, each cell taken by itself (single-condition relaxation)."""
    misses = [_miss(each, facts) for each in found if each.truth is False]
    fewest = min((len(each.cells) for each in misses), default=0)
    return [each for each in misses if len(each.cells) == fewest]


def would_settle(table: Table, found: Sequence[RowFound], facts: Facts) -> list[str]:
    """The inputs that are not known and on which a row hangs, in the table's order."""
    asked = {
        name
        for row in found
        if row.truth is not False
        for cell in row.cells
        if cell.truth is None
        for name in (*names_in(cell.measure.expression), *names_in(cell.cell))
    }
    return [name for name in table.inputs if name in asked and facts.get(name) is None]


def _miss(row: RowFound, facts: Facts) -> Miss:
    failing = [cell for cell in row.cells if cell.truth is False]
    by = {cell.measure.name: way for cell in failing if (way := _way_to(cell, facts)) is not None}
    return Miss(row.row.number, tuple(cell.measure.name for cell in failing), by)


def _way_to(found: CellFound, facts: Facts) -> Fraction | None:
    """The least change of the measure that makes its cell true, or takes it to the bound it must pass."""
    if found.cell.negated or not isinstance(found.value, Fraction):
        return None
    ways = [way for test in found.cell.tests for way in _ways(test, found.value, facts)]
    return min(ways, key=abs, default=None)


def _ways(test: CellTest, value: Fraction, facts: Facts) -> Iterator[Fraction]:
    ends = (
        (test.low, test.high) if isinstance(test, Between) else (test,) if isinstance(test, Compare) else ()
    )
    for end in ends:
        than = evaluate(end.than, facts)
        if isinstance(than, Fraction):
            yield than - value
