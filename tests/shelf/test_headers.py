"""The header book is data that fits together."""

from __future__ import annotations

import pytest

from app.shelf.headers import code_of, load_headers, plain_heading

DTSEN_COLUMNS = """
    nik no_kk nama tanggal_lahir umur id_jenis_kelamin id_hub_kepala_keluarga id_status_perkawinan
    id_partisipasi_sekolah id_jenjang_pendidikan_dukcapil membantu_bekerja id_pekerjaan_utama
    id_lapangan_usaha_dari_usaha_utama id_status_kedudukan_pekerjaan_utama id_kepemilikan_izin_usaha jumlah_jenis_usaha
    jumlah_pekerja_dibayar jumlah_pekerja_tidak_dibayar id_omset_usaha_utama id_kondisi_gizi id_penglihatan
    id_pendengaran id_berjalan_atau_naik_tangga id_menggunakan_tangan_jari id_belajar_kemampuan_intelektual
    id_pengendalian_perilaku id_berbicara_komunikasi id_mengurus_diri id_mengingat_berkonsentrasi id_kesedihan_depresi
    id_penyakit_menahun id_disabilitas pbi bansos desil_nasional_anggota status_dtsen kode_provinsi provinsi
    kabupaten_kota kecamatan kelurahan_desa id_status_keberadaan_keluarga jumlah_anggota_keluarga
    desil_nasional_keluarga kemiskinan_ekstrem id_status_penguasaan_bangunan luas_lantai_bangunan id_lantai_terluas
    id_dinding_terluas id_atap_terluas id_sumber_airminum id_sumberpenerangan id_dayapenerangan id_bb_utama
    id_fasilitas_bab id_jenis_kloset id_pembuangan_tinja kepemilikan_aset aset_bergerak_tabung_gas
    aset_bergerak_lemari_es aset_bergerak_ac aset_bergerak_pemanas_air aset_bergerak_telepon_rumah
    aset_bergerak_tv_datar aset_bergerak_emas_perhiasan aset_bergerak_komputer_laptop_tablet aset_bergerak_sepeda_motor
    aset_bergerak_sepeda aset_bergerak_mobil aset_bergerak_perahu aset_bergerak_kapal_perahu_motor
    aset_bergerak_smartphone lahan_tempat_lain rumah_tempat_lain jml_sapi jml_kerbau jml_kuda jml_babi
    jml_kambing_domba foto_rumah
"""


def test_every_dtsen_column_is_a_field_under_its_own_name() -> None:
    book = load_headers()
    assert [name for name in DTSEN_COLUMNS.split() if book.by_spelling.get(plain_heading(name), ("",))[0] != name] == []


def test_only_the_vague_heading_may_mean_two_fields() -> None:
    shared = {spelling: names for spelling, names in load_headers().by_spelling.items() if len(names) > 1}
    assert shared == {"status": ("id_status_perkawinan", "status_dtsen")}


def test_levels_lists_and_codes_exist() -> None:
    book = load_headers()
    for spec in book.fields.values():
        assert spec.level in ("person", "family", "place", "programme", "order")
        assert not spec.values or spec.values in book.values
        assert bool(spec.code) == (spec.level == "programme")


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("N I K", "nik"),
        ("NO. KARTU KELUARGA", "no_kk"),
        ("TGL LAHIR (DD-MM-YYYY)", "tanggal_lahir"),
        ("L/P", "id_jenis_kelamin"),
        ("JK (L/P)", "id_jenis_kelamin"),
        ("Foto_Rumah", "foto_rumah"),
        ("PBI JK", "pbi"),
        ("NOKK", "no_kk"),
        ("idsemesta", "id_individu"),
        ("ＮＩＫ", "nik"),
    ],
)
def test_headings_are_met_in_their_spellings(heading: str, field: str) -> None:
    assert load_headers().by_spelling[plain_heading(heading)][0] == field


@pytest.mark.parametrize(
    ("label", "values", "code"),
    [
        ("LAKI-LAKI", "sex", "1"),
        ("P", "sex", "2"),
        ("2", "sex", "2"),
        ("02", "sex", "2"),
        ("2. Perempuan", "sex", "2"),
        ("Famili Lain", "relation", "8"),
        ("ORANG TUA", "relation", "6"),
        ("V", "yes_no", "1"),
        ("✓", "yes_no", "1"),
        ("Tidak", "yes_no", "0"),
        ("Seng", "roof", "3"),
        ("Cerai Mati", "marital", "4"),
        ("banci", "sex", None),
        ("", "sex", None),
    ],
)
def test_words_stand_for_codes(label: str, values: str, code: str | None) -> None:
    assert code_of(label, load_headers().values[values]) == code


def test_the_cards_relations_become_dtsens() -> None:
    shdk = load_headers().relation_shdk
    assert [shdk[str(code)] for code in range(1, 12)] == ["1", "2", "2", "3", "4", "5", "6", "6", "8", "7", "8"]
