"""Asking: which tables are chosen for a question, and which findings answer it?"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import narwhals as nw
import polars as pl

from maoding.judge import every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from maoding.ledger.known import TYPES, known
from maoding.publish.rules import LightRule
from maoding.terms import columns
from maoding.terms.pack import Pack
from maoding.terms.viewer import Viewer


@dataclass(frozen=True)
class Question:
    """What is asked: which city, as known on which day, by whom, by which light rule, and about which year."""

    pack: Pack
    day: dt.date
    viewer: Viewer
    rule: LightRule
    about: int | None = None

    @property
    def year(self) -> tuple[dt.date, dt.date]:
        """First and last day of the year asked about, by default the one the day asked lies in."""
        year = self.about or self.day.year
        return dt.date(year, 1, 1), dt.date(year, 12, 31)


class Answers:
    """Findings for one question; each is worked out once, when first asked for."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.given = _given(question)

    def table(self, name: str) -> pl.DataFrame:
        """A finding or a given table as a frame."""
        frame: pl.DataFrame = ask(name, self.given).to_native()
        return frame

    def rows(self, name: str) -> list[dict[str, Any]]:
        """A finding or a given table as rows."""
        return self.table(name).to_dicts()

    def where(self, name: str, **said: Any) -> list[dict[str, Any]]:
        """Those rows of a finding or a given table whose columns say so."""
        return (
            self.table(name).filter(*(pl.col(column) == value for column, value in said.items())).to_dicts()
        )


def _given(question: Question) -> dict[str, Any]:
    tables = known(question.day, question.viewer)
    tables |= {
        name: pl.DataFrame(rows, schema={key: TYPES[type_] for key, type_ in columns.WORDS[name].items()})
        for name, rows in question.pack.tables().items()
    }
    start, end = question.year
    tables["asked"] = pl.DataFrame({"day": [question.day], "period_start": [start], "period_end": [end]})
    promises, bodies = tables["commitments"], tree(tables["subjects"], question.pack.city["code"])
    # A promise of several years is one of each of them.
    tables["commitments"] = promises.filter(
        pl.col("subject").is_in(bodies),
        pl.col("period_start") <= end,
        pl.col("period_end") >= start,
    )
    tables["bodies"] = pl.DataFrame({"subject": bodies})
    given: dict[str, Any] = {name: nw.from_native(frame) for name, frame in tables.items()}
    return given | {"rule": question.rule.table}


def tree(subjects: pl.DataFrame, root: str) -> list[str]:
    """A body and all that belong to it, at any depth."""
    children: dict[str, list[str]] = {}
    for code, parent in subjects.select("code", "parent").iter_rows():
        children.setdefault(parent, []).append(code)
    found: dict[str, None] = {}
    waiting = [root]
    while waiting:
        body = waiting.pop()
        if body not in found:
            found[body] = None
            waiting += children.get(body, [])
    return list(found)
