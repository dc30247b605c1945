"""The pages of bodies: what did each promise, where does it stand, and is nothing made up for who promised nothing?"""

import datetime as dt
import re
from io import BytesIO

import openpyxl
import pytest

from maoding.publish import bodies as told_bodies
from maoding.publish.pages import bodies, body, body_years
from maoding.terms.entries import Subject
from maoding.terms.periods import months
from maoding.terms.published import Published
from tests.publish import town
from tests.publish.test_pages_board import get, words
from tests.publish.test_pages_projects import event, named

LIST = "/sometown/bodies/"
OVERLAPS = """
overlaps:
  - {bodies: [Z, W], zh: 区镇合一, en: one house, source: S1}
places: [{whole: SZ, parts: [X, Y]}]
"""
LAST_YEAR = {"period": months(2020, 1, 12), "published": Published("2020-01-15", "day")}
SPRING = Published("2021-02-10", "day")


def known_body(code, name, level, parent):
    return Subject(source="S1", code=code, name=name, name_en="", level=level, parent=parent)


@pytest.fixture
def bodies_site(told_site):
    """The town with a department, a town and a city beside it, last year's promises, projects, a place among peers."""
    for kept in (bodies._kept, body._figures, body_years._kept, body_years._commitments):
        kept.cache_clear()
    relations = told_site.cities / "sometown" / "relations.yaml"
    relations.write_text(town.RELATIONS + OVERLAPS, encoding="utf-8")
    town.tell(
        known_body("W", "西镇", "town", "X"),
        known_body("D", "市交通局", "department", "X"),
        known_body("Y", "邻市", "county", "SZ"),
        *(named(f"P{n}", f"项目{n}", "Z") for n in range(9)),
    )
    town.tell(
        *(event(f"P{n}", "started", "", "2021-03-02", "", "S1") for n in range(9)),
        town.promise("SCHOOLS", "3", "所", owner="D", record="T80"),
        town.promise("SCHOOLS", "5", "所", subject="Z", record="T81", **LAST_YEAR),
        town.promise("REV", "8", "%", measure="growth", subject="Z", record="T82", **LAST_YEAR),
        town.promise("ROADS", "9", "亿元", subject="Z", record="T83", **LAST_YEAR),
        town.promise("FAI", "9", "亿元", subject="Z", record="T84", **LAST_YEAR),
        town.reading("SCHOOLS", "6", "所", subject="Z", period=months(2020, 1, 12), published=SPRING),
        town.reading(
            "REV", "6", "%", measure="growth", subject="Z", period=months(2020, 1, 12), published=SPRING
        ),
        town.reading("ROADS", "4", "亿元", subject="Z", period=months(2020, 1, 6), published=SPRING),
        town.reading("FAI", "300", "亿元", subject="Y", period=months(2020, 1, 12), release="final"),
        town.reading("FAI", "12", "%", measure="share", subject="Z", period=months(2020, 1, 12)),
    )
    return told_site


def title(page: str) -> str:
    return words(re.search(r"<h1>(.*?)</h1>", page, re.DOTALL)[1])


def rows(page: str) -> dict[str, str]:
    """Words of each row of the list by the body's code."""
    found = re.findall(r'<tr class="line" id="(\w+)">(.*?)</tr>', page, re.DOTALL)
    return {code: words(row).strip() for code, row in found}


def part(page: str, name: str) -> str:
    """Words of one section of a body's page."""
    return words(re.search(rf'<h2 id="{name}">(.*?)</section>', page, re.DOTALL)[1])


def test_the_list_counts_what_each_promised_and_how_it_stands(bodies_site, reader):
    page = get(reader, LIST)
    assert title(page).strip() == "某市 2021年：4 个单位中 2 个有承诺，1 个有落后的"
    told = rows(page)
    assert list(told) == ["X", "Z", "D", "W"]
    # promises, behind, overdue, near, late, not judged, on pace, without figures, answers for, projects
    assert told["X"].split()[-10:] == ["7", "2", "–", "1", "–", "–", "–", "4", "–", "–"]
    assert told["Z"].split()[-10:] == ["2", "–", "–", "–", "–", "–", "2", "–", "–", "9"]
    assert told["D"].split()[-10:] == ["–"] * 8 + ["1", "–"]
    assert "邻市" not in page


def test_nobody_known_to_promise_anything_is_said_so(bodies_site, reader):
    assert "4 个单位都没有已知的承诺" in title(get(reader, LIST, day="2020-01-10"))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"level": "town"}, ["W"]),
        ({"parent": "X", "sort": "-projects"}, ["Z", "D", "W"]),
        ({"has": "owned"}, ["D"]),
        ({"state": "behind"}, ["X"]),
        ({"name": "jiaotong"}, ["D"]),
        ({"sort": "name"}, ["Z", "X", "D", "W"]),
        ({"sort": "level", "has": "promises"}, ["X", "Z"]),
        ({"sort": "parent"}, ["Z", "D", "W", "X"]),
        ({"sort": "-promises"}, ["X", "Z", "D", "W"]),
        ({"year": "2020", "day": "2021-06-30", "has": "promises"}, ["Z"]),
    ],
    ids=str,
)
def test_sifting_and_ordering(bodies_site, reader, asked, found):
    assert list(rows(get(reader, LIST, **asked))) == found


def test_every_count_leads_to_what_it_counts(bodies_site, reader):
    page = get(reader, LIST)
    links = re.findall(r'<a class="n" href="([^"]+)">(\d+)</a>', page)
    assert len(links) >= 8
    for href, count in links:
        behind = get(reader, href.replace("&amp;", "&").partition("#")[0])
        if "#owned" not in href:
            assert behind.count('<tr class="line"') == int(count), href


def test_the_workbooks_name_their_filters(bodies_site, reader):
    answer = reader.get("/sometown/bodies.xlsx?level=town")
    sheet = [list(row) for row in openpyxl.load_workbook(BytesIO(answer.content)).active.values]
    assert "层级：镇" in [row[0] for row in sheet]
    assert sheet[-1][:4] == ["W", "西镇", "镇", "某市"]
    answer = reader.get("/sometown/bodies/Z.xlsx?name=一般公共预算收入")
    sheet = [list(row) for row in openpyxl.load_workbook(BytesIO(answer.content)).active.values]
    assert "查找：一般公共预算收入" in [row[0] for row in sheet]
    assert sheet[-1][:2] == ["REV", "一般公共预算收入"]
    assert 12.5 in sheet[-1]


def test_a_bodys_page_answers_in_its_title(bodies_site, reader):
    said = title(get(reader, f"{LIST}X/")).strip()
    assert said == "某市 2021年：7 项承诺，2 项落后，1 项略低于序时，4 项尚无数据"
    assert title(get(reader, f"{LIST}D/")).strip() == "市交通局 2021年：负责 1 项承诺，0 项落后，1 项尚无数据"
    assert title(get(reader, f"{LIST}W/")).strip() == "西镇 2021年：台账里没有它的承诺"


def test_its_promises_are_rows_that_open_like_the_boards(bodies_site, reader):
    page = get(reader, f"{LIST}Z/")
    told = part(page, "promises")
    assert "新建学校" in told
    assert "12.5 %" in told
    opener = re.search(r'<a class="opener" href="([^"]+)"', page)[1].replace("&amp;", "&")
    reason = reader.get(opener, headers={"HX-Request": "true"})
    assert "reason" in reason.content.decode()
    source = re.search(r'<a class="n" href="(/source/[^"]+)"', page)[1].replace("&amp;", "&")
    assert "/sometown/bodies/Z/" in get(reader, source)


def test_past_years_say_how_they_ended_as_known_on_the_day(bodies_site, reader):
    spring = part(get(reader, f"{LIST}Z/"), "year-2020")
    assert "1 项期末达到，1 项期末未达到，2 项尚无期末数据" in spring
    assert re.search(r"新建学校 期末达到", spring)
    assert re.search(r"一般公共预算收入 期末未达到", spring)
    assert re.search(r"道路投资 尚无期末数据", spring)
    assert not re.search(r"全社会固定资产投资 尚无期末", spring)
    before = part(get(reader, f"{LIST}Z/", day="2021-01-31"), "year-2020")
    assert "4 项尚无期末数据" in before


def test_the_year_asked_comes_first(bodies_site, reader):
    page = get(reader, f"{LIST}Z/", year="2020")
    assert "东区 2020年：4 项承诺" in title(page)
    assert page.index('id="promises"') < page.index('id="year-2021"')


def test_a_promise_of_several_years_stands_once(bodies_site, reader):
    both = months(2020, 1, 12)
    longer = type(both)(dt.date(2020, 1, 1), dt.date(2021, 12, 31))
    town.tell(town.promise("PLACE", "2", "位", relation="rank", subject="W", period=longer, record="T90"))
    page = get(reader, f"{LIST}W/")
    assert len(re.findall(r'<tr class="line" id="row-', page)) == 1
    assert 'id="year-2020"' not in page


def test_what_it_answers_for_stands_apart_from_its_own(bodies_site, reader):
    told = part(get(reader, f"{LIST}D/"), "promises")
    assert "由它负责的其他承诺 1" in told
    assert "自己的承诺" not in told
    assert "某市 新建学校" in told


def test_its_first_projects_and_the_way_to_all_of_them(bodies_site, reader):
    page = get(reader, f"{LIST}Z/")
    told = part(page, "projects")
    assert "项目7" in told
    assert "项目8" not in told
    everyone = re.search(r'<a href="([^"]+)">看全部', page)[1].replace("&amp;", "&")
    assert get(reader, everyone).count('<tr class="line"') == 9


def test_its_latest_figures_lead_to_indicator_and_source(bodies_site, reader):
    page = get(reader, f"{LIST}Z/")
    told = part(page, "figures")
    assert re.search(r"新建学校 4 所 – – 2021年1—5月", told)
    assert re.search(r"一般公共预算收入 – 12.5 % – 2021年1—4月 初步核算数", told)
    assert re.search(r"全社会固定资产投资 – – 12 % 2020年", told)
    assert "/sometown/indicators/REV/" in page
    assert "尚无数据：截至 2021年6月30日，没有公布过它的数" in words(get(reader, f"{LIST}D/")).replace(
        "尚无数据 ：", "尚无数据："
    )


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ({"sort": "-growth"}, "一般公共预算收入"),
        ({"sort": "-period"}, "新建学校"),
        ({"ended": "2020"}, "全社会固定资产投资"),
    ],
    ids=str,
)
def test_its_figures_are_sifted_and_ordered(bodies_site, reader, asked, first):
    page = get(reader, f"{LIST}Z/", **asked)
    table = page[page.index('class="lines projects latest"') :]
    assert first in words(re.search(r"<tbody>.*?</tr>", table, re.DOTALL)[0])


def test_a_place_among_peers_is_told_only_where_all_are_known(bodies_site, reader):
    page = get(reader, f"{LIST}X/")
    assert "全社会固定资产投资 第 1" in part(page, "ranks")
    assert "SZ的 2 个单位中，2020年" in part(page, "ranks")
    assert 'id="ranks"' not in get(reader, f"{LIST}Z/")


def test_parents_children_and_overlaps_are_told(bodies_site, reader):
    district, city = words(get(reader, f"{LIST}Z/")), words(get(reader, f"{LIST}X/"))
    assert re.search(r"上级 某市", district)
    assert re.search(r"与谁重叠 西镇 区镇合一", district)
    assert re.search(r"下属单位 东区 市交通局 西镇", city)
    assert "与谁重叠" not in city


def test_a_projects_code_leads_to_the_project(bodies_site, reader):
    answer = reader.get(f"{LIST}P1/")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/sometown/projects/P1/?")


@pytest.mark.parametrize("code", ["Y", "NOBODY"])
def test_what_is_no_body_of_the_city_has_no_page(bodies_site, reader, code):
    assert f"没有编号为 {code} 的单位" in words(get(reader, f"{LIST}{code}/", status=404))


def test_the_list_without_bodies_says_what_to_do(empty_site, reader):
    town.tell(*(each for each in town.words() if not isinstance(each, Subject)))
    assert "请载入单位名录" in words(get(reader, LIST))


@pytest.mark.parametrize(
    ("row", "ended"),
    [
        ({"measure": "deed", "projects": None}, "open"),
        ({"measure": "deed", "projects": 2, "reached": 1}, "open"),
        ({"measure": "deed", "projects": 2, "reached": 2, "late_least": 3}, "late"),
        ({"measure": "deed", "projects": 2, "reached": 2, "late_least": -3}, "kept"),
        ({"measure": "level", "standing": "met"}, "kept"),
        ({"measure": "level", "standing": "missed"}, "missed"),
        ({"measure": "level", "standing": "not_met_so_far"}, "open"),
        ({"measure": "level", "standing": None}, "open"),
    ],
    ids=str,
)
def test_how_a_promise_ended(row, ended):
    end = {"period_end": dt.date(2020, 12, 31)}
    assert told_bodies.ending(row | end, dt.date(2020, 12, 31)) == ended
    assert told_bodies.ending(row | end, dt.date(2020, 12, 30)) == "not_due"
