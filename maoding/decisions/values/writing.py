"""Writing: how does a value read as text (FEEL ``string(…)``)?"""

from decimal import Decimal

from maoding.decisions.faults import NoValue
from maoding.decisions.values import numbers
from maoding.decisions.values.days import Date
from maoding.decisions.values.durations import DAY, HOUR, MINUTE, SECOND, DaysDuration, MonthsDuration
from maoding.decisions.values.kinds import called
from maoding.decisions.values.ranges import Range
from maoding.decisions.values.times import DateTime, Time, Zone
from maoding.terms.language import say

MOST_LETTERS = 1_000_000


def text_of(value: object) -> str:
    """The value as text; a text as it is, texts inside of lists and contexts in quotation marks.

    Raises:
        NoValue: a function, which cannot be written out, or a text too long.
    """
    if isinstance(value, str):
        return value
    text = _plain(value) if not isinstance(value, list | dict) else _gathered(value)
    if len(text) > MOST_LETTERS:
        raise NoValue(say("文字太长，最多{most}个字", most=MOST_LETTERS))
    return text


def _gathered(value: list[object] | dict[str, object]) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_inside(each) for each in value)}]"
    return "{" + ", ".join(f"{_key(key)}: {_inside(each)}" for key, each in value.items()) + "}"


def _key(key: str) -> str:
    return key if key.replace(" ", "").isalnum() and not key[0].isdigit() else quoted(key)


def _inside(value: object) -> str:
    return quoted(value) if isinstance(value, str) else text_of(value)


def quoted(text: str) -> str:
    """A text as FEEL writes it down."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return '"' + escaped.replace("\t", "\\t").replace("\r", "\\r") + '"'


def _plain(value: object) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, Decimal):
        return numbers.written(value)
    if isinstance(value, Date):
        return _date(value)
    if isinstance(value, Time):
        return _time(value)
    if isinstance(value, DateTime):
        return f"{_date(value.date)}T{_time(value.time)}"
    return _span(value) if isinstance(value, DaysDuration | MonthsDuration) else _range(value)


def _range(value: object) -> str:
    if not isinstance(value, Range):
        raise NoValue(say("{kind}不能写成文字", kind=called(value)))
    if value.sign:
        end = value.end if value.start is None else value.start
        return f"({value.sign} {_inside(end)})"
    opening, closing = "[" if value.start_included else "(", "]" if value.end_included else ")"
    return f"{opening}{_inside(value.start)}..{_inside(value.end)}{closing}"


def _date(day: Date) -> str:
    return f"{'-' if day.year < 0 else ''}{abs(day.year):04}-{day.month:02}-{day.day:02}"


def _time(time: Time) -> str:
    minutes, second = divmod(time.seconds, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{second:02}{_fraction(time.nanoseconds)}{_zone(time.zone)}"


def _zone(zone: Zone) -> str:
    if isinstance(zone, str):
        return f"@{zone}"
    if not zone:
        return "" if zone is None else "Z"
    minutes, seconds = divmod(abs(zone), 60)
    tail = f":{seconds:02}" if seconds else ""
    return f"{'-' if zone < 0 else '+'}{minutes // 60:02}:{minutes % 60:02}{tail}"


def _fraction(nanoseconds: int) -> str:
    return f".{nanoseconds:09}".rstrip("0") if nanoseconds else ""


def _span(span: DaysDuration | MonthsDuration) -> str:
    if isinstance(span, MonthsDuration):
        years, months = divmod(abs(span.months), 12)
        told = _parts((years, "Y"), (months, "M")) or "0M"
        return f"{'-' if span.months < 0 else ''}P{told}"
    size = abs(span.nanoseconds)
    days = _parts((size // DAY, "D"))
    told = _parts((size % DAY // HOUR, "H"), (size % HOUR // MINUTE, "M"))
    if size % MINUTE:
        told += f"{size % MINUTE // SECOND}{_fraction(size % SECOND)}S"
    clock = f"T{told}" if told else ""
    return f"{'-' if span.nanoseconds < 0 else ''}P{days + clock or 'T0S'}"


def _parts(*parts: tuple[int, str]) -> str:
    return "".join(f"{count}{unit}" for count, unit in parts if count)
