"""Writer: what does a process do that records into the ledger of $MAODING_DATABASE, beside another, or until killed?

Its words: ``acts NAME HOW_MANY`` records many small acts; ``batch PAUSE HOW_MANY`` one great one, halting for good
after the first statement with the words PAUSE; ``look`` prints what stands in the ledger.
"""

import json
import signal
import sys
from collections.abc import Callable
from typing import Any

from django.db import connection

from maoding.ledger import chain, guards, spans
from maoding.ledger.models import Act, Entry, Span
from maoding.ledger.record import record
from tests.ledger.said import deed, reading


def acts(name: str, how_many: int) -> None:
    """Record acts of three entries: two of one's own, and one that every writer tries to record."""
    print("ready", flush=True)  # noqa: T201 - the test waits for this line
    sys.stdin.readline()
    for act in range(how_many):
        own = [reading(f"{act}.{place}", "2021-06-30", subject=name) for place in (1, 2)]
        record([*own, reading(f"{act}", "2021-06-30", subject="both")], deed())


def batch(pause: str, how_many: int) -> None:
    """Record one act of many entries; after the first statement with the words `pause` wait to be killed."""
    with connection.execute_wrapper(_halting(pause)):
        record([reading(f"{number}", "2021-06-30", record=f"{number}") for number in range(how_many)], deed())


def _halting(pause: str) -> Callable[..., Any]:
    def execute(run: Callable[..., Any], sql: str, *rest: Any) -> Any:
        done = run(sql, *rest)
        if pause and pause in sql:
            print("halted", flush=True)  # noqa: T201 - the test waits for this line
            signal.pause()
        return done

    return execute


def look() -> None:
    """Print how much stands in each table, and what does not fit."""
    counted = {"acts": Act.objects.count(), "entries": Entry.objects.count(), "spans": Span.objects.count()}
    faults = {
        "links": chain.broken_links(),
        "ranges": spans.differences(),
        "guards": sorted(guards.missing()),
    }
    print(json.dumps(counted | faults))  # noqa: T201 - the answer


def main() -> None:
    """Do what the words of the command line say."""
    match sys.argv[1:]:
        case ["acts", name, how_many]:
            acts(name, int(how_many))
        case ["batch", pause, how_many]:
            batch(pause, int(how_many))
        case ["look"]:
            look()
