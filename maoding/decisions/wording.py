"""Wording: what does each row of a decision table say, in the reader's words?"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from maoding.decisions.syntax import (
    Arithmetic,
    Between,
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
from maoding.decisions.table import Given, Label, Measure, Outcome, Row, Table
from maoding.terms.language import noted, say, spoken

# Units of the light rules, to be said in the reader's language; another unit is shown as the rule writes it.
UNITS = (noted("个月"), noted("个百分点"), noted("位"))

SIGNS = {"=": "=", "<": "<", "<=": "≤", ">": ">", ">=": "≥"}
BINDING = {"+": 1, "-": 1, "*": 2, "/": 2}
TURNED = {">": "<", ">=": "≤"}
SYMBOLS = {"+": "+", "-": "−", "*": "×", "/": "÷"}


def rows_in_words(table: Table) -> list[str]:
    """One sentence a row: ``若 10 ≤ 低于序时进度 ≤ 30 个百分点，则灯：黄灯``, in the reader's language."""
    return [_row(table, row) for row in table.rows]


def _row(table: Table, row: Row) -> str:
    pairs = zip(table.measures, row.cells, strict=True)
    conditions = say("，且 ").join(
        _Condition(table, measure).told(cell) for measure, cell in pairs if cell.tests
    )
    told = zip(table.outcomes, row.given, strict=True)
    outcome = say("，").join(_outcome(each, value) for each, value in told)
    if row.gap:
        outcome = say("{outcome}（规则未规定，此为暂定）", outcome=outcome)
    if not conditions:
        return say("其余情况，{outcome}", outcome=outcome)
    return say("若 {conditions}，则{outcome}", conditions=conditions, outcome=outcome)


def _outcome(outcome: Outcome, value: Given) -> str:
    word = _called(outcome.words[str(value)]) if outcome.words else _plain(value)
    return say("{label}：{value}", label=_called(outcome.label), value=word)


@dataclass(frozen=True)
class _Condition:
    """Tells the cells of one measure."""

    table: Table
    measure: Measure

    def told(self, cell: Cell) -> str:
        tests = say(" 或 ").join(self._test(test) for test in cell.tests)
        return say("并非（{tests}）", tests=tests) if cell.negated else tests

    def _test(self, test: CellTest) -> str:
        name = _called(self.measure.label)
        if isinstance(test, IsNull):
            return say("{measure}无数", measure=name)
        if isinstance(test, Between):
            low, high = self._end(test.low, with_unit=False), self._end(test.high, with_unit=True)
            return f"{low} {TURNED[test.low.sign]} {name} {SIGNS[test.high.sign]} {high}"
        return f"{name} {SIGNS[test.sign]} {self._end(test, with_unit=True)}"

    def _end(self, compare: Compare, *, with_unit: bool) -> str:
        told = self._expression(compare.than)
        if not with_unit or not self.measure.unit or not _is_a_number(compare.than):
            return told
        return f"{told}%" if self.measure.unit == "%" else f"{told} {say(self.measure.unit)}"

    def _expression(self, expression: Expression) -> str:
        if isinstance(expression, Literal):
            return self._literal(expression.value)
        if isinstance(expression, Name):
            return _called(self.table.inputs[expression.name].label)
        if isinstance(expression, Arithmetic):
            bound = BINDING[expression.sign]
            left, right = self._part(expression.left, bound), self._part(expression.right, bound + 1)
            return f"{left} {SYMBOLS[expression.sign]} {right}"
        if isinstance(expression, Floor):
            return say("取整（{value}）", value=self._expression(expression.of))
        return f"−{self._part(expression.of, bound=3)}"

    def _part(self, expression: Expression, bound: int) -> str:
        """Part of a longer expression, in brackets where it binds less than what it stands in."""
        told = self._expression(expression)
        loose = isinstance(expression, Arithmetic) and BINDING[expression.sign] < bound
        return f"({told})" if loose else told

    def _literal(self, value: Value) -> str:
        source = self.table.inputs.get(self.measure.name)
        if isinstance(value, str) and source and value in source.words:
            return _called(source.words[value])
        return _plain(value)


def _is_a_number(expression: Expression) -> bool:
    return isinstance(expression.of if isinstance(expression, Negative) else expression, Literal)


def _plain(value: Value | int) -> str:
    """A value written out; numbers in decimals, as they were."""
    if isinstance(value, bool):
        return say("是") if value else say("否")
    if isinstance(value, Fraction):
        return f"{Decimal(value.numerator) / Decimal(value.denominator):f}"
    return str(value)


def _called(label: Label) -> str:
    return label.en if spoken.get() == "en" else label.zh
