"""Periods: which days is a figure about, and how is the period written?"""

import calendar
import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

DASH = r"[-—–─~～至到]+"
YEAR = r"(?P<year>\d{4})年?度?"
MONTHS = re.compile(rf"(?:{YEAR}[-/.]?)?(?P<first>\d{{1,2}})月?{DASH}(?P<last>\d{{1,2}})月(?:份|累计)*\Z")
ONE_MONTH = re.compile(rf"(?:{YEAR}[-/.]?)?(?P<month>\d{{1,2}})月(?:份|当月)*\Z")
HALVES = {"H1": (1, 6), "上半年": (1, 6), "H2": (7, 12), "下半年": (7, 12)}
QUARTERS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12)}
QUARTERS |= {f"{name}季度": QUARTERS[f"Q{n}"] for n, name in enumerate("一二三四", 1)}
QUARTERS |= {"前三季度": (1, 9), "1-3季度": (1, 9)}
PART = re.compile(rf"{YEAR}-?(?P<part>{'|'.join((*HALVES, *QUARTERS))})\Z")
WHOLE = re.compile(rf"{YEAR}(?:全年)?\Z")
TWO_MONTHS = re.compile(r"(?P<year>\d{4})-(?P<first>\d{2})(?:/|\.\.)(?:(?P=year)-)?(?P<last>\d{2})\Z")


class NoSuchPeriodError(ValueError):
    """The text names no period, or one that cannot be."""


@dataclass(frozen=True, order=True)
class Period:
    """From a first to a last day, both counted in.

    >>> str(months(2021, 1, 5))
    '2021年1—5月'
    """

    start: dt.date
    end: dt.date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise NoSuchPeriodError(f"{self.start} > {self.end}")

    def __str__(self) -> str:
        return written(self)


def months(year: int, first: int, last: int) -> Period:
    """Period of whole months of one year.

    Raises:
        NoSuchPeriodError: no such months.
    """
    if not 1 <= first <= last <= 12 or not 1900 <= year <= 2200:
        raise NoSuchPeriodError(f"{year}-{first}..{last}")
    return Period(dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1]))


def read(text: str, year: int | None = None) -> Period:
    """Read a period as returns and bulletins write it.

    Understood: ``2021``, ``2021年``, ``2021H1``, ``2021Q3``, ``2021年上半年``, ``2021年1-5月`` (and with ``—``, ``~``,
    ``至``, ``到``), ``1—5月`` and ``5月`` with `year` given, ``2021-01/2021-05``.

    Raises:
        NoSuchPeriodError: none of these, or months that do not exist, or no year known.
    """
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    span = _months_named(plain)
    if span is None:
        raise NoSuchPeriodError(text)
    stated, first, last = span
    if stated is None and year is None:
        raise NoSuchPeriodError(text)
    return months(int(stated or year or 0), first, last)


def _months_named(plain: str) -> tuple[str | None, int, int] | None:
    """Year (if stated), first and last month; None if no form fits."""
    if found := WHOLE.match(plain):
        return found["year"], 1, 12
    if found := PART.match(plain):
        return (found["year"], *(HALVES | QUARTERS)[found["part"]])
    if found := MONTHS.match(plain) or TWO_MONTHS.match(plain):
        return found["year"], int(found["first"]), int(found["last"])
    if found := ONE_MONTH.match(plain):
        return found["year"], int(found["month"]), int(found["month"])
    return None


def is_month_end(day: dt.date) -> bool:
    """Whether the day is the last of its month."""
    return day.day == calendar.monthrange(day.year, day.month)[1]


def written(period: Period) -> str:
    """Write a period as bulletins do: ``2021年``, ``2021年1—5月``, ``2021年9月``, else both days."""
    start, end = period.start, period.end
    if start == end:
        return f"{start.year}年{start.month}月{start.day}日"
    if start.year == end.year and start.day == 1 and is_month_end(end):
        if (start.month, end.month) == (1, 12):
            return f"{start.year}年"
        if start.month == end.month:
            return f"{start.year}年{start.month}月"
        return f"{start.year}年{start.month}—{end.month}月"
    if start.year == end.year:
        return f"{start.year}年{start.month}月{start.day}日—{end.month}月{end.day}日"
    return f"{start.isoformat()}—{end.isoformat()}"
