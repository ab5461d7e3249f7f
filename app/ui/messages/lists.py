"""Why a district's list cannot be read."""

from __future__ import annotations

from app.ui.messages.sentence import QT_TRANSLATE_NOOP, Sentence

SENTENCES: dict[str, Sentence] = {
    "list_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas ini tidak bisa dibaca sebagai daftar."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Minta berkas baru kepada pengirimnya."),
    ),
}
