"""Guarding: what may a page load, and where may it be kept?"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# Everything comes from this server: no other host, no script or style written into a page. Tabler's own pictures
# are data addresses in its style sheet.
CONTENT_SECURITY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

Answer = Callable[[HttpRequest], HttpResponse]


def with_guards(answer: Answer) -> Answer:
    """Middleware: every page says what it may load; pages are kept by nobody but the reader, and asked for anew."""

    def guard(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.headers["Content-Security-Policy"] = CONTENT_SECURITY
        response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        response.headers.setdefault("Cache-Control", "private, no-cache")
        return response

    return guard
