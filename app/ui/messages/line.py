"""What may go wrong on the way to the district and back."""

from __future__ import annotations

from app.ui.messages.phrases import (
    ASK_DISTRICT,
    NEWEST_BALAI,
    NOTHING_CHANGED,
    SAVED_IS_SAFE,
    TRY_AGAIN,
    WAIT_A_MOMENT,
    WAITING_TO_BE_SENT,
)
from app.ui.messages.sentence import QT_TRANSLATE_N_NOOP, QT_TRANSLATE_NOOP, Sentence

_ANOTHER_DAY = QT_TRANSLATE_NOOP("Messages", "Coba lagi sesudah laptop yang mengambil foto ini mengirim.")

SENTENCES: dict[str, Sentence] = {
    "body_damaged": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kiriman rusak di jalan."),
        safe=WAITING_TO_BE_SENT,
        advice=WAIT_A_MOMENT,
        action=TRY_AGAIN,
    ),
    "pack_base_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Daftar bulan sebelumnya belum diterima."),
        safe=SAVED_IS_SAFE,
        advice=QT_TRANSLATE_NOOP("Messages", "Kirim dan terima sekali lagi agar lengkap."),
        action=TRY_AGAIN,
    ),
    "exchange_wrong_hub": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Yang menjawab bukan kabupaten Anda."),
        safe=QT_TRANSLATE_NOOP(
            "Messages", "Tidak ada catatan yang diterima di sana. Semuanya tetap tersimpan di laptop ini."
        ),
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa alamat kabupaten di Pengaturan."),
    ),
    "exchange_device_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten belum mengenal laptop ini."),
        safe=WAITING_TO_BE_SENT,
        advice=QT_TRANSLATE_NOOP("Messages", "Minta kode dari kabupaten, lalu isi kode itu di Kirim & terima."),
    ),
    "exchange_life_unproved": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten tidak mengenali catatannya sendiri yang ada di laptop ini."),
        safe=WAITING_TO_BE_SENT,
        advice=ASK_DISTRICT,
    ),
    "exchange_device_revoked": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten sudah mencabut izin laptop ini untuk mengirim."),
        safe=QT_TRANSLATE_NOOP("Messages", "Catatan Anda tetap tersimpan di laptop ini; tidak ada yang dibuang."),
        advice=ASK_DISTRICT,
    ),
    "exchange_protocol_newer": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten memakai Balai yang lebih baru."),
        safe=WAITING_TO_BE_SENT,
        advice=QT_TRANSLATE_NOOP("Messages", "Pasang Balai terbaru, lalu kirim lagi."),
    ),
    "too_many_tries": Sentence(
        title=QT_TRANSLATE_N_NOOP("Messages", "Terlalu banyak percobaan. Tunggu %n detik."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Sesudah itu coba lagi."),
        count="wait_seconds",
    ),
    "line_none": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Laptop ini belum tersambung ke internet."),
        safe=WAITING_TO_BE_SENT,
        advice=QT_TRANSLATE_NOOP("Messages", "Nyalakan Wi-Fi atau sambungkan ke ponsel, lalu coba lagi."),
        action=TRY_AGAIN,
    ),
    "line_name_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Alamat kabupaten tidak ditemukan. Mungkin internet sedang putus."),
        safe=WAITING_TO_BE_SENT,
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa internet. Jika tetap begini, cocokkan alamatnya di Pengaturan."),
        action=TRY_AGAIN,
    ),
    "line_certificate_wrong": Sentence(
        title=QT_TRANSLATE_NOOP(
            "Messages", "Yang menjawab tidak dapat membuktikan diri sebagai kabupaten, jadi tidak ada yang dikirim."
        ),
        safe=WAITING_TO_BE_SENT,
        advice=QT_TRANSLATE_NOOP(
            "Messages",
            "Bila Wi-Fi ini minta masuk dulu, buka peramban dan selesaikan halaman masuknya. Atau pakai internet lain. "
            "Jika terulang, hubungi petugas kabupaten.",
        ),
        action=TRY_AGAIN,
    ),
    "line_timeout": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten tidak menjawab tepat waktu. Mungkin sinyal lemah."),
        safe=WAITING_TO_BE_SENT,
        advice=QT_TRANSLATE_NOOP("Messages", "Cari tempat dengan sinyal, lalu coba lagi."),
        action=TRY_AGAIN,
    ),
    "line_cut": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Sambungan putus di tengah jalan."),
        safe=QT_TRANSLATE_NOOP(
            "Messages", "Yang sudah sampai tidak dikirim ulang. Sisanya tetap tersimpan di laptop ini."
        ),
        advice=QT_TRANSLATE_NOOP("Messages", "Cari tempat dengan sinyal, lalu coba lagi."),
        action=TRY_AGAIN,
    ),
    "line_busy": Sentence(
        title=QT_TRANSLATE_N_NOOP("Messages", "Kabupaten sedang ramai. Tunggu %n detik."),
        safe=WAITING_TO_BE_SENT,
        advice=QT_TRANSLATE_NOOP("Messages", "Sesudah itu coba lagi."),
        action=TRY_AGAIN,
        count="wait_seconds",
    ),
    "line_hub_failed": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Ada gangguan di kabupaten."),
        safe=WAITING_TO_BE_SENT,
        advice=QT_TRANSLATE_NOOP("Messages", "Coba lagi nanti. Jika terulang, hubungi petugas kabupaten."),
        action=TRY_AGAIN,
    ),
    "line_not_hub": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Yang menjawab bukan kabupaten. Mungkin Wi-Fi ini minta masuk dulu."),
        safe=WAITING_TO_BE_SENT,
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Buka peramban, selesaikan halaman masuk Wi-Fi, lalu coba lagi. Atau pakai internet lain."
        ),
        action=TRY_AGAIN,
    ),
    "hub_address_wrong": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Alamat kabupaten salah tulis."),
        safe=WAITING_TO_BE_SENT,
        advice=QT_TRANSLATE_NOOP("Messages", "Cocokkan dengan kertas dari kabupaten. Alamat dimulai dengan https://"),
    ),
    "body_newer": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kiriman ini dibuat oleh Balai yang lebih baru."),
        safe=SAVED_IS_SAFE,
        advice=NEWEST_BALAI,
    ),
    "body_too_large": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kiriman ini terlalu besar untuk diterima sekaligus."),
        safe=SAVED_IS_SAFE,
        advice=ASK_DISTRICT,
    ),
    "pack_damaged": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Daftar dari kabupaten rusak di jalan."),
        safe=QT_TRANSLATE_NOOP("Messages", "Daftar yang ada sekarang tetap dipakai."),
        advice=QT_TRANSLATE_NOOP("Messages", "Coba lagi. Daftarnya diambil ulang dari awal."),
        action=TRY_AGAIN,
    ),
    "pack_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Daftar ini tidak ada lagi di kabupaten."),
        safe=QT_TRANSLATE_NOOP("Messages", "Daftar yang ada sekarang tetap dipakai."),
        advice=ASK_DISTRICT,
    ),
    "blob_damaged": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Satu foto rusak di jalan."),
        safe=QT_TRANSLATE_NOOP("Messages", "Foto aslinya tetap tersimpan di laptop ini."),
        advice=QT_TRANSLATE_NOOP("Messages", "Coba lagi. Foto itu dikirim ulang dari awal."),
        action=TRY_AGAIN,
    ),
    "blob_untold": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten belum menerima catatan yang memuat foto ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Foto tetap tersimpan di laptop ini."),
        advice=QT_TRANSLATE_NOOP("Messages", "Coba lagi. Catatannya dikirim lebih dulu, lalu fotonya."),
        action=TRY_AGAIN,
    ),
    "blob_too_large": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Satu foto terlalu besar untuk diterima kabupaten."),
        safe=QT_TRANSLATE_NOOP("Messages", "Foto dan catatannya tetap tersimpan di laptop ini."),
        advice=ASK_DISTRICT,
    ),
    "blob_not_held": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Foto ini belum sampai di kabupaten."),
        safe=SAVED_IS_SAFE,
        advice=_ANOTHER_DAY,
    ),
    "blob_spoilt": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Foto ini rusak di kabupaten."),
        safe=SAVED_IS_SAFE,
        advice=ASK_DISTRICT,
    ),
    "photo_at_laptop": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Foto ini belum sampai di kabupaten; masih di laptop {who}."),
        advice=QT_TRANSLATE_NOOP("Messages", "Minta {who} menekan Kirim sekarang, lalu coba lagi."),
        action=TRY_AGAIN,
    ),
    "photo_not_at_district": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Foto ini belum sampai di kabupaten."),
        advice=_ANOTHER_DAY,
        action=TRY_AGAIN,
    ),
    "photo_spoilt_at_district": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Foto ini rusak di kabupaten, jadi tidak ditampilkan."),
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Beri tahu petugas kabupaten. Aslinya mungkin masih ada di laptop yang mengambilnya."
        ),
    ),
    "photo_spoilt_on_way": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Foto ini rusak di jalan, jadi tidak ditampilkan."),
        advice=QT_TRANSLATE_NOOP("Messages", "Coba lagi. Foto itu diambil ulang dari awal."),
        action=TRY_AGAIN,
    ),
    "photo_beyond_limit": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Foto ini melewati batas kiriman hari ini."),
        advice=QT_TRANSLATE_NOOP("Messages", "Ambil besok, atau ambil juga sekarang."),
    ),
    "photo_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Tidak ada catatan di laptop ini yang memuat foto ini."),
        safe=SAVED_IS_SAFE,
        advice=QT_TRANSLATE_NOOP("Messages", "Kirim dan terima sekali lagi, lalu buka lagi foto ini."),
    ),
    "exchange_not_enrolled": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Laptop ini belum terdaftar di kabupaten."),
        safe=WAITING_TO_BE_SENT,
        advice=QT_TRANSLATE_NOOP("Messages", "Minta kode dari kabupaten, lalu isi kode itu di Kirim & terima."),
    ),
    "exchange_no_address": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Alamat kabupaten di internet belum diketahui."),
        safe=WAITING_TO_BE_SENT,
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Isi alamatnya di Pengaturan bila kabupaten sudah memberikannya, atau kirim lewat stik."
        ),
    ),
    "exchange_answer_forged": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Jawaban itu bukan dari kabupaten Anda, jadi tidak dipakai."),
        safe=WAITING_TO_BE_SENT,
        advice=QT_TRANSLATE_NOOP("Messages", "Coba lewat internet lain. Jika terulang, hubungi petugas kabupaten."),
        action=TRY_AGAIN,
    ),
    "exchange_signature_wrong": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten tidak mengenali tanda pengenal laptop ini."),
        safe=WAITING_TO_BE_SENT,
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Coba lagi. Jika terulang, hubungi petugas kabupaten; laptop ini mungkin perlu kode baru."
        ),
        action=TRY_AGAIN,
    ),
    "exchange_malformed": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kiriman tidak terbaca di ujung sana."),
        safe=WAITING_TO_BE_SENT,
        advice=QT_TRANSLATE_NOOP("Messages", "Coba lagi. Jika terulang, pasang Balai terbaru."),
        action=TRY_AGAIN,
    ),
    "exchange_refused": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten tidak menerima kiriman ini."),
        safe=WAITING_TO_BE_SENT,
        advice=ASK_DISTRICT,
    ),
    "body_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kiriman ini tidak bisa diterima."),
        safe=SAVED_IS_SAFE,
        advice=ASK_DISTRICT,
    ),
    "pack_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Daftar dari kabupaten tidak bisa dipakai."),
        safe=QT_TRANSLATE_NOOP("Messages", "Daftar yang ada sekarang tetap dipakai."),
        advice=ASK_DISTRICT,
    ),
    "line_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Sambungan ke kabupaten belum berhasil."),
        safe=WAITING_TO_BE_SENT,
        advice=QT_TRANSLATE_NOOP("Messages", "Cari tempat dengan sinyal, lalu coba lagi."),
        action=TRY_AGAIN,
    ),
    "exchange_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Jawaban dari kabupaten tidak bisa dipercaya, jadi tidak dipakai."),
        safe=QT_TRANSLATE_NOOP("Messages", "Perubahan Anda tersimpan di laptop dan menunggu dikirim."),
        advice=QT_TRANSLATE_NOOP("Messages", "Coba lagi di tempat lain. Jika terulang, hubungi petugas kabupaten."),
        action=TRY_AGAIN,
    ),
    "blob_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Satu foto belum bisa diterima kabupaten."),
        safe=QT_TRANSLATE_NOOP("Messages", "Foto tetap tersimpan di laptop ini."),
        advice=WAIT_A_MOMENT,
        action=TRY_AGAIN,
    ),
}
