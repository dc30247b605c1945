"""Rated: which plans does a published completion rate speak of, though no promise states them?"""

import narwhals as nw

from maoding.judge.finding import finding
from maoding.judge.vintages import speaking

LIST = ["subject", "indicator"]
PLAN = ["subject", "plan"]


@finding
def rated(amounts, plans, implied, promised, asked):
    """The latest published rate (公布的完成率) of a list in the year asked, where no promise states its plan.

    One row a rate, under its reading's id `rate_id`: `indicator` is what is done of the list, `done_id`, `done` and
    `figure_unit` the amount published with the rate (null, null and the rate itself where it stands alone), `unit` and
    `family` the amount's. `plan_amount` and `plan_step` are the plan if a figure of the same year prints it.
    """
    rates = _rates(amounts, plans, asked).join(_promised_plans(promised), on=PLAN, how="left")
    rates = rates.filter(nw.col("promised").is_null())
    rates = rates.filter(nw.col("period_end") == nw.col("period_end").max().over(*LIST))
    rates = speaking(rates, LIST).rename(
        {"id": "rate_id", "amount": "rate", "unit": "rate_unit", "family": "of_rate"}
    )
    done = implied.select("rate_id", "done_id", "unit", "family", done="amount")
    rows = rates.join(done, on="rate_id", how="left").join(
        _printed_plans(amounts, plans, asked), on=PLAN, how="left"
    )
    alone = nw.col("done_id").is_null()
    return rows.with_columns(
        figure=nw.coalesce("done_id", "rate_id"),
        figure_unit=nw.coalesce("unit", "rate_unit"),
        done=nw.when(alone).then(nw.col("rate")).otherwise(nw.col("done")),
        # Beside a rate alone a plan in yuan could not be held against what is done: it is left out.
        plan_amount=nw.when(~alone, nw.col("plan_family") == nw.col("family")).then(nw.col("plan_amount")),
        unit=nw.coalesce("unit", "rate_unit"),
        family=nw.coalesce("family", "of_rate"),
    )


def _rates(amounts, plans, asked):
    """Current rates of lists in the year asked, under the indicator of what they are the rate of."""
    lists = plans.select("plan", rate_name=nw.col("rate"), indicator=nw.col("done"))
    levels = _levels(amounts, lists.select(indicator="rate_name"), asked).rename({"indicator": "rate_name"})
    return levels.join(lists, on="rate_name", how="inner").filter(nw.col("amount") > 0)


def _printed_plans(amounts, plans, asked):
    """The plan of a list as a figure of the year prints it."""
    printed = _levels(amounts, plans.select(indicator="plan"), asked).rename({"indicator": "plan"})
    printed = printed.filter(nw.col("period_end") == nw.col("period_end").max().over(*PLAN))
    return speaking(printed, PLAN).select(
        *PLAN, plan_amount=nw.col("amount"), plan_step=nw.col("step"), plan_family=nw.col("family")
    )


def _promised_plans(promised):
    """Plans that a promise states itself, each once."""
    return promised.select("subject", plan=nw.col("indicator"), promised=nw.lit(1)).unique()


def _levels(amounts, named, asked):
    """Current levels of the indicators named, from the first day of the year asked."""
    year = asked.select(year_start="period_start", year_end="period_end")
    found = amounts.join(named, on="indicator", how="semi")
    found = found.filter(nw.col("current"), nw.col("measure") == "level", ~nw.col("amount").is_null())
    found = found.join(year, how="cross")
    return found.filter(
        nw.col("period_start") == nw.col("year_start"), nw.col("period_end") <= nw.col("year_end")
    )
