"""The rules pages: do they say what a rule says, in whose words, and what it would do to this city?"""

import re
from html import unescape

import pytest
from django.conf import settings

from maoding.terms.pack import light_rules
from tests.publish import town
from tests.publish.test_pages_board import Rows, get, words

ALL = sorted(light_rules(settings.CITIES))


def section(page: str, name: str) -> str:
    """Text of the part below a heading."""
    return words(re.split(r"<h2[^>]*>", page.split(name, 1)[1])[0])


def test_every_published_rule_is_listed_and_opens(told_site, reader):
    page = get(reader, "/rules/")
    links = [unescape(link) for link in re.findall(r'<th scope="row"><a href="([^"]+)"', page)]
    assert sorted(link.split("/")[2] for link in links) == ALL
    assert "14 条，截至 2021年6月30日的版本" in words(page)
    for link in links:
        get(reader, link)


def test_the_list_tells_who_published_what_it_asks_for_and_what_is_open(told_site, reader):
    page = words(get(reader, "/rules/"))
    row = page[page.index("银川·项目进度灯") :]
    row = row[: row.index("银川·资金支付灯")]
    for part in (
        "银川市发展和改革委员会",
        "转载，引用前应再核原文",
        "2025年3月26日",
        "完成率、序时进度",
        "1 处",
        "可重演",
    ):
        assert part in row
    assert "缺事实" in page[page.index("绵阳·重点项目红黑榜") : page.index("南宁·市领导联系项目状态")]


def test_a_rule_stands_in_its_published_words_and_row_by_row(told_site, reader):
    page = words(get(reader, "/rules/yinchuan/"))
    assert "对低于序时进度10~30个百分点（含10~30个百分点）的项目亮黄灯" in page
    assert "若 10 ≤ 低于序时进度 ≤ 30 个百分点，则灯：黄灯" in page
    assert "银川市发展和改革委员会" in page
    assert "2025年3月26日" in page
    assert "2025年3月18日" in page
    assert "转载，引用前应再核原文" in page
    assert "按月更新清单，下发督办函" in page
    assert "四月以前不会亮红灯" in page


def test_its_table_is_told_in_the_readers_words(told_site, reader):
    table = section(get(reader, "/rules/yinchuan/"), "写成表")
    assert re.search(r"2 \[10~30\] ▲ 黄灯", table)
    assert re.search(r"4 \(0~10\) ● 绿灯 规则未规定，假定", table)
    wuhan = section(get(reader, "/rules/wuhan/"), "写成表")
    assert "[0.6 × 序时进度 ~ 0.8 × 序时进度)" in wuhan
    mianyang = section(get(reader, "/rules/mianyang/"), "写成表")
    assert "县区园区" in mianyang
    assert "county" not in mianyang
    assert " 是 " in mianyang


def test_its_holes_are_told_with_what_is_assumed(told_site, reader):
    hole = section(get(reader, "/rules/yinchuan/"), "原文没有规定的")
    assert "低于序时进度不到10个百分点 → ● 绿灯" in hole
    assert "没有标出空白" in section(get(reader, "/rules/wuhan/"), "原文没有规定的")


def test_other_readings_scope_and_uncertain_days_are_told(told_site, reader):
    page = words(get(reader, "/rules/sanya/"))
    assert "另一种读法：按百分点理解" in page
    assert "若 低于序时进度 > 50 个百分点，则牌：红牌" in unescape(page)
    assert "年度计划投资额1000万元及以上" in page
    assert "不早于 2009年12月25日" in words(get(reader, "/rules/wuhan/"))
    assert "施行 2022年 " in words(get(reader, "/rules/mianyang/"))


def test_boundary_cases_are_decided_now(told_site, reader):
    cases = section(get(reader, "/rules/yinchuan/"), "边界上的例子，现在算出")
    assert "49.99 50 ● 绿灯 第 4 行 规则未规定" in cases
    assert "19.99 50 ■ 红灯 第 3 行" in cases
    assert "50 不详 – 未知 缺少：序时进度" in cases


@pytest.mark.parametrize("name", ALL)
def test_no_boundary_case_comes_out_otherwise_than_its_file_says(told_site, reader, name):
    assert "规则文件写的是" not in get(reader, f"/rules/{name}/")


def test_a_case_that_comes_out_otherwise_says_so(told_site, reader):
    rule = light_rules(settings.CITIES)["yinchuan"]
    rule["examples"] = [{"completion_rate": 20, "due_share": 50, "light": "red"}]
    table = town.json.dumps(rule, default=str)
    since = town.dt.date(2020, 1, 1)
    town.tell(town.RuleVersion(source="rule-yinchuan", name="changed", since=since, table=table))
    cases = section(get(reader, "/rules/changed/"), "边界上的例子，现在算出")
    assert "20 50 ▲ 黄灯 第 2 行 规则文件写的是红灯" in cases


def replayed(reader, name, **asked):
    page = get(reader, f"/rules/{name}/", **asked)
    return page[page.index('id="replay"') :]


def test_replay_counts_lights_under_both_rules(told_site, reader):
    told = words(replayed(reader, "wuhan"))
    assert "用在某市 2021年" in told
    assert re.search("武汉·重大项目红黄牌 – 不亮牌 2 ▲ 黄牌 1 ■ 红牌 0 – 未知 5", told)
    assert re.search("银川·项目进度灯 ● 绿灯 2 ▲ 黄灯 1 ■ 红灯 0 – 未知 5", told)


def test_replay_names_who_changes_colour_with_numbers_that_lead_to_their_rows(told_site, reader):
    page = replayed(reader, "sanya")
    told = words(page)
    assert "由“银川·项目进度灯”换成“三亚·项目亮牌”，谁变色？" in told
    assert re.search("某市 道路投资 37.5 −4.2 ● 绿灯 ▲ 黄牌", told)
    assert "新建学校" not in told[: told.index("判不了的")]
    link = unescape(re.search(r'href="([^"]+)"[^>]*>某市 道路投资', page)[1])
    assert "rule=sanya" in link
    assert "黄牌" in get(reader, link)


def test_between_green_and_no_card_nobody_changes_colour(told_site, reader):
    assert "没有一项变色" in words(replayed(reader, "wuhan"))


def test_the_citys_own_rule_is_held_against_the_one_asked_for(told_site, reader):
    assert "看板用的就是这条规则" in words(replayed(reader, "yinchuan"))
    told = words(replayed(reader, "yinchuan", rule="sanya"))
    assert re.search("某市 道路投资 37.5 −4.2 ▲ 黄牌 ● 绿灯", told)


def test_what_a_rule_cannot_judge_says_which_facts_it_needs(told_site, reader):
    told = words(replayed(reader, "tianjin"))
    assert re.search("缺少：累计增速、预期计划增速、全市平均增速 .*某市 道路投资", told)
    assert "看板上判不了：本规则要看累计使用进度、发行次月起月数" in words(replayed(reader, "tianjin-bond"))
    told = words(replayed(reader, "mianyang"))
    assert "而台账里的承诺没有这样的事实" in told
    assert "maoding lights FILE.csv --rule mianyang" in told


def test_tasks_and_disputed_figures_are_told_apart(told_site, reader):
    town.tell(town.reading("ROADS", "47", "亿元", source="S2"))
    told = words(replayed(reader, "yinchuan", day="2021-07-31"))
    assert re.search("同期数不一致，核对之前不判灯 .*某市 道路投资", told)


def test_from_the_board_to_the_rule_and_back_with_it(told_site, reader):
    board = get(reader, rule="sanya", year="2021", day="2022-08-31")
    line = board[board.index('class="ruleline"') :]
    to_rule = unescape(re.search(r'href="(/rules/sanya/[^"]+)"', line)[1])
    page = get(reader, to_rule)
    assert "用在某市 2021年" in words(page)
    back = unescape(re.search(r'href="(/sometown/\?[^"]+)">‹', page)[1])
    assert {"rule=sanya", "year=2021", "day=2022-08-31"} <= set(back.split("?")[1].split("&"))
    get(reader, back)
    name = next(id_ for id_, cells in Rows(board).text.items() if "道路投资" in cells).removeprefix("row-")
    assert "/rules/sanya/" in get(reader, f"/sometown/row/{name}/", rule="sanya")


def test_an_unknown_rule_is_not_found(told_site, reader):
    assert "没有名为 nowhere 的规则" in words(get(reader, "/rules/nowhere/", status=404))


def test_over_an_empty_ledger_the_list_says_how_they_come(empty_site, reader):
    assert "maoding load cities/sometown" in get(reader, "/rules/")
