"""Standing: are promises without a pace held against their number by their own relation?"""

import pytest

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from tests.judge.written import given


def standing(
    promise: str,
    figure: str,
    relation: str,
    indicator: str = "RATE",
    period: str = "2021年1-5月",
    measure: str = "level",
):
    tables = given(
        f"indicator period number relation measure\n{indicator} 2021年 {promise} {relation} {measure}",
        f"indicator period number measure said\n{indicator} {period} {figure} {measure} 2022-01-31",
    )
    rows = ask("standing", tables).rows(named=True)
    return rows[0]["standing"] if rows else None


@pytest.mark.parametrize(
    ("promise", "figure", "relation", "stands"),
    [
        ("10%", "10%", "at_least", "met_so_far"),
        ("10%", "9.99%", "at_least", "not_met_so_far"),
        ("10%", "10%", "more_than", "not_met_so_far"),
        ("3%", "3%", "at_most", "met_so_far"),
        ("3%", "3.01%", "at_most", "not_met_so_far"),
        ("3%", "3%", "less_than", "not_met_so_far"),
        ("5%", "5.5%", "about", "met_so_far"),  # half of the promise's last place, either way
        ("5%", "4.5%", "about", "met_so_far"),
        ("5%", "5.51%", "about", "not_met_so_far"),
        ("5%", "4.49%", "about", "not_met_so_far"),
        ("5.0%", "5.0%", "about", "met_so_far"),
        ("5.0%", "5%", "about", "met_so_far"),
        ("5.0%", "5.1%", "about", "not_met_so_far"),
        ("6.5%", "6%", "about", "not_met_so_far"),
        ("6%", "6%", "equal", "met_so_far"),
        ("6%", "6.1%", "equal", "met_so_far"),
        ("6%", "5.9%", "equal", "not_met_so_far"),
    ],
)
def test_each_relation_is_held_as_it_is_worded(promise, figure, relation, stands):
    assert standing(promise, figure, relation) == stands


def test_a_bare_number_is_a_ceiling_for_what_should_fall():
    assert standing("7位", "5位", "equal", "RANK") == "met_so_far"
    assert standing("7位", "8位", "equal", "RANK") == "not_met_so_far"


def test_a_rank_is_met_from_the_first_place_down_to_the_one_promised():
    assert standing("1名次", "1名次", "rank", "RANK") == "met_so_far"
    assert standing("1名次", "2名次", "rank", "RANK") == "not_met_so_far"


def test_growth_is_held_against_published_growth_only():
    assert standing("10%", "39.2%", "at_least", "FAI", measure="growth") == "met_so_far"


def test_the_end_of_the_period_decides():
    assert standing("10%", "12%", "at_least", period="2021年") == "met"
    assert standing("10%", "8%", "at_least", period="2021年") == "missed"


def test_a_sum_that_has_passed_its_floor_is_met_for_good():
    assert standing("240家", "351家", "equal", "COUNT") == "met"
    assert standing("240家", "200家", "equal", "COUNT") == "not_met_so_far"


@pytest.mark.parametrize(
    ("figure", "so_far", "in_the_end"),
    [
        ("99家", "not_met_so_far", "missed"),
        ("100家", "met_so_far", "met"),
        ("140家", "not_met_so_far", "missed"),
    ],
)
def test_a_sum_may_overshoot_what_was_said_with_about(figure, so_far, in_the_end):
    assert standing("100家", figure, "about", "COUNT") == so_far
    assert standing("100家", figure, "about", "COUNT", period="2021年") == in_the_end


@pytest.mark.parametrize(
    ("promise", "figure", "relation", "missing"),
    [("10%", "8%", "at_least", 20_000), ("10%", "12%", "at_least", -20_000), ("3%", "2%", "at_most", 10_000)],
)
def test_what_is_missing_is_the_target_less_what_is_done(promise, figure, relation, missing):
    tables = given(
        f"indicator period number relation\nRATE 2021年 {promise} {relation}",
        f"indicator period number\nRATE 2021年1-5月 {figure}",
    )
    assert ask("standing", tables)["target_gap"].to_list() == [missing]


def test_without_a_figure_nothing_is_said():
    assert ask("standing", given("indicator period number\nRATE 2021年 10%")).rows(named=True) == []
