"""Standing: in which words is a reader told that an entry is not known yet, was replaced, or is contradicted?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from maoding.ledger.find import Found
from maoding.ledger.standing import Standing, standings
from maoding.publish.pages.asked import Asked
from maoding.publish.pages.forms import form
from maoding.publish.scoreboard import Names
from maoding.publish.shown import day
from maoding.terms.language import say

SPEAKING = ("commitment", "reading", "event", "exemption")  # the rest are words in which others are told


@dataclass(frozen=True)
class Remark:
    """What to mind about an entry: a mark of few words, the sentence, and what else was said with its address."""

    mark: str
    words: str
    others: tuple[tuple[str, str], ...] = ()


def remarks(found: Iterable[Found], names: Names, asked: Asked) -> dict[str, list[Remark]]:
    """What is to be minded on the day asked about each of some entries, by id; most need no remark."""
    stood = standings((each for each in found if each.kind in SPEAKING), asked.day)
    told = {name: list(_remarks(standing, names, asked)) for name, standing in stood.items()}
    return {name: said for name, said in told.items() if said}


def _remarks(standing: Standing, names: Names, asked: Asked) -> Iterator[Remark]:
    known, asked_day = day(standing.known_from), day(asked.day)
    if standing.known_from > asked.day:
        words = say("{day}才知道；截至 {asked}还没有人知道", day=known, asked=asked_day)
        yield Remark(say("当时未知"), words)
    if standing.after:
        words = say("自 {day}起已被后来的说法取代：", day=day(standing.known_to))
        yield Remark(say("已被取代"), words, _said(standing.after, names, asked))
    if standing.beside:
        words = say("同一件事另有说法，哪个对由人核定：")
        yield Remark(say("说法不一"), words, _said(standing.beside, names, asked))
    if not standing.dated:
        words = say("公布日期不确切，从记入台账的 {day}起才算已知", day=known)
        yield Remark(say("日期推断"), words)


def _said(found: Iterable[Found], names: Names, asked: Asked) -> tuple[tuple[str, str], ...]:
    forms = [form(each, names, asked) for each in found]
    return tuple(
        (each.number or say("；").join(field.value for field in each.fields), each.href) for each in forms
    )
