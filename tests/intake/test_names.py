"""Which column is which field, and whose name is it? What cannot be told is said and never guessed."""

from maoding.intake.feeds import read_feed
from maoding.terms.catalogue import Words
from tests.intake.conftest import HEADINGS, TODAY, WORDS
from tests.intake.test_readings import GOOD, only_reason


def test_missing_columns_are_named_with_those_found(readings):
    read = readings("太仓市,1", headings="主体,金额")
    (failure,) = read.failures
    assert (read.rows_in, read.rows) == (0, ())
    assert "缺少列：" in failure.reason
    assert "时期或截止日期或年份" in failure.reason
    assert "找到的列是：主体、金额" in failure.reason


def test_a_table_without_headings_says_so(readings):
    read = readings(",", headings="x,")
    assert "找到的列是：x" in read.failures[0].reason


def test_two_columns_of_one_meaning_are_not_chosen_between(readings):
    (failure,) = readings("太仓市,GDP,2021年,1,2,亿元", headings="主体,指标,时期,数值,完成数,单位").failures
    assert failure.reason == "有两列都像是“数值”：数值、完成数"


def test_a_second_column_of_names_stands_in_for_blank_codes(readings):
    read = readings(
        "TC,太仓市,GDP,2021年,1,亿元", ",沙溪镇,GDP,2021年,1,亿元", headings="org,org_zh,指标,时期,数值,单位"
    )
    assert [entry.subject for entry in read.entries] == ["TC", "TC-SX"]


def test_a_name_of_two_bodies_names_neither(text_file):

    words = Words(WORDS.indicators, {"A": "新区", "B": "新区"})
    read = read_feed(text_file(f"{HEADINGS}\n{GOOD.replace('太仓市', '新区')}"), words, TODAY)
    assert "“新区”对应多个主体：新区（A）、新区（B）。请改填编号" in only_reason(read)


def test_nearest_names_are_not_sought_forever(readings, monkeypatch):
    monkeypatch.setattr("maoding.intake.known.MOST_SEARCHES", 1)
    read = readings(
        GOOD.replace("太仓市", "太仓"), GOOD.replace("太仓市", "沙溪"), GOOD.replace("太仓市", "太仓")
    )
    assert ["最接近" in problem.mend for problem in read.rejections] == [True, False, True]
