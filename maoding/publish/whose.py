"""Whose: is what was said about the city itself, about those above it, or about others?"""

from collections.abc import Iterator

from maoding.ledger.find import Found
from maoding.publish.asking import Answers, tree

OWN, ABOVE, ELSEWHERE = "own", "above", "elsewhere"


class Whose:
    """The bodies of one city, those above it and those beside it, as known on the day asked."""

    def __init__(self, answers: Answers) -> None:
        city, subjects = answers.question.pack.city, answers.table("subjects")
        self.parents: dict[str, str] = dict(subjects.select("code", "parent").iter_rows())
        self.own = frozenset(tree(subjects, city["code"]))
        self.above = frozenset(self._above(city["code"]))
        self.near = frozenset(tree(subjects, str(city.get("parent") or city["code"])))

    def of(self, entry: Found) -> str:
        """Whose an entry is; empty where another city's, which has pages of its own."""
        subject = about(entry)
        if entry.kind == "rule":
            return ELSEWHERE
        if subject in self.own:
            return OWN
        return ABOVE if subject in self.above else ELSEWHERE if subject in self.near else ""

    def _above(self, code: str) -> Iterator[str]:
        while code := self.parents.get(code, ""):
            yield code


def about(entry: Found) -> str:
    """Whom an entry is about."""
    return str(entry.body.get("subject") or entry.body.get("code") or "")
