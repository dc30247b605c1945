"""Starts: how many projects have started, of all listed, of those planned this year, of those due by now?

The start rate (开工率) has three denominators and bulletins seldom say which: 江门 printed 206/255 = 80.8 % of the
year's plan; of what was planned to date it was 206/223 = 92.4 % (domain §4.2).
"""

import narwhals as nw

from maoding.judge.finding import finding
from maoding.judge.pace import percent

COUNTS = ("planned", "due", "late", "early", "started_as_planned", "started")


def started_as_planned(due: int, late: int, early: int) -> int:
    """Projects started out of a plan (按计划开工数): those due, less the late, and the early ones added (T-S01)."""
    return due - late + early


@finding
def starts(events, subjects, asked):
    """Start rates (开工率) of each body's listed projects on the day asked, one row a body.

    Read from events on projects: ``listed``; ``plan`` with detail ``started``, the day it is planned for; ``stage``
    with detail ``started``. A day stated to the month or the year counts from its end. Columns: `body`, `listed`,
    `planned` (this year), `due` (planned by the day), `late`, `early`, `started_as_planned` = due − late + early, and
    `started` of all listed; in per cent `of_listed_shown`, `of_planned_shown` and `of_due_shown`.
    """
    day = asked.select(
        by=nw.col("day").cast(nw.String),
        year_start=nw.col("period_start").cast(nw.String),
        year_end=nw.col("period_end").cast(nw.String),
    )
    projects = _projects(events, subjects).join(day, how="cross").with_columns(**_marks())
    sums = {name: nw.col(name).cast(nw.Int64).sum() for name in COUNTS}
    return (
        projects.group_by("body")
        .agg(nw.col("subject").count().alias("listed"), **sums)
        .with_columns(
            of_listed_shown=percent(nw.col("started"), nw.col("listed")),
            of_planned_shown=percent(nw.col("started_as_planned"), nw.col("planned")),
            of_due_shown=percent(nw.col("started_as_planned"), nw.col("due")),
        )
    )


def _projects(events, subjects):
    """Listed projects with their body, the day planned for the start and the day of the start, either null."""
    listed = events.filter(nw.col("kind") == "listed").select("subject").unique()
    bodies = subjects.select(subject=nw.col("code"), body=nw.col("parent"))
    about_starts = events.filter(nw.col("detail") == "started", nw.col("happened_on") != "")
    return (
        listed.join(bodies, on="subject", how="inner")
        .join(_first_day(about_starts, "plan", "planned_on"), on="subject", how="left")
        .join(_first_day(about_starts, "stage", "started_on"), on="subject", how="left")
    )


def _first_day(events, kind: str, name: str):
    """First day a project has of one kind of event, as an ISO text; a month or year stated stands for its end."""
    found = events.filter(nw.col("kind") == kind).with_columns(end=_end_of(nw.col("happened_on")))
    return found.group_by("subject").agg(nw.col("end").min().alias(name))


def _end_of(stated: nw.Expr) -> nw.Expr:
    """Last day of a stated year, month or day, as texts."""
    year, month = stated.str.slice(0, 4), stated.str.slice(5, 2)
    leap_years = [str(number) for number in range(1904, 2100, 4)]
    last = (
        nw.when(month.is_in(["04", "06", "09", "11"]))
        .then(nw.lit("-30"))
        .when(month != "02")
        .then(nw.lit("-31"))
        .when(year.is_in(leap_years))
        .then(nw.lit("-29"))
        .otherwise(nw.lit("-28"))
    )
    return (
        nw.when(stated.str.len_chars() == 4)
        .then(nw.concat_str(stated, nw.lit("-12-31")))
        .when(stated.str.len_chars() == 7)
        .then(nw.concat_str(stated, last))
        .otherwise(stated)
    )


def _marks() -> dict[str, nw.Expr]:
    """What counts as what, yes or no for each project; an ISO day compares as text."""
    by, planned_on = nw.col("by"), nw.col("planned_on")
    begun = _holds(nw.col("started_on") <= by)
    planned = _holds((planned_on >= nw.col("year_start")) & (planned_on <= nw.col("year_end")))
    due = planned & _holds(planned_on <= by)
    return {
        "planned": planned,
        "due": due,
        "late": due & ~begun,
        "early": planned & ~due & begun,
        "started_as_planned": planned & begun,
        "started": begun,
    }


def _holds(test: nw.Expr) -> nw.Expr:
    """Whether it is so; a day nobody stated has not come."""
    return test.fill_null(value=False)
