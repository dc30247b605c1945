"""Columns: what are the tables called that ledger and judge meet at, and what do their columns hold?

Days are dates. `mantissa` and `decimals` are a number exactly as said (value = mantissa × 10^-decimals, in `unit`);
`judge/amounts.py` alone turns them into `amount`, whole smallest parts of the unit's family (分, 10⁻⁴ of a point).
Thresholds are tested on whole numbers only; every column ending in `_shown` is a float and only for showing.
"""

TEXT, DAY, WHOLE, YES_NO = "text", "day", "whole", "yes_no"

ENTRY = {"id": TEXT, "source": TEXT, "published_at": TEXT, "published_precision": TEXT, "known_from": DAY}
SAID = {"mantissa": WHOLE, "decimals": WHOLE, "unit": TEXT}
PERIOD = {"period_start": DAY, "period_end": DAY}
# What a figure or promise is about: two with the same FACT speak of one thing.
PLACE = ("subject", "indicator", "period_start", "period_end")
FACT = (*PLACE, "measure")

COMMITMENTS = {
    **ENTRY,
    "subject": TEXT,
    "indicator": TEXT,
    **PERIOD,
    "measure": TEXT,
    "relation": TEXT,
    "strength": TEXT,
    **SAID,
    "owner": TEXT,
    "record": TEXT,
}
READINGS = {
    **ENTRY,
    "subject": TEXT,
    "indicator": TEXT,
    **PERIOD,
    "measure": TEXT,
    **SAID,
    "release": TEXT,
    "record": TEXT,
    "current": YES_NO,
}
EVENTS = {**ENTRY, "subject": TEXT, "kind": TEXT, "detail": TEXT, "happened_on": TEXT, **SAID, "record": TEXT}
EVENT_VERSIONS = {**EVENTS, "current": YES_NO}  # also what was said of the same before
SUBJECTS = {**ENTRY, "code": TEXT, "name": TEXT, "name_en": TEXT, "level": TEXT, "parent": TEXT}
SOURCES = {
    **ENTRY,
    "code": TEXT,
    "publisher": TEXT,
    "title": TEXT,
    "kind": TEXT,
    "address": TEXT,
    "sha256": TEXT,
}
EXEMPTIONS = {**ENTRY, "subject": TEXT, "rule": TEXT, "reason": TEXT, "allowed_by": TEXT, **PERIOD}
RULES = {**ENTRY, "name": TEXT, "since": DAY, "table": TEXT}

# Words of the pack, not of the ledger.
INDICATORS = {
    "code": TEXT,
    "name": TEXT,
    "name_en": TEXT,
    "unit": TEXT,
    "kind": TEXT,  # flow, stock, rate, count, rank
    "frequency": TEXT,
    "direction": TEXT,  # up, down, context
}
UNITS = {"unit": TEXT, "family": TEXT, "exponent": WHOLE}
PLANS = {"done": TEXT, "rate": TEXT, "plan": TEXT}  # which published rate says how much of which plan is done
PARTS = {"whole": TEXT, "part": TEXT}  # which indicators add up to which
WITHIN = {
    "part": TEXT,
    "whole": TEXT,
    "subject": TEXT,
}  # parts that leave a rest; `subject`: of this body only
PLACES = {"whole": TEXT, "part": TEXT}  # bodies that together are another, each place once
PUBLISHED_SHARES = {"share": TEXT, "part": TEXT, "whole": TEXT}  # a null part or whole has no code of its own
OTHER_SHARES = {"record": TEXT}  # shares that are not the body's part in its parent
QUOTIENTS = {"quotient": TEXT, "amount": TEXT, "count": TEXT, "of": TEXT}  # `of`: the count is of another day
NET_OF = {"net": TEXT, "stock": TEXT}  # which indicator is the net increase of which stock
DEEDS = {"record": TEXT, "project": TEXT, "step": TEXT}  # which project at which step shows a promise kept
STAGES = {"step": TEXT, "place": WHOLE}  # steps of a project from first to last
STAGE_WORDS = {
    "word": TEXT,
    "step": TEXT,
}  # what the sources' words for a stage mean, where they mean one step
DATED_STEPS = {"kind": TEXT, "step": TEXT, "planned": YES_NO}  # which dated event begins which step
TIERS = {"word": TEXT, "tier": TEXT}  # which list the sources' word names

# All of these, by the names under which findings ask for them.
WORDS = {
    "indicators": INDICATORS,
    "units": UNITS,
    "plans": PLANS,
    "parts": PARTS,
    "within": WITHIN,
    "places": PLACES,
    "published_shares": PUBLISHED_SHARES,
    "other_shares": OTHER_SHARES,
    "quotients": QUOTIENTS,
    "net_of": NET_OF,
    "deeds": DEEDS,
    "stages": STAGES,
    "stage_words": STAGE_WORDS,
    "dated_steps": DATED_STEPS,
    "tiers": TIERS,
}
