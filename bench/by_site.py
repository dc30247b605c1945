"""By site: how long does the server take for a page, from the request to its last byte?

Django's test client goes through all of the site but the socket: guards, sign-in, database, judge, template. Which page
is asked for the environment says (`BENCH_ASK`). A page that is to be made anew bears a number in its address that asks
for nothing, so that no finished page is given again.
"""

import hashlib
import os
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import count, cycle
from pathlib import Path

from django.test import Client

from bench import by_page
from bench.asks import ASKS

Given = tuple[Client, Iterator[str]]


class Rows(HTMLParser):
    """What stands in the rows of a page's tables, and where it leads."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.within = False
        self.said: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.within = self.within or tag == "tbody"
        if self.within:
            self.said += [str(value) for name, value in attrs if name in ("href", "id", "title")]

    def handle_endtag(self, tag: str) -> None:
        self.within = self.within and tag != "table"

    def handle_data(self, data: str) -> None:
        if self.within:
            self.said += data.split()


def load(folder: Path) -> Given:
    """A reader who has signed in, and the addresses to ask for."""
    ask = ASKS[os.environ["BENCH_ASK"]]
    turns = zip(cycle(ask.addresses), count(), strict=False)
    addresses = (f"{address}&turn={turn}" if ask.anew else address for address, turn in turns)
    return by_page.load(folder), addresses


def work(given: Given) -> str:
    """The next page as text."""
    client, addresses = given
    return by_page.work(client, next(addresses))


def checksum(page: str) -> str:
    """SHA-256 of all that stands in the page's rows, and of where it leads."""
    return hashlib.sha256("\n".join(Rows(page).said).encode()).hexdigest()
