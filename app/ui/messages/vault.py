"""What may go wrong with keys, passwords and the people of this laptop."""

from __future__ import annotations

from app.ui.messages.phrases import (
    ASK_DISTRICT,
    DELETE_NOTHING,
    LOCKED_AND_SAFE,
    NEWEST_BALAI,
    NOTHING_CHANGED,
    SAVED_IS_SAFE,
    WAIT_A_MOMENT,
)
from app.ui.messages.sentence import QT_TRANSLATE_N_NOOP, QT_TRANSLATE_NOOP, Sentence

SENTENCES: dict[str, Sentence] = {
    "own_laptop_revoked": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten sudah mencabut laptop ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Semua yang tersimpan tetap dapat dibaca; yang lama tetap dihitung."),
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Yang baru tidak akan dihitung, jadi tidak dicatat. Hubungi petugas kabupaten."
        ),
    ),
    "own_key_revoked": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten sudah mencabut izin Anda."),
        safe=QT_TRANSLATE_NOOP("Messages", "Semua yang tersimpan tetap dapat dibaca; yang lama tetap dihitung."),
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Yang baru tidak akan dihitung, jadi tidak dicatat. Hubungi petugas kabupaten."
        ),
    ),
    "own_certificate_ended": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Masa tugas Anda berakhir pada {until}."),
        safe=QT_TRANSLATE_NOOP("Messages", "Semua yang tersimpan tetap dapat dibaca; yang lama tetap dihitung."),
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Minta kabupaten memperpanjangnya, lalu kirim dan terima. Sampai itu tidak ada yang dicatat."
        ),
    ),
    "own_certificate_over": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Menurut jam laptop ini masa tugas Anda berakhir pada {until}."),
        safe=QT_TRANSLATE_NOOP("Messages", "Balai tetap mencatat pekerjaan Anda; yang lama tetap dihitung."),
        advice=QT_TRANSLATE_NOOP(
            "Messages",
            "Kalau jamnya benar, yang dicatat sesudah hari itu dihitung setelah kabupaten memperpanjangnya: mintalah"
            " sekarang. Kalau jamnya salah, betulkan jamnya.",
        ),
    ),
    "own_certificate_ends": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Masa tugas Anda berakhir pada {until}."),
        safe=QT_TRANSLATE_NOOP("Messages", "Sampai hari itu semua yang Anda catat dihitung."),
        advice=QT_TRANSLATE_NOOP("Messages", "Minta kabupaten memperpanjangnya sebelum hari itu."),
    ),
    "laptop_handed_over": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Laptop ini sudah Anda serahkan."),
        safe=QT_TRANSLATE_NOOP("Messages", "Semua yang Anda catat tetap ada atas nama Anda."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pemegang yang baru masuk dengan namanya sendiri."),
    ),
    "handover_to_self": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Yang menyerahkan dan yang menerima orang yang sama."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih orang lain sebagai pemegang baru."),
    ),
    "vault_wiped": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Data desa di laptop ini sedang dikosongkan."),
        safe=QT_TRANSLATE_NOOP("Messages", "Yang sudah diterima kabupaten tetap ada di sana."),
        advice=QT_TRANSLATE_NOOP("Messages", "Selesaikan pengosongan dari layar masuk."),
    ),
    "wipe_not_begun": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Data desa ini tidak sedang dikosongkan."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Masuk seperti biasa."),
    ),
    "cipher_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Bagian Balai yang mengunci data tidak ada."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada data yang ditulis tanpa pengaman."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pasang ulang Balai, lalu coba lagi."),
    ),
    "create_cancelled": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Pembuatan simpanan desa dihentikan."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang tersisa di laptop ini."),
        advice=QT_TRANSLATE_NOOP("Messages", "Mulai lagi kapan saja."),
    ),
    "password_short": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kata sandi terlalu pendek."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_N_NOOP("Messages", "Pakai paling sedikit %n huruf, misalnya tiga kata yang mudah diingat."),
        count="least",
    ),
    "password_wrong": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kata sandi belum tepat."),
        safe=QT_TRANSLATE_NOOP("Messages", "Semua data tetap aman di laptop ini."),
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa huruf besar dan kecil, lalu coba lagi."),
    ),
    "wait": Sentence(
        title=QT_TRANSLATE_N_NOOP("Messages", "Terlalu banyak percobaan. Tunggu %n detik."),
        safe=QT_TRANSLATE_NOOP("Messages", "Semua data tetap aman di laptop ini."),
        advice=QT_TRANSLATE_NOOP("Messages", "Jika lupa kata sandi, minta kepala desa atau kabupaten membantu."),
        count="seconds",
    ),
    "vault_in_use": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Balai sudah terbuka di laptop ini."),
        safe=SAVED_IS_SAFE,
        advice=QT_TRANSLATE_NOOP("Messages", "Pakai jendela yang sudah terbuka, atau tutup dulu."),
    ),
    "vault_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Data desa tidak ditemukan di laptop ini."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Periksa apakah folder Balai dipindahkan. Jika tidak, hubungi petugas kabupaten."
        ),
    ),
    "vault_exists": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Data desa sudah ada di laptop ini."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Masuk seperti biasa."),
    ),
    "last_manager": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Harus tetap ada satu orang yang mengatur petugas."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Angkat pengatur lain lebih dulu."),
    ),
    "name_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Nama belum diisi."),
        advice=QT_TRANSLATE_NOOP("Messages", "Isi nama lengkap petugas."),
    ),
    "not_allowed": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Peran Anda tidak boleh melakukan ini."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Minta kepala desa atau operator melakukannya."),
    ),
    "outside_rts": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Keluarga ini di luar RT Anda."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Minta petugas RT itu, operator, atau kepala desa melakukannya."),
    ),
    "person_exists": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Petugas ini sudah terdaftar."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Pakai nama lain atau ubah yang sudah ada."),
    ),
    "role_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Peran ini tidak dikenal."),
        safe=NOTHING_CHANGED,
        advice=NEWEST_BALAI,
    ),
    "code_wrong": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kata pemulihan tidak cocok."),
        safe=QT_TRANSLATE_NOOP("Messages", "Semua data tetap aman di laptop ini."),
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Periksa setiap kata. Satu rangkaian hanya berlaku sekali dan hanya untuk satu orang."
        ),
    ),
    "code_length": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Satu rangkaian terdiri dari {wanted} kata; yang terketik {found}."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Ketik semua katanya."),
    ),
    "code_word": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kata ke-{place} tidak ada dalam daftar kata."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa ejaannya, lalu coba lagi."),
    ),
    "slot_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Petugas ini tidak ada di laptop ini."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih nama lain dari daftar."),
    ),
    "slots_rolled_back": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas petugas di laptop ini lebih lama daripada yang terakhir dipakai."),
        safe=QT_TRANSLATE_NOOP("Messages", "Daftar keluarga tidak berubah."),
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Beri tahu kepala desa: kata sandi atau petugas yang sudah diganti mungkin berlaku lagi."
        ),
    ),
    "slots_newer": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas petugas dibuat oleh Balai yang lebih baru."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Pasang Balai terbaru, lalu buka lagi."),
    ),
    "kdf_weak": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Pengaman kata sandi di laptop ini lebih lemah dari seharusnya."),
        safe=QT_TRANSLATE_NOOP("Messages", "Simpanan tidak dibuka; data tetap terkunci."),
        advice=DELETE_NOTHING,
    ),
    "kdf_excessive": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Pengaman kata sandi di laptop ini meminta terlalu banyak memori laptop."),
        safe=QT_TRANSLATE_NOOP("Messages", "Simpanan tidak dibuka; data tetap terkunci."),
        advice=DELETE_NOTHING,
    ),
    "slots_altered": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas petugas di laptop ini diubah dari luar Balai."),
        safe=LOCKED_AND_SAFE,
        advice=DELETE_NOTHING,
    ),
    "slots_damaged": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas petugas di laptop ini rusak."),
        safe=LOCKED_AND_SAFE,
        advice=DELETE_NOTHING,
    ),
    "district_slot_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten tidak punya kunci pemulihan untuk laptop ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Data tetap terkunci dan aman."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pakai kata pemulihan yang tertulis di kertas Anda."),
    ),
    "kdf_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Pengaturan kunci di laptop ini tidak wajar."),
        safe=QT_TRANSLATE_NOOP("Messages", "Simpanan tidak dibuka, data tetap terkunci."),
        advice=ASK_DISTRICT,
    ),
    "password_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kata sandi ini belum bisa dipakai."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih kata sandi lain."),
    ),
    "vault_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Data desa di laptop ini belum bisa dibuka."),
        safe=SAVED_IS_SAFE,
        advice=WAIT_A_MOMENT,
    ),
    "district_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten belum bisa memulihkan laptop ini."),
        safe=QT_TRANSLATE_NOOP("Messages", "Data tetap terkunci dan aman."),
        advice=ASK_DISTRICT,
    ),
    "slots_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas petugas di laptop ini tidak bisa dipakai."),
        safe=LOCKED_AND_SAFE,
        advice=DELETE_NOTHING,
    ),
}
