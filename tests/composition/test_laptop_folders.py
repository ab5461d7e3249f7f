"""What a district does with a laptop's folder: a new password where all are lost, its journal where nothing opens."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from app.composition.doors import FileDoors
from app.domain.errors import Locked
from app.domain.ids import FamilyId
from app.domain.payloads import ChangeProposed, VisitRecorded
from app.hub.backup import back_up, restore
from app.hub.enrol import make_code
from app.hub.local import LocalHub
from app.hub.tables import entry, person
from app.usecases.desk import Desk
from app.usecases.doors import NewPerson
from app.usecases.ports import Act
from app.usecases.reading import FamilyFilter, FamilySort
from tests.composition.enrolled import CODE, ROSTER, never, nothing

ROOT = Path(__file__).resolve().parents[2]
OLD, NEW = "kata sandi yang hilang", "kata sandi dari kabupaten"


def enrolled(doors: FileDoors, hub: LocalHub) -> Desk:
    """A laptop of the district's, whose password will be lost."""
    code = make_code(hub.district, CODE, ROSTER.village_name, "operator", "Petrus Laka")
    return doors.create_enrolled(hub.url, code.text, NewPerson("Petrus", "operator", OLD), nothing, never)[0]


def visited(desk: Desk, place: int) -> None:
    row = desk.reading.families(FamilyFilter(), FamilySort(), place, 1)[0]
    desk.journal.record(Act(FamilyId(row.id), VisitRecorded("visit", "1", 1, "not_found", "moved", "5", "")))


def reset(data: Path, folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """The district's command, as somebody types it."""
    return command(data, "laptop-password", str(folder), *more)


def take_journal(data: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """The other one."""
    return command(data, "laptop-journal", str(folder))


def visits(hub: LocalHub) -> list[str]:
    """Why each visit that the district holds does not count, empty where it does."""
    with hub.district.database.read() as connection:
        return list(connection.execute(select(entry.c.reason).where(entry.c.kind == "visit_recorded")).scalars())


def command(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app.hub", "--data", str(data), *words],
        cwd=ROOT,
        input=f"{NEW}\n",
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


def test_the_district_gives_a_new_password_and_the_unsent_work_arrives(
    hub: LocalHub, doors: FileDoors, tmp_path: Path
) -> None:
    desk = enrolled(doors, hub)
    visited(desk, 0)
    desk.close()
    (vault,) = doors.vaults()
    (slot,) = doors.slots(vault)

    listed = reset(tmp_path / "hub", vault.folder)
    assert (listed.returncode, "Petrus Laka (operator)" in listed.stdout) == (0, True)
    wrong = reset(tmp_path / "hub", vault.folder, "--person", "Yosef")
    assert (wrong.returncode, "Tidak ada yang diubah" in wrong.stderr) == (1, True)
    done = reset(tmp_path / "hub", vault.folder, "--person", "petrus laka")
    assert done.returncode == 0, done.stderr
    assert "sudah dipastikan" in done.stdout

    with pytest.raises(Locked):
        doors.unlock(vault, slot.slot, OLD)
    desk = doors.unlock(vault, slot.slot, NEW)
    assert desk.findings == ()
    visited(desk, 1)
    row = desk.reading.families(FamilyFilter(), FamilySort(), 2, 1)[0]
    weighty = ChangeProposed("ineligible", reason="13", reason_list="ineligible@kepmensos-73-2024", note="menolak")
    desk.journal.record(Act(FamilyId(row.id), weighty))
    outcome = desk.exchange.run(nothing, never)
    assert outcome.sent_entries >= 2
    assert outcome.quarantined == ()
    assert desk.reading.home().waiting_entries == 0
    assert desk.reading.home().visited == 2
    with hub.district.database.read() as connection:
        (who,) = connection.execute(select(person)).all()
        aside = connection.execute(select(entry.c.kind).where(entry.c.reason != "")).scalars().all()
    assert (who.name, who.certified, list(aside)) == ("Petrus Laka", True, [])
    desk.close()


def test_a_district_restored_to_a_day_before_it_gave_the_password_knows_its_word_again(
    hub: LocalHub, doors: FileDoors, tmp_path: Path
) -> None:
    desk = enrolled(doors, hub)
    desk.exchange.run(nothing, never)
    desk.close()
    kept = back_up(hub.district, tmp_path / "backups").folder
    (vault,) = doors.vaults()
    (slot,) = doors.slots(vault)
    done = reset(tmp_path / "hub", vault.folder, "--person", "Petrus Laka")
    assert done.returncode == 0, done.stderr
    hub.close()
    shutil.copytree(tmp_path / "hub" / "keys", tmp_path / "restored" / "keys")
    restore(kept, tmp_path / "restored")
    now = LocalHub(tmp_path / "restored")
    now.start()
    try:
        desk = doors.unlock(vault, slot.slot, NEW)
        desk.exchange.set_address(now.url)
        row = desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0]
        weighty = ChangeProposed("ineligible", reason="13", reason_list="ineligible@kepmensos-73-2024", note="menolak")
        desk.journal.record(Act(FamilyId(row.id), weighty))
        assert desk.exchange.run(nothing, never).quarantined == ()
        with now.district.database.read() as connection:
            aside = connection.execute(select(entry.c.kind).where(entry.c.reason != "")).scalars().all()
        desk.close()
    finally:
        now.close()
    assert list(aside) == []


def test_another_district_opens_nothing(hub: LocalHub, doors: FileDoors, tmp_path: Path) -> None:
    enrolled(doors, hub).close()
    hub.close()
    (vault,) = doors.vaults()
    (slot,) = doors.slots(vault)
    refused = reset(tmp_path / "other", vault.folder, "--person", "Petrus Laka")
    assert (refused.returncode, "tidak dikenal kabupaten" in refused.stderr) == (1, True)
    nowhere = reset(tmp_path / "other", tmp_path / "nothing", "--person", "Petrus Laka")
    assert (nowhere.returncode, "tidak ada simpanan desa" in nowhere.stderr) == (1, True)
    doors.unlock(vault, slot.slot, OLD).close()


def test_a_laptop_whose_slots_are_gone_gives_its_sealed_journal_to_the_district(
    hub: LocalHub, doors: FileDoors, tmp_path: Path
) -> None:
    desk = enrolled(doors, hub)
    visited(desk, 0)
    visited(desk, 1)
    desk.close()
    (vault,) = doors.vaults()
    (slot,) = doors.slots(vault)
    desk = doors.unlock(vault, slot.slot, OLD)
    visited(desk, 2)  # nobody seals it before the laptop breaks
    broken = shutil.copytree(vault.folder, tmp_path / "broken")
    desk.close()
    for name in ("slots.json", "slots.copy.json"):
        (broken / name).write_bytes(b"rusak")

    done = take_journal(tmp_path / "hub", broken)
    assert done.returncode == 0, done.stderr
    assert "belum ditandatangani" in done.stderr
    assert len(visits(hub)) == 2
    again = take_journal(tmp_path / "hub", broken)
    assert "0 catatan baru" in again.stdout
    assert len(visits(hub)) == 2

    desk = doors.unlock(vault, slot.slot, OLD)
    outcome = desk.exchange.run(nothing, never)
    assert (len(visits(hub)), outcome.quarantined) == (3, ())
    assert desk.reading.home().waiting_entries == 0
    desk.close()


def test_a_mirror_that_somebody_else_wrote_is_refused(hub: LocalHub, doors: FileDoors, tmp_path: Path) -> None:
    other = LocalHub(tmp_path / "other")
    enrolled(doors, hub).close()
    (vault,) = doors.vaults()
    hub.close()
    other.close()
    refused = take_journal(tmp_path / "other", vault.folder)
    assert (refused.returncode, "tidak ada salinan catatan" in refused.stderr) == (1, True)
    shutil.copy(tmp_path / "hub" / "keys" / "exchange.key", tmp_path / "other" / "keys" / "exchange.key")
    unknown = take_journal(tmp_path / "other", vault.folder)
    assert (unknown.returncode, "bukan dari laptop yang terdaftar" in unknown.stderr) == (1, True)
