"""What may go wrong on the way to the district and back."""

from __future__ import annotations

from app.ui.messages.sentence import QT_TRANSLATE_NOOP, Sentence

SENTENCES: dict[str, Sentence] = {
    "seal_broken": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kiriman ini tidak bisa dibuka di laptop ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Mungkin bukan untuk desa ini. Minta kiriman baru."),
    ),
    "body_damaged": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kiriman rusak di jalan."),
        safe=QT_TRANSLATE_NOOP("Messages", "Perubahan Anda tetap tersimpan dan akan dikirim lagi."),
        advice=QT_TRANSLATE_NOOP("Messages", "Tunggu sebentar, lalu coba lagi."),
        action=QT_TRANSLATE_NOOP("Messages", "Coba lagi"),
    ),
    "body_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kiriman ini tidak bisa diterima."),
        safe=QT_TRANSLATE_NOOP("Messages", "Data yang sudah tersimpan tetap aman."),
        advice=QT_TRANSLATE_NOOP("Messages", "Hubungi petugas kabupaten."),
    ),
    "chain_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Urutan catatan dari satu laptop terputus."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada catatan yang dibuang; yang diragukan disimpan terpisah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Hubungi petugas kabupaten."),
    ),
    "entry_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Ada catatan yang tidak dikenali Balai ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Catatan itu disimpan, tidak dibuang."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pasang Balai terbaru, lalu coba lagi."),
    ),
    "pack_base_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Daftar bulan sebelumnya belum diterima."),
        safe=QT_TRANSLATE_NOOP("Messages", "Data yang sudah tersimpan tetap aman."),
        advice=QT_TRANSLATE_NOOP("Messages", "Kirim dan terima sekali lagi agar lengkap."),
        action=QT_TRANSLATE_NOOP("Messages", "Coba lagi"),
    ),
    "pack_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Daftar dari kabupaten tidak bisa dipakai."),
        safe=QT_TRANSLATE_NOOP("Messages", "Daftar yang ada sekarang tetap dipakai."),
        advice=QT_TRANSLATE_NOOP("Messages", "Hubungi petugas kabupaten."),
    ),
    "public_key_bad": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kunci penerima tidak sah."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang dikirim."),
        advice=QT_TRANSLATE_NOOP("Messages", "Hubungi petugas kabupaten."),
    ),
    "line_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Sambungan ke kabupaten belum berhasil."),
        safe=QT_TRANSLATE_NOOP("Messages", "Perubahan Anda tersimpan di laptop dan menunggu dikirim."),
        advice=QT_TRANSLATE_NOOP("Messages", "Balai akan mencoba lagi sendiri saat ada sambungan."),
        action=QT_TRANSLATE_NOOP("Messages", "Coba sekarang"),
    ),
    "hub_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten belum bisa menerima kiriman ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Perubahan Anda tersimpan di laptop dan menunggu dikirim."),
        advice=QT_TRANSLATE_NOOP("Messages", "Coba lagi nanti. Jika terulang, hubungi petugas kabupaten."),
        action=QT_TRANSLATE_NOOP("Messages", "Coba lagi"),
    ),
    "enrol_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Laptop ini belum bisa didaftarkan."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa kode dari kabupaten, lalu coba lagi."),
        action=QT_TRANSLATE_NOOP("Messages", "Coba lagi"),
    ),
}
