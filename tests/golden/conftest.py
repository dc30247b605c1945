"""What the golden tests share: the Taicang pack, loaded as `maoding load` does."""

import datetime as dt

import pytest
from django.db import transaction

from maoding.app.loading import load_path
from tests.golden.answering import ROOT, Ledger

RECORDED = dt.datetime.fromisoformat("2026-11-21T10:00:00+08:00")


@pytest.fixture(scope="module")
def taicang(django_db_setup, django_db_blocker):
    """The whole pack loaded once for all tests of a module, and rolled back after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        reports = load_path(ROOT / "cities" / "taicang", "taicang", RECORDED)
        assert sum(report.recorded for report in reports) > 800
        yield Ledger()
        transaction.set_rollback(True)
