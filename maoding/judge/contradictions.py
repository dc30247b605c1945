"""Contradictions: where do published figures for the same thing disagree, and is it only a later vintage?"""

import narwhals as nw

from maoding.judge.finding import finding
from maoding.terms.columns import FACT
from maoding.terms.published import DATED


@finding
def contradictions(amounts):
    """Figures of one fact that differ (口径或版本不一致): one row a pair, the smaller id first.

    `nature` is ``vintage`` where one was published after the other (a revision), ``contradiction`` where both were
    known from the same day or one has no certain date, ``rounding`` where their printed roundings overlap.
    """
    known = amounts.filter(~nw.col("amount").is_null())
    columns = {"other": "id", "other_amount": "amount", "other_step": "step", "other_source": "source"}
    columns |= {
        "other_from": "known_from",
        "other_precision": "published_precision",
        "other_family": "family",
    }
    others = known.select(*FACT, **{name: nw.col(column) for name, column in columns.items()})
    pairs = known.join(others, on=list(FACT), how="inner").filter(
        nw.col("id") < nw.col("other"),
        nw.col("family") == nw.col("other_family"),
        nw.col("amount") != nw.col("other_amount"),
    )
    return pairs.with_columns(nature=_nature()).select(
        *FACT, "id", "other", "amount", "other_amount", "source", "other_source", "nature"
    )


def _nature() -> nw.Expr:
    apart = (nw.col("amount") - nw.col("other_amount")).abs() * 2
    both_dated = nw.col("published_precision").is_in(DATED) & nw.col("other_precision").is_in(DATED)
    return (
        # Halves are rounded up (四舍五入): 33.5 … 34.5 and 34.5 … 35.5 have no number in common.
        nw.when(apart < nw.col("step") + nw.col("other_step"))
        .then(nw.lit("rounding"))
        .when(both_dated & (nw.col("known_from") != nw.col("other_from")))
        .then(nw.lit("vintage"))
        .otherwise(nw.lit("contradiction"))
    )
