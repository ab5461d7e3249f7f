from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import Refused
from app.domain.filling import Filling
from app.domain.prefill import register_answers
from app.domain.questionnaire import CHOOSING
from app.domain.roster import DTSEN, REGSOSEK, UNKNOWN_CODES, Family, Member
from app.shelf.codes import code_book
from app.shelf.forms import read_form, visit_form

TODAY = date(2026, 11, 23)
MET = {"status_kunjungan": "1", "hasil_kunjungan": "1"}

PERSON_COLUMNS = """id_jenis_kelamin id_hub_kepala_keluarga id_status_perkawinan id_partisipasi_sekolah
    id_jenjang_pendidikan_dukcapil membantu_bekerja id_lapangan_usaha_dari_usaha_utama
    id_status_kedudukan_pekerjaan_utama id_kepemilikan_izin_usaha jumlah_jenis_usaha jumlah_pekerja_dibayar
    jumlah_pekerja_tidak_dibayar id_omset_usaha_utama id_kondisi_gizi id_penglihatan id_pendengaran
    id_berjalan_atau_naik_tangga id_menggunakan_tangan_jari id_belajar_kemampuan_intelektual id_pengendalian_perilaku
    id_berbicara_komunikasi id_mengurus_diri id_mengingat_berkonsentrasi id_kesedihan_depresi id_penyakit_menahun
    nama nik tanggal_lahir"""
FAMILY_COLUMNS = """id_status_penguasaan_bangunan luas_lantai_bangunan id_lantai_terluas id_dinding_terluas
    id_atap_terluas id_sumber_airminum id_sumberpenerangan id_dayapenerangan id_bb_utama id_fasilitas_bab
    id_jenis_kloset id_pembuangan_tinja aset_bergerak_tabung_gas aset_bergerak_lemari_es aset_bergerak_ac
    aset_bergerak_pemanas_air aset_bergerak_telepon_rumah aset_bergerak_tv_datar aset_bergerak_emas_perhiasan
    aset_bergerak_komputer_laptop_tablet aset_bergerak_sepeda_motor aset_bergerak_sepeda aset_bergerak_mobil
    aset_bergerak_perahu aset_bergerak_kapal_perahu_motor aset_bergerak_smartphone lahan_tempat_lain
    rumah_tempat_lain jml_sapi jml_kerbau jml_kuda jml_babi jml_kambing_domba foto_rumah"""


def asked(answers: dict[str, str]) -> set[str]:
    return {step.path for step in Filling(visit_form(), answers, TODAY).steps}


def test_the_visit_form_asks_for_every_dtsen_column_of_family_and_person() -> None:
    form = visit_form()
    columns = {*PERSON_COLUMNS.split(), *FAMILY_COLUMNS.split()}
    assert columns - set(form.questions) == set()
    assert {form.section_of[name].name for name in PERSON_COLUMNS.split()} == {"anggota"}


def test_every_question_speaks_both_languages_and_every_limit_says_what_it_wants() -> None:
    for question in visit_form().questions.values():
        assert question.label.id
        assert question.label.en
        assert bool(question.hint.id) == bool(question.hint.en)
        assert (question.constraint is None) == (not question.message.id)
        assert bool(question.message.id) == bool(question.message.en)
        assert question.kind not in CHOOSING or question.choices is not None


def test_health_and_money_are_private() -> None:
    private = {name for name, question in visit_form().questions.items() if question.private}
    assert {"id_penyakit_menahun", "id_kesedihan_depresi", "id_penglihatan", "hamil", "penghasilan", "nik"} <= private


def test_a_family_that_moved_is_not_asked_for_its_house_but_for_a_witness() -> None:
    steps = asked({"status_kunjungan": "2", "alasan_tidak_ditemukan": "1", "anggota": "a"})
    assert {"saksi_rt", "tujuan_pindah"} <= steps
    assert not {"hasil_kunjungan", "id_atap_terluas", "anggota/a/nama", "foto_rumah", "pernyataan_responden"} & steps


def test_a_refused_visit_asks_no_more_than_photo_and_note() -> None:
    steps = asked({"status_kunjungan": "1", "hasil_kunjungan": "4", "anggota": "a"})
    assert {"foto_rumah", "catatan"} <= steps
    assert not {"nama_responden", "id_atap_terluas", "anggota/a/nama"} & steps


def test_power_and_toilet_follow_what_there_is() -> None:
    assert "id_dayapenerangan" in asked({**MET, "id_sumberpenerangan": "1"})
    assert "id_dayapenerangan" not in asked({**MET, "id_sumberpenerangan": "4"})
    assert "id_jenis_kloset" in asked({**MET, "id_fasilitas_bab": "4"})
    assert "id_jenis_kloset" not in asked({**MET, "id_fasilitas_bab": "6"})


@pytest.mark.parametrize(
    ("born", "yes", "no"),
    [
        ("2024-06-01", {"id_kondisi_gizi", "id_penglihatan"}, {"id_partisipasi_sekolah", "membantu_bekerja", "hamil"}),
        ("2018-06-01", {"id_partisipasi_sekolah"}, {"id_kondisi_gizi", "membantu_bekerja", "hamil"}),
        ("1996-06-01", {"membantu_bekerja", "hamil"}, {"id_kondisi_gizi"}),
        ("1950-06-01", {"membantu_bekerja"}, {"hamil", "id_kondisi_gizi"}),
        ("", {"id_partisipasi_sekolah", "membantu_bekerja"}, {"hamil", "id_kondisi_gizi"}),
    ],
)
def test_a_member_is_asked_what_fits_age_and_sex(born: str, yes: set[str], no: set[str]) -> None:
    member = {"anggota/a/keberadaan_anggota": "1", "anggota/a/tanggal_lahir": born, "anggota/a/id_jenis_kelamin": "2"}
    steps = {path.removeprefix("anggota/a/") for path in asked({**MET, "anggota": "a", **member})}
    assert yes <= steps
    assert not no & steps


def test_a_dead_member_is_asked_only_the_date() -> None:
    steps = asked({**MET, "anggota": "a", "anggota/a/keberadaan_anggota": "2"})
    assert {path for path in steps if path.startswith("anggota/")} == {
        f"anggota/a/{name}"
        for name in ("keberadaan_anggota", "tanggal_meninggal", "nama", "tanggal_lahir", "bukti_anggota")
    }


def family(**fields: str) -> Family:
    member = Member("m/1", "Yosefina Tefa", "", "1980-01-02", "2", "1", "4", {"id_penyakit_menahun": "1"})
    return Family("f1", "5300000000000000", "Yosefina Tefa", fields=fields, members=(member,))


@pytest.mark.parametrize(("version", "roof"), [(DTSEN, "5"), (REGSOSEK, "6"), (UNKNOWN_CODES, None)])
def test_the_registers_roof_is_read_in_its_own_codes_and_never_guessed(version: str, roof: str | None) -> None:
    found = register_answers(visit_form(), family(id_atap_terluas="5", id_lantai_terluas="8"), version, code_book())
    assert found.get("id_atap_terluas") == roof
    assert found["id_lantai_terluas"] == "8"


def test_the_registers_members_stand_ready_with_what_is_known_of_them() -> None:
    found = register_answers(visit_form(), family(id_bb_utama="99", luas_lantai_bangunan="x"), DTSEN, code_book())
    assert found == {
        "anggota": "m/1",
        "anggota/m/1/nama": "Yosefina Tefa",
        "anggota/m/1/tanggal_lahir": "1980-01-02",
        "anggota/m/1/id_jenis_kelamin": "2",
        "anggota/m/1/id_hub_kepala_keluarga": "1",
        "anggota/m/1/id_status_perkawinan": "4",
        "anggota/m/1/id_penyakit_menahun": "1",
    }


QUESTION = {"name": "a", "type": "text", "label": {"id": "A"}}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"type": "choice", "list": "atap@nowhere"}, "form_list_unknown"),
        ({"type": "riddle"}, "shelf_file_damaged"),
        ({"surprise": 1}, "shelf_file_damaged"),
        ({"relevant": "${a"}, "expression_character"),
        ({"relevant": "${other} = 1"}, "form_question_unknown"),
    ],
)
def test_a_districts_form_with_a_fault_is_refused(tmp_path: Path, change: dict[str, Any], code: str) -> None:
    path = tmp_path / "own.json"
    sections = [{"name": "s", "label": {"id": "S"}, "questions": [{**QUESTION, **change}]}]
    path.write_text(json.dumps({"id": "f", "version": "1", "title": {"id": "F"}, "sections": sections}))
    with pytest.raises(Refused) as caught:
        read_form(path, code_book())
    assert caught.value.code == code
