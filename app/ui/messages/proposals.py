"""What a visit, a proposal, an objection or a decision still lacks."""

from __future__ import annotations

from app.ui.messages.phrases import ASK_DISTRICT, KEPT_AS_DRAFT, NEWEST_BALAI, NOTHING_CHANGED
from app.ui.messages.sentence import QT_TRANSLATE_NOOP, Sentence

SENTENCES: dict[str, Sentence] = {
    "decision_note_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Alasan keputusan belum ditulis."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Tulis penjelasan singkat."),
    ),
    "decision_outcome_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Hasil keputusan belum dipilih."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih setuju, kembalikan atau tolak."),
    ),
    "endorsement_before_decision": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Usulan ini belum bisa disahkan."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Putuskan dulu di musyawarah."),
    ),
    "proposal_closed": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Usulan ini sudah selesai."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Buat usulan baru bila masih perlu."),
    ),
    "proposal_date_impossible": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Tanggal {date} tidak ada."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Isi tanggal yang benar."),
    ),
    "proposal_date_in_future": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Tanggal {date} belum terjadi."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Isi tanggal hari ini atau sebelumnya."),
    ),
    "proposal_note_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Penjelasan usulan belum ditulis."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Tulis penjelasan singkat."),
    ),
    "proposal_changes_nothing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Belum ada data yang diubah."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Ubah paling sedikit satu isian."),
    ),
    "proposal_destination_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Tujuan pindah belum diisi."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Isi desa atau alamat tujuan."),
    ),
    "proposal_evidence_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Bukti yang diminta belum lengkap: {kinds}."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Tambahkan foto atau berkasnya."),
    ),
    "proposal_kind_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Jenis usulan ini tidak dikenal."),
        safe=KEPT_AS_DRAFT,
        advice=NEWEST_BALAI,
    ),
    "proposal_member_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Anggota keluarga belum dipilih."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih anggota yang dimaksud."),
    ),
    "proposal_member_name_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Ada anggota tanpa nama."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Isi nama setiap anggota."),
    ),
    "proposal_members_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Belum ada anggota keluarga."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Tambahkan paling sedikit satu anggota."),
    ),
    "proposal_one_head_needed": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Harus ada tepat satu kepala keluarga."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih satu kepala keluarga."),
    ),
    "proposal_other_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Keluarga yang lain belum dipilih."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih keluarga yang dimaksud."),
    ),
    "proposal_other_same": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Yang dipilih adalah keluarga atau orang yang sama."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih keluarga atau orang yang lain."),
    ),
    "proposal_kept_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Belum dipilih mana yang tetap dipakai."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih kartu keluarga atau data yang tetap dipakai."),
    ),
    "proposal_kept_elsewhere": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Yang tetap dipakai bukan salah satu dari keduanya."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih salah satu dari keduanya."),
    ),
    "proposal_head_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kepala keluarga sesudahnya belum dipilih."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih kepala keluarganya."),
    ),
    "proposal_leavers_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Anggota yang berpisah belum dipilih."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih paling sedikit satu anggota."),
    ),
    "proposal_reason_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Alasan belum dipilih."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih satu alasan."),
    ),
    "objection_evidence_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Bukti yang diminta belum lengkap: {kinds}."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Tambahkan foto atau berkasnya."),
    ),
    "objection_note_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Isi sanggahan belum ditulis."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Tulis penjelasan singkat."),
    ),
    "objection_objector_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Nama penyanggah belum diisi."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Isi nama orang yang menyanggah."),
    ),
    "objection_other_village": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Sanggahan ini untuk desa lain."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Sampaikan ke desa yang bersangkutan."),
    ),
    "objection_reason_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Alasan sanggahan belum dipilih."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih satu alasan."),
    ),
    "visit_absence_reason_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Alasan tidak ditemukan belum dipilih."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih pindah, meninggal, ganda atau tidak tahu."),
    ),
    "visit_absence_reason_unexpected": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Alasan tidak ditemukan hanya untuk yang tidak ditemukan."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Hapus alasannya atau ubah keberadaannya."),
    ),
    "family_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Keluarga ini tidak ada di daftar yang boleh Anda lihat."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Kembali, lalu pilih keluarga lain."),
    ),
    "visit_attempt_wrong": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kunjungan ke-{attempt} tidak sesuai urutan."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Buka lagi keluarga ini, lalu simpan."),
    ),
    "visit_place_impossible": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Letak GPS ini tidak mungkin."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa angka lintang dan bujur."),
    ),
    "visit_presence_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Keberadaan keluarga belum dipilih."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih ditemukan atau tidak ditemukan."),
    ),
    "visit_respondent_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Nama responden belum diisi."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Isi siapa yang memberi keterangan."),
    ),
    "visit_statement_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Pernyataan responden belum disetujui."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Bacakan pernyataannya, lalu beri tanda."),
    ),
    "reveal_reason_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Alasan membuka nomor belum diisi."),
        safe=QT_TRANSLATE_NOOP("Messages", "Nomor tetap tertutup."),
        advice=QT_TRANSLATE_NOOP("Messages", "Tulis untuk apa nomor itu diperlukan."),
    ),
    "export_purpose_missing": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Keperluan menyimpan nomor lengkap belum diisi."),
        safe=QT_TRANSLATE_NOOP("Messages", "Belum ada berkas yang ditulis."),
        advice=QT_TRANSLATE_NOOP("Messages", "Tulis untuk apa nomor lengkap itu diperlukan."),
    ),
    "person_without_slot": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Orang ini belum bisa masuk di laptop ini."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Minta kepala desa membuatkan kata sandi untuknya."),
    ),
    "visit_answer_wrong": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Satu jawaban tidak sesuai dengan pertanyaannya."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Buka ringkasan, perbaiki jawaban itu, lalu simpan lagi."),
    ),
    "proposal_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Usulan ini tidak ditemukan."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Buka lagi daftar usulan."),
    ),
    "reveal_field_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Isian ini bukan nomor yang bisa dibuka."),
        safe=QT_TRANSLATE_NOOP("Messages", "Nomor tetap tertutup."),
        advice=QT_TRANSLATE_NOOP("Messages", "Yang bisa dibuka hanya NIK dan nomor KK."),
    ),
    "proposal_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Usulan ini belum lengkap."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa isian yang ditandai."),
    ),
    "objection_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Sanggahan ini belum lengkap."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa isian yang ditandai."),
    ),
    "visit_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kunjungan ini belum lengkap."),
        safe=KEPT_AS_DRAFT,
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa isian yang ditandai."),
    ),
    "reveal_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Nomor ini tidak bisa dibuka."),
        safe=QT_TRANSLATE_NOOP("Messages", "Nomor tetap tertutup."),
        advice=ASK_DISTRICT,
    ),
}
