"""Deeds: how far have the projects come that a promised task (任务) speaks of?"""

from dataclasses import dataclass
from typing import Any

from maoding.publish.asking import Answers
from maoding.publish.pages.asked import Asked
from maoding.publish.shown import published_on
from maoding.terms.language import spoken


@dataclass(frozen=True)
class Progress:
    """One project of a task: the step promised, and the step published with its day and address (empty: none)."""

    project: str
    promised: str
    reached: str
    on: str
    href: str


def progress(promise: str, answers: Answers, asked: Asked) -> list[Progress]:
    """What is published of each project that the city's pack ties to a task."""
    key = "name_en" if spoken.get() == "en" else "name_zh"
    steps = {each["stage"]: each[key] for each in answers.question.pack.stages.get("stages", [])}
    rows = [row for row in answers.rows("deeds_done") if row["promise"] == promise]
    return [_progress(row, steps, asked) for row in rows]


def _progress(row: dict[str, Any], steps: dict[str, str], asked: Asked) -> Progress:
    known = row["reached_on_id"] is not None
    return Progress(
        project=row["project_name"] or row["project"],
        promised=steps[row["step"]],
        reached=steps[row["reached_step"]] if known else "",
        on=published_on(row["reached_on"], "day") if known else "",
        href=asked.entry(row["reached_on_id"]) if known else "",
    )
