"""Words that many messages share."""

from __future__ import annotations

from typing import Final

from app.ui.messages.sentence import QT_TRANSLATE_NOOP

NOTHING_CHANGED: Final = QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah.")
KEPT_AS_DRAFT: Final = QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai draf.")
SAVED_IS_SAFE: Final = QT_TRANSLATE_NOOP("Messages", "Data yang sudah tersimpan tetap aman.")
WAITING_TO_BE_SENT: Final = QT_TRANSLATE_NOOP(
    "Messages", "Catatan Anda tetap tersimpan di laptop ini dan menunggu dikirim."
)
ASK_DISTRICT: Final = QT_TRANSLATE_NOOP("Messages", "Hubungi petugas kabupaten.")
DELETE_NOTHING: Final = QT_TRANSLATE_NOOP("Messages", "Jangan menghapus apa pun. Hubungi petugas kabupaten.")
NEWEST_BALAI: Final = QT_TRANSLATE_NOOP("Messages", "Pasang Balai terbaru, lalu coba lagi.")
WAIT_A_MOMENT: Final = QT_TRANSLATE_NOOP("Messages", "Tunggu sebentar, lalu coba lagi.")
TRY_AGAIN: Final = QT_TRANSLATE_NOOP("Messages", "Coba lagi")
MEND_FILE: Final = QT_TRANSLATE_NOOP(
    "Messages",
    "Jika berkas ini dari kabupaten, minta berkas yang benar. Jika berkas ini bawaan Balai, pasang ulang Balai.",
)
LOCKED_AND_SAFE: Final = QT_TRANSLATE_NOOP("Messages", "Daftar keluarga tetap terkunci dan aman.")
