"""Why a question does not take an answer."""

from __future__ import annotations

from app.ui.messages.phrases import KEPT_AS_DRAFT
from app.ui.messages.sentence import QT_TRANSLATE_NOOP, Sentence

_MEND = QT_TRANSLATE_NOOP("Messages", "Perbaiki isian ini.")


def _wrong(title: str) -> Sentence:
    return Sentence(title=title, safe=KEPT_AS_DRAFT, advice=_MEND)


SENTENCES: dict[str, Sentence] = {
    "answer_constraint": _wrong(QT_TRANSLATE_NOOP("Messages", "Jawaban ini tidak mungkin. Periksa kembali.")),
    "answer_not_asked": _wrong(QT_TRANSLATE_NOOP("Messages", "Isian ini tidak ditanyakan.")),
    "answer_not_in_list": _wrong(QT_TRANSLATE_NOOP("Messages", "Pilih salah satu dari daftar.")),
    "answer_too_long": _wrong(QT_TRANSLATE_NOOP("Messages", "Tulisan terlalu panjang. Ringkaskan.")),
    "answer_unprintable": _wrong(QT_TRANSLATE_NOOP("Messages", "Ada tanda yang tidak dapat dibaca. Ketik ulang.")),
    "answer_not_whole_number": _wrong(QT_TRANSLATE_NOOP("Messages", "Tulis bilangan bulat, misalnya 36.")),
    "answer_not_number": _wrong(QT_TRANSLATE_NOOP("Messages", "Tulis angka, misalnya 36 atau 2,5.")),
    "answer_not_date": _wrong(QT_TRANSLATE_NOOP("Messages", "Tulis hari-bulan-tahun, misalnya 17-08-1990.")),
    "answer_no_such_day": _wrong(
        QT_TRANSLATE_NOOP("Messages", "Hari itu tidak ada dalam bulan tersebut. Periksa hari dan bulannya.")
    ),
    "answer_no_such_month": _wrong(
        QT_TRANSLATE_NOOP("Messages", "Bulan hanya 1 sampai 12. Tulis hari dahulu, lalu bulan: 17-08-1990.")
    ),
    "answer_not_photo": _wrong(QT_TRANSLATE_NOOP("Messages", "Foto ini tidak dikenal. Tambahkan lagi.")),
    "answer_not_place": _wrong(QT_TRANSLATE_NOOP("Messages", "Tulis lintang lalu bujur, misalnya -9,8632 124,2841.")),
    "answer_not_agreed": _wrong(QT_TRANSLATE_NOOP("Messages", "Beri tanda bila pernyataan ini benar.")),
    "answer_*": _wrong(QT_TRANSLATE_NOOP("Messages", "Isian ini belum benar.")),
}
