"""Do tables of sources, bodies, projects and dates give what they tell of, and nothing of persons?"""

import pytest

from maoding.intake.feeds import read_feed
from maoding.terms.catalogue import Words
from maoding.terms.entries import Event, Subject
from tests.intake.conftest import BODIES, TODAY, WORDS, told

PROJECT = (
    "project_id,name,tier,tier_year,org,industry,kind,total_investment,investment_unit,plan,progress,stage,stage_as_of,"
    "signed,started,topped_out,completed,in_production,planned_completion,capacity_output,land_mu,floor_area_m2,owner,source_id,published_at"
)


@pytest.fixture
def feed(text_file):
    def read(headings: str, *rows: str, words: Words = WORDS):
        return read_feed(text_file("\n".join((headings, *rows))), words, TODAY)

    return read


def test_a_source_keeps_its_address_only_where_it_may_be_shown(feed):
    read = feed(
        "source_id,source,publisher,title_short,published_at,published_precision,kind,note,showable,sha256",
        "A,http://a.example/x,某报,题,2021-06-17,day,press,,1,ab",
        "B,http://b.example/x,某站,题,2021-06,month-inferred,press-mirror,,0,",
        "C,（无网址） 某题,某站,题,,unknown,press,,1,",
        "D,gold/docs/d.txt,某报,题,2021,year,seed,,是,",
        "E,http://e.example/x,某站,题,2021,year,seed,,,",
    )
    assert read.kinds == ("sources",)
    assert [entry.address for entry in read.entries] == ["http://a.example/x", "", "", "gold/docs/d.txt", ""]
    assert [entry.published.precision for entry in read.entries] == [
        "day",
        "inferred",
        "unknown",
        "year",
        "year",
    ]
    first = read.entries[0]
    assert (first.code, first.source, first.publisher, first.title, first.kind, first.sha256) == (
        "A",
        "A",
        "某报",
        "题",
        "press",
        "ab",
    )


def test_a_source_table_without_such_a_column_shows_its_addresses(feed):
    read = feed("来源编号,网址,发布单位,标题", "A,www.a.example,某报,题", ",x,某报,题", "B,x,某报,")
    assert [entry.address for entry in read.entries] == ["www.a.example"]
    assert [told(problem) for problem in read.rejections] == [
        "A3 “来源编号”列：这一格没有填写。请补上",
        "D4 “标题”列：这一格没有填写。请补上",
    ]


def test_bodies_may_name_their_parent_further_down_and_heads_are_never_read(feed):
    read = feed(
        "org,name_zh,name_en,level,parent,code,head,head_as_of,source_id,published_at",
        "X-A,甲镇,A Town,town,X,320000001,李四（书记）,2021-06,CODES,2021",
        "X,乙市,B City,county,,320000,,,CODES,2021",
        "X-B,丙镇,C Town,town,丁市,,,,CODES,2021",
        words=Words(),
    )
    assert read.kinds == ("bodies",)
    town, city = read.entries
    assert (town.code, town.name, town.name_en, town.level, town.parent, town.statistical_code) == (
        "X-A",
        "甲镇",
        "A Town",
        "town",
        "X",
        "320000001",
    )
    assert city.parent == ""
    assert "李四" not in str(read.rows)
    assert told(read.rejections[0]).startswith("E4 “parent”列：没有“丁市”这个主体")


def test_a_project_gives_itself_and_an_event_for_each_thing_said(feed):
    row = (
        "P1,某项目,省重大,2021,沙溪镇,港口,基础设施,40.27,亿元,2021开工,主体封顶,started,2021-06,"
        "2020-01-15,2020,,,,2021年底,4个泊位,74.95,1206031,某公司,S1,2021-07-02"
    )
    read = feed(PROJECT, row)
    assert (read.kinds, [*read.remarks, *read.lost_cells]) == (("projects",), [])
    project, *events = read.entries
    assert isinstance(project, Subject)
    assert (project.code, project.name, project.level, project.parent) == ("P1", "某项目", "project", "TC-SX")
    assert all(isinstance(event, Event) and event.subject == event.record == "P1" for event in events)
    assert [(event.kind, event.detail, event.on, event.number, event.unit) for event in events] == [
        ("listed", "省重大", "2021", "", ""),
        ("stage", "started", "2021-06", "", ""),
        ("signed", "", "2020-01-15", "", ""),
        ("started", "", "2020", "", ""),
        ("industry", "港口", "", "", ""),
        ("category", "基础设施", "", "", ""),
        ("plan", "2021开工", "", "", ""),
        ("progress", "主体封顶", "", "", ""),
        ("capacity", "4个泊位", "", "", ""),
        ("owner", "某公司", "", "", ""),
        ("planned_completion", "2021年底", "", "", ""),
        ("total_investment", "", "", "40.27", "亿元"),
        ("land", "", "", "74.95", "亩"),
        ("floor_area", "", "", "1206031", "平方米"),
    ]


def test_a_planned_day_is_a_day(feed):
    (_, event) = feed("项目编号,项目名称,属地,计划竣工日期", "P1,甲,太仓市,2021年12月").entries
    assert (event.kind, event.on, event.detail) == ("planned_completion", "2021-12", "")


def test_a_bad_cell_of_a_project_is_a_remark(feed):
    read = feed(
        "项目编号,项目名称,属地,总投资(亿元),开工日期,用地(亩)",
        "P1,甲,太仓市,百亿级,很快,12",
        "P2,乙,太仓市,1.5亿美元,2021-01,12家",
        "P3,丙,太仓市,3%,,",
    )
    assert [event.kind for event in read.entries if isinstance(event, Event)] == ["land", "started"]
    assert [told(remark).partition("。")[0] for remark in read.lost_cells] == [
        "E2 “开工日期”列：“很快”不是能读懂的日期",
        "D2 “总投资(亿元)”列：“百亿级”不是一个数",
        "D3 “总投资(亿元)”列：数后面写的是“亿美元”，单位列写的是“亿元”",
        "F3 “用地(亩)”列：数后面写的是“家”，单位列写的是“亩”",
        "D4 “总投资(亿元)”列：数后面写的是“%”，单位列写的是“亿元”",
    ]


def test_an_investment_is_money_of_some_currency(feed):
    read = feed("项目编号,项目名称,属地,总投资,投资单位", "P1,甲,太仓市,3,亿欧元", "P2,乙,太仓市,3,家")
    assert [event.unit for event in read.entries if isinstance(event, Event)] == ["亿欧元"]
    assert told(read.lost_cells[0]).startswith("D3 “总投资”列：“家”不是金额单位")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (",甲,太仓市,2021", "A2 “项目编号”列：这一格没有填写"),
        ("P1,,太仓市,2021", "B2 “项目名称”列：这一格没有填写"),
        ("P1,甲,太平市,2021", "C2 “属地”列：没有“太平市”这个主体"),
        ("P1,甲,,2021", "C2 “属地”列：没有写主体"),
        ("P1,甲,太仓市,2022", "D2 “发布日期”列：发布日期 2022 还没有到"),
    ],
)
def test_a_project_that_cannot_be_named_is_sent_back(feed, row, said):
    read = feed("项目编号,项目名称,属地,发布日期", row)
    assert (read.rejected, read.entries) == (1, [])
    assert told(read.rejections[0]).startswith(said)


def test_versions_of_a_project_are_kept_beside_one_another(feed):
    words = Words({}, BODIES | {"P1": "某项目"})
    read = feed(
        "project_id,property,value,unit,published_at,source_id",
        "P1,land,200,亩,2019-03-18,A",
        "P1,land,162.7,亩,2020-08-08,B",
        "P1,land,5,家,2020-08-08,B",
        "P9,land,5,亩,2020-08-08,B",
        "P1,,5,亩,2020-08-08,B",
        words=words,
    )
    assert [(event.subject, event.kind, event.number, event.source) for event in read.entries] == [
        ("P1", "land", "200", "A"),
        ("P1", "land", "162.7", "B"),
    ]
    assert len({event.fact for event in read.entries}) == 1
    assert [problem.row for problem in read.rejections] == [4, 5, 6]


def test_key_dates_are_events_of_a_body(feed):
    read = feed(
        "date,precision,event,org,source_id,published_at",
        "2021-10-09,month,大会,TC,A,2021",
        "2021-06-16,day,活动,沙溪镇,A,2021",
        ",day,没有日期,TC,A,2021",
    )
    assert [(event.subject, event.kind, event.detail, event.on) for event in read.entries] == [
        ("TC", "key_date", "大会", "2021-10"),
        ("TC-SX", "key_date", "活动", "2021-06-16"),
    ]
    assert told(read.rejections[0]).startswith("A4 “date”列：“”不是能读懂的日期")


def test_a_date_of_nobody_is_sent_back(feed):
    (problem,) = feed("日期,事件", "2021-06-16,活动").rejections
    assert told(problem) == "第2行：没有写主体。请填写单位名称或编号，每行都要写"


def test_a_catalogue_of_indicators_is_learnt_and_no_row_of_the_ledger(feed):
    read = feed(
        "code,name_zh,name_en,unit,kind,frequency,direction,no_january",
        "FAI,投资,Investment,亿元,flow,monthly,up,1",
        "X,某数,X,石,flow,monthly,up,0",
    )
    assert (read.kinds, read.rows_in, read.rejected, read.entries) == (("indicators",), 1, 1, [])
    (learnt,) = read.indicators.values()
    assert (learnt.code, learnt.name, learnt.unit, learnt.kind, learnt.no_january) == (
        "FAI",
        "投资",
        "亿元",
        "flow",
        True,
    )
    assert "没有“石”这个单位" in read.rejections[0].reason
