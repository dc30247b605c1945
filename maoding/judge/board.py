"""Board: everything that is judged of one promise, side by side."""

import narwhals as nw

from maoding.judge.finding import finding
from maoding.judge.lights import UNKNOWN

PACE = (
    "due_months", "all_months", "planned", "ahead_part", "completion_shown", "due_shown", "due_own_shown",
    "of_own_plan_shown", "ahead_shown",
)  # fmt: skip
CHECKPOINTS = ("gap_shown", "quarter_gap_shown", "needed_shown", "so_far_shown", "half", "half_by_midyear")
STANDING = ("standing", "target_gap")
LIGHT = ("light", "rule_row", "gap", "certain")
PLANS = ("plan_shown", "low_shown", "high_shown", "widest_low_shown", "widest_high_shown")
WARNED = ("red", "yellow", "track", "behind", "drop")


@finding
def board(  # noqa: PLR0913, PLR0917 - the parameters of a finding are its wiring
    completion, pace, checkpoints, standing, light, implied, deeds_done, asked
):
    """The scoreboard (看板): one row a promise, with evidence, pace, light and what is still needed where known.

    `state` says in one word what a reader asks first: behind (falls short by the rule, or below a growth or rank
    target), overdue (the period is over and nobody said what became of it), near (short of schedule, but no warning by
    the rule), late (kept after its day), on_pace, no_evidence, or not_judged (something is known, and neither rule nor
    relation says anything of it). Of a deed `projects` are named, `reached` of them have come as far as promised, the
    last `reached_on`, `late_most` days after the due day at the worst reading; `before` had come so far beforehand.
    """
    rows = completion
    for judged, names in ((pace, PACE), (checkpoints, CHECKPOINTS), (standing, STANDING), (light, LIGHT)):
        rows = rows.join(judged.select("promise", *names), on="promise", how="left")
    plans = implied.select(*PLANS, promise=nw.col("rate_id"))
    rows = rows.join(plans, on="promise", how="left").join(_deeds(deeds_done), on="promise", how="left")
    rows = rows.join(asked.select("day"), how="cross").with_columns(state=_state())
    return rows.drop("day")


def _deeds(deeds_done):
    """Of each deed how many of its projects came as far as it said, and how late the last of them."""
    since = ~nw.col("reached_on").is_null() & ~nw.col("before")
    counted = {name: nw.when(since).then(nw.col(name)) for name in ("reached_on", "late_least", "late_most")}
    known, before = (nw.when(held).then(1).otherwise(0) for held in (since, nw.col("before")))
    return (
        deeds_done.with_columns(known=known, earlier=before, **counted)
        .group_by("promise")
        .agg(
            projects=nw.col("project").count().cast(nw.Int64),
            reached=nw.col("known").sum().cast(nw.Int64),
            reached_on=nw.col("reached_on").max(),
            before=nw.col("earlier").sum().cast(nw.Int64),
            late_least=nw.col("late_least").max(),
            late_most=nw.col("late_most").max(),
        )
    )


def _state() -> nw.Expr:
    light, standing = nw.col("light"), nw.col("standing")
    is_kept = nw.col("reached") == nw.col("projects")
    is_over = nw.col("day") > nw.col("period_end")
    return (
        nw.when(is_kept & (nw.col("late_least") > 0))
        .then(nw.lit("late"))
        .when(is_kept)
        .then(nw.lit("on_pace"))
        .when(
            is_over
            & nw.col("figure").is_null()
            & (nw.col("reached").fill_null(0) + nw.col("before").fill_null(0) == 0)
        )
        .then(nw.lit("overdue"))
        .when((nw.col("reached") > 0) | (nw.col("before") > 0))
        .then(nw.lit("not_judged"))
        .when(nw.col("figure").is_null())
        .then(nw.lit("no_evidence"))
        .when(light.is_in(WARNED))
        .then(nw.lit("behind"))
        .when(standing.is_in(["missed", "not_met_so_far"]) & ~nw.col("paced"))
        .then(nw.lit("behind"))
        .when((nw.col("ahead_part") < 0) & (light != UNKNOWN))
        .then(nw.lit("near"))
        .when(nw.col("paced") & (light == UNKNOWN) & (standing != "met"))
        .then(nw.lit("not_judged"))
        .when((nw.col("ahead_part") >= 0) | standing.is_in(["met", "met_so_far"]))
        .then(nw.lit("on_pace"))
        .otherwise(nw.lit("not_judged"))
    )
