"""Does each boxed expression of a DMN model come to what the standard says?"""

import pytest

from tests.decisions.dmn import decision, feel, formal, given, knowledge, model, told


def box(text, **facts):
    """What a single box comes to."""
    parts = [given(name) for name in facts]
    return told(
        model(*parts, decision("d", text, needs=" ".join(f"input:{name}" for name in facts))), "d", **facts
    )


def entry(name, inside, type_=""):
    variable = f'<variable name="{name}" typeRef="{type_}"/>' if name else ""
    return f"<contextEntry>{variable}{inside}</contextEntry>"


def test_entries_of_a_context_may_use_those_above():
    entries = entry("a b", feel("1")), entry("c", feel("a b + 1"))
    assert box(f"<context>{''.join(entries)}</context>") == "{a b: 1, c: 2}"
    assert box(f"<context>{''.join(entries)}{entry('', feel('c * 10'))}</context>") == "20"


def test_an_entry_must_fit_its_type():
    assert box(f"<context>{entry('a', feel('1'), 'string')}</context>") == "{a: null}"
    assert box(f"<context>{entry('a', feel('[1]'), 'number')}</context>") == "{a: 1}"


def test_lists_and_relations():
    assert box(f"<list>{feel('1')}{feel('1 + 1')}</list>") == "[1, 2]"
    columns = '<column name="甲"/><column name="乙"/>'
    rows = f"<row>{feel('1')}{feel('2')}</row><row>{feel('3')}{feel('x')}</row>"
    assert box(f"<relation>{columns}{rows}</relation>") == "[{甲: 1, 乙: 2}, {甲: 3, 乙: null}]"


@pytest.mark.parametrize(("condition", "value"), [("true", "1"), ("false", "2"), ("null", "2")])
def test_a_conditional(condition, value):
    parts = f"<if>{feel(condition)}</if><then>{feel('1')}</then><else>{feel('2')}</else>"
    assert box(f"<conditional>{parts}</conditional>") == value


@pytest.mark.parametrize(
    ("of", "match", "value"),
    [
        ("[1, 2, 3]", "item > 1", "[2, 3]"),
        ("[{a b: 1}, {a b: 2}]", "a b = 2", "[{a b: 2}]"),
        ("5", "item = 5", "[5]"),
        ("[1, 2]", "null", "[]"),
        ("[1, 2]", '"x"', "null"),
        ("null", "true", "null"),
    ],
)
def test_a_filter(of, match, value):
    assert box(f"<filter><in>{feel(of)}</in><match>{feel(match)}</match></filter>") == value


@pytest.mark.parametrize(
    ("of", "value"), [("[1, 2]", "[2, 4]"), ("[1..3]", "[2, 4, 6]"), ("5", "[10]"), ("null", "null")]
)
def test_an_iterator(of, value):
    inside = f"<in>{feel(of)}</in><return>{feel('每 项 * 2')}</return>"
    assert box(f'<for iteratorVariable="每 项">{inside}</for>') == value


def test_an_iterator_has_its_earlier_results():
    inside = f"<in>{feel('1..5')}</in>"
    inside = f"<in>{feel('[1..4]')}</in><return>{feel('i + sum(append(partial, 0))')}</return>"
    assert box(f'<for iteratorVariable="i">{inside}</for>') == "[1, 3, 7, 15]"


@pytest.mark.parametrize(
    ("word", "of", "value"),
    [
        ("some", "[1, 2]", "true"),
        ("every", "[1, 2]", "false"),
        ("every", "[]", "true"),
        ("some", "[null]", "null"),
        ("some", "null", "null"),
    ],
)
def test_quantifiers(word, of, value):
    inside = f"<in>{feel(of)}</in><satisfies>{feel('i > 1')}</satisfies>"
    assert box(f'<{word} iteratorVariable="i">{inside}</{word}>') == value


def test_a_function_may_stand_in_a_context_and_be_called():
    function = f"<functionDefinition>{formal(('x',))}{feel('x + 1')}</functionDefinition>"
    entries = entry("f", function), entry("r", feel("f(1) + f(x: 2)"))
    assert box(f"<context>{''.join(entries)}{entry('', feel('r'))}</context>") == "5"


@pytest.mark.parametrize("kind", ["Java", "PMML"])
def test_a_function_in_another_language_is_not_run(kind):
    function = f'<functionDefinition kind="{kind}">{formal(("x",))}{feel("x")}</functionDefinition>'
    of = model(decision("d", f"<context>{entry('f', function)}{entry('', feel('f(1)'))}</context>"))
    answer = of.decide("d", {})
    assert answer.value is None
    assert "不运行外部" in answer.notes[0].reason


def binding(name, text):
    return f'<binding><parameter name="{name}"/>{feel(text)}</binding>'


def test_an_invocation_binds_by_name_and_leaves_the_rest_null():
    sums = knowledge("sums", feel("if b = null then a else a + b"), "a:number", "b:number")
    call = f"<invocation>{feel('sums')}{binding('a', '1')}{binding('b', '2')}</invocation>"
    few = f"<invocation>{feel('sums')}{binding('a', '1')}</invocation>"
    wrong = f"<invocation>{feel('sums')}{binding('c', '1')}</invocation>"
    of = model(
        sums,
        decision("d", call, needs="knowledge:sums"),
        decision("few", few, needs="knowledge:sums"),
        decision("wrong", wrong, needs="knowledge:sums"),
        decision("none", f"<invocation>{feel('1')}</invocation>"),
        decision("native", f"<invocation>{feel('abs')}{binding('n', '-1')}</invocation>"),
        decision("empty", f"<invocation>{feel('abs')}<binding/></invocation>"),
    )
    assert [told(of, name) for name in ("d", "few", "wrong", "none", "native", "empty")] == [
        "3",
        "1",
        "null",
        "null",
        "1",
        "null",
    ]


def test_what_cannot_be_read_is_a_fault_and_null():
    of = model(
        decision("a", feel("1 +")),
        decision("b", "<literalExpression><importedValues/></literalExpression>"),
        decision("c", '<literalExpression expressionLanguage="urn:js"><text>1</text></literalExpression>'),
        decision("e", '<literalExpression expressionLanguage="urn:feel"><text>1</text></literalExpression>'),
        decision("f", "<literalExpression/>"),
        decision("g", ""),
        decision("h", feel("1"), type_="tNowhere"),
        decision("i", feel("1"), type_="list<"),
    )
    assert [told(of, name) for name in "abcefghi"] == ["null", "null", "null", "1", "null", "null", "1", "1"]
    assert [fault.place for fault in of.faults] == ["“a”", "“b”", "“c”", "“h”", "“i”"]
    assert [fault.at.line for fault in of.faults] == [2, 3, 4, 8, 9]
    assert of.decide("a", {}).notes[0].reason == "写到这里就断了"
