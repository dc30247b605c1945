"""Two-year averages: what was the mean yearly growth over two years (两年平均), and does a printed one agree?

Used in 2021 to see past the low base of 2020: (1 + growth over two years)^½ − 1 (domain §4.4). Published averages
come from unrounded growth: +9.1 % over two years was published as 4.4 a year, while the rounded 9.1 gives 4.5.
"""

import narwhals as nw

from maoding.judge.finding import finding
from maoding.judge.growth import grown, in_months
from maoding.judge.intervals import Interval
from maoding.terms.columns import PLACE


def is_two_year_average(average: Interval, growth: Interval) -> bool:
    """Whether a yearly average can be that of a growth over two years (两年平均增速): squares compare exactly.

    Growth over two years is printed without that of each year, so the finding cannot tell it; the home of T-2Y01 to 03.
    """
    yearly = average.plus(1)
    return (yearly * yearly).meets(growth.plus(1))


@finding
def two_year_averages(growth):
    """Two-year average growth (两年平均增速) where both years' growth on the comparable basis is published.

    Columns: `subject`, `indicator`, `period_start`, `period_end`, `growth_id`, `last_growth_id`, `average_shown`,
    `low_shown` and `high_shown` by the rounding of both, in per cent.
    """
    known = in_months(growth.filter(~nw.col("growth").is_null()))
    last = known.select(
        "subject",
        "indicator",
        "first_month",
        "last_month",
        year=nw.col("year") + 1,
        last_growth_id=nw.col("growth_id"),
        last_growth=nw.col("growth"),
        last_step=nw.col("growth_step"),
    )
    both = known.join(last, on=["subject", "indicator", "year", "first_month", "last_month"], how="inner")
    half, last_half = nw.col("growth_step") / 2, nw.col("last_step") / 2
    return both.select(
        *PLACE,
        "growth_id",
        "last_growth_id",
        average_shown=_yearly(nw.col("growth"), nw.col("last_growth")),
        low_shown=_yearly(nw.col("growth") - half, nw.col("last_growth") - last_half),
        high_shown=_yearly(nw.col("growth") + half, nw.col("last_growth") + last_half),
    )


def _yearly(growth: nw.Expr, last_growth: nw.Expr) -> nw.Expr:
    return ((grown(growth) * grown(last_growth)).sqrt() - 1) * 100
