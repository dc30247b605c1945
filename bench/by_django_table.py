"""By Django's table: how long does the same take where only the page's table is written, by Django's own templates?"""

from pathlib import Path

from django.conf import settings

from bench import by_site
from bench.by_site import Given, checksum, work

__all__ = ["checksum", "load", "work"]
ENGINE = {
    "BACKEND": "django.template.backends.django.DjangoTemplates",
    "DIRS": [Path(__file__).parent / "tables" / "django"],
    "OPTIONS": {"builtins": ["bench.django_words"]},
}


def load(folder: Path) -> Given:
    """The same, with an engine that is asked first and knows the table alone."""
    settings.TEMPLATES.insert(0, ENGINE)
    return by_site.load(folder)
