"""By Polars: how would the same judging be written by hand, for exactly these returns, in Polars?

What the judge could reach at best: the same engine, and the same foreknowledge as `by_pandas`.
"""

import datetime as dt
from pathlib import Path

import polars as pl

from bench.answers import DAY, checksum

__all__ = ["checksum", "load", "work"]

NEEDED = ["subject", "period_start", "period_end", "mantissa", "decimals", "unit", "known_from", "known_to"]
PARTS = {"亿元": 10**10, "万元": 10**6}


def load(folder: Path) -> dict[str, pl.DataFrame]:
    """The tables and columns it needs."""
    return {
        "readings": pl.read_parquet(folder / "readings.parquet", columns=NEEDED),
        "plans": pl.read_parquet(
            folder / "commitments.parquet", columns=["id", "subject", "mantissa", "decimals", "unit"]
        ),
        "subjects": pl.read_parquet(folder / "subjects.parquet", columns=["code", "parent"]),
    }


def work(tables: dict[str, pl.DataFrame], day: dt.date = DAY) -> pl.DataFrame:
    """Every plan with what is done, what was due, its light by Yinchuan's rule and its rank in its county."""
    known = (pl.col("known_from") <= day) & (pl.col("known_to") > day)
    this_year = pl.col("period_start") == dt.date(day.year, 1, 1)
    latest = (
        tables["readings"]
        .lazy()
        .filter(known & this_year)
        .filter(pl.col("period_end") == pl.col("period_end").max().over("subject"))
    ).select("subject", done=_in_fen(), due_months=pl.col("period_end").dt.month().cast(pl.Int64))
    plans = tables["plans"].lazy().select("id", "subject", target=_in_fen())
    both = plans.join(latest, on="subject").join(
        tables["subjects"].lazy(), left_on="subject", right_on="code"
    )
    ahead = pl.col("done") * 12 - pl.col("due_months") * pl.col("target")
    rate = pl.col("done") / pl.col("target")
    judged = both.with_columns(
        ahead=ahead, rank=rate.rank("min", descending=True).over("parent").cast(pl.Int64)
    )
    return judged.select("id", "done", "target", "due_months", "ahead", *_lit(), "rank").collect()


def _in_fen() -> pl.Expr:
    parts = pl.col("unit").replace_strict(PARTS, return_dtype=pl.Int64)
    return pl.col("mantissa") * parts // pl.lit(10, pl.Int64).pow(pl.col("decimals"))


def _lit() -> list[pl.Expr]:
    """Behind by less than nothing is green; by 10 to 30 points yellow; by more red; the rule leaves 0 to 10 open."""
    behind, whole = -pl.col("ahead"), pl.col("target") * 12
    warned = (
        pl.when(behind * 10 > whole * 3).then(pl.lit("red")).when(behind * 10 >= whole).then(pl.lit("yellow"))
    )
    return [
        warned.otherwise(pl.lit("green")).alias("light"),
        ((behind > 0) & (behind * 10 < whole)).alias("gap"),
    ]
