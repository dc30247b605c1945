"""Net increase: by how much did a stock grow over a year, and what was published of it?

净增 is the stock at the end less the stock a year before; newly recognised enterprises are not net (domain §9).
"""

import narwhals as nw

from maoding.judge.finding import finding

YEAR_END = ("subject", "stock", "year")


@finding
def net_increase(figures, net_of):
    """Net increase of stocks over each year (净增): told from two year's ends, beside the published one.

    Columns: `subject`, `stock` and `net` (indicators), `year`, `end_id`, `start_id`, `increase` in smallest parts
    (null: one of the stocks is not known), `one_source` (both stocks are from the same), `net_id` and `published`.
    """
    levels = figures.filter(nw.col("measure") == "level")
    stocks = _at_year_ends(levels).join(net_of, left_on="indicator", right_on="stock", how="inner")
    stocks = stocks.rename({"indicator": "stock"})
    ends = stocks.select(*YEAR_END, "net", "source", end_id=nw.col("id"), end=nw.col("amount"))
    starts = stocks.select(
        "subject",
        "stock",
        year=nw.col("year") + 1,
        start_source=nw.col("source"),
        start_id=nw.col("id"),
        start=nw.col("amount"),
    )
    published = _at_year_ends(levels).select(
        "subject", "year", net=nw.col("indicator"), net_id=nw.col("id"), published=nw.col("amount")
    )
    both = ends.join(starts, on=list(YEAR_END), how="left").join(
        published, on=["subject", "net", "year"], how="left"
    )
    return both.select(
        *YEAR_END,
        "net",
        "end_id",
        "start_id",
        "net_id",
        "published",
        increase=nw.col("end") - nw.col("start"),
        one_source=nw.col("source") == nw.col("start_source"),
    )


def _at_year_ends(levels):
    end = nw.col("period_end")
    rows = levels.filter(end.dt.month() == 12, end.dt.day() == 31)
    return rows.with_columns(year=end.dt.year().cast(nw.Int64))
