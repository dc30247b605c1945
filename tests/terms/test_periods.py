"""Periods and days: are they read in every spelling the returns use?"""

import datetime as dt

import pytest

from maoding.terms.periods import NoSuchPeriodError, Period, months, read
from maoding.terms.published import NoSuchDayError, Published, last_day

FIVE = months(2021, 1, 5)


@pytest.mark.parametrize(
    "text",
    [
        "2021年1-5月",
        "2021年1—5月",
        "2021年1~5月",
        "2021年1至5月",
        "2021年1到5月",
        "２０２１年１－５月",
        "2021-01/2021-05",
    ],
)
def test_january_to_may_in_its_spellings(text):
    assert read(text) == FIVE


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2021", "2021年"),
        ("2021年度", "2021年"),
        ("2021H1", "2021年1—6月"),
        ("2021年下半年", "2021年7—12月"),
        ("2021Q3", "2021年7—9月"),
        ("2021年前三季度", "2021年1—9月"),
        ("2021年9月", "2021年9月"),
    ],
)
def test_other_periods(text, period):
    assert str(read(text)) == period


def test_a_month_without_its_year_needs_the_year():
    assert read("1-5月", 2021) == FIVE
    with pytest.raises(NoSuchPeriodError):
        read("1-5月")


@pytest.mark.parametrize("text", ["2021年13月", "2021年5-1月", "五月", "", "2021年0-3月", "999年"])
def test_what_cannot_be_is_refused(text):
    with pytest.raises(NoSuchPeriodError):
        read(text)


def test_days_are_written_out_where_no_whole_month_fits():
    assert str(Period(dt.date(2021, 6, 28), dt.date(2021, 6, 28))) == "2021年6月28日"
    assert str(Period(dt.date(2021, 1, 1), dt.date(2021, 6, 28))) == "2021年1月1日—6月28日"
    assert str(Period(dt.date(2020, 12, 1), dt.date(2021, 2, 28))) == "2020-12-01—2021-02-28"
    with pytest.raises(NoSuchPeriodError):
        Period(dt.date(2021, 2, 1), dt.date(2021, 1, 1))


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2021-06", "2021-06-30"),
        ("2021", "2021-12-31"),
        ("2021-06-17", "2021-06-17"),
        ("2020-02", "2020-02-29"),
    ],
)
def test_what_is_stated_is_known_from_its_last_day(stated, day):
    assert last_day(stated) == dt.date.fromisoformat(day)


@pytest.mark.parametrize("stated", ["2021-13", "2021-02-30", "june", "2021-00", ""])
def test_no_such_day(stated):
    with pytest.raises(NoSuchDayError):
        last_day(stated)


def test_an_inferred_date_is_known_from_no_day_of_its_own():
    assert Published("2021-06", "inferred").known_from is None
    assert Published("2021-06", "month").known_from == dt.date(2021, 6, 30)
    with pytest.raises(NoSuchDayError):
        Published("2021-06", "perhaps")
