"""Indonesian words for what the district's page shows: states, kinds, roles, fields."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from functools import cache

from app.domain.calendar import Calendar
from app.domain.errors import Problem
from app.domain.kk import mask_kk
from app.domain.nik import mask_nik
from app.domain.standing import AGREED, PROPOSED
from app.domain.village_word import ENDORSEMENT, MEETING, OBJECTION
from app.shelf.forms import visit_form
from app.shelf.reasons import reason_book

WITA = timezone(timedelta(hours=8))
"""Times are shown in one zone and say which; the middle one."""

STATES = {
    "proposed": ("Menunggu musyawarah desa", "idle"),
    "agreed": ("Menunggu pengesahan kepala desa", "idle"),
    "refused": ("Ditolak musyawarah", "idle"),
    "postponed": ("Ditunda musyawarah", "idle"),
    "endorsed": ("Siap diputuskan, disahkan kepala desa", "info"),
    "keyed_in": ("Siap diputuskan, sudah diinput ke SIKS-NG", "info"),
    "returned": ("Dikembalikan ke desa", "warn"),
    "accepted": ("Disetujui kabupaten", "ok"),
    "rejected": ("Ditolak kabupaten", "bad"),
    "determined": ("Ditetapkan", "ok"),
    "withdrawn": ("Ditarik desa", "idle"),
    "fulfilled": ("Sudah sesuai daftar", "ok"),
    "replaced": ("Diganti usulan baru", "idle"),
    "merged": ("Digabung dengan usulan lain yang sama", "idle"),
}
"""State -> words and tone; the tone is only ever beside the words."""

_WAITING_OBJECTION = ("Siap dijawab", "info")

STEPS = {MEETING: "Keputusan musyawarah desa", ENDORSEMENT: "Pengesahan kepala desa"}
"""What a village still has to do itself before its proposal can be accepted."""

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
    "visits_settled": "Kunjungan yang bertentangan diselesaikan",
    "proposal_settled": "Usulan disesuaikan dengan daftar baru",
    "proposals_merged": "Digabung dengan usulan lain yang sama",
    "settling_undone": "Penyelesaian dibatalkan",
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


_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def say_day(day: date) -> str:
    """``8 Desember 2026``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def day_of(at_ms: int) -> date:
    """The day of a moment, where times are shown."""
    return datetime.fromtimestamp(at_ms / 1000, WITA).date()


def say_time(at_ms: int) -> str:
    """``23 November 2026 pukul 21.05 WITA``; empty for never."""
    return f"{say_day(day_of(at_ms))} pukul {datetime.fromtimestamp(at_ms / 1000, WITA):%H.%M} WITA" if at_ms else ""


def say_month(month: str) -> str:
    """``2026-11`` as November 2026; other text as it is."""
    return say_date(f"{month}-01").partition(" ")[2] or month


def say_age(at_ms: int, now_ms: int) -> str:
    """How long ago, in words."""
    days = max(0, now_ms - at_ms) // 86_400_000
    hours = max(0, now_ms - at_ms) // 3_600_000
    if days:
        return f"{days} hari"
    return f"{hours} jam" if hours else "baru saja"


def say_date(iso: str) -> str:
    """``31 Desember 2026``; other text as it is."""
    try:
        return say_day(date.fromisoformat(iso)) if len(iso) == 10 else iso
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


def say_due(calendar: Calendar, filed_at_ms: int, now_ms: int) -> str:
    """Until when an objection has to be answered, by the district's calendar."""
    filed = day_of(filed_at_ms)
    left = calendar.objection_days_left(filed, day_of(now_ms))
    tail = f"lewat {-left} hari" if left < 0 else f"sisa {left} hari" if left else "hari ini"
    return f"paling lambat {say_day(calendar.objection_due(filed))}, {tail}"


def say_state(kind: str, state: str) -> tuple[str, str]:
    """Where a proposal stands, in words, and their tone; an objection waits for nobody in its village."""
    if kind == OBJECTION and state == PROPOSED:
        return _WAITING_OBJECTION
    return STATES.get(state, (state, "idle"))


def say_outcome(state: str) -> str:
    """What was decided, in the meeting or by the district."""
    return "Disetujui musyawarah" if state == AGREED else STATES.get(state, (state, ""))[0]


def say_place(rt: str, rw: str) -> str:
    """``RT 001 / RW 002``, as far as it is known."""
    return " / ".join(part for part in (f"RT {rt}" if rt else "", f"RW {rw}" if rw else "") if part)


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
