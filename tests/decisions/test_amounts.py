"""Are amounts to the 分 judged as fractions would judge them, without ever leaving the whole numbers of a column?"""

from fractions import Fraction

import narwhals as nw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maoding.decisions import Ratio, Scaled, decide, decide_one, reach
from tests.decisions.tables import rule_of

PACE_INPUTS = {"completion_rate": Ratio("done", "target", 100), "due_share": Ratio("gone", "months", 100)}
GREATEST_AMOUNT = 2 * 10**15
LIMITS = {
    "done": GREATEST_AMOUNT,
    "target": GREATEST_AMOUNT,
    "planned": GREATEST_AMOUNT,
    "gone": 12,
    "months": 12,
}


@pytest.mark.parametrize(
    ("name", "reading"), [("yinchuan", None), ("wuhan", None), ("sanya", None), ("sanya", "points")]
)
def test_amounts_of_twenty_trillion_yuan_over_twelve_months_stay_within_reach(name, reading):
    assert reach(rule_of(name, reading), PACE_INPUTS, LIMITS) < 2**62


@pytest.mark.parametrize("name", ["yinchuan", "wuhan", "sanya"])
def test_beside_a_scaled_due_share_amounts_of_five_billion_yuan_stay_within_reach(name):
    inputs = PACE_INPUTS | {"due_share": Scaled("due", 4)}
    limits = {"done": 5 * 10**11, "target": 5 * 10**11, "due": 100 * 10**4}
    assert reach(rule_of(name), inputs, limits) < 2**62


@pytest.mark.parametrize("name", ["xinhuang", "nanning"])
def test_amounts_held_against_a_plan_stay_within_reach(name):
    inputs = {"done": Scaled("done"), "planned": Scaled("planned")}
    assert reach(rule_of(name), inputs, LIMITS) < 2**62


@st.composite
def near_a_threshold(draw):
    """Amounts whose completion rate lies at a threshold of one of the rules, or a 分 off it."""
    target, gone = draw(st.integers(1, GREATEST_AMOUNT)), draw(st.integers(0, 12))
    due = Fraction(gone, 12)
    share = draw(
        st.sampled_from(
            [due, due - Fraction(1, 10), due - Fraction(3, 10), due * 3 / 5, due * 4 / 5, due / 2]
        )
    )
    done = int(target * share) + draw(st.integers(-1, 1))
    return {"done": done, "target": target, "gone": gone, "months": 12}


@pytest.mark.parametrize("name", ["yinchuan", "wuhan", "sanya"])
@given(rows=st.lists(near_a_threshold(), min_size=1, max_size=20))
def test_amounts_to_the_fen_are_judged_as_fractions_would(name, rows):
    rule = rule_of(name)
    columns = {key: [row[key] for row in rows] for key in rows[0]}
    decided = decide(nw.from_dict(columns, backend="polars"), rule, PACE_INPUTS)
    for row, answer in zip(rows, decided.iter_rows(named=True), strict=True):
        facts = {
            "completion_rate": Fraction(100 * row["done"], row["target"]),
            "due_share": Fraction(100 * row["gone"], row["months"]),
        }
        one = decide_one(rule, facts)
        assert (answer["light"], answer["gap"], answer["note"]) == (one.outcome["light"], one.gap, one.note)
