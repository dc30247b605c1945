"""Do columns get what the rule says, exactly, whatever form the facts stand in?"""

from fractions import Fraction

import narwhals as nw
import pytest

from maoding.decisions import Ratio, RuleError, Scaled, Text, YesNo, decide, decide_one, reach, read_table
from tests.decisions.tables import frame_of, said, standing, table

BEHIND = {"behind": "due - done"}
PACE = [{"behind": "<= 10", "light": "green"}, {"behind": "> 10", "light": "red"}]


def frame(**columns):
    return nw.from_dict(columns, backend="polars")


def lights(decided):
    return decided["light"].to_list()


def pace():
    return table(PACE, "unique", BEHIND, due="number", done="number")


def test_scaled_columns_are_compared_at_their_decimals():
    decided = decide(
        frame(d=[505, 506], s=[60500, 60500]), pace(), {"done": Scaled("d", 1), "due": Scaled("s", 3)}
    )
    assert lights(decided) == ["green", "green"]
    decided = decide(
        frame(d=[504, 506], s=[60500, 60500]), pace(), {"done": Scaled("d", 1), "due": Scaled("s", 3)}
    )
    assert lights(decided) == ["red", "green"]


def test_a_ratio_of_columns_is_exact():
    """10 points behind are exactly reached; in floats 100 × 4 ÷ 12 − 100 × 14 ÷ 60 comes out above."""
    inputs = {"done": Ratio("done", "target", 100), "due": Ratio("gone", "months", 100)}
    decided = decide(frame(done=[14, 13], target=[60, 60], gone=[4, 4], months=[12, 12]), pace(), inputs)
    assert lights(decided) == ["green", "red"]
    assert 100 * 4 / 12 - 100 * 14 / 60 > 10


def test_the_columns_that_were_there_stay_and_the_answer_joins_them():
    decided = decide(frame(done=[0], due=[0]), pace(), standing(pace()))
    assert set(decided.columns) == {"done", "due", "light", "rule_row", "gap", "certain", "note"}


@pytest.mark.parametrize(
    "inputs", [{"done": Scaled("done")}, {"done": Scaled("done"), "due": Scaled("elsewhere")}]
)
def test_an_input_that_stands_nowhere_is_not_known_in_any_row(inputs):
    decided = decide(frame(done=[1, 2]), pace(), inputs)
    assert decided["certain"].to_list() == [False, False]
    assert lights(decided) == [None, None]


def test_texts_and_truths_that_stand_nowhere_are_not_known():
    rule = table(
        [{"kind": '"a"', "spared": True, "light": "x"}, {"light": "y"}], kind="text", spared="yes_no"
    )
    decided = decide(
        frame(k=["a", "b"], s=[True, True]), rule, {"kind": Text("k"), "spared": YesNo("nowhere")}
    )
    assert list(zip(lights(decided), decided["certain"].to_list(), strict=True)) == [
        ("y", False),
        ("y", True),
    ]


@pytest.mark.parametrize("missing", ["done", "target"])
def test_a_ratio_needs_both_its_columns(missing):
    columns = {"done": [1], "target": [1], "due": [1]}
    del columns[missing]
    decided = decide(frame(**columns), pace(), {"done": Ratio("done", "target"), "due": Scaled("due")})
    assert decided["certain"].to_list() == [False]


def test_a_ratio_over_nought_or_less_is_not_known():
    decided = decide(
        frame(done=[1, 1], target=[0, -1], due=[0, 0]),
        pace(),
        {"done": Ratio("done", "target"), "due": Scaled("due")},
    )
    assert decided["certain"].to_list() == [False, False]


def test_one_column_may_be_a_number_and_a_divisor():
    rule = table([{"a": "b", "light": "x"}, {"light": "y"}], a="number", b="number")
    decided = decide(frame(n=[1, 2], m=[1, 8]), rule, {"a": Ratio("m", "n"), "b": Scaled("n")})
    assert lights(decided) == ["x", "y"]


def test_several_outcomes_are_answered_at_once():
    data = {
        "name": "scores",
        "hit_policy": "first",
        "inputs": {"rank": {"type": "number", "zh": "位次", "en": "rank"}},
        "outcomes": {
            "points": {"zh": "分", "en": "points", "type": "whole"},
            "praised": {"zh": "表扬", "en": "praised", "type": "yes_no"},
        },
        "rows": [
            {"rank": "1", "points": 6, "praised": True},
            {"rank": "[2..5]", "points": 3, "praised": False},
        ],
    }
    decided = decide(frame(rank=[1, 3, 9]), read_table(data), {"rank": Scaled("rank")})
    assert decided["points"].to_list() == [6, 3, None]
    assert decided["praised"].to_list() == [True, False, None]


def test_a_frame_that_is_not_collected_yet_is_decided_as_well():
    decided = decide(frame(done=[0, 0], due=[0, 50]).lazy(), pace(), standing(pace())).collect()
    assert lights(decided) == ["green", "red"]


@pytest.mark.parametrize("backend", ["polars", "pyarrow"])
def test_every_engine_says_the_same(backend):
    rule = read_table(said("tianjin"))
    records = [
        {"growth": g, "plan_growth": p, "parent_growth": c}
        for g in (-1, 0, 1, None)
        for p in (-1, 0, 1, None)
        for c in (0, 1, None)
    ]
    decided = decide(frame_of(rule, records, backend), rule, standing(rule))
    for record, row in zip(records, decided.iter_rows(named=True), strict=True):
        expected = decide_one(rule, {n: None if v is None else Fraction(v) for n, v in record.items()})
        assert (row["light"], row["rule_row"], row["gap"]) == (
            expected.outcome["light"],
            expected.rule_row,
            expected.gap,
        )
        assert (row["certain"], row["note"]) == (expected.certain, expected.note)


WRONG = [
    ({"dne": Scaled("done")}, "没有“dne”这一项。可用的有：due、done"),
    ({"done": Text("done")}, "输入“done”不是 Text 类的值。请改用 Scaled、Ratio"),
    ({"done": Scaled("rate")}, "列“rate”的类型是 Float64。这里要用整数"),
]


@pytest.mark.parametrize(("inputs", "message"), WRONG)
def test_inputs_that_do_not_fit_are_told(inputs, message):
    with pytest.raises(RuleError, match=message):
        decide(frame(done=[1], rate=[0.5]), pace(), inputs)


@pytest.mark.parametrize(
    ("kind", "given", "wanted"), [("text", Text("n"), "文字"), ("yes_no", YesNo("n"), "真假值")]
)
def test_a_column_of_another_kind_is_told(kind, given, wanted):
    rule = table([{"light": "x"}], a=kind)
    with pytest.raises(RuleError, match=f"这里要用{wanted}"):
        decide(frame(n=[1]), rule, {"a": given})


def test_reach_tells_the_greatest_number_that_comes_up():
    inputs = {"done": Scaled("done"), "due": Scaled("due")}
    assert reach(pace(), inputs, {"done": 100, "due": 50}) == 100 + 50 + 10
    assert reach(table([{"light": "x"}], a="number"), {}, {}) == 0


def test_what_numbers_have_in_common_is_divided_out():
    """1200·done − 100·gone·target + 120·target, divided by 20: amounts of 2e15 stay far below 2^62."""
    inputs = {"done": Ratio("done", "target", 100), "due": Ratio("gone", "months", 100)}
    limits = {"done": 2 * 10**15, "target": 2 * 10**15, "gone": 12, "months": 12}
    assert reach(pace(), inputs, limits) < 2**59


def test_two_ratios_to_the_same_target_stay_small():
    inputs = {"done": Ratio("done", "target", 100), "due": Ratio("planned", "target", 100)}
    limits = dict.fromkeys(("done", "planned", "target"), 2 * 10**15)
    assert reach(pace(), inputs, limits) < 2**56
