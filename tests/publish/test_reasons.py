"""Reasons: is a promise without pace told to be met or not in words that fit every relation?"""

import datetime as dt
from types import SimpleNamespace

import pytest

from maoding.publish.reasons import because

MAY = dt.date(2021, 5, 31)
ROW = {
    "light": "unknown",
    "measure": "level",
    "figure": "r-1",
    "ahead_shown": None,
    "rule_row": None,
    "gap": False,
    "inferred_plan": False,
    "published_precision_of_figure": "day",
    "stands_beside": 0,
    "paced": False,
    "lacking": [],
    "counted_to": MAY,
    "period_end_of_figure": MAY,
    "period_end": dt.date(2021, 12, 31),
}
RULE = SimpleNamespace(title="规则")


@pytest.mark.parametrize(
    ("relation", "standing", "missing", "told"),
    [
        ("at_least", "not_met_so_far", 5, "此类目标不按序时判灯：目前未达到目标，期末再定"),
        ("at_most", "not_met_so_far", -5, "此类目标不按序时判灯：目前未达到目标，期末再定"),
        ("at_most", "missed", -5, "此类目标不按序时判灯：未达到目标"),
        (
            "about",
            "not_met_so_far",
            5,
            "此类目标不按序时判灯：目前与目标有出入，期末再定；口径未定：“左右”没有公布的容差",
        ),
        (
            "about",
            "missed",
            -40,
            "此类目标不按序时判灯：与目标有出入；口径未定：“左右”没有公布的容差，现数高于所说之数",
        ),
        ("about", "met", -1, "此类目标不按序时判灯：已达到目标；口径未定：“左右”没有公布的容差"),
    ],
)
def test_what_is_not_met_is_said_without_calling_it_too_low(relation, standing, missing, told):
    row = ROW | {"relation": relation, "standing": standing, "target_gap": missing}
    assert because(row, RULE, MAY) == told


def test_a_sum_that_overshoots_about_is_said_beside_its_pace():
    row = ROW | {"relation": "about", "standing": "not_met_so_far", "target_gap": -40}
    row |= {"light": "green", "ahead_shown": 90.0, "ahead_part": 9, "rule_row": 1}
    assert because(row, RULE, MAY) == (
        "超序时 90.00 个百分点；规则第 1 行；口径未定：“左右”没有公布的容差，现数高于所说之数"
    )


DEED = ROW | {"measure": "deed", "figure": None, "relation": "deed", "standing": None}


@pytest.mark.parametrize(
    ("projects", "reached", "late", "told"),
    [
        (None, None, (None, None), "任务没有点到台账里的项目，要有消息说它做成了才能判断"),
        (2, 0, (None, None), "尚无消息说所涉 2 个项目已做到"),
        (2, 1, (0, 0), "所涉 2 个项目中 1 个已做到"),
        (1, 1, (0, 0), "2021-12-29 已做到；按期"),
        (1, 1, (182, 182), "2021-12-29 已做到；晚 182 天"),
        (1, 1, (182, 211), "2021-12-29 已做到；晚 182–211 天"),
        (1, 1, (-3, 27), "2021-12-29 已做到；是否按期要看具体哪一天"),
    ],
)
def test_a_deed_is_told_by_its_projects(projects, reached, late, told):
    row = DEED | {"projects": projects, "reached": reached, "before": 0, "reached_on": "2021-12-29"}
    row |= {"late_least": late[0], "late_most": late[1]}
    assert because(row, RULE, MAY) == told


@pytest.mark.parametrize(("reached", "since"), [(0, ""), (1, "；此后又有 1 个做到")])
def test_what_was_so_before_the_promise_is_told_apart(reached, since):
    row = DEED | {"projects": 2, "reached": reached, "before": 1, "late_least": 0, "late_most": 0}
    assert because(row, RULE, MAY) == f"所涉 2 个项目中 1 个在承诺所说的时期之前已做到{since}"


def test_disputed_and_old_figures_are_told():
    row = ROW | {"relation": "at_least", "standing": None, "stands_beside": 1}
    assert because(row, RULE, MAY) == "另有 1 个同期数不一致，核对之前不判灯"
    old = ROW | {"relation": "at_least", "standing": "met_so_far"}
    assert because(old, RULE, dt.date(2021, 10, 31)).endswith("实绩只到 2021-05-31，此后没有更新")
    early = ROW | {"relation": "at_least", "standing": "met", "period_end_of_figure": dt.date(2021, 12, 31)}
    assert because(early, RULE, MAY).endswith("只算到公布日 2021-05-31")
