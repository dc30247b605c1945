"""Rule cells: which fact does a cell of anyone's table state for a rule?"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from maoding.decisions.syntax import NUMBER, Value
from maoding.decisions.table import Input, Table
from maoding.terms import units
from maoding.terms.columns import TEXT
from maoding.terms.language import say
from maoding.terms.numbers import NotANumberError, read, split

BLANKS = {"", "-", "--", "–", "—", "——", "/", "…", "null", "n/a", "unknown", "未知", "尚无数据"}
YES = {"true", "yes", "y", "1", "是", "有", "√"}
NO = {"false", "no", "n", "0", "否", "无", "×"}
SUBJECTS = ("subject", "主体", "项目", "单位", "区镇", "项目名称", "单位名称")
MONTHS = {"月": "个月"}
UNIT_BEHIND = re.compile(r"\s*\((?P<unit>[^()]+)\)\Z")


class UnfitError(ValueError):
    """A cell that does not state the fact its column is for; `reason` and `mend` are in the reader's language."""

    def __init__(self, reason: str, mend: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.mend = mend


@dataclass(frozen=True)
class Fact:
    """What a cell states; of a number whose unit the rule leaves open also the family of its unit (else empty)."""

    value: Value
    family: str = ""


@dataclass(frozen=True)
class Heads:
    """Which column of a table each input of a rule stands in, which unit its heading states, who the rows are about."""

    columns: Mapping[str, str]
    units: Mapping[str, str]
    subject: str | None

    @classmethod
    def of(cls, table: Table, rows: Iterable[Mapping[str, Any]]) -> "Heads":
        """Find the columns by the inputs' names or labels, a unit in brackets allowed behind: ``完成率（%）``."""
        columns: dict[str, str] = {}
        stated: dict[str, str] = {}
        heads = list(dict.fromkeys(head for row in rows for head in row))
        for name, wanted in table.inputs.items():
            called = {_plain(each).lower() for each in (name, wanted.label.zh, wanted.label.en)}
            for head in heads:
                bare, unit = _without_unit(_plain(head))
                if name not in columns and called & {bare.lower(), _plain(head).lower()}:
                    columns[name], stated[name] = head, unit
        subject = next((head for word in SUBJECTS for head in heads if _plain(head).lower() == word), None)
        return cls(columns, stated, subject)


def fact(cell: object, wanted: Input, stated_unit: str = "") -> Fact | None:
    """The fact a cell states; None if it is blank.

    Raises:
        UnfitError: the cell holds something else.
    """
    text = _plain(cell)
    if text.lower() in BLANKS:
        return None
    if wanted.kind == NUMBER:
        return _number(text, wanted, stated_unit)
    return Fact(_word(text, wanted) if wanted.kind == TEXT else _yes_no(text))


def _plain(cell: object) -> str:
    return "" if cell is None else unicodedata.normalize("NFKC", str(cell)).strip()


def _without_unit(head: str) -> tuple[str, str]:
    found = UNIT_BEHIND.search(head)
    return (head[: found.start()], found["unit"].strip()) if found else (head, "")


def _number(text: str, wanted: Input, stated_unit: str) -> Fact:
    try:
        digits, unit = split(text)
        printed = read(digits)
    except NotANumberError:
        raise UnfitError(say("“{cell}”不是一个数", cell=text), say("请填一个阿拉伯数字，例如 30.6")) from None
    exponent, family = _scale(unit or stated_unit, wanted)
    return Fact(Fraction(printed.value) * Fraction(10) ** exponent, family)


def _scale(unit: str, wanted: Input) -> tuple[int, str]:
    """Power of ten from the unit written to the one the rule wants, and the family where the rule leaves it open."""
    if unit in ("", wanted.unit) or MONTHS.get(unit) == wanted.unit:
        return 0, ""
    known = units.known_units()
    written, rule = known.get(units.SPOKEN_MONEY.get(unit, unit)), known.get(wanted.unit)
    if written and not wanted.unit:
        return written.exponent, written.family
    if written and rule and written.family == rule.family:
        return written.exponent - rule.exponent, ""
    mend = (
        say("请换算成{unit}，或只填数字", unit=wanted.unit)
        if wanted.unit
        else say("请改用亿元、万元等单位，或只填数字")
    )
    raise UnfitError(say("单位“{unit}”用在这里不对", unit=unit), mend)


def _word(text: str, wanted: Input) -> str:
    names = {each: word for word, label in wanted.words.items() for each in (word, label.zh, label.en)}
    if names and text not in names:
        choices = "、".join(label.zh for label in wanted.words.values())
        raise UnfitError(
            say("没有“{cell}”这一项", cell=text), say("请填其中之一：{choices}", choices=choices)
        )
    return names.get(text, text)


def _yes_no(text: str) -> bool:
    if text.lower() not in YES | NO:
        raise UnfitError(say("“{cell}”既不是“是”也不是“否”", cell=text), say("请填是或否（true 或 false）"))
    return text.lower() in YES
