"""Lights: does a rule get the facts it asks for, and is what nobody knows left unknown?"""

from pathlib import Path

import pytest

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.decisions import read_table
from maoding.judge.finding import ask
from maoding.terms.pack import light_rules
from tests.judge.written import given

CITIES = Path(__file__).parent.parent.parent / "cities"
RULES = {name: read_table(said) for name, said in light_rules(CITIES).items()}
GROWTH = "measure period number\ngrowth 2021年 {plan}%"
HEADS = "id subject measure period number said precision release\n"
OWN = "9 TC growth 2021年1-6月 8% 2021-07 month reported\n"


def lit(rule, commitments, readings="", finding="light", **more):
    tables = given(commitments, readings, **more) | {"rule": RULES[rule]}
    rows = ask(finding, tables).rows(named=True)
    return {row["promise"]: row for row in rows}


def tianjin(plan, *above):
    """Growth of 8 % against a plan, and what was published of the body above."""
    lines = "\n".join(f"{line}" for line in above)
    promises, readings = GROWTH.format(plan=plan), HEADS + OWN + lines
    facts = lit("tianjin", promises, readings, "light_facts")["1"]
    return facts["parent_growth"], lit("tianjin", promises, readings)["1"]["light"]


RIVALS = [
    # what speaks for the body above, and what does not
    ("SZ growth 2021年1-6月 7% 2021-08 month final", "SZ growth 2021年1-6月 9% 2021-07 month final"),
    ("SZ growth 2021年1-6月 7% 2021-08 month final", "SZ growth 2021年1-6月 9% 2021-08 month flash"),
    ("SZ growth 2021年1-6月 7% 2021-07 month flash", "SZ growth 2021年1-6月 9% 2021-11 inferred final"),
    ("SZ growth 2021年1-6月 7% 2021-07 month flash", "SZ growth 2021年1-6月 9亿元 2021-11 month final"),
    ("SZ growth 2021年1-6月 7% 2021-07 month flash", "SZ growth 2021年1-5月 9% 2021-11 month final"),
    ("SZ growth 2021年1-6月 7% 2021-07 month flash", "SZ level 2021年1-6月 9% 2021-11 month final"),
    ("SZ growth 2021年1-6月 7% 2021-07 month flash", "JS growth 2021年1-6月 9% 2021-11 month final"),
]


@pytest.mark.parametrize("ids", ["12", "21"])
@pytest.mark.parametrize(("speaks", "other"), RIVALS)
def test_the_body_aboves_growth_is_the_one_that_speaks_whatever_the_ids(speaks, other, ids):
    """Tianjin: 8 % against a plan of 7 % is green above a city of 7 %, and yellow below one of 9 %."""
    assert tianjin(7, f"{ids[0]} {speaks}", f"{ids[1]} {other}") == (70_000, "green")


def test_what_the_body_above_has_decides_where_the_rule_asks_for_it():
    above = "1 SZ growth 2021年1-6月 {}% 2021-07 month final"
    lights = [tianjin(plan, above.format(growth))[1] for plan, growth in ((7, 6), (7, 8.5), (9, 6))]
    assert lights == ["green", "yellow", "yellow"]
    assert tianjin(7) == (None, "unknown")


SPARED = "subject rule period\nTC {rule} {period}\n"


@pytest.mark.parametrize(
    ("rule", "period", "exempt"),
    [
        ("yinchuan-start", "2021年1-6月", True),
        ("yinchuan-start", "2021年7-9月", False),
        ("yinchuan-start", "2021年1-5月", False),
        ("yinchuan", "2021年1-6月", False),
    ],
)
def test_a_legitimate_reason_holds_for_its_rule_and_its_days(rule, period, exempt):
    exemptions = SPARED.format(rule=rule, period=period)
    promises = "period number\n2021年 100亿元"
    found = lit("yinchuan-start", promises, finding="light_facts", exemptions=exemptions)
    assert found["1"]["exempt"] == exempt


def test_several_reasons_spare_a_body_once():
    exemptions = SPARED.format(rule="yinchuan", period="2021年") + "TC yinchuan 2021年1-6月"
    promises = "period number\n2021年 100亿元"
    assert len(lit("yinchuan", promises, finding="light_facts", exemptions=exemptions)) == 1


@pytest.mark.parametrize(
    ("done", "light", "row", "gap"),
    [
        ("50亿元", "green", 1, False),
        ("40亿元", "yellow", None, False),
        ("49.99亿元", "green", None, True),
        ("19.99亿元", "red", None, False),
    ],
)
def test_a_rule_gives_the_light_its_row_and_whether_it_says_nothing(done, light, row, gap):
    readings = f"period number said\n2021年1-6月 {done} 2021-07"
    found = lit("yinchuan", "period number\n2021年 100亿元", readings)["1"]
    assert (found["light"], found["gap"], found["certain"]) == (light, gap, True)
    assert found["rule_row"] is not None
    assert row in (None, found["rule_row"])


def test_without_a_figure_the_light_is_unknown():
    found = lit("yinchuan", "period number\n2021年 100亿元")["1"]
    assert (found["light"], found["certain"]) == ("unknown", False)


def test_a_rule_may_ask_for_what_was_planned_to_date():
    promises = "period number\n2021年 200亿元\n2021年1-6月 100亿元"
    readings = "period number said\n2021年1-6月 79亿元 2021-07"
    facts = lit("xinhuang", promises, readings, "light_facts")["1"]
    assert (facts["done_to_date"], facts["planned"]) == (79 * 10**10, 100 * 10**10)
    assert lit("xinhuang", promises, readings)["1"]["light"] == "track"
