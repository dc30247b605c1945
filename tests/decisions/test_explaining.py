"""Is it told how far a miss was, and which facts would settle an answer?"""

from fractions import Fraction

from maoding.decisions import decide_one, explain_one
from maoding.decisions.explaining import nearest_misses, would_settle
from tests.decisions.dmn import decision, feel, given, item, model, number, table
from tests.decisions.tables import table as rule_of

ROWS = [
    {"ratio": ">= 3", "revenue": "> 100", "kind": '"tech"', "light": "green"},
    {"ratio": "[2..3)", "revenue": "> 50", "light": "yellow"},
]


def rule():
    return rule_of(ROWS, "first", ratio="number", revenue="number", kind="text")


def missed(**facts):
    exact = {name: Fraction(value) if isinstance(value, int) else value for name, value in facts.items()}
    of = rule()
    found = explain_one(of, exact)
    misses = nearest_misses(found, exact)
    return [(miss.rule_row, miss.cells, dict(miss.by)) for miss in misses], would_settle(of, found, exact)


def test_the_nearest_row_tells_by_how_much_each_cell_failed():
    assert missed(ratio=3, revenue=90, kind="tech") == (
        [(1, ("revenue",), {"revenue": 10}), (2, ("ratio",), {"ratio": 0})],
        [],
    )
    assert missed(ratio=1, revenue=60, kind="tech")[0] == [(2, ("ratio",), {"ratio": 1})]
    assert missed(ratio=5, revenue=60, kind="tech")[0] == [
        (1, ("revenue",), {"revenue": 40}),
        (2, ("ratio",), {"ratio": -2}),
    ]


def test_a_text_has_no_distance():
    assert missed(ratio=3, revenue=200, kind="shop")[0][0] == (1, ("kind",), {})


def test_what_is_turned_round_has_no_distance():
    of = rule_of([{"a": "not(1)", "light": "x"}], a="number")
    facts = {"a": Fraction(1)}
    assert [dict(miss.by) for miss in nearest_misses(explain_one(of, facts), facts)] == [{}]


def test_a_test_for_null_or_another_missing_fact_has_no_distance():
    rows = [{"a": "null", "light": "x"}, {"a": "null, 5", "light": "y"}, {"a": "[3..c]", "light": "z"}]
    of = rule_of(rows, a="number", c="number")
    facts = {"a": Fraction(1), "c": None}
    misses = nearest_misses(explain_one(of, facts), facts)
    assert [(miss.rule_row, dict(miss.by)) for miss in misses] == [(1, {}), (2, {"a": 4}), (3, {"a": 2})]


def test_the_facts_that_would_settle_it_are_named():
    assert missed(ratio=3, revenue=200) == ([(2, ("ratio",), {"ratio": 0})], ["kind"])
    assert missed(kind="shop")[1] == ["ratio", "revenue"]
    assert missed(ratio=1) == ([(1, ("ratio",), {"ratio": 2}), (2, ("ratio",), {"ratio": 1})], [])
    assert decide_one(rule(), {"ratio": Fraction(1)}).certain


def test_a_model_tells_which_rows_fired_and_what_was_missing():
    person = '<itemComponent name="age"><typeRef>number</typeRef></itemComponent>'
    allowed = "<allowedValues><text>? != null</text></allowedValues>"
    box = table("C", ["x"], ["z"], ["> 0", "1"], ["> 1", "x"], ["> 5", "3"])
    of = model(
        item("tPerson", person + allowed),
        item("tPeople", "<typeRef>tPerson</typeRef>", collection=True),
        given("x", "number"),
        given("y", "number"),
        given("people", "tPeople"),
        given("plain"),
        decision("d", box, needs="input:x input:y"),
        decision("other", feel("if x = 1 then 1 else y"), needs="input:x input:y"),
        decision("aged", feel("people.age"), needs="input:people"),
        decision("loose", feel("plain"), needs="input:plain"),
    )
    answer = of.decide("d", {"x": number("2")})
    assert (answer.rule_rows, answer.missing) == ((1, 2), ())
    assert of.decide("d", {}).missing == ("x",)
    assert of.decide("other", {"x": number("1")}).missing == ()
    assert of.decide("other", {"x": number("2")}).missing == ("y",)
    assert of.decide("other", {"x": number("2")}).rule_rows == ()
    people = [{"age": number("1")}, {"name": "b"}, {"age": None}]
    assert of.decide("aged", {"people": people}).missing == ("people[2].age", "people[3].age")
    assert of.decide("loose", {"plain": {"a": [None]}}).missing == ("plain.a[1]",)
