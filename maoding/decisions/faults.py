"""Faults: what is wrong with a rule table, where in it, and how is it mended?"""

from dataclasses import dataclass

from maoding.terms.language import say


@dataclass(frozen=True)
class At:
    """Where in a text something was written, counted from 1."""

    line: int
    column: int


class RuleError(ValueError):
    """A rule table cannot be used as written.

    `place` names the part of the table, `at` the character in its text where one is known; `reason` and `mend` are
    whole sentences in the reader's language.
    """

    def __init__(self, reason: str, mend: str, *, place: str = "", at: At | None = None) -> None:
        super().__init__(reason)
        self.place = place
        self.at = at
        self.reason = reason
        self.mend = mend

    def within(self, place: str) -> "RuleError":
        """The same fault, told from further outside."""
        whole = say("{outer}的{inner}", outer=place, inner=self.place) if self.place else place
        return RuleError(self.reason, self.mend, place=whole, at=self.at)

    def __str__(self) -> str:
        where = self.place
        if self.at:
            where += say("第{line}行第{column}列", line=self.at.line, column=self.at.column)
        told = say("{reason}。{mend}。", reason=self.reason, mend=self.mend)
        return say("{where}：{told}", where=where, told=told) if where else told


class NoValue(ValueError):  # noqa: N818
    """An expression has no value for these facts (FEEL: null); the reason is a whole sentence for the reader."""


class LimitError(RuleError):
    """Working a rule out was given up: it is nested too deeply, goes on too long, or grows too large."""
