"""What the tests of engines may ask for: a PostgreSQL and a Spark of their own. They share one worker, so each is
started once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from maoding.app import engines
from tests.engines import postgres, spark

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.xdist_group("engines"))
            item.add_marker(pytest.mark.server)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Address of an empty PostgreSQL database, for MAODING_DATABASE; gone when the tests are over."""
    with postgres.cluster() as address:
        yield address


@pytest.fixture(scope="module")
def spark_session() -> Iterator[Any]:
    """A session on a Spark of one master and two workers on the loopback; gone when the module's tests are over."""
    with pytest.MonkeyPatch.context() as patch, spark.cluster() as (address, folder):
        for name, value in spark.surroundings(folder).items():
            patch.setenv(name, value)
        with engines.spark(address, **spark.SMALL) as session:
            session.sparkContext.setLogLevel("ERROR")
            yield session
        spark.end_driver()
