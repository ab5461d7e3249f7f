"""What the district itself lacks or says of its verifiers."""

from __future__ import annotations

from app.ui.messages.phrases import (
    ASK_DISTRICT,
    NOTHING_CHANGED,
    SAVED_IS_SAFE,
    TRY_AGAIN,
    WAIT_A_MOMENT,
    WAITING_TO_BE_SENT,
)
from app.ui.messages.sentence import QT_TRANSLATE_NOOP, Sentence

SENTENCES: dict[str, Sentence] = {
    "public_key_bad": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kunci penerima tidak sah."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang dikirim."),
        advice=ASK_DISTRICT,
    ),
    "decision_reason_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Alasan keputusan belum dipilih."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih satu alasan."),
    ),
    "decision_comment_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Catatan untuk desa belum ditulis."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Tulis apa yang harus diperbaiki desa."),
    ),
    "hub_keys_damaged": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kunci kabupaten rusak ({file})."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Pulihkan dari cadangan sebelum kabupaten dijalankan lagi."),
    ),
    "hub_keys_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kunci kabupaten tidak lengkap ({file})."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Pulihkan dari cadangan sebelum kabupaten dijalankan lagi."),
    ),
    "hub_keys_other": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kunci ini milik kabupaten lain."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Pulihkan dari cadangan sebelum kabupaten dijalankan lagi."),
    ),
    "hub_village_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten belum mendaftarkan desa {village}."),
        safe=WAITING_TO_BE_SENT,
        advice=ASK_DISTRICT,
    ),
    "person_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Petugas ini tidak dikenal kabupaten."),
        safe=NOTHING_CHANGED,
        advice=ASK_DISTRICT,
    ),
    "person_name_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Nama petugas belum diisi."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Isi nama lengkapnya."),
    ),
    "hub_busy": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten sedang sibuk."),
        safe=WAITING_TO_BE_SENT,
        advice=WAIT_A_MOMENT,
        action=TRY_AGAIN,
    ),
    "calls_too_many": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Laptop ini terlalu sering menghubungi kabupaten."),
        safe=WAITING_TO_BE_SENT,
        advice=WAIT_A_MOMENT,
        action=TRY_AGAIN,
    ),
    "hub_disk": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Tempat simpan di kabupaten penuh atau tidak bisa ditulisi."),
        safe=WAITING_TO_BE_SENT,
        advice=ASK_DISTRICT,
    ),
    "hub_store_newer": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Simpanan kabupaten dibuat oleh Balai yang lebih baru."),
        safe=SAVED_IS_SAFE,
        advice=QT_TRANSLATE_NOOP("Messages", "Pasang Balai terbaru di kabupaten."),
    ),
    "hub_store_damaged": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Simpanan di kabupaten rusak."),
        safe=WAITING_TO_BE_SENT,
        advice=ASK_DISTRICT,
    ),
    "hub_not_started": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten latihan belum bisa dimulai di laptop ini."),
        safe=SAVED_IS_SAFE,
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Tutup program lain, lalu coba lagi. Anda tetap dapat berlatih tanpa mengirim."
        ),
        action=TRY_AGAIN,
    ),
    "hub_port_taken": Sentence(
        title=QT_TRANSLATE_NOOP(
            "Messages", "Kabupaten latihan tidak bisa dimulai karena program lain memakai jalurnya ({port})."
        ),
        safe=SAVED_IS_SAFE,
        advice=QT_TRANSLATE_NOOP("Messages", "Tutup Balai yang lain atau nyalakan ulang laptop, lalu coba lagi."),
        action=TRY_AGAIN,
    ),
    "verifier_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Nama atau kata sandi belum tepat."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa, lalu coba lagi."),
    ),
    "hub_store_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Simpanan di kabupaten belum bisa dibuka."),
        safe=QT_TRANSLATE_NOOP("Messages", "Perubahan Anda tersimpan di laptop dan menunggu dikirim."),
        advice=ASK_DISTRICT,
    ),
    "hub_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten belum bisa menerima kiriman ini."),
        safe=WAITING_TO_BE_SENT,
        advice=QT_TRANSLATE_NOOP("Messages", "Coba lagi nanti. Jika terulang, hubungi petugas kabupaten."),
        action=TRY_AGAIN,
    ),
}
