"""Same promise: which row of another day's board is this promise's?

A promise is known again by its fact, not by its entry: said anew in the same record with another number it is the same
promise. A plan that only a published rate speaks of is said anew with each rate, by whoever prints it.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from maoding.ledger.find import Found

Row = dict[str, Any]
Key = tuple[Any, ...]
SAID_OF = ("subject", "indicator", "period_start", "period_end", "measure")


def same_promise(row: Row) -> Key:
    """What makes rows of two days one promise: what it is about, and who said it in which record.

    The record of a plan that only a rate speaks of is null.
    """
    about = tuple(row[name] for name in SAID_OF)
    return about if row["record"] is None else (*about, row["source"], row["record"])


def pairs(before: Sequence[Row], after: Sequence[Row]) -> list[tuple[Row | None, Row | None]]:
    """Rows of two days promise by promise: by their entry first, and what is left by what they are about."""
    ids = {row["promise"]: row for row in before}
    found: list[tuple[Row | None, Row | None]] = [
        (ids.pop(row["promise"]), row) for row in after if row["promise"] in ids
    ]
    same = {row["promise"] for _, row in found if row}
    left: dict[Key, list[Row]] = {}
    for row in ids.values():
        left.setdefault(same_promise(row), []).append(row)
    for row in after:
        if row["promise"] not in same:
            others = left.get(same_promise(row))
            found.append((others.pop(0) if others else None, row))
    return found + [(row, None) for rows in left.values() for row in rows]


def known_again(rows: Sequence[Row], entry: Found, plans: Iterable[Row]) -> Row | None:
    """The row of a board that is an entry's promise, though said by another entry on that day; None where none is."""
    keys = _keys(entry, plans)
    return next((row for row in rows if same_promise(row) in keys), None)


def _keys(entry: Found, plans: Iterable[Row]) -> list[Key]:
    """What a promise's entry is about, or of a published rate the plans it speaks of."""
    body = entry.body
    if entry.kind == "commitment":
        start, end = map(dt.date.fromisoformat, body["period"])
        about = (body["subject"], body["indicator"], start, end, body["measure"])
        return [(*about, entry.source, entry.record)]
    if entry.kind != "reading":
        return []
    year = dt.date.fromisoformat(body["period"][0]).year
    whole = (dt.date(year, 1, 1), dt.date(year, 12, 31))
    return [
        (body["subject"], plan["done"], *whole, "level")
        for plan in plans
        if plan["rate"] == body["indicator"]
    ]
