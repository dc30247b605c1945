"""Curve: what does ECharts need to draw figures along the months of a period?

The option is plain data: a page hands it to ECharts as it is, a document has it drawn as SVG.
"""

import datetime as dt
from decimal import Decimal
from typing import Any

from maoding.publish.shown import reader_unit
from maoding.terms.language import spoken
from maoding.terms.units import unit as unit_named

Option = dict[str, Any]
INK, ACCENT, SOFT = "#1d2327", "#0b5f63", "#8a949c"
FONTS = "Noto Sans SC, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif"
SMALL = {"color": "#5a6570", "fontSize": 12}
LEGEND = {"top": 0, "left": 0, "icon": "roundRect", "itemWidth": 16, "itemHeight": 3, "textStyle": SMALL}
TWO_ROWS = 4  # so many names of lines take two rows above the chart


def plain(amount: float, unit: str, scale: str) -> float:
    """An amount in smallest parts as the number a reader is shown, to four decimals."""
    value = Decimal(str(amount)).scaleb(-unit_named(reader_unit(unit, scale)).exponent)
    return round(float(value), 4)


def line(name: str, data: list[Any], colour: str, *, dashed: bool, marked: bool = False) -> Option:
    """One line of a chart; a marked one shows a dot at each of its numbers and lies above the others."""
    return {
        "name": name,
        "type": "line",
        "data": data,
        "connectNulls": True,
        "symbol": "circle" if marked else "none",
        "symbolSize": 7,
        "color": colour,
        "lineStyle": {
            "width": 2 if marked else 1.2,
            "type": "dashed" if dashed else "solid",
            "color": colour,
        },
        "z": 3 if marked else 2,
    }


def months_of(start: dt.date, months: int) -> list[str]:
    """Names of the months from a first day on; before them the point at which nothing is done yet."""
    return ["", *(_month_name(start, month) for month in range(months))]


def chart(along: list[str], lines: list[Option], unit: str) -> Option:
    """ECharts' option of some lines along the foot, with the unit above the scale."""
    top = 48 if len(lines) < TWO_ROWS else 72
    return {
        "animation": False,
        "textStyle": {"fontFamily": FONTS},
        "aria": {"enabled": False},
        "grid": {"left": 8, "right": 16, "top": top, "bottom": 4, "containLabel": True},
        "legend": LEGEND,
        "tooltip": {"trigger": "axis", "renderMode": "richText", "confine": True},
        "xAxis": {
            "type": "category",
            "boundaryGap": False,
            "data": along,
            "axisLabel": SMALL | {"hideOverlap": True},
            "axisTick": {"show": False},
            "axisLine": {"lineStyle": {"color": "#b8c0c6"}},
        },
        "yAxis": {
            "type": "value",
            "name": unit,
            "nameTextStyle": SMALL | {"align": "left"},
            "axisLabel": SMALL,
            "splitNumber": 4,
            "splitLine": {"lineStyle": {"color": "#eceff1"}},
        },
        "series": lines,
    }


def _month_name(start: dt.date, after: int) -> str:
    month = (start.month - 1 + after) % 12 + 1
    return f"{dt.date(2000, month, 1):%b}" if spoken.get() == "en" else f"{month}月"
