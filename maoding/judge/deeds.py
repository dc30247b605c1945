"""Deeds: have the projects that a promise names come as far as it said?"""

import narwhals as nw

from maoding.judge.days import Stated, number_of, stated
from maoding.judge.finding import finding
from maoding.judge.milestones import timeliness
from maoding.judge.steps import reached


@finding
def deeds_done(commitments, deeds, stages, steps, subjects, asked):
    """Deeds (任务) and how far their projects are: one row a promise and project that the city's pack ties together.

    A step counts as reached on the earliest date stated for it or for a later one. Columns: `promise`, `record`,
    `subject`, `due_on`, `project`, `project_name`, `step`, `reached_step`, `reached_on` as stated (null: not known),
    `late_least`, `late_most` and `standing`, held against the last day of the promise's period: see
    `milestones.timeliness`; and `before`: it had come so far before the promise's period began, which shows no promise
    kept.
    """
    named = commitments.select(
        "record", "subject", "period_start", promise=nw.col("id"), due_on=nw.col("period_end")
    )
    names = subjects.select(project=nw.col("code"), project_name=nw.col("name"))
    rows = named.join(deeds, on="record", how="inner").join(names, on="project", how="left")
    wanted = deeds.select("step", subject=nw.col("project"))
    come = reached(wanted, stages, steps).rename({"subject": "project"})
    rows = rows.join(come, on=["project", "step"], how="left")
    rows = rows.join(asked.select("day"), how="cross")
    due, come_on = number_of(nw.col("due_on")), stated(nw.col("reached_on"))
    rows = rows.with_columns(before=(come_on.last < number_of(nw.col("period_start"))).fill_null(value=False))
    return timeliness(rows, Stated(due, due), come_on).drop("day", "period_start")
