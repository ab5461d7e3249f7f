from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.composition.doors import FileDoors
from app.composition.intake import MappingsInMemory, SheetIntake
from app.domain.errors import Refused, Unavailable
from app.domain.ids import FamilyId
from app.domain.intake import ListDraft
from app.domain.payloads import PersonChanged, VisitRecorded
from app.hub.enrol import make_code
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.practice.village import generate
from app.usecases.doors import NewPerson
from app.usecases.ports import Act
from app.usecases.reading import FamilyFilter, FamilySort
from tests.composition.enrolled import CODE, OPERATOR, ROSTER, never, nothing

LISTS = Path(__file__).parents[1] / "data"


def test_a_damaged_list_becomes_an_encrypted_village(doors: FileDoors, draft: ListDraft) -> None:
    desk, words = doors.create_from_list(draft, OPERATOR, nothing, never)
    home = desk.reading.home()
    assert home.people == draft.report.people
    assert home.list_file is not None
    sheet = LISTS / "desa-papua-420.xlsx"
    assert (home.list_file.name, home.list_file.by) == (sheet.name, OPERATOR.name)
    assert home.list_file.sha256 == hashlib.sha256(sheet.read_bytes()).hexdigest()
    assert words
    assert desk.settings.get(f"intake.mapping.{draft.mapping.fingerprint}")
    desk.close()
    (vault,) = doors.vaults()
    assert vault.last_slot in [slot.slot for slot in doors.slots(vault)]
    everything = b"".join(file.read_bytes() for file in vault.folder.rglob("*") if file.is_file())
    for family in draft.roster.families[:50]:
        assert family.head_name.encode() not in everything


def test_who_takes_names_out_is_on_record_before_the_file_is_there(
    doors: FileDoors, draft: ListDraft, tmp_path: Path
) -> None:
    first = SheetIntake(MappingsInMemory(), lambda: date(2026, 11, 23), str, doors.note_export)
    with pytest.raises(Refused, match="export_purpose_missing"):
        first.save_warnings(draft, tmp_path / "utuh.xlsx", masked=False)
    assert not (tmp_path / "utuh.xlsx").exists()
    first.save_warnings(draft, tmp_path / "utuh.xlsx", masked=False, purpose="Dikirim ke Dinas Sosial")
    desk, _ = doors.create_from_list(draft, OPERATOR, nothing, never)
    desk.intake.save_warnings(draft, tmp_path / "samar.xlsx", masked=True)
    count = desk.save_changes(tmp_path / "perubahan.xlsx", tuple("abcdefg"), [tuple("ABCDEFG")] * 2)
    flagged = sum(any((one.flags, *(who.flags for who in one.members))) for one in draft.roster.families)
    assert [(row.what, row.families, row.whole, row.why, row.author_name) for row in desk.trail.trail(10)] == [
        ("changes", count, False, "", OPERATOR.name),
        ("warnings", flagged, False, "", OPERATOR.name),
        ("warnings", flagged, True, "Dikirim ke Dinas Sosial", OPERATOR.name),
    ]
    assert [row.what for row in desk.trail.trail(1)] == ["changes"]
    desk.close()


def test_nobody_but_operator_and_head_takes_a_sheet_out(doors: FileDoors, draft: ListDraft, tmp_path: Path) -> None:
    desk, _ = doors.create_from_list(draft, OPERATOR, nothing, never)
    desk.people.add("Rut", "viewer", (), OPERATOR.password)
    desk.close()
    (vault,) = doors.vaults()
    slot = next(one for one in doors.slots(vault) if one.name == "Rut")
    viewer = doors.unlock(vault, slot.slot, OPERATOR.password)
    for masked in (True, False):
        with pytest.raises(Refused, match="not_allowed"):
            viewer.intake.save_warnings(draft, tmp_path / "lembar.xlsx", masked=masked, purpose="Ingin melihat")
    assert not (tmp_path / "lembar.xlsx").exists()
    viewer.close()


def test_a_lost_password_is_mended_by_the_recovery_words_once(doors: FileDoors, draft: ListDraft) -> None:
    desk, words = doors.create_from_list(draft, OPERATOR, nothing, never)
    assert desk.people.recovery_left() == len(words) == 3
    desk.close()
    (vault,) = doors.vaults()
    (slot,) = doors.slots(vault)
    again = doors.unlock_with_recovery(vault, words[0], slot.slot, "sandi yang baru")
    assert again.people.recovery_left() == 2
    again.close()
    doors.unlock(vault, slot.slot, "sandi yang baru").close()


def read(name: str) -> ListDraft:
    intake = SheetIntake(MappingsInMemory(), lambda: date(2026, 11, 23), str)
    view = intake.open(LISTS / name)
    return intake.read(view, view.mapping, nothing, never)


def test_a_list_of_another_village_is_refused_and_changes_nothing(doors: FileDoors, draft: ListDraft) -> None:
    desk, _ = doors.create_from_list(draft, OPERATOR, nothing, never)
    before = desk.reading.village(), desk.reading.home()
    with pytest.raises(Refused) as refused:
        desk.take_list(read("desa-ntt-1500.xlsx"))
    assert refused.value.code == "list_other_village"
    assert (desk.reading.village(), desk.reading.home()) == before
    desk.close()


def test_of_a_list_of_several_villages_only_the_own_part_replaces_the_list(doors: FileDoors) -> None:
    both = read("desa-sulsel-5000.xlsx")
    intake = SheetIntake(MappingsInMemory(), lambda: date(2026, 11, 23), str)
    own = next(part for part in intake.villages(both) if part.roster.village_code == "7308012002")
    desk, _ = doors.create_from_list(own, OPERATOR, nothing, never)
    assert desk.reading.home().people == own.report.people < both.report.people
    desk.take_list(both)
    assert desk.reading.village().code == "7308012002"
    assert desk.reading.home().families == len(own.roster.families) < len(both.roster.families)
    desk.close()


def test_a_list_of_several_villages_says_so_and_leaves_nobody_out(doors: FileDoors) -> None:
    both = read("desa-sulsel-5000.xlsx")
    assert ("several_villages", "7308032001, Watang Cani (7308012002)") in both.report.notes
    desk, _ = doors.create_from_list(both, OPERATOR, nothing, never)
    assert desk.reading.home().people == both.report.people
    assert desk.reading.village().name == "7308032001"
    assert [vault.village for vault in doors.vaults()] == ["7308032001"]
    desk.close()


def test_a_file_does_not_replace_the_list_of_the_district(doors: FileDoors, draft: ListDraft, tmp_path: Path) -> None:
    hub = LocalHub(tmp_path / "hub")
    hub.start()
    code = draft.roster.village_code
    publish(hub.district, code, draft.roster, month="2026-11")
    made = make_code(hub.district, code, draft.roster.village_name, "operator", "Maria Tefa")
    desk, _ = doors.create_enrolled(hub.url, made.text, OPERATOR, nothing, never)
    with pytest.raises(Refused) as refused:
        desk.take_list(draft)
    assert refused.value.code == "list_of_district_stands"
    desk.close()
    hub.close()


def test_stopping_the_making_of_a_village_leaves_nothing(doors: FileDoors, draft: ListDraft) -> None:
    with pytest.raises(Refused) as refused:
        doors.create_from_list(draft, OPERATOR, nothing, lambda: True)
    assert refused.value.code == "create_cancelled"
    assert not any(doors.places.villages.iterdir())


def test_a_laptop_enrolled_by_code_gets_the_list_and_is_answered(doors: FileDoors, tmp_path: Path) -> None:
    hub = LocalHub(tmp_path / "hub", tls=True)
    hub.start()
    roster = generate(7, 20).roster
    publish(hub.district, roster.village_code, roster, month="2026-11")
    code = make_code(hub.district, roster.village_code, roster.village_name, "enumerator", "Petrus Laka", ("001/001",))
    petrus = NewPerson("Petrus", "enumerator", "kata sandi panjang")
    desk, _ = doors.create_enrolled(hub.url, code.text, petrus, nothing, never)
    assert (desk.actor.name, desk.actor.role, desk.actor.rts) == ("Petrus Laka", "enumerator", ("001/001",))
    row = desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0]
    assert (row.rt, row.rw) == ("001", "001")
    desk.journal.record(Act(FamilyId(row.id), VisitRecorded("visit", "1", 1, "not_found", "moved", "5", "")))
    outcome = desk.exchange.run(lambda _: None, never)
    assert outcome.receipt
    assert outcome.quarantined == ()
    desk.close()
    hub.close()


def test_a_second_code_with_another_role_changes_role_and_rts_of_the_laptop(hub: LocalHub, doors: FileDoors) -> None:
    village = (CODE, ROSTER.village_name)
    first = make_code(hub.district, *village, "operator", "Petrus Laka")
    desk, _ = doors.create_enrolled(hub.url, first.text, OPERATOR, nothing, never)
    second = make_code(hub.district, *village, "enumerator", "Petrus Laka", ("001/001",))
    desk.exchange.enrol(hub.url, second.text)
    desk.close()
    (vault,) = doors.vaults()
    (slot,) = doors.slots(vault)
    assert (slot.name, slot.role) == ("Petrus Laka", "enumerator")
    for _ in range(2):
        desk = doors.unlock(vault, slot.slot, OPERATOR.password)
        assert (desk.actor.role, desk.actor.rts) == ("enumerator", ("001/001",))
        assert desk.findings == ()
        assert not desk.people.manages()
        with pytest.raises(Refused) as refused:
            desk.journal.record(Act("", PersonChanged(desk.actor.person, "Petrus", "operator", (), True)))
        assert refused.value.code == "not_allowed"
        row = desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0]
        assert (row.rt, row.rw) == ("001", "001")
        desk.journal.record(Act(FamilyId(row.id), VisitRecorded("visit", "1", 1, "not_found", "moved", "5", "")))
        outcome = desk.exchange.run(lambda _: None, never)
        assert outcome.receipt
        assert outcome.quarantined == ()
        desk.close()
    third = make_code(hub.district, *village, "head", "Petrus Laka")
    desk = doors.unlock(vault, slot.slot, OPERATOR.password)
    desk.exchange.enrol(hub.url, third.text)
    desk.close()
    desk = doors.unlock(vault, slot.slot, OPERATOR.password)
    assert (desk.actor.role, desk.actor.rts) == ("head", ())
    assert desk.people.manages()
    desk.close()


def test_the_exchange_that_brings_the_list_says_of_which_month(
    doors: FileDoors, draft: ListDraft, tmp_path: Path
) -> None:
    hub = LocalHub(tmp_path / "hub")
    hub.start()
    village = draft.roster.village_code
    # Another list than the laptop's own, whose month is today's: the very same one is not sent again in that month.
    publish(hub.district, village, replace(draft.roster, families=draft.roster.families[1:]), month="2026-12")
    code = make_code(hub.district, village, draft.roster.village_name, "operator", "Siti Rahma")
    desk, _ = doors.create_from_list(draft, OPERATOR, nothing, never)
    desk.exchange.enrol(hub.url, code.text)
    assert desk.exchange.run(lambda _: None, never).list_month == "2026-12"
    assert desk.reading.home().list_file is None
    assert desk.exchange.run(lambda _: None, never).list_month == ""
    desk.close()
    hub.close()


def test_without_a_line_enrolling_leaves_no_village_behind(doors: FileDoors, tmp_path: Path) -> None:
    hub = LocalHub(tmp_path / "hub")
    hub.start()
    code = make_code(hub.district, "5302052099", "Oelmanuk", "operator", "Maria Tefa")
    hub.stop()
    with pytest.raises(Unavailable):
        doors.create_enrolled(hub.url, code.text, OPERATOR, nothing, never)
    assert list(doors.vaults()) == []
    hub.close()
