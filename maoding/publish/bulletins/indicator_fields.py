"""Indicator fields: what was last year's target and result of each indicator, and what is this year's target?"""

from typing import Any

import polars as pl

from maoding.publish.bulletins import promise_words as told
from maoding.publish.bulletins.fields import Field, Filter, Finding, Row, Say, words
from maoding.publish.bulletins.material import LAST, THIS, Material
from maoding.publish.bulletins.promise_numbers import PromiseNumbers
from maoding.publish.bulletins.said import NOTHING, Published, Said, amount, no_data, with_unit
from maoding.terms.language import noted, say

SAME = ("subject", "indicator", "measure")
OF_PROMISE = ("subject", "indicator", "measure", "subject_name", "indicator_name", "level")


def _indicators(material: Material, year: str) -> list[Row]:  # noqa: ARG001 - it always speaks of both years
    """One row for each indicator of a body with a target in either year: rates and amounts apart, tasks left out."""
    last, this = (
        [row for row in material.promises(year) if row["indicator"] and row["measure"] != "deed"]
        for year in (LAST, THIS)
    )
    known: dict[tuple[Any, ...], Row] = {}
    for name, rows in (("last", last), ("this", this)):
        for row in rows:
            place = tuple(row[key] for key in SAME)
            blank = {key: row[key] for key in OF_PROMISE} | {"last": [], "this": []}
            known.setdefault(place, blank)[name].append(row)
    results = _results(material)
    return [
        row
        | {
            "key": f"{material.year(THIS)}/indicator/{'/'.join(place)}",
            "result": None if row["last"] else results.get(place),
        }
        for place, row in sorted(known.items(), key=lambda each: _turn(each[1]))
    ]


def _turn(row: Row) -> tuple[str, ...]:
    """The city first, its zones and towns after it."""
    return (str(row["level"] != "county"), row["subject"], row["indicator"], row["measure"])


def _results(material: Material) -> dict[tuple[Any, ...], Row]:
    """Figures of the whole of last year published when it was over, by what they are about.

    Where the year had a target the judge's evidence is taken instead: a figure told before may restate the target.
    """
    start, end = material.last.question.year
    found = material.last.table("figures").filter(
        pl.col("period_start") == start, pl.col("period_end") == end, pl.col("known_from") > end
    )
    return {tuple(row[key] for key in SAME): row for row in found.to_dicts()}


def _targets(year: str) -> Say:
    def tell(row: Row, material: Material) -> Said:
        parts = [told.promise(each, PromiseNumbers(each, material)) for each in row[year]]
        return _joined(parts) if parts else NOTHING

    return tell


def _joined(parts: list[Said]) -> Said:
    return Said(
        say("；").join(part.text for part in parts),
        tuple(number for part in parts for number in part.numbers),
        tuple(dict.fromkeys(source for part in parts for source in part.sources)),
        judged=tuple(judged for part in parts for judged in part.judged),
    )


def _result(row: Row, material: Material) -> Said:
    """The target's evidence with its period, else a figure of the whole year; 尚无数据 where there is none."""
    figure = row["result"]
    if figure is not None:
        number = amount((row["key"], "result"), figure["amount"], figure["unit"], Published(figure["id"]))
        text = with_unit(number)
        if row["measure"] == "growth":
            text = say("增长{target}", target=text)
        return Said(text, (number,), (figure["source"],))
    known = [each for each in row["last"] if each["figure"] is not None]
    if not known:
        return no_data()
    actual = told.actual(known[0], PromiseNumbers(known[0], material))
    text = say("{actual}（{period}）", actual=actual.text, period=told.evidence_period(known[0], material))
    return Said(text, actual.numbers, actual.sources)


def _standing(row: Row, material: Material) -> Said:
    parts = [told.standing(each, PromiseNumbers(each, material)) for each in row["last"]]
    different = {part.text: part for part in parts}
    return _joined(list(different.values())) if different else NOTHING


def _remarks(row: Row, material: Material) -> list[Said]:
    """What to mind of the figure that stands as the result."""
    known = [each for each in row["last"] if each["figure"] is not None]
    if row["result"] is not None or not known:
        return []
    return told.remarks(known[0], PromiseNumbers(known[0], material), material)


INDICATORS = Finding(
    _indicators,
    {
        "name": Field(lambda row, material: Said(told.name(row, material)), noted("指标"), width=6),
        "subject": Field(words(lambda row: row["subject_name"]), noted("主体"), width=3),
        "indicator": Field(words(lambda row: row["indicator_name"]), noted("指标"), width=5),
        "last_target": Field(_targets("last"), noted("上年目标"), width=4),
        "result": Field(_result, noted("上年完成"), numeric=True, width=4),
        "standing": Field(_standing, noted("与目标相比"), width=4),
        "target": Field(_targets("this"), noted("本年目标"), width=4),
    },
    {
        "subject": Filter(lambda row: str(row["subject"])),
        "indicator": Filter(lambda row: str(row["indicator"])),
        "level": Filter(lambda row: str(row["level"])),
        "measure": Filter(lambda row: str(row["measure"]), ("level", "growth", "share")),
    },
    remarks=_remarks,
)
