"""Is a graph of decisions worked out from what each requires, with types, functions, services and imports?"""

import pytest

from maoding.decisions.faults import LimitError, RuleError
from maoding.decisions.models.nodes import Knowledge
from maoding.decisions.values.reading import date_in
from tests.decisions.dmn import (
    decision,
    definitions,
    feel,
    given,
    item,
    knowledge,
    model,
    number,
    required,
    service,
    told,
)


def test_a_decision_sees_what_it_requires_and_nothing_else():
    of = model(
        given("x"),
        decision("a", feel("x + 1"), needs="input:x"),
        decision("b", feel("a * 2"), needs="decision:a"),
        decision("c", feel("a")),
        decision("both", feel("a + b"), needs="decision:a decision:b"),
    )
    assert told(of, "b", x=number("1")) == "4"
    assert told(of, "both", x=number("1")) == "6"
    assert told(of, "c", x=number("1")) == "null"
    assert of.names() == ["a", "b", "c", "both"]


def test_names_with_blanks_and_signs_are_found():
    of = model(
        given("月均 收入"),
        given("支出 - 其他"),
        decision("净额", feel("月均 收入 - 支出 - 其他"), needs="input:月均 input:支出"),
    )
    assert [fault.reason for fault in of.faults] == ["引用的“月均”不存在", "引用的“支出”不存在"]
    parts = [
        '<inputData id="i1" name="月均 收入"/>',
        '<inputData id="i2" name="支出 - 其他"/>',
        decision("净额", feel("月均  收入 - 支出-其他"), needs="input:i1 input:i2"),
    ]
    assert told(model(*parts), "净额", **{"月均 收入": number("3"), "支出-其他": number("1")}) == "2"


def test_a_missing_reference_names_the_nearest():
    of = model(given("income"), decision("d", feel("1"), needs="input:incomes"))
    assert str(of.faults[0]) == "“d”第3行第71列：引用的“incomes”不存在。可能是“income”。"


@pytest.mark.parametrize(
    ("type_", "text", "value"),
    [
        ("number", "1", "1"),
        ("number", '"1"', "null"),
        ("number", "[1]", "1"),
        ("number", "[1, 2]", "null"),
        ("list<number>", "1", "[1]"),
        ("date and time", 'date("2021-06-30")', "2021-06-30T00:00:00Z"),
        ("feel:string", '"a"', "a"),
        ("Any", "[1]", "[1]"),
        ("tGrade", '"甲"', "甲"),
        ("tGrade", '"丙"', "null"),
        ("tGrades", '["甲", "乙"]', '["甲", "乙"]'),
        ("tGrades", '"甲"', '["甲"]'),
        ("tGrades", '["甲", "丙"]', "null"),
        ("tFew", "[1, 2]", "[1, 2]"),
        ("tFew", "[1, 2, 3]", "null"),
        ("tPerson", '{name: "a", age: 3}', '{name: "a", age: 3}'),
        ("tPerson", '{name: "a"}', '{name: "a"}'),
        ("tPerson", '{name: 1, age: 3}', "null"),
        ("tPeople", '[{name: "a", child: {name: "b"}}]', '[{name: "a", child: {name: "b"}}]'),
        ("tPeople", '{name: "a", child: {name: 1}}', "null"),
        ("tBroken", "1", "1"),
    ],
)  # fmt: skip
def test_a_value_must_fit_its_type(type_, text, value):
    allowed = '<typeRef>string</typeRef><allowedValues><text>"甲", "乙"</text></allowedValues>'
    few = "<typeRef>number</typeRef><typeConstraint><text>count(?) &lt; 3</text></typeConstraint>"
    parts = {
        "name": "<typeRef>string</typeRef>",
        "age": "<typeRef>number</typeRef>",
        "child": "<typeRef>tPerson</typeRef>",
    }
    person = "".join(
        f'<itemComponent name="{name}">{inside}</itemComponent>' for name, inside in parts.items()
    )
    of = model(
        item("tPeople", "<typeRef>tPerson</typeRef>", collection=True),
        item("tGrade", allowed),
        item("tGrades", allowed, collection=True),
        item("tFew", few, collection=True),
        item("tPerson", person),
        item("tBroken", "<typeRef>tNowhere</typeRef>"),
        decision("d", feel(text), type_=type_),
    )
    assert told(of, "d") == value


def test_a_type_can_be_asked_for_in_expressions():
    person = '<itemComponent name="name"><typeRef>string</typeRef></itemComponent>'
    of = model(
        item("tPerson", person),
        item(
            "tFunction",
            '<functionItem outputTypeRef="number"><parameters name="a" typeRef="tPerson"/></functionItem>',
        ),
        decision("yes", feel('{name: "a"} instance of tPerson')),
        decision("no", feel("{} instance of tPerson")),
        item("tOther", person + "<allowedValues><text>? != null</text></allowedValues>"),
        item(
            "tTaking",
            '<functionItem outputTypeRef="Any"><parameters name="a" typeRef="tOther"/></functionItem>',
        ),
        decision("f", feel("(function(a: tPerson) a) instance of tFunction")),
        decision("g", feel("(function(a: tPerson) a) instance of tTaking")),
        decision("h", feel("(function(a: tOther) a) instance of tTaking")),
        decision("i", feel("(function(a: tOther) a) instance of function<context>->Any")),
        decision("j", feel("(function(a: tPerson) 1)"), type_="tFunction"),
        decision("k", feel("j({name: 1})"), needs="decision:j"),
        decision("l", feel('j({name: "a"})'), needs="decision:j"),
        decision("m", feel("(function() 1)"), type_="tFunction"),
    )
    assert [told(of, name) for name in "klm"] == ["null", "1", "null"]
    assert [told(of, name) for name in ("yes", "no", "f")] == ["true", "false", "false"]
    assert [told(of, name) for name in "ghi"] == ["false", "true", "false"]


def test_a_fault_in_allowed_values_is_told():
    of = model(item("tBad", "<typeRef>string</typeRef><allowedValues><text>&gt; &gt;</text></allowedValues>"))
    assert of.faults[0].place == "类型“tBad”"


def test_an_input_that_does_not_fit_is_null_and_noted():
    of = model(given("x", "number"), decision("d", feel("x"), needs="input:x"))
    answer = of.decide("d", {"x": "text"})
    assert answer.value is None
    assert answer.notes[0].reason == "“x”的值不合类型 number"
    assert of.decide("d", {}).value is None


def test_functions_call_functions_and_themselves():
    of = model(
        knowledge("fact", feel("if n < 2 then 1 else n * fact(n - 1)"), "n:number"),
        knowledge("twice", feel("2 * fact(n)"), "n:number", type_="number", needs="knowledge:fact"),
        knowledge("wrong", feel('"x"'), type_="number"),
        knowledge("java", feel("1"), kind="Java"),
        '<businessKnowledgeModel id="none" name="none"/>',
        decision("a", feel("twice(5)"), needs="knowledge:twice"),
        decision("b", feel('twice("5")'), needs="knowledge:twice"),
        decision("c", feel("wrong()"), needs="knowledge:wrong"),
        decision("e", feel("java()"), needs="knowledge:java"),
        decision("f", feel("none"), needs="knowledge:none"),
    )
    assert [told(of, name) for name in "abcef"] == ["240", "null", "null", "null", "null"]
    assert of.invoke("fact", {"n": number("5")}).value == 120
    assert of.invoke("wrong", {}).value is None
    assert of.invoke("none", {}).value is None
    assert of.names(Knowledge) == ["fact", "twice", "wrong", "java", "none"]


def test_decisions_in_a_ring_are_refused_with_their_names():
    with pytest.raises(RuleError, match=r"成了环：.*b") as error:
        model(
            decision("a", feel("b"), needs="decision:b"),
            decision("b", feel("c"), needs="decision:c"),
            decision("c", feel("a"), needs="decision:a"),
        )
    assert error.value.at.line in (2, 3, 4)


def test_a_service_in_a_ring_with_a_decision_is_given_up():
    of = model(
        decision("a", feel("s()"), needs="knowledge:s"),
        service("s", "a"),
    )
    with pytest.raises(LimitError):
        of.decide("a", {})


def test_there_is_no_such_decision():
    of = model(decision("eligible", feel("1")))
    with pytest.raises(RuleError, match="可用的有：eligible"):
        of.decide("eligble", {})
    with pytest.raises(RuleError, match="可用的有：eligible"):
        of.decide("x", {})


@pytest.mark.parametrize("version", ["1.1", "1.2", "1.3", "1.4", "1.5"])
def test_every_version_is_read(version):
    from maoding.decisions.models import read_model

    of = read_model(definitions(decision("d", feel("1 + 1")), version=version))
    assert (told(of, "d"), of.part.version) == ("2", version)


def test_requirements_may_name_their_own_model():
    parts = given("x"), decision("d", feel("x"), needs="input:urn:test#x")
    assert told(model(*parts), "d", x="a") == "a"
    assert "urn:test#x" in required("input:urn:test#x")


def test_days_of_facts_are_taken_as_moments_where_a_moment_is_wanted():
    of = model(given("x", "date and time"), decision("d", feel("x"), needs="input:x"))
    assert told(of, "d", x=date_in("2021-06-30")) == "2021-06-30T00:00:00Z"
