"""Composing: which letter do a plan and the findings of two years make?

Only words of the plan, names, dates and numbers that know where they come from go in; what the letter states is handed
back beside it, for the check.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from maoding.publish.bulletins import sentences
from maoding.publish.bulletins.charts import CHARTS
from maoding.publish.bulletins.findings import EVERYWHERE
from maoding.publish.bulletins.letter import Block, Cited, Heading, Letter, Paragraph, Sentence
from maoding.publish.bulletins.material import Material, speaking
from maoding.publish.bulletins.names import names
from maoding.publish.bulletins.picking import picked
from maoding.publish.bulletins.plan import (
    ChartPart,
    Part,
    Plan,
    Section,
    Sentences,
    SourcesPart,
    Subheading,
    TablePart,
    Wording,
)
from maoding.publish.bulletins.statements import Composition, Ordered, Statement
from maoding.publish.bulletins.tables import laid
from maoding.publish.shown import day, published_on

CHINESE = "一二三四五六七八九"
TEN = "十"
WEB = ("https://", "http://")


def compose(plan: Plan, material: Material) -> Composition:
    """Compose a bulletin (通报) in the material's language."""
    with speaking(material.language):
        made = _Composing(plan, material)
        blocks = tuple(made.blocks())
        letter = Letter(
            kind=plan.kind,
            language=material.language,
            day=material.day,
            organ=made.text(plan.organ),
            reference="",
            title=made.text(plan.title),
            addressee=made.text(plan.addressee),
            blocks=blocks,
            signed=made.text(plan.organ),
            dated=day(material.day),
            notes=tuple(made.text(note) for note in plan.notes),
            sources=tuple(made.cited()),
            sample=made.text(plan.sample) if plan.sample else "",
        )
        return Composition(letter, tuple(made.statements), tuple(made.orders), names(material))


@dataclass
class _Composing:
    """One letter in the making: sources are numbered in order of first use, statements by section and place."""

    plan: Plan
    material: Material
    numbers: dict[str, int] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    orders: list[Ordered] = field(default_factory=list)
    section: int = 0
    place: int = 0

    def text(self, wording: Wording) -> str:
        """A text of the plan with city, day and years in their places."""
        known = {name: tell(self.material) for name, tell in EVERYWHERE.items()}
        return wording.of(self.material.language).format(**known)

    def blocks(self) -> Iterator[Block]:
        """Blocks of the letter from the first to the last."""
        for section in self.plan.sections:
            if section.heading is not None:
                self.section, self.place = self.section + 1, 0
                yield Heading(numbered(self.section, self.text(section.heading), self.material.language))
            yield from self._parts(section)

    def _parts(self, section: Section) -> Iterator[Block]:
        below = 0
        said: list[Block] = []
        for part in section.parts:
            if isinstance(part, Subheading):
                below += 1
                text = numbered(below, self.text(part.text), self.material.language, level=2)
                said.append(Heading(text, level=2))
                continue
            made = list(self._part(part))
            if isinstance(part, Sentences) and part.run_on:
                made = self._run_on(said, made)
            said += made
        yield from said

    def _part(self, part: Part) -> Iterator[Block]:
        match part:
            case Sentences():
                yield from self._paragraph(part)
            case SourcesPart(wording):
                yield from self._instead(wording)
            case ChartPart():
                yield from self._chart(part)
            case TablePart():
                yield from self._table(part)

    def _paragraph(self, part: Sentences) -> Iterator[Block]:
        rows = picked(part.rows, self.material)
        made = sentences.made(part, rows, self.material)
        if not made:
            yield from self._instead(part.none)
            return
        stated = [self._state(each) for each in made]
        if part.join is None:
            self._order(part.rows.order, stated)
        told = tuple(self._sentence(each) for each in stated)
        yield from [Paragraph((each,)) for each in told] if part.apart else [self._paragraph_of(told)]

    def _paragraph_of(self, told: tuple[Sentence, ...]) -> Paragraph:
        """Sentences behind one another; English sets a blank between them."""
        blank = " " if self.material.language == "en" else ""
        bare = [each.text.removeprefix(" ") for each in told]
        texts = bare[:1] + [f"{blank}{text}" for text in bare[1:]]
        return Paragraph(tuple(replace(each, text=text) for each, text in zip(told, texts, strict=True)))

    def _run_on(self, before: list[Block], made: list[Block]) -> list[Block]:
        """Put the sentences made behind those of the paragraph before; gives what is left to stand for itself."""
        if not (before and made and isinstance(before[-1], Paragraph) and isinstance(made[0], Paragraph)):
            return made
        before[-1] = self._paragraph_of((*before[-1].sentences, *made[0].sentences))
        return made[1:]

    def _table(self, part: TablePart) -> Iterator[Block]:
        rows = picked(part.rows, self.material)
        if not rows:
            yield from self._instead(part.none)
            return
        made = laid(part, rows, self.material)
        stated = [self._state(each) for each in made.statements]
        self._order(part.rows.order, stated)
        note = self.text(part.note) if part.note else ""
        yield made.table(self.text(part.title), note, [self._cite(each.sources) for each in stated])

    def _chart(self, part: ChartPart) -> Iterator[Block]:
        rows = picked(part.rows, self.material)
        drawn = CHARTS[part.name](rows, self.material, self.text(part.title))
        if drawn is None:
            yield from self._instead(part.none)
            return
        words = drawn.chart.words
        self._cite(drawn.sources)
        self._state(Statement("", "chart", words, drawn.numbers, tuple(dict.fromkeys(drawn.sources))))
        yield drawn.chart

    def _instead(self, none: Wording | None) -> Iterator[Block]:
        """What is said where there is no row; nothing where the plan says nothing."""
        if none is not None:
            yield Paragraph((self._sentence(self._state(Statement("", "sentence", self.text(none)))),))

    def _state(self, statement: Statement) -> Statement:
        """Give a statement its id and keep it for the check."""
        self.place += 1
        kept = replace(statement, id=f"{self.section}-{self.place}")
        self.statements.append(kept)
        return kept

    def _sentence(self, statement: Statement) -> Sentence:
        return Sentence(statement.id, statement.text, self._cite(statement.sources))

    def _cite(self, sources: tuple[str, ...]) -> tuple[int, ...]:
        """Numbers of sources, a new one for each that was not cited before."""
        return tuple(sorted({self.numbers.setdefault(code, len(self.numbers) + 1) for code in sources}))

    def _order(self, by: tuple[str, ...], stated: list[Statement]) -> None:
        """Keep the printed numbers that the rows are ordered by, where each row prints one."""
        name = by[0].removeprefix("-") if by else ""
        found = [next((n for n in each.numbers if n.key[1] == name), None) for each in stated]
        known = [number for number in found if number is not None]
        if name and known and len(known) == len(stated):
            ids = tuple(each.id for each in stated)
            self.orders.append(Ordered(ids, tuple(known), by[0].startswith("-")))

    def cited(self) -> Iterator[Cited]:
        """The list of sources, in the wording in force on the day."""
        for code, number in self.numbers.items():
            source = self.material.source(code)
            published = published_on(source["published_at"], source["published_precision"])
            address = source["address"] if source["address"].startswith(WEB) else ""
            yield Cited(number, code, source["publisher"], source["title"], published, address)


def numbered(number: int, text: str, language: str, level: int = 1) -> str:
    """A heading with its number: 一、 and （一）, in English 1. and (1)."""
    if language == "en":
        return f"{number}. {text}" if level == 1 else f"({number}) {text}"
    return f"{chinese(number)}、{text}" if level == 1 else f"（{chinese(number)}）{text}"


def chinese(number: int) -> str:
    """A number from 1 to 99 as headings write it."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else TEN if tens == 1 else CHINESE[tens - 1] + TEN
    return head + (CHINESE[ones - 1] if ones else "")
