"""Plan completion: how far along is a plan that was published beside what is done of it?

Such plans come with the bulletin (民生实事 16.85 亿元, of which 8.76 by August) and were promised by no one in so many
words; they are judged against linear time like a promise.
"""

import narwhals as nw

from maoding.judge.finding import finding
from maoding.judge.pace import ahead_of_time
from maoding.judge.whole_months import months_of

SAID = ("source", "subject", "plan", "period_start", "family")
MONTHS_OF_YEAR = 12


@finding
def plan_completion(vintages, plans, indicators):
    """Completion (完成率) and pace (序时进度) of plans that a source printed beside what is done of them.

    The pack says which indicator is done of which plan. A yearly plan is for the whole year, whatever months the
    bulletin it stands in is about. Columns: `source`, `subject`, `done_indicator`, `plan`, `done_id`, `plan_id`,
    `counted_to`; exact `done_part` of `whole_part`, `ahead_part` of `ahead_whole`; `completion_shown`, `due_shown` and
    `ahead_shown` in percent and points from unrounded values.
    """
    levels = vintages.filter(nw.col("measure") == "level")
    both = _done(levels, plans).join(_planned(levels, indicators), on=list(SAID), how="inner")
    both = both.with_columns(due_months=months_of(nw.col("period_start"), nw.col("counted_to")))
    return ahead_of_time(both.filter(nw.col("due_months") <= nw.col("all_months"), nw.col("all_months") > 0))


def _done(levels, plans):
    found = levels.join(plans.select("done", "plan"), left_on="indicator", right_on="done", how="inner")
    return found.select(
        *SAID,
        done_indicator=nw.col("indicator"),
        done_id=nw.col("id"),
        done_part=nw.col("amount"),
        counted_to=nw.min_horizontal("period_end", "known_from"),
    )


def _planned(levels, indicators):
    """Plans with the months they are for."""
    frequencies = indicators.select("frequency", indicator=nw.col("code"))
    found = levels.filter(nw.col("amount") > 0).join(frequencies, on="indicator", how="inner")
    months = months_of(nw.col("period_start"), nw.col("period_end"))
    yearly = nw.col("frequency") == "annual"
    return found.select(
        "source",
        "subject",
        "period_start",
        "family",
        plan=nw.col("indicator"),
        plan_id=nw.col("id"),
        whole_part=nw.col("amount"),
        all_months=nw.when(yearly).then(MONTHS_OF_YEAR).otherwise(months).cast(nw.Int64),
    )
