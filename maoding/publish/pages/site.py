"""Site: which cities, rules and answers do the pages draw on, and how long may an answer be kept?

An answer hangs on the ledger's last link, the city, the day, the rule and the viewer, and is kept under just these;
rules are read once a link and day, and packs once a process.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.http import Http404

from maoding.judge.lights import FACTS
from maoding.ledger import chain, known
from maoding.publish.asking import Answers, Question
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

    def rules(self, day: dt.date) -> dict[str, LightRule]:
        """Published rules that can be asked of promises: every fact they ask for is one the ledger may know."""
        return _rules(chain.last_link(), day)

    def answers(self, pack: Pack, day: dt.date, rule: str) -> Answers:
        """Findings for one question."""
        return _answers(chain.last_link(), pack, day, rule, self.viewer)

    def scoreboard(self, pack: Pack, day: dt.date, rule: str) -> Scoreboard:
        """The scoreboard in the reader's language."""
        return _scoreboard(chain.last_link(), pack, day, rule, self.viewer, spoken.get())


@lru_cache
def _pack(cities: Path, name: str) -> Pack:
    return find_pack(cities, name)


@lru_cache
def _first_name(cities: Path) -> str:
    return next((pack.folder.name for pack in packs(cities)), "")


@lru_cache(maxsize=KEPT)
def _rules(link: str, day: dt.date) -> dict[str, LightRule]:  # noqa: ARG001 - the link is what the cache hangs on
    rules = {name: light_rule(said) for name, said in known.rules(day).items()}
    return {name: rule for name, rule in sorted(rules.items()) if set(rule.table.inputs) <= set(FACTS)}


@lru_cache(maxsize=KEPT)
def _answers(link: str, pack: Pack, day: dt.date, rule: str, viewer: Viewer) -> Answers:
    return Answers(Question(pack, day, viewer, _rules(link, day)[rule]))


@lru_cache(maxsize=KEPT)
def _scoreboard(link: str, pack: Pack, day: dt.date, rule: str, viewer: Viewer, language: str) -> Scoreboard:  # noqa: ARG001 - names are in the language
    return scoreboard(_answers(link, pack, day, rule, viewer))
