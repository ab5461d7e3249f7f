"""Texts that bodies need not spell out: names of fields and codes, each known by its place.

Both sides have them, so they are never moved and never taken out; new ones go to the end. What is not here travels as
any other text does.
"""

from __future__ import annotations

from typing import Final

_ALL: Final = """
form form_version attempt presence absence_reason result respondent respondent_member guide members answers
place note statement photos started_at_ms base_pack base_visit known_visits member latitude longitude source
accuracy_m name size kind media proposal changes reason reason_list evidence event_date new_family new_members
other_family other_member visit replaces base_entry outcome direction direction_list programmes programme_list
field seen proposed kept_family kept_member head staying_head kk address dusun rt rw fields screening nik
birth_date sex relation marital seq public_key signature tanggal_kunjungan status_kunjungan
alasan_tidak_ditemukan tujuan_pindah ganda_dengan saksi_rt hasil_kunjungan mampu hubungan_responden
nama_responden telepon_responden pemberitahuan keberadaan_anggota tanggal_meninggal arah_pindah_anggota nama
nik_tidak_ada tanggal_lahir id_jenis_kelamin id_hub_kepala_keluarga id_status_perkawinan id_partisipasi_sekolah
id_jenjang_pendidikan_dukcapil membantu_bekerja id_lapangan_usaha_dari_usaha_utama
id_status_kedudukan_pekerjaan_utama jumlah_jenis_usaha jumlah_pekerja_dibayar jumlah_pekerja_tidak_dibayar
id_kepemilikan_izin_usaha id_omset_usaha_utama id_kondisi_gizi id_penglihatan id_pendengaran
id_berjalan_atau_naik_tangga id_menggunakan_tangan_jari id_belajar_kemampuan_intelektual
id_pengendalian_perilaku id_berbicara_komunikasi id_mengurus_diri id_mengingat_berkonsentrasi
id_kesedihan_depresi id_penyakit_menahun hamil bukti_anggota id_status_penguasaan_bangunan luas_lantai_bangunan
id_lantai_terluas id_dinding_terluas id_atap_terluas id_sumber_airminum id_sumberpenerangan id_dayapenerangan
id_bb_utama id_fasilitas_bab id_jenis_kloset id_pembuangan_tinja aset_bergerak_tabung_gas
aset_bergerak_lemari_es aset_bergerak_ac aset_bergerak_pemanas_air aset_bergerak_telepon_rumah
aset_bergerak_tv_datar aset_bergerak_emas_perhiasan aset_bergerak_komputer_laptop_tablet
aset_bergerak_sepeda_motor aset_bergerak_sepeda aset_bergerak_mobil aset_bergerak_perahu
aset_bergerak_kapal_perahu_motor aset_bergerak_smartphone lahan_tempat_lain rumah_tempat_lain jml_sapi
jml_kerbau jml_kuda jml_babi jml_kambing_domba program_diterima status_program alasan_berhenti penghasilan
foto_rumah foto_dalam foto_meter foto_kk foto_kks lokasi catatan pernyataan_responden tanda_tangan
device_started person_added person_changed device_certified person_certified key_revoked sealed reveal_logged
receipt_issued calendar_set pack_published families_matched visit_recorded change_proposed objection_filed
proposal_withdrawn item_decided endorsed keyed_in decision_made visits_settled proposal_settled proposals_merged
proposals_told_apart settling_undone device incarnation village label program after again_from person role rts
active exchange_key signing_key until why number heads hashes durable calendar values month sha256 families base
source_name source_sha256 local code_list pack ids objector same_village meeting_date dissent date comment
visits choices kept merged other settling taken house_front house_inside vehicle meter programme_card ktp
birth_record death_record death_letter move_letter marriage_record rt_statement signed_statement visit_log
coordinates decree pay_slip certificate meeting_minutes dukcapil_letter respondent_signature other_document
correction death revival move duplicate split merge representative ineligible withdrawal objection
kepmensos-73-2024 siks-ng-2021 pindah balai-1 akta surat saksi nama_sama dukcapil salah_input lain surat_pindah
tanpa_surat tinggal_di_sini nik_ganda orang_sama dua_kk dobel_keluarga menikah cerai rumah_sendiri kk_baru
kembali tinggal_dengan_anak satu_kk meninggal sakit kesepakatan bekerja dokumen kunjungan keterangan
kepmensos-262-2022 belum_terdaftar keluarga_baru jatuh_miskin pindah_datang cek-bansos ganda terlewat layak
cocokkan siks_ng permintaan_warga bukti_kurang bukti_tidak_terbaca nik_tidak_padan orang_sendiri tumpang_tindih
isian_kosong berita_acara kode_wilayah tidak_memenuhi bukan_warga sudah_ada sudah_diusulkan bukti_tidak_sah
sanggahan_tidak_terbukti kewenangan_pusat melebihi_batas found not_found double moved dead photo typed
image/webp image/jpeg application/pdf accepted returned rejected
device_handed_over device_retired giver taker first first_turn list_exported
new_address
"""

WORDS: Final[tuple[str, ...]] = tuple(_ALL.split())

PLACES: Final[dict[str, int]] = {word: place for place, word in enumerate(WORDS)}
