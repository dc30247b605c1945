"""Lists: of many rows, which ones does an address pick, in which order, from which page, and how is that a workbook?

A page declares its list once (`Listing`: columns, choices, searched words) and hands it the rows; what an address
picks is kept in `Asked.picks`, so that every link from a row carries it and the way back leads to the same rows.
Templates draw it with the macros of ``lists.html``; the workbook holds all pages of what was picked and names the picks
above its heads.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.urls import reverse

from maoding.publish.pages.asked import LONGEST, Asked
from maoding.publish.shown import day
from maoding.publish.spelling import is_named
from maoding.publish.workbook import TYPE, Cell, workbook
from maoding.terms.language import noted, say

Row = Any
A_PAGE = 50
FIND = noted("查找")


@dataclass(frozen=True)
class Column:
    """A column: what orders it (None: nothing does) and its cell in the workbook, a text or a number.

    `greatest_first` is what a first press on the head does; rows whose order is None or empty stand last either way,
    and rows of one `group` (a currency) stay together. A column that is not `on_page` stands in the workbook only.
    """

    key: str
    words: str
    cell: Callable[[Row], Cell]
    order: Callable[[Row], Any] | None = None
    greatest_first: bool = False
    numeric: bool = False
    group: Callable[[Row], Any] | None = None
    on_page: bool = True

    @property
    def usual(self) -> str:
        """The order a first press on the head asks for."""
        return f"-{self.key}" if self.greatest_first else self.key


@dataclass(frozen=True)
class Choice:
    """A filter: the values a row has of it, and how a value is named; `order` sorts the values, else by name."""

    key: str
    words: str
    values: Callable[[Row], Collection[str]]
    label: Callable[[str], str] = str
    order: Callable[[str], Any] | None = None


@dataclass(frozen=True)
class Head:
    """Head of a column: its words, where pressing it leads (empty: nowhere), and how the list stands in its order."""

    key: str
    words: str
    href: str
    sorted: str
    numeric: bool


@dataclass(frozen=True)
class Listing:
    """One list: the address names of page and workbook, columns, choices, what is searched, and the usual order.

    `fits` is what no single choice can say (two of them about one thing).
    """

    page: str
    columns: tuple[Column, ...]
    choices: tuple[Choice, ...]
    words: Callable[[Row], str]
    fits: Callable[[Row, Asked], bool] = lambda row, asked: True  # noqa: ARG005 - a row usually fits
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
        if sort and sort.removeprefix("-") not in {each.key for each in self.columns if each.order}:
            raise BadRequest(say("没有“{said}”这种排序", said=sort))
        if not (page.isdecimal() and int(page)):
            raise BadRequest(say("“{said}”不是页码", said=page))
        return asked.picking(**picks)

    def of(self, rows: Iterable[Row], asked: Asked) -> "Picked":
        """The rows an address picked, in its order."""
        known = list(rows)
        name = asked.pick("name")
        wanted = [(choice, asked.pick(choice.key)) for choice in self.choices if asked.pick(choice.key)]
        found = [
            row
            for row in known
            if all(value in choice.values(row) for choice, value in wanted)
            and (not name or is_named(self.words(row), name))
            and self.fits(row, asked)
        ]
        return Picked(self, asked, known, self._ordered(found, asked.pick("sort") or self.usual))

    def _ordered(self, rows: list[Row], by: str) -> list[Row]:
        """In the order of a column, backwards with ``-`` before it; without one as they came."""
        column = next((each for each in self.columns if each.key == by.removeprefix("-")), None)
        if column is None or column.order is None:
            return rows
        keyed = [(column.order(row), row) for row in rows]
        known = sorted((pair for pair in keyed if _is_known(pair[0])), key=lambda pair: pair[0])
        if by.startswith("-"):
            known.sort(key=lambda pair: pair[0], reverse=True)  # stable: equals keep their order
        if group := column.group:
            known.sort(key=lambda pair: group(pair[1]))
        return [row for _, row in known] + [row for key, row in keyed if not _is_known(key)]


def _is_known(key: Any) -> bool:
    return key is not None and key not in ("", ())


@dataclass(frozen=True)
class Picked:
    """The rows that were picked of those known, and where every other pick of the same list leads."""

    listing: Listing
    asked: Asked
    known: Sequence[Row]
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

    def href(self, **changes: Any) -> str:
        """Address of the same list with changes; any but of the page begins at the first page."""
        return self._at(self.listing.page, self.asked.picking(**{"page": ""} | _said(changes)))

    def on(self, day: dt.date) -> str:
        """Address of the same list on another day."""
        return self._at(self.listing.page, self.asked.on(day))

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
        now = self.asked.pick("sort") or self.listing.usual
        standing = {column.key: "ascending", f"-{column.key}": "descending"}.get(now, "")
        first = column.usual
        second = column.key if column.greatest_first else f"-{column.key}"
        href = self.href(sort=second if now == first else first) if column.order else ""
        return Head(column.key, say(column.words), href, standing, column.numeric)

    def orders(self) -> list[tuple[str, str, bool]]:
        """Orders to choose from where no heads are shown: value, name, whether it is the one in use."""
        now = self.asked.pick("sort") or self.listing.usual
        ours = [column for column in self.listing.columns if column.order]
        return [(each.usual, say(each.words), each.key == now.removeprefix("-")) for each in ours]

    def choosers(self) -> list[tuple[str, str, str, list[tuple[str, str]]]]:
        """Filters: key, name, value picked, and what the known rows offer as value and name."""
        return [
            (each.key, say(each.words), self.asked.pick(each.key), self._offered(each))
            for each in self.listing.choices
        ]

    def _offered(self, choice: Choice) -> list[tuple[str, str]]:
        values = {value for row in self.known for value in choice.values(row) if value}
        named = [(value, choice.label(value)) for value in values]
        order = choice.order
        return sorted(named, key=lambda pair: (order(pair[0]) if order else 0, pair[1], pair[0]))

    def said(self) -> list[str]:
        """The filters in words; a line that says so where there are none."""
        picked = [
            (each.words, each.label(value))
            for each in self.listing.choices
            if (value := self.asked.pick(each.key))
        ]
        picked += [(FIND, name)] if (name := self.asked.pick("name")) else []
        return [say("{filter}：{value}", filter=say(words), value=value) for words, value in picked] or [
            say("筛选：无")
        ]

    def workbook(self, title: str, *lines: str) -> HttpResponse:
        """All pages of what was picked as an xlsx file that names day and filters."""
        above = [
            say("截至 {day}所知", day=day(self.asked.day)),
            *lines,
            *self.said(),
            say("共 {n} 行", n=len(self.found)),
        ]
        heads = [say(column.words) for column in self.listing.columns]
        rows = [[column.cell(row) for column in self.listing.columns] for row in self.found]
        answer = HttpResponse(workbook(title, above, heads, rows, self.asked.day), content_type=TYPE)
        name = f"{self.listing.page}-{self.asked.day}.xlsx"
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer


def _said(changes: Mapping[str, Any]) -> dict[str, str]:
    return {key: str(value) for key, value in changes.items()}
