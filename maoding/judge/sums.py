"""Sums: do the parts that a source gives add up to the whole it gives?"""

import narwhals as nw

from maoding.judge.finding import finding
from maoding.judge.quantities import PIECES

SAME = ("source", "period_start", "period_end", "family")
OF_WHOLE = (*SAME, "whole_subject", "whole_indicator")


@finding
def sums(vintages, parts, places):
    """Sum of the parts against the whole (合计与总数), inside one source and for the same days.

    `of` tells what is added up: ``indicator``, the parts of one indicator (夏粮 and 秋粮), or ``body``, the bodies
    that together are another (ten units of 苏州). `over` is sum less whole in smallest parts, below nought if
    something is left; null unless every one of the `members` is `known`. `state` is ``none`` where rounding explains
    the difference, ``left``, ``over``, or null; counts are exact. `slack` is twice what rounding can explain.
    """
    levels = vintages.filter(nw.col("measure") == "level").with_columns(slack=_slack())
    levels = levels.select(*SAME, "subject", "indicator", "id", "amount", "slack")
    subject, indicator, whole = nw.col("subject"), nw.col("indicator"), nw.col("whole")
    named = [
        _parts(levels, parts, "indicator", "indicator", whole_subject=subject, whole_indicator=whole),
        _parts(levels, places, "subject", "body", whole_subject=whole, whole_indicator=indicator),
    ]
    together = nw.concat(named, how="vertical").group_by("of", "members", *OF_WHOLE)
    added = together.agg(
        known=nw.col("amount").count().cast(nw.Int64),
        parts_sum=nw.col("amount").sum(),
        parts_slack=nw.col("slack").sum(),
    )
    wholes = levels.rename({"subject": "whole_subject", "indicator": "whole_indicator", "id": "whole_id"})
    return _held_against(added.join(wholes, on=list(OF_WHOLE), how="inner"))


def _slack() -> nw.Expr:
    """Twice half of the last printed place; a number of pieces is exact."""
    exact = nw.col("family").is_in(sorted(PIECES)) & (nw.col("step") == 1)
    return nw.when(exact).then(0).otherwise(nw.col("step")).cast(nw.Int64)


def _parts(levels, pairs, along, of, **whole):
    """Levels of the parts that `pairs` name in the column `along`, with the whole they belong to and its members."""
    counts = pairs.group_by("whole").agg(members=nw.col("part").count().cast(nw.Int64))
    named = pairs.join(counts, on="whole", how="inner")
    found = levels.join(named, left_on=along, right_on="part", how="inner")
    return found.select(*SAME, "members", "amount", "slack", of=nw.lit(of), **whole)


def _held_against(both):
    apart = nw.col("parts_sum") - nw.col("amount")
    both = both.with_columns(
        over=nw.when(nw.col("members") == nw.col("known")).then(apart),
        slack=nw.col("slack") + nw.col("parts_slack"),
    )
    # Twice the difference against twice the slack: halves of a place stay whole numbers.
    explained = (nw.col("over") == 0) | (nw.col("over").abs() * 2 < nw.col("slack"))
    state = (
        nw.when(explained)
        .then(nw.lit("none"))
        .when(nw.col("over") < 0)
        .then(nw.lit("left"))
        .when(nw.col("over") > 0)
        .then(nw.lit("over"))
        .otherwise(None)
    )
    return both.with_columns(state=state).rename({"amount": "whole"}).drop("parts_slack")
