"""Comparing: does what a finding says agree with the known answer, as exactly as that answer is meant?

One function for each way a question can be answered; each gets the rows, what the plan's columns hold, and the row of
QA.csv.
"""

import re
from collections.abc import Callable
from typing import Any

from maoding.terms.units import unit
from maoding.terms.words import meaning

Row = dict[str, Any]
NUMBER = re.compile(r"\d+(?:\.\d+)?")
WITH_UNIT = re.compile(r"(\d+(?:\.\d+)?)(床|亩)")
HALF_A_YEAR = range(180, 185)
FLOAT_NOISE = 1e-9


def tolerance(asked: Row) -> float:
    """±0.1, ±15(忽略价格变动): the number after the sign; nought where the answer is exact."""
    found = re.match(rf"±({NUMBER.pattern})", asked["tolerance"])
    assert found or asked["tolerance"] == "exact"
    return float(found[1]) if found else 0.0


def number(rows: list[Row], said: list[Any], asked: Row) -> None:
    """Every cell is the answer's number, within its tolerance."""
    assert said
    for cell in said:
        assert abs(cell - float(asked["answer"])) <= tolerance(asked) + FLOAT_NOISE


def between(rows: list[Row], said: list[Any], asked: Row) -> None:
    """The dates are stated to the month: the answer, with its tolerance, lies between the two bounds."""
    low, high = said
    answer, off = float(asked["answer"]), tolerance(asked)
    assert low <= answer - off < answer + off <= high


def date(rows: list[Row], said: list[Any], asked: Row) -> None:
    """One day, and the derivation's day and number of days lead to it."""
    (day,), (row,) = said, rows
    assert str(day) == asked["answer"]
    assert asked["derivation"] == f"{row['caught_up_on']}+{row['days_early']}天"


def unknown(rows: list[Row], said: list[Any], asked: Row) -> None:
    """There are rows, none of them with a number, and none is called reported."""
    assert asked["answer"] == "未查到"
    assert said
    assert set(said) == {None}
    assert {row["state"] for row in rows} <= {"partly", "missing"}


def nothing(rows: list[Row], said: list[Any], asked: Row) -> None:
    """No finding has anything to say: once one has, the plan is to be rewritten."""
    assert rows == []


def met(rows: list[Row], said: list[Any], asked: Row) -> None:
    """All are met so far, with the growth the answer names; the year is not over."""
    assert asked["answer"].startswith("均达标")
    assert {row["standing"] for row in rows} == {"met_so_far"}
    assert _numbers(asked["answer"]) == set(said)


def contradicting(rows: list[Row], said: list[Any], asked: Row) -> None:
    """The numbers that the answer lists are those the sources differ about, in the answer's unit or in per cent."""
    named = {"level": asked["unit"], "growth": "%"}
    different = {
        row[column] / 10 ** unit(named[row["measure"]]).exponent
        for row in rows
        for column in ("amount", "other_amount")
    }
    assert _numbers(asked["answer"]) <= different
    assert {row["nature"] for row in rows} <= {"vintage", "contradiction"}


def holds(rows: list[Row], said: list[Any], asked: Row) -> None:
    """Every sum is the printed whole, and the number in the answer, if it has one."""
    assert asked["answer"].startswith(("成立", "是"))
    for row in rows:
        assert row.get("verdict", "consistent") == "consistent"
        assert row.get("state", "none") == "none"
    assert len(said) >= 2
    assert len(set(said)) == 1
    assert _numbers(asked["answer"]) <= set(said)


def half_a_year_early(rows: list[Row], said: list[Any], asked: Row) -> None:
    """提前约半年: early by a number of days among which half a year is."""
    assert asked["answer"] == "提前约半年"
    late_least, late_most = said
    assert late_most < 0
    assert [row["standing"] for row in rows] == ["early"]
    assert any(late_least <= -days <= late_most for days in HALF_A_YEAR)


def strength(rows: list[Row], said: list[Any], asked: Row) -> None:
    """The Chinese word means the strength that was recorded."""
    assert said
    assert set(said) == {meaning("strength", asked["answer"])}


def names(rows: list[Row], said: list[Any], asked: Row) -> None:
    """The names that the answer lists, no more and no fewer."""
    assert sorted(said) == sorted(asked["answer"].split("、"))


def versions(rows: list[Row], said: list[Any], asked: Row) -> None:
    """600床/230亩 → 1000床/181亩: first and last version of each property, each in its own unit."""
    first, last = asked["answer"].split("→")
    for column, text in (("first", first), ("last", last)):
        stated = {(float(amount), name) for amount, name in WITH_UNIT.findall(text)}
        assert stated == {_in_own_unit(row[column], row[f"{column}_unit"]) for row in rows}


def two_currencies(rows: list[Row], said: list[Any], asked: Row) -> None:
    """Both currencies stay, and nothing is converted into a change."""
    assert "两种币种" in asked["answer"]
    assert {unit(name).family for name in said} == {"money", "dollar"}
    assert [row["change"] for row in rows] == [None]


def agreeing(rows: list[Row], said: list[Any], asked: Row) -> None:
    """吻合(约521.3对521.2): the two numbers of the answer, and they can be the same."""
    assert asked["answer"].startswith("吻合")
    (row,) = rows
    assert row["agrees"] is True
    assert _numbers(asked["answer"]) == {round(cell, 1) for cell in said}
    assert abs(said[0] - said[1]) <= tolerance(asked)


def _in_own_unit(amount: int, name: str) -> tuple[float, str]:
    return amount / 10 ** unit(name).exponent, name


def _numbers(text: str) -> set[float]:
    return {float(found) for found in NUMBER.findall(text)}


WAYS: dict[str, Callable[[list[Row], list[Any], Row], None]] = {
    way.__name__: way
    for way in (
        number,
        between,
        date,
        unknown,
        nothing,
        met,
        contradicting,
        holds,
        half_a_year_early,
        strength,
        names,
        versions,
        two_currencies,
        agreeing,
    )
}
