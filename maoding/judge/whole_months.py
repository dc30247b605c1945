"""Whole months: how many months of a period are over on a day?

The bulletins count months, not days: 30 June is half of the year, and 28 June five twelfths (glossary, 时间进度).
"""

import narwhals as nw


def months_of(start: nw.Expr, end: nw.Expr) -> nw.Expr:
    """Whole months from a first day to a last day, both counted in: 1 January to 30 May is four."""
    between = (end.dt.year() - start.dt.year()) * 12 + end.dt.month() - start.dt.month()
    return (between + is_month_end(end).cast(nw.Int64)).cast(nw.Int64)


def is_month_end(day: nw.Expr) -> nw.Expr:
    """Whether a day is the last of its month."""
    year, month = day.dt.year(), day.dt.month()
    leap = ((year % 4 == 0) & (year % 100 != 0)) | (year % 400 == 0)
    february = nw.when(leap).then(29).otherwise(28)
    length = nw.when(month == 2).then(february).when(month.is_in([4, 6, 9, 11])).then(30).otherwise(31)
    return day.dt.day() == length
