"""What the tests of the pages may ask for: a town in the ledger, and a reader who is signed in."""

import datetime as dt
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from maoding.app import addresses
from maoding.publish.pages import site
from maoding.publish.pages.site import Site
from maoding.terms.viewer import EVERYTHING
from tests.publish import town, two_months

TODAY = dt.date(2026, 11, 21)


@pytest.fixture
def empty_site(db, tmp_path: Path, monkeypatch) -> Site:
    """A site over an empty ledger, with one town's pack and a folder for the reader's documents."""
    town.pack(tmp_path / "cities")
    made = Site(tmp_path / "cities", tmp_path / "papers", lambda: TODAY, EVERYTHING)
    monkeypatch.setitem(addresses.SITE, "site", made)
    for kept in (site._published, site._years, site._answers, site._scoreboard):
        kept.cache_clear()
    return made


@pytest.fixture
def told_site(empty_site: Site) -> Site:
    """The same with the town's year in the ledger; the newspaper page is at hand."""
    town.paper(empty_site.shared)
    town.tell(*town.words())
    town.tell(*town.facts())
    return empty_site


@pytest.fixture
def moved_site(told_site: Site) -> Site:
    """The same two months later, with what was newly said."""
    two_months.tell()
    return told_site


@pytest.fixture
def reader(db) -> Client:
    """Someone signed in who reads Chinese."""
    client = Client(headers={"accept-language": "zh-CN"})
    client.force_login(get_user_model().objects.create_user("reader"))
    return client
