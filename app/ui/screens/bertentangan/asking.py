"""One contest with the choices so far, as the screen asks it; pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.domain.contest import (
    LISTED,
    PRESENCE,
    THERE,
    TOGETHER,
    Row,
)
from app.domain.rivals import FATE
from app.ui.screens.bertentangan.drawing import KIND_OF_ENTRY, id_of, why_not
from app.ui.screens.bertentangan.pairs import pair_words, proposal_words
from app.ui.screens.bertentangan.question import BOTH, Question, Telling, picks_from
from app.ui.screens.bertentangan.sides import base_of, sides_of
from app.ui.screens.bertentangan.state import RowShown, SettlingShown, SideShown
from app.ui.screens.bertentangan.summing import apart_words, summary_of
from app.ui.screens.bertentangan.values import there_words, value_words
from app.ui.screens.keluarga.filters import place_words
from app.ui.screens.keluarga.lexicon import Lexicon
from app.ui.shown import Option
from app.ui.vocabulary.proposals import kind_words
from app.ui.words import translate
from app.usecases.contests import BASE, VISITS


def shown_of(question: Question, chosen: Mapping[str, str], note: str, telling: Telling) -> SettlingShown:
    """The contest with the choices so far."""
    detail, picks = question.detail, picks_from(question, chosen)
    family = detail.standing.family
    asked = question.asked(picks)
    sides = tuple(sides_of(question, telling))
    rows = tuple(_row(row, picks, question, sides, telling) for row in asked)
    left = sum(row.key not in picks for row in asked)
    private = any(telling.lexicon.private(row.field) for row in asked)
    place = " · ".join(part for part in (place_words(family.rt, family.rw), family.dusun) if part)
    title, explanation, save = _words(question)
    return SettlingShown(
        id=id_of(detail.key),
        title=title,
        about=" · ".join(part for part in (family.head_name, place) if part),
        explanation=explanation,
        base=base_of(question),
        sides=sides,
        rows=rows,
        summary=summary_of(question, asked, rows, picks, left, sides),
        ready=not left,
        note=note,
        save_words=save,
        apart=_apart_words(question),
        hides=private and telling.hides,
        why_not=why_not(telling.actor, KIND_OF_ENTRY[detail.key.kind], family.rt, family.rw),
        family=detail.standing.id,
    )


def _words(question: Question) -> tuple[str, str, str]:
    """Title, explanation, and what the act is called."""
    detail = question.detail
    if detail.key.kind == VISITS:
        return (
            translate("Contest", "Hasil kunjungan berbeda"),
            translate(
                "Contest",
                "Pilih jawaban yang benar di setiap baris. Jawaban yang sama tetap dipakai. Kedua kunjungan tetap "
                "tersimpan, dan pilihan ini bisa dibatalkan.",
            ),
            translate("Contest", "Simpan pilihan"),
        )
    if detail.key.kind == BASE:
        kind = kind_words(detail.proposal.kind) if detail.proposal is not None else ""
        return (
            translate("Contest", "Daftar berubah sejak diusulkan: {kind}", kind=kind),
            translate(
                "Contest",
                "Daftar kabupaten berubah setelah usulan dibuat. Pilih di setiap baris: data daftar yang sekarang, "
                "atau tetap seperti yang diusulkan.",
            ),
            translate("Contest", "Simpan pilihan"),
        )
    if question.pair is not None:
        return pair_words(question.pair)
    return (translate("Contest", "Mungkin satu keluarga, diusulkan dua kali"), apart_words(), _merge_words())


def _apart_words(question: Question) -> str:
    if question.twins is not None:
        return translate("Contest", "Bukan keluarga yang sama")
    if question.pair is None:
        return ""
    if question.pair.same:
        return translate("Contest", "Biarkan keduanya")
    return translate("Contest", "Keduanya berlaku")


def _merge_words() -> str:
    return translate("Contest", "Gabungkan usulan")


def _row(
    row: Row, picks: Mapping[str, int], question: Question, sides: tuple[SideShown, ...], telling: Telling
) -> RowShown:
    label = _label(row, question, telling.lexicon)
    options = tuple(_options(row, question, sides, telling))
    base = _base_words(row, question, telling)
    pick = picks.get(row.key)
    chosen = "" if pick is None else BOTH if pick == TOGETHER else question.sides[pick]
    said = [translate("Contest", "{whose}: {value}", whose=one.hint, value=one.words) for one in options]
    before_side = base_of(question)
    title = before_side.title if before_side is not None else ""
    before = translate("Contest", "{whose}: {value}", whose=title, value=base) if base else ""
    held = next((one.words for one in options if one.code == chosen), "")
    taken = translate("Contest", "Dipilih: {value}", value=held) if held else translate("Contest", "Belum dipilih")
    sentence = ". ".join(part for part in (label, before, *said, taken) if part)
    return RowShown(row.key, label, base, options, chosen, sentence)


def _label(row: Row, question: Question, lexicon: Lexicon) -> str:
    name = _name(row, question)
    if row.field == FATE:
        return translate("Contest", "Usulan mana yang benar?")
    if row.field == THERE:
        return translate("Contest", "Anggota: {name}", name=name)
    if row.field == PRESENCE:
        what = translate("Contest", "Keberadaan") if name else translate("Contest", "Keberadaan keluarga")
    else:
        what = lexicon.label(row.field)
    return f"{name} – {what}" if name else what


def _name(row: Row, question: Question) -> str:
    if not row.member:
        return ""
    known = [one for one in (question.detail.standing, question.detail.other) if one is not None]
    name = next((name for one in known if (name := one.name_of(row.member))), "")
    return name or translate("Contest", "Anggota yang tidak ada lagi di daftar")


def _options(row: Row, question: Question, sides: tuple[SideShown, ...], telling: Telling) -> Iterator[Option]:
    told = [at for at, one in enumerate(row.said) if one is not None]
    words = {at: value_words(row, row.said[at], telling.lexicon, listed=_from_list(question, at)) for at in told}
    if row.field in ("nik", "kk", "no_kk") and len(set(words.values())) < len(words):
        differs = translate("Contest", "angka di tengah berbeda")
        words = {at: f"{one} ({differs})" for at, one in words.items()}
    if row.field == THERE:
        words = {at: there_words(row.said[at]) for at in told}
    if row.field == FATE and question.pair is not None:
        words = {at: proposal_words(question.pair.sides[at], question.detail, telling) for at in told}
    if telling.hides and telling.lexicon.private(row.field):
        hidden = translate("Contest", "isian pribadi")
        words = dict.fromkeys(told, hidden)
    for at in told:
        yield Option(question.sides[at], words[at], sides[at].title)
    if row.joins and len(told) > 1:
        value = value_words(row, row.value(TOGETHER), telling.lexicon, listed=False)
        yield Option(BOTH, value, translate("Contest", "Gabungan semuanya"))


def _from_list(question: Question, side: int) -> bool:
    return (question.visits, question.twins, question.pair) == (None, None, None) and side == LISTED


def _base_words(row: Row, question: Question, telling: Telling) -> str:
    if row.base is None:
        return ""
    if telling.hides and telling.lexicon.private(row.field):
        return translate("Contest", "isian pribadi")
    before = question.visits.base if question.visits is not None else None
    seen = before.members.get(row.member) if before is not None and row.member is not None else None
    answers = before.body.answers if before is not None and row.member is None else seen.answers if seen else {}
    return value_words(row, row.base, telling.lexicon, listed=row.field not in answers)
