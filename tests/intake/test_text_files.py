"""Are text files of every usual encoding and delimiter read alike, and others refused in plain words?"""

import pytest

from maoding.intake import delimited
from maoding.intake.feeds import read_feed
from maoding.intake.problems import UnreadableFileError
from maoding.intake.sheets import read_tables
from tests.intake.conftest import TODAY, WORDS

TEXT = "主体,指标,时期,数值,单位\n太仓市,GDP,2021年1-6月,756.3,亿元\n"


def cells(path, **more):
    (table,) = read_tables(path, **more)
    return list(table.rows())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_encoding_makes_no_difference(text_file, encoding):
    assert cells(text_file(TEXT, encoding=encoding)) == [
        (2, ("太仓市", "GDP", "2021年1-6月", "756.3", "亿元"))
    ]


def test_rare_letters_of_gb18030_are_read(text_file):
    assert cells(text_file("主体,指标\n㙟镇𠮷,GDP\n", encoding="gb18030"))[0][1][0] == "㙟镇𠮷"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_makes_no_difference(text_file, delimiter):
    (table,) = read_tables(text_file(TEXT.replace(",", delimiter)))
    assert table.columns == ("主体", "指标", "时期", "数值", "单位")
    assert len(list(table.rows())) == 1


def test_commas_inside_cells_do_not_win_over_semicolons(text_file):
    rows = cells(text_file("主体;指标;数值\n太仓市;GDP;1,234.5\n太仓市;FAI;2,345.6\n"))
    assert rows[0][1] == ("太仓市", "GDP", "1,234.5")


@pytest.mark.parametrize(("line", "delimiter"), [("sep=;", ";"), ("sep=\t", "\t"), ("SEP=,", ",")])
def test_a_stated_delimiter_is_taken(text_file, line, delimiter):
    rows = cells(text_file(f"{line}\n主体{delimiter}指标\n太仓市{delimiter}GDP\n"))
    assert rows == [(3, ("太仓市", "GDP"))]


def test_rows_keep_the_number_excel_shows(text_file):
    text = '\n2021年完成情况\n\n主体,指标,说明\n\n太仓市,GDP,"两\n行"\n,,\n沙溪镇,GDP,\n'
    (table,) = read_tables(text_file(text))
    assert table.head_row == 4
    assert [number for number, _ in table.rows()] == [6, 8]
    assert table.titles == ("2021年完成情况",)
    assert table.address(6, 2) == "C6"


def test_short_rows_are_filled_with_blanks(text_file):
    assert cells(text_file("主体,指标,数值\n太仓市\n")) == [(2, ("太仓市", "", ""))]


def test_headings_that_are_expected_besides_those_of_the_feeds_find_the_head(text_file):
    path = text_file("说明,文字\nid,kind,printed\n1,ratio,30.6\n")
    assert cells(path, expected=["id", "printed", "kind"]) == [(3, ("1", "ratio", "30.6"))]


def test_without_any_known_heading_the_first_wide_row_is_the_head(text_file):
    (table,) = read_tables(text_file("标题\n甲,乙\n1,2\n"))
    assert (table.columns, table.head_row) == (("甲", "乙"), 2)


def test_a_table_of_one_column_is_read(text_file):
    assert cells(text_file("甲\n1\n")) == [(2, ("1",))]


def refusal(path) -> str:
    with pytest.raises(UnreadableFileError) as refused:
        read_tables(path)
    return str(refused.value.problem)


def test_a_quote_that_never_closes_is_refused_with_its_row(text_file):
    said = refusal(text_file('主体,指标\n太仓市,"GDP\n沙溪镇,GDP\n'))
    assert "第2行" in said
    assert "引号没有成对" in said


def test_an_empty_file_is_refused(text_file):
    assert "文件是空的" in refusal(text_file(""))
    assert "文件是空的" in refusal(text_file(" \n\n"))


def test_a_file_of_delimiters_only_is_refused(text_file):
    assert "文件里没有文字" in refusal(text_file(",,\n,,\n"))


def test_bytes_that_are_no_text_are_refused(tmp_path):
    path = tmp_path / "表.csv"
    path.write_bytes(b"\x01\x00\x02\x00 abc")
    assert "不是文字文件" in refusal(path)
    path.write_bytes(b"\xff\xff\x81")
    assert "不是文字文件" in refusal(path)


@pytest.mark.parametrize("head", [b"%PDF-1.7", b"\x89PNG\r\n", b"Rar!\x1a"])
def test_files_of_other_kinds_are_refused(tmp_path, head):
    path = tmp_path / "表.csv"
    path.write_bytes(head + b" 1 2 3")
    assert "不是能读的表格文件" in refusal(path)


@pytest.mark.parametrize("text", ["<html><table>", "<?xml version='1.0'?>", " <TABLE border=1>"])
def test_a_web_page_that_calls_itself_a_workbook_is_refused(text_file, text):
    assert "网页格式" in refusal(text_file(text, "报表.xls"))


def test_a_missing_file_is_refused(tmp_path):
    assert "找不到文件" in refusal(tmp_path / "没有.csv")


def test_a_file_that_is_too_large_is_refused(text_file, monkeypatch):
    monkeypatch.setattr("maoding.intake.sheets.MOST_BYTES", 2**20)
    assert "超过 1 MB" in refusal(text_file("a," * 2**20))


def test_a_table_that_is_too_wide_is_refused(text_file, monkeypatch):
    monkeypatch.setattr(delimited, "MOST_CELLS", 10)
    assert "有 6 行 2 列" in refusal(text_file("甲,乙\n" + "1,2\n" * 5))


def test_text_named_as_a_workbook_is_read_and_said(text_file):
    read = read_feed(text_file(TEXT, "表.xlsx"), WORDS, TODAY)
    assert len(read.entries) == 1
    assert ["内容是文字表" in str(remark) for remark in read.remarks] == [True]
