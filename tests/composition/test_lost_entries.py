"""Entries that were saved are gone, and the mirror with them: a person goes on, and the district gives back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.composition.doors import FileDoors
from app.composition.places import PRACTICE_PASSWORD, places
from app.composition.preferences import FilePreferences
from app.composition.window import DeskWindow
from app.domain.errors import Refused
from app.domain.ids import FamilyId
from app.domain.payloads import VisitRecorded
from app.storage.projection import rebuild
from app.storage.vault import Vault
from app.ui.settling import SettleDialog
from app.ui.tasks import Tasks
from app.usecases.desk import Desk
from app.usecases.ports import Act
from app.usecases.reading import FamilyFilter, FamilySort
from tests.villages import unlocked

VISIT = VisitRecorded("visit-2025", "1", 1, "found", "", "1", "Maria")


def exchange(desk: Desk) -> None:
    desk.exchange.run(lambda _: None, lambda: False)


def visits(desk: Desk, family: FamilyId) -> list[str]:
    """Who answered at the visits of a family, oldest first."""
    detail = desk.reading.family(family)
    assert detail is not None
    return [one.visit.respondent for one in detail.standing.visits]


def lose_what_followed(laptop: Path, seq: int) -> None:
    """As if the store had lost its end, and the mirror were gone with it."""
    doors = FileDoors(places(laptop))
    (info,) = doors.vaults()
    slot = next(one for one in doors.slots(info) if one.role == "head").slot
    vault = Vault.open(info.folder, slot, PRACTICE_PASSWORD)
    with vault.database.write() as connection:
        chain = connection.exec_driver_sql("SELECT chain FROM head WHERE own = 1").scalar_one()
        connection.exec_driver_sql("DELETE FROM entry WHERE chain = ? AND seq >= ?", (chain, seq))
        connection.exec_driver_sql(
            "UPDATE head SET (seq, hash) = (SELECT seq, hash FROM entry WHERE chain = ?1 AND seq = ?2) WHERE own = 1",
            (chain, seq - 1),
        )
        rebuild(connection)
    vault.close()
    shutil.rmtree(info.folder / "mirror")


@pytest.fixture
def tasks(dressed: object) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def robbed(practice_copy: Path) -> tuple[Path, FamilyId]:
    """A laptop that sent one visit, did not send another, and lost both; and the family that was visited."""
    with unlocked(practice_copy, "head") as desk:
        family = desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0].id
        desk.journal.record(Act(family, replace(VISIT, respondent="sebelum")))
        exchange(desk)
        sent = desk.journal.record(Act(family, replace(VISIT, respondent="terkirim", attempt=2)))[0]
        exchange(desk)
        desk.journal.record(Act(family, replace(VISIT, respondent="belum terkirim", attempt=3)))
        assert visits(desk, family) == ["sebelum", "terkirim", "belum terkirim"]
    lose_what_followed(practice_copy, int(sent.rpartition("/")[2]))
    return practice_copy, family


def test_after_it_is_settled_the_district_gives_back_what_it_holds_and_work_goes_on(
    robbed: tuple[Path, FamilyId],
) -> None:
    laptop, family = robbed
    with unlocked(laptop, "head") as desk:
        (found,) = desk.findings
        assert found.code == "journal_behind_anchor"
        assert visits(desk, family) == ["sebelum"]
        desk.settle()
        desk.journal.record(Act(family, replace(VISIT, respondent="sesudah", attempt=3)))
        exchange(desk)
        assert visits(desk, family) == ["sebelum", "terkirim", "sesudah"]
        assert desk.verify(lambda _: None, lambda: False) == ()
    with unlocked(laptop, "head") as desk:
        assert desk.findings == ()
        exchange(desk)
        assert visits(desk, family) == ["sebelum", "terkirim", "sesudah"]


def test_who_is_neither_head_nor_operator_does_not_settle_it(robbed: tuple[Path, FamilyId]) -> None:
    with unlocked(robbed[0], "enumerator") as desk:
        with pytest.raises(Refused) as refused:
            desk.settle()
        assert refused.value.code == "not_allowed"


@pytest.mark.parametrize("role", ["head", "enumerator"])
def test_a_dialog_at_unlocking_explains_it_and_lets_the_head_go_on(
    robbed: tuple[Path, FamilyId], tasks: Tasks, tmp_path: Path, qtbot: QtBot, role: str
) -> None:
    with unlocked(robbed[0], role) as desk:
        window = DeskWindow(desk, tasks, FilePreferences(tmp_path / "preferences.json"), lambda _: None)
        window.shell.show()
        window.show()
        window.sending.stop()  # after some seconds it would send, and say so over what is read here
        qtbot.waitUntil(lambda: bool(window.shell.findChildren(SettleDialog)) and not tasks.busy)
        (dialog,) = window.shell.findChildren(SettleDialog)
        words = dialog.said()
        assert "Sebagian catatan yang pernah tersimpan tidak ada lagi di laptop ini." in words
        assert "kembali saat mengirim berikutnya" in words
        acts = [button.text() for button in dialog.findChildren(QPushButton)]
        if role == "enumerator":
            assert acts == ["Tutup"]
            assert "Mintalah kepala desa atau operator" in words
        else:
            assert acts == ["Nanti saja", "Lanjutkan dengan aman"]
            next(one for one in dialog.findChildren(QPushButton) if one.text() == acts[1]).click()
            said = window.shell.toast.words
            qtbot.waitUntil(lambda: said.text().startswith("Balai melanjutkan dengan aman."))
        window.renew()
        qtbot.addWidget(window.shell)
        assert window.shell.findChildren(SettleDialog) == [], "told once"
        window.pause()
        qtbot.waitUntil(lambda: not tasks.busy)
