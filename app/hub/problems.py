"""Why something is refused at the district in sentences: what happened, what is safe, what to do."""

from __future__ import annotations

from app.domain.errors import Problem
from app.hub.language import mark, tr

PROBLEMS = {
    "password_wrong": "Nama pengguna atau kata sandi tidak cocok. Periksa lagi, lalu coba sekali lagi.",
    "too_many_tries": "Terlalu banyak percobaan. Tunggu {wait_seconds} detik, lalu coba lagi.",
    "form_expired": "Halaman ini sudah terlalu lama terbuka. Tidak ada yang diubah. Silakan ulangi.",
    "not_allowed": "Akun Anda tidak boleh melakukan ini. Mintalah kepada admin kabupaten.",
    "password_short": "Kata sandi terlalu pendek. Pakailah paling sedikit {least} huruf atau angka.",
    "password_same": "Kata sandi baru sama dengan yang lama. Tidak ada yang diubah. Pilihlah yang lain.",
    "verifier_login_bad": "Nama pengguna hanya boleh huruf kecil, angka, titik, atau garis, paling panjang 40.",
    "verifier_login_taken": "Nama pengguna {login} sudah ada. Tidak ada yang diubah. "
    "Pilih nama lain, atau beri kata sandi baru pada akun itu.",
    "verifier_unknown": "Akun ini tidak ada. Tidak ada yang diubah.",
    "role_missing": "Pilih paling sedikit satu peran. Tidak ada yang diubah.",
    "role_unknown": "Peran ini tidak ada. Tidak ada yang diubah.",
    "last_admin": "Ini satu-satunya admin yang aktif. Tidak ada yang diubah. Tunjuk dulu admin lain.",
    "person_name_missing": "Nama belum diisi.",
    "official_unknown": "Orang ini tidak dikenal kabupaten di desa itu.",
    "person_unknown": "Orang ini tidak ada atau sudah dipastikan kabupaten.",
    "proposal_unknown": "Usulan ini tidak ada.",
    "photo_unknown": "Foto ini tidak ada pada usulan itu, atau belum sampai.",
    "proposal_closed": "Usulan ini sudah selesai atau sedang di desa. Keputusan Anda tidak dicatat.",
    "proposal_news": "Sejak halaman ini dibuka, ada catatan baru tentang keluarga ini. Jawaban Anda tidak dicatat. "
    "Halaman ini sudah menunjukkan yang terbaru: periksa lagi, lalu jawab.",
    "proposal_before_meeting": "Usulan ini belum diputuskan musyawarah desa dan belum disahkan kepala desa, jadi belum "
    "dapat disetujui. Keputusan Anda tidak dicatat. Tunggu langkah desa, atau kembalikan dengan alasan.",
    "proposal_before_endorsement": "Usulan ini belum disahkan kepala desa, jadi belum dapat disetujui. "
    "Keputusan Anda tidak dicatat. Tunggu pengesahan, atau kembalikan dengan alasan.",
    "proposal_not_accepted": "Hanya usulan yang sudah disetujui yang dapat ditandai ditetapkan.",
    "decision_outcome_missing": "Pilih dulu keputusannya.",
    "decision_reason_missing": "Pilih dulu alasannya, supaya desa tahu apa yang kurang.",
    "decision_comment_missing": "Tulis catatan untuk desa: apa yang harus diperbaiki, atau mengapa ditolak.",
    "bulk_nothing_chosen": "Pilih dulu usulan yang akan dijawab bersama.",
    "bulk_too_many": "Paling banyak {most} usulan dijawab sekaligus. Tidak ada yang dicatat.",
    "reveal_reason_missing": "Tulis dulu alasannya, paling sedikit 5 huruf. Nomor tetap disamarkan.",
    "reason_unknown": "Alasan ini tidak ada dalam daftar.",
    "enrol_village_code": "Kode desa terdiri dari 10 angka (kode Kemendagri tanpa titik).",
    "enrol_role_unknown": "Pilih peran orang ini di desa.",
    "until_unreadable": "Tanggal akhir ditulis tahun-bulan-tanggal, misalnya 2027-12-31.",
    "until_past": "Tanggal akhir sudah lewat. Pilih hari ini atau sesudahnya.",
    "official_unconfirmed": "Orang ini belum dipastikan kabupaten. Tidak ada yang diubah. Pastikan dulu orangnya.",
    "certificate_unchanged": "Ini sama dengan yang sudah berlaku. Tidak ada yang diubah.",
    "enrol_rt_unreadable": "RT ditulis dengan RW, misalnya 001/001, dipisahkan koma.",
    "enrol_rt_for_enumerators": "Batas RT hanya untuk pendata. Kosongkan RT untuk peran lain.",
    "enrol_file_missing": "Pilih dulu berkas permintaan dari laptop.",
    "enrol_file_unknown": "Berkas ini bukan permintaan pendaftaran Balai. Tidak ada yang diubah.",
    "enrol_file_torn": "Berkas permintaan ini tidak utuh. Tidak ada yang diubah. Salin sekali lagi dari stik, "
    "atau minta laptop menulisnya lagi.",
    "enrol_file_too_big": "Berkas ini terlalu besar untuk sebuah permintaan pendaftaran. Tidak ada yang diubah.",
    "enrol_file_is_answer": "Berkas ini jawaban kabupaten, bukan permintaan. Bawa jawaban ini ke laptop yang meminta.",
    "enrol_code_wrong": "Kode dalam permintaan ini tidak dikenal di sini. Tidak ada yang diubah. "
    "Cocokkan kodenya dengan desa, atau buat kode baru.",
    "code_spent": "Kode ini sudah dipakai atau tidak ada. Tidak ada yang diubah. "
    "Bila orangnya keliru, cabut laptopnya.",
    "enrol_code_used": "Kode dalam permintaan ini sudah dipakai laptop lain. Tidak ada yang diubah. Buat kode baru.",
    "enrol_code_expired": "Kode dalam permintaan ini sudah lewat waktunya. Tidak ada yang diubah. Buat kode baru.",
    "enrol_name_taken": "Laptop atau orang ini sudah terdaftar dengan kunci lain. Tidak ada yang diubah. "
    "Cabut dulu laptop yang lama.",
    "exchange_malformed": "Isi berkas ini tidak terbaca. Tidak ada yang diubah. Minta laptop menulisnya lagi.",
    "public_key_bad": "Kunci laptop dalam permintaan ini tidak benar. Tidak ada yang diubah. "
    "Minta laptop menulisnya lagi.",
    "hub_address_bad": "Alamat ditulis dengan https://, misalnya https://balai.kab.go.id. Tidak ada yang diubah.",
    "exchange_device_unknown": "Laptop itu tidak terdaftar di sini. Tidak ada yang diubah. "
    "Beri dia kode pendaftaran dulu.",
    "exchange_device_revoked": "Laptop yang membuat berkas ini sudah dicabut. Tidak ada yang diubah. "
    "Bila laptop itu boleh bekerja lagi, daftarkan dari awal dengan kode baru.",
    "revoke_reason_missing": "Tulis dulu mengapa dicabut, paling sedikit 5 huruf. Tidak ada yang diubah.",
    "revoke_not_confirmed": "Centang dulu bahwa Anda yakin. Tidak ada yang diubah.",
    "device_revoked": "Laptop ini sudah dicabut. Tidak ada yang diubah.",
    "person_revoked": "Izin orang ini sudah dicabut. Tidak ada yang diubah.",
    "enrol_key_revoked": "Laptop atau orang dalam permintaan ini sudah dicabut. Tidak ada yang diubah. "
    "Buat kode baru, lalu daftarkan dari awal sebagai desa baru di laptop itu.",
    "chain_unknown": "Rantai catatan ini tidak ada di desa itu.",
    "village_unknown": "Desa ini belum ada di kabupaten.",
    "pack_empty": "Daftar ini kosong, jadi tidak diterbitkan.",
    "pack_other_village": "Daftar ini milik desa {list_village}, bukan {village}. Tidak ada yang diterbitkan.",
    "calendar_window_impossible": "Tanggal awal dan akhir harus 1 sampai 31, "
    "dan tanggal awal tidak setelah tanggal akhir.",
    "calendar_objection_impossible": "Sanggah harus diberi paling sedikit 1 hari.",
    "calendar_day_unreadable": "Tanggal ditulis dengan angka saja, misalnya 11. Yang tertulis: {day}.",
    "calendar_unchanged": "Jadwal ini sama dengan yang sudah berlaku. Tidak ada yang diubah.",
    "hub_no_villages": "Belum ada desa. Buat dulu kode atau daftar untuk desa pertama.",
    "pack_unchanged": "Daftar ini sama dengan yang sudah terbit. Tidak ada yang diubah.",
    "hub_no_sheets": "Komputer kabupaten ini belum bisa membaca lembar kerja. Terbitkan daftar dari komputer admin.",
    "list_without_niks": "Tidak ada satu pun NIK di daftar ini. Tidak ada yang terbit. Mungkin judul kolomnya tidak "
    "dikenali: beri judul NIK, atau centang bahwa daftar ini memang tanpa NIK.",
    "list_without_cards": "Tidak ada satu pun nomor KK di daftar ini, jadi keluarga tidak terbentuk dengan benar. "
    "Tidak ada yang terbit. Beri judul No KK, atau centang bahwa daftar ini memang tanpa nomor KK.",
    "list_older": "Berkas ini untuk bulan {month}, padahal yang sudah terbit untuk bulan {newest}. Tidak ada yang "
    "terbit. Periksa bulan dan berkasnya. Bila memang dimaksud, centang, lalu kirim lagi.",
    "list_month_ahead": "Bulan {month} masih jauh. Tidak ada yang terbit. "
    "Periksa bulannya. Bila memang dimaksud, centang, lalu kirim lagi.",
    "list_of_others": "Dari {before} keluarga dalam daftar sekarang, hanya {kept} ada di berkas ini. Tidak ada yang "
    "terbit. Periksa apakah ini daftar desa itu, dan lengkap. Bila memang dimaksud, centang, lalu kirim lagi.",
    "list_missing": "Pilih dulu berkas XLSX atau CSV.",
    "body_too_large": "Yang dikirim terlalu besar. Tidak ada yang diubah. Periksa isiannya, lalu coba lagi.",
    "call_unreadable": "Alamat atau isian ini tidak dapat dibaca. Tidak ada yang diubah. Silakan ulangi.",
    "page_unknown": "Halaman ini tidak ada.",
    "form_torn": "Isian ini tidak sampai dengan utuh. Tidak ada yang diubah. Silakan ulangi.",
    "list_too_large": "Berkas lebih besar dari 60 MB. Tidak ada yang diubah. Bagi per desa, lalu coba lagi.",
    "month_bad": "Bulan ditulis tahun-bulan, misalnya 2026-11.",
    "hub_disk": "Tempat simpan kabupaten penuh atau tidak dapat ditulis. Tidak ada yang diubah. Hubungi admin.",
    "hub_busy": "Komputer kabupaten sedang sibuk. Tidak ada yang diubah. Coba lagi sebentar lagi.",
    "hub_store_away": "Basis data kabupaten sedang tidak dapat dihubungi. Coba lagi sebentar lagi. Bila terulang, "
    "hubungi admin kabupaten.",
    "hub_driver_missing": "Penghubung PostgreSQL belum dipasang di komputer ini. Pasang paket psycopg, lalu coba lagi.",
    "hub_database_bad": "Alamat basis data harus dimulai dengan postgresql://. Tidak ada yang diubah.",
    "hub_database_other": "Folder ini sudah punya simpanan sendiri (hub.db). Tidak ada yang diubah. "
    "Pakai folder lain untuk simpanan yang lain.",
    "hub_backup_no_room": "Tempat untuk cadangan tidak cukup: perlu {need_mb} MB, sisa {free_mb} MB. "
    "Cadangan lama tetap ada. Buat tempat, atau pakai folder di cakram lain.",
    "hub_backup_failed": "Cadangan tidak selesai: {reason}. Kabupaten tetap bekerja dan cadangan lama tetap ada.",
    "hub_backup_unknown": "Folder ini bukan cadangan Balai. Tidak ada yang diubah.",
    "hub_backup_damaged": "Cadangan ini rusak. Tidak ada yang diubah. Pakai cadangan yang lain.",
    "hub_backup_photos_missing": "Pulih, tetapi {missing} foto tidak ada dalam cadangan ini. "
    "Laptop mengirimnya lagi bila masih menyimpannya.",
    "hub_restore_not_empty": "Folder data ini sudah berisi simpanan kabupaten. Tidak ada yang diubah. "
    "Pakai folder kosong.",
    "hub_restore_database_full": "Basis data ini sudah berisi tabel. Tidak ada yang diubah. Pakai basis data kosong.",
    "hub_restore_failed": "Belum pulih: {reason}. Cadangan tetap utuh. Atasi dulu, lalu ulangi ke folder kosong.",
    "hub_restore_needs_database": "Cadangan ini dari server basis data. Tidak ada yang diubah. "
    "Sebut alamat basis data kosong dengan --database.",
    "hub_restore_needs_none": "Cadangan ini dari simpanan dalam berkas (hub.db). Tidak ada yang diubah. "
    "Ulangi tanpa --database.",
    "hub_store_damaged": "Simpanan kabupaten rusak. Jangan menghapus apa pun. Pulihkan dari cadangan.",
    "hub_store_newer": "Simpanan kabupaten dibuat oleh Balai yang lebih baru. "
    "Tidak ada yang diubah. Pasang Balai terbaru.",
    "hub_keys_damaged": "Kunci kabupaten rusak ({file}). Tidak ada yang diubah. Pulihkan berkas itu dari cadangan.",
    "hub_keys_missing": "Kunci kabupaten ini tidak lengkap: berkas {file} tidak ada di {folder}. "
    "Tidak ada yang diubah. Sebut folder kuncinya dengan --keys, atau pasang dulu stik atau disk tempat kunci itu.",
    "hub_keys_other": "Kunci di folder itu milik kabupaten lain. Tidak ada yang diubah. "
    "Sebut folder kunci kabupaten ini dengan --keys.",
    "hub_port_taken": "Jalur {port} dipakai program lain. Pilih jalur lain dengan --port.",
    "hub_village_unknown": "Desa {village} belum ada di kabupaten. Buat dulu kode atau daftar untuk desa itu.",
    "list_not_found": "Berkas tidak ditemukan. Tidak ada yang diubah. Pilih berkasnya lagi.",
    "list_cannot_be_opened": "Berkas tidak dapat dibuka. "
    "Tidak ada yang diubah. Tutup berkas itu di Excel, lalu coba lagi.",
    "list_empty_file": "Berkas ini kosong. Tidak ada yang diubah. Pilih berkas lain.",
    "list_too_big": "Berkas ini {mb} MB, lebih besar dari batas {limit_mb} MB. Tidak ada yang diubah. Bagi per desa.",
    "list_not_a_sheet": "Berkas ini ({kind}) bukan tabel Excel atau CSV. "
    "Tidak ada yang diubah. Simpan dulu sebagai .xlsx.",
    "list_wrong_extension": "Nama berkas berakhiran .{suffix}, tetapi isinya {kind}. "
    "Tidak ada yang diubah. Ganti namanya.",
    "list_encrypted": "Berkas ini dikunci dengan kata sandi Office. Tidak ada yang diubah. Simpan tanpa kata sandi.",
    "list_stray_quote": "Baris {row}: ada tanda kutip yang tidak ditutup. Tidak ada yang diubah. Hapus tanda itu.",
    "list_torn": "Berkas ini rusak atau terpotong. Tidak ada yang diubah. Salin atau unduh lagi dari sumbernya.",
    "list_zip_bomb": "Isi berkas ini akan membengkak menjadi {mb} MB. Tidak ada yang diubah. Minta berkas baru.",
    "list_stray_cells": "Lembar ini punya isian jauh di luar daftar (baris {rows}, kolom {columns}). "
    "Tidak ada yang diubah. "
    "Hapus baris dan kolom kosong setelah daftar, simpan, lalu coba lagi.",
    "list_on_hidden_sheet": "Daftarnya ada di lembar tersembunyi: {sheet}. Tidak ada yang diubah. "
    "Di Excel, klik kanan nama lembar, pilih Tampilkan (Unhide), simpan, lalu pilih lagi berkas ini.",
    "list_shows_no_sheet": "Semua lembar di berkas ini tersembunyi, dan tidak ada daftar di dalamnya. "
    "Tidak ada yang diubah. Periksa apakah ini berkas yang benar.",
    "list_not_a_list": "Tidak ditemukan judul kolom seperti NIK, No KK, atau Nama. "
    "Tidak ada yang diubah. Periksa berkasnya.",
    "list_without_people": "Judul kolom ada, tetapi tidak ada orang di bawahnya. "
    "Tidak ada yang diubah. Periksa berkasnya.",
    "mapping_does_not_fit": "Pilihan kolom tidak cocok dengan daftar ini. "
    "Tidak ada yang diubah. Periksa judul kolomnya.",
    "mapping_without_name": "Tidak ada kolom untuk nama orang. Tidak ada yang diubah. Beri judul Nama pada kolomnya.",
    "import_cancelled": "Pembacaan daftar dihentikan. Tidak ada yang diubah. Mulai lagi kapan saja.",
    "bundle_missing": "Pilih dulu berkas bundel (.balai).",
    "bundle_not_readable": "Berkas ini tidak dapat dibuka. Tidak ada yang diubah. Periksa stiknya, lalu coba lagi.",
    "bundle_unknown": "Berkas ini bukan bundel Balai. Tidak ada yang diubah. "
    "Pilih berkas yang namanya berakhir dengan .balai.",
    "bundle_newer": "Bundel ini dibuat oleh Balai yang lebih baru. Tidak ada yang diubah. Pasang Balai terbaru.",
    "bundle_too_large": "Bundel ini terlalu besar. Tidak ada yang diubah. Minta bundel tanpa foto, atau per bagian.",
    "bundle_torn": "Bundel ini terpotong: sebagian tidak ikut tersalin. Tidak ada yang diubah. Salin sekali lagi.",
    "bundle_damaged": "Bundel ini rusak atau diubah orang. Tidak ada yang diubah. Salin sekali lagi dari sumbernya.",
    "bundle_malformed": "Isi bundel ini tidak terbaca. Tidak ada yang diubah. Minta bundel baru dari desa.",
    "bundle_not_for_us": "Bundel ini tidak ditujukan untuk kabupaten ini, jadi terkunci. Tidak ada yang diubah. "
    "Minta desa membuat bundel baru.",
    "bundle_part_missing": "Bagian nomor {parts} dari {all} belum ada. Tidak ada yang diubah. "
    "Pilih semua bagian bersama-sama.",
    "bundle_part_damaged": "Bagian nomor {place} dari {all} rusak. Tidak ada yang diubah. Minta bagian itu saja "
    "dikirim sekali lagi, lalu pilih semua bagian bersama-sama.",
    "bundle_too_many_parts": "Dengan ukuran itu bundelnya menjadi {parts} bagian: terlalu banyak. Tidak ada yang "
    "ditulis. Pilih bagian yang lebih besar.",
    "bundle_changed": "Yang dibaca kembali berbeda dari yang ditulis: stik atau disk ini rusak. Bundelnya "
    "dihapus lagi, data kabupaten tetap utuh. Pakailah stik atau disk lain.",
    "bundle_from_district": "Bundel ini dibuat kabupaten untuk laptop desa. Tidak ada yang diubah. "
    "Bacalah di laptop desa.",
    "bundle_no_reader": "Desa {village} belum punya laptop terdaftar yang dapat membuka bundel. "
    "Buat dulu kode untuk laptopnya.",
    "bundle_photo_missing": "Satu foto tidak terbaca. Tidak ada yang diubah. Hubungi admin kabupaten.",
    "exchange_wrong_hub": "Bundel ini milik kabupaten lain. Tidak ada yang diubah. Periksa stiknya: mungkin tertukar.",
    "mirror_empty": "Di folder itu tidak ada salinan catatan yang dapat dibuka kabupaten ini. Tidak ada yang diubah. "
    "Pilih folder desa yang berisi folder mirror.",
    "mirror_laptop_unknown": "Catatan di folder itu bukan dari laptop yang terdaftar di sini. Tidak ada yang diubah.",
    "vault_missing": "Di folder itu tidak ada simpanan desa. Tidak ada yang diubah. "
    "Pilih folder yang berisi slots.json.",
    "vault_in_use": "Desa di folder itu sedang dibuka. Tidak ada yang diubah. Tutup Balai di laptop itu, lalu ulangi.",
    "slots_damaged": "Daftar petugas di folder itu rusak. Tidak ada yang diubah. Salin folder itu sekali lagi.",
    "slots_newer": "Folder itu dibuat oleh Balai yang lebih baru. Tidak ada yang diubah. Pasang Balai terbaru.",
    "slots_altered": "Daftar petugas di folder itu diubah dari luar Balai. Tidak ada yang diubah. "
    "Pakailah salinan yang lebih lama.",
    "district_slot_missing": "Laptop itu belum pernah terdaftar pada kabupaten mana pun, jadi kabupaten tidak dapat "
    "membukanya. Tidak ada yang diubah. Yang tersisa: kata pemulihan di kertas.",
    "seal_broken": "Laptop itu terdaftar pada kabupaten lain, atau kunci kabupaten ini sudah bukan yang dulu. "
    "Tidak ada yang diubah.",
    "disk_full": "Ruang di disk itu penuh. Tidak ada yang diubah.",
    "disk_readonly": "Disk itu tidak dapat ditulisi. Tidak ada yang diubah.",
    "disk_failed": "Disk itu tidak dapat dibaca atau ditulisi. Periksa disknya, lalu coba lagi.",
    "sheet_cannot_be_saved": "Berkas tidak dapat disimpan di tempat itu. Data kabupaten aman. Pilih tempat lain.",
}
_OTHER_PROBLEM = mark("Ini tidak dapat diterima ({code}). Tidak ada yang diubah. Hubungi admin kabupaten.")


def say_problem(problem: Problem) -> str:
    """What happened and what to do, as a sentence."""
    return tr(PROBLEMS.get(problem.code, _OTHER_PROBLEM), **{**problem.facts, "code": problem.code})
