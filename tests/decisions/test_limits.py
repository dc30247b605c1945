"""Is what never ends, grows without end or is nested too deeply given up with a clear message?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maoding.decisions.columnar import parse_cell, parse_expression
from maoding.decisions.evaluation.evaluate import passes, settled, worth
from maoding.decisions.faults import LimitError, RuleError
from maoding.decisions.feel import parse_phrase, parse_tests, parse_type
from maoding.decisions.models import read_model
from maoding.decisions.models.xml import read_xml
from maoding.decisions.values.sizes import MOST_PARTS
from tests.decisions.dmn import decision, definitions, feel
from tests.decisions.telling import found, reasons

GIVEN_UP = [
    ("{f: function(n) f(n + 1), r: f(1)}.r", "计算套了超过1000层"),
    ("for i in 1..100000 return for j in 1..100000 return j", "计算超过1000000步"),
    ("for i in 1..1000000000000 return 1", "计算超过1000000步"),
    ("every i in 1..1000000000000 satisfies true", "计算超过1000000步"),
    ("for i in 1..3000 return partial", "列表或上下文超过1000000项"),
    ("(" * 101 + "1" + ")" * 101, "括号套了超过100层"),
    ("[" * 200 + "]" * 200, "括号套了超过100层"),
    ("1" + " + 1" * 400, "式子套了超过300层"),
    ("if true then 1 else " * 301 + "1", "式子套了超过300层"),
    ('"' + "a" * 100_001 + '"', "一个式子超过100000个字"),
    ("sort(for i in 1..9 return i, function(a, b) sort([a, b], function(c, d) f(c)))", None),
]


@pytest.mark.parametrize(("expression", "reason"), GIVEN_UP)
def test_what_never_ends_is_given_up(expression, reason):
    if reason is None:
        assert found(expression).value is None
        return
    with pytest.raises(LimitError) as error:
        found(expression)
    assert reason in error.value.reason
    assert error.value.mend


def test_doubling_a_list_again_and_again_is_given_up():
    entries = ["x0: [1, 1]", *(f"x{n}: [x{n - 1}, x{n - 1}]" for n in range(1, 40))]
    with pytest.raises(LimitError, match=str(MOST_PARTS)):
        found("{" + ", ".join(entries) + "}.x39")
    with pytest.raises(LimitError, match=str(MOST_PARTS)):
        found("string({" + ", ".join(entries) + "}.x39)")


def test_doubling_a_text_again_and_again_has_no_value():
    entries = ['x0: "0123456789"', *(f"x{n}: x{n - 1} + x{n - 1}" for n in range(1, 40))]
    said = "{" + ", ".join(entries) + "}"
    assert found(f"{said}.x39").value is None
    assert reasons(f"{said}.x39")[0] == "文字太长，最多1000000个字"
    assert found('string join(for i in 1..9 return x, ",")', x="a" * 200_000).value is None
    assert found("string([x, x])", x="a" * 500_000).value is None


def test_pythons_own_limit_is_told_as_ours():
    def deeper():
        return deeper()

    with pytest.raises(LimitError, match="套了超过"):
        settled(deeper)


def test_reasons_are_noted_but_not_without_end():
    assert len(reasons("for i in 1..1000 return nought")) == 100


WRONG = [
    ("", 1, 1, "没有内容"),
    ('"abc', 1, 1, "引号没有配对"),
    ('1 +\n  @"abc', 2, 3, "引号没有配对"),
    ("1 + “甲”", 1, 5, "看不懂““”"),
    ("1，2", 1, 2, "看不懂“，”"),
    ("f(a: 1, a: 2)", 1, 1, "参数名用了两次"),
    ("1e9999", 1, 1, "数字太大或太小"),
    ("1e-99999", 1, 1, "数字太大或太小"),
    ("for x in", 1, 9, "写到这里就断了"),
    ("1 2", 1, 3, "看不懂“2”"),
    ("]", 1, 2, "写到这里就断了"),
    ("1 ]", 1, 3, "看不懂“]”"),
    ("{1: 2}", 1, 2, "看不懂“1”"),
    ("function(1) 2", 1, 10, "看不懂“1”"),
]


@pytest.mark.parametrize(("text", "line", "column", "reason"), WRONG)
def test_what_cannot_be_read_is_told_with_line_and_column(text, line, column, reason):
    with pytest.raises(RuleError) as error:
        parse_phrase(text)
    assert (error.value.at.line, error.value.at.column, error.value.reason) == (line, column, reason)


def test_what_columns_cannot_give_is_told():
    for cell in ("!= 3", "abs(3)", "2 ** 3", "[1, 2]", "(" * 61 + "-" * 61 + "1" + ")" * 61):
        with pytest.raises(RuleError, match="还不能按列计算"):
            parse_cell(cell)
    with pytest.raises(RuleError, match="还不能按列计算"):
        parse_expression("if a then 1 else 2")
    assert parse_cell("(< 3)") == parse_cell("< 3")
    assert parse_cell("2, (>= 3)").tests[1].sign == ">="


def told_well(work):
    """Whether some work is done, or refused with a reason and a mend."""
    try:
        work()
    except RuleError as error:
        return bool(error.reason and error.mend)
    return True


@given(st.text(max_size=40))
def test_no_text_whatever_breaks_the_parser(text):
    for parse in (parse_phrase, parse_tests, parse_type):
        assert told_well(lambda parse=parse: parse(text))


SCRAPS = [
    "1",
    "a",
    '"b"',
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ",",
    "..",
    ".",
    "+",
    "-",
    "**",
    "<",
    "=",
    "in",
    "and",
]
SCRAPS += [
    "if",
    "then",
    "else",
    "for",
    "return",
    "some",
    "satisfies",
    "function",
    "not",
    "null",
    "@",
    "instance of",
]


@given(st.lists(st.sampled_from([*SCRAPS, "date and time", "list", "->", ">", "external", "?"]), max_size=14))
def test_no_row_of_words_breaks_parser_or_evaluator(words):
    text = " ".join(words)
    assert told_well(lambda: worth(text, {"a": None}))
    assert told_well(lambda: passes(text, None, {}))


ENTITY = b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><d>&x;</d>'
BOMB = b'<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>'


@pytest.mark.parametrize("data", [ENTITY, BOMB, b"<!DOCTYPE d><d/>"])
def test_a_document_type_is_refused(data):
    with pytest.raises(RuleError, match="请删去 DOCTYPE 声明"):
        read_xml(data)


@pytest.mark.parametrize("data", [b"", b"<d>", b"not xml", b"\xff\xfe\x00", b"<d>&nothing;</d>"])
def test_what_is_no_xml_is_told(data):
    with pytest.raises(RuleError, match="不是完整的 XML"):
        read_xml(data)


@pytest.mark.parametrize(
    "data",
    [
        b"<d>" * 250 + b"</d>" * 250,
        b"<d>" + b"<e/>" * 400_001 + b"</d>",
        b"<d>" + b" " * 32_000_000 + b"</d>",
    ],
)
def test_a_file_too_large_is_refused(data):
    with pytest.raises(LimitError, match="请拆成几个模型"):
        read_xml(data)


@pytest.mark.parametrize(
    "data", [b"<d/>", b'<definitions xmlns="urn:other"/>', definitions()[:0] + b"<a xmlns='b'/>"]
)
def test_what_is_no_model_is_told(data):
    with pytest.raises(RuleError, match=r"不是 DMN 1\.1 到 1\.5 的模型"):
        read_model(data)


def test_text_around_the_model_does_not_matter():
    root = read_xml(definitions(decision("d", feel("1"))) + b"\n<!-- end -->\n")
    assert [each.get("name") for each in root.every("decision")] == ["d"]
    assert root.text_of("nothing") == ""
