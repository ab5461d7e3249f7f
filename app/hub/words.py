"""Indonesian words for what the district's page shows: states, kinds, roles, fields, and why something is refused."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from functools import cache

from app.domain.errors import Problem
from app.domain.kk import mask_kk
from app.domain.nik import mask_nik
from app.shelf.forms import visit_form
from app.shelf.reasons import reason_book

WITA = timezone(timedelta(hours=8))
"""Times are shown in one zone and say which; the middle one."""

STATES = {
    "proposed": ("Menunggu, diusulkan desa", "info"),
    "agreed": ("Menunggu, disetujui musyawarah", "info"),
    "refused": ("Ditolak musyawarah", "idle"),
    "postponed": ("Ditunda musyawarah", "idle"),
    "endorsed": ("Menunggu, disahkan kepala desa", "info"),
    "keyed_in": ("Menunggu, sudah diinput ke SIKS-NG", "info"),
    "returned": ("Dikembalikan ke desa", "warn"),
    "accepted": ("Diterima kabupaten", "ok"),
    "rejected": ("Ditolak kabupaten", "bad"),
    "determined": ("Ditetapkan", "ok"),
    "withdrawn": ("Ditarik desa", "idle"),
    "fulfilled": ("Sudah sesuai daftar", "ok"),
    "replaced": ("Diganti usulan baru", "idle"),
}
"""State -> words and tone; the tone is only ever beside the words."""

ROLES = {
    "enumerator": "Pendata",
    "operator": "Operator desa",
    "head": "Kepala desa/lurah",
    "second_signer": "Penanda tangan kedua (BPD/pendamping)",
    "viewer": "Pembaca",
    "verifier": "Verifikator kabupaten",
}

EVENTS = {
    "change_proposed": "Usulan dibuat",
    "objection_filed": "Sanggahan dicatat",
    "item_decided": "Diputuskan dalam musyawarah",
    "endorsed": "Disahkan",
    "keyed_in": "Diinput ke SIKS-NG",
    "proposal_withdrawn": "Ditarik desa",
    "decision_made": "Keputusan kabupaten",
    "visit_recorded": "Kunjungan dicatat",
}

_FIELDS = {
    "head_name": "Nama kepala keluarga",
    "kk": "Nomor KK",
    "address": "Alamat",
    "dusun": "Dusun",
    "rt": "RT",
    "rw": "RW",
    "decile": "Desil",
    "name": "Nama",
    "nik": "NIK",
    "birth_date": "Tanggal lahir",
    "sex": "Jenis kelamin",
    "relation": "Hubungan dengan kepala keluarga",
    "marital": "Status kawin",
    "nama": "Nama",
    "tanggal_lahir": "Tanggal lahir",
    "no_kk": "Nomor KK",
}
_SEX = {"1": "Laki-laki", "2": "Perempuan"}

PROBLEMS = {
    "password_wrong": "Nama pengguna atau kata sandi tidak cocok. Periksa lagi, lalu coba sekali lagi.",
    "too_many_tries": "Terlalu banyak percobaan. Tunggu {wait_seconds} detik, lalu coba lagi.",
    "form_expired": "Halaman ini sudah terlalu lama terbuka. Tidak ada yang diubah. Silakan ulangi.",
    "not_allowed": "Akun Anda tidak boleh melakukan ini. Mintalah kepada admin kabupaten.",
    "password_short": "Kata sandi terlalu pendek. Pakailah paling sedikit {least} huruf atau angka.",
    "verifier_login_bad": "Nama pengguna hanya boleh huruf kecil, angka, titik, atau garis, paling panjang 40.",
    "person_name_missing": "Nama belum diisi.",
    "person_unknown": "Orang ini tidak ada atau sudah dipastikan kabupaten.",
    "proposal_unknown": "Usulan ini tidak ada.",
    "proposal_closed": "Usulan ini sudah selesai atau sedang di desa. Keputusan Anda tidak dicatat.",
    "proposal_not_accepted": "Hanya usulan yang sudah diterima yang dapat ditandai ditetapkan.",
    "decision_outcome_missing": "Pilih dulu keputusannya.",
    "decision_reason_missing": "Pilih dulu alasannya, supaya desa tahu apa yang kurang.",
    "decision_comment_missing": "Tulis catatan untuk desa: apa yang harus diperbaiki.",
    "reveal_reason_missing": "Tulis dulu alasannya, paling sedikit 5 huruf. Nomor tetap disamarkan.",
    "reason_unknown": "Alasan ini tidak ada dalam daftar.",
    "enrol_village_code": "Kode desa terdiri dari 10 angka (kode Kemendagri tanpa titik).",
    "enrol_role_unknown": "Pilih peran orang ini di desa.",
    "enrol_rt_unreadable": "RT ditulis dengan RW, misalnya 001/001, dipisahkan koma.",
    "enrol_rt_for_enumerators": "Batas RT hanya untuk pendata. Kosongkan RT untuk peran lain.",
    "exchange_device_unknown": "Laptop ini tidak terdaftar.",
    "pack_empty": "Daftar ini kosong, jadi tidak diterbitkan.",
    "pack_other_village": "Daftar ini milik desa {list_village}, bukan {village}. Tidak ada yang diterbitkan.",
    "pack_unchanged": "Daftar ini sama dengan yang sudah terbit. Tidak ada yang diubah.",
    "hub_no_sheets": "Komputer kabupaten ini belum bisa membaca lembar kerja. Terbitkan daftar dari komputer admin.",
    "list_missing": "Pilih dulu berkas XLSX atau CSV.",
    "list_too_large": "Berkas lebih besar dari 60 MB. Bagi per desa, lalu coba lagi.",
    "month_bad": "Bulan ditulis tahun-bulan, misalnya 2026-11.",
    "hub_disk": "Tempat simpan kabupaten penuh atau tidak dapat ditulis. Tidak ada yang diubah. Hubungi admin.",
    "hub_busy": "Komputer kabupaten sedang sibuk. Tidak ada yang diubah. Coba lagi sebentar lagi.",
}
_OTHER_PROBLEM = "Berkas atau isian ini tidak dapat diterima ({code}). Tidak ada yang diubah."


def say_problem(problem: Problem) -> str:
    """What happened and what to do, as a sentence."""
    return PROBLEMS.get(problem.code, _OTHER_PROBLEM).format_map({**problem.facts, "code": problem.code})


def say_time(at_ms: int) -> str:
    """``23-11-2026 21.05 WITA``; empty for never."""
    return f"{datetime.fromtimestamp(at_ms / 1000, WITA):%d-%m-%Y %H.%M} WITA" if at_ms else ""


def say_age(at_ms: int, now_ms: int) -> str:
    """How long ago, in words."""
    days = max(0, now_ms - at_ms) // 86_400_000
    hours = max(0, now_ms - at_ms) // 3_600_000
    if days:
        return f"{days} hari"
    return f"{hours} jam" if hours else "baru saja"


def say_date(iso: str) -> str:
    """``31-12-2026``; other text as it is."""
    try:
        return f"{datetime.fromisoformat(iso).replace(tzinfo=UTC):%d-%m-%Y}" if len(iso) == 10 else iso
    except ValueError:
        return iso


@cache
def _questions() -> dict[str, tuple[str, object]]:
    return {name: (question.label.say(), question.choices) for name, question in visit_form().questions.items()}


def say_field(name: str) -> str:
    """A field's name as people say it."""
    if name in _FIELDS:
        return _FIELDS[name]
    found = _questions().get(name)
    return found[0] if found else name.removeprefix("x:").replace("_", " ")


def say_value(name: str, value: str, *, masked: bool = True) -> str:
    """A field's value as people read it; NIK and KK in part."""
    if not value:
        return "(kosong)"
    if name == "nik":
        return mask_nik(value) if masked else value
    if name in ("kk", "no_kk"):
        return mask_kk(value) if masked else value
    if name == "sex":
        return _SEX.get(value, value)
    if name in ("birth_date", "tanggal_lahir"):
        return say_date(value)
    question = visit_form().questions.get(name)
    return question.choices.label(value) if question and question.choices else value


def say_kind(kind: str) -> str:
    """The kind of a proposal."""
    found = reason_book().proposals.get(kind)
    return found.words.say() if found else {"objection": "Sanggahan"}.get(kind, kind)


def say_reason(reason_list: str, code: str) -> str:
    """A reason with its legal source."""
    if not code:
        return ""
    try:
        found = reason_book().reason(reason_list, code)
    except Problem:
        return code
    return f"{found.label_id} ({found.source})" if found.source else found.label_id


def say_evidence(kind: str) -> str:
    """A kind of evidence."""
    found = reason_book().evidence.get(kind)
    return found.words.say() if found else kind.replace("_", " ")
