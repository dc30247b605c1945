"""The project pages: which projects are there, how far is each, and who said so?"""

import datetime as dt
import re
import shutil
from io import BytesIO

import openpyxl
import pytest
from django.conf import settings

from maoding.publish.pages.timeline import timeline
from maoding.terms.entries import Commitment, Event, Subject
from maoding.terms.published import Published
from tests.publish import town
from tests.publish.test_pages_board import get, words

LIST = "/sometown/projects/"
JULY = Published("2021-07-20", "day")
RELATIONS = (
    town.RELATIONS
    + """
deeds: [{commitment: T77, projects: [P1], step: started}]
deed_names: {T77: {zh: 产业园开工, en: Start the park}}
"""
)
ROWS = [
    ("P1", "listed", "省重大", "2021", "", "S1"),
    ("P1", "stage", "started", "2021-06", "", "S1"),
    ("P1", "started", "", "2021-03-02", "", "S1"),
    ("P1", "planned_completion", "", "2021-12", "", "S1"),
    ("P1", "industry", "半导体", "", "", "S1"),
    ("P1", "owner", "东方公司", "", "", "S1"),
    ("P1", "total_investment", "", "", "1.5 亿美元", "S1"),
    ("P1", "total_investment", "", "", "15 亿元", "S2"),
    ("P2", "stage", "planned", "2021-02", "", "S1"),
    ("P2", "total_investment", "", "", "2 亿元", "S1"),
    ("P2", "land", "", "", "230 亩", "S1"),
    ("P2", "land", "", "", "181 亩", "S2"),
    ("P3", "stage", "completed", "2021-07", "", "S2"),
    ("P3", "completed", "", "2021-07-01", "", "S2"),
    ("P4", "total_investment", "", "", "3 亿美元", "S2"),
    ("P4", "opening", "某日", "", "", "S2"),
]


def event(subject, kind, detail, on, number, source):
    amount, _, unit = number.partition(" ")
    published = JULY if source == "S2" else town.JUNE
    said = {"subject": subject, "kind": kind, "detail": detail, "on": on, "number": amount, "unit": unit}
    return Event(**said, source=source, published=published, place={"file": "projects.csv", "row": 2})


def named(code, name, parent, source="S1"):
    published = JULY if source == "S2" else town.JUNE
    return Subject(
        source=source, published=published, code=code, name=name, name_en="", level="project", parent=parent
    )


@pytest.fixture
def projects_site(told_site):
    """The town with four projects, of which two are known by the end of June."""
    pack = told_site.cities / "sometown"
    shutil.copy(settings.CITIES / "taicang" / "stages.yaml", pack)
    (pack / "relations.yaml").write_text(RELATIONS, encoding="utf-8")
    town.tell(
        named("P1", "东方半导体产业园", "Z"),
        named("P2", "重庆路小学", "X"),
        named("P3", "港口码头", "X", "S2"),
        named("P4", "风电场", "Z", "S2"),
        *(event(*row) for row in ROWS),
        Commitment(
            subject="X", indicator="", period=town.YEAR, measure="deed", relation="deed", strength="plan",
            source="S1", published=town.JANUARY, record="T77",
        ),
    )  # fmt: skip
    return told_site


def codes(page: str) -> list[str]:
    return re.findall(r'<tr class="line" id="(\w+)"', page)


def test_a_project_is_listed_from_the_day_something_was_said_of_it(projects_site, reader):
    assert codes(get(reader, LIST, day="2021-06-30")) == ["P1", "P2"]
    assert set(codes(get(reader, LIST, day="2021-07-31"))) == {"P1", "P2", "P3", "P4"}
    assert "台账里没有项目" in words(get(reader, LIST, day="2021-01-01"))


def test_a_row_says_list_step_and_investment_as_they_were_said(projects_site, reader):
    june = words(get(reader, LIST))
    for said in (
        "2021 省级重点",
        "东区",
        "半导体",
        "开工 2021年3月2日起",
        "1.5 亿美元",
        "已列入计划 截至 2021年2月",
    ):
        assert said in june
    assert "15 亿元" not in june
    july = words(get(reader, LIST, day="2021-07-31"))
    assert "2 种说法 15 亿元" in july
    assert "竣工 2021年7月1日起" in july
    assert "尚无数据" in july


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"name": "东方"}, ["P1"]),
        ({"name": "bandaoti"}, ["P1"]),
        ({"name": "bdt"}, ["P1"]),
        ({"name": "chongqing"}, ["P2"]),
        ({"name": "ongqing"}, []),
        ({"name": "P2 小学"}, ["P2"]),
        ({"name": "东方 小学"}, []),
        ({"name": "东方公司"}, ["P1"]),
        ({"tier": "province"}, ["P1"]),
        ({"listed": "2021"}, ["P1"]),
        ({"tier": "province", "listed": "2020"}, []),
        ({"body": "X"}, ["P2", "P3"]),
        ({"industry": "半导体"}, ["P1"]),
        ({"step": "built"}, ["P3"]),
        ({"step": "unknown"}, ["P2"]),
        ({"sort": "code"}, ["P1", "P2", "P3", "P4"]),
        ({"sort": "-code"}, ["P4", "P3", "P2", "P1"]),
        ({"sort": "-investment"}, ["P1", "P2", "P4", "P3"]),
        ({"sort": "investment"}, ["P2", "P1", "P4", "P3"]),
        ({"sort": "-stage"}, ["P3", "P1", "P2", "P4"]),
        ({"sort": "name"}, ["P2", "P1", "P4", "P3"]),
    ],
    ids=str,
)  # fmt: skip
def test_sifting_and_ordering(projects_site, reader, asked, found):
    assert codes(get(reader, LIST, day="2021-07-31", **asked)) == found


def test_no_match_leads_back_to_all(projects_site, reader):
    page = get(reader, LIST, name="无此项目", day="2021-07-31")
    assert "没有符合条件的" in words(page)
    assert "看全部 4 个" in words(page)


@pytest.mark.parametrize("asked", [{"sort": "beauty"}, {"page": "0"}, {"page": "x"}])
def test_strange_requests_are_refused(projects_site, reader, asked):
    get(reader, LIST, status=400, **asked)


def test_fifty_stand_on_a_page(projects_site, reader):
    more = [named(f"Q{n:03}", f"园区{n}", "X") for n in range(99)]
    town.tell(*more, *(event(each.code, "industry", "食品", "", "", "S1") for each in more))
    first = get(reader, LIST)
    assert len(codes(first)) == 50
    assert "第 1–50 个，共 101 个" in words(first)
    last = get(reader, LIST, page="99")
    assert len(codes(last)) == 1
    assert set(codes(last)).isdisjoint(codes(first))


def test_a_head_orders_and_says_how(projects_site, reader):
    page = get(reader, LIST, sort="-investment")
    assert 'aria-sort="descending"' in page
    head = re.search(r'aria-sort="descending"><a href="([^"]+)"', page)[1].replace("&amp;", "&")
    assert 'aria-sort="ascending"' in get(reader, head)


def test_the_workbook_names_its_filters_and_is_the_same_twice(projects_site, reader):
    address = "/sometown/projects.xlsx?day=2021-07-31&tier=province&name=东方"
    first, second = reader.get(address), reader.get(address)
    assert first.content == second.content
    sheet = openpyxl.load_workbook(BytesIO(first.content)).active
    rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    told = [str(row[0]) for row in rows if row]
    assert {"名单：省级重点", "查找：东方", "共 1 行"} <= set(told)
    assert rows[-1][:2] == ["P1", "东方半导体产业园"]
    assert 15 in rows[-1]
    assert "筛选：无" in str(
        list(openpyxl.load_workbook(BytesIO(reader.get("/sometown/projects.xlsx").content)).active.values)
    )


def test_versions_of_a_project_stand_with_who_said_them(projects_site, reader):
    june, july = (words(get(reader, f"{LIST}P1/", day=day)) for day in ("2021-06-30", "2021-07-31"))
    assert "说法不一" not in june
    assert "说法不一：币种或单位不同，不换算" in july
    assert july.index("15 亿元") < july.index("1.5 亿美元")
    assert "东方公司" in july
    assert "某日报" in july
    land = words(get(reader, f"{LIST}P2/", day="2021-07-31"))
    assert "说法不一：末次比首次 −21.3%" in land


def test_news_is_no_disagreement_and_another_word_is(projects_site, reader):
    said = [("progress", "打桩", "S1"), ("progress", "封顶", "S2"), ("owner", "西方公司", "S2")]
    town.tell(*(event("P1", kind, detail, "", "", source) for kind, detail, source in said))
    page = get(reader, f"{LIST}P1/", day="2021-07-31")
    marks = re.findall(r'rowspan="2">(\w+) <span class="lamp watch"><span[^>]*>◆</span> ([^<]+)<', page)
    assert ("进展", "先后\u20092\u2009次") in marks
    assert ("业主", "说法不一") in marks
    assert '<dt>业主</dt><dd><span lang="zh-CN">西方公司' in page


def test_the_same_first_and_last_with_another_between_is_a_disagreement(projects_site, reader):
    town.tell(event("P2", "land", "", "", "230 亩", "S2"))
    between = {
        "kind": "land",
        "number": "200",
        "unit": "亩",
        "source": "S1",
        "published": town.Published("2021-07-10", "day"),
    }
    town.tell(Event(subject="P2", **between))
    page = words(get(reader, f"{LIST}P2/", day="2021-07-31"))
    assert "◆ 说法不一" in page


def test_the_line_tells_planned_from_actual_and_promises_are_held_against_it(projects_site, reader):
    page = get(reader, f"{LIST}P1/")
    assert {'class="planned"', 'class="actual"', 'class="as_of"'} <= set(re.findall(r'class="\w+"', page))
    told = words(page)
    assert "实际 2021年3月2日" in told
    assert "计划 2021年12月 未到期" in told
    assert "某市 产业园开工" in told
    assert "提前 304 天" in told


def test_what_nobody_said_is_no_data(projects_site, reader):
    page = words(get(reader, f"{LIST}P3/", day="2021-06-30"))
    assert "尚无数据" in page
    assert "台账里没有关于这个项目的记载" in page
    assert "记载始于 2021年7月20日" in page
    assert "竣工 2021年7月1日" not in page
    assert "opening" in words(get(reader, f"{LIST}P4/", day="2021-07-31"))


@pytest.mark.parametrize("code", ["P9", "X"])
def test_what_is_no_project_is_not_found(projects_site, reader, code):
    assert f"没有编号为 {code} 的项目" in words(get(reader, f"{LIST}{code}/", status=404))


@pytest.mark.parametrize("path", [LIST, f"{LIST}P1/", f"{LIST}P2/"])
def test_every_number_leads_to_its_source_and_nothing_is_styled_in_the_page(projects_site, reader, path):
    page = get(reader, path, day="2021-07-31")
    assert " style=" not in page
    links = {link.replace("&amp;", "&") for link in re.findall(r'href="(/(?:why|source)/[^"]+)"', page)}
    assert links
    for link in links:
        assert reader.get(link.partition("#")[0]).status_code == 200, link


def test_dates_are_drawn_as_wide_as_they_were_stated():
    steps = [
        {"step": "started", "stated_on": "2021", "planned": False, "as_of": True, "id": "a"},
        {"step": "built", "stated_on": "2022-12-31", "planned": True, "as_of": False, "id": "b"},
    ]
    line = timeline(steps, {"started": "开工", "built": "竣工"}, {"built": "未到期"}, dt.date(2021, 1, 1))
    year, day = line.lanes[0].marks[0], line.lanes[1].marks[0]
    assert (year.x, year.width, year.since) == ("0.00%", "50.00%", True)
    assert (day.x, day.width, day.kind) == ("99.86%", "0.80%", "planned")
    assert line.ticks == (("0.00%", 2021), ("50.00%", 2022))
    assert line.asked == "0.00%"
