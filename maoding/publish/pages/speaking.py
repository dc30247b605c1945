"""Speaking: in which language does this reader want the pages?"""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.http import require_POST

from maoding.terms.language import LANGUAGES, choose, spoken

COOKIE = "language"
A_YEAR = 365 * 24 * 3600

Answer = Callable[[HttpRequest], HttpResponse]


def in_the_readers_language(answer: Answer) -> Answer:
    """Middleware: speak the language the reader chose, else the first one the browser asks for that we have."""

    def speak(request: HttpRequest) -> HttpResponse:
        token = spoken.set(wanted(request))
        try:
            response = answer(request)
        finally:
            spoken.reset(token)
        patch_vary_headers(response, ["Accept-Language", "Cookie"])
        return response

    return speak


def wanted(request: HttpRequest) -> str:
    """Language of the cookie, else of the browser; Chinese where neither says one we have."""
    chosen = request.COOKIES.get(COOKIE)
    if chosen in LANGUAGES:
        return chosen
    for name, _ in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        if name.startswith(LANGUAGES):
            return choose(name)
    return LANGUAGES[0]


@login_not_required
@require_POST
def switch(request: HttpRequest) -> HttpResponse:
    """Remember the language chosen and go back to where the reader was."""
    response = HttpResponseRedirect(safe_way_back(request, "/"))
    language = request.POST.get("language", "")
    if language in LANGUAGES:
        secure = settings.SESSION_COOKIE_SECURE
        response.set_cookie(COOKIE, language, max_age=A_YEAR, samesite="Lax", httponly=True, secure=secure)
    return response


def safe_way_back(request: HttpRequest, otherwise: str) -> str:
    """The address a form or a link names as `next`, if it is one of ours."""
    address = request.POST.get("next") or request.GET.get("next", "")
    return address if url_has_allowed_host_and_scheme(address, allowed_hosts=None) else otherwise
