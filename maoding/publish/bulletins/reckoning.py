"""Reckoning: does a printed number follow from what was published, and from the numbers printed beside it?

Nothing of how it was composed is used but its origins: published numbers are read again from the ledger, all others
worked out again from the printed digits with their rounding, by the checks of `maoding check` (docs/decisions/0004), so
that only what no rounding can explain fails.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from maoding.judge.consistency import check
from maoding.judge.intervals import Interval, UnboundedError, exactly, rounded_from, value_of
from maoding.judge.quantities import Quantity, in_unit, unit_of
from maoding.judge.statements import Statement as Printed
from maoding.ledger.find import Found
from maoding.publish.bulletins.said import (
    PLACES,
    Counted,
    Grown,
    Implied,
    Months,
    Number,
    Origin,
    Published,
    Worked,
)
from maoding.publish.remarks import number as shown
from maoding.terms.language import say
from maoding.terms.numbers import read, rounded
from maoding.terms.periods import is_month_end
from maoding.terms.units import unit as unit_named

SHOWN_PLACES = 4
CONSISTENT = ("consistent",)


class CannotReckonError(ArithmeticError):
    """A number cannot be worked out again; the message says what is missing and how to mend it."""


@dataclass(frozen=True)
class Reckoned:
    """One way in which a printed number was worked out again: whether it holds, between which bounds, and by what."""

    holds: bool
    how: str
    low: str = ""
    high: str = ""
    reason: str = ""

    @property
    def span(self) -> str:
        """The recomputed number or interval, as a reader sees it."""
        return self.low if self.low == self.high else say("{low} 至 {high}", low=self.low, high=self.high)


@dataclass
class Reckoner:
    """What a letter prints, by row and field, and how an entry of the ledger is read.

    `printed` holds of every key the first number printed; `listed` how often rows bear a tag in a year.
    """

    entry: Callable[[str], Found | None]
    printed: dict[tuple[str, str], Number]
    listed: dict[tuple[int, tuple[str, str] | None], int]
    known: frozenset[str]
    _read: dict[str, Found | None] = field(default_factory=dict)

    def reckon(self, number: Number, origin: Origin) -> Reckoned:
        """Work a number out again in one of its ways."""
        ways: dict[type, Callable[[Number, Origin], Reckoned]] = {
            Published: self._published,
            Months: self._months,
            Worked: self._worked,
            Implied: self._implied,
            Grown: self._grown,
            Counted: self._counted,
        }
        how = name_of(origin)
        try:
            return ways[type(origin)](number, origin)
        except CannotReckonError as error:
            return Reckoned(holds=False, how=how, reason=str(error))
        except UnboundedError:
            return Reckoned(holds=False, how=how, reason=say("分母可能为零，无法重算"))

    def found(self, name: str) -> Found:
        """An entry that was known on the day.

        Raises:
            CannotReckonError: the ledger has none of this id, or it was not known on the day.
        """
        if name not in self._read:
            self._read[name] = self.entry(name)
        entry = self._read[name]
        if entry is None:
            raise CannotReckonError(say("台账里没有条目 {id}", id=name))
        if name not in self.known:
            raise CannotReckonError(say("条目 {id} 在所问之日尚不可知", id=name))
        return entry

    def _published(self, number: Number, origin: Origin) -> Reckoned:
        assert isinstance(origin, Published)
        body = self.found(origin.entry).body
        said, printed = unit_named(body["unit"]), unit_named(number.unit or body["unit"])
        if said.family != printed.family:
            reason = say("台账里的单位是{unit}", unit=body["unit"])
            return Reckoned(holds=False, how="published", reason=reason)
        value = rounded(Decimal(body["number"]).scaleb(said.exponent - printed.exponent), PLACES)
        text = f"{value.normalize():f}"
        holds = value == number.number.value
        reason = "" if holds else say("台账里的数四舍五入是 {number}", number=text)
        return Reckoned(holds, "published", text, text, reason)

    def _months(self, number: Number, origin: Origin) -> Reckoned:
        assert isinstance(origin, Months)
        if origin.entry:
            last = dt.date.fromisoformat(self.found(origin.entry).body["period"][1])
            if origin.end > last:
                reason = say("所据的数只到 {day}", day=last)
                return Reckoned(holds=False, how="months", reason=reason)
        count = whole_months(origin.start, origin.end)
        return _between(number, exactly(count), "months", [])

    def _worked(self, number: Number, origin: Origin) -> Reckoned:
        assert isinstance(origin, Worked)
        own = Quantity(number.number, number.unit)
        cells = {"a": own} if origin.kind == "count" else {"printed": own}
        cells |= {
            name: self.quantity(each) for name, each in (("a", origin.a), ("b", origin.b)) if each is not None
        }
        parts = tuple(self.quantity(each) for each in origin.parts)
        verdict = check(Printed(origin.kind, number.unit, cells, parts))
        if verdict.recomputed is None:
            return Reckoned(holds=False, how=origin.kind, reason=say("印出的数不足以重算"))
        used = [cells[name] for name in ("a", "b") if name in cells and origin.kind != "count"]
        holds = verdict.verdict in CONSISTENT
        return _told(holds, verdict.recomputed, origin.kind, number, [*used, *parts])

    def _implied(self, number: Number, origin: Origin) -> Reckoned:
        assert isinstance(origin, Implied)
        part, share = self.quantity(origin.part), self.quantity(origin.share)
        rate = rounded_from(share.number).times(exactly(1).low / 100)
        divisor = {"low": exactly(rate.high), "high": exactly(rate.low)}.get(origin.bound, rate)
        (whole,) = in_unit((part,), unit_of(number.unit), exact=False)
        return _between(number, whole / divisor, "implied", [part, share])

    def _grown(self, number: Number, origin: Origin) -> Reckoned:
        assert isinstance(origin, Grown)
        base, rate = self.quantity(origin.base), self.quantity(origin.rate)
        (level,) = in_unit((base,), unit_of(number.unit), exact=False)
        grown = level * value_of(rate.number).times(exactly(1).low / 100).plus(1)
        return _between(number, grown, "grown", [base, rate])

    def _counted(self, number: Number, origin: Origin) -> Reckoned:
        assert isinstance(origin, Counted)
        count = self.listed.get((origin.year, origin.tag), 0)
        holds = number.number.value == count
        reason = "" if holds else say("信中逐项列出的是 {count} 项", count=count)
        return Reckoned(holds, "counted", str(count), str(count), reason)

    def quantity(self, number: Number) -> Quantity:
        """A number to reckon with: as the letter prints it, else as it was published, else by its months.

        Raises:
            CannotReckonError: the letter prints it nowhere and nobody published it.
        """
        if number.key in self.printed:
            printed = self.printed[number.key]
            return Quantity(printed.number, printed.unit)
        for origin in number.origins:
            if isinstance(origin, Published):
                body = self.found(origin.entry).body
                return Quantity(read(body["number"]), body["unit"])
            if isinstance(origin, Months):
                return Quantity(read(str(whole_months(origin.start, origin.end))))
            if isinstance(origin, Counted):
                return Quantity(read(str(self.listed.get((origin.year, origin.tag), 0))))
        raise CannotReckonError(
            say("重算要用的“{field}”信中没有印出；请在方案里写出 {example}", field=number.key[1],
                example=f"{{{number.key[1]}}}")
        )  # fmt: skip


def name_of(origin: Origin) -> str:
    """Word for a way of working a number out, as the record has it."""
    if isinstance(origin, Worked):
        return origin.kind
    return type(origin).__name__.lower()


def whole_months(start: dt.date, end: dt.date) -> int:
    """Whole months from a first to a last day, both counted in."""
    between = (end.year - start.year) * 12 + end.month - start.month
    return max(between + int(is_month_end(end)) - int(start.day > 1), 0)


def _between(number: Number, numbers: Interval, how: str, used: Sequence[Quantity]) -> Reckoned:
    return _told(numbers.meets(rounded_from(number.number)), numbers, how, number, used)


def _told(
    holds: bool,  # noqa: FBT001 - the verdict
    numbers: Interval,
    how: str,
    number: Number,
    used: Sequence[Quantity],
) -> Reckoned:
    """A verdict, and of one that fails the numbers it was worked out from."""
    low, high = shown(numbers.low, SHOWN_PLACES), shown(numbers.high, SHOWN_PLACES)
    if holds:
        return Reckoned(holds, how, low, high)
    span = low if low == high else say("{low} 至 {high}", low=low, high=high)
    words = {"span": span, "unit": say(number.unit) if number.unit else "", "printed": number.printed}
    words["used"] = say("、").join(_printed(each) for each in used) or say("日期")
    reason = say("按 {used} 重算得 {span}{unit}，四舍五入解释不了印出的 {printed}{unit}", **words)
    return Reckoned(holds, how, low, high, reason)


def _printed(quantity: Quantity) -> str:
    return f"{quantity.number.text}{say(quantity.unit) if quantity.unit else ''}"
