"""Why a laptop does not get to know its district."""

from __future__ import annotations

from app.ui.messages.phrases import NOTHING_CHANGED, TRY_AGAIN
from app.ui.messages.sentence import QT_TRANSLATE_NOOP, Sentence

SENTENCES: dict[str, Sentence] = {
    "enrol_code_wrong": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten tidak mengenal kode ini."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Cocokkan dengan kertas dari kabupaten, atau minta kode baru."),
    ),
    "enrol_code_used": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kode ini sudah dipakai."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Satu kode hanya untuk satu laptop. Minta kode baru dari kabupaten."),
    ),
    "enrol_code_expired": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kode ini sudah lewat waktunya."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Minta kode baru dari kabupaten."),
    ),
    "enrol_name_taken": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten sudah mengenal laptop atau orang ini dengan kunci lain."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Hubungi petugas kabupaten; laptop yang lama mungkin perlu dicabut dulu."),
    ),
    "enrol_key_revoked": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kabupaten sudah mencabut laptop atau orang ini."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Tanyakan kepada kabupaten. Dengan kode baru, desa ini dapat dimulai lagi dari layar awal."
        ),
    ),
    "enrol_code_misspelt": Sentence(
        title=QT_TRANSLATE_NOOP(
            "Messages", "Kode ini salah ketik. Kode terdiri dari {expected} huruf dan angka; yang terketik {letters}."
        ),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Cocokkan dengan kertas dari kabupaten huruf demi huruf."),
    ),
    "enrol_wrong_hub": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Yang menjawab bukan kabupaten yang membuat kode ini."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Cocokkan alamat dan kode dengan kertas dari kabupaten."),
    ),
    "enrol_other_village": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Kode ini untuk desa lain ({offered}). Laptop ini memegang desa {held}."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Minta kode untuk desa ini dari kabupaten."),
    ),
    "enrol_file_unknown": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas ini bukan jawaban kabupaten untuk Balai."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih berkas jawaban; namanya berakhiran .balai-daftar."),
    ),
    "enrol_file_torn": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas jawaban ini tidak utuh."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Salin sekali lagi dari asalnya, atau minta kabupaten membuatnya lagi."),
    ),
    "enrol_file_too_big": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas ini terlalu besar untuk sebuah jawaban pendaftaran."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Pilih berkas jawaban; namanya berakhiran .balai-daftar."),
    ),
    "enrol_file_is_request": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas ini permintaan, bukan jawaban."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Bawa berkas ini ke kabupaten; yang dibaca di sini adalah jawabannya."),
    ),
    "enrol_file_is_answer": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Berkas ini jawaban kabupaten, bukan permintaan."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Baca berkas ini di laptop yang menulis permintaannya."),
    ),
    "enrol_answer_other": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Jawaban ini untuk permintaan lain, bukan untuk permintaan laptop ini."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP(
            "Messages", "Pilih jawaban yang dibuat dari berkas permintaan terakhir laptop ini, atau tulis yang baru."
        ),
    ),
    "enrol_not_asked": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Tidak ada permintaan Anda yang menunggu jawaban di laptop ini."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP(
            "Messages",
            "Jawaban dibaca oleh orang yang menulis permintaannya. Tulis permintaan dulu dengan kode dari kabupaten.",
        ),
    ),
    "enrol_not_answered": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Desa ini masih menunggu jawaban kabupaten."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Masuk, lalu baca berkas jawaban dari kabupaten."),
    ),
    "enrol_*": Sentence(
        title=QT_TRANSLATE_NOOP("Messages", "Laptop ini belum bisa didaftarkan."),
        safe=NOTHING_CHANGED,
        advice=QT_TRANSLATE_NOOP("Messages", "Periksa kode dari kabupaten, lalu coba lagi."),
        action=TRY_AGAIN,
    ),
}
