"""Year: how did a promise's figures run through its period, beside what was due?"""

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

import polars as pl

from maoding.publish.asking import Answers
from maoding.publish.curve import ACCENT, INK, SOFT, chart, line, months_of, plain
from maoding.publish.pages.asked import Asked
from maoding.publish.pages.cells import Number
from maoding.publish.shown import period, published_on, reader_number, reader_unit
from maoding.publish.words import RELEASES
from maoding.terms.language import say

Row = dict[str, Any]
STATES = (
    "stock",
    "rate",
    "rank",
)  # of these any day within the period counts, not only what adds up from its first


@dataclass(frozen=True)
class Figure:
    """One published figure: its period, number, vintage and day of publication.

    `current` tells whether it still holds, `disputed` whether another of the same day says another number.
    """

    period: str
    number: Number
    release: str
    published: str
    current: bool
    disputed: bool
    months: int
    amount: int


@dataclass(frozen=True)
class Year:
    """Figures in the order of their periods and vintages; `option` is the chart's as JSON, empty where none helps."""

    figures: list[Figure]
    option: str


def year(row: Row, answers: Answers, asked: Asked) -> Year:
    """All figures for a promise within its period, as known on the day, and their chart."""
    readings = sorted(
        _readings(row, answers), key=lambda each: (each["period_end"], each["known_from"], each["id"])
    )
    disputed = _disputed(answers)
    figures = [_figure(reading, row, asked, disputed) for reading in readings]
    return Year(figures, _option(row, [each for each in figures if each.current], asked))


def _readings(row: Row, answers: Answers) -> list[Row]:
    """Readings of the promise's indicator that count from its first day; of stocks and rates all within it."""
    if not row["evidence_indicator"]:
        return []
    start, end = pl.col("period_start"), pl.col("period_end")
    same = ("subject", "measure", "family")
    from_the_start = start >= row["period_start"] if row["kind"] in STATES else start == row["period_start"]
    readings = answers.table("amounts").filter(
        *(pl.col(name) == row[name] for name in same),
        pl.col("indicator") == row["evidence_indicator"],
        pl.col("amount").is_not_null(),
        from_the_start,
        end <= row["period_end"],
    )
    return readings.to_dicts()


def _disputed(answers: Answers) -> set[str]:
    """Ids of figures that contradict one another; a later vintage contradicts none."""
    pairs = [row for row in answers.rows("contradictions") if row["nature"] == "contradiction"]
    return {pair[side] for pair in pairs for side in ("id", "other")}


def _figure(reading: Row, row: Row, asked: Asked, disputed: set[str]) -> Figure:
    unit = reader_unit(reading["unit"], asked.unit)
    return Figure(
        period=period(reading["period_start"], reading["period_end"]),
        number=Number(
            reader_number(reading["amount"], reading["unit"], asked.unit),
            asked.source(reading["source"], reading["id"]),
            unit=say(unit),
        ),
        release=say(RELEASES[reading["release"]]),
        published=published_on(reading["published_at"], reading["published_precision"]),
        current=reading["current"],
        disputed=reading["current"] and reading["id"] in disputed,
        months=_month(row["period_start"], reading["period_end"]),
        amount=reading["amount"],
    )


def _month(start: dt.date, end: dt.date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month + 1


def _option(row: Row, figures: list[Figure], asked: Asked) -> str:
    """ECharts' option: the target, what is due by even pace, and the figures published; months along the foot."""
    target = row["plan_shown"] if row["inferred_plan"] else row["amount"]
    if target is None or not figures or row["relation"] == "rank":
        return ""
    unit = row["unit"] or "%"
    months = _month(row["period_start"], row["period_end"])
    done: list[float | None] = [None] * (months + 1)
    for figure in figures:
        done[figure.months] = plain(figure.amount, unit, asked.unit)
    whole = plain(target, unit, asked.unit)
    series = [line(say("目标"), [whole] * (months + 1), INK, dashed=True)]
    if row["paced"]:
        done[0] = 0
        due = [round(whole * month / months, 4) for month in range(months + 1)]
        series.append(line(say("按月均匀应完成"), due, SOFT, dashed=False))
    series.append(line(say("实绩"), done, ACCENT, dashed=False, marked=True))
    along = months_of(row["period_start"], months)
    option = chart(along, series, say(reader_unit(unit, asked.unit)))
    return json.dumps(option, ensure_ascii=False)
