"""Kinds: what kind of value is this?"""

from decimal import Decimal

from maoding.decisions.values.days import Date
from maoding.decisions.values.durations import DaysDuration, MonthsDuration
from maoding.decisions.values.times import DateTime, Time
from maoding.terms.language import noted, say

NUMBER, STRING, BOOLEAN = "number", "string", "boolean"
DATE, TIME, DATE_AND_TIME = "date", "time", "date and time"
DAYS_DURATION, MONTHS_DURATION = "days and time duration", "years and months duration"
LIST, CONTEXT, FUNCTION, RANGE, NULL, ANY = "list", "context", "function", "range", "Null", "Any"

KINDS: dict[type, str] = {
    bool: BOOLEAN,
    Decimal: NUMBER,
    str: STRING,
    Date: DATE,
    Time: TIME,
    DateTime: DATE_AND_TIME,
    DaysDuration: DAYS_DURATION,
    MonthsDuration: MONTHS_DURATION,
    list: LIST,
    dict: CONTEXT,
    type(None): NULL,
}
CALLED = {
    NUMBER: noted("数字"),
    STRING: noted("文字"),
    BOOLEAN: noted("真假值"),
    DATE: noted("日期"),
    TIME: noted("时刻"),
    DATE_AND_TIME: noted("日期时刻"),
    DAYS_DURATION: noted("天时时长"),
    MONTHS_DURATION: noted("年月时长"),
    LIST: noted("列表"),
    CONTEXT: noted("上下文"),
    FUNCTION: noted("函数"),
    RANGE: noted("区间"),
    NULL: noted("空值"),
}


def kind_of(value: object) -> str:
    """Kind of a value, as FEEL calls it; a range or a function calls itself by its class."""
    return KINDS.get(type(value)) or type(value).__name__.lower()


def called(value: object) -> str:
    """Kind of a value in the reader's words."""
    return say(CALLED[kind_of(value)])
