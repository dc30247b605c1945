"""The page of one indicator: promises beside the parent's, vintages, bases, shares, and nothing divided into growth."""

import html
import json
import re
from io import BytesIO

import openpyxl
import pytest

from maoding.terms.periods import Period, months
from maoding.terms.published import Published
from tests.publish import town
from tests.publish.test_pages_board import get, words
from tests.publish.test_pages_indicators import LAST_YEAR, LIST, measured_site

__all__ = ["measured_site"]
JULY = Published("2021-07-20", "day")
LAST_MAY = months(2020, 1, 5)


def section(page: str, name: str) -> str:
    """What a section of the page says, by the name of its heading's place."""
    return words(re.search(rf'<h2 id="{name}">.*?</section>', page, re.DOTALL)[0])


def indicator(reader, code: str, **asked) -> str:
    return get(reader, f"{LIST}{code}/", **asked)


def title(page: str) -> str:
    return words(re.search(r"<h1>.*?</h1>", page, re.DOTALL)[0]).strip()


def level(code: str, number: str, **other: object):
    return town.reading(code, number, "亿元", **other)


def grown(code: str, number: str, **other: object):
    return town.reading(code, number, "%", measure="growth", **other)


def test_the_title_says_who_promised_and_what_came_of_it(measured_site, reader):
    assert title(indicator(reader, "ROADS")) == "道路投资：1 家承诺，某市 2021年1—5月为 45 亿元"
    assert "完成率反推" in title(indicator(reader, "DONE"))
    assert title(indicator(reader, "SCHOOLS")).startswith("新建学校：1 家承诺，东区 2021年1—5月为 4 所")
    assert title(indicator(reader, "EXPORTS")) == "出口总额：1 家承诺，某市尚无数据"
    assert "2020年为 468.2 亿元 2021年尚无数据" in title(indicator(reader, "FAI"))
    assert title(indicator(reader, "REV")) == "一般公共预算收入：1 家承诺，东区 2021年1—4月同比 +12.5 %"
    town.tell(town.promise("ROADS", "9", "亿元", subject="Z"), grown("ROADS", "-2.5"))
    assert title(indicator(reader, "ROADS")) == "道路投资：2 家承诺，某市 2021年1—5月为 45 亿元 同比 −2.5 %"


def test_an_indicator_nobody_spoke_of_is_told_apart_from_one_nobody_knows(measured_site, reader):
    page = indicator(reader, "FIRMS")
    assert title(page) == "企业数：没有单位承诺，某市尚无数据"
    assert "没有来源公布过它" in section(page, "figures")
    assert "没有编号为 NOTHING 的指标" in words(indicator(reader, "NOTHING", status=404))


@pytest.mark.parametrize(
    ("promises", "told"),
    [
        ([("X", 100), ("Z", 70), ("Y", 50)], "120 20 层层加码：各单位合计多于上级"),
        ([("X", 100), ("Z", 30), ("Y", 50)], "80 −20 缺口：各单位合计少于上级"),
        ([("X", 100), ("Z", 50), ("Y", 50)], "100 0 各单位合计正好等于上级"),
        ([("X", 100), ("Z", 70)], "70 – 还有单位没有承诺"),
        ([("X", 100), ("Z", 170)], "170 70 层层加码：各单位合计多于上级"),
        ([("X", 100), ("Z", 70), ("Z", 60), ("Y", 10)], "– – 有单位对它承诺了不止一个数"),
        ([("Z", 70), ("Y", 50)], "承诺数额的有西区、东区，没有上下级可以相加对照"),
    ],
    ids=str,
)
def test_promises_of_the_parts_are_summed_beside_the_parents(measured_site, reader, promises, told):
    town.tell(*(town.promise("GDP", str(n), "亿元", subject=s, record=f"{s}{n}") for s, n in promises))
    said = section(indicator(reader, "GDP"), "targets")
    assert told in said


def test_bodies_that_are_not_known_to_be_the_whole_are_not_summed(measured_site, reader):
    relations = measured_site.cities / "sometown/relations.yaml"
    relations.write_text(
        relations.read_text(encoding="utf-8").replace("{whole: X, parts: [Z, Y]}, ", ""), encoding="utf-8"
    )
    town.tell(
        *(town.promise("GDP", n, "亿元", subject=s) for s, n in (("X", "100"), ("Z", "70"), ("Y", "50")))
    )
    said = section(indicator(reader, "GDP"), "targets")
    assert "没有依据说这些单位合起来就是上级" in said
    assert "120" not in said


def test_promises_of_growth_are_never_summed(measured_site, reader):
    town.tell(*(town.promise("GDP", "8", "%", measure="growth", subject=s) for s in "XZY"))
    assert "增幅不能相加，没有合计" in section(indicator(reader, "GDP"), "targets")


def test_vintages_stand_with_their_status_the_one_in_use_first(measured_site, reader):
    said = section(indicator(reader, "ROADS"), "figures")
    assert said.index("上报数 2021年5月20日") < said.index("快报数 2021年5月2日")
    assert "32 亿元" not in said.split("快报数 2021年5月2日")[0].split("上报数 2021年5月20日")[0]
    assert re.search(r"快报数 2021年5月2日 某日报 年中综述 已被后来的数取代 ◇ 先后公布的数不同", said)
    assert "已被" not in section(indicator(reader, "ROADS", day="2021-05-10"), "figures")


def test_figures_to_be_minded_are_marked(measured_site, reader):
    town.tell(
        level("GDP", "100"),
        level("GDP", "103", source="S2"),
        level("GDP", "240", subject="Z", period=town.YEAR, release="estimate"),
        level("GDP", "55", subject="Y", published=Published("2021-06", "inferred")),
        level("GDP1", "9.0", period=months(2021, 1, 2)),
        level("GDP1", "9", period=months(2021, 1, 2), source="S2"),
    )
    said = section(indicator(reader, "GDP"), "figures")
    assert said.count("◆ 来源不一致") == 2
    assert "并存，未采用" in said
    assert "◷ 期末前公布" in said
    assert "◌ 日期为推断，不排先后" in section(
        indicator(reader, "GDP", day="2026-11-21", year="2021"), "figures"
    )
    assert "▽" not in said
    late = {"day": "2022-03-31", "year": "2021"}
    assert "▽ 此后未更新" in section(indicator(reader, "GDP1", **late), "figures")
    assert "来源不一致" not in section(indicator(reader, "GDP1", **late), "figures")


def test_figures_are_sifted_by_body_year_release_and_use(measured_site, reader):
    town.tell(level("ROADS", "7", subject="V"), level("ROADS", "80", period=LAST_YEAR))
    for asked, found in (
        ({"body": "V"}, ["7"]),
        ({"of_year": "2020"}, ["80"]),
        ({"release": "flash"}, ["32"]),
        ({"use": "earlier"}, ["32"]),
        ({"name": "邻市"}, ["7"]),
        ({"sort": "level"}, ["7", "32", "33", "45", "80"]),
    ):
        said = re.findall(
            r'data-head="数额"><a class="n"[^>]*>([\d.]+)<', indicator(reader, "ROADS", **asked)
        )
        assert said == found, asked


def test_growth_is_as_published_and_never_a_quotient(measured_site, reader):
    town.tell(
        level("FAI", "193917"),
        grown("FAI", "15.4"),
        level("FAI", "199194", period=LAST_MAY),
        level("ROADS", "37.4", period=LAST_MAY),
        level("GDP", "110"),
        grown("GDP", "10.0"),
        level("GDP", "100", period=LAST_MAY),
    )
    page = indicator(reader, "FAI")
    assert "+15.4" in section(page, "figures")
    told = section(page, "bases")
    assert "可比口径，不能由两期总量相除得出" in told
    assert "168,039" in told.replace("168,038.99", "168,039")
    assert "199,194" in told
    assert not re.search(r"2\.6[45]", words(page))
    silent = indicator(reader, "ROADS")
    assert "没有公布同比，不用两期总量相除代替" in section(silent, "bases")
    assert not re.search(r"20\.3|120\.3", words(silent))
    assert "与两期总量在四舍五入之内相符" in section(indicator(reader, "GDP"), "bases")


def test_parts_are_added_up_within_one_source(measured_site, reader):
    town.tell(
        level("GDP", "300.0", subject="W"),
        *(level("GDP", n, subject=s) for s, n in (("X", "180.2"), ("V", "120.0"))),
        level("GDP1", "30"),
        level("GDP2", "140"),
    )
    said = section(indicator(reader, "GDP"), "sums")
    assert re.search(r"大市 2021年1—5月 300 某市 180.2 亿元 、 邻市 120 亿元 300.2 0.2 合计多于总数", said)
    assert re.search(
        r"某市 2021年1—5月 180.2 第二产业 140 亿元 、 第一产业 30 亿元 170 −10.2 合计少于总数", said
    )
    town.tell(level("GDP", "99", subject="X", source="S2"), level("GDP1", "9", source="S2"))
    told = section(indicator(reader, "GDP"), "sums")
    assert "只知道 1/2 个部分，不相加" in told


def test_shares_published_and_worked_out_stand_apart(measured_site, reader):
    town.tell(
        level("GDP", "200"),
        grown("GDP", "10.0"),
        level("GDP", "80", subject="Z"),
        grown("GDP", "25.0", subject="Z"),
        town.reading("GDP", "40.1", "%", measure="share", subject="Z"),
    )
    said = section(indicator(reader, "GDP"), "shares")
    assert re.search(r"东区 某市 2021年1—5月 40.1 40.00 39.65–40.35 = 80 ÷ 200", said)
    assert "88.00 87.46–88.54 8.80 8.78–8.82" in said  # 16 of 18.18, and of the base 181.82
    assert "199.5 199.25–199.75" in said
    assert "所占的整体见出处" in section(indicator(reader, "RATE"), "shares")


def test_the_chart_shows_what_the_table_says(measured_site, reader):
    town.tell(
        level("ROADS", "30.5", period=months(2020, 1, 4)),
        level("ROADS", "46", period=Period(town.TO_MAY.start, town.TO_MAY.end.replace(month=6, day=6))),
    )
    page = indicator(reader, "ROADS")
    option = json.loads(html.unescape(re.search(r'data-option="([^"]+)"', page)[1]))
    lines = {each["name"]: each["data"] for each in option["series"]}
    assert lines["2021年实绩"][:7] == [0, None, None, None, 33, 45, None]
    assert lines["2020年实绩"][4] == 30.5
    assert set(lines["目标（2021年1月10日说）"]) == {120}
    assert lines["按月均匀应完成"][5] == 50
    table = section(page, "course")
    assert "4月 33 亿元 30.5 亿元 40 亿元 5月 45 亿元 – 50 亿元" in table
    assert "46 亿元" not in table


def test_a_body_is_picked_for_figures_and_chart_together(measured_site, reader):
    town.tell(level("ROADS", "7", subject="V"))
    page = indicator(reader, "ROADS", body="V")
    assert "5月 7 亿元" in section(page, "course")
    assert "data-option" not in page  # one number is no course
    town.tell(level("GDP", "7", subject="V"))
    assert "某市这两年没有自年初累计到月末的数" in section(indicator(reader, "GDP"), "course")


def test_amounts_a_head_keep_their_unit_and_ranks_are_places(measured_site, reader):
    town.tell(town.reading("INCOME", "50000", "元", period=LAST_YEAR), town.reading("FIRMS", "90", "家"))
    assert "50,000 元" in title(indicator(reader, "INCOME", unit="万元"))
    assert "第 3" in section(indicator(reader, "PLACE"), "figures")
    town.tell(town.reading("FIRMS", "95", "家", period=months(2021, 4, 4)))
    assert "4月 95 家" in section(indicator(reader, "FIRMS"), "course")


def test_what_cannot_be_reckoned_with_is_shown_as_said(measured_site, reader):
    town.tell(town.reading("SHOWS", "90.50", "坪"))
    page = indicator(reader, "SHOWS", day="2022-12-31", year="2021")
    assert title(page).endswith("某市尚无数据")
    assert "2021年1—5月 90.50 坪 – – 上报数 2021年6月 某日报 年中综述 并存，未采用" in section(
        page, "figures"
    )
    assert "此后未更新" not in words(page)
    book = openpyxl.load_workbook(BytesIO(reader.get("/sometown/indicators/SHOWS.xlsx").content))
    assert {"90.50", "坪"} <= set(list(book.active.values)[-1])


def test_a_share_of_something_unnamed_says_so(measured_site, reader):
    town.tell(
        town.reading("ENERGY", "12.5", "%", measure="share", record="A9"),
        town.reading("GDP2", "7.5", "%", measure="share"),
        town.reading("GDP1", "30", "%", measure="share", subject="Z", record="A9"),
        town.reading("SHARE1", "31", "%", subject="Z"),
    )
    assert "某市 大市 2021年1—5月 7.5" in section(indicator(reader, "GDP2"), "shares")
    assert "某市 所占的整体见出处 2021年1—5月 12.5" in section(indicator(reader, "ENERGY"), "shares")
    named = section(indicator(reader, "GDP1"), "shares")
    assert "东区 地区生产总值 2021年1—5月 31 " in named
    assert "30" not in named


def test_counted_pieces_are_exact(measured_site, reader):
    for year in (2020, 2021):
        town.tell(town.reading("SCHOOLS", str(year), "所", period=months(year, 1, 3)))
    town.tell(grown("SCHOOLS", "0.1", period=months(2021, 1, 3)))
    assert "可比口径" in section(indicator(reader, "SCHOOLS"), "bases")
    town.tell(grown("SCHOOLS", "0.05", period=months(2021, 1, 3), release="correction", published=JULY))
    assert "相符" in section(indicator(reader, "SCHOOLS", day="2021-07-31"), "bases")


def test_the_workbook_holds_every_vintage(measured_site, reader):
    address = "/sometown/indicators/ROADS.xlsx?of_year=2021"
    first = reader.get(address)
    assert first.content == reader.get(address).content
    rows = list(openpyxl.load_workbook(BytesIO(first.content)).active.values)
    assert "哪一年的数：2021" in [row[0] for row in rows]
    old = next(row for row in rows if "快报数" in row)
    assert {"某市", 32, "亿元", "某日报 年中综述"} <= set(old)
    assert "已被后来的数取代" in str(old)
    assert rows[-1][-1].startswith("http://testserver/why/r-")


@pytest.mark.parametrize("code", ["ROADS", "DONE", "SCHOOLS", "PLACE", "GDP"])
def test_every_number_of_the_page_leads_somewhere(measured_site, reader, code):
    town.tell(level("GDP", "200"), level("GDP", "80", subject="Z"), level("GDP1", "80"), level("GDP2", "120"))
    page = indicator(reader, code)
    assert " style=" not in page
    for link in {
        link.replace("&amp;", "&") for link in re.findall(r'<a class="n[^"]*" href="([^"]+)"', page)
    }:
        path, _, place = link.partition("#")
        assert f'id="{place}"' in page if not path else get(reader, path), link
