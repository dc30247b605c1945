"""By new page: how long does the same page take when nobody has asked for its day before?"""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from django.test import Client

from bench import by_page
from bench.by_page import checksum

__all__ = ["checksum", "load", "work"]
FIRST = dt.date(2021, 6, 30)


def load(folder: Path) -> tuple[Client, Iterator[dt.date]]:
    """A reader who has signed in, and days nobody has asked about."""
    return by_page.load(folder), (FIRST + dt.timedelta(days=number) for number in range(10_000))


def work(given: tuple[Client, Iterator[dt.date]]) -> str:
    """The page of the next day as text."""
    client, days = given
    return by_page.work(client, f"/taicang/?day={next(days)}")
