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
from maoding.publish.remarks import Cure, cure_of, remark
from maoding.terms.language import say
from maoding.terms.numbers import NotANumberError, read, split

COLUMNS = ("id", "kind", "printed", "unit", "a", "b", "parts")
SINGLE = ("printed", "a", "b")
FIRST_ROW = 2  # the heading is row 1

Row = Mapping[str, Any]
Result = dict[str, Any]


@dataclass(frozen=True)
class BadCell:
    """Why a row could not be worked out: the file's row, the column, the cell as written, the reason and the mend."""

    row: int
    column: str
    cell: str
    reason: str
    mend: str

    def __str__(self) -> str:
        return say(
            "第{row}行“{column}”列：{reason}。{mend}",
            row=self.row,
            column=self.column,
            reason=self.reason,
            mend=self.mend,
        )


class _UnreadableError(ValueError):
    """A cell that should hold a number does not."""

    def __init__(self, column: str, cell: str) -> None:
        super().__init__(column, cell)
        self.column, self.cell = column, cell


def check_rows(rows: Iterable[Row]) -> tuple[list[Result], list[BadCell]]:
    """Check text rows (表内数据自洽校验); a row may bring its number in the file as ``row``, else they count from 2.

    Results are ``{"id", "verdict", "recomputed": {"low", "high"}, "note"}``, one for every row in the rows' order,
    with numbers in the printed number's unit. A row that could not be worked out is unknown and has a bad cell.
    """
    results, bad_cells = [], []
    for place, row in enumerate(rows, FIRST_ROW):
        cells = {name: _plain(row.get(name)) for name in COLUMNS}
        verdict, note, trouble = _told(cells)
        results.append(_result(cells["id"], verdict, note))
        if trouble:
            cure, cell = trouble
            bad_cells.append(BadCell(row.get("row") or place, cure.column, cell, cure.reason, cure.mend))
    return results, bad_cells


def _told(cells: Mapping[str, str]) -> tuple[Verdict, str, tuple[Cure, str] | None]:
    """Verdict and note of a row; of an unknown one also the cure and the cell that needs it."""
    try:
        said = _statement(cells)
    except _UnreadableError as error:
        cure = _unreadable(error)
        return Verdict("unknown"), cure.reason, (cure, error.cell)
    verdict = check(said)
    if verdict.verdict != "unknown":
        return verdict, remark(said, verdict), None
    cure = cure_of(verdict)
    return verdict, cure.reason, (cure, cells[cure.column])


def _plain(cell: object) -> str:
    """Full-width letters, digits and semicolons as plain ones; an empty cell as no text."""
    return "" if cell is None else unicodedata.normalize("NFKC", str(cell)).strip()


def _statement(cells: Mapping[str, str]) -> Statement:
    single = {name: _quantity(name, cells[name]) for name in SINGLE if cells[name]}
    parts = [part.strip() for part in cells["parts"].split(";")]
    quantities = tuple(_quantity("parts", part) for part in parts if part)
    return Statement(cells["kind"].lower(), cells["unit"], single, quantities)


def _quantity(column: str, cell: str) -> Quantity:
    try:
        text, unit = split(cell)
        return Quantity(read(text), unit)
    except NotANumberError:
        raise _UnreadableError(column, cell) from None


def _unreadable(error: _UnreadableError) -> Cure:
    mend = say("请填一个阿拉伯数字，后面至多写一个单位，例如 30.6% 或 19亿元")
    return Cure(error.column, say("“{cell}”不是一个数", cell=error.cell), mend)


def _result(name: str, verdict: Verdict, note: str) -> Result:
    numbers = verdict.recomputed
    recomputed = {
        "low": float(numbers.low) if numbers else None,
        "high": float(numbers.high) if numbers else None,
    }
    return {"id": name, "verdict": verdict.verdict, "recomputed": recomputed, "note": note}
