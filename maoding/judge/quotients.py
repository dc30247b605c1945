"""Quotients: how much comes to each piece or person, and how many pieces must stand behind a published average?

Amount and count come from one source and are about the same days. Quotients are only shown.
"""

import narwhals as nw

from maoding.judge.finding import finding

SAME = ("source", "subject", "period_start", "period_end")


@finding
def unit_amounts(vintages, quotients):
    """Amount a piece (平均每个): 97.31 亿元 registered by 111 projects is 0.8767 亿元 each.

    Columns: those of SAME, `amount_indicator`, `count_indicator`, `amount_id`, `count_id`, the amount's `family`; in
    its smallest parts, for each of the count's smallest parts, `each_shown`, `low_shown` and `high_shown` by the
    amount's rounding. Counts are exact; one that was counted on another day (`of`: the year's mean) divides nothing.
    """
    both = _pairs(vintages, quotients.filter(nw.col("of").is_null()), "count")
    return both.select(*_names("count"), **_divided(nw.lit(0)), family=nw.col("amount_family"))


@finding
def implied_counts(vintages, quotients):
    """Count implied by an amount and its published average (由人均推算的人数), with the rounding of both.

    GDP of 1653.57 亿元 and 19.65 万元 a head imply 84.15 万 residents, the year's mean. Columns: those of SAME,
    `amount_indicator`, `quotient_indicator`, `count_indicator`, `amount_id`, `quotient_id`; in pieces `each_shown`
    (the count), `low_shown`, `high_shown`.
    """
    named = quotients.filter(~nw.col("quotient").is_null())
    both = _pairs(vintages, named, "quotient").filter(nw.col("amount_family") == nw.col("quotient_family"))
    return both.select(
        *_names("quotient"),
        **_divided(nw.col("quotient_step") / 2),
        count_indicator=nw.col("count_indicator"),
    )


def _pairs(vintages, quotients, below: str):
    """Figures of amounts beside those of what they are divided by."""
    levels = vintages.filter(nw.col("measure") == "level")
    named = quotients.select(
        amount_indicator=nw.col("amount"),
        count_indicator=nw.col("count"),
        quotient_indicator=nw.col("quotient"),
    )
    above = _said(levels, "amount").join(named, on="amount_indicator", how="inner")
    under = _said(levels.filter(nw.col("amount") > 0), below)
    return above.join(under, on=[*SAME, f"{below}_indicator"], how="inner").with_columns(
        under=nw.col(below).cast(nw.Float64)
    )


def _said(levels, name: str):
    return levels.select(
        *SAME,
        **{
            f"{name}_indicator": nw.col("indicator"),
            f"{name}_id": nw.col("id"),
            f"{name}_family": nw.col("family"),
            f"{name}_step": nw.col("step"),
            name: nw.col("amount"),
        },
    )


def _names(below: str) -> list[str]:
    return [*SAME, "amount_indicator", f"{below}_indicator", "amount_id", f"{below}_id"]


def _divided(half_under: nw.Expr) -> dict[str, nw.Expr]:
    """Quotient and its bounds: an average was printed rounded, a count is exact and the amount alone is rounded."""
    amount, under = nw.col("amount").cast(nw.Float64), nw.col("under")
    half = nw.col("amount_step") / 2
    return {
        "each_shown": amount / under,
        "low_shown": (amount - half) / (under + half_under),
        "high_shown": (amount + half) / (under - half_under),
    }
