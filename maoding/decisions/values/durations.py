"""Durations: how long is it, in days and time or in years and months?"""

from dataclasses import dataclass

SECOND = 1_000_000_000
MINUTE, HOUR, DAY = 60 * SECOND, 3600 * SECOND, 86_400 * SECOND


@dataclass(frozen=True, order=True)
class DaysDuration:
    """A span of days and time, in nanoseconds (FEEL: days and time duration)."""

    nanoseconds: int

    def part(self, unit: int, of: int) -> int:
        """How many whole units are left of the next larger one; negative where the span is."""
        count = abs(self.nanoseconds) % of // unit if of else abs(self.nanoseconds) // unit
        return -count if self.nanoseconds < 0 else count


@dataclass(frozen=True, order=True)
class MonthsDuration:
    """A span of years and months, in months (FEEL: years and months duration)."""

    months: int

    @property
    def years(self) -> int:
        """Whole years; negative where the span is."""
        return -(-self.months // 12) if self.months < 0 else self.months // 12


Duration = DaysDuration | MonthsDuration
