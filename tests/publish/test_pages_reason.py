"""The reason behind a row: is it worked out from published numbers, and does it say what would change it?"""

import datetime as dt
import json
import re
from fractions import Fraction
from html import unescape

import pytest

from maoding.judge.way_out import way_out
from tests.publish import town
from tests.publish.test_pages_board import Rows, get, words


def named(reader, name: str, **asked) -> str:
    page = get(reader, **asked)
    found = [id_ for id_, cells in Rows(page).text.items() if name in cells]
    assert len(found) == 1
    return found[0].removeprefix("row-")


def reason(reader, name: str, **asked) -> str:
    return get(reader, f"/sometown/row/{named(reader, name, **asked)}/", **asked)


def test_the_rule_line_and_the_exact_points(told_site, reader):
    page = words(reason(reader, "甲类项目完成投资"))
    assert "低于序时 11.07 个百分点" in page
    assert "规则第 2 行" in page


def test_what_ends_the_warning_is_rounded_up_to_be_enough(told_site, reader):
    page = words(reason(reader, "甲类项目完成投资"))
    assert "再完成 0.67 亿元即脱黄" in page  # (5/12 − 10 % − 30.6 %) of 62.09, just passed
    assert "再完成 6.88 亿元即达序时进度" in page
    assert "再完成 6,623.1 万元即脱黄" in words(reason(reader, "甲类项目完成投资", unit="万元"))


def test_just_enough_is_not_enough_where_the_threshold_still_warns(told_site, reader):
    """A target of 120 with 32 done by May: 10 points behind even pace is exactly 38, and still yellow."""
    town.tell(
        town.promise("DONE", "120", "亿元", subject="Z"), town.reading("DONE", "32", "亿元", subject="Z")
    )
    page = words(reason(reader, "甲类项目完成投资", body="Z"))
    assert "再完成 6.01 亿元即脱黄" in page
    assert "再完成 18 亿元即达序时进度" in page


def test_nothing_done_yet_is_no_trouble(told_site, reader):
    town.tell(
        town.promise("SCHOOLS", "12", "所", subject="Y"), town.reading("SCHOOLS", "0", "所", subject="Y")
    )
    town.tell(town.Subject(source="S1", code="Y", name="西区", name_en="West", level="zone", parent="X"))
    page = words(reason(reader, "西区"))
    assert "再完成 4 所即解除预警" in page  # more than 5/12 less 10 points: 3.8 schools
    assert "再完成 5 所即达序时进度" in page


def test_a_target_of_nought_has_no_rate(told_site, reader):
    town.tell(town.promise("SCHOOLS", "0", "所"), town.reading("SCHOOLS", "1", "所"))
    page = get(reader)
    name = next(k for k, cells in Rows(page).text.items() if "新建学校" in cells and "某市" in cells)
    assert "与序时相差" not in get(reader, f"/sometown/row/{name[4:]}/")


def test_a_direction_without_a_number_is_told_in_words(told_site, reader):
    town.tell(
        town.promise("REV", "", "%", relation="rising", measure="share"),
        town.reading("REV", "30", "%", measure="share"),
    )
    page = get(reader)
    name = next(k for k, cells in Rows(page).text.items() if "持续提高" in cells)
    assert "与目标相比" not in get(reader, f"/sometown/row/{name[4:]}/")


def test_the_bodys_own_plan_stands_beside_even_pace(told_site, reader):
    town.tell(town.promise("ROADS", "36", "亿元", period=town.TO_MAY, strength="plan"))
    page = get(reader)
    names = [k for k, cells in Rows(page).text.items() if "道路投资" in cells]
    told = " ".join(words(get(reader, f"/sometown/row/{name[4:]}/")) for name in names)
    assert "自定计划应完成 30.00 %" in told


def test_a_target_reached_needs_no_more_each_month(told_site, reader):
    town.tell(
        town.promise("DONE", "30", "亿元", subject="Z"), town.reading("DONE", "31", "亿元", subject="Z")
    )
    page = get(reader)
    assert "已完成" in next(
        cells for cells in Rows(page).text.values() if cells[2:4] == ["东区", "甲类项目完成投资"]
    )
    assert "还需每月" not in words(reason(reader, "甲类项目完成投资", body="Z"))


def test_a_light_the_rule_assumes_has_no_way_out_but_to_even_pace(told_site, reader):
    page = words(reason(reader, "道路投资"))
    assert "即脱" not in page
    assert "再完成 5 亿元即达序时进度" in page  # 5/12 of 120 less 45


def test_a_promise_in_step_needs_nothing(told_site, reader):
    assert "再完成" not in reason(reader, "新建学校")


def test_how_it_was_worked_out(told_site, reader):
    page = words(reason(reader, "甲类项目完成投资"))
    assert "19 亿元 ÷ 30.6 % = 62.09 亿元" in page
    assert "61.99 亿元至 62.19 亿元" in page
    assert "60.36 亿元至 63.83 亿元" in page
    assert "43.09 亿元 ÷ 7 个月 = 6.16 亿元" in page
    assert "45 亿元 ÷ 120 亿元 = 37.50 %" in words(reason(reader, "道路投资"))


def test_a_promise_without_pace_is_held_against_its_number(told_site, reader):
    assert "未达到目标" in reason(reader, "全省位次") or "目前未达到目标" in reason(reader, "全省位次")
    assert "目前达到目标" in words(reason(reader, "一般公共预算收入"))


def test_without_evidence_it_says_what_would_bring_it(told_site, reader):
    page = words(reason(reader, "出口总额"))
    assert "有某市出口总额 2021年自年初累计的数公布或报来，就能判断" in page
    assert "口径未定" in page or "尚无数据" in page


def test_the_words_come_from_the_document_at_hand(told_site, reader):
    page = reason(reader, "甲类项目完成投资")
    assert "1至5月，甲类项目完成投资19亿元，完成率达30.6%。" in page
    assert "原文不在手边" not in page
    (told_site.shared / "paper.txt").write_text(town.PAPER + "改", encoding="utf-8")
    page = reason(reader, "甲类项目完成投资")
    assert "1至5月，甲类项目" not in page
    assert "原文不在手边" in page


def test_all_vintages_of_the_year_stand_in_the_table(told_site, reader):
    page = words(reason(reader, "道路投资"))
    assert page.index("快报数") < page.index("2021年5月20日")
    assert "已被后来的数取代" in page
    assert "已被后来的数取代" not in words(reason(reader, "道路投资", day="2021-05-02"))


def chart(page: str) -> dict:
    return json.loads(unescape(re.search(r'data-option="([^"]+)"', page)[1]))


def test_the_chart_shows_target_due_and_figures_and_nothing_else(told_site, reader):
    option = chart(reason(reader, "道路投资"))
    target, due, done = (series["data"] for series in option["series"])
    assert target == [120] * 13
    assert due[5] == 50
    assert done == [0, None, None, None, 33, 45, *[None] * 7]
    assert chart(reason(reader, "道路投资", unit="万元"))["series"][2]["data"][5] == 450000


def test_a_growth_target_has_no_even_pace_in_its_chart(told_site, reader):
    names = [series["name"] for series in chart(reason(reader, "一般公共预算收入"))["series"]]
    assert names == ["目标", "实绩"]


def test_a_rank_has_no_chart(told_site, reader):
    assert "data-option" not in reason(reader, "全省位次")


def test_restated_targets_leave_the_choice_to_a_person(told_site, reader):
    page = get(reader, day="2021-10-31")
    both = [id_ for id_, cells in Rows(page).text.items() if "全社会固定资产投资" in cells]
    assert len(both) == 3
    told = " ".join(words(get(reader, f"/sometown/row/{id_[4:]}/", day="2021-10-31")) for id_ in both)
    assert "2021年10月9日又提出 540 亿元" in told
    assert "2021年1月10日曾提出 550 亿元" in told
    assert "是否替代由人决定" in told
    assert "以 550 亿元为紧" in told


def test_htmx_is_given_the_fragment_alone(told_site, reader):
    name = named(reader, "道路投资")
    response = reader.get(f"/sometown/row/{name}/", headers={"HX-Request": "true"})
    page = response.content.decode()
    assert "<html" not in page
    assert "怎样算出来的" in page


def test_an_unknown_promise_is_not_found(told_site, reader):
    page = get(reader, "/sometown/row/c-000000000000/", status=404)
    assert "没有编号为 c-000000000000 的承诺" in words(page)


PACE_RULES = ("yinchuan", "wuhan", "sanya")


@pytest.mark.parametrize("name", PACE_RULES)
@pytest.mark.parametrize("rate", range(0, 60, 3))
def test_the_way_out_is_the_least_rate_without_a_warning(told_site, name, rate):
    rule = told_site.rules(dt.date(2021, 6, 30))[name].table
    due = Fraction(500, 12)
    out = way_out(rule, Fraction(rate), due)
    a_little = Fraction(1, 10**6)
    if out is None:
        assert way_out(rule, Fraction(rate) + a_little, due) is None
        return
    enough = out.rate + (a_little if out.beyond else 0)
    assert way_out(rule, enough, due) is None
    assert way_out(rule, enough - 2 * a_little if out.beyond else out.rate - a_little, due) is not None
