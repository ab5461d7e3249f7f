"""Why a district's list cannot be read."""

from __future__ import annotations

from app.ui.messages.sentence import QT_TRANSLATE_NOOP, Sentence

SENTENCES: dict[str, Sentence] = {
    "list_not_a_list": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Tidak ada daftar orang di dalam berkas ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih berkas yang punya kolom nama dan NIK atau nomor KK."),
    ),
    "list_zip_bomb": Sentence(
        title=QT_TRANSLATE_NOOP(
            "Messages", "Berkas ini mengembang menjadi {mb} MB, jauh lebih besar dari sebuah daftar."
        ),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Minta berkas baru kepada pengirimnya."),
    ),
    "list_not_a_sheet": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas ini bukan lembar kerja."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih berkas Excel (.xlsx, .xls) atau CSV."),
    ),
    "list_stray_cells": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Lembar ini terlalu luas: {rows} baris dan {columns} kolom."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Hapus baris dan kolom kosong di Excel, simpan, lalu coba lagi."),
    ),
    "list_not_found": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas tidak ditemukan."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa apakah USB masih terpasang, lalu pilih lagi."),
    ),
    "list_empty_file": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas ini kosong."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Minta berkas baru kepada pengirimnya."),
    ),
    "list_too_big": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas ini {mb} MB; paling besar {limit_mb} MB."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Minta daftar untuk desa ini saja."),
    ),
    "list_wrong_extension": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Nama berkas berakhiran {suffix}, padahal isinya {kind}."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Ganti akhiran namanya, lalu pilih lagi."),
    ),
    "list_without_people": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Tidak ada satu orang pun di dalam daftar ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa lembar dan kolom yang dipilih."),
    ),
    "list_encrypted": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas ini dikunci dengan kata sandi."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Buka di Excel, hapus kata sandinya, simpan, lalu pilih lagi."),
    ),
    "list_torn": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas ini tidak utuh, mungkin salinannya terputus."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Salin ulang berkasnya atau minta yang baru."),
    ),
    "list_cannot_be_opened": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas ini sedang tidak bisa dibuka."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Tutup berkas itu di Excel, lalu coba lagi."),
        action=QT_TRANSLATE_NOOP("Messages", "Coba lagi"),
    ),
    "list_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas ini tidak bisa dibaca sebagai daftar."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Minta berkas baru kepada pengirimnya."),
    ),
    "import_cancelled": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Pembacaan daftar dihentikan."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Mulai lagi kapan saja."),
    ),
    "list_other_village": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Daftar ini untuk desa lain (kode {offered}), bukan desa ini ({held})."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Pilih daftar desa ini. Desa lain dibuka sebagai desa baru di layar awal."
        ),
    ),
    "list_of_district_stands": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Laptop ini sudah memakai daftar dari kabupaten."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Minta kabupaten menerbitkan daftar baru; daftar itu datang lewat Kirim & terima."
        ),
    ),
    "mapping_does_not_fit": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Pencocokan kolom ini untuk daftar lain."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Cocokkan kolomnya sekali lagi."),
    ),
    "mapping_without_name": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kolom nama belum dipilih."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih kolom yang berisi nama orang."),
    ),
    "mapping_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kolom belum cocok semua."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa pilihan kolomnya."),
    ),
    "sheet_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Lembar kerja tidak bisa disimpan."),
        safe=QT_TRANSLATE_NOOP("Messages", "Daftar di Balai tidak berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Tutup berkas itu di Excel atau pilih tempat lain, lalu coba lagi."),
        action=QT_TRANSLATE_NOOP("Messages", "Coba lagi"),
    ),
    "roster_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Daftar ini tidak bisa dipakai."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Minta berkas baru kepada pengirimnya."),
    ),
}
