"""Rules: what does a published light rule say, in whose words, and how are its lights drawn?"""

from dataclasses import dataclass
from typing import Any

from maoding.decisions import Table, read_table
from maoding.terms.language import noted, say, spoken

NO_LIGHT = ("–", noted("未知"))


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

    def label(self, name: str) -> str:
        """What the rule calls one of its inputs, in the reader's language."""
        label = self.table.inputs[name].label
        return label.en if spoken.get() == "en" else label.zh

    def drawn(self, light: str) -> tuple[str, str]:
        """Shape and word of a light in the reader's language, so that colour is never alone."""
        word = self.said["outcomes"]["light"]["words"].get(light)
        if word is None:
            return NO_LIGHT[0], say(NO_LIGHT[1])
        return word.get("shape") or NO_LIGHT[0], word[spoken.get()]


def light_rule(said: dict[str, Any]) -> LightRule:
    """A rule from its file's data."""
    return LightRule(read_table(said), said)
