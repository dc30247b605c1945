"""Charts: which chart can a plan name, and how is it drawn from numbers that are printed?

A chart is an ECharts option made of the printed numbers themselves, so that what it shows can be checked like a text.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from maoding.publish.bulletins.letter import Chart
from maoding.publish.bulletins.material import Material
from maoding.publish.bulletins.promise_numbers import PromiseNumbers
from maoding.publish.bulletins.promise_words import disputes, name
from maoding.publish.bulletins.said import Number, with_unit
from maoding.terms.language import say

Row = dict[str, Any]
INK, BAR, FAINT = "#1d2327", "#0b5f63", "#d5dade"
FACES = "Noto Sans SC, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif"
ROW_HEIGHT, AROUND = 38, 78
LABEL_SHARE = 0.13  # of the axis that a label takes
LETTERS = 16  # of a name before it is broken


@dataclass(frozen=True)
class Drawn:
    """A chart with the numbers it shows, in the order of its words, and the rows it is about."""

    chart: Chart
    numbers: tuple[Number, ...]
    sources: tuple[str, ...]


def completion(rows: list[Row], material: Material, title: str) -> Drawn | None:
    """Completion against what was due (完成率与序时): a bar for each promise, a mark where it should be by then.

    Promises whose figures are contradicted are left out; None where no promise is left that has a pace.
    """
    known = [(row, PromiseNumbers(row, material)) for row in rows]
    paced = [
        (row, each.completion, each.due)
        for row, each in known
        if each.completion and each.due and not disputes(row, material)
    ]
    if not paced:
        return None
    names = [name(row, material) for row, _, _ in paced]
    told = [
        say("{name}{done}（应{due}）", name=each, done=with_unit(done), due=with_unit(due))
        for each, (_, done, due) in zip(names, paced, strict=True)
    ]
    words = say("横条为完成率，竖线为按序时应完成的比例：{told}。", told=say("；").join(told))
    option = _option(names, [done for _, done, _ in paced], [due for _, _, due in paced])
    chart = Chart(title, option, words, height=AROUND + ROW_HEIGHT * len(paced))
    sources = tuple(row["source_of_figure"] for row, _, _ in paced)
    return Drawn(chart, tuple(number for _, done, due in paced for number in (done, due)), sources)


def _option(names: list[str], done: list[Number], due: list[Number]) -> dict[str, Any]:
    small = {"color": INK, "fontSize": 12}
    return {
        "animation": False,
        "textStyle": {"fontFamily": FACES},
        "aria": {"enabled": False},
        "grid": {"left": 8, "right": 44, "top": 34, "bottom": 4, "containLabel": True},
        "legend": {"top": 0, "left": 0, "itemWidth": 14, "itemHeight": 10, "textStyle": small},
        "xAxis": {
            "type": "value",
            "min": 0,
            "axisLabel": small | {"formatter": "{value}%"},
            "splitNumber": 4,
            "splitLine": {"lineStyle": {"color": FAINT}},
        },
        "yAxis": {
            "type": "category",
            "inverse": True,
            "data": [broken(each) for each in names],
            "axisLabel": small | {"lineHeight": 15},
            "axisTick": {"show": False},
            "axisLine": {"lineStyle": {"color": INK}},
        },
        "series": [_bars(done, due, small), _marks(due)],
    }


def _bars(done: list[Number], due: list[Number], small: dict[str, Any]) -> dict[str, Any]:
    room = max(value(each) for each in (*done, *due)) * LABEL_SHARE
    return {
        "name": capital(say("完成率")),
        "type": "bar",
        "data": [_bar(value(one), value(other), room) for one, other in zip(done, due, strict=True)],
        "barWidth": 14,
        "color": BAR,
        "label": {"show": True, "position": "right", "formatter": "{c}%", **small},
    }


def _bar(done: float, due: float, room: float) -> float | dict[str, Any]:
    """A bar's length; its label stands inside where the mark of what was due would strike it through."""
    if not done <= due <= done + room or done < room:
        return done
    return {"value": done, "label": {"position": "insideRight", "color": "#fff"}}


def value(number: Number) -> float:
    """A printed number as a chart takes it."""
    return float(number.number.value)


def _marks(due: list[Number]) -> dict[str, Any]:
    return {
        "name": capital(say("序时应完成")),
        "type": "scatter",
        "data": [value(number) for number in due],
        "symbol": "rect",
        "symbolSize": [3, 24],
        "color": INK,
        "z": 5,
    }


def capital(text: str) -> str:
    """A head or legend in English begins with a capital."""
    return text[:1].upper() + text[1:]


def broken(text: str) -> str:
    """A name over two lines where it is long; English breaks at a blank."""
    if len(text) <= LETTERS:
        return text
    blank = text.rfind(" ", 0, len(text) // 2 + LETTERS // 2)
    cut = blank if blank > 0 else (len(text) + 1) // 2
    return f"{text[:cut].rstrip()}\n{text[cut:].lstrip()}"


CHARTS: dict[str, Callable[[list[Row], Material, str], Drawn | None]] = {"completion": completion}
