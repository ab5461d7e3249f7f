"""Findings about a list as a whole, in words: what was noticed, what would be lost, which sheets there are."""

from __future__ import annotations

from typing import Final

from app.domain.intake import COPY, OTHER_HEADINGS, ColumnMapping, SheetOffer
from app.ui.messages.sentence import QT_TRANSLATE_NOOP
from app.ui.screens.impor.state import SheetShown
from app.ui.words import translate, translate_counted

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
        "Lembar lain di berkas ini tidak dibaca (dalam kurung jumlah barisnya): {value}.",
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
    "place_from_sheets": QT_TRANSLATE_NOOP(
        "Note", "RT atau dusun yang tidak tertulis di barisnya diambil dari nama lembar."
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


def losses(mapping: ColumnMapping) -> tuple[str, ...]:
    """What cannot be known about people and families whose numbers no column holds."""
    found: list[str] = []
    if mapping.column_of("nik") is None:
        found.append(
            translate(
                "Import",
                "Tidak ada kolom NIK: orang hanya dikenali dari nama dan tanggal lahir, dan NIK ganda atau rusak tidak "
                "ketahuan.",
            )
        )
    if mapping.column_of("no_kk") is None:
        found.append(_without_card(mapping))
    return tuple(found)


def _without_card(mapping: ColumnMapping) -> str:
    if mapping.column_of("id_keluarga") is not None:
        return translate(
            "Import",
            "Tidak ada kolom nomor KK: anggota dikumpulkan menurut nomor keluarga saja, dan keluarga tidak bisa dicari "
            "dengan nomor KK.",
        )
    if mapping.column_of("id_hub_kepala_keluarga") is not None:
        return translate(
            "Import",
            "Tidak ada kolom nomor KK: anggota hanya mengikuti kepala keluarga di baris atasnya, jadi urutan baris "
            "menentukan keluarganya.",
        )
    return translate("Import", "Tidak ada kolom nomor KK: setiap baris menjadi keluarga sendiri, tanpa anggota lain.")


def sheet_shown(sheet: SheetOffer) -> SheetShown:
    """One sheet in words: how long it is, and why it is not proposed."""
    why = {
        COPY: translate("Import", "orangnya sudah ada di lembar lain"),
        OTHER_HEADINGS: translate("Import", "judul kolomnya berbeda"),
    }.get(sheet.reason, "")
    rows = translate_counted("Import", "{n} baris", sheet.rows)
    return SheetShown(sheet.name, " · ".join(filter(None, (rows, why))), sheet.read)
