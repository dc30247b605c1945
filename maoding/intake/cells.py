"""Cells: what number, day or period does a cell state, and if none, what should the clerk write?"""

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from maoding.intake.problems import MisfitUnitError, UnfitCellError
from maoding.terms import numbers, periods
from maoding.terms.language import say
from maoding.terms.periods import NoSuchPeriodError, Period
from maoding.terms.published import NoSuchDayError, last_day
from maoding.terms.units import SPOKEN_MONEY, Unit, UnknownUnitError, known_units, unit

BLANKS = frozenset({"", "-", "--", "—", "——", "–", "－", "/", "…", "……", "\\"})
PLAIN = re.compile(r"-?\d{1,18}(?:\.\d{1,17})?\Z", re.ASCII)
LONGEST_NUMBER = 40
LARGEST = 2**63
LONGEST_SHOWN = 40

SERIAL = re.compile(r"(\d{5})(?:\.\d+)?\Z", re.ASCII)
SERIALS = range(20_000, 74_000)  # 1954 … 2102
EXCEL_DAY_NOUGHT = dt.date(1899, 12, 30)
SPELT_DAY = re.compile(
    r"(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?|年(?:(\d{1,2})月(?:(\d{1,2})日)?)?)?"
    r"(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?)?\Z",
    re.ASCII,
)
CODED_DAY = re.compile(r"((?:19|20)\d{2})(0[1-9]|1[0-2])(\d{2})?\Z", re.ASCII)
MONTH = re.compile(r"(\d{4})-(\d{1,2})\Z", re.ASCII)


@dataclass(frozen=True)
class Amount:
    """A number exactly as printed, without grouping, and the unit it is in."""

    number: str
    unit: str


def shortened(cell: str) -> str:
    """A cell's text, short enough to stand in a message."""
    text = " ".join(cell.split())
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def amount(cell: str, stated: str, wanted: str) -> Amount:
    """Read a number whose unit stands behind it or in a column of its own (`stated`).

    `wanted` is a unit of the family that fits; empty takes any unit.

    Raises:
        MisfitUnitError: the unit is of another family.
        UnfitCellError: no number, no unit, two units that differ, or too many digits.
    """
    number, inside = (cell, "") if PLAIN.match(cell) else _split(cell)
    fitting = _unit(inside, unicodedata.normalize("NFKC", stated).strip(), wanted)
    _check_size(number, fitting)
    return Amount(number, fitting.name)


def _split(cell: str) -> tuple[str, str]:
    """Number and unit of a cell that is more than plain digits."""
    try:
        number, inside = numbers.split(cell) if len(cell) <= LONGEST_NUMBER else ("", "")
    except numbers.NotANumberError:
        number = inside = ""
    number = number.removeprefix("+")
    if "e" in number.lower():
        raise UnfitCellError(
            say("“{cell}”是缩写的数，后面的数字看不到", cell=shortened(cell)),
            say("请把该列设为“数值”格式，写出全部数字"),
        )
    if not PLAIN.match(number):
        raise UnfitCellError(
            say("“{cell}”不是一个数", cell=shortened(cell)),
            say("请只填一个数，如 329.6；说明文字请移到备注"),
        )
    return number, inside


@lru_cache(maxsize=4096)
def _unit(inside: str, stated: str, wanted: str) -> Unit:
    """The one unit that the cell, its column and the indicator agree on."""
    name = inside or stated
    if inside and stated and inside != stated:
        name = _joined(inside, stated)
    if not name:
        raise UnfitCellError(
            say("没有写单位"), say("请在“单位”列写明，如 {unit}", unit=wanted or say("亿元"))
        )
    try:
        found = unit(name)
    except UnknownUnitError:
        raise UnfitCellError(
            say("没有“{unit}”这个单位", unit=shortened(name)),
            say("请改用常用单位，如 {unit}", unit=wanted or say("亿元")),
        ) from None
    if wanted in known_units() and found.family != unit(wanted).family:
        raise MisfitUnitError(
            say("单位“{unit}”与该指标的单位“{wanted}”不能互换", unit=found.name, wanted=wanted),
            say("请核对指标和单位；不同币种请填对应的指标，不要折算"),
        )
    return found


def _joined(inside: str, stated: str) -> str:
    """1.2亿 under 元 is 亿元, 1.2亿 under 亿元 as well; 1.2亿元 under 万元 is a contradiction."""
    if inside in SPOKEN_MONEY:
        for name in (f"{inside}{stated}", stated if stated.startswith(inside) else ""):
            if name in known_units():
                return name
    raise UnfitCellError(
        say(
            "数后面写的是“{inside}”，单位列写的是“{stated}”",
            inside=shortened(inside),
            stated=shortened(stated),
        ),
        say("请只在一处写单位，两处要一致"),
    )


def _check_size(number: str, fitting: Unit) -> None:
    """Every number must be a whole number of its unit's smallest parts that sixty-four bits can hold."""
    printed = numbers.Printed(number)
    places = fitting.exponent
    if printed.decimals > places:
        raise UnfitCellError(
            say(
                "“{number}”小数位太多，“{unit}”最多记 {places} 位",
                number=number,
                unit=fitting.name,
                places=places,
            ),
            say("请四舍五入到 {places} 位小数以内", places=places),
        )
    if abs(printed.mantissa) * 10 ** (places - printed.decimals) >= LARGEST:
        raise UnfitCellError(
            say("“{number}{unit}”大得不合常理", number=number, unit=fitting.name),
            say("请核对数字和单位是否一致"),
        )


@lru_cache(maxsize=4096)
def day(cell: str) -> tuple[str, str]:
    """Read a day, month or year and how exactly it is stated: ``2021年6月`` → ``("2021-06", "month")``.

    ISO days, 年月日, strokes and points, 20210617 and Excel's own count of days (44348) are understood.

    Raises:
        UnfitCellError: none of these, or no such day.
    """
    plain = unicodedata.normalize("NFKC", cell).strip()
    if (found := SERIAL.match(plain)) and int(found[1]) in SERIALS:
        return (EXCEL_DAY_NOUGHT + dt.timedelta(int(found[1]))).isoformat(), "day"
    parts = CODED_DAY.match(plain) or SPELT_DAY.match(re.sub(r"(?<=[年月])\s+|\s+(?=[年月日])", "", plain))
    if not parts:
        raise _no_day(cell)
    stated = "-".join(part.zfill(2) for part in parts.groups() if part and part.isdecimal())
    try:
        last_day(stated)
    except NoSuchDayError:
        raise _no_day(cell) from None
    return stated, ("year", "month", "day")[stated.count("-")]


def _no_day(cell: str) -> UnfitCellError:
    return UnfitCellError(
        say("“{cell}”不是能读懂的日期", cell=shortened(cell)),
        say("请写成 2021-06-17、2021-06 或 2021"),
    )


@lru_cache(maxsize=4096)
def period(cell: str, year: int | None) -> Period:
    """Read a period; `year` is used where the cell names months only.

    Raises:
        UnfitCellError: no period, one that cannot be, or a day that Excel has made of ``1-5``.
    """
    plain = unicodedata.normalize("NFKC", cell).strip()
    try:
        if found := MONTH.match(plain):
            return periods.months(int(found[1]), int(found[2]), int(found[2]))
        return periods.read(plain, year)
    except NoSuchPeriodError:
        pass
    if SERIAL.match(plain) or ((spelt := SPELT_DAY.match(plain)) and (spelt[4] or spelt[6])):
        raise UnfitCellError(
            say("“{cell}”是一天，可能是 Excel 把“1-5”改成了日期", cell=shortened(cell)),
            say("请把该列设为“文本”格式，写成 2021年1-5月"),
        )
    reason = say("没有“{cell}”这样的时期", cell=shortened(cell))
    if year is None and not re.search(r"\d{4}", plain):
        reason = say("“{cell}”没有写年份，或不是时期", cell=shortened(cell))
    raise UnfitCellError(reason, say("请写成 2021年1-5月、2021年上半年、2021年三季度或 2021年"))


def span(start: str, end: str) -> Period:
    """Read a period from its first and last day; a month or year stands for all its days.

    Raises:
        UnfitCellError: no such days, or the end is before the start.
    """
    begins = dt.date.fromisoformat(f"{day(start)[0]}-01-01"[:10])
    last = last_day(day(end)[0])
    try:
        return Period(begins, last)
    except NoSuchPeriodError:
        raise UnfitCellError(
            say("截止日期 {end} 早于起始日期 {start}", end=last, start=begins),
            say("请核对两个日期是否填反"),
        ) from None
