"""Properties: what can be asked of a day, time, moment, span or range by a path?"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from maoding.decisions.values.days import Date
from maoding.decisions.values.durations import DAY, HOUR, MINUTE, SECOND, DaysDuration, MonthsDuration
from maoding.decisions.values.ranges import Range
from maoding.decisions.values.times import DateTime, Time


def _offset(value: Time | DateTime) -> DaysDuration | None:
    return None if value.offset is None else DaysDuration(value.offset * SECOND)


def _zone(time: Time) -> str | None:
    return time.zone if isinstance(time.zone, str) else None


OF_DAY: dict[str, Callable[[Date], object]] = {
    "year": lambda day: Decimal(day.year),
    "month": lambda day: Decimal(day.month),
    "day": lambda day: Decimal(day.day),
    "weekday": lambda day: Decimal(day.weekday),
}
OF_TIME: dict[str, Callable[[Time], object]] = {
    "hour": lambda time: Decimal(time.seconds // 3600),
    "minute": lambda time: Decimal(time.seconds // 60 % 60),
    "second": lambda time: Decimal(time.seconds % 60),
    "timezone": _zone,
}
OF_SPAN: dict[str, Callable[[DaysDuration], object]] = {
    "days": lambda span: Decimal(span.part(DAY, 0)),
    "hours": lambda span: Decimal(span.part(HOUR, DAY)),
    "minutes": lambda span: Decimal(span.part(MINUTE, HOUR)),
    "seconds": lambda span: Decimal(span.part(SECOND, MINUTE)),
}
OF_MONTHS: dict[str, Callable[[MonthsDuration], object]] = {
    "years": lambda span: Decimal(span.years),
    "months": lambda span: Decimal(span.months - 12 * span.years),
}
OF_RANGE: dict[str, Callable[[Range], object]] = {
    "start": lambda of: of.start,
    "end": lambda of: of.end,
    "start included": lambda of: of.start_included,
    "end included": lambda of: of.end_included,
}


def _of_date_in(property_: Callable[[Date], object]) -> Callable[[DateTime], object]:
    return lambda moment: property_(moment.date)


def _of_time_in(property_: Callable[[Time], object]) -> Callable[[DateTime], object]:
    return lambda moment: property_(moment.time)


OF_MOMENT: dict[str, Callable[[DateTime], object]] = {
    name: _of_date_in(each) for name, each in OF_DAY.items()
} | {name: _of_time_in(each) for name, each in OF_TIME.items()}
TOLD: tuple[tuple[type, dict[str, Callable[[Any], object]]], ...] = (
    (Date, OF_DAY),
    (Time, OF_TIME | {"time offset": _offset}),
    (DateTime, OF_MOMENT | {"time offset": _offset}),
    (DaysDuration, OF_SPAN),
    (MonthsDuration, OF_MONTHS),
    (Range, OF_RANGE),
)
PROPERTIES: dict[tuple[type, str], Callable[[Any], object]] = {
    (kind, name): each for kind, properties in TOLD for name, each in properties.items()
}
