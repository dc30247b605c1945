"""Board: everything that is judged of one promise, side by side."""

import narwhals as nw

from maoding.judge.finding import finding


@finding
def board(completion, schedule, pace, checkpoints, standing, light, implied):
    """The scoreboard (看板): one row a promise, with evidence, pace, light and what is still needed where known.

    `state` says in one word what a reader asks first: behind (falls short by the rule or below a growth or rank
    target), near (short of schedule, but no warning by the rule), on_pace, no_evidence, or not_judged (a figure is
    there, and neither rule nor relation says anything yet).
    """
    rows = completion
    for finding_, names in (
        (schedule, ["due_months", "all_months", "planned"]),
        (
            pace,
            [
                "ahead_part",
                "completion_shown",
                "due_shown",
                "due_own_shown",
                "of_own_plan_shown",
                "ahead_shown",
            ],
        ),
        (
            checkpoints,
            ["gap_shown", "quarter_gap_shown", "needed_shown", "so_far_shown", "half", "half_by_midyear"],
        ),
        (standing, ["standing", "target_gap"]),
        (light, ["light", "rule_row", "gap", "certain"]),
    ):
        rows = rows.join(finding_.select("promise", *names), on="promise", how="left")
    plans = implied.select(
        "plan_shown",
        "low_shown",
        "high_shown",
        "widest_low_shown",
        "widest_high_shown",
        promise=nw.col("rate_id"),
    )
    return rows.join(plans, on="promise", how="left").with_columns(state=_state())


WARNED = ("red", "yellow", "track", "behind", "drop")


def _state() -> nw.Expr:
    light, standing = nw.col("light"), nw.col("standing")
    return (
        nw.when(nw.col("figure").is_null())
        .then(nw.lit("no_evidence"))
        .when(light.is_in(WARNED))
        .then(nw.lit("behind"))
        .when(standing.is_in(["missed", "not_met_so_far"]) & ~nw.col("paced"))
        .then(nw.lit("behind"))
        .when(nw.col("ahead_part") < 0)
        .then(nw.lit("near"))
        .when((nw.col("ahead_part") >= 0) | standing.is_in(["met", "met_so_far"]))
        .then(nw.lit("on_pace"))
        .otherwise(nw.lit("not_judged"))
    )
