"""Step rates: how many projects have come to a step, of all listed, of those planned this year, of those due by now?

The start rate (开工率) has three denominators and bulletins seldom say which: 江门 printed 206/255 = 80.8 % of the
year's plan; of what was planned to date it was 206/223 = 92.4 % (domain §4.2). Completions have the same three.
"""

import narwhals as nw

from maoding.judge.days import number_of, stated
from maoding.judge.finding import finding
from maoding.judge.pace import percent
from maoding.judge.steps import STEP, first_stated, reached

COUNTS = ("planned", "due", "late", "early", "reached_as_planned", "reached")


@finding
def step_rates(events, stages, steps, dated_steps, subjects, asked):
    """Start rates (开工率) and those of every other dated step, of listed projects: one row a body and step.

    Of `listed` projects, on the day asked: `planned` for this year, of them `due` by the day; of these `late`, not
    there by then; `early`, there before they were due; `reached_as_planned`, which is due − late + early (按计划开工数,
    T-S01); and `reached` of all listed. In per cent `of_listed_shown`, `of_planned_shown` and `of_due_shown`. A step
    counts as reached once it or a later one was, and a day stated to the month or the year from its end; a project that
    nobody reported on is late.
    """
    day = asked.select(
        by=number_of(nw.col("day")),
        year_start=number_of(nw.col("period_start")),
        year_end=number_of(nw.col("period_end")),
    )
    counted = {name: nw.col(name).cast(nw.Int64).sum() for name in COUNTS}
    projects = _dated(_listed(events, dated_steps, subjects), stages, steps)
    marked = projects.join(day, how="cross").with_columns(**_marks())
    rates = marked.group_by("body", "step").agg(listed=nw.col("subject").count().cast(nw.Int64), **counted)
    return rates.with_columns(
        of_listed_shown=percent(nw.col("reached"), nw.col("listed")),
        of_planned_shown=percent(nw.col("reached_as_planned"), nw.col("planned")),
        of_due_shown=percent(nw.col("reached_as_planned"), nw.col("due")),
    )


def _listed(events, dated_steps, subjects):
    """Listed projects with their body, each with every step that the sources date."""
    bodies = subjects.select(subject=nw.col("code"), body=nw.col("parent"))
    listed = events.filter(nw.col("kind") == "listed").select("subject").unique()
    return listed.join(bodies, on="subject", how="inner").join(
        dated_steps.select("step").unique(), how="cross"
    )


def _dated(projects, stages, steps):
    """Last day that the date planned for a step can mean, and that of the day it was reached; null where not stated."""
    planned = first_stated(steps.filter(nw.col("planned")), "stated_plan").select(*STEP, "stated_plan")
    come = reached(projects.select(*STEP), stages, steps).select(*STEP, "reached_on")
    both = projects.join(planned, on=list(STEP), how="left").join(come, on=list(STEP), how="left")
    return both.with_columns(
        planned_on=stated(nw.col("stated_plan")).last, came_on=stated(nw.col("reached_on")).last
    )


def _marks() -> dict[str, nw.Expr]:
    """What counts as what, yes or no for each project."""
    planned_on = nw.col("planned_on")
    begun = _holds(nw.col("came_on") <= nw.col("by"))
    planned = _holds((planned_on >= nw.col("year_start")) & (planned_on <= nw.col("year_end")))
    due = planned & _holds(planned_on <= nw.col("by"))
    return {
        "planned": planned,
        "due": due,
        "late": due & ~begun,
        "early": planned & ~due & begun,
        "reached_as_planned": planned & begun,
        "reached": begun,
    }


def _holds(test: nw.Expr) -> nw.Expr:
    """Whether it is so; a day nobody stated has not come."""
    return test.fill_null(value=False)
