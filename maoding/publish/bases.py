"""Bases: does dividing two published levels give the published growth back, and on which base does that stand?

What dividing gives is never told: growth is what was published (可比口径).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import polars as pl

from maoding.judge.amounts import PERCENT_PARTS
from maoding.judge.intervals import Interval, exactly
from maoding.judge.quantities import PIECES
from maoding.publish.asking import Answers
from maoding.publish.indicators import Scope

Row = dict[str, Any]
Bounds = tuple[float, float, float]


@dataclass(frozen=True)
class Base:
    """Levels of two years beside the growth published: does dividing give it back?

    `base` is last year's level on the comparable basis (可比基数) in smallest parts, as shown and its bounds; `agrees`
    is null where no growth was published.
    """

    level: Row
    last: Row
    growth: Row | None
    base: Bounds | None
    agrees: bool | None


def bases(answers: Answers, code: str, scope: Scope) -> list[Base]:
    """Every period of which the year before is published too: the two levels, and whether dividing gives the growth."""
    whose = pl.col("subject").is_in([*scope.ours, *scope.wider])
    rows = (
        answers.table("growth")
        .filter(pl.col("indicator") == code, whose, pl.col("refused").is_not_null())
        .to_dicts()
    )
    said = by_id(answers, [row[name] for row in rows for name in ("level_id", "last_level_id", "growth_id")])
    rows.sort(key=lambda row: (scope.place(row["subject"]), -row["period_end"].toordinal()))
    return [
        _base(row, said[row["level_id"]], said[row["last_level_id"]], said.get(row["growth_id"]))
        for row in rows
    ]


def _base(row: Row, level: Row, last: Row, growth: Row | None) -> Base:
    if growth is None:
        return Base(level, last, None, None, None)
    return Base(level, last, growth, bounds(row, "base", "base_"), _gives_back(level, last, growth))


def _gives_back(level: Row, last: Row, growth: Row) -> bool:
    """Whether level ÷ last year's level can be 1 + growth, by the rounding of all three."""
    factor = printed(growth).times(Fraction(1, PERCENT_PARTS)).plus(1)
    return printed(level).meets(printed(last) * factor)


def printed(row: Row) -> Interval:
    """All numbers a reading can stand for, in smallest parts; whole pieces are exact."""
    if row["family"] in PIECES and row["step"] == 1:
        return exactly(row["amount"])
    half = Fraction(row["step"], 2)
    return Interval(row["amount"] - half, row["amount"] + half)


def bounds(row: Row, name: str, of: str = "") -> Bounds | None:
    """What a finding shows under a name, with its bounds (named after `of`); null where it could not be told."""
    low, high = row[f"{of}low_shown"], row[f"{of}high_shown"]
    return None if row[f"{name}_shown"] is None else (row[f"{name}_shown"], low, high)


def by_id(answers: Answers, ids: Iterable[str | None]) -> dict[str | None, Row]:
    """Readings by their ids, whatever they are about."""
    wanted = sorted({id_ for id_ in ids if id_})
    found = answers.table("amounts").filter(pl.col("id").is_in(wanted)).to_dicts()
    return {row["id"]: row for row in found}
