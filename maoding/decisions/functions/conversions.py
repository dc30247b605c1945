"""Conversions: which day, time, span, number or text do FEEL's functions make of other values?"""

import re
from decimal import Decimal

from maoding.decisions.faults import NoValue
from maoding.decisions.functions.numeric import truncated
from maoding.decisions.functions.registry import (
    DAY,
    DAYS,
    MOMENT,
    MONTHS,
    NUMBER,
    TEXT,
    TIME,
    TRUTH,
    Wanted,
    built_in,
    nullable,
    want,
)
from maoding.decisions.values.days import Date, day_of
from maoding.decisions.values.durations import SECOND, DaysDuration, MonthsDuration
from maoding.decisions.values.numbers import DECIMAL128, finite
from maoding.decisions.values.reading import date_in, moment_in, span_in, time_in
from maoding.decisions.values.times import FURTHEST_OFFSET, DateTime, Time, midnight
from maoding.decisions.values.writing import text_of
from maoding.terms.language import say

NUMERAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,5})?", re.ASCII)
GROUPINGS, DECIMAL_SIGNS = (" ", ",", ".", None), (".", ",", None)


def _unreadable(text: str) -> NoValue:
    return NoValue(say("“{written}”不是日期、时刻或时长", written=text))


@built_in("date", want("from", TEXT))
def date_of_text(text: str) -> Date:
    """The day a text names."""
    day = date_in(text)
    if day is None:
        raise _unreadable(text)
    return day


@built_in("date", want("from", DAY))
def date_of_date(day: Date) -> Date:
    """A day as it is."""
    return day


@built_in("date", want("from", MOMENT))
def date_of_moment(moment: DateTime) -> Date:
    """The day of a moment."""
    return moment.date


@built_in("date", want("year", NUMBER), want("month", NUMBER), want("day", NUMBER))
def date_of_parts(year: Decimal, month: Decimal, day: Decimal) -> Date:
    """The day of these numbers."""
    return day_of(truncated(year), truncated(month), truncated(day))


@built_in("time", want("from", TEXT))
def time_of_text(text: str) -> Time:
    """The time a text names."""
    time = time_in(text)
    if time is None:
        raise _unreadable(text)
    return time


@built_in("time", want("from", TIME))
def time_of_time(time: Time) -> Time:
    """A time as it is."""
    return time


@built_in("time", want("from", DAY))
def time_of_date(day: Date) -> Time:
    """The time a day begins, in Greenwich."""
    return midnight(day).time


@built_in("time", want("from", MOMENT))
def time_of_moment(moment: DateTime) -> Time:
    """The time of a moment."""
    return moment.time


@built_in(
    "time",
    want("hour", NUMBER),
    want("minute", NUMBER),
    want("second", NUMBER),
    Wanted("offset", DAYS, optional=True, nullable=True),
)
def time_of_parts(
    hour: Decimal, minute: Decimal, second: Decimal, offset: DaysDuration | None = None
) -> Time:
    """The time of these numbers, so far from Greenwich."""
    hours, minutes = truncated(hour), truncated(minute)
    nanoseconds = int(second * SECOND) if 0 <= second < 60 else -1
    if not 0 <= hours < 24 or not 0 <= minutes < 60 or nanoseconds < 0:
        raise NoValue(say("没有这个时刻：{time}", time=f"{hours}:{minutes}:{second}"))
    zone = None if offset is None else int(offset.nanoseconds / SECOND)
    if zone is not None and abs(zone) > FURTHEST_OFFSET:
        raise NoValue(say("没有这个时差：{zone}", zone=text_of(offset)))
    return Time(hours * 3600 + minutes * 60 + nanoseconds // SECOND, nanoseconds % SECOND, zone)


@built_in("date and time", want("from", TEXT))
def moment_of_text(text: str) -> DateTime:
    """The moment a text names; of a day alone, its beginning."""
    moment = moment_in(text)
    if moment is not None:
        return moment
    day = date_in(text)
    if day is None:
        raise _unreadable(text)
    return DateTime(day, Time(0))


@built_in("date and time", want("from", MOMENT))
def moment_of_moment(moment: DateTime) -> DateTime:
    """A moment as it is; of a day, its beginning in Greenwich."""
    return moment


@built_in("date and time", want("date", DAY), want("time", TIME))
def moment_of_day_and_time(day: Date, time: Time) -> DateTime:
    """A time of a day."""
    return DateTime(day, time)


@built_in("date and time", want("date", MOMENT), want("time", TIME))
def moment_of_moment_and_time(moment: DateTime, time: Time) -> DateTime:
    """Another time of a moment's day."""
    return DateTime(moment.date, time)


@built_in("duration", want("from", TEXT))
def duration(text: str) -> DaysDuration | MonthsDuration:
    """The span a text names."""
    span = span_in(text)
    if span is None:
        raise _unreadable(text)
    return span


@built_in("duration", want("from", DAYS))
@built_in("duration", want("from", MONTHS))
def duration_as_it_is(span: DaysDuration | MonthsDuration) -> DaysDuration | MonthsDuration:
    """A span as it is."""
    return span


@built_in("years and months duration", want("from", MOMENT), want("to", MOMENT))
def years_and_months_duration(start: DateTime, end: DateTime) -> MonthsDuration:
    """The whole months from one day to another."""
    if end.date.ordinal < start.date.ordinal:
        return MonthsDuration(-_whole_months(end, start))
    return MonthsDuration(_whole_months(start, end))


def _whole_months(start: DateTime, end: DateTime) -> int:
    months = 12 * (end.date.year - start.date.year) + end.date.month - start.date.month
    return months - (end.date.day < start.date.day)


@built_in(
    "number", want("from", TEXT), nullable("grouping separator", TEXT), nullable("decimal separator", TEXT)
)
def number(text: str, grouping: str | None, sign: str | None) -> Decimal:
    """The number a text writes out, with these signs between thousands and before decimals."""
    if grouping not in GROUPINGS or sign not in DECIMAL_SIGNS or (grouping == sign and sign is not None):
        raise NoValue(say("千位分隔只能是空格、逗号或点，小数点只能是点或逗号，两者不能相同"))
    plain = text.replace(grouping, "") if grouping else text
    if sign == ",":
        plain = plain.replace(".", "?").replace(",", ".")
    if not NUMERAL.fullmatch(plain):
        raise NoValue(say("“{written}”不是数字", written=text))
    return finite(DECIMAL128.create_decimal(plain))


@built_in("number", want("from", TEXT))
def number_of_text(text: str) -> Decimal:
    """The number a text writes out."""
    return number(text, None, None)


@built_in("number", want("from", NUMBER))
def number_of_number(value: Decimal) -> Decimal:
    """A number as it is."""
    return value


@built_in("string", want("from"))
def string(value: object) -> str:
    """The value as text."""
    return text_of(value)


@built_in("not", want("negand", TRUTH))
def opposite(negand: bool) -> bool:  # noqa: FBT001
    """The opposite of a truth value."""
    return not negand
