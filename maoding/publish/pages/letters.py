"""Letters: how does a bulletin stand on a page, with every number leading to its source or its working?"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from maoding.publish.bulletins.accounting import placed
from maoding.publish.bulletins.letter import Block, Cell, Chart, Heading, Letter, Paragraph, Sentence, Table
from maoding.publish.bulletins.material import LAST, THIS, Material
from maoding.publish.bulletins.said import Counted, Number, Published, RuleRow
from maoding.publish.bulletins.statements import Composition, Statement
from maoding.publish.pages.asked import Asked

BETWEEN = " | "


@dataclass(frozen=True)
class Piece:
    """A stretch of text; `href` leads from a number to where it comes from, and is empty for words."""

    text: str
    href: str = ""

    @property
    def length(self) -> int:
        """How many letters it has."""
        return len(self.text)


@dataclass(frozen=True)
class Shown:
    """A letter as its page shows it: the letter, and its blocks as plain data for the template."""

    letter: Letter
    blocks: list[dict[str, Any]]


class Showing:
    """Shows one letter: its statements come in the order of its blocks."""

    def __init__(self, made: Composition, letter: Letter, material: Material, asked: Asked) -> None:
        self.made, self.letter, self.material, self.asked = made, letter, material, asked
        self.by_id = {each.id: each for each in made.statements}
        self.rows = iter([each for each in made.statements if each.kind == "row"])
        self.charts = iter([each for each in made.statements if each.kind == "chart"])

    def shown(self) -> Shown:
        """The letter, block by block."""
        return Shown(self.letter, [self._block(block) for block in self.letter.blocks])

    def _block(self, block: Block) -> dict[str, Any]:
        match block:
            case Heading(text, level):
                return {"kind": "heading", "level": level, "text": text}
            case Paragraph(sentences):
                return {"kind": "paragraph", "sentences": [self._sentence(each) for each in sentences]}
            case Chart(title, option, words, height):
                stated = next(self.charts)
                pieces = self._pieces(words, stated.numbers)
                told = json.dumps(option, ensure_ascii=False)
                said = {"id": stated.id, "title": title, "words": pieces}
                return {"kind": "chart", "option": told, "height": height} | said
            case Table():
                return self._table(block)

    def _sentence(self, sentence: Sentence) -> dict[str, Any]:
        numbers = self.by_id[sentence.id].numbers
        pieces = self._pieces(sentence.text, numbers)
        return {"id": sentence.id, "pieces": pieces, "sources": sentence.sources}

    def _table(self, table: Table) -> dict[str, Any]:
        stated = [next(self.rows) for _ in table.rows]
        return {
            "kind": "table",
            "title": table.title,
            "heads": table.heads,
            "rows": [
                {"id": each.id, "cells": self._cells(cells, each, table)}
                for cells, each in zip(table.rows, stated, strict=True)
            ],
            "notes": [self._note(line, stated) for line in table.note.splitlines()],
        }

    def _cells(self, cells: Sequence[Cell], stated: Statement, table: Table) -> list[dict[str, Any]]:
        """Cells of a row: its numbers are looked for along the whole row, as the check does."""
        spans, _, _ = self._placed(BETWEEN.join(cell.text for cell in cells), stated.numbers)
        made, start = [], 0
        for cell, head in zip(cells, table.heads, strict=True):
            end = start + len(cell.text)
            inside = [(at - start, to - start, number) for at, to, number in spans if start <= at < end]
            pieces = list(self._split(cell.text, inside))
            made.append({"pieces": pieces, "tone": cell.tone, "sources": cell.sources, "head": head})
            start = end + len(BETWEEN)
        return made

    def _note(self, line: str, stated: list[Statement]) -> list[Piece]:
        """A line below a table: the numbers of the remarks in it."""
        own = next((each for each in stated if each.remarks and each.remarks[0] in line), None)
        if own is None:
            return [Piece(line)]
        at = line.index(own.remarks[0])
        spans, _, _ = self._placed(line[at:], own.numbers)
        return [Piece(line[:at]), *self._split(line[at:], spans)]

    def _pieces(self, text: str, numbers: Sequence[Number]) -> list[Piece]:
        spans, _, _ = self._placed(text, numbers)
        return list(self._split(text, spans))

    def _placed(self, text: str, numbers: Sequence[Number]) -> tuple[list[tuple[int, int, Number]], Any, str]:
        return placed(text, numbers, self.made.names, self.letter.language)

    def _split(self, text: str, spans: list[tuple[int, int, Number]]) -> Iterator[Piece]:
        last = 0
        for start, end, number in spans:
            yield Piece(text[last:start])
            yield Piece(text[start:end], self.href(number))
            last = end
        yield Piece(text[last:])

    def href(self, number: Number) -> str:
        """Where a number leads: a published one to its words, another to where it is worked out."""
        asked = self.asked
        for origin in number.origins:
            if isinstance(origin, Published):
                return asked.source(self.material.source_of[origin.entry], origin.entry)
            if isinstance(origin, RuleRow):
                return asked.rule_page(origin.rule)
            if isinstance(origin, Counted):
                state = origin.tag[1] if origin.tag and origin.tag[0] == "state" else ""
                return self._of_year(str(origin.year)).plain.picking(state=state).board()
        year, _, row = number.key[0].partition("/")
        if row in self._promises(year):
            return self._of_year(year).row(row)
        return asked.entry(number.entries[0]) if number.entries else self._of_year(year).page("board")

    def _of_year(self, year: str) -> Asked:
        own = year == str(self.material.day.year) or not year.isdecimal()
        return replace(self.asked, about=0 if own else int(year))

    def _promises(self, year: str) -> set[str]:
        names = {str(self.material.year(name)): name for name in (THIS, LAST)}
        if year not in names:
            return set()
        return {row["promise"] for row in self.material.promises(names[year])}
