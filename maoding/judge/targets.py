"""Targets: is a promise met that no pace can be asked of?

Growth, ranks, stocks, rates and ceilings are held against the number by their relation (contracts §3); the answer is
for now (``met_so_far``) until the evidence reaches the end of the promise's period (``met``, ``missed``).
"""

import narwhals as nw

from maoding.judge.finding import finding


@finding
def standing(completion):
    """How each promise stands by its own relation (达标情况): met, missed, met_so_far, below_so_far, or null.

    A bare number is judged as at least for indicators that should rise, at most for those that should fall; 左右 has
    no official tolerance and is judged within half of the last printed place (contracts §3).
    """
    rows = completion.filter(~nw.col("amount").is_null(), ~nw.col("done").is_null())
    held = nw.when(_reached()).then(nw.lit("met")).otherwise(nw.lit("missed"))
    so_far = nw.when(_reached()).then(nw.lit("met_so_far")).otherwise(nw.lit("below_so_far"))
    over = nw.col("counted_to") >= nw.col("period_end")
    # A sum that has passed its floor cannot fall below it again.
    certain = nw.col("paced") & _reached()
    rows = rows.with_columns(
        standing=nw.when(over | certain).then(held).otherwise(so_far),
        target_gap=nw.col("done") - nw.col("amount"),
    )
    return rows.select("promise", "standing", "target_gap")


def _reached() -> nw.Expr:
    done, target, relation = nw.col("done"), nw.col("amount"), nw.col("relation")
    falls = nw.col("direction") == "down"
    off = (done - target).abs()
    return (
        nw.when(relation == "at_least")
        .then(done >= target)
        .when(relation == "more_than")
        .then(done > target)
        .when(relation.is_in(["at_most", "rank"]))
        .then(done <= target)
        .when(relation == "less_than")
        .then(done < target)
        .when(relation == "about")
        .then(off * 2 <= nw.col("figure_step"))
        .when(falls)
        .then(done <= target)
        .otherwise(done >= target)
    )
