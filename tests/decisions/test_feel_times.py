"""Are days, times, moments and spans read, written, compared and added up as FEEL and XML Schema have them?"""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maoding.decisions.faults import NoValue
from maoding.decisions.values.days import Date, on
from maoding.decisions.values.durations import DaysDuration
from maoding.decisions.values.reading import moment_in, temporal_in
from maoding.decisions.values.times import at_moment
from maoding.decisions.values.writing import text_of
from tests.decisions.telling import told

KEPT = [
    "2021-06-30",
    "-0044-03-15",
    "999999999-12-31",
    "-999999999-01-01",
    "10:30:00",
    "10:30:00.0001",
    "10:30:00Z",
    "10:30:00+08:00",
    "10:30:00-02:30",
    "10:30:00+01:02:03",
    "10:30:00@Asia/Shanghai",
    "2021-06-30T10:30:00",
    "12021-06-30T10:30:00.5@Europe/Paris",
    "P1D",
    "-P1DT2H3M4.5S",
    "PT0S",
    "P1Y6M",
    "-P6M",
    "P0M",
]


@pytest.mark.parametrize("text", KEPT)
def test_what_is_read_is_written_again(text):
    assert text_of(temporal_in(text)) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("10:30:00.5000", "10:30:00.5"),
        ("10:30:00+00:00", "10:30:00Z"),
        ("24:00:00", "00:00:00"),
        ("2021-12-31T24:00:00", "2022-01-01T00:00:00"),
        ("P0D", "PT0S"),
        ("PT36H", "P1DT12H"),
        ("P13M", "P1Y1M"),
        ("P0Y", "P0M"),
    ],
)
def test_some_are_written_another_way(text, written):
    assert text_of(temporal_in(text)) == written


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2021/06/30",
        "998-12-31",
        "01211-12-31",
        "+2012-12-02",
        "9999999999-12-25",
        "2012-12-25T",
        "10:30",
        "7:00:00",
        "P",
        "PT",
        "P1D2H",
        "P1Y1D",
        "P1W",
        "2021-06-30T10:30:00Z@Asia/Shanghai",
    ],
)
def test_what_has_another_form_is_none(text):
    assert temporal_in(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "2021-02-29",
        "2021-13-01",
        "10:60:00",
        "24:00:01",
        "25:00:00",
        "10:30:00+14:01",
        "10:30:00+01:60",
        "10:30:00@Nowhere/Else",
        "10:30:00@Asia",
    ],
)
def test_what_is_not_there_has_no_value(text):
    with pytest.raises(NoValue):
        temporal_in(text)


WORKED = [
    ('@"2020-01-31" + @"P1M"', "2020-02-29"),
    ('@"P1M" + @"2020-01-31"', "2020-02-29"),
    ('@"2020-03-31T10:00:00Z" - @"P1M"', "2020-02-29T10:00:00Z"),
    ('@"2020-01-01" + @"PT36H"', "2020-01-02"),
    ('@"PT36H" + @"2020-01-01"', "2020-01-02"),
    ('@"2020-01-01" - @"PT1S"', "2019-12-31"),
    ('@"2020-01-01" - @"2019-01-01"', "P365D"),
    ('@"2020-01-01T00:00:00+08:00" - @"2019-12-31"', "PT16H"),
    ('@"2020-01-01" - @"2019-12-31T12:00:00Z"', "PT12H"),
    ('@"2020-01-01T00:00:00" - @"2020-01-01T00:00:00Z"', "null"),
    ('@"2020-01-01T00:00:00.5" - @"2020-01-01T00:00:00"', "PT0.5S"),
    ('@"23:00:00" + @"PT2H"', "01:00:00"),
    ('@"PT2H" + @"23:00:00"', "01:00:00"),
    ('@"01:00:00" - @"PT2H"', "23:00:00"),
    ('@"10:00:00+01:00" - @"10:00:00Z"', "-PT1H"),
    ('@"10:00:00" - @"10:00:00Z"', "null"),
    ('@"P1D" + @"PT1H"', "P1DT1H"),
    ('@"P1D" - @"PT1H"', "PT23H"),
    ('@"P1Y" + @"P1M"', "P1Y1M"),
    ('@"P1Y" - @"P1M"', "P11M"),
    ('@"P1D" + @"P1M"', "null"),
    ('@"P1D" / @"PT12H"', "2"),
    ('@"P1Y" / @"P5M"', "2.4"),
    ('@"P1D" / 3', "PT8H"),
    ('@"P1Y" / 5', "P2M"),
    ('@"P1D" * 0.5', "PT12H"),
    ('0.5 * @"P1D"', "PT12H"),
    ('@"P1Y" * 1.5', "P1Y6M"),
    ('1.5 * @"P1Y"', "P1Y6M"),
    ('@"P1D" / 0', "null"),
    ('@"P1D" * 1e60', "null"),
    ('-@"P1D"', "-P1D"),
    ('-@"P1Y"', "-P1Y"),
    ('-@"2020-01-01"', "null"),
    ('@"2020-01-01" + 1', "null"),
    ('@"999999999-12-31" + @"P1D"', "null"),
    ('@"2021-03-27T12:00:00@Europe/Paris" + @"P1D"', "2021-03-28T13:00:00@Europe/Paris"),
    ('@"12021-03-27T12:00:00@Europe/Paris" + @"PT1H"', "12021-03-27T13:00:00@Europe/Paris"),
    ('@"nonsense"', "null"),
]


@pytest.mark.parametrize(("expression", "value"), WORKED)
def test_days_and_spans_add_up(expression, value):
    assert told(expression) == value


COMPARED = [
    ('@"2020-01-01" < @"2020-01-02"', "true"),
    ('@"10:00:00Z" < @"10:00:00-01:00"', "true"),
    ('@"10:00:00" < @"11:00:00Z"', "null"),
    ('@"10:00:00" = @"10:00:00Z"', "false"),
    ('@"10:00:00.1" = @"10:00:00.2"', "true"),
    ('@"2020-01-01T00:00:00+01:00" = @"2020-01-01T00:00:00@Europe/Paris"', "true"),
    ('@"2020-01-01T00:00:00Z" > @"2020-01-01T00:00:00+01:00"', "true"),
    ('@"2020-01-01" < @"2020-01-01T10:00:00Z"', "null"),
    ('@"P1D" = @"PT24H"', "true"),
    ('@"P1Y" < @"P13M"', "true"),
    ('@"P1Y" = @"P365D"', "null"),
    ('is(@"10:00:00Z", @"11:00:00+01:00")', "false"),
    ('is(@"10:00:00Z", @"10:00:00+00:00")', "true"),
]


@pytest.mark.parametrize(("expression", "value"), COMPARED)
def test_moments_are_compared_on_the_line_of_time(expression, value):
    assert told(expression) == value


ASKED = [
    ('@"2021-06-30".year', "2021"),
    ('@"2021-06-30".month', "6"),
    ('@"2021-06-30T10:11:12".day', "30"),
    ('@"2021-06-30".weekday', "3"),
    ('@"2021-06-30T10:11:12".hour', "10"),
    ('@"10:11:12".minute', "11"),
    ('@"10:11:12".second', "12"),
    ('@"10:11:12+08:00".time offset', "PT8H"),
    ('@"10:11:12".time offset', "null"),
    ('@"2021-06-30T10:00:00@Europe/Paris".time offset', "PT2H"),
    ('@"2021-01-30T10:00:00@Europe/Paris".timezone', "Europe/Paris"),
    ('@"10:11:12Z".timezone', "null"),
    ('@"-P1DT2H3M4S".days', "-1"),
    ('@"P1DT2H3M4S".hours', "2"),
    ('@"P1DT2H3M4S".minutes', "3"),
    ('@"P1DT2H3M4S".seconds', "4"),
    ('@"P1Y6M".years', "1"),
    ('@"-P1Y6M".months', "-6"),
    ('@"-P1Y6M".years', "-1"),
    ('[@"2021-06-30", @"2022-06-30"].year', "[2021, 2022]"),
    ('@"2021-06-30".hour', "null"),
]


@pytest.mark.parametrize(("expression", "value"), ASKED)
def test_a_part_of_a_moment_can_be_asked_for(expression, value):
    assert told(expression) == value


@given(st.dates())
def test_days_are_counted_as_python_counts_them(day):
    mine = on((day - dt.date(1970, 1, 1)).days)
    assert (mine.year, mine.month, mine.day) == (day.year, day.month, day.day)
    assert mine.ordinal == (day - dt.date(1970, 1, 1)).days
    assert mine.weekday == day.isoweekday()
    assert (mine.day_of_year, mine.week_of_year) == (day.timetuple().tm_yday, day.isocalendar().week)


@given(st.integers(-(10**8), 10**8))
def test_every_day_of_any_year_has_one_number(ordinal):
    assert on(ordinal).ordinal == ordinal


@given(
    st.integers(-2_208_988_800, 4_102_444_800),
    st.sampled_from(["Europe/Paris", "Asia/Shanghai", "America/New_York"]),
)
def test_zones_are_told_as_python_tells_them(seconds, zone):
    local = dt.datetime.fromtimestamp(seconds, ZoneInfo(zone))
    mine = at_moment(seconds, 0, zone)
    assert text_of(mine) == f"{local:%Y-%m-%dT%H:%M:%S}@{zone}"
    if not local.fold:
        assert mine.seconds == seconds


def test_a_span_further_than_the_years_there_are_leads_nowhere():
    with pytest.raises(NoValue):
        Date(1, 1, 1).in_months(12 * 10**10)
    with pytest.raises(NoValue):
        moment_in("2020-01-01T00:00:00").later(DaysDuration(10**40))
