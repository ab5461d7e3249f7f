"""Faults inside questionnaires, code lists and other files that come with Balai."""

from __future__ import annotations

from app.ui.messages.sentence import QT_TRANSLATE_NOOP, Sentence

SENTENCES: dict[str, Sentence] = {
    "codes_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Daftar kode di Balai ini tidak cocok."),
        safe=QT_TRANSLATE_NOOP("Messages", "Data yang sudah tersimpan tetap aman."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pasang ulang Balai, lalu coba lagi."),
    ),
    "expression_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Aturan dalam formulir ini salah tulis."),
        safe=QT_TRANSLATE_NOOP("Messages", "Data yang sudah tersimpan tetap aman."),
        advice=QT_TRANSLATE_NOOP("Messages", "Beri tahu pembuat formulirnya."),
    ),
    "form_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Formulir ini tidak bisa dibuka."),
        safe=QT_TRANSLATE_NOOP("Messages", "Data yang sudah tersimpan tetap aman."),
        advice=QT_TRANSLATE_NOOP("Messages", "Beri tahu pembuat formulirnya."),
    ),
    "shelf_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Satu berkas bawaan Balai rusak atau hilang."),
        safe=QT_TRANSLATE_NOOP("Messages", "Data yang sudah tersimpan tetap aman."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pasang ulang Balai, lalu coba lagi."),
    ),
    "calendar_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kalender kabupaten tidak terbaca."),
        safe=QT_TRANSLATE_NOOP("Messages", "Data yang sudah tersimpan tetap aman."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pasang ulang Balai, lalu coba lagi."),
    ),
    "reason_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Alasan ini tidak ada di daftar alasan."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih alasan lain, atau pasang Balai terbaru."),
    ),
    "reasons_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Daftar alasan tidak terbaca."),
        safe=QT_TRANSLATE_NOOP("Messages", "Data yang sudah tersimpan tetap aman."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pasang ulang Balai, lalu coba lagi."),
    ),
    "regions_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Daftar wilayah tidak terbaca."),
        safe=QT_TRANSLATE_NOOP("Messages", "Data yang sudah tersimpan tetap aman."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pasang ulang Balai, lalu coba lagi."),
    ),
}
