"""Does each kind of expression come to what FEEL says it does?"""

from fractions import Fraction

import pytest

from maoding.decisions.evaluation.evaluate import passes
from maoding.decisions.feel import parse_phrase
from maoding.decisions.values.kinds import called
from tests.decisions.telling import found, reasons, told

SAID = [
    # numbers: exact, 34 digits
    ("0.1 + 0.2 = 0.3", "true"),
    ("1 / 3", "0.3333333333333333333333333333333333"),
    ("2 ** 3 ** 2", "64"),
    ("-3 ** 2", "9"),
    ("2 ** -1", "0.5"),
    ("4 ** 0.5", "2"),
    ("0 ** 0", "1"),
    ("1.5e3 + .5", "1500.5"),
    ("1 / 0", "null"),
    ("10 ** 7000", "null"),
    ("null + 1", "null"),
    ("-null", "null"),
    ("1 + true", "null"),
    ("floor(-1.5)", "-2"),
    ("floor([1.5])", "1"),
    ('floor("x")', "null"),
    # texts
    ('"甲" + "乙"', "甲乙"),
    (r'"a\"\\\n\u0041\U01F40E\d"', 'a"\\\nA🐎\\d'),
    (r'string length("\uD83D\uDC0E")', "1"),
    # joining words
    ("true and null", "null"),
    ("false and null", "false"),
    ('true or "x"', "true"),
    ('false or "x"', "null"),
    ("true and true and false", "false"),
    ("(true or false) and (false or true)", "true"),
    # comparisons
    ("1 < 2", "true"),
    ("2 >= 2", "true"),
    ("2 > 2", "false"),
    ("1 != 2", "true"),
    ('1 = "1"', "null"),
    ("null = null", "true"),
    ("null != 1", "true"),
    ("null < 1", "null"),
    ("true < false", "null"),
    ("[1, [2]] = [1, [2]]", "true"),
    ("[1] = [1, 2]", "false"),
    ("{a: 1} = {a: 1.0}", "true"),
    ("{a: 1} = {b: 1}", "false"),
    ("3 between 1 and 3", "true"),
    ("3 between null and 2", "false"),
    ("1 between null and 2", "null"),
    ('1 between "a" and 2', "null"),
    # in
    ("1 in [2, 1]", "true"),
    ("5 in (> 3)", "true"),
    ("5 in (1, < 3)", "false"),
    ("5 in ([1..3], [4..6])", "true"),
    ("5 in [[1..3], [4..6]]", "true"),
    ("5 in ]4..5[", "false"),
    ("5 in [5..9[", "true"),
    ("5 in (!= 5)", "false"),
    ("5 in (= 5)", "true"),
    ("5 in >= 5", "true"),
    ("5 in (null..10]", "null"),
    ('5 in "a"', "null"),
    ("[1..2] in [1..2]", "true"),
    # if, for, some, every
    ("if null then 1 else 2", "2"),
    ("if 1 < 2 then 1 else 2 + 3", "1"),
    ("for i in 1..3 return i * 2", "[2, 4, 6]"),
    ("for i in 3..1 return i", "[3, 2, 1]"),
    ("for i in [1..3) return i", "[1, 2]"),
    ("for i in ]1..3] return i", "[2, 3]"),
    ("for i in [4..2] return i", "[4, 3, 2]"),
    ('for d in @"2020-02-28"..@"2020-03-01" return d', "[2020-02-28, 2020-02-29, 2020-03-01]"),
    ("for x in [1, 2], y in [x..2] return [x, y]", "[[1, 1], [1, 2], [2, 2]]"),
    ("for i in 1..6 return if i < 3 then 1 else partial[-1] + partial[-2]", "[1, 1, 2, 3, 5, 8]"),
    ("for i in 1..3 return count(partial)", "[0, 1, 2]"),
    ("for i in 5 return i", "[5]"),
    ("for i in null return i", "null"),
    ("for i in 1.5..3 return i", "null"),
    ("some x in [1, 2] satisfies x > 1", "true"),
    ("every x in [1, 2] satisfies x > 1", "false"),
    ("every x in [] satisfies false", "true"),
    ("some x in [1], y in [2] satisfies x = y", "false"),
    ('some x in [1, 2] satisfies x > "a"', "null"),
    # lists, filters, paths
    ("[1, 2, 3][2]", "2"),
    ("[1, 2, 3][-1]", "3"),
    ("[1, 2, 3][0]", "null"),
    ("[1, 2, 3][4]", "null"),
    ("[1, 2, 3][1.5]", "null"),
    ("[1, 2, 3][item > 1]", "[2, 3]"),
    ("[1, 2, 3][null]", "[]"),
    ('[1, 2, 3]["a"]', "null"),
    ("[true, false][item]", "[true]"),
    ('"abc"[1]', "abc"),
    ("null[1]", "null"),
    ("[{甲: 1, 乙: 2}, {甲: 2, 乙: 3}][甲 > 1].乙", "[3]"),
    ("[{a: 1}, {b: 1}].a", "[1, null]"),
    ("{a: {b c: 5}}.a.b c", "5"),
    ("{a: 1}.b", "null"),
    ("null.b", "null"),
    ("1 .b", "null"),
    # contexts
    ("{a: 1, b: a + 1}", "{a: 1, b: 2}"),
    ("{a /* 甲 */ : 1 // 乙\n, b: a}.b", "1"),
    ('{"x+y": 1}', '{"x+y": 1}'),
    ("{收入-支出: 1, b: 收入-支出 + 1}.b", "2"),
    ("{a: 1, a: 2}", "null"),
    ("{}", "{}"),
    ("{🐎: 1}.🐎", "1"),
    ("{if: 1}.if", "1"),
    # functions
    ("(function(a, b) a + b)(1, 2)", "3"),
    ("{f: function(n: number) if n < 2 then 1 else n * f(n - 1), r: f(20)}.r", "2432902008176640000"),
    ("{f: function(第一, second one) 第一 - second one, r: f(second one: 1, 第一: 3)}.r", "2"),
    ("{f: function(a) a, r: f(b: 1)}.r", "null"),
    ("{f: function(a) a, r: f(1, 2)}.r", "null"),
    ("{f: function(a: string) a, r: f(1)}.r", "null"),
    ("{f: function(a: string) a, r: f([\"x\"])}.r", "x"),
    ("{f: function(a: list<number>) a, r: f(1)}.r", "[1]"),
    ("{f: function(a: nonsense) a, r: f(1)}.r", "null"),
    ("[function(x) x + 1][1](2)", "3"),
    ("(function(x) ]1..x])(3)", "(1..3]"),
    ("3 in (]1..3], 5)", "true"),
    ("1(2)", "null"),
    ("nothing(2)", "null"),
    ('(function() external {java: {class: "x"}})()', "null"),
    # ranges as values
    ("[1..10] = [1..10]", "true"),
    ("(< 10) = (null..10)", "false"),
    ("[1..10).end included", "false"),
    ("(>= 5).start", "5"),
    ('["a"..1]', "null"),
    ("3 in [5..1]", "false"),
]  # fmt: skip


@pytest.mark.parametrize(("expression", "value"), SAID)
def test_an_expression_comes_to(expression, value):
    assert told(expression) == value


TYPES = [
    ("1 instance of number", True),
    ('"a" instance of string', True),
    ("true instance of boolean", True),
    ('@"2020-01-01" instance of date', True),
    ('@"10:00:00" instance of time', True),
    ('@"2020-01-01T10:00:00" instance of date and time', True),
    ('@"P1D" instance of days and time duration', True),
    ('@"P1Y" instance of years and months duration', True),
    ('@"P1Y" instance of days and time duration', False),
    ("1 instance of Any", True),
    ("null instance of Any", False),
    ("null instance of Null", True),
    ("[1, null] instance of list<number>", True),
    ('[1, "a"] instance of list<number>', False),
    ("[1] instance of list", True),
    ("1 instance of list<number>", False),
    ("{a: 1, b: 2} instance of context<a: number>", True),
    ("{a: 1} instance of context<a: number, b: string>", False),
    ("{a: null} instance of context<a: number>", True),
    ("1 instance of context", False),
    ("[1..2] instance of range<number>", True),
    ("(< 2) instance of range<number>", True),
    ('["a".."b"] instance of range<number>', False),
    ("1 instance of range<number>", False),
    ("abs instance of function", True),
    ("sqrt instance of function<number>->number", True),
    ("sqrt instance of function<number>->string", False),
    ("sqrt instance of function<number, number>->number", False),
    ("(function(a: number) a) instance of function<number>->Any", True),
    ("(function(a: list<number>) a) instance of function<list<number>>->Any", True),
    ("(function(a: list<number>) a) instance of function<list>->Any", False),
    ("(function(a: range<number>) a) instance of function<range<number>>->Any", True),
    ("(function(a: range<number>) a) instance of function<number>->Any", False),
    ("(function(a: context<b: number>) a) instance of function<context<b: number, c: date>>->Any", True),
    ("(function(a: context<b: number>) a) instance of function<context>->Any", False),
    ("(function(a: context) a) instance of function<context>->Any", True),
    ("(function(a: function<number>->number) a) instance of function<function<number>->number>->Any", True),
    ("(function(a: function<number>->number) a) instance of function<number>->Any", False),
    ("(function() 1) instance of function<>->Any", True),
    ("1 instance of function<>->Any", False),
    ("(function(a: number) a) instance of function<context<b: number>>->Any", False),
    ("(function(a: context) a) instance of function<number>->Any", False),
]


@pytest.mark.parametrize(("expression", "is_so"), TYPES)
def test_a_value_is_of_a_type_or_not(expression, is_so):
    assert found(expression).value is is_so


@pytest.mark.parametrize("wrong", ["nonsense", "list<number, number>", "context<number>"])
def test_there_is_no_such_type(wrong):
    assert found(f"1 instance of {wrong}").value is None
    assert "没有名为" in reasons(f"1 instance of {wrong}")[0]


CELLS = [
    ("-", 1, True),
    ("1, 2", 2, True),
    ("not(1, 2)", 2, False),
    ("not([1..2))", 2, True),
    ("not(null)", 2, True),
    ("not(? = 1) and (true)", 2, True),
    ("< 3, > 5", 4, False),
    ("null", None, True),
    ("null", 1, False),
    ("> 3", None, None),
    ("? > 3 and ? < 5", 4, True),
    ("? > 3", None, None),
    ("count(?) > 1", [1, 2], True),
    ('"a"', "a", True),
    ("true", True, True),
    ("1 < 2", 5, True),
    ("1 < 2", None, False),
    ("[1, 2]", 1, True),
    ("[?, 3]", 3, True),
]


@pytest.mark.parametrize(("cell", "value", "passed"), CELLS)
def test_a_value_passes_a_cell_or_not(cell, value, passed):
    given = (
        found(str(value)).value if isinstance(value, int | list) and not isinstance(value, bool) else value
    )
    assert passes(cell, given, {}) is passed


def test_names_may_have_blanks_signs_and_any_letters():
    values = {"完成 率": found("1").value, "收入-支出": found("2").value, "a/b and c": found("3").value}
    assert told("完成  率 + 收入 - 支出 + a/b and c", **values) == "6"
    assert told("date and time", **{"date and time": "x"}) == "x"


def test_blanks_in_the_names_of_entries_do_not_matter():
    assert told("x.收入-支出", x={"收入 - 支出": "a"}, **{"收入-支出": None}) == "a"


def test_what_is_not_known_is_null_with_the_reason():
    assert reasons("1 + nought") == ["没有名为“nought”的值"]
    assert reasons("{a: 1}.b") == ["上下文里没有“b”"]
    assert reasons("[1, 2][3]") == ["列表有2项，没有第3项"]
    assert reasons('"a" * 2') == ["文字与数字不能用“*”计算"]
    assert reasons("[5..1]") == ["区间上下颠倒"]
    assert reasons('if 1 > "a" then 1 else 2') == ["数字与文字不能用“>”比较"]


def test_kinds_have_names_in_the_readers_words():
    assert called(found("abs").value) == "函数"
    assert called(found("[1..2]").value) == "区间"


def test_a_literal_is_kept_exactly_as_written():
    assert parse_phrase("0.1").value == Fraction(1, 10)
