"""Record: what does a decision table say of one record, worked out in plain fractions?

This is the reference the columns are held against, and what explains a single answer. `truth` is over every value a
missing input might have: True or False when it makes no difference, None when it does.
"""

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from maoding.decisions.kleene import Truth, every, inverse, some
from maoding.decisions.syntax import (
    Arithmetic,
    Cell,
    Compare,
    Expression,
    Floor,
    IsNull,
    Literal,
    Name,
    Negative,
    Value,
)
from maoding.decisions.syntax import Test as CellTest
from maoding.decisions.table import (
    CONFLICT,
    FIRST,
    NO_ROW,
    NOT_IN_RULE,
    NOTHING_TO_SAY,
    Given,
    Measure,
    Row,
    Table,
)

Facts = Mapping[str, Value | None]

HOLDS: dict[str, Callable[[Value, Value], bool]] = {
    "=": operator.eq,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
WORKED: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


@dataclass(frozen=True)
class Decision:
    """What the table says of a record; see `columns.decide` for what each part means."""

    outcome: dict[str, Given | None]
    rule_row: int | None
    gap: bool
    certain: bool
    note: str


@dataclass(frozen=True)
class CellFound:
    """One cell of one row, held against the record: the measure's value (None: none known) and the cell's truth."""

    measure: Measure
    cell: Cell
    value: Value | None
    matches: bool
    truth: Truth


@dataclass(frozen=True)
class RowFound:
    """One row held against the record: `matches` as DMN has it, `truth` over all values missing facts may have."""

    row: Row
    cells: tuple[CellFound, ...]

    @property
    def matches(self) -> bool:
        """Whether every cell matches; a missing fact matches nothing."""
        return all(cell.matches for cell in self.cells)

    @property
    def truth(self) -> Truth:
        """Whether the row would apply whatever the missing facts turn out to be."""
        return every(cell.truth for cell in self.cells)


def decide_one(table: Table, facts: Facts) -> Decision:
    """Decide one record whose facts are exact: numbers as Fraction, None or left out where not known."""
    found = explain_one(table, facts)
    fired = [each for each in found if each.matches]
    if table.hit_policy == FIRST:
        row = fired[0].row if fired else None
        return _decision(table, row, certain=_certain_first(found, row))
    conflict = len(fired) > 1
    row = None if conflict or not fired else fired[0].row
    settled = [each for each in found if each.truth]
    certain = len(settled) > 1 if conflict else all(each.truth is each.matches for each in found)
    return _decision(table, row, certain=certain, conflict=conflict)


def explain_one(table: Table, facts: Facts) -> tuple[RowFound, ...]:
    """Every row with its cells held against one record: which cell spoke for it, which against, which not known."""
    return tuple(RowFound(row, tuple(_cells_found(table, row, facts))) for row in table.rows)


def _cells_found(table: Table, row: Row, facts: Facts) -> Iterator[CellFound]:
    for measure, cell in zip(table.measures, row.cells, strict=True):
        value = evaluate(measure.expression, facts)
        matches = _matches(cell, measure.expression, facts)
        yield CellFound(measure, cell, value, matches, _truth(cell, measure.expression, facts))


def _decision(table: Table, row: Row | None, *, certain: bool, conflict: bool = False) -> Decision:
    gap = row is not None and row.gap
    note = NOT_IN_RULE if gap else NOTHING_TO_SAY
    if row is None:
        note = CONFLICT if conflict else NO_ROW
    return Decision(table.outcome_of(row), row.number if row else None, gap, certain, note)


def _certain_first(found: tuple[RowFound, ...], answer: Row | None) -> bool:
    """Whether every row that might come first, and none coming at all, would answer the same."""
    possible: list[Row | None] = []
    for each in found:
        if each.truth is not False:
            possible.append(each.row)
        if each.truth:
            break
    else:
        possible.append(None)
    return all(_says(row) == _says(answer) for row in possible)


def _says(row: Row | None) -> tuple[tuple[Given, ...], bool] | None:
    return (row.given, row.gap) if row else None


def _matches(cell: Cell, head: Expression, facts: Facts) -> bool:
    """DMN: a value that is missing matches nothing but ``-`` and ``null``."""
    null = evaluate(head, facts) is None
    if cell.negated:
        return bool(_truth(cell, head, facts)) and not null
    tests = [_test_truth(test, head, facts) for test in cell.tests if not isinstance(test, IsNull)]
    return not cell.tests or True in tests or (null and cell.asks_for_null)


def _truth(cell: Cell, head: Expression, facts: Facts) -> Truth:
    tests = [_test_truth(test, head, facts) for test in cell.tests]
    if not cell.negated:
        return some(tests) if tests else True
    valueless = [undefined(each, facts) for each in (head, *(compare.than for compare in cell.compares))]
    return every([inverse(some(tests)), inverse(some(valueless))])


def _test_truth(test: CellTest, head: Expression, facts: Facts) -> Truth:
    if isinstance(test, IsNull):
        return undefined(head, facts)
    if isinstance(test, Compare):
        return _holds(test, head, facts)
    return every([_holds(test.low, head, facts), _holds(test.high, head, facts)])


def _holds(compare: Compare, head: Expression, facts: Facts) -> Truth:
    if some([undefined(head, facts), undefined(compare.than, facts)]):
        return False
    left, right = evaluate(head, facts), evaluate(compare.than, facts)
    return None if left is None or right is None else HOLDS[compare.sign](left, right)


def evaluate(expression: Expression, facts: Facts) -> Value | None:
    """Value of an expression; None where a fact is missing or something is divided by nought."""
    if isinstance(expression, Literal):
        return expression.value
    if isinstance(expression, Name):
        return facts.get(expression.name)
    if isinstance(expression, Arithmetic):
        return _worked_out(expression, facts)
    value = evaluate(expression.of, facts)
    if value is None:
        return None
    number = Fraction(value)
    return -number if isinstance(expression, Negative) else Fraction(floor(number))


def _worked_out(sum_: Arithmetic, facts: Facts) -> Fraction | None:
    left, right = evaluate(sum_.left, facts), evaluate(sum_.right, facts)
    if left is None or right is None or (sum_.sign == "/" and right == 0):
        return None
    return WORKED[sum_.sign](Fraction(left), Fraction(right))


def undefined(expression: Expression, facts: Facts) -> Truth:
    """Whether the expression divides by nought, whatever the missing facts are."""
    if isinstance(expression, Literal | Name):
        return False
    if isinstance(expression, Negative | Floor):
        return undefined(expression.of, facts)
    parts = [undefined(expression.left, facts), undefined(expression.right, facts)]
    if expression.sign == "/":
        divisor = evaluate(expression.right, facts)
        parts.append(None if divisor is None else divisor == 0)
    return some(parts)
