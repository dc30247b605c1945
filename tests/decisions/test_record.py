"""Does one record get the row DMN gives it, and is it known when a missing fact could change that?"""

from fractions import Fraction

import pytest

from maoding.decisions import decide_one, explain_one
from maoding.decisions.columnar import parse_expression
from maoding.decisions.record import undefined
from tests.decisions.tables import table

PACE = [
    {"done": ">= due", "light": "green"},
    {"done": "[0.5 * due .. due)", "light": "yellow"},
    {"done": "< 0.5 * due", "light": "red"},
]


def told(rule, **facts):
    decision = decide_one(
        rule,
        {
            name: Fraction(v) if isinstance(v, int) and not isinstance(v, bool) else v
            for name, v in facts.items()
        },
    )
    return decision.outcome["light"], decision.rule_row, decision.certain, decision.note


def test_the_row_that_matches_answers():
    rule = table(PACE, "unique", done="number", due="number")
    assert told(rule, done=10, due=10) == ("green", 1, True, "")
    assert told(rule, done=5, due=10) == ("yellow", 2, True, "")
    assert told(rule, done=4, due=10) == ("red", 3, True, "")


def test_a_missing_fact_matches_nothing_and_is_not_certain():
    rule = table(PACE, "unique", done="number", due="number")
    assert told(rule, done=10, due=None) == (None, None, False, "no_row")
    assert told(rule, due=10) == (None, None, False, "no_row")


def test_first_takes_the_uppermost_and_unique_calls_two_a_conflict():
    rows = [{"a": "> 0", "light": "x"}, {"a": "> 1", "light": "y"}]
    assert told(table(rows, "first", a="number"), a=2) == ("x", 1, True, "")
    assert told(table(rows, "unique", a="number"), a=2) == (None, None, True, "conflict")
    assert told(table(rows, "unique", a="number"), a=1) == ("x", 1, True, "")
    assert told(table(rows, "unique", a="number"), a=0) == (None, None, True, "no_row")


def test_a_conflict_may_hang_on_a_missing_fact():
    rows = [{"a": "> 0", "light": "x"}, {"a": "null", "light": "y"}, {"light": "z"}]
    assert told(table(rows, "unique", a="number"), a=None) == (None, None, False, "conflict")


def test_a_gap_row_answers_with_an_assumption():
    rows = [{"a": "> 0", "light": "x"}, {"a": "<= 0", "light": "x", "gap": True}]
    rule = table(rows, a="number")
    assert decide_one(rule, {"a": Fraction(0)}).gap
    assert told(rule, a=0) == ("x", 2, True, "not_in_rule")
    assert told(rule, a=None) == (None, None, False, "no_row")


CERTAIN = [
    # A row above might come first and would say otherwise.
    ([{"a": "> 0", "light": "x"}, {"light": "y"}], {"a": None}, ("y", 2, False)),
    # It might come first, but would say the same.
    ([{"a": "> 0", "light": "y"}, {"light": "y"}], {"a": None}, ("y", 2, True)),
    # What comes below a row that applies does not matter.
    ([{"light": "x"}, {"a": "> 0", "light": "y"}], {"a": None}, ("x", 1, True)),
    # A row that might apply, where none does.
    ([{"a": "> 0", "light": "x"}], {"a": None}, (None, None, False)),
    # One cell known to be false settles the row.
    ([{"a": "> 0", "b": "> 0", "light": "x"}], {"a": None, "b": 0}, (None, None, True)),
    # The assumed outcome of a gap is not what the rule says, though the word is the same.
    ([{"a": "> 0", "light": "y", "gap": True}, {"light": "y"}], {"a": None}, ("y", 2, False)),
    # A list holds as soon as one of it does.
    ([{"a": "> b, > 0", "light": "x"}], {"a": 1, "b": None}, ("x", 1, True)),
    # Not of a list is false as soon as one of it holds.
    ([{"a": "not(> b, > 0)", "light": "x"}, {"light": "y"}], {"a": 1, "b": None}, ("y", 2, True)),
    ([{"a": "not(> b)", "light": "x"}, {"light": "y"}], {"a": 1, "b": None}, ("y", 2, False)),
    ([{"a": "not(> b)", "light": "x"}, {"light": "y"}], {"a": 1, "b": 1}, ("x", 1, True)),
]


@pytest.mark.parametrize(("rows", "facts", "answer"), CERTAIN)
def test_the_answer_is_certain_if_no_value_of_a_missing_fact_changes_it(rows, facts, answer):
    assert told(table(rows, a="number", b="number"), **facts)[:3] == answer


NULL = [
    ("null", None, "x", False),
    ("null", 3, "y", True),
    ("not(null)", None, "y", False),
    ("not(null)", 3, "x", True),
    ("null, > 2", 3, "x", True),
    ("null, > 2", None, "x", False),
    ("not(null, > 2)", 1, "x", True),
    ("not(null, > 2)", None, "y", False),
]


@pytest.mark.parametrize(("cell", "value", "light", "certain"), NULL)
def test_null_itself_may_be_asked_for(cell, value, light, certain):
    rule = table([{"a": cell, "light": "x"}, {"light": "y"}], a="number")
    assert told(rule, a=value)[0::2][0] == light
    assert told(rule, a=value)[2] is certain


def test_a_division_by_nought_has_no_value_and_that_is_certain():
    rows = [
        {"rate": "null", "light": "none"},
        {"rate": ">= 1", "light": "x"},
        {"rate": "not(>= 1)", "light": "y"},
    ]
    rule = table(rows, "unique", {"rate": "floor(done / plan) - -1"}, done="number", plan="number")
    assert told(rule, done=5, plan=0) == ("none", 1, True, "")
    assert told(rule, done=None, plan=0) == ("none", 1, True, "")
    assert told(rule, done=5, plan=5) == ("x", 2, True, "")
    assert told(rule, done=-7, plan=5) == ("y", 3, True, "")
    assert told(rule, done=5, plan=None) == ("none", 1, False, "")


def test_a_cell_may_divide_by_nought_too():
    rule = table(
        [{"a": "> 1 / b", "light": "x"}, {"a": "not(> 1 / b)", "light": "y"}], a="number", b="number"
    )
    assert told(rule, a=1, b=0) == (None, None, True, "no_row")
    assert told(rule, a=None, b=0) == (None, None, True, "no_row")


def test_a_division_inside_a_divisor_counts():
    facts = {"x": Fraction(0), "y": None}
    assert undefined(parse_expression("1 / (1 / x)"), facts) is True
    assert undefined(parse_expression("-(1 / y)"), facts) is None
    assert undefined(parse_expression("1 / 2 + y"), facts) is False


def test_texts_and_truths_are_held_against_inputs_too():
    rows = [{"kind": '"a", other', "light": "x"}, {"spared": True, "light": "y"}]
    rule = table(rows, kind="text", other="text", spared="yes_no")
    assert told(rule, kind="a", other=None) == ("x", 1, True, "")
    assert told(rule, kind="b", other="b", spared=True) == ("x", 1, True, "")
    assert told(rule, kind="b", other="c", spared=True) == ("y", 2, True, "")
    assert told(rule, kind="b", other="c", spared=False) == (None, None, True, "no_row")


def test_an_explanation_tells_each_cell_of_each_row():
    rule = table(
        [{"behind": "> 30", "spared": False, "light": "red"}],
        "first",
        {"behind": "due - done"},
        due="number",
        done="number",
        spared="yes_no",
    )
    (row,) = explain_one(rule, {"due": Fraction(50), "done": Fraction(10)})
    assert (row.row.number, row.matches, row.truth) == (1, False, None)
    assert [(cell.measure.name, cell.cell.text, cell.value, cell.truth) for cell in row.cells] == [
        ("behind", "> 30", 40, True),
        ("spared", "false", None, None),
    ]
