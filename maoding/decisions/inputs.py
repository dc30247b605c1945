"""Inputs: how does each fact a decision table asks for stand in the frame?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

import narwhals as nw
from narwhals.dtypes import DType
from narwhals.typing import FrameT

from maoding.decisions.faults import RuleError
from maoding.decisions.quotients import Quotient, of_column
from maoding.decisions.shapes import one_of
from maoding.decisions.syntax import NUMBER
from maoding.decisions.table import Table
from maoding.terms.columns import TEXT, YES_NO
from maoding.terms.language import say


@dataclass(frozen=True)
class Scaled:
    """A number kept as a column of whole numbers: value = column × 10^-decimals (306000 with 4 decimals is 30.6)."""

    column: str
    decimals: int = 0


@dataclass(frozen=True)
class Ratio:
    """A number kept as two columns of whole numbers: value = times × above ÷ below.

    With ``times=100`` done and target give a percentage. Where `below` is nought or less the value is not known.
    """

    above: str
    below: str
    times: int = 1


@dataclass(frozen=True)
class Text:
    """A text column."""

    column: str


@dataclass(frozen=True)
class YesNo:
    """A column of true and false."""

    column: str


Standing = Scaled | Ratio | Text | YesNo
KIND_OF: dict[type, str] = {Scaled: NUMBER, Ratio: NUMBER, Text: TEXT, YesNo: YES_NO}
COLUMN_TYPE = {NUMBER: nw.Int64(), TEXT: nw.String(), YES_NO: nw.Boolean()}

# Roles a source column can play: a number, what something is divided by, or one of the plain kinds.
BELOW = "below"


@dataclass(frozen=True)
class Bound:
    """The inputs of a table as working columns: quotients of them for numbers, one of them for the other kinds.

    `sources` gives the column of the frame (empty: there is none) and its role for each working column.
    """

    numbers: Mapping[str, Quotient]
    columns: Mapping[str, str]
    sources: Mapping[str, tuple[str, str]]

    @property
    def positive(self) -> frozenset[str]:
        """Working columns that are above nought wherever they hold anything."""
        return frozenset(working for working, (_, role) in self.sources.items() if role == BELOW)


def stand(table: Table, inputs: Mapping[str, Standing], columns: Iterable[str]) -> Bound:
    """Give each column the inputs stand in a working column; an input that stands nowhere gets one without values.

    Raises:
        RuleError: the table has no such input, or it is of another kind.
    """
    _held_against(table, inputs)
    naming = _Naming(frozenset(columns))
    numbers = {name: naming.number(inputs.get(name)) for name, kind in table.kinds.items() if kind == NUMBER}
    plain = {
        name: naming.plain(inputs.get(name), kind) for name, kind in table.kinds.items() if kind != NUMBER
    }
    return Bound(numbers, plain, {working: source for source, working in naming.working.items()})


def bind(frame: FrameT, bound: Bound) -> FrameT:
    """Add the working columns to the frame.

    Raises:
        RuleError: a column holds something else than its input needs.
    """
    schema = frame.collect_schema()
    for source, role in bound.sources.values():
        if source:
            check(source, schema[source], role)
    return frame.with_columns(**{working: _column(*source) for working, source in bound.sources.items()})


def _column(source: str, role: str) -> nw.Expr:
    if not source:
        return nw.lit(None, dtype=COLUMN_TYPE[role])
    if role == BELOW:
        return nw.when(nw.col(source) > 0).then(nw.col(source).cast(nw.Int64))
    return nw.col(source).cast(COLUMN_TYPE[role])


def check(source: str, dtype: DType, role: str) -> None:
    """Hold a column to what its role needs.

    Raises:
        RuleError: it holds something else.
    """
    kind = NUMBER if role == BELOW else role
    fits = dtype.is_integer() if kind == NUMBER else dtype == COLUMN_TYPE[kind]
    if not fits:
        reason = say("列“{column}”的类型是 {dtype}", column=source, dtype=dtype)
        wanted = {NUMBER: say("整数（按小数位放大）"), TEXT: say("文字"), YES_NO: say("真假值")}
        raise RuleError(reason, say("这里要用{wanted}", wanted=wanted[kind]), place=say("数据表"))


def _held_against(table: Table, inputs: Mapping[str, Standing]) -> None:
    place = say("规则表“{name}”", name=table.name)
    for name, given in inputs.items():
        one_of(name, tuple(table.inputs), place)
        kind = table.inputs[name].kind
        if KIND_OF[type(given)] != kind:
            right = "、".join(each.__name__ for each, of in KIND_OF.items() if of == kind)
            reason = say("输入“{name}”不是 {given} 类的值", name=name, given=type(given).__name__)
            raise RuleError(reason, say("请改用 {right}", right=right), place=place)


class _Naming:
    """Names one working column for each source column and role."""

    def __init__(self, columns: frozenset[str]) -> None:
        self.columns = columns
        self.working: dict[tuple[str, str], str] = {}

    def number(self, given: Standing | None) -> Quotient:
        if isinstance(given, Scaled) and given.column in self.columns:
            return of_column(self._name(given.column, NUMBER), Fraction(1, 10**given.decimals))
        if isinstance(given, Ratio) and self.columns.issuperset((given.above, given.below)):
            above, below = self._name(given.above, NUMBER), self._name(given.below, BELOW)
            return Quotient({(above,): given.times}, {(below,): 1}, frozenset([above, below]))
        return of_column(self._name("", NUMBER), Fraction(1))

    def plain(self, given: Standing | None, kind: str) -> str:
        source = given.column if isinstance(given, Text | YesNo) else ""
        return self._name(source if source in self.columns else "", kind)

    def _name(self, source: str, role: str) -> str:
        return self.working.setdefault((source, role), f"decision_in_{role}_{source}")
