"""Adding: what are the sum, difference, product, quotient or power of two values?"""

from collections.abc import Callable
from decimal import ROUND_DOWN, Decimal
from typing import Any

from maoding.decisions.faults import NoValue
from maoding.decisions.values import numbers
from maoding.decisions.values.days import Date
from maoding.decisions.values.durations import SECOND, DaysDuration, MonthsDuration
from maoding.decisions.values.kinds import called
from maoding.decisions.values.times import DateTime, Time, midnight
from maoding.decisions.values.writing import MOST_LETTERS
from maoding.terms.language import say

MOST_DIGITS = 60  # of a span's nanoseconds or months


def worked(sign: str, left: object, right: object) -> object:
    """``left sign right`` for ``+ - * / **``.

    Raises:
        NoValue: the two do not go together, or the result is out of range.
    """
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return numbers.worked(sign, left, right)
    way = WAYS.get((sign, type(left), type(right)))
    if way is None:
        reason = say("{left}与{right}不能用“{sign}”计算", left=called(left), right=called(right), sign=sign)
        raise NoValue(reason)
    return way(left, right)


def negative(value: object) -> object:
    """The value with the other sign.

    Raises:
        NoValue: it is neither a number nor a span.
    """
    if isinstance(value, Decimal):
        return numbers.finite(-value)
    if isinstance(value, MonthsDuration):
        return MonthsDuration(-value.months)
    if isinstance(value, DaysDuration):
        return DaysDuration(-value.nanoseconds)
    raise NoValue(say("{kind}前面不能加负号", kind=called(value)))


def _joined(left: str, right: str) -> str:
    if len(left) + len(right) > MOST_LETTERS:
        raise NoValue(say("文字太长，最多{most}个字", most=MOST_LETTERS))
    return left + right


def _between(later: DateTime | Date, earlier: DateTime | Date) -> DaysDuration:
    """From one moment to another; a date is taken for its midnight in Greenwich."""
    end = midnight(later) if isinstance(later, Date) else later
    start = midnight(earlier) if isinstance(earlier, Date) else earlier
    if (end.offset is None) != (start.offset is None):
        raise NoValue(say("一个带时区，一个不带，不能相减"))
    whole = (end.seconds - start.seconds) * SECOND
    return DaysDuration(whole + end.time.nanoseconds - start.time.nanoseconds)


def _between_times(later: Time, earlier: Time) -> DaysDuration:
    if (later.offset is None) != (earlier.offset is None):
        raise NoValue(say("一个带时区，一个不带，不能相减"))
    seconds = later.seconds - (later.offset or 0) - earlier.seconds + (earlier.offset or 0)
    return DaysDuration(seconds * SECOND + later.nanoseconds - earlier.nanoseconds)


def _days(count: Decimal) -> DaysDuration:
    return DaysDuration(_counted(count))


def _months(count: Decimal) -> MonthsDuration:
    return MonthsDuration(_counted(count))


def _counted(count: Decimal) -> int:
    """Whole units of a span; what is left over is dropped."""
    if not count.is_finite() or count.adjusted() > MOST_DIGITS:
        raise NoValue(say("算不出数值（除以零，或超出范围）"))
    return int(count.to_integral_value(ROUND_DOWN))


def _share(left: int, right: int) -> Decimal:
    return numbers.worked("/", Decimal(left), Decimal(right))


def _part_of(size: int, sign: str, by: Decimal) -> Decimal:
    """A span's size times or over a number, with more digits than FEEL's numbers so that no nanosecond is lost."""
    exact = numbers.DECIMAL128.copy()
    exact.prec = 2 * numbers.DIGITS
    return exact.multiply(Decimal(size), by) if sign == "*" else exact.divide(Decimal(size), by)


Way = Callable[[Any, Any], object]
WAYS: dict[tuple[str, type, type], Way] = {
    ("+", str, str): _joined,
    ("+", DaysDuration, DaysDuration): lambda a, b: DaysDuration(a.nanoseconds + b.nanoseconds),
    ("-", DaysDuration, DaysDuration): lambda a, b: DaysDuration(a.nanoseconds - b.nanoseconds),
    ("+", MonthsDuration, MonthsDuration): lambda a, b: MonthsDuration(a.months + b.months),
    ("-", MonthsDuration, MonthsDuration): lambda a, b: MonthsDuration(a.months - b.months),
    ("-", Date, Date): _between,
    ("-", Date, DateTime): _between,
    ("-", DateTime, Date): _between,
    ("-", DateTime, DateTime): _between,
    ("-", Time, Time): _between_times,
    ("+", Date, DaysDuration): lambda a, b: midnight(a).later(b).date,
    ("-", Date, DaysDuration): lambda a, b: midnight(a).later(DaysDuration(-b.nanoseconds)).date,
    ("+", DaysDuration, Date): lambda a, b: midnight(b).later(a).date,
    ("*", DaysDuration, Decimal): lambda a, b: _days(_part_of(a.nanoseconds, "*", b)),
    ("*", Decimal, DaysDuration): lambda a, b: _days(_part_of(b.nanoseconds, "*", a)),
    ("/", DaysDuration, Decimal): lambda a, b: _days(_part_of(a.nanoseconds, "/", b)),
    ("/", DaysDuration, DaysDuration): lambda a, b: _share(a.nanoseconds, b.nanoseconds),
    ("*", MonthsDuration, Decimal): lambda a, b: _months(_part_of(a.months, "*", b)),
    ("*", Decimal, MonthsDuration): lambda a, b: _months(_part_of(b.months, "*", a)),
    ("/", MonthsDuration, Decimal): lambda a, b: _months(_part_of(a.months, "/", b)),
    ("/", MonthsDuration, MonthsDuration): lambda a, b: _share(a.months, b.months),
}
for _kind in (Time, DateTime):
    WAYS["+", _kind, DaysDuration] = lambda a, b: a.later(b)
    WAYS["+", DaysDuration, _kind] = lambda a, b: b.later(a)
    WAYS["-", _kind, DaysDuration] = lambda a, b: a.later(DaysDuration(-b.nanoseconds))
for _day in (Date, DateTime):
    WAYS["+", _day, MonthsDuration] = lambda a, b: a.in_months(b.months)
    WAYS["+", MonthsDuration, _day] = lambda a, b: b.in_months(a.months)
    WAYS["-", _day, MonthsDuration] = lambda a, b: a.in_months(-b.months)
