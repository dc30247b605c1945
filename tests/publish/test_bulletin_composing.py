"""Composing: does a bulletin say what the ledger knows, with sources, and mind what is not certain?"""

import datetime as dt
from fractions import Fraction

import pytest

from maoding.publish.bulletins.accounting import drawn
from maoding.publish.bulletins.composing import chinese, compose, numbered
from maoding.publish.bulletins.letter import Chart, Heading
from maoding.publish.bulletins.said import written
from maoding.publish.shown import NO_DATA
from maoding.terms.periods import Period, months
from maoding.terms.published import Published
from tests.publish import town
from tests.publish.bulletin_town import brief, material, mid_year, rows, sentences, shipped, tables, told

BEHIND = """
  - parts:
      - sentences:
          finding: promises
          where: {state: behind, paced: yes}
          say: {zh: "{name}完成{actual}，目标{target}。", en: "{name}: {actual} of {target}."}
          lacking: {zh: "{name}没有目标数。", en: "{name} has no target."}
          none: {zh: 没有落后的。, en: Nothing is behind.}
"""


def opening(site, **asked) -> str:
    """What the first paragraph says."""
    first = mid_year(site, **asked).made.letter.blocks[0]
    return "".join(each.text for each in first.sentences)


def test_the_first_paragraph_says_what_is_off_and_by_how_much(told_site):
    assert opening(told_site) == (
        "截至2021年6月30日，某市2021年台账所记目标任务共8项，其中有实绩可查的5项：落后2项，略低于序时1项，逾期完成0项，按期2项，未判0项；"
        "尚无数据的3项，其中期限已过的0项。甲类项目完成投资落后：1—5月完成19亿元，完成率30.6%，低于序时进度11.1个百分点，亮黄灯。"
        "全省位次落后：1—5月实绩为第3位，目标为力争第1位，目前未达到目标，期末再定。"
    )


def test_in_english_as_well(told_site):
    said = opening(told_site, language="en")
    assert "8 targets and tasks of Sometown for 2021, of which 5 have results: behind 2" in said
    assert (
        "Class A investment done, 1,900 million yuan in Jan–May, completion 30.6%, 11.1 points short" in said
    )
    assert ". Behind:" in said


def test_the_run_rate_needed_stands_beside_the_one_so_far(told_site):
    said = told(mid_year(told_site).made.letter)
    assert (
        "尚缺75亿元，余下7个月月均需完成10.71亿元，为此前月均9亿元的1.19倍（规则未规定，按假定取色）。"
        in said
    )
    assert "在61.99至62.19亿元之间" in said


def test_the_table_tells_both_schedules_and_the_light(told_site):
    first = tables(mid_year(told_site).made.letter)[0]
    assert [head.text + head.unit for head in first.heads][4:8] == [
        "完成率%",
        "应完成%",
        "自定应完成",
        "相差百分点",
    ]
    roads = next(row for row in rows(first) if row[0] == "道路投资")
    assert roads == [
        "道路投资",
        "120亿元",
        "45亿元",
        "1—5月",
        "37.5",
        "41.7",
        "–",
        "−4.2",
        "尚未过半",
        "● 绿灯",
    ]
    assert "甲类项目完成投资：计划数由完成率反推" in first.note


def test_a_plan_to_date_of_its_own_is_the_second_schedule(told_site):
    to_may = town.promise("ROADS", "50", "亿元", period=months(2021, 1, 5), record="T8")
    town.tell(to_may)
    first = tables(mid_year(told_site).made.letter)[0]
    roads = next(row for row in rows(first) if row[:2] == ["道路投资", "120亿元"])
    assert roads[5:7] == ["41.7", "41.7"]
    assert roads[7] == "−4.2"


def test_a_unit_that_all_share_stands_in_the_head(told_site, tmp_path):
    plan = brief(
        tmp_path,
        "  - parts:\n      - table: {finding: promises, where: {indicator: [ROADS, DONE]}, "
        "title: {zh: 表, en: Table}, columns: [name, actual, remark]}\n",
    )
    (table,) = tables(compose(plan, material(told_site)).letter)
    assert [(head.text, head.unit, head.numeric) for head in table.heads][1] == ("实绩", "亿元", True)
    assert [row[1] for row in rows(table)] == ["19", "45"]
    assert table.note == ""
    assert "计划数由完成率反推" in rows(table)[0][2]


def test_what_nobody_published_is_told_by_body_and_never_as_a_number(told_site):
    letter = mid_year(told_site).made.letter
    assert "某市：出口总额、全社会固定资产投资、全社会固定资产投资增速。" in told(letter)
    assert NO_DATA == "尚无数据"


def test_targets_that_ask_for_different_things_are_put_side_by_side(told_site):
    said = told(mid_year(told_site).made.letter)
    assert "550亿元与增长15%。按上年468.2亿元计，增长15%合538.43亿元，550亿元合增长17.5%" in said


def test_a_base_that_nobody_published_is_implied_by_a_part_and_its_share(told_site):
    part = town.reading("ROADS", "30", "亿元", subject="Z", period=months(2020, 1, 12))
    share = town.reading("ROADS", "25", "%", measure="share", subject="Z", period=months(2020, 1, 12))
    town.tell(part, share, town.promise("ROADS", "10", "%", measure="growth"))
    said = mid_year(told_site)
    assert "由东区的30亿元占全市25%推算为120亿元" in told(said.made.letter)
    assert not said.report.faults


def test_a_promise_said_again_is_possible_drift(told_site):
    said = told(mid_year(told_site, day=dt.date(2021, 10, 31)).made.letter)
    assert "2021年1月10日说550亿元，2021年10月9日又说540亿元，相差−10亿元；后者是否取代前者，请明确。" in said


def test_sources_are_numbered_in_order_of_first_use_and_every_number_cites(told_site):
    letter = mid_year(told_site, day=dt.date(2021, 10, 31)).made.letter
    assert [source.number for source in letter.sources] == list(range(1, len(letter.sources) + 1))
    seen = [number for each in sentences(letter) for number in each.sources]
    firsts = list(dict.fromkeys(seen))
    assert firsts[0] == 1
    assert {source.code for source in letter.sources} >= {"S1", "S2", "rule-yinchuan"}
    assert all(row[0].sources for table in tables(letter) for row in table.rows)


def test_an_address_that_is_no_link_is_left_out(told_site):
    cited = {each.code: each.address for each in mid_year(told_site).made.letter.sources}
    assert cited["S2"] == "https://example.org/2"
    assert cited["S1"] == ""


def test_an_old_figure_and_a_contradicted_one_are_told_as_such(told_site):
    town.tell(town.reading("ROADS", "46", "亿元", source="S2", record="A9"))
    said = mid_year(told_site, day=dt.date(2021, 10, 31))
    text = told(said.made.letter)
    assert "实绩只到2021年5月31日，此后没有更新" in text
    table = tables(said.made.letter)[0]
    assert (
        "同期另有不一致的数：46亿元，须先核对" in table.note
        or "同期另有不一致的数：45亿元，须先核对" in table.note
    )
    chart = next(block for block in said.made.letter.blocks if isinstance(block, Chart))
    assert "道路投资" not in chart.words
    assert not said.report.faults
    assert any("两者矛盾" in notice for notice in said.report.notices)


def test_a_figure_known_by_an_inferred_date_only_is_told_so(told_site):
    town.tell(town.reading("EXPORTS", "30", "亿美元", published=Published("2021-06", "inferred")))
    recorded = dt.date(2026, 11, 21)
    note = tables(mid_year(told_site, day=recorded, about=2021).made.letter)[0].note
    assert "实绩日期为推断" in note
    assert "口径未定：“左右”没有公布的容差" in note


def test_the_chart_shows_the_printed_numbers(told_site):
    chart = next(block for block in mid_year(told_site).made.letter.blocks if isinstance(block, Chart))
    assert drawn(chart.option) == [30.6, 37.5, 66.7, 41.7, 41.7, 41.7]
    labels = [
        point["label"]["position"] for point in chart.option["series"][0]["data"] if isinstance(point, dict)
    ]
    assert labels == ["insideRight"], "the mark at 41.7 would strike through the label of the bar of 37.5"
    assert "道路投资37.5%（应41.7%）" in chart.words


def test_where_there_is_nothing_the_plan_says_so(told_site):
    early = mid_year(told_site, day=dt.date(2020, 6, 30))
    assert "截至2020年6月30日，台账里没有某市2020年的目标任务。" in told(early.made.letter)
    assert not tables(early.made.letter)
    assert not early.report.faults


def test_a_sentence_with_nothing_to_print_gives_way_to_another(told_site, tmp_path):
    alone = town.reading(
        "RATE", "25", "%", period=months(2021, 1, 6), published=Published("2021-07-10", "day")
    )
    town.tell(alone)
    plan = brief(tmp_path, BEHIND)
    made = compose(plan, material(told_site, day=dt.date(2021, 7, 31)))
    assert "甲类项目完成投资没有目标数" in told(made.letter)
    assert "没有落后的。" in told(compose(plan, material(told_site, day=dt.date(2021, 1, 31))).letter)


def test_the_plan_report_holds_last_year_against_this(told_site):
    year = {
        "period": months(2021, 1, 12),
        "published": Published("2022-01-20", "day"),
        "release": "preliminary",
    }
    town.tell(
        town.reading("ROADS", "118", "亿元", **year),
        town.reading("SCHOOLS", "6", "所", subject="Z", **year),
        town.promise(
            "ROADS", "130", "亿元", period=months(2022, 1, 12), published=Published("2022-01-20", "day")
        ),
        town.reading("REV", "80", "亿元", **year),
        town.promise(
            "REV", "90", "亿元", period=months(2022, 1, 12), published=Published("2022-01-20", "day")
        ),
    )
    asked = material(told_site, day=dt.date(2022, 1, 31))
    made = compose(shipped("plan-report"), asked)
    assert "已完成1项（其中逾期完成0项），未完成1项" in told(made.letter)
    by_title = {table.title: {row[0]: row for row in rows(table)} for table in tables(made.letter)}
    assert by_title["有期末数的目标任务"]["道路投资"][-1] == "未达到目标"
    assert by_title["有期末数的目标任务"]["东区新建学校"][-1] == "已达到目标"
    indicators = {tuple(row[:2]): row for row in rows(tables(made.letter)[-1])}
    assert indicators["某市", "道路投资"][2:] == [
        "确保120亿元以上",
        "118亿元（2021年）",
        "未达到目标",
        "力争130亿元以上",
    ]
    assert indicators["某市", "一般公共预算收入"][2:] == ["–", "80亿元", "–", "力争90亿元以上"]


def test_a_figure_that_restates_the_target_is_no_result(told_site):
    restated = {"period": months(2021, 1, 12), "published": Published("2021-09-01", "day")}
    town.tell(town.reading("EXPORTS", "80", "亿美元", **restated))
    made = compose(shipped("plan-report"), material(told_site, day=dt.date(2022, 1, 31)))
    exports = next(row for row in rows(tables(made.letter)[-1]) if row[1] == "出口总额")
    assert exports[3] == "尚无数据"


@pytest.mark.parametrize(
    ("number", "said"), [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (34, "三十四")]
)
def test_headings_count_in_chinese(number, said):
    assert chinese(number) == said
    assert numbered(number, "情况", "zh") == f"{said}、情况"
    assert numbered(number, "情况", "zh", level=2) == f"（{said}）情况"
    assert numbered(number, "State", "en", level=2) == f"({number}) State"


def test_headings_are_numbered_by_the_composer(told_site):
    blocks = mid_year(told_site, language="en").made.letter.blocks
    assert [block.text for block in blocks if isinstance(block, Heading)][:2] == [
        "1. The year so far",
        "2. Past half by mid-year",
    ]


def test_numbers_are_rounded_half_up_with_thousands_apart():
    assert written(Fraction(12345675, 1000), 2) == "12,345.68"
    assert written(Fraction(-1, 20), 1) == "−0.1"
    assert written(Fraction(-1, 1000), 1) == "0"
    assert written(Fraction(25), 1, signed=True) == "+25"
    assert written(Fraction(7, 2), 0) == "4"


@pytest.mark.parametrize(("language", "said"), [("zh", "1月1日—6月28日"), ("en", "1 January – 28 June")])
def test_days_within_the_year_are_told_without_it(told_site, language, said):
    days = Period(dt.date(2021, 1, 1), dt.date(2021, 6, 28))
    town.tell(town.reading("EXPORTS", "30", "亿美元", period=days, published=Published("2021-06-29", "day")))
    made = mid_year(told_site, language=language)
    assert said in [row[3] for row in rows(tables(made.made.letter)[0])]
    assert not made.report.faults
