"""Deeds: have the projects that a promise names come as far as it said?"""

import narwhals as nw

from maoding.judge.days import Stated, number_of, stated
from maoding.judge.finding import finding
from maoding.judge.milestones import timeliness
from maoding.judge.steps import first_stated


@finding
def deeds_done(commitments, deeds, stages, steps, subjects, asked):
    """Deeds (任务) and how far their projects are: one row a promise and project that the city's pack ties together.

    A step counts as reached on the earliest date stated for it or for a later one. Columns: `promise`, `record`,
    `subject`, `due_on`, `project`, `project_name`, `step`, `reached_step`, `reached_on` as stated (null: not known),
    `late_least`, `late_most` and `standing`, held against the last day of the promise's period: see
    `milestones.timeliness`.
    """
    named = commitments.select("record", "subject", promise=nw.col("id"), due_on=nw.col("period_end"))
    names = subjects.select(project=nw.col("code"), project_name=nw.col("name"))
    rows = named.join(deeds, on="record", how="inner").join(names, on="project", how="left")
    rows = rows.join(_reached(deeds, stages, steps), on=["project", "step"], how="left")
    rows = rows.join(asked.select("day"), how="cross")
    due = number_of(nw.col("due_on"))
    return timeliness(rows, Stated(due, due), stated(nw.col("reached_on"))).drop("day")


def _reached(deeds, stages, steps):
    """When each project named in a deed first came to the deed's step or beyond it."""
    dated = first_stated(steps.filter(~nw.col("planned")), "reached_on").rename(
        {"subject": "project", "step": "reached_step", "reached_on_id": "reached_id"}
    )
    places = stages.rename({"step": "reached_step", "place": "reached_place"})
    dated = dated.join(places, on="reached_step", how="inner")
    asked = deeds.select("project", "step").unique().join(stages, on="step", how="inner")
    found = asked.join(dated, on="project", how="inner").filter(nw.col("reached_place") >= nw.col("place"))
    dates = stated(nw.col("reached_on"))
    found = found.with_columns(last=dates.last, first=dates.first)
    for rank in (nw.col("last"), -nw.col("first"), nw.col("reached_place")):
        found = found.with_columns(rank=rank)
        found = found.filter(nw.col("rank") == nw.col("rank").min().over("project", "step"))
    return found.select("project", "step", "reached_step", "reached_on", "reached_id")
