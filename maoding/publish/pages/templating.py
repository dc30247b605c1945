"""Templating: what may every page's template ask for?"""

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from jinja2 import Environment, StrictUndefined

from maoding.publish.pages.sections import SECTIONS
from maoding.publish.shown import THIN_SPACE
from maoding.terms.language import say, spoken

STATIC = Path(__file__).parent.parent / "static"
CHINESE, DIGIT = "[\u4e00-\u9fff]", "[0-9]"
FOREIGN = re.compile(CHINESE)
BETWEEN = re.compile(f"(?<={CHINESE}) (?=[+−≥>≈≤<]?{DIGIT})|(?<=[0-9%]) (?={CHINESE})")


def environment(**options: Any) -> Environment:
    """Jinja2 as Django hands it over, with `say`, `url` and `static` as words of every template."""
    made = Environment(**options | {"trim_blocks": True, "lstrip_blocks": True, "undefined": StrictUndefined})  # noqa: S701 - Django's options set autoescape
    made.globals.update(say=say, url=_url, static=static, THIN_SPACE=THIN_SPACE, SECTIONS=SECTIONS)
    made.tests["foreign"] = _is_foreign
    made.finalize = spaced
    return made


def about_the_reader(request: HttpRequest) -> dict[str, Any]:
    """What every page shows of its reader: language, whether this is the demo, who is signed in."""
    user = getattr(request, "user", None)
    return {
        "language": spoken.get(),
        "demo": settings.DEMO,
        "reader": user if user is not None and user.is_authenticated else None,
        "here": request.get_full_path(),
    }


class Exact(str):
    """Words of a document: shown as they stand there, never set otherwise."""

    __slots__ = ()


def spaced(value: Any) -> Any:
    """Chinese and digits with a thin space between them, as a bulletin is set; English and exact words as they are.

    So is what a macro gave: it is set already.
    """
    if type(value) is not str or " " not in value or spoken.get() == "en":
        return value
    return BETWEEN.sub(THIN_SPACE, value)


def _is_foreign(text: str) -> bool:
    """Whether a name or a source's words are Chinese on an English page: then the template says so (``lang``)."""
    return spoken.get() == "en" and FOREIGN.search(text) is not None


def _url(name: str, **parts: str) -> str:
    return reverse(name, kwargs=parts)


@cache
def static(name: str) -> str:
    """Address of a file beside the pages; its digest tells a browser when an old copy will not do."""
    file = STATIC / name
    digest = hashlib.sha256(file.read_bytes()).hexdigest()[:8] if file.is_file() else "missing"
    return f"/{settings.STATIC_URL.strip('/')}/{name}?v={digest}"
