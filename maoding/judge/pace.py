"""Pace: is what has been done in step with what was due by now?

Two schedules, both shown: linear time progress, and the body's own plan to date where it printed one (松阳 was 12
points behind the first and a third ahead of the second). Months are those of the evidence, not of the day asked.
"""

import narwhals as nw

from maoding.judge.finding import finding
from maoding.judge.vintages import PROMISES, speaking
from maoding.judge.whole_months import months_of
from maoding.terms.columns import PLACE

AHEAD = ("ahead_part", "ahead_whole", "completion_shown", "due_shown", "ahead_shown")
OWN_PLAN = ("subject", "indicator", "period_start", "family", "counted_to")


@finding
def schedule(completion, promised):
    """What was due by the evidence's last day (序时进度): `due_months` of `all_months`, and the own plan to date.

    `planned` is what the body itself promised for the same indicator, in a unit of the same family, from the same
    first day to the evidence's month's end (smallest parts): of a plan stated again the one known last, as which figure
    speaks is settled in `vintages`; null where it printed no such plan. A promise for less than one whole month has no
    schedule.
    """
    timed = completion.filter(nw.col("paced"), ~nw.col("figure").is_null()).with_columns(
        due_months=months_of(nw.col("period_start"), nw.col("counted_to")),
        all_months=months_of(nw.col("period_start"), nw.col("period_end")),
    )
    own = promised.filter(nw.col("measure") == "level", ~nw.col("amount").is_null())
    # Only plans to the days asked about: to put all others in order would be for nothing.
    to_that_day = timed.select("subject", "indicator", "period_start", period_end=nw.col("counted_to"))
    own = own.join(to_that_day, on=list(PLACE), how="semi")
    own = speaking(own, [*PLACE, "family"], PROMISES).select(
        *OWN_PLAN[:-1], counted_to=nw.col("period_end"), planned=nw.col("amount")
    )
    timed = timed.filter(nw.col("all_months") > 0).join(own, on=list(OWN_PLAN), how="left")
    whole_period = nw.col("counted_to") == nw.col("period_end")
    planned = nw.when(~whole_period).then(nw.col("planned"))
    return timed.select("promise", "due_months", "all_months", planned=planned)


@finding
def pace(completion, schedule):
    """How far ahead of schedule (快于序时进度) each promise is; below nought is behind.

    `ahead_part` of `ahead_whole` is exact, a share of the whole target; `ahead_shown` are percentage points worked
    out from unrounded values. `completion_shown`, `due_shown` and `due_own_shown` are percentages.
    """
    both = completion.filter(~nw.col("whole_part").is_null()).join(schedule, on="promise", how="inner")
    return ahead_of_time(both).select(
        "promise",
        "due_months",
        "all_months",
        "planned",
        *AHEAD,
        due_own_shown=percent(nw.col("planned"), nw.col("amount")),
        of_own_plan_shown=percent(nw.col("done"), nw.col("planned")),
    )


def ahead_of_time(rows):
    """Add the columns AHEAD to rows with `done_part` of `whole_part` and `due_months` of `all_months`."""
    rows = rows.with_columns(
        ahead_part=nw.col("done_part") * nw.col("all_months") - nw.col("due_months") * nw.col("whole_part"),
        ahead_whole=nw.col("whole_part") * nw.col("all_months"),
    )
    return rows.with_columns(
        completion_shown=percent(nw.col("done_part"), nw.col("whole_part")),
        due_shown=percent(nw.col("due_months"), nw.col("all_months")),
        ahead_shown=percent(nw.col("ahead_part"), nw.col("ahead_whole")),
    )


def percent(part: nw.Expr, whole: nw.Expr) -> nw.Expr:
    """Part of a whole as a percentage, to be shown only; null where the whole is nought."""
    return nw.when(whole != 0).then(part.cast(nw.Float64) * 100 / whole.cast(nw.Float64))
