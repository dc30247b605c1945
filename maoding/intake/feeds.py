"""Feeds: which entries does a file state, row by row, and which rows does it have to give back?"""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

from maoding.intake import exemptions, figures, subjects
from maoding.intake.agreement import compared
from maoding.intake.headings import Layout, layout
from maoding.intake.known import Known
from maoding.intake.lines import Line
from maoding.intake.outcomes import FeedRead, RowRead
from maoding.intake.problems import Problem, UnreadableFileError, about_file
from maoding.intake.sheets import read_tables
from maoding.intake.tables import Table
from maoding.terms.catalogue import Words
from maoding.terms.entries import Entry
from maoding.terms.language import say
from maoding.terms.published import Published

READERS: Mapping[str, Callable[[Line, Known], list[Entry]]] = {
    "sources": subjects.sources,
    "bodies": subjects.bodies,
    "readings": figures.readings,
    "commitments": figures.commitments,
    "projects": subjects.projects,
    "project_versions": subjects.project_versions,
    "key_dates": subjects.key_dates,
    "exemptions": exemptions.exemptions,
}


def read_feed(
    path: Path, words: Words, today: dt.date, name: str = "", sources: Mapping[str, Published] | None = None
) -> FeedRead:
    """Read a file of facts: every row gives entries or is given back with its place, the reason and the mend.

    `today` is the day nothing may be published after; `name` what the file is called in places and problems;
    `sources` when each known source came out. The kind of feed is told by its columns. Never raises for what the
    file holds: a file that cannot be read at all is one of `failures`.
    """
    file = name or path.name
    try:
        tables = read_tables(path, name=file)
    except UnreadableFileError as error:
        return FeedRead(file, failures=(error.problem,))
    return read_all(file, [(table, layout(table)) for table in tables], Known(words, today, sources or {}))


def read_all(file: str, tables: list[tuple[Table, Layout | Problem]], known: Known) -> FeedRead:
    """Read the tables of one file against what is known."""
    rows: list[RowRead] = []
    notices = [remark for table, _ in tables for remark in table.remarks]
    understood = [(table, found) for table, found in tables if isinstance(found, Layout)]
    unknown = [found for _, found in tables if isinstance(found, Problem)]
    for table, found in understood:
        read = _rows(table, found, known)
        rows += read
        if not read:
            notices.append(
                about_file(file, say("只有表头，没有数据行"), say("请检查是否选错了工作表"), table.sheet)
            )
    # A sheet of explanations beside sheets of data is named and left; a file without any sheet of data has failed.
    return FeedRead(
        file,
        kinds=tuple(found.kind.name for _, found in understood),
        rows=compared(rows),
        failures=() if understood else tuple(unknown),
        notices=(*notices, *unknown) if understood else tuple(notices),
    )


def _rows(table: Table, found: Layout, known: Known) -> list[RowRead]:
    lines = [Line(table, found, number, cells) for number, cells in table.rows()]
    if found.kind.name == "indicators":
        return [_word(line) for line in lines]
    if found.kind.name == "bodies":
        known = _with_own_bodies(lines, known)
    read = READERS[found.kind.name]
    return [_row(line, read, known) for line in lines]


def _row(line: Line, read: Callable[[Line, Known], list[Entry]], known: Known) -> RowRead:
    entries = read(line, known)
    return RowRead(line.table.file, line.table.sheet, line.number, tuple(entries), tuple(line.problems))


def _word(line: Line) -> RowRead:
    word = subjects.indicator(line)
    return RowRead(line.table.file, line.table.sheet, line.number, (), tuple(line.problems), word=word)


def _with_own_bodies(lines: list[Line], known: Known) -> Known:
    """A table of bodies may name as parent any body of its own, also one further down."""
    own = {code: line.text("name") for line in lines if (code := line.text("code"))}
    return Known(known.words.joined_by({}, own), known.today, known.sources)
