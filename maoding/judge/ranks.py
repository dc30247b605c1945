"""Ranks: which place does each body take among those it stands beside?"""

import narwhals as nw

from maoding.judge.finding import finding

AMONG = ("source", "whole", "indicator", "period_start", "period_end", "measure", "family")


@finding
def ranks(vintages, places, indicators):
    """Rank (位次) of each of the bodies that make up another, by one source's figures; equals share the better place.

    Places run 1, 2, 2, 4 from the largest down, or from the smallest up where less is better. With every one of the
    `members` `known`, `rank` is theirs; with some missing it is null, and lies between `best` and `worst`. Columns
    besides: those of AMONG, `subject`, `id`, `amount`.
    """
    falling = indicators.filter(nw.col("direction") == "down").select(
        indicator=nw.col("code"), falling=nw.lit(1)
    )
    rows = vintages.join(_members(places), on="subject", how="inner").join(
        falling, on="indicator", how="left"
    )
    rows = rows.with_columns(
        merit=nw.when(nw.col("falling").is_null()).then(nw.col("amount")).otherwise(-nw.col("amount"))
    ).select(*AMONG, "subject", "members", "id", "amount", "merit")
    counted = rows.join(_better(rows), on="id", how="inner", suffix="_better")
    missing = nw.col("members") - nw.col("known")
    return counted.with_columns(best=nw.col("ahead") + 1, worst=nw.col("ahead") + 1 + missing).select(
        *AMONG,
        "subject",
        "id",
        "amount",
        "members",
        "known",
        "best",
        "worst",
        rank=nw.when(missing == 0).then(nw.col("best")),
    )


def _members(places):
    """Each body with the whole it belongs to and how many belong there."""
    counts = places.group_by("whole").agg(members=nw.col("part").count().cast(nw.Int64))
    return places.join(counts, on="whole", how="inner").rename({"part": "subject"})


def _better(rows):
    """Of each figure how many beside it are better, and how many there are."""
    others = rows.select(*AMONG, other=nw.col("merit"))
    beside = rows.join(others, on=list(AMONG), how="inner")
    return (
        beside.with_columns(is_ahead=(nw.col("other") > nw.col("merit")).cast(nw.Int64))
        .group_by("id")
        .agg(ahead=nw.col("is_ahead").sum(), known=nw.col("is_ahead").count().cast(nw.Int64))
    )
