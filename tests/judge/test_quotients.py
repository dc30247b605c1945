"""Quotients: does an amount divided by a count, or by a published average, stay within its bounds?"""

import pytest

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from tests.judge.written import given

QUOTIENTS = """
    quotient  amount  count  of
    -         FAI     COUNT  -
    RATE      GDP     STOCK  year_mean"""


def asked(finding, *lines, heads="indicator number"):
    readings = "\n".join([f"{heads} period", *(f"{line} 2021年" for line in lines)])
    return ask(finding, given(readings=readings, quotients=QUOTIENTS)).rows(named=True)


def test_an_amount_a_project():
    (row,) = asked("unit_amounts", "FAI 97.31亿元", "COUNT 111个", "RATE 9%", "GDP 7亿元", "STOCK 3万人")
    assert [round(row[name] / 1e10, 5) for name in ("low_shown", "each_shown", "high_shown")] == [
        0.87662,
        0.87667,
        0.87671,
    ]
    assert (row["amount_indicator"], row["count_indicator"], row["family"]) == ("FAI", "COUNT", "money")


def test_nothing_is_divided_by_nought_or_by_another_sources_count():
    assert asked("unit_amounts", "FAI 97.31亿元", "COUNT 0个") == []
    assert asked("unit_amounts", "A FAI 9亿元", "B COUNT 3个", heads="source indicator number") == []


def test_people_behind_output_and_output_a_head():
    (row,) = asked("implied_counts", "GDP 1653.57亿元", "RATE 19.65万元", "STOCK 80万人")
    assert row["each_shown"] / 1e4 == pytest.approx(84.15, abs=0.005)
    assert row["low_shown"] == pytest.approx(1653.565e10 / 19.655e6)
    assert row["high_shown"] == pytest.approx(1653.575e10 / 19.645e6)
    assert (row["quotient_indicator"], row["count_indicator"]) == ("RATE", "STOCK")


def test_an_average_in_another_currency_implies_nobody():
    assert asked("implied_counts", "GDP 1653.57亿元", "RATE 3万美元") == []
