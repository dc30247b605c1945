"""Drift: was a promise stated again with another number, and which of two promises for one thing binds?"""

import narwhals as nw

from maoding.judge.amounts import PERCENT_PARTS
from maoding.judge.finding import finding
from maoding.judge.implied_wholes import whole_behind
from maoding.judge.whole_months import is_whole_year
from maoding.terms.columns import FACT, PLACE


@finding
def drift(promised):
    """Restated targets (目标漂移): pairs of numbers for the same thing, the later beside the earlier.

    It is possible drift only: dated and shown; a person decides whether it replaces the first (contracts §3).
    Columns: `subject`, `indicator`, `promise` (the earlier), `restated` (the later), `said_on`, `restated_on`; in
    smallest parts `amount`, `restated_amount` and `change`, the later less the earlier.
    """
    said = promised.filter(~nw.col("amount").is_null())
    later = said.select(
        *FACT,
        restated=nw.col("id"),
        restated_amount=nw.col("amount"),
        restated_on=nw.col("published_at"),
        restated_from=nw.col("known_from"),
        restated_family=nw.col("family"),
    )
    pairs = said.join(later, on=list(FACT), how="inner").filter(
        nw.col("family") == nw.col("restated_family"),
        nw.col("known_from") < nw.col("restated_from"),
        nw.col("amount") != nw.col("restated_amount"),
    )
    return pairs.select(
        "subject",
        "indicator",
        "restated",
        "restated_on",
        "amount",
        "restated_amount",
        promise=nw.col("id"),
        said_on=nw.col("published_at"),
        change=nw.col("restated_amount") - nw.col("amount"),
    )


@finding
def base_levels(promised, figures, subjects):
    """Last year's level behind each growth target (基数): as published, or implied by a part and its share.

    高新区's 157.3 亿元 being 33.6 % of the city implies a city of 468.2 亿元. One row a growth promise: `base_shown`
    in smallest parts, `base_from` published or share, `base_reading` the entry it rests on.
    """
    growth = promised.filter(nw.col("measure") == "growth").select(
        "subject", "indicator", promise=nw.col("id"), year=nw.col("period_start").dt.year()
    )
    levels = _annual_levels(figures)
    printed = growth.join(
        levels.rename({"reading": "base_reading"}), on=["subject", "indicator"], how="inner"
    ).filter(nw.col("level_year") == nw.col("year") - 1)
    printed = printed.select(
        "promise", "base_reading", base_shown=nw.col("level").cast(nw.Float64), base_from=nw.lit("published")
    )
    return nw.concat([printed, _from_shares(growth, levels, figures, subjects)], how="vertical")


def _annual(figures, measure: str):
    """Figures of whole years only: the share of some months is not that of the year."""
    whole_year = is_whole_year(nw.col("period_start"), nw.col("period_end"))
    return figures.filter(nw.col("measure") == measure, whole_year)


def _annual_levels(figures):
    return _annual(figures, "level").select(
        "subject",
        "indicator",
        reading=nw.col("id"),
        level=nw.col("amount"),
        level_step=nw.col("step"),
        level_year=nw.col("period_start").dt.year(),
    )


def _from_shares(growth, levels, figures, subjects):
    shares = (
        _annual(figures, "share")
        .filter(nw.col("amount") > 0)
        .select(
            "indicator",
            part=nw.col("subject"),
            share=nw.col("amount"),
            share_step=nw.col("step"),
            level_year=nw.col("period_start").dt.year(),
        )
    )
    parts = levels.rename({"subject": "part"}).join(
        shares, on=["part", "indicator", "level_year"], how="inner"
    )
    parents = subjects.select(part=nw.col("code"), subject=nw.col("parent"))
    found = (
        parts.join(parents, on="part", how="inner")
        .join(growth, on=["subject", "indicator"], how="inner")
        .filter(nw.col("level_year") == nw.col("year") - 1)
    )
    shown = whole_behind("base", "level", "share")["base_shown"]
    return found.select(
        "promise", base_reading=nw.col("reading"), base_shown=shown, base_from=nw.lit("share")
    )


@finding
def twin_targets(promised, base_levels):
    """Two targets for one thing in one year, growth and level (同一指标两个目标): which of them binds.

    `growth_as_level_shown` is the level the growth target asks for on the base; `level_as_growth_shown` the growth in
    percent that the level target asks for; the larger level binds (550 亿元 binds beside +15 %, which is 538 亿元).
    """
    growth = promised.filter(nw.col("measure") == "growth", nw.col("family") == "percent").select(
        *PLACE,
        growth_promise=nw.col("id"),
        growth=nw.col("amount"),
    )
    level = promised.filter(nw.col("measure") == "level", ~nw.col("amount").is_null()).select(
        *PLACE,
        level_promise=nw.col("id"),
        level=nw.col("amount"),
    )
    pairs = growth.join(level, on=list(PLACE), how="inner").join(
        base_levels.rename({"promise": "growth_promise"}), on="growth_promise", how="inner"
    )
    wanted = nw.col("base_shown") * (1 + nw.col("growth").cast(nw.Float64) / PERCENT_PARTS)
    pairs = pairs.with_columns(
        growth_as_level_shown=wanted,
        level_as_growth_shown=(nw.col("level").cast(nw.Float64) / nw.col("base_shown") - 1) * 100,
    )
    level_binds = nw.col("level").cast(nw.Float64) >= nw.col("growth_as_level_shown")
    return pairs.with_columns(
        binding=nw.when(level_binds).then(nw.col("level_promise")).otherwise(nw.col("growth_promise"))
    )
