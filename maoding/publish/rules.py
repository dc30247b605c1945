"""Rules: what does a published light rule say, in whose words, and how are its lights drawn?"""

from dataclasses import dataclass
from typing import Any

from maoding.decisions import Table, read_table
from maoding.terms.language import say, spoken

NO_LIGHT = ("–", "未知")


@dataclass(frozen=True)
class LightRule:
    """A rule table with what its file says beside it: title, source, wording, how its words are drawn."""

    table: Table
    said: dict[str, Any]

    @property
    def name(self) -> str:
        """Name of the rule, as commands take it."""
        return self.table.name

    @property
    def title(self) -> str:
        """Title in the reader's language."""
        return str(self.said["title"][spoken.get()])

    @property
    def source(self) -> dict[str, Any]:
        """Who published it, when, and how reliable the copy read is."""
        return dict(self.said["source"])


def light_rule(said: dict[str, Any]) -> LightRule:
    """A rule from its file's data."""
    return LightRule(read_table(said), said)


def unknown_word() -> str:
    """What is written where no light can be given."""
    return f"{NO_LIGHT[0]} {say(NO_LIGHT[1])}"
