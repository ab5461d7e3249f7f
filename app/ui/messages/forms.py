"""Faults inside questionnaires, code lists and other files, Balai's own or a district's."""

from __future__ import annotations

from app.ui.messages.phrases import KEPT_AS_DRAFT, MEND_FILE, SAVED_IS_SAFE, TRY_AGAIN
from app.ui.messages.sentence import QT_TRANSLATE_NOOP, Sentence

SENTENCES: dict[str, Sentence] = {
    "shelf_file_damaged": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Isi berkas {file} rusak atau salah tulis."),
        safe=SAVED_IS_SAFE,
        advice=MEND_FILE,
    ),
    "shelf_file_too_large": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas {file} terlalu besar, jadi tidak dibaca."),
        safe=SAVED_IS_SAFE,
        advice=MEND_FILE,
    ),
    "shelf_file_unreadable": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas {file} belum bisa dibuka."),
        safe=SAVED_IS_SAFE,
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Jika berkas ini di stik, pasang lagi stiknya. Jika bawaan Balai, pasang ulang Balai."
        ),
        action=TRY_AGAIN,
    ),
    "reason_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Alasan ini tidak ada di daftar alasan."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih alasan lain. Jika tetap perlu, pasang Balai terbaru."),
    ),
    "codes_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Daftar kode tidak cocok dengan formulir."),
        safe=SAVED_IS_SAFE,
        advice=MEND_FILE,
    ),
    "expression_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Aturan dalam formulir ini salah tulis."),
        safe=SAVED_IS_SAFE,
        advice=QT_TRANSLATE_NOOP("Messages", "Beri tahu pembuat formulirnya."),
    ),
    "form_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Formulir ini tidak bisa dibuka."),
        safe=SAVED_IS_SAFE,
        advice=QT_TRANSLATE_NOOP("Messages", "Beri tahu pembuat formulirnya."),
    ),
    "shelf_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Satu berkas yang dipakai Balai tidak bisa dibuka."),
        safe=SAVED_IS_SAFE,
        advice=MEND_FILE,
    ),
    "calendar_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Jadwal kabupaten salah tulis."),
        safe=SAVED_IS_SAFE,
        advice=MEND_FILE,
    ),
    "reason_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Alasan ini tidak ada di daftar alasan."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih alasan lain, atau pasang Balai terbaru."),
    ),
    "reasons_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Daftar alasan salah tulis."),
        safe=SAVED_IS_SAFE,
        advice=MEND_FILE,
    ),
    "regions_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Daftar wilayah tidak terbaca."),
        safe=SAVED_IS_SAFE,
        advice=MEND_FILE,
    ),
}
