"""What the tests of engines may ask for: a PostgreSQL of their own. They share one worker, so it is started once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engines.postgres import cluster

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.xdist_group("engines"))
            item.add_marker(pytest.mark.server)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Address of an empty PostgreSQL database, for MAODING_DATABASE; gone when the tests are over."""
    with cluster() as address:
        yield address
