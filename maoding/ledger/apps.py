"""Apps: how does Django find the ledger, and when are its guards put up?"""

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from maoding.ledger.guards import put_up


class LedgerConfig(AppConfig):
    """The ledger; a table rebuild drops triggers, so they are put up again after every migration (contracts §7)."""

    name = "maoding.ledger"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Ask for the guards after each migration."""
        post_migrate.connect(put_up, sender=self, dispatch_uid="ledger guards")
