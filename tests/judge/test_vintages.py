"""Vintages: does one figure speak for a fact, the last dated and most final, and one for each source?"""

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


def test_the_last_published_then_the_most_final_current_figure_speaks():
    readings = """
        indicator period number    said     release     current
        FAI       2021年 100亿元   2021-12  estimate    -
        FAI       2021年 101亿元   2022-01  preliminary -
        FAI       2021年 102亿元   2022-01  final       -
        FAI       2021年 103亿元   2022-02  final       no
        FAI       2021年 -         2022-02  final       -
        GDP       2021年 7亿元     2022-01  final       -
        GDP       2021年 8亿元     2022-01  final       -
    """
    rows = ask("figures", given(readings=readings)).rows(named=True)
    assert {row["indicator"]: row["mantissa"] for row in rows} == {"FAI": 102, "GDP": 7}


HEADS = "id period number said precision release"
RIVALS = [
    # the one that speaks, the other
    ("2021年 100亿元 2022-01 month flash", "2021年 101亿元 2022-12 inferred final"),
    ("2021年 100亿元 2022-01 month flash", "2021年 101亿元 2022-12 unknown correction"),
    ("2021年 100亿元 2022-03 month final", "2021年 101亿元 2022-03 month flash"),
    ("2021年 100亿元 2022-03-31 day final", "2021年 101亿元 2022-03 month preliminary"),
    ("2021年 100亿元 2022-04-01 day flash", "2021年 101亿元 2022-03 month final"),
    ("2021年 100亿元 2022-12 inferred final", "2021年 101亿元 2022-11 unknown estimate"),
    ("2021年 100亿元 2022-03 month reported", "2021年 101亿元 2022-03 month hearsay"),
]


@pytest.mark.parametrize("ids", ["12", "21"])
@pytest.mark.parametrize(("speaks", "other"), RIVALS)
def test_dated_then_last_then_most_final_speaks_whatever_the_ids(speaks, other, ids):
    readings = f"{HEADS}\n{ids[0]} {speaks}\n{ids[1]} {other}"
    for finding in ("figures", "vintages"):
        (row,) = ask(finding, given(readings=readings)).rows(named=True)
        assert row["mantissa"] == 100
    (row,) = ask("evidence", given("period number\n2021年 200亿元", readings)).rows(named=True)
    assert (row["figure"], row["stands_beside"]) == (ids[0], 0)


def test_what_is_alike_in_all_is_settled_by_the_id_and_counted_beside():
    readings = f"{HEADS}\n2 2021年 101亿元 2022-03 month final\n1 2021年 100亿元 2022-03 month final"
    (row,) = ask("figures", given(readings=readings)).rows(named=True)
    assert row["mantissa"] == 100
    (row,) = ask("evidence", given("period number\n2021年 200亿元", readings)).rows(named=True)
    assert (row["figure"], row["stands_beside"]) == ("1", 1)


@pytest.mark.parametrize("ids", ["12", "21"])
@pytest.mark.parametrize(("speaks", "other"), RIVALS)
def test_the_implied_plan_follows_the_same_order(speaks, other, ids):
    def pair(line, mark, rate):
        amount = f"{mark}a S{mark} DONE {line}"
        return amount, amount.replace(f"{mark}a", mark).replace("DONE", "DONE_RATE").replace(
            line.split()[1], rate
        )

    lines = "\n".join([*pair(speaks, ids[0], "30%"), *pair(other, ids[1], "40%")])
    tables = given(readings=f"id source indicator period number said precision release\n{lines}")
    (row,) = ask("completion", tables).rows(named=True)
    assert (row["promise"], row["done_part"]) == (ids[0], 300_000)
