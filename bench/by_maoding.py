"""By Maoding: the same judging by the judge's own findings and rule table, which know nothing of these returns."""

import datetime as dt
from pathlib import Path
from typing import Any

import narwhals as nw
import polars as pl

from bench.answers import DAY, checksum
from maoding.app import engines
from maoding.decisions import read_table
from maoding.judge import every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from maoding.terms import pack

__all__ = ["checksum", "load", "work"]
CITIES = Path(__file__).parent.parent / "cities"


def load(folder: Path) -> dict[str, Any]:
    """Every table as the ledger would give it, and Yinchuan's published rule."""
    tables: dict[str, Any] = {path.stem: pl.read_parquet(path) for path in folder.glob("*.parquet")}
    return tables | {"rule": read_table(pack.light_rules(CITIES)["yinchuan"])}


def work(tables: dict[str, Any], day: dt.date = DAY) -> pl.DataFrame:
    """Every plan with what is done, what was due, its light by Yinchuan's rule and its rank in its county."""
    ranges = tables["readings"]
    known = ranges.with_columns(current=pl.col("known_to") > day).filter(pl.col("known_from") <= day)
    given = engines.in_memory(tables | {"readings": known.drop("known_to")})
    counties = given["subjects"].select(subject="code", county="parent")
    judged = (
        ask("completion", given)
        .select("promise", "subject", done="done_part", target="whole_part")
        .join(ask("schedule", given).select("promise", "due_months"), on="promise", how="inner")
        .join(
            ask("pace", given).select("promise", "completion_shown", ahead="ahead_part"),
            on="promise",
            how="inner",
        )
        .join(ask("light", given).select("promise", "light", "gap"), on="promise", how="inner")
        .join(counties, on="subject", how="inner")
    )
    rank = nw.col("completion_shown").rank("min", descending=True).over("county").cast(nw.Int64)
    return engines.brought_back(
        judged.select("done", "target", "due_months", "ahead", "light", "gap", id="promise", rank=rank)
    )
