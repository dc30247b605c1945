"""Ranges: does a value lie between two ends?"""

from dataclasses import dataclass

from maoding.decisions.values.comparing import equal, less

NO_END = object()


@dataclass(frozen=True)
class Range:
    """All values between two ends, each counted in or not.

    `sign` is set where only one end was said: ``(< 10)``, or where the range is ``(= 10)`` or ``(!= 10)``. An end that
    was written as null is not known; that is not the same as having no end.
    """

    start: object
    end: object
    start_included: bool
    end_included: bool
    sign: str = ""

    def holds(self, value: object) -> bool | None:
        """Whether the value lies in it; None where that cannot be said."""
        if self.sign in ("=", "!="):
            same = equal(value, self.start)
            return same if self.sign == "=" or same is None else not same
        above = True if self.sign in ("<", "<=") else _reaches(self.start, value, counted=self.start_included)
        below = True if self.sign in (">", ">=") else _reaches(value, self.end, counted=self.end_included)
        if above is None or below is None:
            return None
        return above and below


def one_sided(sign: str, end: object) -> Range:
    """``(< end)``, ``(>= end)``, ``(= end)`` and their like."""
    if sign in ("<", "<="):
        return Range(None, end, start_included=False, end_included=sign == "<=", sign=sign)
    if sign in (">", ">="):
        return Range(end, None, start_included=sign == ">=", end_included=False, sign=sign)
    return Range(end, end, start_included=sign == "=", end_included=sign == "=", sign=sign)


def _reaches(low: object, high: object, *, counted: bool) -> bool | None:
    below = less(low, high)
    if below is None or below or not counted:
        return below
    return equal(low, high)
