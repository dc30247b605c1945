"""Pair fields: what can a plan say of promises stated again, and of two targets for one thing?"""

from fractions import Fraction

import polars as pl

from maoding.judge.amounts import PERCENT_PARTS
from maoding.publish.asking import Answers
from maoding.publish.bulletins.fields import Field, Filter, Finding, Row, Say, words
from maoding.publish.bulletins.material import Material
from maoding.publish.bulletins.said import (
    NOTHING,
    Grown,
    Implied,
    Number,
    Published,
    Said,
    Worked,
    amount,
    told,
    written,
)
from maoding.publish.scoreboard import Names
from maoding.publish.shown import period, published_on
from maoding.terms.language import noted

SUBJECT = Field(words(lambda row: row["subject_name"]), noted("主体"), width=3)
INDICATOR = Field(words(lambda row: row["indicator_name"]), noted("目标"), width=5)
FILTERS = {
    "subject": Filter(lambda row: str(row["subject"])),
    "indicator": Filter(lambda row: str(row["indicator"])),
}


def _number(name: str) -> Say:
    def tell(row: Row, material: Material) -> Said:
        number: Number | None = row[name]
        if number is None:
            return NOTHING
        return told(number, *(material.source_of[entry] for entry in number.entries))

    return tell


def _named(row: Row, names: Names) -> Row:
    return {
        "subject_name": names.subject(row["subject"]),
        "indicator_name": names.indicators[row["indicator"]],
    }


def _drifts(material: Material, year: str) -> list[Row]:
    """Promises stated again with another number, by the day of the first."""
    answers = material.of(year)
    names, units = Names(answers), {row["id"]: row["unit"] for row in answers.rows("promised")}
    rows = []
    for row in sorted(answers.rows("drift"), key=lambda each: (each["promise"], each["restated"])):
        key, unit = f"{row['promise']}/{row['restated']}", units[row["promise"]]
        first = amount((key, "first"), row["amount"], unit, Published(row["promise"]))
        restated = amount((key, "restated"), row["restated_amount"], unit, Published(row["restated"]))
        exact = restated.exact - first.exact
        change = Number(
            (key, "change"),
            written(exact, 2, signed=True),
            first.unit,
            exact,
            (Worked("difference", restated, first),),
        )
        rows.append(
            row | _named(row, names) | {"key": key, "first": first, "restated": restated, "change": change}
        )
    return rows


DRIFT = Finding(
    _drifts,
    {
        "subject": SUBJECT,
        "indicator": INDICATOR,
        "first": Field(_number("first"), noted("先说"), numeric=True),
        "restated": Field(_number("restated"), noted("后说"), numeric=True),
        "change": Field(_number("change"), noted("相差"), numeric=True),
        "said_on": Field(words(lambda row: published_on(row["said_on"], "day")), noted("先说时间"), width=3),
        "restated_on": Field(
            words(lambda row: published_on(row["restated_on"], "day")), noted("后说时间"), width=3
        ),
    },
    FILTERS,
)


def _twins(material: Material, year: str) -> list[Row]:
    """Two targets for one thing in one year, growth and level, with the base they are compared on."""
    answers = material.of(year)
    names, units = Names(answers), {row["id"]: row["unit"] for row in answers.rows("promised")}
    found = sorted(answers.rows("twin_targets"), key=lambda each: str(each["level_promise"]))
    return [
        row | _named(row, names) | _twin(row, units[row["level_promise"]], answers, names) for row in found
    ]


def _twin(row: Row, unit: str, answers: Answers, names: Names) -> Row:
    key = f"{row['level_promise']}/{row['growth_promise']}"
    level = amount((key, "level"), row["level"], unit, Published(row["level_promise"]))
    growth = amount((key, "growth"), row["growth"], "%", Published(row["growth_promise"]))
    base, origin = _base(key, row, answers, names)
    exact = base.exact * (1 + Fraction(row["growth"], PERCENT_PARTS))
    as_level = Number((key, "growth_as_level"), written(exact, 2), base.unit, exact, (Grown(base, growth),))
    rate = 100 * (level.exact / base.exact - 1)
    as_growth = Number(
        (key, "level_as_growth"), written(rate, 1), "%", rate, (Worked("growth", level, base),)
    )
    return {
        "key": key,
        "level": level,
        "growth": growth,
        "base": base,
        "growth_as_level": as_level,
        "level_as_growth": as_growth,
        "binds": "level" if row["binding"] == row["level_promise"] else "growth",
        **origin,
    }


def _base(key: str, row: Row, answers: Answers, names: Names) -> tuple[Number, Row]:
    """Last year's level as published, or implied by a part and its share; and part, share and whose they are."""
    figures = answers.table("figures")
    part = figures.row(by_predicate=pl.col("id") == row["base_reading"], named=True)
    if row["base_from"] == "published":
        base = amount((key, "base"), part["amount"], part["unit"], Published(part["id"]))
        return base, {"part": None, "part_share": None, "part_subject": "", "base_period": _period(part)}
    same = ("subject", "indicator", "period_start", "period_end")
    of_part = (pl.col(name) == part[name] for name in same)
    share = figures.row(by_predicate=pl.all_horizontal(*of_part, pl.col("measure") == "share"), named=True)
    done = amount((key, "part"), part["amount"], part["unit"], Published(part["id"]))
    rate = amount((key, "part_share"), share["amount"], "%", Published(share["id"]))
    whole = Fraction(part["amount"] * PERCENT_PARTS, share["amount"])
    base = amount((key, "base"), whole, part["unit"], Implied(done, rate))
    named = {"part": done, "part_share": rate, "part_subject": names.subject(part["subject"])}
    return base, named | {"base_period": _period(part)}


def _period(reading: Row) -> str:
    return period(reading["period_start"], reading["period_end"])


TWINS = Finding(
    _twins,
    {
        "subject": SUBJECT,
        "indicator": INDICATOR,
        "level": Field(_number("level"), noted("数额目标"), numeric=True),
        "growth": Field(_number("growth"), noted("增速目标"), numeric=True),
        "base": Field(_number("base"), noted("上年基数"), numeric=True),
        "base_period": Field(words(lambda row: row["base_period"]), noted("基数时期")),
        "growth_as_level": Field(_number("growth_as_level"), noted("增速目标折合"), numeric=True),
        "level_as_growth": Field(_number("level_as_growth"), noted("数额目标折合增速"), numeric=True),
        "part": Field(_number("part"), noted("推算所用部分"), numeric=True),
        "part_share": Field(_number("part_share"), noted("所占份额"), numeric=True),
        "part_subject": Field(words(lambda row: row["part_subject"]), noted("推算所用主体")),
    },
    FILTERS
    | {
        "binds": Filter(lambda row: str(row["binds"]), ("level", "growth")),
        "base_from": Filter(lambda row: str(row["base_from"]), ("published", "share")),
    },
)
