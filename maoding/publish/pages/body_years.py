"""Body years: what did a body promise for each year, what does it answer for, and how did past years end?"""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import polars as pl

from maoding.ledger import chain, known
from maoding.publish.bodies import ENDINGS, Body, ending, years_of
from maoding.publish.pages.asked import Asked
from maoding.publish.pages.bodies import of_the_body
from maoding.publish.pages.cells import Line, line
from maoding.publish.pages.site import KEPT, Site
from maoding.publish.rules import LightRule
from maoding.publish.scoreboard import SILENT, Row
from maoding.publish.words import COUNTED
from maoding.terms.language import say, spoken

ALWAYS = ("behind",)  # told in the answer even where nothing is


@dataclass(frozen=True)
class Year:
    """Promises of one year: its own, those of others it answers for, and how they stand or ended, in words."""

    year: int
    asked: Asked
    own: list[Line]
    owned: list[Line]
    counts: Mapping[str, int]
    ended: str
    href: str


def year_by_year(site: Site, asked: Asked, code: str) -> list[Year]:
    """The year asked, then the others with promises, the latest first; a promise of several years stands once.

    Links to sources lead back to the page asked from.
    """
    return _kept(chain.last_link(), site, replace(asked, picks=()), code, spoken.get())


@lru_cache(maxsize=4 * KEPT)
def _kept(link: str, site: Site, asked: Asked, code: str, language: str) -> list[Year]:  # noqa: ARG001 - what the cache hangs on
    rule = site.rules(asked.day)[asked.rule]
    others = years_of(_commitments(link, site, asked.plain), code)
    shown: set[str] = set()
    found = []
    for year in (asked.year, *(each for each in others if each != asked.year)):
        rows = site.scoreboard(site.pack(asked.city), asked.day, asked.rule, year).rows
        new = [row for row in rows if row["promise"] not in shown]
        about = replace(asked, about=year if year != asked.year else asked.about)
        found.append(_year(new, code, year, about, rule))
        shown |= {row["promise"] for row in new}
    return [each for each in found if each.year == asked.year or each.own or each.owned]


@lru_cache(maxsize=KEPT)
def _commitments(link: str, site: Site, asked: Asked) -> pl.DataFrame:  # noqa: ARG001 - what the cache hangs on
    return known.known(asked.day, site.viewer)["commitments"]


def _year(rows: list[Row], code: str, year: int, asked: Asked, rule: LightRule) -> Year:
    own = [row for row in rows if row["subject"] == code]
    owned = [row for row in rows if row["owner"] == code and row["subject"] != code]
    over = asked.day >= dt.date(year, 12, 31)
    return Year(
        year=year,
        asked=asked,
        own=[_line(row, asked, rule, over=over) for row in own],
        owned=[_line(row, asked, rule, over=over) for row in owned],
        counts=Counter(row["state"] for row in own or owned),
        ended=_ended(own or owned, asked) if over else "",
        href=of_the_body("board", asked, code),
    )


def _line(row: Row, asked: Asked, rule: LightRule, *, over: bool) -> Line:
    """A promise's row; where its year is over and something is known, how it ended stands first."""
    shown = line(row, asked, rule)
    if not over or row["state"] in SILENT:
        return shown
    said = say(ENDINGS[ending(row, asked.day)])
    return replace(shown, remark=say("；").join(filter(None, (said, shown.remark))))


def _ended(rows: list[Row], asked: Asked) -> str:
    """How the promises of a year that is over ended, in one line."""
    counts = Counter(ending(row, asked.day) for row in rows)
    told = [
        say("{n} 项{ending}", n=counts[key], ending=say(words))
        for key, words in ENDINGS.items()
        if counts[key]
    ]
    return say("，").join(told)


def answer(body: Body, year: Year) -> str:
    """The page's title: how much it promised for the year, and how that stands."""
    said = {"body": body.name, "year": year.year, "n": len(year.own) or len(year.owned)}
    if not said["n"]:
        return say("{body} {year}年：台账里没有它的承诺", **said)
    told = [
        say(words, n=year.counts[state])
        for state, words in COUNTED.items()
        if year.counts[state] or state in ALWAYS
    ]
    said["told"] = say("，").join(told)
    if not year.own:
        return say("{body} {year}年：负责 {n} 项承诺，{told}", **said)
    return say("{body} {year}年：{n} 项承诺，{told}", **said)
