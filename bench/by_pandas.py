"""By pandas: how would the same judging be written by hand, for exactly these returns, in pandas?

It knows beforehand what the judge has to find out: one indicator, one source, one figure a day, certain dates, units of
one family, whole years, no promise without a figure.
"""

import datetime as dt
from pathlib import Path

import pandas as pd
import polars as pl

from bench import answers
from bench.answers import DAY

NEEDED = ["subject", "period_start", "period_end", "mantissa", "decimals", "unit", "known_from", "known_to"]
PARTS = {"亿元": 10**10, "万元": 10**6}


def load(folder: Path) -> dict[str, pd.DataFrame]:
    """The tables and columns it needs; days as datetime64, and for ever as pandas' last day."""
    readings = pd.read_parquet(folder / "readings.parquet", columns=NEEDED)
    for name in ("period_start", "period_end", "known_from", "known_to"):
        readings[name] = pd.to_datetime(readings[name], errors="coerce").fillna(pd.Timestamp.max)
    plans = pd.read_parquet(
        folder / "commitments.parquet", columns=["id", "subject", "mantissa", "decimals", "unit"]
    )
    subjects = pd.read_parquet(folder / "subjects.parquet", columns=["code", "parent"])
    return {"readings": readings, "plans": plans, "subjects": subjects}


def work(tables: dict[str, pd.DataFrame], day: dt.date = DAY) -> pd.DataFrame:
    """Every plan with what is done, what was due, its light by Yinchuan's rule and its rank in its county."""
    latest = _latest_known(tables["readings"], pd.Timestamp(day))
    plans = tables["plans"].assign(target=_in_fen(tables["plans"]))
    done = latest.assign(done=_in_fen(latest), due_months=latest["period_end"].dt.month)
    both = plans[["id", "subject", "target"]].merge(done[["subject", "done", "due_months"]], on="subject")
    both = both.merge(tables["subjects"], left_on="subject", right_on="code")
    both["ahead"] = both["done"] * 12 - both["due_months"] * both["target"]
    rate = both["done"] / both["target"]
    both["rank"] = (
        rate.groupby(both["parent"], observed=True).rank(method="min", ascending=False).astype("int64")
    )
    return _lit(both)[["id", "done", "target", "due_months", "ahead", "light", "gap", "rank"]]


def _latest_known(readings: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    known = (readings["known_from"] <= day) & (readings["known_to"] > day)
    this_year = readings["period_start"] == pd.Timestamp(day.year, 1, 1)
    rows = readings[known & this_year]
    return rows.sort_values("period_end", kind="stable").drop_duplicates("subject", keep="last")


def _in_fen(rows: pd.DataFrame) -> pd.Series:
    parts = rows["unit"].map(PARTS).astype("int64")
    return rows["mantissa"] * (parts // 10 ** rows["decimals"])


def _lit(rows: pd.DataFrame) -> pd.DataFrame:
    """Behind by less than nothing is green; by 10 to 30 points yellow; by more red; the rule leaves 0 to 10 open."""
    behind, whole = -rows["ahead"], rows["target"] * 12
    light = pd.Series("green", index=rows.index)
    light[behind * 10 >= whole] = "yellow"
    light[behind * 10 > whole * 3] = "red"
    return rows.assign(light=light, gap=(behind > 0) & (behind * 10 < whole))


def checksum(answer: pd.DataFrame) -> str:
    """Checksum of the answer."""
    return answers.checksum(pl.from_pandas(answer))
