"""Fields: what may a plan ask of a row, as a placeholder, a column, a filter or an order?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from maoding.publish.bulletins.material import Material
from maoding.publish.bulletins.said import Said

Row = dict[str, Any]
Say = Callable[[Row, Material], Said]
YES, NO = "yes", "no"


@dataclass(frozen=True)
class Field:
    """What is said of a row; `head` is its column's, `width` the column's share, `order` what else sorts by it."""

    say: Say
    head: str = ""
    numeric: bool = False
    width: int = 2
    order: Callable[[Row], Any] | None = None


@dataclass(frozen=True)
class Filter:
    """A property of a row that a plan may pick by; without `values` any text may be asked for."""

    of: Callable[[Row], str]
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finding:
    """Rows of one kind for a year, with what may be said, filtered and ordered; `tags` are what counts go by.

    `remarks` are what must be said beside the numbers they touch, whether a plan asks for it or not.
    """

    rows: Callable[[Material, str], list[Row]]
    fields: Mapping[str, Field]
    filters: Mapping[str, Filter] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    remarks: Callable[[Row, Material], list[Said]] = lambda row, material: []  # noqa: ARG005 - most need none


def yes_no(holds: Callable[[Row], Any]) -> Filter:
    """A filter of yes and no."""
    return Filter(lambda row: YES if holds(row) else NO, (YES, NO))


def words(text: Callable[[Row], str]) -> Say:
    """Something said in words alone."""
    return lambda row, material: Said(text(row))  # noqa: ARG005 - every field takes both
