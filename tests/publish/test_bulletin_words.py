"""The words of a bulletin: what is said of tasks, rates alone, ranks and directions, and does it come out again?"""

import datetime as dt
import shutil

import pytest
from django.conf import settings

from maoding.publish.bulletins.letter import Letter
from maoding.publish.bulletins.printing import bulletin
from maoding.terms.periods import months
from maoding.terms.published import Published
from tests.publish import town
from tests.publish.bulletin_town import brief, material, mid_year, reasons, rows, tables, told

ONE = """
  - parts:
      - table: {{finding: promises, where: {{{where}}}, title: {{zh: 表, en: Table}}, columns: [{columns}]}}
"""
JUNE = Published("2021-06-30", "day")


@pytest.fixture
def tied(told_site):
    """The pack ties a task to two projects and another to one."""
    folder = told_site.cities / "sometown"
    shutil.copy(settings.CITIES / "taicang/stages.yaml", folder)
    deeds = (
        "[{commitment: T5, projects: [P1, P2], step: built}, {commitment: T6, projects: [P1], step: built}]"
    )
    names = "{T5: {zh: 两厂竣工, en: Both plants}, T6: {zh: 甲厂竣工, en: Plant A}}"
    (folder / "relations.yaml").write_text(
        f"{town.RELATIONS}deeds: {deeds}\ndeed_names: {names}\n", encoding="utf-8"
    )
    named = {"source": "S1", "level": "project", "parent": "X"}
    town.tell(
        town.task("T5"),
        town.task("T6", period=months(2021, 1, 4)),
        town.Subject(code="P1", name="甲厂", name_en="Plant A", **named),
        town.Subject(code="P2", name="乙厂", name_en="Plant B", **named),
    )
    return told_site


def built(project: str, on: str, published: str) -> None:
    """News that a project is built."""
    place = {"file": "days.csv", "row": 3}
    news = {"subject": project, "kind": "completed", "detail": "", "on": on, "source": "S2", "place": place}
    town.tell(town.Event(**news, published=Published(published, "day")))


def line(site, where: str, columns: str, folder, **asked) -> list[str]:
    """The one row of a table."""
    made = bulletin(brief(folder, ONE.format(where=where, columns=columns)), material(site, **asked))
    assert reasons(made.report) == []
    (only,) = rows(tables(made.made.letter)[0])
    return only


def deed_rows(letter: Letter) -> dict[str, list[str]]:
    """Rows of the tasks in the second table."""
    return {row[0]: row for row in rows(tables(letter)[1])}


def test_a_task_is_done_when_its_projects_are(tied):
    built("P1", "2021-05", "2021-06-01")
    found = deed_rows(mid_year(tied).made.letter)
    assert found["两厂竣工"][1:] == ["计划", "部分项目已做到", "–", "尚未全部做到"]
    assert found["甲厂竣工"][1:] == ["计划", "2021年5月已做到", "–", "晚于期限"]


@pytest.mark.parametrize(("on", "said"), [("2021-04", "按期做到"), ("2021", "是否按期要看具体哪一天")])
def test_whether_in_time_depends_on_how_exactly_the_day_is_known(tied, on, said):
    built("P1", on, "2021-06-01")
    assert deed_rows(mid_year(tied).made.letter)["甲厂竣工"][-1] == said


def test_the_news_of_a_task_is_cited(tied):
    built("P1", "2021-05", "2021-06-01")
    letter = mid_year(tied).made.letter
    numbers = {source.code: source.number for source in letter.sources}
    (row,) = [row for row in tables(letter)[1].rows if row[0].text == "甲厂竣工"]
    assert row[0].sources == tuple(sorted((numbers["S1"], numbers["S2"])))


def test_a_task_nobody_told_of_has_no_figures(tied):
    assert "两厂竣工" in told(mid_year(tied).made.letter)
    assert "两厂竣工" not in deed_rows(mid_year(tied).made.letter)


@pytest.mark.parametrize(
    ("relation", "said"),
    [
        ("at_least", "力争100所以上"),
        ("more_than", "力争超100所"),
        ("equal", "力争100所"),
        ("about", "力争100所左右"),
        ("at_most", "力争100所以内"),
        ("less_than", "力争低于100所"),
    ],
)
def test_a_promise_is_told_as_it_was_said(told_site, tmp_path, relation, said):
    town.tell(town.promise("SCHOOLS", "100", "所", relation=relation, record="T8"))
    assert line(told_site, "indicator: SCHOOLS, subject: X", "promise", tmp_path) == [said]


def test_a_place_among_the_first_is_told_so(told_site, tmp_path):
    town.tell(town.promise("PLACE", "5", "位", relation="rank", subject="Z"))
    assert line(told_site, "indicator: PLACE, subject: Z", "promise, actual, standing", tmp_path) == [
        "力争前5位",
        "尚无数据",
        "尚无数据",
    ]


def test_a_direction_without_a_number_is_told_in_words(told_site, tmp_path):
    rising = town.promise("REV", "", "", relation="rising", measure="share", subject="X")
    town.tell(rising)
    assert line(told_site, "indicator: REV, measure: share", "promise, target, standing", tmp_path) == [
        "力争持续提高",
        "–",
        "尚无数据",
    ]


def test_a_rate_alone_has_no_plan(told_site, tmp_path):
    rate = town.reading("RATE", "45", "%", period=months(2021, 1, 6), published=JUNE)
    town.tell(rate)
    columns = "name, promise, actual, completion, due, ahead, needed, standing"
    assert line(told_site, "indicator: DONE", columns, tmp_path) == [
        "甲类项目完成投资", "计划（原文未列计划数）", "45", "45", "50", "−5", "–", "–",
    ]  # fmt: skip


def test_what_is_past_its_target_needs_nothing(told_site, tmp_path):
    town.tell(town.reading("SCHOOLS", "7", "所", subject="Z", period=months(2021, 1, 6), published=JUNE))
    columns = "name, target, actual, completion, due, beyond, short, gap, needed, so_far, times, half"
    assert line(told_site, "indicator: SCHOOLS, subject: Z", columns, tmp_path) == [
        "东区新建学校", "6", "7", "116.7", "50", "66.7", "–", "–", "–", "1.17", "–", "已过半",
    ]  # fmt: skip


def test_at_the_end_of_the_period_no_month_is_left(told_site, tmp_path):
    year = {"period": months(2021, 1, 12), "published": Published("2022-01-10", "day")}
    town.tell(town.reading("ROADS", "100", "亿元", **year))
    columns = "name, target, actual, completion, months_left, gap, needed, standing, outcome, state, said_on"
    found = line(told_site, "indicator: ROADS", columns, tmp_path, day=dt.date(2022, 1, 31), about=2021)
    assert found[4:] == ["–", "20", "–", "未达到目标", "未完成", "落后", "2021年1月10日"]


def test_a_whole_year_is_called_so(told_site, tmp_path):
    year = {"period": months(2021, 1, 12), "published": Published("2021-12-20", "day")}
    town.tell(town.reading("ROADS", "100", "亿元", **year))
    found = line(
        told_site,
        "indicator: ROADS",
        "name, target, actual, period, remark",
        tmp_path,
        day=dt.date(2021, 12, 31),
    )
    assert found[3] == "全年"
    assert found[-1].startswith("规则未规定，按假定取色；只算到公布日2021年12月20日")


def test_figures_that_dispute_a_share_of_one_day_are_told_without_a_number(told_site, tmp_path):
    same = {"period": months(2021, 1, 5), "published": Published("2021-06", "month")}
    town.tell(town.reading("SCHOOLS", "5", "所", subject="Z", source="S2", **same))
    remark = line(told_site, "indicator: SCHOOLS", "name, actual, remark", tmp_path)[2]
    assert "同期另有不一致的数" in remark


JOINED = """
  - parts:
      - sentences:
          finding: promises
          where: {evidence: no}
          say: {zh: "{item}", en: "{item}"}
          begin: {zh: 尚无数据：, en: "No figures: "}
          join: {zh: 、, en: ", "}
          end: {zh: 。, en: .}
      - sentences:
          finding: promises
          where: {state: behind}
          say: {zh: "{name}{remark}", en: "{name} {remark}"}
          join: {zh: ；, en: "; "}
      - heading: {zh: 再说, en: More}
      - sentences:
          finding: promises
          run_on: yes
          where: {evidence: no}
          order: [strength, -subject]
          say: {zh: "{name}。", en: "{name}."}
"""


def test_rows_can_be_joined_into_one_sentence(told_site, tmp_path):
    letter = bulletin(brief(tmp_path, JOINED), material(told_site)).made.letter
    assert "尚无数据：出口总额、全社会固定资产投资、全社会固定资产投资增速。" in told(letter)
    assert "甲类项目完成投资计划数由完成率反推" in told(letter)
    assert letter.blocks[2].text == "（一）再说"
