"""Answering: which rows of which finding answer a question, and what do they say in the question's own unit?

The plan names the finding, the day it is asked as known on, the rows (`where`) and the columns. Ids are made from
content, so the plan names entries by the number of their row in the feeds (A018); they are matched by that.
"""

import csv
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from maoding.app import questions
from maoding.ledger.models import Entry
from maoding.publish.asking import Answers
from maoding.publish.checking import check_rows
from maoding.terms.numbers import read, split
from maoding.terms.units import unit

ROOT = Path(__file__).parent.parent.parent
PLAN = Path(__file__).parent / "qa_plan.csv"
TODAY = dt.date(2026, 11, 21)
CHECK = "check"  # what `maoding check` says of a page's printed numbers; they are not in the ledger

Row = dict[str, Any]


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@dataclass
class Ledger:
    """The loaded ledger, asked on any day about any year; every question is put once."""

    _asked: dict[tuple[str, str], Answers] = field(default_factory=dict)
    _records: dict[str, str] = field(default_factory=dict)

    def rows(self, plan: dict[str, str]) -> list[Row]:
        """Rows of the plan's finding that its conditions leave."""
        found = _checked() if plan["finding"] == CHECK else list(self._found(plan))
        wanted = _conditions(plan["where"])
        return [
            row for row in found if all(self._named(row[name]) in values for name, values in wanted.items())
        ]

    def _found(self, plan: dict[str, str]) -> Iterator[Row]:
        for year in plan["years"].split("|"):
            yield from self.answers(plan["day"], year).rows(plan["finding"])

    def answers(self, day: str, year: str) -> Answers:
        """Findings as known on a day about a year."""
        if (day, year) not in self._asked:
            asked = questions.question("taicang", dt.date.fromisoformat(day), None, TODAY)
            about = replace(asked, about=int(year) if year else None)
            self._asked[day, year] = Answers(about)
        return self._asked[day, year]

    def _named(self, cell: Any) -> str:
        """A cell as the plan writes it: an entry by the number of its row in the feed."""
        if not self._records:
            self._records = dict(Entry.objects.exclude(record="").values_list("id", "record"))
        return self._records.get(str(cell), str(cell))


def _conditions(where: str) -> dict[str, set[str]]:
    pairs = [condition.split("=") for condition in where.split(";")]
    return {name: set(values.split("|")) for name, values in pairs}


def _checked() -> list[Row]:
    """Statements printed on the pages, worked out again; `apart` is what comes out less what was printed."""
    printed = table(ROOT / "cities/taicang/printed.csv")
    results, troubles = check_rows(printed)
    assert not troubles
    return [_told(row, result) for row, result in zip(printed, results, strict=True) if row["printed"]]


def _told(row: dict[str, str], result: Row) -> Row:
    bounds = result["recomputed"]
    worked_out = (bounds["low"] + bounds["high"]) / 2
    number = float(read(split(row["printed"])[0]).value)
    return result | {"worked_out": worked_out, "printed": number, "apart": worked_out - number}


def values(rows: list[Row], plan: dict[str, str]) -> list[Any]:
    """What the plan's columns hold in those rows, row by row, in the question's unit where the plan names one."""
    said = [row[column] for row in rows for column in plan["column"].split(";")]
    if not plan["unit"]:
        return said
    return [cell if cell is None else cell / 10 ** unit(plan["unit"]).exponent for cell in said]
