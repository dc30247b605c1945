"""Checking: which numbers of a printed table follow from the numbers beside them?

One text row in, one result out (contracts §5): nothing is dropped, and a row that cannot be read says where and how to
mend it. Columns: id, kind, printed, unit, a, b, parts (separated by semicolons).
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from maoding.judge.consistency import Verdict, check
from maoding.judge.quantities import Quantity
from maoding.judge.statements import Statement
from maoding.publish.remarks import Cure, cure, remark
from maoding.terms.language import say
from maoding.terms.numbers import NotANumberError, read, split

COLUMNS = ("id", "kind", "printed", "unit", "a", "b", "parts")
SINGLE = ("printed", "a", "b")
MOST_PLACES = 18  # no table prints more digits behind the point, or more noughts before it

Row = Mapping[str, str | None]
Result = dict[str, Any]
Problem = dict[str, str | int]


@dataclass(frozen=True)
class Checked:
    """A result for every row, in the rows' order, and what stood in the way of the unknown ones."""

    results: list[Result]
    problems: list[Problem]


class _UnreadableError(ValueError):
    """A cell that should hold a number does not."""

    def __init__(self, column: str, cell: str) -> None:
        super().__init__(column, cell)
        self.column, self.cell = column, cell


def check_rows(rows: Iterable[tuple[int, Row]]) -> Checked:
    """Check text rows, each given with its row number in the file (表内数据自洽校验).

    Results are ``{"id", "verdict", "recomputed": {"low", "high"}, "note"}``, numbers in the printed number's unit;
    problems are ``{"row", "column", "cell", "reason", "mend"}``, and their rows' verdict is unknown.
    """
    checked = Checked([], [])
    for place, row in rows:
        cells = {name: _plain(row.get(name)) for name in COLUMNS}
        try:
            said = _statement(cells)
        except _UnreadableError as error:
            verdict, note = Verdict("unknown"), say("“{cell}”不是一个数", cell=error.cell)
            mend = say("请填一个阿拉伯数字，后面至多写一个单位，例如 30.6% 或 19亿元")
            checked.problems.append(_problem(place, Cure(error.column, note, mend), error.cell))
        else:
            verdict = check(said)
            note = remark(said, verdict)
            if verdict.verdict == "unknown":
                trouble = cure(verdict)
                note = trouble.reason
                checked.problems.append(_problem(place, trouble, cells[trouble.column]))
        checked.results.append(_result(cells["id"], verdict, note))
    return checked


def _plain(cell: str | None) -> str:
    """Full-width letters, digits and semicolons as plain ones."""
    return unicodedata.normalize("NFKC", cell or "").strip()


def _statement(cells: Mapping[str, str]) -> Statement:
    single = {name: _quantity(name, cells[name]) for name in SINGLE if cells[name]}
    parts = [part.strip() for part in cells["parts"].split(";")]
    quantities = tuple(_quantity("parts", part) for part in parts if part)
    return Statement(cells["kind"].lower(), cells["unit"], single, quantities)


def _quantity(column: str, cell: str) -> Quantity:
    try:
        text, unit = split(cell)
        printed = read(text)
    except NotANumberError:
        raise _UnreadableError(column, cell) from None
    if abs(printed.decimals) > MOST_PLACES:
        raise _UnreadableError(column, cell)
    return Quantity(printed, unit)


def _problem(place: int, trouble: Cure, cell: str) -> Problem:
    return {
        "row": place,
        "column": trouble.column,
        "cell": cell,
        "reason": trouble.reason,
        "mend": trouble.mend,
    }


def _result(name: str, verdict: Verdict, note: str) -> Result:
    numbers = verdict.recomputed
    recomputed = {
        "low": float(numbers.low) if numbers else None,
        "high": float(numbers.high) if numbers else None,
    }
    return {"id": name, "verdict": verdict.verdict, "recomputed": recomputed, "note": note}
