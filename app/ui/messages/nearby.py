"""What may go wrong between two laptops of a village in its own network."""

from __future__ import annotations

from typing import Final

from app.ui.messages.phrases import ASK_DISTRICT, NEWEST_BALAI, SAVED_IS_SAFE, TRY_AGAIN
from app.ui.messages.sentence import QT_TRANSLATE_N_NOOP, QT_TRANSLATE_NOOP, Sentence

_NOTHING_WENT: Final = QT_TRANSLATE_NOOP("Messages", "Tidak ada catatan yang dikirim atau diterima.")
_WHOLE_STAYS: Final = QT_TRANSLATE_NOOP("Messages", "Yang sudah sampai utuh tetap tersimpan di kedua laptop.")

SENTENCES: dict[str, Sentence] = {
    "nearby_no_network": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Laptop ini tidak bisa menunggu laptop lain di jaringan."),
        safe=SAVED_IS_SAFE,
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Nyalakan Wi-Fi dan sambungkan kedua laptop ke jaringan yang sama, lalu coba lagi."
        ),
        action=TRY_AGAIN,
    ),
    "nearby_not_found": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Laptop yang menerima tidak ditemukan di jaringan ini."),
        safe=_NOTHING_WENT,
        advice=QT_TRANSLATE_NOOP(
            "Messages",
            "Pastikan jendelanya masih terbuka dan kedua laptop memakai Wi-Fi yang sama. Bila tetap begini, isi juga "
            "alamat yang tampil di sana.",
        ),
        action=TRY_AGAIN,
    ),
    "nearby_busy": Sentence(
        title=QT_TRANSLATE_NOOP(
            "Messages", "Laptop itu belum menjawab. Mungkin ia masih bertukar catatan dengan laptop lain."
        ),
        safe=_NOTHING_WENT,
        advice=QT_TRANSLATE_NOOP("Messages", "Tunggu sampai di sana selesai, lalu ulangi."),
        action=TRY_AGAIN,
    ),
    "nearby_cut": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Sambungan antara kedua laptop putus."),
        safe=_WHOLE_STAYS,
        advice=QT_TRANSLATE_NOOP("Messages", "Dekatkan kedua laptop, lalu ulangi; yang sudah sampai tidak diulang."),
        action=TRY_AGAIN,
    ),
    "nearby_code_wrong": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kode itu bukan kode laptop yang menerima."),
        safe=_NOTHING_WENT,
        advice=QT_TRANSLATE_NOOP("Messages", "Lihat kodenya sekali lagi di layar laptop itu, lalu ketik ulang."),
    ),
    "nearby_code_tried": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Ada laptop yang mencoba masuk dengan kode yang salah."),
        safe=QT_TRANSLATE_NOOP("Messages", "Ia tidak mendapat apa pun."),
        advice=QT_TRANSLATE_NOOP("Messages", "Sebutkan kode di layar ini sekali lagi, huruf demi huruf."),
    ),
    "nearby_door_closed": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kode yang salah dicoba terlalu sering. Laptop ini berhenti menunggu."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang didapat dengan kode yang salah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Bila itu laptop desa Anda, buka lagi dengan kode baru."),
        action=QT_TRANSLATE_NOOP("Messages", "Buka lagi"),
    ),
    "nearby_door_broke": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Ada kesalahan di Balai. Laptop ini berhenti menunggu laptop lain."),
        safe=_WHOLE_STAYS,
        advice=QT_TRANSLATE_NOOP("Messages", "Buka lagi; kodenya akan lain. Bila terulang, pakai stik."),
        action=QT_TRANSLATE_NOOP("Messages", "Buka lagi"),
    ),
    "nearby_code_misspelt": Sentence(
        title=QT_TRANSLATE_N_NOOP(
            "Messages", "Kodenya {expected} huruf dan angka, tanpa 0, 1, I dan O; yang terketik %n."
        ),
        safe=_NOTHING_WENT,
        advice=QT_TRANSLATE_NOOP("Messages", "Lihat kodenya di layar laptop yang menerima, lalu ketik ulang."),
        count="letters",
    ),
    "nearby_address_wrong": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Alamat laptop itu salah tulis."),
        safe=_NOTHING_WENT,
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Salin seperti yang tampil di sana, misalnya 192.168.43.17:51842, atau kosongkan."
        ),
    ),
    "nearby_other_district": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Laptop itu terdaftar di kabupaten lain."),
        safe=_NOTHING_WENT,
        advice=ASK_DISTRICT,
    ),
    "nearby_other_village": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Laptop itu milik desa lain ({village})."),
        safe=_NOTHING_WENT,
        advice=QT_TRANSLATE_NOOP("Messages", "Hanya laptop desa yang sama yang bisa bertukar catatan."),
    ),
    "nearby_newer": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Laptop itu memakai Balai yang lebih baru."),
        safe=_NOTHING_WENT,
        advice=NEWEST_BALAI,
    ),
    "nearby_forged": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Yang menjawab di jaringan tidak dapat membuktikan diri sebagai Balai."),
        safe=_NOTHING_WENT,
        advice=QT_TRANSLATE_NOOP("Messages", "Ulangi sekali lagi. Bila tetap begini, pakai jaringan lain atau stik."),
    ),
    "nearby_not_certified": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Laptop itu belum dikenal kabupaten, atau izinnya sudah dicabut."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada catatan laptop ini yang diberikan kepadanya."),
        advice=QT_TRANSLATE_NOOP("Messages", "Laptop itu perlu kode dari kabupaten. Sesudah itu ulangi."),
    ),
    "nearby_unknown_there": Sentence(
        title=QT_TRANSLATE_NOOP(
            "Messages",
            "Laptop yang satu lagi menolak: ia belum mengenal laptop ini, atau izin laptop ini sudah dicabut.",
        ),
        safe=SAVED_IS_SAFE,
        advice=QT_TRANSLATE_NOOP(
            "Messages",
            "Salah satu dari keduanya perlu bertukar data dengan kabupaten dulu, lewat internet atau stik. "
            "Bila tetap ditolak, hubungi kabupaten.",
        ),
    ),
    "nearby_stopped_there": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Di laptop yang satu lagi, pertukaran ini dihentikan."),
        safe=_WHOLE_STAYS,
        advice=QT_TRANSLATE_NOOP("Messages", "Ulangi kapan saja; yang sudah sampai tidak diulang."),
    ),
    "nearby_other_refused": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Laptop yang satu lagi tidak bisa memakai kiriman ini."),
        safe=_WHOLE_STAYS,
        advice=QT_TRANSLATE_NOOP("Messages", "Pasang Balai terbaru di kedua laptop, lalu ulangi."),
    ),
}
