"""Gathering: which tables do the judge's tests write, put together so that every engine can be asked about all of them?

A pytest plugin: `pytest tests/judge -p tests.engines.gathering` leaves one Parquet file a table in $MAODING_GATHERED.
Subjects and ids get the number of their test in front, so that no test's rows meet another's.
"""

import os
from pathlib import Path
from typing import Any

import narwhals as nw
import polars as pl
import pytest

from tests.engines.relations import WORDS

OWN = {
    "commitments": ("id", "subject"),
    "readings": ("id", "subject"),
    "events": ("id", "subject"),
    "event_versions": ("id", "subject"),
    "exemptions": ("id", "subject"),
    "subjects": ("code", "parent"),
    "bodies": ("subject",),
}
ONCE = ("indicators", "units", "plans", "parts", *WORDS)
gathered: list[dict[str, Any]] = []


@pytest.fixture(autouse=True)
def _gathered(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep hold of whatever is given in a test; the test may still add tables to it."""
    as_written = getattr(request.module, "given", None)
    if getattr(as_written, "__module__", "") != "tests.judge.written":
        return

    def given(*args: str, **named: str) -> dict[str, Any]:
        gathered.append(as_written(*args, **named))
        return gathered[-1]

    monkeypatch.setattr(request.module, "given", given)


def pytest_sessionfinish() -> None:
    folder = Path(os.environ["MAODING_GATHERED"])
    for name in (*OWN, *ONCE):
        tables = [_apart(given[name], name, test) for test, given in enumerate(gathered) if name in given]
        if tables:
            together = pl.concat(tables, how="diagonal_relaxed").unique(maintain_order=True)
            together.write_parquet(folder / f"{name}.parquet")


def _apart(table: nw.DataFrame[pl.DataFrame], name: str, test: int) -> pl.DataFrame:
    marked = [pl.format("{}-{}", pl.lit(test), pl.col(column)).alias(column) for column in OWN.get(name, ())]
    return table.to_native().with_columns(marked)
