"""The form of a proposal: what is filled in, kept, missing and thrown away."""

from __future__ import annotations

from app.domain.ids import FamilyId
from app.domain.payloads import (
    ChangeProposed,
)
from app.ui.screens.usulan.form_state import ChangeLine, FormStage
from app.ui.screens.usulan.sheet import (
    EVIDENCE,
    MEMBER,
    OTHER_FAMILY,
    change_key,
    evidence_from,
)
from app.usecases.desk import Desk
from app.usecases.open_drafts import draft_form
from app.usecases.reading import FamilyFilter, FamilySort, ProposalDetail
from tests.ui.screens.proposal_form import (
    Filled,
    begin,
    families,
    first_members,
    form_of,
)


def test_what_a_visit_knows_is_filled_in_and_kept_with_the_first_answer(practice_desk: Desk) -> None:
    family = families(practice_desk)[0].id
    member = first_members(practice_desk, family)[1]
    given = {MEMBER: member, "event_date": "2026-10-02", "arah_pindah": "desa"}
    form = form_of(practice_desk)
    form.presenter.open("death", FamilyId(family), given)
    asks = {ask.path: ask.value for block in (*form.state.before, *form.state.blocks) for ask in block.asks}
    assert (asks[MEMBER], asks["event_date"]) == (member, "2026-10-02")
    assert practice_desk.drafts.load("proposal:death", family) is None
    form.presenter.answer("note", "Menurut ketua RT.")
    draft = practice_desk.drafts.load("proposal:death", family)
    assert draft is not None
    assert dict(draft.fields) == {MEMBER: member, "event_date": "2026-10-02", "note": "Menurut ketua RT."}
    again = form_of(practice_desk)
    again.presenter.open("death", FamilyId(family), {MEMBER: first_members(practice_desk, family)[0]})
    asks = {ask.path: ask.value for block in (*again.state.before, *again.state.blocks) for ask in block.asks}
    assert asks[MEMBER] == member


def test_a_correction_keeps_what_was_seen_beside_what_should_be(practice_desk: Desk) -> None:
    family = families(practice_desk)[0]
    form = begin(practice_desk, "correction", family.id, "correction@balai-1|keterangan")
    path = change_key("", "address")
    form.presenter.open_change(path)
    form.presenter.answer(path, "Jalan Baru 7")
    line = next(line for group in form.state.changes for line in group.lines if line.path == path)
    assert (line.old, line.new) == (family.address, "Jalan Baru 7")
    (change,) = form.change().changes
    assert (change.field, change.seen, change.proposed) == ("address", family.address, "Jalan Baru 7")


def test_a_correction_of_a_member_names_the_member(practice_desk: Desk) -> None:
    family = families(practice_desk)[0]
    member = first_members(practice_desk, family.id)[1]
    form = begin(practice_desk, "correction", family.id, "correction@balai-1|keterangan")
    form.presenter.answer(MEMBER, member)
    form.presenter.answer(change_key(member, "birth_date"), "bukan tanggal")
    form.presenter.go_on()
    assert any("Tanggal lahir" in words for words in form.state.lacking)
    form.presenter.answer(change_key(member, "birth_date"), "1991-02-03")
    body = form.change()
    assert body.member == member
    assert [(one.field, one.proposed) for one in body.changes] == [("birth_date", "1991-02-03")]


def test_what_is_missing_is_named_in_words_and_nothing_is_written(practice_desk: Desk) -> None:
    form = begin(practice_desk, "death", families(practice_desk)[0].id, "death@balai-1|akta")
    form.presenter.go_on()
    assert form.state.stage is FormStage.FILLING
    assert form.state.lacking == (
        "Pilih anggota keluarga yang dimaksud.",
        "Tanggal meninggal belum diisi.",
        "Bukti belum ada: Akta kematian.",
    )
    assert form.saved == []


def test_each_answer_is_on_the_disk_and_comes_back(practice_desk: Desk, photo: str) -> None:
    family = families(practice_desk)[0]
    form = begin(practice_desk, "death", family.id, "death@balai-1|akta")
    form.presenter.answer("note", "Menurut keluarga.")
    form.presenter.add_photo("death_record", photo)
    draft = practice_desk.drafts.load(draft_form("death"), family.id)
    assert draft is not None
    assert draft.fields["note"] == "Menurut keluarga."
    assert [item.kind for item in evidence_from(draft.fields[EVIDENCE])] == ["death_record"]
    again = begin(practice_desk, "death", family.id)
    assert again.state.draft == "Melanjutkan draf yang tersimpan."
    answers = {ask.path: ask.value for block in (*again.state.before, *again.state.blocks) for ask in block.asks}
    assert answers["note"] == "Menurut keluarga."
    assert [photo_card.caption for photo_card in again.state.evidence.photos] == ["Akta kematian"]


def mending(desk: Desk, proposal: ProposalDetail, family: str) -> Filled:
    """The form that mends a proposal."""
    form = form_of(desk)
    form.presenter.open(proposal.proposal.kind, FamilyId(family), replaces=proposal.proposal.id)
    return form


def test_a_discarded_draft_is_gone(practice_desk: Desk) -> None:
    family = families(practice_desk)[0]
    form = begin(practice_desk, "death", family.id, "death@balai-1|akta")
    form.presenter.discard()
    assert practice_desk.drafts.load(draft_form("death"), family.id) is None


def test_without_a_family_one_is_searched_for_first(practice_desk: Desk) -> None:
    family = families(practice_desk)[1]
    form = begin(practice_desk, "death")
    assert [state.stage for state in form.shown] == [FormStage.FINDING]
    form.presenter.search(family.head_name)
    form.presenter.choose_family(family.id)
    assert form.state.stage is FormStage.FILLING
    assert form.state.about.startswith(family.head_name)
    assert OTHER_FAMILY not in {ask.path for block in (*form.state.before, *form.state.blocks) for ask in block.asks}


def test_changes_of_another_member_stay_a_draft(practice_desk: Desk) -> None:
    family = families(practice_desk)[0]
    first, second = first_members(practice_desk, family.id)[:2]
    form = begin(practice_desk, "correction", family.id, "correction@balai-1|keterangan")
    form.presenter.answer(MEMBER, first)
    form.presenter.answer(change_key(first, "name"), "Nama Satu")
    form.presenter.answer(MEMBER, second)
    form.presenter.answer(change_key(second, "name"), "Nama Dua")
    body = form.change()
    assert [(body.member, one.proposed) for one in body.changes] == [(second, "Nama Dua")]
    assert form.state.kept.startswith("Perubahan untuk anggota lain tetap tersimpan")
    draft = practice_desk.drafts.load(draft_form("correction"), family.id)
    assert draft is not None
    assert dict(draft.fields) == {change_key(first, "name"): "Nama Satu"}


def test_that_nothing_should_stand_in_a_field_can_be_proposed(practice_desk: Desk) -> None:
    rows = practice_desk.reading.families(FamilyFilter(), FamilySort(), 0, 200)
    family, member = next(
        (row.id, member.id)
        for row in rows
        if (detail := practice_desk.reading.family(row.id)) is not None
        for member in detail.standing.family.members
        if member.nik
    )
    form = begin(practice_desk, "correction", family, "correction@balai-1|keterangan")
    form.presenter.answer(MEMBER, member)

    def line(name: str) -> ChangeLine:
        path = change_key(member, name)
        return next(line for group in form.state.changes for line in group.lines if line.path == path)

    for name in ("name", "nik"):
        form.presenter.open_change(change_key(member, name))
    assert (line("name").may_empty, line("nik").may_empty) == (False, True)
    form.presenter.empty_change(change_key(member, "nik"))
    assert (line("nik").emptied, line("nik").new) == (True, "(kosong)")
    found = form.proposal()
    body = found.proposal.body
    assert isinstance(body, ChangeProposed)
    assert [(one.field, bool(one.seen), one.proposed) for one in body.changes] == [("nik", True, "")]
    assert form.state.summary is not None
    assert [change.new for change in form.state.summary.changes] == ["(kosong)"]
    assert mending(practice_desk, found, family).change().changes == body.changes
