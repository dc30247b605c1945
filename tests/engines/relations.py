"""Relations: how do the figures, bodies and projects of the made-up county belong together?

Words of a pack that no city has, and what else its findings need: single months, and statements of projects.
"""

from random import Random
from typing import Any

from maoding.terms import columns

Rows = list[dict[str, Any]]
WORDS: dict[str, tuple[dict[str, str], Rows]] = {
    "within": (
        columns.WITHIN,
        [{"part": "I09", "whole": "I08"}, {"part": "I24", "whole": "I16", "subject": "B03"}],
    ),
    "places": (columns.PLACES, [{"whole": "B00", "part": f"B{number:02}"} for number in range(1, 5)]),
    "published_shares": (
        columns.PUBLISHED_SHARES,
        [{"share": "I04", "part": "I01", "whole": "I00"}, {"share": "I12"}],
    ),
    "other_shares": (columns.OTHER_SHARES, [{"record": "A009"}]),
    "quotients": (
        columns.QUOTIENTS,
        [
            {"amount": "I00", "count": "I02"},
            {"quotient": "I09", "amount": "I08", "count": "I10", "of": "year_mean"},
        ],
    ),
    "net_of": (columns.NET_OF, [{"net": "I02", "stock": "I03"}]),
    "deeds": (
        columns.DEEDS,
        [{"record": "", "project": f"B{number}", "step": "built"} for number in (20, 25)],
    ),
    "stages": (columns.STAGES, [{"step": "started", "place": 0}, {"step": "built", "place": 1}]),
    "stage_words": (columns.STAGE_WORDS, [{"word": word, "step": word} for word in ("started", "built")]),
    "dated_steps": (columns.DATED_STEPS, [{"kind": "plan", "step": "built", "planned": True}]),
    "tiers": (columns.TIERS, [{"word": "", "tier": "city"}]),
}


def single_months(said: Rows) -> Rows:
    """Of some cumulative figures the single month they end with, published by the same source."""
    some = [row for row in said if row["measure"] == "level" and row["period_end"].month in (3, 4, 5)]
    return [
        row | {"id": f"M{row['id']}", "period_start": row["period_end"].replace(day=1)} for row in some[::3]
    ]


def statements(events: Rows, chance: Random) -> Rows:
    """Events with what was said of the same before: investment stated anew, now and then in dollars."""
    money = []
    for event in events:
        number = {
            "mantissa": chance.randint(1, 400),
            "decimals": 1,
            "unit": chance.choice(["亿元", "亿美元"]),
        }
        about = {"id": f"V{event['id']}", "kind": "total_investment", "happened_on": "", "detail": ""}
        money.append(event | about | number)
    return [event | {"current": chance.random() < 0.7} for event in [*events, *money]]
