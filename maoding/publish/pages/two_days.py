"""Two days: which days lie side by side, and how are they named?"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from maoding.ledger import chain
from maoding.ledger.between import said_between
from maoding.publish.pages.asked import ONE_DAY, Asked, read
from maoding.publish.pages.site import KEPT, Site
from maoding.publish.shown import day
from maoding.terms.language import say, spoken
from maoding.terms.periods import is_month_end
from maoding.terms.viewer import Viewer

LOOKED_BACK = 24  # month ends looked back for one since which something was said


@dataclass(frozen=True)
class Shortcut:
    """A first day to choose with one press."""

    words: str
    since: dt.date
    chosen: bool


def asked_of(site: Site, city: str, said: Mapping[str, str]) -> tuple[Asked, dt.date]:
    """The question, and the earlier of its two days: the one asked for, or the usual one.

    Raises:
        BadRequest: the first day is none, or yet to come.
    """
    asked = read(site, city, said)
    told = asked.pick("since")
    since = read(site, city, {"day": told}).day if told else usual_since(site, asked.day)
    return asked.picking(since=since.isoformat()), since


def usual_since(site: Site, day: dt.date) -> dt.date:
    """The last month's end before the ledger last learnt something: what is new since the last monthly review.

    Where nothing was learnt in two years, the month's end before the day.
    """
    return _usual_since(chain.last_link(), day, site.viewer)


@lru_cache(maxsize=KEPT)
def _usual_since(link: str, day: dt.date, viewer: Viewer) -> dt.date:  # noqa: ARG001 - what the cache hangs on
    first = end = _month_end_before(day)
    for _ in range(LOOKED_BACK):
        if said_between(end, day, viewer):
            return end
        end = _month_end_before(end)
    return first


def shortcuts(asked: Asked, since: dt.date) -> list[Shortcut]:
    """First days a reader often wants, the nearest first, each once."""
    day = asked.day
    quarter = day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1)
    named = (
        (say("上月末"), _month_end_before(day)),
        (say("一个月前"), _month_before(day)),
        (say("上季末"), quarter - ONE_DAY),
        (say("上年末"), day.replace(month=1, day=1) - ONE_DAY),
    )
    days: dict[dt.date, str] = {}
    for words, each in named:
        days.setdefault(each, words)
    return [Shortcut(words, each, each == since) for each, words in sorted(days.items(), reverse=True)]


def span(since: dt.date, until: dt.date) -> str:
    """Both days as a title names them, the year once where it is one."""
    if since.year != until.year:
        return say("{since}到{day}", since=day(since), day=day(until))
    if spoken.get() == "en":
        return say("{since}到{day}", since=f"{since.day} {since:%B}", day=day(until))
    return say("{since}到{day}", since=day(since), day=f"{until.month}月{until.day}日")


def _month_end_before(day: dt.date) -> dt.date:
    return day.replace(day=1) - ONE_DAY


def _month_before(day: dt.date) -> dt.date:
    """The same day of the month before; its last day where it has none such, or where the day is a month's last."""
    end = _month_end_before(day)
    return end if is_month_end(day) or end.day < day.day else end.replace(day=day.day)
