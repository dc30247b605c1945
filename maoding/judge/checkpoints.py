"""Checkpoints: what must the coming months bring for the quarter, the half and the year?

双过半 asks for half of the task at half of the time (end-June); 以月保季、以季保年 asks what the quarter still needs.
"""

import narwhals as nw

from maoding.judge.finding import finding
from maoding.judge.vintages import speaking


@finding
def checkpoints(completion, schedule, implied, amounts):
    """Gap and run rate (缺口、月均需完成) of each paced promise, and whether it is past half by mid-year (双过半).

    `goal_shown` is the target, or the implied plan; `gap_shown`, `quarter_gap_shown` (still needed by the end of
    the evidence's quarter, or of the next where it just ended), `needed_shown` and `so_far_shown` (a month) are in
    smallest parts. `half` is early, reached, missed or not_yet, by the figure to end-June where there is one and else
    by the latest before it; `half_by_midyear` is null until one can tell.
    """
    plan = implied.select(promise=nw.col("rate_id"), plan_shown=nw.col("plan_shown"))
    rows = completion.filter(nw.col("paced")).join(schedule, on="promise", how="inner")
    rows = rows.join(plan, on="promise", how="left").with_columns(
        goal_shown=nw.coalesce(nw.col("amount").cast(nw.Float64), nw.col("plan_shown")),
        done_shown=nw.col("done").cast(nw.Float64),
        months_left=nw.col("all_months") - nw.col("due_months"),
    )
    rows = rows.join(_to_midyear(completion, amounts), on="promise", how="left")
    return _half(_run_rates(rows)).select(
        "promise", "goal_shown", "gap_shown", "quarter_gap_shown", "needed_shown", "so_far_shown", "half",
        "half_by_midyear",
    )  # fmt: skip


def _to_midyear(completion, amounts):
    """What was done to end-June of the promise's year, as the figure that speaks for those days says."""
    asked = completion.filter(nw.col("paced"), ~nw.col("amount").is_null())
    asked = asked.select(
        "promise", "subject", "measure", "family", "period_start", indicator="evidence_indicator"
    )
    june = (nw.col("period_end").dt.month() == 6) & (nw.col("period_end").dt.day() == 30)
    figures = amounts.filter(nw.col("current"), june, ~nw.col("amount").is_null())
    same = ["subject", "measure", "family", "period_start", "indicator"]
    found = speaking(asked.join(figures, on=same, how="inner"), ["promise"])
    return found.select("promise", done_by_june=nw.col("amount"))


def _run_rates(rows):
    gap = nw.col("goal_shown") - nw.col("done_shown")
    quarter = (nw.col("due_months") // 3 + 1) * 3
    due_then = nw.col("goal_shown") * nw.min_horizontal(quarter, nw.col("all_months")) / nw.col("all_months")
    return rows.with_columns(
        gap_shown=gap,
        quarter_gap_shown=due_then - nw.col("done_shown"),
        needed_shown=nw.when(nw.col("months_left") > 0).then(gap / nw.col("months_left")),
        so_far_shown=nw.when(nw.col("due_months") > 0).then(nw.col("done_shown") / nw.col("due_months")),
    )


def _half(rows):
    """Half of a whole-year promise: the figure to end-June decides; until it is known an earlier one can say yes."""
    whole_year = nw.col("all_months") == 12
    june = whole_year & ~nw.col("done_by_june").is_null()
    before_june = whole_year & (nw.col("due_months") <= 6)
    half = (
        nw.when(june & (nw.col("done_by_june") * 2 >= nw.col("amount")))
        .then(nw.lit("reached"))
        .when(june)
        .then(nw.lit("missed"))
        .when(before_june & (nw.col("done_part") * 2 >= nw.col("whole_part")))
        .then(nw.when(nw.col("due_months") < 6).then(nw.lit("early")).otherwise(nw.lit("reached")))
        .when(before_june & (nw.col("due_months") == 6))
        .then(nw.lit("missed"))
        .when(before_june)
        .then(nw.lit("not_yet"))
        .otherwise(None)
    )
    rows = rows.with_columns(half=half)
    reached = nw.when(nw.col("half").is_in(["early", "reached"])).then(nw.lit(value=True))
    return rows.with_columns(
        half_by_midyear=reached.when(nw.col("half") == "missed").then(nw.lit(value=False))
    )
