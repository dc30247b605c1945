"""Reading: which day, time, moment or span does a text of ISO 8601 (as XML Schema has it) name?

Each gives None where the text is of another form, and raises `NoValue` where it names something that is not.
"""

import re

from maoding.decisions.faults import NoValue
from maoding.decisions.values.days import Date, day_of
from maoding.decisions.values.durations import DAY, HOUR, MINUTE, SECOND, DaysDuration, MonthsDuration
from maoding.decisions.values.times import (
    FURTHEST_OFFSET,
    SECONDS_OF_DAY,
    DateTime,
    Time,
    Zone,
    midnight,
    zone_named,
)
from maoding.terms.language import say

DATE = r"(?P<year>-?(?:[1-9]\d{4,8}|\d{4}))-(?P<month>\d\d)-(?P<day>\d\d)"
TIME = r"(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)(?:\.(?P<fraction>\d{1,32}))?"
ZONE = r"(?P<zone>Z|(?P<sign>[+-])(?P<zh>\d\d):(?P<zm>\d\d)(?::(?P<zs>\d\d))?|@(?P<name>[A-Za-z][\w+/-]*))?"
ONE_DATE = re.compile(DATE, re.ASCII)
ONE_TIME = re.compile(TIME + ZONE, re.ASCII)
ONE_MOMENT = re.compile(f"{DATE}T{TIME}{ZONE}", re.ASCII)
MONTHS = re.compile(r"(?P<minus>-?)P(?=\d)(?:(?P<y>\d{1,18})Y)?(?:(?P<m>\d{1,18})M)?", re.ASCII)
DAYS = re.compile(
    r"(?P<minus>-?)P(?=[\dT])(?:(?P<d>\d{1,18})D)?"
    r"(?:T(?=\d)(?:(?P<h>\d{1,18})H)?(?:(?P<m>\d{1,18})M)?(?:(?P<s>\d{1,18})(?:\.(?P<f>\d{1,32}))?S)?)?",
    re.ASCII,
)

Temporal = Date | Time | DateTime | DaysDuration | MonthsDuration


def date_in(text: str) -> Date | None:
    """``2021-06-30``; years of more than four digits and before our era too."""
    found = ONE_DATE.fullmatch(text)
    return _date(found) if found else None


def time_in(text: str) -> Time | None:
    """``10:30:00``, with a fraction of a second, ``Z``, an offset ``+08:00`` or a zone ``@Asia/Shanghai``."""
    found = ONE_TIME.fullmatch(text)
    return _time(found) if found else None


def moment_in(text: str) -> DateTime | None:
    """``2021-06-30T10:30:00``, zoned or local. Midnight may be written as hour 24 of the day before."""
    found = ONE_MOMENT.fullmatch(text)
    if not found:
        return None
    day, time = _date(found), _time(found)
    if found["hour"] == "24":
        return DateTime(midnight(day).later(DaysDuration(DAY)).date, time)
    return DateTime(day, time)


def span_in(text: str) -> DaysDuration | MonthsDuration | None:
    """``P1DT2H`` or ``P1Y6M``."""
    if found := MONTHS.fullmatch(text):
        months = 12 * int(found["y"] or 0) + int(found["m"] or 0)
        return MonthsDuration(-months if found["minus"] else months)
    if found := DAYS.fullmatch(text):
        units = (("d", DAY), ("h", HOUR), ("m", MINUTE), ("s", SECOND))
        total = sum(int(found[name] or 0) * unit for name, unit in units) + _billionths(found["f"])
        return DaysDuration(-total if found["minus"] else total)
    return None


def temporal_in(text: str) -> Temporal | None:
    """Whatever ``@"…"`` may hold."""
    for read in (date_in, moment_in, time_in, span_in):
        if (found := read(text)) is not None:
            return found
    return None


def _date(found: re.Match[str]) -> Date:
    return day_of(int(found["year"]), int(found["month"]), int(found["day"]))


def _time(found: re.Match[str]) -> Time:
    hour, minute, second = (int(found[part]) for part in ("hour", "minute", "second"))
    at_midnight = (hour, minute, second, int(found["fraction"] or 0)) == (24, 0, 0, 0)
    if minute > 59 or second > 59 or (hour > 23 and not at_midnight):
        raise NoValue(say("没有这个时刻：{time}", time=found[0]))
    return Time(
        (hour * 3600 + minute * 60 + second) % SECONDS_OF_DAY, _billionths(found["fraction"]), _zone(found)
    )


def _zone(found: re.Match[str]) -> Zone:
    if found["name"]:
        zone_named(found["name"])
        return found["name"]
    if found["zone"] in (None, "Z"):
        return 0 if found["zone"] else None
    hours, minutes, seconds = int(found["zh"]), int(found["zm"]), int(found["zs"] or 0)
    offset = hours * 3600 + minutes * 60 + seconds
    if minutes > 59 or seconds > 59 or offset > FURTHEST_OFFSET:
        raise NoValue(say("没有这个时差：{zone}", zone=found["zone"]))
    return -offset if found["sign"] == "-" else offset


def _billionths(fraction: str | None) -> int:
    """Nanoseconds of a fraction of a second; further digits are dropped."""
    return int((fraction or "")[:9].ljust(9, "0"))
