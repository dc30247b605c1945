"""Two days: which days lie side by side, what may lie between them, and what is said where nothing does?"""

import re
from html import unescape

import pytest

from maoding.terms.entries import Exemption, Reading, Subject
from maoding.terms.periods import months
from tests.publish import town
from tests.publish.test_pages_board import get, words
from tests.publish.two_months import DAYS, PAGE, on, parts, sparing_rule, title


def test_nothing_changed_says_so(told_site, reader):
    page = get(reader, PAGE, since="2021-06-30", day="2021-07-10")
    assert title(page) == "2021年6月30日到7月10日：没有新说的，看板没有变"
    assert "这两天之间台账没有记入新的说法" in words(page)
    assert "没有一项的灯、状态、承诺、实绩或完成率与那天不同" in words(page)


def test_what_was_said_need_not_move_the_board(told_site, reader):
    town.tell(town.reading("ROADS", "9", "%", measure="growth", published=on("2021-07-05")))
    assert (
        title(get(reader, PAGE, since="2021-06-30", day="2021-07-10"))
        == "2021年6月30日到7月10日：新说 1 条，看板没有变"
    )


def test_other_changes_than_lights_are_counted(told_site, reader):
    town.tell(town.promise("ROADS", "121", "亿元", strength="must", published=on("2021-07-05"), record="T9"))
    page = get(reader, PAGE, since="2021-06-30", day="2021-07-10")
    assert title(page) == "2021年6月30日到7月10日：新说 1 条，没有变灯，1 项有变化"


def test_a_day_may_change_what_nobody_said(told_site, reader):
    """A reason that has run out: the board changes, and the page says that nobody said anything."""
    town.tell(
        sparing_rule(),
        town.reading("ROADS", "46", "亿元", period=months(2021, 1, 6), published=on("2021-06-30")),
        Exemption(
            source="S1", subject="X", rule="sparing", reason="汛情", allowed_by="X", period=months(2021, 6, 6),
            published=on("2021-06-10"),
        ),
    )  # fmt: skip
    page = get(reader, PAGE, since="2021-06-30", day="2021-07-10", rule="sparing")
    assert title(page) == "2021年6月30日到7月10日：没有新说的，6 项有变化"
    assert "没有新的说法，是日子到了" in words(page)


def test_one_day_twice_has_nothing_to_compare(told_site, reader):
    page = get(reader, PAGE, since="2021-06-30", day="2021-06-30")
    assert title(page) == "两天都是2021年6月30日，没有可比的"
    assert "请选两个不同的日子" in words(page)
    assert title(get(reader, f"{PAGE}board/", since="2021-06-30", day="2021-06-30")) == title(page)


def test_the_later_day_first_is_swapped_with_one_press(moved_site, reader):
    page = get(reader, PAGE, 400, since="2021-08-31", day="2021-06-30", kind="replaced")
    assert title(page) == "2021年8月31日晚于2021年6月30日，没有可比的"
    assert "先写早的一天" in words(page)
    link = unescape(re.search(r'href="([^"]+)">对调：2021年6月30日到8月31日', page.replace("\u2009", ""))[1])
    assert "kind=replaced" in link
    assert title(get(reader, link)) == "2021年6月30日到8月31日：新说 6 条，1 项变灯"
    told = get(reader, "/sometown/changes.xlsx", 400, since="2021-08-31", day="2021-06-30")
    assert "起始日 2021-08-31 晚于截至日 2021-06-30" in words(told)


@pytest.mark.parametrize("since", ["yesterday", "2021-13-01", "2027-01-01"])
def test_a_first_day_that_is_none_is_refused(told_site, reader, since):
    get(reader, PAGE, 400, since=since, day="2021-06-30")


def test_without_a_first_day_it_is_the_months_end_before_the_last_news(moved_site, reader):
    assert title(get(reader, PAGE, day="2021-08-31")).startswith("2021年7月31日到8月31日：")
    assert title(get(reader, PAGE, day="2021-07-31")).startswith("2021年6月30日到7月31日：")
    assert title(get(reader, PAGE, day="2021-09-15")).startswith("2021年7月31日到9月15日：")
    assert title(get(reader, PAGE, day="2019-03-15")).startswith("2019年2月28日到3月15日：")


def test_first_days_to_choose_with_one_press(told_site, reader):
    page = get(reader, PAGE, since="2021-07-31", day="2021-08-15")
    told = words(re.search(r'class="shortcuts">(.*?)</p>', page, re.DOTALL)[1]).split()
    assert told == ["从", "上月末", "一个月前", "上季末", "上年末"]
    assert re.search(r'since=2021-07-31[^>]*aria-current="true"[^>]*>上月末', page)
    days = re.findall("since=([0-9-]+)", re.search(r'class="shortcuts">(.*?)</p>', page, re.DOTALL)[1])
    assert days == ["2021-07-31", "2021-07-15", "2021-06-30", "2020-12-31"]
    page = get(reader, PAGE, since="2021-02-28", day="2021-03-30")
    days = re.findall("since=([0-9-]+)", re.search(r'class="shortcuts">(.*?)</p>', page, re.DOTALL)[1])
    assert days == ["2021-02-28", "2020-12-31"]


def test_both_days_are_asked_in_one_form_that_keeps_the_rest(moved_site, reader):
    page = get(reader, PAGE, kind="replaced", rule="sanya", **DAYS)
    form = re.search(r'<form class="ask".*?</form>', page, re.DOTALL)[0]
    assert form.count('type="date"') == 2
    assert form.count('name="since"') == 1
    assert 'name="kind" value="replaced"' in form
    for link in re.findall(r'href="([^"]+)"', form):
        assert {"rule=sanya", "kind=replaced"} <= set(unescape(link).split("?")[1].split("&"))
    sift = re.search(r'<form class="sift.*?</form>', page, re.DOTALL)[0]
    assert 'name="since" value="2021-06-30"' in sift


def test_over_a_new_year_the_earlier_years_targets_are_one_press_away(moved_site, reader):
    page = get(reader, PAGE, since="2021-06-30", day="2022-02-28")
    assert "2022年目标" in words(page)
    link = unescape(re.search(r'href="([^"]+)">2021年目标的变化', page.replace("\u2009", ""))[1])
    page = get(reader, link)
    assert title(page).startswith("2021年6月30日到2022年2月28日：")
    assert "道路投资" in words(parts(page)[0])
    assert "目标的变化" not in words(page)


def test_a_rule_worded_anew_between_the_days_is_no_change_of_the_promises(told_site, reader):
    strict = {"rows": [{"behind": "<= 0", "light": "green"}, {"behind": "> 0", "light": "red"}]}
    later = sparing_rule("strict", "2021-07-05")
    said = town.json.loads(later.table) | strict
    town.tell(
        sparing_rule("strict"),
        town.RuleVersion(
            source="S1",
            name="strict",
            since=later.since,
            table=town.json.dumps(said),
            published=later.published,
        ),
    )
    page = get(reader, PAGE, since="2021-06-30", day="2021-07-10", rule="strict")
    assert title(page).endswith("新说 1 条，看板没有变")


def test_another_citys_news_is_none_of_this_ones(told_site, reader):
    town.tell(
        Subject(
            source="S1",
            code="U",
            name="上级市",
            name_en="Upper",
            level="prefecture",
            parent="",
            published=town.JANUARY,
        ),
        Subject(
            source="S1",
            code="X",
            name="某市",
            name_en="Sometown",
            level="county",
            parent="U",
            published=town.JANUARY,
        ),
        Subject(
            source="S1",
            code="W",
            name="他市",
            name_en="Other",
            level="county",
            parent="V",
            published=town.JANUARY,
        ),
        Reading(**said_of("U")),
        Reading(**said_of("W")),
    )
    _, news = parts(get(reader, PAGE, since="2021-06-30", day="2021-07-31"))
    assert "上级市" in words(news)
    assert "他市" not in words(news)


def said_of(subject: str) -> dict[str, object]:
    said = {
        "subject": subject,
        "indicator": "FAI",
        "period": months(2021, 1, 6),
        "measure": "level",
        "source": "S1",
    }
    return said | {"number": "9", "unit": "亿元", "release": "reported", "published": on("2021-07-15")}


def test_the_head_of_every_page_leads_there(told_site, reader):
    page = get(reader, day="2021-07-31", unit="万元")
    link = unescape(re.search(r'href="([^"]+)"[^>]*>变化</a>', page)[1])
    assert link.startswith(PAGE)
    assert 'aria-current="true">变化' in get(reader, link)
