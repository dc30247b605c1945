"""Said: entries for the ledger's tests, in as few words as possible."""

import datetime as dt

from maoding.ledger.record import Deed
from maoding.terms.entries import Reading, Source
from maoding.terms.periods import months
from maoding.terms.published import Published


def deed(*, backfilled: bool = True, on: str = "2026-11-21") -> Deed:
    at = dt.datetime.fromisoformat(f"{on}T10:00:00+08:00")
    return Deed(kind="load", name="pack", actor="tests", at=at, backfilled=backfilled)


def reading(number: str, at: str, precision: str = "day", **other: object) -> Reading:
    said = {
        "source": "S1",
        "subject": "TC",
        "indicator": "FAI",
        "period": months(2021, 1, 5),
        "measure": "level",
    }
    said |= {"unit": "亿元", "release": "reported"} | other
    return Reading(number=number, published=Published(at, precision), **said)


def source(code: str = "S1", title: str = "页面") -> Source:
    said = {"publisher": "日报", "title": title, "kind": "press", "published": Published("2021", "year")}
    return Source(source=code, code=code, **said)
