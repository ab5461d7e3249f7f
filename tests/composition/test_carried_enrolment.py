"""Enrolment by stick, there and back: a real store, a real district, and files in between."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.composition.doors import FileDoors
from app.domain.errors import Refused, Unavailable
from app.domain.ids import FamilyId
from app.domain.intake import ListDraft
from app.domain.payloads import VisitRecorded
from app.hub.bundles import make_bundle
from app.hub.district import District, open_district
from app.hub.enrol import answer_request_file, make_code
from app.hub.public_address import set_public_address
from app.usecases.doors import NewPerson, VaultInfo
from app.usecases.ports import Act
from app.usecases.reading import FamilyFilter, FamilySort
from tests.composition.enrolled import CODE, ROSTER, never, nothing

PETRUS = NewPerson("Petrus", "operator", "kata sandi panjang")
VILLAGE = (CODE, ROSTER.village_name)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick."""
    made = tmp_path / "stick"
    made.mkdir()
    return made


def answer(district: District, request: Path) -> Path:
    """What the district's office gives back on the same stick."""
    target = request.with_name("Balai-jawaban.balai-daftar")
    target.write_bytes(answer_request_file(district, request.read_bytes(), "office"))
    return target


def waiting_village(doors: FileDoors) -> tuple[VaultInfo, str]:
    (vault,) = doors.vaults()
    (slot,) = doors.slots(vault)
    return vault, slot.slot


def test_a_laptop_that_never_had_a_line_becomes_a_village_by_stick(
    doors: FileDoors, district: District, stick: Path
) -> None:
    code = make_code(district, *VILLAGE, "enumerator", "Petrus Laka", ("001/001",)).text
    waiting = doors.begin_enrolment(code, PETRUS)
    request = waiting.write_request(stick)
    waiting.close()
    vault, slot = waiting_village(doors)
    assert (vault.waiting, vault.village) == (True, "")
    with pytest.raises(Refused, match="enrol_not_answered"):
        doors.unlock(vault, slot, PETRUS.password)

    file = answer(district, request)
    (stick / "bonto.balai").write_bytes(b"".join(make_bundle(district, ROSTER.village_code)))
    waiting = doors.unlock_waiting(vault, slot, PETRUS.password)
    desk, words = waiting.finish(file, nothing, never)
    assert words
    assert (desk.actor.name, desk.actor.role, desk.actor.rts) == ("Petrus Laka", "enumerator", ("001/001",))
    assert desk.reading.home().families == sum(one.rt == one.rw == "001" for one in ROSTER.families) > 0
    assert not desk.exchange.reachable()
    with pytest.raises(Refused, match="exchange_no_address"):
        desk.exchange.run(lambda _: None, never)
    row = desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0]
    desk.journal.record(Act(FamilyId(row.id), VisitRecorded("visit", "1", 1, "not_found", "moved", "5", "")))
    assert desk.sticks.load(for_laptops=False).entries
    desk.close()

    vault, slot = waiting_village(doors)
    assert (vault.waiting, vault.village) == (False, ROSTER.village_name)
    desk = doors.unlock(vault, slot, PETRUS.password)
    assert (desk.findings, desk.actor.role) == ((), "enumerator")
    desk.close()


def test_a_stick_of_a_laptop_that_has_no_list_yet_is_named_after_its_village(
    doors: FileDoors, district: District, stick: Path
) -> None:
    code = make_code(district, *VILLAGE, "operator", "Petrus Laka").text
    waiting = doors.begin_enrolment(code, PETRUS)
    desk, _ = waiting.finish(answer(district, waiting.write_request(stick)), nothing, never)
    assert desk.reading.village().name == ""
    saved = desk.sticks.save(
        stick, for_laptops=False, photos=True, part_bytes=None, told=lambda step: None, cancelled=never
    )
    assert saved.paths[0].name.startswith(f"Balai-{CODE}-20")
    desk.close()


def test_the_request_may_be_written_again_and_any_answer_to_it_fits(
    doors: FileDoors, district: District, stick: Path
) -> None:
    set_public_address(district.folder, "https://balai.kab.example")
    waiting = doors.begin_enrolment(make_code(district, *VILLAGE, "operator", "Petrus").text, PETRUS)
    first = waiting.write_request(stick).read_bytes()
    file = answer(district, stick / next(stick.iterdir()).name)
    assert waiting.write_request(stick).read_bytes() == first
    desk, _ = waiting.finish(file, nothing, never)
    assert desk.exchange.hub_address() == "https://balai.kab.example"
    assert desk.reading.home().families == 0
    desk.close()


def test_another_code_makes_another_request(doors: FileDoors, district: District, stick: Path) -> None:
    waiting = doors.begin_enrolment(make_code(district, *VILLAGE, "operator", "Petrus").text, PETRUS)
    old = answer(district, waiting.write_request(stick))
    with pytest.raises(Refused, match="enrol_code_misspelt"):
        waiting.write_request(stick, "ABCD")
    waiting.write_request(stick, make_code(district, *VILLAGE, "head", "Petrus").text)
    with pytest.raises(Refused, match="enrol_answer_other"):
        waiting.finish(old, nothing, never)
    waiting.close()


def test_what_is_torn_forged_or_no_answer_is_refused_and_the_store_goes_on_waiting(
    doors: FileDoors, district: District, stick: Path
) -> None:
    waiting = doors.begin_enrolment(make_code(district, *VILLAGE, "operator", "Petrus").text, PETRUS)
    request = waiting.write_request(stick)
    good = answer(district, request).read_bytes()
    stranger = open_district(stick.with_name("stranger"), "Kab. Lain")
    wrong = {
        "enrol_file_torn": good[:-1],
        "enrol_file_unknown": b"%PDF-1.7",
        "enrol_file_is_request": request.read_bytes(),
    }
    file = stick / "berkas"
    for code, content in wrong.items():
        file.write_bytes(content)
        with pytest.raises(Refused, match=code):
            waiting.finish(file, nothing, never)
    with pytest.raises(Refused, match="enrol_code_wrong"):
        answer(stranger, request)
    stranger.close()
    with pytest.raises(Refused, match="enrol_file_unknown"):
        waiting.finish(stick, nothing, never)
    with pytest.raises(Unavailable, match="stick_gone"):
        waiting.finish(stick / "gone", nothing, never)
    with pytest.raises(Unavailable, match="stick_gone"):
        waiting.write_request(stick / "gone")
    file.write_bytes(good)
    desk, _ = waiting.finish(file, nothing, never)
    desk.close()


def test_a_misspelt_code_makes_no_store(doors: FileDoors) -> None:
    with pytest.raises(Refused, match="enrol_code_misspelt"):
        doors.begin_enrolment("ABCD-EFGH", PETRUS)
    assert not doors.vaults()


def test_a_power_cut_before_the_card_is_written_costs_nothing(
    doors: FileDoors, district: District, stick: Path
) -> None:
    waiting = doors.begin_enrolment(make_code(district, *VILLAGE, "operator", "Petrus Laka").text, PETRUS)
    file = answer(district, waiting.write_request(stick))
    vault, slot = waiting_village(doors)
    card = (vault.folder / "desa.json").read_bytes()
    kept = waiting._vault.settings.get("exchange.asked")
    desk, _ = waiting.finish(file, nothing, never)
    desk.settings.put("exchange.asked", kept or "")
    desk.close()
    (vault.folder / "desa.json").write_bytes(card)
    desk, words = doors.unlock_waiting(vault, slot, PETRUS.password).finish(file, nothing, never)
    assert words
    assert desk.actor.name == "Petrus Laka"
    assert [one.name for one in desk.people.all() if one.id == desk.actor.person] == ["Petrus Laka"]
    desk.close()


def test_a_village_with_a_list_of_its_own_gets_to_know_its_district_by_stick(
    doors: FileDoors, district: District, draft: ListDraft, stick: Path
) -> None:
    desk, _ = doors.create_from_list(draft, PETRUS, nothing, never)
    other = make_code(district, *VILLAGE, "operator", "Petrus").text
    desk.exchange.write_request(stick, other)
    with pytest.raises(Refused, match="enrol_other_village"):
        desk.exchange.read_answer(answer(district, next(stick.iterdir())))
    assert not desk.exchange.enrolled()
    own = make_code(district, draft.roster.village_code, draft.roster.village_name, "operator", "Petrus").text
    request = desk.exchange.write_request(stick, own)
    assert desk.exchange.asked_at_ms()
    file = answer(district, request)
    desk.exchange.read_answer(file)
    assert desk.exchange.enrolled()
    assert desk.exchange.asked_at_ms() == 0
    with pytest.raises(Refused, match="enrol_not_asked"):
        desk.exchange.read_answer(file)
    desk.close()
