"""The pace cells: is no difference hidden, no month asked of a year that is over, and no schedule left out?"""

import datetime as dt

import pytest

from maoding.publish.pages.clock import clock, past_half
from maoding.publish.pages.pace_cells import decimals
from tests.publish import town
from tests.publish.test_pages_board import get, row, words

AFTER = "2022-01-31"


@pytest.mark.parametrize(
    ("done", "due", "places"),
    [
        (75.0, 75.0, 1),
        (74.96, 75.0, 2),
        (74.9, 75.0, 1),
        (74.998, 75.0, 3),
        (74.99999, 75.0, 3),
        (75.04, 74.9, 1),
    ],
)
def test_rounding_hides_no_difference(done, due, places):
    shares = {"completion_shown": done, "due_shown": due, "ahead_shown": done - due}
    assert decimals(shares | {"ahead_part": 0 if done == due else done - due}) == places


@pytest.mark.parametrize(
    ("day", "year", "months"),
    [("2021-06-30", 2021, 6), ("2021-06-15", 2021, 5), ("2022-03-31", 2021, 12), ("2020-11-30", 2021, 0)],
)
def test_the_calendar_counts_whole_months_of_the_year_asked(day, year, months):
    assert clock(dt.date.fromisoformat(day), year).months == months


def test_half_is_past_from_the_half_itself():
    rates = [(1, 2), (49, 100), (3, 4)]
    rows = [{"completion_shown": 1.0, "done_part": part, "whole_part": whole} for part, whole in rates]
    told = past_half([*rows, {"completion_shown": None}])
    assert (told.known, told.halved) == (3, 2)


def test_the_clock_tells_the_calendar_and_the_tasks(told_site, reader):
    page = words(get(reader))
    assert "日历 6/12，50.0 %" in page
    assert "项已过半" in page


def test_a_row_that_needs_a_decision_says_why(told_site, reader):
    page = words(get(reader))
    assert "因 低于序时 11.07 个百分点" in page
    assert "尚缺 43.09 亿元。 再完成 0.67 亿元即脱黄。" in page


def test_a_year_that_is_over_asks_for_no_month_and_misses_its_last_figure(told_site, reader):
    page = get(reader, day=AFTER, year="2021")
    cells = row(page, "甲类项目完成投资")
    assert "6.16" not in cells
    assert "期末数未公布" in cells
    assert "再完成" not in words(page)
    assert "期末数未公布" not in words(get(reader))


def test_a_task_shows_by_when_it_is_promised(told_site, reader):
    town.tell(town.task("T5"))
    assert "2021年底前" in row(get(reader), "任务")


def test_what_no_pace_rule_judges_is_not_called_unknown(told_site, reader):
    assert row(get(reader), "全省位次")[:2] == ["–", "不按序时判灯"]
    assert row(get(reader), "出口总额")[:2] == ["–", "未知"]
    assert "全省位次" in get(reader, light="unpaced")


def test_the_bodys_own_plan_stands_in_the_cell_of_what_was_due(told_site, reader):
    town.tell(town.promise("ROADS", "36", "亿元", period=town.TO_MAY, strength="plan"))
    assert "自定 30.0" in words(get(reader))
