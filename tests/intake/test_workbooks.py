"""Is a workbook read as the clerk sees it on the screen: merged heads, formulas, percentages, months, sheets?"""

import io
import re
import zipfile

import pytest

from maoding.intake.feeds import read_feed
from maoding.intake.sheets import read_tables
from tests.intake.conftest import TODAY, WORDS, told

HEAD = ["主体", "指标", "时期", "数值", "单位"]
ROW = ["太仓市", "GDP", "2021年1-6月", 756.3, "亿元"]


def rewritten(path, change, part="xl/worksheets/sheet1.xml"):
    """The same workbook with one part of it changed."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    before = parts[part]
    parts[part] = change(before)
    assert parts[part] != before
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name, body in parts.items():
            new.writestr(name, body)
    path.write_bytes(buffer.getvalue())
    return path


def only(path):
    (table,) = read_tables(path)
    return table


def numbers(read):
    return [(entry.number, entry.unit) for entry in read.entries]


def test_a_plain_sheet_becomes_readings_with_their_cells(book):
    read = read_feed(book([HEAD, ROW]), WORDS, TODAY)
    (entry,) = read.entries
    assert (entry.number, entry.unit, str(entry.period)) == ("756.3", "亿元", "2021年1—6月")
    assert entry.place == {"file": "表.xlsx", "sheet": "数据", "row": 2, "cell": "D2"}


def test_a_head_of_two_rows_under_a_title_is_understood(book):
    def fill(workbook, sheet):
        sheet.merge_range("A1:E1", "2021年主要经济指标（单位：亿元）")
        for column, heading in enumerate(["主体", "指标", "时期"]):
            sheet.merge_range(2, column, 3, column, heading)
        sheet.merge_range("D3:E3", "完成情况")
        sheet.write_row("D4", ["数值", "同比(%)"])
        sheet.write_row("A6", ["太仓市", "GDP", "1-6月", 756.3, 11.7])

    path = book(fill)
    table = only(path)
    assert table.columns == ("主体", "指标", "时期", "完成情况/数值", "完成情况/同比(%)")
    assert (table.head_row, table.first_row, table.unit) == (3, 5, "亿元")
    read = read_feed(path, WORDS, TODAY)
    assert numbers(read) == [("756.3", "亿元"), ("11.7", "%")]
    assert {str(entry.period) for entry in read.entries} == {"2021年1—6月"}
    assert [entry.place["row"] for entry in read.entries] == [6, 6]


def test_merged_words_are_spread_and_merged_numbers_are_not(book):
    def fill(workbook, sheet):
        sheet.write_row(0, 0, HEAD)
        sheet.merge_range("A2:A3", "太仓市")
        sheet.write_row("B2", ["GDP", "2021年1-6月"])
        sheet.write_row("B3", ["FAI", "2021年1-6月"])
        sheet.merge_range("D2:D3", 756.3)
        sheet.merge_range("E2:E3", "亿元")
        sheet.write_row("A4", ["沙溪镇", "GDP", "2021年1-6月", 12, "亿元"])

    read = read_feed(book(fill), WORDS, TODAY)
    assert (read.rows_in, read.rejected) == (3, 2)
    assert [told(problem).partition("：")[0] for problem in read.rejections] == [
        "数据 D2 “数值”列",
        "数据 D3 “数值”列",
    ]
    assert all("合并" in problem.reason for problem in read.rejections)


def test_a_number_merged_to_the_right_belongs_to_its_row(book):
    def fill(workbook, sheet):
        sheet.write_row(0, 0, [*HEAD[:4], "同比(%)", "单位"])
        sheet.write_row(1, 0, ROW[:3])
        sheet.merge_range("D2:E2", 756.3)
        sheet.write("F2", "亿元")

    read = read_feed(book(fill), WORDS, TODAY)
    assert numbers(read) == [("756.3", "亿元")]
    assert ["合并" in remark.reason for remark in read.lost_cells] == [True]


def test_a_formula_gives_its_kept_value_and_without_one_is_sent_back(book):
    def fill(workbook, sheet):
        sheet.write_row(0, 0, HEAD)
        for row, value in ((1, 329.6), (2, ""), (3, 0)):
            sheet.write_row(row, 0, ROW)
            sheet.write_formula(row, 3, "=224.7+104.9", None, value)
        sheet.write_row(4, 0, ROW)
        sheet.write_formula(4, 1, '=IF(1,"GDP","")', None, "GDP")

    read = read_feed(book(fill), WORDS, TODAY)
    assert numbers(read) == [("329.6", "亿元"), ("756.3", "亿元")]
    # A nought in a book that asks to be worked out when opened was put there by a program.
    assert [told(problem) for problem in read.rejections] == [
        f"数据 D{row} “数值”列：公式没有计算结果。请用 Excel 打开，保存后再上传" for row in (3, 4)
    ]


def test_a_formula_with_an_empty_text_is_a_blank(book):
    path = book(
        lambda workbook, sheet: (
            sheet.write_row(0, 0, HEAD),
            sheet.write_row(1, 0, ROW),
            sheet.write_formula("C2", '=""', None, "x"),
        )
    )
    path = rewritten(path, lambda xml: re.sub(rb"<v>x</v>", b"<v></v>", xml))
    (problem,) = read_feed(path, WORDS, TODAY).rejections
    assert problem.reason == "原文未写时期"


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#DIV/0!", "#VALUE!"])
def test_an_error_cell_is_sent_back_by_its_name(book, error):
    def fill(workbook, sheet):
        sheet.write_row(0, 0, [*HEAD, "备注"])
        sheet.write_row(1, 0, ROW)
        sheet.write_formula("D2", "=1/0", None, error)
        sheet.write_row(2, 0, ROW)
        sheet.write_formula("F3", "=1/0", None, error)

    read = read_feed(book(fill), WORDS, TODAY)
    assert [(problem.cell, error in problem.reason) for problem in read.rejections] == [("D2", True)]
    assert len(read.entries) == 1, "an error in a column that is not read does no harm"


def test_an_error_cell_without_its_name_is_sent_back(book):
    path = book(
        lambda workbook, sheet: (
            sheet.write_row(0, 0, HEAD),
            sheet.write_row(1, 0, ROW),
            sheet.write_formula("D2", "=1", None, "#N/A"),
        )
    )
    path = rewritten(path, lambda xml: xml.replace(b"<v>#N/A</v>", b""))
    assert read_feed(path, WORDS, TODAY).rejected == 1


def test_a_table_that_does_not_begin_at_the_corner_keeps_its_addresses(book):
    def fill(workbook, sheet):
        sheet.write_row("C4", HEAD)
        sheet.write_row("C5", ROW)
        sheet.write_row("C6", [*ROW[:3], "很多", "亿元"])

    read = read_feed(book(fill), WORDS, TODAY)
    assert read.entries[0].place["cell"] == "F5"
    assert read.rejections[0].cell == "F6"


def test_every_sheet_is_read_under_its_name_and_hidden_ones_are_named(book):
    def fill(workbook, sheet):
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, ROW)
        chart = workbook.add_chartsheet("图")
        drawn = workbook.add_chart({"type": "line"})
        drawn.add_series({"values": "=数据!$D$2:$D$3"})
        chart.set_chart(drawn)
        workbook.add_worksheet("空")
        second = workbook.add_worksheet("沙溪")
        second.write_row(0, 0, HEAD)
        second.write_row(1, 0, ["沙溪镇", *ROW[1:]])
        second.write_row(2, 0, ["沙溪", *ROW[1:]])
        workbook.add_worksheet("说明").write_row(0, 0, ["填表说明", "按月填报"])
        hidden = workbook.add_worksheet("底稿")
        hidden.write_row(0, 0, HEAD)
        hidden.write_row(1, 0, ROW)
        hidden.hide()

    read = read_feed(book(fill), WORDS, TODAY)
    assert [entry.place["sheet"] for entry in read.entries] == ["数据", "沙溪"]
    assert (read.rows_in, read.rejected, read.kinds) == (3, 1, ("readings", "readings"))
    assert [(problem.sheet, problem.cell) for problem in read.rejections] == [("沙溪", "A3")]
    assert [remark.sheet for remark in read.remarks] == ["底稿", "说明"]
    assert "隐藏" in read.remarks[0].reason


def test_a_book_of_hidden_sheets_only_is_refused(book):
    def fill(workbook, sheet):
        hidden = workbook.add_worksheet("底稿")
        hidden.write_row(0, 0, HEAD)
        hidden.hide()
        sheet.write_blank("A1", None)

    read = read_feed(book(fill), WORDS, TODAY)
    assert "没有可见的数据" in read.failures[0].reason


def test_a_head_without_rows_is_said(book):
    read = read_feed(book([HEAD]), WORDS, TODAY)
    assert (read.rows_in, read.failures) == (0, ())
    assert "只有表头" in read.remarks[0].reason


def test_a_sheet_of_blank_texts_is_no_table(book):
    path = book(lambda workbook, sheet: sheet.write_string("A1", " "))
    assert "没有可见的数据" in read_feed(path, WORDS, TODAY).failures[0].reason


def test_a_book_named_as_text_is_read_and_said(book):
    read = read_feed(book([HEAD, ROW], "表.csv"), WORDS, TODAY)
    assert len(read.entries) == 1
    assert "内容是 Excel 工作簿" in read.remarks[0].reason


def test_prefixed_elements_are_read(book):
    def prefixed(xml):
        xml = re.sub(
            rb"<(/?)(worksheet|dimension|sheetViews|sheetView|sheetFormatPr|sheetData|row|c|v|f|pageMargins)\b",
            rb"<\1x:\2",
            xml,
        )
        return xml.replace(b"xmlns=", b"xmlns:x=")

    def fill(workbook, sheet):
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, ROW)
        sheet.write_formula("D2", "=1", None, "")

    (problem,) = read_feed(rewritten(book(fill), prefixed), WORDS, TODAY).rejections
    assert (problem.cell, problem.reason) == ("D2", "公式没有计算结果")


def test_merges_outside_the_table_are_left_alone(book):
    def fill(workbook, sheet):
        sheet.write_row("B2", HEAD)
        sheet.write_row("B3", ROW)
        sheet.merge_range("A1:A3", "")
        sheet.merge_range("Z3:AA9", "")
        sheet.merge_range("H90:I99", "")

    assert len(read_feed(book(fill), WORDS, TODAY).entries) == 1


def test_a_merged_blank_stays_blank(book):
    def fill(workbook, sheet):
        sheet.write_row(0, 0, [*HEAD, "来源"])
        sheet.write_row(1, 0, ROW)
        sheet.merge_range("F2:F3", "")
        sheet.write_row(2, 0, ROW)

    assert {entry.source for entry in read_feed(book(fill), WORDS, TODAY).entries} == {"表.xlsx"}


def test_one_bad_cell_is_told_once(book):
    def fill(workbook, sheet):
        sheet.write_row(0, 0, [*HEAD, "来源"])
        sheet.write_row(1, 0, ROW)
        sheet.write_formula("F2", "=1/0", None, "#REF!")

    (problem,) = read_feed(book(fill), WORDS, TODAY).rejections
    assert problem.cell == "F2"
