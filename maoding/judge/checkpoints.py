"""Checkpoints: what must the coming months bring for the quarter, the half and the year?

双过半 asks for half of the task at half of the time (end-June); 以月保季、以季保年 asks what the quarter still needs.
"""

import narwhals as nw

from maoding.judge.finding import finding


@finding
def checkpoints(completion, schedule, implied):
    """Gap and run rate (缺口、月均需完成) of each paced promise, and whether it is past half by mid-year (双过半).

    `goal_shown` is the target, or the implied plan; `gap_shown`, `quarter_gap_shown` (still needed by the end of
    the evidence's quarter, or of the next where it just ended), `needed_shown` and `so_far_shown` (a month) are in
    smallest parts. `half` is early, reached, missed or not_yet; `half_by_midyear` is null until one can tell.
    """
    plan = implied.select(promise=nw.col("rate_id"), plan_shown=nw.col("plan_shown"))
    rows = completion.filter(nw.col("paced")).join(schedule, on="promise", how="inner")
    rows = rows.join(plan, on="promise", how="left").with_columns(
        goal_shown=nw.coalesce(nw.col("amount").cast(nw.Float64), nw.col("plan_shown")),
        done_shown=nw.col("done").cast(nw.Float64),
        months_left=nw.col("all_months") - nw.col("due_months"),
    )
    return _half(_run_rates(rows)).select(
        "promise", "goal_shown", "gap_shown", "quarter_gap_shown", "needed_shown", "so_far_shown", "half",
        "half_by_midyear",
    )  # fmt: skip


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
    """Half of a whole-year promise: evidence to end-June at the latest can say yes, only that of end-June no."""
    whole_year = nw.col("all_months") == 12
    by_june = whole_year & (nw.col("due_months") <= 6)
    past_half = nw.col("done_part") * 2 >= nw.col("whole_part")
    half = (
        nw.when(by_june & past_half & (nw.col("due_months") < 6))
        .then(nw.lit("early"))
        .when(by_june & past_half)
        .then(nw.lit("reached"))
        .when(by_june & (nw.col("due_months") == 6))
        .then(nw.lit("missed"))
        .when(by_june)
        .then(nw.lit("not_yet"))
        .otherwise(None)
    )
    rows = rows.with_columns(half=half)
    reached = nw.when(nw.col("half").is_in(["early", "reached"])).then(nw.lit(value=True))
    return rows.with_columns(
        half_by_midyear=reached.when(nw.col("half") == "missed").then(nw.lit(value=False))
    )
