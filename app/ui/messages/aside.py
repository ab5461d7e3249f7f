"""Why the district, or this laptop, set an entry aside: it is kept for ever and shown, but does not count."""

from __future__ import annotations

from app.ui.messages.sentence import QT_TRANSLATE_NOOP, Sentence

_KEPT = QT_TRANSLATE_NOOP("Messages", "Catatan itu tetap tersimpan dan tidak hilang.")

SENTENCES: dict[str, Sentence] = {
    "author_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten belum mengenal penulis catatan ini."),
        safe=_KEPT,
        advice=QT_TRANSLATE_NOOP("Messages", "Minta kabupaten memastikan orang itu; sesudah itu catatannya berlaku."),
    ),
    "author_unconfirmed": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten belum memastikan pejabat yang menulis ini."),
        safe=_KEPT,
        advice=QT_TRANSLATE_NOOP("Messages", "Minta kabupaten memastikannya; sesudah itu catatannya berlaku."),
    ),
    "author_unsealed": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Catatan penting ini belum ditandatangani penulisnya."),
        safe=_KEPT,
        advice=QT_TRANSLATE_NOOP(
            "Messages",
            "Minta penulisnya masuk sendiri di laptop itu, lalu kirim sekali lagi. Bila izinnya sudah dicabut, "
            "pejabat lain yang berwenang perlu mencatatnya lagi.",
        ),
    ),
    "author_inactive": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Penulis catatan ini sudah tidak bertugas."),
        safe=_KEPT,
        advice=QT_TRANSLATE_NOOP("Messages", "Bila ia masih bertugas, minta kepala desa mengaktifkannya lagi."),
    ),
    "certificate_ended": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Masa tugas penulis catatan ini sudah berakhir."),
        safe=_KEPT,
        advice=QT_TRANSLATE_NOOP("Messages", "Minta kabupaten memperpanjangnya; sesudah itu catatannya berlaku."),
    ),
    "key_revoked": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Izin penulis catatan ini sudah dicabut kabupaten."),
        safe=_KEPT,
        advice=QT_TRANSLATE_NOOP("Messages", "Tanyakan kepada kabupaten mengapa izinnya dicabut."),
    ),
    "device_revoked": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Laptop yang menulis catatan ini sudah dicabut kabupaten."),
        safe=_KEPT,
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Yang ditulis sebelum dicabut tetap dihitung. Yang ini perlu dicatat lagi di laptop lain."
        ),
    ),
    "device_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten belum mengenal laptop yang menulis ini."),
        safe=_KEPT,
        advice=QT_TRANSLATE_NOOP("Messages", "Daftarkan laptop itu dengan kode dari kabupaten."),
    ),
    "not_of_district": Sentence(
        title=QT_TRANSLATE_NOOP(
            "Messages", "Catatan ini mengaku dari kabupaten, tetapi tidak ditandatangani kabupaten."
        ),
        safe=_KEPT,
        advice=QT_TRANSLATE_NOOP("Messages", "Jangan dipakai. Beri tahu kabupaten."),
    ),
    "not_allowed": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Peran penulis catatan ini tidak boleh mencatatnya."),
        safe=_KEPT,
        advice=QT_TRANSLATE_NOOP("Messages", "Minta operator atau kepala desa mencatatnya sendiri."),
    ),
    "not_district": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Catatan seperti ini hanya boleh ditulis kabupaten."),
        safe=_KEPT,
        advice=QT_TRANSLATE_NOOP("Messages", "Beri tahu kabupaten."),
    ),
    "seal_wrong": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Tanda tangan ini tidak cocok dengan catatannya."),
        safe=_KEPT,
        advice=QT_TRANSLATE_NOOP("Messages", "Beri tahu kabupaten."),
    ),
    "entry_kind_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Catatan ini dibuat oleh Balai yang lebih baru."),
        safe=_KEPT,
        advice=QT_TRANSLATE_NOOP("Messages", "Pasang Balai terbaru agar terbaca."),
    ),
    "entry_malformed": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Isi catatan ini tidak terbaca."),
        safe=_KEPT,
        advice=QT_TRANSLATE_NOOP("Messages", "Beri tahu kabupaten."),
    ),
    "chain_gap": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Catatan sebelum ini dari laptop yang sama belum diterima."),
        safe=_KEPT,
        advice=QT_TRANSLATE_NOOP("Messages", "Kirim dan terima sekali lagi. Jika tetap begini, beri tahu kabupaten."),
    ),
    "chain_broken": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Isi catatan ini tidak cocok dengan urutan laptopnya."),
        safe=_KEPT,
        advice=QT_TRANSLATE_NOOP("Messages", "Jangan dipakai. Beri tahu kabupaten."),
    ),
    "entry_header_wrong": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Keterangan pada catatan ini tidak benar."),
        safe=_KEPT,
        advice=QT_TRANSLATE_NOOP("Messages", "Jangan dipakai. Beri tahu kabupaten."),
    ),
}
