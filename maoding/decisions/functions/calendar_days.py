"""Calendar days: what do FEEL's functions of days tell, and are two values the same?"""

from decimal import Decimal

from maoding.decisions.functions.registry import MOMENT, built_in, nullable, want
from maoding.decisions.values.comparing import same
from maoding.decisions.values.times import DateTime

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@built_in("is", nullable("value1"), nullable("value2"))
def are_same(value1: object, value2: object) -> bool:
    """Whether two values are the same thing, told the same way: equal moments in different zones are not."""
    return same(value1, value2)


@built_in("day of year", want("date", MOMENT))
def day_of_year(moment: DateTime) -> Decimal:
    """1 for the first of January."""
    return Decimal(moment.date.day_of_year)


@built_in("day of week", want("date", MOMENT))
def day_of_week(moment: DateTime) -> str:
    """The weekday's English name."""
    return WEEKDAYS[moment.date.weekday - 1]


@built_in("month of year", want("date", MOMENT))
def month_of_year(moment: DateTime) -> str:
    """The month's English name."""
    return MONTHS[moment.date.month - 1]


@built_in("week of year", want("date", MOMENT))
def week_of_year(moment: DateTime) -> Decimal:
    """Number of the week, as ISO 8601 counts."""
    return Decimal(moment.date.week_of_year)
