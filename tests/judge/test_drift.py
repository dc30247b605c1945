"""Drift, twins, parts and contradictions: what does not fit together among what was said?"""

import narwhals as nw
import pytest

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import UnknownFindingError, ask, needs
from tests.judge.written import given


def test_a_target_restated_lower_is_shown_as_possible_drift():
    tables = given("period number said source\n2021年 550亿元 2020-12 S1\n2021年 540亿元 2021-10-09 S2")
    row = ask("drift", tables).rows(named=True)[0]
    assert (row["amount"] / 1e10, row["restated_amount"] / 1e10) == (550, 540)
    assert (row["promise"], row["restated"], row["change"] / 1e10, row["restated_on"]) == (
        "1",
        "2",
        -10,
        "2021-10-09",
    )


@pytest.mark.parametrize(
    "second",
    [
        "2021年 550亿元 2021-10",
        "2022年 540亿元 2021-10",
        "2021年 540亿元 2020-12",
        "2021年 540亿美元 2021-10",
    ],
    ids=["same number", "another year", "same day", "another currency"],
)
def test_there_is_no_drift(second):
    assert ask("drift", given(f"period number said\n2021年 550亿元 2020-12\n{second}")).rows(named=True) == []


TWINS = "period number measure\n2021年 15% growth\n2021年 550亿元 level"


def test_t_t01_of_two_targets_in_one_speech_the_larger_binds():
    """A zone's 157.3 亿元 as 33.6 % of the city implies 468.2 亿元 in 2020; +15 % of it is 538.4, below 550."""
    readings = """
        subject  period  number     measure  said
        TC-A     2020年  157.3亿元  level    2021-02
        TC-A     2020年  33.6%      share    2021-02
    """
    row = ask("twin_targets", given(TWINS, readings)).rows(named=True)[0]
    assert f"{row['base_shown'] / 1e10:.1f}" == "468.2"
    assert f"{row['growth_as_level_shown'] / 1e10:.1f}" == "538.4"
    assert f"{row['level_as_growth_shown']:.1f}" == "17.5"
    assert (row["binding"], row["base_from"]) == ("2", "share")


def test_the_published_level_of_the_year_before_is_a_base_too():
    row = ask("twin_targets", given(TWINS, "period number said\n2020年 500亿元 2021-02")).rows(named=True)[0]
    assert (row["binding"], row["base_from"]) == ("1", "published")


def test_the_share_of_some_months_implies_no_year():
    readings = "subject period number measure\nTC-A 2020年 157.3亿元 level\nTC-A 2020年1-5月 33.6% share"
    assert ask("base_levels", given(TWINS, readings)).rows() == []


def test_without_a_base_no_target_is_said_to_bind():
    assert ask("twin_targets", given(TWINS, "period number\n2020年1-5月 200亿元")).rows(named=True) == []


def test_the_parts_promises_are_summed_beside_the_whole():
    tables = given("""
        subject  indicator  period  number
        TC       COUNT      2021年  200家
        TC-A     COUNT      2021年  50家
        TC-B     COUNT      2021年  160只
        SZ       COUNT      2021年  900家
    """)
    rows = {row["subject"]: row for row in ask("breakdown", tables).rows(named=True)}
    assert (rows["TC"]["parts_sum"], rows["TC"]["parts_known"], rows["TC"]["over"]) == (210, 2, 10)
    assert rows["SZ"]["over"] == -700


def nature(first: str, second: str) -> list[str]:
    tables = given(readings=f"period number said precision source\n2021年 {first} S1\n2021年 {second} S2")
    return ask("contradictions", tables)["nature"].to_list()


@pytest.mark.parametrize(
    ("first", "second", "natures"),
    [
        ("703亿元 2022-03 month", "703.8亿元 2022-08 month", ["vintage"]),
        ("300亿元 2021-07-02 day", "321亿元 2021-07-02 day", ["contradiction"]),
        ("300亿元 2021-07-02 day", "321亿元 2021 inferred", ["contradiction"]),
        ("703亿元 2022-03 month", "703.4亿元 2022-03 month", ["rounding"]),
        ("34% 2021-12-31 day", "35% 2022-03 month", ["vintage"]),
        ("300家 2021-07-02 day", "301家 2021-07-02 day", ["contradiction"]),
        ("703亿元 2022-03 month", "703亿元 2022-08 month", []),
        ("7亿元 2022-03 month", "8亿美元 2022-03 month", []),
    ],
)
def test_figures_that_differ_are_a_later_vintage_a_rounding_or_a_contradiction(first, second, natures):
    assert nature(first, second) == natures


def test_a_question_nobody_can_answer_is_named():
    with pytest.raises(UnknownFindingError, match="weather"):
        ask("weather", {})
    assert needs("drift") == ("promised",)


def test_each_finding_is_worked_out_once_and_kept_for_the_explanation():
    tables = given("period number\n2021年 5亿元")
    promised = ask("promised", tables)
    assert ask("promised", tables) is promised
    assert isinstance(tables["promised"], nw.DataFrame)
