"""Vintages: which number did each source give of a body and a period, when, and which one speaks?"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any

import polars as pl

from maoding.publish.asking import Answers
from maoding.publish.indicators import Scope, counted_to, is_early
from maoding.publish.reasons import STALE_DAYS
from maoding.terms.language import noted

Row = dict[str, Any]
MEASURES = ("level", "growth", "share")
SAID_AT_ONCE = (
    "subject", "period_start", "period_end", "source", "release", "published_at", "published_precision",
)  # fmt: skip
# How many days a figure may take beyond a quarter: as long as its own period.
RHYTHM = {"monthly": 0, "quarterly": 92, "annual": 366}
NATURES = {
    "contradiction": noted("来源不一致"),
    "vintage": noted("先后公布的数不同"),
    "rounding": noted("只差四舍五入"),
}


@dataclass(frozen=True)
class Vintage:
    """What one source said of one body and period at one time: level, growth and share, each as published.

    `speaks` where one of them is the figure in use, `current` where nothing later replaced it; `nature` tells how it
    differs from what else was said of the same (NATURES, empty where it does not).
    """

    level: Row | None
    growth: Row | None
    share: Row | None
    speaks: bool
    nature: str
    stale: bool = False

    @property
    def rows(self) -> tuple[Row, ...]:
        """The readings it holds."""
        return tuple(row for row in (self.level, self.growth, self.share) if row)

    @property
    def said(self) -> Row:
        """The reading that tells body, period, source and date."""
        return self.rows[0]

    @property
    def current(self) -> bool:
        """Whether it is still what is known of at least one of its facts."""
        return any(row["current"] for row in self.rows)

    @property
    def early(self) -> bool:
        """Whether it was published before its period was over."""
        return is_early(self.said)

    @property
    def dated(self) -> bool:
        """Whether its source states the day, month or year of publication."""
        return self.said["published_precision"] not in ("inferred", "unknown")


def vintages(answers: Answers, code: str, scope: Scope, frequency: str) -> list[Vintage]:
    """All vintages of one indicator: by body, the latest period first, and of each period what speaks first."""
    of_code = pl.col("indicator") == code
    whose = pl.col("subject").is_in([*scope.ours, *scope.wider])
    readings = answers.table("amounts").filter(of_code, whose).to_dicts()
    speaking = set(answers.table("figures").filter(of_code, whose)["id"])
    natures = _natures(answers.table("contradictions").filter(of_code).to_dicts())
    groups: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in sorted(readings, key=lambda row: str(row["id"])):
        groups[tuple(row[name] for name in SAID_AT_ONCE)].append(row)
    found = [
        Vintage(level, growth, share, _any_in(rows, speaking), _worst(rows, natures))
        for group in groups.values()
        for rows in _side_by_side(group)
        for level, growth, share in [rows]
    ]
    found.sort(key=lambda each: _order(each, scope))
    return _with_stale(found, scope, frequency, answers.question.day)


def _side_by_side(group: list[Row]) -> Iterator[tuple[Row | None, ...]]:
    """Level, growth and share of one publication beside one another; a second level begins a vintage of its own."""
    return zip_longest(*([row for row in group if row["measure"] == measure] for measure in MEASURES))


def _any_in(rows: Iterable[Row | None], ids: set[str]) -> bool:
    return any(row["id"] in ids for row in rows if row)


def _natures(pairs: Iterable[Row]) -> dict[str, set[str]]:
    """Of each reading how it differs from others of the same fact."""
    found: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        found[pair["id"]].add(pair["nature"])
        found[pair["other"]].add(pair["nature"])
    return found


def _worst(rows: Iterable[Row | None], natures: dict[str, set[str]]) -> str:
    told = {nature for row in rows if row for nature in natures.get(row["id"], ())}
    return next((nature for nature in NATURES if nature in told), "")


def _order(each: Vintage, scope: Scope) -> tuple[Any, ...]:
    row = each.said
    days = (row["period_end"] - row["period_start"]).days
    newest = -row["period_end"].toordinal(), -days
    within = not each.speaks, not each.current, -row["known_from"].toordinal(), row["id"]
    return scope.place(row["subject"]), *newest, *within


def _with_stale(found: list[Vintage], scope: Scope, frequency: str, day: dt.date) -> list[Vintage]:
    """Mark the latest figure of each of the city's bodies that nothing followed for a quarter beyond its own period."""
    if frequency not in RHYTHM:
        return found
    newest: dict[str, dt.date] = {}
    for each in (each for each in found if each.said["subject"] in scope.ours):
        subject, to = each.said["subject"], counted_to(each.said)
        newest[subject] = max(to, newest.get(subject, to))
    old = {subject for subject, to in newest.items() if (day - to).days > STALE_DAYS + RHYTHM[frequency]}
    return [replace(each, stale=each.speaks and _is_newest(each.said, newest, old)) for each in found]


def _is_newest(row: Row, newest: dict[str, dt.date], old: set[str]) -> bool:
    return row["subject"] in old and counted_to(row) == newest[row["subject"]]
