"""Figures: which one figure speaks for a fact where several are current?"""

import narwhals as nw

from maoding.judge.evidence import release_rank
from maoding.judge.finding import finding

FACT = ("subject", "indicator", "period_start", "period_end", "measure")


@finding
def figures(amounts):
    """One figure (实绩) a fact: the last published, then the nearest to final; the id settles the rest.

    Columns as `amounts`. Others that differ are shown by the finding `contradictions`.
    """
    rows = amounts.filter(nw.col("current"), ~nw.col("amount").is_null()).with_columns(
        nearness=release_rank()
    )
    for last in ("known_from", "nearness"):
        rows = rows.filter(nw.col(last) == nw.col(last).max().over(*FACT))
    return rows.filter(nw.col("id") == nw.col("id").min().over(*FACT)).drop("nearness")
