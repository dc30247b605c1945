"""Asks: which pages of the site are asked for, and how long may the server take for each?"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from urllib.parse import urlencode

MUST, AIM = 10.0, 2.0  # milliseconds of processor for a page of fifty rows
BOARD, LIST = 50.0, 100.0  # for the scoreboard of a whole city; for 5,000 projects sifted and ordered


@dataclass(frozen=True)
class Ask:
    """A page: in words, of which ledger, its addresses in turn, its limit, and whether it is made `anew` each time.

    Of a page with a `twin` the table alone is also made through Jinja2 and through Django's own templates.
    """

    what: str
    ledger: str
    addresses: tuple[str, ...]
    limit: float = MUST
    anew: bool = True
    twin: bool = False


def _turns(path: str, **choices: Iterable[str]) -> tuple[str, ...]:
    """Addresses with every choice of some questions in turn."""
    turns = product(*choices.values())
    return tuple(f"{path}?{urlencode(dict(zip(choices, turn, strict=True)))}" for turn in turns)


PROJECTS, CITY = "/town/projects/", "/taicang/"
BOARD_PAGE, LATE = f"{CITY}?day=2021-06-30", "?day=2022-12-31"
PAGES = _turns(PROJECTS, page=(str(number) for number in range(1, 101)))
SIFTED = _turns(
    PROJECTS, sort=("-investment", "name", "stage"), name=("chanye", "yy", "东仓", "有限"), tier=("", "city")
)
ASKS = {
    "board-again": Ask(
        "scoreboard of the whole city, given again", "taicang", (BOARD_PAGE,), BOARD, anew=False
    ),
    "board": Ask("scoreboard of the whole city", "taicang", (BOARD_PAGE,), BOARD, twin=True),
    "projects-again": Ask("fifty projects of 5,000, given again", "town", (PROJECTS,), anew=False),
    "projects": Ask("fifty projects of 5,000, another page each time", "town", PAGES, twin=True),
    "sifted": Ask("5,000 projects sifted and ordered otherwise each time", "town", SIFTED, LIST, twin=True),
    "indicators": Ask("indicators", "taicang", (f"{CITY}indicators/{LATE}",)),
    "indicator": Ask(
        "one indicator, its figures of every vintage", "taicang", (f"{CITY}indicators/GDP/{LATE}",)
    ),
    "bodies": Ask("districts and departments", "taicang", (f"{CITY}bodies/{LATE}",)),
    "sources": Ask("sources", "taicang", (f"{CITY}sources/{LATE}",)),
    "changes": Ask("two days side by side", "taicang", (f"{CITY}changes/?day=2021-07-31",)),
    "cohort": Ask("what became of a list", "taicang", (f"{CITY}cohort/?day=2021-12-31",)),
    "project": Ask("one project", "taicang", (f"{CITY}projects/P067/{LATE}",)),
    "entry": Ask("the way from an entry to its source", "taicang", ("/why/A003/?day=2021-06-30",)),
}
