"""Folders: in which order are the feeds of a folder read, and what is left aside?"""

import datetime as dt
from pathlib import Path

from maoding.intake.feeds import read_all
from maoding.intake.headings import Layout, layout
from maoding.intake.known import Known
from maoding.intake.outcomes import FeedRead, FolderRead
from maoding.intake.problems import Problem, UnreadableFileError, about_file
from maoding.intake.sheets import TEXT_NAMES, WORKBOOK_NAMES, read_tables
from maoding.intake.tables import Table
from maoding.terms.catalogue import Words
from maoding.terms.entries import Source, Subject
from maoding.terms.language import say

ORDER = ("sources", "bodies", "indicators", "projects")  # what others name comes first; then by file name

Found = list[tuple[Table, Layout | Problem]]


def read_folder(path: Path, words: Words, today: dt.date) -> FolderRead:
    """Read every feed of a folder: sources, bodies and indicators first, so that the rest may name them.

    Indicators and bodies that `words` has already stay as they are. Files of no known kind are named and skipped.

    Raises:
        UnreadableFileError: there is no such folder, or it may not be read.
    """
    found: dict[str, Found] = {}
    failed: list[FeedRead] = []
    skipped: list[Problem] = []
    for file in _listed(path):
        if not file.is_file() or file.suffix.lower() not in WORKBOOK_NAMES | TEXT_NAMES:
            skipped.append(
                about_file(file.name, say("不是表格文件，没有读"), say("如要导入，请另存为 .xlsx 或 .csv"))
            )
            continue
        try:
            tables = [(table, layout(table)) for table in read_tables(file)]
        except UnreadableFileError as error:
            failed.append(FeedRead(file.name, failures=(error.problem,)))
            continue
        if any(isinstance(kind, Layout) for _, kind in tables):
            found[file.name] = tables
        else:
            skipped += [problem for _, problem in tables if isinstance(problem, Problem)]
    known, feeds = Known(words, today), []
    for name in sorted(found, key=lambda name: (_turn(found[name]), name)):
        feed = read_all(name, found[name], known)
        feeds.append(feed)
        known = _learnt(known, feed)
    return FolderRead((*feeds, *failed), tuple(skipped), known.words)


def _listed(path: Path) -> list[Path]:
    try:
        return sorted(path.iterdir())
    except OSError as error:
        raise UnreadableFileError(
            about_file(path.name, say("找不到文件夹或没有权限读"), say("请检查文件夹的名称和位置"))
        ) from error


def _turn(tables: Found) -> int:
    kinds = [kind.kind.name for _, kind in tables if isinstance(kind, Layout)]
    return min(ORDER.index(name) if name in ORDER else len(ORDER) for name in kinds)


def _learnt(known: Known, feed: FeedRead) -> Known:
    """What is known after a feed: its indicators, bodies, projects and sources."""
    entries = feed.entries
    bodies = {entry.code: entry.name for entry in entries if isinstance(entry, Subject)}
    sources = {entry.code: entry.published for entry in entries if isinstance(entry, Source)}
    return Known(known.words.joined_by(feed.indicators, bodies), known.today, {**sources, **known.sources})
