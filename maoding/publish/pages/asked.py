"""Asked: what does an address ask for, and which address asks for something else?"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import Http404
from django.urls import reverse

from maoding.publish.pages.site import Site
from maoding.publish.scoreboard import FIRST
from maoding.terms.language import say
from maoding.terms.pack import Pack
from maoding.terms.periods import is_month_end

SCALES = ("亿元", "万元")
EARLIEST = 1949  # no promise of any government on record here is older
LATEST = 2100  # no plan on record looks further ahead
YEAR = re.compile("[0-9]{4}")
ONE_DAY = dt.timedelta(days=1)
LONGEST = 60  # letters of a name looked for


@dataclass(frozen=True)
class Asked:
    """One reader's question: city, day, rule and unit, which year (0: the day's own), and which of the rows to show."""

    city: str
    day: dt.date
    rule: str
    unit: str
    state: str = ""
    body: str = ""
    name: str = ""
    about: int = 0

    @property
    def year(self) -> int:
        """Year whose promises are asked for."""
        return self.about or self.day.year

    def query(self, **changes: Any) -> str:
        """The question as the part of an address behind ``?``, with changes."""
        asked = replace(self, **changes)
        said: dict[str, Any] = {"year": asked.about, "day": asked.day.isoformat()}
        said |= {"rule": asked.rule, "unit": asked.unit}
        said |= {"state": asked.state, "body": asked.body, "name": asked.name}
        return urlencode({key: value for key, value in said.items() if value})

    def board(self, **changes: Any) -> str:
        """Address of the scoreboard that answers it, with changes."""
        return f"{reverse('board', args=[self.city])}?{self.query(**changes)}"

    def row(self, promise: str) -> str:
        """Address of one promise's reason."""
        return f"{reverse('row', args=[self.city, promise])}?{self.query()}"

    def source(self, code: str, entry: str = "", promise: str = "") -> str:
        """Address of a source, at an entry's own words, from where one gets back to a promise's row."""
        way_back = f"&{urlencode({'from': promise})}" if promise else ""
        place = f"#{entry}" if entry else ""
        return f"{reverse('source', args=[code])}?{urlencode({'city': self.city})}&{self.query()}{way_back}{place}"

    def rules(self) -> str:
        """Address of the list of rules."""
        return f"{reverse('rules')}?{urlencode({'city': self.city})}&{self.query()}"

    def rule_page(self, name: str) -> str:
        """Address of what a rule says and what it would do here."""
        return f"{reverse('rule', args=[name])}?{urlencode({'city': self.city})}&{self.query()}"

    def entry(self, name: str) -> str:
        """Address of the way from an entry to its source."""
        return f"{reverse('why', args=[name])}?{urlencode({'city': self.city})}&{self.query()}"

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
        BadRequest: no such day, a day yet to come, no such year, or no such unit or state.
    """
    pack = site.pack(city)
    day = _day(site, pack, said.get("day", ""))
    return Asked(
        city=pack.folder.name,
        day=day,
        rule=_rule(site, pack, day, said.get("rule", "")),
        unit=_one_of(SCALES, said.get("unit") or SCALES[0], say("金额单位")),
        state=_one_of(("", *FIRST), said.get("state", ""), say("状态")),
        body=said.get("body", ""),
        name=said.get("name", "").strip()[:LONGEST],
        about=_year(said.get("year", "")),
    )


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
