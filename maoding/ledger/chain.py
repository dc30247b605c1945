"""Chain: has anything in the log been touched since it was recorded?

Each act carries the Merkle root of its entries and a link over the act before it (contracts §7), so a row changed,
removed or put in between shows, and one act can be proved without the others. That the newest acts were cut off
shows only to someone who kept the chain's head: every load and every audit tells it.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from django.db import connection

from maoding.ledger.models import Act, Entry
from maoding.terms.entries import ID_DIGITS
from maoding.terms.language import say

if TYPE_CHECKING:
    from django.db.models import QuerySet

FIRST_LINK = "0" * 64


def sha256(text: str) -> str:
    """Digest of a text in hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def leaf(entry: Entry) -> str:
    """Digest of everything a row of the log says."""
    said = (entry.id, entry.kind, entry.fact, entry.source, entry.record, entry.body, entry.place)
    return sha256("\x1f".join((*said, str(entry.known_from), str(entry.ordered), str(entry.place_in_act))))


def merkle_root(leaves: Sequence[str]) -> str:
    """Root of a binary hash tree; an odd leaf goes up alone; no leaves give the digest of nothing."""
    level = list(leaves) or [sha256("")]
    while len(level) > 1:
        pairs = [sha256(a + b) for a, b in zip(level[::2], level[1::2], strict=False)]
        level = pairs + ([level[-1]] if len(level) % 2 else [])
    return level[0]


def link(previous: str, act: Act) -> str:
    """Link of an act: over the link before it and all the act itself says."""
    said = (act.recorded_at.astimezone(dt.UTC).isoformat(), act.kind, act.name, act.actor)
    return sha256("\x1f".join((previous, *said, str(act.backfilled), str(act.entries), act.root)))


def last_link() -> str:
    """Link of the newest act, or the fixed first one; asked in plain SQL, for a page asks many times."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT link FROM act ORDER BY id DESC LIMIT 1")
        newest = cursor.fetchone()
    return str(newest[0]) if newest else FIRST_LINK


def broken_links() -> list[str]:
    """Walk the whole log and say what does not fit; an empty list means untouched."""
    found, previous = [], FIRST_LINK
    for act in Act.objects.order_by("pk"):
        found += list(_faults(act, Entry.objects.filter(act=act).order_by("place_in_act"), previous))
        previous = act.link
    strays = Entry.objects.exclude(act__in=Act.objects.all()).values_list("pk", flat=True)
    found += [say("条目 {id}：不属于任何一次记入", id=stray) for stray in strays.order_by("pk")]
    return found


def _faults(act: Act, entries: "QuerySet[Entry]", previous: str) -> Iterable[str]:
    rows = list(entries)
    for entry in rows:
        if entry.id != f"{entry.kind}-{sha256(entry.body)[:ID_DIGITS]}":
            yield say("条目 {id}：内容已不是当初编号时的内容", id=entry.id)
    if len(rows) != act.entries or merkle_root([leaf(entry) for entry in rows]) != act.root:
        yield say("第 {act} 次记入：{count} 个条目已不是封存时的条目", act=act.pk, count=act.entries)
    if link(previous, act) != act.link:
        yield say("第 {act} 次记入：与前一次接不上", act=act.pk)


def head() -> str:
    """Where the chain ends, to be written down outside the ledger: number of acts and the last link."""
    return say("链头：第 {count} 次记入，{link}", count=Act.objects.count(), link=last_link())
