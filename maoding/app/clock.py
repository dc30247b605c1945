"""Clock: what day and what instant is it? The only place that looks."""

import datetime as dt
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


def now() -> dt.datetime:
    """This instant, in Shanghai's time (contracts §1)."""
    return dt.datetime.now(SHANGHAI)


def today() -> dt.date:
    """The day it is in Shanghai."""
    return now().date()
