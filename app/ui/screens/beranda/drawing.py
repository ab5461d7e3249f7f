"""Turns the figures of the store into what Beranda shows; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.calendar import GENERAL, Calendar, Deadline
from app.domain.proposal_course import AGREED, ENDORSED, KEYED_IN, POSTPONED, PROPOSED, RETURNED
from app.domain.standing import NOT_FOUND
from app.ui.screens.beranda.state import Bar, DeadlineLine, DusunBars, ExchangeLine, Overview, Target, WaitLine
from app.ui.screens.keluarga.filters import LEFT, REACHED, no_rt_words, place_words
from app.ui.screens.usulan.filters import NO_OBJECTIONS
from app.ui.screens.usulan.rows import days_words
from app.ui.tokens import Tone
from app.ui.vocabulary.proposals import OBJECTION, kind_words
from app.ui.vocabulary.times import list_month_words, moment_of
from app.ui.wording import date_words, language, moment_words, number_words, size_words
from app.ui.words import translate, translate_counted
from app.usecases.home import Home, OpenObjections, Progress
from app.usecases.open_drafts import VISIT, OpenDraft

SOON: Final = 3
"""Days before the end of a window from which it is shown as pressing."""


@dataclass(slots=True)
class _Sum:
    families: int = 0
    visited: int = 0

    def add(self, one: Progress) -> None:
        self.families += one.families
        self.visited += one.visited


def overview_of(home: Home) -> Overview:
    """The village as a whole."""
    left = home.families - home.visited
    not_found = sum(one.not_found for one in home.progress)
    headline = (
        translate("Home", "{n} keluarga belum selesai dikunjungi", n=number_words(left))
        if left
        else translate("Home", "Semua keluarga sudah dikunjungi")
    )
    figures = [
        (number_words(home.families), translate("Home", "keluarga"), Target("keluarga", {"all": True})),
        (number_words(home.visited), translate("Home", "sudah didatangi"), Target("keluarga", {"status": REACHED})),
        (number_words(left), translate("Home", "tersisa"), Target("keluarga", {"status": LEFT})),
        (number_words(home.people), translate("Home", "jiwa"), Target("keluarga", {"all": True})),
    ]
    if not_found:
        words = translate("Home", "tidak ditemukan")
        figures.append((number_words(not_found), words, Target("keluarga", {"status": NOT_FOUND})))
    return Overview(_share(home.visited, home.families), headline, tuple(figures))


def dusun_of(progress: Sequence[Progress]) -> tuple[DusunBars, ...]:
    """Each dusun with its RTs, in the order of the store."""
    sums: dict[str, _Sum] = {}
    for one in progress:
        sums.setdefault(one.dusun, _Sum()).add(one)
    drawn = []
    for dusun, total in sums.items():
        name = _dusun_words(dusun)
        facts = _place(dusun=dusun)
        whole = _bar(name, name, total.families, total.visited, facts)
        rts = tuple(_rt(one, name) for one in progress if one.dusun == dusun)
        drawn.append(DusunBars(whole, rts))
    return tuple(drawn)


def _dusun_words(dusun: str) -> str:
    """Many districts write the word itself into the name."""
    if not dusun:
        return translate("Home", "Tanpa dusun")
    return dusun if dusun.casefold().startswith("dusun ") else translate("Home", "Dusun {name}", name=dusun)


def _rt(one: Progress, dusun: str) -> Bar:
    label = place_words(one.rt, one.rw) or no_rt_words()
    facts = _place(dusun=one.dusun, rt=one.rt, rw=one.rw)
    return _bar(label, f"{dusun}, {label}", one.families, one.visited, facts)


def _place(**parts: str) -> dict[str, object]:
    """The facts that lead to the families of exactly this place, also where the list leaves parts of it open."""
    facts: dict[str, object] = {part: value for part, value in parts.items() if value}
    unknown = tuple(part for part, value in parts.items() if not value)
    return {**facts, "without": unknown} if unknown else facts


def _bar(label: str, said: str, families: int, visited: int, facts: dict[str, object]) -> Bar:
    left = families - visited
    amount = translate("Home", "{done} dari {all}", done=number_words(visited), all=number_words(families))
    remaining = translate("Home", "{n} tersisa", n=number_words(left)) if left else translate("Home", "selesai")
    sentence = translate_counted(
        "Home",
        "{place}: {done} dari {all} keluarga sudah didatangi, {left}.",
        families,
        place=said,
        done=number_words(visited),
        all=number_words(families),
        left=remaining,
    )
    status: dict[str, object] = {"status": LEFT} if left else {}
    return Bar(label, _share(visited, families), amount, remaining, sentence, Target("keluarga", {**facts, **status}))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def waits_of(home: Home) -> tuple[WaitLine, ...]:
    """What waits, the most pressing first; what is nothing is left out."""
    state = home.open_by_state
    you, head = translate("Home", "untuk Anda"), translate("Home", "untuk kepala desa")
    meeting, operator = translate("Home", "untuk musyawarah"), translate("Home", "untuk operator")
    district, civil_registry = translate("Home", "di kabupaten"), translate("Home", "untuk Dukcapil")
    others = state.get(RETURNED, 0) - sum(one.kind != OBJECTION for one in home.returned_own)
    lines = (
        (others, "undo-2", Tone.WARN, "returned", operator, _usulan(RETURNED)),
        (home.contested, "git-compare", Tone.BAD, "contested", operator, Target("bertentangan")),
        (home.said_twice, "copy", Tone.INFO, "said_twice", operator, Target("bertentangan")),
        (home.waiting_entries, "send", Tone.INFO, "sending", you, Target("kirim")),
        (state.get(PROPOSED, 0), "messages-square", Tone.INFO, "proposed", meeting, _usulan(PROPOSED)),
        (state.get(POSTPONED, 0), "clock", Tone.WARN, "postponed", meeting, _usulan(POSTPONED)),
        (state.get(AGREED, 0), "signature", Tone.INFO, "agreed", head, _usulan(AGREED)),
        (state.get(ENDORSED, 0), "keyboard", Tone.INFO, "endorsed", operator, _usulan(ENDORSED)),
        (state.get(KEYED_IN, 0), "landmark", Tone.IDLE, "keyed_in", district, _usulan(KEYED_IN)),
        (home.flagged, "triangle-alert", Tone.WARN, "flagged", operator, _families(flagged=True)),
        (
            home.no_nik,
            "id-card",
            Tone.WARN,
            "no_nik",
            civil_registry,
            _families(no_nik=True),
        ),
    )
    changed = [_list_changed(home)] if home.list_changed else []
    objections = [_objection(one, operator, district) for one in home.objections]
    return (
        *objections,
        *(
            WaitLine(icon, tone, number_words(number), _words(code, number, home), who, target)
            for number, icon, tone, code, who, target in lines
            if number
        ),
        *changed,
    )


def _list_changed(home: Home) -> WaitLine:
    """The way to what the newest list changed."""
    words = translate("Home", "Perubahan daftar {month}", month=list_month_words(home.list_month))
    who = translate("Home", "siapa baru, keluar, pindah, atau berhenti menerima bantuan")
    return WaitLine("file-spreadsheet", Tone.INFO, "", words, who, Target("perubahan"))


def _words(code: str, number: int, home: Home) -> str:
    return _sending(home) if code == "sending" else _said(code, number)


def drafts_of(drafts: Sequence[OpenDraft]) -> tuple[WaitLine, ...]:
    """The forms that this person has begun, each the way back into it."""
    return tuple(_draft(one) for one in drafts)


def _draft(one: OpenDraft) -> WaitLine:
    visit = one.kind == VISIT
    what = translate("Home", "Kunjungan") if visit else kind_words(one.kind)
    gone, unnamed = translate("Home", "(tidak ada lagi di daftar)"), translate("Home", "(belum bernama)")
    name = one.name or (gone if one.family else unnamed)
    place = place_words(one.rt, one.rw)
    left = translate("Home", "terakhir diisi {moment}", moment=moment_words(one.saved_at))
    icon = "footprints" if visit else "message-square-warning" if one.kind == OBJECTION else "file-text"
    words, who = f"{what}: {name}", " · ".join(part for part in (place, left) if part)
    return WaitLine(icon, Tone.INFO, "", words, who, _form_of(one))


def _form_of(one: OpenDraft) -> Target:
    if one.kind == VISIT:
        return Target("kunjungan", {"family": one.family})
    facts: dict[str, object] = {"new": one.kind}
    facts |= {"family": one.family} if one.family else {"draft": one.subject}
    return Target("usulan", {**facts, "replaces": one.replaces} if one.replaces else facts)


def _families(**facts: object) -> Target:
    return Target("keluarga", facts)


def _usulan(state: str) -> Target:
    return Target("usulan", {"state": state, "kind": NO_OBJECTIONS})


def _objection(one: OpenObjections, operator: str, district: str) -> WaitLine:
    """Objections of one state: who has them, and by when they have to be answered."""
    words = {
        KEYED_IN: translate_counted("Home", "sanggah menunggu jawaban kabupaten", one.number),
        RETURNED: translate_counted("Home", "sanggah dikembalikan kabupaten, perlu diperbaiki", one.number),
    }.get(one.state, translate_counted("Home", "sanggah perlu diteruskan ke kabupaten", one.number))
    due = translate("Home", "paling lambat {day}", day=date_words(one.due))
    who = " · ".join((district if one.state == KEYED_IN else operator, due, days_words(one.days_left)))
    tone = Tone.BAD if one.days_left < 0 else Tone.WARN if one.days_left <= SOON else Tone.INFO
    target = Target("usulan", {"state": one.state, "kind": OBJECTION})
    return WaitLine("message-square-warning", tone, number_words(one.number), words, who, target)


def _said(code: str, number: int) -> str:
    return {
        "returned": translate_counted("Home", "usulan dikembalikan kabupaten, perlu diperbaiki", number),
        "contested": translate_counted("Home", "hal bertentangan, perlu diselesaikan", number),
        "said_twice": translate_counted("Home", "usulan dicatat dua kali dengan isi yang sama", number),
        "proposed": translate_counted("Home", "usulan menunggu keputusan musyawarah", number),
        "postponed": translate_counted("Home", "usulan ditunda musyawarah", number),
        "agreed": translate_counted("Home", "usulan menunggu pengesahan kepala desa", number),
        "endorsed": translate_counted("Home", "usulan sudah disahkan, belum diinput ke SIKS-NG", number),
        "keyed_in": translate_counted("Home", "usulan menunggu jawaban kabupaten", number),
        "flagged": translate_counted("Home", "keluarga dengan peringatan data", number),
        "no_nik": translate_counted("Home", "keluarga dengan anggota tanpa NIK", number),
    }[code]


def _sending(home: Home) -> str:
    size = size_words(home.waiting_bytes)
    if home.waiting_photos:
        photos = number_words(home.waiting_photos)
        return translate_counted(
            "Home",
            "catatan belum diterima kabupaten, foto: {photos} ({size})",
            home.waiting_entries,
            photos=photos,
            size=size,
        )
    return translate_counted("Home", "catatan belum diterima kabupaten ({size})", home.waiting_entries, size=size)


def deadlines_of(deadlines: Sequence[Deadline]) -> tuple[DeadlineLine, ...]:
    """The windows of the month, with the days that are left in words."""
    return tuple(_deadline(one) for one in deadlines)


def calendar_note(calendar: Calendar) -> str:
    """Whose days these are: the district's own word, what is known of it, or a guess that has to be asked about."""
    if calendar.told:
        return translate("Home", "Menurut jadwal yang ditetapkan kabupaten.")
    if calendar.id == GENERAL:
        return translate("Home", "Jadwal umum: kabupaten belum menetapkan jadwalnya. Tanyakan ke Dinas Sosial.")
    return translate("Home", "Jadwal kabupaten ini menurut {source}.", source=calendar.source)


def _deadline(one: Deadline) -> DeadlineLine:
    label = one.window.words.say(language())
    if not one.is_open:
        days = one.days_left - (one.closes_on - one.opens_on).days
        when = translate("Home", "mulai {day}", day=date_words(one.opens_on))
        return DeadlineLine(label, when, translate("Home", "dibuka {when}", when=_days(days)), Tone.IDLE)
    when = translate("Home", "sampai {day}", day=date_words(one.closes_on))
    tone = Tone.IDLE if not one.window.counts else Tone.WARN if one.days_left <= SOON else Tone.OK
    return DeadlineLine(label, when, translate("Home", "ditutup {when}", when=_days(one.days_left)), tone)


def _days(days: int) -> str:
    if days <= 0:
        return translate("Home", "hari ini")
    return translate("Home", "besok") if days == 1 else translate_counted("Home", "{n} hari lagi", days)


def clock_words(home: Home) -> str:
    """That this laptop's clock is wrong, and how one sees it; empty where it may be right."""
    if not home.clock_floor_ms:
        return ""
    return translate(
        "Home",
        "Jam laptop ini mungkin salah: catatan terakhir dibuat {moment}, jam laptop menunjukkan waktu sebelum itu. "
        "Anda tetap bisa bekerja. Betulkan tanggal dan jam laptop.",
        moment=moment_of(home.clock_floor_ms),
    )


def exchange_of(home: Home) -> ExchangeLine:
    """When the district was last reached, and what it holds."""
    when = (
        translate("Home", "Terakhir {moment}", moment=moment_of(home.last_exchange_at_ms))
        if home.last_exchange_at_ms
        else translate("Home", "Belum pernah bertukar data dengan kabupaten")
    )
    receipt = translate("Home", "Tanda terima nomor {number}", number=home.last_receipt) if home.last_receipt else ""
    return ExchangeLine(when, receipt)
