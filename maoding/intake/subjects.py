"""Subjects: which sources, bodies, projects and dated events does a row tell of?"""

from maoding.intake import cells, provenance
from maoding.intake.cells import amount
from maoding.intake.known import Known
from maoding.intake.lines import Line
from maoding.intake.problems import UnfitCellError
from maoding.terms.catalogue import Indicator
from maoding.terms.entries import Entry, Event, Source, Subject
from maoding.terms.language import say
from maoding.terms.units import known_units, unit

YES = {"1", "1.0", "true", "yes", "y", "是", "可以"}
ADDRESS_MARKS = ("://", "/", "www.")
HAPPENED = ("signed", "started", "topped_out", "completed", "in_production")
IN_WORDS = ("industry", "category", "plan", "progress", "capacity", "owner")
MEASURED = {"land": "亩", "floor_area": "平方米"}
MONEY = ("money", "dollar", "euro")
LEVELS = {"year": 4, "month": 7, "day": 10}


def sources(line: Line, known: Known) -> list[Entry]:
    """A source; its address is kept only where it may be shown to users."""
    code, title = _needed(line, "code"), _needed(line, "title")
    published = provenance.published(line, known)
    if line.problems or published is None:
        return []
    address = line.text("address")
    shown = not line.has("showable") or line.text("showable").lower() in YES
    return [
        Source(
            code=code,
            publisher=line.text("publisher"),
            title=title,
            kind=line.text("type"),
            address=address if shown and any(mark in address for mark in ADDRESS_MARKS) else "",
            sha256=line.text("sha256"),
            source=code,
            published=published,
            place=line.place(code),
        )
    ]


def bodies(line: Line, known: Known) -> list[Entry]:
    """A body or place (主体); the columns that name its head are never read."""
    code, name = _needed(line, "code"), _needed(line, "name")
    parent = line.take("parent", lambda text: known.body(text) if text else "", "")
    published = provenance.published(line, known)
    if line.problems or published is None:
        return []
    return [
        Subject(
            code=code,
            name=name,
            name_en=line.text("name_en"),
            level=line.text("level"),
            parent=parent,
            statistical_code=line.text("statistical_code"),
            source=provenance.source(line),
            published=published,
            place=line.place(code),
        )
    ]


def projects(line: Line, known: Known) -> list[Entry]:
    """A project, and an event for each thing the row says of it: listed, stage, dates, investment, land, owner.

    A cell that cannot be read is a problem of its own and leaves the others standing.
    """
    code, name = _needed(line, "code"), _needed(line, "name")
    parent = provenance.subject(line, known, "subject", "subject_name")
    published = provenance.published(line, known)
    if line.problems or published is None:
        return []
    origin = provenance.source(line)
    project = Subject(
        code=code,
        name=name,
        name_en="",
        level="project",
        parent=parent,
        source=origin,
        published=published,
        place=line.place(code, "name"),
    )
    return [project, *_events(line, project)]


def _events(line: Line, project: Subject) -> list[Event]:
    events = []
    for name, dated in (("tier", "tier_year"), ("stage", "stage_as_of")):
        if detail := line.text(name):
            kind = "listed" if name == "tier" else name
            events.append(_event(line, project, kind, name, detail=detail, on=_day(line, dated)))
    events += [_event(line, project, name, name, on=on) for name in HAPPENED if (on := _day(line, name))]
    events += [
        _event(line, project, name, name, detail=text) for name in IN_WORDS if (text := line.text(name))
    ]
    if planned := line.text("planned_completion"):
        events.append(_event(line, project, "planned_completion", "planned_completion", **_plan(planned)))
    return events + _measured(line, project)


def _event(line: Line, project: Subject, kind: str, field: str, **said: str) -> Event:
    return Event(
        subject=project.code,
        kind=kind,
        record=project.code,
        source=project.source,
        published=project.published,
        place=line.place(project.code, field),
        **said,
    )


def _day(line: Line, field: str) -> str:
    return line.take(field, lambda text: cells.day(text)[0] if text else "", "")


def _plan(text: str) -> dict[str, str]:
    """A planned day, or the plan in the words it was given in (2021年底, 2025Q1)."""
    try:
        return {"on": cells.day(text)[0]}
    except UnfitCellError:
        return {"detail": text}


def _measured(line: Line, project: Subject) -> list[Event]:
    events = []
    stated = {"total_investment": line.text("investment_unit") or line.unit("total_investment")}
    stated |= {name: line.unit(name) or usual for name, usual in MEASURED.items()}
    for name, unit_name in stated.items():
        wanted = MEASURED.get(name, "")

        def read(text: str, unit_name: str = unit_name, wanted: str = wanted) -> cells.Amount | None:
            return _of_family(amount(text, unit_name, wanted), wanted) if text else None

        if number := line.take(name, read, None, alone=True):
            events.append(_event(line, project, name, name, number=number.number, unit=number.unit))
    return events


def _of_family(number: cells.Amount, wanted: str) -> cells.Amount:
    """Investment is money of some currency; land and floors have their own units."""
    if not wanted and unit(number.unit).family not in MONEY:
        raise UnfitCellError(
            say("“{unit}”不是金额单位", unit=number.unit), say("请写明 亿元、万元、亿美元 等")
        )
    return number


def project_versions(line: Line, known: Known) -> list[Entry]:
    """A property of a project as another source gives it: the same fact with another number, both kept."""
    project = provenance.subject(line, known, "project")
    name = _needed(line, "property")
    number = line.take(
        "value",
        lambda text: amount(text, line.text("unit") or line.unit("value"), MEASURED.get(name, "")),
        None,
        alone=True,
    )
    published = provenance.published(line, known)
    if line.problems or published is None or number is None:
        return []
    return [
        Event(
            subject=project,
            kind=name,
            number=number.number,
            unit=number.unit,
            record=project,
            source=provenance.source(line),
            published=published,
            place=line.place(project, "value"),
        )
    ]


def key_dates(line: Line, known: Known) -> list[Entry]:
    """A dated event of a body."""
    body = provenance.subject(line, known, "subject", "subject_name")
    detail = _needed(line, "event")
    on = line.take("date", lambda text: cells.day(text)[0], "")
    precision = line.text("precision")
    published = provenance.published(line, known)
    if line.problems or published is None:
        return []
    return [
        Event(
            subject=body,
            kind="key_date",
            detail=detail,
            on=on[: LEVELS.get(precision, 10)],
            source=provenance.source(line),
            published=published,
            place=line.place("", "event"),
        )
    ]


def indicator(line: Line) -> Indicator | None:
    """An indicator of the catalogue; None, with a problem noted, where a cell does not fit."""
    code, name = _needed(line, "code"), _needed(line, "name")
    usual = line.take("unit", _known_unit, "")
    if line.problems:
        return None
    return Indicator(
        code=code,
        name=name,
        name_en=line.text("name_en"),
        unit=usual,
        kind=line.text("type"),
        frequency=line.text("frequency"),
        direction=line.text("direction"),
        no_january=line.text("no_january").lower() in YES,
    )


def _known_unit(text: str) -> str:
    if text not in known_units():
        raise UnfitCellError(
            say("没有“{unit}”这个单位", unit=cells.shortened(text)), say("请改用常用单位，如 亿元、%、家")
        )
    return text


def _needed(line: Line, field: str) -> str:
    """What the row must say in the field."""
    return line.take(field, _not_blank, "")


def _not_blank(text: str) -> str:
    if not text:
        raise UnfitCellError(say("这一格没有填写"), say("请补上"))
    return text
