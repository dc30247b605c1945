"""Does a clerk's table of figures give its readings, and every bad row its place, reason and mend?"""

import datetime as dt

import pytest

from maoding.intake.problems import Problem, about_file
from maoding.terms.entries import Reading
from tests.intake.conftest import told

GOOD = "太仓市,GDP,2021年1-6月,756.3,亿元,11.7,快报,2021-07-15,统计月报"


def only_reason(read) -> str:
    assert (read.rows_in, read.rejected, read.entries) == (1, 1, [])
    (problem,) = read.rejections
    return told(problem)


def test_a_row_gives_level_and_growth(readings):
    read = readings(GOOD)
    assert all(isinstance(entry, Reading) for entry in read.entries)
    assert [(e.measure, e.number, e.unit) for e in read.entries] == [
        ("level", "756.3", "亿元"),
        ("growth", "11.7", "%"),
    ]
    (level, _) = read.entries
    assert (level.subject, level.indicator, level.release, level.source) == ("TC", "GDP", "flash", "统计月报")
    assert (level.published.at, level.published.precision) == ("2021-07-15", "day")
    assert level.place == {"file": "表.csv", "row": 2}
    assert (read.rows_in, read.rejected, read.remarks, read.kinds) == (1, 0, [], ("readings",))


def test_names_and_codes_are_the_same_body_and_indicator(readings):
    read = readings(GOOD, GOOD.replace("太仓市,GDP", "TC,地区生产总值"), GOOD.replace("太仓市", " 太仓 市 "))
    assert {(entry.subject, entry.indicator) for entry in read.entries} == {("TC", "GDP")}


def test_brackets_of_both_widths_are_one_name(readings):
    read = readings("太仓高新技术产业开发区（高新区）,进出口总额（人民币）,2021年,1,亿元,,,2021,x")
    assert [(entry.subject, entry.indicator) for entry in read.entries] == [("TC-HTZ", "OUT")]


@pytest.mark.parametrize(
    ("written", "at", "precision"),
    [("2021-06", "2021-06", "month"), ("2021", "2021", "year"), ("", "", "unknown")],
)
def test_the_writing_of_a_date_tells_its_precision(readings, written, at, precision):
    (entry, _) = readings(GOOD.replace("2021-07-15", written)).entries
    assert (entry.published.at, entry.published.precision) == (at, precision)


@pytest.mark.parametrize(
    ("at", "stated", "expected"),
    [
        ("2021-06", "month", ("2021-06", "month")),
        ("2021-06-17", "month", ("2021-06", "month")),
        ("2021-06", "day", ("2021-06", "month")),
        ("2021-06-17", "url-epoch", ("2021-06-17", "inferred")),
        ("2019", "year-inferred", ("2019", "inferred")),
        ("2021-06-17", "", ("2021-06-17", "unknown")),
        ("", "unknown", ("", "unknown")),
    ],
)
def test_a_stated_precision_is_kept(readings, at, stated, expected):
    read = readings(
        f"太仓市,GDP,2021年,1,亿元,{at},{stated}",
        headings="主体,指标,时期,数值,单位,发布日期,published_precision",
    )
    (entry,) = read.entries
    assert (entry.published.at, entry.published.precision) == expected


def test_an_unheard_of_precision_is_said(readings):
    read = readings(
        "太仓市,GDP,2021年,1,亿元,2021-06,大概",
        headings="主体,指标,时期,数值,单位,发布日期,published_precision",
    )
    assert "没有“大概”这种日期精度" in only_reason(read)


def test_a_table_without_a_source_speaks_for_itself(readings):
    (entry,) = readings("太仓市,GDP,2021年,1,亿元", headings="主体,指标,时期,数值,单位").entries
    assert entry.source == "表.csv"


def test_the_unit_may_stand_in_the_heading_or_above_the_table(readings):
    heading = readings("太仓市,GDP,2021年,1", headings="主体,指标,时期,完成数（万元）")
    above = readings(
        "太仓市,GDP,2021年,1", headings="2021年完成情况（单位：百万元）,,,\n主体,指标,时期,完成数"
    )
    assert [heading.entries[0].unit, above.entries[0].unit] == ["万元", "百万元"]


def test_the_year_may_stand_in_its_own_column_or_above_the_table(readings):
    column = readings("太仓市,GDP,1-5月,2020,1,亿元", headings="主体,指标,时期,年份,数值,单位")
    above = readings("太仓市,GDP,1-5月,1,亿元", headings="2020年1-5月完成情况,,,,\n主体,指标,时期,数值,单位")
    assert {str(entry.period) for entry in column.entries + above.entries} == {"2020年1—5月"}


def test_a_column_of_years_alone_is_the_period(readings):
    read = readings("太仓市,GDP,2020,1,亿元", "太仓市,GDP,,1,亿元", headings="主体,指标,年份,数值,单位")
    assert [str(entry.period) for entry in read.entries] == ["2020年"]
    assert told(read.rejections[0]).startswith("C3 “年份”列：原文未写时期")


def test_two_years_above_the_table_decide_nothing(readings):
    read = readings(
        "太仓市,GDP,1-5月,1,亿元", headings="2020年和2021年完成情况,,,,\n主体,指标,时期,数值,单位"
    )
    assert "没有写年份" in only_reason(read)


def test_a_blank_year_is_no_year(readings):
    assert "没有写年份" in only_reason(
        readings("太仓市,GDP,1-5月,,1,亿元", headings="主体,指标,时期,年份,数值,单位")
    )


def test_dates_may_be_given_instead_of_a_period(readings):
    headings = "主体,指标,period_start,period_end,时期,数值,单位"
    read = readings(
        "太仓市,GDP,44197,2021-05-31,,1,亿元", "太仓市,GDP,,,2021年1-5月,1,亿元", headings=headings
    )
    assert {str(entry.period) for entry in read.entries} == {"2021年1—5月"}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("太仓市,GDP,,,1,亿元", "D2 “period_end”列：原文未写时期。请写明起止日期"),
        ("太仓市,GDP,2021-01-01,,1,亿元", "D2 “period_end”列：时期只写了一头"),
        ("太仓市,GDP,,2021-01-31,1,亿元", "C2 “period_start”列：时期只写了一头"),
        (
            "太仓市,GDP,2021-05-01,2021-01-31,1,亿元",
            "D2 “period_end”列：截止日期 2021-01-31 早于起始日期 2021-05-01",
        ),
    ],
)
def test_dates_that_are_no_period_are_said(readings, row, reason):
    assert reason in only_reason(readings(row, headings="主体,指标,period_start,period_end,数值,单位"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("太仓市", "太仓镇"), "A2 “主体”列：没有“太仓镇”这个主体。最接近的是：太仓市（TC）。请核对后改填"),
        (
            ("太仓市", "高新区"),
            "A2 “主体”列：没有“高新区”这个主体。最接近的是：太仓高新技术产业开发区(高新区)（TC-HTZ）",
        ),
        (("太仓市", "甲"), "A2 “主体”列：没有“甲”这个主体。请核对名称，或先登记这个主体"),
        (("太仓市", ""), "A2 “主体”列：没有写主体"),
        (
            ("GDP", "固定资产投资"),
            "B2 “指标”列：没有“固定资产投资”这个指标。最接近的是：全社会固定资产投资（FAI）",
        ),
        (("GDP", ""), "B2 “指标”列：没有写指标"),
        (("2021年1-6月", ""), "C2 “时期”列：原文未写时期"),
        (("2021年1-6月", "2021年13月"), "C2 “时期”列：没有“2021年13月”这样的时期"),
        (("756.3,亿元,11.7", ",亿元,"), "D2 “数值”列：没有数值"),
        (("756.3,亿元,11.7", "——,亿元,/"), "D2 “数值”列：没有数值"),
        (("亿元", "亿美元"), "D2 “数值”列：单位“亿美元”与该指标的单位“亿元”不能互换"),
        (("756.3,亿元,11.7", "756.3亿美元,,11.7"), "D2 “数值”列：单位“亿美元”与该指标的单位“亿元”不能互换"),
        (("亿元,11.7", ","), "D2 “数值”列：没有写单位"),
        (("快报", "旧稿"), "G2 “状态”列：陈旧转载"),
        (("快报", "stale"), "G2 “状态”列：陈旧转载"),
        (("快报", "同口径"), "G2 “状态”列：“同口径”这个说法没有登记。请从这些里选：预计数、快报"),
        (("2021-07-15", "下周"), "H2 “发布日期”列：“下周”不是能读懂的日期"),
        (("2021-07-15", "2021-07-21"), "H2 “发布日期”列：发布日期 2021-07-21 还没有到（今天是 2021-07-20）"),
        (("2021-07-15", "2022"), "H2 “发布日期”列：发布日期 2022 还没有到"),
        (
            ("GDP,2021年1-6月", "FAI,2021年1月"),
            "C2 “时期”列：“全社会固定资产投资”1月份不单独公布，最早是1—2月",
        ),
    ],
)
def test_a_bad_row_is_sent_back_with_its_place_reason_and_mend(readings, change, said):
    reason = only_reason(readings(GOOD.replace(*change)))
    assert reason.startswith(said)
    assert reason.count("。") >= 1


def test_the_month_and_year_of_today_are_not_the_future(readings):
    read = readings(GOOD.replace("2021-07-15", "2021-07"), GOOD.replace("2021-07-15", "2021"))
    assert read.rejected == 0


def test_investment_from_january_to_february_is_fine(readings):
    assert readings(GOOD.replace("GDP,2021年1-6月", "FAI,2021年1-2月")).rejected == 0


def test_a_bad_cell_leaves_the_good_ones_standing(readings):
    read = readings(GOOD.replace("11.7", "很快"), GOOD.replace("756.3", "很多").replace("GDP", "FAI"))
    assert [(entry.measure, entry.place["row"]) for entry in read.entries] == [("level", 2), ("growth", 3)]
    assert (read.rows_in, read.rejected) == (2, 0)
    assert [told(remark).partition("。")[0] for remark in read.lost_cells] == [
        "F2 “同比(%)”列：“很快”不是一个数",
        "D3 “数值”列：“很多”不是一个数",
    ]


def test_every_bad_cell_of_a_row_is_told_at_once(readings):
    read = readings("天仓,GDPP,近期,很多,亿元,,,下周,x")
    assert [problem.cell for problem in read.rejections] == ["A2", "B2", "C2", "H2", "D2"]
    assert read.rejected == 1


def test_counting_words_are_one_unit(readings):
    read = readings(
        *(
            f"太仓市,HNTE,{year}年,240,{word},,,2021,x"
            for year, word in ((2017, "家"), (2018, "个"), (2019, "只"), (2020, "项"))
        )
    )
    assert [entry.unit for entry in read.entries] == ["家", "个", "只", "项"]


def test_the_words_of_a_place_in_a_document_are_kept(readings):
    headings = "actual_id,主体,指标,时期,数值,单位,document,sha256,start,end"
    read = readings(
        "A1,太仓市,GDP,2021年,1,亿元,taicang,ab12,611,709",
        "A2,太仓市,FAI,2021年,1,亿元,,,x,",
        headings=headings,
    )
    first, second = (entry.place for entry in read.entries)
    assert first == {
        "file": "表.csv",
        "row": 2,
        "record": "A1",
        "document": "taicang",
        "sha256": "ab12",
        "start": 611,
        "end": 709,
    }
    assert second == {"file": "表.csv", "row": 3, "record": "A2"}


def test_columns_that_name_persons_and_notes_are_never_read(readings):
    read = readings(
        "太仓市,GDP,2021年,1,亿元,张三,说明,原句", headings="主体,指标,时期,数值,单位,head,note,verbatim"
    )
    assert "张三" not in str(read.rows)
    assert "原句" not in str(read.rows)


def test_a_problem_reads_as_one_sentence():
    assert str(about_file("表.xlsx", "文件是空的", "请检查")) == "表.xlsx：文件是空的。请检查"
    row = Problem("表.xlsx", "数据", 6, "", "", "不合", "请改")
    assert str(row) == "表.xlsx 数据 第6行：不合。请改"


def test_today_decides_what_lies_ahead(readings):
    assert readings(GOOD, today=dt.date(2021, 7, 14)).rejected == 1
    assert readings(GOOD, today=dt.date(2021, 7, 15)).rejected == 0
