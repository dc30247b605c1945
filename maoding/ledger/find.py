"""Find: where in the log is one thing that was said?"""

import json
from dataclasses import dataclass
from typing import Any

from maoding.ledger.models import Entry

CHUNK = 500
KIND_NAMES = {
    "s": "source",
    "b": "subject",
    "c": "commitment",
    "r": "reading",
    "e": "event",
    "u": "rule",
    "x": "exemption",
}


@dataclass(frozen=True)
class Found:
    """One entry as it stands in the log: what was said (`body`) and where (`place`), and the act that brought it."""

    id: str
    kind: str
    source: str
    record: str
    body: dict[str, Any]
    place: dict[str, Any]
    act: int


def entries(name: str) -> list[Found]:
    """Entries of an id (``r-0123456789abcdef``), a record's number in its feed (``A003``), or a code (``S172``)."""
    if not name:
        return []
    rows = (
        Entry.objects.filter(id=name)
        or Entry.objects.filter(record=name)
        or Entry.objects.filter(fact=name)
        or Entry.objects.filter(kind="u", fact__startswith=f"{name}|")
    )
    return [as_found(row) for row in rows.order_by("act_id", "place_in_act")]


def source(code: str) -> Found | None:
    """Newest wording of a source."""
    row = Entry.objects.filter(kind="s", fact=code).order_by("-act_id", "-place_in_act").first()
    return as_found(row) if row else None


def said_by(code: str) -> list[Found]:
    """Everything that was taken from one source, in the order it was taken."""
    rows = Entry.objects.filter(source=code).exclude(kind="s").order_by("act_id", "place_in_act")
    return [as_found(row) for row in rows]


def as_found(row: Entry) -> Found:
    """An entry of the log as it is handed on."""
    return Found(
        id=row.id,
        kind=KIND_NAMES[row.kind],
        source=row.source,
        record=row.record,
        body=json.loads(row.body),
        place=json.loads(row.place),
        act=row.act_id,
    )


def of_kind(letter: str) -> list[Found]:
    """All entries of a kind, in the order they were recorded."""
    return [as_found(row) for row in Entry.objects.filter(kind=letter).order_by("act_id", "place_in_act")]


def by_fact(facts: set[str], letter: str) -> dict[str, list[Found]]:
    """Entries of one kind by the fact they are about."""
    found: dict[str, list[Found]] = {}
    ordered = sorted(facts)
    for start in range(0, len(ordered), CHUNK):
        for row in Entry.objects.filter(kind=letter, fact__in=ordered[start : start + CHUNK]):
            found.setdefault(row.fact, []).append(as_found(row))
    return found
