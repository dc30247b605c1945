"""Functions: what do the built-in functions of FEEL give?"""

from maoding.decisions.functions import (
    calendar_days,
    contexts,
    conversions,
    intervals,
    lists,
    matching,
    numeric,
    texts,
    totals,
)
from maoding.decisions.functions.registry import REGISTRY, made
from maoding.decisions.functions.special import for_run

REGISTERED = (calendar_days, contexts, conversions, intervals, lists, matching, numeric, texts, totals)
BUILT_IN = made(REGISTRY)

__all__ = ["BUILT_IN", "REGISTERED", "for_run"]
