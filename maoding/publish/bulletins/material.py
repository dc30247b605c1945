"""Material: what is a bulletin composed from, this year's findings and last year's as known on one day?"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from maoding.publish.asking import Answers
from maoding.publish.rules import LightRule
from maoding.publish.scoreboard import SILENT, Scoreboard, scoreboard
from maoding.terms.language import spoken

Row = dict[str, Any]
THIS, LAST = "this", "last"
YEARS = (THIS, LAST)


@dataclass(frozen=True)
class Material:
    """Findings of two years as known on the same day, and the language a letter is written in."""

    this: Answers
    last: Answers
    language: str

    def of(self, year: str) -> Answers:
        """Answers about this year or the last."""
        return self.this if year == THIS else self.last

    def year(self, name: str) -> int:
        """The year's number."""
        return self.of(name).question.year[0].year

    @property
    def day(self) -> dt.date:
        """The day whose knowledge the letter tells."""
        return self.this.question.day

    @property
    def rule(self) -> LightRule:
        """The light rule in use."""
        return self.this.question.rule

    @property
    def city(self) -> str:
        """Name of the city in the letter's language."""
        return str(self.this.question.pack.city[f"name_{self.language}"])

    def promises(self, year: str) -> list[Row]:
        """Rows of the scoreboard of a year with what a plan may filter by: level, outcome, evidence."""
        return self._boards[year].rows

    @cached_property
    def _boards(self) -> dict[str, Scoreboard]:
        with speaking(self.language):
            boards = {name: scoreboard(self.of(name)) for name in YEARS}
        for name, board in boards.items():
            levels = {row["code"]: row["level"] for row in self.of(name).rows("subjects")}
            for row in board.rows:
                row |= {"year": name, "level": levels.get(row["subject"]) or "", "outcome": outcome(row)}
                row["key"] = f"{self.year(name)}/{row['promise']}"
        return boards

    def months(self, year: str) -> tuple[int, int] | None:
        """Months gone and all months of the latest evidence."""
        return self._boards[year].months

    @cached_property
    def sources(self) -> dict[str, Row]:
        """Sources by code, in the wording in force on the day."""
        return {row["code"]: row for row in self.this.rows("sources")}

    def news_of(self, deed: Row) -> list[str]:
        """Sources of the news by which a task's projects are known to have come as far as promised."""
        rows = self.of(deed["year"]).rows("deeds_done")
        known = [row["reached_on_id"] for row in rows if row["promise"] == deed["promise"]]
        return sorted({self.source_of[entry] for entry in known if entry})

    def source(self, code: str) -> Row:
        """A source; of a rule whose source was never recorded what the rule itself says of it, else its code alone."""
        if code in self.sources:
            return self.sources[code]
        said = self.rule.source
        known = {
            "publisher": said["publisher"],
            "title": said["document"],
            "address": said.get("address", ""),
        }
        days = {
            "published_at": said["published"]["at"],
            "published_precision": said["published"]["precision"],
        }
        ours = any(row["source"] == code and row["name"] == self.rule.name for row in self.this.rows("rules"))
        blank = {
            "publisher": "",
            "title": code,
            "address": "",
            "published_at": "",
            "published_precision": "unknown",
        }
        return known | days if ours else blank

    @cached_property
    def contradictions(self) -> list[Row]:
        """Pairs of figures of one fact that no rounding and no later vintage explains."""
        return [row for row in self.this.rows("contradictions") if row["nature"] == "contradiction"]

    @cached_property
    def unit_of(self) -> dict[str, str]:
        """Unit of each figure, as said."""
        return {row["id"]: row["unit"] for row in self.this.rows("readings")}

    @cached_property
    def source_of(self) -> dict[str, str]:
        """Source of each figure and promise known on the day."""
        found: dict[str, str] = {}
        for answers in (self.last, self.this):
            for table in ("readings", "commitments", "events"):
                found |= {row["id"]: row["source"] for row in answers.rows(table)}
        return found


def outcome(row: Row) -> str:
    """How a promise ended: met, missed, open (something is known, not to the end), or no_evidence."""
    if row["state"] in SILENT:
        return "no_evidence"
    if row["measure"] == "deed":
        return "met" if row["reached"] == row["projects"] else "open"
    return row["standing"] if row["standing"] in ("met", "missed") else "open"


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say everything inside in one language, whatever the reader of the page or the terminal speaks."""
    before = spoken.set(language)
    try:
        yield
    finally:
        spoken.reset(before)
