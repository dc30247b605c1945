"""Asked: what does an address ask for, and which address asks for something else?"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import Http404
from django.urls import Resolver404, resolve, reverse

from maoding.publish.pages.site import Site
from maoding.terms.language import say
from maoding.terms.pack import Pack
from maoding.terms.periods import is_month_end

SCALES = ("亿元", "万元")
EARLIEST = 1949  # no promise of any government on record here is older
LATEST = 2100  # no plan on record looks further ahead
YEAR = re.compile("[0-9]{4}")
ONE_DAY = dt.timedelta(days=1)
LONGEST = 60  # letters of a name looked for
MOST = 12  # picks an address may hold
OWN = ("city", "day", "rule", "unit", "year", "from")
PICK = re.compile("[a-z_]{1,16}")
PLACE = re.compile("[A-Za-z0-9_-]{0,80}")


@dataclass(frozen=True)
class Asked:
    """One reader's question: city, day, rule and unit, which year (0: the day's own), and what a list is sifted by.

    `picks` are what an address picks of the page's list (`lists.py`); `came` is the page, with the place on it, from
    which links to sources lead and to which the way back leads.
    """

    city: str
    day: dt.date
    rule: str
    unit: str
    about: int = 0
    picks: tuple[tuple[str, str], ...] = ()
    came: str = ""

    @property
    def year(self) -> int:
        """Year whose promises are asked for."""
        return self.about or self.day.year

    def pick(self, key: str) -> str:
        """What was picked under a key; empty where nothing was."""
        return dict(self.picks).get(key, "")

    def picking(self, **changes: str) -> "Asked":
        """The same question with other picks; an empty one is taken back."""
        picks = dict(self.picks) | changes
        return replace(self, picks=tuple((key, value) for key, value in picks.items() if value))

    def on(self, day: dt.date) -> "Asked":
        """The same question on another day."""
        return replace(self, day=day)

    def at(self, path: str, place: str = "") -> "Asked":
        """The same question from a page, and a place on it, that one comes back to."""
        return replace(self, came=f"{path}#{place}" if place else path)

    def from_row(self, promise: str) -> "Asked":
        """The same question from a promise's row on the scoreboard."""
        return self.at(_path("board", self.city), f"row-{promise}")

    @cached_property
    def plain(self) -> "Asked":
        """The question without what only one page's list was asked."""
        return replace(self, picks=(), came="")

    @cached_property
    def said(self) -> tuple[tuple[str, str], ...]:
        """The question as it stands in an address, name by name."""
        own = {
            "year": str(self.about or ""),
            "day": self.day.isoformat(),
            "rule": self.rule,
            "unit": self.unit,
        }
        return tuple((key, value) for key, value in (own | dict(self.picks)).items() if value)

    @cached_property
    def _query(self) -> str:
        return _encoded(self.said)

    @cached_property
    def _traced(self) -> str:
        path, _, place = self.came.partition("#")
        came = (("from", path),) if path else ()
        said = _encoded((("city", self.city), *self.said, *came))
        return f"{said}%23{place}" if place else said

    def query(self, **changes: Any) -> str:
        """The question as the part of an address behind ``?``, with changes."""
        return replace(self, **changes)._query if changes else self._query

    def board(self, **changes: Any) -> str:
        """Address of the scoreboard that answers it, with changes."""
        return f"{_path('board', self.city)}?{self.query(**changes)}"

    def page(self, name: str, *parts: str) -> str:
        """Address of a page about the city, by its name among the addresses, without this page's picks."""
        return f"{_path(name, self.city, *parts)}?{self.plain.query()}"

    def row(self, promise: str) -> str:
        """Address of one promise's reason; only the scoreboard's own picks go along, for the way back to it."""
        elsewhere = self.came.partition("#")[0] not in ("", _path("board", self.city))
        return f"{_path('row', self.city, promise)}?{(self.plain if elsewhere else self).query()}"

    def source(self, code: str, entry: str = "") -> str:
        """Address of a source, at an entry's own words."""
        place = f"#{entry}" if entry else ""
        return f"{_path('source', code)}?{self._traced}{place}"

    def rules(self) -> str:
        """Address of the list of rules."""
        return self.page("rules")

    def rule_page(self, name: str) -> str:
        """Address of what a rule says and what it would do here."""
        return f"{_path('rule', name)}?{urlencode({'city': self.city})}&{self.plain.query()}"

    def entry(self, name: str) -> str:
        """Address of the way from an entry to its source."""
        return f"{_path('why', name)}?{self._traced}"

    def way_back(self) -> str:
        """Address of the page one came from, at its place; the scoreboard where none is known."""
        path, _, place = (self.came or _path("board", self.city)).partition("#")
        said = self.said if path.startswith(_path("board", self.city)) else (("city", self.city), *self.said)
        return f"{path}?{urlencode(said)}{'#' if place else ''}{place}"

    def days(self) -> dict[str, dt.date]:
        """Days one step away: the day and the month's end before and after."""
        first = self.day.replace(day=1)
        return {
            "month_before": first - ONE_DAY,
            "day_before": self.day - ONE_DAY,
            "day_after": self.day + ONE_DAY,
            "month_after": _month_end(self.day + ONE_DAY if is_month_end(self.day) else self.day),
        }


def read(site: Site, city: str | None, said: Mapping[str, str]) -> Asked:
    """Understand an address.

    Raises:
        Http404: no such city or rule.
        BadRequest: no such day, a day yet to come, no such year, or no such unit.
    """
    pack = site.pack(city)
    day = _day(site, pack, said.get("day", ""))
    return Asked(
        city=pack.folder.name,
        day=day,
        rule=_rule(site, pack, day, said.get("rule", "")),
        unit=_one_of(SCALES, said.get("unit") or SCALES[0], say("金额单位")),
        about=_year(said.get("year", "")),
        picks=_picks(said),
        came=_came(said.get("from", "")),
    )


@lru_cache(maxsize=4096)
def _path(name: str, *parts: str) -> str:
    """Path of a page; Django works it out anew each time, and a page has hundreds of links."""
    return reverse(name, args=parts)


@lru_cache(maxsize=4096)
def _encoded(said: tuple[tuple[str, str], ...]) -> str:
    """The part of an address behind ``?``; the rows of a page differ only in the place one comes back to."""
    return urlencode(said)


def _picks(said: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What else an address says: kept as it is, for the page whose list it is about."""
    others = [(key, value.strip()[:LONGEST]) for key, value in said.items() if key not in OWN]
    return tuple((key, value) for key, value in others if value and PICK.fullmatch(key))[:MOST]


def _came(said: str) -> str:
    """The page one came from, if it is one of ours."""
    path, _, place = said.partition("#")
    if not (path.startswith("/") and PLACE.fullmatch(place)):
        return ""
    try:
        resolve(path)
    except Resolver404:
        return ""
    return said


def _day(site: Site, pack: Pack, text: str) -> dt.date:
    today = site.today()
    if not text:
        opens_on: dt.date = pack.city.get("opens_on", today)
        return min(opens_on, today)
    try:
        day = dt.date.fromisoformat(text)
    except ValueError as error:
        raise BadRequest(say("“{said}”不是日期。请写成年-月-日，例如 2021-06-30", said=text)) from error
    if day > today:
        raise BadRequest(say("{day} 还没有到，台账只知道今天（{today}）以前的事", day=day, today=today))
    if day.year < EARLIEST:
        raise BadRequest(say("{day} 太早了，请选 {year} 年以后的日期", day=day, year=EARLIEST))
    return day


def _year(text: str) -> int:
    """The year asked about; 0 where none is, for the day's own."""
    if not text:
        return 0
    year = int(text) if YEAR.fullmatch(text) else 0
    if not EARLIEST <= year <= LATEST:
        words = {"said": text, "earliest": EARLIEST, "latest": LATEST}
        raise BadRequest(
            say("“{said}”不是可查的年份。请写 {earliest} 到 {latest} 之间的四位数，例如 2021", **words)
        )
    return year


def _rule(site: Site, pack: Pack, day: dt.date, name: str) -> str:
    rules = site.rules(day)
    chosen = name or str(pack.city["default_rule"])
    if chosen not in rules:
        raise Http404(say("没有名为 {rule} 的规则。现有：{names}", rule=chosen, names="、".join(rules)))
    return chosen


def _one_of(choices: tuple[str, ...], said: str, what: str) -> str:
    if said not in choices:
        known = "、".join(choice for choice in choices if choice)
        raise BadRequest(say("没有“{said}”这个{what}。可选：{known}", said=said, what=what, known=known))
    return said


def _month_end(day: dt.date) -> dt.date:
    while not is_month_end(day):
        day += ONE_DAY
    return day
