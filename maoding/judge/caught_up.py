"""Caught up: when in a year had as much come together as in the whole year before?

The year before need not have been published: the whole year's level and growth imply it on the comparable basis.
Rounding leaves bounds, and they are compared in whole numbers.
"""

import narwhals as nw

from maoding.judge.amounts import PERCENT_PARTS
from maoding.judge.days import number_of
from maoding.judge.finding import finding
from maoding.judge.whole_months import is_whole_year

SERIES = ("subject", "indicator", "period_start", "family")
TWICE = 2 * PERCENT_PARTS  # halves of a place stay whole numbers
MOST_GROWTH = (
    100 * PERCENT_PARTS
)  # a hundredfold; beyond it the products do not fit, and nothing grows so in a year


@finding
def caught_up(growth, figures):
    """First cumulative figure of a year that can be as much as the whole year before (追平上年全年).

    Columns: `subject`, `indicator`, `period_start`, `year_end`, `level_id` and `growth_id` (the year's own, from which
    the year before is told), `base_shown`, `base_low_shown`, `base_high_shown`, `figure`, `amount`, `caught_up_on`,
    `days_early` (to the year's end), and `agrees`: the figure and the year before can be the same number.
    """
    can_grow = (nw.col("growth") > -PERCENT_PARTS) & (nw.col("growth") <= MOST_GROWTH)
    years = growth.filter(
        is_whole_year(nw.col("period_start"), nw.col("period_end")), nw.col("level") > 0, can_grow
    ).rename({"period_end": "year_end"})
    done = figures.filter(nw.col("measure") == "level", nw.col("amount") > 0).select(
        *SERIES,
        "amount",
        "step",
        figure=nw.col("id"),
        caught_up_on=nw.col("period_end"),
    )
    both = years.join(done, on=list(SERIES), how="inner").filter(nw.col("caught_up_on") < nw.col("year_end"))
    reached = both.filter(_reaches_the_base()).with_columns(agrees=_is_within_the_base())
    first = nw.col("caught_up_on") == nw.col("caught_up_on").min().over("level_id", "growth_id")
    return reached.filter(first).select(
        "subject",
        "indicator",
        "period_start",
        "year_end",
        "level_id",
        "growth_id",
        "base_shown",
        "base_low_shown",
        "base_high_shown",
        "figure",
        "amount",
        "caught_up_on",
        "agrees",
        days_early=number_of(nw.col("year_end")) - number_of(nw.col("caught_up_on")),
    )


def _reaches_the_base() -> nw.Expr:
    """(figure + half) × (1 + growth + half) lies above level − half."""
    figure = nw.col("amount") * 2 + nw.col("step")
    factor = (nw.col("growth") + PERCENT_PARTS) * 2 + nw.col("growth_step")
    above, rest = _scaled(figure, factor)
    level = nw.col("level") * 2 - nw.col("level_step")
    return (above > level) | ((above == level) & (rest > 0))


def _is_within_the_base() -> nw.Expr:
    """(figure − half) × (1 + growth − half) lies below level + half."""
    figure = nw.col("amount") * 2 - nw.col("step")
    factor = (nw.col("growth") + PERCENT_PARTS) * 2 - nw.col("growth_step")
    below, _ = _scaled(figure, factor)
    return below < nw.col("level") * 2 + nw.col("level_step")


def _scaled(number: nw.Expr, factor: nw.Expr) -> tuple[nw.Expr, nw.Expr]:
    """Whole part and remainder of number × factor / TWICE; the product itself may not fit into 64 bits."""
    small = number % TWICE
    product = small * factor
    rest = product % TWICE
    return _times(number - small) * factor + _times(product - rest), rest


def _times(multiple: nw.Expr) -> nw.Expr:
    """How many times TWICE is in a multiple of it.

    Spark divides whole numbers as floats; half of TWICE more keeps the floor from falling one short.
    """
    return ((multiple + PERCENT_PARTS) // TWICE).cast(nw.Int64)
