"""Said: what stands for a placeholder, and how can each number in it be worked out again?

Composing makes these, checking takes the printed text and the origins and never the value composed. `exact` is only
kept for the record.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from maoding.publish.shown import reader_unit
from maoding.terms.language import say, spoken
from maoding.terms.numbers import Printed, read
from maoding.terms.units import unit as unit_named

PLACES = 2
PERCENT_PLACES = 1
NO_SPACE = ("%",)


@dataclass(frozen=True)
class Published:
    """Someone published it: the entry's number, in the unit printed, rounds to what is printed."""

    entry: str


@dataclass(frozen=True)
class Months:
    """Whole months from a first to a last day; `entry` is the figure that the last day is taken from, if one is."""

    start: dt.date
    end: dt.date
    entry: str = ""


@dataclass(frozen=True)
class Worked:
    """Worked out from other numbers, by a kind that `maoding check` knows: ratio, difference, points, growth, count.

    Of a count the number itself is the whole and `parts` make it up.
    """

    kind: str
    a: "Number | None" = None
    b: "Number | None" = None
    parts: tuple["Number", ...] = ()

    @property
    def needs(self) -> tuple["Number", ...]:
        """The numbers it is worked out from."""
        return tuple(each for each in (self.a, self.b, *self.parts) if each is not None)


@dataclass(frozen=True)
class Implied:
    """A whole behind a part and its published share; `bound` is middle, low or high by the share's rounding.

    The part is taken as exact (contracts §2); `widest_low` and `widest_high` round it as well.
    """

    part: "Number"
    share: "Number"
    bound: str = "middle"


@dataclass(frozen=True)
class Grown:
    """A base grown by a rate in per cent: what a growth target asks for as a level."""

    base: "Number"
    rate: "Number"


@dataclass(frozen=True)
class Counted:
    """So many rows of the letter bear this tag: ``("state", "behind")``; no tag counts all rows of the year."""

    year: int
    tag: tuple[str, str] | None = None


@dataclass(frozen=True)
class RuleRow:
    """The row of the rule that fires for these facts, counted from 1."""

    rule: str
    facts: tuple[tuple[str, "Number"], ...]


Origin = Published | Months | Worked | Implied | Grown | Counted | RuleRow


@dataclass(frozen=True)
class Number:
    """A number as printed, in `unit` (the pack's word for it, empty for none), and every way to work it out again.

    `key` is the row and field it stands for: two numbers of one key must print alike. `exact` is in the same unit.
    """

    key: tuple[str, str]
    printed: str
    unit: str
    exact: Fraction
    origins: tuple[Origin, ...]

    @property
    def number(self) -> Printed:
        """The printed digits as an exact number that knows its decimals."""
        return read(self.printed)

    @property
    def entries(self) -> tuple[str, ...]:
        """Entries it rests on, each once, in the order of its origins."""
        return tuple(dict.fromkeys(_entries(self)))


@dataclass(frozen=True)
class Judged:
    """A word that a rule or a relation gives: `light` by facts, or `outcome` of a figure by its target."""

    kind: str
    word: str
    rule: str
    facts: tuple[tuple[str, Number], ...]


@dataclass(frozen=True)
class Said:
    """Text for a placeholder or cell, its numbers in their order there, and the codes of the sources it rests on.

    `tone` names a light's colour; `known` is false where nobody published it; `judged` is what its words judge. Of a
    remark `touches` are the fields it must stand beside.
    """

    text: str
    numbers: tuple[Number, ...] = ()
    sources: tuple[str, ...] = ()
    tone: str = ""
    known: bool = True
    judged: tuple[Judged, ...] = ()
    touches: frozenset[str] = frozenset()

    @property
    def bare(self) -> str:
        """The text without its unit, where it is one number and its unit."""
        return self.numbers[0].printed if self.unit else self.text

    @property
    def is_number(self) -> bool:
        """Whether the text is one number, with its unit or without."""
        return len(self.numbers) == 1 and self.text in (self.numbers[0].printed, with_unit(self.numbers[0]))

    @property
    def unit(self) -> str:
        """Unit written behind, where the text is one number and its unit."""
        whole = len(self.numbers) == 1 and self.text == with_unit(self.numbers[0])
        return self.numbers[0].unit if whole else ""


def _entries(number: Number) -> Iterator[str]:
    for origin in number.origins:
        if isinstance(origin, Published | Months):
            yield from (origin.entry,) if origin.entry else ()
        for needed in needs(origin):
            yield from _entries(needed)


def needs(origin: Origin) -> tuple[Number, ...]:
    """The numbers that one is worked out from."""
    match origin:
        case Worked() as worked:
            return worked.needs
        case Implied(part, share):
            return part, share
        case Grown(base, rate):
            return base, rate
        case RuleRow(_, facts):
            return tuple(fact for _, fact in facts)
        case _:
            return ()


def written(value: Fraction, places: int, *, signed: bool = False) -> str:
    """A number as bulletins print it: 四舍五入, no noughts at the end, thousands apart; signs − and, if asked, +."""
    parts = abs(value) * 10**places + Fraction(1, 2)
    whole, behind = divmod(parts.numerator // parts.denominator, 10**places)
    text = f"{whole:,}.{behind:0{places}d}".rstrip("0").rstrip(".") if places else f"{whole:,}"
    sign = "" if text == "0" else "−" if value < 0 else "+" if signed else ""
    return sign + text


def amount(key: tuple[str, str], parts: Fraction, unit: str, *origins: Origin) -> Number:
    """A number given in smallest parts of its family, in the unit a reader is given: 亿元, at most two decimals."""
    shown = reader_unit(unit)
    exact = Fraction(parts) / 10 ** unit_named(shown).exponent
    return Number(key, written(exact, PLACES), shown, exact, origins)


def percent(key: tuple[str, str], exact: Fraction, *origins: Origin) -> Number:
    """A percentage worked out here: one decimal at most."""
    return Number(key, written(exact, PERCENT_PLACES), "%", exact, origins)


def pieces(key: tuple[str, str], count: int, *origins: Origin) -> Number:
    """A count without a unit of its own; the sentence names what is counted."""
    return Number(key, written(Fraction(count), 0), "", Fraction(count), origins)


def with_unit(number: Number) -> str:
    """Number and unit as the reader's language sets them: ``19亿元``, ``1,900 million yuan``."""
    if not number.unit:
        return number.printed
    gap = " " if spoken.get() == "en" and number.unit not in NO_SPACE else ""
    return f"{number.printed}{gap}{say(number.unit)}"


def told(number: Number, *sources: str) -> Said:
    """One number with its unit."""
    return Said(with_unit(number), (number,), tuple(dict.fromkeys(sources)))


NOTHING = Said("–", known=False)


def no_data() -> Said:
    """What nobody published."""
    return Said(say("尚无数据"), known=False)
