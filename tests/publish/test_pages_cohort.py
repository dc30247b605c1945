"""The cohort page: does everybody on the first day's list stay in sight, with additions and removals apart?"""

import re
from io import BytesIO

import openpyxl
import pytest

from maoding.publish.pages import cohort
from maoding.terms.entries import Commitment, Subject
from maoding.terms.periods import months
from maoding.terms.published import Published
from tests.publish import town
from tests.publish.test_pages_board import get, words

PAGE = "/sometown/cohort/"
DAYS = {"since": "2021-06-30", "day": "2021-10-31"}
AUTUMN = Published("2021-10-20", "day")
TO_SEPTEMBER = months(2021, 1, 9)
PARTS = ("stayed", "left", "added")


@pytest.fixture
def two_days(told_site):
    """The town with figures to September: one promise better, one worse, one judged at last, one turned into a hope."""
    cohort._held.cache_clear()
    later = {"period": TO_SEPTEMBER, "published": AUTUMN, "source": "S2"}
    town.tell(
        town.promise("PLAN", "90", "亿元", subject="Z", record="T40"),
        town.promise("DONE", "80", "亿元", subject="Z", record="T41"),
        town.reading("DONE", "8", "亿元", subject="Z"),
        town.reading("PLAN", "9", "亿元", subject="Z"),
    )
    town.tell(
        town.reading("ROADS", "100", "亿元", **later),
        town.reading("SCHOOLS", "4", "所", subject="Z", **later),
        town.reading("EXPORTS", "70", "亿美元", **later),
        town.promise("PLAN", "12", "亿元", subject="Z", record="T40", published=AUTUMN),
        town.promise("DONE", "80", "亿元", subject="Z", record="T41", published=AUTUMN, strength="estimate"),
    )
    return told_site


def sections(page: str) -> dict[str, str]:
    """Words of each of the page's tables of members by its part."""
    starts = {part: page.find(f'<h2 id="{part}"') for part in PARTS}
    found = {part: at for part, at in starts.items() if at >= 0}
    ends = [*sorted(found.values())[1:], len(page)]
    return {
        part: words(page[at:end])
        for (part, at), end in zip(sorted(found.items(), key=lambda pair: pair[1]), ends, strict=True)
    }


def rows(page: str) -> list[str]:
    return re.findall(r'<tr class="line" id="row-([^"]+)"', page)


def title(page: str) -> str:
    return words(re.search(r"<h1>(.*?)</h1>", page, re.DOTALL)[1])


def matrix(page: str) -> dict[str, list[str]]:
    """Rows of the table of transitions by their head."""
    table = re.search(r'<table class="transitions">(.*?)</table>', page, re.DOTALL)[1]
    heads = [words(each).strip() for each in re.findall(r'<th scope="col">(.*?)</th>', table)]
    told = {"": heads}
    for line in re.findall(r"<tr[^>]*>(<th scope=\"row\">.*?)</tr>", table, re.DOTALL):
        name, *cells = [words(each).strip() for each in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line)]
        told[name] = cells
    return told


def test_the_answer_counts_everybody_of_the_first_day(two_days, reader):
    said = title(get(reader, PAGE, **DAYS))
    assert "2021年6月30日的 10 项目标到 2021年10月31日：2 项好转（1 项改过目标数），1 项变差" in said
    assert "1 项新有结论" in said
    assert "另增 1 项，不再列名 1 项" in said
    assert "未说明原因" not in said
    moved = sum(map(int, re.findall(r"(\d+) 项(?:好转|变差|未变|新有结论|仍无结论)", said)))
    assert moved + 1 == 10


def test_the_table_adds_up_to_both_lists(two_days, reader):
    table = matrix(get(reader, PAGE, **DAYS))
    assert table[""][-2:] == ["不再列名", "合计"]
    number = {
        name: [int(cell) if cell != "·" else 0 for cell in cells] for name, cells in table.items() if name
    }
    assert all(sum(cells[:-1]) == cells[-1] for cells in number.values())
    first_day = sum(cells[-1] for name, cells in number.items() if name not in ("新增", "合计"))
    assert first_day == 10
    columns = zip(*(cells for name, cells in number.items() if name != "合计"), strict=True)
    assert [sum(column) for column in columns] == number["合计"]


def test_a_promise_behind_that_is_dropped_stays_among_those_no_longer_named(two_days, reader):
    told = sections(get(reader, PAGE, **DAYS))
    assert "东区 甲类项目完成投资" in told["left"]
    assert "落后" in told["left"]
    assert "改称预计，不再是承诺（2021年10月20日）" in told["left"]
    assert "东区 甲类项目完成投资" not in told["stayed"]


def test_a_corrected_promise_is_the_same_one_and_says_so(two_days, reader):
    told = sections(get(reader, PAGE, **DAYS))
    line = re.search(r"东区 甲类项目年度计划.*?(?=某市|东区)", told["stayed"])[0]
    assert "其间更正过数字" in line
    assert "甲类项目年度计划" not in told["added"]


def test_a_target_said_again_with_another_number_is_an_addition_and_marks_the_first(two_days, reader):
    told = sections(get(reader, PAGE, **DAYS))
    assert "此前曾提 550 亿元" in told["added"]
    assert "2021年10月9日" in told["added"]
    assert "后来又提 540 亿元" in told["stayed"]
    sheet = workbook(reader, **DAYS)
    restated = [row for row in sheet if row[1:3] == ["某市", "全社会固定资产投资"] and "另有别的数" in row]
    assert [row[0] for row in restated] == ["仍在名单"]


def test_both_days_are_judged_by_one_rule(two_days, reader):
    yinchuan, wuhan = (
        sections(get(reader, PAGE, rule=rule, **DAYS))["stayed"] for rule in ("yinchuan", "wuhan")
    )
    assert "黄灯 落后" in re.search(r"某市 甲类项目完成投资.*?30.6.*?30.6", yinchuan)[0]
    assert re.search(r"某市 甲类项目完成投资.*?30.6.*?30.6", wuhan)[0].count("黄牌 落后") == 2


@pytest.mark.parametrize(
    ("picked", "found"),
    [
        ({"part": "left"}, 1),
        ({"part": "added"}, 1),
        ({"moved": "better"}, 2),
        ({"then": "near", "now": "on_pace"}, 1),
        ({"name": "daolu"}, 1),
        ({"then": "behind"}, 4),
        ({"body": "东区", "sort": "member"}, 4),
        ({"moved": "same", "sort": "-then"}, 3),
        ({"part": "added", "sort": "now"}, 1),
        ({"part": "stayed", "sort": "moved"}, 9),
    ],
    ids=str,
)
def test_a_count_leads_to_its_members(two_days, reader, picked, found):
    assert len(rows(get(reader, PAGE, **DAYS, **picked))) == found


def test_every_count_of_the_table_is_what_its_link_shows(two_days, reader):
    page = get(reader, PAGE, **DAYS)
    table = re.search(r'<table class="transitions">(.*?)</table>', page, re.DOTALL)[1]
    links = re.findall(r'<a href="([^"]+)"[^>]*>(\d+)</a>', table)
    assert len(links) > 10
    for href, count in links:
        assert len(rows(get(reader, href.replace("&amp;", "&")))) == int(count), href


def test_all_links_of_the_members_lead_somewhere(two_days, reader):
    page = get(reader, PAGE, **DAYS)
    links = set(re.findall(r'href="(/[^"]+)"', page[page.index('<h2 id="stayed"') :]))
    assert len(links) > 10
    for href in links:
        assert reader.get(href.replace("&amp;", "&")).status_code == 200, href


def workbook(reader, **asked):
    answer = reader.get("/sometown/cohort.xlsx", asked)
    return [list(row) for row in openpyxl.load_workbook(BytesIO(answer.content)).active.values]


def test_the_workbook_holds_all_parts_and_names_days_and_filters(two_days, reader):
    sheet = workbook(reader, **DAYS)
    above = [row[0] for row in sheet[:6]]
    assert "截至 2021年10月31日所知" in above
    assert "固定名单取 2021年6月30日所知" in above
    assert "筛选：无" in above
    assert {row[0] for row in sheet} >= {"仍在名单", "不再列名", "新增"}
    left = next(row for row in sheet if row[0] == "不再列名")
    assert "改称预计，不再是承诺" in left
    assert "类别：新增" in [row[0] for row in workbook(reader, part="added", **DAYS)]


def test_the_first_day_is_the_years_first_unless_another_is_asked(two_days, reader):
    page = get(reader, PAGE, day="2021-10-31")
    assert 'id="since" name="since" value="2021-01-01"' in page
    earlier = re.search(r'<a href="([^"]+)" title="前一月末 2021\u20092020', page) or re.search(
        r'<a href="([^"]+)" title="前一月末', page
    )
    assert "since=2020-12-31" in earlier[1]


def test_stepping_the_last_day_back_takes_the_first_day_along(two_days, reader):
    page = get(reader, PAGE, since="2021-06-30", day="2021-06-30")
    steps = re.findall(r'<a href="([^"]+)" title="前一日', page)
    assert "since=2021-06-29" in steps[-1]
    assert "day=2021-06-29" in steps[-1]


def test_a_plan_known_by_its_rate_is_one_whichever_rate_was_published_last(two_days, reader):
    town.tell(town.reading("RATE", "60", "%", period=TO_SEPTEMBER, published=AUTUMN, source="S2"))
    told = sections(get(reader, PAGE, **DAYS))
    assert "某市 甲类项目完成投资" in told["stayed"]
    assert "甲类项目完成投资" not in told["added"]


def test_a_plan_by_its_rate_gives_way_to_the_promise_that_states_it(two_days, reader):
    town.tell(town.promise("PLAN", "62", "亿元", published=AUTUMN, source="S2", record="T50"))
    told = sections(get(reader, PAGE, **DAYS))
    assert "另有写明这项计划的承诺" in told["left"]
    assert "某市 甲类项目年度计划" in told["added"]


def test_promises_of_a_body_that_went_elsewhere_have_left_with_it(two_days, reader):
    for parent, published in (("X", town.JANUARY), ("", AUTUMN)):
        town.tell(
            Subject(
                source="S2",
                published=published,
                code="V",
                name="南区",
                name_en="",
                level="town",
                parent=parent,
            )
        )
    town.tell(town.promise("SCHOOLS", "2", "所", subject="V", record="T70"))
    told = sections(get(reader, PAGE, **DAYS))
    assert re.search(r"南区 新建学校.*单位不再属于本市（2021年10月20日）", told["left"])


def test_a_promise_gone_without_a_word_is_marked_as_such(two_days, reader):
    earlier = Commitment(
        subject="X", indicator="", period=town.YEAR, measure="deed", relation="deed", strength="plan",
        source="S1", published=town.JANUARY, record="T60",
    )  # fmt: skip
    twins = [
        town.promise("ROADS", number, "亿元", record="T9", published=AUTUMN, strength="must")
        for number in ("130", "140")
    ]
    town.tell(earlier, *twins)
    page = get(reader, PAGE, **DAYS)
    # Two corrections of one day contradict each other: the first takes the place, the second stands beside it.
    assert sections(page)["added"].count("道路投资") == 1
    assert "任务" in sections(page)["stayed"]
