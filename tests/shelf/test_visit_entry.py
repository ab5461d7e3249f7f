from __future__ import annotations

from datetime import date

import pytest

from app.domain.errors import Refused
from app.domain.filling import Filling
from app.domain.payloads.visits import Evidence, Place
from app.domain.visit_entry import Attempt, visit_entry
from app.shelf.codes import code_book
from app.shelf.forms import visit_form
from app.shelf.reasons import reason_book
from app.usecases.record_visit import check_visit

TODAY = date(2026, 11, 23)
PHOTO = Evidence("ab" * 24, 60_000, "")
MET = {
    "tanggal_kunjungan": "2026-11-23",
    "status_kunjungan": "1",
    "hasil_kunjungan": "1",
    "hubungan_responden": "anggota",
    "nama_responden": "Yosefina Tefa",
    "pernyataan_responden": "1",
    "anggota": "m1\nm2",
    "anggota/m1/keberadaan_anggota": "1",
    "anggota/m1/nama": "Yosefina Tefa",
    "anggota/m1/id_jenis_kelamin": "2",
    "anggota/m2/keberadaan_anggota": "2",
    "anggota/m2/nama": "Yunus Tefa",
    "anggota/m2/id_jenis_kelamin": "1",
    "luas_lantai_bangunan": "36",
    "id_atap_terluas": "7",
    "program_diterima": "PKH BPNT",
    "lokasi": "-9.66 124.2 12",
    "foto_rumah": "f1",
    "catatan": "Jalan rusak",
}


def test_a_finished_form_becomes_an_entry_that_the_journal_takes() -> None:
    visit = visit_entry(Filling(visit_form(), MET, TODAY), {"f1": PHOTO}, code_book(), Attempt(2, 17, "photo"))
    check_visit(visit)
    assert (visit.form, visit.attempt, visit.presence, visit.result) == ("visit", 2, "found", "1")
    assert (visit.respondent, visit.respondent_member, visit.statement) == ("Yosefina Tefa", "m1", True)
    assert visit.place == Place(-9.66, 124.2, "photo", 12.0)
    assert [(photo.name, photo.kind) for photo in visit.photos] == [("ab" * 24, "house_front")]
    assert visit.answers == {
        "tanggal_kunjungan": "2026-11-23",
        "hubungan_responden": "anggota",
        "luas_lantai_bangunan": 36,
        "id_atap_terluas": "7",
        "program_diterima": ("PKH", "BPNT"),
    }


def test_what_a_dead_member_is_not_asked_is_not_in_the_entry() -> None:
    visit = visit_entry(Filling(visit_form(), MET, TODAY), {"f1": PHOTO}, code_book(), Attempt())
    assert [(one.member, one.presence, dict(one.answers)) for one in visit.members] == [
        ("m1", "1", {"nama": "Yosefina Tefa", "id_jenis_kelamin": "2"}),
        ("m2", "2", {"nama": "Yunus Tefa"}),
    ]


@pytest.mark.parametrize(("code", "word"), [("1", "moved"), ("2", "dead"), ("3", "unknown")])
def test_a_family_that_was_not_found_says_why_in_the_journals_words(code: str, word: str) -> None:
    answers = {**MET, "status_kunjungan": "2", "alasan_tidak_ditemukan": code, "saksi_rt": "Ketua RT 003"}
    visit = visit_entry(Filling(visit_form(), answers, TODAY), {"f1": PHOTO}, code_book(), Attempt())
    check_visit(visit)
    assert (visit.presence, visit.absence_reason, visit.guide) == ("not_found", word, "Ketua RT 003")
    assert (visit.members, visit.statement, "id_atap_terluas" in visit.answers) == ((), False, False)


def test_a_wrong_answer_is_refused_by_its_question_and_never_written() -> None:
    with pytest.raises(Refused) as caught:
        visit_entry(Filling(visit_form(), {**MET, "luas_lantai_bangunan": "x"}, TODAY), {}, code_book(), Attempt())
    assert caught.value.facts == {"question": "luas_lantai_bangunan", "violation": "answer_not_whole_number"}


def test_every_photo_of_the_form_is_a_known_kind_of_evidence() -> None:
    asked = {question.evidence for question in visit_form().questions.values() if question.evidence}
    assert len(asked) == 7
    assert asked <= set(reason_book().evidence)
