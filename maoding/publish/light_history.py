"""Light history: which light had a promise on each day on which something was learnt about it?

All days are asked at once. Each is a body of its own (``TC@3`` with the promises and figures known on the third day):
a promise's light hangs on its own body's rows and on those of the one above, so that the judge gives every day's light
in the time of one.
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import narwhals as nw
import polars as pl

from maoding.judge.finding import ask
from maoding.ledger.course import Course, course
from maoding.publish.asking import Answers, Question
from maoding.publish.rules import LightRule
from maoding.publish.same_promise import same_promise

Row = dict[str, Any]
Learnt = tuple[dt.date, str]
WORDS = ("indicators", "units", "plans", "asked")
PARENT_GROWTH = "parent_growth"


@dataclass(frozen=True)
class Past:
    """A day on which something was learnt of a promise, and its light from then on, a word of `rule`.

    `promise` is the entry that stood for the promise on that day, `learnt` are those that became known.
    """

    day: dt.date
    light: str
    rule: LightRule
    promise: str
    learnt: tuple[str, ...]


@dataclass(frozen=True)
class Wording:
    """A rule as one entry words it, in force since a day; the first wording is also asked of days before it."""

    since: dt.date
    id: str
    rule: LightRule


def light_history(row: Row, answers: Answers, wordings: Sequence[Wording]) -> list[Past]:
    """The light of a promise on each day of the year asked, up to the day asked, on which something was learnt of it.

    The first is what the year began with, where the promise was known by then. `wordings` are those of the rule asked,
    in their order: a new one is learnt too. Of a task (任务), which no rule judges, there is none.
    """
    if row["measure"] == "deed":
        return []
    question = answers.question
    above = next((each["parent"] for each in answers.rows("subjects") if each["code"] == row["subject"]), "")
    said = course([code for code in (row["subject"], above) if code], question.day, question.viewer)
    learnt = _by_day(_learnt(row, said, answers, above) | _worded_anew(wordings, question))
    days = _of_the_year(learnt, question)
    if len(days) == 1 and said.ever("exemptions").is_empty():  # most promises: nothing was learnt since
        return [Past(days[0], row["light"], question.rule, row["promise"], learnt[days[0]])]
    by_wording = groupby(days, key=lambda day: max(0, bisect_right(wordings, day, key=_since) - 1))
    asked = [(wordings[place].rule, list(group)) for place, group in by_wording]
    return [
        Past(day, light, rule, promise, learnt[day])
        for rule, group in asked
        for day, light, promise in _lights(row, group, _apart(row, said, group, answers, above), rule)
    ]


def _since(wording: Wording) -> dt.date:
    return wording.since


def _worded_anew(wordings: Sequence[Wording], question: Question) -> set[Learnt]:
    return {(each.since, each.id) for each in wordings[1:] if each.since <= question.day}


def _by_day(learnt: set[Learnt]) -> dict[dt.date, tuple[str, ...]]:
    days = groupby(sorted(learnt), key=lambda pair: pair[0])
    return {day: tuple(name for _, name in pairs) for day, pairs in days}


def kin_of(indicator: str, plans: Iterable[Row]) -> set[str]:
    """An indicator, and those that say how much of the same plan is done."""
    return set().union({indicator}, *(set(plan.values()) for plan in plans if indicator in plan.values()))


def _learnt(row: Row, said: Course, answers: Answers, above: str) -> set[Learnt]:
    """What can have moved the light: the days and the entries that became known on them."""
    col, rule = pl.col, answers.question.rule
    own = (col("subject") == row["subject"]) & col("indicator").is_in(
        kin_of(row["indicator"], answers.rows("plans"))
    )
    own &= (col("measure") == row["measure"]) & (col("period_start") >= row["period_start"])
    own &= col("period_end") <= row["period_end"]
    asks_above = PARENT_GROWTH in rule.table.inputs and row["measure"] == "growth"
    growth = (col("subject") == above) & (col("indicator") == row["indicator"]) & (col("measure") == "growth")
    wanted = {"commitments": own, "readings": own | (growth & asks_above)}
    found = [said.ever(name).filter(which).select("known_from", "id") for name, which in wanted.items()]
    return {*pl.concat(found).rows(), *_spared(row, said, answers.question)}


def _spared(row: Row, said: Course, question: Question) -> set[Learnt]:
    """Days on which a legitimate reason (正当理由) became known, began or had ended, up to the day asked."""
    reasons = said.ever("exemptions").filter(
        pl.col("subject") == row["subject"], pl.col("rule") == question.rule.name
    )
    days = reasons.select("id", "known_from", "period_start", after=pl.col("period_end").dt.offset_by("1d"))
    return {
        (day, name)
        for name, known_from, start, after in days.rows()
        for day in (known_from, start, after)
        if known_from <= day <= question.day
    }


def _of_the_year(days: Iterable[dt.date], question: Question) -> list[dt.date]:
    """Days from the first of the year asked, and the last one before it."""
    start = question.year[0]
    return [*[day for day in days if day < start][-1:], *(day for day in days if day >= start)]


def _apart(row: Row, said: Course, days: Sequence[dt.date], answers: Answers, above: str) -> dict[str, Any]:
    """What was known on each of several days, side by side: each day's bodies and entries bear names of their own."""
    bodies = [(_named(row["subject"], place), _named(above, place)) for place in range(len(days))]
    tables: dict[str, pl.DataFrame] = {
        name: pl.concat([_renamed(frame, place) for place, frame in enumerate(frames)])
        for name, frames in _on_each(row, said, days, answers.question).items()
    }
    tables["subjects"] = pl.DataFrame(bodies, schema=["code", "parent"], orient="row")
    tables["bodies"] = tables["subjects"].select(subject="code")
    words: dict[str, Any] = {name: answers.given[name] for name in WORDS}
    return words | {name: nw.from_native(frame) for name, frame in tables.items()}


def _on_each(
    row: Row, said: Course, days: Sequence[dt.date], question: Question
) -> dict[str, list[pl.DataFrame]]:
    """The tables day by day: the body's own promises of the year, all figures, reasons in force on the day itself."""
    start, end = question.year
    known = [said.on(day) for day in days]
    own = (pl.col("subject") == row["subject"], pl.col("period_start") <= end, pl.col("period_end") >= start)
    in_force = [
        each["exemptions"]
        .filter(pl.col("period_start") <= day, pl.col("period_end") >= day)
        .with_columns(period_start=pl.lit(question.day), period_end=pl.lit(question.day))
        for each, day in zip(known, days, strict=True)
    ]
    return {
        "commitments": [each["commitments"].filter(*own) for each in known],
        "readings": [each["readings"] for each in known],
        "exemptions": in_force,
    }


def _named(name: str, place: int) -> str:
    return f"{name}@{place}"


def _renamed(frame: pl.DataFrame, place: int) -> pl.DataFrame:
    return frame.with_columns(
        pl.format("{}@{}", name, pl.lit(place)).alias(name) for name in ("id", "subject")
    )


def _lights(
    row: Row, days: Sequence[dt.date], given: dict[str, Any], rule: LightRule
) -> list[tuple[dt.date, str, str]]:
    """Day, light and entry of the promise, for each day on which it was known."""
    given = given | {"rule": rule.table}
    lights = {each["promise"]: each["light"] for each in ask("light", given).to_native().to_dicts()}
    found: dict[int, tuple[str, str]] = {}
    for each in given["completion"].to_native().to_dicts():
        subject, _, place = each["subject"].rpartition("@")
        if same_promise(each | {"subject": subject}) == same_promise(row):
            name = each["promise"].rpartition("@")[0]
            found.setdefault(int(place), (lights[each["promise"]], name))
    return [(days[place], *found[place]) for place in sorted(found)]
