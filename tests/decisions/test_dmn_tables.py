"""Does a decision table of a DMN model answer as its hit policy says?"""

import pytest

from tests.decisions.dmn import decision, feel, given, model, table, told

ROWS = (
    ["> 0", '"low"', "1"],
    ["> 10", '"high"', "2"],
    ["> 10", '"high"', "2"],
    ["> 20", '"top"', "3"],
)
ORDER = 'level|"top","high","low"'


def answer(policy, x, outputs=("level", "points"), rows=ROWS, inputs=("x",)):
    of = model(given("x"), decision("d", table(policy, list(inputs), list(outputs), *rows), needs="input:x"))
    return told(of, "d", x=x)


def number(value):
    return model(decision("n", feel(str(value)))).decide("n", {}).value


LOW, HIGH, TOP = '{level: "low", points: 1}', '{level: "high", points: 2}', '{level: "top", points: 3}'
POLICIES = [
    ("UNIQUE", 5, '{level: "low", points: 1}'),
    ("UNIQUE", 15, "null"),
    ("UNIQUE", 0, "null"),
    ("FIRST", 15, '{level: "low", points: 1}'),
    ("ANY", 5, '{level: "low", points: 1}'),
    ("ANY", 15, "null"),
    ("RULE ORDER", 25, f"[{LOW}, {HIGH}, {HIGH}, {TOP}]"),
    ("COLLECT", 15, f"[{LOW}, {HIGH}, {HIGH}]"),
    ("COLLECT", 0, "[]"),
    ("RULE ORDER", 0, "null"),
    ("COLLECT+COUNT", 15, "{level: 3, points: 3}"),
]  # fmt: skip


@pytest.mark.parametrize(("policy", "x", "value"), POLICIES)
def test_the_hit_policy_says_which_row_speaks(policy, x, value):
    assert answer(policy, number(x)) == value


def test_any_takes_rows_that_say_the_same():
    assert answer("A", number(15), rows=ROWS[1:3]) == '{level: "high", points: 2}'


@pytest.mark.parametrize(
    ("policy", "x", "value"),
    [
        ("PRIORITY", 15, '{level: "high", points: 2}'),
        ("PRIORITY", 25, '{level: "top", points: 3}'),
        ("P", 5, '{level: "low", points: 1}'),
        (
            "OUTPUT ORDER",
            15,
            '[{level: "high", points: 2}, {level: "high", points: 2}, {level: "low", points: 1}]',
        ),
    ],
)
def test_outputs_are_ranked_by_their_listed_values(policy, x, value):
    assert answer(policy, number(x), (ORDER, "points")) == value


def test_the_type_of_an_output_may_list_the_values():
    item = (
        '<itemDefinition name="tLevel"><typeRef>string</typeRef><allowedValues><text>"top","high","low"</text>'
        "</allowedValues></itemDefinition>"
    )
    box = table("PRIORITY", ["x"], ["tLevel:level"], *(row[:2] for row in ROWS))
    of = model(item, given("x"), decision("d", box, needs="input:x"))
    assert told(of, "d", x=number(15)) == "high"


@pytest.mark.parametrize(
    ("aggregation", "x", "value"),
    [
        ("SUM", 25, "8"),
        ("MIN", 25, "1"),
        ("MAX", 25, "3"),
        ("COUNT", 25, "4"),
        ("COUNT", 0, "0"),
        ("SUM", 0, "null"),
    ],
)
def test_collected_results_are_summed_up(aggregation, x, value):
    rows = [[row[0], row[2]] for row in ROWS]
    assert answer(f"COLLECT+{aggregation}", number(x), ("points",), rows) == value


def test_what_is_no_number_is_not_summed():
    assert answer("C+SUM", number(5), ("level",), [row[:2] for row in ROWS]) == "null"


def test_a_default_speaks_where_no_row_does():
    assert answer("UNIQUE", number(0), ('level||"none"',), [row[:2] for row in ROWS]) == "none"
    assert answer("UNIQUE", number(0), ('level||"none"', "points")) == '{level: "none", points: null}'


def test_an_input_must_be_among_its_values():
    rows = [["-", '"any"']]
    assert answer("UNIQUE", number(5), ("level",), rows, ("x|[0..10]",)) == "any"
    assert answer("UNIQUE", number(15), ("level",), rows, ("x|[0..10]",)) == "null"
    assert answer("UNIQUE", None, ("level",), rows, ("x|[0..10]",)) == "any"


def test_a_cell_may_ask_for_other_inputs_and_of_the_value_itself():
    box = table(
        "F", ["x", "y"], ["z"], ["< y", "-", '"less"'], ["-", "? > 2 * x", '"more"'], ["-", "", '"rest"']
    )
    of = model(given("x"), given("y"), decision("d", box, needs="input:x input:y"))
    assert told(of, "d", x=number(1), y=number(2)) == "less"
    assert told(of, "d", x=number(2), y=number(1)) == "rest"
    assert told(of, "d", x=number(-2), y=number(-3)) == "more"


def test_a_cell_that_cannot_be_read_makes_the_table_answer_nothing():
    of = model(given("x"), decision("d", table("F", ["x"], ["z"], ["> >", "1"], ["-", "2"]), needs="input:x"))
    assert told(of, "d", x=number(1)) == "null"
    assert [str(fault) for fault in of.faults] == [
        '“d”的第1行规则第3行第258列：看不懂“>”。可以写 >= 10、[10..30)、"甲","乙"、not(0)、null 或 -。'
    ]


@pytest.mark.parametrize(
    ("box", "reason"),
    [
        (table("BEST", ["x"], ["z"], ["-", "1"]), "没有“BEST”这种命中策略"),
        (table("COLLECT+MEAN", ["x"], ["z"], ["-", "1"]), "没有“COLLECT MEAN”这种命中策略"),
        (table("F", ["x"], ["z"], ["-"]), "第1行规则应有1格，却有0格"),
        (table("F", ["x"], ["z"], ["-", "1", "2"]), "第1行规则应有1格，却有2格"),
    ],
)
def test_a_table_of_the_wrong_shape_is_a_fault(box, reason):
    of = model(given("x"), decision("d", box, needs="input:x"))
    assert [fault.reason for fault in of.faults] == [reason]
    assert told(of, "d", x=number(1)) == "null"
