from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from app.domain.errors import Problem
from app.domain.ids import FamilyId, MemberId
from app.domain.payloads import ChangeProposed, FieldChange, NewMember, VisitRecorded
from app.ui.lanes import Lane, Run, run_at_once
from app.ui.screens.kunjungan.form_presenter import FormPresenter
from app.ui.screens.kunjungan.route_presenter import RoutePresenter
from app.ui.screens.kunjungan.session import BEGUN
from app.ui.screens.kunjungan.state import LATER, SUMMARY, Asked, FormState, Mark, QuestionLine, RouteState, Stage
from app.usecases.reading import FamilyRow
from tests.fakes.families import NOW_MS, OPERATOR, VIEWER, FakeReading, eventful
from tests.fakes.visits import FakeLaptop

T = TypeVar("T")

FAMILY = FamilyId("fam-3")
"""Daniel Tefa with three others, in RT 001."""


class Form:
    """A presenter at a laptop, with the state that it showed last."""

    def __init__(self, laptop: FakeLaptop, family: FamilyId = FAMILY, run: Run = run_at_once) -> None:
        self.laptop = laptop
        self.state = FormState()
        self.presenter = FormPresenter(laptop.tools(), run, self._take)
        self.presenter.open(family)

    def _take(self, state: FormState) -> None:
        self.state = state

    @property
    def asked(self) -> Asked:
        assert self.state.asked is not None
        return self.state.asked

    def say(self, value: str) -> None:
        """Answer the open question and go on."""
        self.presenter.answer(self.asked.path, value)
        self.presenter.go_on()

    def find(self, result: str = "2") -> None:
        """The family is there, and answers."""
        self.presenter.answer("status_kunjungan", "1")
        self.presenter.answer("hasil_kunjungan", result)

    def not_there(self) -> None:
        """The family moved away."""
        for answer in ("2", "1", "", "Melki Bano"):
            self.say(answer)

    def lines_of(self, path: str) -> list[QuestionLine]:
        """The line of one question, on whatever page it stands."""
        page, before = path.rpartition("/")[0], self.state.page
        self.presenter.go_to(page or path)
        found = [line for line in self.state.lines if line.path == path]
        self.presenter.go_to(before)
        return found

    @property
    def draft(self) -> dict[str, str]:
        found = self.laptop.drafts.load("visit", FAMILY)
        return dict(found.fields) if found else {}


class SlowLane:
    """Does what it was asked when the test says so, in order."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []

    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Problem], None] | None = None,
    ) -> None:
        """As `Run` has it."""
        self._waiting.append(partial(run_at_once, lane, work, done, failed))

    def work(self) -> None:
        """Everything asked until now, and what follows from it."""
        while self._waiting:
            self._waiting.pop(0)()


def visits(laptop: FakeLaptop) -> list[VisitRecorded]:
    return [one.payload for one in laptop.reading.journal.recorded if isinstance(one.payload, VisitRecorded)]


def proposals(laptop: FakeLaptop) -> list[ChangeProposed]:
    return [one.payload for one in laptop.reading.journal.recorded if isinstance(one.payload, ChangeProposed)]


def test_the_day_is_known_and_the_first_open_question_is_asked() -> None:
    form = Form(FakeLaptop())
    assert form.state.stage is Stage.READY
    assert form.asked.path == "status_kunjungan"
    assert [line.value for line in form.state.lines if line.path == "tanggal_kunjungan"] == ["23 November 2026"]


def test_looking_at_a_form_leaves_no_draft() -> None:
    laptop = FakeLaptop()
    form = Form(laptop)
    form.presenter.go_back()
    form.presenter.go_on()
    form.presenter.close()
    assert laptop.drafts.kept == {}


def test_skips_follow_answers() -> None:
    form = Form(FakeLaptop())
    form.say("2")
    assert form.asked.path == "alasan_tidak_ditemukan"
    pages = [section.key for section in form.state.sections]
    form.find("1")
    assert len(form.state.sections) > len(pages)
    assert "anggota/m3-2" in [section.key for section in form.state.sections]
    assert "alasan_tidak_ditemukan" not in [line.path for line in form.state.lines]


def test_each_answer_is_in_the_draft_and_the_form_reopens_where_it_was_left() -> None:
    laptop = FakeLaptop()
    form = Form(laptop)
    form.find()
    form.presenter.go_to("anggota/m3-1/nama")
    form.presenter.answer("anggota/m3-1/nama", "Ester Tefa-Bano")
    again = Form(laptop)
    assert again.asked.path == "anggota/m3-1/nama"
    assert again.asked.value == "Ester Tefa-Bano"
    assert again.state.draft == "Tersimpan sebagai draf"


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


def test_an_impossible_answer_is_said_in_words_once_before_one_goes_on() -> None:
    form = Form(FakeLaptop())
    form.find()
    form.presenter.answer("anggota/m3-0/keberadaan_anggota", "1")
    form.presenter.go_to("anggota/m3-0/nik")
    form.say("12345")
    assert form.asked.path == "anggota/m3-0/nik"
    assert "16 angka" in form.asked.error
    form.presenter.go_on()
    assert form.asked.path != "anggota/m3-0/nik"
    assert [line.mark for line in form.state.lines if line.path.endswith("/nik")] == [Mark.WRONG]


def test_what_the_list_says_is_beside_the_question_and_taken_with_one_key() -> None:
    form = Form(FakeLaptop())
    form.find()
    form.presenter.go_to("id_lantai_terluas")
    (offer,) = form.asked.suggestions
    assert offer.origin == "Menurut daftar"
    assert form.asked.value == ""
    form.presenter.take(offer.value)
    assert form.draft["id_lantai_terluas"] == "6"
    assert form.asked.suggestions == ()
    form.presenter.go_on()
    assert form.asked.path == "id_dinding_terluas"


def test_the_newest_visit_speaks_before_the_list() -> None:
    laptop = FakeLaptop()
    eventful(laptop.reading.journal)
    form = Form(laptop, FamilyId("fam-1"))
    form.find()
    form.presenter.go_to("luas_lantai_bangunan")
    (offer,) = form.asked.suggestions
    assert (offer.value, offer.origin) == ("48", "Menurut kunjungan 18 Nov 2026")
    assert form.state.attempt.startswith("Kunjungan ke-2")


def test_a_nik_is_never_shown_whole() -> None:
    form = Form(FakeLaptop())
    form.find()
    form.presenter.answer("anggota/m3-0/keberadaan_anggota", "1")
    form.presenter.go_to("anggota/m3-0/nik")
    (offer,) = form.asked.suggestions
    assert "••••••" in offer.words
    form.presenter.take(offer.value)
    form.presenter.go_to("anggota/m3-0/nik")
    assert form.asked.value == ""
    assert "••••••" in form.asked.masked
    assert offer.value not in str([line.value for line in form.state.lines])


def test_a_nik_that_does_not_fit_the_birth_date_is_worth_a_second_look() -> None:
    form = Form(FakeLaptop())
    form.find()
    form.presenter.answer("anggota/m3-0/keberadaan_anggota", "1")
    form.presenter.answer("anggota/m3-0/tanggal_lahir", "1990-08-17")
    form.presenter.go_to("anggota/m3-0/nik")
    form.presenter.answer("anggota/m3-0/nik", "5302041708900001")
    assert form.asked.caution == ""
    form.presenter.answer("anggota/m3-0/nik", "5302045708900001")
    assert form.asked.caution != ""
    assert form.asked.error == ""


def changed(form: Form, path: str) -> tuple[str, str]:
    """Old and new of one answer in the summary."""
    form.presenter.go_to(SUMMARY)
    assert form.state.summary is not None
    label = next(line.label for line in form.lines_of(path))
    ((old, new),) = [(c.old, c.new) for _, lines in form.state.summary.changes for c in lines if c.label == label]
    return old, new


def test_the_summary_tells_what_changed_of_a_number_without_showing_it() -> None:
    laptop = FakeLaptop()
    form = Form(laptop)
    form.find()
    listed = laptop.reading.family(FAMILY)
    assert listed is not None
    nik = listed.standing.family.members[0].nik
    form.presenter.answer("anggota/m3-0/keberadaan_anggota", "1")
    form.presenter.answer("anggota/m3-0/nik", nik[:12] + "9876")
    assert changed(form, "anggota/m3-0/nik") == (f"{nik[:6]}••••••{nik[-4:]}", f"{nik[:6]}••••••9876")
    form.presenter.answer("anggota/m3-0/nik", nik[:6] + "010101" + nik[12:])
    old, new = changed(form, "anggota/m3-0/nik")
    assert new == f"{old} (angka yang disembunyikan berubah)"


def test_the_summary_tells_that_a_private_answer_changed_and_not_to_what() -> None:
    laptop = FakeLaptop()
    first = Form(laptop)
    first.find()
    first.presenter.answer("penghasilan", "1")
    first.presenter.answer("telepon_responden", "0812 3456 7890")
    first.presenter.save()
    again = Form(laptop)
    again.find()
    again.presenter.answer("penghasilan", "2")
    again.presenter.answer("telepon_responden", "0812 3456 7111")
    assert changed(again, "penghasilan") == ("", "Diganti (isinya tidak ditampilkan)")
    assert changed(again, "telepon_responden") == ("••••••890", "••••••111")


def test_a_telephone_number_is_kept_in_one_writing_and_letters_are_refused() -> None:
    form = Form(FakeLaptop())
    form.find()
    form.presenter.go_to("telepon_responden")
    form.presenter.answer("telepon_responden", "+62 812-3456-7890")
    assert form.draft["telepon_responden"] == "081234567890"
    form.say("tidak punya")
    assert "0812 3456 7890" in form.asked.error


def test_a_day_that_its_month_lacks_is_told_as_such() -> None:
    form = Form(FakeLaptop())
    form.find()
    form.presenter.go_to("anggota/m3-0/tanggal_lahir")
    for typed, said in (
        ("31-02-1990", "dalam bulan tersebut"),
        ("17-13-1990", "1 sampai 12"),
        ("kemarin", "17-08-1990"),
    ):
        form.presenter.go_to("anggota/m3-0/tanggal_lahir")
        form.say(typed)
        assert said in form.asked.error


def test_a_statement_says_what_was_stated() -> None:
    form = Form(FakeLaptop())
    form.find()
    form.presenter.go_to("pernyataan_responden")
    assert form.asked.agreed == "Ya, responden menyatakan demikian"
    form.say("1")
    (line,) = form.lines_of("pernyataan_responden")
    assert line.value == "Ya, responden menyatakan demikian"


def test_a_family_that_was_found_cannot_have_moved_and_one_that_moved_needs_no_result() -> None:
    laptop = FakeLaptop()
    form = Form(laptop)
    form.say("1")
    assert [option.code for option in form.asked.options] == ["1", "2", "3", "4"]
    form.presenter.go_to("status_kunjungan")
    form.not_there()
    assert "hasil_kunjungan" not in [line.path for line in form.state.lines]
    form.presenter.go_to(SUMMARY)
    assert "responden" not in form.state.page_hint
    form.presenter.save()
    assert [visit.result for visit in visits(laptop)] == ["5"]


def test_private_questions_may_wait_and_are_asked_before_the_summary() -> None:
    form = Form(FakeLaptop())
    form.find()
    form.presenter.go_to("penghasilan")
    form.presenter.put_off()
    assert form.asked.path != "penghasilan"
    form.presenter.go_to("tanda_tangan")
    form.presenter.go_on()
    assert form.state.page == LATER
    assert form.asked.path == "penghasilan"
    form.say("1")
    assert form.state.page == SUMMARY


def test_private_answers_are_not_written_out_among_others() -> None:
    form = Form(FakeLaptop())
    form.find()
    form.presenter.go_to("penghasilan")
    form.say("1")
    form.presenter.go_to("program_diterima")
    (line,) = [line for line in form.state.lines if line.path == "penghasilan"]
    assert line.value == "Terisi (tidak ditampilkan)"


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


def test_who_may_only_look_is_told_so() -> None:
    form = Form(FakeLaptop(actor=VIEWER))
    assert form.state.stage is Stage.EMPTY
    assert form.state.notice is not None


def test_the_route_shows_who_is_left_and_what_was_begun() -> None:
    laptop = FakeLaptop()
    eventful(laptop.reading.journal)
    Form(laptop, FAMILY).say("2")
    shown: list[RouteState] = []
    route = RoutePresenter(
        laptop.reading, laptop.drafts, laptop.settings, OPERATOR, lambda: "visit", run_at_once, shown.append
    )
    route.open("001", "001")
    assert shown[-1].window.first[0].key == FAMILY
    assert "1 draf belum disimpan" in shown[-1].counts
    route.choose("002/001")
    rows = shown[-1].window.first
    assert rows[-1].key == "fam-1"
    assert "7 dari 8 keluarga" in shown[-1].counts
    assert [cell.text for cell in rows[-1].cells][-1] == "1 kali"
    again: list[RouteState] = []
    RoutePresenter(
        laptop.reading, laptop.drafts, laptop.settings, OPERATOR, lambda: "visit", run_at_once, again.append
    ).open()
    assert again[-1].place == "002/001"


def test_a_village_without_a_list_has_an_empty_route() -> None:
    laptop = FakeLaptop(FakeReading(official=[]))
    shown: list[RouteState] = []
    RoutePresenter(
        laptop.reading, laptop.drafts, laptop.settings, OPERATOR, lambda: "visit", run_at_once, shown.append
    ).open()
    assert shown[-1].stage is Stage.EMPTY
    rows: list[FamilyRow] = list(laptop.reading.route("001", "001"))
    assert rows == []
