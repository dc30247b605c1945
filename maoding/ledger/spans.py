"""Spans: from which day to which is each entry what is known of its fact?

An entry ends on the day a later vintage of the same fact becomes known. Entries whose date is only inferred stand
beside the others: they end nothing and nothing ends them (contracts §1). Two vintages of one day contradict each
other and both stand.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from django.db import transaction

from maoding.ledger.models import FOREVER, Entry, Span

NEVER = dt.date.fromisoformat(FOREVER)
CHUNK = 500


def spans_of(entries: Iterable[Entry]) -> Iterator[Span]:
    """Validity ranges of all entries of some facts."""
    by_fact: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        by_fact[entry.kind, entry.fact].append(entry)
    for vintages in by_fact.values():
        days = sorted({entry.known_from for entry in vintages if entry.ordered})
        ends = dict(zip(days, [*days[1:], NEVER], strict=False))
        for entry in vintages:
            known_to = ends[entry.known_from] if entry.ordered else NEVER
            yield Span(entry_id=entry.id, kind=entry.kind, known_from=entry.known_from, known_to=known_to)


def renew(facts: Collection[str]) -> None:
    """Work the ranges of some facts out again, after entries of theirs were recorded."""
    ordered = sorted(facts)
    for start in range(0, len(ordered), CHUNK):
        some = ordered[start : start + CHUNK]
        entries = list(Entry.objects.filter(fact__in=some))
        Span.objects.filter(entry__fact__in=some).delete()
        Span.objects.bulk_create(spans_of(entries), batch_size=CHUNK)


@transaction.atomic
def rebuild() -> int:
    """Throw the derived table away and make it anew from the log; gives the number of ranges."""
    Span.objects.all().delete()
    return len(Span.objects.bulk_create(spans_of(Entry.objects.all()), batch_size=CHUNK))


def differences() -> list[str]:
    """Where the derived table is not what the log says; an empty list means it is."""
    due = {(s.entry_id, s.kind, s.known_from, s.known_to) for s in spans_of(Entry.objects.all())}
    kept = set(Span.objects.values_list("entry_id", "kind", "known_from", "known_to"))
    return sorted({row[0] for row in due ^ kept})
