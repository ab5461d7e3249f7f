"""Real villages for tests: an encrypted practice village with its pretended district, made once and copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.composition.doors import FileDoors
from app.composition.places import PRACTICE_PASSWORD, places
from app.usecases.desk import Desk


@pytest.fixture(scope="session")
def practice_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A laptop's folder with the practice village in it, in which nobody recorded anything yet; copy it, do not open
    it."""
    folder = tmp_path_factory.mktemp("practice") / "laptop"
    doors = FileDoors(places(folder), quarrelling=False)
    doors.create_practice(lambda done: None, lambda: False).close()
    doors.close()
    return folder


@contextmanager
def unlocked(folder: Path, role: str = "operator") -> Iterator[Desk]:
    """The desk of one person of the practice village that lies in `folder`."""
    doors = FileDoors(places(folder))
    (vault,) = doors.vaults()
    slot = next(slot for slot in doors.slots(vault) if slot.role == role)
    desk = doors.unlock(vault, slot.slot, PRACTICE_PASSWORD)
    try:
        yield desk
    finally:
        desk.close()
        doors.close()


@pytest.fixture
def practice_copy(practice_folder: Path, tmp_path: Path) -> Path:
    """A copy of the practice laptop's folder, to be opened by this test alone."""
    return Path(shutil.copytree(practice_folder, tmp_path / "laptop"))


@pytest.fixture
def practice_desk(practice_copy: Path) -> Iterator[Desk]:
    """The operator's desk in a practice village of its own: real store, real journal, real district when asked."""
    with unlocked(practice_copy) as desk:
        yield desk
