"""Sections: which pages stand side by side in the head of every page?"""

from collections.abc import Callable
from dataclasses import dataclass

from maoding.publish.pages.asked import Asked
from maoding.terms.language import noted, say


@dataclass(frozen=True)
class Section:
    """A section: the name its pages give as theirs, its word, and its address for what was asked."""

    name: str
    noted: str
    href: Callable[[Asked], str]

    @property
    def word(self) -> str:
        """The section's word in the reader's language."""
        return say(self.noted)


SECTIONS = (
    Section("board", noted("看板"), lambda asked: asked.page("board")),
    Section("changes", noted("变化"), lambda asked: asked.page("changes")),
    Section("indicators", noted("指标"), lambda asked: asked.page("indicators")),
    Section("projects", noted("项目"), lambda asked: asked.page("projects")),
    Section("bodies", noted("单位"), lambda asked: asked.page("bodies")),
    Section("bulletins", noted("通报"), lambda asked: asked.page("bulletins")),
    Section("rules", noted("规则"), Asked.rules),
    Section("sources", noted("出处"), lambda asked: asked.page("sources")),
)
