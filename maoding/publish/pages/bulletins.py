"""Bulletins: which bulletins can go out, may this one, and what does it say? Their list, previews and files."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from maoding.publish.bulletins.checking import Checked, Fault, released
from maoding.publish.bulletins.material import Material
from maoding.publish.bulletins.noticing import replaced_since
from maoding.publish.bulletins.plan_faults import BadPlanError
from maoding.publish.bulletins.plans import NoSuchKindError, kinds, plan
from maoding.publish.bulletins.printing import (
    DOCX,
    PDF,
    RECORD,
    SUFFIXES,
    Bulletin,
    HeldBackError,
    NothingToReleaseError,
    bulletin,
)
from maoding.publish.pages.asked import Asked, read
from maoding.publish.pages.heading import heading
from maoding.publish.pages.letters import Showing
from maoding.publish.pages.site import Site
from maoding.terms.language import noted, say, spoken

TYPES = {
    DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    PDF: "application/pdf",
    RECORD: "application/json; charset=utf-8",
}
DOWNLOADS = {DOCX: noted("下载 Word"), PDF: noted("下载 PDF"), RECORD: noted("核对记录")}
HOW = {
    "published": noted("台账原数"),
    "months": noted("数整月"),
    "ratio": noted("相除"),
    "difference": noted("相减"),
    "points": noted("百分点相减"),
    "growth": noted("增速"),
    "count": noted("合计"),
    "implied": noted("由完成率反推"),
    "grown": noted("基数乘增速"),
    "counted": noted("数信中的行"),
    "rulerow": noted("再套规则"),
    "light": noted("再套规则"),
    "outcome": noted("与目标再比"),
}
REASON = "because-"


@require_safe
def bulletins(request: HttpRequest, site: Site, city: str) -> HttpResponse:
    """Kinds of bulletin a city's pack brings, each with what it is."""
    if site.is_empty:
        return render(request, "empty.html", {"pack": site.pack(city).folder.name})
    asked = read(site, city, request.GET)
    pack = site.pack(asked.city)
    listed = [_listed(kind, site, asked) for kind in kinds(pack)]
    context = heading(site, asked) | {
        "listed": listed,
        "link": lambda day: asked.on(day).page("bulletins"),
        "action": reverse("bulletins", args=[asked.city]),
    }
    return render(request, "bulletins.html", context)


def _listed(kind: str, site: Site, asked: Asked) -> dict[str, Any]:
    """One kind: what it is, where it is, or what is wrong with its plan."""
    try:
        found = plan(site.pack(asked.city), kind)
    except BadPlanError as error:
        return {"kind": kind, "faults": [str(fault) for fault in error.faults]}
    return {
        "kind": kind,
        "describes": found.describes.of(spoken.get()),
        "href": asked.page("bulletin", kind),
        "faults": [],
    }


@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, site: Site, city: str, kind: str) -> HttpResponse:
    """One bulletin as it would go out, with the result of its check; a POST lets sentences out for this once.

    Raises:
        Http404: the pack brings no such kind.
    """
    if site.is_empty:
        return render(request, "empty.html", {"pack": site.pack(city).folder.name})
    asked = read(site, city, request.GET).at(request.path)
    try:
        made = _made(site, asked, kind)
    except BadPlanError as error:
        faults = [str(fault) for fault in error.faults]
        return render(request, "bulletin_plan.html", heading(site, asked) | {"faults": faults}, status=409)
    return _preview(request, site, asked, made, _releases(request.POST))


def _made(site: Site, asked: Asked, kind: str) -> Bulletin:
    pack, year = site.pack(asked.city), asked.day.year
    try:
        found = plan(pack, kind)
    except NoSuchKindError as error:
        raise Http404(str(error)) from error
    this, last = (site.answers(pack, asked.day, asked.rule, each) for each in (year, year - 1))
    return bulletin(found, Material(this, last, spoken.get()))


def _releases(said: QueryDict) -> dict[str, str]:
    """Statements a person lets out, each with the reason; nothing of it is kept."""
    return {name: said.get(f"{REASON}{name}", "").strip() for name in said.getlist("release")}


def _preview(
    request: HttpRequest, site: Site, asked: Asked, made: Bulletin, releases: dict[str, str], wrong: str = ""
) -> HttpResponse:
    held: tuple[Fault, ...] = ()
    try:
        letter = made.letter(releases)
    except HeldBackError as error:
        letter, held = released(made.made.letter, made.report, releases), error.faults
    except NothingToReleaseError as error:
        return _preview(request, site, asked, made, {}, str(error))
    statements = made.made.statements
    context = heading(site, asked) | {
        "kind": made.plan.kind,
        "shown": Showing(made.made, letter, made.material, asked).shown(),
        "answer": _answer(made, len(held)),
        "held": {
            name: [fault for fault in held if fault.id == name] for name in dict.fromkeys(f.id for f in held)
        },
        "releases": releases,
        "wrong": wrong,
        "notices": [*made.report.notices, *replaced_since(statements, site.today(), site.viewer)],
        "checked": [_checked(each) for each in made.report.checked if each.numbers or each.judged],
        "downloads": [(_file(asked, made, suffix), say(words)) for suffix, words in DOWNLOADS.items()],
        "link": lambda day: asked.on(day).page("bulletin", made.plan.kind),
        "action": reverse("bulletin", args=[asked.city, made.plan.kind]),
        "here_again": asked.page("bulletin", made.plan.kind),
    }
    status = 409 if request.method == "POST" and (held or wrong) else 200
    return render(request, "bulletin.html", context, status=status)


def _answer(made: Bulletin, held: int) -> str:
    if held:
        return say("{n} 处对不上，不能印发", n=held)
    if made.report.faults:
        return say("可以印发：对不上的已由人放行")
    return say("可以印发：{n} 处陈述全部复算得出", n=len(made.report.checked))


def _checked(each: Checked) -> dict[str, Any]:
    """A statement's line in the record: its numbers, how each was worked out again, and what came of it."""
    return {
        "id": each.statement.id,
        "text": each.text,
        "faulty": bool(each.faults),
        "numbers": [
            (number.printed, say(number.unit) if number.unit else "", say(HOW[way.how]), way)
            for number, way in each.numbers
        ],
        "judged": [(say(HOW[way.how]), way) for way in each.judged],
    }


def _file(asked: Asked, made: Bulletin, suffix: str) -> str:
    return asked.page("bulletin-file", made.plan.kind, suffix)


@require_http_methods(["GET", "HEAD", "POST"])
def bulletin_file(request: HttpRequest, site: Site, city: str, kind: str, suffix: str) -> HttpResponse:
    """One of a bulletin's files; where something is held back the preview says so instead.

    Raises:
        Http404: no such kind or file.
    """
    asked = read(site, city, request.GET).at(request.path)
    if suffix not in SUFFIXES or site.is_empty:
        raise Http404(say("没有这种文件。可选：{names}", names=say("、").join(SUFFIXES)))
    try:
        made = _made(site, asked, kind)
        said = made.files(_releases(request.POST))[suffix]
    except BadPlanError as error:
        raise Http404(str(error)) from error
    except (HeldBackError, NothingToReleaseError):
        return _preview(request, site, asked, made, _releases(request.POST))
    answer = HttpResponse(said, content_type=TYPES[suffix])
    answer.headers["Content-Disposition"] = f'attachment; filename="{made.name(suffix)}"'
    return answer
