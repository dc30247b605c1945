"""Main: what must be set up before the first command is read?

The ledger's models can only be imported once Django knows its settings, so this comes before everything else.
"""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "maoding.app.settings")
django.setup()

from maoding.app.command import maoding  # noqa: E402 - after Django's set-up, see above
from maoding.app.saying import speak, translated  # noqa: E402


def main() -> None:
    """Entry point of the ``maoding`` command."""
    speak()
    translated(maoding).main(prog_name="maoding")
