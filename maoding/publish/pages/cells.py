"""Cells: what stands in each cell of a promise's row, and where does each number lead?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from maoding.publish.pages.asked import Asked
from maoding.publish.pages.weights import weight
from maoding.publish.reasons import STALE_DAYS
from maoding.publish.rules import LightRule
from maoding.publish.shown import (
    THIN_SPACE,
    day,
    period,
    plain_number,
    plain_unit,
    points,
    published_on,
    reader_number,
    reader_unit,
    share,
    with_unit,
)
from maoding.publish.terminal import RELATIONS, STRENGTHS
from maoding.terms.language import say, spoken
from maoding.terms.numbers import rounded
from maoding.terms.published import DATED

Row = dict[str, Any]


@dataclass(frozen=True)
class Number:
    """A number as printed, its unit (`in_head` where the head of the table says it), its full value, its address."""

    text: str
    href: str
    full: str = ""
    unit: str = ""
    in_head: bool = False
    before: str = ""
    starred: bool = False


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
    """A promise's row as the page shows it; what is not known is None. `marks` say what to mind of the evidence."""

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
        completion=_completion(row, asked, here),
        due=_worked_out(row, asked, "due_shown", _percent, "%"),
        ahead=_worked_out(row, asked, "ahead_shown", points, say("百分点")),
        needed=_needed(row, asked),
        so_far=_so_far(row, asked),
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
    now = drawn(row["light"], rule)
    usual = drawn(*row["usual"]) if row.get("usual") else now
    return now if weight(usual.tone) == weight(now.tone) else replace(now, usual=usual)


def drawn(word: str, rule: LightRule) -> Light:
    """A rule's word as its file draws it: shape, word and theme; a light that is not known has none of its own."""
    how = rule.said["outcomes"]["light"]["words"].get(word)
    return Light(how["shape"], how[spoken.get()], how["theme"]) if how else Light("–", say("未知"), "unknown")


def _promise(row: Row, asked: Asked) -> Number | None:
    """The promise's number; a deed has none, and a direction (持续提高) only a word."""
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
        return _number(row["plan_shown"], row["unit"], asked, href, full=full, starred=True)
    if row["amount"] is None:
        return Number(say(RELATIONS["rising"]), href) if row["relation"] == "rising" else None
    if row["relation"] == "rank":
        return Number(_place(row["amount"], exact=False), href)
    growth = say("增长") if row["measure"] == "growth" else ""
    before = " ".join(part for part in (growth, RELATIONS[row["relation"]]) if part)
    return _number(row["amount"], row["unit"], asked, href, before=before)


def _place(place: int, *, exact: bool) -> str:
    if place == 1:
        return say("第一")
    return say("第 {place}", place=place) if exact else say("前 {place}", place=place)


def _actual(row: Row, asked: Asked) -> Number:
    href = asked.source(row["source_of_figure"], row["figure"])
    if row["family"] == "rank":
        return Number(_place(row["done"], exact=True), href)
    return _number(row["done"], row["figure_unit"], asked, href)


def _deed(row: Row, asked: Asked) -> Number | None:
    """How many of a task's projects have come as far as promised, where any has."""
    if not row["reached"]:
        return None
    return Number(f"{row['reached']}/{row['projects']}", asked.row(row["promise"]), unit=say("个项目"))


def _number(
    amount: float,
    unit: str,
    asked: Asked,
    href: str,
    *,
    before: str = "",
    full: str = "",
    starred: bool = False,
) -> Number:
    shown = reader_unit(unit, asked.unit)
    in_head = shown == reader_unit("亿元", asked.unit)
    return Number(
        reader_number(amount, unit, asked.unit),
        href,
        full=full or f"{plain_number(amount, unit)} {say(plain_unit(unit))}",
        unit=say(shown),
        in_head=in_head,
        before=before,
        starred=starred,
    )


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
    if asked.day <= row["period_end"] and (asked.day - row["counted_to"]).days > STALE_DAYS:
        yield say("未更新"), say("实绩只到 {day}，此后没有更新", day=day(row["counted_to"]))


def _completion(row: Row, asked: Asked, here: Asked) -> Number | None:
    """A published rate leads to its own words, one worked out here to how it was worked out."""
    if row["completion_shown"] is None:
        return None
    printed = here.source(row["source"], row["promise"])
    href = printed if row["inferred_plan"] else asked.row(row["promise"])
    value = row["completion_shown"]
    return Number(_percent(value), href, full=_unrounded(value), unit="%", in_head=True)


def _worked_out(
    row: Row, asked: Asked, name: str, written: Callable[[float], str], unit: str
) -> Number | None:
    value = row[name]
    if value is None:
        return None
    return Number(written(value), asked.row(row["promise"]), full=_unrounded(value), unit=unit, in_head=True)


def _percent(value: float | None) -> str:
    return share(value).removesuffix(f"{THIN_SPACE}%")


def _unrounded(value: float) -> str:
    return f"{rounded(Decimal(str(value)), 6).normalize():f}"


def _is_done(row: Row) -> bool:
    return row["needed_shown"] is None or row["gap_shown"] <= 0


def _so_far(row: Row, asked: Asked) -> Number | None:
    """What each month brought so far, in the unit of what it still needs to bring."""
    if _is_done(row):
        return None
    return replace(_number(row["so_far_shown"], row["unit"], asked, asked.row(row["promise"])), in_head=True)


def _needed(row: Row, asked: Asked) -> Number | None:
    if row["needed_shown"] is None:
        return None
    href = asked.row(row["promise"])
    if _is_done(row):
        return Number(say("已完成"), href)
    return _number(row["needed_shown"], row["unit"], asked, href)
