"""How much more has to be done before a rule stops warning?"""

from fractions import Fraction

import pytest

from maoding.decisions import decide_one, read_table
from maoding.judge.board import WARNED
from maoding.judge.way_out import WayOut, way_out

DUE = Fraction(500, 12)
INPUTS = {
    "completion_rate": {"type": "number", "zh": "完成率", "en": "completion rate", "unit": "%"},
    "due_share": {"type": "number", "zh": "序时进度", "en": "due share", "unit": "%"},
}


def rule(*rows, measures=None, inputs=INPUTS, hit_policy="first"):
    outcomes = {"light": {"zh": "灯", "en": "light"}}
    said = {"name": "r", "hit_policy": hit_policy, "inputs": inputs, "outcomes": outcomes, "rows": list(rows)}
    return read_table(said | ({"measures": measures} if measures else {}))


POINTS = rule(
    {"behind": "> 30", "light": "red"},
    {"behind": ">= 10", "light": "yellow"},
    {"light": "green"},
    measures={"behind": {"is": "due_share - completion_rate", "zh": "低于", "en": "behind"}},
)
RATIO = rule(
    {"completion_rate": "< 0.6 * due_share", "light": "red"},
    {"completion_rate": "< 0.8 * due_share", "light": "yellow"},
    {"light": "none"},
)


def test_a_threshold_that_still_warns_has_to_be_passed():
    assert way_out(POINTS, Fraction("30.6"), DUE) == WayOut(DUE - 10, beyond=True, light="green")


def test_a_threshold_that_no_longer_warns_has_to_be_reached():
    assert way_out(RATIO, Fraction("30.6"), DUE) == WayOut(DUE * 8 / 10, beyond=False, light="none")


def test_from_red_the_way_leads_past_yellow():
    assert way_out(POINTS, Fraction(1), DUE) == WayOut(DUE - 10, beyond=True, light="green")


@pytest.mark.parametrize("rate", [Fraction(40), Fraction(100)])
def test_without_a_warning_there_is_no_way_out(rate):
    assert way_out(POINTS, rate, DUE) is None


def test_a_rule_that_asks_for_more_than_pace_has_none_to_tell():
    asks_more = INPUTS | {"exempt": {"type": "yes_no", "zh": "豁免", "en": "exempt"}}
    assert way_out(rule({"light": "red"}, inputs=asks_more), Fraction(1), DUE) is None


def test_a_rule_that_always_warns_has_no_way_out():
    always = rule({"completion_rate": "< 50", "light": "red"}, {"light": "yellow"})
    assert way_out(always, Fraction(1), DUE) is None


def test_a_measure_that_does_not_hang_on_what_is_done_sets_no_threshold():
    late = rule(
        {"rest": "> 50", "done": "< 20", "light": "red"},
        {"light": "green"},
        measures={
            "rest": {"is": "100 - due_share", "zh": "剩余", "en": "rest"},
            "done": {"is": "completion_rate", "zh": "已完成", "en": "done"},
        },
    )
    assert way_out(late, Fraction(1), DUE) == WayOut(Fraction(20), beyond=False, light="green")


def test_a_bound_without_a_value_sets_no_threshold():
    odd = rule(
        {"completion_rate": "< 10 / (due_share - due_share)", "light": "green"},
        {"completion_rate": "< 20", "light": "red"},
        {"light": "green"},
    )
    assert way_out(odd, Fraction(1), DUE) == WayOut(Fraction(20), beyond=False, light="green")


@pytest.mark.parametrize("table", [POINTS, RATIO])
@pytest.mark.parametrize("rate", range(0, 30, 6))
def test_short_of_the_way_out_the_rule_still_warns(table, rate):
    out = way_out(table, Fraction(rate), DUE)
    short = out.rate if out.beyond else out.rate - Fraction(1, 10**9)
    assert decide_one(table, {"completion_rate": short, "due_share": DUE}).outcome["light"] in WARNED
