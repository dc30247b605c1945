"""What the layouts share: columns no number is broken in, titles broken where words end, source marks."""

import dataclasses

import pytest

from maoding.publish.bulletins.columns import ROOM, SIZES, size, widths
from maoding.publish.bulletins.lengths import squares
from maoding.publish.bulletins.letter import Cell, Head, Table
from maoding.publish.bulletins.parts import parts
from maoding.publish.bulletins.title_lines import title_lines
from tests.publish import letters


def table(heads, *rows):
    return Table("表", heads, tuple(tuple(map(Cell, row)) for row in rows))


@pytest.mark.parametrize(
    ("text", "long"), [("太仓", 2), ("2021", 2), ("2021年7月", 4.5 + 0.75), ("Jan-May", 3.5), ("", 0)]
)
def test_a_text_is_as_long_as_its_square_characters(text, long):
    assert squares(text) == long


def test_columns_fill_the_width_as_their_heads_wish():
    heads = (Head("甲", width=3), Head("乙", width=1))
    assert widths(table(heads, ("长" * 40, "长" * 40))) == [
        pytest.approx(ROOM * 3 / 4),
        pytest.approx(ROOM / 4),
    ]


def test_a_column_of_numbers_takes_what_it_needs_from_those_of_text():
    heads = (Head("事项", width=20), Head("金额", "亿元", numeric=True, width=1))
    text, number = widths(table(heads, ("长" * 40, "123,456,789.00")))
    assert text + number == pytest.approx(ROOM)
    assert number > 14 * 5.5 > ROOM / 21


@pytest.mark.parametrize("short", ["1—5月", "尚未过半", "Jan–May"])
def test_a_short_text_stays_on_one_line(short):
    heads = (Head("事项", width=40), Head("期", width=1))
    assert widths(table(heads, ("长" * 40, short)))[1] > squares(short) * 10.5


def test_a_head_takes_two_lines_at_most_and_its_unit_one():
    heads = (Head("事项", width=60), Head("序时应完成", "百分点", numeric=True), Head("Completion", "%"))
    _, due, done = widths(table(heads, ("长" * 40, "1", "1")))
    assert due > 10.5 * 0.86 * squares("（百分点）")
    assert done > 10 * 5.5


def test_a_source_mark_needs_room_beside_its_number():
    heads = (Head("事项", width=60), Head("额", numeric=True))
    plain = Table("表", heads, ((Cell("长" * 40), Cell("12345")),))
    marked = Table("表", heads, ((Cell("长" * 40), Cell("12345", sources=(1, 2))),))
    assert widths(marked)[1] > widths(plain)[1]


def test_columns_that_find_no_room_are_narrowed_alike():
    heads = tuple(Head("金额", numeric=True) for _ in range(12))
    assert widths(table(heads, ["123,456,789.00"] * 12)) == [pytest.approx(ROOM / 12)] * 12


def test_many_columns_are_set_in_smaller_letters_before_anything_is_broken():
    def columns(count):
        return table([Head("完成率", "%", numeric=True)] * count, ["12,345.67"] * count)

    assert [size(columns(count)) for count in (3, 8, 30)] == [SIZES[0], SIZES[1], SIZES[-1]]
    assert widths(columns(8))[0] > 9.5 + SIZES[1] * 9 * 0.5


def test_room_that_one_column_leaves_goes_to_what_would_else_be_broken():
    heads = (Head("上年目标", width=9), Head("指标", width=1))
    empty, name = widths(table(heads, ("–", "苏州重点项目完成情况在苏州各板块排名")))
    assert name > 18 * 10 > empty
    assert empty + name == pytest.approx(ROOM)


def test_a_light_keeps_its_shape_beside_its_word():
    light = Table(
        "表", (Head("事项", width=60), Head("灯")), ((Cell("长" * 40), Cell("▲ yellow light", "watch")),)
    )
    assert widths(light)[1] > 10 * (1 + 0.5 + 6 * 0.56)


def test_a_table_without_rows_has_its_columns_too():
    assert sum(widths(table((Head("甲"), Head("乙"))))) == pytest.approx(ROOM)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("情况说明", ["情况说明"]),
        (
            "关于太仓市2021年上半年主要目标任务完成情况的通报",
            ["关于太仓市2021年上半年", "主要目标任务完成情况的通报"],
        ),
        (
            "关于太仓市2020年国民经济和社会发展计划执行情况与2021年国民经济和社会发展计划草案的报告",
            [
                "关于太仓市2020年国民经济和",
                "社会发展计划执行情况与2021年",
                "国民经济和社会发展计划草案的报告",
            ],
        ),
        (
            "关于某项长而又长却一个词尾也没有只好听凭排版决定",
            ["关于某项长而又长却一个词尾也没有只好听凭排版决定"],
        ),
        (
            "我市的重而又重难而又难却只在开头才有一处词尾之事项",
            ["我市的重而又重难而又难却只在开头才有一处词尾之事项"],
        ),
        ("自己\n断开", ["自己", "断开"]),
        ("长" * 200, ["长" * 200]),
    ],
)
def test_a_title_is_broken_where_a_word_ends_or_not_at_all(title, lines):
    assert title_lines(title).split("\n") == lines


@pytest.mark.parametrize(
    ("sources", "mark"),
    [((), ""), ((3,), "[3]"), ((1, 2), "[1,2]"), ((1, 2, 3), "[1-3]"), ((1, 3, 4, 5, 8, 9), "[1,3-5,8,9]")],
)
def test_sources_in_a_row_are_written_as_a_range(sources, mark):
    sentence = letters.said(1, "全年增长。", *sources)
    letter = dataclasses.replace(letters.bare(), blocks=(letters.Paragraph((sentence,)),))
    told = parts(letter)["blocks"][0]["sentences"][0]
    assert (told["text"], told["mark"], told["end"]) == ("全年增长", mark, "。")
