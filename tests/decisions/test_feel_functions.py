"""Does each built-in function give what the standard says it gives?"""

import pytest

from maoding.decisions.evaluation.evaluate import worth
from maoding.decisions.functions import BUILT_IN
from tests.decisions.telling import NOW, found, reasons, told

NUMBERS = [
    ("decimal(1/3, 2)", "0.33"),
    ("decimal(2.5, 0)", "2"),
    ("decimal(1/3, 2.9)", "0.33"),
    ("decimal(1, 7000)", "null"),
    ("decimal(1e30, 10)", "1000000000000000000000000000000"),
    ("decimal(1, 1e30)", "null"),
    ("floor(-1.56, 1)", "-1.6"),
    ("ceiling(-1.5)", "-1"),
    ("ceiling(1.52, 1)", "1.6"),
    ("round up(-5.5, 0)", "-6"),
    ("round up(1234, -2)", "1300"),
    ("round down(5.99, 1)", "5.9"),
    ("round half up(-2.5, 0)", "-3"),
    ("round half down(2.5, 0)", "2"),
    ("abs(-1)", "1"),
    ('abs(@"-P1D")', "P1D"),
    ('abs(@"-P1Y")', "P1Y"),
    ("abs(null)", "null"),
    ("abs(n: -2)", "2"),
    ("abs(m: -2)", "null"),
    ("modulo(-12, 5)", "3"),
    ("modulo(12, -5)", "-3"),
    ("modulo(10, 5)", "0"),
    ("modulo(1, 0)", "null"),
    ("sqrt(16)", "4"),
    ("sqrt(-1)", "null"),
    ("log(1)", "0"),
    ("log(0)", "null"),
    ("exp(0)", "1"),
    ("odd(5)", "true"),
    ("odd(-5)", "true"),
    ("odd(5.5)", "false"),
    ("even(-2)", "true"),
    ("even(2.5)", "false"),
]
TEXTS = [
    ('substring("foobar", 3)', "obar"),
    ('substring("foobar", 3, 3.8)', "oba"),
    ('substring("foobar", -2, 1)', "a"),
    ('substring("foobar", 0)', "null"),
    ('substring("foobar", 7)', "null"),
    ('substring("foobar", 1, 0)', "null"),
    ('string length("甲乙")', "2"),
    ('upper case("aBc4")', "ABC4"),
    ('lower case("aBc4")', "abc4"),
    ('substring before("foobar", "bar")', "foo"),
    ('substring before("foobar", "x")', ""),
    ('substring before("foobar", "")', ""),
    ('substring after("foobar", "ob")', "ar"),
    ('substring after("foobar", "x")', ""),
    ('substring after("foobar", "")', "foobar"),
    ('contains("foobar", "of")', "false"),
    ('starts with("foobar", "fo")', "true"),
    ('ends with("foobar", "r")', "true"),
    ('string join(["a", null, "c"], "-")', "a-c"),
    ('string join(["a", "c"])', "ac"),
    ('string join(["a", "c"], null)', "ac"),
    ('string join(["a", 1])', "null"),
    ('string("a")', "a"),
    ("string(1.10)", "1.1"),
    ("string(-0.0)", "0"),
    ("string(true)", "true"),
    ("string(null)", "null"),
    ('string(["a\\"b", {甲: null, "x y": 1, "1": 2}])', '["a\\"b", {甲: null, x y: 1, "1": 2}]'),
    ("string([1..2))", "[1..2)"),
    ("string((> 2))", "(> 2)"),
    ("string((<= 2))", "(<= 2)"),
    ("string(abs)", "null"),
]
LISTS = [
    ("list contains([1, null], null)", "true"),
    ("list contains([1, 2], 3)", "false"),
    ("list contains(1, 1)", "true"),
    ("list contains(null, 1)", "null"),
    ("count([1, [2, 3]])", "2"),
    ("count([])", "0"),
    ("min(3, 1, 2)", "1"),
    ('max(["b", "c", "a"])', "c"),
    ('min(@"2020-01-02", @"2020-01-01")', "2020-01-01"),
    ("min([])", "null"),
    ("min([1, null])", "null"),
    ('min([1, "a"])', "null"),
    ("sum(1, 2, 3)", "6"),
    ("sum([1.5, 2])", "3.5"),
    ("sum([])", "null"),
    ('sum([1, "a"])', "null"),
    ("product(2, 3, 4)", "24"),
    ("mean([1, 2, 3])", "2"),
    ("median([8, 2, 5, 3])", "4"),
    ("median(3, 1, 2)", "2"),
    ("stddev(2, 4, 7, 5)", "2.081665999466132735282297706979931"),
    ("stddev([47])", "null"),
    ("mode([6, 3, 9, 6, 6])", "[6]"),
    ("mode(6, 1, 9, 6, 1)", "[1, 6]"),
    ("mode([])", "[]"),
    ("all([true, null])", "null"),
    ("all([false, null])", "false"),
    ("all([])", "true"),
    ("any([true, null])", "true"),
    ("any([])", "false"),
    ("any(false, false)", "false"),
    ('all(["true"])', "null"),
    ("sublist([1, 2, 3], 2)", "[2, 3]"),
    ("sublist([1, 2, 3], -2, 1)", "[2]"),
    ("sublist([1, 2, 3], 2, 3)", "null"),
    ("sublist([1, 2, 3], 4)", "null"),
    ("append([1], 2, null)", "[1, 2, null]"),
    ("append(1, 2)", "[1, 2]"),
    ("concatenate([1], [2, 3], [4])", "[1, 2, 3, 4]"),
    ("insert before([1, 3], 2, 2)", "[1, 2, 3]"),
    ("insert before([1, 3], -1, 2)", "[1, 2, 3]"),
    ("insert before([1, 3], 0, 2)", "null"),
    ("remove([1, 2, 3], 2)", "[1, 3]"),
    ("list replace([2, 4, 7, 8], 3, 6)", "[2, 4, 6, 8]"),
    ("list replace([2, 4, 7, 8], function(item, newItem) item < newItem, 5)", "[5, 5, 7, 8]"),
    ("list replace([2, 4], function(item, newItem) null, 5)", "null"),
    ("reverse([1, 2, 3])", "[3, 2, 1]"),
    ("index of([1, 2, null, 2], 2)", "[2, 4]"),
    ("index of([1, 2, null], null)", "[3]"),
    ("union([1, 2], [2, 3])", "[1, 2, 3]"),
    ('distinct values([1, 1.0, "1", {a: [1]}, {a: [1]}, null, null])', '[1, "1", {a: [1]}, null]'),
    ("flatten([[1, 2], [[3]], 4])", "[1, 2, 3, 4]"),
    ("sort([3, 1, 2, 1], function(x, y) x < y)", "[1, 1, 2, 3]"),
    ('sort(list: ["b", "a"], precedes: function(x, y) x < y)', '["a", "b"]'),
    ("sort([3, 1], function(x, y) 1)", "null"),
]
CONTEXTS = [
    ('get value({甲: 1}, "甲")', "1"),
    ('get value({甲: 1}, "乙")', "null"),
    ('get value(m: {a: 1}, key: "a")', "1"),
    ('get value(context: {a: 1}, key: "a")', "1"),
    ("get entries({a: 1, b: 2})", '[{key: "a", value: 1}, {key: "b", value: 2}]'),
    ('context([{key: "a", value: 1}, {key: "b", value: null}])', "{a: 1, b: null}"),
    ('context([{key: "a", value: 1}, {key: "a", value: 2}])', "null"),
    ('context([{key: "a"}])', "null"),
    ("context([null])", "null"),
    ('context put({a: 1}, "b", 2)', "{a: 1, b: 2}"),
    ('context put({a: {b: 1}}, ["a", "c"], 2)', "{a: {b: 1, c: 2}}"),
    ('context put({}, ["a", "b"], 2)', "{a: {b: 2}}"),
    ('context put({a: 1}, ["a", "b"], 2)', "null"),
    ("context put({a: 1}, [], 2)", "null"),
    ("context merge([{a: 1}, {a: 2, b: 3}])", "{a: 2, b: 3}"),
    ("context merge([{a: 1}, null])", "null"),
]
CONVERSIONS = [
    ('date("2021-06-30")', "2021-06-30"),
    ('date("30.6.2021")', "null"),
    ('date(@"2021-06-30")', "2021-06-30"),
    ('date(@"2021-06-30T10:00:00")', "2021-06-30"),
    ("date(2021, 6, 30)", "2021-06-30"),
    ("date(2021, 6, 31)", "null"),
    ("date(1e30, 6, 31)", "null"),
    ('time("10:11:12")', "10:11:12"),
    ('time("10 o\'clock")', "null"),
    ('time(@"10:11:12")', "10:11:12"),
    ('time(@"2021-06-30")', "00:00:00Z"),
    ('time(@"2021-06-30T10:11:12")', "10:11:12"),
    ("time(10, 11, 12.5)", "10:11:12.5"),
    ("time(10, 11, 12, null)", "10:11:12"),
    ('time(10, 11, 12, @"-PT2H")', "10:11:12-02:00"),
    ('time(10, 11, 12, @"PT15H")', "null"),
    ("time(24, 0, 0)", "null"),
    ("time(10, 0, -1)", "null"),
    ('date and time("2021-06-30T10:11:12Z")', "2021-06-30T10:11:12Z"),
    ('date and time("2021-06-30")', "2021-06-30T00:00:00"),
    ('date and time("today")', "null"),
    ('date and time(@"2021-06-30T10:11:12")', "2021-06-30T10:11:12"),
    ('date and time(@"2021-06-30", @"10:11:12")', "2021-06-30T10:11:12"),
    ('date and time(@"2021-06-30T01:02:03", @"10:11:12")', "2021-06-30T10:11:12"),
    ('duration("P1Y")', "P1Y"),
    ('duration("one year")', "null"),
    ('duration(@"P1D")', "P1D"),
    ('duration(@"P1M")', "P1M"),
    ('years and months duration(@"2011-12-22", @"2013-08-24")', "P1Y8M"),
    ('years and months duration(@"2013-08-24", @"2011-12-22")', "-P1Y8M"),
    ('years and months duration(@"2020-01-31", @"2020-02-28")', "P0M"),
    ('number("1 000,5", " ", ",")', "1000.5"),
    ('number("1.000,5", ".", ",")', "1000.5"),
    ('number("1,000.5", ",", ".")', "1000.5"),
    ('number("1000.5", null, null)', "1000.5"),
    ('number("1.5", null, ",")', "null"),
    ('number("1", ",", ",")', "null"),
    ('number("1", "x", ".")', "null"),
    ('number("1e2")', "100"),
    ("number(1)", "1"),
    ('number("1e99999")', "null"),
    ('number(from: "1", grouping separator: null, decimal separator: null)', "1"),
    ("not(true)", "false"),
    ("not(null)", "null"),
    ("now()", "2021-06-30T10:00:00+08:00"),
    ("today()", "2021-06-30"),
    ("now(1)", "null"),
]
DAYS = [
    ('day of year(@"2020-12-31")', "366"),
    ('day of week(@"2021-06-30")', "Wednesday"),
    ('month of year(@"2021-06-30T10:00:00")', "June"),
    ('week of year(@"2005-01-01")', "53"),
    ('week of year(@"2003-12-29")', "1"),
    ("is(1, 1.0)", "true"),
    ('is(1, "1")', "false"),
    ("is(value1: 1)", "false"),
    ("is(null, null)", "true"),
]
RANGES = [
    ('range("[1..5)")', "[1..5)"),
    ('range("(-1..5]")', "(-1..5]"),
    ('range("]@\\"2020-01-01\\"..date(\\"2020-02-01\\")[")', "(2020-01-01..2020-02-01)"),
    ('range("[..5]")', "(<= 5)"),
    ('range("(..5)")', "(< 5)"),
    ('range("[5..)")', "(>= 5)"),
    ('range("(5..]")', "(> 5)"),
    ('range("[..]")', "null"),
    ('range("1..5")', "null"),
    ('range("[5..1]")', "null"),
    ('range("[1..x]")', "null"),
    ('range("[1..+]")', "null"),
    ('range("[1..date(1)]")', "null"),
    ('range("[date(1)..]")', "null"),
    ('range("[1..\\"a\\"]")', "null"),
]


@pytest.mark.parametrize(
    ("expression", "value"),
    [*NUMBERS, *TEXTS, *LISTS, *CONTEXTS, *CONVERSIONS, *DAYS, *RANGES],
)
def test_a_function_gives(expression, value):
    assert told(expression) == value


# DMN 1.5, tables 73 to 84, but for those that belong to one evaluation (now, today, range).
STANDARD = """
date / time / date and time / duration / years and months duration / number / string / not
substring / string length / upper case / lower case / substring before / substring after / replace / contains
starts with / ends with / matches / split / string join
list contains / list replace / count / min / max / sum / mean / all / any / sublist / append / concatenate
insert before / remove / reverse / index of / union / distinct values / flatten / product / median / stddev / mode
decimal / floor / ceiling / round up / round down / round half up / round half down / abs / modulo / sqrt / log / exp
odd / even / is / day of year / day of week / month of year / week of year / sort
before / after / meets / met by / overlaps / overlaps before / overlaps after / finishes / finished by / includes
during / starts / started by / coincides / get value / get entries / context / context put / context merge
"""


def test_there_are_all_functions_of_the_standard():
    assert set(BUILT_IN) == {name.strip() for line in STANDARD.split("\n") for name in line.split("/")} - {""}


def test_the_moment_is_given_from_outside():
    assert found("now()").value == NOW
    assert told("now() instance of date and time") == "true"
    assert worth("now()", {}).notes[0].reason == "没有给出当前时刻"


def test_a_function_says_what_it_wants():
    assert reasons("abs()") == ["abs：要1个参数，给了0个"]
    assert reasons("abs(x: 1)") == ["abs的参数名应当是：n"]
    assert reasons("abs(true)") == ["abs：参数“n”不能是真假值"]
    assert reasons("sqrt(null)") == ["sqrt：参数“number”是空值"]
    assert reasons("round up(scale: 1)") == ["round up的参数名应当是：n、scale"]
