"""Guards: does the database itself refuse to change or delete the log?"""

from typing import Any

from django.db import connections

LOG = ("act", "entry")
REFUSAL = "the ledger is append only: record a correction as a new entry"

SQLITE = """
CREATE TRIGGER IF NOT EXISTS {table}_no_{deed} BEFORE {deed} ON {table}
BEGIN SELECT RAISE(ABORT, '{refusal}'); END
"""
POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION '{refusal}'; END $$
"""
POSTGRESQL = """
CREATE OR REPLACE TRIGGER {table}_no_{deed} BEFORE {deed} ON {table} FOR EACH STATEMENT EXECUTE FUNCTION append_only()
"""
DEEDS = {"sqlite": ("update", "delete"), "postgresql": ("update", "delete", "truncate")}
STANDING = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
}


class UnguardedLedgerError(RuntimeError):
    """A trigger that holds the log append-only is missing and could not be put up."""


def put_up(using: str = "default", **_signal: Any) -> None:
    """Create the triggers on the log where they are missing; safe to repeat."""
    connection = connections[using]
    vendor = connection.vendor
    with connection.cursor() as cursor:
        if vendor == "postgresql":
            cursor.execute(POSTGRESQL_FUNCTION.format(refusal=REFUSAL))
        for table in LOG:
            for deed in DEEDS[vendor]:
                words = {"table": table, "deed": deed, "refusal": REFUSAL}
                cursor.execute((POSTGRESQL if vendor == "postgresql" else SQLITE).format(**words))


def missing(using: str = "default") -> set[str]:
    """Names of the triggers that should stand and do not."""
    connection = connections[using]
    with connection.cursor() as cursor:
        cursor.execute(STANDING[connection.vendor])
        standing = {row[0] for row in cursor.fetchall()}
    return {f"{table}_no_{deed}" for table in LOG for deed in DEEDS[connection.vendor]} - standing


def ensure(using: str = "default") -> None:
    """Check the guards at start and put missing ones up again.

    Raises:
        UnguardedLedgerError: they cannot be put up, so nothing may be recorded.
    """
    if missing(using):
        put_up(using)
    if still := missing(using):
        raise UnguardedLedgerError(", ".join(sorted(still)))
