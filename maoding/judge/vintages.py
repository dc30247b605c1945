"""Vintages: which one figure does each source give for a fact?

What is added up, ranked or subtracted must come from one source: a preliminary sum beside a final part, or a month
out of one release and the total out of another, belong to no one's account (domain §4.7).
"""

import narwhals as nw

from maoding.judge.evidence import release_rank
from maoding.judge.figures import FACT
from maoding.judge.finding import finding

BY_SOURCE = ("source", *FACT)


@finding
def vintages(amounts):
    """Of each fact one figure a source (各来源的数): its last, then its nearest to final; the id settles the rest.

    Columns as `amounts`. Earlier vintages are here too, since they came from other sources.
    """
    rows = amounts.filter(~nw.col("amount").is_null()).with_columns(nearness=release_rank())
    for last in ("known_from", "nearness"):
        rows = rows.filter(nw.col(last) == nw.col(last).max().over(*BY_SOURCE))
    return rows.filter(nw.col("id") == nw.col("id").min().over(*BY_SOURCE)).drop("nearness")
