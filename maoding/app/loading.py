"""Loading: what became of everything a pack or a feed brought?

in = recorded + already known + rejected, for every file (design §2.6).
"""

import datetime as dt
import getpass
import json
from collections.abc import Iterable
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
from maoding.ledger.record import Deed, record
from maoding.terms.catalogue import Indicator, Words
from maoding.terms.entries import Subject
from maoding.terms.language import say
from maoding.terms.pack import Pack, Rows
from maoding.terms.published import Published

Row = dict[str, Any]


@dataclass(frozen=True)
class Report:
    """What became of one file, row by row; `rejections` say where, why and how to mend, `remarks` what to look at."""

    file: str
    rows_in: int
    recorded: int
    already_known: int
    rejected: int
    rejections: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)

    def as_json(self) -> Row:
        """The report in the shape of contracts §5."""
        counts = {
            name: getattr(self, name) for name in ("file", "rows_in", "recorded", "already_known", "rejected")
        }
        return counts | {
            "rejections": [_told(problem) for problem in self.rejections],
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
        noticed = [say("  留意 {problem}", problem=problem) for problem in self.remarks]
        return "\n".join([counts, *turned_back, *noticed])


def _told(problem: Problem) -> Row:
    said = ("file", "sheet", "row", "column", "cell", "reason", "mend")
    return {name: getattr(problem, name) for name in said}


def load_path(path: Path, city: str, at: dt.datetime) -> list[Report]:
    """Load a city's pack, a folder of feeds or one file, each file as one act; `at` is the instant of recording.

    What is good goes in and what is not comes back, file by file; loading again changes nothing.
    """
    if (path / "city.yaml").is_file():
        return _load_pack(Pack(path), at)
    pack = city_pack(city)
    if path.is_dir():
        return _load_folder(path, _words(pack), pack, at)
    feed = read_feed(path, _words(pack), at.date(), sources=_sources())
    return [_recorded(feed, pack, at)]


def _load_pack(pack: Pack, at: dt.datetime) -> list[Report]:
    folders = {*settings.CITIES.glob("*/lights"), *pack.folder.glob("lights")}
    rules = [rules_read(folder) for folder in sorted(folders)]
    reports = [_recorded(feed, pack, at) for feed in rules]
    return reports + _load_folder(pack.facts, _words(pack), pack, at)


def _load_folder(folder: Path, words: Words, pack: Pack, at: dt.datetime) -> list[Report]:
    read = read_folder(folder, words, at.date())
    skipped = [Report(problem.file, 0, 0, 0, 0, remarks=[problem]) for problem in read.skipped]
    return [_recorded(feed, pack, at) for feed in read.feeds] + skipped


def _recorded(feed: FeedRead, pack: Pack, at: dt.datetime) -> Report:
    backfilled = bool(pack.city.get("backfilled"))
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
        remarks=feed.remarks,
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
