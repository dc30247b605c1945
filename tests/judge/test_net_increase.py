"""Net increase: is it the stock at the end less the stock a year before, and unknown without either?"""

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from tests.judge.written import given


def grown(*lines):
    readings = "\n".join(["source indicator period number", *lines])
    rows = ask("net_increase", given(readings=readings, net_of="net stock\nCOUNT STOCK")).rows(named=True)
    return {row["year"]: row for row in rows}


def test_two_years_ends_give_the_net_increase_beside_the_published_one():
    found = grown(
        "A STOCK 2021年 600家", "B STOCK 2020年 410家", "A COUNT 2021年 200家", "A STOCK 2021年1-6月 500家"
    )
    row = found[2021]
    assert (row["increase"], row["published"], row["one_source"]) == (190, 200, False)
    assert (row["stock"], row["net"]) == ("STOCK", "COUNT")


def test_without_the_stock_before_the_increase_is_not_known():
    row = grown("A STOCK 2021年 600家", "A COUNT 2021年 200家")[2021]
    assert (row["increase"], row["start_id"], row["one_source"], row["published"]) == (None, None, None, 200)


def test_one_source_for_both_years_is_marked():
    found = grown("A STOCK 2021年 600家", "A STOCK 2020年 410家")
    assert (found[2021]["one_source"], found[2021]["published"]) == (True, None)
    assert set(found) == {2020, 2021}


def test_a_stock_that_no_indicator_is_the_increase_of_is_left_alone():
    assert grown("A FAI 2021年 600亿元", "A FAI 2020年 500亿元") == {}
