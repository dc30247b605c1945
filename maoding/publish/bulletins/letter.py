"""Letter: what does a finished bulletin (通报) hold before anyone lays it out?

Composing makes a letter, checking reads it, and the page, the PDF and the Word file are three ways to lay it out.
Texts are in the reader's language and complete: numbered headings, units, thin spaces. A layout drops none and adds
none but brackets, source marks and the heads of the two lists at the end (`parts.py`).
"""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Heading:
    """A heading with its number in it (一、 or （一）); `level` is 1 or 2."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Sentence:
    """One statement; `id` is what an override names, `sources` are numbers in the letter's list of sources."""

    id: str
    text: str
    sources: tuple[int, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """Sentences that stand together."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Head:
    """Head of a column: words, unit (empty where there is none), whether it holds numbers, share of the width."""

    text: str
    unit: str = ""
    numeric: bool = False
    width: int = 1


@dataclass(frozen=True)
class Cell:
    """What stands in a cell; `tone` names a light's colour (its shape is in the text: ▲ 黄), `sources` as elsewhere."""

    text: str
    tone: str = ""
    sources: tuple[int, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table with its title; every row has a cell for every head."""

    title: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


@dataclass(frozen=True)
class Chart:
    """A chart: its title, an ECharts option made of plain data, and what it shows in words.

    `height` is in pixels of a drawing that is 560 wide; on paper its text is four fifths as large as on the screen.
    """

    title: str
    option: dict[str, Any]
    words: str
    height: int = 280


Block = Heading | Paragraph | Table | Chart


@dataclass(frozen=True)
class Cited:
    """A source of the letter, by its number there; `published` in words, `address` empty where there is none."""

    number: int
    code: str
    publisher: str
    title: str
    published: str
    address: str


@dataclass(frozen=True)
class Released:
    """A sentence that could not be reproduced and that a person let out all the same, with the reason."""

    id: str
    text: str
    reason: str


@dataclass(frozen=True)
class Letter:
    """A bulletin in the parts of an official letter (GB/T 9704—2012, 7); what a part does not have is empty.

    `organ` stands in red above the line (发文机关标志), `reference` below it (发文字号), `signed` and `dated` at the
    end (发文机关署名, 成文日期), `notes` under them in brackets (附注). `sample` says that this is no official letter.
    """

    kind: str
    language: str
    day: dt.date
    organ: str
    reference: str
    title: str
    addressee: str
    blocks: tuple[Block, ...]
    signed: str
    dated: str
    notes: tuple[str, ...]
    sources: tuple[Cited, ...]
    sample: str = ""
    released: tuple[Released, ...] = field(default=())
