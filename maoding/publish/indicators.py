"""Indicators: of which indicators (指标) is something known by a day, of whom, and what came last?"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import polars as pl

from maoding.publish.asking import Answers, tree
from maoding.publish.scoreboard import Names
from maoding.terms.language import noted
from maoding.terms.units import known_units

Row = dict[str, Any]
KINDS = {
    "flow": noted("累计量"),
    "stock": noted("时点量"),
    "count": noted("个数"),
    "rate": noted("比率"),
    "rank": noted("位次"),
    "": noted("未说明"),
}
FREQUENCIES = {
    "monthly": noted("按月"),
    "quarterly": noted("按季"),
    "annual": noted("按年"),
    "event": noted("随事件"),
    "": noted("未说明"),
}
DIRECTIONS = {
    "up": noted("越高越好"),
    "down": noted("越低越好"),
    "context": noted("只作背景"),
    "": noted("未说明"),
}
STANDINGS = {
    "target": noted("有承诺或计划"),
    "evidence": noted("本地有实绩"),
    "silent": noted("有承诺，尚无实绩"),
    "elsewhere": noted("本地尚无数据，只有外地的"),
}


@dataclass(frozen=True)
class Scope:
    """Whose figures stand on a city's pages: its own bodies, the city first, and the places it stands among."""

    root: str
    ours: tuple[str, ...]
    wider: tuple[str, ...]

    @cached_property
    def places(self) -> dict[str, int]:
        """Place of each subject in the order in which pages show them."""
        return {subject: at for at, subject in enumerate((*self.ours, *self.wider))}

    def place(self, subject: str) -> int:
        """Place of a subject; see `places`."""
        return self.places[subject]


@dataclass(frozen=True)
class Latest:
    """The latest period a body has a figure of: its level and its growth as published, either may be unknown."""

    start: dt.date
    end: dt.date
    level: Row | None
    growth: Row | None

    @property
    def early(self) -> bool:
        """Whether it was published before its period was over (预计), and so is no result yet."""
        return any(is_early(row) for row in (self.level, self.growth) if row)


@dataclass(frozen=True)
class Known:
    """One indicator: how it is counted, whose promises and figures are known, and the city's latest figure.

    `implied` where nobody printed what was promised and all plans are told from published rates (反推).
    """

    code: str
    name: str
    spoken_of: str
    unit: str
    kind: str
    frequency: str
    direction: str
    promised: tuple[str, ...]
    implied: bool
    reported: tuple[str, ...]
    ours_reported: bool
    figures: int
    latest: Latest | None

    @property
    def standings(self) -> frozenset[str]:
        """What is there of it, in the words of STANDINGS; several hold at once."""
        if not (self.promised or self.ours_reported):
            return frozenset({"elsewhere"})
        silent = {"silent"} if self.promised and not self.ours_reported else set()
        target = {"target"} if self.promised else set()
        return frozenset(target | silent | ({"evidence"} if self.ours_reported else set()))


def scope_of(answers: Answers) -> Scope:
    """The city's bodies and projects, then what it belongs to, then the places that together with it are the whole."""
    root = str(answers.question.pack.city["code"])
    parents = {row["code"]: row["parent"] for row in answers.rows("subjects")}
    above: list[str] = []
    while (parent := parents.get(above[-1] if above else root)) and parent not in above:
        above.append(parent)
    ours = tree(answers.table("subjects"), root)
    among = {row["whole"] for row in answers.rows("places") if row["part"] in (root, *above)}
    beside = {row["part"] for row in answers.rows("places") if row["whole"] in among} | among
    others = sorted(beside - {*ours, *above})
    return Scope(root, (root, *sorted(set(ours) - {root})), (*above, *others))


def known_indicators(answers: Answers) -> list[Known]:
    """Every indicator with a promise of the year asked or a figure, in the order of the city's catalogue.

    Promises are those of the scoreboard, so that plans implied by a published rate count; figures are of all vintages,
    those of the places the city stands among as well.
    """
    scope, names = scope_of(answers), Names(answers)
    board = answers.rows("board")
    promised, printed = (
        _subjects(board, scope),
        {row["indicator"] for row in board if not row["inferred_plan"]},
    )
    readings = (
        answers.table("amounts").filter(pl.col("subject").is_in([*scope.ours, *scope.wider])).to_dicts()
    )
    reported, counts = _subjects(readings, scope), Counter(row["indicator"] for row in readings)
    latest = _latest_of_root(answers, scope)
    catalogue = {row["code"]: row for row in answers.rows("indicators")}
    codes = [*catalogue, *sorted((promised.keys() | reported.keys()) - catalogue.keys())]
    return [
        Known(
            code=code,
            name=names.indicators.get(code, code),
            spoken_of=" ".join(filter(None, (said.get("name"), said.get("name_en"), code))),
            **{key: said.get(key, "") for key in ("unit", "kind", "frequency", "direction")},
            promised=promised.get(code, ()),
            implied=code in promised and code not in printed,
            reported=(whose := reported.get(code, ())),
            ours_reported=any(subject in scope.ours for subject in whose),
            figures=counts[code],
            latest=latest.get(code),
        )
        for code in codes
        if code and (code in promised or code in reported)
        for said in [catalogue.get(code, {})]
    ]


def is_early(row: Row) -> bool:
    """Whether a figure was published before its period was over."""
    return bool(row["known_from"] < row["period_end"])


def counted_to(row: Row) -> dt.date:
    """Last day a figure can speak for."""
    last: dt.date = min(row["period_end"], row["known_from"])
    return last


def latest(figures: Iterable[Row]) -> Latest | None:
    """The latest period of one body's figures; of several to one day the longest, which counts from its begin."""
    periods: dict[tuple[dt.date, dt.date], dict[str, Row]] = defaultdict(dict)
    for row in figures:
        if row["measure"] in ("level", "growth"):
            periods[row["period_start"], row["period_end"]][row["measure"]] = row
    if not periods:
        return None
    (start, end), said = max(periods.items(), key=_lateness)
    return Latest(start, end, said.get("level"), said.get("growth"))


def _lateness(each: tuple[tuple[dt.date, dt.date], dict[str, Row]]) -> tuple[dt.date, dt.date, int]:
    (start, end), said = each
    return max(counted_to(row) for row in said.values()), end, (end - start).days


def latest_of(answers: Answers, code: str, subject: str) -> Latest | None:
    """The latest period one body has a figure of an indicator for, up to the end of the year asked about."""
    within = pl.col("period_end") <= answers.question.year[1]
    whose = pl.col("subject") == subject, pl.col("indicator") == code
    return latest(answers.table("figures").filter(*whose, within).to_dicts())


def scale_of(unit: str, asked: str) -> str:
    """Scale money of an indicator is shown in: the one asked for, but amounts a head (元, 万元) keep their own."""
    of_money = known_units().get(unit)
    return unit if of_money and of_money.family == "money" and unit != "亿元" else asked


def _subjects(rows: Iterable[Row], scope: Scope) -> dict[str, tuple[str, ...]]:
    """Of each indicator the subjects that have rows, in order."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        found[row["indicator"]].add(row["subject"])
    return {code: tuple(sorted(subjects, key=scope.place)) for code, subjects in found.items()}


def _latest_of_root(answers: Answers, scope: Scope) -> dict[str, Latest]:
    """Of each indicator the city's latest figures up to the end of the year asked about."""
    within = pl.col("period_end") <= answers.question.year[1]
    figures = answers.table("figures").filter(pl.col("subject") == scope.root, within).to_dicts()
    by_code: dict[str, list[Row]] = defaultdict(list)
    for row in figures:
        by_code[row["indicator"]].append(row)
    return {code: found for code, rows in by_code.items() if (found := latest(rows))}
