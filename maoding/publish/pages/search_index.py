"""Search index: what can be found on a day, and how long is that kept?

An index hangs on the ledger's last link, like every answer (``site.py``), and on the year whose board infers promises.
"""

import datetime as dt
from functools import lru_cache
from typing import Any

from maoding.ledger import chain, known
from maoding.publish import things
from maoding.publish.asking import Answers
from maoding.publish.known_sources import known_sources
from maoding.publish.pages.asked import Asked
from maoding.publish.pages.sections import SECTIONS
from maoding.publish.pages.site import KEPT, Site
from maoding.publish.projects import known_projects
from maoding.publish.searching import Index, Thing
from maoding.terms.language import noted, say, spoken
from maoding.terms.pack import Pack

# What each section answers; it is also found by these words.
QUESTIONS = {
    "board": noted("哪些目标落后，差多少，为什么？"),
    "indicators": noted("各项指标，谁承诺了多少，做到多少？"),
    "bodies": noted("各单位承诺了什么，到哪里了？"),
    "projects": noted("有哪些重点项目，各到哪一步？"),
    "changes": noted("两天之间变了什么，谁说的？"),
    "rules": noted("公布过哪些亮灯规则，各看什么？"),
    "sources": noted("数从哪些出处来？"),
    "bulletins": noted("能出哪些通报？"),
}


def index_for(site: Site, asked: Asked) -> Index:
    """The index of the day asked, in the reader's language; what is known today but not then stands apart."""
    return _index(
        chain.last_link(), site, site.pack(asked.city), asked.day, site.today(), asked.year, spoken.get()
    )


def entries_for(site: Site, asked: Asked) -> list[Thing]:
    """Entries of the id or record's number looked for, as known on the day asked."""
    pack, words = site.pack(asked.city), asked.pick("find")
    return things.entries(
        words, _answers(site, pack, asked.day, asked.year), _said(chain.last_link(), site, asked.day)
    )


@lru_cache(maxsize=KEPT)
def _index(
    link: str, site: Site, pack: Pack, day: dt.date, today: dt.date, year: int, language: str
) -> Index:
    sections = [
        Thing("section", each.name, each.word, (), (say(QUESTIONS.get(each.name, each.noted)),))
        for each in SECTIONS
    ]
    ours = _things(link, site, pack, day, year, language)
    later = _things(link, site, pack, today, year, language) if today > day else []
    return Index([*ours, *sections], later)


@lru_cache(maxsize=KEPT)
def _things(link: str, site: Site, pack: Pack, day: dt.date, year: int, language: str) -> list[Thing]:
    answers = _answers(site, pack, day, year)
    board = site.scoreboard(pack, day, str(pack.city["default_rule"]), year)
    return [
        *things.promises(_said(link, site, day), board.rows, answers),
        *things.indicators(answers),
        *things.bodies(answers),
        *things.projects(known_projects(answers), answers),
        *things.sources(known_sources(answers)),
        *things.rules(site.published(day)),
        *things.bulletins(pack, language),
    ]


def _answers(site: Site, pack: Pack, day: dt.date, year: int) -> Answers:
    return site.answers(pack, day, str(pack.city["default_rule"]), year)


@lru_cache(maxsize=KEPT)
def _said(link: str, site: Site, day: dt.date) -> list[dict[str, Any]]:  # noqa: ARG001 - the link is what the cache hangs on
    """Promises of every year: an answer holds only those of its own."""
    return known.known(day, site.viewer)["commitments"].to_dicts()
