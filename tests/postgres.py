"""Both kinds of the district's store for tests: SQLite always, and a real PostgreSQL server, started once a session.

Tests that take `new_database` run on SQLite; those marked ``both_stores`` on PostgreSQL too; with ``--postgresql`` all.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
import pytest

from tests.machine import lacks

NewDatabase = Callable[[], str]
"""Makes an empty store; gives its address, empty where it is the file in the district's own folder."""

SQLITE, POSTGRESQL = "sqlite", "postgresql"
_SETTINGS = {
    "listen_addresses": "''",
    "fsync": "off",  # no test here cuts the power
    "autovacuum": "off",
    "max_connections": "200",
    "shared_buffers": "32MB",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    """The flag of whoever wants everything on both."""
    parser.addoption("--patroni", action="store_true", help="kill the primary of a cluster under load (minutes)")
    parser.addoption("--postgresql", action="store_true", help="run every test of the district on PostgreSQL too")


def pytest_configure(config: pytest.Config) -> None:
    """Name the mark."""
    config.addinivalue_line("markers", "both_stores: the district's store is SQLite, then PostgreSQL")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test once on each store that is wanted."""
    if "store_kind" not in metafunc.fixturenames:
        return
    marked = metafunc.definition.get_closest_marker("both_stores") is not None
    if marked or metafunc.config.getoption("--postgresql"):
        metafunc.parametrize("store_kind", [SQLITE, POSTGRESQL])


_NUMBERS = count()


@dataclass
class Server:
    """A PostgreSQL server in a folder of its own, reached by a socket there."""

    programs: Path
    folder: Path
    settings: Mapping[str, str]

    @classmethod
    @contextmanager
    def running(cls, programs: Path, settings: Mapping[str, str] = _SETTINGS) -> Iterator[Server]:
        """A fresh one."""
        folder = Path(tempfile.mkdtemp(prefix="balai-pg-"))  # sockets want short paths, and pytest's are its user's
        server = cls(programs, folder, settings)
        try:
            server.make()
            server.start()
            yield server
        finally:
            server.stop("immediate")
            shutil.rmtree(folder)

    def make(self) -> None:
        """Prepare the folder; PostgreSQL will not be root's."""
        if os.geteuid() == 0:
            shutil.chown(self.folder, other_user())
        self._run("initdb", "--pgdata", self._data, "--username=balai", "--auth=trust", "--encoding=UTF8", "--no-sync")

    def start(self) -> None:
        """Serve; it takes calls when this ends."""
        options = " ".join(f"-c {name}={value}" for name, value in self.settings.items())
        options += f" -c unix_socket_directories={self.folder}"
        self._run("pg_ctl", "start", "--wait", "-D", self._data, "-l", self.folder / "log", "-o", options)

    def stop(self, mode: str = "fast") -> None:
        """End it: ``fast``, or ``immediate`` as after a loss of power."""
        self._run("pg_ctl", "stop", "--wait", "-D", self._data, "-m", mode)

    def address(self, name: str) -> str:
        """Of one of its databases."""
        return f"postgresql:///{name}?host={self.folder}&user=balai"

    def new_database(self, template: str = "template0") -> str:
        """The address of an empty database, or of a copy of one that nobody uses."""
        name = f"district{os.getpid()}n{next(_NUMBERS)}"  # several processes may share a server
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())
        return self.address(name)

    def copy_of(self, address: str) -> str:
        """A copy of a database as it is now, as a restored backup is one."""
        return self.new_database(template=address.removeprefix("postgresql:///").partition("?")[0])

    @property
    def process(self) -> int:
        """Number of the running server's first process."""
        return int((self._data / "postmaster.pid").read_text(encoding="utf-8").splitlines()[0])

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _run(self, program: str, *arguments: object) -> None:
        user = other_user() if os.geteuid() == 0 else None
        subprocess.run(
            [self.programs / program, *map(str, arguments)],
            user=user,
            cwd=self.folder,
            env={**os.environ, "HOME": str(self.folder)},  # where libpq looks for certificates
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )


def other_user() -> str:
    """Who runs the server where the tests are root's."""
    known = Path("/etc/passwd").read_text(encoding="utf-8")
    return "postgres" if known.startswith("postgres:") or "\npostgres:" in known else "nobody"


def programs() -> Path | None:
    """Where a PostgreSQL server's programs lie, the newest; None where there are none."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if debian:
        return debian[-1].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A running server."""
    found = programs()
    if found is None:
        lacks("needs the programs of a PostgreSQL server")
    with Server.running(found) as server:
        yield server


@pytest.fixture
def store_kind() -> str:
    """What is tested where nothing was asked for."""
    return SQLITE


@pytest.fixture
def new_database(store_kind: str, request: pytest.FixtureRequest) -> NewDatabase:
    """Makes stores of the kind that this run of a test is about."""
    if store_kind == SQLITE:
        return lambda: ""
    server: Server = request.getfixturevalue("postgresql")
    return server.new_database
