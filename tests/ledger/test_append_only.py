"""The log: does the database itself refuse to change what was said?"""

import pytest
from django.db import DatabaseError, connection, transaction

from maoding.ledger import guards
from maoding.ledger.record import record
from tests.ledger.said import deed, reading

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET body = 'changed'",
        "DELETE FROM entry",
        "UPDATE act SET actor = 'somebody else'",
        "DELETE FROM act",
        "INSERT OR REPLACE INTO act SELECT * FROM act",
    ],
)
def test_what_was_said_can_neither_be_changed_nor_deleted(statement):
    if connection.vendor != "sqlite":
        statement = statement.replace(
            "INSERT OR REPLACE INTO act SELECT * FROM act", "TRUNCATE act, entry, span"
        )
    record([reading("19", "2021-06-30")], deed())
    connection.check_constraints()  # PostgreSQL lets no table be emptied whose rows are still to be checked
    with (
        pytest.raises(DatabaseError, match="append only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_a_missing_guard_is_seen_and_put_up_again():
    assert not guards.missing()
    with connection.cursor() as cursor:
        on = "" if connection.vendor == "sqlite" else " ON entry"
        cursor.execute(f"DROP TRIGGER entry_no_update{on}")
    assert guards.missing() == {"entry_no_update"}
    guards.ensure()
    assert not guards.missing()


def test_without_guards_nothing_starts(monkeypatch):
    monkeypatch.setattr(guards, "put_up", lambda using: None)
    monkeypatch.setattr(guards, "missing", lambda using: {"act_no_delete"})
    with pytest.raises(guards.UnguardedLedgerError, match="act_no_delete"):
        guards.ensure()


def test_a_guard_that_does_nothing_is_missing():
    if connection.vendor != "sqlite":
        hollow = "CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry FOR EACH STATEMENT WHEN (false) "
        hollow += "EXECUTE FUNCTION append_only()"
    else:
        hollow = (
            "CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry WHEN 0 BEGIN SELECT RAISE(ABORT, 'x'); END"
        )
    with connection.cursor() as cursor:
        cursor.execute(
            "DROP TRIGGER entry_no_update" + ("" if connection.vendor == "sqlite" else " ON entry")
        )
        cursor.execute(hollow)
    assert guards.missing() == {"entry_no_update"}
    guards.ensure()
    assert not guards.missing()
