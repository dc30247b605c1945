"""A bulletin about the town: the plans that ship with the project, over the town's own year."""

import datetime as dt
from pathlib import Path

from django.conf import settings

from maoding.publish.bulletins.checking import Report
from maoding.publish.bulletins.letter import Letter, Paragraph, Sentence, Table
from maoding.publish.bulletins.material import Material
from maoding.publish.bulletins.plan import Plan
from maoding.publish.bulletins.printing import Bulletin, bulletin
from maoding.publish.bulletins.reading import read_plan
from maoding.publish.pages.site import Site

PLANS = settings.CITIES / "taicang" / "bulletins"
MIDYEAR = dt.date(2021, 6, 30)
HEAD = """kind: brief
describes: {zh: 一页, en: a page}
title: {zh: "{city}{year}年情况", en: "{city} in {year}"}
organ: {zh: 某委, en: An organ}
addressee: {zh: 各单位：, en: "To all:"}
sections:
"""


def shipped(kind: str = "mid-year") -> Plan:
    """A plan of the pack that ships."""
    return read_plan(PLANS / f"{kind}.yaml")


def material(
    site: Site, day: dt.date = MIDYEAR, language: str = "zh", rule: str = "yinchuan", about: int = 0
) -> Material:
    """The town's findings of a year, by default the day's, and the one before."""
    pack, year = site.pack("sometown"), about or day.year
    this, last = (site.answers(pack, day, rule, each) for each in (year, year - 1))
    return Material(this, last, language)


def mid_year(site: Site, **asked: object) -> Bulletin:
    """The mid-year bulletin of the town."""
    return bulletin(shipped(), material(site, **asked))  # type: ignore[arg-type]


def brief(folder: Path, sections: str) -> Plan:
    """A small plan with these sections."""
    file = folder / "brief.yaml"
    file.write_text(HEAD + sections, encoding="utf-8")
    return read_plan(file)


def sentences(letter: Letter) -> list[Sentence]:
    """All sentences of a letter."""
    return [each for block in letter.blocks if isinstance(block, Paragraph) for each in block.sentences]


def told(letter: Letter) -> str:
    """All sentences of a letter as one text."""
    return "\n".join(each.text for each in sentences(letter))


def tables(letter: Letter) -> list[Table]:
    """The tables of a letter."""
    return [block for block in letter.blocks if isinstance(block, Table)]


def rows(table: Table) -> list[list[str]]:
    """Cells of a table as texts."""
    return [[cell.text for cell in row] for row in table.rows]


def reasons(report: Report) -> list[str]:
    """What is wrong, as told."""
    return [str(fault) for fault in report.faults]
