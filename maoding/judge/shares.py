"""Shares: what part of the level (占比), and what part of the increase (贡献率), is whose?

The two are different things: a zone with 33.6 % of its city's investment brought 54.9 % of the increase. Increases
rest on the comparable base (可比口径), which only the published growth tells (domain §4.5).
"""

import narwhals as nw

from maoding.judge.finding import finding
from maoding.judge.intervals import Interval
from maoding.judge.pace import percent
from maoding.judge.quantities import PIECES
from maoding.terms.columns import PLACE


def points_contributed(weight: Interval, growth: Interval) -> Interval:
    """What a part adds to the growth of the whole (拉动), 0.041 for 4.1 points.

    `weight` is either the part's contribution share, times growth of the whole, or its share of last year's level,
    times its own growth. Bulletins print these without the levels behind them, so the finding `contributions` cannot
    tell them; this is the home of T-C01 and T-C03 to T-C05.
    """
    return weight * growth


@finding
def shares(figures, subjects, parts, within):
    """Share of the level (占比) of every part whose whole is published for the same days.

    `of` tells what it is a part of: ``indicator``, another indicator of the same body (第一产业 in GDP, tax in budget
    revenue), or ``body``, the same indicator of the body it belongs to (太仓 in 苏州). Columns: `subject`, `indicator`,
    `period_start`, `period_end`, `id`, `whole_subject`, `whole_indicator`, `whole_id`; `part` and `whole` in smallest
    parts; in per cent `share_shown`, with `low_shown` and `high_shown` by the rounding of both; counts are exact.
    """
    levels = figures.filter(nw.col("measure") == "level").select(*PLACE, "id", "family", "amount", "step")
    belongs = subjects.select(subject=nw.col("code"), whole_subject=nw.col("parent"))
    by_indicator = levels.join(_parts_by_name(parts, within), on="indicator", how="inner").with_columns(
        whole_subject=nw.col("subject")
    )
    by_indicator = by_indicator.filter(nw.col("only").is_null() | (nw.col("only") == nw.col("subject")))
    by_body = levels.join(belongs, on="subject", how="inner").with_columns(
        whole_indicator=nw.col("indicator")
    )
    of_what = [_beside_whole(by_indicator, levels, "indicator"), _beside_whole(by_body, levels, "body")]
    return nw.concat(of_what, how="vertical")


def _parts_by_name(parts, within):
    """Indicators that are parts of others, whether they make it up or leave a rest; `only`: of this body alone."""
    nobody = nw.lit(None).cast(nw.String)
    making_up = parts.select(indicator=nw.col("part"), whole_indicator=nw.col("whole"), only=nobody)
    leaving_a_rest = within.select(
        indicator=nw.col("part"), whole_indicator=nw.col("whole"), only=nw.col("subject")
    )
    return nw.concat([making_up, leaving_a_rest], how="vertical").unique()


def _beside_whole(parts, levels, of: str):
    """Parts beside their wholes of the same days and family; a whole of nought has no shares."""
    wholes = levels.filter(nw.col("amount") > 0).select(
        "period_start",
        "period_end",
        "family",
        whole_subject=nw.col("subject"),
        whole_indicator=nw.col("indicator"),
        whole_id=nw.col("id"),
        whole=nw.col("amount"),
        whole_step=nw.col("step"),
    )
    same = ["whole_subject", "whole_indicator", "period_start", "period_end", "family"]
    both = parts.join(wholes, on=same, how="inner")
    part, whole = nw.col("amount").cast(nw.Float64), nw.col("whole").cast(nw.Float64)
    half_part, half_whole = _half("step"), _half("whole_step")
    return both.select(
        *PLACE,
        "id",
        "whole_subject",
        "whole_indicator",
        "whole_id",
        "whole",
        of=nw.lit(of),
        part=nw.col("amount"),
        share_shown=percent(nw.col("amount"), nw.col("whole")),
        low_shown=(part - half_part) / (whole + half_whole) * 100,
        high_shown=(part + half_part) / (whole - half_whole) * 100,
    )


def _half(step: str) -> nw.Expr:
    """Half of the last printed place; nought of whole pieces, which are counted and not rounded."""
    counted = nw.col("family").is_in(sorted(PIECES)) & (nw.col(step) == 1)
    return nw.when(counted).then(0.0).otherwise(nw.col(step) / 2)


@finding
def contributions(shares, growth):
    """Contribution share (贡献率) and points contributed (拉动) of parts, where theirs and the whole's growth is known.

    The increases are those on the comparable basis, published levels taken as exact and growth as rounded. Columns:
    those that name part and whole in `shares`; `contribution_shown` in per cent and `points_shown` in percentage points
    of the whole's growth, each with bounds (`contribution_low_shown` …). Where the whole may not have moved at all,
    nobody's contribution can be told: those three are null.
    """
    known = growth.filter(~nw.col("base_shown").is_null()).select(
        *PLACE, base="base_shown", base_low="base_low_shown", base_high="base_high_shown"
    )
    of_whole = known.select(
        "period_start",
        "period_end",
        whole_subject="subject",
        whole_indicator="indicator",
        whole_base="base",
        whole_base_low="base_low",
        whole_base_high="base_high",
    )
    both = shares.join(known, on=list(PLACE), how="inner").join(
        of_whole, on=["whole_subject", "whole_indicator", "period_start", "period_end"], how="inner"
    )
    names = [*PLACE, "id", "whole_subject", "whole_indicator", "whole_id", "of"]
    return both.select(*names, **_contribution(), **_points())


def _contribution() -> dict[str, nw.Expr]:
    part, whole = nw.col("part").cast(nw.Float64), nw.col("whole").cast(nw.Float64)
    added, lows, highs = part - nw.col("base"), part - nw.col("base_high"), part - nw.col("base_low")
    whole_low, whole_high = whole - nw.col("whole_base_high"), whole - nw.col("whole_base_low")
    moved = (whole_low > 0) | (whole_high < 0)
    corners = [
        nw.when(moved).then(one / other * 100) for one in (lows, highs) for other in (whole_low, whole_high)
    ]
    return {
        "contribution_shown": nw.when(moved).then(percent(added, whole - nw.col("whole_base"))),
        "contribution_low_shown": nw.min_horizontal(*corners),
        "contribution_high_shown": nw.max_horizontal(*corners),
    }


def _points() -> dict[str, nw.Expr]:
    part = nw.col("part").cast(nw.Float64)
    bases = nw.col("whole_base_low"), nw.col("whole_base_high")
    corners = [(part - nw.col(own)) / base * 100 for own in ("base_low", "base_high") for base in bases]
    return {
        "points_shown": percent(part - nw.col("base"), nw.col("whole_base")),
        "points_low_shown": nw.min_horizontal(*corners),
        "points_high_shown": nw.max_horizontal(*corners),
    }
