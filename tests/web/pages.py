"""Every kind of page, one line each: what every page must keep, `test_every_page.py` tries on all of these.

`sheets` is on how many sheets of A4 a page to be handed on has to fit; 0 where it is as long as its list. `via` is the
link to follow from `path` where an address holds an id made from content.
"""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from tests.web.conftest import ROOT

AXE = ROOT / "node_modules/axe-core/axe.min.js"
SERIOUS = ("serious", "critical")


@dataclass(frozen=True)
class Kind:
    """A page of one kind, where it is found, and what is particular to it."""

    name: str
    path: str
    via: str = ""
    sheets: int = 0
    chart: bool = False


EVERY = (
    Kind("board", "/taicang/"),
    Kind("board of another year", "/taicang/?year=2021&day=2022-08-31"),
    Kind("board by another rule", "/taicang/?rule=wuhan"),
    Kind("board without promises", "/taicang/?day=2019-01-01", sheets=1),
    Kind("row with a chart", "/taicang/?state=behind", via="a.opener", sheets=1, chart=True),
    Kind("row without evidence", "/taicang/?state=no_evidence", via="a.opener", sheets=1),
    Kind("indicators", "/taicang/indicators/"),
    Kind("indicator with a chart", "/taicang/indicators/FAI/?day=2021-12-31", chart=True),
    Kind("indicator with little", "/taicang/indicators/HNTE_NET/"),
    Kind("bodies", "/taicang/bodies/"),
    Kind("body", "/taicang/bodies/TC-GANG/?day=2021-12-31"),
    Kind("projects", "/taicang/projects/?day=2022-12-31"),
    Kind("project", "/taicang/projects/P067/?day=2022-12-31", sheets=2),
    Kind("project not known yet", "/taicang/projects/P037/?day=2021-06-30", sheets=1),
    Kind("cohort of promises", "/taicang/cohort/?day=2021-12-31"),
    Kind("cohort of projects", "/taicang/cohort/?day=2022-12-31&list=province"),
    Kind("two days", "/taicang/changes/?day=2021-07-31"),
    Kind("two days of the board", "/taicang/changes/board/?day=2021-07-31"),
    Kind("sources", "/taicang/sources/"),
    Kind("source with its text", "/source/SEED21/"),
    Kind("source without its text", "/source/S172/"),
    Kind("entry", "/why/A003/", sheets=1),
    Kind("rules", "/taicang/rules/", sheets=2),
    Kind("rule asked of promises", "/rules/sanya/", sheets=2),
    Kind("rule never asked of promises", "/rules/mianyang/", sheets=2),
    Kind("search", "/taicang/search/?name=港区"),
    Kind("search in vain", "/taicang/search/?name=没有这个词", sheets=1),
    Kind("bulletins", "/taicang/bulletins/", sheets=1),
    Kind("bulletin", "/taicang/bulletins/mid-year/?day=2021-06-30", chart=True),
    Kind("nothing there", "/source/NOWHERE/", sheets=1),
)


def serious_barriers(page: Page) -> list[Any]:
    """What axe-core finds to bar readers from a page: rule, first place, advice. The page must let its script in."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run()")
    assert found["passes"]
    return [
        (each["id"], each["nodes"][0]["html"], each["help"])
        for each in found["violations"]
        if each["impact"] in SERIOUS
    ]
