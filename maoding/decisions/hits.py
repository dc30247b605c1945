"""Hits: which row answers, what does it say, and would a missing fact change that?"""

import operator
from collections.abc import Iterable, Mapping
from functools import reduce

import narwhals as nw
from narwhals.typing import FrameT

from maoding.decisions.expressions import every, some, whole
from maoding.decisions.table import (
    CONFLICT,
    FIRST,
    NO_ROW,
    NOT_IN_RULE,
    NOTHING_TO_SAY,
    TOO_LARGE,
    Given,
    Row,
    Table,
)

# Working columns: is row n true (null where a missing fact decides); did it match as DMN has it; are the numbers small
# enough to be exact; did rows contradict one another.
TRUTH, MATCHED, EXACT, CONFLICTING = (
    "decision_row_{}",
    "decision_hit_{}",
    "decision_exact",
    "decision_conflict",
)
SETTLED, SAYS = "decision_settled", "decision_says"


def answers(frame: FrameT, table: Table) -> FrameT:
    """Add outcome columns, `rule_row`, `gap`, `certain` and `note` to a frame that holds the truth of each row."""
    hit = _first_row(frame, table) if table.hit_policy == FIRST else _only_row(frame, table)
    outcomes = {
        each.name: _said([row.given[place] for row in table.rows])
        for place, each in enumerate(table.outcomes)
    }
    return hit.with_columns(
        **outcomes, gap=_is_row(row.number for row in table.rows if row.gap), note=_note(table)
    )


def _first_row(frame: FrameT, table: Table) -> FrameT:
    """Hit policy FIRST: the uppermost row that matches.

    The answer is certain if all rows that might come out first, and none coming out at all, would say the same: a row
    might if it is not known to be false and no row above it is known to be true (`decision_settled`).
    """
    rows = [row.number for row in table.rows]
    found = frame.with_columns(
        _choice((_matched(row), whole(row.number)) for row in table.rows).alias("rule_row"),
        _choice((_surely(row), whole(row)) for row in rows).fill_null(len(rows) + 1).alias(SETTLED),
    )
    says = saying(table.rows)
    told = found.with_columns(
        _choice((_is_row(numbers), whole(code)) for code, numbers in says.items()).fill_null(0).alias(SAYS)
    )
    same: list[nw.Expr] = [
        ~_may_come_first(numbers) | (nw.col(SAYS) == code) for code, numbers in says.items()
    ]
    none_comes = (nw.col(SETTLED) <= len(rows)) | (nw.col(SAYS) == 0)
    return told.with_columns(
        every([*same, none_comes]).alias("certain"), nw.lit(value=False).alias(CONFLICTING)
    )


def _only_row(frame: FrameT, table: Table) -> FrameT:
    """Hit policy UNIQUE: the one row that matches; two that match contradict one another and nothing is answered.

    The answer is certain if every row is known to be true or false, a contradiction if two rows are known to be true.
    """
    matched = {row.number: _matched(row) for row in table.rows}
    conflict = _count(matched.values()) > 1
    only = reduce(operator.add, (hit.cast(nw.Int64) * row for row, hit in matched.items()))
    known = every((nw.col(TRUTH.format(row)) == hit).fill_null(value=False) for row, hit in matched.items())
    sure = nw.when(conflict).then(_count(_surely(row) for row in matched) > 1).otherwise(known)
    return frame.with_columns(
        nw.when(~conflict & (only > 0)).then(only).alias("rule_row"),
        sure.alias("certain"),
        conflict.alias(CONFLICTING),
    )


def saying(rows: Iterable[Row]) -> Mapping[int, list[int]]:
    """Numbers of the rows that say the same, by a code for what they say."""
    numbers: dict[tuple[tuple[Given, ...], bool], list[int]] = {}
    for row in rows:
        numbers.setdefault((row.given, row.gap), []).append(row.number)
    return dict(enumerate(numbers.values(), 1))


def _said(values: list[Given]) -> nw.Expr:
    """What the row that fired says under one outcome; null where none fired."""
    return _choice(
        (_is_row(number for number, each in enumerate(values, 1) if each == value), nw.lit(value))
        for value in dict.fromkeys(values)
    )


def _note(table: Table) -> nw.Expr:
    cases = [
        (~nw.col(EXACT), TOO_LARGE),
        (nw.col(CONFLICTING), CONFLICT),
        (nw.col("rule_row").is_null(), NO_ROW),
        (_is_row(row.number for row in table.rows if row.gap), NOT_IN_RULE),
    ]
    return _choice((case, nw.lit(note)) for case, note in cases).fill_null(NOTHING_TO_SAY)


def _is_row(numbers: Iterable[int]) -> nw.Expr:
    """Whether one of these rows fired."""
    return some(nw.col("rule_row") == number for number in numbers).fill_null(value=False)


def _matched(row: Row) -> nw.Expr:
    return nw.col(MATCHED.format(row.number)) if row.asks_for_null else _surely(row.number)


def _surely(row: int) -> nw.Expr:
    return nw.col(TRUTH.format(row)).fill_null(value=False)


def _may_come_first(rows: Iterable[int]) -> nw.Expr:
    return some(nw.col(TRUTH.format(row)).fill_null(value=True) & (nw.col(SETTLED) >= row) for row in rows)


def _count(hits: Iterable[nw.Expr]) -> nw.Expr:
    return reduce(operator.add, (hit.cast(nw.Int64) for hit in hits))


def _choice(cases: Iterable[tuple[nw.Expr, nw.Expr]]) -> nw.Expr:
    """The value of the first case that holds; null where none does."""
    *earlier, (case, value) = cases
    chosen: nw.Expr = nw.when(case).then(value)
    for case, value in reversed(earlier):
        chosen = nw.when(case).then(value).otherwise(chosen)
    return chosen
