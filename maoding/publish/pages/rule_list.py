"""Rule list: which light rules were published, by whom, and what does each look at? The list and its workbook."""

from dataclasses import dataclass
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from maoding.publish.pages import rule_text
from maoding.publish.pages.asked import Asked, read
from maoding.publish.pages.cells import Light
from maoding.publish.pages.heading import heading, said_of
from maoding.publish.pages.lists import Choice, Column, Listing, Picked
from maoding.publish.pages.site import Site
from maoding.publish.rules import LightRule
from maoding.publish.spelling import spelt
from maoding.publish.words import RELIABILITY
from maoding.terms.language import noted, say

REPLAYS = {"yes": noted("可重演"), "no": noted("缺事实")}


@dataclass(frozen=True)
class Shown:
    """One rule as a row: who published it, what it asks for, its lights, how many rows it leaves open."""

    rule: LightRule
    href: str
    said: dict[str, str]
    asks: tuple[str, ...]
    lights: list[Light]
    gaps: int
    replays: str
    chosen: bool

    @property
    def published(self) -> str:
        """When it was published, as its source states it."""
        return str(self.rule.source["published"]["at"])


@require_safe
def rules(request: HttpRequest, site: Site, city: str | None = None) -> HttpResponse:
    """Every rule known on a day, and which of them can be replayed on the board."""
    if site.is_empty:
        return render(request, "empty.html", {"pack": site.pack(city).folder.name})
    picked = _picked(request, site, city)
    return render(request, "rules.html", heading(site, picked.asked) | {"picked": picked})


@require_safe
def rules_workbook(request: HttpRequest, site: Site, city: str) -> HttpResponse:
    """The same rules, all pages of them, as a workbook that names its filters."""
    picked = _picked(request, site, city, request.build_absolute_uri("/").rstrip("/"))
    return picked.workbook(say("公布过的亮灯规则"))


def _picked(request: HttpRequest, site: Site, city: str | None, host: str = "") -> Picked:
    said = request.GET.dict()
    asked = read(site, city or said.get("city"), said)
    askable = site.rules(asked.day)
    rows = [_shown(rule, asked, name in askable) for name, rule in site.published(asked.day).items()]
    listing = Listing("rules", _columns(host), CHOICES, _words)
    return listing.of(rows, listing.pick(asked, said))


def _shown(rule: LightRule, asked: Asked, askable: bool) -> Shown:  # noqa: FBT001 - a field of the row
    return Shown(
        rule=rule,
        href=asked.rule_page(rule.name),
        said=said_of(rule),
        asks=tuple(rule.label(name) for name in rule.table.inputs),
        lights=rule_text.lights(rule),
        gaps=sum(row.gap for row in rule.table.rows),
        replays="yes" if askable else "no",
        chosen=rule.name == asked.rule,
    )


def _columns(host: str) -> tuple[Column, ...]:
    in_sheet = partial(Column, on_page=False)
    return (
        Column("title", noted("规则"), lambda each: each.rule.title, lambda each: spelt(each.rule.title)),
        Column(
            "publisher",
            noted("谁公布的"),
            lambda each: each.said["publisher"],
            lambda each: spelt(each.said["publisher"]),
        ),
        in_sheet("document", noted("文件"), lambda each: each.said["document"]),
        in_sheet("reliability", noted("从哪里读到"), lambda each: each.said["reliability"]),
        Column(
            "published",
            noted("日期"),
            lambda each: each.said["published"],
            lambda each: each.published,
            greatest_first=True,
        ),
        Column("asks", noted("要看的事实"), lambda each: say("、").join(each.asks)),
        Column("lights", noted("灯"), lambda each: say("、").join(light.word for light in each.lights)),
        Column(
            "gaps", noted("未规定之处"), lambda each: each.gaps, lambda each: each.gaps, greatest_first=True
        ),
        Column(
            "replays",
            noted("看板"),
            lambda each: say(REPLAYS[each.replays]),
            lambda each: list(REPLAYS).index(each.replays),
        ),
        in_sheet("source", noted("出处"), lambda each: host + each.href),
    )


def _letter(each: Shown) -> str:
    return str(each.rule.source["reliability"])


CHOICES = (
    Choice(
        "reliability",
        noted("从哪里读到"),
        lambda each: (_letter(each),),
        lambda letter: say(RELIABILITY[letter]),
        list(RELIABILITY).index,
    ),
    Choice(
        "published_in", noted("公布年份"), lambda each: (each.published[:4],), order=lambda year: -int(year)
    ),
    Choice("asks", noted("要看的事实"), lambda each: each.asks),
    Choice(
        "replays",
        noted("看板"),
        lambda each: (each.replays,),
        lambda replays: say(REPLAYS[replays]),
        list(REPLAYS).index,
    ),
)


def _words(each: Shown) -> str:
    return f"{each.rule.title} {each.said['publisher']} {each.said['document']} {each.rule.name}"
