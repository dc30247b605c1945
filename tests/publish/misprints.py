"""Misprints: a bulletin with one thing printed otherwise than it was composed."""

import dataclasses
from collections.abc import Callable

from maoding.publish.bulletins.accounting import placed
from maoding.publish.bulletins.letter import Letter, Paragraph, Table
from maoding.publish.bulletins.statements import Composition


def misprinted(made: Composition, begins: str, printed: str, instead: str) -> Composition:
    """The bulletin with one number printed otherwise, in the letter and where its origins are kept."""
    (one,) = [each for each in made.statements if each.text.startswith(begins)]

    def other(text: str) -> str:
        spans, _, _ = placed(text, one.numbers, made.names, "zh")
        start, end = next((at, to) for at, to, number in spans if number.printed == printed)
        return f"{text[:start]}{instead}{text[end:]}"

    numbers = list(one.numbers)
    place = next(n for n, each in enumerate(numbers) if each.printed == printed)
    numbers[place] = dataclasses.replace(numbers[place], printed=instead)
    changed = dataclasses.replace(one, text=other(one.text), numbers=tuple(numbers))
    statements = tuple(changed if each is one else each for each in made.statements)
    return dataclasses.replace(made, statements=statements, letter=reworded(made.letter, begins, other))


def reworded(letter: Letter, begins: str, other: Callable[[str], str]) -> Letter:
    """The letter with the sentences and rows that begin so worded otherwise."""

    def block(each):
        if isinstance(each, Paragraph):
            said = (
                dataclasses.replace(s, text=other(s.text)) if s.text.startswith(begins) else s
                for s in each.sentences
            )
            return Paragraph(tuple(said))
        if isinstance(each, Table):
            return dataclasses.replace(each, rows=tuple(map(row, each.rows)))
        return each

    def row(cells):
        texts = [cell.text for cell in cells]
        if not " | ".join(texts).startswith(begins):
            return cells
        changed = other(" | ".join(texts)).split(" | ")
        return tuple(dataclasses.replace(cell, text=text) for cell, text in zip(cells, changed, strict=True))

    return dataclasses.replace(letter, blocks=tuple(map(block, letter.blocks)))
