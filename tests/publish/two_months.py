"""Two months later in the town of the pages' tests: what is newly said of it, and how its page is read."""

import datetime as dt
import json
import re

from django.conf import settings

from maoding.terms.entries import Event, RuleVersion, Subject
from maoding.terms.pack import light_rules
from maoding.terms.periods import months
from maoding.terms.published import Published
from tests.publish import town
from tests.publish.test_pages_board import words

PAGE = "/sometown/changes/"
DAYS = {"since": "2021-06-30", "day": "2021-08-31"}


def on(day: str) -> Published:
    return Published(day, "day")


def parts(page: str) -> tuple[str, str]:
    """The part about the board, and that about who said what."""
    board, _, news = page[page.index("<main") :].partition('id="news"')
    return board, news


def title(page: str) -> str:
    return words(re.search("<h1>(.*?)</h1>", page, re.DOTALL)[1]).strip()


def rows(part: str) -> list[str]:
    return [words(each).strip() for each in re.findall(r'<tr class="line"(.*?)</tr>', part, re.DOTALL)]


def row_of(part: str, name: str) -> str:
    found = [each for each in re.findall(r'<tr class="line".*?</tr>', part, re.DOTALL) if name in words(each)]
    assert len(found) == 1, (name, len(found))
    return found[0]


def tell() -> None:
    """A figure further on, one corrected, one said again, a target said anew, a new project, a rule."""
    project = {"source": "S3", "record": "P1", "subject": "P1", "published": on("2021-07-19")}
    place = {"file": "projects.csv", "row": 2, "record": "P1"}
    railway = {"code": "P1", "name": "铁路", "name_en": "Railway", "level": "project", "parent": "X"}
    later = {"source": "S3", "published": on("2021-07-20")}
    town.tell(
        town.Source(
            source="S3",
            code="S3",
            publisher="某市发改委",
            title="月报",
            kind="gov",
            published=on("2021-07-20"),
        ),
        Event(
            source="S1",
            subject="P1",
            kind="total_investment",
            number="40.26",
            unit="亿元",
            record="P1",
            published=town.JANUARY,
        ),
    )
    town.tell(
        town.reading("ROADS", "46", "亿元", period=months(2021, 1, 6), record="A6", **later),
        town.reading("SCHOOLS", "5", "所", subject="Z", release="correction", record="A7", **later),
        town.reading("PLACE", "3", "位", record="A8", release="final", **later),
        town.promise("EXPORTS", "85", "亿美元", relation="about", source="S2", published=on("2021-08-02")),
        Subject(**railway, source="S3", published=on("2021-07-19"), place=place),
        Event(kind="total_investment", number="41", unit="亿元", place=place, **project),
        Event(kind="started", on="2021-07", place=place, **project),
        sparing_rule("new", "2021-07-25"),
    )  # fmt: skip


def sparing_rule(name: str = "sparing", since: str = "2020-01-01", **other: object) -> RuleVersion:
    """The rule of 银川, which spares whom a legitimate reason is on record for."""
    said = json.loads(json.dumps(light_rules(settings.CITIES)["yinchuan"], default=str))
    said |= {"name": name, "hit_policy": "first", "examples": []} | other
    said["inputs"]["exempt"] = {"type": "yes_no", "zh": "有正当理由", "en": "has a legitimate reason"}
    said["rows"] = [{"exempt": True, "light": "green"}, *said["rows"]]
    day = dt.date.fromisoformat(since)
    return RuleVersion(source="S1", name=name, since=day, table=json.dumps(said), published=on(since))
