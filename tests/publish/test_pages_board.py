"""The scoreboard page: does it say what is off, by how much and why, and nothing that nobody published?"""

import re
from html.parser import HTMLParser

import pytest

from tests.publish import town

SPACES = re.compile(r"[\s\u2009]+")
BOARD = "/sometown/"
NEEDED = ("6.16", "尚缺", "43.09", "3.8")


class Rows(HTMLParser):
    """Text of each row of the scoreboard by the promise's address-part, and the links in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text: dict[str, list[str]] = {}
        self.links: dict[str, list[str]] = {}
        self.row = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        if tag == "tr":
            self.row = named.get("id", "")
        if tag == "a" and self.row:
            self.links.setdefault(self.row, []).append(named["href"])

    def handle_endtag(self, tag):
        if tag == "tr":
            self.row = ""

    def handle_data(self, data):
        if self.row and data.strip():
            self.text.setdefault(self.row, []).append(data.strip())


def words(page: str) -> str:
    return SPACES.sub(" ", re.sub(r"<[^>]+>", " ", page))


def get(reader, path=BOARD, status=200, **asked):
    response = reader.get(path, asked)
    assert response.status_code == status, response.content.decode()[:500]
    return response.content.decode()


def row(page: str, name: str) -> list[str]:
    found = [cells for cells in Rows(page).text.values() if name in " ".join(cells)]
    assert len(found) == 1, f"{name}: {len(found)} rows"
    return found[0]


def test_the_answer_is_the_title(told_site, reader):
    page = get(reader)
    assert "某市 2021年目标：" in SPACES.sub(" ", page)
    assert "截至 2021年6月30日所知" in words(page)


def test_a_promise_behind_shows_its_numbers_light_and_what_is_needed(told_site, reader):
    cells = row(get(reader), "甲类项目完成投资")
    assert cells[:7] == ["▲", "黄灯", "某市", "甲类项目完成投资", "计划", "62.09", "*"]
    assert cells[7:] == ["19", "2021年1—5月", "30.6", "尚未过半", "41.7", "−11.1", *NEEDED]


def test_rows_come_in_the_order_of_decisions(told_site, reader):
    order = ["甲类项目完成投资", "道路投资", "新建学校", "出口总额"]
    rows = [cells for cells in Rows(get(reader)).text.values() if set(order) & set(cells)]
    assert [next(name for name in order if name in cells) for cells in rows] == order


def test_a_promise_nearly_in_step_says_that_the_rule_is_silent(told_site, reader):
    page = get(reader)
    assert row(page, "道路投资")[:2] == ["●", "绿灯"]
    name = next(id_ for id_, cells in Rows(page).text.items() if "道路投资" in cells).removeprefix("row-")
    assert "规则未规定" in get(reader, f"/sometown/row/{name}/")


def test_without_evidence_there_is_neither_nought_nor_the_target(told_site, reader):
    cells = row(get(reader), "出口总额")
    assert cells == ["–", "未知", "某市", "出口总额", "力争", "≈", "80", "亿美元", "尚无数据"]


def test_growth_rank_and_deed_are_shown_as_what_they_are(told_site, reader):
    page = get(reader)
    growth = row(page, "一般公共预算收入")[4:]
    assert growth == ["力争", "增长 ≥", "10", "%", "12.5", "%", "2021年1—4月", *["–"] * 5]
    assert "第一" in row(page, "全省位次")
    assert "任务" not in words(page)  # what is expected (预计) is no promise
    town.tell(town.task("T5", number="15", unit="条"))
    assert row(get(reader), "任务")[-4:] == ["计划", "15", "条", "尚无数据"]


def test_two_targets_for_one_thing_stand_side_by_side(told_site, reader):
    assert "另有增长 15% 的目标，合 538.43 亿元" in words(get(reader))
    assert "后来又提 540 亿元" not in words(get(reader))
    assert "后来又提 540 亿元" in words(get(reader, day="2021-10-31"))
    assert "此前曾提 550 亿元" in words(get(reader, day="2021-10-31"))


def test_every_number_leads_to_a_source_or_to_how_it_was_worked_out(told_site, reader):
    page = get(reader)
    numbers = re.findall(r'class="n" href="([^"]+)"', page)
    assert len(numbers) > 20
    assert all(href.startswith(("/source/", "/sometown/row/")) for href in numbers)
    for href in set(numbers):
        assert reader.get(href.replace("&amp;", "&")).status_code == 200


def test_what_was_not_known_yet_is_not_shown(told_site, reader):
    cells = row(get(reader, day="2021-05-31"), "道路投资")
    assert "33" in cells
    assert "45" not in cells
    assert "甲类项目完成投资" not in get(reader, day="2021-05-31")


def test_money_in_ten_thousands(told_site, reader):
    assert "620,915.03" in row(get(reader, unit="万元"), "甲类项目完成投资")


@pytest.mark.parametrize(("rule", "light"), [("wuhan", "黄牌"), ("sanya", "黄牌"), ("tianjin", "未知")])
def test_another_rule_gives_another_light(told_site, reader, rule, light):
    assert row(get(reader, rule=rule), "甲类项目完成投资")[1] == light


def test_the_rule_says_who_published_it_and_that_it_is_borrowed(told_site, reader):
    page = words(get(reader))
    assert "银川市发展和改革委员会" in page
    assert "2025年3月26日" in page
    assert "本市没有规则，借银川的一用" in page
    assert "这是别处公布的规则" in words(get(reader, rule="wuhan"))


def test_only_rules_about_promises_are_offered(told_site, reader):
    offered = re.findall(r'<option value="([a-z-]+)"', get(reader))
    assert {"yinchuan", "wuhan", "sanya", "tianjin", "xinhuang", "nanning"} <= set(offered)
    assert "mianyang" not in offered


@pytest.mark.parametrize(
    ("asked", "shown", "hidden"),
    [
        ({"state": "no_evidence"}, "出口总额", "道路投资"),
        ({"body": "Z"}, "新建学校", "道路投资"),
        ({"name": "道路"}, "道路投资", "新建学校"),
        ({"name": "东区 学校"}, "新建学校", "道路投资"),
    ],
)
def test_rows_can_be_sifted(told_site, reader, asked, shown, hidden):
    names = " ".join(" ".join(cells) for cells in Rows(get(reader, **asked)).text.values())
    assert shown in names
    assert hidden not in names


def test_nothing_fits_and_nothing_known(told_site, reader):
    assert "没有符合条件的" in get(reader, name="没有这样的名字")
    assert "没有符合条件的" in get(reader, state="lost")
    page = words(get(reader, day="2019-06-30"))
    assert "台账里没有 2019年的目标" in page
    assert "某市 2019年目标" in page


def test_no_step_leads_beyond_today(told_site, reader):
    page = get(reader, day="2026-11-21")
    assert "day=2026-11-20" in page
    assert "day=2026-11-22" not in page


def test_days_a_month_apart_are_the_months_ends(told_site, reader):
    page = get(reader, day="2021-06-15")
    assert "day=2021-05-31" in page
    assert "day=2021-06-30" in page
    assert "day=2021-07-31" in get(reader, day="2021-06-30")


def test_the_cached_page_changes_with_the_ledger(told_site, reader):
    assert "45" in row(get(reader), "道路投资")
    later = town.Published("2021-06-30", "day")
    town.tell(town.reading("ROADS", "61", "亿元", published=later, period=town.months(2021, 1, 6)))
    assert "61" in row(get(reader), "道路投资")
