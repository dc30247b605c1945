"""Months: what did each month bring, and what had come together by each month?

Cumulative figures are what is published; a month is told from two of them only inside one source, since a revision
between two releases would be taken for that month's work (domain §4.3). Investment has no January: its first period is
January and February together, so neither of the two months is ever told apart (T: 1月份数据免报).
"""

import narwhals as nw

from maoding.judge.finding import finding
from maoding.judge.growth import in_months

SERIES = ("source", "subject", "indicator", "family", "year")
SUMMED = ("flow", "count")


@finding
def in_month(vintages, indicators):
    """Single months told from two cumulative figures of one source (当月数): the later less that of the month before.

    Columns: those of SERIES, `month`, `amount` in smallest parts, `step` (the places of both together), `to_id` and
    `from_id`, the cumulative figures it is the difference of.
    """
    totals = _to_month_ends(vintages, indicators)
    before = totals.select(
        *SERIES,
        month=nw.col("month") + 1,
        from_id=nw.col("id"),
        before=nw.col("amount"),
        step_before=nw.col("step"),
    )
    both = totals.join(before, on=[*SERIES, "month"], how="inner")
    return both.select(
        *SERIES,
        "month",
        "from_id",
        to_id=nw.col("id"),
        amount=nw.col("amount") - nw.col("before"),
        step=nw.col("step") + nw.col("step_before"),
    )


@finding
def to_date(vintages, indicators):
    """Cumulative figures told from one cumulative figure and single months of one source (累计数), either way.

    From January to September 507.5 and September 62.2 it was 445.3 to August. All the months between must be known;
    otherwise there is no row. Columns: those of SERIES, `month`, `from_id` and `from_month` (the cumulative figure it
    was told from), `amount` in smallest parts.
    """
    anchors = _to_month_ends(vintages, indicators).select(
        *SERIES, from_id=nw.col("id"), from_month=nw.col("month"), total=nw.col("amount")
    )
    single = _single_months(vintages, indicators)
    back = single.with_columns(target=nw.col("month") - 1).filter(nw.col("target") > 0)
    targets = nw.concat(
        [back.select(*SERIES, "target"), single.select(*SERIES, target=nw.col("month"))], how="vertical"
    ).unique()
    between = anchors.join(targets, on=list(SERIES), how="inner").join(single, on=list(SERIES), how="inner")
    return _added_up(between.filter(_lies_between()))


def _lies_between() -> nw.Expr:
    month, anchor, target = nw.col("month"), nw.col("from_month"), nw.col("target")
    forwards = (month > anchor) & (month <= target)
    backwards = (month <= anchor) & (month > target)
    return forwards | backwards


def _added_up(between):
    """The anchor with all months up to the target added, or those back to it taken off."""
    forwards = nw.when(nw.col("target") > nw.col("from_month")).then(1).otherwise(-1)
    together = (
        between.with_columns(change=nw.col("amount") * forwards)
        .group_by(*SERIES, "from_id", "from_month", "total", "target")
        .agg(change=nw.col("change").sum(), found=nw.col("change").count().cast(nw.Int64))
    )
    needed = (nw.col("target") - nw.col("from_month")).abs()
    return together.filter(nw.col("found") == needed).select(
        *SERIES,
        "from_id",
        "from_month",
        month=nw.col("target"),
        amount=nw.col("total") + nw.col("change"),
    )


def _months_of_flows(vintages, indicators):
    """Levels of what adds up over the months, with year, first and last month; other periods are left out."""
    summed = indicators.filter(nw.col("kind").is_in(SUMMED)).select(indicator=nw.col("code"))
    levels = vintages.filter(nw.col("measure") == "level").join(summed, on="indicator", how="inner")
    return in_months(levels).filter(~nw.col("year").is_null())


def _to_month_ends(vintages, indicators):
    rows = _months_of_flows(vintages, indicators).filter(nw.col("first_month") == 1)
    return rows.rename({"last_month": "month"})


def _single_months(vintages, indicators):
    rows = _months_of_flows(vintages, indicators).filter(nw.col("first_month") == nw.col("last_month"))
    return rows.select(*SERIES, "amount", month=nw.col("last_month"))
