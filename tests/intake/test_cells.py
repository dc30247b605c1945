"""Does a cell give the number, day or period a clerk meant, and say what to write where it does not?"""

import datetime as dt

import pytest

from maoding.intake import cells
from maoding.intake.cells import Amount
from maoding.intake.problems import UnfitCellError
from maoding.terms.periods import months


@pytest.mark.parametrize(
    ("cell", "stated", "wanted", "number", "unit"),
    [
        ("329.6", "亿元", "亿元", "329.6", "亿元"),
        ("５６．０", "％", "%", "56.0", "%"),
        ("30.6%", "", "%", "30.6", "%"),
        ("30.6％", "%", "%", "30.6", "%"),
        ("1,234,567.8", "万元", "亿元", "1234567.8", "万元"),
        ("１，２３４．５", "万元", "亿元", "1234.5", "万元"),
        ("550亿", "", "亿元", "550", "亿元"),
        ("550 亿元", "", "亿元", "550", "亿元"),
        ("1.2亿", "元", "亿元", "1.2", "亿元"),
        ("1.2亿", "亿元", "亿元", "1.2", "亿元"),
        ("2.15亿", "吨", "万吨", "2.15", "亿吨"),
        ("3万", "家", "家", "3", "万家"),
        ("240", "个", "家", "240", "个"),
        ("20", "只", "项", "20", "只"),
        ("-2.65", "%", "%", "-2.65", "%"),
        ("−2.65", "%", "%", "-2.65", "%"),
        ("+15.4", "%", "%", "15.4", "%"),
        (".5", "%", "%", "0.5", "%"),
        ("1330", "万件/年", "", "1330", "万件/年"),
        ("13", "亿美元", "亿美元", "13", "亿美元"),
        ("7", "石", "斤", "", "没有“石”这个单位"),
    ],
)
def test_numbers_and_units_are_read_as_they_are_written(cell, stated, wanted, number, unit):
    if number:
        assert cells.amount(cell, stated, wanted) == Amount(number, unit)
    else:
        with pytest.raises(UnfitCellError, match=unit):
            cells.amount(cell, stated, wanted)


@pytest.mark.parametrize(
    ("cell", "stated", "wanted", "reason", "mend"),
    [
        ("三百", "亿元", "亿元", "不是一个数", "只填一个数"),
        ("12-15", "亿元", "亿元", "不是一个数", "只填一个数"),
        ("1,23", "亿元", "亿元", "不是一个数", "只填一个数"),
        ("1" * 50, "亿元", "亿元", "不是一个数", "只填一个数"),
        ("٣", "亿元", "亿元", "不是一个数", "只填一个数"),
        ("3.2058E+11", "亿元", "亿元", "缩写的数", "“数值”格式"),
        ("329.6", "", "亿元", "没有写单位", "如 亿元"),
        ("329.6", "", "", "没有写单位", "如 亿元"),
        ("329.6", "两", "亿元", "没有“两”这个单位", "如 亿元"),
        ("13", "亿美元", "亿元", "“亿美元”与该指标的单位“亿元”不能互换", "不同币种"),
        ("13", "%", "亿元", "不能互换", "核对指标"),
        ("2", "百分点", "%", "不能互换", "核对指标"),
        ("1.2亿元", "万元", "亿元", "写的是“亿元”，单位列写的是“万元”", "两处要一致"),
        ("1.2亿", "%", "%", "写的是“亿”，单位列写的是“%”", "两处要一致"),
        ("240.5", "家", "家", "最多记 0 位", "四舍五入到 0 位"),
        ("30.60431", "%", "%", "最多记 4 位", "四舍五入到 4 位"),
        ("9999999999", "亿元", "亿元", "大得不合常理", "单位是否一致"),
    ],
)
def test_what_does_not_fit_is_said_with_its_mend(cell, stated, wanted, reason, mend):
    with pytest.raises(UnfitCellError) as unfit:
        cells.amount(cell, stated, wanted)
    assert reason in unfit.value.reason
    assert mend in unfit.value.mend


def test_an_indicator_of_an_unlisted_unit_takes_any():
    assert cells.amount("3", "家", "一种新单位") == Amount("3", "家")


@pytest.mark.parametrize(
    ("cell", "at", "precision"),
    [
        ("2021-06-17", "2021-06-17", "day"),
        ("2021/6/17", "2021-06-17", "day"),
        ("2021.6.7", "2021-06-07", "day"),
        ("2021年6月17日", "2021-06-17", "day"),
        ("2021 年 6 月 17 日", "2021-06-17", "day"),
        ("２０２１年６月", "2021-06", "month"),
        ("2021-06", "2021-06", "month"),
        ("2021", "2021", "year"),
        ("2021年", "2021", "year"),
        ("20210617", "2021-06-17", "day"),
        ("202106", "2021-06", "month"),
        ("44364", "2021-06-17", "day"),
        ("44364.5", "2021-06-17", "day"),
        ("2021-06-17 09:30:00", "2021-06-17", "day"),
    ],
)
def test_days_are_read_with_their_precision(cell, at, precision):
    assert cells.day(cell) == (at, precision)


@pytest.mark.parametrize(
    "cell", ["", "明天", "2021-13", "2021-02-30", "6月17日", "99999", "12345", "20211301"]
)
def test_no_day_is_said(cell):
    with pytest.raises(UnfitCellError, match="不是能读懂的日期"):
        cells.day(cell)


@pytest.mark.parametrize("spelt", ["1-5月", "1—5月", "1~5月", "1至5月", "1到5月"])
def test_the_five_spellings_of_a_period_are_one(spelt):
    assert cells.period(f"2021年{spelt}", None) == cells.period(spelt, 2021) == months(2021, 1, 5)


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("2021", 1, 12),
        ("2021H1", 1, 6),
        ("2021Q3", 7, 9),
        ("2021年上半年", 1, 6),
        ("2021-05", 5, 5),
        ("2021年5月", 5, 5),
    ],
)
def test_other_periods_are_read(cell, first, last):
    assert cells.period(cell, None) == months(2021, first, last)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("2021年13月", "没有“2021年13月”这样的时期"),
        ("2021年5-1月", "没有“2021年5-1月”这样的时期"),
        ("2021-13", "没有“2021-13”这样的时期"),
        ("1-5月", "没有写年份"),
        ("近期", "没有写年份，或不是时期"),
        ("2021-01-05", "Excel 把“1-5”改成了日期"),
        ("44201", "Excel 把“1-5”改成了日期"),
    ],
)
def test_periods_that_cannot_be_are_said(cell, reason):
    with pytest.raises(UnfitCellError) as unfit:
        cells.period(cell, None)
    assert reason in unfit.value.reason
    assert "2021年1-5月" in unfit.value.mend


def test_a_span_takes_days_months_and_years():
    assert cells.span("2021-01-01", "2021-05-31") == months(2021, 1, 5)
    assert cells.span("2021", "2021-05") == months(2021, 1, 5)
    assert cells.span("44197", "44347") == months(2021, 1, 5)
    assert cells.span("2021-06-17", "2021-06-17").end == dt.date(2021, 6, 17)


def test_an_end_before_the_start_is_said():
    with pytest.raises(UnfitCellError, match="2021-01-31 早于起始日期 2021-05-01"):
        cells.span("2021-05", "2021-01")


def test_long_texts_are_shortened_in_messages():
    assert cells.shortened("长" * 100) == "长" * 40 + "…"
