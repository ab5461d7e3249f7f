"""Warnings of a list in words: what was seen, and why it may be wrong."""

from __future__ import annotations

from typing import Final

from app.ui.vocabulary.said import QT_TRANSLATE_NOOP, word_of
from app.ui.words import translate

_WHOLE: Final = {
    "nik_birth_date_differs": QT_TRANSLATE_NOOP("Flag", "Tanggal lahir tidak cocok dengan NIK"),
    "nik_date_impossible": QT_TRANSLATE_NOOP("Flag", "Tanggal di dalam NIK tidak ada di kalender"),
    "nik_sex_differs": QT_TRANSLATE_NOOP("Flag", "Jenis kelamin tidak cocok dengan NIK"),
    "nik_region_unknown": QT_TRANSLATE_NOOP("Flag", "Kode wilayah di awal NIK tidak dikenal"),
    "nik_serial_zero": QT_TRANSLATE_NOOP("Flag", "Nomor urut NIK 0000 tidak pernah diberikan"),
    "nik_length": QT_TRANSLATE_NOOP("Flag", "NIK harus 16 angka"),
    "nik_twice": QT_TRANSLATE_NOOP("Flag", "NIK yang sama dipakai lebih dari satu orang"),
    "kk_region_unknown": QT_TRANSLATE_NOOP("Flag", "Kode wilayah di awal nomor KK tidak dikenal"),
    "kk_from_above": QT_TRANSLATE_NOOP("Flag", "Anggota tanpa nomor KK digabung dengan keluarga di atasnya"),
    "birth_date_missing": QT_TRANSLATE_NOOP("Flag", "Tanggal lahir kosong"),
    "birth_date_unreadable": QT_TRANSLATE_NOOP("Flag", "Tanggal lahir tidak terbaca"),
    "birth_date_year_only": QT_TRANSLATE_NOOP("Flag", "Tanggal lahir hanya berisi tahun"),
    "birth_date_impossible": QT_TRANSLATE_NOOP("Flag", "Tanggal lahir tidak ada di kalender"),
    "birth_date_swapped": QT_TRANSLATE_NOOP("Flag", "Tanggal dan bulan lahir tampaknya tertukar"),
    "birth_date_month_first": QT_TRANSLATE_NOOP("Flag", "Tanggal lahir ditulis bulan lebih dahulu"),
    "birth_date_short_year": QT_TRANSLATE_NOOP("Flag", "Tahun lahir hanya dua angka"),
    "birth_date_serial": QT_TRANSLATE_NOOP("Flag", "Tanggal lahir berubah menjadi angka oleh lembar kerja"),
    "birth_date_future": QT_TRANSLATE_NOOP("Flag", "Tanggal lahir di masa depan"),
    "birth_date_too_old": QT_TRANSLATE_NOOP("Flag", "Menurut tanggal lahir, umurnya lebih dari 115 tahun"),
    "family_no_head": QT_TRANSLATE_NOOP("Flag", "Keluarga tanpa kepala keluarga"),
    "family_two_heads": QT_TRANSLATE_NOOP("Flag", "Keluarga dengan lebih dari satu kepala keluarga"),
    "family_values_differ": QT_TRANSLATE_NOOP("Flag", "Isian keluarga berbeda antarbaris anggotanya"),
    "family_size_differs": QT_TRANSLATE_NOOP("Flag", "Jumlah anggota tidak sama dengan yang tertulis"),
    "id_twice": QT_TRANSLATE_NOOP("Flag", "Nomor DTSEN yang sama dipakai lebih dari satu kali"),
    "name_says_dead": QT_TRANSLATE_NOOP("Flag", "Nama memuat tanda bahwa orang ini sudah meninggal"),
    "status_says_dead": QT_TRANSLATE_NOOP("Flag", "Daftar menandai orang ini sudah meninggal"),
    "sex_missing": QT_TRANSLATE_NOOP("Flag", "Jenis kelamin kosong"),
    "relation_missing": QT_TRANSLATE_NOOP("Flag", "Hubungan keluarga kosong"),
    "marital_unknown": QT_TRANSLATE_NOOP("Flag", "Status perkawinan tidak dikenal"),
    "decile_unknown": QT_TRANSLATE_NOOP("Flag", "Desil di luar 1 sampai 10"),
    "rt_unreadable": QT_TRANSLATE_NOOP("Flag", "RT tidak terbaca"),
    "rw_unreadable": QT_TRANSLATE_NOOP("Flag", "RW tidak terbaca"),
    "village_unknown": QT_TRANSLATE_NOOP("Flag", "Kode desa tidak dikenal"),
    "name_missing": QT_TRANSLATE_NOOP("Flag", "Nama kosong"),
    "relation_unknown": QT_TRANSLATE_NOOP("Flag", "Hubungan keluarga tidak dikenal"),
    "sex_unknown": QT_TRANSLATE_NOOP("Flag", "Jenis kelamin tidak dikenal"),
    "code_unknown": QT_TRANSLATE_NOOP("Flag", "Kode tidak ada di daftar kode"),
    "region_unknown": QT_TRANSLATE_NOOP("Flag", "Kode wilayah tidak dikenal"),
}
_NUMBER: Final = {
    "missing": QT_TRANSLATE_NOOP("Flag", "{what} kosong"),
    "placeholder": QT_TRANSLATE_NOOP("Flag", "{what} diisi tanda pengganti, bukan nomor"),
    "not_digits": QT_TRANSLATE_NOOP("Flag", "{what} berisi tanda selain angka"),
    "number": QT_TRANSLATE_NOOP("Flag", "{what} tersimpan sebagai angka, bukan teks; periksa angka terakhirnya"),
    "inexact": QT_TRANSLATE_NOOP("Flag", "Angka terakhir {what} mungkin berubah oleh lembar kerja"),
    "last_digit_zero": QT_TRANSLATE_NOOP("Flag", "Angka terakhir {what} menjadi 0 oleh lembar kerja"),
    "quoted": QT_TRANSLATE_NOOP("Flag", "{what} didahului tanda kutip"),
    "scientific": QT_TRANSLATE_NOOP("Flag", "{what} berubah menjadi bentuk 7,3E+15 oleh lembar kerja"),
    "spaced": QT_TRANSLATE_NOOP("Flag", "{what} berisi spasi, titik, atau garis"),
    "short": QT_TRANSLATE_NOOP("Flag", "{what} kurang dari 16 angka"),
    "long": QT_TRANSLATE_NOOP("Flag", "{what} lebih dari 16 angka"),
    "joined": QT_TRANSLATE_NOOP("Flag", "{what} dilengkapi dari baris lain keluarga ini"),
}
_WHAT: Final = {"nik": "NIK", "kk": QT_TRANSLATE_NOOP("Flag", "Nomor KK")}


def flag_words(code: str) -> str:
    """What a warning says, as one line."""
    if code in _WHOLE:
        return translate("Flag", _WHOLE[code])
    what, _, kind = code.partition("_")
    if what in _WHAT and kind in _NUMBER:
        return translate("Flag", _NUMBER[kind], what=translate("Flag", _WHAT[what]))
    return word_of(_WHOLE, "Flag", code)
