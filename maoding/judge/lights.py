"""Lights: which colour does a published rule give each promise?

Facts a rule asks for and nobody knows stay unknown, and so does the light unless every value of them would give the
same (contracts §4). Which plan and which months are the evidence's, not those of the day asked.
"""

import narwhals as nw

from maoding.decisions import Ratio, Scaled, Standing, Table, YesNo, decide
from maoding.judge.finding import finding
from maoding.judge.vintages import speaking
from maoding.terms.columns import FACT

PERCENT_DECIMALS = 4
UNKNOWN = "unknown"

# How each fact that light rules ask for stands in the table of `light_facts`; other facts are not known here.
FACTS: dict[str, Standing] = {
    "completion_rate": Ratio("done_part", "whole_part", times=100),
    "due_share": Ratio("due_months", "all_months", times=100),
    "done": Scaled("done_to_date"),
    "planned": Scaled("planned"),
    "growth": Scaled("growth", PERCENT_DECIMALS),
    "plan_growth": Scaled("plan_growth", PERCENT_DECIMALS),
    "parent_growth": Scaled("parent_growth", PERCENT_DECIMALS),
    "exempt": YesNo("exempt"),
}


@finding
def light_facts(completion, schedule, amounts, subjects, exemptions, asked, rule: Table):
    """Facts that light rules ask for, one row a promise (亮灯依据); what does not apply or is not known is null.

    `exempt` is true where a legitimate reason (正当理由) for this rule is on record for the day asked, else false: it
    needs a record. `disputed` is true where figures of one day contradict each other.
    """
    spared = _exempt(exemptions.filter(nw.col("rule") == rule.name), asked)
    rows = (
        completion.join(
            schedule.select("promise", "due_months", "all_months", "planned"), on="promise", how="left"
        )
        .join(_parent_growth(completion, amounts, subjects), on="promise", how="left")
        .join(spared, on="subject", how="left")
    )
    growth = nw.when(nw.col("measure") == "growth", nw.col("family") == "percent")
    return rows.select(
        "promise",
        "done_part",
        "whole_part",
        "due_months",
        "all_months",
        "planned",
        "parent_growth",
        done_to_date=nw.when(~nw.col("planned").is_null()).then(nw.col("done")),
        growth=growth.then(nw.col("done")),
        plan_growth=growth.then(nw.col("amount")),
        exempt=~nw.col("spared").is_null(),
        disputed=nw.col("stands_beside").fill_null(0) > 0,
    )


def _exempt(exemptions, asked):
    on_record = exemptions.join(asked.select("day"), how="cross")
    on_record = on_record.filter(
        nw.col("period_start") <= nw.col("day"), nw.col("period_end") >= nw.col("day")
    )
    return on_record.group_by("subject").agg(spared=nw.col("id").count().cast(nw.Int64))


def _parent_growth(completion, amounts, subjects):
    """Published growth of the body above, in per cent, for the same indicator and the evidence's days."""
    above = subjects.select(subject=nw.col("code"), parent=nw.col("parent"))
    growth = amounts.filter(
        nw.col("current"),
        nw.col("measure") == "growth",
        nw.col("family") == "percent",
        ~nw.col("amount").is_null(),
    )
    growth = speaking(growth, FACT).select(
        "indicator",
        parent=nw.col("subject"),
        period_start_of_figure=nw.col("period_start"),
        period_end_of_figure=nw.col("period_end"),
        parent_growth=nw.col("amount"),
    )
    same = ["parent", "indicator", "period_start_of_figure", "period_end_of_figure"]
    found = completion.filter(nw.col("measure") == "growth").join(above, on="subject", how="inner")
    return found.join(growth, on=same, how="inner").select("promise", "parent_growth")


@finding
def light(light_facts, rule: Table):
    """Light (亮灯) of each promise by one rule: the word, the rule's line, and what is not certain.

    Columns: `light` (the rule's word, or ``unknown``), `rule_row`, `gap` (规则未规定, colour assumed), `certain`. Where
    figures dispute the evidence no light is certain until a person has checked them.
    """
    known = {name: FACTS[name] for name in rule.inputs if name in FACTS}
    decided = decide(light_facts, rule, known)
    decided = decided.with_columns(certain=nw.col("certain") & ~nw.col("disputed"))
    shown = (
        nw.when(nw.col("certain"), ~nw.col("light").is_null())
        .then(nw.col("light"))
        .otherwise(nw.lit(UNKNOWN))
    )
    return decided.select("promise", "rule_row", "gap", "certain", light=shown)
