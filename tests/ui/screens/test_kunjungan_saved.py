"""What becomes of a filled-in visit: the entries, the proposals that follow, photos, a disk that is full."""

from __future__ import annotations

from dataclasses import replace

from app.domain.ids import FamilyId, MemberId
from app.domain.payloads import ChangeProposed, FieldChange, NewMember
from app.ui.screens.kunjungan.session import BEGUN
from app.ui.screens.kunjungan.state import SUMMARY, Stage
from tests.fakes.families import NOW_MS, eventful
from tests.fakes.visits import FakeLaptop
from tests.ui.screens.visit_form import FAMILY, Form, SlowLane, proposals, visits


def test_a_full_disk_is_told_and_nothing_answered_is_lost() -> None:
    laptop = FakeLaptop()
    form = Form(laptop)
    laptop.drafts.full = True
    form.say("2")
    told = form.state
    assert (told.notice is not None, told.draft) == (True, "")
    assert form.asked.path == "alasan_tidak_ditemukan"
    laptop.drafts.full = False
    form.presenter.retry()
    assert form.state.notice is None
    assert form.draft["status_kunjungan"] == "2"


def test_what_a_full_disk_did_not_take_survives_a_look_at_another_family() -> None:
    laptop = FakeLaptop()
    form = Form(laptop)
    laptop.drafts.full = True
    form.say("2")
    form.presenter.open(FamilyId("fam-6"))
    form.presenter.open(FAMILY)
    assert form.asked.path == "alasan_tidak_ditemukan"
    laptop.drafts.full = False
    form.presenter.retry()
    assert form.draft["status_kunjungan"] == "2"


def test_a_photo_that_takes_its_time_goes_to_its_own_form() -> None:
    laptop = FakeLaptop()
    lane = SlowLane()
    form = Form(laptop, run=lane.run)
    lane.work()
    form.find()
    form.presenter.add_photos("foto_rumah", [b"rumah"])
    form.presenter.save()
    assert form.state.busy
    form.presenter.open(FamilyId("fam-6"))
    lane.work()
    assert form.asked.photos == ()
    assert form.draft["foto_rumah"] in laptop.evidence.files
    assert visits(laptop) == []


def test_a_family_that_moved_is_recorded_and_the_next_of_the_route_is_offered() -> None:
    laptop = FakeLaptop()
    form = Form(laptop)
    form.not_there()
    form.presenter.go_to(SUMMARY)
    assert form.state.summary is not None
    assert form.state.summary.blocked == ""
    form.presenter.save()
    (visit,) = visits(laptop)
    assert (visit.presence, visit.absence_reason, visit.guide) == ("not_found", "moved", "Melki Bano")
    assert (visit.attempt, visit.started_at_ms, visit.base_visit) == (1, NOW_MS, None)
    assert laptop.drafts.kept == {}
    assert form.state.stage is Stage.SAVED
    assert form.state.next_family not in ("", FAMILY)


def offered(form: Form) -> list[tuple[str, dict[str, str]]]:
    """The proposals that are offered after the end."""
    assert form.state.stage is Stage.SAVED
    return [(one.kind, {name: value for name, value in one.given.items() if value}) for one in form.state.follow_ups]


def test_a_family_that_moved_leads_to_a_proposal_until_it_is_made() -> None:
    laptop = FakeLaptop()
    form = Form(laptop)
    for answer in ("2", "1", "1", "Melki Bano"):
        form.say(answer)
    form.presenter.go_to(SUMMARY)
    assert form.state.summary is not None
    assert form.state.summary.advice == ("Buat usulan pindah: Seluruh keluarga",)
    form.presenter.save()
    assert offered(form) == [("move", {"arah_pindah": "desa"})]
    assert form.state.saved_family == FAMILY
    form.presenter.look_again()
    assert len(offered(form)) == 1
    laptop.reading.journal.write(FAMILY, ChangeProposed("move"))
    form.presenter.look_again()
    assert offered(form) == []


def test_a_family_listed_twice_leads_to_a_proposal_that_names_the_other() -> None:
    form = Form(FakeLaptop())
    for answer in ("3", "Keluarga Taek, RT 002", "Melki Bano"):
        form.say(answer)
    form.presenter.save()
    assert offered(form) == [("duplicate", {"note": "Keluarga Taek, RT 002"})]


def test_members_who_died_or_moved_lead_to_proposals_that_name_them() -> None:
    form = Form(FakeLaptop())
    form.find()
    form.presenter.answer("anggota/m3-0/keberadaan_anggota", "2")
    form.presenter.answer("anggota/m3-0/tanggal_meninggal", "02-10-2026")
    for member in ("m3-1", "m3-2"):
        form.presenter.answer(f"anggota/{member}/keberadaan_anggota", "3")
    form.presenter.save()
    assert offered(form) == [
        ("death", {"pick:member": "m3-0", "event_date": "2026-10-02"}),
        ("move", {"pick:members": "m3-1 m3-2"}),
    ]


def test_a_family_that_was_met_whole_leads_to_no_proposal() -> None:
    form = Form(FakeLaptop())
    form.find()
    form.presenter.save()
    assert offered(form) == []


def test_the_guide_of_an_rt_is_remembered() -> None:
    laptop = FakeLaptop()
    form = Form(laptop)
    form.not_there()
    form.presenter.save()
    other = Form(laptop, FamilyId("fam-6"))
    other.say("2")
    other.presenter.go_to("saksi_rt")
    assert [offer.value for offer in other.asked.suggestions] == ["Melki Bano"]


def test_a_second_attempt_says_upon_what_it_stands() -> None:
    laptop = FakeLaptop()
    eventful(laptop.reading.journal)
    form = Form(laptop, FamilyId("fam-1"))
    form.not_there()
    form.presenter.save()
    first, *_, last = visits(laptop)
    assert (first.attempt, last.attempt) == (1, 2)
    assert last.base_visit == laptop.reading.journal.recorded[0].entry.id


def test_a_visit_that_claims_to_be_complete_may_lack_nothing() -> None:
    laptop = FakeLaptop()
    form = Form(laptop)
    form.find("1")
    form.presenter.go_to(SUMMARY)
    assert form.state.summary is not None
    assert "Terisi lengkap" in form.state.summary.blocked
    form.presenter.save()
    assert visits(laptop) == []
    form.presenter.answer("hasil_kunjungan", "2")
    form.presenter.go_to(SUMMARY)
    form.presenter.save()
    assert [visit.result for visit in visits(laptop)] == ["2"]


def test_differences_become_corrections_in_the_same_act() -> None:
    laptop = FakeLaptop()
    form = Form(laptop)
    form.find()
    form.presenter.answer("anggota/m3-0/keberadaan_anggota", "1")
    form.presenter.answer("anggota/m3-0/nama", "Daniel Tefa Senior")
    form.presenter.answer("anggota/m3-1/nama", "Ester Tefa")
    form.presenter.go_to(SUMMARY)
    assert form.state.summary is not None
    ((who, (change,)),) = form.state.summary.changes
    assert (who, change.old, change.new) == ("Daniel Tefa Senior", "Daniel Tefa", "Daniel Tefa Senior")
    form.presenter.save()
    (proposal,) = proposals(laptop)
    assert proposal.member == MemberId("m3-0")
    assert proposal.changes == (FieldChange("name", "Daniel Tefa", "Daniel Tefa Senior"),)


def test_what_is_asked_of_the_district_already_is_not_asked_again() -> None:
    laptop = FakeLaptop()
    asked = ChangeProposed("correction", MemberId("m3-0"), (FieldChange("name", "Daniel Tefa", "Daniel T."),))
    laptop.reading.journal.write(FAMILY, asked)
    form = Form(laptop)
    form.find()
    form.presenter.answer("anggota/m3-0/nama", "Daniel T.")
    form.presenter.save()
    assert proposals(laptop) == [asked]


def test_a_member_whom_the_list_lacks_is_added_and_proposed() -> None:
    laptop = FakeLaptop()
    form = Form(laptop)
    form.find()
    form.presenter.add_member()
    path = form.asked.path
    form.say("Bayi Tefa")
    assert form.state.page_title == "Bayi Tefa"
    form.presenter.answer(path.replace("/nama", "/id_jenis_kelamin"), "2")
    form.presenter.save()
    (proposal,) = proposals(laptop)
    assert proposal.new_members == (NewMember("Bayi Tefa", "", "", "2", ""),)
    assert proposal.changes == (FieldChange("jumlah_anggota_keluarga", "4", "5"),)
    (visit,) = visits(laptop)
    assert [seen.presence for seen in visit.members if seen.member.startswith("baru-")] == ["5"]


def test_a_new_member_may_be_taken_back_with_all_answers() -> None:
    form = Form(FakeLaptop())
    form.find()
    form.presenter.add_member()
    form.say("Salah Orang")
    form.presenter.remove_member()
    assert "Salah Orang" not in form.draft.values()
    assert not form.state.removable
    assert all(not section.key.startswith("anggota/baru") for section in form.state.sections)


def test_a_photo_is_sealed_kept_in_the_draft_and_tells_the_place() -> None:
    laptop = FakeLaptop()
    form = Form(laptop)
    form.find()
    form.presenter.add_photos("foto_rumah", [b"rumah"])
    form.presenter.go_to("lokasi")
    assert form.asked.value == "-9.863200 124.284100"
    again = Form(laptop)
    again.presenter.save()
    (visit,) = visits(laptop)
    assert [photo.kind for photo in visit.photos] == ["house_front"]
    assert visit.photos[0].name in laptop.evidence.files
    assert visit.place is not None
    assert visit.place.source == "photo"


def test_a_photo_that_is_taken_away_is_not_recorded() -> None:
    laptop = FakeLaptop()
    form = Form(laptop)
    form.find()
    form.presenter.add_photos("foto_rumah", [b"satu", b"dua"])
    form.presenter.go_to("foto_rumah")
    first, second = form.asked.photos
    form.presenter.remove_photo("foto_rumah", first.name)
    form.presenter.save()
    assert [photo.name for photo in visits(laptop)[0].photos] == [second.name]


def test_a_draft_whose_visit_is_in_the_journal_already_is_forgotten() -> None:
    laptop = FakeLaptop()
    form = Form(laptop)
    form.not_there()
    left = replace(laptop.drafts.kept[("visit", FAMILY)])
    assert left.fields[BEGUN] == str(NOW_MS)
    form.presenter.save()
    laptop.drafts.kept[("visit", FAMILY)] = left
    again = Form(laptop)
    assert again.asked.path == "status_kunjungan"
    assert laptop.drafts.kept == {}
