"""Growth: how fast did it grow by whoever published it, and what does dividing two levels pretend?

Growth is published on the comparable basis (按可比口径): last year's level is revised first, so two published levels
do not give it back. 2021年1—5月 investment was published as +15.4 % while the levels give −2.65 %. The second number is
shown as the trap it is and never used (domain §4.3).
"""

import narwhals as nw

from maoding.judge.amounts import PERCENT_PARTS
from maoding.judge.finding import finding
from maoding.judge.whole_months import is_month_end
from maoding.terms.columns import PLACE

MONTHS = ("year", "first_month", "last_month")
REFUSED = "comparable_basis"


@finding
def growth(figures):
    """Growth on the year before (同比) as published: one row a body, indicator and period with a growth or a level.

    `growth` and `growth_step` are 10⁻⁴ of a point; null where nobody published one, for it is never worked out from
    levels. `base_shown`, `base_low_shown` and `base_high_shown` are last year's level on the comparable basis
    (可比基数), level / (1 + growth), in smallest parts. Where last year's level (`last_level_id`) is published too,
    `naive_shown` is what dividing the two gives, in per cent, and `refused` the reason why it is no growth:
    ``comparable_basis``.
    """
    published = figures.filter(nw.col("measure") == "growth", nw.col("family") == "percent").select(
        *PLACE, growth_id=nw.col("id"), growth=nw.col("amount"), growth_step=nw.col("step")
    )
    levels = figures.filter(nw.col("measure") == "level").select(
        *PLACE, "family", level_id=nw.col("id"), level=nw.col("amount"), level_step=nw.col("step")
    )
    places = nw.concat([published.select(*PLACE), levels.select(*PLACE)], how="vertical").unique()
    rows = places.join(published, on=list(PLACE), how="left").join(levels, on=list(PLACE), how="left")
    return _with_trap(_with_base(rows), levels)


def grown(growth: nw.Expr) -> nw.Expr:
    """1 + growth, of growth in 10⁻⁴ of a point, only to be shown; null where nothing would be left."""
    factor = growth.cast(nw.Float64) / PERCENT_PARTS + 1
    return nw.when(factor > 0).then(factor)


def in_months(rows):
    """Add `year`, `first_month` and `last_month` of periods of whole months; other periods have no year before."""
    start, end = nw.col("period_start"), nw.col("period_end")
    whole = (start.dt.day() == 1) & is_month_end(end) & (start.dt.year() == end.dt.year())
    return rows.with_columns(
        year=nw.when(whole).then(start.dt.year().cast(nw.Int64)),
        first_month=start.dt.month().cast(nw.Int64),
        last_month=end.dt.month().cast(nw.Int64),
    )


def _with_base(rows):
    level, half = nw.col("level").cast(nw.Float64), nw.col("growth_step") / 2
    return rows.with_columns(
        base_shown=level / grown(nw.col("growth")),
        base_low_shown=level / grown(nw.col("growth") + half),
        base_high_shown=level / grown(nw.col("growth") - half),
    )


def _with_trap(rows, levels):
    """The level of the same months a year before, and what dividing by it pretends."""
    before = in_months(levels.filter(nw.col("level") > 0)).select(
        "subject",
        "indicator",
        "family",
        "first_month",
        "last_month",
        year=nw.col("year") + 1,
        last_level_id=nw.col("level_id"),
        last_level=nw.col("level"),
    )
    both = in_months(rows).join(before, on=["subject", "indicator", "family", *MONTHS], how="left")
    quotient = nw.col("level").cast(nw.Float64) / nw.col("last_level").cast(nw.Float64)
    pretended = ~nw.col("last_level_id").is_null()
    return both.with_columns(
        naive_shown=(quotient - 1) * 100, refused=nw.when(pretended).then(nw.lit(REFUSED))
    ).drop("last_level", *MONTHS)
