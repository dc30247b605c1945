"""Do decision services and imported models give what their decisions say?"""

import pytest

from maoding.decisions.faults import RuleError
from maoding.decisions.models.nodes import Service
from tests.decisions.dmn import (
    decision,
    definitions,
    feel,
    given,
    item,
    knowledge,
    model,
    number,
    service,
    told,
)


def services():
    return model(
        given("x", "number"),
        given("y", "number"),
        decision("a", feel("x + y"), needs="input:x input:y"),
        decision("b", feel("a * 2"), needs="decision:a"),
        decision("c", feel("b + 1"), needs="decision:b"),
        service("one", "c", inputs="x y"),
        service("two", "b c", inputs="x", decisions="a"),
        service("typed", "c", decisions="b", type_="string"),
        decision("call", feel("one(1, 2)"), needs="knowledge:one"),
        decision("by name", feel("two(a: 5, x: 0).c"), needs="knowledge:two"),
        decision("few", feel("one(1)"), needs="knowledge:one"),
        decision("wrong", feel('one("1", 2)'), needs="knowledge:one"),
    )


def test_a_service_gives_what_its_output_decisions_say():
    of = services()
    assert of.invoke("one", {"x": number("1"), "y": number("2")}).value == 7
    assert of.invoke("two", {"a": number("5")}).value == {"b": 10, "c": 11}
    assert of.invoke("typed", {"b": number("1")}).value is None
    assert [told(of, name) for name in ("call", "by name", "few", "wrong")] == ["7", "11", "null", "null"]
    assert of.names(Service) == ["one", "two", "typed"]


def imported(prefix, alias):
    return definitions(
        item("tAge", "<typeRef>number</typeRef><allowedValues><text>[0..150]</text></allowedValues>"),
        given("x", "tAge"),
        decision("twice", feel("x * 2"), needs="input:x", type_="number"),
        knowledge("add", feel("a + b"), "a", "b"),
        namespace="urn:other",
    ), f'<import namespace="urn:other" name="{alias}" importType="{prefix}"/>'


@pytest.mark.parametrize(("alias", "path"), [("other one", "other one."), ("", "")])
def test_what_is_imported_is_found_under_the_imports_name(alias, path):
    other, line = imported("https://www.omg.org/spec/DMN/20230324/MODEL/", alias)
    of = model(
        line,
        '<import namespace="urn:java" name="j" importType="http://www.w3.org/2001/XMLSchema"/>',
        decision(
            "d",
            feel(f"{path}twice + {path}add(1, 2)"),
            needs="decision:urn:other#twice knowledge:urn:other#add",
        ),
        decision("e", feel("200"), type_=f"{path}tAge"),
        **{"urn:other": other},
    )
    assert of.faults == []
    assert told(of, "d", x=number("5")) == "13"
    assert told(of, "d", **{f"{alias}.x": number("5")}) == ("13" if alias else "null")
    assert told(of, "d", **{alias: {"x": number("5")}}) == ("13" if alias else "null")
    assert told(of, "e") == "null"


def test_a_model_imported_by_two_ways_may_have_two_sets_of_facts():
    inner = definitions(given("x"), decision("d", feel("x"), needs="input:x"), namespace="urn:inner")
    line = '<import namespace="urn:inner" name="inner one" importType="DMN"/>'
    first, second = (
        definitions(
            line,
            decision("d", feel("inner one.d + 1"), needs="decision:urn:inner#d"),
            namespace=f"urn:{name}",
        )
        for name in "ab"
    )
    of = model(
        '<import namespace="urn:a" name="a" importType="DMN"/>',
        '<import namespace="urn:b" name="b" importType="DMN"/>',
        decision("d", feel("[a.d, b.d]"), needs="decision:urn:a#d decision:urn:b#d"),
        **{"urn:inner": inner, "urn:a": first, "urn:b": second},
    )
    facts = {"a": {"inner one": {"x": number("1")}}, "b": {"inner one": {"x": number("5")}}}
    assert told(of, "d", **facts) == "[2, 6]"
    assert told(of, "d", **{"a.inner one.x": number("1"), "x": number("7")}) == "[2, 8]"


def test_models_may_import_one_another():
    a = definitions('<import namespace="urn:b" name="b" importType="DMN"/>', namespace="urn:a")
    b = definitions(
        '<import namespace="urn:a" name="a" importType="DMN"/>', decision("d", feel("1")), namespace="urn:b"
    )
    of = model('<import namespace="urn:a" name="a" importType="DMN"/>', **{"urn:a": a, "urn:b": b})
    assert of.names() == []


def test_an_import_that_is_not_there_is_told():
    _, line = imported("DMN", "other")
    with pytest.raises(RuleError, match="找不到引入的模型“urn:other”"):
        model(line)
