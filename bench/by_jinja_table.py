"""By Jinja's table: how long does the same take where only the page's table is written, by the site's own engine?"""

from pathlib import Path

from django.conf import settings

from bench import by_site
from bench.by_site import Given, checksum, work

__all__ = ["checksum", "load", "work"]
TABLES = Path(__file__).parent / "tables" / "jinja"


def load(folder: Path) -> Given:
    """The same, with templates that hold the table alone."""
    settings.TEMPLATES[0]["DIRS"].insert(0, TABLES)
    return by_site.load(folder)
