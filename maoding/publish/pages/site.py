"""Site: which cities, rules and answers do the pages draw on, and how long may an answer be kept?

An answer hangs on the ledger's last link, the city, the day, the rule, the viewer and the year asked about, and is kept
under just these;
rules are read once a link and day, and packs once a process.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import polars as pl
from django.http import Http404

from maoding.judge.lights import FACTS
from maoding.ledger import chain, known
from maoding.publish.asking import Answers, Question, tree
from maoding.publish.other_rule import beside_usual
from maoding.publish.rules import LightRule, light_rule
from maoding.publish.scoreboard import Scoreboard, scoreboard
from maoding.terms.language import say, spoken
from maoding.terms.pack import NoSuchPackError, Pack, packs
from maoding.terms.pack import find as find_pack
from maoding.terms.viewer import Viewer

KEPT = 16


@dataclass(frozen=True)
class Site:
    """What `app` finds out once and hands to every page: folders, the clock and for whom pages are made."""

    cities: Path
    shared: Path
    today: Callable[[], dt.date]
    viewer: Viewer

    def pack(self, name: str | None) -> Pack:
        """The pack of a city; without a name the first there is.

        Raises:
            Http404: there is none.
        """
        try:
            return _pack(self.cities, name or _first_name(self.cities))
        except NoSuchPackError as error:
            raise Http404(say("没有名为 {city} 的城市包。现有：{cities}", city=name, cities=error)) from error

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever recorded."""
        return chain.last_link() == chain.FIRST_LINK

    def published(self, day: dt.date) -> dict[str, LightRule]:
        """Published rules by name; one published later than the day in its first version."""
        return _published(chain.last_link(), day)

    def rules(self, day: dt.date) -> dict[str, LightRule]:
        """Published rules that can be asked of promises: every fact they ask for is one the ledger may know."""
        return {name: rule for name, rule in self.published(day).items() if not self.unknown_facts(rule)}

    @staticmethod
    def unknown_facts(rule: LightRule) -> list[str]:
        """Facts a rule asks for that the ledger never knows of a promise."""
        return [name for name in rule.table.inputs if name not in FACTS]

    def years(self, pack: Pack, day: dt.date) -> tuple[int, ...]:
        """Years for which the city had promised something by the day, and the day's own; the latest first."""
        return _years(chain.last_link(), pack, day, self.viewer)

    def answers(self, pack: Pack, day: dt.date, rule: str, year: int = 0) -> Answers:
        """Findings for one question; about the day's own year unless another is asked for."""
        return _answers(chain.last_link(), pack, day, rule, self.viewer, year or day.year)

    def scoreboard(self, pack: Pack, day: dt.date, rule: str, year: int = 0) -> Scoreboard:
        """The scoreboard in the reader's language; about the day's own year unless another is asked for."""
        return _scoreboard(chain.last_link(), pack, day, rule, self.viewer, year or day.year, spoken.get())


@lru_cache
def _pack(cities: Path, name: str) -> Pack:
    return find_pack(cities, name)


@lru_cache
def _first_name(cities: Path) -> str:
    return next((pack.folder.name for pack in packs(cities)), "")


@lru_cache(maxsize=KEPT)
def _published(link: str, day: dt.date) -> dict[str, LightRule]:  # noqa: ARG001 - the link is what the cache hangs on
    return {name: light_rule(said) for name, said in sorted(known.rules(day).items())}


@lru_cache(maxsize=KEPT)
def _years(link: str, pack: Pack, day: dt.date, viewer: Viewer) -> tuple[int, ...]:  # noqa: ARG001 - as above
    tables = known.known(day, viewer)
    ours = pl.col("subject").is_in(tree(tables["subjects"], pack.city["code"]))
    spans = tables["commitments"].filter(ours).select("period_start", "period_end").unique()
    promised = {year for first, last in spans.iter_rows() for year in range(first.year, last.year + 1)}
    return tuple(sorted(promised | {day.year}, reverse=True))


@lru_cache(maxsize=KEPT)
def _answers(link: str, pack: Pack, day: dt.date, rule: str, viewer: Viewer, year: int) -> Answers:
    return Answers(Question(pack, day, viewer, _published(link, day)[rule], year))


@lru_cache(maxsize=KEPT)
def _scoreboard(
    link: str,
    pack: Pack,
    day: dt.date,
    rule: str,
    viewer: Viewer,
    year: int,
    language: str,  # noqa: ARG001 - names are in the language
) -> Scoreboard:
    answers, usual = _answers(link, pack, day, rule, viewer, year), str(pack.city["default_rule"])
    board, published = scoreboard(answers), _published(link, day)
    return board if rule == usual else beside_usual(board, answers, published[usual])
