"""What changed: does the page say what was newly said, by whom, what it replaced, and what it did to the board?"""

import datetime as dt
import re
from html import unescape
from io import BytesIO

import openpyxl
import pytest

from maoding.ledger import find
from maoding.terms.entries import Event, Exemption
from maoding.terms.periods import months
from tests.publish import town
from tests.publish.test_pages_board import get, words
from tests.publish.two_months import DAYS, PAGE, on, parts, row_of, rows, title


def test_the_title_counts_what_was_said_and_which_lights_changed(moved_site, reader):
    page = get(reader, PAGE, **DAYS)
    assert title(page) == "2021年6月30日到8月31日：新说 6 条，1 项变灯"


def test_who_said_it_stands_above_what_they_said(moved_site, reader):
    _, news = parts(get(reader, PAGE, **DAYS))
    heads = [words(each).strip() for each in re.findall(r'<tr class="group">(.*?)</tr>', news, re.DOTALL)]
    assert [each.split()[0] for each in heads] == ["某市发改委", "某日报", "某日报"]
    assert "月报 2021年7月19日 › 4 条" in heads[0]


def test_a_corrected_figure_stands_beside_what_it_replaced_with_the_difference(moved_site, reader):
    _, news = parts(get(reader, PAGE, **DAYS))
    told = row_of(news, "新建学校")
    assert "2021年7月20日 实绩、撤换 东区 新建学校 5 所 2021年1—5月，数额，更正数 4 所 +1 所" in words(told)
    new = find.entries("A7")
    assert f"/why/{new[0].id}/" in told
    replaced = next(
        each
        for each in find.said_by("S1")
        if each.body.get("indicator") == "SCHOOLS" and each.kind == "reading" and each.body["number"] == "4"
    )
    assert f"/why/{replaced.id}/" in told


def test_the_same_number_again_is_said_again(moved_site, reader):
    _, news = parts(get(reader, PAGE, **DAYS))
    assert "实绩、重申" in words(row_of(news, "全省位次"))
    assert "与原来相同" in words(row_of(news, "全省位次"))


def test_a_restated_target_stands_beside_the_first(moved_site, reader):
    board, news = parts(get(reader, PAGE, **DAYS))
    assert "承诺、撤换 某市 出口总额 ≈ 85 亿美元" in words(row_of(news, "出口总额"))
    assert "+5 亿美元" in words(row_of(news, "出口总额"))
    told = words(row_of(board, "出口总额"))
    assert "目标变" in told
    assert re.search("≈ 80 亿美元 → 变为 ≈ 85 亿美元", told)


def test_a_new_project_is_one_row_with_all_that_was_said_of_it(moved_site, reader):
    _, news = parts(get(reader, PAGE, **DAYS))
    told = words(row_of(news, "铁路"))
    assert "事件、新见的项目与单位、撤换" in told
    assert "总投资 41 亿元" in told
    assert "总投资 40.26 亿元 总投资 +0.74 亿元" in told
    assert "开工 2021年7月" in told


def test_what_cannot_be_subtracted_shows_no_difference(told_site, reader):
    """A capacity in another unit, another day, a total that two sources had given otherwise."""
    first = {"subject": "Z", "source": "S1", "published": town.JANUARY}
    again = {"subject": "Z", "source": "S2", "published": on("2021-07-19")}
    town.tell(
        Event(kind="capacity", number="5", unit="万吨", **first),
        Event(kind="started", on="2021-05", **first),
        Event(kind="total_investment", number="3", unit="亿元", **first),
        Event(kind="total_investment", number="4", unit="亿元", **first | {"source": "S2"}),
        Event(kind="land", number="3", unit="亩", **first),
    )
    town.tell(
        Event(kind="capacity", number="5", unit="万标箱", **again),
        Event(kind="started", on="2021-07", **again),
        Event(kind="total_investment", number="5", unit="亿元", **again),
        Event(kind="land", number="3.0", unit="亩", **again),
    )
    _, news = parts(get(reader, PAGE, **DAYS))
    told = {name: words(row_of(news, name)) for name in ("产能", "开工 2021年7月", "总投资", "用地")}
    assert re.search("产能 5 万标箱 产能 5 万吨 –", told["产能"])
    assert re.search("开工 2021年7月 开工 2021年5月 –", told["开工 2021年7月"])
    assert re.search("总投资 5 亿元 总投资 (3 亿元 、 4|4 亿元 、 3) 亿元 –", told["总投资"])
    assert "与原来相同" in told["用地"]
    assert "重申" in told["用地"]


def test_a_reason_on_record_is_told(told_site, reader):
    spared = {
        "subject": "X",
        "rule": "yinchuan",
        "reason": "汛情",
        "allowed_by": "X",
        "period": months(2021, 7, 9),
    }
    town.tell(Exemption(source="S1", published=on("2021-07-10"), **spared))
    _, news = parts(get(reader, PAGE, **DAYS))
    assert "正当理由 某市 汛情" in words(row_of(news, "汛情"))


def test_in_english_everything_is_said_in_english(moved_site, reader):
    reader.post("/language/", {"language": "en", "next": "/"})
    page = get(reader, PAGE, **DAYS)
    assert title(page) == "30 June to 31 August 2021: 6 newly said, lights changed: 1"
    assert "worse, result changed" in words(row_of(parts(page)[0], "Road investment"))
    over_the_year = get(reader, PAGE, since="2020-12-31", day="2021-08-31")
    assert title(over_the_year).startswith("31 December 2020 to 31 August 2021:")


def test_a_new_wording_of_a_rule_is_said_by_whom(moved_site, reader):
    _, news = parts(get(reader, PAGE, **DAYS))
    assert "规则" in words(row_of(news, "银川·项目进度灯"))


def test_what_it_did_to_the_board_stands_old_beside_new_with_who_did_it(moved_site, reader):
    board, _ = parts(get(reader, PAGE, **DAYS))
    told = words(row_of(board, "道路投资"))
    assert "变差、实绩变" in told
    assert "● 绿灯 → 变为 ▲ 黄灯" in told
    assert "45 → 变为 46 2021年1—5月 → 2021年1—6月" in told
    assert "37.5 → 变为 38.3" in told
    assert "某市发改委 2021年7月20日" in told
    entry = find.entries("A6")[0].id
    assert f"/why/{entry}/" in row_of(board, "道路投资")


def test_numbers_of_either_day_lead_to_their_words_and_back_to_both_days(moved_site, reader):
    told = row_of(parts(get(reader, PAGE, **DAYS))[0], "道路投资")
    links = [unescape(each) for each in re.findall(r'href="(/source/[^"]+)"', told)]
    assert len(links) == 3  # the promise, which stands once, and both actuals
    for link in links:
        address = link.partition("#")[0]
        back = unescape(re.search(r'href="([^"]+)">‹', get(reader, address))[1])
        assert back.startswith(PAGE)
        assert "since=2021-06-30" in back
        assert "day=2021-08-31" in back
        place = back.partition("#")[2]
        assert f'id="{place}"' in get(reader, back.partition("#")[0])


def test_what_was_said_leads_to_its_entry_and_back_to_its_row(moved_site, reader):
    told = row_of(parts(get(reader, PAGE, **DAYS))[1], "新建学校")
    link = unescape(re.search(r'href="(/why/[^"]+)"', told)[1])
    back = unescape(re.search(r'href="([^"]+)">‹', get(reader, link))[1])
    place = back.partition("#")[2]
    assert place.startswith("new-")
    assert f'id="{place}"' in get(reader, back.partition("#")[0])


def test_a_rate_of_the_earlier_day_leads_to_that_days_reason(moved_site, reader):
    told = row_of(parts(get(reader, PAGE, **DAYS))[0], "道路投资")
    days = [re.search("day=([0-9-]+)", each)[1] for each in re.findall(r'href="(/sometown/row/[^"]+)"', told)]
    assert {"2021-06-30", "2021-08-31"} == set(days)
    for link in re.findall(r'href="(/sometown/row/[^"]+)"', told):
        assert "sort" not in link
        get(reader, unescape(link))


def test_a_promise_that_is_gone_leads_to_the_day_it_stood(moved_site, reader):
    gone = town.promise("ROADS", "120", "亿元", strength="estimate", published=on("2021-08-20"), record="T9")
    town.tell(gone)
    told = row_of(parts(get(reader, PAGE, **DAYS))[0], "道路投资")
    assert "不再列出" in words(told)
    link = unescape(re.search(r'class="leads" href="([^"]+)"', told)[1])
    assert "day=2021-06-30" in link
    get(reader, link)


def test_kinds_of_change_lead_to_the_list_sifted(moved_site, reader):
    board, _ = parts(get(reader, PAGE, **DAYS))
    link = unescape(re.search(r'href="([^"]+what=worse[^"]*)"', board)[1])
    page = get(reader, link)
    assert len(rows(page)) == 1
    assert "道路投资" in rows(page)[0]
    assert 'id="news"' not in page
    assert title(page) == "2021年6月30日到8月31日：新说 6 条，1 项变灯"
    assert "没有符合条件的" in words(get(reader, link, what="gone"))


def test_the_list_of_changes_sorts(moved_site, reader):
    up, down = (get(reader, f"{PAGE}board/", sort=sort, **DAYS) for sort in ("goal", "-goal"))
    assert rows(up) == list(reversed(rows(down)))
    get(reader, f"{PAGE}board/", 400, sort="nothing", **DAYS)
    by_body = get(reader, f"{PAGE}board/", sort="what", name="daolu", **DAYS)
    assert rows(get(reader, f"{PAGE}board/", sort="body", **DAYS))
    assert ["道路投资" in each for each in rows(by_body)] == [True]


@pytest.mark.parametrize(
    ("picks", "found"),
    [
        ({"kind": "replaced"}, ["铁路", "新建学校", "出口总额"]),
        ({"kind": "repeated"}, ["全省位次"]),
        ({"kind": "subject"}, ["铁路"]),
        ({"source": "S2"}, ["出口总额"]),
        ({"body": "Z"}, ["新建学校"]),
        ({"indicator": "ROADS"}, ["道路投资"]),
        ({"scope": "elsewhere"}, ["银川·项目进度灯"]),
        ({"name": "tielu"}, ["铁路"]),
        ({"name": "发改委"}, ["铁路", "道路投资", "新建学校", "全省位次"]),
    ],
)
def test_what_was_said_is_sifted(moved_site, reader, picks, found):
    _, news = parts(get(reader, PAGE, **DAYS, **picks))
    told = rows(news)
    assert len(told) == len(found)
    for name in found:
        assert any(name in each for each in told), name


def test_what_was_said_sorts_without_its_groups(moved_site, reader):
    _, news = parts(get(reader, PAGE, sort="-known", **DAYS))
    assert '<tr class="group">' not in news
    days = [re.search("2021年[0-9]+月[0-9]+日", each)[0] for each in rows(news)]
    assert days[0] == "2021年8月2日"


def sheet(reader, path: str, **asked) -> list[list[object]]:
    response = reader.get(path, asked)
    assert response.status_code == 200
    return [
        list(row)
        for row in openpyxl.load_workbook(BytesIO(response.content)).active.iter_rows(values_only=True)
    ]


def test_both_lists_go_into_workbooks_that_name_days_and_filters(moved_site, reader):
    told = sheet(reader, "/sometown/changes.xlsx", kind="replaced", **DAYS)
    above = {str(row[0]) for row in told}
    assert {"截至 2021年8月31日所知", "与 2021年6月30日所知相比", "种类：撤换", "共 3 行"} <= above
    assert any("+1" in str(row) for row in told)
    board = sheet(reader, "/sometown/changes/board.xlsx", what="worse", **DAYS)
    head, row = board[-2], board[-1]
    assert row[head.index("灯")] == "黄灯"
    assert row[head.index("灯（2021年6月30日）")] == "绿灯"
    assert row[head.index("实绩")] == 46
    assert row[head.index("实绩（2021年6月30日）")] == 45
    assert "某市发改委" in str(row[head.index("谁说的")])
    assert (
        reader.get("/sometown/changes.xlsx", DAYS).content
        == reader.get("/sometown/changes.xlsx", DAYS).content
    )


def test_news_of_more_than_a_page_is_paged(told_site, reader):
    day = dt.date(2021, 7, 1)
    town.tell(
        *(
            town.reading(
                "ROADS",
                str(n),
                "亿元",
                subject="Z",
                period=months(2021, 1, 1 + n % 12),
                measure="level",
                published=on((day + dt.timedelta(n)).isoformat()),
                record=f"N{n}",
            )
            for n in range(60)
        )
    )
    first, second = (
        get(reader, PAGE, since="2021-06-30", day="2021-12-31", page=page) for page in ("1", "2")
    )
    assert len(rows(parts(first)[1])) == 50
    assert len(rows(parts(second)[1])) == 11
    assert "已被取代" in words(first)
    assert "since=2021-06-30" in unescape(re.search(r'rel="next" href="([^"]+)"', first)[1])
