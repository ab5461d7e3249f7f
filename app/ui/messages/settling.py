"""What settling lacks, or why there is nothing to settle."""

from __future__ import annotations

from app.ui.messages.phrases import NOTHING_CHANGED
from app.ui.messages.sentence import QT_TRANSLATE_N_NOOP, QT_TRANSLATE_NOOP, Sentence

_LOOK_AGAIN = QT_TRANSLATE_NOOP("Messages", "Lihat lagi daftar yang bertentangan.")

SENTENCES: dict[str, Sentence] = {
    "settling_choice_missing": Sentence(
        title=QT_TRANSLATE_N_NOOP("Messages", "Masih ada %n baris yang belum dipilih."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih satu jawaban di setiap baris."),
        count="left",
    ),
    "settling_choice_wrong": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Pilihan ini tidak ada lagi."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih lagi dari jawaban yang ada."),
    ),
    "settling_closed": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Salah satu usulan ini sudah selesai."),
        safe=NOTHING_CHANGED,
        advice=_LOOK_AGAIN,
    ),
    "settling_note_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Belum ditulis mengapa mereka bukan orang yang sama."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Tulis penjelasan singkat di catatan."),
    ),
    "settling_both_note_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Belum ditulis mengapa kedua usulan itu dapat berlaku bersama."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Tulis penjelasan singkat di catatan."),
    ),
    "settling_nothing_contested": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Tidak ada lagi yang bertentangan di usulan ini."),
        safe=NOTHING_CHANGED,
        advice=_LOOK_AGAIN,
    ),
}
