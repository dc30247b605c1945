"""Checking: may this bulletin go out, or is there a sentence in it that its own numbers do not bear out?

Every statement is worked out again from what is printed (`reckoning`, `rejudging`), every digit is accounted for
(`accounting`), and what the sources themselves leave in doubt is told beside it (`noticing`). A statement that does not
come out again stops the bulletin; only a person can let it out, with a reason.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from maoding.judge.intervals import rounded_from
from maoding.ledger import find
from maoding.ledger.find import Found
from maoding.publish.bulletins.accounting import around, drawn, texts, unaccounted
from maoding.publish.bulletins.letter import Block, Chart, Letter, Paragraph, Released, Table
from maoding.publish.bulletins.material import Material, speaking
from maoding.publish.bulletins.noticing import noticed, undisclosed
from maoding.publish.bulletins.reckoning import Reckoned, Reckoner
from maoding.publish.bulletins.rejudging import rejudge, row_again
from maoding.publish.bulletins.said import Counted, Number, Published, RuleRow
from maoding.publish.bulletins.statements import Composition, Ordered, Statement
from maoding.terms.language import say


@dataclass(frozen=True)
class Fault:
    """Why a statement cannot go out: its id, its words, what is printed, what it comes to, and the reason."""

    id: str
    text: str
    printed: str
    recomputed: str
    reason: str

    def __str__(self) -> str:
        return say("【{id}】“{words}”：{reason}", id=self.id, words=self.text, reason=self.reason)


@dataclass(frozen=True)
class Checked:
    """A statement with every number in it worked out again, and what is wrong with it."""

    statement: Statement
    text: str
    numbers: tuple[tuple[Number, Reckoned], ...]
    judged: tuple[Reckoned, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class Report:
    """What the check found; `faults` of what stands around the statements (title, heads) are in none of them."""

    checked: tuple[Checked, ...]
    elsewhere: tuple[Fault, ...]
    notices: tuple[str, ...]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything that stops the bulletin."""
        return (*(fault for each in self.checked for fault in each.faults), *self.elsewhere)

    def held_back(self, releases: Mapping[str, str]) -> tuple[Fault, ...]:
        """Faults nobody has let out."""
        return tuple(fault for fault in self.faults if fault.id not in releases)


def check(made: Composition, material: Material) -> Report:
    """Check a bulletin (通报自检) against the ledger and itself."""
    with speaking(material.language):
        return _Check(made, material).report()


class _Check:
    """One check of one letter."""

    def __init__(self, made: Composition, material: Material) -> None:
        self.made, self.material = made, material
        self.texts = texts(made.letter, made.statements)
        printed: dict[tuple[str, str], Number] = {}
        for statement in made.statements:
            for number in statement.numbers:
                printed.setdefault(number.key, number)
        self.reckoner = Reckoner(_entry, printed, _listed(made), frozenset(material.source_of))
        self.orders = dict(self._out_of_order())

    def report(self) -> Report:
        elsewhere = tuple(
            Fault(name, text, number, "", say("“{number}”不是核对过的数", number=number))
            for name, text in around(self.made.letter, self.made.statements)
            for number in self._typed(text)
        )
        return Report(
            tuple(self._checked(each) for each in self.made.statements),
            elsewhere,
            tuple(noticed(self.made.statements, self.material, self.reckoner)),
        )

    def _typed(self, text: str) -> list[str]:
        return unaccounted(text, (), self.made.names, self.made.letter.language)[0]

    def _checked(self, statement: Statement) -> Checked:
        text = self.texts.get(statement.id, "")
        numbers = tuple((n, self._reckoned(n, origin)) for n in statement.numbers for origin in n.origins)
        judged = tuple(rejudge(each, self.material.rule, self.reckoner) for each in statement.judged)
        faults = [
            *((number.printed, each) for number, each in numbers if not each.holds),
            *((each.low, each) for each in judged if not each.holds),
        ]
        told = [Fault(statement.id, text, printed, each.span, each.reason) for printed, each in faults]
        reasons = [*self._of_the_text(statement, text), *self._of_the_letter(statement)]
        told += [Fault(statement.id, text, "", "", reason) for reason in reasons]
        return Checked(statement, text, numbers, judged, tuple(dict.fromkeys(told)))

    def _reckoned(self, number: Number, origin: object) -> Reckoned:
        if isinstance(origin, RuleRow):
            return row_again(number, origin, self.material.rule, self.reckoner)
        return self.reckoner.reckon(number, origin)  # type: ignore[arg-type]

    def _of_the_text(self, statement: Statement, text: str) -> Iterator[str]:
        """What is wrong with the words as printed: numbers that are not theirs, and numbers left out."""
        typed, missing = unaccounted(text, statement.numbers, self.made.names, self.made.letter.language)
        yield from (say("“{number}”不是核对过的数", number=number) for number in typed)
        yield from (say("应印的数 {number} 不在句中", number=number.printed) for number in missing)
        if statement.kind == "chart":
            yield from self._of_the_chart(statement, text)

    def _of_the_chart(self, statement: Statement, words: str) -> Iterator[str]:
        charts = [block for block in self.made.letter.blocks if isinstance(block, Chart)]
        option = next(block.option for block in charts if block.words == words)
        told = Counter(float(number.number.value) for number in statement.numbers)
        for value in (Counter(drawn(option)) - told).elements():
            yield say("图中的 {number} 不是核对过的数", number=f"{value:g}")

    def _of_the_letter(self, statement: Statement) -> Iterator[str]:
        """What is wrong with it beside the rest: no source, another number for the same thing, order, silence."""
        if statement.numbers and not statement.sources and any(map(_needs_source, statement.numbers)):
            yield say("句中有数而没有出处")
        for number in statement.numbers:
            first = self.reckoner.printed[number.key]
            if (first.printed, first.unit) != (number.printed, number.unit):
                yield say(
                    "同一个数前面印作 {first}，这里印作 {here}", first=first.printed, here=number.printed
                )
        yield from undisclosed(statement, self.material)
        if statement.id in self.orders:
            yield self.orders[statement.id]

    def _out_of_order(self) -> Iterator[tuple[str, str]]:
        for order in self.made.orders:
            yield from _out_of_order(order)


def _entry(name: str) -> Found | None:
    """An entry by its id alone: a record's number or a code is no address of one number."""
    return next((each for each in find.entries(name) if each.id == name), None)


def _needs_source(number: Number) -> bool:
    return bool(number.entries) or any(isinstance(origin, Counted | Published) for origin in number.origins)


def _listed(made: Composition) -> dict[tuple[int, tuple[str, str] | None], int]:
    """How many rows the letter lists of a year, and how many with each tag; a row named twice counts once."""
    known = {(each.year, each.key): each for statement in made.statements for each in statement.listed}
    found: Counter[tuple[int, tuple[str, str] | None]] = Counter()
    for each in known.values():
        found.update([(each.year, None), *((each.year, tag) for tag in each.tags)])
    return dict(found)


def _out_of_order(order: Ordered) -> Iterator[tuple[str, str]]:
    """Rows that stand behind one that should follow them, whatever rounding hides."""
    pairs = zip(order.numbers, order.numbers[1:], order.statements[1:], strict=False)
    for before, after, statement in pairs:
        one, other = rounded_from(before.number), rounded_from(after.number)
        if one.is_below(other) if order.backwards else other.is_below(one):
            words = {"before": before.printed, "after": after.printed}
            yield statement, say("次序不对：{after} 排在 {before} 之后", **words)


def released(letter: Letter, report: Report, releases: Mapping[str, str]) -> Letter:
    """The letter with what a person let out marked where it stands, and listed with the reasons."""
    let_out = {fault.id: fault.text for fault in report.faults if fault.id in releases}
    ids = [each.statement.id for each in report.checked if each.statement.kind == "row"]
    rows = iter(ids)
    with speaking(letter.language):
        blocks = tuple(_marked(block, let_out, rows) for block in letter.blocks)
    told = tuple(Released(name, text, releases[name]) for name, text in let_out.items())
    return replace(letter, blocks=blocks, released=told)


def _marked(block: Block, let_out: Mapping[str, str], rows: Iterator[str]) -> Block:
    mark = say("〔未能复算〕")
    if isinstance(block, Paragraph):
        marked = (
            replace(each, text=each.text + mark) if each.id in let_out else each for each in block.sentences
        )
        return Paragraph(tuple(marked))
    if isinstance(block, Table):
        named = [(next(rows, ""), row) for row in block.rows]
        return replace(
            block,
            rows=tuple(
                (replace(row[0], text=row[0].text + mark), *row[1:]) if name in let_out else row
                for name, row in named
            ),
        )
    return block
