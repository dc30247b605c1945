"""Days: which day is so many days or months after another, in any year FEEL knows (to a thousand million)?

Days are counted from 1970-01-01 in the proleptic Gregorian calendar; Python's own dates end with the year 9999.
"""

from calendar import isleap
from dataclasses import dataclass

from maoding.decisions.faults import NoValue
from maoding.terms.language import say

GREATEST_YEAR = 999_999_999
CYCLE_YEARS, CYCLE_DAYS = 400, 146_097  # the calendar repeats, days of the week included
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FROM_YEAR_0 = 719_468  # days from 0000-03-01 to 1970-01-01


@dataclass(frozen=True)
class Date:
    """A day of the calendar."""

    year: int
    month: int
    day: int

    @property
    def ordinal(self) -> int:
        """Days since 1970-01-01."""
        year = self.year - (self.month <= 2)
        cycle, of_cycle = divmod(year, CYCLE_YEARS)
        of_year = (153 * ((self.month + 9) % 12) + 2) // 5 + self.day - 1
        return cycle * CYCLE_DAYS + of_cycle * 365 + of_cycle // 4 - of_cycle // 100 + of_year - FROM_YEAR_0

    @property
    def weekday(self) -> int:
        """1 for Monday to 7 for Sunday."""
        return (self.ordinal + 3) % 7 + 1

    @property
    def day_of_year(self) -> int:
        """1 for the first of January."""
        return self.ordinal - Date(self.year, 1, 1).ordinal + 1

    @property
    def week_of_year(self) -> int:
        """Number of the week that holds this day's Thursday, as ISO 8601 counts."""
        return (on(self.ordinal + 4 - self.weekday).day_of_year - 1) // 7 + 1

    def in_months(self, months: int) -> "Date":
        """The same day so many months later, or the last of that month.

        Raises:
            NoValue: beyond the years there are.
        """
        years, month = divmod(self.month - 1 + months, 12)
        year = self.year + years
        return day_of(year, month + 1, min(self.day, length_of(year, month + 1)))


def day_of(year: int, month: int, day: int) -> Date:
    """The day of these numbers.

    Raises:
        NoValue: there is no such day.
    """
    if (
        not -GREATEST_YEAR <= year <= GREATEST_YEAR
        or not 1 <= month <= 12
        or not 1 <= day <= length_of(year, month)
    ):
        raise NoValue(say("没有这一天：{year}-{month}-{day}", year=year, month=month, day=day))
    return Date(year, month, day)


def length_of(year: int, month: int) -> int:
    """Days of a month."""
    return 29 if month == 2 and isleap(year) else LENGTHS[month - 1]


def on(ordinal: int) -> Date:
    """The day so many days after 1970-01-01.

    Raises:
        NoValue: beyond the years there are.
    """
    cycle, of_cycle = divmod(ordinal + FROM_YEAR_0, CYCLE_DAYS)
    year = (of_cycle - of_cycle // 1460 + of_cycle // 36524 - of_cycle // 146096) // 365
    of_year = of_cycle - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    day = of_year - (153 * month + 2) // 5 + 1
    month = month + 3 if month < 10 else month - 9
    return day_of(year + cycle * CYCLE_YEARS + (month <= 2), month, day)
