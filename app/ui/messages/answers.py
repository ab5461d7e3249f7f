"""Why a question does not take an answer."""

from __future__ import annotations

from app.ui.messages.phrases import KEPT_AS_DRAFT
from app.ui.messages.sentence import QT_TRANSLATE_NOOP, Sentence

_MEND = QT_TRANSLATE_NOOP("Messages", "Perbaiki isian ini.")


def _wrong(title: str) -> Sentence:
    return Sentence(title=title, safe=KEPT_AS_DRAFT, advice=_MEND)


SENTENCES: dict[str, Sentence] = {
    "answer_constraint": _wrong(QT_TRANSLATE_NOOP("Messages", "Isian ini tidak sesuai ketentuan.")),
    "answer_not_asked": _wrong(QT_TRANSLATE_NOOP("Messages", "Isian ini tidak ditanyakan.")),
    "answer_not_in_list": _wrong(QT_TRANSLATE_NOOP("Messages", "Pilih salah satu dari daftar.")),
    "answer_too_long": _wrong(QT_TRANSLATE_NOOP("Messages", "Tulisan terlalu panjang. Ringkaskan.")),
    "answer_unprintable": _wrong(QT_TRANSLATE_NOOP("Messages", "Ada tanda yang tidak dapat dibaca. Ketik ulang.")),
    "answer_not_whole_number": _wrong(QT_TRANSLATE_NOOP("Messages", "Tulis bilangan bulat, misalnya 3.")),
    "answer_not_number": _wrong(QT_TRANSLATE_NOOP("Messages", "Tulis angka, misalnya 36 atau 36,5.")),
    "answer_not_date": _wrong(QT_TRANSLATE_NOOP("Messages", "Tulis tanggal-bulan-tahun, misalnya 17-08-1980.")),
    "answer_not_photo": _wrong(QT_TRANSLATE_NOOP("Messages", "Foto ini tidak dikenal. Tambahkan lagi.")),
    "answer_not_place": _wrong(QT_TRANSLATE_NOOP("Messages", "Tulis lintang dan bujur, misalnya -9.8601 124.2840.")),
    "answer_not_agreed": _wrong(QT_TRANSLATE_NOOP("Messages", "Beri tanda bila pernyataan disetujui.")),
    "answer_*": _wrong(QT_TRANSLATE_NOOP("Messages", "Isian ini belum benar.")),
}
