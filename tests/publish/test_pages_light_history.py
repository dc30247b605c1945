"""History of a light: does an opened row tell on which day it was what, and what was learnt then?"""

import datetime as dt
import json
import re
from html import unescape

import pytest

from maoding.ledger import find
from maoding.publish.light_history import light_history
from maoding.publish.pages.past_lights import _wordings
from maoding.publish.same_promise import same_promise
from maoding.terms.entries import Exemption, RuleVersion
from maoding.terms.periods import Period, months
from tests.publish import town
from tests.publish.test_pages_board import get, words
from tests.publish.test_pages_reason import named, reason
from tests.publish.two_months import on, sparing_rule


def to(month: int):
    return months(2021, 1, month)


@pytest.fixture
def followed(told_site):
    """The roads' year: green in spring, yellow when June came, corrected in August; and restated in September."""
    town.tell(
        town.reading("ROADS", "30", "亿元", period=to(3), published=on("2021-04-20"), record="A5"),
        town.reading("ROADS", "46", "亿元", period=to(6), published=on("2021-07-20"), record="A6"),
        town.reading(
            "ROADS", "58", "亿元", period=to(6), published=on("2021-08-10"), release="correction", record="A7"
        ),
        town.promise("ROADS", "130", "亿元", strength="must", published=on("2021-09-01"), record="T9"),
    )
    return told_site


def past(page: str) -> list[str]:
    listed = page[page.index('class="past"') :]
    return [
        words(each).strip()
        for each in re.findall(r"<li>(.*?)</li>", listed[: listed.index("</ol>")], re.DOTALL)
    ]


def test_each_day_has_its_light_and_what_was_learnt(followed, reader):
    told = past(reason(reader, "道路投资", day="2021-09-30"))
    assert told == [
        "2021年1月10日 – 未知 承诺 ≥ 120 亿元",
        "2021年4月20日 ● 绿灯 2021年1—3月 30 亿元",
        "2021年5月2日 ● 绿灯 2021年1—4月 32 亿元",
        "2021年5月20日 ● 绿灯 2021年1—4月 33 亿元",
        "2021年6月30日 ● 绿灯 2021年1—5月 45 亿元",
        "2021年7月20日 ▲ 黄灯 2021年1—6月 46 亿元",
        "2021年8月10日 ● 绿灯 2021年1—6月 58 亿元",
        "2021年9月1日 ● 绿灯 承诺 ≥ 130 亿元",
    ]


def test_nothing_later_than_the_day_asked_is_told(followed, reader):
    assert past(reason(reader, "道路投资", day="2021-07-31"))[-1].startswith("2021年7月20日 ▲ 黄灯")


def test_each_day_leads_to_its_board_at_the_promise_as_it_stood(followed, reader):
    page = reason(reader, "道路投资", day="2021-09-30")
    links = [
        unescape(each) for each in re.findall(r'<li><a href="([^"]+)"', page[page.index('class="past"') :])
    ]
    assert len(links) == 8
    for link, told in zip(links, past(page), strict=True):
        address, _, place = link.partition("#")
        cells = words(get(reader, address).split(f'id="{place}"')[1].split("</tr>")[0])
        assert told.split()[2] in cells.split()
    assert "day=2021-07-20" in links[5]
    assert links[6].partition("#")[2] != links[7].partition("#")[2]  # said anew: another entry


def test_what_was_learnt_leads_to_its_entry_and_back(followed, reader):
    page = reason(reader, "道路投资", day="2021-09-30")
    listed = page[page.index('class="past"') :]
    link = unescape(re.search(r'class="n" href="([^"]+)">2021年1—6月 58', listed.replace("\u2009", " "))[1])
    assert "更正数" in words(get(reader, link))


def test_the_year_begins_with_what_was_known_before_it(told_site, reader):
    town.tell(
        town.promise("SCHOOLS", "12", "所", subject="Y", published=on("2020-12-28"), record="T30"),
        town.promise("SCHOOLS", "13", "所", subject="Y", published=on("2020-12-30"), record="T30"),
        town.reading("SCHOOLS", "5", "所", subject="Y"),
        town.Subject(source="S1", code="Y", name="西区", name_en="West", level="zone", parent="X"),
    )
    told = past(reason(reader, "西区", day="2021-06-30"))
    assert [each.split()[0] for each in told] == ["2020年12月30日", "2021年6月30日"]


def agrees(site, day: dt.date, rule: str) -> None:
    """Every light told of every promise is that of the whole board as it was on that day."""
    pack = site.pack("sometown")
    answers, rows = site.answers(pack, day, rule), site.scoreboard(pack, day, rule).rows
    wordings = _wordings(answers.question.rule)
    told = [(row, each) for row in rows for each in light_history(row, answers, wordings)]
    assert len(told) > len(rows)
    for row, each in told:
        then = site.scoreboard(pack, each.day, rule, 2021).rows
        same = next(other for other in then if same_promise(other) == same_promise(row))
        assert (same["light"], same["promise"]) == (each.light, each.promise)
        assert each.rule.said == site.published(each.day)[rule].said


@pytest.mark.parametrize("rule", ["yinchuan", "tianjin", "xinhuang"])
def test_every_light_is_the_one_of_that_days_board(followed, rule):
    town.tell(
        town.promise(
            "ROADS", "60", "亿元", period=to(6), strength="plan", published=on("2021-03-01"), record="T20"
        ),
        town.reading(
            "REV", "9", "%", measure="growth", period=to(4), published=on("2021-06-01"), record="A9"
        ),
    )
    agrees(followed, dt.date(2021, 9, 30), rule)


def test_a_legitimate_reason_spares_from_its_first_day_to_its_last(followed, reader):
    spared = Exemption(
        source="S1", subject="X", rule="sparing", reason="汛情", allowed_by="X", published=on("2021-07-22"),
        period=Period(dt.date(2021, 7, 25), dt.date(2021, 7, 31)),
    )  # fmt: skip
    town.tell(sparing_rule(), spared)
    told = past(reason(reader, "道路投资", day="2021-08-05", rule="sparing"))
    assert told[-4:] == [
        "2021年7月20日 ▲ 黄灯 2021年1—6月 46 亿元",
        "2021年7月22日 ▲ 黄灯 正当理由 汛情",
        "2021年7月25日 ● 绿灯 正当理由 汛情",
        "2021年8月1日 ▲ 黄灯 正当理由 汛情",
    ]
    agrees(followed, dt.date(2021, 8, 5), "sparing")


def test_a_rule_written_anew_lights_each_day_as_it_stood(followed, reader):
    strict = [{"behind": "<= 0", "light": "green"}, {"behind": "> 0", "light": "red"}]
    town.tell(sparing_rule("strict"))
    later = sparing_rule("strict", "2021-08-01")
    said = json.loads(later.table) | {"rows": strict}
    town.tell(
        RuleVersion(
            source="S1", name="strict", since=later.since, table=json.dumps(said), published=later.published
        )
    )
    told = past(reason(reader, "道路投资", day="2021-09-30", rule="strict"))
    assert [each.split()[:2] for each in told[-4:]] == [
        ["2021年7月20日", "▲"],
        ["2021年8月1日", "■"],
        ["2021年8月10日", "■"],
        ["2021年9月1日", "■"],
    ]
    assert told[-3].endswith("规则 银川·项目进度灯")
    agrees(followed, dt.date(2021, 9, 30), "strict")


def test_a_task_and_a_promise_without_figures_have_no_history_to_tell(told_site, reader):
    town.tell(town.task("T7"))
    for name in ("出口总额", "任务"):
        assert 'class="past"' not in reason(reader, name)


def test_a_promise_said_anew_is_found_under_its_earlier_entry(followed, reader):
    earlier = named(reader, "道路投资", day="2021-06-30")
    later = named(reader, "道路投资", day="2021-09-30")
    assert earlier != later
    assert "130" in words(get(reader, f"/sometown/row/{earlier}/", day="2021-09-30"))
    assert "120" in words(get(reader, f"/sometown/row/{later}/", day="2021-06-30"))


def test_a_plan_behind_a_rate_is_found_under_an_earlier_rate(told_site, reader):
    town.tell(
        town.reading("DONE", "30", "亿元", period=to(6), published=on("2021-07-20"), record="A8"),
        town.reading("RATE", "48.3", "%", period=to(6), published=on("2021-07-20"), record="A9"),
    )
    earlier = named(reader, "甲类项目完成投资", day="2021-06-30")
    page = get(reader, f"/sometown/row/{earlier}/", day="2021-07-31")
    assert "48.3" in words(page)
    assert [each.split()[1] for each in past(page)] == ["▲", "●"]


def test_what_is_no_promise_has_no_row(told_site, reader):
    for name in ("A3", "S1", "r-0000000000000000"):
        get(reader, f"/sometown/row/{name}/", status=404)


def test_the_page_of_a_row_asks_for_another_day_and_keeps_what_was_asked(followed, reader):
    promise = named(reader, "道路投资")
    page = get(reader, f"/sometown/row/{promise}/", rule="sanya", unit="万元", state="near")
    form = page[page.index('class="ask"') : page.index("</form>", page.index('class="ask"'))]
    assert 'name="day"' in form
    assert 'name="state" value="near"' in form
    link = unescape(re.search(r'href="([^"]+)" title="后一月末', form)[1])
    assert "day=2021-07-31" in link
    moved = get(reader, link)
    assert "46" in words(moved)
    assert find.entries("A6")[0].id in moved
