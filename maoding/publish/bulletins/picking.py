"""Picking: which rows of a finding does a part of a plan ask for, and in which order?"""

from typing import Any

from maoding.publish.bulletins.fields import Field, Row
from maoding.publish.bulletins.findings import FINDINGS
from maoding.publish.bulletins.material import Material
from maoding.publish.bulletins.plan import Rows


def picked(asked: Rows, material: Material) -> list[Row]:
    """Rows of a finding that fit every filter, in the order asked for, else in the finding's own."""
    finding = FINDINGS[asked.finding]
    rows = [
        row
        for row in finding.rows(material, asked.year)
        if all(finding.filters[name].of(row) in values for name, values in asked.where.items())
    ]
    for name in reversed(asked.order):
        rows = _ordered(rows, finding.fields[name.removeprefix("-")], name.startswith("-"), material)
    return rows


def _ordered(rows: list[Row], by: Field, backwards: bool, material: Material) -> list[Row]:  # noqa: FBT001 - of the plan
    """In the order of one field, equals as they were; what is not known of it stands last either way."""
    keyed = [(_key(row, by, material), row) for row in rows]
    known = sorted(
        (pair for pair in keyed if pair[0] is not None), key=lambda pair: pair[0], reverse=backwards
    )
    return [row for _, row in known] + [row for key, row in keyed if key is None]


def _key(row: Row, by: Field, material: Material) -> Any:
    if by.order is not None:
        return by.order(row)
    said = by.say(row, material)
    if not said.known:
        return None
    return said.numbers[0].exact if by.numeric and said.numbers else said.text
