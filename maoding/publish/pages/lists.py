"""Lists: of many rows, which ones does an address pick, in which order, from which page, and how is that a workbook?

A page declares its list once (`Listing`: columns, choices, searched words) and hands it the rows; what an address
picks is kept in `Asked.picks`, so that every link from a row carries it and the way back leads to the same rows.
Templates draw it with the macros of ``lists.html``; the workbook holds all pages of what was picked and names the picks
above its heads.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.urls import reverse

from maoding.publish.pages.asked import LONGEST, Asked
from maoding.publish.pages.columns import Choice, Column, Head, Row
from maoding.publish.pages.rows import Rows
from maoding.publish.shown import day
from maoding.publish.spelling import looked_for, rank, spelling, spelt
from maoding.publish.workbook import TYPE, workbook
from maoding.terms.language import noted, say

__all__ = ["A_PAGE", "Choice", "Column", "Head", "Listing", "Picked", "Row"]

A_PAGE = 50
FIND = noted("查找")
DIRECTIONS = {"ascending": noted("升序"), "descending": noted("降序")}


@dataclass(frozen=True)
class Listing:
    """One list: the address names of page and workbook, columns, choices, what is searched, and the usual order.

    `fits` gives the test that no single choice can make (two of them about one thing), if the question needs one.
    """

    page: str
    columns: tuple[Column, ...]
    choices: tuple[Choice, ...]
    words: Callable[[Row], str]
    fits: Callable[[Asked], Callable[[Row], bool] | None] = lambda asked: None  # noqa: ARG005 - most need none
    usual: str = ""
    a_page: int = A_PAGE
    place: Mapping[str, str] = field(default_factory=dict)

    @property
    def keys(self) -> tuple[str, ...]:
        """What an address may pick, in the order in which it says so."""
        return (*(choice.key for choice in self.choices), "name", "sort", "page")

    def pick(self, asked: Asked, said: Mapping[str, str]) -> Asked:
        """The question with what an address picks of this list.

        Raises:
            BadRequest: no such order or page.
        """
        picks = {key: said.get(key, "").strip()[:LONGEST] for key in self.keys}
        sort, page = picks["sort"], picks["page"] or "1"
        if sort and self.ordering(sort) is None:
            raise BadRequest(say("没有“{said}”这种排序", said=sort))
        if not (page.isdecimal() and int(page)):
            raise BadRequest(say("“{said}”不是页码", said=page))
        return asked.picking(**picks)

    def ordering(self, sort: str) -> Column | None:
        """The column of an order, with or without ``-`` before it, if it can order anything."""
        ours = (column for column in self.columns if column.order)
        return next((column for column in ours if column.key == sort.removeprefix("-")), None)

    def of(self, rows: Iterable[Row], asked: Asked) -> "Picked":
        """The rows an address picked, in its order."""
        known = rows if isinstance(rows, Rows) else Rows(rows)
        sort = asked.pick("sort") or self.usual
        found = known.ordered(self.ordering(sort), backwards=sort.startswith("-"))
        for choice in self.choices:
            if value := asked.pick(choice.key):
                found = [row for row in found if value in choice.values(row)]
        if words := looked_for(asked.pick("name")):
            found = [row for row in found if rank(spelling(self.words(row)), words) is not None]
        if fits := self.fits(asked):
            found = [row for row in found if fits(row)]
        return Picked(self, asked, known, found)


@dataclass(frozen=True)
class Picked:
    """The rows that were picked of those known, and where every other pick of the same list leads."""

    listing: Listing
    asked: Asked
    known: Rows
    found: Sequence[Row]

    @property
    def pages(self) -> int:
        """How many pages there are; one where nothing was found."""
        return max(1, -(-len(self.found) // self.listing.a_page))

    @property
    def page(self) -> int:
        """The page asked for, or the last there is."""
        return min(int(self.asked.pick("page") or 1), self.pages)

    @property
    def near(self) -> list[int]:
        """Pages to offer: the first, the last and those near the one in sight; 0 stands for those left out."""
        offered = sorted({1, self.pages, *range(max(1, self.page - 2), min(self.pages, self.page + 2) + 1)})
        gaps = {later for earlier, later in pairwise(offered) if later > earlier + 1}
        return [each for page in offered for each in ((0, page) if page in gaps else (page,))]

    @property
    def first(self) -> int:
        """Place of the page's first row, from 1."""
        return (self.page - 1) * self.listing.a_page + 1

    @property
    def rows(self) -> Sequence[Row]:
        """Rows of the page."""
        return self.found[self.first - 1 : self.first - 1 + self.listing.a_page]

    @property
    def is_sifted(self) -> bool:
        """Whether less than all was asked for."""
        return any(self.asked.pick(key) for key in self.listing.keys[:-2])

    @property
    def sort(self) -> str:
        """The order in use; empty where the rows stand as they came."""
        return self.asked.pick("sort") or self.listing.usual

    def href(self, **changes: Any) -> str:
        """Address of the same list with changes; any but of the page begins at the first page."""
        return self._at(self.listing.page, self.asked.picking(**{"page": ""} | _said(changes)))

    def on(self, day: dt.date) -> str:
        """Address of the same list on another day, from its first page."""
        return self._at(self.listing.page, self.asked.picking(page="").on(day))

    def everything(self) -> str:
        """Address of the list without filters."""
        return self.href(**dict.fromkeys(self.listing.keys[:-2], ""))

    def export(self) -> str:
        """Address of all pages as a workbook."""
        return self._at(f"{self.listing.page}-workbook", self.asked.picking(page=""))

    def _at(self, name: str, asked: Asked) -> str:
        return f"{reverse(name, kwargs={'city': asked.city, **self.listing.place})}?{asked.query()}"

    def action(self) -> str:
        """Address a form sends its fields to."""
        return reverse(self.listing.page, kwargs={"city": self.asked.city, **self.listing.place})

    def heads(self) -> list[Head]:
        """Heads of the columns, with the orders they stand for."""
        return [self._head(column) for column in self.listing.columns if column.on_page]

    def _head(self, column: Column) -> Head:
        standing = {column.key: "ascending", f"-{column.key}": "descending"}.get(self.sort, "")
        wanted = column.other if self.sort == column.usual else column.usual
        href = self.href(sort=wanted) if column.order else ""
        return Head(column.key, say(column.words), href, standing, column.numeric)

    def orders(self) -> list[tuple[str, str, bool]]:
        """Orders to choose from where no heads are shown: value, name, whether it is the one in use."""
        ours = [column for column in self.listing.columns if column.order]
        return [
            (self.sort if now else each.usual, say(each.words), now)
            for each in ours
            for now in [each.key == self.sort.removeprefix("-")]
        ]

    @cached_property
    def turned(self) -> tuple[str, str] | None:
        """How the order in use runs, and the address of the other way round; None where rows stand as they came."""
        column = self.listing.ordering(self.sort)
        if column is None:
            return None
        runs = "descending" if self.sort.startswith("-") else "ascending"
        other = column.other if self.sort == column.usual else column.usual
        return say(DIRECTIONS[runs]), self.href(sort=other)

    def choosers(self) -> list[tuple[str, str, str, list[tuple[str, str]]]]:
        """Filters: key, name, value picked, and what the known rows offer as value and name."""
        return [
            (each.key, say(each.words), self.asked.pick(each.key), self._offered(each))
            for each in self.listing.choices
        ]

    def _offered(self, choice: Choice) -> list[tuple[str, str]]:
        """Values the known rows have, in order; one picked that no row has stands last, as it was said."""
        values = self.known.offered(choice)
        named = [(value, choice.label(value)) for value in values]
        order = choice.order
        named.sort(key=lambda pair: (order(pair[0]) if order else 0, spelt(pair[1]), pair[0]))
        picked = self.asked.pick(choice.key)
        return named if picked in {"", *values} else [*named, (picked, picked)]

    def said(self) -> list[str]:
        """The filters in words; a line that says so where there are none."""
        picked = [(words, dict(offered)[value]) for _, words, value, offered in self.choosers() if value]
        picked += [(say(FIND), name)] if (name := self.asked.pick("name")) else []
        return [say("{filter}：{value}", filter=words, value=value) for words, value in picked] or [
            say("筛选：无")
        ]

    def workbook(self, title: str, *lines: str) -> HttpResponse:
        """All pages of what was picked as an xlsx file that names day, filters and order."""
        above = [
            say("截至 {day}所知", day=day(self.asked.day)),
            *lines,
            *self.said(),
            *self._ordered_by(),
            say("共 {n} 行", n=len(self.found)),
        ]
        heads = [say(column.words) for column in self.listing.columns]
        rows = [[column.cell(row) for column in self.listing.columns] for row in self.found]
        answer = HttpResponse(workbook(title, above, heads, rows, self.asked.day), content_type=TYPE)
        name = f"{self.listing.page}-{self.asked.day}.xlsx"
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer

    def _ordered_by(self) -> list[str]:
        column = self.listing.ordering(self.sort)
        if column is None or self.turned is None:
            return []
        return [say("排序：{column}，{direction}", column=say(column.words), direction=self.turned[0])]


def _said(changes: Mapping[str, Any]) -> dict[str, str]:
    return {key: str(value) for key, value in changes.items()}
