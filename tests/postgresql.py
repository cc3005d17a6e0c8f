"""A real PostgreSQL server for tests, on a Unix socket of its own."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest


def _tool(name: str) -> str:
    """A PostgreSQL program; Debian keeps them out of the search path."""
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    path = os.pathsep.join([*map(str, places), os.environ.get("PATH", "")])
    found = shutil.which(name, path=path)
    if found is None:
        missing = f"PostgreSQL's {name} is not installed (Debian: apt-get install postgresql)"
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    return found


class Cluster:
    """A private PostgreSQL server on a Unix socket, run by somebody who is not root."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._run("initdb", "-D", str(folder / "data"), "-U", "cti", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        self.start()

    def start(self) -> None:
        options = f"-k {self.folder} -c listen_addresses= -c fsync=off -c max_connections=40 -c TimeZone=Asia/Tokyo"
        self._pg_ctl("start", "-o", options, "-l", str(self.folder / "log"))

    def stop(self) -> None:
        self._pg_ctl("stop", "-m", "immediate")

    def empty_database(self) -> str:
        """The address of the one database, with nothing in it."""
        with psycopg.connect(host=str(self.folder), user="cti", dbname="postgres", autocommit=True) as connection:
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")
        return f"postgresql+psycopg://cti@/postgres?host={self.folder}"

    def _pg_ctl(self, *arguments: str) -> None:
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", *arguments)

    def _run(self, name: str, *arguments: str) -> None:
        user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.getuid() == 0 else {}
        done = subprocess.run(
            [_tool(name), *arguments],
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if name != "pg_ctl" else subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
            cwd=self.folder,
            timeout=60,
            **user,
        )
        assert done.returncode == 0, done.stdout


@contextlib.contextmanager
def running_cluster() -> Iterator[Cluster]:
    """A server in a folder of its own, until the block ends."""
    _tool("initdb")
    with tempfile.TemporaryDirectory(prefix="cti-pg-") as name:
        folder = Path(name)
        if os.getuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        running = Cluster(folder)
        try:
            yield running
        finally:
            running.stop()
