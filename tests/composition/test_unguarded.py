"""Where what was saved could not be copied a second time, the foot of the real window says so, and nothing fails."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.composition.preferences import FilePreferences
from app.composition.window import DeskWindow
from app.domain.ids import FamilyId
from app.domain.payloads import RevealLogged
from app.ui.tasks import Tasks
from app.usecases.desk import Desk
from app.usecases.ports import Act
from app.usecases.reading import FamilyFilter, FamilySort
from tests.machine import fill, small_disk
from tests.villages import unlocked

TOLD = "Tersimpan, tetapi salinan cadangannya belum bisa dibuat. Periksa ruang kosong di laptop ini."


@pytest.fixture
def mirror(practice_copy: Path) -> Iterator[Path]:
    """The mirror of a practice village, on a disk of its own."""
    (place,) = practice_copy.rglob("mirror")
    before = place.rename(place.with_name("mirror-before"))
    with small_disk(place, "16m") as disk:
        shutil.copytree(before, disk, dirs_exist_ok=True)
        yield disk


@pytest.fixture
def desk(mirror: Path, practice_copy: Path) -> Iterator[Desk]:
    with unlocked(practice_copy) as desk:
        yield desk


@pytest.fixture
def window(desk: Desk, dressed: object, tmp_path: Path, qtbot: QtBot) -> Iterator[DeskWindow]:
    tasks = Tasks()
    made = DeskWindow(desk, tasks, FilePreferences(tmp_path / "preferences.json"), lambda _: None)
    qtbot.addWidget(made.shell)
    made.show()
    made.sending.stop()  # after some seconds it would send, and say so over what a test reads
    qtbot.waitUntil(lambda: not tasks.busy)
    yield made
    made.pause()
    qtbot.waitUntil(lambda: not tasks.busy)
    tasks.close()


def reveal(desk: Desk) -> None:
    """Something is recorded that is longer than a block of the disk, so that no free end of one takes it."""
    row = desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0]
    desk.journal.record(Act(FamilyId(row.id), RevealLogged("nik", "cek KTP " * 1_000)))


def test_a_full_disk_under_the_mirror_is_told_once_and_again_when_it_happens_again(
    window: DeskWindow, desk: Desk, mirror: Path, qtbot: QtBot
) -> None:
    said = window.shell.toast.words
    reveal(desk)
    qtbot.waitUntil(lambda: window._version == desk.reading.version())
    assert said.text() != TOLD
    ballast = fill(mirror)
    reveal(desk)
    qtbot.waitUntil(lambda: said.text() == TOLD)
    assert TOLD.startswith(window.shell.status._saved.words())
    window.shell.say("sesuatu yang lain")
    reveal(desk)
    qtbot.waitUntil(lambda: window._version == desk.reading.version())
    assert said.text() == "sesuatu yang lain", "it is said once, not at every save"
    ballast.unlink()
    reveal(desk)
    qtbot.waitUntil(lambda: window._version == desk.reading.version())
    assert desk.unguarded() is None
    assert window.shell.status._saved.words() == "Tersimpan di laptop ini"
    fill(mirror)
    reveal(desk)
    qtbot.waitUntil(lambda: said.text() == TOLD)


def test_what_was_saved_while_the_mirror_was_full_is_there_at_the_next_unlocking(
    mirror: Path, practice_copy: Path
) -> None:
    with unlocked(practice_copy) as desk:
        ballast = fill(mirror)
        before = desk.reading.home().waiting_entries
        reveal(desk)
        problem = desk.unguarded()
        assert problem is not None
        assert problem.code == "saved_unguarded"
    ballast.unlink()
    with unlocked(practice_copy) as desk:
        assert desk.findings == ()
        assert desk.unguarded() is None
        assert desk.reading.home().waiting_entries > before
        assert desk.verify(lambda _: None, lambda: False) == ()
