"""Cells: what stands in each cell of a promise's row, and where does each number lead?"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from maoding.publish.pages import pace_cells
from maoding.publish.pages.asked import Asked
from maoding.publish.pages.number import Number, number_of, place
from maoding.publish.pages.weights import weight
from maoding.publish.reasons import STALE_DAYS
from maoding.publish.rules import LightRule
from maoding.publish.shown import day, period, published_on, reader_number, reader_unit, with_unit
from maoding.publish.terminal import RELATIONS, STRENGTHS
from maoding.terms.language import say, spoken
from maoding.terms.periods import is_month_end
from maoding.terms.published import DATED

__all__ = ["Light", "Line", "Number", "Row", "back_to", "drawn", "light", "line"]

Row = dict[str, Any]


@dataclass(frozen=True)
class Light:
    """A light as shape and word; `tone` names its colour in the style sheet.

    `usual` is the light by the city's own rule, where another rule was asked and the colour is another for it.
    """

    shape: str
    word: str
    tone: str
    usual: "Light | None" = None


@dataclass(frozen=True)
class Line:
    """A promise's row as the page shows it; what is not known is None. `marks` say what to mind of the evidence.

    `why` says in sentences why a row needs a decision, where the page tells it below the row.
    """

    id: str
    state: str
    light: Light
    subject: str
    indicator: str
    remark: str
    strength: str
    promise: Number | None
    actual: Number | None
    period: str
    completion: Number | None
    due: Number | None
    ahead: Number | None
    needed: Number | None
    so_far: Number | None
    marks: tuple[tuple[str, str], ...]
    half: str = ""
    due_own: Number | None = None
    gap: Number | None = None
    why: tuple[str, ...] = ()


def line(row: Row, asked: Asked, rule: LightRule, here: Asked | None = None) -> Line:
    """One row of the scoreboard; its numbers' sources lead back to it, on the page that was asked or the scoreboard.

    `here` is that page's own question where the row is another day's.
    """
    asked, here = (back_to(each, row["promise"]) for each in (asked, here or asked))
    return Line(
        id=row["promise"],
        state=row["state"],
        light=light(row, rule),
        subject=row["subject_name"],
        indicator=row["indicator_name"],
        remark=say("；").join(_remarks(row, asked)),
        strength=say(STRENGTHS[row["strength"]]),
        promise=_promise(row, here),
        actual=_actual(row, here) if row["figure"] else _deed(row, asked),
        period=_period(row),
        completion=pace_cells.completion(row, asked, here),
        due=pace_cells.due(row, asked),
        ahead=pace_cells.ahead(row, asked),
        needed=pace_cells.needed(row, asked),
        so_far=pace_cells.so_far(row, asked),
        half=pace_cells.half(row),
        due_own=pace_cells.due_own(row, asked),
        gap=pace_cells.gap(row, asked),
        marks=tuple(_marks(row, asked)),
    )


def _remarks(row: Row, asked: Asked) -> Iterator[str]:
    """Other promises for the same thing, in a few words."""
    if twin := row["twin"]:
        growth = with_unit(twin["growth"], "%")
        level = with_unit(twin["growth_as_level_shown"], row["unit"], asked.unit)
        yield say("另有增长 {growth} 的目标，合 {level}", growth=growth, level=level)
    for item in row["drift"]:
        later = item["promise"] == row["promise"]
        amount = item["restated_amount" if later else "amount"]
        told = with_unit(amount, row["unit"], asked.unit)
        yield say("后来又提 {amount}", amount=told) if later else say("此前曾提 {amount}", amount=told)


def back_to(asked: Asked, promise: str) -> Asked:
    """The question with the way back to a promise's row, on the page asked from (`Asked.at`) or on the scoreboard."""
    path, _, place = asked.came.partition("#")
    if not path:
        return asked.from_row(promise)
    return asked if place else asked.at(path, f"row-{promise}")


def light(row: Row, rule: LightRule) -> Light:
    """A row's light, with the one it usually has where the rule asked is another and so is the colour."""
    if is_unpaced(row):
        return Light("–", say("不按序时判灯"), "unknown")
    now = drawn(row["light"], rule)
    usual = drawn(*row["usual"]) if row.get("usual") else now
    return now if weight(usual.tone) == weight(now.tone) else replace(now, usual=usual)


def is_unpaced(row: Row) -> bool:
    """Whether a row has no light since it is held against its number alone, and not since something is lacking."""
    return row["light"] == "unknown" and row["standing"] is not None and not row["paced"]


def drawn(word: str, rule: LightRule) -> Light:
    """A rule's word as its file draws it: shape, word and theme; a light that is not known has none of its own."""
    how = rule.said["outcomes"]["light"]["words"].get(word)
    return Light(how["shape"], how[spoken.get()], how["theme"]) if how else Light("–", say("未知"), "unknown")


def _promise(row: Row, asked: Asked) -> Number | None:
    """The promise's number; of a deed the day it is due, of a direction (持续提高) a word."""
    href = asked.source(row["source"], row["promise"])
    if row["inferred_plan"]:
        full = say(
            "由完成率反推：{low} 至 {high}；连同金额的四舍五入 {widest_low} 至 {widest_high}（{unit}）",
            unit=say(reader_unit(row["unit"], asked.unit)),
            **{
                name: reader_number(row[f"{name}_shown"], row["unit"], asked.unit)
                for name in ("low", "high", "widest_low", "widest_high")
            },
        )
        return number_of(row["plan_shown"], row["unit"], asked, href, full=full, starred=True)
    if row["amount"] is None and row["measure"] == "deed":
        return Number(
            _due_by(row["period_end"]), href, full=say("应完成的日期：{day}", day=day(row["period_end"]))
        )
    if row["amount"] is None:
        return Number(say(RELATIONS["rising"]), href) if row["relation"] == "rising" else None
    if row["relation"] == "rank":
        return Number(place(row["amount"], exact=False), href)
    growth = say("增长") if row["measure"] == "growth" else ""
    before = " ".join(part for part in (growth, RELATIONS[row["relation"]]) if part)
    return number_of(row["amount"], row["unit"], asked, href, before=before)


def _due_by(end: dt.date) -> str:
    """By when: ``2021年6月底前``, at a year's end ``2021年底前``, else by the day itself."""
    if (end.month, end.day) == (12, 31):
        return say("{year}年底前", year=end.year)
    if is_month_end(end):
        return say("{month}底前", month=period(end.replace(day=1), end))
    return say("{day}前", day=day(end))


def _actual(row: Row, asked: Asked) -> Number:
    href = asked.source(row["source_of_figure"], row["figure"])
    if row["family"] == "rank":
        return Number(place(row["done"], exact=True), href)
    return number_of(row["done"], row["figure_unit"], asked, href)


def _deed(row: Row, asked: Asked) -> Number | None:
    """How many of a task's projects have come as far as promised, where any has."""
    if not row["reached"]:
        return None
    return Number(f"{row['reached']}/{row['projects']}", asked.row(row["promise"]), unit=say("个项目"))


def _period(row: Row) -> str:
    if row["figure"] is None:
        return published_on(row["reached_on"], "day") if row["reached"] else ""
    return period(row["period_start_of_figure"], row["period_end_of_figure"])


def _marks(row: Row, asked: Asked) -> Iterator[tuple[str, str]]:
    """What to mind of a row's figure, in a word and in a sentence; the row's note says the same."""
    if row["figure"] is None:
        return
    if row["stands_beside"]:
        yield say("说法不一"), say("另有 {count} 个同期数不一致，核对之前不判灯", count=row["stands_beside"])
    if row["published_precision_of_figure"] not in DATED:
        yield say("日期推断"), say("实绩日期为推断")
    if asked.day > row["period_end"] > row["period_end_of_figure"]:
        yield (
            say("期末数未公布"),
            say("期已过，实绩只到 {day}，期末的数还没有公布", day=day(row["counted_to"])),
        )
    if asked.day <= row["period_end"] and (asked.day - row["counted_to"]).days > STALE_DAYS:
        yield say("未更新"), say("实绩只到 {day}，此后没有更新", day=day(row["counted_to"]))
