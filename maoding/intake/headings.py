"""Headings: which field is a column, and which kind of feed is a table?"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from maoding.intake.problems import Problem, about_file
from maoding.intake.tables import Table
from maoding.terms.language import say
from maoding.terms.units import known_units

UNIT_BEHIND = re.compile(r"(?P<name>.+?)(?:\((?P<bracketed>.+)\)|:(?P<behind>.+)|(?P<percent>%))\Z")
SHOWN_HEADINGS = 12


@dataclass(frozen=True)
class Kind:
    """One kind of feed: its Chinese title, the fields it needs, and by which headings each field is known."""

    name: str
    title: str
    needs: tuple[tuple[str, ...], ...]
    headings: Mapping[str, str]  # plain heading → field
    labels: Mapping[str, str]  # field → how to write it

    def missing(self, fields: Mapping[str, int]) -> list[str]:
        """Headings to add so that every need is met; alternatives are parted by 或."""
        lacking = [need for need in self.needs if not fields.keys() & set(need)]
        return [say("或").join(self.labels[name] for name in need) for need in lacking]


@dataclass(frozen=True)
class Layout:
    """Which column of a table holds which field of its kind, and the units its headings state."""

    kind: Kind
    columns: Mapping[str, int]
    units: Mapping[str, str]


def plain(heading: str) -> str:
    """A heading without blanks, case and width of its letters."""
    return re.sub(r"[\s*]", "", unicodedata.normalize("NFKC", heading)).lower()


@cache
def _book() -> dict[str, dict[str, Any]]:
    text = resources.files(__package__).joinpath("headings.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


@cache
def kinds() -> dict[str, Kind]:
    """Every kind of feed by its name."""
    shared = _book()["every_kind"]
    return {
        name: _kind(name, shared, told)
        for name, told in _book().items()
        if name not in ("every_kind", "units")
    }


def _kind(name: str, shared: Mapping[str, list[str]], told: Mapping[str, Any]) -> Kind:
    # A kind's own fields come last, so that they win over those of every kind: 来源编号 is a source's own code.
    everything = [*shared.items(), *told["fields"].items()]
    headings = {plain(word): field for field, words in everything for word in words}
    labels = {field: words[0] for field, words in everything}
    return Kind(name, told["title"], tuple(tuple(need) for need in told["needs"]), headings, labels)


@cache
def known_headings() -> frozenset[str]:
    """Plain form of every heading of every kind."""
    return frozenset(word for kind in kinds().values() for word in kind.headings)


def is_heading(text: str) -> bool:
    """Whether the text is a heading of some kind, with or without a unit behind it."""
    return plain(text) in known_headings() or split_unit(plain(text))[0] in known_headings()


@cache
def split_unit(heading: str) -> tuple[str, str]:
    """Split a plain heading from the unit behind it: ``完成数(亿元)`` → ``("完成数", "亿元")``."""
    if found := UNIT_BEHIND.match(heading):
        written = found["bracketed"] or found["behind"] or found["percent"]
        if written in _units_in_small_letters():
            return found["name"], _units_in_small_letters()[written]
    return heading, _book()["units"].get(heading, "")


@cache
def _units_in_small_letters() -> dict[str, str]:
    return {name.lower(): name for name in known_units()}


def layout(table: Table) -> Layout | Problem:
    """Find out which kind of feed a table is; a problem tells which headings are missing or stand twice."""
    seen = [(kind, *_columns(kind, table)) for kind in kinds().values()]
    complete = [found for found in seen if not found[0].missing(found[1])]
    if not complete:
        return _nothing_fits(table, [(kind, fields) for kind, fields, _ in seen])
    kind, fields, twice = max(complete, key=lambda found: len(found[1]))
    if twice:
        return about_file(
            table.file,
            say(
                "有两列都像是“{heading}”：{columns}",
                heading=kind.labels[twice[0]],
                columns="、".join(twice[1:]),
            ),
            say("请只留一列，或把另一列改名"),
            table.sheet,
        )
    units = {field: _unit_of(table.heads[column]) for field, column in fields.items()}
    return Layout(kind, fields, {field: name for field, name in units.items() if name})


def _columns(kind: Kind, table: Table) -> tuple[dict[str, int], list[str]]:
    """Column of each field; then, where two columns claim one field equally, the field and both headings."""
    claims: dict[str, list[tuple[int, int]]] = {}
    for column, parts in enumerate(table.heads):
        for weight, written in enumerate(_readings(parts)):
            if field := kind.headings.get(written) or kind.headings.get(split_unit(written)[0]):
                claims.setdefault(field, []).append((weight, column))
                break
    twice: list[str] = []
    for field, claimed in claims.items():
        claimed.sort()
        if len(claimed) > 1 and claimed[0][0] == claimed[1][0] and not twice:
            twice = [field, *(table.columns[column] for _, column in claimed[:2])]
    return {field: claimed[0][1] for field, claimed in claims.items()}, twice


def _readings(parts: tuple[str, ...]) -> list[str]:
    """What a head of several rows may be called: all of it, its lowest word, then the words above."""
    return [plain("".join(parts)), *(plain(part) for part in reversed(parts))]


def _unit_of(parts: tuple[str, ...]) -> str:
    return next((name for part in reversed(parts) if (name := split_unit(plain(part))[1])), "")


def _nothing_fits(table: Table, seen: list[tuple[Kind, dict[str, int]]]) -> Problem:
    kind, fields = max(seen, key=lambda pair: len(pair[1]))
    written = [heading for heading in table.columns if heading]
    found = "、".join(written[:SHOWN_HEADINGS]) or say("（没有）")
    return about_file(
        table.file,
        say(
            "当作{title}来看，缺少列：{missing}。找到的列是：{found}",
            title=kind.title,
            missing="、".join(kind.missing(fields)),
            found=found,
        ),
        say("请补上缺少的列，或把已有的列改成这些名称；表头写在数据上面一行"),
        table.sheet,
    )
