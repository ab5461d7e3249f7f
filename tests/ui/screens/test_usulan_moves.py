"""Proposals by which people change their family or their house: moves, doubles, families that join or part."""

from __future__ import annotations

from app.domain.ids import FamilyId, MemberId
from app.domain.payloads import (
    ChangeProposed,
    FieldChange,
    Outcome,
)
from app.ui.screens.usulan.sheet import (
    HEAD,
    KEPT,
    MEMBER,
    MEMBERS,
    OTHER_MEMBER,
    REASON,
    STAYING_HEAD,
)
from app.usecases.desk import Desk
from app.usecases.ports import Act
from app.usecases.reading import ProposalDetail
from tests.ui.screens.proposal_form import (
    Filled,
    begin,
    families,
    first_members,
    form_of,
)


def mending(desk: Desk, proposal: ProposalDetail, family: str) -> Filled:
    """The form that mends a proposal."""
    form = form_of(desk)
    form.presenter.open(proposal.proposal.kind, FamilyId(family), replaces=proposal.proposal.id)
    return form


def test_a_move_within_the_village_changes_the_address(practice_desk: Desk, photo: str) -> None:
    family = families(practice_desk)[0]
    form = begin(practice_desk, "move", family.id, "move@balai-1|tanpa_surat")
    form.answer({"arah_pindah": "desa", "alamat": "Jalan Baru 1", "rt": "3", "note": "Ikut anak."})
    form.presenter.add_photo("rt_statement", photo)
    body = form.change()
    proposed = {one.field: one.proposed for one in body.changes}
    assert proposed["address"] == "Jalan Baru 1"
    assert proposed.get("rt", "003") == "003"
    assert (body.direction_list, body.direction, body.note) == ("arah_pindah@balai-1", "desa", "Ikut anak.")


def test_some_members_may_move_away(practice_desk: Desk, photo: str) -> None:
    family = families(practice_desk)[0]
    goer = first_members(practice_desk, family.id)[2]
    form = begin(practice_desk, "move", family.id, "move@balai-1|tanpa_surat")
    form.presenter.answer(MEMBERS, goer)
    form.presenter.answer("arah_pindah", "indonesia")
    form.presenter.answer("note", "Ke Kupang.")
    form.presenter.add_photo("rt_statement", photo)
    body = form.change()
    assert (body.members, body.changes, body.direction) == ((goer,), (), "indonesia")
    assert form.state.summary is not None
    assert ("Pindah ke mana", "Kabupaten lain di Indonesia") in form.state.summary.facts


def test_members_who_move_within_the_village_have_their_new_address_told_once(practice_desk: Desk, photo: str) -> None:
    family = families(practice_desk)[0]
    goer = first_members(practice_desk, family.id)[2]
    form = begin(practice_desk, "move", family.id, "move@balai-1|tanpa_surat")
    given = {MEMBERS: goer, "arah_pindah": "desa", "alamat": "Jalan Baru 1", "rt": "3", "rw": "1", "note": "Ikut anak."}
    form.answer(given)
    form.presenter.add_photo("rt_statement", photo)
    found = form.proposal()
    body = found.proposal.body
    assert isinstance(body, ChangeProposed)
    assert (body.note, body.changes) == ("Ikut anak.", ())
    assert body.new_address == (
        FieldChange("address", family.address, "Jalan Baru 1"),
        FieldChange("rt", family.rt, "003"),
        FieldChange("rw", family.rw, "001"),
    )
    assert form.state.summary is not None
    told = [(change.label, change.old, change.new) for change in form.state.summary.changes]
    assert told[0] == ("Alamat yang pindah", family.address, "Jalan Baru 1")
    assert mending(practice_desk, found, family.id).change().new_address == body.new_address


def test_an_earlier_note_that_told_the_new_address_is_mended_without_its_line(practice_desk: Desk, photo: str) -> None:
    family = families(practice_desk)[0]
    goer = MemberId(first_members(practice_desk, family.id)[2])
    note = "Alamat baru: Jalan Baru 1, RT 003, RW 001.\nIkut anak."
    said = ChangeProposed("move", members=(goer,), direction="desa", direction_list="arah_pindah@balai-1", note=note)
    made = practice_desk.journal.record(Act(family.id, said))[0]
    found = practice_desk.reading.proposal(made)
    assert found is not None
    again = mending(practice_desk, found, family.id)
    given = {REASON: "move@balai-1|tanpa_surat", "alamat": "Jalan Baru 1", "rt": "3"}
    again.answer(given)
    again.presenter.add_photo("rt_statement", photo)
    body = again.change()
    assert body.note == "Ikut anak."
    assert [change.proposed for change in body.new_address] == ["Jalan Baru 1", "003"]


def test_a_duplicate_names_the_other_family(practice_desk: Desk, photo: str) -> None:
    one, other = families(practice_desk)[:2]
    group = begin(practice_desk, "duplicate", one.id)
    group.first_reason()
    group.presenter.answer("note", "Orang yang sama.")
    group.prove(photo)
    group.presenter.go_on()
    assert "Cari dan pilih keluarga yang lain." in group.state.lacking
    group.presenter.search(other.head_name)
    assert group.state.finder is not None
    assert other.id in [option.code for option in group.state.finder.options]
    group.presenter.choose_family(other.id)
    assert group.state.finder.chosen.startswith(other.head_name)
    group.presenter.go_on()
    assert group.state.lacking == ("Pilih data yang tetap dipakai.",)
    group.presenter.answer(KEPT, other.id)
    body = group.change()
    assert (body.other_family, body.outcome) == (other.id, Outcome(kept_family=FamilyId(other.id)))


def test_of_one_person_listed_twice_one_record_stays(practice_desk: Desk, photo: str) -> None:
    one, other = families(practice_desk)[:2]
    here, there = first_members(practice_desk, one.id)[1], first_members(practice_desk, other.id)[2]
    form = begin(practice_desk, "duplicate", one.id)
    form.first_reason()
    form.presenter.answer("note", "Orang yang sama.")
    form.prove(photo)
    form.presenter.answer(MEMBER, here)
    form.presenter.choose_family(other.id)
    form.presenter.answer(KEPT, one.id)
    form.presenter.answer(OTHER_MEMBER, there)
    kept = next(block for block in form.state.afterwards if block.key == KEPT).asks[0]
    assert ([option.code for option in kept.options], kept.value) == ([here, there], "")
    assert all("NIK" in option.hint and "RT" in option.hint for option in kept.options)
    form.presenter.answer(KEPT, there)
    body = form.change()
    assert (body.other_member, body.outcome) == (there, Outcome(kept_member=MemberId(there)))


def test_a_merge_says_whose_card_stays_and_who_heads_the_family(practice_desk: Desk, photo: str) -> None:
    one, other = families(practice_desk)[:2]
    form = begin(practice_desk, "merge", one.id)
    form.first_reason()
    form.presenter.answer("note", "Kembali serumah.")
    form.prove(photo)
    form.presenter.choose_family(other.id)
    form.presenter.go_on()
    assert form.state.lacking == (
        "Pilih kartu keluarga yang tetap dipakai.",
        "Pilih kepala keluarga setelah digabung.",
        "Di mana keluarga gabungan tinggal belum diisi.",
    )
    form.presenter.answer(KEPT, other.id)
    head = next(block for block in form.state.afterwards if block.key == HEAD).asks[0]
    assert next(option.words for option in head.options if option.code == head.value) == other.head_name
    chosen = first_members(practice_desk, one.id)[0]
    form.presenter.answer(HEAD, chosen)
    form.presenter.answer("tempat_gabung", "kk")
    found = form.proposal()
    body = found.proposal.body
    assert isinstance(body, ChangeProposed)
    assert body.outcome == Outcome(kept_family=FamilyId(other.id), head=MemberId(chosen))
    assert body.new_address[0] == FieldChange("address", other.address, other.address)
    assert all(one.seen == one.proposed for one in body.new_address)
    assert form.state.summary is not None
    assert form.state.summary.outcome.startswith(f"KK atas nama {other.head_name} tetap dipakai (KK ")
    assert form.state.summary.outcome.endswith(f"Kepala keluarga sesudahnya: {one.head_name}.")
    mended = mending(practice_desk, found, one.id).change()
    assert (mended.outcome, mended.new_address) == (body.outcome, body.new_address)


def test_a_joined_family_that_lives_elsewhere_has_its_address_beside_that_of_the_card_that_stays(
    practice_desk: Desk, photo: str
) -> None:
    one, other = families(practice_desk)[:2]
    form = begin(practice_desk, "merge", one.id)
    form.first_reason()
    form.answer({"tempat_gabung": "baru", "note": "Rumah bersama."})
    form.presenter.choose_family(other.id)
    form.presenter.answer(KEPT, other.id)
    form.prove(photo)
    form.presenter.go_on()
    assert form.state.lacking
    form.presenter.answer("alamat", "Jalan Baru 4")
    form.presenter.answer("rt", "2")
    found = form.proposal()
    body = found.proposal.body
    assert isinstance(body, ChangeProposed)
    assert body.new_address == (
        FieldChange("address", other.address, "Jalan Baru 4"),
        FieldChange("rt", other.rt, "002"),
    )
    assert form.state.summary is not None
    told = [(change.label, change.old, change.new) for change in form.state.summary.changes]
    assert told[0] == ("Alamat setelah digabung", other.address, "Jalan Baru 4")
    assert mending(practice_desk, found, one.id).change().new_address == body.new_address


def test_where_the_head_leaves_those_who_stay_get_one_of_their_own(practice_desk: Desk, photo: str) -> None:
    family = families(practice_desk)[0]
    members = first_members(practice_desk, family.id)
    form = begin(practice_desk, "split", family.id)
    form.first_reason()
    form.answer({"alamat": "Jalan Baru 4", "rt": "2", MEMBERS: members[0]})
    form.prove(photo)
    form.presenter.go_on()
    assert form.state.lacking == ("Pilih kepala keluarga yang tinggal.",)
    form.presenter.answer(STAYING_HEAD, members[1])
    assert form.change().outcome == Outcome(head=MemberId(members[0]), staying_head=MemberId(members[1]))
