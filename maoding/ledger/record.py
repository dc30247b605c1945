"""Record: how does what was said become part of the log?"""

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection, transaction

from maoding.ledger import chain, spans
from maoding.ledger.models import Act
from maoding.ledger.models import Entry as Row
from maoding.terms.entries import Entry, canonical
from maoding.terms.published import DATED

CHUNK = 500
CHAIN_LOCK = 0x6D616F  # any fixed number: writers on PostgreSQL take turns at the end of the chain


class SameNameError(RuntimeError):
    """Something else already bears this id; nothing was recorded."""


@dataclass(frozen=True)
class Deed:
    """Who recorded what, when; `backfilled` feeds are known from their publication, live ones from now."""

    kind: str
    name: str
    actor: str
    at: dt.datetime
    backfilled: bool


def record(entries: Sequence[Entry], deed: Deed) -> set[str]:
    """Add entries that are not in the log yet, as one act, all or none; gives the ids that are new.

    What is already known is left as it is, so recording twice changes nothing.

    Raises:
        SameNameError: two different things said came to one id (sixteen digits of SHA-256 alike).
    """
    with transaction.atomic():
        _take_turns()
        unseen = {entry.id: entry for entry in entries}
        for known, body in _already(list(unseen)):
            if body != canonical(unseen[known]):
                raise SameNameError(known)
            del unseen[known]
        if unseen:
            _append(list(unseen.values()), deed)
        return set(unseen)


def _take_turns() -> None:
    # SQLite begins IMMEDIATE (settings), so a second writer already waits.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHAIN_LOCK])


def _already(ids: list[str]) -> Iterable[tuple[str, str]]:
    for start in range(0, len(ids), CHUNK):
        yield from Row.objects.filter(id__in=ids[start : start + CHUNK]).values_list("id", "body")


def _append(entries: list[Entry], deed: Deed) -> None:
    rows = [_row(entry, number, deed) for number, entry in enumerate(entries)]
    act = Act(
        recorded_at=deed.at,
        kind=deed.kind,
        name=deed.name,
        actor=deed.actor,
        backfilled=deed.backfilled,
        entries=len(rows),
        root=chain.merkle_root([chain.leaf(row) for row in rows]),
    )
    act.link = chain.link(chain.last_link(), act)
    act.save()
    for row in rows:
        row.act = act
    Row.objects.bulk_create(rows, batch_size=CHUNK)
    spans.renew({row.fact for row in rows})


def _row(entry: Entry, number: int, deed: Deed) -> Row:
    published = entry.published.known_from if deed.backfilled else None
    return Row(
        id=entry.id,
        place_in_act=number,
        kind=entry.letter,
        fact=entry.fact,
        source=entry.source,
        record=getattr(entry, "record", ""),
        body=canonical(entry),
        place=json.dumps(entry.place, ensure_ascii=False, sort_keys=True),
        known_from=published or deed.at.date(),
        ordered=not deed.backfilled or entry.published.precision in DATED,
    )
