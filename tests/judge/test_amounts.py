"""Amounts: what becomes of numbers too great to reckon with?"""

import pytest

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from tests.judge.written import given


@pytest.mark.parametrize(
    ("number", "amount"),
    [
        ("3843071亿元", 3843071 * 10**10),
        ("3843072亿元", None),
        ("-3843072亿元", None),
        ("999999999999999999亿元", None),
    ],
    ids=["384 万亿元", "one 亿元 more", "below nought", "more than a whole number holds"],
)
def test_a_slip_of_the_hand_stays_unknown_and_never_wraps_round(number, amount):
    assert ask("promised", given(f"period number\n2021年 {number}"))["amount"].to_list() == [amount]
