"""Does the comparison of engines see every kind of difference, and only differences?"""

import datetime as dt

import polars as pl
import pytest

from tests.engines.alike import differences

ONE = pl.DataFrame(
    {
        "id": ["a", "b"],
        "part": [1, None],
        "shown": [0.1, None],
        "day": [dt.date(2021, 6, 30), None],
        "due": [True, False],
    }
)


@pytest.mark.parametrize(
    "other",
    [
        ONE.reverse(),
        ONE.with_columns(pl.col("part").cast(pl.Int32)),
        ONE.with_columns(pl.col("shown") * (1 + 1e-12)),
    ],
    ids=["another order", "narrower whole numbers", "the last bits of a float"],
)
def test_what_is_alike_is_let_through(other):
    assert differences(ONE, other) == []


@pytest.mark.parametrize(
    "other",
    [
        ONE.head(1),
        ONE.drop("due"),
        ONE.with_columns(id=pl.Series(["a", "B"])),
        ONE.with_columns(part=pl.Series([2, None])),
        ONE.with_columns(part=pl.Series([1, 0])),
        ONE.with_columns(part=pl.col("part").cast(pl.Float64)),
        ONE.with_columns(pl.col("shown") * (1 + 1e-8)),
        ONE.with_columns(pl.col("shown").fill_null(0.0)),
        ONE.with_columns(pl.col("shown").fill_null(float("nan"))),
        ONE.with_columns(pl.col("day").fill_null(dt.date(2021, 6, 30))),
        ONE.with_columns(~pl.col("due")),
    ],
)
def test_a_difference_is_found(other):
    assert differences(ONE, other)
