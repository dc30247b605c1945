"""Questions: what does a reader's city, day and rule name mean in this ledger?"""

import datetime as dt
from dataclasses import replace

from django.conf import settings

from maoding.ledger.known import rules
from maoding.publish.asking import Answers, Question
from maoding.publish.rules import LightRule, light_rule
from maoding.terms import pack
from maoding.terms.language import say
from maoding.terms.viewer import EVERYTHING, Viewer


class WrongQuestionError(ValueError):
    """The city, day or rule asked for is not there; the message says what is."""


def question(
    city: str, day: dt.date, rule: str | None, today: dt.date, viewer: Viewer = EVERYTHING
) -> Question:
    """Understand a question.

    Raises:
        WrongQuestionError: no such city or rule, or a day yet to come.
    """
    if day > today:
        raise WrongQuestionError(
            say("{day} 还没有到，台账只知道今天（{today}）以前的事", day=day, today=today)
        )
    found = city_pack(city)
    return Question(found, day, viewer, rule_in_force(rule or found.city["default_rule"], day))


def answers(city: str, day: dt.date, rule: str | None, today: dt.date, year: int | None = None) -> Answers:
    """Answers to a question; see `question`."""
    return Answers(replace(question(city, day, rule, today), about=year))


def city_pack(name: str) -> pack.Pack:
    """The pack of a city.

    Raises:
        WrongQuestionError: there is none of this name.
    """
    try:
        return pack.find(settings.CITIES, name)
    except pack.NoSuchPackError as error:
        raise WrongQuestionError(
            say("没有名为 {city} 的城市包。现有：{cities}", city=name, cities=error)
        ) from error


def rule_in_force(name: str, day: dt.date) -> LightRule:
    """A rule as it stood on a day; one published later is replayed in its first version.

    Raises:
        WrongQuestionError: the ledger has no rule of this name.
    """
    return _named(name, rules(day))


def published_rule(name: str) -> LightRule:
    """A rule as its city's file says it; needs no ledger.

    Raises:
        WrongQuestionError: no city brings a rule of this name.
    """
    return _named(name, pack.light_rules(settings.CITIES))


def _named(name: str, there: dict[str, dict[str, object]]) -> LightRule:
    if name not in there:
        names = "、".join(sorted(there)) or say("（台账是空的，请先运行 maoding load cities/taicang）")
        raise WrongQuestionError(say("没有名为 {rule} 的规则。现有：{names}", rule=name, names=names))
    return light_rule(there[name])
