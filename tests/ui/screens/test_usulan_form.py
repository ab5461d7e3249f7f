"""The forms of all kinds over a real practice village: what is asked, what is kept, and what the journal gets."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from app.domain.ids import EntryId, FamilyId, MemberId
from app.domain.payloads import (
    ChangeProposed,
    FieldChange,
    MemberSeen,
    NewMember,
    ObjectionFiled,
    Outcome,
    VisitRecorded,
)
from app.domain.standing import REPLACED
from app.ui.lanes import run_at_once
from app.ui.screens.usulan.entry import proposal_of
from app.ui.screens.usulan.form_presenter import FormPresenter
from app.ui.screens.usulan.form_state import ChangeLine, FormStage, FormState
from app.ui.screens.usulan.opening import Tools
from app.ui.screens.usulan.page import shelf_of
from app.ui.screens.usulan.sheet import (
    EVIDENCE,
    HEAD,
    KEPT,
    MEMBER,
    MEMBERS,
    OTHER_FAMILY,
    OTHER_MEMBER,
    PRESENT,
    REASON,
    STAYING_HEAD,
    change_key,
    evidence_from,
)
from app.usecases.desk import Desk
from app.usecases.open_drafts import OpenDrafts, draft_form
from app.usecases.ports import Act
from app.usecases.reading import FamilyFilter, FamilyRow, FamilySort, ProposalDetail


@dataclass
class Filled:
    """One form as a person fills it in."""

    desk: Desk
    presenter: FormPresenter
    shown: list[FormState]
    saved: list[EntryId] = field(default_factory=list)

    @property
    def state(self) -> FormState:
        """What is shown now."""
        return self.shown[-1]

    def proposal(self) -> ProposalDetail:
        """What was saved, read again."""
        self.presenter.go_on()
        assert self.state.lacking == ()
        assert self.state.stage is FormStage.SUMMARY
        self.presenter.save()
        assert self.state.problem is None
        found = self.desk.reading.proposal(self.saved[-1])
        assert found is not None
        return found

    def change(self) -> ChangeProposed:
        """The body of a saved proposal."""
        body = self.proposal().proposal.body
        assert isinstance(body, ChangeProposed)
        return body


def form_of(desk: Desk, role: str = "", rts: tuple[str, ...] = ()) -> Filled:
    """A form over the desk, its lanes done on the spot."""
    shown: list[FormState] = []
    saved: list[EntryId] = []
    tools = Tools(
        reading=desk.reading,
        journal=desk.journal,
        drafts=desk.drafts,
        evidence=desk.evidence,
        photos=desk.photos,
        today=desk.today,
        shelf=lambda: shelf_of(desk.reading),
        read_picture=lambda name: None,
        actor=replace(desk.actor, role=role or desk.actor.role, rts=rts),
    )
    return Filled(desk, FormPresenter(tools, run_at_once, shown.append, saved.append), shown, saved)


@pytest.fixture
def photo(tmp_path: Path) -> str:
    """A small photo on the disk."""
    from PIL import Image

    content = BytesIO()
    Image.effect_noise((320, 240), 60).convert("RGB").save(content, "JPEG")
    path = tmp_path / "bukti.jpg"
    path.write_bytes(content.getvalue())
    return str(path)


def families(desk: Desk) -> list[FamilyRow]:
    """Families with several members, in the order of their names."""
    rows = desk.reading.families(FamilyFilter(), FamilySort(), 0, 40)
    return [row for row in rows if row.members >= 3]


def begin(desk: Desk, kind: str, family: str = "", reason: str = "") -> Filled:
    """Open a form and choose its reason."""
    form = form_of(desk)
    form.presenter.open(kind, FamilyId(family) if family else None)
    if reason:
        form.presenter.answer(REASON, reason)
    return form


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


def member_warning(form: Filled) -> str:
    """What is said above the first member of a new family."""
    return next(block.warning for block in form.state.blocks if block.instance == "1")


def first_members(desk: Desk, family: str) -> list[str]:
    """Ids of a family's members."""
    detail = desk.reading.family(FamilyId(family))
    assert detail is not None
    return [member.id for member in detail.standing.family.members]


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
    for path, value in given.items():
        form.presenter.answer(path, value)
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


def test_a_move_within_the_village_changes_the_address(practice_desk: Desk, photo: str) -> None:
    family = families(practice_desk)[0]
    form = begin(practice_desk, "move", family.id, "move@balai-1|tanpa_surat")
    for path, value in {"arah_pindah": "desa", "alamat": "Jalan Baru 1", "rt": "3", "note": "Ikut anak."}.items():
        form.presenter.answer(path, value)
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
    for path, value in given.items():
        form.presenter.answer(path, value)
    form.presenter.add_photo("rt_statement", photo)
    found = form.proposal()
    assert found.proposal.body.note == "Alamat baru: Jalan Baru 1, RT 003, RW 001.\nIkut anak."
    again = mending(practice_desk, found, family.id)
    for path in ("alamat", "rt", "rw"):
        again.presenter.answer(path, given[path])
    assert again.change().note == found.proposal.body.note


def test_a_duplicate_names_the_other_family(practice_desk: Desk, photo: str) -> None:
    one, other = families(practice_desk)[:2]
    group = begin(practice_desk, "duplicate", one.id)
    assert group.state.reasons is not None
    group.presenter.answer(REASON, group.state.reasons.asks[0].options[0].code)
    group.presenter.answer("note", "Orang yang sama.")
    for need in group.state.evidence.needs:
        group.presenter.add_photo(need.kinds[0].code, photo)
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
    assert form.state.reasons is not None
    form.presenter.answer(REASON, form.state.reasons.asks[0].options[0].code)
    form.presenter.answer("note", "Orang yang sama.")
    for need in form.state.evidence.needs:
        form.presenter.add_photo(need.kinds[0].code, photo)
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
    assert form.state.reasons is not None
    form.presenter.answer(REASON, form.state.reasons.asks[0].options[0].code)
    form.presenter.answer("note", "Kembali serumah.")
    for need in form.state.evidence.needs:
        form.presenter.add_photo(need.kinds[0].code, photo)
    form.presenter.choose_family(other.id)
    form.presenter.go_on()
    assert form.state.lacking == (
        "Pilih kartu keluarga yang tetap dipakai.",
        "Pilih kepala keluarga setelah digabung.",
    )
    form.presenter.answer(KEPT, other.id)
    head = next(block for block in form.state.afterwards if block.key == HEAD).asks[0]
    assert next(option.words for option in head.options if option.code == head.value) == other.head_name
    chosen = first_members(practice_desk, one.id)[0]
    form.presenter.answer(HEAD, chosen)
    found = form.proposal()
    body = found.proposal.body
    assert isinstance(body, ChangeProposed)
    assert body.outcome == Outcome(kept_family=FamilyId(other.id), head=MemberId(chosen))
    assert form.state.summary is not None
    assert form.state.summary.outcome.startswith(f"KK atas nama {other.head_name} tetap dipakai (KK ")
    assert form.state.summary.outcome.endswith(f"Kepala keluarga sesudahnya: {one.head_name}.")
    mended = mending(practice_desk, found, one.id).change()
    assert mended.outcome == body.outcome


def test_where_the_head_leaves_those_who_stay_get_one_of_their_own(practice_desk: Desk, photo: str) -> None:
    family = families(practice_desk)[0]
    members = first_members(practice_desk, family.id)
    form = begin(practice_desk, "split", family.id)
    assert form.state.reasons is not None
    form.presenter.answer(REASON, form.state.reasons.asks[0].options[0].code)
    for path, value in {"alamat": "Jalan Baru 4", "rt": "2", MEMBERS: members[0]}.items():
        form.presenter.answer(path, value)
    for need in form.state.evidence.needs:
        form.presenter.add_photo(need.kinds[0].code, photo)
    form.presenter.go_on()
    assert form.state.lacking == ("Pilih kepala keluarga yang tinggal.",)
    form.presenter.answer(STAYING_HEAD, members[1])
    assert form.change().outcome == Outcome(head=MemberId(members[0]), staying_head=MemberId(members[1]))


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


@pytest.mark.parametrize("kind", ["revival", "merge", "representative", "split", "withdrawal"])
def test_every_other_kind_can_be_saved(practice_desk: Desk, photo: str, kind: str) -> None:
    one, other = families(practice_desk)[:2]
    members = first_members(practice_desk, one.id)
    if kind == "revival":
        visited(practice_desk, one.id, "found", 3, MemberSeen(MemberId(members[1]), "2"))
    form = begin(practice_desk, kind, one.id)
    assert form.state.reasons is not None
    form.presenter.answer(REASON, form.state.reasons.asks[0].options[0].code)
    given = {"note": "Menurut keluarga.", "event_date": "2026-02-01", "pernyataan": "1", "program": "PKH"}
    given |= {"alamat": "Jalan Baru 4", "rt": "2"}
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
    for need in form.state.evidence.needs:
        form.presenter.add_photo(need.kinds[0].code, photo)
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


def test_who_may_only_look_is_told_before_filling_anything_in(practice_desk: Desk) -> None:
    form = form_of(practice_desk, role="viewer")
    form.presenter.open("new_family", None)
    assert form.state.stage is FormStage.FAILED
    assert form.state.problem is not None
    assert form.state.problem.title == "Peran Anda tidak boleh melakukan ini."


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


def offered(form: Filled, key: str = "member") -> list[str]:
    """Whom one block of choices offers."""
    return [option.code for block in form.state.before if block.key == key for option in block.asks[0].options]


def test_only_whoever_is_recorded_as_dead_is_offered_for_revival(practice_desk: Desk) -> None:
    family = families(practice_desk)[0].id
    first, second = first_members(practice_desk, family)[:2]
    form = begin(practice_desk, "revival", family)
    assert [(block.asks, block.warning) for block in form.state.before] == [
        ((), "Tidak ada anggota keluarga ini yang tercatat meninggal.")
    ]
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
    assert form.state.reasons is not None
    form.presenter.answer(REASON, form.state.reasons.asks[0].options[0].code)
    form.presenter.answer("note", "Pengurus merantau.")
    change = proposal_of_form(form)
    assert (change.member, change.other_member) == (others[0], first)


def proposal_of_form(form: Filled) -> ChangeProposed:
    """What would be saved, whatever evidence is missing."""
    sheet = form.presenter._sheet
    assert sheet is not None
    return proposal_of(sheet)


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
    assert (twin.id, twin.bars, f"nomor {entry} " in twin.words) == (entry, True, True)
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


def error_below(form: Filled, path: str) -> str:
    """What is said below one question."""
    return next(ask.error for block in form.state.blocks for ask in block.asks if ask.path == path)


def test_who_is_bound_to_some_rts_is_told_at_once_that_a_new_family_lives_outside(practice_desk: Desk) -> None:
    form = form_of(practice_desk, "enumerator", ("003/001", "004/001"))
    form.presenter.open("new_family", None)
    form.presenter.answer("rt", "7")
    words = "Di luar RT Anda. Anda bertugas di RT 003 / RW 001, RT 004 / RW 001."
    assert error_below(form, "rt") == words
    form.presenter.go_on()
    assert form.state.lacking[0] == f"RT: {words}"
    form.presenter.answer("rt", "3")
    form.presenter.answer("rw", "1")
    assert error_below(form, "rt") == ""
    assert not any(line.startswith("RT: ") for line in form.state.lacking)


def test_whoever_is_bound_to_one_rt_need_not_type_it(practice_desk: Desk) -> None:
    form = form_of(practice_desk, "enumerator", ("003/001",))
    form.presenter.open("new_family", None)
    answers = {ask.path: ask.value for block in form.state.blocks for ask in block.asks}
    assert (answers["rt"], answers["rw"]) == ("003", "001")


def test_a_search_says_whom_it_leaves_out(practice_desk: Desk) -> None:
    form = form_of(practice_desk, "enumerator", ("003/001",))
    form.presenter.open("death", None)
    assert form.state.finder is not None
    assert form.state.finder.note.startswith("Anda bertugas di RT 003 / RW 001. Keluarga di luar RT Anda tidak")
    everywhere = begin(practice_desk, "death")
    assert everywhere.state.finder is not None
    assert everywhere.state.finder.note == ""


def test_a_family_that_cannot_be_opened_is_said_to_be_outside(practice_desk: Desk) -> None:
    form = form_of(practice_desk, "enumerator", ("003/001",))
    form.presenter.open("death", FamilyId("nobody"))
    assert form.state.gone == "Keluarga ini tidak ada di daftar, atau di luar RT Anda (RT 003 / RW 001)."
