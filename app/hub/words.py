"""Words for what the district's page shows: states, kinds, roles, fields."""

from __future__ import annotations

from datetime import date

from app.domain.calendar import Calendar
from app.domain.errors import Problem
from app.domain.happened import Happened
from app.domain.kk import mask_kk
from app.domain.nik import mask_nik
from app.domain.proposal_course import AGREED, PROPOSED
from app.domain.village_word import ENDORSEMENT, MEETING, OBJECTION
from app.hub.language import language, mark, tr
from app.hub.zones import zone
from app.shelf.forms import visit_form
from app.shelf.reasons import reason_book

STATES = {
    "proposed": (mark("Menunggu musyawarah desa"), "idle"),
    "agreed": (mark("Menunggu pengesahan kepala desa"), "idle"),
    "refused": (mark("Ditolak musyawarah"), "idle"),
    "postponed": (mark("Ditunda musyawarah"), "idle"),
    "endorsed": (mark("Siap diputuskan, disahkan kepala desa"), "info"),
    "keyed_in": (mark("Siap diputuskan, sudah diinput ke SIKS-NG"), "info"),
    "returned": (mark("Dikembalikan ke desa"), "warn"),
    "accepted": (mark("Disetujui kabupaten"), "ok"),
    "rejected": (mark("Ditolak kabupaten"), "bad"),
    "determined": (mark("Ditetapkan"), "ok"),
    "withdrawn": (mark("Ditarik desa"), "idle"),
    "fulfilled": (mark("Sudah sesuai daftar"), "ok"),
    "replaced": (mark("Diganti usulan baru"), "idle"),
    "merged": (mark("Digabung dengan usulan lain"), "idle"),
}
"""State -> words and tone; the tone is only ever beside the words."""

_WAITING_OBJECTION = (mark("Siap dijawab"), "info")

STEPS = {MEETING: mark("Keputusan musyawarah desa"), ENDORSEMENT: mark("Pengesahan kepala desa")}
"""What a village still has to do itself before its proposal can be accepted."""

CONTESTED = {
    "listed": mark("Daftar berubah sejak usulan dibuat; desa belum memilih data yang benar."),
    "visits": mark("Hasil kunjungan ke keluarga ini berbeda; desa belum memilih yang benar."),
    "rivals": mark("Usulan lain tentang keluarga ini berbunyi lain; desa belum memilih yang benar."),
    "twins": mark("Ada usulan lain yang mirip, mungkin keluarga yang sama; desa belum memeriksanya."),
}
"""Why a proposal is contested."""

HINDRANCES = {
    "unknown": mark("Usulan ini tidak ada."),
    "answered": mark("Sudah dijawab atau ditarik desa."),
    "before_meeting": mark("Belum diputuskan musyawarah desa."),
    "before_endorsement": mark("Belum disahkan kepala desa."),
    "rival": mark("Usulan lain atau sanggahan tentang keluarga ini berbunyi lain. Periksa satu per satu."),
    "objected": mark("Sanggahan dijawab satu per satu."),
    "away": mark("Simpanan kabupaten berhenti menjawab. Lihat lagi di antrean, apakah yang ini sudah tercatat."),
}
"""Why a proposal cannot be answered together with others, beside what is contested."""

WAY = {
    "families": mark("Keluarga dalam daftar"),
    "visited": mark("Sudah dikunjungi"),
    "proposed": mark("Usulan dibuat"),
    "agreed": mark("Disetujui musyawarah (atau lebih jauh)"),
    "endorsed": mark("Disahkan kepala desa (atau lebih jauh)"),
    "accepted": mark("Disetujui kabupaten (atau lebih jauh)"),
    "determined": mark("Ditetapkan"),
    "returned": mark("Dikembalikan ke desa"),
    "rejected": mark("Ditolak kabupaten"),
}
"""Steps of the way from the list to a determination."""

OFFICE_ROLES = {
    "verifier": mark("Verifikator: memeriksa dan menjawab usulan"),
    "head": mark("Kepala kantor: menjawab usulan dan melihat semuanya"),
    "admin": mark("Admin: mengurus akun, laptop, daftar, dan jadwal"),
    "auditor": mark("Auditor: melihat semuanya, tidak mengubah apa pun"),
}
"""Roles of the district's own people."""

ASIDE = {
    "author_unknown": mark("Kabupaten belum mengenal penulisnya."),
    "author_unconfirmed": mark("Kabupaten belum memastikan pejabat yang menulisnya."),
    "author_unsealed": mark("Belum ditandatangani penulisnya."),
    "author_inactive": mark("Penulisnya sudah tidak bertugas."),
    "certificate_ended": mark("Masa tugas penulisnya sudah berakhir."),
    "key_revoked": mark("Izin penulisnya sudah dicabut."),
    "device_revoked": mark("Laptop yang menulisnya sudah dicabut."),
    "not_allowed": mark("Peran penulisnya tidak boleh mencatat ini."),
    "not_district": mark("Hanya kabupaten yang boleh menulis ini."),
    "seal_wrong": mark("Tanda tangan ini tidak cocok dengan catatannya."),
    "entry_kind_unknown": mark("Ditulis oleh Balai yang lebih baru."),
    "entry_malformed": mark("Isinya tidak terbaca."),
}
"""Why an entry is kept but does not count."""

BROKEN = {
    "chain_gap": mark("catatan ini hilang."),
    "chain_broken": mark("isinya bukan lagi yang ditulis."),
    "chain_short": mark("catatan dari sini sampai akhir hilang atau diganti."),
    "seal_wrong": mark("tanda tangannya tidak cocok dengan catatan sebelumnya."),
    "receipt_wrong": mark("isinya lain dari yang disebut tanda terima kabupaten."),
}
"""Why a chain does not hold."""

ROLES = {
    "enumerator": mark("Pendata"),
    "operator": mark("Operator desa"),
    "head": mark("Kepala desa/lurah"),
    "second_signer": mark("Penanda tangan kedua (BPD/pendamping)"),
    "viewer": mark("Pembaca"),
    "verifier": mark("Verifikator kabupaten"),
}

EVENTS = {
    "change_proposed": mark("Usulan dibuat"),
    "objection_filed": mark("Sanggahan dicatat"),
    "item_decided": mark("Diputuskan dalam musyawarah"),
    "endorsed": mark("Disahkan"),
    "keyed_in": mark("Diinput ke SIKS-NG"),
    "proposal_withdrawn": mark("Ditarik desa"),
    "decision_made": mark("Keputusan kabupaten"),
    "visit_recorded": mark("Kunjungan dicatat"),
    "visits_settled": mark("Kunjungan yang bertentangan diselesaikan"),
    "proposal_settled": mark("Usulan disesuaikan dengan daftar baru"),
    "proposals_merged": mark("Digabung dengan usulan lain"),
    "settling_undone": mark("Penyelesaian dibatalkan"),
    "device_started": mark("Rantai laptop dimulai"),
    "person_added": mark("Orang ditambahkan"),
    "person_changed": mark("Data orang diubah"),
    "device_certified": mark("Laptop didaftarkan kabupaten"),
    "person_certified": mark("Orang dipastikan kabupaten"),
    "key_revoked": mark("Kunci dicabut kabupaten"),
    "device_handed_over": mark("Laptop diserahkan"),
    "device_retired": mark("Laptop dikosongkan"),
    "sealed": mark("Tanda tangan"),
    "reveal_logged": mark("Nomor lengkap dilihat"),
    "list_exported": mark("Berkas berisi nama disimpan ke luar Balai"),
    "receipt_issued": mark("Tanda terima kabupaten"),
    "calendar_set": mark("Jadwal ditetapkan"),
    "pack_published": mark("Daftar diterbitkan"),
    "families_matched": mark("Keluarga dicocokkan dengan daftar"),
    "proposals_told_apart": mark("Dua usulan ternyata berbeda"),
}

_FIELDS = {
    "head_name": mark("Nama kepala keluarga"),
    "kk": mark("Nomor KK"),
    "address": mark("Alamat"),
    "dusun": mark("Dusun"),
    "rt": mark("RT"),
    "rw": mark("RW"),
    "decile": mark("Desil"),
    "name": mark("Nama"),
    "nik": mark("NIK"),
    "birth_date": mark("Tanggal lahir"),
    "sex": mark("Jenis kelamin"),
    "relation": mark("Hubungan dengan kepala keluarga"),
    "marital": mark("Status kawin"),
    "nama": mark("Nama"),
    "tanggal_lahir": mark("Tanggal lahir"),
    "no_kk": mark("Nomor KK"),
}
_SEX = {"1": mark("Laki-laki"), "2": mark("Perempuan")}


_MONTHS = (
    mark("Januari"), mark("Februari"), mark("Maret"), mark("April"), mark("Mei"), mark("Juni"), mark("Juli"),
    mark("Agustus"), mark("September"), mark("Oktober"), mark("November"), mark("Desember"),
)  # fmt: skip
_RELATIONS = {
    "1": mark("Kepala keluarga"),
    "2": mark("Istri/suami"),
    "3": mark("Anak"),
    "4": mark("Menantu"),
    "5": mark("Cucu"),
    "6": mark("Orang tua/mertua"),
    "7": mark("Famili lain"),
    "8": mark("Lainnya"),
}


def say_day(day: date) -> str:
    """``8 Desember 2026``."""
    return f"{day.day} {tr(_MONTHS[day.month - 1])} {day.year}"


def day_of(at_ms: int) -> date:
    """The day of a moment, where times are shown."""
    return zone().at(at_ms).date()


def month_of(at_ms: int) -> str:
    """The month (``2026-11``) of a moment, where times are shown: a list is of the district's month, not of UTC's."""
    return f"{day_of(at_ms):%Y-%m}"


def say_time(at_ms: int) -> str:
    """``23 November 2026 pukul 21.05 WITA``, in the zone of the district; empty for never."""
    if not at_ms:
        return ""
    at = zone().at(at_ms)
    return tr("{day} pukul {clock} {zone}", day=say_day(at.date()), clock=f"{at:%H.%M}", zone=zone().name)


def say_month(month: str) -> str:
    """``2026-11`` as November 2026; other text as it is."""
    return say_date(f"{month}-01").partition(" ")[2] or month


def say_bytes(size: int) -> str:
    """How large a file is."""
    return f"{-(-size // 1000)} kB" if size < 1_000_000 else f"{-(-size // 1_000_000)} MB"


def say_clock(known: Happened) -> str:
    """What is to be said of the clock with which an entry was written; empty where nothing speaks against it."""
    if not known.clock:
        return ""
    return tr(
        "Jam laptop saat itu salah (tertulis {told}); diterima kabupaten {day}.",
        told=say_time(known.said_ms),
        day=say_day(day_of(known.arrived_ms)),
    )


def say_arrived(at_ms: int, now_ms: int) -> str:
    """How long ago something came, in words."""
    days = max(0, now_ms - at_ms) // 86_400_000
    hours = max(0, now_ms - at_ms) // 3_600_000
    if days:
        return tr("Tiba {n} hari yang lalu", n=days)
    return tr("Tiba {n} jam yang lalu", n=hours) if hours else tr("Tiba baru saja")


def say_date(iso: str) -> str:
    """``31 Desember 2026``; other text as it is."""
    try:
        return say_day(date.fromisoformat(iso)) if len(iso) == 10 else iso
    except ValueError:
        return iso


def say_field(name: str) -> str:
    """A field's name as people say it."""
    if name in _FIELDS:
        return tr(_FIELDS[name])
    found = visit_form().questions.get(name)
    return found.label.say(language()) if found else name.removeprefix("x:").replace("_", " ")


def say_value(name: str, value: str, *, masked: bool = True) -> str:
    """A field's value as people read it; NIK and KK in part."""
    if not value:
        return tr("(kosong)")
    if name == "nik":
        return mask_nik(value) if masked else value
    if name in ("kk", "no_kk"):
        return mask_kk(value) if masked else value
    if name == "sex":
        return tr(_SEX[value]) if value in _SEX else value
    if name in ("birth_date", "tanggal_lahir"):
        return say_date(value)
    question = visit_form().questions.get(name)
    return question.choices.label(value, language()) if question and question.choices else value


def say_due(calendar: Calendar, filed_at_ms: int, now_ms: int) -> str:
    """Until when an objection has to be answered, by the district's calendar."""
    filed = day_of(filed_at_ms)
    left = calendar.objection_days_left(filed, day_of(now_ms))
    day = say_day(calendar.objection_due(filed))
    if left < 0:
        return tr("paling lambat {day}, lewat {n} hari", day=day, n=-left)
    if left:
        return tr("paling lambat {day}, sisa {n} hari", day=day, n=left)
    return tr("paling lambat {day}, hari ini", day=day)


def say_state(kind: str, state: str) -> tuple[str, str]:
    """Where a proposal stands, in words, and their tone; an objection waits for nobody in its village."""
    if kind == OBJECTION and state == PROPOSED:
        words, tone = _WAITING_OBJECTION
        return tr(words), tone
    words, tone = STATES.get(state, ("", "idle"))
    return (tr(words), tone) if words else (state, tone)


def say_outcome(state: str) -> str:
    """What was decided, in the meeting or by the district."""
    if state == AGREED:
        return tr("Disetujui musyawarah")
    return tr(STATES[state][0]) if state in STATES else state


def say_place(rt: str, rw: str) -> str:
    """``RT 001 / RW 002``, as far as it is known."""
    return " / ".join(part for part in (f"RT {rt}" if rt else "", f"RW {rw}" if rw else "") if part)


def say_kind(kind: str) -> str:
    """The kind of a proposal."""
    found = reason_book().proposals.get(kind)
    if found:
        return found.words.say(language())
    return tr("Sanggahan") if kind == OBJECTION else kind


def say_reason(reason_list: str, code: str) -> str:
    """A reason with its legal source, where it has one but our own list."""
    if not code:
        return ""
    try:
        found = reason_book().reason(reason_list, code)
    except Problem:
        return code
    label = found.label(language())
    return f"{label} ({found.source})" if found.source not in ("", "Balai") else label


def say_evidence(kind: str) -> str:
    """A kind of evidence."""
    found = reason_book().evidence.get(kind)
    return found.words.say(language()) if found else kind.replace("_", " ")


def say_hindrance(hindrance: str) -> str:
    """Why a proposal cannot be answered together with others; empty where it can."""
    return tr({**HINDRANCES, **CONTESTED}[hindrance]) if hindrance else ""


def say_step(step: str) -> str:
    """A step of the way from the list to a determination."""
    return tr(WAY[step])


def say_office_role(role: str) -> str:
    """What somebody of the district is, and may do."""
    return tr(OFFICE_ROLES[role])


def say_aside(reason: str) -> str:
    """Why an entry does not count; empty where it does."""
    return tr(ASIDE[reason]) if reason in ASIDE else reason


def say_broken(why: str) -> str:
    """Why a chain does not hold."""
    return tr(BROKEN[why])


def say_role(role: str) -> str:
    """What somebody may do, in the village or at the district."""
    return tr(ROLES[role]) if role in ROLES else role


def say_event(kind: str) -> str:
    """What an entry tells."""
    return tr(EVENTS[kind]) if kind in EVENTS else kind


def say_relation(relation: str) -> str:
    """How somebody is related to the head of the family."""
    return tr(_RELATIONS[relation]) if relation in _RELATIONS else relation
