"""Standing: is a promise met that no pace can be asked of?

Growth, ranks, stocks, rates and ceilings are held against the number by their relation (contracts §3); the answer is
for now (``met_so_far``) until the evidence reaches the end of the promise's period (``met``, ``missed``).
"""

import narwhals as nw

from maoding.judge.completion import SUMMED
from maoding.judge.finding import finding


@finding
def standing(completion):
    """How each promise stands by its own relation (达标情况): met, missed, met_so_far, not_met_so_far, or null.

    A bare number is judged as at least for indicators that should rise, at most for those that should fall. 左右 has
    no official tolerance: the figure may be off by half of the last place printed in the promise (contracts §3), so
    6 % 左右 holds from 5.5 to 6.5 and 6.0 % 左右 from 5.95 to 6.05. `target_gap` is what is still missing, target less
    done in smallest parts: below nought where there is more than promised, and of a ceiling the room left.
    """
    rows = completion.filter(~nw.col("amount").is_null(), ~nw.col("done").is_null())
    held = nw.when(_reached()).then(nw.lit("met")).otherwise(nw.lit("missed"))
    so_far = nw.when(_reached()).then(nw.lit("met_so_far")).otherwise(nw.lit("not_met_so_far"))
    over = nw.col("counted_to") >= nw.col("period_end")
    # A sum that has passed its floor cannot fall below it again, nor under a ceiling once above it; it may still
    # overshoot what was said with 左右.
    passed = nw.col("paced") & _reached() & (nw.col("relation") != "about")
    burst = nw.col("kind").is_in(SUMMED) & nw.col("relation").is_in(["at_most", "less_than"]) & ~_reached()
    burst = burst & (nw.col("measure") == "level")
    rows = rows.with_columns(
        standing=nw.when(over | passed | burst).then(held).otherwise(so_far),
        target_gap=nw.col("amount") - nw.col("done"),
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
        .then(off * 2 <= nw.col("step"))
        .when(falls)
        .then(done <= target)
        .otherwise(done >= target)
    )
