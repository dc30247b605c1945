"""Django words: what must Django's template language know to write our tables?"""

from typing import Any

from django.template import Library

from maoding.publish.pages.asked import Asked
from maoding.publish.pages.templating import spaced
from maoding.terms.language import say

register = Library()
register.filter("spaced", spaced)


@register.simple_tag
def said(text: str, **values: Any) -> Any:
    """A message in the reader's language, set as the site sets it."""
    return spaced(say(text, **values))


@register.simple_tag
def row_page(asked: Asked, promise: str) -> str:
    """Address of a promise's reason; Django's templates pass no arguments to methods."""
    return asked.row(promise)


@register.simple_tag
def body_page(asked: Asked, code: str) -> str:
    """Address of a body's page."""
    return asked.page("body", code)
