"""Guards: does the database itself refuse to change or delete the log?

A guard counts as standing only if it is word for word the one put up here: a trigger that bears its name and does
nothing is missing.
"""

from typing import Any

from django.db import connections

LOG = ("act", "entry")
REFUSAL = "the ledger is append only: record a correction as a new entry"
FUNCTION = f" BEGIN RAISE EXCEPTION '{REFUSAL}'; END "

SQLITE = """CREATE TRIGGER {name} BEFORE {deed} ON {table}
BEGIN SELECT RAISE(ABORT, '{refusal}'); END"""
POSTGRESQL = """CREATE TRIGGER {name} BEFORE {deed} ON {schema}{table} \
FOR EACH STATEMENT EXECUTE FUNCTION append_only()"""
DEEDS = {"sqlite": ("UPDATE", "DELETE"), "postgresql": ("UPDATE", "DELETE", "TRUNCATE")}
STANDING = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": """
        SELECT t.tgname, pg_get_triggerdef(t.oid) || p.prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
        WHERE NOT t.tgisinternal AND t.tgenabled = 'O'
    """,
}


class UnguardedLedgerError(RuntimeError):
    """A trigger that holds the log append-only is missing and could not be put up."""


def _guards(vendor: str) -> dict[str, tuple[str, str, str]]:
    """Each guard by name: its table, the statement that puts it up, and how the database tells it afterwards."""
    guards = {}
    for table in LOG:
        for deed in DEEDS[vendor]:
            name = f"{table}_no_{deed.lower()}"
            words = {"name": name, "table": table, "deed": deed, "refusal": REFUSAL}
            if vendor == "sqlite":
                statement = told = SQLITE.format(**words)
            else:
                statement = POSTGRESQL.format(schema="", **words)
                told = POSTGRESQL.format(schema="public.", **words) + FUNCTION
            guards[name] = (table, statement, told)
    return guards


def put_up(using: str = "default", **_signal: Any) -> None:
    """Create the triggers on the log anew; safe to repeat."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            head = "CREATE OR REPLACE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS"
            cursor.execute(f"{head} $${FUNCTION}$$")
        for name, (table, statement, _) in _guards(connection.vendor).items():
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")
            cursor.execute(statement)


def missing(using: str = "default") -> set[str]:
    """Names of the triggers that do not stand as they were put up."""
    connection = connections[using]
    with connection.cursor() as cursor:
        cursor.execute(STANDING[connection.vendor])
        standing = {name: _folded(told) for name, told in cursor.fetchall()}
    due = {name: _folded(told) for name, (_, _, told) in _guards(connection.vendor).items()}
    return {name for name, told in due.items() if standing.get(name) != told}


def _folded(text: str) -> str:
    return " ".join(text.split())


def ensure(using: str = "default") -> None:
    """Check the guards at start and put missing ones up again.

    Raises:
        UnguardedLedgerError: they cannot be put up, so nothing may be recorded.
    """
    if missing(using):
        put_up(using)
    if still := missing(using):
        raise UnguardedLedgerError(", ".join(sorted(still)))
