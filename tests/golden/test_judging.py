"""Judging: does the pack's own muddle of vintages and projects come out as its sources mean it?"""

import pytest

TODAY = "2026-11-21"


def rows(taicang, finding, day, year, **wanted):
    found = taicang.answers(day, year).rows(finding)
    return [row for row in found if all(str(row[name]) == value for name, value in wanted.items())]


@pytest.mark.django_db
@pytest.mark.parametrize("finding", ["figures", "growth"])
def test_gdp_of_2022_is_the_final_figure_and_not_the_estimate_of_an_inferred_day(taicang, finding):
    """An estimate of 2 % without a sure date is known from the day it was recorded, years after the final 2.2 %."""
    about = {"subject": "TC", "indicator": "GDP", "period_start": "2022-01-01", "period_end": "2022-12-31"}
    if finding == "growth":
        (row,) = rows(taicang, "growth", TODAY, "2022", **about)
        assert row["growth"] == 22_000
    else:
        (row,) = rows(taicang, "figures", TODAY, "2022", **about, measure="growth")
        assert (row["amount"], row["release"], row["published_precision"]) == (22_000, "final", "month")
    amounts = rows(taicang, "amounts", TODAY, "2022", **about, measure="growth")
    assert sorted(row["amount"] for row in amounts if row["current"]) == [20_000, 22_000]


COUNTS = ("listed", "planned", "due", "late", "early", "reached_as_planned", "reached")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "counts"),
    [
        ("2021-10-31", (2, 1, 0, 0, 1, 1, 1)),  # planned for December, done in June
        ("2022-01-31", (4, 2, 2, 0, 0, 2, 2)),
    ],
)
def test_the_ports_listed_projects_are_counted_as_the_feeds_tell_them(taicang, day, counts):
    (row,) = rows(taicang, "step_rates", day, "2021", body="TC-GANG", step="built")
    assert tuple(row[name] for name in COUNTS) == counts


@pytest.mark.django_db
def test_starts_are_told_by_dates_and_by_words_for_a_stage(taicang):
    found = rows(taicang, "step_rates", TODAY, "2026", step="started")
    assert sum(row["reached"] for row in found) >= 20
    for row in found:
        assert row["reached_as_planned"] == row["due"] - row["late"] + row["early"]
        assert row["reached"] <= row["listed"]
