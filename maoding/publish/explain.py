"""Explain: how was a finding worked out, down to the tables it was made from?"""

import datetime as dt
from decimal import Decimal
from typing import Any

from maoding.judge.finding import FINDINGS, UnknownFindingError, needs
from maoding.publish.asking import Answers

Node = dict[str, Any]
PACK_WORDS = ("units", "plans", "parts", "asked")


class Explainer:
    """Explains findings for one subject, and one of its indicators if named."""

    def __init__(self, answers: Answers, subject: str, indicator: str | None = None) -> None:
        self.answers = answers
        self.subject = subject
        self.indicator = indicator
        rows = answers.rows("completion")
        self.promises = {row["promise"] for row in rows if self._is_asked(row)}

    def tree(self, name: str) -> Node:
        """Finding, the given tables it used (`inputs`), its own rows (`value`), and the findings below it (`children`).

        Raises:
            UnknownFindingError: there is no finding of this name.
        """
        if name not in FINDINGS:
            raise UnknownFindingError(name)
        given = [part for part in needs(name) if part not in FINDINGS]
        return {
            "finding": name,
            "question": (FINDINGS[name].__doc__ or "").strip().split("\n")[0],
            "inputs": {part: self._rows(part) for part in given},
            "value": self._rows(name),
            "children": [self.tree(part) for part in needs(name) if part in FINDINGS],
        }

    def _rows(self, name: str) -> Any:
        if name == "rule":
            rule = self.answers.question.rule
            return {"name": rule.name, "title": rule.title}
        return [
            {key: _plain(value) for key, value in row.items()}
            for row in self.answers.rows(name)
            if name not in PACK_WORDS and self._is_asked(row)
        ]

    def _is_asked(self, row: dict[str, Any]) -> bool:
        if "promise" in row and "subject" not in row:
            return row["promise"] in self.promises
        if "code" in row:
            return row["code"] in {self.subject, self.indicator}
        indicators = {row.get("indicator"), row.get("evidence_indicator")}
        return row.get("subject") == self.subject and (self.indicator is None or self.indicator in indicators)


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, dt.date | Decimal) else value
