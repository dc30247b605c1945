"""Is a cell read as FEEL says, and is what cannot be read told with its place and the mend?"""

from fractions import Fraction

import pytest

from maoding.decisions import RuleError
from maoding.decisions.columnar import parse_cell, parse_expression
from maoding.decisions.record import evaluate
from maoding.decisions.syntax import Between, Compare, IsNull


def matches(cell, value, **facts):
    """Whether the tests of a cell hold for a number."""
    return [told(test, Fraction(value), facts) for test in parse_cell(cell).tests]


def told(test, value, facts):
    if isinstance(test, Between):
        return told(test.low, value, facts) and told(test.high, value, facts)
    than = evaluate(test.than, facts)
    return {
        "=": value == than,
        "<": value < than,
        "<=": value <= than,
        ">": value > than,
        ">=": value >= than,
    }[test.sign]


@pytest.mark.parametrize(
    ("cell", "inside", "outside"),
    [
        ("10", [10], [9, 11]),
        ("-10", [-10], [10]),
        ("< 10", [9], [10, 11]),
        ("<= 10", [9, 10], [11]),
        ("> 10", [11], [10]),
        (">= 10", [10, 11], [9]),
        ("[10..30]", [10, 20, 30], [9, 31]),
        ("(10..30)", [11, 29], [10, 30]),
        ("]10..30[", [11, 29], [10, 30]),
        ("(10..30]", [30], [10]),
        ("[10..30)", [10], [30]),
        ("[-.5..0.5]", ["-0.5", "0.5"], ["0.51"]),
        (">= 2 * (3 + 4) - 4 / 2", [12], [11]),
        ("- -3", [3], [-3]),
        ("floor(7 / 2)", [3], ["3.5"]),
        ("floor(-7 / 2)", [-4], [-3]),
    ],
)
def test_a_number_is_held_against_the_cell(cell, inside, outside):
    assert all(all(matches(cell, value)) for value in inside)
    assert not any(all(matches(cell, value)) for value in outside)


def test_a_list_holds_if_one_of_it_does():
    assert matches("1, 2,[5..6)", 2) == [False, True, False]


def test_a_test_may_name_another_input_in_chinese_too():
    assert matches(">= 0.6 * 序时进度", 30, 序时进度=Fraction(50)) == [True]


def test_a_dash_is_anything_and_not_turns_the_tests_round():
    assert parse_cell("-").tests == ()
    assert parse_cell("not(1, 2)").negated
    assert not parse_cell("nothing").negated


def test_texts_truth_and_null_are_read():
    assert [test.than.value for test in parse_cell('"a", "b \\"c\\"", true, false').tests] == [
        "a",
        'b "c"',
        True,
        False,
    ]
    assert parse_cell("null").tests == (IsNull(),)
    assert parse_cell("null").asks_for_null


def test_the_same_text_spaced_otherwise_is_the_same_cell():
    assert parse_cell("[ 1 .. x ]") == parse_cell("[1 .. x]")
    assert isinstance(parse_cell(" >\n 3").tests[0], Compare)


WRONG = [
    ("", 1, 1, "不限条件请写 -"),
    ("  ", 1, 1, "不限条件请写 -"),
    ("≥ 3", 1, 1, "请改用半角“>=”"),
    ("> ３", 1, 3, "请改用半角“3”"),
    ("1，2", 1, 2, "请改用半角“,”"),
    ("> ", 1, 3, "请把条件写完整"),
    ("[1..", 1, 5, "请把条件写完整"),
    ("> 3\n  && 4", 2, 3, "可以写"),
    ("a 5", 1, 3, "可以写"),
    ("not()", 1, 5, "可以写"),
    ("1 + abs(3)", 1, 5, "floor"),
]


@pytest.mark.parametrize(("cell", "line", "column", "mend"), WRONG)
def test_what_cannot_be_read_is_told_with_its_place_and_the_mend(cell, line, column, mend):
    with pytest.raises(RuleError) as error:
        parse_cell(cell)
    assert (error.value.at.line, error.value.at.column) == (line, column)
    assert mend in error.value.mend
    assert f"第{line}行第{column}列" in str(error.value)


def test_an_expression_is_no_test():
    with pytest.raises(RuleError, match="看不懂“>=”"):
        parse_expression(">= 3")


def test_signs_bind_as_in_arithmetic():
    assert evaluate(parse_expression("2 + 3 * 4 - 6 / 2 / 3"), {}) == 13
