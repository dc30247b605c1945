"""Times: what time is it, on which day, and how far is that from Greenwich?"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from maoding.decisions.faults import NoValue
from maoding.decisions.values.days import CYCLE_DAYS, Date, on
from maoding.decisions.values.durations import SECOND, DaysDuration
from maoding.terms.language import say

SECONDS_OF_DAY = 86_400
FURTHEST_OFFSET = 14 * 3600  # XML Schema; seconds from Greenwich
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Python's dates end with the year 9999; other years borrow a year of the same shape from this span of days.
PLAIN_DAYS = range(-700_000, 2_900_000)

# Seconds from Greenwich, the name of a time zone, or None for a local time.
Zone = int | str | None


@dataclass(frozen=True)
class Time:
    """A time of the day."""

    seconds: int
    nanoseconds: int = 0
    zone: Zone = None

    @property
    def offset(self) -> int | None:
        """Seconds from Greenwich; of a named zone, as on 1970-01-01."""
        return offset_of(self.zone, 0, self.seconds)

    def later(self, by: DaysDuration) -> "Time":
        """The time so much later, round the clock."""
        total = (self.seconds * SECOND + self.nanoseconds + by.nanoseconds) % (SECONDS_OF_DAY * SECOND)
        return replace(self, seconds=total // SECOND, nanoseconds=total % SECOND)


@dataclass(frozen=True)
class DateTime:
    """A time of one day."""

    date: Date
    time: Time

    @property
    def offset(self) -> int | None:
        """Seconds from Greenwich on that day."""
        return offset_of(self.time.zone, self.date.ordinal, self.time.seconds)

    @property
    def seconds(self) -> int:
        """Whole seconds since 1970 began: in Greenwich, or where the clock hangs if it is local."""
        return self.date.ordinal * SECONDS_OF_DAY + self.time.seconds - (self.offset or 0)

    def later(self, by: DaysDuration) -> "DateTime":
        """The moment so much later, told in the same zone.

        Raises:
            NoValue: beyond the years there are.
        """
        total = self.seconds * SECOND + self.time.nanoseconds + by.nanoseconds
        return at_moment(total // SECOND, total % SECOND, self.time.zone)

    def in_months(self, months: int) -> "DateTime":
        """The same time so many months later.

        Raises:
            NoValue: beyond the years there are.
        """
        return replace(self, date=self.date.in_months(months))


def midnight(day: Date) -> DateTime:
    """The moment a day begins in Greenwich: what FEEL takes a date for where it wants a date and time."""
    return DateTime(day, Time(0, 0, 0))


def at_moment(seconds: int, nanoseconds: int, zone: Zone) -> DateTime:
    """The moment so many seconds after 1970 began, as clocks of a zone tell it."""
    if isinstance(zone, str):
        day, second = divmod(seconds, SECONDS_OF_DAY)
        moment = EPOCH + timedelta(days=_plain(day), seconds=second)
        seconds += _seconds(moment.astimezone(zone_named(zone)))
    else:
        seconds += zone or 0
    day, second = divmod(seconds, SECONDS_OF_DAY)
    return DateTime(on(day), Time(second, nanoseconds, zone))


@lru_cache(maxsize=64)
def zone_named(name: str) -> ZoneInfo:
    """The time zone of that name: ``Asia/Shanghai``.

    Raises:
        NoValue: there is none.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise NoValue(say("没有名为“{name}”的时区", name=name)) from None


def offset_of(zone: Zone, day: int, second: int) -> int | None:
    """Seconds from Greenwich of a zone at a local time of a day counted from 1970-01-01; None where it is local."""
    if not isinstance(zone, str):
        return zone
    local = datetime(1970, 1, 1, tzinfo=zone_named(zone)) + timedelta(days=_plain(day), seconds=second)
    return _seconds(local)


def _plain(day: int) -> int:
    """A day Python's own dates know, in a year that has the same days of the week."""
    return day if day in PLAIN_DAYS else day % CYCLE_DAYS


def _seconds(moment: datetime) -> int:
    offset = moment.utcoffset()
    return int(offset.total_seconds()) if offset is not None else 0
