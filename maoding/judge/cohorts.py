"""Cohorts: of the subjects on a list on one day, where is each of them on a later day?

Two days' lists are held side by side, member by member. Whoever left the list stays in sight with the state it had:
nobody improves a list by taking a project in trouble off it.
"""

from typing import Any

import narwhals as nw

from maoding.judge.completion import text
from maoding.judge.finding import finding
from maoding.judge.vintages import PROMISES, speaking
from maoding.terms.published import DATED

LIST = ("subject", "tier", "year")
YEAR = 4  # letters of a year
STAYED, LEFT, ADDED = "stayed", "left", "added"
ROW = (
    "member", "part", "then_entry", "now_entry", "then_state", "now_state", "then_worth", "now_worth", "left_by",
)  # fmt: skip


@finding
def list_members(events, tiers):
    """Projects ever named on each list and year (名单成员), whether they are still on it or left it (退出).

    A withdrawal speaks of the list of the year it is dated in, else of the year it was published in. A dated source
    that lists a project later puts it back. Columns: those of LIST, `id` the entry that lists it, `left_by` the entry
    that says it left the list, null while it is on it.
    """
    listed = _said(events, tiers, "listed")
    left = _said(events, tiers, "withdrawn").select(
        *LIST,
        left_by=nw.col("id"),
        left_from=nw.col("known_from"),
        left_precision=nw.col("published_precision"),
    )
    rows = listed.join(left, on=list(LIST), how="left")
    dated = nw.col("published_precision").is_in(DATED) & nw.col("left_precision").is_in(DATED)
    back = dated & (nw.col("known_from") > nw.col("left_from"))
    return rows.select(*LIST, "id", left_by=nw.when(~back).then(nw.col("left_by")))


def _said(events, tiers, kind: str):
    """Of each project, list and year the statement of one kind that was published last."""
    said = events.filter(nw.col("kind") == kind)
    said = said.join(tiers, left_on="detail", right_on="word", how="inner")
    stated = (
        nw.when(nw.col("happened_on") == "").then(nw.col("published_at")).otherwise(nw.col("happened_on"))
    )
    return speaking(said.with_columns(year=stated.str.slice(0, YEAR)), LIST, PROMISES)


def cohort(then: Any, now: Any) -> Any:
    """Fixed cohort (固定名单): each member of two days' lists once, with what was known of it on both days.

    `then` holds the members of the first day: `member`, the `entry` that puts it on the list, `state`, and `worth`,
    the place of the state from worst to best, null where it cannot be compared. `now` holds the same of the later day,
    and those no longer `listed`, with the entry that says so (`left_by`) where there is one. One row a member; `part`
    is stayed, left or added. Of those that stayed `moved` says better, worse or same, judged (only now), lost (no
    longer) or unjudged (on neither day), and `restated` whether another entry speaks for it than before.
    """
    before, after = _on(then, "then"), _on(now, "now", "listed", "left_by")
    is_listed = nw.col("listed").fill_null(value=False)
    held = before.join(after, on="member", how="left").with_columns(
        part=nw.when(is_listed).then(nw.lit(STAYED)).otherwise(nw.lit(LEFT))
    )
    added = after.filter(is_listed).join(before, on="member", how="anti")
    added = added.with_columns(
        part=nw.lit(ADDED),
        then_entry=text(None),
        then_state=text(None),
        then_worth=nw.lit(None).cast(nw.Int64),
    )
    rows = nw.concat([held.select(*ROW), added.select(*ROW)], how="vertical")
    stayed = nw.col("part") == STAYED
    return rows.with_columns(
        moved=nw.when(stayed).then(_moved()),
        restated=stayed & (nw.col("then_entry") != nw.col("now_entry")).fill_null(value=False),
    ).drop("then_worth", "now_worth")


def _on(members: Any, day: str, *others: str) -> Any:
    """One day's members; what is known of them bears the day's name."""
    known = {f"{day}_{name}": nw.col(name) for name in ("entry", "state", "worth")}
    return members.select("member", *others, **known)


def _moved() -> nw.Expr:
    then, now = nw.col("then_worth"), nw.col("now_worth")
    return (
        nw.when(now > then)
        .then(nw.lit("better"))
        .when(now < then)
        .then(nw.lit("worse"))
        .when(now == then)
        .then(nw.lit("same"))
        .when(~now.is_null())
        .then(nw.lit("judged"))
        .when(~then.is_null())
        .then(nw.lit("lost"))
        .otherwise(nw.lit("unjudged"))
    )


def transitions(cohort: Any) -> Any:
    """How many members went from which state to which (状态变化): one row a pair of states and part.

    Columns: `part`, `then_state` (null of those added), `now_state` (null of those that left: what becomes of them is
    told apart), `members`. Together they are all members of both lists.
    """
    on_list = nw.when(nw.col("part") != LEFT).then(nw.col("now_state"))
    return (
        cohort.select("part", "then_state", "member", now_state=on_list)
        .group_by("part", "then_state", "now_state")
        .agg(members=nw.col("member").count().cast(nw.Int64))
    )
