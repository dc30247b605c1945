"""Loading: what became of everything a pack or a feed brought?

in = recorded + already known + rejected, for every file (design §2.6).
"""

import datetime as dt
import getpass
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings

from maoding.app.questions import city_pack
from maoding.intake.feeds import read_feed
from maoding.intake.folders import read_folder
from maoding.intake.outcomes import FeedRead, RowRead
from maoding.intake.problems import Problem
from maoding.intake.rules import rules_read
from maoding.ledger import find
from maoding.ledger.find import Found
from maoding.ledger.record import Deed, record
from maoding.terms.catalogue import Indicator, Words
from maoding.terms.entries import Reading, Subject
from maoding.terms.language import say
from maoding.terms.pack import Pack, Rows
from maoding.terms.published import Published

Row = dict[str, Any]
MOST_TOLD = 20


@dataclass(frozen=True)
class Report:
    """What became of one file: rows counted, rejected rows and lost cells with the mend, and what to look at."""

    file: str
    rows_in: int
    recorded: int
    already_known: int
    rejected: int
    rejections: list[Problem] = field(default_factory=list)
    lost_cells: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)

    def as_json(self) -> Row:
        """The report in the shape of contracts §5."""
        counts = {
            name: getattr(self, name) for name in ("file", "rows_in", "recorded", "already_known", "rejected")
        }
        return counts | {
            "rejections": [_told(problem) for problem in (*self.rejections, *self.lost_cells)],
            "remarks": [_told(problem) for problem in self.remarks],
        }

    def __str__(self) -> str:
        counts = say(
            "{file}：读入 {rows_in} 行 = 记入 {recorded} + 已有 {already_known} + 退回 {rejected}",
            file=self.file,
            rows_in=self.rows_in,
            recorded=self.recorded,
            already_known=self.already_known,
            rejected=self.rejected,
        )
        turned_back = [say("  退回 {problem}", problem=problem) for problem in self.rejections]
        lost = [say("  未入 {problem}", problem=problem) for problem in self.lost_cells]
        noticed = [say("  留意 {problem}", problem=problem) for problem in self.remarks[:MOST_TOLD]]
        if len(self.remarks) > MOST_TOLD:
            noticed.append(say("  留意 另有 {count} 处，见 --json", count=len(self.remarks) - MOST_TOLD))
        return "\n".join([counts, *turned_back, *lost, *noticed])

    @property
    def is_whole(self) -> bool:
        """Whether everything that came in could be recorded."""
        return not (self.rejections or self.lost_cells)


def _told(problem: Problem) -> Row:
    said = ("file", "sheet", "row", "column", "cell", "reason", "mend")
    return {name: getattr(problem, name) for name in said}


def load_path(path: Path, city: str, at: dt.datetime, *, live: bool = False) -> list[Report]:
    """Load a city's pack, a folder of feeds or one file, each file as one act; `at` is the instant of recording.

    What is good goes in and what is not comes back, file by file; loading again changes nothing. A `live` return is
    known from now, whatever day stands on it; a backfilled feed from the day it was published (contracts §1).
    """
    if (path / "city.yaml").is_file():
        return _load_pack(Pack(path), at)
    pack = city_pack(city)
    if path.is_dir():
        return _load_folder(path, _words(pack), at, backfilled=not live)
    feed = read_feed(path, _words(pack), at.date(), sources=_sources())
    return [_recorded(feed, at, backfilled=not live)]


def _load_pack(pack: Pack, at: dt.datetime) -> list[Report]:
    folders = {*settings.CITIES.glob("*/lights"), *pack.folder.glob("lights")}
    rules = [rules_read(folder) for folder in sorted(folders)]
    backfilled = bool(pack.city.get("backfilled"))
    reports = [_recorded(feed, at, backfilled=backfilled) for feed in rules]
    return reports + _load_folder(pack.facts, _words(pack), at, backfilled=backfilled)


def _load_folder(folder: Path, words: Words, at: dt.datetime, *, backfilled: bool) -> list[Report]:
    read = read_folder(folder, words, at.date())
    skipped = [Report(problem.file, 0, 0, 0, 0, remarks=[problem]) for problem in read.skipped]
    return [_recorded(feed, at, backfilled=backfilled) for feed in read.feeds] + skipped


def _recorded(feed: FeedRead, at: dt.datetime, *, backfilled: bool) -> Report:
    deed = Deed("load", feed.file, getpass.getuser(), at, backfilled=backfilled)
    new = record(feed.entries, deed)
    good = [row for row in feed.rows if row.entries]
    recorded = _first_seen(good, new)
    return Report(
        file=feed.file,
        rows_in=feed.rows_in,
        recorded=recorded,
        already_known=len(good) - recorded,
        rejected=feed.rejected,
        rejections=[*feed.failures, *feed.rejections],
        lost_cells=feed.lost_cells,
        remarks=[*feed.remarks, *_against_the_ledger(feed, new)],
    )


def _against_the_ledger(feed: FeedRead, new: set[str]) -> Iterator[Problem]:
    """A remark on each figure that gives another number for a fact the ledger already holds; both stay."""
    rows = {
        entry.id: (row, entry) for row in feed.rows for entry in row.entries if isinstance(entry, Reading)
    }
    fresh = [found for id_, found in rows.items() if id_ in new]
    held = find.by_fact({entry.fact for _, entry in fresh}, Reading.letter)
    for row, entry in fresh:
        for other in held.get(entry.fact, []):
            said = (other.body["number"], other.body["unit"])
            if other.id not in rows and said != (entry.number, entry.unit):
                yield _another(row, entry, other)


def _another(row: RowRead, entry: Reading, other: Found) -> Problem:
    reason = say(
        "台账中同一件事已有 {number}{unit}（{id}），这里是 {here}；两个都留下",
        number=other.body["number"],
        unit=other.body["unit"],
        id=other.id,
        here=f"{entry.number}{entry.unit}",
    )
    return Problem(
        row.file, row.sheet, row.row, "", "", reason, say("请核对哪个对；更正请写明状态“更正”和发布日期")
    )


def _first_seen(rows: Iterable[RowRead], new: set[str]) -> int:
    """Rows that brought something new; the second of two equal rows did not."""
    left, count = set(new), 0
    for row in rows:
        ids = {entry.id for entry in row.entries}
        count += bool(ids & left)
        left -= ids
    return count


def _words(pack: Pack) -> Words:
    """Words of the pack, and bodies that the ledger already knows."""
    known = {each.body["code"]: each.body["name"] for each in find.of_kind(Subject.letter)}
    rules = {each.body["name"]: json.loads(each.body["table"])["title"]["zh"] for each in find.of_kind("u")}
    return Words(_indicators(pack.indicators), known, rules)


def _indicators(rows: Rows) -> dict[str, Indicator]:
    names = ("code", "name", "name_en", "unit", "kind", "frequency", "direction")
    return {
        row["code"]: Indicator(**{name: row[name] for name in names}, no_january=row.get("no_january") == "1")
        for row in rows
    }


def _sources() -> dict[str, Published]:
    return {each.body["code"]: Published(*each.body["published"]) for each in find.of_kind("s")}
