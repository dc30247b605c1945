"""Implied: which plan must stand behind a published rate and the amount done?

A bulletin that says 19 亿元 and 30.6 % has a plan of 62.09 亿元, between 61.99 and 62.19; with the amount's own
rounding between 60.4 and 63.8 (contracts §2). Quotients are only shown; lights use the published rate itself.
"""

import narwhals as nw

from maoding.judge.finding import finding
from maoding.judge.implied_wholes import whole_behind

KEYS = ["subject", "period_start", "period_end", "source"]


@finding
def implied(amounts, plans):
    """Plans implied by rate and amount (由完成率反推的计划): one row a published pair of one source.

    Columns: `rate_id`, `done_id`, `plan` (the plan's indicator), `rate`, `rate_step` in 10⁻⁴ of a point, `amount`,
    `step` as done, `plan_shown`, `low_shown`, `high_shown` by the rate's rounding, `widest_low_shown`,
    `widest_high_shown` by both roundings, all in smallest parts.
    """
    rate_names = plans.select(indicator=nw.col("rate")).unique()
    rates = _current_levels(amounts.join(rate_names, on="indicator", how="inner")).select(
        *KEYS,
        rate_indicator=nw.col("indicator"),
        rate_id=nw.col("id"),
        rate=nw.col("amount"),
        rate_step=nw.col("step"),
    )
    done = _current_levels(amounts.join(plans, left_on="indicator", right_on="done", how="inner"))
    pairs = done.rename({"id": "done_id"}).join(
        rates, left_on=[*KEYS, "rate"], right_on=[*KEYS, "rate_indicator"], how="inner", suffix="_said"
    )
    pairs = pairs.drop("rate").rename({"rate_said": "rate"}).filter(nw.col("rate") > 0)
    pairs = pairs.with_columns(amount_step=nw.col("step"))
    return pairs.with_columns(**whole_behind("plan", "amount", "rate")).drop("amount_step")


def _current_levels(figures):
    return figures.filter(nw.col("current"), nw.col("measure") == "level", ~nw.col("amount").is_null())
