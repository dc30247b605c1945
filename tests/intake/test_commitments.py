"""Does a table of targets give promises with their strength, relation and deadline?"""

import datetime as dt

import pytest

from maoding.intake.feeds import read_feed
from tests.intake.conftest import TODAY, WORDS, told

HEADINGS = (
    "target_id,org,indicator,type,period,comparator,value,unit,modality,owner,source_id,published_at,verbatim"
)


@pytest.fixture
def targets(text_file):
    def read(*rows: str, headings: str = HEADINGS):
        return read_feed(text_file("\n".join((headings, *rows))), WORDS, TODAY)

    return read


def row(
    *, indicator="GDP", period="2021", comparator=">", value="550", unit="亿元", modality="力争", owner="TC"
) -> str:
    return (
        f"T1,TC,{indicator},quantity,{period},{comparator},{value},{unit},{modality},{owner},S1,2020-12,原句"
    )


def one(read):
    assert (read.kinds, read.rejections) == (("commitments",), [])
    (entry,) = read.entries
    return entry


def test_a_promise_is_read_whole(targets):
    said = one(targets(row()))
    assert (said.subject, said.indicator, str(said.period), said.owner) == ("TC", "GDP", "2021年", "TC")
    assert (said.measure, said.relation, said.strength, said.number, said.unit) == (
        "level",
        "more_than",
        "strive",
        "550",
        "亿元",
    )
    assert (said.source, said.record, said.published.at) == ("S1", "T1", "2020-12")
    assert "原句" not in str(said)


@pytest.mark.parametrize(
    ("comparator", "measure", "relation"),
    [
        ("yoy>=", "growth", "at_least"),
        ("同比≥", "growth", "at_least"),
        ("增长", "growth", "equal"),
        (">=", "level", "at_least"),
        ("≥", "level", "at_least"),
        ("以上", "level", "at_least"),
        ("＞", "level", "more_than"),
        ("超", "level", "more_than"),
        ("~", "level", "about"),
        ("左右", "level", "about"),
        ("≤", "level", "at_most"),
        ("以内", "level", "at_most"),
        ("=", "level", "equal"),
        ("", "level", "equal"),
    ],
)
def test_comparisons_are_understood(targets, comparator, measure, relation):
    said = one(targets(row(indicator="RATE", comparator=comparator, value="10", unit="%")))
    assert (said.measure, said.relation) == (measure, relation)


def test_a_rank_is_a_relation_of_its_own(targets):
    said = one(targets(row(indicator="RANK", comparator="rank<=", value="1", unit="名次")))
    assert (said.relation, said.number, said.unit) == ("rank", "1", "名次")


def test_a_rise_needs_no_number(targets):
    said = one(targets(row(comparator="increase", value="", unit="%", modality="确保")))
    assert (said.relation, said.number, said.unit, said.strength) == ("rising", "", "", "must")


@pytest.mark.parametrize(
    ("unit", "end"),
    [
        ("2021-07-15", dt.date(2021, 7, 15)),
        ("2021-07", dt.date(2021, 7, 31)),
        ("", dt.date(2021, 12, 31)),
        ("名次", dt.date(2021, 12, 31)),
        ("2020-07", dt.date(2021, 12, 31)),
        ("2022-07", dt.date(2021, 12, 31)),
    ],
)
def test_a_deed_has_a_deadline_and_no_indicator(targets, unit, end):
    said = one(targets(row(indicator="", comparator="milestone", value="", unit=unit, modality="")))
    assert (said.measure, said.relation, said.indicator, said.number, said.strength) == (
        "deed",
        "deed",
        "",
        "",
        "plan",
    )
    assert (said.period.start, said.period.end) == (dt.date(2021, 1, 1), end)


def test_the_number_of_a_deed_is_kept(targets):
    said = one(targets(row(indicator="", comparator="milestone", value="15", unit="条")))
    assert (said.number, said.unit) == ("15", "条")


def test_a_target_without_any_evidence_is_recorded(targets):
    assert one(targets(row(period="2025"))).period.start == dt.date(2025, 1, 1)


def test_two_targets_for_one_thing_stand_beside_one_another(targets):
    read = targets(row(), row(value="540").replace("T1", "T2"))
    assert ([entry.number for entry in read.entries], read.remarks) == (["550", "540"], [])


def test_a_clerks_table_without_numbers_of_its_own_tells_of_two_values(targets):
    headings = "主体,指标,时期,目标值,单位,责任单位"
    read = targets("太仓市,FAI,2021年,550,亿元,沙溪镇", "太仓市,FAI,2021年,540,亿元,", headings=headings)
    assert [(said.number, said.strength, said.owner) for said in read.entries] == [
        ("550", "plan", "TC-SX"),
        ("540", "plan", ""),
    ]
    assert ["两个都留下" in remark.reason for remark in read.remarks] == [True]


def test_a_column_of_duties_makes_no_promise_of_a_figure(targets):
    assert targets("太仓市,GDP,2020年,1,亿元,TC", headings="主体,指标,时期,数值,单位,责任单位").kinds == (
        "readings",
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"value": ""}, "G2 “value”列：没有写目标值"),
        ({"comparator": "差不多"}, "F2 “comparator”列：“差不多”这个说法没有登记。请从这些里选：>="),
        ({"modality": "也许"}, "I2 “modality”列：“也许”这个说法没有登记。请从这些里选：确保、力争"),
        ({"owner": "某局"}, "J2 “owner”列：没有“某局”这个主体"),
        ({"indicator": ""}, "C2 “indicator”列：没有写指标"),
        ({"indicator": "无"}, "C2 “indicator”列：没有“无”这个指标"),
        ({"period": "明年"}, "E2 “period”列：“明年”没有写年份，或不是时期"),
        ({"unit": "亿美元"}, "G2 “value”列：单位“亿美元”与该指标的单位“亿元”不能互换"),
        ({"comparator": "yoy>="}, "G2 “value”列：单位“亿元”与该指标的单位“%”不能互换"),
    ],
)
def test_a_bad_row_is_sent_back(targets, change, said):
    read = targets(row(**change))
    assert (read.rows_in, read.rejected, read.entries) == (1, 1, [])
    assert told(read.rejections[0]).startswith(said)
