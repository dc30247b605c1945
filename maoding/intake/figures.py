"""Figures: which readings and commitments does a row of numbers state?"""

import unicodedata
from functools import lru_cache

from maoding.intake import provenance
from maoding.intake.cells import Amount, amount, shortened
from maoding.intake.known import Known
from maoding.intake.lines import Line
from maoding.intake.problems import UnfitCellError
from maoding.terms.catalogue import Indicator
from maoding.terms.entries import Commitment, Entry, Reading
from maoding.terms.language import say
from maoding.terms.words import UnknownWordError, is_refused, meaning

PERCENT = "%"
MEASURES = (("value", "level"), ("growth", "growth"), ("share", "share"))
GROWTH_MARKS = ("yoy", "同比增长", "同比", "增长")
WITHOUT_NUMBER = ("rising", "deed")
NO_INDICATOR = Indicator("", "", "", "", "", "", "")


def readings(line: Line, known: Known) -> list[Entry]:
    """Level, growth and share that a row of published figures (实绩) states, each its own reading.

    A number that cannot be read is a problem of its own and leaves the others standing; a unit that does not fit
    the indicator puts the whole row in doubt.
    """
    body = provenance.subject(line, known, "subject", "subject_name")
    indicator = _indicator(line, known)
    covered = provenance.period(line)
    release = line.take("release", _release, "")
    published = provenance.published(line, known)
    origin, record = provenance.source(line), line.text("record")
    if indicator and covered and indicator.no_january:
        provenance.note_january(line, covered, indicator.name)
    sound = not line.problems
    amounts = _amounts(line, indicator)
    if not (sound and indicator and covered and published) or line.doubtful:
        return []
    return [
        Reading(
            subject=body,
            indicator=indicator.code,
            period=covered,
            measure=measure,
            number=number.number,
            unit=number.unit,
            release=release,
            record=record,
            source=origin,
            published=published,
            place=line.place(record, field),
        )
        for field, measure, number in amounts
    ]


def _amounts(line: Line, indicator: Indicator | None) -> list[tuple[str, str, Amount]]:
    """Field, measure and number of each figure the row states."""
    seen = [(field, measure, _number(line, field, indicator)) for field, measure in MEASURES]
    stated = [(field, measure, number) for field, measure, number in seen if number]
    if not stated and not line.problems:
        line.note(
            line.first("value", "growth", "share"), say("没有数值"), say("请填写数值；没有数的行请删去")
        )
    return stated


def commitments(line: Line, known: Known) -> list[Entry]:
    """The promise (目标) that a row states; growth is held against published growth, a deed has no indicator."""
    body = provenance.subject(line, known, "subject", "subject_name")
    measure, relation = line.take("comparator", _held, ("level", "equal"))
    indicator = _indicator(line, known) if measure != "deed" else NO_INDICATOR
    covered = provenance.period(line)
    strength = line.take("strength", _strength, "")
    owner = line.take("owner", lambda text: known.body(text) if text else "", "")
    published = provenance.published(line, known)
    number = _goal(line, measure, relation, indicator)
    record = line.text("record")
    if line.problems or not (indicator and covered and published):
        return []
    return [
        Commitment(
            subject=body,
            indicator=indicator.code,
            period=provenance.deadline(line.text("unit"), covered) if measure == "deed" else covered,
            measure=measure,
            relation=relation,
            strength=strength,
            number=number.number if number else "",
            unit=number.unit if number else "",
            owner=owner,
            record=record,
            source=provenance.source(line),
            published=published,
            place=line.place(record, line.first("value", "goal")),
        )
    ]


def _indicator(line: Line, known: Known) -> Indicator | None:
    return line.take(
        line.first("indicator", "indicator_name"), lambda text: known.indicator(_filled(text)), None
    )


def _filled(text: str) -> str:
    if not text:
        raise UnfitCellError(say("没有写指标"), say("请填写指标名称或编号，每行都要写"))
    return text


def _number(line: Line, field: str, indicator: Indicator | None) -> Amount | None:
    """The number of one measure; None where the cell is blank or, with a problem noted, does not fit."""
    if not line.has(field):
        return None
    wanted = (indicator.unit if indicator else "") if field == "value" else PERCENT
    stated = _stated_unit(line, field) if field == "value" else line.unit(field) or PERCENT

    def read(text: str) -> Amount | None:
        return _seen(line, text, amount(text, stated, wanted)) if text else None

    return line.take(field, read, None, alone=True)


def _stated_unit(line: Line, field: str) -> str:
    """Unit of the row's own cell, else of the heading, else of the title above the table (单位：亿元)."""
    return line.text("unit") or line.unit(field) or line.table.unit


def _seen(line: Line, text: str, number: Amount) -> Amount:
    """In a legacy workbook 0.306 may have been shown as 30.6%: nobody can tell, so it is not guessed."""
    if (
        number.unit == PERCENT
        and not line.table.formats_seen
        and PERCENT not in unicodedata.normalize("NFKC", text)
    ):
        raise UnfitCellError(
            say("旧格式 .xls 里看不出“{number}”显示为百分之几", number=text), say("请另存为 .xlsx 后再上传")
        )
    return number


def _goal(line: Line, measure: str, relation: str, indicator: Indicator | None) -> Amount | None:
    """The number promised; None where none is needed or, with a problem noted, it does not fit."""
    field = line.first("value", "goal")
    wanted = {"growth": PERCENT, "deed": ""}.get(measure, indicator.unit if indicator else "")
    stated = _stated_unit(line, field)

    def read(text: str) -> Amount | None:
        if text:
            return _seen(line, text, amount(text, stated, wanted))
        if relation in WITHOUT_NUMBER:
            return None
        raise UnfitCellError(say("没有写目标值"), say("请填写目标值；没有数的任务请在“关系”列写 milestone"))

    return line.take(field, read, None, alone=True)


@lru_cache(maxsize=256)
def _release(text: str) -> str:
    word = text.lower() or "reported"
    if is_refused(word):
        raise UnfitCellError(
            say("陈旧转载：所注日期与数据年份不符，不作为事实入账"),
            say("如确有依据，请查到原始发布，按原始时期和日期重新填报"),
        )
    return _word("release", word, say("预计数、快报、上报、初步核算、最终核实、普查修订、更正"))


@lru_cache(maxsize=256)
def _strength(text: str) -> str:
    return _word("strength", text or "plan", say("确保、力争、计划、预计"))


@lru_cache(maxsize=256)
def _held(text: str) -> tuple[str, str]:
    """Measure and relation of a comparison: ``yoy>=`` is growth of at least, a blank is the bare number."""
    written = (
        unicodedata.normalize("NFKC", text).replace("≥", ">=").replace("≤", "<=").replace(" ", "").lower()
    )
    mark = next((mark for mark in GROWTH_MARKS if written.startswith(mark)), "")
    rest = written.removeprefix(mark)
    relation = _word("relation", rest or "=", ">=、>、=、~、<=、rank<=、increase、milestone")
    if relation == "deed":
        return "deed", "deed"
    return ("growth" if mark else "level"), relation


def _word(idea: str, word: str, choices: str) -> str:
    try:
        return meaning(idea, word)
    except UnknownWordError:
        raise UnfitCellError(
            say("“{word}”这个说法没有登记", word=shortened(word)),
            say("请从这些里选：{choices}", choices=choices),
        ) from None
