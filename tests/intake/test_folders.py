"""Is a whole folder of feeds read in the order that lets its parts name one another, and all of it accounted for?"""

import csv
import datetime as dt

import pytest

from maoding.intake.folders import read_folder
from maoding.intake.problems import UnreadableFileError
from maoding.terms.catalogue import Indicator, Words
from maoding.terms.entries import Event, Reading
from tests.intake.conftest import TODAY

LATE = dt.date(2026, 1, 1)


@pytest.fixture
def folder(tmp_path):
    files = {
        "a.csv": "org,indicator,period,value,unit,published_at,source_id\nX,GDP,2020,1,亿元,2021-03,S\n"
        "P1,GDP,2020,2,亿元,2021-03,S\nX,FAI,2020,3,亿元,2021-04,S",
        "b.csv": "project_id,name,org\nP1,某项目,X",
        "c.csv": "code,name_zh,unit,kind\nGDP,地区生产总值,亿元,flow\nFAI,投资,万元,flow",
        "d.csv": "org,name_zh,level,source_id\nX,某市,county,S",
        "e.csv": "source_id,publisher,title_short,published_at,published_precision\nS,某报,题,2021-03,url-epoch",
        "f.csv": "甲,乙\n1,2",
        "g.csv": "",
        "h.md": "说明",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "folder.csv").mkdir()
    return tmp_path


def test_feeds_are_read_before_those_that_name_them(folder):
    read = read_folder(folder, Words(), TODAY)
    assert [feed.file for feed in read.feeds] == ["e.csv", "d.csv", "c.csv", "b.csv", "a.csv", "g.csv"]
    assert all(not feed.rejected for feed in read.feeds)
    assert read.names["a.csv"].rows_in == 3
    assert read.words.bodies == {"X": "某市", "P1": "某项目"}
    assert read.words.indicators["GDP"].unit == "亿元"


def test_what_is_not_read_is_named(folder):
    read = read_folder(folder, Words(), TODAY)
    assert [problem.file for problem in read.skipped] == ["f.csv", "folder.csv", "h.md"]
    assert "文件是空的" in read.names["g.csv"].failures[0].reason


def test_a_surmised_date_of_a_source_makes_its_rows_no_surer(folder):
    rows = read_folder(folder, Words(), TODAY).names["a.csv"].entries
    assert [(row.published.at, row.published.precision) for row in rows] == [
        ("2021-03", "inferred"),
        ("2021-03", "inferred"),
        ("2021-04", "month"),
    ]


def test_the_packs_own_words_stand(folder):
    own = Indicator("FAI", "固定资产投资", "", "亿元", "flow", "monthly", "up", no_january=True)
    read = read_folder(folder, Words({"FAI": own}, {"X": "本市"}), TODAY)
    assert read.words.indicators["FAI"] is own
    assert read.words.indicators["GDP"].name == "地区生产总值"
    assert read.words.bodies["X"] == "本市"


def test_a_missing_folder_is_said(tmp_path):
    with pytest.raises(UnreadableFileError, match="找不到文件夹"):
        read_folder(tmp_path / "没有", Words(), TODAY)


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def taicang(shared):
    return read_folder(shared / "data" / "taicang", Words(), LATE)


def test_all_of_taicang_goes_in_but_the_rows_that_must_not(taicang, shared):
    told = {feed.file: (feed.rows_in, feed.rejected) for feed in taicang.feeds}
    tables = shared / "data" / "taicang"
    for name in ("sources", "orgs", "projects", "key_dates", "targets"):
        assert told[f"{name}.csv"] == (len(rows_of(tables / f"{name}.csv")), 0)
    actuals = rows_of(tables / "actuals.csv")
    refused = [row["actual_id"] for row in actuals if row["status"] == "stale" or not row["period_end"]]
    assert told["actuals.csv"] == (len(actuals), len(refused))
    reasons = taicang.names["actuals.csv"].rejections
    assert sorted(actuals[problem.row - 2]["actual_id"] for problem in reasons) == sorted(refused)
    assert sum("陈旧转载" in problem.reason for problem in reasons) == 1
    assert sum(problem.reason == "原文未写时期" for problem in reasons) == len(refused) - 1
    assert not [problem for feed in taicang.feeds for problem in feed.failures]


def test_every_number_of_taicang_is_a_reading(taicang, shared):
    rows = {row["actual_id"]: row for row in rows_of(shared / "data" / "taicang" / "actuals.csv")}
    columns = {"level": "value", "growth": "yoy_pct", "share": "share_of_city_pct"}
    entries = taicang.names["actuals.csv"].entries
    assert all(isinstance(entry, Reading) for entry in entries)
    assert all(entry.number == rows[entry.record][columns[entry.measure]] for entry in entries)
    read = {(entry.record, entry.measure) for entry in entries}
    refused = {
        rows_["actual_id"] for rows_ in rows.values() if rows_["status"] == "stale" or not rows_["period_end"]
    }
    said = {
        (name, measure) for name, row in rows.items() for measure, column in columns.items() if row[column]
    }
    assert read == {pair for pair in said if pair[0] not in refused}


def test_no_head_of_a_body_of_taicang_is_read(taicang, shared):
    heads = [row["head"] for row in rows_of(shared / "data" / "taicang" / "orgs.csv") if row["head"]]
    assert len(heads) > 5
    read = str(taicang.names["orgs.csv"].entries)
    assert not [head for head in heads if head in read or head.split("(")[0] in read]


def test_no_address_of_taicang_is_kept_that_may_not_be_shown(taicang, shared):
    hidden = {
        row["source_id"]
        for row in rows_of(shared / "data" / "taicang" / "sources.csv")
        if row["showable"] == "0"
    }
    entries = taicang.names["sources.csv"].entries
    assert {entry.code for entry in entries if not entry.address} >= hidden
    assert len([entry for entry in entries if entry.address]) > 5


def test_surmised_dates_of_taicang_order_nothing(taicang):
    surmised = [
        entry for feed in taicang.feeds for entry in feed.entries if entry.published.precision == "inferred"
    ]
    assert len(surmised) > 20
    assert all(entry.published.known_from is None for entry in surmised)


def test_a_project_of_taicang_keeps_its_currency(taicang):
    units = {
        event.unit
        for event in taicang.names["projects.csv"].entries
        if isinstance(event, Event) and event.kind == "total_investment"
    }
    assert units == {"亿元", "亿美元", "亿欧元"}


def test_reading_twice_gives_the_same_entries(taicang, shared):
    again = read_folder(shared / "data" / "taicang", Words(), LATE)
    first, second = ([entry.id for feed in read.feeds for entry in feed.entries] for read in (taicang, again))
    assert first == second
