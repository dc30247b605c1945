"""Implied wholes: which whole must stand behind a part and its published share?

A zone that collected 75.01 亿元 of tax, 50.95 % of the city's, tells that the city collected 147.2 亿元 even where
nobody printed it. Quotients are only shown.
"""

import narwhals as nw

from maoding.judge.amounts import PERCENT_PARTS
from maoding.judge.finding import finding

SAID = ("source", "subject", "period_start", "period_end")
PART = (*SAID, "part_indicator", "family", "part_id", "part", "part_step", "share_id", "share", "share_step")


@finding
def implied_wholes(vintages, subjects, published_shares, other_shares):
    """Wholes implied by a part and its share (由占比推算总量), both from one source and for the same days.

    A reading of measure ``share`` is the body's part in its parent, unless its record is among `other_shares`; an
    indicator among `published_shares` says of which whole it is the share. Columns: those of PART, `whole_subject`,
    `whole_indicator` (null where the whole has no name); in smallest parts `whole_shown`, `low_shown` and `high_shown`
    by the share's rounding, `widest_low_shown` and `widest_high_shown` by both.
    """
    levels = vintages.filter(nw.col("measure") == "level").select(
        *SAID,
        "family",
        part_indicator=nw.col("indicator"),
        part_id=nw.col("id"),
        part=nw.col("amount"),
        part_step=nw.col("step"),
    )
    of_bodies = _shares_of_parents(vintages, subjects, other_shares)
    of_indicators = _shares_by_name(vintages, published_shares)
    shares = nw.concat([of_bodies, of_indicators], how="vertical").filter(nw.col("share") > 0)
    both = levels.join(shares, on=[*SAID, "part_indicator"], how="inner")
    behind = whole_behind("whole", "part", "share")
    return both.select(*PART, "whole_subject", "whole_indicator", **behind)


def _shares_of_parents(vintages, subjects, other_shares):
    others = other_shares.select("record", other=nw.lit(1))
    parents = subjects.select(subject=nw.col("code"), whole_subject=nw.col("parent"))
    of_parent = vintages.filter(nw.col("measure") == "share").join(others, on="record", how="left")
    found = of_parent.filter(nw.col("other").is_null()).join(parents, on="subject", how="inner")
    return _as_share(found, part_indicator=nw.col("indicator"), whole_indicator=nw.col("indicator"))


def _shares_by_name(vintages, published_shares):
    named = published_shares.filter(~nw.col("part").is_null())
    levels = vintages.filter(nw.col("measure") == "level", nw.col("family") == "percent")
    found = levels.join(named, left_on="indicator", right_on="share", how="inner")
    return _as_share(
        found.with_columns(whole_subject=nw.col("subject")),
        part_indicator=nw.col("part"),
        whole_indicator=nw.col("whole"),
    )


def _as_share(found, **names: nw.Expr):
    return found.select(
        *SAID,
        "whole_subject",
        **names,
        share_id=nw.col("id"),
        share=nw.col("amount"),
        share_step=nw.col("step"),
    )


def whole_behind(whole: str, part: str, share: str) -> dict[str, nw.Expr]:
    """What a part and its share in 10⁻⁴ of a point come to (反推), with bounds; the one home of part ÷ share.

    Columns `part` and `share` have their last printed places beside them as `part`_step and `share`_step. Gives
    `whole`_shown, `low_shown` and `high_shown` by the share's rounding, `widest_low_shown` and `widest_high_shown` by
    both.
    """
    amount, rate = nw.col(part).cast(nw.Float64), nw.col(share).cast(nw.Float64)
    half_amount, half_rate = nw.col(f"{part}_step") / 2, nw.col(f"{share}_step") / 2
    return {
        f"{whole}_shown": amount / rate * PERCENT_PARTS,
        "low_shown": amount / (rate + half_rate) * PERCENT_PARTS,
        "high_shown": amount / (rate - half_rate) * PERCENT_PARTS,
        "widest_low_shown": (amount - half_amount) / (rate + half_rate) * PERCENT_PARTS,
        "widest_high_shown": (amount + half_amount) / (rate - half_rate) * PERCENT_PARTS,
    }
