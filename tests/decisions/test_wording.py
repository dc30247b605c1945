"""Are the rows of a rule told in words a clerk would use?"""

import pytest

from maoding.decisions import read_table, rows_in_words
from maoding.terms.language import spoken
from tests.decisions.tables import said, table


def test_the_yinchuan_rule_reads_like_its_wording():
    assert rows_in_words(read_table(said("yinchuan"))) == [
        "若 低于序时进度 ≤ 0 个百分点，则灯：绿灯",
        "若 10 ≤ 低于序时进度 ≤ 30 个百分点，则灯：黄灯",
        "若 低于序时进度 > 30 个百分点，则灯：红灯",
        "若 0 < 低于序时进度 < 10 个百分点，则灯：绿灯（规则未规定，此为暂定）",
    ]


def test_words_and_truths_are_told_by_their_labels():
    rows = rows_in_words(read_table(said("mianyang")))
    assert rows[0] == "若 超额完成目标 = 是，且 量化评分排名 ≤ 5 位，且 序列 = 县区园区，则榜：红榜"
    assert rows[-1] == "其余情况，榜：不上榜"
    assert rows_in_words(read_table(said("yinchuan-funds")))[1] == "若 按计划支付 = 否，则灯：红灯"


def test_percent_stands_at_the_number_and_not_at_an_expression():
    rows = rows_in_words(read_table(said("tianjin-bond")))
    assert rows[1].startswith("若 70 × 发行次月起月数 ÷ 6 ≤ 累计使用进度 < 100 × 发行次月起月数 ÷ 6，且")
    assert "累计使用进度 < 70%" in rows[5]


def test_names_are_told_in_english_to_english_readers():
    token = spoken.set("en")
    try:
        assert "completion rate < 0.6 × due share" in rows_in_words(read_table(said("wuhan")))[2]
    finally:
        spoken.reset(token)


CELLS = [
    ("null", "m无数"),
    ("1, 2.5", "m = 1 或 m = 2.5"),
    ("not(1)", "并非（m = 1）"),
    ("> -2", "m > −2"),
    ("(1..a)", "1 < m < a"),
    ("> (a + b) * 2 - (a - b)", "m > (a + b) × 2 − (a − b)"),
    ("> a / (b * 2) / 3", "m > a ÷ (b × 2) ÷ 3"),
    ("> -(a + b)", "m > −(a + b)"),
    ("> floor(a / b)", "m > 取整（a ÷ b）"),
]


@pytest.mark.parametrize(("cell", "words"), CELLS)
def test_a_cell_is_told_as_it_is_meant(cell, words):
    rule = table([{"m": cell, "light": "x"}], "first", {"m": "a - b"}, a="number", b="number")
    assert rows_in_words(rule) == [f"若 {words}，则light：x"]


def test_a_text_without_listed_words_is_told_as_it_stands():
    rule = table([{"kind": '"x", other', "light": "y"}], kind="text", other="text")
    assert rows_in_words(rule) == ["若 kind = x 或 kind = other，则light：y"]
