"""Year: how did a promise's figures run through its period, beside what was due?"""

import datetime as dt
import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import polars as pl

from maoding.publish.asking import Answers
from maoding.publish.pages.asked import Asked
from maoding.publish.pages.cells import Number
from maoding.publish.shown import period, published_on, reader_number, reader_unit
from maoding.publish.words import RELEASES
from maoding.terms.language import say, spoken
from maoding.terms.units import unit as unit_named

Row = dict[str, Any]
INK, ACCENT, SOFT = "#1d2327", "#0b5f63", "#8a949c"
STATES = (
    "stock",
    "rate",
    "rank",
)  # of these any day within the period counts, not only what adds up from its first


@dataclass(frozen=True)
class Figure:
    """One published figure: its period, number, vintage, day of publication, and whether it still holds."""

    period: str
    number: Number
    release: str
    published: str
    current: bool
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
    figures = [_figure(reading, row, asked) for reading in readings]
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


def _figure(reading: Row, row: Row, asked: Asked) -> Figure:
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
        done[figure.months] = _plain(figure.amount, unit, asked)
    whole = _plain(target, unit, asked)
    series = [_series(say("目标"), [whole] * (months + 1), INK, dashed=True)]
    if row["paced"]:
        done[0] = 0
        due = [round(whole * month / months, 4) for month in range(months + 1)]
        series.append(_series(say("按月均匀应完成"), due, SOFT, dashed=False))
    series.append(_series(say("实绩"), done, ACCENT, dashed=False, marked=True))
    chart = _chart(row["period_start"], months, series, say(reader_unit(unit, asked.unit)))
    return json.dumps(chart, ensure_ascii=False)


def _plain(amount: float, unit: str, asked: Asked) -> float:
    value = Decimal(str(amount)).scaleb(-unit_named(reader_unit(unit, asked.unit)).exponent)
    return round(float(value), 4)


def _series(name: str, data: list[Any], colour: str, *, dashed: bool, marked: bool = False) -> Row:
    return {
        "name": name,
        "type": "line",
        "data": data,
        "connectNulls": True,
        "symbol": "circle" if marked else "none",
        "symbolSize": 7,
        "color": colour,
        "lineStyle": {
            "width": 2 if marked else 1.2,
            "type": "dashed" if dashed else "solid",
            "color": colour,
        },
        "z": 3 if marked else 2,
    }


def _chart(start: dt.date, months: int, series: list[Row], unit: str) -> Row:
    small = {"color": "#5a6570", "fontSize": 12}
    return {
        "animation": False,
        "textStyle": {
            "fontFamily": "Noto Sans SC, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif"
        },
        "aria": {"enabled": False},
        "grid": {"left": 8, "right": 16, "top": 48, "bottom": 4, "containLabel": True},
        "legend": {
            "top": 0,
            "left": 0,
            "icon": "roundRect",
            "itemWidth": 16,
            "itemHeight": 3,
            "textStyle": small,
        },
        "tooltip": {"trigger": "axis", "renderMode": "richText", "confine": True},
        "xAxis": {
            "type": "category",
            "boundaryGap": False,
            "data": ["", *(_month_name(start, month) for month in range(months))],
            "axisLabel": small | {"hideOverlap": True},
            "axisTick": {"show": False},
            "axisLine": {"lineStyle": {"color": "#b8c0c6"}},
        },
        "yAxis": {
            "type": "value",
            "name": unit,
            "nameTextStyle": small | {"align": "left"},
            "axisLabel": small,
            "splitNumber": 4,
            "splitLine": {"lineStyle": {"color": "#eceff1"}},
        },
        "series": series,
    }


def _month_name(start: dt.date, after: int) -> str:
    month = (start.month - 1 + after) % 12 + 1
    return f"{dt.date(2000, month, 1):%b}" if spoken.get() == "en" else f"{month}月"
