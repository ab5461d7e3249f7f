"""The visit's form question by question: what is asked, shown, taken over and refused."""

from __future__ import annotations

from app.domain.ids import FamilyId
from app.ui.screens.kunjungan.state import LATER, SUMMARY, Mark, Stage
from tests.fakes.families import VIEWER, eventful
from tests.fakes.visits import FakeLaptop
from tests.ui.screens.visit_form import FAMILY, Form, visits


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


def test_a_draft_that_is_left_at_an_impossible_answer_says_so_when_it_is_opened_again() -> None:
    laptop = FakeLaptop()
    form = Form(laptop)
    assert form.asked.error == ""  # nothing was answered yet
    form.find()
    form.presenter.answer("anggota/m3-0/keberadaan_anggota", "1")
    form.presenter.go_to("anggota/m3-0/nik")
    assert form.asked.error == ""
    form.presenter.answer("anggota/m3-0/nik", "12345")
    assert form.asked.error == ""  # while it is typed nothing is said
    again = Form(laptop)
    assert again.asked.path == "anggota/m3-0/nik"
    assert "16 angka" in again.asked.error
    again.presenter.go_on()
    assert again.asked.path != "anggota/m3-0/nik"
    again.presenter.go_back()
    assert "16 angka" in again.asked.error


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


def test_who_may_only_look_is_told_so() -> None:
    form = Form(FakeLaptop(actor=VIEWER))
    assert form.state.stage is Stage.EMPTY
    assert form.state.notice is not None
