"""Do Taicang's figures give the bulletins that were read and found right, and does each day's pass its own check?"""

import datetime as dt

import pytest

from maoding.app import questions
from maoding.publish.asking import Answers
from maoding.publish.bulletins.letter import Block, Heading, Letter, Paragraph, Table
from maoding.publish.bulletins.material import Material
from maoding.publish.bulletins.plans import plan
from maoding.publish.bulletins.printing import Bulletin, bulletin
from tests.golden.answering import TODAY

pytestmark = pytest.mark.django_db
DAYS = ("2020-12-31", "2021-03-31", "2021-06-30", "2021-10-31", "2021-12-31", "2022-03-31", "2022-12-31")


def made(kind: str, day: str, language: str = "zh", rule: str = "yinchuan") -> Bulletin:
    on = dt.date.fromisoformat(day)
    this, last = (questions.answers("taicang", on, rule, TODAY, year) for year in (on.year, on.year - 1))
    assert isinstance(this, Answers)
    return bulletin(plan(questions.city_pack("taicang"), kind), Material(this, last, language))


def as_text(letter: Letter) -> str:
    """The letter as one would read it aloud."""
    lines = [letter.organ, letter.title, letter.addressee, *(_block(block) for block in letter.blocks)]
    lines += [letter.signed, letter.dated, *letter.notes, letter.sample]
    lines += [f"[{source.number}] {source.code} {source.published}" for source in letter.sources]
    return "\n".join(lines) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"\n{'#' * level} {text}"
        case Paragraph(sentences):
            return "".join(each.text + _marks(each.sources) for each in sentences)
        case Table(title, heads, rows, note):
            told = [" | ".join(head.text + (f" ({head.unit})" if head.unit else "") for head in heads)]
            told += [" | ".join(cell.text + _marks(cell.sources) for cell in row) for row in rows]
            return "\n".join([f"\n{title}", *told, note, ""])
        case _:
            return f"\n{block.title}\n{block.words}\n"


def _marks(sources: tuple[int, ...]) -> str:
    return f"[{','.join(map(str, sources))}]" if sources else ""


@pytest.mark.parametrize(
    ("kind", "day", "language"),
    [
        ("mid-year", "2021-06-30", "zh"),
        ("mid-year", "2021-06-30", "en"),
        ("mid-year", "2021-12-31", "zh"),
        ("plan-report", "2022-03-31", "zh"),
    ],
)
def test_the_letter_is_the_one_that_was_read(taicang, golden, kind, day, language):
    golden(f"{kind}-{day}.{language}.txt", as_text(made(kind, day, language).made.letter))


@pytest.mark.parametrize("rule", ["yinchuan", "wuhan", "sanya"])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", ["mid-year", "plan-report"])
def test_every_number_of_every_day_comes_out_again(taicang, kind, language, rule):
    for day in DAYS:
        assert not list(map(str, made(kind, day, language, rule).report.faults)), day
