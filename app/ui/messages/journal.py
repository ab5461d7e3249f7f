"""What the records on this laptop and the proofs of them may show."""

from __future__ import annotations

from app.ui.messages.phrases import ASK_DISTRICT, DELETE_NOTHING, NEWEST_BALAI, NOTHING_CHANGED
from app.ui.messages.sentence import QT_TRANSLATE_N_NOOP, QT_TRANSLATE_NOOP, Sentence

SENTENCES: dict[str, Sentence] = {
    "seal_broken": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kiriman ini tidak bisa dibuka di laptop ini."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Mungkin bukan untuk desa ini. Minta kiriman baru."),
    ),
    "not_district": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Catatan ini mengaku dari kabupaten, padahal bukan."),
        safe=QT_TRANSLATE_NOOP("Messages", "Catatan itu disimpan terpisah, tidak dibuang."),
        advice=ASK_DISTRICT,
    ),
    "seal_wrong": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Tanda tangan satu catatan tidak cocok dengan isinya."),
        safe=QT_TRANSLATE_NOOP("Messages", "Catatan itu disimpan terpisah, tidak dibuang."),
        advice=ASK_DISTRICT,
    ),
    "entries_recovered": Sentence(
        title=QT_TRANSLATE_N_NOOP("Messages", "%n catatan dipulihkan dari salinan cadangan di laptop ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada pekerjaan yang hilang."),
        advice=QT_TRANSLATE_NOOP("Messages", "Anda dapat bekerja seperti biasa."),
        count="count",
    ),
    "saved_unguarded": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Tersimpan, tetapi salinan cadangannya belum bisa dibuat."),
        safe=QT_TRANSLATE_NOOP(
            "Messages", "Tidak ada yang hilang dan tidak perlu dicatat lagi; salinan itu menyusul sendiri."
        ),
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa ruang kosong di laptop ini."),
    ),
    "anchor_torn": Sentence(
        title=QT_TRANSLATE_NOOP(
            "Messages", "Laptop ini pernah mati saat menyimpan. Tanda pengaman sebelumnya dipakai."
        ),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada pekerjaan yang hilang."),
        advice=QT_TRANSLATE_NOOP("Messages", "Anda tidak perlu berbuat apa-apa."),
    ),
    "journal_not_started": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Buku catatan di laptop ini belum dimulai."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang dicatat."),
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Tutup Balai, buka lagi, lalu coba lagi. Jika terulang, hubungi petugas kabupaten."
        ),
    ),
    "journal_behind_anchor": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Sebagian catatan yang pernah tersimpan tidak ada lagi di laptop ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Yang masih ada tetap aman dan bisa dibaca."),
        advice=DELETE_NOTHING,
    ),
    "journal_differs_from_anchor": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Satu catatan di laptop ini tidak sama dengan yang dulu disimpan."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang dihapus atau diubah oleh Balai."),
        advice=DELETE_NOTHING,
    ),
    "anchor_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Tanda pengaman catatan tidak ada lagi di laptop ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Catatan dan daftar keluarga tidak diubah."),
        advice=DELETE_NOTHING,
    ),
    "anchor_damaged": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Tanda pengaman catatan di laptop ini rusak."),
        safe=QT_TRANSLATE_NOOP("Messages", "Catatan dan daftar keluarga tidak diubah."),
        advice=DELETE_NOTHING,
    ),
    "mirror_damaged": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Salinan cadangan catatan di laptop ini rusak sebagian."),
        safe=QT_TRANSLATE_NOOP("Messages", "Catatan aslinya tetap tersimpan."),
        advice=DELETE_NOTHING,
    ),
    "chain_gap": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Ada catatan yang terlewat: nomor {expected} tidak ada."),
        safe=QT_TRANSLATE_NOOP("Messages", "Catatan yang ada tidak diubah."),
        advice=DELETE_NOTHING,
    ),
    "chain_broken": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Isi satu catatan pernah diubah atau rusak (nomor {seq})."),
        safe=QT_TRANSLATE_NOOP("Messages", "Balai tidak menghapus apa pun."),
        advice=DELETE_NOTHING,
    ),
    "chain_mixed": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Catatan dari dua laptop tercampur (nomor {seq})."),
        safe=QT_TRANSLATE_NOOP("Messages", "Balai tidak menghapus apa pun."),
        advice=DELETE_NOTHING,
    ),
    "chain_end_wrong": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Catatan terakhir satu laptop tidak sama dengan yang dihitung Balai."),
        safe=QT_TRANSLATE_NOOP("Messages", "Balai tidak menghapus apa pun."),
        advice=DELETE_NOTHING,
    ),
    "entry_kind_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Catatan ini dibuat oleh Balai yang lebih baru."),
        safe=QT_TRANSLATE_NOOP("Messages", "Catatan itu disimpan terpisah, tidak dibuang."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pasang Balai terbaru agar terbaca."),
    ),
    "entry_malformed": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Isi catatan ini salah bentuk."),
        safe=QT_TRANSLATE_NOOP("Messages", "Catatan itu disimpan terpisah, tidak dibuang."),
        advice=ASK_DISTRICT,
    ),
    "entry_header_wrong": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Tanda pengenal catatan ini tidak cocok dengan isinya."),
        safe=QT_TRANSLATE_NOOP("Messages", "Catatan itu disimpan terpisah, tidak dibuang."),
        advice=ASK_DISTRICT,
    ),
    "chain_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Urutan catatan satu laptop tidak utuh."),
        safe=QT_TRANSLATE_NOOP("Messages", "Balai tidak menghapus apa pun."),
        advice=DELETE_NOTHING,
    ),
    "entry_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Ada catatan yang tidak dikenali Balai ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Catatan itu disimpan terpisah, tidak dibuang."),
        advice=NEWEST_BALAI,
    ),
    "anchor_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Tanda pengaman catatan di laptop ini rusak atau hilang."),
        safe=QT_TRANSLATE_NOOP("Messages", "Catatan dan daftar keluarga tidak diubah."),
        advice=DELETE_NOTHING,
    ),
    "journal_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Catatan kegiatan di laptop ini tidak utuh."),
        safe=QT_TRANSLATE_NOOP("Messages", "Yang masih ada tidak diubah."),
        advice=DELETE_NOTHING,
    ),
    "mirror_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Salinan cadangan catatan di laptop ini tidak terbaca."),
        safe=QT_TRANSLATE_NOOP("Messages", "Catatan aslinya tetap tersimpan."),
        advice=DELETE_NOTHING,
    ),
}
