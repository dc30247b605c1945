"""Vintages: does each source speak once for each fact?"""

import pytest

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from tests.judge.written import given


def numbers(readings):
    rows = ask("vintages", given(readings=readings)).rows(named=True)
    return sorted((row["source"], row["mantissa"]) for row in rows)


@pytest.mark.parametrize(
    ("second", "stands"),
    [
        ("101亿元 2021-08-01 preliminary", 101),  # the later of two
        ("101亿元 2021-06-01 final", 100),
        ("101亿元 2021-07-01 final", 101),  # of one day the nearer to final
        ("101亿元 2021-07-01 preliminary", 100),  # alike in all: the smaller id
    ],
)
def test_the_last_and_nearest_to_final_speaks_for_its_source(second, stands):
    heads = "source period number said release current\n"
    readings = heads + f"A 2021年1-6月 100亿元 2021-07-01 preliminary yes\nA 2021年1-6月 {second} yes"
    assert numbers(readings) == [("A", stands)]


def test_another_source_speaks_for_itself_even_if_it_is_no_longer_current():
    readings = """
        source period       number   said        current
        A      2021年1-6月  100亿元  2021-07-01  no
        B      2021年1-6月  99亿元   2021-08-01  yes
        C      2021年1-6月  1斤      2021-08-01  yes"""
    assert numbers(readings) == [("A", 100), ("B", 99)]
