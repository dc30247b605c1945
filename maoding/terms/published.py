"""Published: on which day could this have been known (以当时所知为准)?"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass

PRECISIONS = ("day", "month", "year", "inferred", "unknown")
DATED = ("day", "month", "year")


class NoSuchDayError(ValueError):
    """The text states no day, month or year, or states it otherwise than the precision says."""


@dataclass(frozen=True)
class Published:
    """When something was published, as exactly as the page says: ``2021-06`` to the month.

    ``inferred`` and ``unknown`` dates are shown and marked, and never put vintages in order (contracts §1).
    """

    at: str
    precision: str

    def __post_init__(self) -> None:
        if self.precision not in PRECISIONS:
            raise NoSuchDayError(self.precision)
        if self.precision in DATED:
            last_day(self.at)

    @property
    def known_from(self) -> dt.date | None:
        """Last day of what the date states at its precision; None where only recording can tell."""
        return last_day(self.at) if self.precision in DATED else None


def last_day(stated: str) -> dt.date:
    """Last day of a stated day, month or year: ``2021-06`` → 2021-06-30.

    Raises:
        NoSuchDayError: not of the form YYYY, YYYY-MM or YYYY-MM-DD, or no such day.
    """
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", stated):
        raise NoSuchDayError(stated)
    parts = [int(part) for part in stated.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    try:
        return dt.date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])
    except (ValueError, calendar.IllegalMonthError) as error:
        raise NoSuchDayError(stated) from error
