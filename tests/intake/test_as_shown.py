"""Does a number mean what the screen shows: a percentage, a month, a day that was a period?"""

import datetime as dt

from maoding.intake.feeds import read_feed
from tests.intake.conftest import TODAY, WORDS
from tests.intake.test_workbooks import HEAD, ROW, numbers


def test_a_percentage_is_read_as_it_is_shown(book):
    def fill(workbook, sheet):
        sheet.write_row(0, 0, HEAD)
        for row, (shown, value) in enumerate(
            (("0.0%", 0.306), ("0%", 1), ('0.00"%"', 30.6), ("0%", "30.6")), 1
        ):
            sheet.write_row(row, 0, ["太仓市", "RATE", "2021年1-5月", "", "%"])
            sheet.write(row, 3, value, workbook.add_format({"num_format": shown}))

    read = read_feed(book(fill), WORDS, TODAY)
    assert [number for number, _ in numbers(read)] == ["30.6", "100", "30.6", "3060"]


def test_words_in_a_percentage_column_stay_words(book):
    def fill(workbook, sheet):
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, ["太仓市", "RATE", "2021年1-5月", "", "%"])
        sheet.write(1, 3, "三成", workbook.add_format({"num_format": "0%"}))

    assert ["三成" in problem.reason for problem in read_feed(book(fill), WORDS, TODAY).rejections] == [True]


def test_a_day_shown_as_a_month_is_a_month(book):
    def fill(workbook, sheet):
        month = workbook.add_format({"num_format": 'yyyy"年"m"月"'})
        day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, [*HEAD, "发布日期"])
        sheet.write_row(1, 0, ROW)
        sheet.write(1, 5, dt.date(2021, 6, 1), month)
        sheet.write_row(2, 0, ROW)
        sheet.write(2, 2, dt.date(2021, 5, 1), month)
        sheet.write(2, 5, dt.date(2021, 6, 1), day)
        sheet.write_row(3, 0, ROW)
        sheet.write(3, 2, "5月", month)
        sheet.write(3, 5, 44348)

    read = read_feed(book(fill), WORDS, TODAY)
    said = [(str(entry.period), entry.published.at, entry.published.precision) for entry in read.entries]
    assert said == [("2021年1—6月", "2021-06", "month"), ("2021年5月", "2021-06-01", "day")]
    assert "没有写年份" in read.rejections[0].reason


def test_excel_turning_a_period_into_a_day_is_noticed(book):
    def fill(workbook, sheet):
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, ROW)
        sheet.write(1, 2, dt.date(2021, 1, 5), workbook.add_format({"num_format": "m-d"}))

    (problem,) = read_feed(book(fill), WORDS, TODAY).rejections
    assert "Excel 把“1-5”改成了日期" in problem.reason
    assert problem.cell == "C2"


def test_styles_beyond_the_table_are_left_alone(book):
    def fill(workbook, sheet):
        percent = workbook.add_format({"num_format": "0%"})
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, ROW)
        sheet.write_formula("J2", "=1", percent, "")
        sheet.write_formula("A9", "=1", percent, "")

    assert numbers(read_feed(book(fill), WORDS, TODAY)) == [("756.3", "亿元")]
