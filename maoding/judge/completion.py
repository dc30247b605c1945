"""Completion: how much of what was promised is done?

A rate is kept as two whole numbers, `done_part` of `whole_part`, so that no threshold is tested on a rounded quotient.
"""

import narwhals as nw

from maoding.judge.amounts import PERCENT_PARTS
from maoding.judge.finding import finding

SUMMED = ("flow", "count")
PACED_RELATIONS = ("at_least", "more_than", "equal", "about")


@finding
def completion(promised, evidence, rated, bodies):
    """Completion rate (完成率) of every promise: done over target, or the published rate where only that is known.

    Rows are the promises of the `bodies` asked about, with evidence beside where there is any, and the plans that no
    promise states but a published rate speaks of. An estimate (预计) is no promise. `paced` promises grow from nought
    to the target over their period; only they have a pace. A rank, a stock, a rate, a ceiling or a growth target is
    met or not, and no share of it is due by a month.
    """
    said = promised.filter(nw.col("strength") != "estimate").rename({"id": "promise"})
    said = said.join(evidence, on="promise", how="left")
    said = said.with_columns(paced=_is_paced(), inferred_plan=nw.lit(False))
    said = said.with_columns(
        done_part=nw.when(nw.col("paced")).then(nw.col("done")),
        whole_part=nw.when(nw.col("paced"), nw.col("amount") > 0).then(nw.col("amount")),
    )
    by_rate = rated.join(bodies, on="subject", how="inner")
    by_rate = by_rate.select(**{name: RATED.get(name, nw.col(name)) for name in ROW})
    return nw.concat([said.select(*ROW), by_rate], how="vertical")


def _is_paced() -> nw.Expr:
    summed = nw.col("kind").is_in(SUMMED) & (nw.col("measure") == "level")
    return summed & nw.col("relation").is_in(PACED_RELATIONS) & (nw.col("direction") != "down")


def text(value):
    """A text column of one value, null included, typed alike on every engine."""
    return nw.lit(value).cast(nw.String)


NOTHING = nw.lit(None)
RATED = {
    "promise": nw.col("rate_id"),
    "measure": text("level"),
    "relation": text("equal"),
    "strength": text("plan"),
    "amount": nw.col("plan_amount"),
    "step": nw.col("plan_step"),
    "mantissa": NOTHING.cast(nw.Int64),
    "decimals": NOTHING.cast(nw.Int64),
    "owner": text(""),
    "record": text(None),
    "kind": text("flow"),
    "direction": text("up"),
    "period_start": nw.col("year_start"),
    "period_end": nw.col("year_end"),
    "evidence_indicator": nw.col("indicator"),
    "counted_to": nw.min_horizontal("period_end", "known_from"),
    "period_start_of_figure": nw.col("period_start"),
    "period_end_of_figure": nw.col("period_end"),
    "release_of_figure": nw.col("release"),
    "source_of_figure": nw.col("source"),
    "published_at_of_figure": nw.col("published_at"),
    "published_precision_of_figure": nw.col("published_precision"),
    "stands_beside": nw.lit(0).cast(nw.Int64),
    "paced": nw.lit(value=True),
    "inferred_plan": nw.col("plan_amount").is_null() & ~nw.col("done_id").is_null(),
    "done_part": nw.col("rate"),
    "whole_part": nw.lit(PERCENT_PARTS).cast(nw.Int64),
}
ROW = [
    "promise", "source", "published_at", "published_precision", "known_from", "subject", "indicator",
    "period_start", "period_end", "measure", "relation", "strength", "amount", "step", "mantissa", "decimals", "unit",
    "owner", "record", "family", "kind", "direction", "evidence_indicator", "figure", "figure_unit",
    "done", "counted_to", "period_start_of_figure", "period_end_of_figure", "release_of_figure", "source_of_figure",
    "published_at_of_figure", "published_precision_of_figure", "stands_beside", "paced", "inferred_plan",
    "done_part", "whole_part",
]  # fmt: skip
