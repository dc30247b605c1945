"""Do the shipped light rules give the lights their cities published, at every boundary?"""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maoding.decisions import decide, decide_one
from tests.decisions.tables import all_said, facts_of, frame_of, rule_of, said, standing

NAMES = [
    *(
        "yinchuan",
        "yinchuan-start",
        "yinchuan-funds",
        "yinchuan-statistics",
        "wuhan",
        "tianjin",
        "tianjin-bond",
    ),
    *("sanya", "sanya-district", "xinhuang", "nanning", "handan", "mianyang", "ndrc-energy"),
]


def told(name, reading=None, **facts):
    """The light, with ``gap`` behind it where the rule is silent; unknown where it is not certain."""
    rule = rule_of(name, reading)
    decision = decide_one(rule, facts_of(facts, rule))
    light = decision.outcome["light"] if decision.certain else "unknown"
    return f"{light} gap" if decision.gap else light


def test_the_fourteen_published_rules_are_there():
    assert sorted(each["name"] for each in all_said()) == sorted(NAMES)


# Domain 2.3: completion rate, due share; 银川, 武汉, 三亚 (a part of the due share), 三亚 read as points.
PACE = {
    "T-L01": (50, 50, "green", "none", "green", "green"),
    "T-L02": (49.99, 50, "green gap", "none", "yellow", "yellow"),
    "T-L03": (40, 50, "yellow", "none", "yellow", "yellow"),
    "T-L04": (30, 50, "yellow", "yellow", "yellow", "yellow"),
    "T-L05": (25, 50, "yellow", "red", "yellow", "yellow"),
    "T-L06": (20, 50, "yellow", "red", "red", "yellow"),
    "T-L07": (19.99, 50, "red", "red", "red", "yellow"),
    "T-L08": (0, 8.33, "green gap", "red", "red", "yellow"),
    "T-L09": (0, 25, "yellow", "red", "red", "yellow"),
    "T-L10": (7.5, 16.67, "green gap", "red", "red", "yellow"),
    "T-L11": (30.6, 41.67, "yellow", "yellow", "yellow", "yellow"),
    "T-L12": (56, 41.67, "green", "none", "green", "green"),
    "T-L13": (61.2, 41.67, "green", "none", "green", "green"),
    "T-L14": (19.97, 33.33, "yellow", "red", "yellow", "yellow"),
    "T-L15": (21.3, 33.33, "yellow", "yellow", "yellow", "yellow"),
}


@pytest.mark.parametrize("case", PACE.values(), ids=PACE)
def test_the_pace_rules_agree_with_the_boundary_table(case):
    done, due, *lights = case
    facts = {"completion_rate": done, "due_share": due}
    rules = (("yinchuan",), ("wuhan",), ("sanya",), ("sanya", "points"))
    assert [told(*rule, **facts) for rule in rules] == lights


def test_t_l15_is_ahead_of_its_own_plan_to_date():
    """松阳: 21.01 done of 15.90 planned to date."""
    assert told("nanning", done=21.01, planned=15.90) == "ahead"


NANNING = [
    (9499, 10000, "behind"),
    (9500, 10000, "normal"),
    (10599, 10000, "normal"),
    (10600, 10000, "ahead"),
    (5, 0, "other"),
]


@pytest.mark.parametrize(("done", "planned", "light"), NANNING, ids=[f"T-L16-{case[0]}" for case in NANNING])
def test_nanning_drops_what_is_behind_the_point(done, planned, light):
    assert told("nanning", done=done, planned=planned) == light


TIANJIN = [
    (8, 7, 6, "green"),
    (8, 9, 6, "yellow"),
    (8, 7, 8.5, "yellow"),
    (-0.1, -1, -2, "red"),
    (0, 1, 1, "yellow gap"),
]


@pytest.mark.parametrize(
    ("growth", "plan", "city", "light"), TIANJIN, ids=[f"T-L17-{n}" for n in range(1, 6)]
)
def test_tianjin_compares_growth_with_plan_and_city(growth, plan, city, light):
    assert told("tianjin", growth=growth, plan_growth=plan, parent_growth=city) == light


BOND = [(50, None, "green"), (35, None, "yellow"), (34, None, "red"), (34, "points", "yellow")]


@pytest.mark.parametrize(("used", "reading", "light"), BOND, ids=[f"T-L18-{n}" for n in range(1, 5)])
def test_tianjin_bonds_issued_in_january_are_half_due_in_april(used, reading, light):
    assert told("tianjin-bond", reading, used_share=used, months_since_issue=3) == light


def test_t_l19_a_month_met_sets_sanya_districts_back_to_green():
    missed = {"Mar": True, "Apr": True, "May": False}
    streak, lights = 0, []
    for miss in missed.values():
        streak = streak + 1 if miss else 0
        lights.append(told("sanya-district", streak_missed=streak))
    assert lights == ["yellow", "red", "green"]


HANDAN = [(1, "green"), (2, "yellow"), (3, "red"), (6, "red"), (7, "drop")]


@pytest.mark.parametrize(("months", "light"), HANDAN, ids=[f"T-L20-{case[0]}" for case in HANDAN])
def test_handan_counts_months_without_progress(months, light):
    assert told("handan", months_without_progress=months) == light


# Contracts 6, row by row; what stands above is not repeated.
CONTRACTS = [
    ("yinchuan-start", {"months_overdue_start": 0, "exempt": False}, "green"),
    ("yinchuan-start", {"months_overdue_start": 1, "exempt": False}, "yellow"),
    ("yinchuan-start", {"months_overdue_start": 3, "exempt": False}, "red"),
    ("yinchuan-start", {"months_overdue_start": 3, "exempt": True}, "green"),
    ("yinchuan-funds", {"paid_on_plan": True}, "green"),
    ("yinchuan-funds", {"paid_on_plan": False}, "red"),
    ("yinchuan-statistics", {"entered": True, "months_since_start": 5}, "green"),
    ("yinchuan-statistics", {"entered": False, "months_since_start": 1}, "yellow"),
    ("yinchuan-statistics", {"entered": False, "months_since_start": 2.5}, "red"),
    ("yinchuan-statistics", {"entered": False, "months_since_start": 0.5}, "none gap"),
    ("wuhan", {"completion_rate": 48, "due_share": 60}, "none"),
    ("wuhan", {"completion_rate": 36, "due_share": 60}, "yellow"),
    ("wuhan", {"completion_rate": 35.9, "due_share": 60}, "red"),
    ("xinhuang", {"done": 80, "planned": 100}, "none"),
    ("xinhuang", {"done": 79, "planned": 100}, "track"),
    ("xinhuang", {"done": 59, "planned": 100}, "yellow"),
    ("ndrc-energy", {"intensity_change": 0.1, "reduction": 0, "due_reduction": 1.5}, "level1"),
    ("ndrc-energy", {"intensity_change": -1, "reduction": 1, "due_reduction": 1.5}, "level2"),
    ("ndrc-energy", {"intensity_change": -2, "reduction": 2, "due_reduction": 1.5}, "level3"),
]
MIANYANG = [(True, True, 5, "red_list"), (False, False, 9, "black_list"), (False, False, 8, "none")]


@pytest.mark.parametrize(("name", "facts", "light"), CONTRACTS)
def test_the_rule_gives_the_row_of_the_contract(name, facts, light):
    assert told(name, **facts) == light


@pytest.mark.parametrize(("over", "met", "rank", "light"), MIANYANG)
def test_a_red_list_is_an_honour_in_mianyang(over, met, rank, light):
    assert (
        told("mianyang", over_target=over, met_target=met, rank=rank, n=12, kind="county", exempt=False)
        == light
    )
    assert said("mianyang")["outcomes"]["light"]["words"]["red_list"]["theme"] == "honour"


EXAMPLES = [
    pytest.param(each["name"], reading, example, id=f"{each['name']}-{reading or 'published'}-{number}")
    for each in all_said()
    for reading in (None, *each.get("alternative_readings", {}))
    for number, example in enumerate(
        (each["alternative_readings"][reading] if reading else each)["examples"], 1
    )
]


@pytest.mark.parametrize(("name", "reading", "example"), EXAMPLES)
def test_the_examples_in_the_file_come_out_as_it_says(name, reading, example):
    rule = rule_of(name, reading)
    facts = facts_of(example, rule)
    assert told(name, reading, **facts) == example["light"] + (" gap" if example.get("gap") else "")


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_a_rule_comes_out_of_an_example(name):
    words = set(rule_of(name).outcomes[0].words)
    assert {example["light"] for example in said(name)["examples"]} - {"unknown"} == words


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_tells_where_it_comes_from_and_how_its_words_are_drawn(name):
    rule = said(name)
    assert rule["source"]["reliability"] in "ABCDG"
    assert rule["source"]["address"].startswith("http")
    assert rule["wording"]
    assert {"zh", "en"} <= set(rule["title"])
    assert {"zh", "en"} <= set(rule["consequence"])
    words = rule["outcomes"]["light"]["words"].values()
    assert all(word["shape"] and word["theme"] for word in words)
    assert ("gap" in rule) == any(row.get("gap") for row in rule["rows"])
    if "gap" in rule:
        assert {row["light"] for row in rule["rows"] if row.get("gap")} == {rule["gap"]["assumed"]}


# What more of is better (or worse), the other inputs being held.
MORE = {
    "yinchuan": ("completion_rate", {"due_share": 50}),
    "wuhan": ("completion_rate", {"due_share": 50}),
    "sanya": ("completion_rate", {"due_share": 50}),
    "tianjin-bond": ("used_share", {"months_since_issue": 4}),
    "tianjin": ("growth", {"plan_growth": 5, "parent_growth": 6}),
    "xinhuang": ("done", {"planned": 70}),
    "nanning": ("done", {"planned": 70}),
    "ndrc-energy": ("reduction", {"intensity_change": -1, "due_reduction": 20}),
}


@pytest.mark.parametrize("name", MORE)
@given(amounts=st.lists(st.fractions(-20, 120), min_size=2, max_size=8))
def test_more_done_never_makes_a_light_redder(name, amounts):
    rule = rule_of(name)
    more, held = MORE[name]
    order = list(rule.outcomes[0].words)
    lights = [
        decide_one(rule, facts_of(held, rule) | {more: amount}).outcome["light"] for amount in sorted(amounts)
    ]
    assert all(order.index(later) <= order.index(earlier) for earlier, later in pairwise(lights))


@pytest.mark.parametrize("name", NAMES)
def test_columns_give_the_examples_of_the_file_too(name):
    rule = rule_of(name)
    whole = [
        each for each in said(name)["examples"] if all(float(v).is_integer() for v in numbers_of(each, rule))
    ]
    decided = decide(frame_of(rule, [facts_of(each, rule) for each in whole]), rule, standing(rule))
    for example, row in zip(whole, decided.iter_rows(named=True), strict=True):
        assert (row["light"] if row["certain"] else "unknown") == example["light"]
        assert row["gap"] == example.get("gap", False)


def numbers_of(example, rule):
    return [v for name, v in facts_of(example, rule).items() if rule.kinds[name] == "number"]
