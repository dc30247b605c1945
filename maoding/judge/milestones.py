"""Milestones: was each step of a project taken by the day it was planned for?

Dates are only as exact as they were stated: planned for ``2021-06`` and done on 29 December is 182 to 211 days late.
"""

import narwhals as nw

from maoding.judge.days import Stated, number_of, stated
from maoding.judge.finding import finding
from maoding.judge.steps import STEP, first_stated


@finding
def milestones(steps, asked):
    """Planned steps of projects (节点按期情况), one row a project and step that was planned for a stated date.

    Of several dates for one step the earliest stands. Columns: `subject`, `step`, `planned_on` and `happened_on` as
    stated, `planned_on_id`, `happened_on_id`, `late_least` and `late_most` in days (below nought is early), `standing`:
    see `timeliness`.
    """
    planned = first_stated(steps.filter(nw.col("planned")), "planned_on")
    happened = first_stated(steps.filter(~nw.col("planned")), "happened_on")
    both = planned.join(happened, on=list(STEP), how="left").join(asked.select("day"), how="cross")
    return timeliness(both, stated(nw.col("planned_on")), stated(nw.col("happened_on"))).drop("day")


def timeliness(rows, due: Stated, happened: Stated):
    """Add `late_least` and `late_most`, days from due to happened, and in `standing` what they come to on `day`.

    ``early``, ``in_time`` and ``late`` hold for all days the dates can mean; ``unclear`` where that depends on the
    day. Where nothing is known to have happened, ``not_due`` before the due date is over and ``no_evidence`` after:
    that nobody said so does not mean that it was not done.
    """
    rows = rows.with_columns(
        late_least=happened.first - due.last,
        late_most=happened.last - due.first,
        is_due=number_of(nw.col("day")) > due.last,
    )
    least, most = nw.col("late_least"), nw.col("late_most")
    standing = (
        nw.when(least > 0)
        .then(nw.lit("late"))
        .when(most < 0)
        .then(nw.lit("early"))
        .when((least == 0) & (most == 0))
        .then(nw.lit("in_time"))
        .when(~least.is_null())
        .then(nw.lit("unclear"))
        .when(nw.col("is_due"))
        .then(nw.lit("no_evidence"))
        .otherwise(nw.lit("not_due"))
    )
    return rows.with_columns(standing=standing).drop("is_due")


@finding
def durations(steps):
    """Days from one step of a project to another (历时天数), as exact as both dates were stated.

    One row a project and pair of steps of which the second did not come first: `subject`, `step`, `began_on`,
    `later_step`, `ended_on`, `days_least`, `days_most`.
    """
    taken = first_stated(steps.filter(~nw.col("planned")), "began_on").drop("began_on_id")
    later = taken.select("subject", later_step=nw.col("step"), ended_on=nw.col("began_on"))
    pairs = taken.join(later, on="subject", how="inner").filter(nw.col("step") != nw.col("later_step"))
    begun, ended = stated(nw.col("began_on")), stated(nw.col("ended_on"))
    pairs = pairs.with_columns(days_least=ended.first - begun.last, days_most=ended.last - begun.first)
    return pairs.filter(nw.col("days_most") >= 0)
