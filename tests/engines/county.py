"""County: what would two years of a county's returns look like, made up from a seed?

Nothing in it is true. It holds what the judge must not stumble over: vintages and contradictions, numbers rounded,
printed too finely or too great to be true, nought and less, unknown units, inferred dates, restated promises, deeds.
"""

import calendar
import datetime as dt
from itertools import product
from random import Random
from typing import Any

import polars as pl

from maoding.ledger.known import TYPES
from maoding.terms import columns
from maoding.terms.units import known_units
from tests.engines.relations import WORDS, single_months, statements

SEED = 20210630
DAY = dt.date(2021, 9, 30)
BODIES = [f"B{number:02}" for number in range(40)]
ROOT = BODIES[0]
MADE_OF = [("flow", "亿元", "up"), ("flow", "万元", "up"), ("count", "家", "up"), ("stock", "户", "up")]
MADE_OF += [("rate", "%", "up"), ("rate", "%", "down"), ("rank", "名次", "down"), ("flow", "亿美元", "up")]
INDICATORS = [f"I{number:02}" for number in range(30)]
MONTHS = [*product([2020], range(1, 13)), *product([2021], range(1, 10))]
PLANS = [("I00", "I04", "I08"), ("I01", "I12", "I09")]  # done, its published rate, its plan
PARTS = [("I00", "I01"), ("I00", "I08"), ("I16", "I17")]
RELATIONS = ["at_least", "more_than", "equal", "about", "at_most", "less_than", "rank", "rising"]
RELEASES = ["estimate", "flash", "reported", "preliminary", "final", "correction"]


def county(seed: int = SEED) -> dict[str, pl.DataFrame]:
    """Every table that findings are made from: 40 bodies × 30 indicators × the months of two years, and promises."""
    chance = Random(seed)  # noqa: S311 - made-up figures, no secrets
    promises, figures, events = _promises(chance), _figures(chance), _events(chance)
    return {
        "commitments": _table(columns.COMMITMENTS, promises),
        "readings": _table(columns.READINGS, [*figures, *single_months(figures)]),
        "events": _table(columns.EVENTS, events),
        "event_versions": _table(columns.EVENT_VERSIONS, statements(events, chance)),
        "exemptions": _table(columns.EXEMPTIONS, _exemptions(chance)),
        "subjects": _table(columns.SUBJECTS, _subjects()),
        "indicators": _table(columns.INDICATORS, _indicators()),
        "units": _table(columns.UNITS, [vars(unit) | {"unit": unit.name} for unit in known_units().values()]),
        "plans": _table(columns.PLANS, [dict(zip(columns.PLANS, plan, strict=True)) for plan in PLANS]),
        "parts": _table(columns.PARTS, [dict(zip(columns.PARTS, part, strict=True)) for part in PARTS]),
        **{name: _table(kind, rows) for name, (kind, rows) in WORDS.items()},
        "bodies": pl.DataFrame({"subject": BODIES}),
        "asked": pl.DataFrame(
            {"day": [DAY], "period_start": [dt.date(2021, 1, 1)], "period_end": [dt.date(2021, 12, 31)]}
        ),
    }


def _table(kind: dict[str, str], rows: list[dict[str, Any]]) -> pl.DataFrame:
    shown = [{name: row.get(name) for name in kind} for row in rows]
    return pl.DataFrame(shown, schema={name: TYPES[type_] for name, type_ in kind.items()}, orient="row")


def _subjects() -> list[dict[str, Any]]:
    parents = {ROOT: "ABOVE"} | dict.fromkeys(BODIES[1:20], ROOT)
    projects = {body: BODIES[1 + number % 19] for number, body in enumerate(BODIES[20:])}
    return [{"code": body, "name": body, "parent": parent} for body, parent in (parents | projects).items()]


def _indicators() -> list[dict[str, Any]]:
    made_of = {code: MADE_OF[number % len(MADE_OF)] for number, code in enumerate(INDICATORS)}
    return [
        {"code": code, "name": code, "kind": kind, "unit": unit, "direction": direction}
        for code, (kind, unit, direction) in made_of.items()
    ]


def _said(chance: Random, number: int, month: tuple[int, int]) -> dict[str, Any]:
    """Id, source, and when it was said: in the month after the one it is about."""
    year, last = month if month[1] < 12 else (month[0] + 1, 0)
    day = dt.date(year, last + 1, chance.randint(5, 25))
    precision = chance.choices(["day", "month", "inferred"], [8, 3, 1])[0]
    known = {"day": day, "month": _last_day(year, last + 1), "inferred": dt.date(2026, 11, 21)}[precision]
    written = day.isoformat() if precision == "day" else day.isoformat()[:7]
    return {
        "id": f"{number:06}",
        "source": f"S{chance.randint(1, 9)}",
        "published_at": written,
        "published_precision": precision,
        "known_from": known,
        "record": "",
        "owner": "",
    }


def _last_day(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _number(chance: Random, indicator: str, share: float = 1.0) -> dict[str, Any]:
    """A number as said of one indicator; some are nought, below it, not said at all or in an unknown unit."""
    _, unit, _ = MADE_OF[int(indicator[1:]) % len(MADE_OF)]
    decimals = chance.choices([0, 1, 2, 3, 6, 9], [6, 8, 8, 2, 1, 1])[0] if unit[-1] in "元%" else 0
    usual = {"名次": 12, "%": 90, "家": 300}.get(unit, 1000)
    mantissa: int | None = round(usual * share * chance.uniform(0.7, 1.3) * 10**decimals)
    odd = chance.random()
    if odd < 0.02:
        mantissa = None if odd < 0.01 else -(mantissa or 0)
    elif odd < 0.03:
        mantissa = 0
    elif odd < 0.031:  # a slip of the hand: more money than there is, in 分 more than a whole number holds
        mantissa = 10**17
    other_unit = {"亿元": "万元", "家": "个", "亿美元": "亿元"}.get(unit, "斤")
    return {
        "mantissa": mantissa,
        "decimals": None if mantissa is None else decimals,
        "unit": other_unit if odd > 0.97 else unit,
    }


def _figures(chance: Random) -> list[dict[str, Any]]:
    """Cumulative levels of both years, some growths and shares; one in seven revised, some contradicted at once."""
    found: list[dict[str, Any]] = []
    for body, indicator, (year, month) in product(BODIES, INDICATORS, MONTHS):
        for measure, how_many in (("level", 0.8), ("growth", 0.3), ("share", 0.1)):
            if chance.random() < how_many:
                about = {"subject": body, "indicator": indicator, "measure": measure}
                about |= {"period_start": dt.date(year, 1, 1), "period_end": _last_day(year, month)}
                found += _vintages(chance, len(found), about, (year, month))
    return found


def _vintages(
    chance: Random, number: int, about: dict[str, Any], month: tuple[int, int]
) -> list[dict[str, Any]]:
    kinds = {"level": about["indicator"], "growth": "I04", "share": "I04"}
    how_many = chance.choices([1, 2, 3], [85, 12, 3])[0]
    vintages = []
    for place in range(how_many):
        said = _said(chance, number + place, month) | _number(chance, kinds[about["measure"]], month[1] / 12)
        vintages.append(about | said | {"release": chance.choice(RELEASES), "current": place == how_many - 1})
    if how_many == 3:  # two of one day contradict one another, and both stand
        vintages[1] |= {name: vintages[2][name] for name in ("known_from", "published_precision", "current")}
    return vintages


def _promises(chance: Random) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    periods = [(1, 12)] * 6 + [(1, 6), (1, 9), (7, 9), (1, 5)]
    for body, indicator in product(BODIES, INDICATORS):
        for _ in range(chance.choices([0, 1, 2, 3], [4, 4, 3, 1])[0]):
            first, last = chance.choice(periods)
            measure = chance.choices(["level", "growth", "deed"], [7, 3, 1])[0]
            number = _number(chance, indicator if measure == "level" else "I04", last / 12)
            found.append(
                {
                    "subject": body,
                    "indicator": indicator,
                    "measure": measure,
                    "relation": chance.choice(RELATIONS),
                }
                | {"strength": chance.choice(["must", "strive", "plan"])}
                | {"period_start": dt.date(2021, first, 1), "period_end": _last_day(2021, last)}
                | _said(chance, len(found), (2020, chance.randint(9, 12)))
                | (number if measure != "deed" else {"unit": ""})
            )
    return found


def _events(chance: Random) -> list[dict[str, Any]]:
    """Projects listed, planned to start and started, on days stated to the day, the month or the year."""
    found: list[dict[str, Any]] = []
    for project in BODIES[20:]:
        for kind, how_many in (("listed", 0.9), ("plan", 0.7), ("stage", 0.6)):
            for _ in range(2 if chance.random() < how_many else 0):
                day = dt.date(2021, chance.randint(1, 12), chance.randint(1, 28)).isoformat()
                stated = {"happened_on": chance.choice([day, day[:7], day[:4], ""]), "unit": ""}
                detail = "" if kind == "listed" else chance.choice(["started", "built"])
                said = _said(chance, len(found), (2021, 1))
                found.append(said | stated | {"subject": project, "kind": kind, "detail": detail})
    return found + _withdrawn(found)


def _withdrawn(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Every third listing taken back, as its own source says."""
    listed = [event for event in events if event["kind"] == "listed"]
    return [event | {"id": f"W{event['id']}", "kind": "withdrawn"} for event in listed[::3]]


def _exemptions(chance: Random) -> list[dict[str, Any]]:
    return [
        _said(chance, number, (2021, 1))
        | {"subject": body, "rule": "", "reason": "made up", "allowed_by": ROOT}
        | {"period_start": dt.date(2021, 1, 1), "period_end": _last_day(2021, chance.randint(6, 12))}
        for number, body in enumerate(chance.sample(BODIES, 8))
    ]
