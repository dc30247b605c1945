"""Days: which days can a stated date mean, and how many lie between two days?

A date is only as exact as it was stated: ``2021-06`` may be any day of June. Days are counted as whole numbers, so
that every engine gives the same difference.
"""

from dataclasses import dataclass

import narwhals as nw

SHORT_MONTHS = [4, 6, 9, 11]
YEAR_ONLY, TO_THE_MONTH = 4, 7  # letters of 2021 and of 2021-06


@dataclass(frozen=True)
class Stated:
    """First and last day that a stated date can mean, as day numbers."""

    first: nw.Expr
    last: nw.Expr


def number_of(day: nw.Expr) -> nw.Expr:
    """Number of a day; the difference of two is the days between them (日期差)."""
    return _number(*(part.cast(nw.Int64) for part in (day.dt.year(), day.dt.month(), day.dt.day())))


def stated(date: nw.Expr) -> Stated:
    """Days a date may mean that was stated as ``2021``, ``2021-06`` or ``2021-06-28``; null where nothing was."""
    letters = date.str.len_chars()
    text = nw.when(letters >= YEAR_ONLY).then(date)
    from_the_first, to_december = nw.concat_str(text, nw.lit("-01-01")), nw.concat_str(text, nw.lit("-12"))
    year, month, day = (
        from_the_first.str.slice(at, length).cast(nw.Int64) for at, length in ((0, 4), (5, 2), (8, 2))
    )
    last_month = to_december.str.slice(5, 2).cast(nw.Int64)
    last_day = nw.when(letters > TO_THE_MONTH).then(day).otherwise(length_of_month(year, last_month))
    first, last = _number(year, month, day), _number(year, last_month, last_day)
    return Stated(first, last)


def length_of_month(year: nw.Expr, month: nw.Expr) -> nw.Expr:
    """Days a month has."""
    leap = ((year % 4 == 0) & (year % 100 != 0)) | (year % 400 == 0)
    february = nw.when(leap).then(29).otherwise(28)
    return nw.when(month == 2).then(february).when(month.is_in(SHORT_MONTHS)).then(30).otherwise(31)


def _number(year: nw.Expr, month: nw.Expr, day: nw.Expr) -> nw.Expr:
    """Days since 1 March of the year nought: the leap day is then the last of its year."""
    march_year = year - nw.when(month <= 2).then(1).otherwise(0)
    months_since_march = (month + 9) % 12
    leap_days = march_year // 4 - march_year // 100 + march_year // 400
    return (march_year * 365 + leap_days + (months_since_march * 153 + 2) // 5 + day - 1).cast(nw.Int64)
