<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="id_ID">
<context>
    <name>AboutSection</name>
    <message>
        <source>Meja kerja desa untuk memeriksa daftar bantuan sosial, dengan atau tanpa sambungan. Perangkat lunak bebas: boleh dipakai, dipelajari, diubah dan dibagikan.</source>
        <translation>The village&apos;s desk for checking the social-assistance list, with or without internet. Free software: use it, study it, change it and share it.</translation>
    </message>
    <message>
        <source>Teks lisensi</source>
        <translation>Text of the licence</translation>
    </message>
    <message>
        <source>Lisensi dari</source>
        <translation>Licence of</translation>
    </message>
</context>
<context>
    <name>Act</name>
    <message>
        <source>Kunjungan</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>Usulan</source>
        <translation>Proposal</translation>
    </message>
    <message>
        <source>Sanggahan</source>
        <translation>Objection</translation>
    </message>
    <message>
        <source>Usulan ditarik kembali</source>
        <translation>Proposal withdrawn</translation>
    </message>
    <message>
        <source>Putusan musyawarah</source>
        <translation>Decision of the meeting</translation>
    </message>
    <message>
        <source>Pengesahan</source>
        <translation>Endorsement</translation>
    </message>
    <message>
        <source>Tanda sudah diinput ke SIKS-NG</source>
        <translation>Mark that it was keyed into SIKS-NG</translation>
    </message>
    <message>
        <source>NIK atau KK dilihat utuh</source>
        <translation>Whole NIK or KK looked at</translation>
    </message>
    <message>
        <source>Petugas baru</source>
        <translation>New official</translation>
    </message>
    <message>
        <source>Petugas diubah</source>
        <translation>Official changed</translation>
    </message>
    <message>
        <source>Jadwal bulan</source>
        <translation>Schedule of the month</translation>
    </message>
    <message>
        <source>Daftar dari berkas</source>
        <translation>List from a file</translation>
    </message>
    <message>
        <source>Laptop mulai dipakai</source>
        <translation>Laptop taken into use</translation>
    </message>
    <message>
        <source>Hasil kunjungan diselesaikan</source>
        <translation>Visits settled</translation>
    </message>
    <message>
        <source>Usulan disesuaikan dengan daftar</source>
        <translation>Proposal settled with the list</translation>
    </message>
    <message>
        <source>Dua usulan digabung</source>
        <translation>Two proposals merged</translation>
    </message>
    <message>
        <source>Dua usulan, orang yang berbeda</source>
        <translation>Two proposals, different people</translation>
    </message>
    <message>
        <source>Penyelesaian dibatalkan</source>
        <translation>Settlement undone</translation>
    </message>
    <message>
        <source>Laptop diserahkan</source>
        <translation>Laptop handed over</translation>
    </message>
    <message>
        <source>Laptop dikosongkan</source>
        <translation>Laptop wiped</translation>
    </message>
    <message>
        <source>Berkas berisi nama disimpan ke luar Balai</source>
        <translation>A file with names was saved outside Balai</translation>
    </message>
    <message>
        <source>Tanda tangan</source>
        <translation>Signature</translation>
    </message>
</context>
<context>
    <name>ActDialog</name>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>AskField</name>
    <message>
        <source>Pernyataan</source>
        <translation>Statement</translation>
    </message>
    <message>
        <source>%1 (boleh dikosongkan)</source>
        <translation>%1 (may be left empty)</translation>
    </message>
    <message>
        <source>Belum dipilih</source>
        <translation>Not chosen yet</translation>
    </message>
</context>
<context>
    <name>AutoSend</name>
    <message>
        <source>Terkirim. Diterima kabupaten dengan nomor {number}.</source>
        <translation>Sent. Received by the district under number {number}.</translation>
    </message>
    <message>
        <source>Daftar yang baru sudah diterima.</source>
        <translation>The new list has arrived.</translation>
    </message>
    <message>
        <source>Ada {n} jawaban baru dari kabupaten.</source>
        <translation>New answers from the district: {n}.</translation>
    </message>
    <message>
        <source>{n} catatan disisihkan kabupaten, lihat Kirim &amp; terima.</source>
        <translation>Set aside by the district: {n}. See Send &amp; receive.</translation>
    </message>
</context>
<context>
    <name>BegunCard</name>
    <message>
        <source>Ada usulan keluarga baru yang belum selesai</source>
        <translation>Some proposals of a new family are not finished</translation>
    </message>
    <message>
        <source>Pilih yang ingin dilanjutkan, atau mulai keluarga lain.</source>
        <translation>Choose the one to go on with, or begin another family.</translation>
    </message>
</context>
<context>
    <name>BlockCard</name>
    <message>
        <source>Keluarkan</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>Keluarkan %1</source>
        <translation>Take out %1</translation>
    </message>
</context>
<context>
    <name>Carrying</name>
    <message>
        <source>Mengumpulkan</source>
        <translation>Gathering</translation>
    </message>
    <message>
        <source>Memasukkan catatan</source>
        <translation>Taking in records</translation>
    </message>
    <message>
        <source>Memasukkan foto</source>
        <translation>Taking in photos</translation>
    </message>
    <message>
        <source>Memeriksa</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>Memberikan</source>
        <translation>Giving</translation>
    </message>
    <message>
        <source>Menerima</source>
        <translation>Receiving</translation>
    </message>
    <message>
        <source>laptop yang belum dikenal</source>
        <translation>a laptop that is not known yet</translation>
    </message>
    <message>
        <source>Tanda terima kabupaten: nomor {numbers}.</source>
        <translation>Receipt of the district: number {numbers}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} catatan disisihkan: {reasons}</source>
        <translation>
            <numerusform>{n} record set aside: {reasons}</numerusform>
            <numerusform>{n} records set aside: {reasons}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kurang {n} catatan dari {laptop}; ada di stik tanggal {day}.</source>
        <translation>
            <numerusform>{n} record of {laptop} is missing; it is on the stick of {day}.</numerusform>
            <numerusform>{n} records of {laptop} are missing; they are on the stick of {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kurang {n} catatan dari {laptop}.</source>
        <translation>
            <numerusform>{n} record of {laptop} is missing.</numerusform>
            <numerusform>{n} records of {laptop} are missing.</numerusform>
        </translation>
    </message>
    <message>
        <source>laptop {name}</source>
        <translation>the laptop of {name}</translation>
    </message>
    <message>
        <source>Diterima: {what}.</source>
        <translation>Received: {what}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} foto tidak ikut: berkasnya di laptop ini rusak atau hilang. Jalankan Periksa keutuhan data di Pengaturan.</source>
        <translation>
            <numerusform>{n} photo did not come along: its file on this laptop is damaged or missing. Run &quot;Check the data&quot; in Settings.</numerusform>
            <numerusform>{n} photos did not come along: their files on this laptop are damaged or missing. Run &quot;Check the data&quot; in Settings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeGroupCard</name>
    <message>
        <source>%1, terbuka</source>
        <translation>%1, open</translation>
    </message>
    <message>
        <source>%1, tertutup</source>
        <translation>%1, closed</translation>
    </message>
</context>
<context>
    <name>ChangeRow</name>
    <message>
        <source>Ubah</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ubah %1</source>
        <translation>Change %1</translation>
    </message>
    <message>
        <source>Batal ubah</source>
        <translation>Undo change</translation>
    </message>
    <message>
        <source>Batal ubah %1</source>
        <translation>Undo change of %1</translation>
    </message>
    <message>
        <source>Kosongkan</source>
        <translation>Leave empty</translation>
    </message>
    <message>
        <source>Kosongkan %1</source>
        <translation>Leave %1 empty</translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message>
        <source>Simpan lembar</source>
        <translation>Save as a sheet</translation>
    </message>
    <message>
        <source>Ke Keluarga</source>
        <translation>To Families</translation>
    </message>
    <message>
        <source>Perubahan daftar</source>
        <translation>Changes of the list</translation>
    </message>
    <message>
        <source>Keluarga yang berubah</source>
        <translation>Families that changed</translation>
    </message>
    <message>
        <source>Kepala keluarga</source>
        <translation>Head of family</translation>
    </message>
    <message>
        <source>Perubahan</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Rincian dan alasan</source>
        <translation>Details and reason</translation>
    </message>
    <message>
        <source>Belum ada daftar sebelumnya</source>
        <translation>There is no earlier list yet</translation>
    </message>
    <message>
        <source>Setelah daftar bulan berikutnya datang, perubahannya muncul di sini.</source>
        <translation>Once next month&apos;s list has come, its changes appear here.</translation>
    </message>
    <message>
        <source>Tidak ada yang berubah</source>
        <translation>Nothing changed</translation>
    </message>
    <message>
        <source>Daftar baru sama dengan daftar sebelumnya.</source>
        <translation>The new list is the same as the one before.</translation>
    </message>
    <message>
        <source>Membandingkan daftar</source>
        <translation>Comparing the lists</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>ChooseStep</name>
    <message>
        <source>Berkas hanya dibaca. Balai tidak mengubahnya dan tidak membetulkan apa pun diam-diam: yang janggal ditandai, isi aslinya tetap disimpan.</source>
        <translation>The file is only read. Balai does not change it and mends nothing silently: what is odd is marked, the original stays.</translation>
    </message>
    <message>
        <source>Pilih daftar</source>
        <translation>Choose a list</translation>
    </message>
    <message>
        <source>Daftar (Excel, OpenDocument, CSV)</source>
        <translation>Lists (Excel, OpenDocument, CSV)</translation>
    </message>
    <message>
        <source>Semua berkas</source>
        <translation>All files</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>Jam laptop saat itu mungkin salah.</source>
        <translation>The laptop&apos;s clock may have been wrong then.</translation>
    </message>
    <message>
        <source>Jam laptop saat itu salah (tertulis {told}).</source>
        <translation>The laptop&apos;s clock was wrong then (it said {told}).</translation>
    </message>
    <message>
        <source>Jam laptop saat itu salah (tertulis {told}); diterima kabupaten {day}.</source>
        <translation>The laptop&apos;s clock was wrong then (it said {told}); the district received it on {day}.</translation>
    </message>
</context>
<context>
    <name>CodeLabel</name>
    <message>
        <source>Kode: %1</source>
        <translation>Code: %1</translation>
    </message>
</context>
<context>
    <name>Column</name>
    <message>
        <source>Nomor urut</source>
        <translation>Running number</translation>
    </message>
    <message>
        <source>Nomor KK</source>
        <translation>KK number</translation>
    </message>
    <message>
        <source>Nama orang</source>
        <translation>Person&apos;s name</translation>
    </message>
    <message>
        <source>Nama kepala keluarga</source>
        <translation>Name of the head of family</translation>
    </message>
    <message>
        <source>Tanggal lahir</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Tempat lahir</source>
        <translation>Place of birth</translation>
    </message>
    <message>
        <source>Umur</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>Jenis kelamin</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Hubungan dengan kepala keluarga</source>
        <translation>Relation to the head of family</translation>
    </message>
    <message>
        <source>Status perkawinan</source>
        <translation>Marital status</translation>
    </message>
    <message>
        <source>Nama ibu kandung</source>
        <translation>Mother&apos;s name</translation>
    </message>
    <message>
        <source>Nama ayah</source>
        <translation>Father&apos;s name</translation>
    </message>
    <message>
        <source>Nomor orang di DTSEN</source>
        <translation>Person number in DTSEN</translation>
    </message>
    <message>
        <source>Nomor keluarga di DTSEN</source>
        <translation>Family number in DTSEN</translation>
    </message>
    <message>
        <source>Alamat</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Dusun</source>
        <translation>Hamlet</translation>
    </message>
    <message>
        <source>RT dan RW dalam satu kolom</source>
        <translation>RT and RW in one column</translation>
    </message>
    <message>
        <source>Kode desa</source>
        <translation>Village code</translation>
    </message>
    <message>
        <source>Kode kecamatan</source>
        <translation>Sub-district code</translation>
    </message>
    <message>
        <source>Kode kabupaten</source>
        <translation>District code</translation>
    </message>
    <message>
        <source>Kode provinsi</source>
        <translation>Province code</translation>
    </message>
    <message>
        <source>Nama desa atau kelurahan</source>
        <translation>Name of the village</translation>
    </message>
    <message>
        <source>Nama kecamatan</source>
        <translation>Name of the sub-district</translation>
    </message>
    <message>
        <source>Nama kabupaten atau kota</source>
        <translation>Name of the district or city</translation>
    </message>
    <message>
        <source>Nama provinsi</source>
        <translation>Name of the province</translation>
    </message>
    <message>
        <source>Desil keluarga</source>
        <translation>Family decile</translation>
    </message>
    <message>
        <source>Desil orang</source>
        <translation>Person decile</translation>
    </message>
    <message>
        <source>Jumlah anggota keluarga</source>
        <translation>Number of family members</translation>
    </message>
    <message>
        <source>Program bantuan dalam satu kolom</source>
        <translation>Assistance programmes in one column</translation>
    </message>
    <message>
        <source>Nomor telepon</source>
        <translation>Telephone number</translation>
    </message>
    <message>
        <source>Nomor rekening</source>
        <translation>Account number</translation>
    </message>
    <message>
        <source>Agama</source>
        <translation>Religion</translation>
    </message>
    <message>
        <source>Disimpan apa adanya</source>
        <translation>Kept as it is</translation>
    </message>
    <message>
        <source>Pilihan Anda</source>
        <translation>Your choice</translation>
    </message>
    <message>
        <source>Tidak dikenal</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>Seperti dulu</source>
        <translation>As before</translation>
    </message>
    <message>
        <source>Pasti</source>
        <translation>Certain</translation>
    </message>
    <message>
        <source>Kemungkinan besar</source>
        <translation>Most likely</translation>
    </message>
    <message>
        <source>Mohon diperiksa</source>
        <translation>Please check</translation>
    </message>
    <message>
        <source>Status di DTSEN</source>
        <translation>Status in DTSEN</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ConfirmStep</name>
    <message>
        <source>Ambil kertas Anda dan tulis dua kata ini.</source>
        <translation>Take your paper and write these two words.</translation>
    </message>
    <message>
        <source>Kata ke-%1</source>
        <translation>Word %1</translation>
    </message>
    <message>
        <source>Rangkaian %1, kata ke-%2</source>
        <translation>Line %1, word %2</translation>
    </message>
</context>
<context>
    <name>Contest</name>
    <message>
        <source>Hasil kunjungan berbeda</source>
        <translation>Visits found different things</translation>
    </message>
    <message>
        <source>Pilih jawaban yang benar di setiap baris. Jawaban yang sama tetap dipakai. Kedua kunjungan tetap tersimpan, dan pilihan ini bisa dibatalkan.</source>
        <translation>Choose the right answer in every row. Answers that agree are used as they are. Both visits stay saved, and this choice can be undone.</translation>
    </message>
    <message>
        <source>Simpan pilihan</source>
        <translation>Save choices</translation>
    </message>
    <message>
        <source>Daftar kabupaten berubah setelah usulan dibuat. Pilih di setiap baris: data daftar yang sekarang, atau tetap seperti yang diusulkan.</source>
        <translation>The district&apos;s list changed after the proposal was made. Choose in every row: what the list says now, or what was proposed.</translation>
    </message>
    <message>
        <source>Mungkin satu keluarga, diusulkan dua kali</source>
        <translation>Perhaps one family, proposed twice</translation>
    </message>
    <message>
        <source>Gabungkan usulan</source>
        <translation>Merge the proposals</translation>
    </message>
    <message>
        <source>Belum dipilih</source>
        <translation>Not chosen yet</translation>
    </message>
    <message>
        <source>Keberadaan</source>
        <translation>Presence</translation>
    </message>
    <message>
        <source>Keberadaan keluarga</source>
        <translation>Presence of the family</translation>
    </message>
    <message>
        <source>Anggota yang tidak ada lagi di daftar</source>
        <translation>Member who is no longer on the list</translation>
    </message>
    <message>
        <source>angka di tengah berbeda</source>
        <translation>digits in the middle differ</translation>
    </message>
    <message>
        <source>isian pribadi</source>
        <translation>private answer</translation>
    </message>
    <message>
        <source>Gabungan semuanya</source>
        <translation>All of them together</translation>
    </message>
    <message>
        <source>(belum bernama)</source>
        <translation>(no name yet)</translation>
    </message>
    <message>
        <source>Yang boleh menyelesaikan ini: operator desa atau kepala desa.</source>
        <translation>Who may settle this: the village operator or the village head.</translation>
    </message>
    <message>
        <source>Keluarga ini di luar RT tugas Anda.</source>
        <translation>This family lives outside your RTs.</translation>
    </message>
    <message>
        <source>Tersimpan di laptop. Bila keliru, batalkan di daftar Sudah diselesaikan.</source>
        <translation>Saved on the laptop. If it was a mistake, undo it in the list Settled.</translation>
    </message>
    <message>
        <source>Penyelesaian dibatalkan. Hal itu kembali ke daftar yang bertentangan.</source>
        <translation>The settlement was undone. The matter is back in the list of what is contested.</translation>
    </message>
    <message>
        <source>petugas lain</source>
        <translation>another official</translation>
    </message>
    <message>
        <source>Data daftar sekarang</source>
        <translation>The list now</translation>
    </message>
    <message>
        <source>Yang diusulkan</source>
        <translation>What is proposed</translation>
    </message>
    <message>
        <source>Usulan pertama, diteruskan</source>
        <translation>First proposal, goes on</translation>
    </message>
    <message>
        <source>Usulan kedua, digabung</source>
        <translation>Second proposal, merged into it</translation>
    </message>
    <message>
        <source>Saat diusulkan</source>
        <translation>When proposed</translation>
    </message>
    <message>
        <source>Yang dilihat pengusul</source>
        <translation>What the proposer saw</translation>
    </message>
    <message>
        <source>Sebelumnya</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Kedua usulan menjadi satu; bukti keduanya tetap ada.</source>
        <translation>The two proposals become one; the evidence of both is kept.</translation>
    </message>
    <message>
        <source>Bila memang satu keluarga, pilih data yang benar lalu gabungkan: usulan pertama diteruskan dengan anggota dan bukti dari keduanya, dan musyawarah memutuskannya lagi. Bila orang yang berbeda, tulis sebabnya di catatan.</source>
        <translation>If it is one family, choose the right data and merge: the first proposal goes on with the people and evidence of both, and the meeting decides on it again. If they are different people, write the reason in the note.</translation>
    </message>
    <message>
        <source>Usulan diteruskan tanpa isian di atas; untuk itu data daftar yang dipakai.</source>
        <translation>The proposal goes on without the fields above; for those the list is taken.</translation>
    </message>
    <message>
        <source>Data daftar yang dipakai. Usulan ini ditutup.</source>
        <translation>The list is taken. This proposal is closed.</translation>
    </message>
    <message>
        <source>Masuk keluarga ini</source>
        <translation>Belongs to this family</translation>
    </message>
    <message>
        <source>Tidak dimasukkan</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>(kosong)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>Ditemukan</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Tidak ditemukan</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>Data ganda</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Usulan baru</source>
        <translation>New proposal</translation>
    </message>
    <message>
        <source>pindah</source>
        <translation>moved</translation>
    </message>
    <message>
        <source>meninggal</source>
        <translation>died</translation>
    </message>
    <message>
        <source>sebab tidak diketahui</source>
        <translation>reason unknown</translation>
    </message>
    <message>
        <source>{whose}: {value}</source>
        <translation>{whose}: {value}</translation>
    </message>
    <message>
        <source>Dipilih: {value}</source>
        <translation>Chosen: {value}</translation>
    </message>
    <message>
        <source>Anggota: {name}</source>
        <translation>Member: {name}</translation>
    </message>
    <message>
        <source>Daftar berubah sejak diusulkan: {kind}</source>
        <translation>The list changed since it was proposed: {kind}</translation>
    </message>
    <message>
        <source>{name}: hasil kunjungan berbeda</source>
        <translation>{name}: visits found different things</translation>
    </message>
    <message>
        <source>{name}: daftar berubah sejak {kind} diusulkan</source>
        <translation>{name}: the list changed since {kind} was proposed</translation>
    </message>
    <message>
        <source>{name} dan {other}: mungkin satu keluarga, diusulkan dua kali</source>
        <translation>{name} and {other}: perhaps one family, proposed twice</translation>
    </message>
    <message>
        <source>{name}: hasil kunjungan diselesaikan</source>
        <translation>{name}: visits settled</translation>
    </message>
    <message>
        <source>{name}: usulan disesuaikan dengan daftar</source>
        <translation>{name}: proposal settled with the list</translation>
    </message>
    <message>
        <source>{name}: dua usulan digabung</source>
        <translation>{name}: two proposals merged</translation>
    </message>
    <message>
        <source>{name}: dua usulan, orang yang berbeda</source>
        <translation>{name}: two proposals, different people</translation>
    </message>
    <message>
        <source>Kunjungan {who}</source>
        <translation>Visit by {who}</translation>
    </message>
    <message>
        <source>Penyelesaian oleh {who}</source>
        <translation>Settled by {who}</translation>
    </message>
    <message>
        <source>Responden: {name}</source>
        <translation>Respondent: {name}</translation>
    </message>
    <message>
        <source>Daftar {month}</source>
        <translation>List of {month}</translation>
    </message>
    <message>
        <source>Menurut daftar {month}</source>
        <translation>By the list of {month}</translation>
    </message>
    <message>
        <source>Kedua usulan menjadi satu: {chosen}. Bukti keduanya tetap ada.</source>
        <translation>The two proposals become one: {chosen}. The evidence of both is kept.</translation>
    </message>
    <message numerus="yes">
        <source>Pilih jawaban untuk {n} baris lagi.</source>
        <translation>
            <numerusform>Choose an answer in {n} more row.</numerusform>
            <numerusform>Choose an answer in {n} more rows.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yang akan dicatat: {chosen}.</source>
        <translation>To be recorded: {chosen}.</translation>
    </message>
    <message>
        <source>Usulan diteruskan: {chosen}.</source>
        <translation>The proposal goes on: {chosen}.</translation>
    </message>
    <message>
        <source>Bukan keluarga yang sama</source>
        <translation>Not the same family</translation>
    </message>
    <message>
        <source>Biarkan keduanya</source>
        <translation>Leave both</translation>
    </message>
    <message>
        <source>Keduanya berlaku</source>
        <translation>Both stand</translation>
    </message>
    <message>
        <source>Usulan mana yang benar?</source>
        <translation>Which proposal is right?</translation>
    </message>
    <message>
        <source>Usulan yang sama, dicatat dua kali</source>
        <translation>The same proposal, recorded twice</translation>
    </message>
    <message>
        <source>Dua orang mengusulkan hal yang sama. Tidak ada yang keliru; satu usulan sudah cukup. Bila dijadikan satu, bukti dari keduanya tetap ada, dan ini bisa dibatalkan.</source>
        <translation>Two people propose the same. Nobody is wrong; one proposal is enough. If they become one, the evidence of both stays, and this can be undone.</translation>
    </message>
    <message>
        <source>Jadikan satu usulan</source>
        <translation>Make it one proposal</translation>
    </message>
    <message>
        <source>Dua usulan yang bertentangan</source>
        <translation>Two proposals that contradict each other</translation>
    </message>
    <message>
        <source>Dua usulan tentang keluarga ini tidak dapat berlaku bersama. Pilih yang benar: yang lain ditutup, tetap tercatat, dan pilihan ini bisa dibatalkan. Bila keduanya memang berlaku, tulis sebabnya di catatan.</source>
        <translation>Two proposals about this family cannot hold together. Choose the right one: the other is closed, stays on record, and this choice can be undone. If both do stand, write why in the note.</translation>
    </message>
    <message>
        <source>Pilih usulan yang benar.</source>
        <translation>Choose the proposal that is right.</translation>
    </message>
    <message>
        <source>{name}: usulan {kind} bertentangan dengan usulan {other}</source>
        <translation>{name}: the proposal {kind} contradicts the proposal {other}</translation>
    </message>
    <message>
        <source>{name}: dua usulan {kind} yang bertentangan</source>
        <translation>{name}: two proposals {kind} that contradict each other</translation>
    </message>
    <message>
        <source>{name}: dipilih dari dua usulan</source>
        <translation>{name}: chosen from two proposals</translation>
    </message>
    <message>
        <source>{name}: dua usulan, keduanya berlaku</source>
        <translation>{name}: two proposals, both stand</translation>
    </message>
    <message>
        <source>{name}: dua usulan yang sama ({kind})</source>
        <translation>{name}: two proposals that say the same ({kind})</translation>
    </message>
    <message>
        <source>{whose} diteruskan tanpa {fields}.</source>
        <translation>{whose} goes on without {fields}.</translation>
    </message>
    <message>
        <source>Yang diteruskan: {kept}, dengan bukti dari keduanya. Yang lain ditutup dan tetap tercatat.</source>
        <translation>What goes on: {kept}, with the evidence of both. The other one is closed and stays on record.</translation>
    </message>
    <message>
        <source>{whose} ditutup.</source>
        <translation>{whose} is closed.</translation>
    </message>
    <message>
        <source>{whose} diteruskan.</source>
        <translation>{whose} goes on.</translation>
    </message>
    <message>
        <source>{whose} diteruskan tanpa isian yang bertentangan.</source>
        <translation>{whose} goes on without the fields that contradict.</translation>
    </message>
    <message>
        <source>Alasan: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source> dan </source>
        <translation> and </translation>
    </message>
    <message>
        <source>Bukti: tidak ada foto</source>
        <translation>Evidence: no photo</translation>
    </message>
    <message>
        <source>Usulan kedua ({kind})</source>
        <translation>Second proposal ({kind})</translation>
    </message>
    <message>
        <source>Usulan pertama ({kind})</source>
        <translation>First proposal ({kind})</translation>
    </message>
</context>
<context>
    <name>ContestsPage</name>
    <message>
        <source>Bertentangan</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>Batalkan penyelesaian ini?</source>
        <translation>Undo this settlement?</translation>
    </message>
    <message>
        <source>%1. Hal itu menjadi bertentangan lagi dan bisa diselesaikan ulang.</source>
        <translation>%1. The matter is contested again and can be settled anew.</translation>
    </message>
    <message>
        <source>Batalkan penyelesaian</source>
        <translation>Undo settlement</translation>
    </message>
    <message>
        <source>Biarkan selesai</source>
        <translation>Leave it settled</translation>
    </message>
</context>
<context>
    <name>ContestsView</name>
    <message>
        <source>Bertentangan</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>Hal yang dicatat berbeda oleh beberapa orang. Pekerjaan lain tetap bisa.</source>
        <translation>Matters that several people recorded differently. All other work goes on.</translation>
    </message>
    <message>
        <source>Mencari yang bertentangan</source>
        <translation>Looking for conflicts</translation>
    </message>
    <message>
        <source>Hal yang dicari tidak bertentangan lagi.</source>
        <translation>What you looked for is no longer contested.</translation>
    </message>
    <message>
        <source>Perlu diselesaikan</source>
        <translation>To be settled</translation>
    </message>
    <message>
        <source>Sudah diselesaikan</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>Tidak ada yang bertentangan</source>
        <translation>Nothing is contested</translation>
    </message>
    <message>
        <source>Bila dua laptop mencatat hal yang berbeda tentang satu keluarga, hal itu muncul di sini.</source>
        <translation>When two laptops record different things about one family, it appears here.</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message numerus="yes">
        <source>Dan %n lagi, muncul setelah yang di atas selesai.</source>
        <translation>
            <numerusform>And %n more, which appears once those above are settled.</numerusform>
            <numerusform>And %n more, which appear once those above are settled.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sama, dicatat dua kali</source>
        <translation>The same, recorded twice</translation>
    </message>
</context>
<context>
    <name>DecideDialog</name>
    <message>
        <source>Catat keputusan musyawarah</source>
        <translation>Record the meeting&apos;s decision</translation>
    </message>
    <message>
        <source>Simpan keputusan</source>
        <translation>Save decision</translation>
    </message>
    <message>
        <source>Setuju</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>Tolak</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>Tulis alasannya di catatan.</source>
        <translation>Write the reason into the note.</translation>
    </message>
    <message>
        <source>Tunda</source>
        <translation>Postpone</translation>
    </message>
    <message>
        <source>Dibahas lagi di musyawarah berikutnya.</source>
        <translation>It comes up again at the next meeting.</translation>
    </message>
    <message>
        <source>Keputusan musyawarah</source>
        <translation>The meeting&apos;s decision</translation>
    </message>
    <message>
        <source>Tanggal musyawarah</source>
        <translation>Date of the meeting</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Wajib bila ditolak atau ditunda.</source>
        <translation>Required if refused or postponed.</translation>
    </message>
    <message>
        <source>Bila ada yang tidak sependapat, tulis keberatannya apa adanya.</source>
        <translation>If somebody disagrees, write down the objection as it was said.</translation>
    </message>
    <message>
        <source>Keberatan peserta (boleh dikosongkan)</source>
        <translation>Participants&apos; objections (may be left empty)</translation>
    </message>
</context>
<context>
    <name>District</name>
    <message>
        <source>Alamat baru disimpan. Kiriman berikutnya memakai alamat ini.</source>
        <translation>The new address is saved. The next exchange uses it.</translation>
    </message>
</context>
<context>
    <name>DistrictSection</name>
    <message>
        <source>Alamat kabupaten</source>
        <translation>Address of the district</translation>
    </message>
    <message>
        <source>Ubah hanya jika kabupaten pindah alamat. Kunci kabupaten tetap diperiksa.</source>
        <translation>Change it only when the district has moved. The district&apos;s key is still checked.</translation>
    </message>
    <message>
        <source>Simpan alamat</source>
        <translation>Save address</translation>
    </message>
    <message>
        <source>Daftarkan ke kabupaten</source>
        <translation>Register with the district</translation>
    </message>
    <message>
        <source>Laptop ini belum terdaftar di kabupaten. Semua pekerjaan tersimpan dan menunggu.</source>
        <translation>This laptop is not registered with the district yet. All work is saved and waits.</translation>
    </message>
    <message>
        <source>Kabupaten</source>
        <translation>District</translation>
    </message>
    <message>
        <source>Tulis alamat dari kabupaten.</source>
        <translation>Write the address that the district gave you.</translation>
    </message>
</context>
<context>
    <name>DistrictStep</name>
    <message>
        <source>Alamat kabupaten</source>
        <translation>Address of the district</translation>
    </message>
    <message>
        <source>Tertulis di surat dari kabupaten.</source>
        <translation>It is in the letter from the district.</translation>
    </message>
    <message>
        <source>Kode pendaftaran</source>
        <translation>Registration code</translation>
    </message>
    <message>
        <source>Berlaku satu kali, untuk satu orang dan satu laptop.</source>
        <translation>Valid once, for one person and one laptop.</translation>
    </message>
    <message>
        <source>Tanpa sambungan: lewat stik atau pesan</source>
        <translation>Without internet: by stick or messenger</translation>
    </message>
</context>
<context>
    <name>DoneView</name>
    <message>
        <source>Tersimpan di laptop ini</source>
        <translation>Saved on this laptop</translation>
    </message>
    <message>
        <source>Kembali ke rute</source>
        <translation>Back to the route</translation>
    </message>
    <message>
        <source>Yang dapat diusulkan ke kabupaten dari kunjungan ini</source>
        <translation>What may be proposed to the district from this visit</translation>
    </message>
</context>
<context>
    <name>DoorDialog</name>
    <message>
        <source>Terima dari laptop lain</source>
        <translation>Receive from another laptop</translation>
    </message>
    <message>
        <source>Kode QR berisi kode dan alamat yang sama</source>
        <translation>QR code with the same code and address</translation>
    </message>
    <message>
        <source>Di laptop yang lain, buka Kirim &amp; terima, pilih Kirim ke laptop lain, lalu ketik kode ini atau pindai kode QR-nya. Kedua laptop memakai Wi-Fi yang sama; internet tidak diperlukan.</source>
        <translation>On the other laptop open Send &amp; receive, choose Send to another laptop, then type this code or scan the QR code. Both laptops use the same Wi-Fi; no internet is needed.</translation>
    </message>
    <message>
        <source>Laptop ini hanya bisa dihubungi selama jendela ini terbuka. Bila Balai terkunci karena lama tidak dipakai, jendela ini ikut tertutup; selama laptop lain tersambung, Balai tidak mengunci sendiri.</source>
        <translation>This laptop can be reached only while this window is open. If Balai locks because nobody uses it, this window closes too; while another laptop is connected, Balai does not lock by itself.</translation>
    </message>
    <message>
        <source>Buka lagi dengan kode baru</source>
        <translation>Open again with a new code</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Hentikan dan tutup</source>
        <translation>Stop and close</translation>
    </message>
    <message>
        <source>Laptop ini belum tersambung ke jaringan mana pun. Nyalakan Wi-Fi, lalu buka lagi.</source>
        <translation>This laptop is not connected to any network. Switch Wi-Fi on, then open this again.</translation>
    </message>
    <message>
        <source>Bila laptop yang lain tidak menemukan laptop ini, isi juga alamat ini di sana:</source>
        <translation>If the other laptop does not find this one, enter this address there too:</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Seret berkas daftar ke sini</source>
        <translation>Drag the list&apos;s file here</translation>
    </message>
    <message>
        <source>Excel (.xlsx, .xls), OpenDocument (.ods) atau CSV, seperti yang dikirim kabupaten.</source>
        <translation>Excel (.xlsx, .xls), OpenDocument (.ods) or CSV, as the district sends it.</translation>
    </message>
    <message>
        <source>Pilih berkas</source>
        <translation>Choose a file</translation>
    </message>
</context>
<context>
    <name>DutyFields</name>
    <message>
        <source>Peran</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Wilayah</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>RT tertentu saja</source>
        <translation>Only certain RTs</translation>
    </message>
    <message>
        <source>Seluruh desa</source>
        <translation>The whole village</translation>
    </message>
    <message>
        <source>Wilayah kerja</source>
        <translation>Area of work</translation>
    </message>
    <message>
        <source>RT yang didatangi</source>
        <translation>RTs to be visited</translation>
    </message>
    <message>
        <source>Pilih paling sedikit satu RT, atau pilih seluruh desa.</source>
        <translation>Choose at least one RT, or the whole village.</translation>
    </message>
</context>
<context>
    <name>EndorseDialog</name>
    <message>
        <source>Sahkan usulan</source>
        <translation>Endorse the proposal</translation>
    </message>
    <message>
        <source>Sahkan atas nama desa</source>
        <translation>Endorse for the village</translation>
    </message>
    <message>
        <source>Dengan mengesahkan, Anda bertanggung jawab bahwa usulan ini sesuai keputusan musyawarah.</source>
        <translation>By endorsing, you take responsibility that this proposal follows the meeting&apos;s decision.</translation>
    </message>
    <message>
        <source>Catatan (boleh dikosongkan)</source>
        <translation>Note (may be left empty)</translation>
    </message>
</context>
<context>
    <name>Enrolment</name>
    <message>
        <source>Belum terdaftar di kabupaten</source>
        <translation>Not registered with the district yet</translation>
    </message>
    <message>
        <source>Alamat kabupaten</source>
        <translation>Address of the district</translation>
    </message>
    <message>
        <source>Kode pendaftaran</source>
        <translation>Registration code</translation>
    </message>
    <message>
        <source>Daftarkan laptop ini</source>
        <translation>Register this laptop</translation>
    </message>
    <message>
        <source>Semua pekerjaan tersimpan di laptop ini dan menunggu. Minta alamat dan kode dari kabupaten.</source>
        <translation>All work is saved on this laptop and waits. Ask the district for its address and a code.</translation>
    </message>
    <message>
        <source>Tulis alamat dari kabupaten.</source>
        <translation>Write the address that the district gave you.</translation>
    </message>
    <message>
        <source>Tulis kode dari kabupaten.</source>
        <translation>Write the code that the district gave you.</translation>
    </message>
    <message>
        <source>Tulis permintaan ke stik…</source>
        <translation>Write the request to a stick…</translation>
    </message>
    <message>
        <source>Baca jawaban kabupaten…</source>
        <translation>Read the district&apos;s answer…</translation>
    </message>
    <message>
        <source>Tanpa sambungan</source>
        <translation>Without internet</translation>
    </message>
    <message>
        <source>Isi kode, tulis permintaan ke stik, dan bawa ke kabupaten. Kabupaten memberi berkas jawaban; baca berkas itu di sini.</source>
        <translation>Fill in the code, write the request to a stick, and take it to the district. The district gives you an answer file; read that file here.</translation>
    </message>
    <message>
        <source>Pilih stik atau folder</source>
        <translation>Choose a stick or folder</translation>
    </message>
    <message>
        <source>Pilih berkas jawaban</source>
        <translation>Choose the answer file</translation>
    </message>
    <message>
        <source>Jawaban kabupaten</source>
        <translation>Answers of the district</translation>
    </message>
    <message>
        <source>Semua berkas</source>
        <translation>All files</translation>
    </message>
</context>
<context>
    <name>EvidenceCard</name>
    <message>
        <source>Bukti</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Tidak ada bukti yang diwajibkan.</source>
        <translation>No evidence is required.</translation>
    </message>
    <message>
        <source>Tambah bukti lain</source>
        <translation>Add other evidence</translation>
    </message>
    <message>
        <source>Keluarkan %1</source>
        <translation>Take out %1</translation>
    </message>
    <message>
        <source>Pilih alasannya dulu; bukti yang perlu akan tampil di sini.</source>
        <translation>Choose the reason first; the evidence it needs will be shown here.</translation>
    </message>
    <message>
        <source>Foto sedang dikecilkan dan dikunci</source>
        <translation>The photo is being made small and locked</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Dihentikan. Yang sudah sampai tetap sampai, sisanya menunggu.</source>
        <translation>Stopped. What has arrived stays there, the rest waits.</translation>
    </message>
    <message>
        <source>Laptop ini dan kabupaten sudah saling mengenal.</source>
        <translation>This laptop and the district know each other now.</translation>
    </message>
    <message>
        <source>Urusan desa</source>
        <translation>Village matters</translation>
    </message>
    <message>
        <source>Disisihkan kabupaten</source>
        <translation>Set aside by the district</translation>
    </message>
    <message>
        <source>Tidak ada yang baru, di sini maupun di kabupaten.</source>
        <translation>Nothing new, neither here nor at the district.</translation>
    </message>
    <message>
        <source>Terakhir {when}</source>
        <translation>Last {when}</translation>
    </message>
    <message>
        <source>{step} · {done} dari {total}</source>
        <translation>{step} · {done} of {total}</translation>
    </message>
    <message>
        <source>Kuota terpakai: {size}.</source>
        <translation>Data used: {size}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} foto, {size}</source>
        <translation>
            <numerusform>{n} photo, {size}</numerusform>
            <numerusform>{n} photos, {size}</numerusform>
        </translation>
    </message>
    <message>
        <source>Diterima kabupaten dengan nomor {number}.</source>
        <translation>Received by the district under number {number}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} foto menyusul lain kali.</source>
        <translation>
            <numerusform>{n} photo follows another time.</numerusform>
            <numerusform>{n} photos follow another time.</numerusform>
        </translation>
    </message>
    <message>
        <source>Jawaban kabupaten yang baru: {n}.</source>
        <translation>New answers from the district: {n}.</translation>
    </message>
    <message>
        <source>Daftar {month} sudah diterima.</source>
        <translation>The list of {month} has arrived.</translation>
    </message>
    <message numerus="yes">
        <source>{n} catatan disisihkan kabupaten; alasannya ada di bawah.</source>
        <translation>
            <numerusform>{n} record was set aside by the district; the reason is below.</numerusform>
            <numerusform>{n} records were set aside by the district; the reasons are below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} catatan</source>
        <translation>
            <numerusform>{n} record</numerusform>
            <numerusform>{n} records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} foto</source>
        <translation>
            <numerusform>{n} photo</numerusform>
            <numerusform>{n} photos</numerusform>
        </translation>
    </message>
    <message>
        <source>Terkirim: {records}, {photos}.</source>
        <translation>Sent: {records}, {photos}.</translation>
    </message>
    <message>
        <source>Bawa ke kabupaten. Berkas jawabannya dibaca di sini.</source>
        <translation>Take it to the district. Its answer file is read here.</translation>
    </message>
    <message>
        <source>Permintaan tertulis: {file}. Stik aman dicabut.</source>
        <translation>Request written: {file}. The stick may be pulled out.</translation>
    </message>
    <message>
        <source>Permintaan ditulis {when}. Menunggu jawaban kabupaten.</source>
        <translation>Request written {when}. Waiting for the district&apos;s answer.</translation>
    </message>
    <message numerus="yes">
        <source>{n} foto menunggu besok: batas hari ini tercapai.</source>
        <translation>
            <numerusform>{n} photo waits for tomorrow: today&apos;s limit is reached.</numerusform>
            <numerusform>{n} photos wait for tomorrow: today&apos;s limit is reached.</numerusform>
        </translation>
    </message>
    <message>
        <source>{act} · nomor {number}</source>
        <translation>{act} · number {number}</translation>
    </message>
    <message numerus="yes">
        <source>Diterima dari kabupaten: {n} catatan.</source>
        <translation>
            <numerusform>Received from the district: {n} record.</numerusform>
            <numerusform>Received from the district: {n} records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} dalam perjalanan</source>
        <translation>
            <numerusform>{n} on its way</numerusform>
            <numerusform>{n} on their way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Diterima, {n} foto menunggu</source>
        <translation>
            <numerusform>Received, {n} photo waiting</numerusform>
            <numerusform>Received, {n} photos waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExchangeNotice</name>
    <message>
        <source>Laptop ini tampaknya dipulihkan dari salinan. Balai memulai urutan baru; tidak ada yang hilang.</source>
        <translation>This laptop seems to have been restored from a copy. Balai has begun a new sequence; nothing is lost.</translation>
    </message>
    <message>
        <source>Kabupaten dipulihkan dari cadangan. Catatan yang hilang di sana dikirim lagi.</source>
        <translation>The district was restored from a backup. What it lost is sent again.</translation>
    </message>
    <message>
        <source>Jam laptop ini berbeda dari jam kabupaten. Perbaiki tanggal dan jamnya.</source>
        <translation>This laptop&apos;s clock differs from the district&apos;s. Set its date and time right.</translation>
    </message>
    <message>
        <source>Izin laptop itu sudah dicabut kabupaten. Catatannya sesudah itu disisihkan, tidak dibuang.</source>
        <translation>The district has revoked that laptop. Its later records are set aside, not thrown away.</translation>
    </message>
    <message>
        <source>Kabupaten dipulihkan dari cadangan. Catatan yang hilang di sana ikut dalam bundel Anda berikutnya.</source>
        <translation>The district was restored from a backup. Records that were lost there go along in your next bundle.</translation>
    </message>
    <message>
        <source>Ada foto yang tidak terkirim: berkasnya di laptop ini rusak atau hilang. Yang lain dikirim terus. Jalankan Periksa keutuhan data di Pengaturan.</source>
        <translation>Some photos were not sent: their files on this laptop are damaged or missing. The others go on being sent. Run &quot;Check the data&quot; in Settings.</translation>
    </message>
    <message>
        <source>Sebagian catatan tidak sama di kedua laptop. Tidak ada yang hilang: kabupaten menyamakannya saat keduanya mengirim.</source>
        <translation>Some records are not the same on the two laptops. Nothing is lost: the district brings them together when both send.</translation>
    </message>
</context>
<context>
    <name>ExchangeView</name>
    <message>
        <source>Kirim sekarang</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Kirim &amp; terima</source>
        <translation>Send &amp; receive</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Catatan menunggu</source>
        <translation>Records waiting</translation>
    </message>
    <message>
        <source>Foto menunggu</source>
        <translation>Photos waiting</translation>
    </message>
    <message>
        <source>Hubungan dengan kabupaten</source>
        <translation>Connection with the district</translation>
    </message>
    <message>
        <source>Kirim sendiri saat ada sambungan</source>
        <translation>Send by itself when there is a connection</translation>
    </message>
    <message>
        <source>Yang menunggu</source>
        <translation>What is waiting</translation>
    </message>
    <message>
        <source>Keluarga</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Ukuran</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Dicatat</source>
        <translation>Recorded</translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu</source>
        <translation>Nothing is waiting</translation>
    </message>
    <message>
        <source>Semua pekerjaan sudah diterima kabupaten.</source>
        <translation>All work has been received by the district.</translation>
    </message>
    <message>
        <source>Melihat apa yang menunggu</source>
        <translation>Looking at what is waiting</translation>
    </message>
    <message>
        <source>Terdaftar</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>Belum terdaftar</source>
        <translation>Not registered yet</translation>
    </message>
    <message>
        <source>Hasil pengiriman ini</source>
        <translation>Result of this exchange</translation>
    </message>
    <message>
        <source>Tanpa sambungan pun semua tetap tersimpan di laptop ini dan menunggu.</source>
        <translation>Even without internet everything stays saved on this laptop and waits.</translation>
    </message>
    <message>
        <source>Alamat belum diketahui: lewat stik</source>
        <translation>Address not known yet: by stick</translation>
    </message>
    <message>
        <source>Baca stik itu, atau bertukar dengan laptop itu. Yang sudah ada di kabupaten datang lewat internet.</source>
        <translation>Read that stick, or exchange with that laptop. What the district holds already comes over the internet.</translation>
    </message>
</context>
<context>
    <name>Families</name>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Semua dusun</source>
        <translation>All hamlets</translation>
    </message>
    <message>
        <source>Dusun</source>
        <translation>Hamlet</translation>
    </message>
    <message>
        <source>Semua RT</source>
        <translation>All RTs</translation>
    </message>
    <message>
        <source>Semua program</source>
        <translation>All programmes</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Semua desil</source>
        <translation>All deciles</translation>
    </message>
    <message>
        <source>Tanpa saringan</source>
        <translation>No filter</translation>
    </message>
    <message>
        <source>Ada peringatan</source>
        <translation>Has warnings</translation>
    </message>
    <message>
        <source>Ada usulan terbuka</source>
        <translation>Has open proposals</translation>
    </message>
    <message>
        <source>Ada anggota tanpa NIK</source>
        <translation>Has members without NIK</translation>
    </message>
    <message>
        <source>Perlu perhatian</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>Kepala keluarga</source>
        <translation>Head of family</translation>
    </message>
    <message>
        <source>Alamat</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Anggota</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Desil</source>
        <translation>Decile</translation>
    </message>
    <message>
        <source>Diubah</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>(tanpa nama)</source>
        <translation>(no name)</translation>
    </message>
    <message>
        <source>Tanpa nomor KK</source>
        <translation>Without KK number</translation>
    </message>
    <message>
        <source>Belum di daftar</source>
        <translation>Not on the list yet</translation>
    </message>
    <message>
        <source>Tersisa</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Sudah didatangi</source>
        <translation>Visited</translation>
    </message>
    <message>
        <source>Beberapa status</source>
        <translation>Several statuses</translation>
    </message>
    <message>
        <source>Desil {n}</source>
        <translation>Decile {n}</translation>
    </message>
    <message>
        <source>{n} keluarga</source>
        <translation>Families: {n}</translation>
    </message>
    <message>
        <source>{n} keluarga ditemukan</source>
        <translation>Families found: {n}</translation>
    </message>
    <message>
        <source>daftar {month}</source>
        <translation>list of {month}</translation>
    </message>
    <message>
        <source>Anggota: {name}</source>
        <translation>Member: {name}</translation>
    </message>
    <message numerus="yes">
        <source>{n} anggota</source>
        <translation>
            <numerusform>{n} member</numerusform>
            <numerusform>{n} members</numerusform>
        </translation>
    </message>
    <message>
        <source>Usulan: {n}</source>
        <translation>Proposals: {n}</translation>
    </message>
    <message>
        <source>Peringatan: {n}</source>
        <translation>Warnings: {n}</translation>
    </message>
    <message>
        <source>Tanpa dusun</source>
        <translation>Without hamlet</translation>
    </message>
    <message>
        <source>Tanpa RT</source>
        <translation>Without RT</translation>
    </message>
    <message>
        <source>paling cocok dulu</source>
        <translation>best match first</translation>
    </message>
    <message>
        <source>nama A sampai Z</source>
        <translation>name A to Z</translation>
    </message>
    <message>
        <source>nama Z sampai A</source>
        <translation>name Z to A</translation>
    </message>
    <message>
        <source>alamat</source>
        <translation>address</translation>
    </message>
    <message>
        <source>alamat dari belakang</source>
        <translation>address from the end</translation>
    </message>
    <message>
        <source>anggota paling sedikit dulu</source>
        <translation>fewest members first</translation>
    </message>
    <message>
        <source>anggota paling banyak dulu</source>
        <translation>most members first</translation>
    </message>
    <message>
        <source>belum dikunjungi dulu</source>
        <translation>not visited first</translation>
    </message>
    <message>
        <source>sudah dikunjungi dulu</source>
        <translation>visited first</translation>
    </message>
    <message>
        <source>desil terendah dulu</source>
        <translation>lowest decile first</translation>
    </message>
    <message>
        <source>desil tertinggi dulu</source>
        <translation>highest decile first</translation>
    </message>
    <message>
        <source>paling lama tidak diubah dulu</source>
        <translation>longest unchanged first</translation>
    </message>
    <message>
        <source>baru diubah dulu</source>
        <translation>most recently changed first</translation>
    </message>
    <message>
        <source>Urutan</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Ada di luar RT tugas Anda: {families}. Minta operator atau petugas RT itu.</source>
        <translation>Outside the RTs assigned to you: {families}. Ask the operator or that RT&apos;s official.</translation>
    </message>
    <message>
        <source>diubah {day}</source>
        <translation>changed on {day}</translation>
    </message>
</context>
<context>
    <name>FamiliesView</name>
    <message>
        <source>Keluarga</source>
        <translation>Families</translation>
    </message>
    <message>
        <source>Usul keluarga baru</source>
        <translation>Propose a new family</translation>
    </message>
    <message>
        <source>Cari nama, NIK, nomor KK, atau alamat</source>
        <translation>Search name, NIK, KK number or address</translation>
    </message>
    <message>
        <source>Hapus saringan</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>Daftar keluarga</source>
        <translation>List of families</translation>
    </message>
    <message>
        <source>Kembali ke daftar</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Tidak ada keluarga yang cocok</source>
        <translation>No family matches</translation>
    </message>
    <message>
        <source>Periksa ejaan, coba sebagian nama saja, atau hapus saringan.</source>
        <translation>Check the spelling, try part of the name, or clear the filters.</translation>
    </message>
    <message>
        <source>Tampilkan semua keluarga</source>
        <translation>Show all families</translation>
    </message>
    <message>
        <source>Belum ada daftar keluarga</source>
        <translation>There is no list of families yet</translation>
    </message>
    <message>
        <source>Buka daftar dari kabupaten, atau terima daftar lewat Kirim &amp; terima.</source>
        <translation>Open a list from the district, or receive one under Send &amp; receive.</translation>
    </message>
    <message>
        <source>Buka daftar dari berkas</source>
        <translation>Open a list from a file</translation>
    </message>
    <message>
        <source>Membuka daftar keluarga</source>
        <translation>Opening the list of families</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Perubahan daftar</source>
        <translation>Changes of the list</translation>
    </message>
</context>
<context>
    <name>Family</name>
    <message>
        <source>Catatan yang tidak dapat dibaca versi Balai ini</source>
        <translation>A record that this version of Balai cannot read</translation>
    </message>
    <message>
        <source>Catatan tetap tersimpan apa adanya.</source>
        <translation>The record is kept as it is.</translation>
    </message>
    <message>
        <source>ditemukan</source>
        <translation>found</translation>
    </message>
    <message>
        <source>tidak ditemukan</source>
        <translation>not found</translation>
    </message>
    <message>
        <source>data ganda</source>
        <translation>duplicate</translation>
    </message>
    <message>
        <source>usulan baru</source>
        <translation>new proposal</translation>
    </message>
    <message>
        <source>pindah</source>
        <translation>moved</translation>
    </message>
    <message>
        <source>meninggal</source>
        <translation>died</translation>
    </message>
    <message>
        <source>sebab tidak diketahui</source>
        <translation>reason not known</translation>
    </message>
    <message>
        <source>dicatat (isian pribadi)</source>
        <translation>recorded (private field)</translation>
    </message>
    <message>
        <source>Sanggah diajukan</source>
        <translation>Objection filed</translation>
    </message>
    <message>
        <source>Usulan ditarik kembali</source>
        <translation>Proposal withdrawn</translation>
    </message>
    <message>
        <source>Nomor KK</source>
        <translation>KK number</translation>
    </message>
    <message>
        <source>(tanpa nama)</source>
        <translation>(no name)</translation>
    </message>
    <message>
        <source>Belum ada di daftar kabupaten; data menurut usulan desa.</source>
        <translation>Not on the district&apos;s list yet; data as the village proposed.</translation>
    </message>
    <message>
        <source>Menurut daftar yang terakhir dibuka.</source>
        <translation>According to the list opened last.</translation>
    </message>
    <message>
        <source>umur tidak diketahui</source>
        <translation>age not known</translation>
    </message>
    <message>
        <source>Tanpa NIK</source>
        <translation>No NIK</translation>
    </message>
    <message>
        <source>Kunjungan ke-{n}: {found}</source>
        <translation>Visit {n}: {found}</translation>
    </message>
    <message>
        <source>{number} (angka yang disembunyikan berubah)</source>
        <translation>{number} (hidden digits changed)</translation>
    </message>
    <message>
        <source>Usulan: {kind}</source>
        <translation>Proposal: {kind}</translation>
    </message>
    <message>
        <source>Musyawarah {day}</source>
        <translation>Village meeting {day}</translation>
    </message>
    <message>
        <source>Keberatan: {words}</source>
        <translation>Objection: {words}</translation>
    </message>
    <message>
        <source>{what} lengkap dilihat</source>
        <translation>Full {what} was viewed</translation>
    </message>
    <message>
        <source>Alasan: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>Responden: {name}</source>
        <translation>Respondent: {name}</translation>
    </message>
    <message>
        <source>Foto: {n}</source>
        <translation>Photos: {n}</translation>
    </message>
    <message>
        <source>Tanggal kejadian: {day}</source>
        <translation>Date of event: {day}</translation>
    </message>
    <message>
        <source>Bukti: {n}</source>
        <translation>Evidence: {n}</translation>
    </message>
    <message>
        <source>NIK {name}</source>
        <translation>NIK of {name}</translation>
    </message>
    <message>
        <source>Nomor KK keluarga {name}</source>
        <translation>KK number of the family of {name}</translation>
    </message>
    <message>
        <source>kode {code} (versi daftar kode tidak diketahui)</source>
        <translation>code {code} (version of the code list not known)</translation>
    </message>
    <message>
        <source>Menurut daftar {month}.</source>
        <translation>According to the list of {month}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} tahun</source>
        <translation>
            <numerusform>{n} year</numerusform>
            <numerusform>{n} years</numerusform>
        </translation>
    </message>
    <message>
        <source>Peringatan: {n}</source>
        <translation>Warnings: {n}</translation>
    </message>
    <message>
        <source>Tidak dihitung: %1</source>
        <translation>Not counted: %1</translation>
    </message>
    <message>
        <source>Berkas di laptop desa</source>
        <translation>File on a laptop of the village</translation>
    </message>
    <message>
        <source>Kabupaten</source>
        <translation>District</translation>
    </message>
    <message>
        <source>berubah (isian pribadi)</source>
        <translation>changed (a private answer)</translation>
    </message>
    <message>
        <source>tidak ada</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Daftar tidak menyebut alasannya. Tanyakan ke Dinas Sosial.</source>
        <translation>The list does not say why. Ask the social office.</translation>
    </message>
    <message>
        <source>Anggota baru: {names}</source>
        <translation>New members: {names}</translation>
    </message>
    <message>
        <source>Tidak lagi anggota: {names}</source>
        <translation>No longer members: {names}</translation>
    </message>
    <message>
        <source>Masuk daftar {month}</source>
        <translation>On the list of {month} for the first time</translation>
    </message>
    <message>
        <source>Masuk lagi ke daftar {month}</source>
        <translation>Back on the list of {month}</translation>
    </message>
    <message>
        <source>Tidak ada lagi dalam daftar {month}</source>
        <translation>No longer on the list of {month}</translation>
    </message>
    <message>
        <source>Daftar {month} mengubah data</source>
        <translation>The list of {month} changed the data</translation>
    </message>
    <message>
        <source>(kosong)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>Penyelesaian dibatalkan</source>
        <translation>Settlement undone</translation>
    </message>
    <message>
        <source>Hasil kunjungan yang berbeda diselesaikan</source>
        <translation>Visits that differed were settled</translation>
    </message>
    <message>
        <source>Bukan keluarga yang sama dengan usulan lain</source>
        <translation>Not the same family as in another proposal</translation>
    </message>
    <message>
        <source>Digabung dengan usulan lain</source>
        <translation>Merged with another proposal</translation>
    </message>
    <message>
        <source>Usulan diteruskan menurut daftar baru</source>
        <translation>Proposal goes on against the new list</translation>
    </message>
    <message>
        <source>Usulan ditutup, data daftar yang dipakai</source>
        <translation>Proposal closed, the list is taken</translation>
    </message>
    <message>
        <source>Menurut daftar terakhir yang memuat keluarga ini.</source>
        <translation>By the last list that has this family.</translation>
    </message>
    <message>
        <source>Tidak ada lagi dalam daftar {month}.</source>
        <translation>No longer on the list of {month}.</translation>
    </message>
    <message numerus="yes">
        <source>Keluarga boleh menyanggah atau diusulkan lagi lewat desa. Sanggahan harus dijawab kabupaten dalam {n} hari.</source>
        <translation>
            <numerusform>The family may object or be proposed again through the village. The district has to answer an objection within {n} day.</numerusform>
            <numerusform>The family may object or be proposed again through the village. The district has to answer an objection within {n} days.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tidak lagi menerima: {programmes}</source>
        <translation>No longer receives: {programmes}</translation>
    </message>
    <message>
        <source>Menurut daftar: {reason}.</source>
        <translation>By the list: {reason}.</translation>
    </message>
    <message>
        <source>Kabupaten menyetujui usulan desa: {kind} ({day}).</source>
        <translation>The district accepted the village&apos;s proposal: {kind} ({day}).</translation>
    </message>
    <message>
        <source>Belum dihitung kabupaten: %1</source>
        <translation>Not counted by the district yet: %1</translation>
    </message>
    <message>
        <source>{field} yang pindah</source>
        <translation>{field} of those who move</translation>
    </message>
    <message>
        <source>{field} setelah digabung</source>
        <translation>{field} after joining</translation>
    </message>
    <message>
        <source>{field} keluarga baru</source>
        <translation>{field} of the new family</translation>
    </message>
    <message>
        <source>Kolom lain dari daftar</source>
        <translation>Other columns of the list</translation>
    </message>
    <message>
        <source>Ditandatangani pembuatnya</source>
        <translation>Signed by its author</translation>
    </message>
    <message>
        <source>Belum ditandatangani pembuatnya</source>
        <translation>Not signed by its author yet</translation>
    </message>
</context>
<context>
    <name>FamilyDetailView</name>
    <message>
        <source>Belum ada keluarga yang dipilih</source>
        <translation>No family is chosen yet</translation>
    </message>
    <message>
        <source>Pilih satu keluarga di daftar untuk melihat anggota, rumah, dan riwayatnya.</source>
        <translation>Choose a family in the list to see its members, house and history.</translation>
    </message>
    <message>
        <source>Keluarga ini tidak ada</source>
        <translation>There is no such family</translation>
    </message>
    <message>
        <source>Keluarga ini tidak ada di daftar yang boleh Anda lihat.</source>
        <translation>This family is not in the list that you may see.</translation>
    </message>
    <message>
        <source>Membuka keluarga</source>
        <translation>Opening the family</translation>
    </message>
    <message>
        <source>Rincian keluarga</source>
        <translation>Family details</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Lihat nomor KK lengkap</source>
        <translation>Show the full KK number</translation>
    </message>
    <message>
        <source>Catat kunjungan</source>
        <translation>Record a visit</translation>
    </message>
    <message>
        <source>Usulkan</source>
        <translation>Propose</translation>
    </message>
    <message>
        <source>Usulkan perubahan</source>
        <translation>Propose a change</translation>
    </message>
    <message>
        <source>Sanggah</source>
        <translation>Object</translation>
    </message>
    <message>
        <source>Tanpa nomor KK</source>
        <translation>Without KK number</translation>
    </message>
    <message>
        <source>Belum di daftar</source>
        <translation>Not on the list yet</translation>
    </message>
    <message>
        <source>Peran Anda hanya dapat melihat.</source>
        <translation>Your role can only look.</translation>
    </message>
    <message>
        <source>Ringkas</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>Rumah</source>
        <translation>House</translation>
    </message>
    <message>
        <source>Riwayat</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Bagian</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>Tidak menerima bantuan</source>
        <translation>Receives no assistance</translation>
    </message>
    <message>
        <source>Desil menurut BPS: %1</source>
        <translation>Decile according to BPS: %1</translation>
    </message>
    <message>
        <source>tidak ada</source>
        <translation>none</translation>
    </message>
    <message numerus="yes">
        <source>%n anggota keluarga</source>
        <translation>
            <numerusform>%n family member</numerusform>
            <numerusform>%n family members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peringatan dari daftar</source>
        <translation>
            <numerusform>%n warning from the list</numerusform>
            <numerusform>%n warnings from the list</numerusform>
        </translation>
    </message>
    <message>
        <source>Usulan</source>
        <translation>Proposals</translation>
    </message>
    <message>
        <source>Foto</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Kunjungan terakhir mencatat keadaan yang berbeda dari daftar.</source>
        <translation>The last visit found something other than the list says.</translation>
    </message>
    <message>
        <source>%1 (kunjungan: %2)</source>
        <translation>%1 (visit: %2)</translation>
    </message>
    <message>
        <source>Belum ada catatan tentang keluarga ini. Kunjungan pertama akan tampil di sini.</source>
        <translation>There is no record of this family yet. The first visit will appear here.</translation>
    </message>
    <message>
        <source>nomor KK</source>
        <translation>KK number</translation>
    </message>
    <message>
        <source>Keluarga ini di luar RT Anda. Kunjungan dan usulan dicatat pendata RT-nya.</source>
        <translation>This family is outside your RT. The enumerator of its RT records visits and proposals.</translation>
    </message>
    <message>
        <source>Menurut kunjungan terakhir, dapat diusulkan:</source>
        <translation>Based on the last visit, this may be proposed:</translation>
    </message>
    <message>
        <source>Hasil kunjungan ke keluarga ini berbeda.</source>
        <translation>Visits to this family found different things.</translation>
    </message>
    <message>
        <source>Lihat yang bertentangan</source>
        <translation>See what conflicts</translation>
    </message>
    <message>
        <source>Tidak ada lagi di daftar</source>
        <translation>No longer on the list</translation>
    </message>
    <message>
        <source>Kenapa dicoret?</source>
        <translation>Why struck off?</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nomor KK</source>
        <translation>KK number</translation>
    </message>
    <message>
        <source>Tanggal lahir</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Jenis kelamin</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Hubungan dengan kepala keluarga</source>
        <translation>Relation to the head of family</translation>
    </message>
    <message>
        <source>Status perkawinan</source>
        <translation>Marital status</translation>
    </message>
    <message>
        <source>Kepala keluarga</source>
        <translation>Head of family</translation>
    </message>
    <message>
        <source>Alamat</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Dusun</source>
        <translation>Hamlet</translation>
    </message>
    <message>
        <source>Kode desa</source>
        <translation>Village code</translation>
    </message>
    <message>
        <source>Desil menurut BPS</source>
        <translation>Decile according to BPS</translation>
    </message>
    <message>
        <source>Program bantuan</source>
        <translation>Assistance programmes</translation>
    </message>
    <message>
        <source>Nomor keluarga</source>
        <translation>Family number</translation>
    </message>
    <message>
        <source>Jumlah anggota</source>
        <translation>Number of members</translation>
    </message>
    <message>
        <source>Kemiskinan ekstrem</source>
        <translation>Extreme poverty</translation>
    </message>
    <message>
        <source>Status di DTSEN</source>
        <translation>Status in DTSEN</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Saring (%1)</source>
        <translation>Filter (%1)</translation>
    </message>
    <message>
        <source>Saring</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>FinderCard</name>
    <message>
        <source>Cari nama, NIK, nomor KK, atau alamat</source>
        <translation>Search name, NIK, KK number or address</translation>
    </message>
    <message>
        <source>Keluarga yang ditemukan</source>
        <translation>Families found</translation>
    </message>
    <message>
        <source>Tidak ada keluarga yang cocok. Periksa ejaan atau coba sebagian nama.</source>
        <translation>No family fits. Check the spelling or try a part of the name.</translation>
    </message>
    <message>
        <source>Pilih keluarga lain</source>
        <translation>Choose another family</translation>
    </message>
</context>
<context>
    <name>Flag</name>
    <message>
        <source>Tanggal lahir tidak cocok dengan NIK</source>
        <translation>Date of birth does not fit the NIK</translation>
    </message>
    <message>
        <source>Tanggal di dalam NIK tidak ada di kalender</source>
        <translation>The date inside the NIK does not exist</translation>
    </message>
    <message>
        <source>Jenis kelamin tidak cocok dengan NIK</source>
        <translation>Sex does not fit the NIK</translation>
    </message>
    <message>
        <source>Kode wilayah di awal NIK tidak dikenal</source>
        <translation>The region code at the start of the NIK is not known</translation>
    </message>
    <message>
        <source>Nomor urut NIK 0000 tidak pernah diberikan</source>
        <translation>The serial 0000 is never given in a NIK</translation>
    </message>
    <message>
        <source>NIK yang sama dipakai lebih dari satu orang</source>
        <translation>The same NIK is used by more than one person</translation>
    </message>
    <message>
        <source>Kode wilayah di awal nomor KK tidak dikenal</source>
        <translation>The region code at the start of the KK number is not known</translation>
    </message>
    <message>
        <source>Tanggal lahir kosong</source>
        <translation>Date of birth is empty</translation>
    </message>
    <message>
        <source>Tanggal lahir tidak terbaca</source>
        <translation>Date of birth cannot be read</translation>
    </message>
    <message>
        <source>Tanggal lahir tidak ada di kalender</source>
        <translation>Date of birth does not exist</translation>
    </message>
    <message>
        <source>Tanggal dan bulan lahir tampaknya tertukar</source>
        <translation>Day and month of birth seem to be swapped</translation>
    </message>
    <message>
        <source>Tanggal lahir ditulis bulan lebih dahulu</source>
        <translation>Date of birth is written month first</translation>
    </message>
    <message>
        <source>Tahun lahir hanya dua angka</source>
        <translation>Year of birth has two digits only</translation>
    </message>
    <message>
        <source>Tanggal lahir berubah menjadi angka oleh lembar kerja</source>
        <translation>The spreadsheet turned the date of birth into a number</translation>
    </message>
    <message>
        <source>Tanggal lahir di masa depan</source>
        <translation>Date of birth is in the future</translation>
    </message>
    <message>
        <source>Keluarga tanpa kepala keluarga</source>
        <translation>Family without a head</translation>
    </message>
    <message>
        <source>Keluarga dengan lebih dari satu kepala keluarga</source>
        <translation>Family with more than one head</translation>
    </message>
    <message>
        <source>Isian keluarga berbeda antarbaris anggotanya</source>
        <translation>Family fields differ between its members&apos; rows</translation>
    </message>
    <message>
        <source>Jumlah anggota tidak sama dengan yang tertulis</source>
        <translation>Number of members differs from what is written</translation>
    </message>
    <message>
        <source>Nama kosong</source>
        <translation>Name is empty</translation>
    </message>
    <message>
        <source>Hubungan keluarga tidak dikenal</source>
        <translation>Family relation is not known</translation>
    </message>
    <message>
        <source>Jenis kelamin tidak dikenal</source>
        <translation>Sex is not known</translation>
    </message>
    <message>
        <source>Kode tidak ada di daftar kode</source>
        <translation>Code is not in the code list</translation>
    </message>
    <message>
        <source>Kode wilayah tidak dikenal</source>
        <translation>Region code is not known</translation>
    </message>
    <message>
        <source>{what} kosong</source>
        <translation>{what} is empty</translation>
    </message>
    <message>
        <source>{what} diisi tanda pengganti, bukan nomor</source>
        <translation>{what} contains a placeholder instead of a number</translation>
    </message>
    <message>
        <source>{what} berisi tanda selain angka</source>
        <translation>{what} contains characters that are not digits</translation>
    </message>
    <message>
        <source>Angka terakhir {what} mungkin berubah oleh lembar kerja</source>
        <translation>The spreadsheet may have changed the last digit of {what}</translation>
    </message>
    <message>
        <source>Angka terakhir {what} menjadi 0 oleh lembar kerja</source>
        <translation>The spreadsheet turned the last digit of {what} into 0</translation>
    </message>
    <message>
        <source>{what} didahului tanda kutip</source>
        <translation>{what} begins with a quotation mark</translation>
    </message>
    <message>
        <source>{what} berisi spasi, titik, atau garis</source>
        <translation>{what} contains spaces, dots or dashes</translation>
    </message>
    <message>
        <source>{what} kurang dari 16 angka</source>
        <translation>{what} has fewer than 16 digits</translation>
    </message>
    <message>
        <source>{what} lebih dari 16 angka</source>
        <translation>{what} has more than 16 digits</translation>
    </message>
    <message>
        <source>{what} dilengkapi dari baris lain keluarga ini</source>
        <translation>{what} was completed from another row of this family</translation>
    </message>
    <message>
        <source>Nomor KK</source>
        <translation>KK number</translation>
    </message>
    <message>
        <source>Nama memuat tanda bahwa orang ini sudah meninggal</source>
        <translation>The name carries a sign that this person has died</translation>
    </message>
    <message>
        <source>Daftar menandai orang ini sudah meninggal</source>
        <translation>The list marks this person as deceased</translation>
    </message>
    <message>
        <source>Jenis kelamin kosong</source>
        <translation>Sex is empty</translation>
    </message>
    <message>
        <source>Hubungan keluarga kosong</source>
        <translation>Relation in the family is empty</translation>
    </message>
    <message>
        <source>Status perkawinan tidak dikenal</source>
        <translation>Marital status is not known</translation>
    </message>
    <message>
        <source>Desil di luar 1 sampai 10</source>
        <translation>Decile outside 1 to 10</translation>
    </message>
    <message>
        <source>RT tidak terbaca</source>
        <translation>RT cannot be read</translation>
    </message>
    <message>
        <source>RW tidak terbaca</source>
        <translation>RW cannot be read</translation>
    </message>
    <message>
        <source>Kode desa tidak dikenal</source>
        <translation>Village code is not known</translation>
    </message>
    <message>
        <source>Menurut tanggal lahir, umurnya lebih dari 115 tahun</source>
        <translation>By the date of birth this person is older than 115</translation>
    </message>
    <message>
        <source>{what} tersimpan sebagai angka, bukan teks; periksa angka terakhirnya</source>
        <translation>{what} was kept as a number, not text; check its last digits</translation>
    </message>
    <message>
        <source>{what} berubah menjadi bentuk 7,3E+15 oleh lembar kerja</source>
        <translation>The spreadsheet turned {what} into the form 7.3E+15</translation>
    </message>
    <message>
        <source>NIK harus 16 angka</source>
        <translation>A NIK must have 16 digits</translation>
    </message>
    <message>
        <source>Nomor DTSEN yang sama dipakai lebih dari satu kali</source>
        <translation>The same DTSEN number is used more than once</translation>
    </message>
    <message>
        <source>Tanggal lahir hanya berisi tahun</source>
        <translation>Birth date is only a year</translation>
    </message>
    <message>
        <source>Anggota tanpa nomor KK digabung dengan keluarga di atasnya</source>
        <translation>Members without a family card number were joined to the family above</translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message>
        <source>Membuka formulir</source>
        <translation>Opening the form</translation>
    </message>
    <message>
        <source>Kembali ke rute</source>
        <translation>Back to the route</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Esc; yang sudah diisi tetap tersimpan sebagai draf</source>
        <translation>Esc; what was filled in stays saved as a draft</translation>
    </message>
    <message>
        <source>Bagian formulir</source>
        <translation>Part of the form</translation>
    </message>
    <message>
        <source>Hapus anggota baru ini</source>
        <translation>Remove this new member</translation>
    </message>
    <message>
        <source>Tambah anggota</source>
        <translation>Add a member</translation>
    </message>
    <message>
        <source>Kembali ke daftar usulan</source>
        <translation>Back to the proposals</translation>
    </message>
    <message>
        <source>Lanjut ke ringkasan</source>
        <translation>On to the summary</translation>
    </message>
    <message>
        <source>Dikembalikan kabupaten: %1</source>
        <translation>Returned by the district: %1</translation>
    </message>
    <message>
        <source>Yang masih kurang:</source>
        <translation>Still missing:</translation>
    </message>
    <message>
        <source>Masih ada yang kurang</source>
        <translation>Something is still missing</translation>
    </message>
    <message>
        <source>Pilih foto bukti</source>
        <translation>Choose a photo as evidence</translation>
    </message>
    <message>
        <source>Foto</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Semua isian formulir ini dihapus dari laptop. Data keluarga tidak berubah.</source>
        <translation>All that was filled into this form is deleted from the laptop. The family&apos;s data do not change.</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Buang draf</source>
        <translation>Throw the draft away</translation>
    </message>
    <message>
        <source>Buang draf ini?</source>
        <translation>Throw this draft away?</translation>
    </message>
    <message>
        <source>Buka usulan itu</source>
        <translation>Open that proposal</translation>
    </message>
    <message>
        <source>Keluarga ini tidak dapat dibuka</source>
        <translation>This family cannot be opened</translation>
    </message>
</context>
<context>
    <name>HandoverDialog</name>
    <message>
        <source>Serahkan laptop</source>
        <translation>Hand the laptop over</translation>
    </message>
    <message>
        <source>Nama lengkap pemegang baru</source>
        <translation>Full name of the new holder</translation>
    </message>
    <message>
        <source>Kata sandi pemegang baru</source>
        <translation>The new holder&apos;s password</translation>
    </message>
    <message>
        <source>Kata sandi sekali lagi</source>
        <translation>The password once more</translation>
    </message>
    <message>
        <source>Pemegang baru mengetik kata sandinya sendiri. Jangan beri tahu siapa pun.</source>
        <translation>The new holder types the password in person. Do not tell it to anyone.</translation>
    </message>
    <message>
        <source>Yang menyerahkan</source>
        <translation>Who hands it over</translation>
    </message>
    <message>
        <source>Diserahkan kepada</source>
        <translation>To whom</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>%1 tidak bertugas lagi di desa ini</source>
        <translation>%1 no longer works for this village</translation>
    </message>
    <message numerus="yes">
        <source>%n isian belum selesai. Tetap tersimpan, tetapi tidak terlihat oleh pemegang baru.</source>
        <translation>
            <numerusform>%n form is not finished. It stays stored, but the new holder does not see it.</numerusform>
            <numerusform>%n forms are not finished. They stay stored, but the new holder does not see them.</numerusform>
        </translation>
    </message>
    <message>
        <source>Orang baru</source>
        <translation>Somebody new</translation>
    </message>
    <message>
        <source>Kata sandi %1 langsung tidak berlaku di laptop ini. Semua catatannya tetap ada atas namanya. Penyerahan dicatat dan diketahui kabupaten.</source>
        <translation>%1&apos;s password stops working on this laptop at once. Everything recorded stays under that name. The handover is recorded and the district will know of it.</translation>
    </message>
    <message>
        <source>Ya, serahkan</source>
        <translation>Yes, hand it over</translation>
    </message>
    <message>
        <source>Tulis nama lengkapnya.</source>
        <translation>Write the full name.</translation>
    </message>
    <message>
        <source>{who} (Anda)</source>
        <translation>{who} (you)</translation>
    </message>
    <message>
        <source>Serahkan laptop kepada {name}?</source>
        <translation>Hand the laptop over to {name}?</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Semua keluarga sudah dikunjungi</source>
        <translation>All families were visited</translation>
    </message>
    <message>
        <source>keluarga</source>
        <translation>families</translation>
    </message>
    <message>
        <source>sudah didatangi</source>
        <translation>visited</translation>
    </message>
    <message>
        <source>tersisa</source>
        <translation>left</translation>
    </message>
    <message>
        <source>jiwa</source>
        <translation>people</translation>
    </message>
    <message>
        <source>tidak ditemukan</source>
        <translation>not found</translation>
    </message>
    <message>
        <source>Tanpa dusun</source>
        <translation>No hamlet</translation>
    </message>
    <message>
        <source>selesai</source>
        <translation>finished</translation>
    </message>
    <message>
        <source>untuk Anda</source>
        <translation>for you</translation>
    </message>
    <message>
        <source>untuk kepala desa</source>
        <translation>for the village head</translation>
    </message>
    <message>
        <source>untuk musyawarah</source>
        <translation>for the village meeting</translation>
    </message>
    <message>
        <source>untuk operator</source>
        <translation>for the operator</translation>
    </message>
    <message>
        <source>di kabupaten</source>
        <translation>at the district</translation>
    </message>
    <message>
        <source>untuk Dukcapil</source>
        <translation>for Dukcapil</translation>
    </message>
    <message numerus="yes">
        <source>usulan dikembalikan kabupaten, perlu diperbaiki</source>
        <translation>
            <numerusform>proposal returned by the district, to be mended</numerusform>
            <numerusform>proposals returned by the district, to be mended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>usulan menunggu keputusan musyawarah</source>
        <translation>
            <numerusform>proposal waits for the village meeting&apos;s decision</numerusform>
            <numerusform>proposals wait for the village meeting&apos;s decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>usulan ditunda musyawarah</source>
        <translation>
            <numerusform>proposal postponed by the village meeting</numerusform>
            <numerusform>proposals postponed by the village meeting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>usulan menunggu pengesahan kepala desa</source>
        <translation>
            <numerusform>proposal waits for the village head&apos;s endorsement</numerusform>
            <numerusform>proposals wait for the village head&apos;s endorsement</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>usulan sudah disahkan, belum diinput ke SIKS-NG</source>
        <translation>
            <numerusform>proposal endorsed, not keyed into SIKS-NG yet</numerusform>
            <numerusform>proposals endorsed, not keyed into SIKS-NG yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>usulan menunggu jawaban kabupaten</source>
        <translation>
            <numerusform>proposal waits for the district&apos;s answer</numerusform>
            <numerusform>proposals wait for the district&apos;s answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>keluarga dengan peringatan data</source>
        <translation>
            <numerusform>family with data warnings</numerusform>
            <numerusform>families with data warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>keluarga dengan anggota tanpa NIK</source>
        <translation>
            <numerusform>family with members without NIK</numerusform>
            <numerusform>families with members without NIK</numerusform>
        </translation>
    </message>
    <message>
        <source>hari ini</source>
        <translation>today</translation>
    </message>
    <message>
        <source>besok</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>Belum pernah bertukar data dengan kabupaten</source>
        <translation>No exchange with the district yet</translation>
    </message>
    <message>
        <source>{done} dari {all}</source>
        <translation>{done} of {all}</translation>
    </message>
    <message>
        <source>sampai {day}</source>
        <translation>until {day}</translation>
    </message>
    <message>
        <source>{n} keluarga belum selesai dikunjungi</source>
        <translation>Families not fully visited yet: {n}</translation>
    </message>
    <message>
        <source>{n} tersisa</source>
        <translation>{n} left</translation>
    </message>
    <message>
        <source>mulai {day}</source>
        <translation>from {day}</translation>
    </message>
    <message>
        <source>ditutup {when}</source>
        <translation>closes {when}</translation>
    </message>
    <message numerus="yes">
        <source>{n} hari lagi</source>
        <translation>
            <numerusform>in {n} day</numerusform>
            <numerusform>in {n} days</numerusform>
        </translation>
    </message>
    <message>
        <source>Terakhir {moment}</source>
        <translation>Last {moment}</translation>
    </message>
    <message>
        <source>Tanda terima nomor {number}</source>
        <translation>Receipt number {number}</translation>
    </message>
    <message>
        <source>Dusun {name}</source>
        <translation>Hamlet {name}</translation>
    </message>
    <message>
        <source>dibuka {when}</source>
        <translation>opens {when}</translation>
    </message>
    <message>
        <source>Selamat bekerja, {name}</source>
        <translation>Welcome, {name}</translation>
    </message>
    <message>
        <source>Menurut daftar kabupaten {month}.</source>
        <translation>According to the district&apos;s list of {month}.</translation>
    </message>
    <message numerus="yes">
        <source>{place}: {done} dari {all} keluarga sudah didatangi, {left}.</source>
        <translation>
            <numerusform>{place}: {done} of {all} family visited, {left}.</numerusform>
            <numerusform>{place}: {done} of {all} families visited, {left}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sanggah menunggu jawaban kabupaten</source>
        <translation>
            <numerusform>objection waits for the district&apos;s answer</numerusform>
            <numerusform>objections wait for the district&apos;s answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sanggah dikembalikan kabupaten, perlu diperbaiki</source>
        <translation>
            <numerusform>objection returned by the district, to be mended</numerusform>
            <numerusform>objections returned by the district, to be mended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sanggah perlu diteruskan ke kabupaten</source>
        <translation>
            <numerusform>objection to be passed on to the district</numerusform>
            <numerusform>objections to be passed on to the district</numerusform>
        </translation>
    </message>
    <message>
        <source>paling lambat {day}</source>
        <translation>by {day} at the latest</translation>
    </message>
    <message>
        <source>Menurut jadwal yang ditetapkan kabupaten.</source>
        <translation>As the district has set them.</translation>
    </message>
    <message>
        <source>Jadwal umum: kabupaten belum menetapkan jadwalnya. Tanyakan ke Dinas Sosial.</source>
        <translation>General days: the district has not set its own yet. Ask the social office.</translation>
    </message>
    <message>
        <source>Jadwal kabupaten ini menurut {source}.</source>
        <translation>Days of this district according to {source}.</translation>
    </message>
    <message>
        <source>Kunjungan</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>(belum bernama)</source>
        <translation>(not named yet)</translation>
    </message>
    <message>
        <source>terakhir diisi {moment}</source>
        <translation>last filled in {moment}</translation>
    </message>
    <message>
        <source>Jam laptop ini mungkin salah: catatan terakhir dibuat {moment}, jam laptop menunjukkan waktu sebelum itu. Anda tetap bisa bekerja. Betulkan tanggal dan jam laptop.</source>
        <translation>This laptop&apos;s clock may be wrong: the last record was made on {moment}, the clock shows a time before that. You can go on working. Set the laptop&apos;s date and time right.</translation>
    </message>
    <message>
        <source>(tidak ada lagi di daftar)</source>
        <translation>(no longer on the list)</translation>
    </message>
    <message numerus="yes">
        <source>hal bertentangan, perlu diselesaikan</source>
        <translation>
            <numerusform>conflict to settle</numerusform>
            <numerusform>conflicts to settle</numerusform>
        </translation>
    </message>
    <message>
        <source>usulan Anda lainnya yang dikembalikan</source>
        <translation>more of your proposals that were returned</translation>
    </message>
    <message>
        <source>dikembalikan {day}</source>
        <translation>returned {day}</translation>
    </message>
    <message>
        <source>Dikembalikan kepada Anda: {n}</source>
        <translation>Returned to you: {n}</translation>
    </message>
    <message>
        <source>Kabupaten: {words}</source>
        <translation>District: {words}</translation>
    </message>
    <message>
        <source>siapa baru, keluar, pindah, atau berhenti menerima bantuan</source>
        <translation>who is new, gone, moved or receives aid no more</translation>
    </message>
    <message>
        <source>Perubahan daftar {month}</source>
        <translation>Changes of the list of {month}</translation>
    </message>
    <message>
        <source>Daftar ini belum dari kabupaten.</source>
        <translation>This list is not the district&apos;s yet.</translation>
    </message>
    <message>
        <source>Daftar {month} dibuka dari berkas {file} oleh {name} pada {when}.</source>
        <translation>The list of {month} was opened from the file {file} by {name} on {when}.</translation>
    </message>
    <message>
        <source>Daftar {month} dibuka dari berkas {file} pada {when}.</source>
        <translation>The list of {month} was opened from the file {file} on {when}.</translation>
    </message>
    <message numerus="yes">
        <source>usulan dicatat dua kali dengan isi yang sama</source>
        <translation>
            <numerusform>proposal was recorded twice with the same content</numerusform>
            <numerusform>proposals were recorded twice with the same content</numerusform>
        </translation>
    </message>
    <message>
        <source>Kode berkas untuk dicocokkan: {print}.</source>
        <translation>Code of the file, to compare: {print}.</translation>
    </message>
    <message numerus="yes">
        <source>catatan belum diterima kabupaten ({size})</source>
        <translation>
            <numerusform>record has not reached the district yet ({size})</numerusform>
            <numerusform>records have not reached the district yet ({size})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>catatan belum diterima kabupaten, foto: {photos} ({size})</source>
        <translation>
            <numerusform>record has not reached the district yet, photos: {photos} ({size})</numerusform>
            <numerusform>records have not reached the district yet, photos: {photos} ({size})</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomeView</name>
    <message>
        <source>Beranda</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Menghitung kemajuan desa</source>
        <translation>Counting the village&apos;s progress</translation>
    </message>
    <message>
        <source>Belum ada daftar keluarga</source>
        <translation>There is no list of families yet</translation>
    </message>
    <message>
        <source>Buka daftar dari kabupaten, atau terima daftar lewat Kirim &amp; terima.</source>
        <translation>Open a list from the district, or receive one under Send &amp; receive.</translation>
    </message>
    <message>
        <source>Buka daftar dari berkas</source>
        <translation>Open a list from a file</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Kunjungan</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>Yang menunggu</source>
        <translation>What is waiting</translation>
    </message>
    <message>
        <source>Tenggat bulan ini</source>
        <translation>This month&apos;s deadlines</translation>
    </message>
    <message>
        <source>Pertukaran dengan kabupaten</source>
        <translation>Exchange with the district</translation>
    </message>
    <message>
        <source>Kirim &amp; terima</source>
        <translation>Send &amp; receive</translation>
    </message>
    <message>
        <source>Coba dulu: cari satu keluarga, catat kunjungannya, lalu kirim ke kabupaten latihan.</source>
        <translation>Try it: find a family, record a visit, then send it to the practice district.</translation>
    </message>
    <message>
        <source>1. Cari keluarga</source>
        <translation>1. Find a family</translation>
    </message>
    <message>
        <source>2. Catat kunjungan</source>
        <translation>2. Record a visit</translation>
    </message>
    <message>
        <source>3. Kirim ke kabupaten</source>
        <translation>3. Send to the district</translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu.</source>
        <translation>Nothing is waiting.</translation>
    </message>
    <message>
        <source>Belum selesai diisi</source>
        <translation>Not finished yet</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Baris di lembar</source>
        <translation>Rows in the sheet</translation>
    </message>
    <message>
        <source>Orang</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Judul dan kepala kolom</source>
        <translation>Titles and column headings</translation>
    </message>
    <message>
        <source>Baris kosong</source>
        <translation>Empty rows</translation>
    </message>
    <message>
        <source>Bukan orang</source>
        <translation>Not a person</translation>
    </message>
    <message>
        <source>Baris {row}: {why}</source>
        <translation>Row {row}: {why}</translation>
    </message>
    <message numerus="yes">
        <source>dan {n} baris lagi</source>
        <translation>
            <numerusform>and {n} more row</numerusform>
            <numerusform>and {n} more rows</numerusform>
        </translation>
    </message>
    <message>
        <source>Belum ada kolom nama. Pilih kolom yang berisi nama orang.</source>
        <translation>There is no name column yet. Choose the column that holds people&apos;s names.</translation>
    </message>
    <message>
        <source>Belum ada kolom NIK atau nomor KK. Pilih salah satu.</source>
        <translation>There is no NIK or KK column yet. Choose one of them.</translation>
    </message>
    <message numerus="yes">
        <source>{n} baris</source>
        <translation>
            <numerusform>{n} row</numerusform>
            <numerusform>{n} rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} kolom</source>
        <translation>
            <numerusform>{n} column</numerusform>
            <numerusform>{n} columns</numerusform>
        </translation>
    </message>
    <message>
        <source>lembar {sheet}</source>
        <translation>sheet {sheet}</translation>
    </message>
    <message>
        <source>(tanpa judul, kolom {n})</source>
        <translation>(no heading, column {n})</translation>
    </message>
    <message>
        <source>Orang di desa lain</source>
        <translation>People in other villages</translation>
    </message>
    <message numerus="yes">
        <source>{place}: {n} keluarga</source>
        <translation>
            <numerusform>{place}: {n} family</numerusform>
            <numerusform>{place}: {n} families</numerusform>
        </translation>
    </message>
    <message>
        <source>Tidak ada kolom NIK: orang hanya dikenali dari nama dan tanggal lahir, dan NIK ganda atau rusak tidak ketahuan.</source>
        <translation>No NIK column: people are known by name and birth date only, and doubled or damaged NIKs go unnoticed.</translation>
    </message>
    <message>
        <source>Tidak ada kolom nomor KK: anggota dikumpulkan menurut nomor keluarga saja, dan keluarga tidak bisa dicari dengan nomor KK.</source>
        <translation>No family card column: members are gathered by the family&apos;s own number only, and families cannot be found by their card number.</translation>
    </message>
    <message>
        <source>Tidak ada kolom nomor KK: anggota hanya mengikuti kepala keluarga di baris atasnya, jadi urutan baris menentukan keluarganya.</source>
        <translation>No family card column: members only follow the head in a row above them, so the order of the rows decides on the family.</translation>
    </message>
    <message>
        <source>Tidak ada kolom nomor KK: setiap baris menjadi keluarga sendiri, tanpa anggota lain.</source>
        <translation>No family card column: every row becomes a family of its own, without other members.</translation>
    </message>
    <message>
        <source>orangnya sudah ada di lembar lain</source>
        <translation>its people are on another sheet already</translation>
    </message>
    <message>
        <source>judul kolomnya berbeda</source>
        <translation>its headings differ</translation>
    </message>
    <message>
        <source>Belum ada lembar yang dibaca. Pilih sedikitnya satu.</source>
        <translation>No sheet is read yet. Choose at least one.</translation>
    </message>
    <message>
        <source>Lembar {sheet}, {words}</source>
        <translation>Sheet {sheet}, {words}</translation>
    </message>
    <message>
        <source>Lembar {sheet}</source>
        <translation>Sheet {sheet}</translation>
    </message>
    <message numerus="yes">
        <source>{n} orang</source>
        <translation>
            <numerusform>{n} person</numerusform>
            <numerusform>{n} people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportFlow</name>
    <message>
        <source>Membuka berkas</source>
        <translation>Opening the file</translation>
    </message>
    <message>
        <source>Daftar sudah masuk</source>
        <translation>The list has been taken in</translation>
    </message>
    <message>
        <source>Kunjungan dan usulan yang sudah ada tetap bersama keluarganya.</source>
        <translation>Visits and proposals that exist stay with their families.</translation>
    </message>
    <message>
        <source>Buka daftar keluarga</source>
        <translation>Open the list of families</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Hentikan</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Baca daftar</source>
        <translation>Read the list</translation>
    </message>
    <message>
        <source>Membaca semua baris</source>
        <translation>Reading all rows</translation>
    </message>
    <message>
        <source>Menyimpan daftar</source>
        <translation>Saving the list</translation>
    </message>
    <message>
        <source>Baca tanpa kolom itu?</source>
        <translation>Read without that column?</translation>
    </message>
    <message>
        <source>Mungkin kolomnya ada dengan judul lain: periksa dulu daftar kolom.</source>
        <translation>The column may be there under another heading: look through the columns first.</translation>
    </message>
    <message>
        <source>Tetap baca</source>
        <translation>Read anyway</translation>
    </message>
</context>
<context>
    <name>ImportSection</name>
    <message>
        <source>Daftar yang lebih baru untuk desa ini. Kunjungan dan usulan tetap bersama keluarganya.</source>
        <translation>A newer list for this village. Visits and proposals stay with their families.</translation>
    </message>
    <message>
        <source>Pakai daftar ini</source>
        <translation>Use this list</translation>
    </message>
</context>
<context>
    <name>KeyedInDialog</name>
    <message>
        <source>Tandai sudah diinput ke SIKS-NG</source>
        <translation>Mark as keyed into SIKS-NG</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Tanggal diinput</source>
        <translation>Date of keying in</translation>
    </message>
    <message>
        <source>Misalnya: berhasil, atau pesan yang ditampilkan SIKS-NG.</source>
        <translation>For instance: done, or the message that SIKS-NG showed.</translation>
    </message>
    <message>
        <source>Hasil (boleh dikosongkan)</source>
        <translation>Result (may be left empty)</translation>
    </message>
</context>
<context>
    <name>KindDialog</name>
    <message>
        <source>Usulan baru: apa yang diusulkan?</source>
        <translation>New proposal: what is proposed?</translation>
    </message>
    <message>
        <source>Jenis usulan</source>
        <translation>Kind of proposal</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>LackRow</name>
    <message>
        <source>Isi: %1</source>
        <translation>Fill in: %1</translation>
    </message>
</context>
<context>
    <name>Laptop</name>
    <message>
        <source>Laptop sudah diserahkan. Kabupaten mengetahuinya dengan kiriman berikutnya.</source>
        <translation>The laptop was handed over. The district will know with the next sending.</translation>
    </message>
    <message>
        <source>{giver} kepada {taker}, {when}</source>
        <translation>{giver} to {taker}, {when}</translation>
    </message>
</context>
<context>
    <name>LaptopSection</name>
    <message>
        <source>Serahkan laptop</source>
        <translation>Hand the laptop over</translation>
    </message>
    <message>
        <source>Kosongkan laptop</source>
        <translation>Wipe the laptop</translation>
    </message>
    <message>
        <source>Hanya kepala desa dan operator yang menyerahkan laptop. Jika laptop ini milik Anda sendiri, kosongkan setelah semua diterima kabupaten; pemegang baru mendaftar dengan kode dari kabupaten.</source>
        <translation>Only the village head and the operator hand a laptop over. If this laptop is yours alone, wipe it once the district has received everything; the new holder registers with a code from the district.</translation>
    </message>
    <message>
        <source>Hanya kepala desa dan operator yang mengosongkan laptop ini.</source>
        <translation>Only the village head and the operator wipe this laptop.</translation>
    </message>
    <message>
        <source>Untuk pergantian kepala desa, operator atau pendata. Pemegang baru mendapat kata sandi dan kunci sendiri; kata sandi pemegang lama tidak membuka laptop ini lagi. Semua catatan tetap ada atas nama yang membuatnya.</source>
        <translation>When the village head, the operator or an enumerator changes. The new holder gets a password and a key; the old holder&apos;s password no longer opens this laptop. Everything recorded stays under the name of whoever recorded it.</translation>
    </message>
    <message>
        <source>Serahkan ke orang lain</source>
        <translation>Hand over to somebody else</translation>
    </message>
    <message>
        <source>Untuk laptop yang kembali ke kantor, diperbaiki, dijual, atau dipakai desa lain. Semua data desa di laptop ini dihapus dan tidak bisa dikembalikan dari laptop ini.</source>
        <translation>For a laptop that goes back to the office, to repair, is sold, or goes to another village. All of the village&apos;s data on this laptop is removed and cannot be brought back from this laptop.</translation>
    </message>
    <message>
        <source>Laptop ini</source>
        <translation>This laptop</translation>
    </message>
    <message>
        <source>Belum pernah diserahkan</source>
        <translation>Never handed over</translation>
    </message>
    <message>
        <source>Semua sudah diterima kabupaten</source>
        <translation>The district has received everything</translation>
    </message>
    <message>
        <source>Belum diterima: %1</source>
        <translation>Not received yet: %1</translation>
    </message>
    <message>
        <source>Yang bisa masuk</source>
        <translation>Who can sign in</translation>
    </message>
    <message>
        <source>Penyerahan</source>
        <translation>Handovers</translation>
    </message>
    <message>
        <source>Di kabupaten</source>
        <translation>At the district</translation>
    </message>
    <message>
        <source>Nomor laptop</source>
        <translation>Laptop number</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>Batas hari ini sudah tercapai. Catatan tetap dikirim, foto menunggu besok.</source>
        <translation>Today&apos;s limit is reached. Records are sent all the same, photos wait for tomorrow.</translation>
    </message>
    <message>
        <source>Pengiriman sendiri dijeda. Kirim sekarang tetap bisa.</source>
        <translation>Sending by itself is paused. You can still send now.</translation>
    </message>
    <message>
        <source>Laptop memakai baterai, jadi pengiriman sendiri menunggu listrik.</source>
        <translation>The laptop runs on its battery, so sending by itself waits for mains power.</translation>
    </message>
    <message>
        <source>Yang menunggu kira-kira {size}</source>
        <translation>What waits is about {size}</translation>
    </message>
    <message>
        <source>Yang menunggu kira-kira {size}{cost}. Batas hari ini terlampaui kira-kira {over}.</source>
        <translation>What waits is about {size}{cost}. That is about {over} beyond today&apos;s limit.</translation>
    </message>
    <message>
        <source>Hari ini {used}</source>
        <translation>Today {used}</translation>
    </message>
    <message>
        <source>Hari ini {used} dari {limit}</source>
        <translation>Today {used} of {limit}</translation>
    </message>
    <message>
        <source>Catatan tetap dikirim. Foto yang tidak muat dalam sisa {left} menunggu besok.</source>
        <translation>Records are sent all the same. Photos that do not fit into the {left} left wait for tomorrow.</translation>
    </message>
    <message>
        <source>, kira-kira {rupiah}</source>
        <translation>, about {rupiah}</translation>
    </message>
</context>
<context>
    <name>LineCard</name>
    <message>
        <source>Kuota dan pengiriman sendiri</source>
        <translation>Data plan and sending by itself</translation>
    </message>
    <message>
        <source>Kirim sendiri juga saat memakai baterai</source>
        <translation>Send by itself on battery too</translation>
    </message>
    <message>
        <source>Kirim semua sekarang…</source>
        <translation>Send everything now…</translation>
    </message>
    <message>
        <source>Lanjutkan</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Jeda</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Lanjutkan pengiriman sendiri</source>
        <translation>Resume sending by itself</translation>
    </message>
    <message>
        <source>Jeda pengiriman sendiri</source>
        <translation>Pause sending by itself</translation>
    </message>
    <message>
        <source>Kirim semua sekarang?</source>
        <translation>Send everything now?</translation>
    </message>
    <message>
        <source>Kirim semua</source>
        <translation>Send everything</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Baru</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Keluar</source>
        <translation>Gone</translation>
    </message>
    <message>
        <source>Pindah alamat</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>Desil berubah</source>
        <translation>Decile changed</translation>
    </message>
    <message>
        <source>Bantuan berhenti</source>
        <translation>Aid ended</translation>
    </message>
    <message>
        <source>Lainnya</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Baru di daftar</source>
        <translation>New on the list</translation>
    </message>
    <message>
        <source>Kembali ke daftar</source>
        <translation>Back on the list</translation>
    </message>
    <message>
        <source>Tidak ada lagi di daftar</source>
        <translation>No longer on the list</translation>
    </message>
    <message>
        <source>kosong</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>dibuka dari berkas di laptop ini</source>
        <translation>opened from a file on this laptop</translation>
    </message>
    <message>
        <source>Kepala keluarga</source>
        <translation>Head of family</translation>
    </message>
    <message>
        <source>Alamat</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Perubahan</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Rincian</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <source>{label}: {old} → {new}</source>
        <translation>{label}: {old} → {new}</translation>
    </message>
    <message>
        <source>{label}: berubah</source>
        <translation>{label}: changed</translation>
    </message>
    <message>
        <source>mulai menerima: {programmes}</source>
        <translation>now receives: {programmes}</translation>
    </message>
    <message>
        <source>anggota baru: {names}</source>
        <translation>new members: {names}</translation>
    </message>
    <message>
        <source>tidak lagi anggota: {names}</source>
        <translation>no longer members: {names}</translation>
    </message>
    <message numerus="yes">
        <source>{n} baris disimpan di {file}.</source>
        <translation>
            <numerusform>{n} row saved in {file}.</numerusform>
            <numerusform>{n} rows saved in {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Daftar {now} dibandingkan dengan daftar {before}</source>
        <translation>List of {now} compared with the list of {before}</translation>
    </message>
    <message>
        <source>Daftar {now} dibandingkan dengan daftar sebelumnya</source>
        <translation>List of {now} compared with the one before</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>{name} (latihan)</source>
        <translation>{name} (practice)</translation>
    </message>
    <message>
        <source>Menunggu jawaban kabupaten</source>
        <translation>Waiting for the district&apos;s answer</translation>
    </message>
    <message>
        <source>Desa yang dikosongkan</source>
        <translation>A village being wiped</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Masuk</source>
        <translation>Unlock</translation>
    </message>
</context>
<context>
    <name>LockView</name>
    <message>
        <source>Kata sandi</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Masuk</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Lupa kata sandi</source>
        <translation>Forgot my password</translation>
    </message>
    <message>
        <source>Membuka kunci</source>
        <translation>Unlocking</translation>
    </message>
    <message>
        <source>Membuka kunci. Ini butuh beberapa detik.</source>
        <translation>Unlocking. This takes a few seconds.</translation>
    </message>
    <message>
        <source>Desa di laptop ini</source>
        <translation>Villages on this laptop</translation>
    </message>
    <message>
        <source>Desa atau daftar lain</source>
        <translation>Another village or list</translation>
    </message>
    <message>
        <source>Belum ada desa di laptop ini</source>
        <translation>There is no village on this laptop yet</translation>
    </message>
    <message>
        <source>Mulai dengan desa latihan, dengan daftar dari berkas, atau dengan kode dari kabupaten.</source>
        <translation>Begin with a practice village, a list from a file, or a code from the district.</translation>
    </message>
    <message>
        <source>Mulai</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Desa latihan: semua keluarga rekaan</source>
        <translation>Practice village: all families are invented</translation>
    </message>
    <message>
        <source>Pilih nama Anda, lalu masuk.</source>
        <translation>Choose your name, then unlock.</translation>
    </message>
    <message>
        <source>Kata sandi latihan: %1</source>
        <translation>Practice password: %1</translation>
    </message>
    <message>
        <source>Semua data tetap aman di laptop ini.</source>
        <translation>All data stay safe on this laptop.</translation>
    </message>
    <message>
        <source>Isi kata sandi Anda dulu.</source>
        <translation>Type your password first.</translation>
    </message>
    <message>
        <source>Desa latihan</source>
        <translation>Practice village</translation>
    </message>
    <message>
        <source>Terlalu banyak percobaan.</source>
        <translation>Too many tries.</translation>
    </message>
    <message numerus="yes">
        <source>Coba lagi dalam %n detik.</source>
        <translation>
            <numerusform>Try again in %n second.</numerusform>
            <numerusform>Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>Catatan Anda bisa dipulihkan dari salinannya di laptop ini. Simpanan yang rusak disisihkan, tidak dihapus. Semua yang sudah dicatat petugas kembali. Daftar dari kabupaten kembali saat pengiriman berikutnya; daftar dari berkas perlu dibuka lagi. Isian yang belum disimpan tidak ikut kembali.</source>
        <translation>Your records can be restored from their copy on this laptop. The broken store is put aside, not deleted. Everything that officials recorded comes back. The district&apos;s list comes back with the next sending; a list from a file has to be opened again. Forms that were not saved yet do not come back.</translation>
    </message>
    <message>
        <source>Pulihkan dari salinan catatan</source>
        <translation>Restore from the copy of the records</translation>
    </message>
    <message>
        <source>Memulihkan catatan dari salinan. Ini bisa beberapa menit.</source>
        <translation>Restoring the records from the copy. This may take some minutes.</translation>
    </message>
    <message>
        <source>Masuk untuk membaca jawaban dari stik, atau menulis permintaan sekali lagi.</source>
        <translation>Sign in to read the answer from a stick, or to write the request again.</translation>
    </message>
    <message>
        <source>Pengosongan desa ini belum selesai. Isinya tidak bisa dibuka lagi. Yang sudah diterima kabupaten tetap ada di sana.</source>
        <translation>The wiping of this village is not finished. Its content can no longer be opened. What the district has received stays there.</translation>
    </message>
    <message>
        <source>Selesaikan pengosongan</source>
        <translation>Finish wiping</translation>
    </message>
    <message>
        <source>Mengosongkan. Jangan matikan laptop.</source>
        <translation>Wiping. Do not switch the laptop off.</translation>
    </message>
    <message>
        <source>Laptop ini sedang dikosongkan.</source>
        <translation>This laptop is being wiped.</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Bahasa</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Ikut laptop</source>
        <translation>As the laptop</translation>
    </message>
    <message>
        <source>Terang</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Gelap</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Nyaman di malam hari</source>
        <translation>Pleasant at night</translation>
    </message>
    <message>
        <source>Kontras tinggi</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Paling mudah dibaca di bawah matahari</source>
        <translation>Easiest to read in sunlight</translation>
    </message>
    <message>
        <source>Tampilan</source>
        <translation>Look</translation>
    </message>
    <message numerus="yes">
        <source>%n menit</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Ukuran huruf</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Berlaku langsung di semua layar.</source>
        <translation>Takes effect on all screens at once.</translation>
    </message>
    <message>
        <source>Kunci sendiri setelah tidak dipakai</source>
        <translation>Lock by itself when not used for</translation>
    </message>
    <message>
        <source>Huruf dan kunci</source>
        <translation>Text and lock</translation>
    </message>
    <message>
        <source>Pengaturan ini berlaku untuk semua orang di laptop ini.</source>
        <translation>These settings hold for everybody on this laptop.</translation>
    </message>
    <message>
        <source>Isian yang belum selesai tetap tersimpan sebagai draf.</source>
        <translation>Unfinished forms stay saved as drafts.</translation>
    </message>
</context>
<context>
    <name>MappingStep</name>
    <message>
        <source>Kolom di berkas</source>
        <translation>Column in the file</translation>
    </message>
    <message>
        <source>Dibaca sebagai</source>
        <translation>Read as</translation>
    </message>
    <message>
        <source>Keyakinan</source>
        <translation>Certainty</translation>
    </message>
    <message>
        <source>Kembali ke daftar kolom</source>
        <translation>Back to the columns</translation>
    </message>
    <message>
        <source>Judul kolom ini pernah dipakai; pilihan waktu itu sudah dipasang. Periksa sebentar saja.</source>
        <translation>These headings were used before; the choices of that time are in place. A short look is enough.</translation>
    </message>
    <message>
        <source>Periksa yang bertanda Mohon diperiksa. Pilih baris lalu tekan Enter untuk mengubahnya. Kolom yang tidak dikenal disimpan apa adanya.</source>
        <translation>Check those marked Please check. Choose a row and press Enter to change it. Columns that are not known are kept as they are.</translation>
    </message>
    <message>
        <source>Tidak ada kolom yang meragukan. Pilih baris lalu tekan Enter bila ada yang keliru. Kolom yang tidak dikenal disimpan apa adanya.</source>
        <translation>No column is in doubt. Choose a line and press Enter where one is wrong. Columns that are not known are kept as they are.</translation>
    </message>
    <message>
        <source>Kolom yang judulnya pernah dipakai dibaca seperti dulu. Periksa kolom yang lain, yang baru di daftar ini.</source>
        <translation>Columns whose heading was used before are read as before. Check the others, which are new in this list.</translation>
    </message>
</context>
<context>
    <name>MeetDialog</name>
    <message>
        <source>Kirim ke laptop lain</source>
        <translation>Send to another laptop</translation>
    </message>
    <message>
        <source>Kode di layar laptop yang menerima</source>
        <translation>Code on the screen of the laptop that receives</translation>
    </message>
    <message>
        <source>Ketik 8 huruf dan angka, atau pindai kode QR-nya dengan alat pemindai.</source>
        <translation>Type the 8 letters and figures, or scan the QR code with a scanner.</translation>
    </message>
    <message>
        <source>Alamat laptop itu (boleh kosong)</source>
        <translation>Address of that laptop (may be left empty)</translation>
    </message>
    <message>
        <source>Isi hanya bila laptop itu tidak ditemukan sendiri. Alamatnya tampil di bawah kodenya.</source>
        <translation>Fill this in only if that laptop is not found by itself. Its address is shown below its code.</translation>
    </message>
    <message>
        <source>Di laptop yang menerima, buka Kirim &amp; terima lalu pilih Terima dari laptop lain. Catatan dan foto saling diberikan: kedua laptop memegang yang sama sesudahnya.</source>
        <translation>On the laptop that receives open Send &amp; receive and choose Receive from another laptop. Records and photos go both ways: afterwards both laptops hold the same.</translation>
    </message>
    <message>
        <source>Hentikan</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Kirim dan terima</source>
        <translation>Send and receive</translation>
    </message>
    <message>
        <source>Menghentikan</source>
        <translation>Stopping</translation>
    </message>
</context>
<context>
    <name>MemberRow</name>
    <message>
        <source>Lihat NIK lengkap %1</source>
        <translation>Show the full NIK of %1</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Ini belum bisa dilakukan.</source>
        <translation>This cannot be done yet.</translation>
    </message>
    <message>
        <source>Data yang sudah tersimpan tetap aman.</source>
        <translation>What is already saved stays safe.</translation>
    </message>
    <message>
        <source>Periksa kembali isian Anda, lalu coba lagi.</source>
        <translation>Check your entries, then try again.</translation>
    </message>
    <message>
        <source>Saat ini belum bisa.</source>
        <translation>This is not possible just now.</translation>
    </message>
    <message>
        <source>Tunggu sebentar, lalu coba lagi.</source>
        <translation>Wait a moment, then try again.</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Balai masih terkunci.</source>
        <translation>Balai is still locked.</translation>
    </message>
    <message>
        <source>Semua data tetap aman di laptop ini.</source>
        <translation>All data stay safe on this laptop.</translation>
    </message>
    <message>
        <source>Masuk dengan kata sandi Anda.</source>
        <translation>Sign in with your password.</translation>
    </message>
    <message>
        <source>Pasang ulang Balai, lalu coba lagi.</source>
        <translation>Install Balai again, then retry.</translation>
    </message>
    <message>
        <source>Aturan dalam formulir ini salah tulis.</source>
        <translation>A rule in this form is miswritten.</translation>
    </message>
    <message>
        <source>Beri tahu pembuat formulirnya.</source>
        <translation>Tell the maker of the form.</translation>
    </message>
    <message>
        <source>Formulir ini tidak bisa dibuka.</source>
        <translation>This form cannot be opened.</translation>
    </message>
    <message>
        <source>Daftar wilayah tidak terbaca.</source>
        <translation>The list of regions cannot be read.</translation>
    </message>
    <message>
        <source>Kiriman ini tidak bisa dibuka di laptop ini.</source>
        <translation>This cannot be opened on this laptop.</translation>
    </message>
    <message>
        <source>Tidak ada yang berubah.</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>Mungkin bukan untuk desa ini. Minta kiriman baru.</source>
        <translation>It may be meant for another village. Ask for a new one.</translation>
    </message>
    <message>
        <source>Kiriman rusak di jalan.</source>
        <translation>What was sent was damaged on the way.</translation>
    </message>
    <message>
        <source>Kiriman ini tidak bisa diterima.</source>
        <translation>What was sent cannot be accepted.</translation>
    </message>
    <message>
        <source>Hubungi petugas kabupaten.</source>
        <translation>Contact the district officer.</translation>
    </message>
    <message>
        <source>Ada catatan yang tidak dikenali Balai ini.</source>
        <translation>There is a record that this Balai does not know.</translation>
    </message>
    <message>
        <source>Pasang Balai terbaru, lalu coba lagi.</source>
        <translation>Install the newest Balai, then try again.</translation>
    </message>
    <message>
        <source>Daftar bulan sebelumnya belum diterima.</source>
        <translation>The list of the month before has not arrived.</translation>
    </message>
    <message>
        <source>Kirim dan terima sekali lagi agar lengkap.</source>
        <translation>Send and receive once more to complete it.</translation>
    </message>
    <message>
        <source>Daftar dari kabupaten tidak bisa dipakai.</source>
        <translation>The district&apos;s list cannot be used.</translation>
    </message>
    <message>
        <source>Daftar yang ada sekarang tetap dipakai.</source>
        <translation>The present list stays in use.</translation>
    </message>
    <message>
        <source>Kunci penerima tidak sah.</source>
        <translation>The receiver&apos;s key is not valid.</translation>
    </message>
    <message>
        <source>Tidak ada yang dikirim.</source>
        <translation>Nothing was sent.</translation>
    </message>
    <message>
        <source>Sambungan ke kabupaten belum berhasil.</source>
        <translation>The connection to the district did not work.</translation>
    </message>
    <message>
        <source>Perubahan Anda tersimpan di laptop dan menunggu dikirim.</source>
        <translation>Your changes are saved on the laptop and wait to be sent.</translation>
    </message>
    <message>
        <source>Kabupaten belum bisa menerima kiriman ini.</source>
        <translation>The district cannot take this yet.</translation>
    </message>
    <message>
        <source>Coba lagi nanti. Jika terulang, hubungi petugas kabupaten.</source>
        <translation>Try again later. If it happens again, contact the district officer.</translation>
    </message>
    <message>
        <source>Laptop ini belum bisa didaftarkan.</source>
        <translation>This laptop cannot be registered yet.</translation>
    </message>
    <message>
        <source>Periksa kode dari kabupaten, lalu coba lagi.</source>
        <translation>Check the district&apos;s code, then try again.</translation>
    </message>
    <message>
        <source>Berkas ini tidak bisa dibaca sebagai daftar.</source>
        <translation>This file cannot be read as a list.</translation>
    </message>
    <message>
        <source>Minta berkas baru kepada pengirimnya.</source>
        <translation>Ask the sender for a new file.</translation>
    </message>
    <message>
        <source>Alasan keputusan belum ditulis.</source>
        <translation>The decision has no reason yet.</translation>
    </message>
    <message>
        <source>Tulis penjelasan singkat.</source>
        <translation>Write a short explanation.</translation>
    </message>
    <message>
        <source>Hasil keputusan belum dipilih.</source>
        <translation>The outcome is not chosen yet.</translation>
    </message>
    <message>
        <source>Pilih setuju, kembalikan atau tolak.</source>
        <translation>Choose accept, return or reject.</translation>
    </message>
    <message>
        <source>Usulan ini belum bisa disahkan.</source>
        <translation>This proposal cannot be endorsed yet.</translation>
    </message>
    <message>
        <source>Putuskan dulu di musyawarah.</source>
        <translation>Decide on it in the village meeting first.</translation>
    </message>
    <message>
        <source>Usulan ini sudah selesai.</source>
        <translation>This proposal is closed.</translation>
    </message>
    <message>
        <source>Buat usulan baru bila masih perlu.</source>
        <translation>Make a new proposal if it is still needed.</translation>
    </message>
    <message>
        <source>Tanggal {date} tidak ada.</source>
        <translation>There is no such date: {date}.</translation>
    </message>
    <message>
        <source>Isi tanggal yang benar.</source>
        <translation>Enter a correct date.</translation>
    </message>
    <message>
        <source>Tanggal {date} belum terjadi.</source>
        <translation>The date {date} is in the future.</translation>
    </message>
    <message>
        <source>Isi tanggal hari ini atau sebelumnya.</source>
        <translation>Enter today&apos;s date or an earlier one.</translation>
    </message>
    <message>
        <source>Penjelasan usulan belum ditulis.</source>
        <translation>The proposal has no explanation yet.</translation>
    </message>
    <message>
        <source>Belum ada data yang diubah.</source>
        <translation>No data were changed.</translation>
    </message>
    <message>
        <source>Ubah paling sedikit satu isian.</source>
        <translation>Change at least one field.</translation>
    </message>
    <message>
        <source>Tujuan pindah belum diisi.</source>
        <translation>The place they moved to is missing.</translation>
    </message>
    <message>
        <source>Isi desa atau alamat tujuan.</source>
        <translation>Enter the village or address.</translation>
    </message>
    <message>
        <source>Bukti yang diminta belum lengkap: {kinds}.</source>
        <translation>Evidence is missing: {kinds}.</translation>
    </message>
    <message>
        <source>Tambahkan foto atau berkasnya.</source>
        <translation>Add the photo or file.</translation>
    </message>
    <message>
        <source>Jenis usulan ini tidak dikenal.</source>
        <translation>This kind of proposal is not known.</translation>
    </message>
    <message>
        <source>Anggota keluarga belum dipilih.</source>
        <translation>No family member is chosen yet.</translation>
    </message>
    <message>
        <source>Pilih anggota yang dimaksud.</source>
        <translation>Choose the member that is meant.</translation>
    </message>
    <message>
        <source>Ada anggota tanpa nama.</source>
        <translation>One member has no name.</translation>
    </message>
    <message>
        <source>Isi nama setiap anggota.</source>
        <translation>Enter every member&apos;s name.</translation>
    </message>
    <message>
        <source>Belum ada anggota keluarga.</source>
        <translation>There are no family members yet.</translation>
    </message>
    <message>
        <source>Tambahkan paling sedikit satu anggota.</source>
        <translation>Add at least one member.</translation>
    </message>
    <message>
        <source>Harus ada tepat satu kepala keluarga.</source>
        <translation>There has to be exactly one head of the family.</translation>
    </message>
    <message>
        <source>Pilih satu kepala keluarga.</source>
        <translation>Choose one head.</translation>
    </message>
    <message>
        <source>Keluarga yang lain belum dipilih.</source>
        <translation>The other family is not chosen yet.</translation>
    </message>
    <message>
        <source>Pilih keluarga yang dimaksud.</source>
        <translation>Choose the family that is meant.</translation>
    </message>
    <message>
        <source>Alasan belum dipilih.</source>
        <translation>No reason is chosen.</translation>
    </message>
    <message>
        <source>Pilih satu alasan.</source>
        <translation>Choose a reason.</translation>
    </message>
    <message>
        <source>Usulan ini belum lengkap.</source>
        <translation>This proposal is not complete yet.</translation>
    </message>
    <message>
        <source>Periksa isian yang ditandai.</source>
        <translation>Check the marked fields.</translation>
    </message>
    <message>
        <source>Isi sanggahan belum ditulis.</source>
        <translation>The objection has no text yet.</translation>
    </message>
    <message>
        <source>Nama penyanggah belum diisi.</source>
        <translation>The objector&apos;s name is missing.</translation>
    </message>
    <message>
        <source>Isi nama orang yang menyanggah.</source>
        <translation>Enter the name of the person who objects.</translation>
    </message>
    <message>
        <source>Sanggahan ini untuk desa lain.</source>
        <translation>This objection concerns another village.</translation>
    </message>
    <message>
        <source>Sampaikan ke desa yang bersangkutan.</source>
        <translation>Take it to that village.</translation>
    </message>
    <message>
        <source>Alasan sanggahan belum dipilih.</source>
        <translation>No reason for the objection is chosen yet.</translation>
    </message>
    <message>
        <source>Alasan tidak ditemukan belum dipilih.</source>
        <translation>The reason for not being found is missing.</translation>
    </message>
    <message>
        <source>Pilih pindah, meninggal, ganda atau tidak tahu.</source>
        <translation>Choose moved, died, duplicate or not known.</translation>
    </message>
    <message>
        <source>Alasan tidak ditemukan hanya untuk yang tidak ditemukan.</source>
        <translation>A reason for absence belongs only to those not found.</translation>
    </message>
    <message>
        <source>Hapus alasannya atau ubah keberadaannya.</source>
        <translation>Remove the reason or change the presence.</translation>
    </message>
    <message>
        <source>Kunjungan ke-{attempt} tidak sesuai urutan.</source>
        <translation>Visit number {attempt} is out of order.</translation>
    </message>
    <message>
        <source>Buka lagi keluarga ini, lalu simpan.</source>
        <translation>Open this family again, then save.</translation>
    </message>
    <message>
        <source>Letak GPS ini tidak mungkin.</source>
        <translation>This GPS position is not possible.</translation>
    </message>
    <message>
        <source>Periksa angka lintang dan bujur.</source>
        <translation>Check latitude and longitude.</translation>
    </message>
    <message>
        <source>Keberadaan keluarga belum dipilih.</source>
        <translation>The family&apos;s presence is not chosen yet.</translation>
    </message>
    <message>
        <source>Pilih ditemukan atau tidak ditemukan.</source>
        <translation>Choose found or not found.</translation>
    </message>
    <message>
        <source>Isi siapa yang memberi keterangan.</source>
        <translation>Enter who gave the answers.</translation>
    </message>
    <message>
        <source>Bacakan pernyataannya, lalu beri tanda.</source>
        <translation>Read the statement aloud, then tick it.</translation>
    </message>
    <message>
        <source>Kunjungan ini belum lengkap.</source>
        <translation>This visit is not complete yet.</translation>
    </message>
    <message>
        <source>Alasan membuka nomor belum diisi.</source>
        <translation>The reason for showing the number is missing.</translation>
    </message>
    <message>
        <source>Nomor tetap tertutup.</source>
        <translation>The number stays masked.</translation>
    </message>
    <message>
        <source>Tulis untuk apa nomor itu diperlukan.</source>
        <translation>Write what the number is needed for.</translation>
    </message>
    <message>
        <source>Nomor ini tidak bisa dibuka.</source>
        <translation>This number cannot be shown.</translation>
    </message>
    <message>
        <source>Jangan menghapus apa pun. Hubungi petugas kabupaten.</source>
        <translation>Do not delete anything. Contact the district officer.</translation>
    </message>
    <message>
        <source>Catatan kegiatan di laptop ini tidak utuh.</source>
        <translation>The records of work on this laptop are not whole.</translation>
    </message>
    <message>
        <source>Tidak ada data yang ditulis tanpa pengaman.</source>
        <translation>No data was written unprotected.</translation>
    </message>
    <message>
        <source>Bagian penyimpanan Balai terlalu lama ({found}).</source>
        <translation>Balai&apos;s storage component is too old ({found}).</translation>
    </message>
    <message>
        <source>Simpanan di laptop ini rusak.</source>
        <translation>The store on this laptop is damaged.</translation>
    </message>
    <message>
        <source>Simpanan di laptop ini kosong, padahal seharusnya berisi.</source>
        <translation>The store on this laptop is empty though it should not be.</translation>
    </message>
    <message>
        <source>Simpanan sudah ada di laptop ini.</source>
        <translation>There is a store on this laptop already.</translation>
    </message>
    <message>
        <source>Masuk seperti biasa.</source>
        <translation>Sign in as usual.</translation>
    </message>
    <message>
        <source>Kunci simpanan tidak cocok.</source>
        <translation>The key does not fit the store.</translation>
    </message>
    <message>
        <source>Simpanan desa tidak ditemukan di laptop ini.</source>
        <translation>The village&apos;s store is not on this laptop.</translation>
    </message>
    <message>
        <source>Periksa apakah folder Balai dipindahkan. Jika tidak, hubungi petugas kabupaten.</source>
        <translation>See whether Balai&apos;s folder was moved. If not, contact the district officer.</translation>
    </message>
    <message>
        <source>Simpanan ini dibuat oleh Balai yang lebih baru.</source>
        <translation>This store was made by a newer Balai.</translation>
    </message>
    <message>
        <source>Pasang Balai terbaru, lalu buka lagi.</source>
        <translation>Install the newest Balai, then open it again.</translation>
    </message>
    <message>
        <source>Simpanan di laptop ini belum bisa dibuka.</source>
        <translation>The store on this laptop cannot be opened now.</translation>
    </message>
    <message>
        <source>Ruang di laptop ini penuh.</source>
        <translation>This laptop&apos;s disk is full.</translation>
    </message>
    <message>
        <source>Yang sudah tersimpan tetap aman; yang terakhir belum tersimpan.</source>
        <translation>What was saved stays safe; the last change is not saved yet.</translation>
    </message>
    <message>
        <source>Hapus berkas yang tidak perlu, lalu simpan lagi.</source>
        <translation>Delete files you do not need, then save again.</translation>
    </message>
    <message>
        <source>Tempat penyimpanan tidak bisa ditulisi.</source>
        <translation>The place of storage cannot be written to.</translation>
    </message>
    <message>
        <source>Periksa kunci kartu atau izin folder, lalu coba lagi.</source>
        <translation>Check the card&apos;s lock or the folder&apos;s permission, then retry.</translation>
    </message>
    <message>
        <source>Laptop ini gagal menulis ke penyimpanannya.</source>
        <translation>This laptop failed to write to its disk.</translation>
    </message>
    <message>
        <source>Coba lagi. Jika terulang, kirim data Anda dan laporkan laptop ini.</source>
        <translation>Try again. If it happens again, send your work and report this laptop.</translation>
    </message>
    <message>
        <source>Satu foto atau berkas tidak ditemukan.</source>
        <translation>A photo or file is missing.</translation>
    </message>
    <message>
        <source>Catatan kunjungan tetap utuh.</source>
        <translation>The visit&apos;s record is whole.</translation>
    </message>
    <message>
        <source>Jika bisa, ambil fotonya lagi.</source>
        <translation>Take the photo again if you can.</translation>
    </message>
    <message>
        <source>Satu foto atau berkas rusak.</source>
        <translation>A photo or file is damaged.</translation>
    </message>
    <message>
        <source>Berkas ini tidak bisa dipakai.</source>
        <translation>This file cannot be used.</translation>
    </message>
    <message>
        <source>Pilih berkas lain.</source>
        <translation>Choose another file.</translation>
    </message>
    <message>
        <source>Foto ini tidak bisa dipakai.</source>
        <translation>This photo cannot be used.</translation>
    </message>
    <message>
        <source>Pengaturan kunci di laptop ini tidak wajar.</source>
        <translation>The key settings on this laptop are not sound.</translation>
    </message>
    <message>
        <source>Simpanan tidak dibuka, data tetap terkunci.</source>
        <translation>The store was not opened, the data stay locked.</translation>
    </message>
    <message>
        <source>Kata sandi terlalu pendek.</source>
        <translation>The password is too short.</translation>
    </message>
    <message>
        <source>Kata sandi belum tepat.</source>
        <translation>That is not the password.</translation>
    </message>
    <message>
        <source>Periksa huruf besar dan kecil, lalu coba lagi.</source>
        <translation>Check capital letters, then try again.</translation>
    </message>
    <message>
        <source>Kata sandi ini belum bisa dipakai.</source>
        <translation>This password cannot be used.</translation>
    </message>
    <message>
        <source>Pilih kata sandi lain.</source>
        <translation>Choose another password.</translation>
    </message>
    <message>
        <source>Jika lupa kata sandi, minta kepala desa atau kabupaten membantu.</source>
        <translation>If the password is forgotten, ask the village head or the district to help.</translation>
    </message>
    <message>
        <source>Balai sudah terbuka di laptop ini.</source>
        <translation>Balai is already open on this laptop.</translation>
    </message>
    <message>
        <source>Pakai jendela yang sudah terbuka, atau tutup dulu.</source>
        <translation>Use the window that is open, or close it first.</translation>
    </message>
    <message>
        <source>Data desa tidak ditemukan di laptop ini.</source>
        <translation>The village&apos;s data are not on this laptop.</translation>
    </message>
    <message>
        <source>Data desa sudah ada di laptop ini.</source>
        <translation>The village&apos;s data are on this laptop already.</translation>
    </message>
    <message>
        <source>Data desa di laptop ini belum bisa dibuka.</source>
        <translation>The village&apos;s data on this laptop cannot be opened now.</translation>
    </message>
    <message>
        <source>Harus tetap ada satu orang yang mengatur petugas.</source>
        <translation>One person has to remain who manages the others.</translation>
    </message>
    <message>
        <source>Angkat pengatur lain lebih dulu.</source>
        <translation>Appoint another one first.</translation>
    </message>
    <message>
        <source>Nama belum diisi.</source>
        <translation>The name is missing.</translation>
    </message>
    <message>
        <source>Isi nama lengkap petugas.</source>
        <translation>Enter the person&apos;s full name.</translation>
    </message>
    <message>
        <source>Peran Anda tidak boleh melakukan ini.</source>
        <translation>Your role may not do this.</translation>
    </message>
    <message>
        <source>Minta kepala desa atau operator melakukannya.</source>
        <translation>Ask the village head or the operator to do it.</translation>
    </message>
    <message>
        <source>Petugas ini sudah terdaftar.</source>
        <translation>This person is registered already.</translation>
    </message>
    <message>
        <source>Pakai nama lain atau ubah yang sudah ada.</source>
        <translation>Use another name or change the one that exists.</translation>
    </message>
    <message>
        <source>Peran ini tidak dikenal.</source>
        <translation>This role is not known.</translation>
    </message>
    <message>
        <source>Periksa ejaannya, lalu coba lagi.</source>
        <translation>Check its spelling and try again.</translation>
    </message>
    <message>
        <source>Petugas ini tidak ada di laptop ini.</source>
        <translation>This person is not on this laptop.</translation>
    </message>
    <message>
        <source>Pilih nama lain dari daftar.</source>
        <translation>Choose another name from the list.</translation>
    </message>
    <message>
        <source>Alasan ini tidak ada di daftar alasan.</source>
        <translation>This reason is not in the list of reasons.</translation>
    </message>
    <message>
        <source>Pilih alasan lain, atau pasang Balai terbaru.</source>
        <translation>Choose another reason, or install the newest Balai.</translation>
    </message>
    <message>
        <source>Kunci kabupaten rusak ({file}).</source>
        <translation>The district&apos;s key is damaged ({file}).</translation>
    </message>
    <message>
        <source>Simpanan di kabupaten belum bisa dibuka.</source>
        <translation>The district&apos;s store cannot be opened now.</translation>
    </message>
    <message>
        <source>Yang menjawab bukan kabupaten Anda.</source>
        <translation>It was not your district that answered.</translation>
    </message>
    <message>
        <source>Kabupaten belum mengenal laptop ini.</source>
        <translation>The district does not know this laptop.</translation>
    </message>
    <message>
        <source>Kabupaten memakai Balai yang lebih baru.</source>
        <translation>The district uses a newer Balai.</translation>
    </message>
    <message>
        <source>Pasang Balai terbaru, lalu kirim lagi.</source>
        <translation>Install the newest Balai, then send again.</translation>
    </message>
    <message>
        <source>Jawaban dari kabupaten tidak bisa dipercaya, jadi tidak dipakai.</source>
        <translation>The district&apos;s answer cannot be trusted, so it was not used.</translation>
    </message>
    <message>
        <source>Coba lagi di tempat lain. Jika terulang, hubungi petugas kabupaten.</source>
        <translation>Try again elsewhere. If it happens again, contact the district officer.</translation>
    </message>
    <message>
        <source>Satu foto belum bisa diterima kabupaten.</source>
        <translation>The district cannot take a photo yet.</translation>
    </message>
    <message>
        <source>Catatan itu disimpan terpisah, tidak dibuang.</source>
        <translation>The record is kept apart, not thrown away.</translation>
    </message>
    <message>
        <source>Petugas ini tidak dikenal kabupaten.</source>
        <translation>The district does not know this person.</translation>
    </message>
    <message>
        <source>Nama petugas belum diisi.</source>
        <translation>The person&apos;s name is missing.</translation>
    </message>
    <message>
        <source>Isi nama lengkapnya.</source>
        <translation>Enter the full name.</translation>
    </message>
    <message>
        <source>Kode ini sudah dipakai.</source>
        <translation>This code has been used.</translation>
    </message>
    <message>
        <source>Minta kode baru dari kabupaten.</source>
        <translation>Ask the district for a new code.</translation>
    </message>
    <message>
        <source>Kode ini sudah lewat waktunya.</source>
        <translation>This code has run out.</translation>
    </message>
    <message>
        <source>Berkas tidak ditemukan.</source>
        <translation>The file was not found.</translation>
    </message>
    <message>
        <source>Berkas ini kosong.</source>
        <translation>This file is empty.</translation>
    </message>
    <message>
        <source>Tutup berkas itu di Excel, lalu coba lagi.</source>
        <translation>Close the file in Excel and try again.</translation>
    </message>
    <message>
        <source>Pembacaan daftar dihentikan.</source>
        <translation>Reading the list was stopped.</translation>
    </message>
    <message>
        <source>Mulai lagi kapan saja.</source>
        <translation>Start again at any time.</translation>
    </message>
    <message>
        <source>Kolom belum cocok semua.</source>
        <translation>Not all columns are matched yet.</translation>
    </message>
    <message>
        <source>Periksa pilihan kolomnya.</source>
        <translation>Check the chosen columns.</translation>
    </message>
    <message>
        <source>Lembar kerja tidak bisa disimpan.</source>
        <translation>The sheet cannot be saved.</translation>
    </message>
    <message>
        <source>Daftar di Balai tidak berubah.</source>
        <translation>The list in Balai was not changed.</translation>
    </message>
    <message>
        <source>Tutup berkas itu di Excel atau pilih tempat lain, lalu coba lagi.</source>
        <translation>Close the file in Excel or choose another place, then try again.</translation>
    </message>
    <message>
        <source>Daftar ini tidak bisa dipakai.</source>
        <translation>This list cannot be used.</translation>
    </message>
    <message>
        <source>Daftar keluarga tidak berubah.</source>
        <translation>The list of families was not changed.</translation>
    </message>
    <message>
        <source>Tidak ada pekerjaan yang hilang.</source>
        <translation>No work was lost.</translation>
    </message>
    <message>
        <source>Anda dapat bekerja seperti biasa.</source>
        <translation>You can work as usual.</translation>
    </message>
    <message>
        <source>Minta kepala desa membuatkan kata sandi untuknya.</source>
        <translation>Ask the village head to make a password for this person.</translation>
    </message>
    <message>
        <source>Tidak ada yang tersisa di laptop ini.</source>
        <translation>Nothing of it is left on this laptop.</translation>
    </message>
    <message>
        <source>Alasan keputusan belum dipilih.</source>
        <translation>No reason is chosen for the decision yet.</translation>
    </message>
    <message>
        <source>Catatan untuk desa belum ditulis.</source>
        <translation>The comment for the village is missing.</translation>
    </message>
    <message>
        <source>Tulis apa yang harus diperbaiki desa.</source>
        <translation>Write what the village has to correct.</translation>
    </message>
    <message>
        <source>Nama atau kata sandi belum tepat.</source>
        <translation>The name or password is not right.</translation>
    </message>
    <message>
        <source>Periksa, lalu coba lagi.</source>
        <translation>Check it, then try again.</translation>
    </message>
    <message>
        <source>Sanggahan ini belum lengkap.</source>
        <translation>This objection is not complete yet.</translation>
    </message>
    <message>
        <source>Perbaiki isian ini.</source>
        <translation>Correct this answer.</translation>
    </message>
    <message>
        <source>Isian ini tidak ditanyakan.</source>
        <translation>This is not asked.</translation>
    </message>
    <message>
        <source>Pilih salah satu dari daftar.</source>
        <translation>Choose one from the list.</translation>
    </message>
    <message>
        <source>Tulisan terlalu panjang. Ringkaskan.</source>
        <translation>The text is too long. Make it shorter.</translation>
    </message>
    <message>
        <source>Ada tanda yang tidak dapat dibaca. Ketik ulang.</source>
        <translation>A character cannot be read. Type it again.</translation>
    </message>
    <message>
        <source>Foto ini tidak dikenal. Tambahkan lagi.</source>
        <translation>This photo is not known. Add it again.</translation>
    </message>
    <message>
        <source>Isian ini belum benar.</source>
        <translation>This answer is not right yet.</translation>
    </message>
    <message>
        <source>Yang dipilih adalah keluarga atau orang yang sama.</source>
        <translation>The same family or person was chosen.</translation>
    </message>
    <message>
        <source>Pilih keluarga atau orang yang lain.</source>
        <translation>Choose another family or person.</translation>
    </message>
    <message>
        <source>Anggota yang berpisah belum dipilih.</source>
        <translation>The members who leave are not chosen.</translation>
    </message>
    <message>
        <source>Pilih paling sedikit satu anggota.</source>
        <translation>Choose at least one member.</translation>
    </message>
    <message>
        <source>Daftar ini untuk desa lain (kode {offered}), bukan desa ini ({held}).</source>
        <translation>This list is for another village (code {offered}), not this one ({held}).</translation>
    </message>
    <message>
        <source>Pilih daftar desa ini. Desa lain dibuka sebagai desa baru di layar awal.</source>
        <translation>Choose this village&apos;s list. Another village is opened as a new one on the first screen.</translation>
    </message>
    <message>
        <source>Laptop ini sudah memakai daftar dari kabupaten.</source>
        <translation>This laptop already uses the district&apos;s list.</translation>
    </message>
    <message>
        <source>Minta kabupaten menerbitkan daftar baru; daftar itu datang lewat Kirim &amp; terima.</source>
        <translation>Ask the district to publish a new list; it arrives by Send &amp; receive.</translation>
    </message>
    <message>
        <source>Keluarga ini tidak ada di daftar yang boleh Anda lihat.</source>
        <translation>This family is not in the list that you may see.</translation>
    </message>
    <message>
        <source>Catatan itu tetap tersimpan dan tidak hilang.</source>
        <translation>The record stays saved and is not lost.</translation>
    </message>
    <message>
        <source>Kabupaten belum mengenal penulis catatan ini.</source>
        <translation>The district does not know this record&apos;s author yet.</translation>
    </message>
    <message>
        <source>Penulis catatan ini sudah tidak bertugas.</source>
        <translation>This record&apos;s author is no longer in office.</translation>
    </message>
    <message>
        <source>Masa tugas penulis catatan ini sudah berakhir.</source>
        <translation>This record&apos;s author&apos;s term has ended.</translation>
    </message>
    <message>
        <source>Kabupaten belum mengenal laptop yang menulis ini.</source>
        <translation>The district does not know the laptop that wrote this yet.</translation>
    </message>
    <message>
        <source>Daftarkan laptop itu dengan kode dari kabupaten.</source>
        <translation>Register that laptop with a code from the district.</translation>
    </message>
    <message>
        <source>Jangan dipakai. Beri tahu kabupaten.</source>
        <translation>Do not rely on it. Tell the district.</translation>
    </message>
    <message>
        <source>Minta kabupaten memastikan orang itu; sesudah itu catatannya berlaku.</source>
        <translation>Ask the district to confirm that person; the record counts after that.</translation>
    </message>
    <message>
        <source>Kabupaten belum memastikan pejabat yang menulis ini.</source>
        <translation>The district has not confirmed the official who wrote this yet.</translation>
    </message>
    <message>
        <source>Minta kabupaten memastikannya; sesudah itu catatannya berlaku.</source>
        <translation>Ask the district to confirm the person; the record counts after that.</translation>
    </message>
    <message>
        <source>Bila ia masih bertugas, minta kepala desa mengaktifkannya lagi.</source>
        <translation>If the person is still in office, ask the village head to make them active again.</translation>
    </message>
    <message>
        <source>Minta kabupaten memperpanjangnya; sesudah itu catatannya berlaku.</source>
        <translation>Ask the district to prolong it; the record counts after that.</translation>
    </message>
    <message>
        <source>Peran penulis catatan ini tidak boleh mencatatnya.</source>
        <translation>The role of this record&apos;s author may not record it.</translation>
    </message>
    <message>
        <source>Minta operator atau kepala desa mencatatnya sendiri.</source>
        <translation>Ask the operator or the village head to record it.</translation>
    </message>
    <message>
        <source>Catatan seperti ini hanya boleh ditulis kabupaten.</source>
        <translation>Only the district may write a record like this.</translation>
    </message>
    <message>
        <source>Beri tahu kabupaten.</source>
        <translation>Tell the district.</translation>
    </message>
    <message>
        <source>Catatan ini dibuat oleh Balai yang lebih baru.</source>
        <translation>This record was made by a newer Balai.</translation>
    </message>
    <message>
        <source>Pasang Balai terbaru agar terbaca.</source>
        <translation>Install the newest Balai to read it.</translation>
    </message>
    <message>
        <source>Isi catatan ini tidak terbaca.</source>
        <translation>What this record holds cannot be read.</translation>
    </message>
    <message>
        <source>Pulihkan dari cadangan sebelum kabupaten dijalankan lagi.</source>
        <translation>Restore it from a backup before the district runs again.</translation>
    </message>
    <message>
        <source>Kabupaten belum mendaftarkan desa {village}.</source>
        <translation>The district has not registered village {village} yet.</translation>
    </message>
    <message>
        <source>Kabupaten sedang sibuk.</source>
        <translation>The district is busy.</translation>
    </message>
    <message>
        <source>Tempat simpan di kabupaten penuh atau tidak bisa ditulisi.</source>
        <translation>The district&apos;s disk is full or cannot be written to.</translation>
    </message>
    <message>
        <source>Simpanan kabupaten dibuat oleh Balai yang lebih baru.</source>
        <translation>The district&apos;s store was made by a newer Balai.</translation>
    </message>
    <message>
        <source>Pasang Balai terbaru di kabupaten.</source>
        <translation>Install the newest Balai at the district.</translation>
    </message>
    <message>
        <source>Simpanan di kabupaten rusak.</source>
        <translation>The district&apos;s store is damaged.</translation>
    </message>
    <message>
        <source>Kabupaten latihan belum bisa dimulai di laptop ini.</source>
        <translation>The practice district cannot be started on this laptop.</translation>
    </message>
    <message>
        <source>Tutup program lain, lalu coba lagi. Anda tetap dapat berlatih tanpa mengirim.</source>
        <translation>Close other programs and try again. You can still practise without sending.</translation>
    </message>
    <message>
        <source>Kabupaten latihan tidak bisa dimulai karena program lain memakai jalurnya ({port}).</source>
        <translation>The practice district cannot start: another program uses its port ({port}).</translation>
    </message>
    <message>
        <source>Tutup Balai yang lain atau nyalakan ulang laptop, lalu coba lagi.</source>
        <translation>Close the other Balai or restart the laptop, then try again.</translation>
    </message>
    <message>
        <source>Kabupaten tidak mengenal kode ini.</source>
        <translation>The district does not know this code.</translation>
    </message>
    <message>
        <source>Cocokkan dengan kertas dari kabupaten, atau minta kode baru.</source>
        <translation>Compare it with the district&apos;s paper, or ask for a new code.</translation>
    </message>
    <message>
        <source>Satu kode hanya untuk satu laptop. Minta kode baru dari kabupaten.</source>
        <translation>A code is for one laptop. Ask the district for a new one.</translation>
    </message>
    <message>
        <source>Kabupaten sudah mengenal laptop atau orang ini dengan kunci lain.</source>
        <translation>The district knows this laptop or person by another key.</translation>
    </message>
    <message>
        <source>Hubungi petugas kabupaten; laptop yang lama mungkin perlu dicabut dulu.</source>
        <translation>Contact the district officer; the old laptop may have to be revoked first.</translation>
    </message>
    <message>
        <source>Kode ini salah ketik. Kode terdiri dari {expected} huruf dan angka; yang terketik {letters}.</source>
        <translation>The code is misspelt. It has {expected} letters and digits; {letters} were typed.</translation>
    </message>
    <message>
        <source>Cocokkan dengan kertas dari kabupaten huruf demi huruf.</source>
        <translation>Compare it with the district&apos;s paper letter by letter.</translation>
    </message>
    <message>
        <source>Yang menjawab bukan kabupaten yang membuat kode ini.</source>
        <translation>Whoever answered is not the district that made this code.</translation>
    </message>
    <message>
        <source>Cocokkan alamat dan kode dengan kertas dari kabupaten.</source>
        <translation>Compare the address and the code with the district&apos;s paper.</translation>
    </message>
    <message>
        <source>Kode ini untuk desa lain ({offered}). Laptop ini memegang desa {held}.</source>
        <translation>This code is for another village ({offered}). This laptop holds village {held}.</translation>
    </message>
    <message>
        <source>Minta kode untuk desa ini dari kabupaten.</source>
        <translation>Ask the district for a code for this village.</translation>
    </message>
    <message>
        <source>Isi berkas {file} rusak atau salah tulis.</source>
        <translation>What the file {file} holds is damaged or written wrongly.</translation>
    </message>
    <message>
        <source>Berkas {file} terlalu besar, jadi tidak dibaca.</source>
        <translation>The file {file} is too large and was not read.</translation>
    </message>
    <message>
        <source>Berkas {file} belum bisa dibuka.</source>
        <translation>The file {file} cannot be opened just now.</translation>
    </message>
    <message>
        <source>Pilih alasan lain. Jika tetap perlu, pasang Balai terbaru.</source>
        <translation>Choose another reason. If you need this one, install the newest Balai.</translation>
    </message>
    <message>
        <source>Daftar kode tidak cocok dengan formulir.</source>
        <translation>The list of codes does not fit the form.</translation>
    </message>
    <message>
        <source>Jadwal kabupaten salah tulis.</source>
        <translation>The district&apos;s calendar is written wrongly.</translation>
    </message>
    <message>
        <source>Daftar alasan salah tulis.</source>
        <translation>The list of reasons is written wrongly.</translation>
    </message>
    <message>
        <source>Catatan ini mengaku dari kabupaten, padahal bukan.</source>
        <translation>This record claims to be the district&apos;s and is not.</translation>
    </message>
    <message>
        <source>Periksa ruang kosong di laptop ini.</source>
        <translation>Check the free space on this laptop.</translation>
    </message>
    <message>
        <source>Laptop ini pernah mati saat menyimpan. Tanda pengaman sebelumnya dipakai.</source>
        <translation>The laptop once went off while saving. The earlier safety mark is used.</translation>
    </message>
    <message>
        <source>Anda tidak perlu berbuat apa-apa.</source>
        <translation>You need not do anything.</translation>
    </message>
    <message>
        <source>Buku catatan di laptop ini belum dimulai.</source>
        <translation>The journal on this laptop has not been started.</translation>
    </message>
    <message>
        <source>Tidak ada yang dicatat.</source>
        <translation>Nothing was recorded.</translation>
    </message>
    <message>
        <source>Tutup Balai, buka lagi, lalu coba lagi. Jika terulang, hubungi petugas kabupaten.</source>
        <translation>Close Balai, open it again and try once more. If it happens again, contact the district officer.</translation>
    </message>
    <message>
        <source>Sebagian catatan yang pernah tersimpan tidak ada lagi di laptop ini.</source>
        <translation>Some records that were once saved are no longer on this laptop.</translation>
    </message>
    <message>
        <source>Yang masih ada tetap aman dan bisa dibaca.</source>
        <translation>What is still there stays safe and can be read.</translation>
    </message>
    <message>
        <source>Satu catatan di laptop ini tidak sama dengan yang dulu disimpan.</source>
        <translation>A record on this laptop is not the one that was once saved.</translation>
    </message>
    <message>
        <source>Tidak ada yang dihapus atau diubah oleh Balai.</source>
        <translation>Balai deleted and changed nothing.</translation>
    </message>
    <message>
        <source>Tanda pengaman catatan tidak ada lagi di laptop ini.</source>
        <translation>The safety mark of the records is missing on this laptop.</translation>
    </message>
    <message>
        <source>Catatan dan daftar keluarga tidak diubah.</source>
        <translation>Records and the list of families were not changed.</translation>
    </message>
    <message>
        <source>Tanda pengaman catatan di laptop ini rusak.</source>
        <translation>The safety mark of the records on this laptop is damaged.</translation>
    </message>
    <message>
        <source>Salinan cadangan catatan di laptop ini rusak sebagian.</source>
        <translation>Part of the spare copy of the records on this laptop is damaged.</translation>
    </message>
    <message>
        <source>Catatan aslinya tetap tersimpan.</source>
        <translation>The records themselves stay saved.</translation>
    </message>
    <message>
        <source>Ada catatan yang terlewat: nomor {expected} tidak ada.</source>
        <translation>A record is missing: number {expected} is not there.</translation>
    </message>
    <message>
        <source>Catatan yang ada tidak diubah.</source>
        <translation>The records that are there were not changed.</translation>
    </message>
    <message>
        <source>Isi satu catatan pernah diubah atau rusak (nomor {seq}).</source>
        <translation>A record was altered or damaged (number {seq}).</translation>
    </message>
    <message>
        <source>Balai tidak menghapus apa pun.</source>
        <translation>Balai deleted nothing.</translation>
    </message>
    <message>
        <source>Catatan dari dua laptop tercampur (nomor {seq}).</source>
        <translation>Records of two laptops are mixed up (number {seq}).</translation>
    </message>
    <message>
        <source>Catatan terakhir satu laptop tidak sama dengan yang dihitung Balai.</source>
        <translation>The last record of a laptop is not the one that Balai counted.</translation>
    </message>
    <message>
        <source>Isi catatan ini salah bentuk.</source>
        <translation>What this record holds has the wrong shape.</translation>
    </message>
    <message>
        <source>Urutan catatan satu laptop tidak utuh.</source>
        <translation>The sequence of a laptop&apos;s records is not whole.</translation>
    </message>
    <message>
        <source>Tanda pengaman catatan di laptop ini rusak atau hilang.</source>
        <translation>The safety mark of the records is damaged or missing.</translation>
    </message>
    <message>
        <source>Yang masih ada tidak diubah.</source>
        <translation>What is still there was not changed.</translation>
    </message>
    <message>
        <source>Salinan cadangan catatan di laptop ini tidak terbaca.</source>
        <translation>The spare copy of the records on this laptop cannot be read.</translation>
    </message>
    <message>
        <source>Tidak ada catatan yang diterima di sana. Semuanya tetap tersimpan di laptop ini.</source>
        <translation>No record was taken there. All of them stay saved on this laptop.</translation>
    </message>
    <message>
        <source>Periksa alamat kabupaten di Pengaturan.</source>
        <translation>Check the district&apos;s address in Settings.</translation>
    </message>
    <message>
        <source>Minta kode dari kabupaten, lalu isi kode itu di Kirim &amp; terima.</source>
        <translation>Ask the district for a code and enter it under Send &amp; receive.</translation>
    </message>
    <message>
        <source>Kabupaten sudah mencabut izin laptop ini untuk mengirim.</source>
        <translation>The district has withdrawn this laptop&apos;s permission to send.</translation>
    </message>
    <message>
        <source>Catatan Anda tetap tersimpan di laptop ini; tidak ada yang dibuang.</source>
        <translation>Your records stay saved on this laptop; nothing was thrown away.</translation>
    </message>
    <message>
        <source>Sesudah itu coba lagi.</source>
        <translation>Try again after that.</translation>
    </message>
    <message>
        <source>Laptop ini belum tersambung ke internet.</source>
        <translation>This laptop is not connected to the internet.</translation>
    </message>
    <message>
        <source>Nyalakan Wi-Fi atau sambungkan ke ponsel, lalu coba lagi.</source>
        <translation>Turn on Wi-Fi or connect to a phone, then try again.</translation>
    </message>
    <message>
        <source>Alamat kabupaten tidak ditemukan. Mungkin internet sedang putus.</source>
        <translation>The district&apos;s address was not found. The internet may be down.</translation>
    </message>
    <message>
        <source>Periksa internet. Jika tetap begini, cocokkan alamatnya di Pengaturan.</source>
        <translation>Check the internet. If it stays so, compare the address in Settings.</translation>
    </message>
    <message>
        <source>Yang menjawab tidak dapat membuktikan diri sebagai kabupaten, jadi tidak ada yang dikirim.</source>
        <translation>Whoever answered could not prove to be the district, so nothing was sent.</translation>
    </message>
    <message>
        <source>Kabupaten tidak menjawab tepat waktu. Mungkin sinyal lemah.</source>
        <translation>The district did not answer in time. The signal may be weak.</translation>
    </message>
    <message>
        <source>Cari tempat dengan sinyal, lalu coba lagi.</source>
        <translation>Find a place with signal, then try again.</translation>
    </message>
    <message>
        <source>Sambungan putus di tengah jalan.</source>
        <translation>The connection broke on the way.</translation>
    </message>
    <message>
        <source>Yang sudah sampai tidak dikirim ulang. Sisanya tetap tersimpan di laptop ini.</source>
        <translation>What has arrived is not sent again. The rest stays saved on this laptop.</translation>
    </message>
    <message>
        <source>Ada gangguan di kabupaten.</source>
        <translation>Something failed at the district.</translation>
    </message>
    <message>
        <source>Yang menjawab bukan kabupaten. Mungkin Wi-Fi ini minta masuk dulu.</source>
        <translation>It was not the district that answered. This Wi-Fi may want you to sign in first.</translation>
    </message>
    <message>
        <source>Buka peramban, selesaikan halaman masuk Wi-Fi, lalu coba lagi. Atau pakai internet lain.</source>
        <translation>Open the browser, finish the Wi-Fi&apos;s sign-in page, then try again. Or use another connection.</translation>
    </message>
    <message>
        <source>Alamat kabupaten salah tulis.</source>
        <translation>The district&apos;s address is written wrongly.</translation>
    </message>
    <message>
        <source>Cocokkan dengan kertas dari kabupaten. Alamat dimulai dengan https://</source>
        <translation>Compare it with the district&apos;s paper. The address begins with https://</translation>
    </message>
    <message>
        <source>Kiriman ini dibuat oleh Balai yang lebih baru.</source>
        <translation>This was made by a newer Balai.</translation>
    </message>
    <message>
        <source>Kiriman ini terlalu besar untuk diterima sekaligus.</source>
        <translation>This is too large to be taken in at once.</translation>
    </message>
    <message>
        <source>Daftar dari kabupaten rusak di jalan.</source>
        <translation>The district&apos;s list was damaged on the way.</translation>
    </message>
    <message>
        <source>Coba lagi. Daftarnya diambil ulang dari awal.</source>
        <translation>Try again. The list is fetched anew.</translation>
    </message>
    <message>
        <source>Daftar ini tidak ada lagi di kabupaten.</source>
        <translation>The district no longer has this list.</translation>
    </message>
    <message>
        <source>Satu foto rusak di jalan.</source>
        <translation>A photo was damaged on the way.</translation>
    </message>
    <message>
        <source>Foto aslinya tetap tersimpan di laptop ini.</source>
        <translation>The original stays saved on this laptop.</translation>
    </message>
    <message>
        <source>Coba lagi. Foto itu dikirim ulang dari awal.</source>
        <translation>Try again. The photo is sent anew.</translation>
    </message>
    <message>
        <source>Kabupaten belum menerima catatan yang memuat foto ini.</source>
        <translation>The district does not yet have the record that this photo belongs to.</translation>
    </message>
    <message>
        <source>Foto tetap tersimpan di laptop ini.</source>
        <translation>The photo stays saved on this laptop.</translation>
    </message>
    <message>
        <source>Coba lagi. Catatannya dikirim lebih dulu, lalu fotonya.</source>
        <translation>Try again. The record goes first, then the photo.</translation>
    </message>
    <message>
        <source>Satu foto terlalu besar untuk diterima kabupaten.</source>
        <translation>A photo is too large for the district to take.</translation>
    </message>
    <message>
        <source>Foto dan catatannya tetap tersimpan di laptop ini.</source>
        <translation>The photo and its record stay saved on this laptop.</translation>
    </message>
    <message>
        <source>Laptop ini belum terdaftar di kabupaten.</source>
        <translation>This laptop is not registered with a district yet.</translation>
    </message>
    <message>
        <source>Jawaban itu bukan dari kabupaten Anda, jadi tidak dipakai.</source>
        <translation>That answer is not from your district, so it was not used.</translation>
    </message>
    <message>
        <source>Coba lewat internet lain. Jika terulang, hubungi petugas kabupaten.</source>
        <translation>Try another connection. If it happens again, contact the district officer.</translation>
    </message>
    <message>
        <source>Kabupaten tidak mengenali tanda pengenal laptop ini.</source>
        <translation>The district does not recognise this laptop&apos;s signature.</translation>
    </message>
    <message>
        <source>Coba lagi. Jika terulang, hubungi petugas kabupaten; laptop ini mungkin perlu kode baru.</source>
        <translation>Try again. If it happens again, contact the district officer; this laptop may need a new code.</translation>
    </message>
    <message>
        <source>Kiriman tidak terbaca di ujung sana.</source>
        <translation>What was sent could not be read at the other end.</translation>
    </message>
    <message>
        <source>Coba lagi. Jika terulang, pasang Balai terbaru.</source>
        <translation>Try again. If it happens again, install the newest Balai.</translation>
    </message>
    <message>
        <source>Kabupaten tidak menerima kiriman ini.</source>
        <translation>The district did not accept what was sent.</translation>
    </message>
    <message>
        <source>Tidak ditemukan judul kolom seperti NIK, No KK, atau Nama.</source>
        <translation>No headings such as NIK, No KK or Nama were found.</translation>
    </message>
    <message>
        <source>Periksa apakah ini berkas yang benar.</source>
        <translation>Check that this is the right file.</translation>
    </message>
    <message>
        <source>Isi berkas ini akan membengkak menjadi {mb} MB dan dapat membuat laptop macet.</source>
        <translation>This file would swell to {mb} MB and could freeze the laptop.</translation>
    </message>
    <message>
        <source>Minta berkas baru dari kabupaten.</source>
        <translation>Ask the district for a new file.</translation>
    </message>
    <message>
        <source>Berkas ini ({kind}) bukan tabel Excel atau CSV.</source>
        <translation>This file ({kind}) is not an Excel or CSV table.</translation>
    </message>
    <message>
        <source>Buka di Excel atau LibreOffice, simpan sebagai .xlsx, lalu pilih lagi.</source>
        <translation>Open it in Excel or LibreOffice, save it as .xlsx and choose it again.</translation>
    </message>
    <message>
        <source>Lembar ini punya isian jauh di luar daftar (baris {rows}, kolom {columns}).</source>
        <translation>This sheet has a cell far outside the list (row {rows}, column {columns}).</translation>
    </message>
    <message>
        <source>Hapus baris dan kolom kosong setelah daftar di Excel, simpan, lalu coba lagi.</source>
        <translation>Delete the empty rows and columns behind the list in Excel, save, and try again.</translation>
    </message>
    <message>
        <source>Minta kabupaten mengirimkannya lagi.</source>
        <translation>Ask the district to send it again.</translation>
    </message>
    <message>
        <source>Berkas ini {mb} MB, lebih besar dari batas {limit_mb} MB.</source>
        <translation>This file is {mb} MB, above the limit of {limit_mb} MB.</translation>
    </message>
    <message>
        <source>Minta daftar untuk desa ini saja, tanpa foto.</source>
        <translation>Ask for the list of this village alone, without photos.</translation>
    </message>
    <message>
        <source>Nama berkas berakhiran .{suffix}, tetapi isinya {kind}.</source>
        <translation>The file is named .{suffix} but holds {kind}.</translation>
    </message>
    <message>
        <source>Ganti akhiran namanya sesuai isinya, lalu coba lagi.</source>
        <translation>Rename it to match and try again.</translation>
    </message>
    <message>
        <source>Judul kolom ada, tetapi tidak ada orang di bawahnya.</source>
        <translation>There are headings but nobody below them.</translation>
    </message>
    <message>
        <source>Periksa berkasnya atau minta lagi.</source>
        <translation>Check the file or ask for it again.</translation>
    </message>
    <message>
        <source>Berkas ini dikunci dengan kata sandi Office.</source>
        <translation>This file is locked with an Office password.</translation>
    </message>
    <message>
        <source>Buka di Excel, simpan tanpa kata sandi, lalu pilih lagi.</source>
        <translation>Open it in Excel, save it without a password and choose it again.</translation>
    </message>
    <message>
        <source>Berkas ini rusak atau terpotong, mungkin belum selesai tersalin.</source>
        <translation>This file is damaged or cut off; the copy may not have finished.</translation>
    </message>
    <message>
        <source>Salin atau unduh lagi dari sumbernya.</source>
        <translation>Copy or download it again.</translation>
    </message>
    <message>
        <source>Berkas tidak dapat dibuka, mungkin sedang dipakai program lain.</source>
        <translation>The file cannot be opened; another program may be using it.</translation>
    </message>
    <message>
        <source>Pilihan kolom yang diingat tidak cocok dengan daftar ini.</source>
        <translation>The remembered columns do not fit this list.</translation>
    </message>
    <message>
        <source>Periksa pilihan kolom satu per satu.</source>
        <translation>Check the columns one by one.</translation>
    </message>
    <message>
        <source>Belum ada kolom untuk nama orang.</source>
        <translation>No column is chosen for people&apos;s names.</translation>
    </message>
    <message>
        <source>Pilih kolom mana yang berisi nama.</source>
        <translation>Choose which column holds the names.</translation>
    </message>
    <message>
        <source>Berkas tidak dapat disimpan di tempat itu.</source>
        <translation>The file cannot be saved there.</translation>
    </message>
    <message>
        <source>Data Anda di Balai aman.</source>
        <translation>Your data in Balai are safe.</translation>
    </message>
    <message>
        <source>Tutup berkas itu di Excel atau pilih folder lain, lalu coba lagi.</source>
        <translation>Close the file in Excel or choose another folder, then try again.</translation>
    </message>
    <message>
        <source>Isian Anda tetap tersimpan sebagai draf.</source>
        <translation>What you filled in is kept as a draft.</translation>
    </message>
    <message>
        <source>Catatan Anda tetap tersimpan di laptop ini dan menunggu dikirim.</source>
        <translation>Your records stay saved on this laptop and wait to be sent.</translation>
    </message>
    <message>
        <source>Jika berkas ini dari kabupaten, minta berkas yang benar. Jika berkas ini bawaan Balai, pasang ulang Balai.</source>
        <translation>If this file came from the district, ask for a correct one. If it came with Balai, install Balai again.</translation>
    </message>
    <message>
        <source>Daftar keluarga tetap terkunci dan aman.</source>
        <translation>The list of families stays locked and safe.</translation>
    </message>
    <message>
        <source>Kembali, lalu pilih keluarga lain.</source>
        <translation>Go back and choose another family.</translation>
    </message>
    <message>
        <source>Orang ini belum bisa masuk di laptop ini.</source>
        <translation>This person cannot sign in on this laptop yet.</translation>
    </message>
    <message>
        <source>Satu jawaban tidak sesuai dengan pertanyaannya.</source>
        <translation>An answer does not fit its question.</translation>
    </message>
    <message>
        <source>Buka ringkasan, perbaiki jawaban itu, lalu simpan lagi.</source>
        <translation>Open the summary, correct the answer and save again.</translation>
    </message>
    <message>
        <source>Usulan ini tidak ditemukan.</source>
        <translation>This proposal was not found.</translation>
    </message>
    <message>
        <source>Buka lagi daftar usulan.</source>
        <translation>Open the list of proposals again.</translation>
    </message>
    <message>
        <source>Isian ini bukan nomor yang bisa dibuka.</source>
        <translation>This field is not a number that can be shown.</translation>
    </message>
    <message>
        <source>Yang bisa dibuka hanya NIK dan nomor KK.</source>
        <translation>Only NIK and KK number can be shown.</translation>
    </message>
    <message>
        <source>Salinan cadangan catatan Anda di laptop ini tetap ada.</source>
        <translation>The spare copy of your records on this laptop is still there.</translation>
    </message>
    <message>
        <source>Simpanan sedang dipakai pekerjaan lain.</source>
        <translation>The store is busy with something else.</translation>
    </message>
    <message>
        <source>Simpanan di laptop ini tidak bisa dijangkau.</source>
        <translation>The store on this laptop cannot be reached.</translation>
    </message>
    <message>
        <source>Periksa apakah folder Balai masih ada dan boleh dibuka, lalu coba lagi.</source>
        <translation>Check that Balai&apos;s folder is still there and may be opened, then try again.</translation>
    </message>
    <message>
        <source>Berkas ini terlalu besar.</source>
        <translation>This file is too large.</translation>
    </message>
    <message>
        <source>Pilih foto atau berkas yang lebih kecil.</source>
        <translation>Choose a smaller photo or file.</translation>
    </message>
    <message>
        <source>Foto ini terlalu besar.</source>
        <translation>This photo is too large.</translation>
    </message>
    <message>
        <source>Ambil foto dengan ukuran biasa, lalu pilih lagi.</source>
        <translation>Take a photo of ordinary size and choose again.</translation>
    </message>
    <message>
        <source>Berkas ini bukan foto, atau fotonya rusak.</source>
        <translation>This file is not a photo, or the photo is damaged.</translation>
    </message>
    <message>
        <source>Pilih foto lain (JPEG, PNG, atau WebP), atau ambil lagi.</source>
        <translation>Choose another photo (JPEG, PNG or WebP), or take it again.</translation>
    </message>
    <message>
        <source>Pilih foto lain (JPEG, PNG, atau WebP).</source>
        <translation>Choose another photo (JPEG, PNG or WebP).</translation>
    </message>
    <message>
        <source>Draf ini tidak bisa dibuka.</source>
        <translation>This draft cannot be opened.</translation>
    </message>
    <message>
        <source>Bagian Balai yang mengunci data tidak ada.</source>
        <translation>The part of Balai that locks data is missing.</translation>
    </message>
    <message>
        <source>Pembuatan simpanan desa dihentikan.</source>
        <translation>Making the village&apos;s store was stopped.</translation>
    </message>
    <message>
        <source>Ketik semua katanya.</source>
        <translation>Type all of its words.</translation>
    </message>
    <message>
        <source>Kata ke-{place} tidak ada dalam daftar kata.</source>
        <translation>Word {place} is not in the list of words.</translation>
    </message>
    <message>
        <source>Berkas petugas di laptop ini lebih lama daripada yang terakhir dipakai.</source>
        <translation>The officials&apos; file is older than the one that this laptop used last.</translation>
    </message>
    <message>
        <source>Beri tahu kepala desa: kata sandi atau petugas yang sudah diganti mungkin berlaku lagi.</source>
        <translation>Tell the village head: passwords or officials that were replaced may be valid again.</translation>
    </message>
    <message>
        <source>Berkas petugas dibuat oleh Balai yang lebih baru.</source>
        <translation>The officials&apos; file was made by a newer Balai.</translation>
    </message>
    <message>
        <source>Pengaman kata sandi di laptop ini lebih lemah dari seharusnya.</source>
        <translation>The guard of the passwords on this laptop is weaker than it should be.</translation>
    </message>
    <message>
        <source>Simpanan tidak dibuka; data tetap terkunci.</source>
        <translation>The store was not opened; the data stay locked.</translation>
    </message>
    <message>
        <source>Berkas petugas di laptop ini diubah dari luar Balai.</source>
        <translation>The officials&apos; file on this laptop was altered from outside Balai.</translation>
    </message>
    <message>
        <source>Berkas petugas di laptop ini rusak.</source>
        <translation>The officials&apos; file on this laptop is damaged.</translation>
    </message>
    <message>
        <source>Kabupaten tidak punya kunci pemulihan untuk laptop ini.</source>
        <translation>The district has no recovery key for this laptop.</translation>
    </message>
    <message>
        <source>Data tetap terkunci dan aman.</source>
        <translation>The data stay locked and safe.</translation>
    </message>
    <message>
        <source>Kabupaten belum bisa memulihkan laptop ini.</source>
        <translation>The district cannot recover this laptop yet.</translation>
    </message>
    <message>
        <source>Berkas petugas di laptop ini tidak bisa dipakai.</source>
        <translation>The officials&apos; file on this laptop cannot be used.</translation>
    </message>
    <message numerus="yes">
        <source>%n catatan dipulihkan dari salinan cadangan di laptop ini.</source>
        <translation>
            <numerusform>%n record was recovered from the spare copy on this laptop.</numerusform>
            <numerusform>%n records were recovered from the spare copy on this laptop.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Terlalu banyak percobaan. Tunggu %n detik.</source>
        <translation>
            <numerusform>Too many tries. Wait %n second.</numerusform>
            <numerusform>Too many tries. Wait %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kabupaten sedang ramai. Tunggu %n detik.</source>
        <translation>
            <numerusform>The district is busy. Wait %n second.</numerusform>
            <numerusform>The district is busy. Wait %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pakai paling sedikit %n huruf, misalnya tiga kata yang mudah diingat.</source>
        <translation>
            <numerusform>Use at least %n letter, for instance three words that are easy to remember.</numerusform>
            <numerusform>Use at least %n letters, for instance three words that are easy to remember.</numerusform>
        </translation>
    </message>
    <message>
        <source>Izin penulis catatan ini sudah dicabut kabupaten.</source>
        <translation>The district has withdrawn the permission of this record&apos;s author.</translation>
    </message>
    <message>
        <source>Tanyakan kepada kabupaten mengapa izinnya dicabut.</source>
        <translation>Ask the district why the permission was withdrawn.</translation>
    </message>
    <message>
        <source>Nama responden belum diisi.</source>
        <translation>The respondent&apos;s name is not filled in.</translation>
    </message>
    <message>
        <source>Pernyataan responden belum disetujui.</source>
        <translation>The respondent has not agreed to the statement.</translation>
    </message>
    <message>
        <source>Kata pemulihan tidak cocok.</source>
        <translation>The recovery words do not fit.</translation>
    </message>
    <message>
        <source>Periksa setiap kata. Satu rangkaian hanya berlaku sekali dan hanya untuk satu orang.</source>
        <translation>Check every word. A line works only once and for one person only.</translation>
    </message>
    <message>
        <source>Satu rangkaian terdiri dari {wanted} kata; yang terketik {found}.</source>
        <translation>A line has {wanted} words; {found} were typed.</translation>
    </message>
    <message>
        <source>Pakai kata pemulihan yang tertulis di kertas Anda.</source>
        <translation>Use the recovery words on your paper.</translation>
    </message>
    <message>
        <source>Satu berkas yang dipakai Balai tidak bisa dibuka.</source>
        <translation>A file that Balai uses cannot be opened.</translation>
    </message>
    <message>
        <source>Catatan sebelum ini dari laptop yang sama belum diterima.</source>
        <translation>An earlier record of the same laptop has not arrived.</translation>
    </message>
    <message>
        <source>Kirim dan terima sekali lagi. Jika tetap begini, beri tahu kabupaten.</source>
        <translation>Send and receive once more. If it stays so, tell the district.</translation>
    </message>
    <message>
        <source>Isi catatan ini tidak cocok dengan urutan laptopnya.</source>
        <translation>What this record holds does not fit its laptop&apos;s sequence.</translation>
    </message>
    <message>
        <source>Keterangan pada catatan ini tidak benar.</source>
        <translation>This record&apos;s particulars are not right.</translation>
    </message>
    <message>
        <source>Tersimpan, tetapi salinan cadangannya belum bisa dibuat.</source>
        <translation>Saved, but its backup copy could not be made yet.</translation>
    </message>
    <message>
        <source>Tidak ada yang hilang dan tidak perlu dicatat lagi; salinan itu menyusul sendiri.</source>
        <translation>Nothing is lost and nothing needs to be recorded again; the copy follows by itself.</translation>
    </message>
    <message>
        <source>Di baris {row} ada tanda kutip (&quot;) yang tidak ditutup.</source>
        <translation>Row {row} has a quotation mark (&quot;) that is never closed.</translation>
    </message>
    <message>
        <source>Hapus tanda kutip itu dan simpan, atau mintalah daftarnya sebagai berkas Excel (XLSX).</source>
        <translation>Remove that mark and save, or ask for the list as an Excel file (XLSX).</translation>
    </message>
    <message>
        <source>Daftarnya ada di lembar tersembunyi: {sheet}.</source>
        <translation>The list is on a hidden sheet: {sheet}.</translation>
    </message>
    <message>
        <source>Semua lembar di berkas ini tersembunyi, dan tidak ada daftar di dalamnya.</source>
        <translation>All sheets of this file are hidden, and no list is among them.</translation>
    </message>
    <message>
        <source>Di Excel, klik kanan nama lembar, pilih Tampilkan (Unhide), simpan, lalu pilih lagi berkas ini.</source>
        <translation>In Excel, right-click a sheet&apos;s name, choose Unhide, save, then choose this file again.</translation>
    </message>
    <message>
        <source>Jawaban ini tidak mungkin. Periksa kembali.</source>
        <translation>This answer is not possible. Check it.</translation>
    </message>
    <message>
        <source>Tulis bilangan bulat, misalnya 36.</source>
        <translation>Write a whole number, for example 36.</translation>
    </message>
    <message>
        <source>Tulis angka, misalnya 36 atau 2,5.</source>
        <translation>Write a number, for example 36 or 2.5.</translation>
    </message>
    <message>
        <source>Tulis hari-bulan-tahun, misalnya 17-08-1990.</source>
        <translation>Write day-month-year, for example 17-08-1990.</translation>
    </message>
    <message>
        <source>Hari itu tidak ada dalam bulan tersebut. Periksa hari dan bulannya.</source>
        <translation>That month has no such day. Check the day and the month.</translation>
    </message>
    <message>
        <source>Bulan hanya 1 sampai 12. Tulis hari dahulu, lalu bulan: 17-08-1990.</source>
        <translation>Months are 1 to 12. Write the day first, then the month: 17-08-1990.</translation>
    </message>
    <message>
        <source>Tulis lintang lalu bujur, misalnya -9,8632 124,2841.</source>
        <translation>Write latitude, then longitude, for example -9.8632 124.2841.</translation>
    </message>
    <message>
        <source>Beri tanda bila pernyataan ini benar.</source>
        <translation>Tick it if this statement is true.</translation>
    </message>
    <message>
        <source>Belum dipilih mana yang tetap dipakai.</source>
        <translation>What stays in use has not been chosen yet.</translation>
    </message>
    <message>
        <source>Pilih kartu keluarga atau data yang tetap dipakai.</source>
        <translation>Choose the family card or the record that stays.</translation>
    </message>
    <message>
        <source>Yang tetap dipakai bukan salah satu dari keduanya.</source>
        <translation>What stays is neither of the two.</translation>
    </message>
    <message>
        <source>Pilih salah satu dari keduanya.</source>
        <translation>Choose one of the two.</translation>
    </message>
    <message>
        <source>Kepala keluarga sesudahnya belum dipilih.</source>
        <translation>Who heads the family afterwards has not been chosen yet.</translation>
    </message>
    <message>
        <source>Pilih kepala keluarganya.</source>
        <translation>Choose the head of the family.</translation>
    </message>
    <message>
        <source>Pilihan tampilan ini belum tersimpan di laptop.</source>
        <translation>This choice of looks is not kept on the laptop yet.</translation>
    </message>
    <message>
        <source>Pilihan berlaku sampai Balai ditutup. Data desa tetap aman.</source>
        <translation>It holds until Balai is closed. The village&apos;s data are safe.</translation>
    </message>
    <message>
        <source>Kosongkan ruang di laptop, lalu pilih lagi.</source>
        <translation>Make room on the laptop, then choose again.</translation>
    </message>
    <message>
        <source>Keluarga ini di luar RT Anda.</source>
        <translation>This family is outside your RTs.</translation>
    </message>
    <message>
        <source>Minta petugas RT itu, operator, atau kepala desa melakukannya.</source>
        <translation>Ask the official of that RT, an operator or the village head to do it.</translation>
    </message>
    <message>
        <source>Tidak ada yang diambil; data di laptop ini tidak berubah.</source>
        <translation>Nothing was taken in; the data on this laptop is unchanged.</translation>
    </message>
    <message>
        <source>Salin berkasnya sekali lagi dari sumbernya, atau minta bundel baru dari pembuatnya.</source>
        <translation>Copy the file once more from its source, or ask whoever made it for a new bundle.</translation>
    </message>
    <message>
        <source>Minta bundel baru dari pembuatnya.</source>
        <translation>Ask whoever made it for a new bundle.</translation>
    </message>
    <message>
        <source>Stik atau foldernya tidak ada lagi. Mungkin stik tercabut.</source>
        <translation>The stick or its folder is gone. The stick may have been pulled out.</translation>
    </message>
    <message>
        <source>Pasang lagi stiknya, lalu ulangi dari awal.</source>
        <translation>Plug the stick in again, then start over.</translation>
    </message>
    <message>
        <source>Stik ini penuh, atau tidak menerima berkas sebesar ini.</source>
        <translation>This stick is full, or does not take a file of this size.</translation>
    </message>
    <message>
        <source>Bundel yang setengah jadi sudah dihapus. Semua tetap ada di laptop ini.</source>
        <translation>The half-made bundle was removed. Everything is still on this laptop.</translation>
    </message>
    <message>
        <source>Kosongkan stik atau pakai stik lain. Bisa juga tanpa foto, atau dibagi menjadi beberapa bagian.</source>
        <translation>Make room on the stick or use another one. Or leave the photos out, or cut the bundle into parts.</translation>
    </message>
    <message>
        <source>Stik atau folder ini tidak boleh ditulisi.</source>
        <translation>This stick or folder may not be written to.</translation>
    </message>
    <message>
        <source>Geser pengunci kecil di sisi stik bila ada, pilih folder lain, atau pakai stik lain.</source>
        <translation>Slide the little lock at the side of the stick if it has one, choose another folder, or use another stick.</translation>
    </message>
    <message>
        <source>Stik ini tidak dapat dibaca atau ditulisi dengan benar.</source>
        <translation>This stick cannot be read or written properly.</translation>
    </message>
    <message>
        <source>Cabut dan pasang lagi. Bila tetap begini, pakai stik lain.</source>
        <translation>Pull it out and plug it in again. If it stays like this, use another stick.</translation>
    </message>
    <message>
        <source>Stik ini mengembalikan isi yang berbeda dari yang ditulis. Stiknya rusak.</source>
        <translation>This stick gives back something else than was written. The stick is broken.</translation>
    </message>
    <message>
        <source>Tidak ada yang hilang: semuanya tetap ada di laptop ini.</source>
        <translation>Nothing is lost: everything is still on this laptop.</translation>
    </message>
    <message>
        <source>Jangan pakai stik ini lagi. Simpan ke stik lain.</source>
        <translation>Do not use this stick any more. Save to another one.</translation>
    </message>
    <message>
        <source>Dihentikan sebelum selesai.</source>
        <translation>Stopped before it was done.</translation>
    </message>
    <message>
        <source>Berkas ini bukan bundel Balai.</source>
        <translation>This file is not a Balai bundle.</translation>
    </message>
    <message>
        <source>Pilih berkas yang namanya berakhir dengan .balai</source>
        <translation>Choose a file whose name ends in .balai</translation>
    </message>
    <message>
        <source>Bundel ini dibuat oleh Balai yang lebih baru.</source>
        <translation>This bundle was made by a newer Balai.</translation>
    </message>
    <message>
        <source>Bundel ini terlalu besar untuk dibuat atau dibaca sekaligus.</source>
        <translation>This bundle is too large to be made or read at once.</translation>
    </message>
    <message>
        <source>Buat bundel tanpa foto. Bila masih terlalu besar, hubungi kabupaten.</source>
        <translation>Make a bundle without photos. If it is still too large, contact the district.</translation>
    </message>
    <message>
        <source>Bundel ini terpotong: sebagian isinya tidak ikut tersalin.</source>
        <translation>This bundle is cut off: part of it was not copied.</translation>
    </message>
    <message>
        <source>Bundel ini rusak atau diubah orang, jadi tidak dipakai.</source>
        <translation>This bundle is damaged or was changed by somebody, so it is not used.</translation>
    </message>
    <message>
        <source>Isi bundel ini tidak terbaca.</source>
        <translation>What is in this bundle cannot be read.</translation>
    </message>
    <message>
        <source>Pasang Balai terbaru di kedua laptop, lalu minta bundel baru.</source>
        <translation>Install the newest Balai on both laptops, then ask for a new bundle.</translation>
    </message>
    <message>
        <source>Bundel ini tidak ditujukan untuk laptop ini, jadi terkunci baginya.</source>
        <translation>This bundle is not meant for this laptop, so it is locked for it.</translation>
    </message>
    <message>
        <source>Pembuatnya belum mengenal laptop ini. Beri dia dulu bundel dari laptop ini, lalu minta lagi.</source>
        <translation>Whoever made it does not know this laptop yet. First give him a bundle from this laptop, then ask again.</translation>
    </message>
    <message>
        <source>Bundel ini milik desa lain ({village}), bukan desa ini ({own}).</source>
        <translation>This bundle belongs to another village ({village}), not to this one ({own}).</translation>
    </message>
    <message>
        <source>Periksa stiknya: mungkin tertukar. Bundelnya tetap utuh.</source>
        <translation>Check the stick: it may have been swapped. The bundle stays as it is.</translation>
    </message>
    <message>
        <source>Bundel ini milik kabupaten lain.</source>
        <translation>This bundle belongs to another district.</translation>
    </message>
    <message>
        <source>Laptop yang membuat bundel ini belum dikenal kabupaten.</source>
        <translation>The district does not know yet the laptop that made this bundle.</translation>
    </message>
    <message>
        <source>Laptop itu perlu kode dari kabupaten. Bila sudah punya, baca dulu bundel dari kabupaten.</source>
        <translation>That laptop needs a code from the district. If it has one, read a bundle from the district first.</translation>
    </message>
    <message>
        <source>Bagian nomor {parts} belum ada; semuanya {all} bagian.</source>
        <translation>Part number {parts} is not here; there are {all} parts in all.</translation>
    </message>
    <message>
        <source>Taruh semua bagian di satu folder, lalu baca lagi.</source>
        <translation>Put all parts into one folder, then read again.</translation>
    </message>
    <message>
        <source>Satu foto tidak terbaca dari simpanan laptop ini.</source>
        <translation>One photo cannot be read from this laptop&apos;s store.</translation>
    </message>
    <message>
        <source>Semua catatan tetap tersimpan di laptop ini.</source>
        <translation>All records are still saved on this laptop.</translation>
    </message>
    <message>
        <source>Simpan tanpa foto dulu. Lalu buka Pengaturan dan jalankan Periksa keutuhan data.</source>
        <translation>Save without photos first. Then open Settings and run the check that all data is whole.</translation>
    </message>
    <message>
        <source>Dengan ukuran itu bundelnya menjadi {parts} bagian: terlalu banyak.</source>
        <translation>At that size the bundle becomes {parts} parts: too many.</translation>
    </message>
    <message>
        <source>Pilih bagian yang lebih besar, atau simpan tanpa foto.</source>
        <translation>Choose larger parts, or save without photos.</translation>
    </message>
    <message>
        <source>Bundel ini dibuat kabupaten untuk laptop desa.</source>
        <translation>This bundle was made by the district for the village&apos;s laptops.</translation>
    </message>
    <message>
        <source>Bacalah di laptop desa.</source>
        <translation>Read it on a laptop of the village.</translation>
    </message>
    <message>
        <source>Belum ada laptop terdaftar yang dapat membuka bundel ini.</source>
        <translation>No registered laptop can open this bundle yet.</translation>
    </message>
    <message>
        <source>Bundel ini tidak bisa dipakai.</source>
        <translation>This bundle cannot be used.</translation>
    </message>
    <message>
        <source>Stik ini belum bisa dipakai.</source>
        <translation>This stick cannot be used yet.</translation>
    </message>
    <message>
        <source>Lihat lagi daftar yang bertentangan.</source>
        <translation>Look at the list of conflicts again.</translation>
    </message>
    <message>
        <source>Pilih satu jawaban di setiap baris.</source>
        <translation>Choose one answer in every row.</translation>
    </message>
    <message>
        <source>Pilihan ini tidak ada lagi.</source>
        <translation>This choice is no longer there.</translation>
    </message>
    <message>
        <source>Pilih lagi dari jawaban yang ada.</source>
        <translation>Choose again from the answers there are.</translation>
    </message>
    <message>
        <source>Salah satu usulan ini sudah selesai.</source>
        <translation>One of these proposals is closed already.</translation>
    </message>
    <message>
        <source>Belum ditulis mengapa mereka bukan orang yang sama.</source>
        <translation>The reason why they are not the same people is still missing.</translation>
    </message>
    <message>
        <source>Tulis penjelasan singkat di catatan.</source>
        <translation>Write a short explanation in the note.</translation>
    </message>
    <message>
        <source>Tidak ada lagi yang bertentangan di usulan ini.</source>
        <translation>Nothing in this proposal is contested any more.</translation>
    </message>
    <message numerus="yes">
        <source>Masih ada %n baris yang belum dipilih.</source>
        <translation>
            <numerusform>%n row is not chosen yet.</numerusform>
            <numerusform>%n rows are not chosen yet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tidak ada catatan yang dikirim atau diterima.</source>
        <translation>No record was sent or received.</translation>
    </message>
    <message>
        <source>Yang sudah sampai utuh tetap tersimpan di kedua laptop.</source>
        <translation>What arrived whole stays on both laptops.</translation>
    </message>
    <message>
        <source>Laptop ini tidak bisa menunggu laptop lain di jaringan.</source>
        <translation>This laptop cannot wait for another one on the network.</translation>
    </message>
    <message>
        <source>Nyalakan Wi-Fi dan sambungkan kedua laptop ke jaringan yang sama, lalu coba lagi.</source>
        <translation>Switch Wi-Fi on and connect both laptops to the same network, then try again.</translation>
    </message>
    <message>
        <source>Laptop yang menerima tidak ditemukan di jaringan ini.</source>
        <translation>The laptop that receives was not found on this network.</translation>
    </message>
    <message>
        <source>Pastikan jendelanya masih terbuka dan kedua laptop memakai Wi-Fi yang sama. Bila tetap begini, isi juga alamat yang tampil di sana.</source>
        <translation>Make sure that its window is still open and both laptops use the same Wi-Fi. If it stays so, enter the address that is shown there too.</translation>
    </message>
    <message>
        <source>Sambungan antara kedua laptop putus.</source>
        <translation>The connection between the two laptops was cut.</translation>
    </message>
    <message>
        <source>Dekatkan kedua laptop, lalu ulangi; yang sudah sampai tidak diulang.</source>
        <translation>Bring the laptops closer together and try again; what has arrived is not sent again.</translation>
    </message>
    <message>
        <source>Kode itu bukan kode laptop yang menerima.</source>
        <translation>That is not the code of the laptop that receives.</translation>
    </message>
    <message>
        <source>Lihat kodenya sekali lagi di layar laptop itu, lalu ketik ulang.</source>
        <translation>Look at the code on that laptop&apos;s screen once more and type it again.</translation>
    </message>
    <message>
        <source>Ada laptop yang mencoba masuk dengan kode yang salah.</source>
        <translation>A laptop tried to enter with a wrong code.</translation>
    </message>
    <message>
        <source>Ia tidak mendapat apa pun.</source>
        <translation>It was given nothing.</translation>
    </message>
    <message>
        <source>Sebutkan kode di layar ini sekali lagi, huruf demi huruf.</source>
        <translation>Read out the code on this screen once more, letter by letter.</translation>
    </message>
    <message>
        <source>Kode yang salah dicoba terlalu sering. Laptop ini berhenti menunggu.</source>
        <translation>Wrong codes were tried too often. This laptop has stopped waiting.</translation>
    </message>
    <message>
        <source>Tidak ada yang didapat dengan kode yang salah.</source>
        <translation>Nothing was given out for a wrong code.</translation>
    </message>
    <message>
        <source>Bila itu laptop desa Anda, buka lagi dengan kode baru.</source>
        <translation>If that was a laptop of your village, open again with a new code.</translation>
    </message>
    <message>
        <source>Buka lagi</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>Lihat kodenya di layar laptop yang menerima, lalu ketik ulang.</source>
        <translation>Look at the code on the screen of the laptop that receives and type it again.</translation>
    </message>
    <message>
        <source>Alamat laptop itu salah tulis.</source>
        <translation>The address of that laptop is misspelt.</translation>
    </message>
    <message>
        <source>Salin seperti yang tampil di sana, misalnya 192.168.43.17:51842, atau kosongkan.</source>
        <translation>Copy it as it is shown there, for example 192.168.43.17:51842, or leave it empty.</translation>
    </message>
    <message>
        <source>Laptop itu terdaftar di kabupaten lain.</source>
        <translation>That laptop is registered with another district.</translation>
    </message>
    <message>
        <source>Laptop itu milik desa lain ({village}).</source>
        <translation>That laptop belongs to another village ({village}).</translation>
    </message>
    <message>
        <source>Hanya laptop desa yang sama yang bisa bertukar catatan.</source>
        <translation>Only laptops of the same village can exchange records.</translation>
    </message>
    <message>
        <source>Laptop itu memakai Balai yang lebih baru.</source>
        <translation>That laptop uses a newer Balai.</translation>
    </message>
    <message>
        <source>Yang menjawab di jaringan tidak dapat membuktikan diri sebagai Balai.</source>
        <translation>Whoever answered on the network cannot prove to be Balai.</translation>
    </message>
    <message>
        <source>Ulangi sekali lagi. Bila tetap begini, pakai jaringan lain atau stik.</source>
        <translation>Try once more. If it stays so, use another network or a stick.</translation>
    </message>
    <message>
        <source>Laptop itu belum dikenal kabupaten, atau izinnya sudah dicabut.</source>
        <translation>That laptop is not known to the district yet, or has been revoked.</translation>
    </message>
    <message>
        <source>Tidak ada catatan laptop ini yang diberikan kepadanya.</source>
        <translation>No record of this laptop was given to it.</translation>
    </message>
    <message>
        <source>Laptop itu perlu kode dari kabupaten. Sesudah itu ulangi.</source>
        <translation>That laptop needs a code from the district. Try again after that.</translation>
    </message>
    <message>
        <source>Di laptop yang satu lagi, pertukaran ini dihentikan.</source>
        <translation>The exchange was stopped on the other laptop.</translation>
    </message>
    <message>
        <source>Ulangi kapan saja; yang sudah sampai tidak diulang.</source>
        <translation>Try again at any time; what has arrived is not sent again.</translation>
    </message>
    <message>
        <source>Laptop yang satu lagi tidak bisa memakai kiriman ini.</source>
        <translation>The other laptop cannot use what was sent.</translation>
    </message>
    <message>
        <source>Pasang Balai terbaru di kedua laptop, lalu ulangi.</source>
        <translation>Install the newest Balai on both laptops, then try again.</translation>
    </message>
    <message numerus="yes">
        <source>Kodenya {expected} huruf dan angka, tanpa 0, 1, I dan O; yang terketik %n.</source>
        <translation>
            <numerusform>The code has {expected} letters and figures, without 0, 1, I and O; %n was typed.</numerusform>
            <numerusform>The code has {expected} letters and figures, without 0, 1, I and O; %n were typed.</numerusform>
        </translation>
    </message>
    <message>
        <source>Berkas ini bukan jawaban kabupaten untuk Balai.</source>
        <translation>This file is not an answer of the district for Balai.</translation>
    </message>
    <message>
        <source>Pilih berkas jawaban; namanya berakhiran .balai-daftar.</source>
        <translation>Choose the answer file; its name ends in .balai-daftar.</translation>
    </message>
    <message>
        <source>Berkas jawaban ini tidak utuh.</source>
        <translation>This answer file is not whole.</translation>
    </message>
    <message>
        <source>Salin sekali lagi dari asalnya, atau minta kabupaten membuatnya lagi.</source>
        <translation>Copy it again from where it came, or ask the district to make it again.</translation>
    </message>
    <message>
        <source>Berkas ini terlalu besar untuk sebuah jawaban pendaftaran.</source>
        <translation>This file is too large for a registration answer.</translation>
    </message>
    <message>
        <source>Berkas ini permintaan, bukan jawaban.</source>
        <translation>This file is a request, not an answer.</translation>
    </message>
    <message>
        <source>Bawa berkas ini ke kabupaten; yang dibaca di sini adalah jawabannya.</source>
        <translation>Take this file to the district; what is read here is its answer.</translation>
    </message>
    <message>
        <source>Jawaban ini untuk permintaan lain, bukan untuk permintaan laptop ini.</source>
        <translation>This answer belongs to another request, not to this laptop&apos;s.</translation>
    </message>
    <message>
        <source>Pilih jawaban yang dibuat dari berkas permintaan terakhir laptop ini, atau tulis yang baru.</source>
        <translation>Choose the answer that was made from this laptop&apos;s last request file, or write a new one.</translation>
    </message>
    <message>
        <source>Tidak ada permintaan Anda yang menunggu jawaban di laptop ini.</source>
        <translation>No request of yours waits for an answer on this laptop.</translation>
    </message>
    <message>
        <source>Jawaban dibaca oleh orang yang menulis permintaannya. Tulis permintaan dulu dengan kode dari kabupaten.</source>
        <translation>The answer is read by whoever wrote the request. Write a request first, with a code from the district.</translation>
    </message>
    <message>
        <source>Desa ini masih menunggu jawaban kabupaten.</source>
        <translation>This village still waits for the district&apos;s answer.</translation>
    </message>
    <message>
        <source>Masuk, lalu baca berkas jawaban dari kabupaten.</source>
        <translation>Sign in, then read the answer file from the district.</translation>
    </message>
    <message>
        <source>Alamat kabupaten di internet belum diketahui.</source>
        <translation>The district&apos;s address on the internet is not known yet.</translation>
    </message>
    <message>
        <source>Isi alamatnya di Pengaturan bila kabupaten sudah memberikannya, atau kirim lewat stik.</source>
        <translation>Fill it in under Settings once the district has given it, or send by stick.</translation>
    </message>
    <message>
        <source>Berkas ini jawaban kabupaten, bukan permintaan.</source>
        <translation>This file is an answer of the district, not a request.</translation>
    </message>
    <message>
        <source>Baca berkas ini di laptop yang menulis permintaannya.</source>
        <translation>Read this file on the laptop that wrote the request.</translation>
    </message>
    <message>
        <source>Laptop yang menulis catatan ini sudah dicabut kabupaten.</source>
        <translation>The district has revoked the laptop that wrote this record.</translation>
    </message>
    <message>
        <source>Yang ditulis sebelum dicabut tetap dihitung. Yang ini perlu dicatat lagi di laptop lain.</source>
        <translation>What was written before counts as ever. This one has to be recorded again on another laptop.</translation>
    </message>
    <message>
        <source>Kabupaten sudah mencabut laptop atau orang ini.</source>
        <translation>The district has revoked this laptop or this person.</translation>
    </message>
    <message>
        <source>Tanyakan kepada kabupaten. Dengan kode baru, desa ini dapat dimulai lagi dari layar awal.</source>
        <translation>Ask the district. With a new code this village can be started again from the first screen.</translation>
    </message>
    <message>
        <source>Kabupaten sudah mencabut laptop ini.</source>
        <translation>The district has revoked this laptop.</translation>
    </message>
    <message>
        <source>Semua yang tersimpan tetap dapat dibaca; yang lama tetap dihitung.</source>
        <translation>Everything stored can still be read; what is old counts as ever.</translation>
    </message>
    <message>
        <source>Yang baru tidak akan dihitung, jadi tidak dicatat. Hubungi petugas kabupaten.</source>
        <translation>Nothing new would count, so nothing is recorded. Contact the district.</translation>
    </message>
    <message>
        <source>Kabupaten sudah mencabut izin Anda.</source>
        <translation>The district has revoked your permission.</translation>
    </message>
    <message>
        <source>Masa tugas Anda berakhir pada {until}.</source>
        <translation>Your term ends on {until}.</translation>
    </message>
    <message>
        <source>Minta kabupaten memperpanjangnya, lalu kirim dan terima. Sampai itu tidak ada yang dicatat.</source>
        <translation>Ask the district to extend it, then send and receive. Until then nothing is recorded.</translation>
    </message>
    <message>
        <source>Sampai hari itu semua yang Anda catat dihitung.</source>
        <translation>Until that day everything that you record counts.</translation>
    </message>
    <message>
        <source>Minta kabupaten memperpanjangnya sebelum hari itu.</source>
        <translation>Ask the district to extend it before that day.</translation>
    </message>
    <message>
        <source>Ada kesalahan di Balai. Laptop ini berhenti menunggu laptop lain.</source>
        <translation>Something went wrong in Balai. This laptop stopped waiting for another one.</translation>
    </message>
    <message>
        <source>Buka lagi; kodenya akan lain. Bila terulang, pakai stik.</source>
        <translation>Open it again; the code will be another one. If it happens again, use a stick.</translation>
    </message>
    <message>
        <source>Belum ditulis mengapa kedua usulan itu dapat berlaku bersama.</source>
        <translation>The reason why both proposals can stand together is still missing.</translation>
    </message>
    <message>
        <source>Laptop ini sudah Anda serahkan.</source>
        <translation>You have handed this laptop over.</translation>
    </message>
    <message>
        <source>Semua yang Anda catat tetap ada atas nama Anda.</source>
        <translation>Everything that you recorded stays under your name.</translation>
    </message>
    <message>
        <source>Pemegang yang baru masuk dengan namanya sendiri.</source>
        <translation>The new holder signs in under their own name.</translation>
    </message>
    <message>
        <source>Yang menyerahkan dan yang menerima orang yang sama.</source>
        <translation>Giver and receiver are the same person.</translation>
    </message>
    <message>
        <source>Pilih orang lain sebagai pemegang baru.</source>
        <translation>Choose somebody else as the new holder.</translation>
    </message>
    <message>
        <source>Data desa di laptop ini sedang dikosongkan.</source>
        <translation>The village&apos;s data on this laptop is being wiped.</translation>
    </message>
    <message>
        <source>Yang sudah diterima kabupaten tetap ada di sana.</source>
        <translation>What the district has received stays there.</translation>
    </message>
    <message>
        <source>Selesaikan pengosongan dari layar masuk.</source>
        <translation>Finish wiping from the lock screen.</translation>
    </message>
    <message>
        <source>Data desa ini tidak sedang dikosongkan.</source>
        <translation>This village&apos;s data is not being wiped.</translation>
    </message>
    <message>
        <source>Keperluan menyimpan nomor lengkap belum diisi.</source>
        <translation>The purpose for saving whole numbers is still missing.</translation>
    </message>
    <message>
        <source>Belum ada berkas yang ditulis.</source>
        <translation>No file was written.</translation>
    </message>
    <message>
        <source>Tulis untuk apa nomor lengkap itu diperlukan.</source>
        <translation>Write what the whole numbers are needed for.</translation>
    </message>
    <message>
        <source>Menurut jam laptop ini masa tugas Anda berakhir pada {until}.</source>
        <translation>By this laptop&apos;s clock your term ended on {until}.</translation>
    </message>
    <message>
        <source>Balai tetap mencatat pekerjaan Anda; yang lama tetap dihitung.</source>
        <translation>Balai goes on recording your work; what came before still counts.</translation>
    </message>
    <message>
        <source>Kalau jamnya benar, yang dicatat sesudah hari itu dihitung setelah kabupaten memperpanjangnya: mintalah sekarang. Kalau jamnya salah, betulkan jamnya.</source>
        <translation>If the clock is right, what you record after that day counts once the district extends the term: ask for it now. If the clock is wrong, set it right.</translation>
    </message>
    <message>
        <source>Laptop ini terlalu sering menghubungi kabupaten.</source>
        <translation>This laptop calls the district too often.</translation>
    </message>
    <message>
        <source>Stik, folder, atau berkas ini tidak boleh dibaca oleh laptop ini.</source>
        <translation>This laptop may not read this stick, folder or file.</translation>
    </message>
    <message>
        <source>Pilih folder lain, atau minta bundelnya disalin sekali lagi ke stik lain.</source>
        <translation>Choose another folder, or ask for the bundle to be copied once more to another stick.</translation>
    </message>
    <message>
        <source>Catatan penting ini belum ditandatangani penulisnya.</source>
        <translation>This weighty record is not signed by its author yet.</translation>
    </message>
    <message>
        <source>Catatan ini mengaku dari kabupaten, tetapi tidak ditandatangani kabupaten.</source>
        <translation>This record claims to be the district&apos;s, but the district did not sign it.</translation>
    </message>
    <message>
        <source>Tanda tangan ini tidak cocok dengan catatannya.</source>
        <translation>This signature does not fit its records.</translation>
    </message>
    <message>
        <source>Jika berkas ini di stik, pasang lagi stiknya. Jika bawaan Balai, pasang ulang Balai.</source>
        <translation>If the file is on a stick, plug the stick in again. If it came with Balai, install Balai again.</translation>
    </message>
    <message>
        <source>Tanda tangan satu catatan tidak cocok dengan isinya.</source>
        <translation>The signature of a record does not fit it.</translation>
    </message>
    <message>
        <source>Tanda pengenal catatan ini tidak cocok dengan isinya.</source>
        <translation>This record&apos;s mark does not fit what it holds.</translation>
    </message>
    <message>
        <source>Periksa apakah stik masih terpasang, lalu pilih berkasnya lagi.</source>
        <translation>Check that the stick is still plugged in and choose the file again.</translation>
    </message>
    <message>
        <source>Pengaman kata sandi di laptop ini meminta terlalu banyak memori laptop.</source>
        <translation>The guard of the passwords on this laptop asks for too much memory.</translation>
    </message>
    <message>
        <source>Laptop yang satu lagi menolak: ia belum mengenal laptop ini, atau izin laptop ini sudah dicabut.</source>
        <translation>The other laptop refuses: it does not know this one yet, or the permission of this laptop was revoked.</translation>
    </message>
    <message>
        <source>Salah satu dari keduanya perlu bertukar data dengan kabupaten dulu, lewat internet atau stik. Bila tetap ditolak, hubungi kabupaten.</source>
        <translation>One of the two has to exchange with the district first, over the internet or by stick. If it still refuses, call the district.</translation>
    </message>
    <message>
        <source>Kunci kabupaten tidak lengkap ({file}).</source>
        <translation>The district&apos;s keys are not complete ({file}).</translation>
    </message>
    <message>
        <source>Kunci ini milik kabupaten lain.</source>
        <translation>These keys belong to another district.</translation>
    </message>
    <message>
        <source>Bagian nomor {place} dari {all} rusak, jadi bundelnya tidak dipakai.</source>
        <translation>Part number {place} of {all} is damaged, so the bundle is not used.</translation>
    </message>
    <message>
        <source>Minta bagian itu saja dikirim sekali lagi, taruh di folder yang sama, lalu baca lagi.</source>
        <translation>Ask for that part alone to be sent again, put it into the same folder, and read again.</translation>
    </message>
    <message>
        <source>Minta penulisnya masuk sendiri di laptop itu, lalu kirim sekali lagi. Bila izinnya sudah dicabut, pejabat lain yang berwenang perlu mencatatnya lagi.</source>
        <translation>Ask its author to sign in himself on that laptop, then send once more. If his permission was revoked, another official who may do so has to record it again.</translation>
    </message>
    <message>
        <source>Coba lagi sesudah laptop yang mengambil foto ini mengirim.</source>
        <translation>Try again after the laptop that took this photo has sent.</translation>
    </message>
    <message>
        <source>Foto ini belum sampai di kabupaten.</source>
        <translation>This photo has not reached the district yet.</translation>
    </message>
    <message>
        <source>Foto ini rusak di kabupaten.</source>
        <translation>This photo is damaged at the district.</translation>
    </message>
    <message>
        <source>Foto ini belum sampai di kabupaten; masih di laptop {who}.</source>
        <translation>This photo has not reached the district yet; it is still on the laptop of {who}.</translation>
    </message>
    <message>
        <source>Minta {who} menekan Kirim sekarang, lalu coba lagi.</source>
        <translation>Ask {who} to press Send now, then try again.</translation>
    </message>
    <message>
        <source>Foto ini rusak di kabupaten, jadi tidak ditampilkan.</source>
        <translation>This photo is damaged at the district, so it is not shown.</translation>
    </message>
    <message>
        <source>Beri tahu petugas kabupaten. Aslinya mungkin masih ada di laptop yang mengambilnya.</source>
        <translation>Tell the district&apos;s officer. The original may still be on the laptop that took it.</translation>
    </message>
    <message>
        <source>Foto ini rusak di jalan, jadi tidak ditampilkan.</source>
        <translation>This photo was damaged on its way, so it is not shown.</translation>
    </message>
    <message>
        <source>Coba lagi. Foto itu diambil ulang dari awal.</source>
        <translation>Try again. The photo is fetched again from the beginning.</translation>
    </message>
    <message>
        <source>Foto ini melewati batas kiriman hari ini.</source>
        <translation>This photo would pass today&apos;s limit.</translation>
    </message>
    <message>
        <source>Ambil besok, atau ambil juga sekarang.</source>
        <translation>Fetch it tomorrow, or fetch it now all the same.</translation>
    </message>
    <message>
        <source>Tidak ada catatan di laptop ini yang memuat foto ini.</source>
        <translation>No record on this laptop tells of this photo.</translation>
    </message>
    <message>
        <source>Kirim dan terima sekali lagi, lalu buka lagi foto ini.</source>
        <translation>Send and receive once more, then open this photo again.</translation>
    </message>
    <message>
        <source>Bila Wi-Fi ini minta masuk dulu, buka peramban dan selesaikan halaman masuknya. Atau pakai internet lain. Jika terulang, hubungi petugas kabupaten.</source>
        <translation>If this Wi-Fi asks you to sign in first, open a browser and finish its sign-in page. Or use another internet connection. If it happens again, contact the district office.</translation>
    </message>
    <message>
        <source>Laptop itu belum menjawab. Mungkin ia masih bertukar catatan dengan laptop lain.</source>
        <translation>That laptop has not answered yet. It may still be exchanging records with another laptop.</translation>
    </message>
    <message>
        <source>Tunggu sampai di sana selesai, lalu ulangi.</source>
        <translation>Wait until it has finished there, then try again.</translation>
    </message>
    <message>
        <source>Kabupaten tidak mengenali catatannya sendiri yang ada di laptop ini.</source>
        <translation>The district does not recognise its own records on this laptop.</translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message numerus="yes">
        <source>%n menunggu</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Kunci</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
</context>
<context>
    <name>Nearby</name>
    <message>
        <source>Menyiapkan</source>
        <translation>Preparing</translation>
    </message>
    <message>
        <source>Menunggu laptop lain</source>
        <translation>Waiting for another laptop</translation>
    </message>
    <message>
        <source>Tulis kode di layar laptop yang menerima.</source>
        <translation>Write the code on the screen of the laptop that receives.</translation>
    </message>
    <message>
        <source>Mencari laptop yang menerima</source>
        <translation>Looking for the laptop that receives</translation>
    </message>
    <message>
        <source>Dihentikan. Yang sudah sampai utuh tetap tersimpan di kedua laptop.</source>
        <translation>Stopped. What arrived whole stays on both laptops.</translation>
    </message>
    <message>
        <source>Kedua laptop sudah memegang catatan yang sama.</source>
        <translation>Both laptops already hold the same records.</translation>
    </message>
    <message>
        <source>Selesai dengan {laptop}.</source>
        <translation>Done with {laptop}.</translation>
    </message>
    <message>
        <source>Tersambung dengan {laptop}</source>
        <translation>Connected to {laptop}</translation>
    </message>
    <message>
        <source>Diberikan: {what}.</source>
        <translation>Given: {what}.</translation>
    </message>
</context>
<context>
    <name>NearbyButtons</name>
    <message>
        <source>Terima dari laptop lain…</source>
        <translation>Receive from another laptop…</translation>
    </message>
    <message>
        <source>Kirim ke laptop lain…</source>
        <translation>Send to another laptop…</translation>
    </message>
</context>
<context>
    <name>NeedRow</name>
    <message>
        <source>%1 (bila ada)</source>
        <translation>%1 (if there is one)</translation>
    </message>
    <message>
        <source>Belum ada</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>Tambah foto</source>
        <translation>Add photo</translation>
    </message>
    <message>
        <source>Tambah foto: %1</source>
        <translation>Add photo: %1</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>Kode di daftar ini dibaca menurut {value}.</source>
        <translation>The codes of this list are read as {value}.</translation>
    </message>
    <message>
        <source>Versi kode di daftar ini tidak diketahui; kode disimpan tanpa diartikan.</source>
        <translation>The version of this list&apos;s codes is not known; codes are kept without a meaning.</translation>
    </message>
    <message>
        <source>Kode desa {value} tidak ada di daftar wilayah resmi.</source>
        <translation>Village code {value} is not in the official list of regions.</translation>
    </message>
    <message>
        <source>Daftar ini memuat beberapa desa: {value}.</source>
        <translation>This list holds several villages: {value}.</translation>
    </message>
    <message>
        <source>Hubungan keluarga memakai kode kartu keluarga; Balai membacanya sebagai kode DTSEN.</source>
        <translation>Relations use the codes of the family card; Balai reads them as DTSEN codes.</translation>
    </message>
    <message>
        <source>Awalan NIK {value} tidak ada di daftar wilayah; dalam kurung jumlahnya. Mungkin kode lama.</source>
        <translation>NIKs that begin with {value} are not in the list of regions; in brackets how many. It may be an old code.</translation>
    </message>
    <message>
        <source>Nomor ID di daftar ini hanya nomor urut berkas, jadi tidak dipakai untuk mengenali orang.</source>
        <translation>The id numbers of this list only count its rows, so nobody is recognised by them.</translation>
    </message>
    <message>
        <source>{value} anggota digabung dengan keluarga di atasnya karena sel nomor KK-nya satu di lembar ini.</source>
        <translation>Members joined to the family above them, because their family card cell is merged in this sheet: {value}.</translation>
    </message>
    <message>
        <source>Nomor KK hanya tertulis di baris pertama tiap keluarga: {value} anggota di bawahnya digabung dengan keluarga itu dan ditandai, agar diperiksa saat kunjungan.</source>
        <translation>The family card number stands on the first row of each family only. Members joined to the family above them and flagged, to be checked at the visit: {value}.</translation>
    </message>
    <message>
        <source>{value} orang tanpa nomor KK dibaca masing-masing sebagai keluarga sendiri.</source>
        <translation>People without a family card number, each read as a family of their own: {value}.</translation>
    </message>
    <message>
        <source>Lembar lain di berkas ini tidak dibaca (dalam kurung jumlah barisnya): {value}.</source>
        <translation>Other sheets of this file are not read (their rows in brackets): {value}.</translation>
    </message>
    <message>
        <source>RT atau dusun yang tidak tertulis di barisnya diambil dari nama lembar.</source>
        <translation>An RT or hamlet that a row does not name is taken from the name of its sheet.</translation>
    </message>
</context>
<context>
    <name>OutfitBar</name>
    <message>
        <source>Tampilan: ikut laptop</source>
        <translation>Look: as the laptop</translation>
    </message>
    <message>
        <source>Tampilan: terang</source>
        <translation>Look: light</translation>
    </message>
    <message>
        <source>Tampilan: gelap</source>
        <translation>Look: dark</translation>
    </message>
    <message>
        <source>Tampilan: kontras tinggi</source>
        <translation>Look: high contrast</translation>
    </message>
    <message>
        <source>Huruf %1%</source>
        <translation>Text %1%</translation>
    </message>
    <message>
        <source>Bahasa</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Tampilan</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>Ukuran huruf</source>
        <translation>Text size</translation>
    </message>
</context>
<context>
    <name>Own</name>
    <message>
        <source>Tulis kata sandi Anda yang sekarang.</source>
        <translation>Type your present password.</translation>
    </message>
    <message>
        <source>Kata sandi baru berlaku mulai sekarang.</source>
        <translation>The new password is good from now on.</translation>
    </message>
    <message>
        <source>Anda belum punya kata pemulihan, atau semuanya sudah dipakai. Buatlah sekarang.</source>
        <translation>You have no recovery words yet, or all of them were used. Make some now.</translation>
    </message>
    <message numerus="yes">
        <source>{n} rangkaian di kertas Anda belum dipakai.</source>
        <translation>
            <numerusform>{n} line on your paper is not used yet.</numerusform>
            <numerusform>{n} lines on your paper are not used yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnSection</name>
    <message>
        <source>Kata sandi sekarang</source>
        <translation>Present password</translation>
    </message>
    <message>
        <source>Kata sandi baru</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Kata sandi baru sekali lagi</source>
        <translation>New password once more</translation>
    </message>
    <message>
        <source>Ganti kata sandi</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>Tulis di kertas sekarang. Balai tidak menampilkannya lagi.</source>
        <translation>Write them on paper now. Balai does not show them again.</translation>
    </message>
    <message>
        <source>Buat kata pemulihan baru</source>
        <translation>Make new recovery words</translation>
    </message>
    <message>
        <source>Sudah saya tulis</source>
        <translation>I have written them down</translation>
    </message>
    <message>
        <source>Kata pemulihan membuka kunci jika kata sandi terlupa. Yang baru membatalkan yang lama.</source>
        <translation>Recovery words unlock when a password is forgotten. New ones make the old ones void.</translation>
    </message>
    <message>
        <source>Kata sandi saya</source>
        <translation>My password</translation>
    </message>
    <message>
        <source>Kata pemulihan</source>
        <translation>Recovery words</translation>
    </message>
    <message>
        <source>Buat kata pemulihan baru?</source>
        <translation>Make new recovery words?</translation>
    </message>
    <message>
        <source>Kata di kertas lama tidak berlaku lagi. Siapkan kertas dan pena.</source>
        <translation>The words on the old paper are no longer good. Have paper and pen ready.</translation>
    </message>
    <message>
        <source>Buat kata baru</source>
        <translation>Make new words</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Tidak bertugas</source>
        <translation>Not on duty</translation>
    </message>
    <message>
        <source>Kata sandi baru berlaku. Sampaikan langsung kepada orangnya.</source>
        <translation>The new password is good now. Tell it to the person directly.</translation>
    </message>
    <message>
        <source>Seluruh desa</source>
        <translation>Whole village</translation>
    </message>
    <message>
        <source>{name} sudah bisa masuk di laptop ini.</source>
        <translation>{name} can unlock this laptop now.</translation>
    </message>
    <message>
        <source>Data {name} sudah diubah.</source>
        <translation>The details of {name} have been changed.</translation>
    </message>
    <message numerus="yes">
        <source>{n} RT</source>
        <translation>
            <numerusform>{n} RT</numerusform>
            <numerusform>{n} RTs</numerusform>
        </translation>
    </message>
    <message>
        <source>Dipastikan kabupaten</source>
        <translation>Confirmed by the district</translation>
    </message>
    <message>
        <source>Belum dipastikan kabupaten</source>
        <translation>Not confirmed by the district yet</translation>
    </message>
    <message>
        <source>tidak ada di daftar sekarang</source>
        <translation>not on today&apos;s list</translation>
    </message>
    <message>
        <source>Dicabut kabupaten</source>
        <translation>Revoked by the district</translation>
    </message>
    <message>
        <source>Masa tugas berakhir</source>
        <translation>Term has ended</translation>
    </message>
    <message>
        <source>Segera berakhir</source>
        <translation>Ends soon</translation>
    </message>
    <message>
        <source>sampai {day}</source>
        <translation>until {day}</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>Siapa yang masuk</source>
        <translation>Who unlocks</translation>
    </message>
</context>
<context>
    <name>PeopleSection</name>
    <message>
        <source>Hanya kepala desa dan operator yang mengatur petugas. Anda bisa melihat daftarnya.</source>
        <translation>Only the village head and operators manage officials. You can see the list.</translation>
    </message>
    <message>
        <source>Tambah petugas</source>
        <translation>Add an official</translation>
    </message>
    <message>
        <source>Ubah</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Kata sandi baru</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Petugas</source>
        <translation>Officials</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Peran</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Wilayah</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Anda</source>
        <translation>You</translation>
    </message>
    <message>
        <source>Masa tugas %1 segera atau sudah berakhir. Minta kabupaten memperpanjangnya.</source>
        <translation>The term of %1 ends soon or has ended. Ask the district to extend it.</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Tambah petugas</source>
        <translation>Add an official</translation>
    </message>
    <message>
        <source>Nama lengkap</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Masih bertugas</source>
        <translation>Still on duty</translation>
    </message>
    <message>
        <source>Kata sandi pertama</source>
        <translation>First password</translation>
    </message>
    <message>
        <source>Kata sandi sekali lagi</source>
        <translation>Password once more</translation>
    </message>
    <message>
        <source>Yang tidak bertugas tidak bisa masuk lagi; semua catatannya tetap ada.</source>
        <translation>Someone who is not on duty can no longer unlock; all their records stay.</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Tulis nama lengkapnya.</source>
        <translation>Write the full name.</translation>
    </message>
</context>
<context>
    <name>PersonStep</name>
    <message>
        <source>Nama lengkap</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Peran Anda</source>
        <translation>Your role</translation>
    </message>
    <message>
        <source>Kata sandi</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Kata sandi sekali lagi</source>
        <translation>Password once more</translation>
    </message>
    <message>
        <source>Tidak seorang pun dapat membaca kata sandi ini, juga kabupaten. Simpan baik-baik.</source>
        <translation>Nobody can read this password, not even the district. Keep it safe.</translation>
    </message>
    <message>
        <source>Kode dari kabupaten menentukan peran yang berlaku.</source>
        <translation>The district&apos;s code decides which role counts.</translation>
    </message>
</context>
<context>
    <name>Photo</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Ambil dari kabupaten</source>
        <translation>Fetch from the district</translation>
    </message>
    <message>
        <source>Foto sedang dibuka.</source>
        <translation>Opening the photo.</translation>
    </message>
    <message>
        <source>Menunggu kiriman yang sedang berjalan.</source>
        <translation>Waiting for the exchange that is under way.</translation>
    </message>
    <message>
        <source>Menghubungi kabupaten.</source>
        <translation>Calling the district.</translation>
    </message>
    <message>
        <source>Berkas ini ada di laptop ini, tetapi tidak dapat dibuka sebagai foto.</source>
        <translation>This file is on this laptop, but cannot be opened as a photo.</translation>
    </message>
    <message>
        <source>Foto ini belum ada di laptop ini.</source>
        <translation>This photo is not on this laptop yet.</translation>
    </message>
    <message>
        <source>Dihentikan. Bagian yang sudah sampai disimpan dan nanti diteruskan.</source>
        <translation>Stopped. The part that came is kept and goes on later.</translation>
    </message>
    <message>
        <source>Ambil juga sekarang</source>
        <translation>Fetch it now all the same</translation>
    </message>
    <message>
        <source>Bagian foto yang sudah sampai disimpan dan nanti diteruskan.</source>
        <translation>The part of the photo that came is kept and goes on later.</translation>
    </message>
    <message>
        <source>Coba ambil lagi</source>
        <translation>Try to fetch again</translation>
    </message>
    <message>
        <source>Ambil dari kabupaten ({size})</source>
        <translation>Fetch from the district ({size})</translation>
    </message>
    <message>
        <source>Foto ini kira-kira {size}{cost}. Batas hari ini terlampaui kira-kira {over}. Besok foto ini bisa diambil tanpa melewati batas.</source>
        <translation>This photo is about {size}{cost}. Today&apos;s limit would be passed by about {over}. Tomorrow it can be fetched without passing the limit.</translation>
    </message>
    <message>
        <source>Foto sedang diambil: {here} dari {size}.</source>
        <translation>Fetching the photo: {here} of {size}.</translation>
    </message>
    <message>
        <source>Sedang dihentikan.</source>
        <translation>Stopping.</translation>
    </message>
</context>
<context>
    <name>PhotoControl</name>
    <message>
        <source>Pilih foto (Spasi)</source>
        <translation>Choose photos (Space)</translation>
    </message>
    <message>
        <source>Pilih foto: %1</source>
        <translation>Choose photos: %1</translation>
    </message>
    <message>
        <source>Pilih foto</source>
        <translation>Choose photos</translation>
    </message>
    <message>
        <source>Foto (*.jpg *.jpeg *.png *.webp *.bmp)</source>
        <translation>Photos (*.jpg *.jpeg *.png *.webp *.bmp)</translation>
    </message>
    <message>
        <source>atau seret foto dari folder ke sini. Foto dikecilkan dan dikunci.</source>
        <translation>or drag photos here from a folder. Photos are made small and locked.</translation>
    </message>
    <message>
        <source>Foto sedang dikecilkan dan dikunci</source>
        <translation>The photo is being made small and locked</translation>
    </message>
</context>
<context>
    <name>PhotoDialog</name>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Foto sedang diambil</source>
        <translation>Fetching the photo</translation>
    </message>
    <message>
        <source>Berhenti</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>PhotoTile</name>
    <message>
        <source>Hapus %1</source>
        <translation>Remove %1</translation>
    </message>
</context>
<context>
    <name>PlacesCard</name>
    <message>
        <source>Menurut dusun dan RT</source>
        <translation>By hamlet and RT</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>NIK yang benar: {number}</source>
        <translation>Correct NIK: {number}</translation>
    </message>
    <message>
        <source>{member}, keluarga {head}</source>
        <translation>{member}, family of {head}</translation>
    </message>
    <message>
        <source>Tercatat juga di keluarga {head}</source>
        <translation>Listed in the family of {head} too</translation>
    </message>
    <message>
        <source>Yang terlihat saat kunjungan: {facts}</source>
        <translation>Seen during a visit: {facts}</translation>
    </message>
    <message>
        <source>Meninggal {day}</source>
        <translation>Died {day}</translation>
    </message>
    <message>
        <source>Sekarang di {place}</source>
        <translation>Now in {place}</translation>
    </message>
    <message>
        <source>Tanggal lahir yang benar: {day}</source>
        <translation>Correct date of birth: {day}</translation>
    </message>
    <message>
        <source>Nomor KK yang benar: {number}</source>
        <translation>Correct KK number: {number}</translation>
    </message>
    <message>
        <source>Satu keluarga, diusulkan dari dua laptop</source>
        <translation>One family, proposed from two laptops</translation>
    </message>
    <message>
        <source>Yang benar: sudah pindah ke {place}</source>
        <translation>Correct: moved to {place}</translation>
    </message>
    <message>
        <source>Yang benar: meninggal {day}</source>
        <translation>Correct: died {day}</translation>
    </message>
</context>
<context>
    <name>PracticeDistrict</name>
    <message>
        <source>Jadi kabupaten sendiri</source>
        <translation>Be the district yourself</translation>
    </message>
    <message>
        <source>Buka halaman kabupaten</source>
        <translation>Open the district&apos;s page</translation>
    </message>
    <message>
        <source>Setelah mengirim, buka halaman kabupaten latihan di peramban, putuskan usulan sebagai verifikator, lalu kirim sekali lagi untuk menerima jawabannya.</source>
        <translation>After sending, open the practice district&apos;s page in a browser, decide on proposals as the verifier, then send once more to receive the answers.</translation>
    </message>
    <message>
        <source>Alamat</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kata sandi</source>
        <translation>Password</translation>
    </message>
</context>
<context>
    <name>PracticeKeyDialog</name>
    <message>
        <source>Kunci latihan</source>
        <translation>Practice key</translation>
    </message>
    <message>
        <source>Kesalahan ini sengaja ditanam dalam daftar latihan. Cobalah menemukannya sendiri dulu, lalu cocokkan di sini.</source>
        <translation>These errors were planted in the practice list on purpose. Try to find them yourself first, then compare here.</translation>
    </message>
    <message>
        <source>Jenis kesalahan</source>
        <translation>Kind of error</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>PracticeStep</name>
    <message>
        <source>Buka desa latihan yang sudah ada</source>
        <translation>Open the practice village that is here</translation>
    </message>
    <message>
        <source>Semua yang pernah Anda coba di sana masih ada.</source>
        <translation>Everything that you tried there is still there.</translation>
    </message>
    <message>
        <source>Mulai desa latihan dari awal</source>
        <translation>Begin the practice village anew</translation>
    </message>
    <message>
        <source>Yang lama dihapus bersama semua kunjungan dan usulan latihan di dalamnya.</source>
        <translation>The old one is deleted with all practice visits and proposals in it.</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Menyiapkan desa latihan ...</source>
        <translation>Preparing the practice village ...</translation>
    </message>
</context>
<context>
    <name>ProgressColumn</name>
    <message>
        <source>Kemajuan formulir</source>
        <translation>Progress of the form</translation>
    </message>
</context>
<context>
    <name>Proposal</name>
    <message>
        <source>Usul keluarga baru</source>
        <translation>New family</translation>
    </message>
    <message>
        <source>Perbaikan data</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>Meninggal</source>
        <translation>Death</translation>
    </message>
    <message>
        <source>Masih hidup</source>
        <translation>Still alive</translation>
    </message>
    <message>
        <source>Pindah</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Data ganda</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Pisah KK</source>
        <translation>Split KK</translation>
    </message>
    <message>
        <source>Gabung KK</source>
        <translation>Merge KK</translation>
    </message>
    <message>
        <source>Ganti pengurus</source>
        <translation>Change of representative</translation>
    </message>
    <message>
        <source>Tidak layak</source>
        <translation>Not eligible</translation>
    </message>
    <message>
        <source>Mengundurkan diri</source>
        <translation>Withdrawal</translation>
    </message>
    <message>
        <source>Sanggah</source>
        <translation>Objection</translation>
    </message>
    <message>
        <source>Menunggu musyawarah</source>
        <translation>Waits for the meeting</translation>
    </message>
    <message>
        <source>Disetujui musyawarah</source>
        <translation>Agreed by the meeting</translation>
    </message>
    <message>
        <source>Ditolak musyawarah</source>
        <translation>Refused by the meeting</translation>
    </message>
    <message>
        <source>Ditunda musyawarah</source>
        <translation>Postponed by meeting</translation>
    </message>
    <message>
        <source>Disahkan kepala desa</source>
        <translation>Endorsed by the head</translation>
    </message>
    <message>
        <source>Sudah diinput ke SIKS-NG</source>
        <translation>Keyed into SIKS-NG</translation>
    </message>
    <message>
        <source>Dikembalikan kabupaten</source>
        <translation>Returned by the district</translation>
    </message>
    <message>
        <source>Disetujui kabupaten</source>
        <translation>Accepted by the district</translation>
    </message>
    <message>
        <source>Ditolak kabupaten</source>
        <translation>Rejected by the district</translation>
    </message>
    <message>
        <source>Ditetapkan</source>
        <translation>Determined</translation>
    </message>
    <message>
        <source>Ditarik kembali</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Sudah sesuai daftar</source>
        <translation>Now matches the list</translation>
    </message>
    <message>
        <source>Diganti usulan baru</source>
        <translation>Replaced by a new one</translation>
    </message>
    <message>
        <source>Digabung dengan usulan lain</source>
        <translation>Merged into another</translation>
    </message>
    <message>
        <source>Pertentangan diselesaikan</source>
        <translation>Conflict settled</translation>
    </message>
    <message>
        <source>Penyelesaian dibatalkan</source>
        <translation>Settlement undone</translation>
    </message>
</context>
<context>
    <name>ProposalDetailView</name>
    <message>
        <source>Belum ada usulan yang dipilih</source>
        <translation>No proposal is chosen</translation>
    </message>
    <message>
        <source>Pilih satu usulan di daftar untuk melihat isi, bukti, dan jawabannya.</source>
        <translation>Choose a proposal in the list to see what it says, its evidence and its answer.</translation>
    </message>
    <message>
        <source>Usulan ini tidak ada</source>
        <translation>This proposal does not exist</translation>
    </message>
    <message>
        <source>Usulan ini tidak ada di daftar yang boleh Anda lihat.</source>
        <translation>This proposal is not among those that you may see.</translation>
    </message>
    <message>
        <source>Membuka usulan</source>
        <translation>Opening the proposal</translation>
    </message>
    <message>
        <source>Rincian usulan</source>
        <translation>The proposal in detail</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Buka keluarga</source>
        <translation>Open the family</translation>
    </message>
    <message>
        <source>Catat keputusan</source>
        <translation>Record decision</translation>
    </message>
    <message>
        <source>Catat keputusan musyawarah</source>
        <translation>Record the meeting&apos;s decision</translation>
    </message>
    <message>
        <source>Sahkan</source>
        <translation>Endorse</translation>
    </message>
    <message>
        <source>Sudah diinput</source>
        <translation>Keyed in</translation>
    </message>
    <message>
        <source>Tandai sudah diinput ke SIKS-NG</source>
        <translation>Mark as keyed into SIKS-NG</translation>
    </message>
    <message>
        <source>Perbaiki usulan</source>
        <translation>Mend the proposal</translation>
    </message>
    <message>
        <source>Tarik</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Tarik usulan ini</source>
        <translation>Withdraw this proposal</translation>
    </message>
    <message>
        <source>Jawaban kabupaten</source>
        <translation>The district&apos;s answer</translation>
    </message>
    <message>
        <source>Isi usulan</source>
        <translation>What is proposed</translation>
    </message>
    <message>
        <source>Perjalanan usulan</source>
        <translation>Course of the proposal</translation>
    </message>
    <message>
        <source>Nomor usulan: %1</source>
        <translation>Proposal number: %1</translation>
    </message>
</context>
<context>
    <name>ProposalRow</name>
    <message>
        <source>Buka usulan</source>
        <translation>Open the proposal</translation>
    </message>
    <message>
        <source>Buka usulan %1</source>
        <translation>Open proposal %1</translation>
    </message>
</context>
<context>
    <name>Proposals</name>
    <message>
        <source>Seluruh keluarga</source>
        <translation>The whole family</translation>
    </message>
    <message>
        <source>Siapa di keluarga itu?</source>
        <translation>Who in that family?</translation>
    </message>
    <message>
        <source>Data keluarga (alamat, rumah, aset)</source>
        <translation>The family&apos;s data (address, house, assets)</translation>
    </message>
    <message>
        <source>Data siapa yang diperbaiki?</source>
        <translation>Whose data are corrected?</translation>
    </message>
    <message>
        <source>Siapa yang meninggal?</source>
        <translation>Who died?</translation>
    </message>
    <message>
        <source>Siapa yang masih hidup?</source>
        <translation>Who is still alive?</translation>
    </message>
    <message>
        <source>Siapa pengurus yang baru?</source>
        <translation>Who is the new representative?</translation>
    </message>
    <message>
        <source>Tentang siapa?</source>
        <translation>About whom?</translation>
    </message>
    <message>
        <source>Siapa yang berpisah?</source>
        <translation>Who leaves?</translation>
    </message>
    <message>
        <source>Siapa yang pindah?</source>
        <translation>Who moves?</translation>
    </message>
    <message>
        <source>Kosongkan bila seluruh keluarga pindah.</source>
        <translation>Leave empty if the whole family moves.</translation>
    </message>
    <message>
        <source>biasanya ditemukan pusat</source>
        <translation>usually found by the ministry</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>sudah tercatat di Balai</source>
        <translation>already recorded in Balai</translation>
    </message>
    <message>
        <source>tercatat bersama kunjungan yang memakai GPS</source>
        <translation>recorded with a visit that uses GPS</translation>
    </message>
    <message>
        <source>Anggota</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>Tanggal</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Keluarga lain</source>
        <translation>Other family</translation>
    </message>
    <message>
        <source>Yang pindah</source>
        <translation>Who moves</translation>
    </message>
    <message>
        <source>Yang berpisah</source>
        <translation>Who leaves</translation>
    </message>
    <message>
        <source>Menyangkut</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Nomor KK</source>
        <translation>KK number</translation>
    </message>
    <message>
        <source>Alamat</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Tempat</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>warga desa ini</source>
        <translation>of this village</translation>
    </message>
    <message>
        <source>Penyanggah</source>
        <translation>Objector</translation>
    </message>
    <message>
        <source>Letak</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>tanggal lahir tidak diketahui</source>
        <translation>birth date unknown</translation>
    </message>
    <message>
        <source>Belum punya NIK</source>
        <translation>No NIK yet</translation>
    </message>
    <message>
        <source>Keputusan musyawarah tersimpan.</source>
        <translation>The meeting&apos;s decision is saved.</translation>
    </message>
    <message>
        <source>Usulan disahkan.</source>
        <translation>The proposal is endorsed.</translation>
    </message>
    <message>
        <source>Tercatat sudah diinput ke SIKS-NG.</source>
        <translation>Recorded as keyed into SIKS-NG.</translation>
    </message>
    <message>
        <source>Usulan ditarik kembali.</source>
        <translation>The proposal is withdrawn.</translation>
    </message>
    <message>
        <source>(tidak ada di daftar lagi)</source>
        <translation>(no longer in the list)</translation>
    </message>
    <message>
        <source>Menunggu</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Jenis</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Musyawarah</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>Kabupaten</source>
        <translation>District</translation>
    </message>
    <message>
        <source>Semua jenis</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>Semua keadaan</source>
        <translation>All states</translation>
    </message>
    <message>
        <source>Belum selesai</source>
        <translation>Unfinished</translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu</source>
        <translation>Nothing is waiting</translation>
    </message>
    <message>
        <source>Keluarga</source>
        <translation>Families</translation>
    </message>
    <message>
        <source>Usulan</source>
        <translation>Proposals</translation>
    </message>
    <message>
        <source>Jawaban kabupaten</source>
        <translation>The district&apos;s answer</translation>
    </message>
    <message>
        <source>(tanpa nama)</source>
        <translation>(no name)</translation>
    </message>
    <message>
        <source>Hari terakhir untuk dijawab</source>
        <translation>Last day for an answer</translation>
    </message>
    <message>
        <source>Menunggu diteruskan dan dijawab kabupaten.</source>
        <translation>Waits to be passed on and answered by the district.</translation>
    </message>
    <message>
        <source>Menunggu musyawarah berikutnya.</source>
        <translation>Waits for the next meeting.</translation>
    </message>
    <message>
        <source>Menunggu pengesahan kepala desa.</source>
        <translation>Waits for the village head to endorse it.</translation>
    </message>
    <message>
        <source>Menunggu diinput ke SIKS-NG oleh operator.</source>
        <translation>Waits for the operator to key it into SIKS-NG.</translation>
    </message>
    <message>
        <source>Menunggu jawaban kabupaten.</source>
        <translation>Waits for the district&apos;s answer.</translation>
    </message>
    <message>
        <source>Menunggu diperbaiki oleh desa.</source>
        <translation>Waits for the village to mend it.</translation>
    </message>
    <message>
        <source>Sanggah diajukan</source>
        <translation>Objection filed</translation>
    </message>
    <message>
        <source>Diusulkan</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>Diterima kabupaten</source>
        <translation>Received by the district</translation>
    </message>
    <message>
        <source>Anggota {n}</source>
        <translation>Member {n}</translation>
    </message>
    <message numerus="yes">
        <source>{n} tahun</source>
        <translation>
            <numerusform>{n} year</numerusform>
            <numerusform>{n} years</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} usulan ditemukan</source>
        <translation>Proposals found: {n}</translation>
    </message>
    <message>
        <source>{n} usulan belum selesai</source>
        <translation>Unfinished proposals: {n}</translation>
    </message>
    <message>
        <source>Lewat {n} hari dari batas jawaban</source>
        <translation>Past the limit for an answer by days: {n}</translation>
    </message>
    <message>
        <source>Musyawarah {day}</source>
        <translation>Meeting of {day}</translation>
    </message>
    <message>
        <source>Tanda terima nomor {n}</source>
        <translation>Receipt number {n}</translation>
    </message>
    <message>
        <source>Diinput {day}</source>
        <translation>Keyed in on {day}</translation>
    </message>
    <message>
        <source>Perbaiki</source>
        <translation>Mend</translation>
    </message>
    <message>
        <source>Keluarga yang mana?</source>
        <translation>Which family?</translation>
    </message>
    <message>
        <source>Pilih anggota keluarga yang dimaksud.</source>
        <translation>Choose the member who is meant.</translation>
    </message>
    <message>
        <source>Pilih anggota yang berpisah.</source>
        <translation>Choose the members who leave.</translation>
    </message>
    <message>
        <source>Paling sedikit satu anggota harus tinggal di keluarga lama.</source>
        <translation>At least one member has to stay in the old family.</translation>
    </message>
    <message>
        <source>Cari dan pilih keluarga yang lain.</source>
        <translation>Search for and choose the other family.</translation>
    </message>
    <message>
        <source>Pilih keluarga lain, bukan keluarga yang sama.</source>
        <translation>Choose another family, not the same.</translation>
    </message>
    <message>
        <source>Tambahkan paling sedikit satu anggota.</source>
        <translation>Add at least one member.</translation>
    </message>
    <message>
        <source>Harus ada tepat satu kepala keluarga.</source>
        <translation>There has to be exactly one head of the family.</translation>
    </message>
    <message>
        <source>Belum ada data yang diubah.</source>
        <translation>No data were changed.</translation>
    </message>
    <message>
        <source>Alasan belum dipilih.</source>
        <translation>No reason is chosen.</translation>
    </message>
    <message>
        <source>Alasan ini perlu penjelasan. Isi kotak penjelasan.</source>
        <translation>This reason needs an explanation. Fill in the explanation.</translation>
    </message>
    <message>
        <source>Mungkin sudah ada di daftar:</source>
        <translation>May be in the list already:</translation>
    </message>
    <message>
        <source>nomor yang sama</source>
        <translation>same number</translation>
    </message>
    <message>
        <source>nama mirip</source>
        <translation>similar name</translation>
    </message>
    <message>
        <source>Menunggu jawaban</source>
        <translation>Waits for an answer</translation>
    </message>
    <message>
        <source>Menunggu keputusan musyawarah, dicatat operator atau kepala desa.</source>
        <translation>Waits for the meeting&apos;s decision, which the operator or the village head records.</translation>
    </message>
    <message>
        <source>{kind} ({n} buah)</source>
        <translation>{kind} (pieces: {n})</translation>
    </message>
    <message>
        <source>{field} seharusnya</source>
        <translation>{field} should be</translation>
    </message>
    <message>
        <source>Anggota {n}, {question}</source>
        <translation>Member {n}, {question}</translation>
    </message>
    <message>
        <source>{question} belum diisi.</source>
        <translation>{question} is not filled in.</translation>
    </message>
    <message>
        <source>Bukti belum ada: {kinds}.</source>
        <translation>Evidence is missing: {kinds}.</translation>
    </message>
    <message>
        <source>anggota {name}</source>
        <translation>member {name}</translation>
    </message>
    <message>
        <source>Keberatan: {dissent}</source>
        <translation>Objection: {dissent}</translation>
    </message>
    <message>
        <source>Sahkan</source>
        <translation>Endorse</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Key in</translation>
    </message>
    <message>
        <source>Melanjutkan draf yang tersimpan.</source>
        <translation>Going on with the saved draft.</translation>
    </message>
    <message>
        <source>Draf tersimpan di laptop ini.</source>
        <translation>The draft is saved on this laptop.</translation>
    </message>
    <message>
        <source>Perubahan untuk anggota lain tetap tersimpan sebagai draf, belum ikut diusulkan.</source>
        <translation>Changes for other members stay saved as a draft and are not proposed yet.</translation>
    </message>
    <message>
        <source>Sanggahan harus dijawab sebelum batas waktunya. Tanpa jawaban, bantuan berhenti sendiri.</source>
        <translation>An objection has to be answered before its time is up. Without an answer the aid stops by itself.</translation>
    </message>
    <message>
        <source>Sisa {n} hari untuk dijawab</source>
        <translation>Days left: {n}</translation>
    </message>
    <message>
        <source>ikut diusulkan: {names}</source>
        <translation>also proposed: {names}</translation>
    </message>
    <message>
        <source>Ganda dengan keluarga yang mana?</source>
        <translation>A duplicate of which family?</translation>
    </message>
    <message>
        <source>Digabung dengan keluarga yang mana?</source>
        <translation>Merged with which family?</translation>
    </message>
    <message>
        <source>Semua kecuali sanggah</source>
        <translation>All but objections</translation>
    </message>
    <message>
        <source>Mulai usulan keluarga lain</source>
        <translation>Begin a proposal for another family</translation>
    </message>
    <message>
        <source>(belum ada nama)</source>
        <translation>(no name yet)</translation>
    </message>
    <message>
        <source>terakhir diubah {when}</source>
        <translation>last changed {when}</translation>
    </message>
    <message>
        <source>Balai belum mencatat kunjungan yang tidak menemukan.</source>
        <translation>Balai has no visit on record that found nobody.</translation>
    </message>
    <message numerus="yes">
        <source>Tidak ditemukan pada {n} hari; perlu {needed} hari yang berbeda.</source>
        <translation>
            <numerusform>Not found on {n} day; {needed} different days are needed.</numerusform>
            <numerusform>Not found on {n} days; {needed} different days are needed.</numerusform>
        </translation>
    </message>
    <message>
        <source>Anggota keluarga itu</source>
        <translation>Member of that family</translation>
    </message>
    <message>
        <source>Pindah ke mana</source>
        <translation>Moved where</translation>
    </message>
    <message>
        <source>Bantuan yang dilepas</source>
        <translation>Aid that is renounced</translation>
    </message>
    <message>
        <source>Kepala keluarga ikut berpisah. Siapa kepala keluarga yang tinggal?</source>
        <translation>The head leaves too. Who heads the family that stays?</translation>
    </message>
    <message>
        <source>Pilih kartu keluarga yang tetap dipakai.</source>
        <translation>Choose the family card that stays.</translation>
    </message>
    <message>
        <source>Pilih data yang tetap dipakai.</source>
        <translation>Choose the record that stays.</translation>
    </message>
    <message>
        <source>Pilih kepala keluarga setelah digabung.</source>
        <translation>Choose the head of the joined family.</translation>
    </message>
    <message>
        <source>Pilih kepala keluarga yang baru.</source>
        <translation>Choose the head of the new family.</translation>
    </message>
    <message>
        <source>Pilih kepala keluarga yang tinggal.</source>
        <translation>Choose the head of the family that stays.</translation>
    </message>
    <message>
        <source>KK lama tetap dipakai keluarga yang tinggal.</source>
        <translation>The family that stays keeps the old family card.</translation>
    </message>
    <message>
        <source>KK siapa yang tetap dipakai?</source>
        <translation>Whose family card stays?</translation>
    </message>
    <message>
        <source>Data mana yang tetap dipakai?</source>
        <translation>Which record stays?</translation>
    </message>
    <message>
        <source>Siapa kepala keluarga setelah digabung?</source>
        <translation>Who heads the joined family?</translation>
    </message>
    <message>
        <source>Siapa kepala keluarga yang baru?</source>
        <translation>Who heads the new family?</translation>
    </message>
    <message>
        <source>tanpa nomor KK</source>
        <translation>without a KK number</translation>
    </message>
    <message>
        <source>Yang tetap dipakai: {name} ({which}). Yang lain dinonaktifkan.</source>
        <translation>What stays: {name} ({which}). The other one is set inactive.</translation>
    </message>
    <message>
        <source>Kepala keluarga yang baru: {name}.</source>
        <translation>Head of the new family: {name}.</translation>
    </message>
    <message>
        <source>KK atas nama {whose} tetap dipakai ({card}). Kepala keluarga sesudahnya: {name}.</source>
        <translation>The family card of {whose} stays ({card}). Head of the family afterwards: {name}.</translation>
    </message>
    <message>
        <source>Kepala keluarga yang tinggal: {name}.</source>
        <translation>Head of the family that stays: {name}.</translation>
    </message>
    <message>
        <source>keluarga {head}</source>
        <translation>family of {head}</translation>
    </message>
    <message>
        <source>lahir {day}</source>
        <translation>born {day}</translation>
    </message>
    <message>
        <source>Tidak ada anggota lain yang dapat menjadi pengurus.</source>
        <translation>There is no other member who could receive the aid.</translation>
    </message>
    <message>
        <source>Tidak diketahui atau bukan anggota keluarga</source>
        <translation>Not known, or no member of the family</translation>
    </message>
    <message>
        <source>Siapa pengurus sekarang?</source>
        <translation>Who receives the aid now?</translation>
    </message>
    <message>
        <source>Pengurus sekarang</source>
        <translation>Representative now</translation>
    </message>
    <message>
        <source>Usulan kedua tidak diperlukan: buka usulan itu untuk melihat atau memperbaikinya.</source>
        <translation>A second one is not needed: open that proposal to look at it or to mend it.</translation>
    </message>
    <message>
        <source>Lihat dulu usulan itu; lanjutkan hanya bila yang ini memang lain.</source>
        <translation>Look at that proposal first; go on only if this one is really another.</translation>
    </message>
    <message>
        <source>Pengurus sekarang: {name}.</source>
        <translation>Representative now: {name}.</translation>
    </message>
    <message>
        <source>Pilih pengurus sekarang, atau jawab tidak diketahui.</source>
        <translation>Choose who receives the aid now, or answer that it is not known.</translation>
    </message>
    <message>
        <source>Keluarga ini tidak ada di daftar.</source>
        <translation>This family is not on the list.</translation>
    </message>
    <message>
        <source>Di luar RT Anda. Anda bertugas di {rts}.</source>
        <translation>Outside your RTs. You work in {rts}.</translation>
    </message>
    <message>
        <source>Pilih data yang benar</source>
        <translation>Choose the right data</translation>
    </message>
    <message>
        <source>Bandingkan keduanya</source>
        <translation>Compare the two</translation>
    </message>
    <message>
        <source>Buka usulan itu</source>
        <translation>Open that proposal</translation>
    </message>
    <message>
        <source>Digabung ke usulan lain, dan diteruskan di sana.</source>
        <translation>Merged into another proposal, and goes on there.</translation>
    </message>
    <message>
        <source>Usulan lain digabung ke sini, dengan anggota dan buktinya.</source>
        <translation>Another proposal was merged into this one, with its people and evidence.</translation>
    </message>
    <message>
        <source>Daftar berubah sejak diusulkan: {fields}.</source>
        <translation>The list changed since it was proposed: {fields}.</translation>
    </message>
    <message>
        <source>Mungkin sama dengan usulan keluarga {name}.</source>
        <translation>Perhaps the same as the proposal of the family {name}.</translation>
    </message>
    <message>
        <source>Hal yang sama juga diusulkan orang lain; satu usulan sudah cukup.</source>
        <translation>Somebody else proposed the same; one proposal is enough.</translation>
    </message>
    <message>
        <source>Bertentangan dengan usulan lain tentang keluarga ini: {kind}.</source>
        <translation>Contradicts another proposal about this family: {kind}.</translation>
    </message>
    <message>
        <source>Anda bertugas di {rts}. Hanya keluarga dari RT itu yang dapat dipilih.</source>
        <translation>You are assigned to {rts}. Only families of these RTs can be chosen.</translation>
    </message>
    <message>
        <source>Di luar RT tugas Anda ({rts}), jadi tidak dapat dipilih. Minta operator atau petugas RT itu mengusulkannya.</source>
        <translation>Outside the RTs assigned to you ({rts}), so it cannot be chosen. Ask the operator or that RT&apos;s official to propose it.</translation>
    </message>
    <message>
        <source>Keluarga ini tidak ada di daftar, atau di luar RT tugas Anda ({rts}). Bila di luar RT tugas Anda, minta operator atau petugas RT itu mengusulkannya.</source>
        <translation>This family is not on the list, or it is outside the RTs assigned to you ({rts}). If it is outside, ask the operator or that RT&apos;s official to propose it.</translation>
    </message>
    <message>
        <source>Di antara yang dicari tidak ada yang menunggu</source>
        <translation>Nothing of what is looked for is waiting</translation>
    </message>
    <message>
        <source>tidak diisi</source>
        <translation>left empty</translation>
    </message>
    <message>
        <source>salah satu: {kinds}</source>
        <translation>one of: {kinds}</translation>
    </message>
    <message>
        <source>petunjuk dari daftar: {names}</source>
        <translation>the list points at: {names}</translation>
    </message>
    <message>
        <source>Usulan yang sama sudah ada dan belum selesai: {what}, nomor usulan {number} ({state}).</source>
        <translation>The same has been proposed already and is not finished: {what}, proposal number {number} ({state}).</translation>
    </message>
    <message>
        <source>{name} (tidak lagi tercatat di keluarganya)</source>
        <translation>{name} (no longer recorded in this family)</translation>
    </message>
    <message>
        <source>Tidak lagi tercatat di keluarga ini</source>
        <translation>No longer recorded in this family</translation>
    </message>
    <message>
        <source>Tidak ada anggota keluarga ini yang tercatat meninggal atau dikeluarkan dari daftar, jadi usulan ini tidak diperlukan. Cari orangnya di keluarga lain, atau usulkan perbaikan data.</source>
        <translation>Nobody of this family is recorded as dead or was dropped from the list, so this proposal is not needed. Look for the person in another family, or propose a correction.</translation>
    </message>
    <message>
        <source>diterima keluarga ini menurut daftar</source>
        <translation>this family receives it according to the list</translation>
    </message>
</context>
<context>
    <name>ProposalsPage</name>
    <message>
        <source>Usulan tersimpan di laptop</source>
        <translation>The proposal is saved on the laptop</translation>
    </message>
</context>
<context>
    <name>ProposalsView</name>
    <message>
        <source>Usulan</source>
        <translation>Proposals</translation>
    </message>
    <message>
        <source>Usulan baru</source>
        <translation>New proposal</translation>
    </message>
    <message>
        <source>Cari nama, NIK, nomor KK, atau alamat</source>
        <translation>Search name, NIK, KK number or address</translation>
    </message>
    <message>
        <source>Hapus saringan</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>Daftar usulan</source>
        <translation>Proposals</translation>
    </message>
    <message>
        <source>Kembali ke daftar</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Tidak ada usulan yang cocok</source>
        <translation>No proposal fits</translation>
    </message>
    <message>
        <source>Coba sebagian nama saja, atau hapus saringan.</source>
        <translation>Try a part of the name, or clear the filters.</translation>
    </message>
    <message>
        <source>Tampilkan semua usulan</source>
        <translation>Show all proposals</translation>
    </message>
    <message>
        <source>Belum ada usulan</source>
        <translation>No proposals yet</translation>
    </message>
    <message>
        <source>Usulan dibuat dari sini atau dari rincian keluarga, misalnya perbaikan data atau keluarga baru.</source>
        <translation>Proposals are made here or from a family&apos;s details, for instance a correction or a new family.</translation>
    </message>
    <message>
        <source>Membuka daftar usulan</source>
        <translation>Opening the proposals</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Tidak ada usulan di sini</source>
        <translation>No proposals here</translation>
    </message>
    <message>
        <source>Tidak ada usulan dengan saringan yang dipilih.</source>
        <translation>No proposal fits the chosen filters.</translation>
    </message>
</context>
<context>
    <name>PurposeDialog</name>
    <message>
        <source>Untuk apa nomor lengkap disimpan?</source>
        <translation>What are the whole numbers saved for?</translation>
    </message>
    <message>
        <source>Dikirim ke Dinas Sosial agar daftarnya diperbaiki</source>
        <translation>Sent to the social office, to have its list mended</translation>
    </message>
    <message>
        <source>Mengurus perbaikan di Dukcapil</source>
        <translation>To have it mended at the civil registry</translation>
    </message>
    <message>
        <source>Keperluan lain</source>
        <translation>Another purpose</translation>
    </message>
    <message>
        <source>NIK dan nomor KK adalah data pribadi. Keperluan Anda dicatat bersama nama dan waktu, dan dapat dilihat kabupaten.</source>
        <translation>NIK and family card number are personal data. Your purpose is recorded with name and time, and the district can see it.</translation>
    </message>
    <message>
        <source>Keperluan</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>Keterangan (boleh dikosongkan)</source>
        <translation>Remark (may be left empty)</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Pilih tempat menyimpan</source>
        <translation>Choose where to save</translation>
    </message>
    <message>
        <source>Tulis keperluannya</source>
        <translation>Write what for</translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Pribadi: tanyakan tanpa didengar orang lain.</source>
        <translation>Private: ask where nobody else can hear.</translation>
    </message>
    <message>
        <source>Tanyakan sekarang</source>
        <translation>Ask now</translation>
    </message>
    <message>
        <source>Tanyakan tersendiri</source>
        <translation>Ask in private</translation>
    </message>
    <message>
        <source>Sebelumnya</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Shift+Enter atau Alt+Panah atas</source>
        <translation>Shift+Enter or Alt+Up</translation>
    </message>
    <message>
        <source>Dikumpulkan di akhir, saat tidak ada orang lain (F4)</source>
        <translation>Kept for the end, when nobody else is there (F4)</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Pakai jawaban ini: %1</source>
        <translation>Use this answer: %1</translation>
    </message>
</context>
<context>
    <name>QuestionRow</name>
    <message>
        <source>Belum diisi</source>
        <translation>Not filled in</translation>
    </message>
    <message>
        <source>Boleh kosong</source>
        <translation>May be left empty</translation>
    </message>
    <message>
        <source>Ditanyakan tersendiri</source>
        <translation>Asked in private</translation>
    </message>
    <message>
        <source>%1 (perlu diperiksa)</source>
        <translation>%1 (please check)</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Belum diisi.</source>
        <translation>Not filled in.</translation>
    </message>
    <message>
        <source>hari-bulan-tahun, misalnya 17-08-1990</source>
        <translation>day-month-year, for example 17-08-1990</translation>
    </message>
    <message>
        <source>lintang dan bujur, misalnya -9,8632 124,2841</source>
        <translation>latitude and longitude, for example -9.8632 124.2841</translation>
    </message>
    <message>
        <source>angka, misalnya 36</source>
        <translation>a number, for example 36</translation>
    </message>
    <message>
        <source>angka, misalnya 2,5</source>
        <translation>a number, for example 2.5</translation>
    </message>
</context>
<context>
    <name>Quota</name>
    <message>
        <source>Kuota dan harga disimpan.</source>
        <translation>Limit and price are saved.</translation>
    </message>
</context>
<context>
    <name>QuotaSection</name>
    <message>
        <source>untuk 1 GB</source>
        <translation>for 1 GB</translation>
    </message>
    <message>
        <source>untuk 1 MB</source>
        <translation>for 1 MB</translation>
    </message>
    <message>
        <source>Simpan kuota</source>
        <translation>Save limit</translation>
    </message>
    <message>
        <source>Batas sehari (MB)</source>
        <translation>Limit a day (MB)</translation>
    </message>
    <message>
        <source>Kosongkan bila tanpa batas. Catatan selalu dikirim; hanya foto yang menunggu besok.</source>
        <translation>Leave empty for no limit. Records are always sent; only photos wait for tomorrow.</translation>
    </message>
    <message>
        <source>Harga kuota (rupiah)</source>
        <translation>Price of data (rupiah)</translation>
    </message>
    <message>
        <source>Dengan harga ini Kirim &amp; terima menyebut kira-kira biayanya. Boleh kosong.</source>
        <translation>With this price, Send &amp; receive shows roughly what it costs. May be left empty.</translation>
    </message>
    <message>
        <source>Harga itu</source>
        <translation>That price is</translation>
    </message>
    <message>
        <source>Kuota internet</source>
        <translation>Internet data</translation>
    </message>
</context>
<context>
    <name>ReadDialog</name>
    <message>
        <source>Baca dari stik</source>
        <translation>Read from a stick</translation>
    </message>
    <message>
        <source>Lihat lagi</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Baca yang lain</source>
        <translation>Read another one</translation>
    </message>
    <message>
        <source>Pilih berkas…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>Tempat</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Melihat apa yang ada di sana</source>
        <translation>Looking at what is there</translation>
    </message>
    <message>
        <source>Bundel yang dapat dibaca</source>
        <translation>Bundles that can be read</translation>
    </message>
    <message>
        <source>Tidak ada bundel Balai di sini. Pasang stiknya, atau pilih folder lain.</source>
        <translation>There is no Balai bundle here. Plug the stick in, or choose another folder.</translation>
    </message>
    <message>
        <source>Di stik ini ada berkas lain yang tidak dibuka Balai.</source>
        <translation>There are other files on this stick that Balai does not open.</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Hentikan</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Ambil</source>
        <translation>Take in</translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message>
        <source>Tanda terima dari kabupaten</source>
        <translation>Receipts from the district</translation>
    </message>
    <message>
        <source>Belum ada. Tanda terima pertama datang setelah kiriman pertama.</source>
        <translation>None yet. The first receipt comes after the first sending.</translation>
    </message>
    <message>
        <source>Nomor %1</source>
        <translation>Number %1</translation>
    </message>
</context>
<context>
    <name>RecoveryWords</name>
    <message>
        <source>Rangkaian %1</source>
        <translation>Line %1</translation>
    </message>
</context>
<context>
    <name>ReportStep</name>
    <message>
        <source>keluarga</source>
        <translation>families</translation>
    </message>
    <message>
        <source>orang</source>
        <translation>people</translation>
    </message>
    <message>
        <source>peringatan</source>
        <translation>warnings</translation>
    </message>
    <message>
        <source>Tidak ada yang janggal di daftar ini.</source>
        <translation>Nothing odd in this list.</translation>
    </message>
    <message>
        <source>Tulis NIK dan nomor KK lengkap di lembar itu</source>
        <translation>Write whole NIK and KK numbers into that sheet</translation>
    </message>
    <message>
        <source>Simpan lembar peringatan</source>
        <translation>Save the sheet of warnings</translation>
    </message>
    <message>
        <source>Yang perlu diperiksa</source>
        <translation>To be checked</translation>
    </message>
    <message>
        <source>Isi asli tetap disimpan. Peringatan tampil di setiap keluarga agar diperiksa saat kunjungan.</source>
        <translation>The original stays. Warnings appear with each family, to be checked during the visit.</translation>
    </message>
    <message>
        <source>Setiap baris terhitung</source>
        <translation>Every row is accounted for</translation>
    </message>
    <message>
        <source>Lembar peringatan disimpan: %1</source>
        <translation>Sheet of warnings saved: %1</translation>
    </message>
    <message>
        <source>daftar</source>
        <translation>list</translation>
    </message>
    <message>
        <source>Laptop ini untuk desa mana?</source>
        <translation>Which village is this laptop for?</translation>
    </message>
    <message>
        <source>Daftar ini memuat beberapa desa. Hanya keluarga desa yang Anda pilih masuk ke laptop ini.</source>
        <translation>This list holds several villages. Only the families of the village you choose come onto this laptop.</translation>
    </message>
    <message>
        <source>Pilih desa</source>
        <translation>Choose a village</translation>
    </message>
    <message>
        <source>Dicatat siapa yang menyimpan lembar ini, kapan, dan untuk apa.</source>
        <translation>It is recorded who saves this sheet, when, and what for.</translation>
    </message>
</context>
<context>
    <name>ResetDialog</name>
    <message>
        <source>Kata sandi baru</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Kata sandi baru sekali lagi</source>
        <translation>New password once more</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Pasang kata sandi</source>
        <translation>Set the password</translation>
    </message>
    <message>
        <source>Kata sandi baru untuk {name}</source>
        <translation>New password for {name}</translation>
    </message>
    <message>
        <source>Kata sandi lama langsung tidak berlaku. Kabupaten perlu memastikan orang ini sekali lagi.</source>
        <translation>The old password is void at once. The district has to confirm this person again.</translation>
    </message>
</context>
<context>
    <name>RevealDialog</name>
    <message>
        <source>Lihat %1 lengkap</source>
        <translation>Show the full %1</translation>
    </message>
    <message>
        <source>Nomor ini data pribadi. Alasan Anda dicatat bersama nama dan waktu.</source>
        <translation>This number is personal. Your reason is recorded with your name and the time.</translation>
    </message>
    <message>
        <source>Alasan melihat nomor</source>
        <translation>Reason for viewing the number</translation>
    </message>
    <message>
        <source>Keterangan (boleh dikosongkan)</source>
        <translation>Remark (may be left empty)</translation>
    </message>
    <message>
        <source>Misalnya: warga datang membawa KK baru.</source>
        <translation>For example: the resident brought a new KK.</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Lihat selama 60 detik</source>
        <translation>Show for 60 seconds</translation>
    </message>
    <message>
        <source>Tulis alasannya</source>
        <translation>Write the reason</translation>
    </message>
</context>
<context>
    <name>RevealedBox</name>
    <message>
        <source>Sembunyikan</source>
        <translation>Hide</translation>
    </message>
    <message numerus="yes">
        <source>Disembunyikan lagi dalam %n detik</source>
        <translation>
            <numerusform>Hidden again in %n second</numerusform>
            <numerusform>Hidden again in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Pendata</source>
        <translation>Enumerator</translation>
    </message>
    <message>
        <source>Operator desa</source>
        <translation>Village operator</translation>
    </message>
    <message>
        <source>Kepala desa</source>
        <translation>Village head</translation>
    </message>
    <message>
        <source>Penanda tangan kedua</source>
        <translation>Second signer</translation>
    </message>
    <message>
        <source>Pembaca</source>
        <translation>Viewer</translation>
    </message>
    <message>
        <source>Verifikator kabupaten</source>
        <translation>District verifier</translation>
    </message>
</context>
<context>
    <name>Route</name>
    <message>
        <source>Kepala keluarga</source>
        <translation>Head of family</translation>
    </message>
    <message>
        <source>Alamat</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Anggota</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Peran Anda hanya melihat rute, tidak mencatat kunjungan.</source>
        <translation>Your role can see the route, but not record visits.</translation>
    </message>
    <message>
        <source>selesai</source>
        <translation>finished</translation>
    </message>
    <message>
        <source>Tanpa RT</source>
        <translation>Without RT</translation>
    </message>
    <message>
        <source>Lanjutkan draf</source>
        <translation>Continue draft</translation>
    </message>
    <message>
        <source>Tanpa nomor KK</source>
        <translation>Without KK number</translation>
    </message>
    <message>
        <source>(tanpa nama)</source>
        <translation>(no name)</translation>
    </message>
    <message numerus="yes">
        <source>{n} dari {all} keluarga belum selesai</source>
        <translation>
            <numerusform>{n} of {all} families is not finished</numerusform>
            <numerusform>{n} of {all} families are not finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Semua {n} keluarga di RT ini sudah dikunjungi</source>
        <translation>
            <numerusform>The {n} family of this RT has been visited</numerusform>
            <numerusform>All {n} families of this RT have been visited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} draf belum disimpan</source>
        <translation>
            <numerusform>{n} draft not saved yet</numerusform>
            <numerusform>{n} drafts not saved yet</numerusform>
        </translation>
    </message>
    <message>
        <source>Kunjungan</source>
        <translation>Visits</translation>
    </message>
    <message numerus="yes">
        <source>{n} kali</source>
        <translation>
            <numerusform>{n} time</numerusform>
            <numerusform>{n} times</numerusform>
        </translation>
    </message>
    <message>
        <source>tersisa {n}</source>
        <translation>{n} left</translation>
    </message>
    <message numerus="yes">
        <source>{n} anggota</source>
        <translation>
            <numerusform>{n} member</numerusform>
            <numerusform>{n} members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RouteView</name>
    <message>
        <source>Kunjungan</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>Rute hari ini</source>
        <translation>Today&apos;s route</translation>
    </message>
    <message>
        <source>RT yang dikunjungi</source>
        <translation>RT to visit</translation>
    </message>
    <message>
        <source>Kemajuan RT ini</source>
        <translation>Progress of this RT</translation>
    </message>
    <message>
        <source>Keluarga di rute</source>
        <translation>Families of the route</translation>
    </message>
    <message>
        <source>Membuka rute</source>
        <translation>Opening the route</translation>
    </message>
    <message>
        <source>Belum ada keluarga untuk dikunjungi</source>
        <translation>No families to visit yet</translation>
    </message>
    <message>
        <source>Buka daftar dari kabupaten, atau terima daftar lewat Kirim &amp; terima.</source>
        <translation>Open a list from the district, or receive one under Send &amp; receive.</translation>
    </message>
    <message>
        <source>Tidak ada keluarga di RT ini</source>
        <translation>No families in this RT</translation>
    </message>
    <message>
        <source>Pilih RT lain.</source>
        <translation>Choose another RT.</translation>
    </message>
    <message>
        <source>RT</source>
        <translation>RT</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Mulai kunjungan</source>
        <translation>Start visit</translation>
    </message>
    <message>
        <source>Kepada keluarga yang dipilih di bawah</source>
        <translation>To the family chosen below</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>baris jumlah</source>
        <translation>a row of sums</translation>
    </message>
    <message>
        <source>judul kolom yang terulang</source>
        <translation>column headings repeated</translation>
    </message>
    <message>
        <source>tidak ada nama dan nomor orang</source>
        <translation>no name and no number of a person</translation>
    </message>
</context>
<context>
    <name>RowCard</name>
    <message>
        <source>belum tercatat</source>
        <translation>not recorded yet</translation>
    </message>
</context>
<context>
    <name>Running</name>
    <message>
        <source>Hentikan</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Anda bisa terus bekerja. Catatan dikirim dulu, foto menyusul.</source>
        <translation>You can go on working. Records go first, photos after.</translation>
    </message>
    <message>
        <source>Mendaftarkan laptop ini</source>
        <translation>Registering this laptop</translation>
    </message>
    <message>
        <source>Menghentikan</source>
        <translation>Stopping</translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <source>Sedang dikerjakan</source>
        <translation>Under way</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Simpan ke stik</source>
        <translation>Save to a stick</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Kabupaten dan laptop lain</source>
        <translation>District and other laptops</translation>
    </message>
    <message>
        <source>Kabupaten saja</source>
        <translation>District only</translation>
    </message>
    <message>
        <source>Catatan dan foto</source>
        <translation>Records and photos</translation>
    </message>
    <message>
        <source>Catatan saja</source>
        <translation>Records only</translation>
    </message>
    <message>
        <source>Foto menyusul lain kali</source>
        <translation>Photos follow another time</translation>
    </message>
    <message>
        <source>Kira-kira %1.</source>
        <translation>About %1.</translation>
    </message>
    <message>
        <source>Tidak ada yang baru untuk dibawa; bundelnya hanya memberi tahu apa yang sudah ada di sini.</source>
        <translation>There is nothing new to carry; the bundle only tells what is here already.</translation>
    </message>
    <message>
        <source>Tempat</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Isi</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Menghitung apa yang dapat dibawa</source>
        <translation>Counting what can be carried</translation>
    </message>
    <message>
        <source>Untuk siapa</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Isinya</source>
        <translation>What is in it</translation>
    </message>
    <message>
        <source>Bagian %1</source>
        <translation>Parts of %1</translation>
    </message>
    <message>
        <source>Satu berkas</source>
        <translation>One file</translation>
    </message>
    <message>
        <source>Sudah diperiksa. Aman dicabut.</source>
        <translation>Checked. Safe to pull out.</translation>
    </message>
    <message>
        <source>Hentikan</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Satu berkas, atau bagian-bagian untuk dikirim lewat WhatsApp atau surel</source>
        <translation>One file, or parts to send by WhatsApp or email</translation>
    </message>
    <message>
        <source>Bundelnya terkunci: hanya kabupaten dan laptop desa ini yang dapat membukanya.</source>
        <translation>The bundle is locked: only the district and this village&apos;s laptops can open it.</translation>
    </message>
    <message>
        <source>Tidak ikut</source>
        <translation>Left out</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Hapus isi pencarian</source>
        <translation>Clear the search</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Perlihatkan kata sandi</source>
        <translation>Show the password</translation>
    </message>
    <message>
        <source>Caps Lock menyala: semua huruf menjadi besar.</source>
        <translation>Caps Lock is on: all letters become capitals.</translation>
    </message>
    <message>
        <source>Sembunyikan kata sandi</source>
        <translation>Hide the password</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Pengaturan</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Bagian</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>Tampilan</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>Petugas</source>
        <translation>Officials</translation>
    </message>
    <message>
        <source>Kata sandi saya</source>
        <translation>My password</translation>
    </message>
    <message>
        <source>Kabupaten</source>
        <translation>District</translation>
    </message>
    <message>
        <source>Keutuhan data</source>
        <translation>Check of the data</translation>
    </message>
    <message>
        <source>Tentang Balai</source>
        <translation>About Balai</translation>
    </message>
    <message>
        <source>Daftar dari berkas</source>
        <translation>List from a file</translation>
    </message>
    <message>
        <source>Laptop ini</source>
        <translation>This laptop</translation>
    </message>
    <message>
        <source>Jejak data</source>
        <translation>Data trail</translation>
    </message>
</context>
<context>
    <name>SettleDialog</name>
    <message>
        <source>Anda tetap bisa bekerja.</source>
        <translation>You can go on working.</translation>
    </message>
    <message>
        <source>Mintalah kepala desa atau operator masuk dan menyelesaikannya.</source>
        <translation>Ask the village head or the operator to sign in and settle it.</translation>
    </message>
    <message>
        <source>Nanti saja</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Lanjutkan dengan aman</source>
        <translation>Go on safely</translation>
    </message>
    <message>
        <source>Saya sudah memeriksa</source>
        <translation>I have looked at it</translation>
    </message>
    <message numerus="yes">
        <source>%n catatan hilang dari simpanan dan dari salinannya (nomor {from} sampai {to}).</source>
        <translation>
            <numerusform>%n record is gone from the store and from its copy (number {from} to {to}).</numerusform>
            <numerusform>%n records are gone from the store and from its copy (numbers {from} to {to}).</numerusform>
        </translation>
    </message>
    <message>
        <source>Yang sudah diterima kabupaten kembali saat mengirim berikutnya. Yang belum sempat dikirim perlu dicatat lagi: periksa kunjungan dan usulan terakhir Anda.</source>
        <translation>What the district has received comes back with the next sending. What was not sent yet has to be recorded again: look at your last visits and proposals.</translation>
    </message>
</context>
<context>
    <name>SettlingView</name>
    <message>
        <source>Kembali ke daftar</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Tampilkan isian pribadi</source>
        <translation>Show private answers</translation>
    </message>
    <message>
        <source>Menyimpan…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Simpan pilihan</source>
        <translation>Save choices</translation>
    </message>
    <message>
        <source>Buka keluarga</source>
        <translation>Open the family</translation>
    </message>
    <message>
        <source>Misalnya: didatangi lagi bersama ketua RT.</source>
        <translation>For example: visited again together with the head of the RT.</translation>
    </message>
    <message>
        <source>Catatan (boleh dikosongkan)</source>
        <translation>Note (may be left empty)</translation>
    </message>
</context>
<context>
    <name>SheetsDialog</name>
    <message>
        <source>Lembar mana yang dibaca?</source>
        <translation>Which sheets are read?</translation>
    </message>
    <message>
        <source>Lembar dengan judul kolom yang sama, misalnya satu lembar tiap RT, dibaca sebagai satu daftar.</source>
        <translation>Sheets with the same headings, such as one for each RT, are read as one list.</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Pakai pilihan ini</source>
        <translation>Use this choice</translation>
    </message>
</context>
<context>
    <name>SheetsLine</name>
    <message>
        <source>Pilih lembar</source>
        <translation>Choose sheets</translation>
    </message>
    <message>
        <source>%1 dari %2 lembar dibaca sebagai satu daftar</source>
        <translation>%1 of %2 sheets are read as one list</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Desa latihan: semua keluarga di sini rekaan. Silakan mencoba apa saja.</source>
        <translation>Practice village: all families here are invented. Try anything you like.</translation>
    </message>
    <message>
        <source>Pintasan papan ketik</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Kunci Balai</source>
        <translation>Lock Balai</translation>
    </message>
    <message>
        <source>Cari di halaman ini</source>
        <translation>Search this page</translation>
    </message>
    <message>
        <source>Ke bagian berikut atau sebelumnya</source>
        <translation>To the next or previous part</translation>
    </message>
    <message>
        <source>Pindah di dalam daftar</source>
        <translation>Move within a list</translation>
    </message>
    <message>
        <source>Buka atau lanjut</source>
        <translation>Open or go on</translation>
    </message>
    <message>
        <source>Tutup atau kembali</source>
        <translation>Close or go back</translation>
    </message>
    <message>
        <source>Bantuan ini</source>
        <translation>This help</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Pindah antara menu dan isi halaman</source>
        <translation>Move between menu and page</translation>
    </message>
    <message>
        <source>Kunci latihan</source>
        <translation>Practice key</translation>
    </message>
</context>
<context>
    <name>SideCard</name>
    <message>
        <source>Lihat %1</source>
        <translation>See %1</translation>
    </message>
    <message>
        <source>Buka usulan</source>
        <translation>Open the proposal</translation>
    </message>
    <message>
        <source>Buka %1</source>
        <translation>Open %1</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Tulis alamat dari kabupaten.</source>
        <translation>Write the address that the district gave you.</translation>
    </message>
    <message>
        <source>Tulis kode dari kabupaten.</source>
        <translation>Write the code that the district gave you.</translation>
    </message>
    <message>
        <source>Tulis nama lengkap Anda.</source>
        <translation>Write your full name.</translation>
    </message>
    <message>
        <source>Belum sama. Periksa kertas Anda.</source>
        <translation>Not the same yet. Look at your paper.</translation>
    </message>
    <message>
        <source>Tertulis: {file}. Stik aman dicabut.</source>
        <translation>Written: {file}. The stick may be pulled out.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Selamat datang di Balai</source>
        <translation>Welcome to Balai</translation>
    </message>
    <message>
        <source>Bagaimana Anda ingin mulai?</source>
        <translation>How would you like to begin?</translation>
    </message>
    <message>
        <source>Buka daftar dari berkas</source>
        <translation>Open a list from a file</translation>
    </message>
    <message>
        <source>Daftarkan ke kabupaten</source>
        <translation>Register with the district</translation>
    </message>
    <message>
        <source>Siapa Anda?</source>
        <translation>Who are you?</translation>
    </message>
    <message>
        <source>Anda orang pertama yang membuka desa ini di laptop ini.</source>
        <translation>You are the first person to open this village on this laptop.</translation>
    </message>
    <message>
        <source>Sebentar</source>
        <translation>One moment</translation>
    </message>
    <message>
        <source>Tulis kata pemulihan</source>
        <translation>Write down the recovery words</translation>
    </message>
    <message>
        <source>Sudah tertulis?</source>
        <translation>Written down?</translation>
    </message>
    <message>
        <source>Menghentikan</source>
        <translation>Stopping</translation>
    </message>
    <message>
        <source>Menyiapkan desa Anda</source>
        <translation>Preparing your village</translation>
    </message>
    <message>
        <source>Buat desa ini</source>
        <translation>Create this village</translation>
    </message>
    <message>
        <source>Sudah saya tulis</source>
        <translation>I have written them down</translation>
    </message>
    <message>
        <source>Mulai bekerja</source>
        <translation>Begin to work</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Lanjut dengan daftar ini</source>
        <translation>Go on with this list</translation>
    </message>
    <message>
        <source>Kembali ke layar masuk</source>
        <translation>Back to the lock screen</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Hentikan</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Desa latihan sudah ada</source>
        <translation>There is a practice village already</translation>
    </message>
    <message>
        <source>Apa yang ingin Anda lakukan?</source>
        <translation>What would you like to do?</translation>
    </message>
    <message>
        <source>Menunggu jawaban kabupaten</source>
        <translation>Waiting for the district&apos;s answer</translation>
    </message>
    <message>
        <source>Desa ini mulai bekerja begitu jawaban kabupaten dibaca.</source>
        <translation>This village starts working once the district&apos;s answer was read.</translation>
    </message>
    <message>
        <source>Isi yang Anda terima dari kabupaten.</source>
        <translation>Fill in what you received from the district.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Belum dikunjungi</source>
        <translation>Not visited yet</translation>
    </message>
    <message>
        <source>Sudah dikunjungi</source>
        <translation>Visited</translation>
    </message>
    <message>
        <source>Belum lengkap</source>
        <translation>Incomplete</translation>
    </message>
    <message>
        <source>Tidak ditemukan</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>Ganda</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Bertentangan</source>
        <translation>Conflicting</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Tersimpan di laptop ini</source>
        <translation>Saved on this laptop</translation>
    </message>
    <message>
        <source>Kirim sekarang</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu dikirim</source>
        <translation>Nothing is waiting to be sent</translation>
    </message>
    <message>
        <source>Sedang dikirim</source>
        <translation>Sending</translation>
    </message>
    <message numerus="yes">
        <source>%n dalam perjalanan</source>
        <translation>
            <numerusform>%n on its way</numerusform>
            <numerusform>%n on their way</numerusform>
        </translation>
    </message>
    <message>
        <source>diterima kabupaten no. {number}</source>
        <translation>received by the district, no. {number}</translation>
    </message>
    <message>
        <source>terakhir {when}</source>
        <translation>last {when}</translation>
    </message>
    <message numerus="yes">
        <source>%n usulan diputus</source>
        <translation>
            <numerusform>%n proposal decided</numerusform>
            <numerusform>%n proposals decided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n catatan menunggu dikirim</source>
        <translation>
            <numerusform>%n record is waiting to be sent</numerusform>
            <numerusform>%n records are waiting to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n foto belum sampai di kabupaten</source>
        <translation>
            <numerusform>%n photo not at the district yet</numerusform>
            <numerusform>%n photos not at the district yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Menghubungi kabupaten</source>
        <translation>Reaching the district</translation>
    </message>
    <message>
        <source>Mengirim dan menerima catatan</source>
        <translation>Sending and receiving records</translation>
    </message>
    <message>
        <source>Mengambil daftar</source>
        <translation>Fetching the list</translation>
    </message>
    <message>
        <source>Mengirim foto; catatan sudah sampai</source>
        <translation>Sending photos; the records have arrived</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>StepRow</name>
    <message numerus="yes">
        <source>Tampilkan %n perubahan lagi</source>
        <translation>
            <numerusform>Show %n more change</numerusform>
            <numerusform>Show %n more changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Stick</name>
    <message>
        <source>Dibuat laptop ini</source>
        <translation>Made by this laptop</translation>
    </message>
    <message>
        <source>Tidak ada yang baru: semuanya sudah ada di laptop ini.</source>
        <translation>Nothing new: all of it is on this laptop already.</translation>
    </message>
    <message>
        <source>Stik {name}</source>
        <translation>Stick {name}</translation>
    </message>
    <message numerus="yes">
        <source>{n} catatan ({size})</source>
        <translation>
            <numerusform>{n} record ({size})</numerusform>
            <numerusform>{n} records ({size})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} foto ({size})</source>
        <translation>
            <numerusform>{n} photo ({size})</numerusform>
            <numerusform>{n} photos ({size})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} catatan</source>
        <translation>
            <numerusform>{n} record</numerusform>
            <numerusform>{n} records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} foto</source>
        <translation>
            <numerusform>{n} photo</numerusform>
            <numerusform>{n} photos</numerusform>
        </translation>
    </message>
    <message>
        <source>Dari {sender}</source>
        <translation>From {sender}</translation>
    </message>
    <message numerus="yes">
        <source>{n} bagian</source>
        <translation>
            <numerusform>{n} part</numerusform>
            <numerusform>{n} parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} catatan sudah ada sebelumnya.</source>
        <translation>
            <numerusform>{n} record was here before.</numerusform>
            <numerusform>{n} records were here before.</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} dari {total}</source>
        <translation>{done} of {total}</translation>
    </message>
    <message>
        <source>Bagian nomor {places} belum ada</source>
        <translation>Part number {places} is still missing</translation>
    </message>
</context>
<context>
    <name>StickButtons</name>
    <message>
        <source>Simpan ke stik…</source>
        <translation>Save to a stick…</translation>
    </message>
    <message>
        <source>Baca dari stik…</source>
        <translation>Read from a stick…</translation>
    </message>
</context>
<context>
    <name>StickPlace</name>
    <message>
        <source>Pilih folder…</source>
        <translation>Choose a folder…</translation>
    </message>
    <message>
        <source>Pilih folder</source>
        <translation>Choose a folder</translation>
    </message>
    <message>
        <source>Pilih berkas</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>Bundel Balai</source>
        <translation>Balai bundles</translation>
    </message>
    <message>
        <source>Menghentikan</source>
        <translation>Stopping</translation>
    </message>
</context>
<context>
    <name>StickProblem</name>
    <message>
        <source>Dibuat Balai yang lebih baru</source>
        <translation>Made by a newer Balai</translation>
    </message>
    <message>
        <source>Bukan untuk laptop ini</source>
        <translation>Not for this laptop</translation>
    </message>
    <message>
        <source>Milik kabupaten lain</source>
        <translation>Of another district</translation>
    </message>
    <message>
        <source>Milik desa lain</source>
        <translation>Of another village</translation>
    </message>
    <message>
        <source>Terpotong</source>
        <translation>Cut off</translation>
    </message>
    <message>
        <source>Bukan bundel Balai</source>
        <translation>Not a Balai bundle</translation>
    </message>
    <message>
        <source>Tidak terbaca</source>
        <translation>Cannot be read</translation>
    </message>
</context>
<context>
    <name>StickStep</name>
    <message>
        <source>Mengumpulkan catatan</source>
        <translation>Gathering records</translation>
    </message>
    <message>
        <source>Menulis</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>Membaca ulang untuk diperiksa</source>
        <translation>Reading it again to check</translation>
    </message>
    <message>
        <source>Menyalin ke laptop ini</source>
        <translation>Copying to this laptop</translation>
    </message>
    <message>
        <source>Menyimpan foto</source>
        <translation>Keeping photos</translation>
    </message>
    <message>
        <source>Memasukkan catatan</source>
        <translation>Taking records in</translation>
    </message>
</context>
<context>
    <name>Strength</name>
    <message>
        <source>Paling sedikit 8 huruf. Tiga atau empat kata lebih baik daripada tanda aneh.</source>
        <translation>At least 8 letters. Three or four words are better than odd characters.</translation>
    </message>
    <message>
        <source>Mudah ditebak. Pakai beberapa kata yang hanya Anda ingat.</source>
        <translation>Easy to guess. Use a few words that only you remember.</translation>
    </message>
    <message>
        <source>Cukup. Satu kata lagi membuatnya jauh lebih kuat.</source>
        <translation>Good enough. One more word makes it much stronger.</translation>
    </message>
    <message>
        <source>Baik.</source>
        <translation>Good.</translation>
    </message>
    <message>
        <source>Kuat.</source>
        <translation>Strong.</translation>
    </message>
    <message>
        <source>Kata sandi paling sedikit 8 huruf.</source>
        <translation>The password must have at least 8 letters.</translation>
    </message>
    <message>
        <source>Kedua kata sandi belum sama.</source>
        <translation>The two passwords are not the same yet.</translation>
    </message>
    <message numerus="yes">
        <source>Terlalu pendek: kurang {n} huruf lagi.</source>
        <translation>
            <numerusform>Too short: {n} more letter.</numerusform>
            <numerusform>Too short: {n} more letters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StruckValue</name>
    <message>
        <source>dari %1 menjadi %2</source>
        <translation>from %1 to %2</translation>
    </message>
</context>
<context>
    <name>SummaryPart</name>
    <message>
        <source>Ubah isian</source>
        <translation>Change the entries</translation>
    </message>
    <message>
        <source>Simpan usulan</source>
        <translation>Save the proposal</translation>
    </message>
    <message>
        <source>Periksa sekali lagi</source>
        <translation>Check once more</translation>
    </message>
</context>
<context>
    <name>SummaryView</name>
    <message>
        <source>Simpan kunjungan</source>
        <translation>Save visit</translation>
    </message>
    <message>
        <source>Sebelumnya</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Menyimpan…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Menunggu foto…</source>
        <translation>Waiting for photos…</translation>
    </message>
    <message>
        <source>Masih kurang</source>
        <translation>Still missing</translation>
    </message>
    <message>
        <source>Ke tombol Simpan kunjungan</source>
        <translation>To the button Save visit</translation>
    </message>
    <message>
        <source>Berbeda dari sebelumnya</source>
        <translation>Different from before</translation>
    </message>
    <message>
        <source>Setelah disimpan</source>
        <translation>Once saved</translation>
    </message>
    <message>
        <source>Jawaban</source>
        <translation>Answers</translation>
    </message>
</context>
<context>
    <name>Tell</name>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Thumb</name>
    <message>
        <source>%1 (belum ada di laptop ini)</source>
        <translation>%1 (not on this laptop yet)</translation>
    </message>
    <message>
        <source>Foto: %1</source>
        <translation>Photo: %1</translation>
    </message>
</context>
<context>
    <name>Trail</name>
    <message>
        <source>Nomor KK</source>
        <translation>Family card number</translation>
    </message>
    <message>
        <source>nomor lengkap</source>
        <translation>whole numbers</translation>
    </message>
    <message>
        <source>nomor disamarkan</source>
        <translation>numbers masked</translation>
    </message>
    <message numerus="yes">
        <source>{n} keluarga</source>
        <translation>
            <numerusform>{n} family</numerusform>
            <numerusform>{n} families</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} dilihat utuh: keluarga {name}</source>
        <translation>{number} seen in full: family {name}</translation>
    </message>
    <message>
        <source>Lembar peringatan disimpan ke berkas: {families}</source>
        <translation>Sheet of warnings saved to a file: {families}</translation>
    </message>
    <message>
        <source>Perubahan daftar disimpan ke berkas: {families}</source>
        <translation>Changes of the list saved to a file: {families}</translation>
    </message>
    <message>
        <source>Keperluan: {purpose}</source>
        <translation>Purpose: {purpose}</translation>
    </message>
    <message>
        <source>Alasan: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
</context>
<context>
    <name>TrailSection</name>
    <message>
        <source>NIK dan nomor KK yang dilihat utuh, dan berkas berisi nama yang disimpan ke luar Balai. Catatan ini ikut terkirim ke kabupaten dan tidak dapat diubah siapa pun.</source>
        <translation>NIKs and family card numbers that were seen in full, and files with names that were saved outside Balai. These records go to the district too, and nobody can change them.</translation>
    </message>
    <message>
        <source>Siapa melihat dan membawa data</source>
        <translation>Who saw and took out data</translation>
    </message>
    <message>
        <source>Belum ada yang dicatat.</source>
        <translation>Nothing is on record yet.</translation>
    </message>
    <message>
        <source>Yang lebih lama ada di catatan kabupaten.</source>
        <translation>Older ones are in the district&apos;s records.</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Tersimpan di laptop</source>
        <translation>Saved on the laptop</translation>
    </message>
    <message>
        <source>Dalam perjalanan</source>
        <translation>On its way</translation>
    </message>
    <message>
        <source>Diterima kabupaten</source>
        <translation>Received by the district</translation>
    </message>
    <message>
        <source>Diputus</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>Diterima kabupaten (nomor {number})</source>
        <translation>Received by the district (number {number})</translation>
    </message>
    <message>
        <source>Dalam perjalanan (stik, {day})</source>
        <translation>On its way (stick, {day})</translation>
    </message>
    <message>
        <source>Diputus (nomor {number})</source>
        <translation>Decided (number {number})</translation>
    </message>
    <message>
        <source>Dalam perjalanan (laptop lain, {day})</source>
        <translation>On its way (another laptop, {day})</translation>
    </message>
    <message>
        <source>Diterima, nomor {number}</source>
        <translation>Received, number {number}</translation>
    </message>
    <message>
        <source>Diputus, nomor {number}</source>
        <translation>Decided, number {number}</translation>
    </message>
    <message>
        <source>Lewat stik, {day}</source>
        <translation>By stick, {day}</translation>
    </message>
    <message>
        <source>Lewat laptop lain, {day}</source>
        <translation>By another laptop, {day}</translation>
    </message>
</context>
<context>
    <name>Village</name>
    <message>
        <source>Desa {name}</source>
        <translation>Village {name}</translation>
    </message>
    <message>
        <source>Kecamatan {name}</source>
        <translation>Sub-district {name}</translation>
    </message>
    <message>
        <source>Kelurahan {name}</source>
        <translation>Kelurahan {name}</translation>
    </message>
</context>
<context>
    <name>Visit</name>
    <message>
        <source>Peran Anda hanya dapat melihat keluarga ini.</source>
        <translation>Your role can only look at this family.</translation>
    </message>
    <message>
        <source>Tersimpan sebagai draf</source>
        <translation>Saved as a draft</translation>
    </message>
    <message>
        <source>Tambah anggota</source>
        <translation>Add a member</translation>
    </message>
    <message>
        <source>(tanpa nama)</source>
        <translation>(no name)</translation>
    </message>
    <message>
        <source>Terisi (tidak ditampilkan)</source>
        <translation>Filled in (not shown)</translation>
    </message>
    <message>
        <source>Menurut daftar</source>
        <translation>According to the list</translation>
    </message>
    <message>
        <source>Anggota tanpa nama</source>
        <translation>Member without a name</translation>
    </message>
    <message>
        <source>Anggota baru</source>
        <translation>New member</translation>
    </message>
    <message>
        <source>Ringkasan</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>Tanyakan tersendiri</source>
        <translation>Ask in private</translation>
    </message>
    <message>
        <source>Periksa sekali lagi bersama responden, lalu simpan.</source>
        <translation>Check once more together with the respondent, then save.</translation>
    </message>
    <message>
        <source>Pertanyaan tentang kesehatan, uang, dan anak: tanyakan tanpa orang lain.</source>
        <translation>Questions about health, money and children: ask when nobody else is there.</translation>
    </message>
    <message>
        <source>Lengkap</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>Boleh kosong</source>
        <translation>May be left empty</translation>
    </message>
    <message>
        <source>Belum diisi</source>
        <translation>Not filled in</translation>
    </message>
    <message>
        <source>Tempat ini di luar Indonesia. Periksa lintang (LS bernilai minus) dan bujur.</source>
        <translation>This place is outside Indonesia. Check latitude (south is minus) and longitude.</translation>
    </message>
    <message>
        <source>Terakhir di RT ini</source>
        <translation>Last time in this RT</translation>
    </message>
    <message>
        <source>Kunjungan pertama</source>
        <translation>First visit</translation>
    </message>
    <message>
        <source>Betulkan dahulu jawaban yang perlu diperiksa.</source>
        <translation>First correct the answers that need checking.</translation>
    </message>
    <message>
        <source>Hasil kunjungan “Terisi lengkap”, tetapi masih ada yang kosong. Isi yang kurang, atau ubah hasilnya.</source>
        <translation>The result of the visit is “Complete”, but something is still empty. Fill it in, or change the result.</translation>
    </message>
    <message>
        <source>Isi dahulu yang masih kurang.</source>
        <translation>First fill in what is missing.</translation>
    </message>
    <message>
        <source> dan </source>
        <translation> and </translation>
    </message>
    <message>
        <source>Kunjungan keluarga {name} tercatat.</source>
        <translation>The visit to the family of {name} is recorded.</translation>
    </message>
    <message>
        <source>Lanjut ke keluarga {name}</source>
        <translation>Go on to the family of {name}</translation>
    </message>
    <message numerus="yes">
        <source>{n} usulan perbaikan ikut tercatat.</source>
        <translation>
            <numerusform>{n} proposal for correction is recorded too.</numerusform>
            <numerusform>{n} proposals for correction are recorded too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} foto</source>
        <translation>
            <numerusform>{n} photo</numerusform>
            <numerusform>{n} photos</numerusform>
        </translation>
    </message>
    <message>
        <source>Menurut kunjungan {day}</source>
        <translation>According to the visit of {day}</translation>
    </message>
    <message numerus="yes">
        <source>{n} anggota</source>
        <translation>
            <numerusform>{n} member</numerusform>
            <numerusform>{n} members</numerusform>
        </translation>
    </message>
    <message>
        <source>Kunjungan ke-{n}, terakhir {day}</source>
        <translation>Visit number {n}, last one on {day}</translation>
    </message>
    <message>
        <source>Anggota {at} dari {all}</source>
        <translation>Member {at} of {all}</translation>
    </message>
    <message>
        <source>Kurang {n}</source>
        <translation>{n} missing</translation>
    </message>
    <message>
        <source>Atas nama {name}.</source>
        <translation>In the name of {name}.</translation>
    </message>
    <message>
        <source>{n} perlu diperiksa</source>
        <translation>{n} to check</translation>
    </message>
    <message>
        <source>{n} menunggu</source>
        <translation>{n} waiting</translation>
    </message>
    <message>
        <source>Foto {n}</source>
        <translation>Photo {n}</translation>
    </message>
    <message>
        <source>{done} dari {all} terisi</source>
        <translation>{done} of {all} filled in</translation>
    </message>
    <message>
        <source>{what} ikut diusulkan ke kabupaten.</source>
        <translation>{what} will be proposed to the district too.</translation>
    </message>
    <message numerus="yes">
        <source>{n} perbaikan data anggota</source>
        <translation>
            <numerusform>{n} correction of members&apos; data</numerusform>
            <numerusform>{n} corrections of members&apos; data</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} anggota baru</source>
        <translation>
            <numerusform>{n} new member</numerusform>
            <numerusform>{n} new members</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} belum diisi</source>
        <translation>{n} not filled in</translation>
    </message>
    <message>
        <source>Ya, benar demikian</source>
        <translation>Yes, that is so</translation>
    </message>
    <message>
        <source>Periksa sekali lagi, lalu simpan.</source>
        <translation>Check once more, then save.</translation>
    </message>
    <message>
        <source>Diganti (isinya tidak ditampilkan)</source>
        <translation>Changed (not shown)</translation>
    </message>
    <message>
        <source>{number} (angka yang disembunyikan berubah)</source>
        <translation>{number} (hidden digits changed)</translation>
    </message>
    <message>
        <source>Buat usulan ganda</source>
        <translation>Propose a duplicate</translation>
    </message>
    <message>
        <source>Buat usulan meninggal</source>
        <translation>Propose a death</translation>
    </message>
    <message>
        <source>Buat usulan pindah</source>
        <translation>Propose a move</translation>
    </message>
    <message>
        <source>Seluruh keluarga</source>
        <translation>The whole family</translation>
    </message>
    <message>
        <source>Pilih siapa yang meninggal</source>
        <translation>Choose who died</translation>
    </message>
    <message numerus="yes">
        <source>{n} foto, terkunci di laptop ini</source>
        <translation>
            <numerusform>{n} photo, locked on this laptop</numerusform>
            <numerusform>{n} photos, locked on this laptop</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VisitPage</name>
    <message>
        <source>Kunjungan</source>
        <translation>Visits</translation>
    </message>
</context>
<context>
    <name>WaitingNotice</name>
    <message>
        <source>Kirim sekarang</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Simpan ke stik</source>
        <translation>Save to a stick</translation>
    </message>
    <message>
        <source>%1 di laptop ini belum diterima kabupaten. Kirim dulu sebelum laptop berpindah tangan.</source>
        <translation>Not received by the district yet: %1 on this laptop. Send first, before the laptop changes hands.</translation>
    </message>
    <message>
        <source>%1 hanya ada di laptop ini: laptop ini belum terdaftar di kabupaten.</source>
        <translation>Only on this laptop: %1. It is not registered with a district yet.</translation>
    </message>
</context>
<context>
    <name>WaitingStep</name>
    <message>
        <source>Tulis permintaan ke stik…</source>
        <translation>Write the request to a stick…</translation>
    </message>
    <message>
        <source>Baca jawaban dari stik…</source>
        <translation>Read the answer from a stick…</translation>
    </message>
    <message>
        <source>Kode baru (bila ada)</source>
        <translation>New code (if any)</translation>
    </message>
    <message>
        <source>Isi hanya bila kode yang pertama tidak berlaku lagi.</source>
        <translation>Fill in only if the first code no longer works.</translation>
    </message>
    <message>
        <source>Tulis permintaan ke stik, atau ke folder dari mana berkasnya bisa dikirim lewat pesan.</source>
        <translation>Write the request to a stick, or to a folder from which the file can be sent by messenger.</translation>
    </message>
    <message>
        <source>1. Tulis permintaan</source>
        <translation>1. Write the request</translation>
    </message>
    <message>
        <source>Petugas kabupaten mengunggah berkas itu di halaman Laptop dan memberi berkas jawaban. Minta juga berkas bundel berisi daftar desa, dan simpan di folder yang sama.</source>
        <translation>The district uploads that file on its page of laptops and gives you an answer file. Ask also for the bundle with the village&apos;s list, and keep it in the same folder.</translation>
    </message>
    <message>
        <source>2. Bawa ke kabupaten</source>
        <translation>2. Take it to the district</translation>
    </message>
    <message>
        <source>Balai mengambil jawaban, dan daftar desa bila ada di sebelahnya.</source>
        <translation>Balai takes the answer, and the village&apos;s list if it lies beside it.</translation>
    </message>
    <message>
        <source>3. Baca jawaban</source>
        <translation>3. Read the answer</translation>
    </message>
    <message>
        <source>Pilih stik atau folder</source>
        <translation>Choose a stick or folder</translation>
    </message>
    <message>
        <source>Jawaban kabupaten</source>
        <translation>Answers of the district</translation>
    </message>
    <message>
        <source>Semua berkas</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>Pilih berkas jawaban</source>
        <translation>Choose the answer file</translation>
    </message>
</context>
<context>
    <name>WarningRow</name>
    <message>
        <source>Tertulis: %1</source>
        <translation>Written: %1</translation>
    </message>
    <message>
        <source>Mungkin seharusnya: %1</source>
        <translation>Probably should be: %1</translation>
    </message>
</context>
<context>
    <name>WaysStep</name>
    <message>
        <source>Coba desa latihan</source>
        <translation>Try the practice village</translation>
    </message>
    <message>
        <source>Sekitar 300 keluarga rekaan untuk belajar. Semua boleh dicoba, tidak ada yang bisa rusak.</source>
        <translation>About 300 invented families to learn with. Try anything, nothing can break.</translation>
    </message>
    <message>
        <source>Buka daftar dari berkas</source>
        <translation>Open a list from a file</translation>
    </message>
    <message>
        <source>Daftar Excel atau CSV dari kabupaten. Balai membuat salinan terkunci di laptop ini.</source>
        <translation>An Excel or CSV list from the district. Balai makes a locked copy on this laptop.</translation>
    </message>
    <message>
        <source>Daftarkan ke kabupaten</source>
        <translation>Register with the district</translation>
    </message>
    <message>
        <source>Dengan kode dari kabupaten, lewat sambungan atau lewat stik. Daftar desa datang dari sana.</source>
        <translation>With a code from the district, over the internet or by stick. The village&apos;s list comes from there.</translation>
    </message>
</context>
<context>
    <name>WholeSection</name>
    <message>
        <source>Periksa keutuhan data</source>
        <translation>Check the data</translation>
    </message>
    <message>
        <source>Hentikan</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Memeriksa</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>Keutuhan data</source>
        <translation>Check of the data</translation>
    </message>
    <message>
        <source>Menghentikan</source>
        <translation>Stopping</translation>
    </message>
    <message numerus="yes">
        <source>%n hal perlu perhatian. Jangan menghapus apa pun.</source>
        <translation>
            <numerusform>%n thing needs attention. Delete nothing.</numerusform>
            <numerusform>%n things need attention. Delete nothing.</numerusform>
        </translation>
    </message>
    <message>
        <source>Semua utuh. Diperiksa %1.</source>
        <translation>Everything is whole. Checked %1.</translation>
    </message>
    <message>
        <source>Saya sudah memeriksa, terima keadaan sekarang</source>
        <translation>I have checked, accept the present state</translation>
    </message>
    <message>
        <source>Setelah Anda menerima keadaan sekarang, peringatan tentang tanda pengaman tidak tampil lagi. Catatan dan daftar tidak diubah.</source>
        <translation>Once you accept the present state, the warning about the safety mark is not shown again. Records and list are not changed.</translation>
    </message>
    <message>
        <source>Keadaan sekarang diterima. Peringatan itu tidak tampil lagi.</source>
        <translation>The present state is accepted. The warning is not shown again.</translation>
    </message>
    <message>
        <source>Balai memeriksa setiap catatan, tanda tangan, daftar dan foto di laptop ini: apakah masih lengkap dan tidak diubah siapa pun. Tidak ada yang diubah oleh pemeriksaan ini.</source>
        <translation>Balai checks every record, signature, list and photo on this laptop: whether all is complete and unchanged. The check itself changes nothing.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Beranda</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Keluarga</source>
        <translation>Families</translation>
    </message>
    <message>
        <source>Kunjungan</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>Usulan</source>
        <translation>Proposals</translation>
    </message>
    <message>
        <source>Kirim &amp; terima</source>
        <translation>Send &amp; receive</translation>
    </message>
    <message>
        <source>Pengaturan</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Balai melanjutkan dengan aman. Kirim sekarang supaya kabupaten ikut mencocokkan.</source>
        <translation>Balai goes on safely. Send now so that the district can compare.</translation>
    </message>
    <message>
        <source>Bertentangan</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>Perubahan daftar</source>
        <translation>Changes of the list</translation>
    </message>
</context>
<context>
    <name>WindowModel</name>
    <message>
        <source>Sedang dimuat</source>
        <translation>Loading</translation>
    </message>
</context>
<context>
    <name>Wipe</name>
    <message>
        <source>Tulis kata sandi Anda.</source>
        <translation>Write your password.</translation>
    </message>
    <message>
        <source>Ketik kalimat itu persis seperti tertulis.</source>
        <translation>Type that sentence exactly as it is written.</translation>
    </message>
    <message>
        <source>Saya rela kehilangan {lost}</source>
        <translation>I accept losing {lost}</translation>
    </message>
    <message numerus="yes">
        <source>{n} catatan</source>
        <translation>
            <numerusform>{n} record</numerusform>
            <numerusform>{n} records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} foto</source>
        <translation>
            <numerusform>{n} photo</numerusform>
            <numerusform>{n} photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} isian</source>
        <translation>
            <numerusform>{n} form</numerusform>
            <numerusform>{n} forms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WipeDialog</name>
    <message>
        <source>Kosongkan laptop</source>
        <translation>Wipe the laptop</translation>
    </message>
    <message>
        <source>Jika dikosongkan sekarang, ini hilang untuk selamanya: %1.</source>
        <translation>If wiped now, this is lost for ever: %1.</translation>
    </message>
    <message>
        <source>Semua sudah diterima kabupaten. Tidak ada yang hilang.</source>
        <translation>The district has received everything. Nothing is lost.</translation>
    </message>
    <message>
        <source>Yang dihapus: kunci, daftar keluarga, semua catatan, foto, salinan catatan dan isian di laptop ini. Kunci dihancurkan lebih dulu, sehingga sisanya tidak bisa dibaca lagi. Catatan yang sudah diterima kabupaten tetap ada di sana.</source>
        <translation>What is removed: keys, the list of families, all records, photos, the copy of the records and the forms on this laptop. The keys are destroyed first, so that the rest can no longer be read. Records that the district has received stay there.</translation>
    </message>
    <message>
        <source>Yang tidak dapat dijamin: salinan di stik, cadangan, dan berkas yang Anda simpan di luar Balai tidak ikut terhapus. Pada cakram SSD, sisa berkas lama mungkin masih tersimpan; isinya terkunci oleh kata sandi petugas.</source>
        <translation>What cannot be promised: copies on sticks, backups, and files that you saved outside Balai are not removed. On an SSD, remains of old files may still be stored; their content is locked by the officials&apos; passwords.</translation>
    </message>
    <message>
        <source>Ketik kalimat ini: %1</source>
        <translation>Type this sentence: %1</translation>
    </message>
    <message>
        <source>Kata sandi Anda</source>
        <translation>Your password</translation>
    </message>
    <message>
        <source>Sedang dikerjakan</source>
        <translation>Under way</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Jangan tunggu</source>
        <translation>Do not wait</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Kosongkan tanpa memberi tahu</source>
        <translation>Wipe without telling</translation>
    </message>
    <message>
        <source>Memeriksa kata sandi ...</source>
        <translation>Checking the password ...</translation>
    </message>
    <message>
        <source>Memberi tahu kabupaten bahwa laptop ini dikosongkan ...</source>
        <translation>Telling the district that this laptop is being wiped ...</translation>
    </message>
    <message>
        <source>Mengosongkan laptop. Jangan matikan laptop ...</source>
        <translation>Wiping the laptop. Do not switch it off ...</translation>
    </message>
    <message>
        <source>Kabupaten belum tahu bahwa laptop ini dikosongkan. Belum ada yang dihapus. Coba lagi, atau kosongkan tanpa memberi tahu dan sampaikan lewat telepon atau surat.</source>
        <translation>The district does not know yet that this laptop is being wiped. Nothing was removed yet. Try again, or wipe without telling and let them know by phone or letter.</translation>
    </message>
</context>
<context>
    <name>Wiped</name>
    <message>
        <source>Kabupaten sudah diberi tahu.</source>
        <translation>The district was told.</translation>
    </message>
    <message>
        <source>Kabupaten belum diberi tahu. Sampaikan lewat telepon atau surat.</source>
        <translation>The district was not told. Let them know by phone or letter.</translation>
    </message>
    <message>
        <source>Laptop sudah dikosongkan</source>
        <translation>The laptop was wiped</translation>
    </message>
    <message>
        <source>Tidak ada lagi data desa itu di Balai. Laptop ini siap dipakai desa atau orang lain.</source>
        <translation>Balai holds nothing of that village any more. This laptop is ready for another village or another person.</translation>
    </message>
    <message>
        <source>Salinan di stik, cadangan, dan berkas yang disimpan di luar Balai tidak ikut terhapus. Periksa dan hapus sendiri jika ada.</source>
        <translation>Copies on sticks, backups, and files saved outside Balai were not removed. Look for them and remove them yourself.</translation>
    </message>
</context>
<context>
    <name>WithdrawDialog</name>
    <message>
        <source>Tarik usulan</source>
        <translation>Withdraw the proposal</translation>
    </message>
    <message>
        <source>Tarik usulan ini</source>
        <translation>Withdraw this proposal</translation>
    </message>
    <message>
        <source>Usulan tetap terlihat di riwayat, tetapi tidak diproses lagi.</source>
        <translation>The proposal stays visible in the history but is not worked on any more.</translation>
    </message>
    <message>
        <source>Mengapa ditarik?</source>
        <translation>Why is it withdrawn?</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Langkah %1 dari %2</source>
        <translation>Step %1 of %2</translation>
    </message>
</context>
<context>
    <name>WordsStep</name>
    <message>
        <source>Jika lupa kata sandi, kata-kata ini satu-satunya jalan masuk. Setiap rangkaian berlaku satu kali. Balai tidak menampilkannya lagi.</source>
        <translation>If you forget your password, these words are the only way in. Each line works once. Balai does not show them again.</translation>
    </message>
    <message>
        <source>Tulis di kertas dan simpan jauh dari laptop. Jangan difoto.</source>
        <translation>Write them on paper and keep it away from the laptop. Do not take a photo of it.</translation>
    </message>
</context>
<context>
    <name>_ColumnDetail</name>
    <message>
        <source>Dibaca sebagai</source>
        <translation>Read as</translation>
    </message>
    <message>
        <source>Sepuluh baris pertama</source>
        <translation>First ten rows</translation>
    </message>
    <message>
        <source>(kosong)</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>_Recovery</name>
    <message>
        <source>Kata pemulihan</source>
        <translation>Recovery words</translation>
    </message>
    <message>
        <source>Delapan kata dari kertas Anda, dipisah spasi. Setiap rangkaian hanya berlaku satu kali.</source>
        <translation>Eight words from your paper, separated by spaces. Each line works only once.</translation>
    </message>
    <message>
        <source>Kata sandi baru</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Kata sandi baru sekali lagi</source>
        <translation>New password once more</translation>
    </message>
    <message>
        <source>Masuk dengan kata pemulihan</source>
        <translation>Unlock with recovery words</translation>
    </message>
    <message>
        <source>Kembali ke kata sandi</source>
        <translation>Back to the password</translation>
    </message>
    <message>
        <source>Tulis kata pemulihan dulu.</source>
        <translation>Write the recovery words first.</translation>
    </message>
</context>
<context>
    <name>_SectionAnswers</name>
    <message>
        <source>Lihat</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Lihat jawaban: %1</source>
        <translation>Show answers: %1</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>_SettledRow</name>
    <message>
        <source>Batalkan</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Batalkan: %1</source>
        <translation>Undo: %1</translation>
    </message>
</context>
</TS>
