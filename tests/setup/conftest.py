from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.postgresql import Cluster, running_cluster
from tray.setup import sql_store
from tray.setup.sql_store import SqlStore


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    with running_cluster() as cluster:
        yield cluster


OpenStore = Callable[[], SqlStore]


@pytest.fixture(params=["sqlite", "postgresql"])
def open_again(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OpenStore]:
    """Opens the same new store as often as it is called."""
    stores: list[SqlStore] = []
    url = request.getfixturevalue("cluster").empty_database() if request.param == "postgresql" else ""

    def open_one() -> SqlStore:
        stores.append(sql_store.open_server(url) if url else sql_store.open_file(tmp_path / "setup.db"))
        return stores[-1]

    yield open_one
    for store in stores:
        store.close()


@pytest.fixture
def store(open_again: OpenStore) -> SqlStore:
    return open_again()
