"""Intervals: how do points and ranges lie to one another (FEEL's functions of ranges, DMN 1.5 table 78)?"""

from dataclasses import dataclass

from maoding.decisions.functions.registry import RANGE, built_in, want
from maoding.decisions.kleene import Truth, every, some
from maoding.decisions.values import kinds
from maoding.decisions.values.comparing import equal, less
from maoding.decisions.values.kinds import kind_of
from maoding.decisions.values.ranges import Range
from maoding.decisions.values.types import ANYTHING, Constrained

POINTS = (
    kinds.NUMBER,
    kinds.STRING,
    kinds.DATE,
    kinds.TIME,
    kinds.DATE_AND_TIME,
    kinds.DAYS_DURATION,
    kinds.MONTHS_DURATION,
)
POINT = Constrained("point", ANYTHING, lambda value: kind_of(value) in POINTS)


@dataclass(frozen=True)
class End:
    """One end of a range, or a point, which is both its ends; `open_to` is -1 or 1 where there is no end that way."""

    value: object
    included: bool
    open_to: int = 0


@dataclass(frozen=True)
class Stretch:
    """What lies between two ends."""

    low: End
    high: End


def stretch(of: object) -> Stretch:
    """A range or a point as a stretch between two ends."""
    if not isinstance(of, Range):
        return Stretch(End(of, included=True), End(of, included=True))
    low = End(of.start, of.start_included, -1 if of.sign in ("<", "<=") else 0)
    return Stretch(low, End(of.end, of.end_included, 1 if of.sign in (">", ">=") else 0))


def _less(one: End, other: End) -> Truth:
    if one.open_to or other.open_to:
        return one.open_to < other.open_to
    return less(one.value, other.value)


def _equal(one: End, other: End) -> Truth:
    if one.open_to or other.open_to:
        return one.open_to == other.open_to
    return None if one.value is None or other.value is None else equal(one.value, other.value)


def _before(one: Stretch, other: Stretch) -> Truth:
    apart = not (one.high.included and other.low.included)
    return some([_less(one.high, other.low), every([apart, _equal(one.high, other.low)])])


def _meets(one: Stretch, other: Stretch) -> Truth:
    return every([one.high.included and other.low.included, _equal(one.high, other.low)])


def _reach_one_another(one: Stretch, other: Stretch) -> Truth:
    """Whether one begins before the other ends, or just there."""
    touching = one.low.included and other.high.included
    return some([_less(one.low, other.high), every([touching, _equal(one.low, other.high)])])


def _overlaps(one: Stretch, other: Stretch) -> Truth:
    return every([_reach_one_another(one, other), _reach_one_another(other, one)])


def _overlaps_before(one: Stretch, other: Stretch) -> Truth:
    sooner = one.low.included and not other.low.included
    no_later = not one.high.included or other.high.included
    return every(
        [
            some([_less(one.low, other.low), every([sooner, _equal(one.low, other.low)])]),
            _reach_one_another(other, one),
            some([_less(one.high, other.high), every([no_later, _equal(one.high, other.high)])]),
        ]
    )


def _finishes(one: Stretch, other: Stretch) -> Truth:
    inside = not one.low.included or other.low.included
    return every(
        [
            one.high.included == other.high.included,
            _equal(one.high, other.high),
            some([_less(other.low, one.low), every([inside, _equal(one.low, other.low)])]),
        ]
    )


def _starts(one: Stretch, other: Stretch) -> Truth:
    inside = not one.high.included or other.high.included
    return every(
        [
            one.low.included == other.low.included,
            _equal(one.low, other.low),
            some([_less(one.high, other.high), every([inside, _equal(one.high, other.high)])]),
        ]
    )


def _includes(one: Stretch, other: Stretch) -> Truth:
    low_inside = one.low.included or not other.low.included
    high_inside = one.high.included or not other.high.included
    return every(
        [
            some([_less(one.low, other.low), every([low_inside, _equal(one.low, other.low)])]),
            some([_less(other.high, one.high), every([high_inside, _equal(one.high, other.high)])]),
        ]
    )


def _coincides(one: Stretch, other: Stretch) -> Truth:
    alike = one.low.included == other.low.included and one.high.included == other.high.included
    return every([alike, _equal(one.low, other.low), _equal(one.high, other.high)])


def _finishes_at(one: Stretch, other: Stretch) -> Truth:
    """Whether a point is the last of a range."""
    return every([other.high.included, _equal(one.high, other.high)])


def _starts_at(one: Stretch, other: Stretch) -> Truth:
    """Whether a point is the first of a range."""
    return every([other.low.included, _equal(one.low, other.low)])


TWO_POINTS = (want("point1", POINT), want("point2", POINT))
POINT_AND_RANGE = (want("point", POINT), want("range", RANGE))
RANGE_AND_POINT = (want("range", RANGE), want("point", POINT))
TWO_RANGES = (want("range1", RANGE), want("range2", RANGE))
RELATIONS = (
    ("before", (TWO_POINTS, POINT_AND_RANGE, RANGE_AND_POINT, TWO_RANGES), _before, False),
    ("after", (TWO_POINTS, POINT_AND_RANGE, RANGE_AND_POINT, TWO_RANGES), _before, True),
    ("meets", (TWO_RANGES,), _meets, False),
    ("met by", (TWO_RANGES,), _meets, True),
    ("overlaps", (TWO_RANGES,), _overlaps, False),
    ("overlaps before", (TWO_RANGES,), _overlaps_before, False),
    ("overlaps after", (TWO_RANGES,), _overlaps_before, True),
    ("finishes", (POINT_AND_RANGE,), _finishes_at, False),
    ("finishes", (TWO_RANGES,), _finishes, False),
    ("finished by", (RANGE_AND_POINT,), _finishes_at, True),
    ("finished by", (TWO_RANGES,), _finishes, True),
    ("includes", (RANGE_AND_POINT, TWO_RANGES), _includes, False),
    ("during", (POINT_AND_RANGE, TWO_RANGES), _includes, True),
    ("starts", (POINT_AND_RANGE,), _starts_at, False),
    ("starts", (TWO_RANGES,), _starts, False),
    ("started by", (RANGE_AND_POINT,), _starts_at, True),
    ("started by", (TWO_RANGES,), _starts, True),
    ("coincides", (TWO_POINTS, TWO_RANGES), _coincides, False),
)


def _register() -> None:
    for name, ways, relation, turned in RELATIONS:
        for wanted in ways:
            if turned:
                built_in(name, *wanted)(
                    lambda one, other, holds=relation: holds(stretch(other), stretch(one))
                )
            else:
                built_in(name, *wanted)(
                    lambda one, other, holds=relation: holds(stretch(one), stretch(other))
                )


_register()
