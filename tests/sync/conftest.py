"""A district and laptops, each with a folder of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.hub.backup import back_up, restore
from app.hub.local import LocalHub
from tests import machine
from tests.postgres import NewDatabase, Server
from tests.sync.laptop import Laptop

NewLaptop = Callable[..., Laptop]
Back = Callable[[LocalHub], LocalHub]
"""Yesterday's backup goes on in the place of a district."""
CopiedBack = Callable[[Callable[[LocalHub], None]], LocalHub]
"""A copy of a district's disk goes on in its place, without what it did since."""


def backed_up(folder: Path, copy: Path, request: pytest.FixtureRequest) -> str:
    """A backup of a district at rest; the address of its database where that lies on a server."""
    shutil.copytree(folder, copy)
    note = folder / "database"
    if not note.exists():
        return ""
    server: Server = request.getfixturevalue("postgresql")
    return server.copy_of(note.read_text(encoding="utf-8"))


@pytest.fixture
def hub(tmp_path: Path, new_database: NewDatabase) -> Iterator[LocalHub]:
    """A running district."""
    found = LocalHub(tmp_path / "hub", database=new_database())
    found.start()
    yield found
    found.close()


@pytest.fixture
def new_laptop(tmp_path: Path) -> Iterator[NewLaptop]:
    """Makes laptops, and closes them."""
    made: list[Laptop] = []

    def make(role: str = "operator", name: str = "Siti Rahma") -> Laptop:
        made.append(Laptop.open(tmp_path / f"laptop{len(made)}", role, name))
        return made[-1]

    yield make
    for laptop in made:
        laptop.close()


@pytest.fixture
def yesterday(hub: LocalHub, tmp_path: Path, new_database: NewDatabase) -> Iterator[Callable[[], Back]]:
    """Makes a backup of the district as it is now; gives what puts it in its place."""
    running: list[LocalHub] = []

    def copy() -> Back:
        kept = back_up(hub.district, tmp_path / "backups").folder

        def back(gone: LocalHub) -> LocalHub:
            gone.close()
            folder, database = tmp_path / "restored", new_database()
            shutil.copytree(gone.district.folder / "keys", folder / "keys")
            restore(kept, folder, database)
            running.append(LocalHub(folder, database=database))
            running[-1].start()
            return running[-1]

        return back

    yield copy
    for one in running:
        one.close()


@pytest.fixture
def copied_back(hub: LocalHub, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[CopiedBack]:
    """Copies the district's disk, lets it do what is given, and then has the copy, which knows nothing of that, go on
    in its place."""
    running: list[LocalHub] = []

    def go_on(lost: Callable[[LocalHub], None]) -> LocalHub:
        hub.stop()
        hub.district.close()
        database = backed_up(hub.district.folder, tmp_path / "yesterday", request)
        today = LocalHub(hub.district.folder)
        today.start()
        lost(today)
        today.close()
        running.append(LocalHub(tmp_path / "yesterday", database=database))
        running[-1].start()
        return running[-1]

    yield go_on
    for one in running:
        one.close()


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Laptop]:
    """A laptop whose store, mirror and photos lie on a small disk."""
    with machine.small_disk(tmp_path / "disk", "8m") as disk:
        laptop = Laptop.open(disk / "laptop")
        yield laptop
        laptop.close()
