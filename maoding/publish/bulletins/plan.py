"""Plan: of which parts is a kind of bulletin made, as its city wrote it down?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from maoding.publish.bulletins.material import THIS


@dataclass(frozen=True)
class Wording:
    """One text in both languages, with {places}."""

    zh: str
    en: str

    def of(self, language: str) -> str:
        """The text in one language."""
        return self.en if language == "en" else self.zh


@dataclass(frozen=True)
class Rows:
    """Which rows: a finding, the year (this or last), filters by name, and fields to order by (``-`` turns round)."""

    finding: str
    year: str = THIS
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    order: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sentences:
    """A sentence for each row; with `join` the rows make one sentence, or with `by` one for each value of a field.

    `lacking` is said instead of a row for which a place of `say` has nothing to stand for it, `none` where there is no
    row at all. `apart` makes a paragraph of each sentence, `run_on` goes on in
    the paragraph before.
    """

    rows: Rows
    say: Wording
    lacking: Wording | None = None
    none: Wording | None = None
    begin: Wording | None = None
    join: Wording | None = None
    end: Wording | None = None
    by: str = ""
    apart: bool = False
    run_on: bool = False


@dataclass(frozen=True)
class Column:
    """A field as a column, with a head and width of its own where the usual ones will not do."""

    field: str
    head: Wording | None = None
    width: int = 0


@dataclass(frozen=True)
class TablePart:
    """A table of rows."""

    rows: Rows
    title: Wording
    columns: tuple[Column, ...]
    note: Wording | None = None
    none: Wording | None = None


@dataclass(frozen=True)
class ChartPart:
    """A chart by its name; see `charts.CHARTS`."""

    name: str
    rows: Rows
    title: Wording
    none: Wording | None = None


@dataclass(frozen=True)
class Subheading:
    """A heading of the second level."""

    text: Wording


@dataclass(frozen=True)
class SourcesPart:
    """What is said of the source marks; the list itself stands at the end of every letter."""

    say: Wording


Part = Sentences | TablePart | ChartPart | Subheading | SourcesPart


@dataclass(frozen=True)
class Section:
    """A heading (None: none) and what stands below it."""

    heading: Wording | None
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Plan:
    """A kind of bulletin; `digest` is the SHA-256 of its file."""

    kind: str
    describes: Wording
    title: Wording
    organ: Wording
    addressee: Wording
    sample: Wording | None
    notes: tuple[Wording, ...]
    sections: tuple[Section, ...]
    digest: str
