"""Fields of the register in words, and the values that are not codes."""

from __future__ import annotations

from typing import Final

from app.ui.vocabulary.said import QT_TRANSLATE_NOOP
from app.ui.words import translate

_FIELD: Final = {
    "name": QT_TRANSLATE_NOOP("Field", "Nama"),
    "nik": "NIK",
    "kk": QT_TRANSLATE_NOOP("Field", "Nomor KK"),
    "birth_date": QT_TRANSLATE_NOOP("Field", "Tanggal lahir"),
    "sex": QT_TRANSLATE_NOOP("Field", "Jenis kelamin"),
    "relation": QT_TRANSLATE_NOOP("Field", "Hubungan dengan kepala keluarga"),
    "marital": QT_TRANSLATE_NOOP("Field", "Status perkawinan"),
    "head_name": QT_TRANSLATE_NOOP("Field", "Kepala keluarga"),
    "address": QT_TRANSLATE_NOOP("Field", "Alamat"),
    "dusun": QT_TRANSLATE_NOOP("Field", "Dusun"),
    "rt": "RT",
    "rw": "RW",
    "village_code": QT_TRANSLATE_NOOP("Field", "Kode desa"),
    "decile": QT_TRANSLATE_NOOP("Field", "Desil menurut BPS"),
    "programmes": QT_TRANSLATE_NOOP("Field", "Program bantuan"),
    "id_keluarga": QT_TRANSLATE_NOOP("Field", "Nomor keluarga"),
    "jumlah_anggota_keluarga": QT_TRANSLATE_NOOP("Field", "Jumlah anggota"),
    "desil_nasional_keluarga": QT_TRANSLATE_NOOP("Field", "Desil menurut BPS"),
    "kemiskinan_ekstrem": QT_TRANSLATE_NOOP("Field", "Kemiskinan ekstrem"),
    "kode_desa": QT_TRANSLATE_NOOP("Field", "Kode desa"),
    "status_dtsen": QT_TRANSLATE_NOOP("Field", "Status di DTSEN"),
}


def register_field_words(field: str) -> str:
    """The words of a field of the register; empty where the field is not one of Balai's own."""
    source = _FIELD.get(field)
    return translate("Field", source) if source else ""
