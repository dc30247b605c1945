"""Amounts: how many whole smallest parts is each number, so that numbers of one family compare exactly?

The one place where a number as said becomes a number to reckon with (contracts §2).
"""

import narwhals as nw

from maoding.judge.finding import finding

MOST_DIGITS = 18
PERCENT_PARTS = 1_000_000  # 100 % in 10⁻⁴ of a point
# Ten years of months times this is still a whole number of 62 bits. In money it is 384 万亿元, three times what the
# whole country earns in a year, so what lies beyond is a slip of the hand.
GREATEST = 2**62 // 120


def power_of_ten(exponent: nw.Expr) -> nw.Expr:
    """10^exponent as a whole number for 0…18, null outside: engines only agree on it written out.

    Cast, because Polars gives a column of one power alone the width of that number, and its sum would wrap round.
    """
    power = nw.when(exponent == 0).then(1)
    for n in range(1, MOST_DIGITS + 1):
        power = power.when(exponent == n).then(10**n)
    return power.otherwise(None).cast(nw.Int64)


def converted(frame, units):
    """Add `family`, `amount` (smallest parts) and `step` (smallest parts of the last printed place) to numbers said.

    A number finer than its unit's smallest part, too great to reckon with, or in an unknown unit, has no amount: it
    stays unknown. (Whole numbers that no longer fit would wrap round on Polars and stop Spark.)
    """
    known = frame.join(units, on="unit", how="left")
    step = power_of_ten(nw.col("exponent") - nw.col("decimals"))
    size = nw.col("mantissa").cast(nw.Float64).abs() * nw.col("step").cast(nw.Float64)
    return (
        known.with_columns(step=step)
        .with_columns(amount=nw.when(size <= GREATEST).then(nw.col("mantissa") * nw.col("step")))
        .drop("exponent")
    )


@finding
def amounts(readings, units):
    """Published figures (实绩) in smallest parts; `current` ones are what is known, the others earlier vintages."""
    return converted(readings, units)


@finding
def promised(commitments, units, indicators):
    """Promises (目标) in smallest parts, with the indicator's kind and direction."""
    kinds = indicators.select(indicator=nw.col("code"), kind=nw.col("kind"), direction=nw.col("direction"))
    return converted(commitments, units).join(kinds, on="indicator", how="left")
