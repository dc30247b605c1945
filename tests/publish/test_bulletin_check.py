"""The bulletin's check: does it stop what the printed numbers do not bear out, and let through all that they do?"""

import dataclasses
import datetime as dt
import json

import pytest

from maoding.publish.bulletins.checking import Report, check
from maoding.publish.bulletins.composing import compose
from maoding.publish.bulletins.letter import Chart
from maoding.publish.bulletins.noticing import replaced_since
from maoding.publish.bulletins.printing import HeldBackError, NothingToReleaseError, bulletin
from maoding.publish.bulletins.statements import Statement
from maoding.terms.periods import months
from maoding.terms.published import Published
from maoding.terms.viewer import EVERYTHING
from tests.publish import town
from tests.publish.bulletin_town import brief, material, mid_year, reasons, rows, shipped, tables, told
from tests.publish.misprints import misprinted, reworded

ROADS = "道路投资：1—5月"


def checked(site, begins: str, printed: str, instead: str, **asked) -> Report:
    asked_of = material(site, **asked)
    return check(misprinted(compose(shipped(), asked_of), begins, printed, instead), asked_of)


@pytest.mark.parametrize("kind", ["mid-year", "plan-report"])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("day", ["2021-01-31", "2021-06-30", "2021-10-31", "2022-03-31"])
def test_a_bulletin_as_composed_passes(told_site, kind, language, day):
    made = bulletin(shipped(kind), material(told_site, day=dt.date.fromisoformat(day), language=language))
    assert reasons(made.report) == []
    assert made.report.checked


@pytest.mark.parametrize("rule", ["wuhan", "sanya"])
def test_lights_of_other_pace_rules_come_out_again(told_site, rule):
    assert reasons(mid_year(told_site, rule=rule).report) == []


def test_a_light_by_facts_the_letter_does_not_print_is_held_back(told_site, tmp_path):
    town.tell(town.reading("REV", "8", "%", measure="growth", period=town.TO_APRIL, release="preliminary"))
    plan = brief(
        tmp_path,
        "  - parts:\n      - table: {finding: promises, where: {indicator: REV, subject: Z}, "
        "title: {zh: 表, en: Table}, columns: [name, promise, actual, light]}\n",
    )
    (fault,) = bulletin(plan, material(told_site, rule="tianjin")).report.faults
    assert "规则要看的全市平均增速信中没有印出" in fault.reason


@pytest.mark.parametrize(
    ("begins", "printed", "instead", "reason"),
    [
        (ROADS, "45", "46", "台账里的数四舍五入是 45"),
        (
            ROADS,
            "37.5",
            "38.6",
            "按 45亿元、120亿元 重算得 36.9295 至 38.0753%，四舍五入解释不了印出的 38.6%",
        ),
        (ROADS, "4.2", "5.3", "按 41.7%、37.5% 重算得 4.1 至 4.3百分点，四舍五入解释不了印出的 5.3百分点"),
        (ROADS, "75", "73", "重算得"),
        (ROADS, "10.71", "11.71", "重算得"),
        (ROADS, "1.19", "1.99", "重算得"),
        (ROADS, "41.7", "42.7", "按 5、12 重算得 41.6667%"),
        (ROADS, "7", "8", "按 12、5 重算得 7，四舍五入解释不了印出的 8"),
        (ROADS, "4", "5", "按印出的数命中的是第 4 行"),
        ("截至2021年6月30日，某市", "8", "9", "信中逐项列出的是 8 项"),
        ("截至2021年6月30日，某市", "5", "6", "重算得 5"),
        ("截至2021年6月30日，某市", "2", "3", "信中逐项列出的是 2 项"),
        ("截至2021年6月30日，全年", "6", "5", "按 日期 重算得 6，四舍五入解释不了印出的 5"),
        ("某市全社会固定资产投资同一年", "538.43", "548.43", "重算得"),
        ("某市全社会固定资产投资同一年", "17.5", "18.5", "重算得"),
        ("甲类项目完成投资 | ", "62.09", "64.09", "重算得"),
        ("甲类项目完成投资：", "61.99", "60.09", "重算得"),
        ("全省位次 | ", "3", "2", "台账里的数四舍五入是 3"),
    ],
)
def test_a_number_printed_wrong_stops_with_the_sentence_and_what_it_comes_to(
    told_site, begins, printed, instead, reason
):
    faults = checked(told_site, begins, printed, instead).faults
    assert faults
    assert any(fault.text.startswith(begins) and reason in fault.reason for fault in faults), list(
        map(str, faults)
    )


def test_what_a_rounding_explains_passes(told_site):
    assert not [
        fault for fault in checked(told_site, ROADS, "10.71", "10.72").faults if "重算得" in fault.reason
    ]


def test_one_number_is_not_printed_in_two_ways(told_site):
    told_of = reasons(checked(told_site, ROADS, "10.71", "10.72"))
    assert told_of == []
    twice = reasons(checked(told_site, ROADS, "120", "121"))
    assert any("同一个数前面印作 120，这里印作 121" in each for each in twice)


@pytest.mark.parametrize("typed", ["其中重点3处", "其中重点３处", "共三项", "其中③"])
def test_a_number_typed_into_the_letter_is_found(told_site, typed):
    asked = material(told_site)
    made = compose(shipped(), asked)
    letter = reworded(made.letter, ROADS, lambda text: text + typed)
    faults = check(dataclasses.replace(made, letter=letter), asked).faults
    assert [fault.reason for fault in faults if "不是核对过的数" in fault.reason]
    assert all(ROADS in fault.text for fault in faults)


def test_nor_does_one_in_title_heading_or_notes_pass(told_site):
    asked = material(told_site)
    made = compose(shipped(), asked)
    for change in ({"title": "关于12项目标的通报"}, {"notes": ("共三项",)}, {"addressee": "各9镇："}):
        letter = dataclasses.replace(made.letter, **change)
        faults = check(dataclasses.replace(made, letter=letter), asked).faults
        assert [fault.id for fault in faults] == [f"{next(iter(change))}{'-1' if 'notes' in change else ''}"]


def test_a_number_left_out_is_missed(told_site):
    asked = material(told_site)
    made = compose(shipped(), asked)
    letter = reworded(made.letter, ROADS, lambda text: text.replace("120亿元", "全年目标"))
    told_of = reasons(check(dataclasses.replace(made, letter=letter), asked))
    assert any("应印的数 120 不在句中" in each for each in told_of)


def test_a_chart_that_draws_another_number_is_stopped(told_site):
    asked = material(told_site)
    made = compose(shipped(), asked)
    chart = next(block for block in made.letter.blocks if isinstance(block, Chart))
    series = [chart.option["series"][0] | {"data": [30.6, 37.5, 99.9]}, chart.option["series"][1]]
    drawn = dataclasses.replace(chart, option=chart.option | {"series": series})
    blocks = tuple(drawn if block is chart else block for block in made.letter.blocks)
    letter = dataclasses.replace(made.letter, blocks=blocks)
    told_of = reasons(check(dataclasses.replace(made, letter=letter), asked))
    assert any("图中的 99.9 不是核对过的数" in each for each in told_of)


def test_rows_out_of_the_order_of_their_numbers_are_stopped(told_site, tmp_path):
    plan = brief(
        tmp_path,
        "  - parts:\n      - table: {finding: promises, where: {paced: yes, evidence: yes}, order: [-completion], "
        "title: {zh: 表, en: Table}, columns: [name, target, actual, completion]}\n",
    )
    asked = material(told_site)
    made = compose(plan, asked)
    assert reasons(check(made, asked)) == []
    (order,) = made.orders
    turned = dataclasses.replace(order, numbers=order.numbers[::-1])
    told_of = reasons(check(dataclasses.replace(made, orders=(turned,)), asked))
    assert any("次序不对：37.5 排在 30.6 之后" in each for each in told_of)


def test_a_word_that_the_numbers_do_not_give_is_stopped(told_site):
    asked = material(told_site)
    made = compose(shipped(), asked)

    def turned(statement: Statement) -> Statement:
        words = {"light": "red", "outcome": "met"}
        judged = tuple(dataclasses.replace(each, word=words[each.kind]) for each in statement.judged)
        return dataclasses.replace(statement, judged=judged)

    told_of = reasons(check(dataclasses.replace(made, statements=tuple(map(turned, made.statements))), asked))
    assert any("按印出的数应为 黄灯" in each for each in told_of)
    assert any("全省位次" in each and "不是这个结果" in each for each in told_of)


def test_a_number_without_a_source_is_stopped(told_site):
    asked = material(told_site)
    made = compose(shipped(), asked)
    bare = tuple(dataclasses.replace(each, sources=()) for each in made.statements)
    assert any(
        "句中有数而没有出处" in each
        for each in reasons(check(dataclasses.replace(made, statements=bare), asked))
    )


def test_what_it_is_worked_out_from_must_stand_in_the_letter(told_site, tmp_path):
    plan = brief(
        tmp_path,
        "  - parts:\n      - sentences: {finding: promises, where: {indicator: ROADS}, "
        'say: {zh: "{name}月均需完成{needed}。", en: "{name}: {needed}."}}\n',
    )
    (fault, *_) = bulletin(plan, material(told_site)).report.faults
    assert "重算要用的“gap”信中没有印出；请在方案里写出 {gap}" in fault.reason


def test_plan_amount_and_rate_that_disagree_stop_the_bulletin_until_a_person_lets_it_out(told_site):
    town.tell(town.reading("PLAN", "70", "亿元", period=months(2021, 1, 12)))
    made = mid_year(told_site)
    faults = {fault.id: fault for fault in made.report.faults}
    fault = next(each for each in faults.values() if each.text.startswith("甲类项目完成投资："))
    assert fault.printed == "30.6"
    assert "按 19亿元、70亿元 重算得 26.2411 至 28.0576%，四舍五入解释不了印出的 30.6%" in fault.reason
    assert any("公布的完成率与" in notice for notice in made.report.notices)
    with pytest.raises(HeldBackError):
        made.files({})
    releases = dict.fromkeys(faults, "统计口径不同，已电话核实")
    letter = made.letter(releases)
    assert {each.id for each in letter.released} == set(faults)
    assert "〔未能复算〕" in told(letter)
    assert any(row[0].endswith("〔未能复算〕") for row in rows(tables(letter)[0]))
    record = json.loads(made.files(releases)["record.json"])
    let_out = [each for each in record["statements"] if "released" in each]
    assert {each["id"] for each in let_out} == set(faults)
    assert let_out[0]["verdict"] == "not_reproduced"
    assert record["releases"][0]["reason"] == "统计口径不同，已电话核实"


def test_a_release_names_what_is_held_back_and_why(told_site):
    made = mid_year(told_site)
    with pytest.raises(NothingToReleaseError, match="9-9 没有被拦下。拦下的是：（没有）"):
        made.letter({"9-9": "因为"})
    town.tell(town.reading("PLAN", "70", "亿元", period=months(2021, 1, 12)))
    held = mid_year(told_site)
    with pytest.raises(NothingToReleaseError, match="要写明理由"):
        held.letter({held.report.faults[0].id: "  "})


def test_a_figure_that_another_source_contradicts_must_say_so(told_site):
    town.tell(town.reading("DONE", "25", "亿元", source="S2", published=Published("2021-06", "month")))
    asked = material(told_site)
    made = compose(shipped(), asked)
    assert reasons(check(made, asked)) == []

    def silent(statement: Statement) -> Statement:
        kept = tuple(each for each in statement.numbers if not each.key[1].startswith("other_"))
        return dataclasses.replace(statement, numbers=kept)

    told_of = reasons(check(dataclasses.replace(made, statements=tuple(map(silent, made.statements))), asked))
    assert any("另有来源给出 25" in each or "另有来源给出 19" in each for each in told_of)


def test_a_figure_of_another_day_is_no_evidence(told_site):
    later = town.reading(
        "ROADS", "60", "亿元", period=months(2021, 1, 6), published=Published("2021-07-20", "day")
    )
    town.tell(later)
    before = material(told_site)
    made = compose(shipped(), material(told_site, day=dt.date(2021, 7, 31)))
    told_of = reasons(check(made, before))
    assert any(f"条目 {later.id} 在所问之日尚不可知" in each for each in told_of)


def test_an_entry_the_ledger_does_not_have_is_no_origin(told_site):
    asked = material(told_site)
    made = compose(shipped(), asked)

    def astray(statement: Statement) -> Statement:
        def other(number):
            origins = tuple(
                dataclasses.replace(each, entry="r-0000000000000000") if hasattr(each, "entry") else each
                for each in number.origins
            )
            return dataclasses.replace(number, origins=origins)

        return dataclasses.replace(statement, numbers=tuple(map(other, statement.numbers)))

    told_of = reasons(check(dataclasses.replace(made, statements=tuple(map(astray, made.statements))), asked))
    assert any("台账里没有条目 r-0000000000000000" in each for each in told_of)


def test_figures_replaced_since_are_told_beside_and_not_in_the_record(told_site):
    made = mid_year(told_site)
    before = made.files({})
    town.tell(
        town.reading("ROADS", "44", "亿元", published=Published("2021-09-01", "day"), release="correction")
    )
    later = replaced_since(made.made.statements, dt.date(2026, 1, 1), EVERYTHING)
    assert len(later) == 1
    assert "后来已有更新的数" in later[0]
    assert replaced_since(made.made.statements, dt.date(2021, 6, 30), EVERYTHING) == []
    assert mid_year(told_site).files({}) == before
