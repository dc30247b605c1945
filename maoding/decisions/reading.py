"""Reading: which decision table do these plain data (from YAML or JSON) describe?

>>> table = read_table({
...     "name": "pace",
...     "hit_policy": "first",
...     "inputs": {"done": {"type": "number", "zh": "完成率", "en": "done"}},
...     "outcomes": {"light": {"zh": "灯", "en": "light", "words": {"green": {"zh": "绿灯", "en": "green"}}}},
...     "rows": [{"done": ">= 50", "light": "green"}],
... })
>>> table.rows[0].given
('green',)
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from maoding.decisions.columnar import parse_cell, parse_expression
from maoding.decisions.faults import At, LimitError, RuleError
from maoding.decisions.record import evaluate
from maoding.decisions.shapes import (
    Data,
    all_differ,
    label,
    listed,
    named_parts,
    one_of,
    only,
    part,
    unit,
    unlisted,
    words,
    wrong_shape,
)
from maoding.decisions.syntax import KINDS, NUMBER, Between, Cell, Compare, Literal, Name, kind_of
from maoding.decisions.table import HIT_POLICIES, WHOLE_NUMBER, Given, Input, Measure, Outcome, Row, Table
from maoding.terms.columns import TEXT, YES_NO
from maoding.terms.language import say

MOST_ROWS = 10_000
TYPES: dict[str, type] = {TEXT: str, YES_NO: bool, WHOLE_NUMBER: int}


def read_table(data: Data) -> Table:
    """Read a decision table from plain data.

    `data` has ``name``, ``hit_policy`` (first or unique), ``inputs`` {name: type, zh, en, unit, words}, ``measures``
    {name: is, zh, en, unit} (expressions over inputs; may be left out), ``outcomes`` {name: type, words} and ``rows``.
    A row names cells by input or measure, values by outcome, and with ``gap: true`` says that the published rule is
    silent there; what a row does not name may be anything. Further keys (title, source, …) are the caller's.

    Raises:
        RuleError: something is missing, unknown, of the wrong kind or does not parse; place, line, column and mend
            are in the error.
    """
    place = say("规则表")
    policy = part(data, "hit_policy", str, place)
    one_of(policy, HIT_POLICIES, place)
    inputs = {name: _input(name, each) for name, each in named_parts(data, "inputs", place)}
    kinds = {name: each.kind for name, each in inputs.items()}
    worked_out = named_parts(data, "measures", place) if "measures" in data else ()
    declared = [_measure(name, each, kinds) for name, each in worked_out]
    outcomes = tuple(_outcome(name, each) for name, each in named_parts(data, "outcomes", place))
    all_differ([*inputs, *(each.name for each in declared), *(each.name for each in outcomes)], place)
    rows = part(data, "rows", list, place)
    if not rows:
        raise RuleError(say("一行规则也没有"), say("请至少写一行"), place=place)
    if len(rows) > MOST_ROWS:
        reason = say("规则有{rows}行，最多{most}行", rows=len(rows), most=MOST_ROWS)
        raise LimitError(reason, say("请拆成几张表"), place=place)
    rule = _RowReader((*declared, *_tested_directly(inputs, rows)), outcomes, inputs)
    return Table(
        name=part(data, "name", str, place),
        hit_policy=policy,
        inputs=inputs,
        measures=rule.measures,
        outcomes=outcomes,
        rows=tuple(rule.read(number, row) for number, row in enumerate(rows, 1)),
    )


def _tested_directly(inputs: Mapping[str, Input], rows: list[Any]) -> Iterator[Measure]:
    """Inputs that rows hold against tests as they are."""
    used = {key for row in rows if isinstance(row, dict) for key in row}
    for name, each in inputs.items():
        if name in used:
            yield Measure(name, Name(name, At(1, 1)), each.kind, each.label, each.unit)


def _input(name: str, data: Data) -> Input:
    place = say("输入“{name}”", name=name)
    only(data, ("type", "zh", "en", "unit", "words"), place)
    kind = part(data, "type", str, place)
    one_of(kind, KINDS, place)
    return Input(name, kind, label(data, place), unit(data, place), words(data, place))


def _measure(name: str, data: Data, kinds: Mapping[str, str]) -> Measure:
    place = say("算式“{name}”", name=name)
    only(data, ("is", "zh", "en", "unit"), place)
    written = part(data, "is", str, place)
    try:
        expression = parse_expression(written, kinds)
        kind = kind_of(expression, kinds)
    except RuleError as error:
        raise error.within(place) from None
    return Measure(name, expression, kind, label(data, place), unit(data, place))


def _outcome(name: str, data: Data) -> Outcome:
    place = say("结果“{name}”", name=name)
    only(data, ("type", "zh", "en", "words"), place)
    kind = part(data, "type", str, place) if "type" in data else TEXT
    one_of(kind, tuple(TYPES), place)
    return Outcome(name, kind, label(data, place), words(data, place))


@dataclass(frozen=True)
class _RowReader:
    """Reads rows against the measures and outcomes they may name."""

    measures: tuple[Measure, ...]
    outcomes: tuple[Outcome, ...]
    inputs: Mapping[str, Input]

    def read(self, number: int, row: Any) -> Row:
        place = say("第{number}行规则", number=number)
        if not isinstance(row, dict):
            raise wrong_shape(place, row, dict)
        known = [*(each.name for each in self.measures), *(each.name for each in self.outcomes), "gap"]
        only(row, tuple(known), place)
        gap = part(row, "gap", bool, place) if "gap" in row else False
        cells = tuple(self._cell(each, row.get(each.name, "-"), place) for each in self.measures)
        return Row(number, cells, tuple(_given(each, row, place) for each in self.outcomes), gap)

    def _cell(self, measure: Measure, written: Any, place: str) -> Cell:
        where = say("“{name}”格", name=measure.name)
        if not isinstance(written, str | int | float):
            raise wrong_shape(where, written, str).within(place)
        try:
            cell = parse_cell(
                str(written).lower() if isinstance(written, bool) else str(written), self.inputs
            )
            for compare in cell.compares:
                self._check(compare, measure)
            _upright(cell)
        except RuleError as error:
            raise error.within(where).within(place) from None
        return cell

    def _check(self, compare: Compare, measure: Measure) -> None:
        """Hold a comparison to the kind of its measure, and a text to the words of its input."""
        than = compare.than
        kinds = {name: each.kind for name, each in self.inputs.items()}
        if kind_of(than, kinds) != measure.kind:
            wanted = {NUMBER: say("数字"), TEXT: say("带英文双引号的文字"), YES_NO: say("true 或 false")}
            reason = say("这里要填{wanted}", wanted=wanted[measure.kind])
            raise RuleError(reason, say("请改成同类的值"), at=than.at)
        if compare.sign != "=" and measure.kind != NUMBER:
            raise RuleError(say("只有数字能比大小"), say("请逐个列出，用逗号隔开"), at=than.at)
        allowed = self.inputs[measure.name].words if measure.name in self.inputs else {}
        if allowed and isinstance(than, Literal) and than.value not in allowed:
            raise RuleError(unlisted(than.value), listed(tuple(allowed)), at=than.at)


def _upright(cell: Cell) -> None:
    """No range between two written numbers is upside down."""
    for test in cell.tests:
        if isinstance(test, Between):
            low, high = (evaluate(end.than, {}) for end in (test.low, test.high))
            if isinstance(low, Fraction) and isinstance(high, Fraction) and low > high:
                raise RuleError(say("区间上下颠倒"), say("请把小的写在前面"), at=test.low.than.at)


def _given(outcome: Outcome, row: Data, place: str) -> Given:
    value: Given = part(row, outcome.name, TYPES[outcome.kind], place)
    if outcome.words:
        one_of(value, tuple(outcome.words), place)
    return value
