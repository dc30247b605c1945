"""Completion: how much of what was promised is done?

A rate is kept as two whole numbers, `done_part` of `whole_part`, so that no threshold is tested on a rounded quotient.
"""

import narwhals as nw

from maoding.judge.amounts import PERCENT_PARTS
from maoding.judge.finding import finding
from maoding.judge.vintages import Named, speaking

SUMMED = ("flow", "count")
PACED_RELATIONS = ("at_least", "more_than", "equal", "about")


@finding
def completion(promised, evidence, implied, asked):
    """Completion rate (完成率) of every promise: done over target, or the published rate where only that is known.

    Rows are the promises, with evidence beside where there is any, and the plans that nobody printed but a published
    rate implies. `paced` promises grow from nought to the target over their period; only they have a pace. A rank,
    a stock, a rate, a ceiling or a growth target is met or not, and no share of it is due by a month.
    """
    said = promised.rename({"id": "promise"}).join(evidence, on="promise", how="left")
    said = said.with_columns(paced=_is_paced(), inferred_plan=nw.lit(False))
    said = said.with_columns(
        done_part=nw.when(nw.col("paced")).then(nw.col("done")),
        whole_part=nw.when(nw.col("paced"), nw.col("amount") > 0).then(nw.col("amount")),
    )
    return nw.concat([said.select(*ROW), _implied_rows(implied, promised, asked)], how="vertical")


def _is_paced() -> nw.Expr:
    summed = nw.col("kind").is_in(SUMMED) & (nw.col("measure") == "level")
    return summed & nw.col("relation").is_in(PACED_RELATIONS) & (nw.col("direction") != "down")


def _implied_rows(implied, promised, asked):
    """The latest implied plan of a subject and list in the year asked, unless its plan was printed itself."""
    printed = promised.select("subject", plan=nw.col("indicator"), printed=nw.lit(1))
    rows = (
        implied.join(asked.select(year_start="period_start", year_end="period_end"), how="cross")
        .filter(nw.col("period_start") == nw.col("year_start"), nw.col("period_end") <= nw.col("year_end"))
        .join(printed, on=["subject", "plan"], how="left")
        .filter(nw.col("printed").is_null())
    )
    of_list = ["subject", "indicator"]
    rows = rows.filter(nw.col("period_end") == nw.col("period_end").max().over(*of_list))
    rows = speaking(rows, of_list, Named("rate_id"))
    return rows.select(**{name: IMPLIED.get(name, nw.col(name)) for name in ROW})


def text(value):
    """A text column of one value, null included, typed alike on every engine."""
    return nw.lit(value).cast(nw.String)


NOTHING = nw.lit(None)
IMPLIED = {
    "promise": nw.col("rate_id"),
    "measure": text("level"),
    "relation": text("equal"),
    "strength": text("plan"),
    "amount": NOTHING.cast(nw.Int64),
    "step": NOTHING.cast(nw.Int64),
    "mantissa": NOTHING.cast(nw.Int64),
    "decimals": NOTHING.cast(nw.Int64),
    "owner": text(""),
    "record": text(None),
    "kind": text("flow"),
    "direction": text("up"),
    "period_start": nw.col("year_start"),
    "period_end": nw.col("year_end"),
    "evidence_indicator": nw.col("indicator"),
    "figure": nw.col("done_id"),
    "figure_unit": nw.col("unit"),
    "done": nw.col("amount"),
    "counted_to": nw.min_horizontal("period_end", "known_from"),
    "period_start_of_figure": nw.col("period_start"),
    "period_end_of_figure": nw.col("period_end"),
    "release_of_figure": nw.col("release"),
    "source_of_figure": nw.col("source"),
    "published_at_of_figure": nw.col("published_at"),
    "published_precision_of_figure": nw.col("published_precision"),
    "stands_beside": nw.lit(0).cast(nw.Int64),
    "paced": nw.lit(value=True),
    "inferred_plan": nw.lit(value=True),
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
