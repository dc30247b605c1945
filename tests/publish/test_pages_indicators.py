"""The list of indicators: which are promised and measured here, and what came last?"""

import re
from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest

from maoding.terms.entries import Subject
from maoding.terms.periods import months
from maoding.terms.published import Published
from tests.publish import town
from tests.publish.test_pages_board import get, words

LIST = "/sometown/indicators/"
INDICATORS = (
    town.INDICATORS
    + """GDP,地区生产总值,Gross product,亿元,flow,quarterly,up
GDP1,第一产业,Primary sector,亿元,flow,quarterly,up
GDP2,第二产业,Secondary sector,亿元,flow,quarterly,up
INCOME,人均可支配收入,Income a head,元,flow,annual,up
FIRMS,企业数,Firms,家,stock,monthly,up
SHARE1,第一产业比重,Primary share,%,rate,annual,up
ENERGY,能耗,Energy,吨,flow,monthly,down
SHOWS,展会面积,Shows,平方米,flow,event,up
"""
)
RELATIONS = """
completion: [{done: DONE, rate: RATE, plan: PLAN}]
parts: {GDP: [GDP1, GDP2]}
places: [{whole: X, parts: [Z, Y]}, {whole: W, parts: [X, V]}]
shares: [{share: RATE, part: null, whole: null}, {share: SHARE1, part: GDP1, whole: GDP}]
share_of_parent_except: [A9]
"""
BODIES = [("Y", "西区", "West Zone", "X"), ("W", "大市", "Greater City", ""), ("V", "邻市", "Next Town", "")]
LAST_YEAR = months(2020, 1, 12)


def body(code, name, name_en, parent):
    return Subject(source="S1", code=code, name=name, name_en=name_en, level="county", parent=parent)


def is_city(each):
    return isinstance(each, Subject) and each.code == "X"


@pytest.fixture
def measured_site(empty_site):
    """The town with a second zone, in a greater city beside a neighbour, and indicators that add up to one another."""
    pack = empty_site.cities / "sometown"
    (pack / "indicators.csv").write_text(INDICATORS, encoding="utf-8")
    (pack / "relations.yaml").write_text(RELATIONS, encoding="utf-8")
    town.paper(empty_site.shared)
    town.tell(*(replace(each, parent="W") if is_city(each) else each for each in town.words()))
    town.tell(*town.facts(), *(body(*each) for each in BODIES))
    return empty_site


@pytest.fixture
def listed_site(measured_site):
    """The same with an income a head, a neighbour's energy, and a product published after June."""
    town.tell(
        town.reading("INCOME", "50000", "元", period=LAST_YEAR),
        town.reading("INCOME", "4.5", "%", measure="growth", period=LAST_YEAR),
        town.reading("ENERGY", "900", "吨", subject="V"),
        town.reading("GDP", "200", "亿元", published=Published("2021-07-20", "day")),
    )
    return measured_site


def codes(page: str) -> list[str]:
    return re.findall(r'<tr class="line" id="(\w+)"', page)


def line(page: str, code: str) -> str:
    """What the list says of one indicator."""
    return words(re.search(rf'<tr class="line" id="{code}">.*?</tr>', page, re.DOTALL)[0])


def test_an_indicator_is_listed_once_something_is_promised_or_published_of_it(listed_site, reader):
    june = codes(get(reader, LIST))
    assert {"ROADS", "SCHOOLS", "EXPORTS", "INCOME", "ENERGY"} <= set(june)
    assert not {"GDP", "GDP1", "FIRMS", "PLAN"} & set(june)
    assert "GDP" in codes(get(reader, LIST, day="2021-07-31"))
    assert "台账里没有 2020年的指标" in words(get(reader, LIST, day="2020-06-30"))


def test_the_title_is_the_answer(listed_site, reader):
    page = words(get(reader, LIST))
    assert "某市 2021年：7 项指标有承诺或计划，其中 1 项尚无实绩" in page
    assert "某市：查到 1 项指标" in words(get(reader, LIST, has="silent"))
    assert "已知 10 项指标，2022年没有承诺" in words(get(reader, LIST, day="2022-01-31"))


def test_a_row_says_who_promised_and_what_the_city_had_last(listed_site, reader):
    page = get(reader, LIST)
    assert "累计量 按月 越高越好 1 45 – 2021年1—5月 3" in line(page, "ROADS")
    assert "50,000 元 +4.5 2020年 2" in line(page, "INCOME")
    assert "越低越好 – 尚无数据 – – 1" in line(page, "ENERGY")
    assert "第 3" in line(page, "PLACE")
    assert "1*" in line(page, "DONE").replace(" ", "")  # the plan is implied by a published rate


def test_what_was_published_before_its_period_ended_says_so(listed_site, reader):
    town.tell(town.reading("ROADS", "118", "亿元", period=town.YEAR, release="estimate"))
    assert "2021年 ◷ 期末前公布" in line(get(reader, LIST), "ROADS")


def test_the_year_asked_ends_what_is_latest(listed_site, reader):
    town.tell(
        town.reading("ROADS", "9", "亿元", period=months(2022, 1, 2), published=Published("2022-03", "month"))
    )
    assert "2022年1—2月" in line(get(reader, LIST, day="2022-03-31"), "ROADS")
    assert "2021年1—5月" in line(get(reader, LIST, day="2022-03-31", year="2021"), "ROADS")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"name": "道路"}, ["ROADS"]),
        ({"name": "daolu"}, ["ROADS"]),
        ({"name": "dltz"}, ["ROADS"]),
        ({"name": "Road investment"}, ["ROADS"]),
        ({"name": "ROADS"}, ["ROADS"]),
        ({"name": "aolu"}, []),
        ({"kind": "rank"}, ["PLACE"]),
        ({"frequency": "annual"}, ["PLACE", "INCOME"]),
        ({"direction": "down", "has": "target"}, ["PLACE"]),
        ({"has": "silent"}, ["EXPORTS"]),
        ({"has": "elsewhere"}, ["ENERGY"]),
        ({"body": "Z"}, ["SCHOOLS", "REV"]),
        ({"body": "V"}, ["ENERGY"]),
        ({"has": "evidence", "sort": "-figures", "kind": "count"}, ["SCHOOLS"]),
        ({"has": "evidence", "sort": "-growth", "name": "IN"}, ["INCOME", "DONE", "FAI", "ROADS", "PLACE"]),
    ],
    ids=str,
)
def test_sifting_and_ordering(listed_site, reader, asked, found):
    assert codes(get(reader, LIST, **asked)) == found


def test_promised_ones_come_first_and_what_has_no_figure_last(listed_site, reader):
    usual = codes(get(reader, LIST))
    assert usual.index("SCHOOLS") < usual.index("INCOME")
    assert codes(get(reader, LIST, sort="-figures"))[0] == "ROADS"
    by_period = get(reader, LIST, sort="period")
    assert [code for code in codes(by_period) if "尚无数据" in line(by_period, code)] == codes(by_period)[-4:]
    get(reader, LIST, sort="level", status=400)


def test_the_workbook_holds_all_pages_and_names_its_filters(listed_site, reader):
    address = "/sometown/indicators.xlsx?body=Z"
    first, second = reader.get(address), reader.get(address)
    assert first.content == second.content
    rows = list(openpyxl.load_workbook(BytesIO(first.content)).active.values)
    assert "单位：东区" in [row[0] for row in rows]
    schools = next(row for row in rows if row[0] == "SCHOOLS")
    assert schools[1] == "新建学校"
    assert "尚无数据" in schools
    assert "东区" in schools
    everything = list(
        openpyxl.load_workbook(BytesIO(reader.get("/sometown/indicators.xlsx").content)).active.values
    )
    income = next(row for row in everything if row[0] == "INCOME")
    assert income[6:9] == (50_000, "元", 4.5)
    export = next(row for row in everything if row[0] == "EXPORTS")
    assert "亿美元" in export


def test_in_english_names_and_money_are_english(listed_site, reader):
    page = reader.get(LIST, headers={"accept-language": "en"}).content.decode()
    assert "Road investment" in line(page, "ROADS")
    assert "4,500" in line(page, "ROADS")
    assert "Sometown 2021: 7 indicators promised or planned, 1 of them without a figure yet" in words(page)
    assert codes(reader.get(LIST, {"name": "道路"}, headers={"accept-language": "en"}).content.decode()) == [
        "ROADS"
    ]


def test_every_number_of_the_list_leads_somewhere(listed_site, reader):
    page = get(reader, LIST)
    assert " style=" not in page
    links = {link.replace("&amp;", "&") for link in re.findall(r'<a class="n" href="([^"]+)"', page)}
    assert len(links) > 20
    for link in links:
        assert reader.get(link.partition("#")[0]).status_code == 200, link


def test_an_opened_row_of_the_board_leads_to_the_indicator(listed_site, reader):
    promise = re.search(r'id="row-([\w-]+)"', get(reader, name="道路"))[1]
    assert "/sometown/indicators/ROADS/?" in get(reader, f"/sometown/row/{promise}/")
