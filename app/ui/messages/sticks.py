"""What may go wrong with a stick, or with the bundle that lies on it."""

from __future__ import annotations

from typing import Final

from app.ui.messages.phrases import (
    ASK_DISTRICT,
    NEWEST_BALAI,
    NOTHING_CHANGED,
    SAVED_IS_SAFE,
    TRY_AGAIN,
    WAIT_A_MOMENT,
)
from app.ui.messages.sentence import QT_TRANSLATE_NOOP, Sentence

_NOTHING_TAKEN: Final = QT_TRANSLATE_NOOP("Messages", "Tidak ada yang diambil; data di laptop ini tidak berubah.")
_COPY_AGAIN: Final = QT_TRANSLATE_NOOP(
    "Messages", "Salin berkasnya sekali lagi dari sumbernya, atau minta bundel baru dari pembuatnya."
)
_ASK_FOR_NEW: Final = QT_TRANSLATE_NOOP("Messages", "Minta bundel baru dari pembuatnya.")

SENTENCES: dict[str, Sentence] = {
    "stick_gone": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Stik atau foldernya tidak ada lagi. Mungkin stik tercabut."),
        safe=SAVED_IS_SAFE,
        advice=QT_TRANSLATE_NOOP("Messages", "Pasang lagi stiknya, lalu ulangi dari awal."),
        action=TRY_AGAIN,
    ),
    "stick_full": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Stik ini penuh, atau tidak menerima berkas sebesar ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Bundel yang setengah jadi sudah dihapus. Semua tetap ada di laptop ini."),
        advice=QT_TRANSLATE_NOOP(
            "Messages",
            "Kosongkan stik atau pakai stik lain. Bisa juga tanpa foto, atau dibagi menjadi beberapa bagian.",
        ),
        action=TRY_AGAIN,
    ),
    "stick_read_only": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Stik atau folder ini tidak boleh ditulisi."),
        safe=SAVED_IS_SAFE,
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Geser pengunci kecil di sisi stik bila ada, pilih folder lain, atau pakai stik lain."
        ),
        action=TRY_AGAIN,
    ),
    "stick_unreadable": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Stik, folder, atau berkas ini tidak boleh dibaca oleh laptop ini."),
        safe=_NOTHING_TAKEN,
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Pilih folder lain, atau minta bundelnya disalin sekali lagi ke stik lain."
        ),
        action=TRY_AGAIN,
    ),
    "stick_failed": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Stik ini tidak dapat dibaca atau ditulisi dengan benar."),
        safe=SAVED_IS_SAFE,
        advice=QT_TRANSLATE_NOOP("Messages", "Cabut dan pasang lagi. Bila tetap begini, pakai stik lain."),
        action=TRY_AGAIN,
    ),
    "stick_changed": Sentence(
        title=QT_TRANSLATE_NOOP(
            "Messages", "Stik ini mengembalikan isi yang berbeda dari yang ditulis. Stiknya rusak."
        ),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang hilang: semuanya tetap ada di laptop ini."),
        advice=QT_TRANSLATE_NOOP("Messages", "Jangan pakai stik ini lagi. Simpan ke stik lain."),
    ),
    "bundle_stopped": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Dihentikan sebelum selesai."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Mulai lagi kapan saja."),
    ),
    "bundle_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas ini bukan bundel Balai."),
        safe=_NOTHING_TAKEN,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih berkas yang namanya berakhir dengan .balai"),
    ),
    "bundle_newer": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Bundel ini dibuat oleh Balai yang lebih baru."),
        safe=_NOTHING_TAKEN,
        advice=NEWEST_BALAI,
    ),
    "bundle_too_large": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Bundel ini terlalu besar untuk dibuat atau dibaca sekaligus."),
        safe=SAVED_IS_SAFE,
        advice=QT_TRANSLATE_NOOP("Messages", "Buat bundel tanpa foto. Bila masih terlalu besar, hubungi kabupaten."),
    ),
    "bundle_torn": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Bundel ini terpotong: sebagian isinya tidak ikut tersalin."),
        safe=_NOTHING_TAKEN,
        advice=_COPY_AGAIN,
    ),
    "bundle_damaged": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Bundel ini rusak atau diubah orang, jadi tidak dipakai."),
        safe=_NOTHING_TAKEN,
        advice=_COPY_AGAIN,
    ),
    "bundle_malformed": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Isi bundel ini tidak terbaca."),
        safe=_NOTHING_TAKEN,
        advice=QT_TRANSLATE_NOOP("Messages", "Pasang Balai terbaru di kedua laptop, lalu minta bundel baru."),
    ),
    "bundle_not_for_us": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Bundel ini tidak ditujukan untuk laptop ini, jadi terkunci baginya."),
        safe=_NOTHING_TAKEN,
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Pembuatnya belum mengenal laptop ini. Beri dia dulu bundel dari laptop ini, lalu minta lagi."
        ),
    ),
    "bundle_other_village": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Bundel ini milik desa lain ({village}), bukan desa ini ({own})."),
        safe=_NOTHING_TAKEN,
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa stiknya: mungkin tertukar. Bundelnya tetap utuh."),
    ),
    "bundle_other_district": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Bundel ini milik kabupaten lain."),
        safe=_NOTHING_TAKEN,
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa stiknya: mungkin tertukar. Bundelnya tetap utuh."),
    ),
    "bundle_sender_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Laptop yang membuat bundel ini belum dikenal kabupaten."),
        safe=_NOTHING_TAKEN,
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Laptop itu perlu kode dari kabupaten. Bila sudah punya, baca dulu bundel dari kabupaten."
        ),
    ),
    "bundle_part_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Bagian nomor {parts} belum ada; semuanya {all} bagian."),
        safe=_NOTHING_TAKEN,
        advice=QT_TRANSLATE_NOOP("Messages", "Taruh semua bagian di satu folder, lalu baca lagi."),
    ),
    "bundle_part_damaged": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Bagian nomor {place} dari {all} rusak, jadi bundelnya tidak dipakai."),
        safe=_NOTHING_TAKEN,
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Minta bagian itu saja dikirim sekali lagi, taruh di folder yang sama, lalu baca lagi."
        ),
    ),
    "bundle_photo_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Satu foto tidak terbaca dari simpanan laptop ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Semua catatan tetap tersimpan di laptop ini."),
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Simpan tanpa foto dulu. Lalu buka Pengaturan dan jalankan Periksa keutuhan data."
        ),
    ),
    "bundle_too_many_parts": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Dengan ukuran itu bundelnya menjadi {parts} bagian: terlalu banyak."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih bagian yang lebih besar, atau simpan tanpa foto."),
    ),
    "bundle_from_district": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Bundel ini dibuat kabupaten untuk laptop desa."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Bacalah di laptop desa."),
    ),
    "bundle_no_reader": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Belum ada laptop terdaftar yang dapat membuka bundel ini."),
        safe=NOTHING_CHANGED,
        advice=ASK_DISTRICT,
    ),
    "bundle_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Bundel ini tidak bisa dipakai."),
        safe=_NOTHING_TAKEN,
        advice=_ASK_FOR_NEW,
    ),
    "stick_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Stik ini belum bisa dipakai."),
        safe=SAVED_IS_SAFE,
        advice=WAIT_A_MOMENT,
        action=TRY_AGAIN,
    ),
}
