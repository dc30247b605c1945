"""Growth: is published growth shown, and growth out of two levels refused with its reason?"""

import pytest

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from tests.judge.written import given

PUBLISHED = [
    # id, period, level, growth published, last year's level, naive growth
    ("T-Y01", "1-5月", "193917亿元", "15.4%", "199194亿元", -2.65),
    ("T-Y02", "1-6月", "255900亿元", "12.6%", "281603亿元", -9.13),
    ("T-Y03", "1-7月", "288229亿元", "1.6%", "287611亿元", 0.21),
    ("T-Y04", "1-8月", "326111亿元", "0.5%", "329385亿元", -0.99),
]


def grown(*lines):
    rows = ask("growth", given(readings="\n".join(["measure period number", *lines]))).rows(named=True)
    return {row["period_start"].year: row for row in rows}


@pytest.mark.parametrize(
    ("months", "level", "published", "before", "naive"),
    [case[1:] for case in PUBLISHED],
    ids=[c[0] for c in PUBLISHED],
)
def test_published_growth_is_shown_and_naive_growth_refused_with_the_reason(
    months, level, published, before, naive
):
    row = grown(
        f"level 2021年{months} {level}",
        f"growth 2021年{months} {published}",
        f"level 2020年{months} {before}",
    )[2021]
    assert row["growth"] == round(float(published[:-1]) * 10_000)
    assert row["naive_shown"] == pytest.approx(naive, abs=0.005)
    assert row["refused"] == "comparable_basis"


def test_t_y01_the_comparable_base_is_level_over_one_plus_growth():
    row = grown("level 2021年1-5月 193917亿元", "growth 2021年1-5月 15.4%")[2021]
    assert row["base_shown"] / 10**10 == pytest.approx(168_039, abs=0.5)
    assert row["base_low_shown"] / 10**10 == pytest.approx(193_917 / 1.1545)
    assert row["base_high_shown"] / 10**10 == pytest.approx(193_917 / 1.1535)
    assert (row["naive_shown"], row["refused"]) == (None, None)


def test_growth_that_nobody_published_stays_unknown_beside_the_trap():
    row = grown("level 2021年1-5月 110亿元", "level 2020年1-5月 100亿元")[2021]
    assert (row["growth"], row["base_shown"]) == (None, None)
    assert row["naive_shown"] == pytest.approx(10)
    assert row["refused"] == "comparable_basis"


def test_growth_without_a_level_has_no_base():
    row = grown("growth 2021年1-5月 15.4%")[2021]
    assert (row["growth"], row["level"], row["base_shown"]) == (154_000, None, None)


@pytest.mark.parametrize(
    "before",
    [
        "level 2020年1-4月 100亿元",
        "level 2020年1-5月 100亿美元",
        "level 2020年1-5月 0亿元",
        "level 2019年1-5月 100亿元",
    ],
)
def test_other_months_units_and_years_tempt_nobody(before):
    assert grown("level 2021年1-5月 110亿元", before)[2021]["naive_shown"] is None


def test_february_of_a_leap_year_is_the_same_month():
    assert grown("level 2021年1-2月 110亿元", "level 2020年1-2月 100亿元")[2021][
        "naive_shown"
    ] == pytest.approx(10)


def test_nothing_is_left_of_a_base_that_fell_by_all():
    row = grown("level 2021年 0亿元", "growth 2021年 -100%")[2021]
    assert row["base_shown"] is None


def test_growth_in_points_is_another_thing():
    assert grown("growth 2021年1-5月 15.4百分点", "level 2021年1-5月 110亿元")[2021]["growth"] is None
