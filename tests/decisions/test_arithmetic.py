"""Is arithmetic in columns that of fractions: signs, divisions by nought, whole parts, numbers too large?"""

from fractions import Fraction

import narwhals as nw
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from maoding.decisions import Scaled, decide, decide_one, read_table
from tests.decisions.tables import frame_of, said, standing, table

PACE = [{"behind": "<= 10", "light": "green"}, {"behind": "> 10", "light": "red"}]


def frame(**columns):
    return nw.from_dict(columns, backend="polars")


def lights(decided):
    return decided["light"].to_list()


def pace():
    return table(PACE, "unique", {"behind": "due - done"}, due="number", done="number")


def test_numbers_too_large_to_compare_exactly_are_not_decided():
    decided = decide(
        frame(done=[0, 2**62, 2**63 - 1, None], due=[0, 0, -(2**63), 2**63 - 1]), pace(), standing(pace())
    )
    assert decided["note"].to_list() == ["", "", "too_large", "too_large"]
    assert decided["certain"].to_list() == [True, True, False, False]


def test_a_threshold_finer_than_any_column_is_not_decided():
    rule = table([{"a": "> 0.00000000000000000001", "light": "x"}], a="number")
    decided = decide(frame(a=[0, 1]), rule, standing(rule))
    assert decided["certain"].to_list() == [False, False]


def test_a_whole_part_is_exact_where_floats_are_not():
    """One part in 2·10^16 short of 95 %: floats round it up."""
    rule = read_table(said("nanning"))
    planned = 2 * 10**16
    done = planned * 95 // 100 - 1
    inputs = {"done": Scaled("done"), "planned": Scaled("planned")}
    decided = decide(frame(done=[done, done + 1, -1], planned=[planned] * 3), rule, inputs)
    assert lights(decided) == ["behind", "normal", "behind"]
    assert 100 * done / planned == 95.0


def test_a_whole_part_below_a_negative_number_is_exact():
    rule = table(
        [{"whole": "-2", "light": "x"}, {"light": "y"}],
        "first",
        {"whole": "floor(a / b)"},
        a="number",
        b="number",
    )
    decided = decide(frame(a=[3, -3, 3, 4, 0], b=[-2, 2, -3, -2, -1]), rule, standing(rule))
    assert lights(decided) == ["x", "x", "y", "x", "y"]


@pytest.mark.parametrize("cell", ["1", "< 1", "<= 1", "> 1", ">= 1"])
@pytest.mark.parametrize("expression", ["a / b", "a / -b", "a * 3 / (b * -3)"])
def test_the_sign_of_what_is_divided_by_is_heeded(cell, expression):
    rows = [{"rate": cell, "light": "x"}, {"rate": f"not({cell})", "light": "y"}]
    rule = table(rows, "unique", {"rate": expression}, a="number", b="number")
    records = [{"a": Fraction(a), "b": Fraction(b)} for a in (-2, 0, 2, 3) for b in (-2, 0, 2)]
    decided = decide(frame_of(rule, records), rule, standing(rule))
    assert lights(decided) == [decide_one(rule, record).outcome["light"] for record in records]


def test_a_cell_that_divides_by_nought_does_not_match_even_turned_round():
    rows = [{"rate": "not(> 1 / b)", "light": "x"}]
    rule = table(rows, "first", {"rate": "a / c"}, a="number", b="number", c="number")
    decided = decide(frame(a=[0, 0, 0], b=[1, 0, 1], c=[1, 1, 0]), rule, standing(rule))
    assert lights(decided) == ["x", None, None]


@example(
    [(2961354854140, 497121, 0), (2961354854140, -497121, 0)]
)  # the quotient of floats is just too small
@given(
    st.lists(st.tuples(st.integers(1, 10**12), st.integers(-(10**6), 10**6), st.integers(-2, 2)), max_size=20)
)
def test_a_whole_part_is_that_of_the_fraction(parts):
    """Numerators at a multiple of the denominator, or a little off, up to 10^18: floats are out by hundreds there."""
    above, below = [b * n + off for b, n, off in parts], [b for b, _, _ in parts]
    rows = [{"whole": "n", "light": "x"}, {"light": "y"}]
    rule = table(rows, "first", {"whole": "floor(a / b)"}, a="number", b="number", n="number")
    floors = [a // b for a, b in zip(above, below, strict=True)]
    types = dict.fromkeys("abn", nw.Int64())
    numbers = nw.from_dict({"a": above, "b": below, "n": floors}, types, backend="polars")
    assert lights(decide(numbers, rule, standing(rule))) == ["x"] * len(parts)


def test_a_whole_part_of_numbers_too_large_is_not_decided():
    rule = read_table(said("nanning"))
    decided = decide(frame(done=[10**18], planned=[1]), rule, standing(rule))
    assert (decided["note"].to_list(), decided["certain"].to_list()) == (["too_large"], [False])


@pytest.mark.parametrize(
    "expression", ["x - x", "x / x - 1", "0 * x", "1 / (x - x)", "1 / (1 / x)", "x * x / x"]
)
def test_a_fact_that_cancels_out_must_still_be_known(expression):
    rule = table(
        [{"m": "> 0", "light": "x"}, {"m": "not(> 0)", "light": "y"}], "unique", {"m": expression}, x="number"
    )
    decided = decide(frame(x=[0, 5, None]), rule, standing(rule))
    expected = [decide_one(rule, {"x": None if x is None else Fraction(x)}) for x in (0, 5, None)]
    assert lights(decided) == [each.outcome["light"] for each in expected]
    assert decided["certain"].to_list() == [each.certain for each in expected]


def test_a_division_by_a_written_nought_never_has_a_value():
    rule = table(
        [{"m": "> 0", "light": "x"}, {"m": "null", "light": "y"}], "unique", {"m": "x / 0"}, x="number"
    )
    assert lights(decide(frame(x=[0, 5]), rule, standing(rule))) == ["y", "y"]
