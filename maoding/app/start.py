"""Start: what has to stand before anything is asked of the ledger?"""

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from maoding.ledger.guards import ensure


def open_ledger() -> None:
    """Bring the database to this version and put up what guards are missing.

    Raises:
        UnguardedLedgerError: the database does not keep the log append-only.
    """
    migrate()
    ensure()


def migrate() -> None:
    """Bring the database to this version, if it is not."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0)
