"""Versions: how did what is stated of a project change from its first statement to its last?

Cost, land and beds of a project differ with the source; all of them are kept. Two currencies are never converted, so
1.5 亿美元 and 15 亿元 stand side by side and have no change.
"""

import narwhals as nw

from maoding.judge.amounts import converted
from maoding.judge.finding import finding
from maoding.judge.pace import percent
from maoding.terms.published import DATED

PROPERTY = ("subject", "kind", "detail")


@finding
def versions(event_versions, units):
    """First and last stated value of each property of a project (项目属性的版本), as known on the day asked.

    Only dated statements are put in order. Columns: `subject`, `kind`, `detail` (the property), `stated` (how many
    statements), `first_id`, `first`, `first_unit`, `last_id`, `last`, `last_unit` in smallest parts of their own units;
    `change` and, in per cent, `change_shown`; both null where the two are in units of different families.
    """
    said = converted(event_versions, units).filter(
        ~nw.col("amount").is_null(), nw.col("published_precision").is_in(DATED)
    )
    counts = said.group_by(*PROPERTY).agg(stated=nw.col("id").count().cast(nw.Int64))
    first = _one_of(said, nw.col("known_from").min(), "first")
    last = _one_of(said, nw.col("known_from").max(), "last")
    both = counts.join(first, on=list(PROPERTY), how="inner").join(last, on=list(PROPERTY), how="inner")
    alike = nw.col("first_family") == nw.col("last_family")
    both = both.with_columns(change=nw.when(alike).then(nw.col("last") - nw.col("first")))
    return both.with_columns(change_shown=percent(nw.col("change"), nw.col("first")))


def _one_of(said, day: nw.Expr, name: str):
    """Of each property the statement of one day, the smallest id of several; its columns begin with the name."""
    rows = said.filter(nw.col("known_from") == day.over(*PROPERTY))
    rows = rows.filter(nw.col("id") == nw.col("id").min().over(*PROPERTY))
    return rows.select(
        *PROPERTY,
        **{
            f"{name}_id": nw.col("id"),
            name: nw.col("amount"),
            f"{name}_unit": nw.col("unit"),
            f"{name}_family": nw.col("family"),
        },
    )
