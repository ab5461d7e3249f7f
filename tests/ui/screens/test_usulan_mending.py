"""Proposals that replace an earlier one, and those that ask for what was asked for already."""

from __future__ import annotations

from app.domain.ids import FamilyId, MemberId
from app.domain.payloads import (
    ChangeProposed,
    FieldChange,
    NewMember,
    ObjectionFiled,
)
from app.domain.proposal_course import REPLACED
from app.ui.screens.usulan.sheet import (
    MEMBER,
    REASON,
    change_key,
)
from app.usecases.desk import Desk
from app.usecases.open_drafts import draft_form
from app.usecases.ports import Act
from app.usecases.reading import ProposalDetail
from tests.ui.screens.proposal_form import (
    Filled,
    begin,
    families,
    first_members,
    form_of,
)


def test_what_earlier_entries_say_in_their_note_is_mended_as_it_is_said_today(practice_desk: Desk) -> None:
    family = families(practice_desk)[0]
    body = ChangeProposed("move", note="Pindah ke mana: Luar negeri.\nIkut anak.", reason_list="move@balai-1")
    (entry,) = practice_desk.journal.record(Act(family.id, body))
    returned = practice_desk.reading.proposal(entry)
    assert returned is not None
    answers = {
        ask.path: ask.value for block in mending(practice_desk, returned, family.id).state.blocks for ask in block.asks
    }
    assert (answers["arah_pindah"], answers["note"]) == ("luar_negeri", "Ikut anak.")


def test_a_proposal_is_mended_by_one_that_replaces_it(practice_desk: Desk) -> None:
    family = families(practice_desk)[0]
    form = begin(practice_desk, "correction", family.id, "correction@balai-1|keterangan")
    form.presenter.answer(change_key("", "address"), "Jalan Baru 7")
    form.presenter.answer("note", "Menurut keluarga.")
    first = form.proposal().proposal
    again = form_of(practice_desk)
    again.presenter.open("correction", FamilyId(family.id), replaces=first.id)
    answers = {ask.path: ask.value for block in (*again.state.before, *again.state.blocks) for ask in block.asks}
    assert answers["note"] == "Menurut keluarga."
    again.presenter.answer(change_key("", "address"), "Jalan Baru 8")
    body = again.change()
    assert body.replaces == first.id
    detail = practice_desk.reading.proposal(first.id)
    assert detail is not None
    assert detail.proposal.state == REPLACED


def mending(desk: Desk, proposal: ProposalDetail, family: str) -> Filled:
    """The form that mends a proposal."""
    form = form_of(desk)
    form.presenter.open(proposal.proposal.kind, FamilyId(family), replaces=proposal.proposal.id)
    return form


def test_mending_one_proposal_takes_nothing_from_a_draft_about_somebody_else(practice_desk: Desk, photo: str) -> None:
    family = families(practice_desk)[0]
    first, second = first_members(practice_desk, family.id)[:2]
    form = begin(practice_desk, "death", family.id, "death@balai-1|akta")
    form.presenter.answer(MEMBER, first)
    form.presenter.answer("event_date", "2026-10-01")
    form.presenter.add_photo("death_record", photo)
    returned = form.proposal()
    other = begin(practice_desk, "death", family.id, "death@balai-1|akta")
    other.presenter.answer(MEMBER, second)
    mended = mending(practice_desk, returned, family.id).change()
    assert (mended.member, mended.event_date, mended.replaces) == (first, "2026-10-01", returned.proposal.id)
    draft = practice_desk.drafts.load(draft_form("death"), family.id)
    assert draft is not None
    assert draft.fields[MEMBER] == second


def test_the_people_whom_a_visit_added_go_along_when_its_correction_is_mended(practice_desk: Desk) -> None:
    family = families(practice_desk)[0]
    baby = NewMember("Bayi Baru", "", "2026-10-20", "1", "3")
    count = FieldChange("jumlah_anggota_keluarga", "3", "4")
    body = ChangeProposed("correction", changes=(count,), new_members=(baby,))
    (entry,) = practice_desk.journal.record(Act(family.id, body))
    returned = practice_desk.reading.proposal(entry)
    assert returned is not None
    form = mending(practice_desk, returned, family.id)
    assert "Bayi Baru" in form.state.about
    form.presenter.answer(REASON, "correction@balai-1|keterangan")
    form.presenter.answer("note", "Lahir bulan lalu.")
    mended = form.change()
    assert mended.new_members == (baby,)
    assert [(one.field, one.proposed) for one in mended.changes] == [(count.field, "4")]


def test_a_returned_objection_is_mended_by_one_that_replaces_it(practice_desk: Desk) -> None:
    family = families(practice_desk)[0]
    body = ObjectionFiled("Rut Nenabu", True, "ganda", "objection@cek-bansos", "Tercatat dua kali.")
    (entry,) = practice_desk.journal.record(Act(family.id, body))
    first = practice_desk.reading.proposal(entry)
    assert first is not None
    form = mending(practice_desk, first, family.id)
    answers = {ask.path: ask.value for block in (*form.state.before, *form.state.blocks) for ask in block.asks}
    assert (answers["objector"], answers["same_village"], answers["note"]) == ("Rut Nenabu", "1", "Tercatat dua kali.")
    form.presenter.answer("note", "Juga di desa sebelah.")
    mended = form.proposal().proposal.body
    assert isinstance(mended, ObjectionFiled)
    assert (mended.replaces, mended.note) == (entry, "Juga di desa sebelah.")
    before = practice_desk.reading.proposal(entry)
    assert before is not None
    assert before.proposal.state == REPLACED


def test_a_second_death_of_the_same_member_is_told_with_the_number_of_the_first(practice_desk: Desk) -> None:
    family = families(practice_desk)[0].id
    first, second = first_members(practice_desk, family)[:2]
    death = ChangeProposed("death", member=MemberId(first), event_date="2026-10-01")
    (entry,) = practice_desk.journal.record(Act(family, death))
    form = begin(practice_desk, "death", family)
    form.presenter.answer(MEMBER, second)
    assert [state.twin for state in form.shown if state.twin is not None] == []
    form.presenter.answer(MEMBER, first)
    twin = form.shown[-1].twin
    assert twin is not None
    assert (twin.id, twin.bars, f"nomor usulan {entry} " in twin.words) == (entry, True, True)
    form.presenter.go_on()
    assert twin.words in form.state.lacking
    mended = form_of(practice_desk)
    mended.presenter.open("death", FamilyId(family), replaces=entry)
    assert mended.state.twin is None


def test_another_move_of_the_family_is_told_but_may_be_meant(practice_desk: Desk) -> None:
    family = families(practice_desk)[0].id
    (entry,) = practice_desk.journal.record(Act(family, ChangeProposed("move", note="Ke Kupang.")))
    form = begin(practice_desk, "move", family)
    assert form.state.twin is not None
    assert (form.state.twin.id, form.state.twin.bars) == (entry, False)
