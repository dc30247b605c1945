"""Days: is a stated date as exact as it was stated, and no more?"""

import datetime as dt

import narwhals as nw
import polars as pl
import pytest
from hypothesis import given as every
from hypothesis import strategies as some

from maoding.judge.days import length_of_month, number_of, stated

DAYS = some.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31))


def worked_out(column, **expressions):
    frame = nw.from_native(pl.DataFrame({"it": column})).with_columns(**expressions)
    return frame.drop("it").rows()


@every(DAYS, DAYS)
def test_the_difference_of_two_numbers_is_the_days_between(one, other):
    (first,), (second,) = worked_out([one, other], number=number_of(nw.col("it")))
    assert second - first == (other - one).days


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2021-06-28", "2021-06-28", "2021-06-28"),
        ("2021-06", "2021-06-01", "2021-06-30"),
        ("2021-12", "2021-12-01", "2021-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("2021", "2021-01-01", "2021-12-31"),
    ],
)
def test_a_month_or_a_year_may_be_any_day_of_it(date, first, last):
    days = stated(nw.col("it"))
    ((one, other),) = worked_out([date], first=days.first, last=days.last)
    numbers = worked_out(
        [dt.date.fromisoformat(first), dt.date.fromisoformat(last)], n=number_of(nw.col("it"))
    )
    assert [(one,), (other,)] == numbers


def test_what_was_not_stated_is_no_day():
    days = stated(nw.col("it"))
    assert worked_out([None, ""], first=days.first, last=days.last) == [(None, None)] * 2


@every(some.integers(1900, 2200), some.integers(1, 12))
def test_months_have_the_days_of_the_calendar(year, month):
    frame = nw.from_native(pl.DataFrame({"year": [year], "month": [month]}))
    ((length,),) = frame.select(n=length_of_month(nw.col("year"), nw.col("month"))).rows()
    after = dt.date(year + month // 12, month % 12 + 1, 1)
    assert after - dt.timedelta(days=length) == dt.date(year, month, 1)
