"""Versions: does a project's cost grow from its first statement to its last, in one currency only?"""

import pytest

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from tests.judge.written import given


def changed(*lines):
    written = "\n".join(["subject kind number said precision current", *lines])
    rows = ask("versions", given(event_versions=written)).rows(named=True)
    return {(row["subject"], row["kind"]): row for row in rows}


def test_cost_from_the_first_statement_to_the_last():
    found = changed(
        "P1 total_investment 40.26亿元 2021-02-18 - no",
        "P1 total_investment 38亿元 2018-04 - no",
        "P1 total_investment 40.27亿元 2021-07-02 - yes",
        "P1 land 120亩 2018-04 - yes",
    )
    row = found["P1", "total_investment"]
    assert row["change_shown"] == pytest.approx(5.97, abs=0.005)
    assert (row["stated"], row["first"], row["last"]) == (3, 38 * 10**10, 4027 * 10**8)
    assert (row["change"], row["first_unit"], row["last_unit"]) == (227 * 10**8, "亿元", "亿元")
    assert found["P1", "land"]["change"] == 0


def test_two_currencies_stand_side_by_side_and_have_no_change():
    row = changed(
        "P1 total_investment 1.5亿美元 2020-02-17 - no", "P1 total_investment 15亿元 2021-06 - yes"
    )["P1", "total_investment"]
    assert (row["first_unit"], row["last_unit"]) == ("亿美元", "亿元")
    assert (row["change"], row["change_shown"]) == (None, None)


def test_one_currency_at_two_scales_is_compared():
    row = changed("P1 cost 15000万元 2020-02-17 - no", "P1 cost 3亿元 2021-06 - yes")["P1", "cost"]
    assert row["change_shown"] == 100


def test_a_date_that_is_only_inferred_puts_nothing_in_order():
    row = changed(
        "P1 cost 1亿元 2020-01 - no",
        "P1 cost 9亿元 2021-06 inferred yes",
        "P1 cost 2亿元 2021-01 - yes",
        "P1 cost 7斤 2021-02 - yes",
    )["P1", "cost"]
    assert (row["stated"], row["first"], row["last"]) == (2, 10**10, 2 * 10**10)


def test_of_two_statements_of_one_day_one_is_shown():
    row = changed("P1 cost 4亿元 2021-06 - yes", "P1 cost 5亿元 2021-06 - yes")["P1", "cost"]
    assert (row["stated"], row["change"]) == (2, 0)
