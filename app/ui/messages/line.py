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
    "decision_reason_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Alasan keputusan belum dipilih."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih satu alasan."),
    ),
    "decision_comment_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Catatan untuk desa belum ditulis."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Tulis apa yang harus diperbaiki desa."),
    ),
    "verifier_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Nama atau kata sandi belum tepat."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa, lalu coba lagi."),
    ),
    "hub_keys_damaged": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kunci kabupaten rusak ({file})."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pulihkan dari cadangan sebelum menjalankan pusat lagi."),
    ),
    "hub_village_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Desa {village} belum terdaftar di kabupaten."),
        safe=QT_TRANSLATE_NOOP("Messages", "Perubahan Anda tersimpan di laptop."),
        advice=QT_TRANSLATE_NOOP("Messages", "Hubungi petugas kabupaten."),
    ),
    "hub_store_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Simpanan di kabupaten belum bisa dibuka."),
        safe=QT_TRANSLATE_NOOP("Messages", "Perubahan Anda tersimpan di laptop dan menunggu dikirim."),
        advice=QT_TRANSLATE_NOOP("Messages", "Hubungi petugas kabupaten."),
    ),
    "exchange_wrong_hub": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Yang menjawab bukan kabupaten Anda."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang dikirim."),
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa alamat pusat di Pengaturan."),
    ),
    "exchange_device_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten belum mengenal laptop ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Perubahan Anda tersimpan di laptop."),
        advice=QT_TRANSLATE_NOOP("Messages", "Daftarkan laptop ini dengan kode dari kabupaten."),
    ),
    "exchange_device_revoked": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Izin laptop ini sudah dicabut oleh kabupaten."),
        safe=QT_TRANSLATE_NOOP("Messages", "Perubahan Anda tersimpan di laptop, tidak ada yang dibuang."),
        advice=QT_TRANSLATE_NOOP("Messages", "Hubungi petugas kabupaten."),
    ),
    "exchange_protocol_newer": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten memakai Balai yang lebih baru."),
        safe=QT_TRANSLATE_NOOP("Messages", "Perubahan Anda tersimpan di laptop dan menunggu dikirim."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pasang Balai terbaru, lalu kirim lagi."),
    ),
    "exchange_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Jawaban dari kabupaten tidak bisa dipercaya, jadi tidak dipakai."),
        safe=QT_TRANSLATE_NOOP("Messages", "Perubahan Anda tersimpan di laptop dan menunggu dikirim."),
        advice=QT_TRANSLATE_NOOP("Messages", "Coba lagi di tempat lain. Jika terulang, hubungi petugas kabupaten."),
        action=QT_TRANSLATE_NOOP("Messages", "Coba lagi"),
    ),
    "blob_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Satu foto belum bisa diterima kabupaten."),
        safe=QT_TRANSLATE_NOOP("Messages", "Foto tetap tersimpan di laptop."),
        advice=QT_TRANSLATE_NOOP("Messages", "Balai akan mengirimnya lagi."),
    ),
    "too_many_tries": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Terlalu banyak percobaan. Tunggu {wait_seconds} detik."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Tunggu sebentar, lalu coba lagi."),
    ),
    "not_district": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Tanda tangan ini bukan dari kabupaten."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Hubungi petugas kabupaten."),
    ),
    "seal_wrong": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Segel satu catatan tidak cocok."),
        safe=QT_TRANSLATE_NOOP("Messages", "Catatan itu disimpan terpisah, tidak dibuang."),
        advice=QT_TRANSLATE_NOOP("Messages", "Hubungi petugas kabupaten."),
    ),
    "person_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Petugas ini tidak dikenal kabupaten."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Hubungi petugas kabupaten."),
    ),
    "person_name_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Nama petugas belum diisi."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Isi nama lengkapnya."),
    ),
    "enrol_code_wrong": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kode dari kabupaten tidak cocok."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa kodenya, lalu coba lagi."),
    ),
    "enrol_code_used": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kode ini sudah dipakai."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Minta kode baru dari kabupaten."),
    ),
    "enrol_code_expired": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kode ini sudah lewat waktunya."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Minta kode baru dari kabupaten."),
    ),
    "enrol_name_taken": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Nama ini sudah dipakai di kabupaten."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Tambahkan nama belakang atau gelar."),
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
