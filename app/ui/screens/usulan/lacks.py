"""What an unfinished sheet still lacks, in words, in the order of the form."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.filling import Step
from app.domain.questionnaire import Questionnaire, instances
from app.domain.roster import HEAD
from app.ui.screens.keluarga.lexicon import Lexicon
from app.ui.screens.questions.ask import violation_words
from app.ui.screens.usulan.blocks import MUST_NAME_MEMBER, eligible, need_words
from app.ui.screens.usulan.corrections import wrong_changes
from app.ui.screens.usulan.entry import proposal_of
from app.ui.screens.usulan.outcome import lacking_outcome
from app.ui.screens.usulan.sheet import PRESENT, Sheet
from app.ui.screens.usulan.twin import twin_of
from app.ui.wording import language
from app.ui.words import translate
from app.usecases.open_drafts import MEMBERS_SECTION, NEW_FAMILY


def lacks_of(sheet: Sheet, visit: Questionnaire, lexicon: Lexicon) -> tuple[str, ...]:
    """Everything that has to be added or mended before the proposal can be saved."""
    found = (
        *_picks(sheet),
        *_changes(sheet, visit, lexicon),
        *_questions(sheet),
        *_reason(sheet),
        *_evidence(sheet, lexicon),
    )
    return tuple(dict.fromkeys(found))


def _picks(sheet: Sheet) -> Iterator[str]:
    must = sheet.kind.code in MUST_NAME_MEMBER or (sheet.reason is not None and sheet.reason.concerns == "member")
    if "member" in sheet.picks and must and (sheet.member is None or sheet.member not in eligible(sheet)):
        yield translate("Proposals", "Pilih anggota keluarga yang dimaksud.")
    if "present" in sheet.picks and sheet.present is None and not sheet.answer(PRESENT):
        yield translate("Proposals", "Pilih pengurus sekarang, atau jawab tidak diketahui.")
    twin = twin_of(sheet)
    if twin is not None and twin.bars:
        yield twin.words
    if sheet.kind.code == "split":
        everybody = len(sheet.family.members) if sheet.family is not None else 0
        if not sheet.members:
            yield translate("Proposals", "Pilih anggota yang berpisah.")
        elif len(sheet.members) >= everybody:
            yield translate("Proposals", "Paling sedikit satu anggota harus tinggal di keluarga lama.")
    if "other_family" in sheet.picks:
        if sheet.other is None:
            yield translate("Proposals", "Cari dan pilih keluarga yang lain.")
        elif sheet.other.standing.id == sheet.subject and sheet.kind.code == "merge":
            yield translate("Proposals", "Pilih keluarga lain, bukan keluarga yang sama.")
    yield from lacking_outcome(sheet)
    if sheet.kind.code == NEW_FAMILY:
        yield from _new_members(sheet)


def _new_members(sheet: Sheet) -> Iterator[str]:
    ids = instances(sheet.answers, MEMBERS_SECTION)
    if not ids:
        yield translate("Proposals", "Tambahkan paling sedikit satu anggota.")
        return
    heads = [one for one in ids if sheet.answer(f"{MEMBERS_SECTION}/{one}/id_hub_kepala_keluarga") == HEAD]
    if len(heads) != 1:
        yield translate("Proposals", "Harus ada tepat satu kepala keluarga.")


def _changes(sheet: Sheet, visit: Questionnaire, lexicon: Lexicon) -> Iterator[str]:
    if "changes" not in sheet.picks:
        return
    for path, why in wrong_changes(sheet, visit):
        yield f"{lexicon.label(path.rpartition('|')[2])}: {why}"
    if not proposal_of(sheet).changes:
        yield translate("Proposals", "Belum ada data yang diubah.")


def _questions(sheet: Sheet) -> Iterator[str]:
    filling = sheet.filling
    if filling is None:
        return
    for step in filling.missing():
        yield translate("Proposals", "{question} belum diisi.", question=_asked(step, sheet))
    for step, violation in filling.violations():
        yield f"{_asked(step, sheet)}: {violation_words(violation)}"


def _asked(step: Step, sheet: Sheet) -> str:
    label = step.question.label.say(language()).rstrip("?.")
    if not step.instance:
        return label
    number = instances(sheet.answers, step.section.name).index(step.instance) + 1
    return translate("Proposals", "Anggota {n}, {question}", n=number, question=label)


def _reason(sheet: Sheet) -> Iterator[str]:
    if sheet.kind.reason_required and sheet.reason is None:
        yield translate("Proposals", "Alasan belum dipilih.")
    elif sheet.reason is not None and sheet.reason.note_required and not sheet.record.get("note", "").strip():
        yield translate("Proposals", "Alasan ini perlu penjelasan. Isi kotak penjelasan.")


def _evidence(sheet: Sheet, lexicon: Lexicon) -> Iterator[str]:
    reason_list, code = (sheet.reason_list, sheet.reason_code) if sheet.reason else ("", "")
    for need in sheet.book.missing(sheet.kind.code, reason_list, code, sheet.kinds_there):
        yield translate("Proposals", "Bukti belum ada: {kinds}.", kinds=need_words(need, lexicon))
