"""Scoreboard (双过半看板): what is off, by how much, why?"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from maoding.publish.asking import Answers
from maoding.publish.reasons import note
from maoding.publish.rule_facts import lacking
from maoding.publish.shown import plain_number, plain_unit
from maoding.terms.language import say, spoken
from maoding.terms.periods import Period

Row = dict[str, Any]
FIRST = ("behind", "overdue", "near", "late", "not_judged", "on_pace", "no_evidence")
SILENT = ("overdue", "no_evidence")  # states of a promise of which nothing is known
STRENGTHS = ("must", "strive", "plan", "estimate")
DEED = ("projects", "reached", "before", "reached_on", "late_least", "late_most")
WORST = ("red", "drop", "yellow", "track")


@dataclass(frozen=True)
class Scoreboard:
    """All rows as judged, worst first, with how many stand in each state and the months the figures speak for."""

    rows: list[Row]
    counts: dict[str, int]
    months: tuple[int, int] | None


def scoreboard(answers: Answers) -> Scoreboard:
    """Every promise of the year asked with its evidence, pace, light and what is still needed."""
    names = Names(answers)
    drifts = answers.rows("drift")
    twins = {row["level_promise"]: row for row in answers.rows("twin_targets")}
    rows = [
        row
        | {
            "subject_name": names.subject(row["subject"]),
            "indicator_name": names.promise(row),
            "drift": [d for d in drifts if row["promise"] in (d["promise"], d["restated"])],
            "twin": twins.get(row["promise"]),
        }
        for row in answers.rows("board")
    ]
    question = answers.question
    facts = {row["promise"]: row for row in answers.rows("light_facts")}
    rows = [row | {"lacking": lacking(facts[row["promise"]], question.rule.table)} for row in rows]
    rows = [row | {"note": note(row, question.rule, question.day)} for row in rows]
    rows.sort(key=_urgency)
    counts = {state: sum(row["state"] == state for row in rows) for state in FIRST}
    paced = [(row["due_months"], row["all_months"]) for row in rows if row["all_months"] == 12]
    return Scoreboard(rows, counts, max(paced, default=None))


def _urgency(row: Row) -> tuple[object, ...]:
    worst = WORST.index(row["light"]) if row["light"] in WORST else len(WORST)
    ahead = row["ahead_shown"] if row["ahead_shown"] is not None else 1e9
    firmness = STRENGTHS.index(row["strength"])
    named = (row["measure"] == "deed", firmness, row["subject"], row["indicator"], row["promise"])
    return FIRST.index(row["state"]), worst, ahead, *named


class Names:
    """Names of subjects and indicators in the reader's language."""

    def __init__(self, answers: Answers) -> None:
        pack, tongue = answers.question.pack, spoken.get()
        self.subjects, self.levels, self.indicators = _known_names(answers, tongue)
        self.deeds = {code: words[tongue] for code, words in pack.relations.get("deed_names", {}).items()}

    def subject(self, code: str) -> str:
        """Name of a subject, or its code where none is known."""
        return self.subjects.get(code) or code

    def level(self, code: str) -> str:
        """Level of a subject (city, town, department …), empty where none is known."""
        return self.levels.get(code) or ""

    def promise(self, row: Row) -> str:
        """Name of what is promised: the indicator, or of a deed (任务) the pack's short name for it."""
        return self.indicators.get(row["indicator"]) or self.deeds.get(row["record"]) or say("任务")


@lru_cache(maxsize=16)
def _known_names(answers: Answers, tongue: str) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Names of subjects, their levels, names of indicators; told apart by the answers themselves and the language."""
    key = "name_en" if tongue == "en" else "name"
    short = answers.question.pack.city.get("short_names", {})
    subjects, indicators = answers.rows("subjects"), answers.rows("indicators")
    named = {row["code"]: row[key] or row["name"] for row in subjects}
    return (
        named | {code: words[tongue] for code, words in short.items()},
        {row["code"]: row["level"] for row in subjects},
        {row["code"]: row[key] or row["name"] for row in indicators},
    )


def as_json(row: Row, rule: str) -> Row:
    """One row in the shape of contracts §5: money in 元 as decimal text, rates as unrounded percent numbers."""
    unit = row["unit"]
    return {
        "id": row["promise"],
        "subject": row["subject"],
        "subject_name": row["subject_name"],
        "indicator": row["indicator"],
        "indicator_name": row["indicator_name"],
        "period": str(Period(row["period_start"], row["period_end"])),
        "target": _target(row),
        "actual": _actual(row),
        "completion_rate": _exact(row["completion_shown"]),
        "due_share": {"linear": _exact(row["due_shown"]), "plan_to_date": _exact(row["due_own_shown"])},
        "ahead_points": _exact(row["ahead_shown"]),
        "half_by_midyear": row["half_by_midyear"],
        "half": row["half"],
        "light": row["light"],
        "rule": rule,
        "rule_row": row["rule_row"],
        "gap": bool(row["gap"]),
        "certain": bool(row["certain"]),
        "state": row["state"],
        "note": row["note"],
        "gap_to_target": plain_number(_gap(row), unit),
        "needed_per_month": plain_number(_at_least_nothing(row["needed_shown"]), unit),
        "so_far_per_month": plain_number(row["so_far_shown"], unit),
        "drift": [_drift(item, unit) for item in row["drift"]],
        "twin": _twin(row["twin"], unit),
        "implied": _implied(row),
        "deed": _deed(row),
    }


def _exact(percent: float | None) -> float | None:
    """A quotient without the last bits in which engines and days may differ: 29.3 and never 29.299999999999997."""
    return None if percent is None else round(percent, 10)


def _at_least_nothing(amount: float | None) -> float | None:
    """What a month still needs; nothing where the promise is passed already."""
    return None if amount is None else max(amount, 0.0)


def _gap(row: Row) -> float | None:
    missing: float | None = row["gap_shown"] if row["gap_shown"] is not None else row["target_gap"]
    return missing


def _target(row: Row) -> Row:
    return {
        "value": plain_number(row["amount"], row["unit"]),
        "unit": plain_unit(row["unit"]) if row["unit"] else "",
        "measure": row["measure"],
        "relation": row["relation"],
        "strength": row["strength"],
        "said_on": row["published_at"],
        "source": row["source"],
        "record": row["record"],
    }


def _actual(row: Row) -> Row | None:
    if row["figure"] is None:
        return None
    return {
        "id": row["figure"],
        "value": plain_number(row["done"], row["figure_unit"]),
        "unit": plain_unit(row["figure_unit"]),
        "period_start": row["period_start_of_figure"].isoformat(),
        "period_end": row["period_end_of_figure"].isoformat(),
        "status": row["release_of_figure"],
        "published_at": row["published_at_of_figure"],
        "source": row["source_of_figure"],
    }


def _drift(item: Row, unit: str) -> Row:
    return {
        "id": item["promise"],
        "restated": item["restated"],
        "said_on": item["said_on"],
        "restated_on": item["restated_on"],
        "value": plain_number(item["amount"], unit),
        "restated_value": plain_number(item["restated_amount"], unit),
        "change": plain_number(item["change"], unit),
    }


def _twin(item: Row | None, unit: str) -> Row | None:
    if item is None:
        return None
    return {
        "growth_promise": item["growth_promise"],
        "growth_as_level": plain_number(item["growth_as_level_shown"], unit),
        "level_as_growth": item["level_as_growth_shown"],
        "base": plain_number(item["base_shown"], unit),
        "base_from": item["base_from"],
        "binding": item["binding"],
    }


def _deed(row: Row) -> Row | None:
    """Of a deed how many of its projects are known to have come as far, and when: days late at least and at most."""
    if not row["projects"]:
        return None
    return {name: row[name] for name in DEED}


def _implied(row: Row) -> Row | None:
    if not row["inferred_plan"]:
        return None
    names = {
        "value": "plan_shown",
        "low": "low_shown",
        "high": "high_shown",
        "widest_low": "widest_low_shown",
        "widest_high": "widest_high_shown",
    }
    return {name: plain_number(row[column], row["unit"]) for name, column in names.items()} | {
        "unit": plain_unit(row["unit"])
    }
