"""Whole months: how many months of a period are over on a day?

The bulletins count months, not days: 30 June is half of the year, and 28 June five twelfths (glossary, 时间进度).
"""

import narwhals as nw

from maoding.judge.days import length_of_month


def months_of(start: nw.Expr, end: nw.Expr) -> nw.Expr:
    """Whole months from a first day to a last day, both counted in: 1 January to 30 May is four.

    A month begun after its first day is not whole: 15 January to 31 May is four as well, 15 to 31 January none.
    """
    between = (end.dt.year() - start.dt.year()) * 12 + end.dt.month() - start.dt.month()
    begun_late = (start.dt.day() > 1).cast(nw.Int64)
    whole = (between + is_month_end(end).cast(nw.Int64) - begun_late).cast(nw.Int64)
    return nw.when(whole > 0).then(whole).otherwise(0).cast(nw.Int64)


def is_month_end(day: nw.Expr) -> nw.Expr:
    """Whether a day is the last of its month."""
    return day.dt.day() == length_of_month(day.dt.year(), day.dt.month())


def is_whole_year(start: nw.Expr, end: nw.Expr) -> nw.Expr:
    """Whether a period is one calendar year."""
    begins = (start.dt.month() == 1) & (start.dt.day() == 1)
    return begins & (end.dt.month() == 12) & (end.dt.day() == 31) & (start.dt.year() == end.dt.year())
