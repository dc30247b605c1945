"""Breakdown: do the promises of the parts add up to the promise of the whole?"""

import narwhals as nw

from maoding.judge.finding import finding


@finding
def breakdown(promised, subjects):
    """Promises of a body's parts summed beside its own (分解、层层加码与缺口), one row a parent's level promise.

    `parts_sum` and `over` (parts less whole, smallest parts; below nought is a gap) count only parts that promised;
    `parts_known` tells how many did. The parts are never taken to be complete.
    """
    level = promised.filter(nw.col("measure") == "level", ~nw.col("amount").is_null())
    same = ["indicator", "period_start", "period_end", "family"]
    parents = subjects.select(subject=nw.col("code"), whole=nw.col("parent"))
    parts = level.join(parents, on="subject", how="inner").group_by("whole", *same)
    parts = parts.agg(parts_sum=nw.col("amount").sum(), parts_known=nw.col("amount").count().cast(nw.Int64))
    whole = level.rename({"subject": "whole", "id": "promise"})
    both = whole.join(parts, on=["whole", *same], how="inner")
    return both.select(
        "promise",
        "indicator",
        "parts_sum",
        "parts_known",
        subject=nw.col("whole"),
        over=nw.col("parts_sum") - nw.col("amount"),
    )
