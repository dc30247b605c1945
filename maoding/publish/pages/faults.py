"""Faults: what is a reader told when a page cannot be shown, and what can they do?"""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import Resolver404

from maoding.terms.language import say, spoken


@login_not_required
def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the address asks for something that cannot be, and the message says what."""
    why = str(exception) if isinstance(exception, BadRequest) else say("浏览器发来的请求不合规矩，没有处理。")
    return _told(request, 400, say("地址里有看不懂的地方"), why, say("请改正，或从看板重新选择。"))


@login_not_required
def no_right(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django hands it over
    """403: this reader may not see the page."""
    why = say("您现在的身份看不到这一页，数据没有任何变化。")
    return _told(request, 403, say("没有查看权限"), why, say("发展改革部门的系统管理员可以授权。"))


@login_not_required
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: there is no such page, city, rule, source or entry; the message says which there are."""
    told = "" if isinstance(exception, Resolver404) else str(exception)
    why = told or say("这个地址没有对应的页面。")
    return _told(request, 404, say("没有这一页"), why, say("请核对地址，或从看板重新进入。"))


@login_not_required
def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django hands it over
    """403: the form's token does not fit; the page lay open too long, or cookies are off."""
    why = say("这张表单已失效：页面打开太久，或浏览器不接受 Cookie。没有任何内容被改动。")
    return _told(request, 403, say("请再试一次"), why, say("请返回刷新页面后再提交。"))


@login_not_required
def broken(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - the page hangs on nothing
    """500: something is wrong here; the page needs no database, session or style sheet."""
    return HttpResponse(render_to_string("broken.html", {"language": spoken.get()}), status=500)


def _told(request: HttpRequest, status: int, title: str, why: str, mend: str) -> HttpResponse:
    told: dict[str, Any] = {"title": title, "why": why, "mend": mend, "status": status}
    return render(request, "fault.html", told, status=status)
