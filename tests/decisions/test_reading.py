"""Is a rule table read as written, and is what is wrong with it told where it stands?"""

import doctest
from copy import deepcopy

import pytest

import maoding.decisions
import maoding.decisions.reading
from maoding.decisions import RuleError, read_table
from tests.decisions.tables import written

ROWS = [{"behind": "<= 0", "light": "green"}, {"behind": "> 0", "kind": '"a"', "light": "red", "gap": True}]


def good():
    data = written(
        deepcopy(ROWS),
        "unique",
        {"behind": "due - done"},
        due="number",
        done="number",
        kind="text",
        spared="yes_no",
    )
    data["inputs"]["kind"]["words"] = {"a": {"zh": "甲", "en": "a"}, "b": {"zh": "乙", "en": "b"}}
    data["inputs"]["due"]["unit"] = "%"
    return data | {"title": "the caller's"}


def test_a_table_is_read_as_written():
    table = read_table(good())
    assert (table.name, table.hit_policy) == ("test", "unique")
    assert [measure.name for measure in table.measures] == ["behind", "kind"]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["<= 0", "-"], ["> 0", '"a"']]
    assert [(row.number, row.given, row.gap) for row in table.rows] == [
        (1, ("green",), False),
        (2, ("red",), True),
    ]
    assert table.inputs["due"].unit == "%"
    assert list(table.inputs["kind"].words) == ["a", "b"]
    assert table.kinds == {"due": "number", "done": "number", "kind": "text", "spared": "yes_no"}


def test_cells_may_be_written_as_yaml_reads_them():
    rows = [{"done": 5, "spared": True, "light": "a"}, {"done": 0.5, "spared": False, "light": "b"}]
    cells = [
        [cell.text for cell in row.cells]
        for row in read_table(written(rows, done="number", spared="yes_no")).rows
    ]
    assert cells == [["5", "true"], ["0.5", "false"]]


def test_outcomes_may_be_texts_truths_and_whole_numbers():
    data = written([{"light": "a", "ok": True, "points": -3}], done="number")
    data["outcomes"] |= {
        "ok": {"zh": "可", "en": "ok", "type": "yes_no"},
        "points": {"zh": "分", "en": "points", "type": "whole"},
    }
    assert read_table(data).rows[0].given == ("a", True, -3)


def put(path, value):
    """A change of the good table at a path; None takes the key away."""

    def change(data):
        *way, last = path
        for key in way:
            data = data[key]
        if value is None:
            del data[last]
        else:
            data[last] = value

    return change


FAULTS = [
    (put(["name"], None), "规则表", "缺少“name”"),
    (put(["name"], 3), "规则表的“name”", "写成了“3”"),
    (put(["hit_policy"], "any"), "规则表", "没有“any”这一项"),
    (put(["inputs"], []), "规则表的“inputs”", "写成了“[]”"),
    (put(["inputs", "due"], "number"), "规则表的“due”", "写成了“number”"),
    (put(["inputs", "due", "type"], "date"), "输入“due”", "没有“date”这一项"),
    (put(["inputs", "due", "zh"], None), "输入“due”", "缺少“zh”"),
    (put(["inputs", "due", "colour"], "x"), "输入“due”", "没有“colour”这一项"),
    (put(["inputs", "due", "unit"], 5), "输入“due”的“unit”", "写成了“5”"),
    (put(["inputs", "kind", "words", "a"], "甲"), "输入“kind”的“a”", "写成了“甲”"),
    (put(["inputs", "not"], {}), "规则表", "“not”不能作名称"),
    (put(["inputs", "a b"], {}), "规则表", "“a b”不能作名称"),
    (put(["inputs", True], {}), "规则表", "“True”不能作名称"),
    (put(["inputs", "behind"], {"type": "number", "zh": "x", "en": "x"}), "规则表", "“behind”用了两次"),
    (put(["measures", "behind", "is"], None), "算式“behind”", "缺少“is”"),
    (put(["measures", "behind", "is"], "due -"), "算式“behind”", "写到这里就断了"),
    (put(["measures", "behind", "is"], "due - left"), "算式“behind”", "没有名为“left”的输入"),
    (put(["measures", "behind", "is"], "due - kind"), "算式“behind”", "却不是数字"),
    (put(["measures", "behind", "is"], "-spared"), "算式“behind”", "却不是数字"),
    (put(["measures", "behind", "is"], 'floor("5")'), "算式“behind”", "却不是数字"),
    (put(["outcomes", "light", "type"], "colour"), "结果“light”", "没有“colour”这一项"),
    (put(["rows"], []), "规则表", "一行规则也没有"),
    (put(["rows", 0], "green"), "第1行规则", "写成了“green”"),
    (put(["rows", 0, "behnd"], "-"), "第1行规则", "没有“behnd”这一项"),
    (put(["rows", 0, "light"], None), "第1行规则", "缺少“light”"),
    (put(["rows", 0, "light"], True), "第1行规则的“light”", "写成了“True”"),
    (put(["rows", 1, "gap"], "yes"), "第2行规则的“gap”", "写成了“yes”"),
    (put(["rows", 1, "behind"], ["> 0"]), "第2行规则的“behind”格", "写成了“['> 0']”"),
    (put(["rows", 1, "behind"], "> 0 >"), "第2行规则的“behind”格", "看不懂“>”"),
    (put(["rows", 1, "behind"], "> left"), "第2行规则的“behind”格", "没有名为“left”的输入"),
    (put(["rows", 1, "behind"], '"a"'), "第2行规则的“behind”格", "这里要填数字"),
    (put(["rows", 1, "behind"], "[3..1]"), "第2行规则的“behind”格", "区间上下颠倒"),
    (put(["rows"], [{"light": "green"}] * 10_001), "规则表", "规则有10001行，最多10000行"),
    (put(["rows", 1, "kind"], "3"), "第2行规则的“kind”格", "这里要填带英文双引号的文字"),
    (put(["rows", 1, "kind"], '< "a"'), "第2行规则的“kind”格", "只有数字能比大小"),
    (put(["rows", 1, "kind"], '"c"'), "第2行规则的“kind”格", "没有“c”这一项"),
    (put(["rows", 1, "spared"], "[true..false]"), "第2行规则的“spared”格", "只有数字能比大小"),
    (put(["rows", 1, "spared"], '"yes"'), "第2行规则的“spared”格", "这里要填true 或 false"),
]


@pytest.mark.parametrize(("change", "place", "reason"), FAULTS)
def test_a_fault_is_told_with_place_reason_and_mend(change, place, reason):
    data = good()
    change(data)
    with pytest.raises(RuleError) as error:
        read_table(data)
    assert error.value.place == place
    assert reason in error.value.reason
    assert error.value.mend
    assert str(error.value).startswith(place)


def test_an_unknown_name_is_told_with_the_nearest_known_one():
    data = good()
    data["rows"][1]["behind"] = "> dune"
    with pytest.raises(RuleError, match="没有名为“dune”的输入。可能是“due”"):
        read_table(data)


def test_a_fault_in_a_cell_tells_line_and_column():
    data = good()
    data["rows"][1]["behind"] = ">\n  left"
    with pytest.raises(RuleError, match="第2行规则的“behind”格第2行第3列：没有名为“left”的输入"):
        read_table(data)


def test_an_outcome_outside_its_words_is_a_fault():
    data = good()
    data["outcomes"]["light"]["words"] = {"green": {"zh": "绿", "en": "green"}}
    with pytest.raises(RuleError, match="第2行规则：没有“red”这一项。可用的有：green"):
        read_table(data)


def test_a_whole_number_is_no_yes_or_no():
    data = written([{"light": True}], done="number")
    data["outcomes"]["light"]["type"] = "whole"
    with pytest.raises(RuleError, match="请写成整数"):
        read_table(data)


@pytest.mark.parametrize("module", [maoding.decisions, maoding.decisions.reading])
def test_the_examples_in_the_documentation_work(module):
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0
