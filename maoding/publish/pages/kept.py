"""Kept: which finished pages are given again as they are, and what in them is made anew for every reader?

A page that is made of the ledger, the pack, its address and the date alone cannot have changed while none of these has;
the key it is kept under holds all of them. Only the tokens that guard its forms belong to a reader's session: each
answer gets its own. Not kept are pages that show a document's words, for the document may come and go, and what htmx
asks for, whose answers are parts of pages.
"""

import hashlib
import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token

from maoding.ledger import chain
from maoding.publish.pages.site import Site
from maoding.terms.language import spoken

View = Callable[..., HttpResponse]
TOKEN = re.compile(rb'(?<=name="csrfmiddlewaretoken" value=")[^"]*')


def kept(view: View) -> View:
    """The view, its pages kept for whoever asks for the same again."""

    @wraps(view)
    def answer(request: HttpRequest, site: Site, **parts: Any) -> HttpResponse:
        if request.method != "GET" or "HX-Request" in request.headers:
            return view(request, site, **parts)
        key = _key(request, site)
        page = cache.get(key)
        if page is None:
            made = view(request, site, **parts)
            if made.status_code == HttpResponse.status_code:
                cache.set(key, made.content, timeout=None)
            return made
        return HttpResponse(TOKEN.sub(lambda _: get_token(request).encode(), page))

    return answer


def _key(request: HttpRequest, site: Site) -> str:
    """All that a page depends on: the ledger, whose folders and eyes, the date, the address, language and name."""
    made_of = (
        chain.last_link(),
        site.cities,
        site.shared,
        site.viewer,
        site.today(),
        request.get_full_path(),
        spoken.get(),
        request.user.get_username(),
    )
    return hashlib.sha256(repr(made_of).encode()).hexdigest()
