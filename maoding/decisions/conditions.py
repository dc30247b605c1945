"""Conditions: which column expression says whether a row of a decision table applies?

All expressions are true, false or null as `record` has them: null where a missing fact decides. Numbers are compared
by the sign of whole-number sums, never as floats.
"""

from dataclasses import dataclass
from typing import cast

import narwhals as nw

from maoding.decisions.expressions import every, is_nought, sign_is, some
from maoding.decisions.measures import Measures
from maoding.decisions.quotients import Divisor, apart
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


@dataclass(frozen=True)
class Conditions:
    """Builds the expressions for the rows of one table; what they need worked out first is left in `measures`."""

    table: Table
    measures: Measures

    def truth(self, row: Row) -> nw.Expr:
        """Whether the row applies whatever the missing facts are; null where they decide."""
        pairs = zip(self.table.measures, row.cells, strict=True)
        return every(self._cell_truth(cell, measure.expression) for measure, cell in pairs if cell.tests)

    def matches(self, row: Row) -> nw.Expr:
        """Whether the row matches as DMN has it: missing facts match nothing but ``-`` and ``null``."""
        pairs = zip(self.table.measures, row.cells, strict=True)
        return every(self._cell_matches(cell, measure.expression) for measure, cell in pairs if cell.tests)

    def _cell_truth(self, cell: Cell, head: Expression) -> nw.Expr:
        held = some(self._test(test, head) for test in cell.tests)
        if not cell.negated:
            return held
        valueless = self._valueless(head, *(compare.than for compare in cell.compares))
        return every([~held, *(~each for each in valueless)])

    def _cell_matches(self, cell: Cell, head: Expression) -> nw.Expr:
        if cell.negated:
            return self._cell_truth(cell, head).fill_null(value=False) & ~self._is_null(head)
        tests = [
            self._test(test, head).fill_null(value=False)
            for test in cell.tests
            if not isinstance(test, IsNull)
        ]
        return some([*tests, self._is_null(head)] if cell.asks_for_null else tests)

    def _test(self, test: CellTest, head: Expression) -> nw.Expr:
        if isinstance(test, IsNull):
            return some(self._valueless(head))
        if isinstance(test, Between):
            return self._holds(test.low, head) & self._holds(test.high, head)
        return self._holds(test, head)

    def _holds(self, compare: Compare, head: Expression) -> nw.Expr:
        if self._kind(head) != NUMBER:
            return self._plain(head) == self._plain(compare.than)
        to_nought = apart(self.measures.quotient(head), self.measures.quotient(compare.than))
        self.measures.sums += [to_nought.above, to_nought.below]
        holds = sign_is(compare.sign, to_nought, self.measures.inputs.positive)
        valueless = self._valueless(head, compare.than)
        return nw.when(some(valueless)).then(nw.lit(value=False)).otherwise(holds) if valueless else holds

    def _valueless(self, *expressions: Expression) -> list[nw.Expr]:
        """For each division in the expressions, whether it is by nought."""
        divisors: list[Divisor] = []
        for each in expressions:
            if self._kind(each) == NUMBER:
                divisors += [
                    divisor for divisor in self.measures.quotient(each).divisors if divisor not in divisors
                ]
        self.measures.sums += [divisor.sum for divisor in divisors]
        return [is_nought(divisor) for divisor in divisors]

    def _is_null(self, head: Expression) -> nw.Expr:
        """Whether the measure has no value, for whatever reason."""
        if self._kind(head) != NUMBER:
            return self._plain(head).is_null()
        unknown = [nw.col(column).is_null() for column in sorted(self.measures.quotient(head).columns)]
        return some([*unknown, *(each.fill_null(value=False) for each in self._valueless(head))])

    def _plain(self, expression: Expression) -> nw.Expr:
        """A text or yes/no: only literals and names can be one."""
        if isinstance(expression, Literal):
            return nw.lit(cast("str | bool", expression.value))
        return nw.col(self.measures.inputs.columns[cast("Name", expression).name])

    def _kind(self, expression: Expression) -> str:
        return kind_of(expression, self.table.kinds)
