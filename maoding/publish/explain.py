"""Explain: how was a finding worked out, down to the tables it was made from?"""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

from maoding.decisions import explain_one
from maoding.decisions.wording import rows_in_words
from maoding.judge.finding import FINDINGS, UnknownFindingError, needs
from maoding.publish.asking import Answers
from maoding.publish.rule_facts import exact_facts
from maoding.terms import columns

Node = dict[str, Any]
TRUTHS = {True: "true", False: "false", None: "unknown"}
PACK_WORDS = {"asked", "bodies", *columns.WORDS} - {"indicators"}
WHOM = ("subject", "body", "whole", "whole_subject", "part", "project")


class Explainer:
    """Explains findings for one subject and the projects it hosts, and one of its indicators if named."""

    def __init__(self, answers: Answers, subject: str, indicator: str | None = None) -> None:
        self.answers = answers
        known = answers.rows("subjects")
        hosted = {row["code"] for row in known if row["parent"] == subject and row["level"] == "project"}
        self.subject = subject
        self.subjects = {subject, *hosted}
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
        node: Node = {
            "finding": name,
            "question": (FINDINGS[name].__doc__ or "").strip().split("\n")[0],
            "inputs": {part: self._rows(part) for part in given},
            "value": self._rows(name),
            "children": [self.tree(part) for part in needs(name) if part in FINDINGS],
        }
        if name == "light":
            node["rule_rows"] = self._rule_rows()
        return node

    def _rule_rows(self) -> list[Node]:
        """Every row of the rule held against each promise's facts: what it says, and the truth of each cell."""
        rule = self.answers.question.rule.table
        words = rows_in_words(rule)
        return [
            {
                "promise": facts["promise"],
                "rule_row": found.row.number,
                "says": words[found.row.number - 1],
                "holds": TRUTHS[found.truth],
                "cells": {
                    cell.measure.name: {"value": _plain(cell.value), "holds": TRUTHS[cell.truth]}
                    for cell in found.cells
                },
            }
            for facts in self.answers.rows("light_facts")
            if facts["promise"] in self.promises
            for found in explain_one(rule, exact_facts(facts, rule))
        ]

    def _rows(self, name: str) -> Any:
        if name == "rule":
            rule = self.answers.question.rule
            return {
                "name": rule.name,
                "title": rule.title,
                "wording": rule.said["wording"],
                "source": rule.source,
            }
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
        asked_of = any(row.get(name) in self.subjects for name in WHOM)
        return asked_of and (self.indicator is None or self.indicator in indicators)


def _plain(value: Any) -> Any:
    if isinstance(value, Fraction):
        return float(value)
    return str(value) if isinstance(value, dt.date | Decimal) else value
