"""What may go wrong with the encrypted store on this laptop, its keys and its people."""

from __future__ import annotations

from app.ui.messages.sentence import QT_TRANSLATE_NOOP, Sentence

SENTENCES: dict[str, Sentence] = {
    "anchor_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Catatan pengaman di laptop ini rusak atau hilang."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isi daftar tidak diubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Jangan menghapus apa pun. Hubungi petugas kabupaten."),
    ),
    "journal_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Catatan kegiatan di laptop ini tidak utuh."),
        safe=QT_TRANSLATE_NOOP(
            "Messages", "Yang masih ada tidak diubah; cadangan di laptop ini dapat dipakai untuk memulihkan."
        ),
        advice=QT_TRANSLATE_NOOP("Messages", "Jangan menghapus apa pun. Hubungi petugas kabupaten."),
    ),
    "mirror_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Cadangan kegiatan di laptop ini tidak terbaca."),
        safe=QT_TRANSLATE_NOOP("Messages", "Data yang sudah tersimpan tetap aman."),
        advice=QT_TRANSLATE_NOOP("Messages", "Hubungi petugas kabupaten."),
    ),
    "cipher_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Laptop ini belum bisa mengenkripsi data."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada data yang ditulis tanpa pengaman."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pasang ulang Balai, lalu coba lagi."),
    ),
    "sqlite_old": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Bagian penyimpanan Balai terlalu lama ({found})."),
        safe=QT_TRANSLATE_NOOP("Messages", "Data yang sudah tersimpan tetap aman."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pasang ulang Balai, lalu coba lagi."),
    ),
    "store_damaged": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Simpanan di laptop ini rusak."),
        safe=QT_TRANSLATE_NOOP("Messages", "Cadangan kegiatan Anda di laptop ini tetap ada."),
        advice=QT_TRANSLATE_NOOP("Messages", "Jangan menghapus apa pun. Hubungi petugas kabupaten."),
    ),
    "store_empty": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Simpanan di laptop ini kosong, padahal seharusnya berisi."),
        safe=QT_TRANSLATE_NOOP("Messages", "Cadangan kegiatan Anda di laptop ini tetap ada."),
        advice=QT_TRANSLATE_NOOP("Messages", "Hubungi petugas kabupaten."),
    ),
    "store_exists": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Simpanan sudah ada di laptop ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Masuk seperti biasa."),
    ),
    "store_key_wrong": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kunci simpanan tidak cocok."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Hubungi petugas kabupaten."),
    ),
    "store_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Simpanan desa tidak ditemukan di laptop ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Periksa apakah folder Balai dipindahkan. Jika tidak, hubungi petugas kabupaten."
        ),
    ),
    "store_newer": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Simpanan ini dibuat oleh Balai yang lebih baru."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pasang Balai terbaru, lalu buka lagi."),
    ),
    "entries_recovered": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Beberapa catatan dipulihkan dari cadangan di laptop ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada pekerjaan yang hilang."),
        advice=QT_TRANSLATE_NOOP("Messages", "Anda dapat bekerja seperti biasa."),
    ),
    "person_without_slot": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Petugas ini belum bisa masuk di laptop ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Minta kepala desa membuatkan kata sandi untuknya."),
    ),
    "saved_unguarded": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Tersimpan, tetapi catatan pengamannya belum."),
        safe=QT_TRANSLATE_NOOP("Messages", "Catatan Anda sudah tersimpan di laptop ini."),
        advice=QT_TRANSLATE_NOOP("Messages", "Kirim ke kabupaten segera, lalu tutup dan buka lagi Balai."),
    ),
    "create_cancelled": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Pembuatan desa dihentikan."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang tersisa di laptop ini."),
        advice=QT_TRANSLATE_NOOP("Messages", "Mulai lagi kapan saja."),
    ),
    "store_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Simpanan di laptop ini belum bisa dibuka."),
        safe=QT_TRANSLATE_NOOP("Messages", "Data yang sudah tersimpan tetap aman."),
        advice=QT_TRANSLATE_NOOP("Messages", "Tunggu sebentar, lalu coba lagi."),
        action=QT_TRANSLATE_NOOP("Messages", "Coba lagi"),
    ),
    "disk_full": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Ruang di laptop ini penuh."),
        safe=QT_TRANSLATE_NOOP("Messages", "Yang sudah tersimpan tetap aman; yang terakhir belum tersimpan."),
        advice=QT_TRANSLATE_NOOP("Messages", "Hapus berkas yang tidak perlu, lalu simpan lagi."),
        action=QT_TRANSLATE_NOOP("Messages", "Coba lagi"),
    ),
    "disk_readonly": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Tempat penyimpanan tidak bisa ditulisi."),
        safe=QT_TRANSLATE_NOOP("Messages", "Yang sudah tersimpan tetap aman; yang terakhir belum tersimpan."),
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa kunci kartu atau izin folder, lalu coba lagi."),
        action=QT_TRANSLATE_NOOP("Messages", "Coba lagi"),
    ),
    "disk_failed": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Laptop ini gagal menulis ke penyimpanannya."),
        safe=QT_TRANSLATE_NOOP("Messages", "Yang sudah tersimpan tetap aman; yang terakhir belum tersimpan."),
        advice=QT_TRANSLATE_NOOP("Messages", "Coba lagi. Jika terulang, kirim data Anda dan laporkan laptop ini."),
        action=QT_TRANSLATE_NOOP("Messages", "Coba lagi"),
    ),
    "file_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Satu foto atau berkas tidak ditemukan."),
        safe=QT_TRANSLATE_NOOP("Messages", "Catatan kunjungan tetap utuh."),
        advice=QT_TRANSLATE_NOOP("Messages", "Jika bisa, ambil fotonya lagi."),
    ),
    "file_damaged": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Satu foto atau berkas rusak."),
        safe=QT_TRANSLATE_NOOP("Messages", "Catatan kunjungan tetap utuh."),
        advice=QT_TRANSLATE_NOOP("Messages", "Jika bisa, ambil fotonya lagi."),
    ),
    "file_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas ini tidak bisa dipakai."),
        safe=QT_TRANSLATE_NOOP("Messages", "Data yang sudah tersimpan tetap aman."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih berkas lain."),
    ),
    "photo_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Foto ini tidak bisa dipakai."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih foto lain (JPEG, PNG atau WebP)."),
    ),
    "draft_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Konsep ini tidak bisa dibuka."),
        safe=QT_TRANSLATE_NOOP("Messages", "Data yang sudah tersimpan tetap aman."),
        advice=QT_TRANSLATE_NOOP("Messages", "Tunggu sebentar, lalu coba lagi."),
    ),
    "kdf_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Pengaturan kunci di laptop ini tidak wajar."),
        safe=QT_TRANSLATE_NOOP("Messages", "Simpanan tidak dibuka, data tetap terkunci."),
        advice=QT_TRANSLATE_NOOP("Messages", "Hubungi petugas kabupaten."),
    ),
    "password_short": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kata sandi terlalu pendek."),
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Pakai paling sedikit {least} huruf, misalnya tiga kata yang mudah diingat."
        ),
    ),
    "password_wrong": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kata sandi belum tepat."),
        safe=QT_TRANSLATE_NOOP("Messages", "Semua data tetap aman di laptop ini."),
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa huruf besar dan kecil, lalu coba lagi."),
    ),
    "password_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kata sandi ini belum bisa dipakai."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih kata sandi lain."),
    ),
    "wait": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Terlalu banyak percobaan. Tunggu {seconds} detik."),
        safe=QT_TRANSLATE_NOOP("Messages", "Semua data tetap aman di laptop ini."),
        advice=QT_TRANSLATE_NOOP("Messages", "Jika lupa kata sandi, minta kepala desa atau kabupaten membantu."),
    ),
    "vault_in_use": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Balai sudah terbuka di laptop ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Data yang sudah tersimpan tetap aman."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pakai jendela yang sudah terbuka, atau tutup dulu."),
    ),
    "vault_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Data desa tidak ditemukan di laptop ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Periksa apakah folder Balai dipindahkan. Jika tidak, hubungi petugas kabupaten."
        ),
    ),
    "vault_exists": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Data desa sudah ada di laptop ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Masuk seperti biasa."),
    ),
    "vault_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Data desa di laptop ini belum bisa dibuka."),
        safe=QT_TRANSLATE_NOOP("Messages", "Data yang sudah tersimpan tetap aman."),
        advice=QT_TRANSLATE_NOOP("Messages", "Tunggu sebentar, lalu coba lagi."),
    ),
    "last_manager": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Harus tetap ada satu orang yang mengatur petugas."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Angkat pengatur lain lebih dulu."),
    ),
    "name_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Nama belum diisi."),
        advice=QT_TRANSLATE_NOOP("Messages", "Isi nama lengkap petugas."),
    ),
    "not_allowed": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Peran Anda tidak boleh melakukan ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Minta kepala desa atau operator melakukannya."),
    ),
    "person_exists": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Petugas ini sudah terdaftar."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pakai nama lain atau ubah yang sudah ada."),
    ),
    "role_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Peran ini tidak dikenal."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pasang Balai terbaru, lalu coba lagi."),
    ),
    "code_wrong": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kode pemulihan tidak cocok."),
        safe=QT_TRANSLATE_NOOP("Messages", "Semua data tetap aman di laptop ini."),
        advice=QT_TRANSLATE_NOOP("Messages", "Minta petugas membacakan kodenya sekali lagi."),
    ),
    "code_length": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Jumlah kata dalam kode belum pas ({found})."),
        advice=QT_TRANSLATE_NOOP("Messages", "Isi semua kata yang dibacakan petugas."),
    ),
    "code_word": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kata ke-{place} tidak ada dalam daftar."),
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa ejaannya, lalu coba lagi."),
    ),
    "district_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten belum menyiapkan pemulihan untuk laptop ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Data yang sudah tersimpan tetap aman."),
        advice=QT_TRANSLATE_NOOP("Messages", "Hubungi petugas kabupaten."),
    ),
    "slot_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Petugas ini tidak ada di laptop ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih nama lain dari daftar."),
    ),
    "slots_rolled_back": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Data petugas di laptop ini lebih lama dari yang tercatat."),
        safe=QT_TRANSLATE_NOOP("Messages", "Daftar keluarga tidak berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Jika laptop ini baru dipulihkan dari salinan, beri tahu kabupaten."),
    ),
    "anchor_torn": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Catatan pengaman terakhir terputus, yang sebelumnya dipakai."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada pekerjaan yang hilang."),
        advice=QT_TRANSLATE_NOOP("Messages", "Anda dapat bekerja seperti biasa."),
    ),
    "slots_newer": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Data petugas dibuat oleh Balai yang lebih baru."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pasang Balai terbaru, lalu buka lagi."),
    ),
    "slots_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Data petugas di laptop ini rusak atau diubah orang."),
        safe=QT_TRANSLATE_NOOP("Messages", "Daftar keluarga tetap terkunci."),
        advice=QT_TRANSLATE_NOOP("Messages", "Hubungi petugas kabupaten."),
    ),
}
