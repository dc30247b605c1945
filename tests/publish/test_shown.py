"""Are numbers, days and periods written as each language writes them?"""

import datetime as dt

import pytest

from maoding.publish import shown
from maoding.terms.language import spoken


@pytest.fixture
def english():
    token = spoken.set("en")
    yield
    spoken.reset(token)


DAY = dt.date
SPANS = [
    (DAY(2021, 1, 1), DAY(2021, 12, 31), "2021年", "2021"),
    (DAY(2021, 1, 1), DAY(2021, 5, 31), "2021年1—5月", "Jan–May 2021"),
    (DAY(2021, 6, 1), DAY(2021, 6, 30), "2021年6月", "June 2021"),
    (DAY(2021, 6, 30), DAY(2021, 6, 30), "2021年6月30日", "30 June 2021"),
    (DAY(2021, 1, 1), DAY(2021, 12, 2), "2021年1月1日—12月2日", "1 January 2021 – 2 December 2021"),
    (DAY(2020, 12, 1), DAY(2021, 2, 28), "2020-12-01—2021-02-28", "1 December 2020 – 28 February 2021"),
]


@pytest.mark.parametrize(("start", "end", "chinese", "_"), SPANS)
def test_periods_in_chinese(start, end, chinese, _):
    assert shown.period(start, end) == chinese


@pytest.mark.parametrize(("start", "end", "_", "said"), SPANS)
def test_periods_in_english(english, start, end, _, said):
    assert shown.period(start, end) == said


@pytest.mark.parametrize(
    ("stated", "precision", "written"),
    [
        ("2021-06-17", "day", "2021年6月17日"),
        ("2021-06", "month", "2021年6月"),
        ("2021", "year", "2021年"),
        ("2021-06", "inferred", "2021年6月（推断）"),
        ("", "unknown", "未标日期"),
    ],
)
def test_a_day_of_publication_is_as_exact_as_it_is_known(stated, precision, written):
    assert shown.published_on(stated, precision) == written


AMOUNTS = [
    (620_915_032_680, "亿元", None, "62.09 亿元", "6,209.15 million yuan"),
    (620_915_032_680, "亿元", "万元", "620,915.03 万元", "6,209,150.33 thousand yuan"),
    (13 * 10**10, "亿美元", None, "13 亿美元", "1,300 million US dollars"),
    (5_075_000, "万标箱", None, "507.5 万标箱", "5,075,000 TEU"),
    (100_000, "%", None, "10%", "10%"),
]


@pytest.mark.parametrize(("amount", "unit", "scale", "chinese", "_"), AMOUNTS)
def test_amounts_in_chinese(amount, unit, scale, chinese, _):
    assert shown.with_unit(amount, unit, scale).replace("\u2009", " ") == chinese


@pytest.mark.parametrize(("amount", "unit", "scale", "_", "said"), AMOUNTS)
def test_amounts_in_english(english, amount, unit, scale, _, said):
    assert shown.with_unit(amount, unit, scale).replace("\u2009", " ") == said


def test_what_is_not_known_is_a_dash():
    assert shown.reader_number(None, "亿元") == shown.share(None) == shown.points(None) == "–"
    assert shown.plain_number(None, "亿元") is None


def test_programs_get_plain_units_and_exact_numbers():
    assert (shown.plain_unit("亿元"), shown.plain_unit("亿美元"), shown.plain_unit("家")) == (
        "元",
        "美元",
        "家",
    )
    assert shown.plain_number(190_000_000_000, "亿元") == "1900000000"
    assert shown.plain_number(62091503268.05, "万元") == "620915032.68"
    assert shown.plain_number(0, "亿元") == "0"
