"""What may go wrong with the encrypted store, its disk, and the files beside it."""

from __future__ import annotations

from app.ui.messages.phrases import (
    ASK_DISTRICT,
    DELETE_NOTHING,
    KEPT_AS_DRAFT,
    NOTHING_CHANGED,
    SAVED_IS_SAFE,
    TRY_AGAIN,
    WAIT_A_MOMENT,
)
from app.ui.messages.sentence import QT_TRANSLATE_NOOP, Sentence

SENTENCES: dict[str, Sentence] = {
    "sqlite_old": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Bagian penyimpanan Balai terlalu lama ({found})."),
        safe=SAVED_IS_SAFE,
        advice=QT_TRANSLATE_NOOP("Messages", "Pasang ulang Balai, lalu coba lagi."),
    ),
    "store_damaged": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Simpanan di laptop ini rusak."),
        safe=QT_TRANSLATE_NOOP("Messages", "Salinan cadangan catatan Anda di laptop ini tetap ada."),
        advice=DELETE_NOTHING,
    ),
    "store_empty": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Simpanan di laptop ini kosong, padahal seharusnya berisi."),
        safe=QT_TRANSLATE_NOOP("Messages", "Salinan cadangan catatan Anda di laptop ini tetap ada."),
        advice=DELETE_NOTHING,
    ),
    "store_exists": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Simpanan sudah ada di laptop ini."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Masuk seperti biasa."),
    ),
    "store_key_wrong": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kunci simpanan tidak cocok."),
        safe=NOTHING_CHANGED,
        advice=ASK_DISTRICT,
    ),
    "store_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Simpanan desa tidak ditemukan di laptop ini."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Periksa apakah folder Balai dipindahkan. Jika tidak, hubungi petugas kabupaten."
        ),
    ),
    "store_newer": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Simpanan ini dibuat oleh Balai yang lebih baru."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Pasang Balai terbaru, lalu buka lagi."),
    ),
    "disk_full": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Ruang di laptop ini penuh."),
        safe=QT_TRANSLATE_NOOP("Messages", "Yang sudah tersimpan tetap aman; yang terakhir belum tersimpan."),
        advice=QT_TRANSLATE_NOOP("Messages", "Hapus berkas yang tidak perlu, lalu simpan lagi."),
        action=TRY_AGAIN,
    ),
    "preferences_not_kept": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Pilihan tampilan ini belum tersimpan di laptop."),
        safe=QT_TRANSLATE_NOOP("Messages", "Pilihan berlaku sampai Balai ditutup. Data desa tetap aman."),
        advice=QT_TRANSLATE_NOOP("Messages", "Kosongkan ruang di laptop, lalu pilih lagi."),
    ),
    "disk_readonly": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Tempat penyimpanan tidak bisa ditulisi."),
        safe=QT_TRANSLATE_NOOP("Messages", "Yang sudah tersimpan tetap aman; yang terakhir belum tersimpan."),
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa kunci kartu atau izin folder, lalu coba lagi."),
        action=TRY_AGAIN,
    ),
    "disk_failed": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Laptop ini gagal menulis ke penyimpanannya."),
        safe=QT_TRANSLATE_NOOP("Messages", "Yang sudah tersimpan tetap aman; yang terakhir belum tersimpan."),
        advice=QT_TRANSLATE_NOOP("Messages", "Coba lagi. Jika terulang, kirim data Anda dan laporkan laptop ini."),
        action=TRY_AGAIN,
    ),
    "file_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Satu foto atau berkas tidak ditemukan."),
        safe=QT_TRANSLATE_NOOP("Messages", "Catatan kunjungan tetap utuh."),
        advice=QT_TRANSLATE_NOOP("Messages", "Jika bisa, ambil fotonya lagi."),
    ),
    "file_damaged": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Satu foto atau berkas rusak."),
        safe=QT_TRANSLATE_NOOP("Messages", "Catatan kunjungan tetap utuh."),
        advice=QT_TRANSLATE_NOOP("Messages", "Jika bisa, ambil fotonya lagi."),
    ),
    "store_busy": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Simpanan sedang dipakai pekerjaan lain."),
        safe=QT_TRANSLATE_NOOP("Messages", "Yang sudah tersimpan tetap aman; yang terakhir belum tersimpan."),
        advice=WAIT_A_MOMENT,
        action=TRY_AGAIN,
    ),
    "store_unreachable": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Simpanan di laptop ini tidak bisa dijangkau."),
        safe=SAVED_IS_SAFE,
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa apakah folder Balai masih ada dan boleh dibuka, lalu coba lagi."),
        action=TRY_AGAIN,
    ),
    "file_too_big": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas ini terlalu besar."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih foto atau berkas yang lebih kecil."),
    ),
    "photo_too_big": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Foto ini terlalu besar."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Ambil foto dengan ukuran biasa, lalu pilih lagi."),
    ),
    "photo_unreadable": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas ini bukan foto, atau fotonya rusak."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih foto lain (JPEG, PNG, atau WebP), atau ambil lagi."),
    ),
    "store_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Simpanan di laptop ini belum bisa dibuka."),
        safe=SAVED_IS_SAFE,
        advice=WAIT_A_MOMENT,
        action=TRY_AGAIN,
    ),
    "file_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas ini tidak bisa dipakai."),
        safe=SAVED_IS_SAFE,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih berkas lain."),
    ),
    "photo_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Foto ini tidak bisa dipakai."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih foto lain (JPEG, PNG, atau WebP)."),
    ),
    "draft_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Draf ini tidak bisa dibuka."),
        safe=SAVED_IS_SAFE,
        advice=WAIT_A_MOMENT,
    ),
}
