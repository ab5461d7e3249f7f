"""What a visit, a proposal, an objection or a decision still lacks."""

from __future__ import annotations

from app.ui.messages.sentence import QT_TRANSLATE_NOOP, Sentence

SENTENCES: dict[str, Sentence] = {
    "decision_note_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Alasan keputusan belum ditulis."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Tulis penjelasan singkat."),
    ),
    "decision_outcome_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Hasil keputusan belum dipilih."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih setuju, kembalikan atau tolak."),
    ),
    "endorsement_before_decision": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Usulan ini belum bisa disahkan."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Putuskan dulu di musyawarah."),
    ),
    "proposal_closed": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Usulan ini sudah selesai."),
        safe=QT_TRANSLATE_NOOP("Messages", "Tidak ada yang berubah."),
        advice=QT_TRANSLATE_NOOP("Messages", "Buat usulan baru bila masih perlu."),
    ),
    "proposal_date_impossible": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Tanggal {date} tidak ada."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Isi tanggal yang benar."),
    ),
    "proposal_date_in_future": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Tanggal {date} belum terjadi."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Isi tanggal hari ini atau sebelumnya."),
    ),
    "proposal_note_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Penjelasan usulan belum ditulis."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Tulis penjelasan singkat."),
    ),
    "proposal_changes_nothing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Belum ada data yang diubah."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Ubah paling sedikit satu isian."),
    ),
    "proposal_destination_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Tujuan pindah belum diisi."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Isi desa atau alamat tujuan."),
    ),
    "proposal_evidence_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Bukti yang diminta belum lengkap: {kinds}."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Tambahkan foto atau berkasnya."),
    ),
    "proposal_kind_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Jenis usulan ini tidak dikenal."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pasang Balai terbaru, lalu coba lagi."),
    ),
    "proposal_member_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Anggota keluarga belum dipilih."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih anggota yang dimaksud."),
    ),
    "proposal_member_name_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Ada anggota tanpa nama."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Isi nama setiap anggota."),
    ),
    "proposal_members_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Belum ada anggota keluarga."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Tambahkan paling sedikit satu anggota."),
    ),
    "proposal_one_head_needed": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Harus ada tepat satu kepala keluarga."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih satu kepala keluarga."),
    ),
    "proposal_other_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Keluarga yang lain belum dipilih."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih keluarga yang dimaksud."),
    ),
    "proposal_other_same": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Yang dipilih adalah keluarga atau orang yang sama."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih keluarga atau orang yang lain."),
    ),
    "proposal_leavers_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Anggota yang berpisah belum dipilih."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih paling sedikit satu anggota."),
    ),
    "proposal_reason_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Alasan belum dipilih."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih satu alasan."),
    ),
    "proposal_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Usulan ini belum lengkap."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa isian yang ditandai."),
    ),
    "objection_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Sanggahan ini belum lengkap."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa isian yang ditandai."),
    ),
    "objection_evidence_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Bukti yang diminta belum lengkap: {kinds}."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Tambahkan foto atau berkasnya."),
    ),
    "objection_note_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Isi sanggahan belum ditulis."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Tulis penjelasan singkat."),
    ),
    "objection_objector_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Nama penyanggah belum diisi."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Isi nama orang yang menyanggah."),
    ),
    "objection_other_village": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Sanggahan ini untuk desa lain."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Sampaikan ke desa yang bersangkutan."),
    ),
    "objection_reason_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Alasan sanggahan belum dipilih."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih satu alasan."),
    ),
    "visit_absence_reason_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Alasan tidak ditemukan belum dipilih."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih pindah, meninggal, ganda atau tidak tahu."),
    ),
    "visit_absence_reason_unexpected": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Alasan tidak ditemukan hanya untuk yang tidak ditemukan."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Hapus alasannya atau ubah keberadaannya."),
    ),
    "family_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Keluarga ini tidak ada di daftar yang boleh Anda lihat."),
        safe=QT_TRANSLATE_NOOP("Messages", "Draf yang sudah diisi tetap tersimpan."),
        advice=QT_TRANSLATE_NOOP("Messages", "Kembali ke rute, lalu pilih keluarga lain."),
    ),
    "visit_attempt_wrong": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kunjungan ke-{attempt} tidak sesuai urutan."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Buka lagi keluarga ini, lalu simpan."),
    ),
    "visit_place_impossible": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Letak GPS ini tidak mungkin."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa angka lintang dan bujur."),
    ),
    "visit_presence_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Keberadaan keluarga belum dipilih."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih ditemukan atau tidak ditemukan."),
    ),
    "visit_respondent_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Nama pemberi keterangan belum diisi."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Isi siapa yang memberi keterangan."),
    ),
    "visit_statement_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Pernyataan pemberi keterangan belum disetujui."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Bacakan pernyataannya, lalu beri tanda."),
    ),
    "visit_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kunjungan ini belum lengkap."),
        safe=QT_TRANSLATE_NOOP("Messages", "Isian Anda tetap tersimpan sebagai konsep."),
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa isian yang ditandai."),
    ),
    "reveal_reason_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Alasan membuka nomor belum diisi."),
        safe=QT_TRANSLATE_NOOP("Messages", "Nomor tetap tertutup."),
        advice=QT_TRANSLATE_NOOP("Messages", "Tulis untuk apa nomor itu diperlukan."),
    ),
    "reveal_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Nomor ini tidak bisa dibuka."),
        safe=QT_TRANSLATE_NOOP("Messages", "Nomor tetap tertutup."),
        advice=QT_TRANSLATE_NOOP("Messages", "Hubungi petugas kabupaten."),
    ),
}
