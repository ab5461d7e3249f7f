"""What each kind of proposal asks for, and what the journal gets."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.ids import FamilyId, MemberId
from app.domain.payloads import (
    ChangeProposed,
    MemberSeen,
    ObjectionFiled,
    VisitRecorded,
)
from app.practice.village import practice_village
from app.ui.screens.usulan.sheet import (
    HEAD,
    KEPT,
    MEMBER,
    MEMBERS,
    PRESENT,
    REASON,
)
from app.usecases.desk import Desk
from app.usecases.open_drafts import OpenDrafts, draft_form
from app.usecases.ports import Act
from tests.ui.screens.proposal_form import (
    begin,
    families,
    first_members,
    member_warning,
    offered,
    proposal_of_form,
)


def test_a_death_is_saved_once_its_evidence_is_there(practice_desk: Desk, photo: str) -> None:
    family = families(practice_desk)[0]
    member = first_members(practice_desk, family.id)[1]
    form = begin(practice_desk, "death", family.id, "death@balai-1|akta")
    form.presenter.answer(MEMBER, member)
    form.presenter.answer("event_date", "2026-01-05")
    form.presenter.add_photo("death_record", photo)
    assert form.state.evidence.needs[0].met
    body = form.change()
    assert (body.member, body.event_date, [item.kind for item in body.evidence]) == (
        member,
        "2026-01-05",
        ["death_record"],
    )
    assert practice_desk.evidence.read(body.evidence[0].name)


def test_a_new_family_may_have_people_without_a_nik(practice_desk: Desk, photo: str) -> None:
    form = begin(practice_desk, "new_family", reason="new_family@kepmensos-262-2022|belum_terdaftar")
    form.presenter.add_member()
    given = {
        "alamat": "Jalan Kebun 3",
        "rt": "1",
        "rw": "2",
        "screening": "lantai dinding",
        "anggota/1/nama": "Zakarias Oematan",
        "anggota/1/id_jenis_kelamin": "1",
        "anggota/1/id_hub_kepala_keluarga": "1",
        "anggota/1/nik_tidak_ada": "belum_rekam",
        "anggota/2/nama": "Dorkas Oematan",
        "anggota/2/id_jenis_kelamin": "2",
        "anggota/2/id_hub_kepala_keluarga": "2",
    }
    form.answer(given)
    form.presenter.add_photo("house_front", photo)
    form.presenter.add_photo("rt_statement", photo)
    found = form.proposal()
    body = found.proposal.body
    assert isinstance(body, ChangeProposed)
    assert body.base_pack == practice_desk.reading.village().pack is not None
    assert body.new_family is not None
    new = body.new_family
    assert (new.rt, new.rw, new.screening) == ("001", "002", ("lantai", "dinding"))
    assert [(one.name, one.nik) for one in new.members] == [("Zakarias Oematan", ""), ("Dorkas Oematan", "")]
    assert new.members[0].fields == {"nik_tidak_ada": "belum_rekam"}
    assert found.standing.id == str(found.proposal.id)
    assert not found.standing.listed


def test_a_name_that_is_on_the_list_already_is_warned_of(practice_desk: Desk) -> None:
    family = families(practice_desk)[2]
    form = begin(practice_desk, "new_family")
    form.presenter.answer("anggota/1/nama", family.head_name)
    assert family.head_name in member_warning(form)
    form.presenter.answer("anggota/1/nama", "Qwertius Xyzzy")
    assert member_warning(form) == ""


def test_a_family_needs_exactly_one_head(practice_desk: Desk) -> None:
    form = begin(practice_desk, "new_family")
    form.presenter.go_on()
    assert "Harus ada tepat satu kepala keluarga." in form.state.lacking


def test_ineligible_offers_every_reason_with_its_source(practice_desk: Desk, photo: str) -> None:
    form = begin(practice_desk, "ineligible", families(practice_desk)[0].id)
    assert form.state.reasons is not None
    options = form.state.reasons.asks[0].options
    assert len([one for one in options if one.code.startswith("ineligible@kepmensos-73-2024")]) == 15
    assert options[0].hint.startswith("Kepmensos 73/HUK/2024, butir 1")
    form.presenter.answer(REASON, "ineligible@kepmensos-73-2024|5")
    form.presenter.add_photo("kk", photo)
    body = form.change()
    assert (body.reason_list, body.reason) == ("ineligible@kepmensos-73-2024", "5")


def test_a_civil_servant_of_the_list_points_at_the_reasons_to_look_into(practice_desk: Desk) -> None:
    on_the_list = next(
        (family, member)
        for family in practice_village().roster.families
        for member in family.members
        if member.fields.get("id_status_kedudukan_pekerjaan_utama") == "5"
    )
    form = begin(practice_desk, "ineligible", FamilyId(on_the_list[0].id))
    assert form.state.reasons is not None
    options = form.state.reasons.asks[0].options
    pointed = [one.code.partition("|")[2] for one in options if "petunjuk dari daftar" in one.hint]
    assert pointed == ["4", "5"]
    assert options[3].hint.endswith(f"petunjuk dari daftar: {on_the_list[1].name}")
    other = begin(practice_desk, "ineligible", families(practice_desk)[0].id)
    assert other.state.reasons is not None
    assert not any("petunjuk" in one.hint for one in other.state.reasons.asks[0].options)


@pytest.mark.parametrize("kind", ["revival", "merge", "representative", "split", "withdrawal"])
def test_every_other_kind_can_be_saved(practice_desk: Desk, photo: str, kind: str) -> None:
    one, other = families(practice_desk)[:2]
    members = first_members(practice_desk, one.id)
    if kind == "revival":
        visited(practice_desk, one.id, "found", 3, MemberSeen(MemberId(members[1]), "2"))
    form = begin(practice_desk, kind, one.id)
    form.first_reason()
    given = {"note": "Menurut keluarga.", "event_date": "2026-02-01", "pernyataan": "1", "program": "PKH"}
    given |= {"alamat": "Jalan Baru 4", "rt": "2", "tempat_gabung": "kk"}
    if kind in ("revival", "representative"):
        given |= {PRESENT: members[0], MEMBER: members[1]}
    if kind == "split":
        given[MEMBERS] = " ".join(members[1:3])
        given[HEAD] = members[2]
    asked = {HEAD, *(ask.path for block in (*form.state.blocks, *form.state.before) for ask in block.asks)}
    for path, value in given.items():
        if path in asked:
            form.presenter.answer(path, value)
    if kind == "merge":
        form.presenter.choose_family(other.id)
        form.presenter.answer(KEPT, one.id)
    form.prove(photo)
    body = form.change()
    assert body.proposal == kind
    assert practice_desk.drafts.load(draft_form(kind), one.id) is None
    if kind == "split":
        assert body.members == tuple(members[1:3])
        assert body.new_family is not None
        assert body.outcome.head == members[2]
    if kind == "withdrawal":
        assert (body.programme_list, body.programmes) == ("program@kemensos-2025", ("PKH",))


def test_an_objection_comes_from_somebody_of_the_village(practice_desk: Desk) -> None:
    form = begin(practice_desk, "objection", families(practice_desk)[0].id, "objection@cek-bansos|ganda")
    form.presenter.answer("objector", "Daniel Liu")
    form.presenter.answer("same_village", "2")
    form.presenter.answer("note", "Tercatat dua kali.")
    form.presenter.answer("lokasi", "-9.8601 124.2840")
    form.presenter.go_on()
    assert any("warga desa yang sama" in words for words in form.state.lacking)
    form.presenter.answer("same_village", "1")
    body = form.proposal().proposal.body
    assert isinstance(body, ObjectionFiled)
    assert body.place is not None
    assert (body.objector, body.same_village, body.place.latitude) == ("Daniel Liu", True, -9.8601)


def test_another_new_family_is_begun_beside_the_one_that_was_left(practice_desk: Desk) -> None:
    first = begin(practice_desk, "new_family")
    first.presenter.answer("anggota/1/nama", "Dorkas Oematan")
    again = begin(practice_desk, "new_family")
    assert [one.words for one in again.state.begun] == ["Dorkas Oematan", "Mulai usulan keluarga lain"]
    again.presenter.choose_begun("2")
    assert not again.state.draft
    again.presenter.answer("anggota/1/nama", "Zakarias Oematan")
    third = begin(practice_desk, "new_family")
    assert [one.words for one in third.state.begun] == [
        "Zakarias Oematan",
        "Dorkas Oematan",
        "Mulai usulan keluarga lain",
    ]
    third.presenter.choose_begun("2")
    answers = {ask.path: ask.value for block in third.state.blocks for ask in block.asks}
    assert answers["anggota/1/nama"] == "Dorkas Oematan"
    third.presenter.discard()
    assert [one.name for one in OpenDrafts(practice_desk.drafts, practice_desk.reading)()] == ["Zakarias Oematan"]


def visited(desk: Desk, family: str, presence: str, day: int, *seen: MemberSeen) -> None:
    """One attempt on a day of November 2026."""
    at = datetime(2026, 11, day, 12, tzinfo=UTC)
    visit = VisitRecorded(
        form="visit",
        form_version="2025",
        attempt=1,
        presence=presence,
        absence_reason="unknown" if presence == "not_found" else "",
        result="1" if presence == "found" else "3",
        respondent="",
        members=seen,
        started_at_ms=int(at.timestamp() * 1000),
    )
    desk.journal.record(Act(family, visit))


def test_visits_that_found_the_family_are_no_proof_that_it_is_absent(practice_desk: Desk) -> None:
    family = families(practice_desk)[0].id
    reason = "ineligible@kepmensos-73-2024|1"
    visited(practice_desk, family, "found", 3)
    visited(practice_desk, family, "found", 4)
    log = begin(practice_desk, "ineligible", family, reason).state.evidence.needs[0]
    assert (log.met, log.note) == (False, "Balai belum mencatat kunjungan yang tidak menemukan.")
    visited(practice_desk, family, "not_found", 5)
    visited(practice_desk, family, "not_found", 5)
    log = begin(practice_desk, "ineligible", family).state.evidence.needs[0]
    assert (log.met, log.note) == (False, "Tidak ditemukan pada 1 hari; perlu 2 hari yang berbeda.")
    visited(practice_desk, family, "not_found", 7)
    assert begin(practice_desk, "ineligible", family).state.evidence.needs[0].met


def test_only_whoever_is_recorded_as_dead_is_offered_for_revival(practice_desk: Desk) -> None:
    family = families(practice_desk)[0].id
    first, second = first_members(practice_desk, family)[:2]
    form = begin(practice_desk, "revival", family)
    ((asks, warning),) = [(block.asks, block.warning) for block in form.state.before]
    assert asks == ()
    assert warning.startswith("Tidak ada anggota keluarga ini yang tercatat meninggal atau dikeluarkan dari daftar")
    form.presenter.answer(MEMBER, first)
    form.presenter.go_on()
    assert "Pilih anggota keluarga yang dimaksud." in form.state.lacking
    form.presenter.discard()
    visited(practice_desk, family, "found", 3, MemberSeen(MemberId(second), "2"))
    assert offered(begin(practice_desk, "revival", family)) == [second]


def test_neither_the_present_representative_nor_the_dead_take_over(practice_desk: Desk) -> None:
    family = families(practice_desk)[0].id
    first, second, *others = first_members(practice_desk, family)
    visited(practice_desk, family, "found", 3, MemberSeen(MemberId(second), "2"))
    form = begin(practice_desk, "representative", family)
    assert offered(form) == [first, *others]
    form.presenter.answer(PRESENT, first)
    assert offered(form) == others
    form.presenter.answer(MEMBER, others[0])
    form.first_reason()
    form.presenter.answer("note", "Pengurus merantau.")
    change = proposal_of_form(form)
    assert (change.member, change.other_member) == (others[0], first)


def test_what_the_family_receives_stands_before_all_other_aid(practice_desk: Desk) -> None:
    receiving = {code for family in practice_village().roster.families for code in family.programmes}
    helped = next(one for one in practice_village().roster.families if len(one.programmes) > 1)
    form = begin(practice_desk, "withdrawal", FamilyId(helped.id))
    (aid,) = (ask for block in form.state.blocks for ask in block.asks if ask.path == "program")
    count = len(helped.programmes)
    assert {option.code for option in aid.options[:count]} == set(helped.programmes)
    assert all("diterima keluarga ini" in option.hint for option in aid.options[:count])
    assert not any(option.hint for option in aid.options[count:])
    assert receiving < {option.code for option in aid.options}, "what the list may not know yet can be named too"
