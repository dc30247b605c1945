"""Engines: on which engine does the judge's sum run, in this process or on many machines?

A county stands in memory on Polars. A province stands on an existing Spark (extra `province`): the same findings, the
same answers (tests/engines).
"""

import importlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import narwhals as nw
import polars as pl

# Whole numbers must fail rather than wrap around, and a day is a day in Shanghai.
ENGINE_SETTINGS = {
    "spark.sql.ansi.enabled": "true",
    "spark.sql.session.timeZone": "Asia/Shanghai",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
}


def in_memory(given: Mapping[str, Any]) -> dict[str, Any]:
    """Given tables (Polars) as the judge takes them; what is no table, such as a rule, stays as it is."""
    return {
        name: nw.from_native(thing) if isinstance(thing, pl.DataFrame) else thing
        for name, thing in given.items()
    }


class OnSpark(dict[str, Any]):
    """Given tables and findings on Spark; each finding is worked out once, when it is kept.

    Findings are made from findings: without a cut between them Spark would work every one out again for each that
    needs it, and the scoreboard's plan would outgrow the driver. A finding kept is a table of its own on the workers.
    """

    def __init__(self, given: Mapping[str, Any], session: Any) -> None:
        super().__init__()
        for name, thing in given.items():
            super().__setitem__(name, _sent(thing, session))

    def __setitem__(self, name: str, finding: nw.LazyFrame[Any]) -> None:
        super().__setitem__(name, nw.from_native(finding.to_native().localCheckpoint()))


def _sent(thing: Any, session: Any) -> Any:
    return (
        nw.from_native(session.createDataFrame(thing.to_arrow()))
        if isinstance(thing, pl.DataFrame)
        else thing
    )


def brought_back(answer: nw.DataFrame[Any] | nw.LazyFrame[Any]) -> pl.DataFrame:
    """An answer of any engine as a Polars table in this process."""
    table: pl.DataFrame = answer.lazy().collect("polars").to_native()
    return table


@contextmanager
def spark(master: str, **settings: str) -> Iterator[Any]:
    """A session on an existing Spark (``spark://host:7077``), ended afterwards; `settings` by Spark's own names.

    Raises:
        ModuleNotFoundError: the extra ``province`` is not installed.
    """
    sql = importlib.import_module("pyspark.sql")  # an extra: most ledgers never leave this process
    builder = sql.SparkSession.builder.master(master).appName("maoding")
    for name, value in (ENGINE_SETTINGS | settings).items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    try:
        yield session
    finally:
        session.stop()
