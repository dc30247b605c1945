"""The chain: is every kind of tampering found?"""

import pytest
from django.db import connection, transaction

from maoding.ledger import chain, guards
from maoding.ledger.models import Entry
from maoding.ledger.record import record
from tests.ledger.said import deed, reading, source

pytestmark = pytest.mark.django_db


@pytest.fixture
def unguarded():
    """A thief with the database's own rights, who drops the guards first."""

    def run(statement):
        with connection.cursor() as cursor:
            for table in guards.LOG:
                for act in guards.DEEDS[connection.vendor]:
                    on = "" if connection.vendor == "sqlite" else f" ON {table}"
                    cursor.execute(f"DROP TRIGGER {table}_no_{act}{on}")
            cursor.execute(statement)

    return run


@pytest.fixture
def three_acts():
    record([source(), reading("19", "2021-06-30")], deed())
    record([reading("19.2", "2021-07-30")], deed())
    record([reading("19.3", "2021-08-30")], deed())


def test_an_untouched_log_has_no_broken_link(three_acts):
    assert chain.broken_links() == []


@pytest.mark.parametrize(
    ("deed_done", "found"),
    [
        ("UPDATE entry SET body = replace(body, '19.2', '91.2')", "内容已不是"),
        ("UPDATE entry SET place = '{}', known_from = '2020-01-01'", "不是封存时的"),
        ("DELETE FROM span; ", "none"),
        ("UPDATE act SET actor = 'somebody else'", "接不上"),
        ("UPDATE act SET recorded_at = '2020-01-01'", "接不上"),
    ],
)
def test_tampering_is_found_and_the_derived_table_is_no_part_of_it(three_acts, unguarded, deed_done, found):
    unguarded(deed_done)
    faults = chain.broken_links()
    assert any(found in fault for fault in faults) if found != "none" else not faults


def test_a_removed_act_breaks_the_next_one(three_acts, unguarded):
    unguarded("DELETE FROM span")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM entry WHERE act_id = (SELECT min(id) + 1 FROM act)")
        cursor.execute("DELETE FROM act WHERE id = (SELECT min(id) + 1 FROM act)")
    assert len(chain.broken_links()) == 1


@pytest.mark.parametrize("count", [0, 1, 2, 3, 5, 8])
def test_the_root_depends_on_every_leaf_and_their_order(count):
    leaves = [chain.sha256(str(n)) for n in range(count)]
    roots = {chain.merkle_root(leaves), chain.merkle_root([*leaves, chain.sha256("more")])}
    roots |= {chain.merkle_root([*leaves[:n], chain.sha256("other"), *leaves[n + 1 :]]) for n in range(count)}
    assert len(roots) == 2 + count


def test_an_entry_slipped_in_without_an_act_is_found(three_acts):
    stray = Entry.objects.first()
    stray.pk, stray.act_id = "r-0123456789abcdef", 999
    with transaction.atomic():
        stray.save(force_insert=True)
        assert any("不属于任何一次记入" in fault for fault in chain.broken_links())
        transaction.set_rollback(True)
