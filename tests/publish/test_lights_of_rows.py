"""Does each row of anyone's table get its light, and is every cell that cannot be read told with its place?"""

import pytest

from maoding.publish.lights_of_rows import lights_of_rows
from maoding.terms.language import spoken
from tests.decisions.tables import all_said, rule_of, table

RULES = {each["name"]: each for each in all_said()}


def lights(name, *rows, **same):
    results, bad_cells = lights_of_rows([same | row for row in rows], rule_of(name))
    assert not bad_cells, [str(each) for each in bad_cells]
    return [result["light"] for result in results]


def test_the_answer_has_the_shape_of_the_contract():
    results, bad_cells = lights_of_rows(
        [{"subject": "甲", "completion_rate": "49.99", "due_share": "50"}], rule_of("yinchuan")
    )
    assert bad_cells == []
    assert results == [
        {
            "subject": "甲",
            "light": "green",
            "rule": "yinchuan",
            "rule_row": 4,
            "gap": True,
            "certain": True,
            "note": "规则未规定",
        }
    ]


EXAMPLES = [(name, example) for name, rule in RULES.items() for example in rule["examples"]]


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_the_examples_of_a_rule_come_out_of_text_rows(name, example):
    expected = {key: example.get(key, False) for key in ("light", "gap")}
    row = {key: str(value).lower() for key, value in example.items() if key not in expected}
    (result,), _ = lights_of_rows([row], rule_of(name))
    assert {"light": result["light"], "gap": result["gap"]} == expected
    assert (result["light"] == "unknown") == (not result["certain"]) == result["note"].startswith("缺少")


def test_the_subject_may_stand_under_several_heads_else_the_row_counts():
    rule = rule_of("sanya-district")
    for head in ("subject", "主体", "项目", "单位", "区镇", " 区镇 "):
        assert lights_of_rows([{head: "甲", "streak_missed": "0"}], rule)[0][0]["subject"] == "甲"
    rows = [{"streak_missed": "0"}, {"streak_missed": "1", "row": 9}, {"streak_missed": "2", "row": "x"}]
    assert [each["subject"] for each in lights_of_rows(rows, rule)[0]] == ["2", "9", "4"]
    assert lights_of_rows([{"项目": " ", "streak_missed": "0"}], rule)[0][0]["subject"] == "2"


def test_heads_may_be_labels_in_both_languages_with_a_unit_behind():
    assert lights("wuhan", {"完成率（%）": "35.9", "Due share": "60"}) == ["red"]
    assert lights("wuhan", {"完成率": "36", "序时进度 (%)": "60"}) == ["yellow"]


def test_the_first_column_of_an_input_is_read():
    assert lights("sanya-district", {"streak_missed": "0", "连续未完成月数": "2"}) == ["green"]


PRINTED = ["30.6", "30.6%", "３０．６％", " 30.6 ", "30.60", "+30.6", "3.06e1"]


@pytest.mark.parametrize("cell", PRINTED)
def test_a_percentage_may_be_printed_in_many_ways(cell):
    assert lights("yinchuan", {"completion_rate": cell, "due_share": "40.6"}) == ["yellow"]


def test_a_rate_worked_out_by_excel_is_compared_to_its_last_digit():
    rows = [{"completion_rate": "31.6666666666667"}, {"completion_rate": "31.6666666666668"}]
    assert lights("yinchuan", *rows, due_share="41.6666666666667") == ["yellow", "green"]


def test_amounts_beyond_any_column_are_still_compared_exactly():
    rows = [{"done": "80000000000000000"}, {"done": "79999999999999999"}, {"done": "0.8"}]
    assert lights("xinhuang", *rows, planned="100000000000000000") == ["none", "track", "yellow"]


def test_units_are_converted_within_one_family():
    assert lights("xinhuang", {"done": "1.2亿元", "planned": "15000万元"}) == ["none"]
    assert lights("xinhuang", {"done（亿元）": "1.19", "planned（万元）": "15000"}) == ["track"]
    assert lights("handan", {"months_without_progress": "2个月"}, {"months_without_progress": "7月"}) == [
        "yellow",
        "drop",
    ]
    assert lights("mianyang", {"rank": "5名", "n": "12个"}, over_target="是", kind="县区园区") == ["red_list"]


@pytest.mark.parametrize("yes", ["true", "TRUE", "是", "有", "1", "yes"])
@pytest.mark.parametrize("no", ["false", "False", "否", "无", "0", "no"])
def test_yes_and_no_may_be_written_in_many_ways(yes, no):
    assert lights("yinchuan-funds", {"paid_on_plan": yes}, {"按计划支付": no}) == ["green", "unknown"]
    assert lights("yinchuan-funds", {"paid_on_plan": no}) == ["red"]


@pytest.mark.parametrize("blank", ["", " ", "-", "—", "/", None, "未知", "尚无数据", "N/A"])
def test_a_blank_is_not_known(blank):
    (result,), bad_cells = lights_of_rows([{"completion_rate": blank, "due_share": "50"}], rule_of("wuhan"))
    assert bad_cells == []
    assert (result["light"], result["rule_row"], result["note"]) == ("unknown", None, "缺少：完成率")


def test_a_missing_column_does_not_matter_where_it_could_change_nothing():
    (result,), _ = lights_of_rows([{"growth": "-0.1"}], rule_of("tianjin"))
    assert (result["light"], result["certain"], result["note"]) == ("red", True, "")


BAD = [
    ("wuhan", "completion_rate", "#REF!", "“#REF!”不是一个数", "30.6"),
    ("wuhan", "completion_rate", "三十", "“三十”不是一个数", "30.6"),
    ("wuhan", "completion_rate", "1,00", "“1,00”不是一个数", "30.6"),
    ("wuhan", "completion_rate", "1e999999999", "“1e999999999”不是一个数", "30.6"),
    ("wuhan", "completion_rate", "30.6亿元", "单位“亿元”用在这里不对", "请换算成%"),
    ("wuhan", "completion_rate", "3个百分点", "单位“个百分点”用在这里不对", "请换算成%"),
    ("handan", "months_without_progress", "60天", "单位“天”用在这里不对", "请换算成个月"),
    ("xinhuang", "done", "3斗", "单位“斗”用在这里不对", "亿元、万元"),
    ("yinchuan-funds", "paid_on_plan", "部分", "“部分”既不是“是”也不是“否”", "请填是或否"),
    ("mianyang", "kind", "乡镇", "没有“乡镇”这一项", "县区园区、市直部门国企"),
]


@pytest.mark.parametrize(("name", "column", "cell", "reason", "mend"), BAD)
def test_a_bad_cell_is_told_and_counts_as_not_known(name, column, cell, reason, mend):
    good = {key: str(value).lower() for key, value in RULES[name]["examples"][0].items() if key != "light"}
    results, (bad,) = lights_of_rows([good, good | {column: cell}, good], rule_of(name))
    assert (bad.row, bad.column, bad.cell) == (3, column, cell)
    assert reason in bad.reason
    assert mend in bad.mend
    first = RULES[name]["examples"][0]["light"]
    assert [each["light"] for each in results] == [first, "unknown", first]


def test_amounts_of_different_kinds_are_not_compared():
    (result,), (bad,) = lights_of_rows([{"done": "79家", "planned": "100万元"}], rule_of("xinhuang"))
    assert result["light"] == "unknown"
    assert bad.reason == "单位与“本月完成”不同类，不能比较"
    (_,), (bad,) = lights_of_rows([{"done": "79", "planned": "100万元"}], rule_of("xinhuang"))
    assert bad.column == "planned"


def test_a_table_without_any_of_the_columns_is_told_what_heads_to_write():
    results, (bad,) = lights_of_rows([{"甲": "1"}], rule_of("wuhan"))
    assert (bad.row, results[0]["light"]) == (1, "unknown")
    assert "完成率（completion_rate）、序时进度（due_share）" in bad.mend


def test_no_rows_give_no_lights():
    assert lights_of_rows([], rule_of("wuhan")) == ([], [])


def test_where_a_table_has_no_row_the_rule_is_silent():
    rule = table([{"a": "> 0", "light": "red"}], a="number")
    (result,), _ = lights_of_rows([{"a": "0"}], rule)
    assert (result["light"], result["gap"], result["note"]) == ("none", True, "规则未规定")


def test_a_rule_that_contradicts_itself_gives_no_light():
    rule = table([{"a": "> 0", "light": "red"}, {"a": "> 1", "light": "green"}], "unique", a="number")
    (result,), _ = lights_of_rows([{"a": "2"}], rule)
    assert (result["light"], result["rule_row"]) == ("unknown", None)
    assert "矛盾" in result["note"]


def test_a_text_without_listed_words_is_taken_as_it_stands():
    rule = table([{"kind": '"x"', "light": "red"}, {"light": "green"}], kind="text")
    assert [each["light"] for each in lights_of_rows([{"kind": "x"}, {"kind": "y"}], rule)[0]] == [
        "red",
        "green",
    ]


def test_what_is_missing_is_named_in_the_readers_language():
    token = spoken.set("en")
    try:
        (result,), _ = lights_of_rows([{"due_share": "50"}], rule_of("wuhan"))
        assert "completion rate" in result["note"]
    finally:
        spoken.reset(token)
