"""Agreement: does a file say the same thing twice, or two things of one fact?"""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from maoding.intake.outcomes import RowRead
from maoding.intake.problems import Problem
from maoding.terms.entries import Commitment, Entry, Reading
from maoding.terms.language import say
from maoding.terms.units import unit

Figure = Reading | Commitment
Number = tuple[str, Decimal]
Stated = dict[tuple[str, ...], dict[Number, tuple[Figure, RowRead]]]


def compared(rows: Iterable[RowRead]) -> tuple[RowRead, ...]:
    """Rows with remarks where one repeats or contradicts an earlier one; nothing is left out or overwritten."""
    first: dict[Entry, RowRead] = {}
    stated: Stated = {}
    told = []
    for row in rows:
        remark = _repeated(row, first) or _differing(row, stated)
        told.append(replace(row, remarks=(*row.remarks, remark)) if remark else row)
        for entry in row.entries:
            first.setdefault(entry, row)
            if isinstance(entry, Figure) and entry.number:
                stated.setdefault(_key(entry), {}).setdefault(_number(entry), (entry, row))
    return tuple(told)


def _key(entry: Figure) -> tuple[str, ...]:
    period = (entry.period.start.isoformat(), entry.period.end.isoformat())
    if isinstance(entry, Commitment):
        # Deeds and promises with a record of their own stand beside one another on purpose (possible drift).
        return ("c", entry.subject, entry.indicator, entry.measure, entry.relation, entry.record, *period)
    return ("r", entry.subject, entry.indicator, entry.measure, *period)


def _repeated(row: RowRead, first: dict[Entry, RowRead]) -> Problem | None:
    """A remark on a row whose every entry an earlier row has stated."""
    earlier = [first[entry] for entry in row.entries if entry in first]
    if not earlier or len(earlier) < len(row.entries):
        return None
    return _remark(
        row,
        say("与{place}完全相同，只记一次", place=_where(earlier[0], row)),
        say("如是重复填写，请删去一行"),
    )


def _differing(row: RowRead, stated: Stated) -> Problem | None:
    """A remark on a row that gives another number for a fact an earlier row has stated."""
    for entry in row.entries:
        if isinstance(entry, Figure) and entry.number:
            earlier = stated.get(_key(entry), {})
            # The first that differs: at most one of the numbers kept is this one.
            other = next((said for number, said in earlier.items() if number != _number(entry)), None)
            if other:
                return _two_numbers(row, entry, other[1], other[0])
    return None


def _number(entry: Figure) -> Number:
    """The number in smallest parts of its unit's family: 8 % and 8.0 %, 1 亿元 and 10000 万元 are one number."""
    said = unit(entry.unit)
    return said.family, Decimal(entry.number).scaleb(said.exponent)


def _two_numbers(row: RowRead, entry: Figure, earlier: RowRead, other: Figure) -> Problem:
    numbers = {
        "place": _where(earlier, row),
        "first": f"{other.number}{other.unit}",
        "second": f"{entry.number}{entry.unit}",
    }
    same_vintage = _vintage(entry) == _vintage(other)
    if same_vintage:
        return _remark(
            row,
            say(
                "与{place}说的是同一件事，数却不同（{first}，这里是{second}）；两个都留下，不覆盖", **numbers
            ),
            say("请核对哪个对；如是更正，请在“状态”列写“更正”"),
        )
    return _remark(
        row,
        say("与{place}说的是同一件事，是另一个版本（{first}，这里是{second}）；两个都留下", **numbers),
        say("请核对发布日期和状态，以便分清先后"),
    )


def _vintage(entry: Figure) -> tuple[str, ...]:
    release = entry.release if isinstance(entry, Reading) else ""
    return (release, entry.published.at, entry.published.precision)


def _where(earlier: RowRead, row: RowRead) -> str:
    place = say("第{row}行", row=earlier.row)
    return place if earlier.sheet == row.sheet else f"{earlier.sheet} {place}"


def _remark(row: RowRead, reason: str, mend: str) -> Problem:
    return Problem(row.file, row.sheet, row.row, "", "", reason, mend)
