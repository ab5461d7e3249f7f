"""Findings about a list as a whole, in words."""

from __future__ import annotations

from typing import Final

from app.ui.messages.sentence import QT_TRANSLATE_NOOP
from app.ui.words import translate

_NOTE: Final = {
    "code_list_known": QT_TRANSLATE_NOOP("Note", "Kode di daftar ini dibaca menurut {value}."),
    "code_list_unknown": QT_TRANSLATE_NOOP(
        "Note", "Versi kode di daftar ini tidak diketahui; kode disimpan tanpa diartikan."
    ),
    "village_not_in_list": QT_TRANSLATE_NOOP("Note", "Kode desa {value} tidak ada di daftar wilayah resmi."),
    "several_villages": QT_TRANSLATE_NOOP("Note", "Daftar ini memuat beberapa desa: {value}."),
    "nik_region_not_in_list": QT_TRANSLATE_NOOP(
        "Note", "Awalan NIK {value} tidak ada di daftar wilayah; dalam kurung jumlahnya. Mungkin kode lama."
    ),
    "sheets_not_read": QT_TRANSLATE_NOOP(
        "Note",
        "Lembar lain di berkas ini belum dibaca (dalam kurung jumlah barisnya): {value}. "
        "Satukan semua lembar menjadi satu, lalu buka lagi.",
    ),
    "members_by_merge": QT_TRANSLATE_NOOP(
        "Note", "{value} anggota digabung dengan keluarga di atasnya karena sel nomor KK-nya satu di lembar ini."
    ),
    "members_by_blanks": QT_TRANSLATE_NOOP(
        "Note",
        "Nomor KK hanya tertulis di baris pertama tiap keluarga: {value} anggota di bawahnya digabung dengan keluarga "
        "itu dan ditandai, agar diperiksa saat kunjungan.",
    ),
    "people_without_family": QT_TRANSLATE_NOOP(
        "Note", "{value} orang tanpa nomor KK dibaca masing-masing sebagai keluarga sendiri."
    ),
    "ids_count_rows": QT_TRANSLATE_NOOP(
        "Note", "Nomor ID di daftar ini hanya nomor urut berkas, jadi tidak dipakai untuk mengenali orang."
    ),
    "relation_codes_of_card": QT_TRANSLATE_NOOP(
        "Note", "Hubungan keluarga memakai kode kartu keluarga; Balai membacanya sebagai kode DTSEN."
    ),
}


def note_words(code: str, value: str) -> str:
    """One finding as a sentence."""
    source = _NOTE.get(code)
    if code == "code_list_known":
        value = value.partition(" (")[0]  # what betrayed the version is for the log, not for the reader
    return translate("Note", source, value=value) if source else f"{code} {value}".strip()
