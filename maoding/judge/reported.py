"""Reported: has the figure that a promise asks for been published for the whole of its period?

A target is no figure, and nine months are no year: what nobody published stays unknown (design §3.4).
"""

import narwhals as nw

from maoding.judge.finding import finding
from maoding.terms.columns import FACT


@finding
def reported(promised, figures, evidence):
    """The final figure of every promise with a number, or that it is missing (缺报).

    Columns: `promise`, `subject`, `indicator`, `period_start`, `period_end`, `measure`, `figure`, `amount` and
    `family`, null unless published for just these days; `state`: ``reported``, ``estimated`` (published before the
    period was over), ``partly`` (there is a figure to an earlier day), ``missing``.
    """
    asked = promised.filter(nw.col("measure") != "deed").select(*FACT, promise=nw.col("id"))
    whole = figures.select(
        *FACT, "amount", "family", figure=nw.col("id"), early=nw.col("known_from") < nw.col("period_end")
    )
    begun = evidence.select("promise", to_date=nw.col("figure"))
    rows = asked.join(whole, on=list(FACT), how="left").join(begun, on="promise", how="left")
    state = (
        nw.when(nw.col("early"))
        .then(nw.lit("estimated"))
        .when(~nw.col("figure").is_null())
        .then(nw.lit("reported"))
        .when(~nw.col("to_date").is_null())
        .then(nw.lit("partly"))
        .otherwise(nw.lit("missing"))
    )
    return rows.with_columns(state=state).drop("early", "to_date")
