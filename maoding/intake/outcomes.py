"""Outcomes: what became of each row that came in?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from maoding.intake.problems import Problem
from maoding.terms.catalogue import Indicator, Words
from maoding.terms.entries import Entry


@dataclass(frozen=True)
class RowRead:
    """One row: the entries it states, and what is wrong with it.

    `problems` are what could not go in: of a row without entries, which is rejected, the reasons; beside entries the
    cells that were lost. `remarks` are things to look at, though nothing was lost. `word` marks a row
    of an indicator catalogue, which is learnt as a word and no entry of the ledger.
    """

    file: str
    sheet: str
    row: int
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()
    word: Indicator | None = None

    @property
    def rejected(self) -> bool:
        """Whether nothing of the row can be recorded."""
        return not self.entries and self.word is None


@dataclass(frozen=True)
class FeedRead:
    """One file: every row of it, tables that could not be read at all, and remarks about the file as a whole."""

    file: str
    kinds: tuple[str, ...] = ()
    rows: tuple[RowRead, ...] = ()
    failures: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()

    @property
    def rows_in(self) -> int:
        """Rows that came in: those with entries and those rejected; words of a catalogue are no rows of the ledger."""
        return sum(row.word is None for row in self.rows)

    @property
    def entries(self) -> list[Entry]:
        """Every entry in the order of the rows."""
        return [entry for row in self.rows for entry in row.entries]

    @property
    def rejected(self) -> int:
        """How many rows are rejected."""
        return sum(row.rejected for row in self.rows)

    @property
    def rejections(self) -> list[Problem]:
        """Why rows are rejected; one row may have several reasons."""
        return [problem for row in self.rows if row.rejected for problem in row.problems]

    @property
    def lost_cells(self) -> list[Problem]:
        """Cells that could not go in, of rows that did."""
        return [problem for row in self.rows if not row.rejected for problem in row.problems]

    @property
    def remarks(self) -> list[Problem]:
        """What a clerk should look at, though everything went in."""
        return [*self.notices, *(remark for row in self.rows for remark in row.remarks)]

    @property
    def indicators(self) -> dict[str, Indicator]:
        """Indicators of a catalogue by code."""
        return {row.word.code: row.word for row in self.rows if row.word}


@dataclass(frozen=True)
class FolderRead:
    """A folder of feeds: what was read of each, files that were skipped, and the words known afterwards."""

    feeds: tuple[FeedRead, ...] = ()
    skipped: tuple[Problem, ...] = ()
    words: Words = field(default_factory=Words)

    @property
    def names(self) -> Mapping[str, FeedRead]:
        """What was read of each file by its name."""
        return {feed.file: feed for feed in self.feeds}
