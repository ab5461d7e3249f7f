"""Why a district's list cannot be read."""

from __future__ import annotations

from app.ui.messages.phrases import NOTHING_CHANGED, TRY_AGAIN
from app.ui.messages.sentence import QT_TRANSLATE_NOOP, Sentence

SENTENCES: dict[str, Sentence] = {
    "list_not_a_list": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Tidak ditemukan judul kolom seperti NIK, No KK, atau Nama."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa apakah ini berkas yang benar."),
    ),
    "list_on_hidden_sheet": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Daftarnya ada di lembar tersembunyi: {sheet}."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP(
            "Messages",
            "Di Excel, klik kanan nama lembar, pilih Tampilkan (Unhide), simpan, lalu pilih lagi berkas ini.",
        ),
    ),
    "list_shows_no_sheet": Sentence(
        title=QT_TRANSLATE_NOOP(
            "Messages", "Semua lembar di berkas ini tersembunyi, dan tidak ada daftar di dalamnya."
        ),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa apakah ini berkas yang benar."),
    ),
    "list_zip_bomb": Sentence(
        title=QT_TRANSLATE_NOOP(
            "Messages", "Isi berkas ini akan membengkak menjadi {mb} MB dan dapat membuat laptop macet."
        ),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Minta berkas baru dari kabupaten."),
    ),
    "list_not_a_sheet": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas ini ({kind}) bukan tabel Excel atau CSV."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Buka di Excel atau LibreOffice, simpan sebagai .xlsx, lalu pilih lagi."),
    ),
    "list_stray_cells": Sentence(
        title=QT_TRANSLATE_NOOP(
            "Messages", "Lembar ini punya isian jauh di luar daftar (baris {rows}, kolom {columns})."
        ),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Hapus baris dan kolom kosong setelah daftar di Excel, simpan, lalu coba lagi."
        ),
    ),
    "list_not_found": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas tidak ditemukan."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa apakah stik masih terpasang, lalu pilih berkasnya lagi."),
    ),
    "list_empty_file": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas ini kosong."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Minta kabupaten mengirimkannya lagi."),
    ),
    "list_too_big": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas ini {mb} MB, lebih besar dari batas {limit_mb} MB."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Minta daftar untuk desa ini saja, tanpa foto."),
    ),
    "list_wrong_extension": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Nama berkas berakhiran .{suffix}, tetapi isinya {kind}."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Ganti akhiran namanya sesuai isinya, lalu coba lagi."),
    ),
    "list_without_people": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Judul kolom ada, tetapi tidak ada orang di bawahnya."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa berkasnya atau minta lagi."),
    ),
    "list_encrypted": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas ini dikunci dengan kata sandi Office."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Buka di Excel, simpan tanpa kata sandi, lalu pilih lagi."),
    ),
    "list_torn": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas ini rusak atau terpotong, mungkin belum selesai tersalin."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Salin atau unduh lagi dari sumbernya."),
    ),
    "list_stray_quote": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", 'Di baris {row} ada tanda kutip (") yang tidak ditutup.'),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Hapus tanda kutip itu dan simpan, atau mintalah daftarnya sebagai berkas Excel (XLSX)."
        ),
    ),
    "list_cannot_be_opened": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas tidak dapat dibuka, mungkin sedang dipakai program lain."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Tutup berkas itu di Excel, lalu coba lagi."),
        action=TRY_AGAIN,
    ),
    "import_cancelled": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Pembacaan daftar dihentikan."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Mulai lagi kapan saja."),
    ),
    "list_other_village": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Daftar ini untuk desa lain (kode {offered}), bukan desa ini ({held})."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Pilih daftar desa ini. Desa lain dibuka sebagai desa baru di layar awal."
        ),
    ),
    "list_of_district_stands": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Laptop ini sudah memakai daftar dari kabupaten."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Minta kabupaten menerbitkan daftar baru; daftar itu datang lewat Kirim & terima."
        ),
    ),
    "mapping_does_not_fit": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Pilihan kolom yang diingat tidak cocok dengan daftar ini."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa pilihan kolom satu per satu."),
    ),
    "mapping_without_name": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Belum ada kolom untuk nama orang."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih kolom mana yang berisi nama."),
    ),
    "sheet_cannot_be_saved": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas tidak dapat disimpan di tempat itu."),
        safe=QT_TRANSLATE_NOOP("Messages", "Data Anda di Balai aman."),
        advice=QT_TRANSLATE_NOOP("Messages", "Tutup berkas itu di Excel atau pilih folder lain, lalu coba lagi."),
        action=TRY_AGAIN,
    ),
    "list_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas ini tidak bisa dibaca sebagai daftar."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Minta berkas baru kepada pengirimnya."),
    ),
    "mapping_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kolom belum cocok semua."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa pilihan kolomnya."),
    ),
    "sheet_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Lembar kerja tidak bisa disimpan."),
        safe=QT_TRANSLATE_NOOP("Messages", "Daftar di Balai tidak berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Tutup berkas itu di Excel atau pilih tempat lain, lalu coba lagi."),
        action=TRY_AGAIN,
    ),
    "roster_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Daftar ini tidak bisa dipakai."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Minta berkas baru kepada pengirimnya."),
    ),
}
