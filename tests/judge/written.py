"""Written: tables as they are written in the tests, one word a cell, a dash where nothing is known."""

import datetime as dt
from typing import Any

import narwhals as nw
import polars as pl

from maoding.judge import every  # noqa: F401 - all findings enter
from maoding.ledger.known import TYPES
from maoding.terms import columns, numbers, periods
from maoding.terms.published import Published
from maoding.terms.units import known_units

INDICATORS = """
    code       kind   direction  frequency
    FAI        flow   up         monthly
    GDP        flow   up         quarterly
    COUNT      count  up         -
    STOCK      stock  up         -
    RATE       rate   up         -
    RANK       rank   down       -
    DONE       flow   up         monthly
    DONE_RATE  rate   up         monthly
    DONE_PLAN  flow   up         annual
"""
WRITTEN_OUT = ("indicators", "units", "plans", "parts")
MORE = {"events": columns.EVENTS, "event_versions": columns.EVENT_VERSIONS} | {
    name: kind for name, kind in columns.WORDS.items() if name not in WRITTEN_OUT
}


def rows(text: str) -> list[dict[str, str | None]]:
    """Rows of a table in words: heads in the first line, ``-`` for nothing known."""
    heads, *lines = [line.split() for line in text.strip().splitlines()]
    return [
        {head: None if cell == "-" else cell for head, cell in zip(heads, line, strict=True)}
        for line in lines
    ]


def frame(found: list[dict[str, Any]], schema: dict[str, str]) -> nw.DataFrame:
    return nw.from_native(
        pl.DataFrame(found, schema={name: TYPES[kind] for name, kind in schema.items()}, orient="row")
    )


def said(text: str, schema: dict[str, str]) -> nw.DataFrame:
    """Commitments or readings: ``number`` like 19亿元 or 30.6%, ``period`` like 2021年1-5月, ``said`` the day."""
    return frame([_entry(row, number, schema) for number, row in enumerate(rows(text), 1)], schema)


def _entry(row: dict[str, str | None], number: int, schema: dict[str, str]) -> dict[str, Any]:
    value, unit = numbers.split(row.get("number") or "") if row.get("number") else ("", "")
    period = periods.read(row.pop("period") or "")
    stated = row.pop("said", None) or "2021-06-30"
    precision = row.pop("precision", None) or ("day" if len(stated) == 10 else "month")
    published = Published(stated, precision)
    defaults = {"measure": "level", "relation": "at_least", "strength": "plan", "release": "reported"}
    defaults |= {"source": "S1", "owner": "", "record": "", "subject": "TC", "indicator": "FAI"}
    made = {
        "id": str(number),
        "period_start": period.start,
        "period_end": period.end,
        "published_at": stated,
        "published_precision": precision,
        "known_from": published.known_from or dt.date(2026, 11, 21),
        "mantissa": numbers.Printed(value).mantissa if value else None,
        "decimals": numbers.Printed(value).decimals if value else None,
        "unit": unit,
        "current": row.get("current") != "no",
    }
    given = {key: cell for key, cell in row.items() if cell is not None and key not in ("current", "number")}
    return {name: (defaults | made | given).get(name) for name in schema}


def events(text: str, schema: dict[str, str]) -> nw.DataFrame:
    """Events on projects: ``kind`` and ``detail``, ``on`` as stated, ``number``, ``said`` the day it was published."""
    found = []
    for row in rows(text):
        on = row.pop("on", None) or ""
        found.append({"period": "2021年", "detail": "", "happened_on": on} | row)
    entries = [_entry(row, number, schema) for number, row in enumerate(found, 1)]
    return frame(entries, schema)


def words(text: str, schema: dict[str, str]) -> nw.DataFrame:
    """Words of a pack: whole numbers and yes or no as the schema says."""
    read = {"whole": int, "yes_no": lambda cell: cell == "yes"}
    cells = [
        {name: read.get(schema[name], str)(cell) if cell is not None else None for name, cell in row.items()}
        for row in rows(text)
    ]
    return frame([dict.fromkeys(schema) | row for row in cells], schema)


def _more(name: str, text: str) -> nw.DataFrame:
    return events(text, MORE[name]) if name.startswith("event") else words(text, MORE[name])


def given(
    commitments: str = "", readings: str = "", subjects: str = "", day: str = "2021-06-30", **more: str
) -> dict[str, Any]:
    """All tables a finding may need, from the few that a test writes; `more` are exemptions and those of MORE."""
    asked_on = dt.date.fromisoformat(day)
    units = [{"unit": u.name, "family": u.family, "exponent": u.exponent} for u in known_units().values()]
    indicators = [row | {"name": row["code"], "name_en": row["code"]} for row in rows(INDICATORS)]
    return {
        "commitments": said(commitments or "period\n", columns.COMMITMENTS),
        "readings": said(readings or "period\n", columns.READINGS),
        "subjects": frame(
            [{"name": row["code"]} | row for row in rows(subjects or "code parent\nTC SZ\nTC-A TC\nTC-B TC")],
            {"code": "text", "parent": "text", "name": "text"},
        ),
        "indicators": frame(indicators, columns.INDICATORS),
        "units": frame(units, columns.UNITS),
        "plans": frame([{"done": "DONE", "rate": "DONE_RATE", "plan": "DONE_PLAN"}], columns.PLANS),
        "parts": frame([], columns.PARTS),
        "exemptions": said(more.get("exemptions") or "period\n", columns.EXEMPTIONS),
        **{name: _more(name, more.get(name) or "subject\n") for name in MORE},
        "bodies": frame([{"subject": body} for body in ("TC", "TC-A", "TC-B")], {"subject": "text"}),
        "asked": nw.from_native(
            pl.DataFrame(
                {
                    "day": [asked_on],
                    "period_start": [dt.date(asked_on.year, 1, 1)],
                    "period_end": [dt.date(asked_on.year, 12, 31)],
                }
            )
        ),
    }
