"""The summary before a visit is saved: what was answered, what differs from before, what is still missing."""

from __future__ import annotations

from typing import Final

from app.domain.filling import SectionSummary, Step
from app.domain.questionnaire import Kind
from app.domain.visit_entry import RESULT, visit_entry
from app.ui.screens.follow_ups import follow_ups
from app.ui.screens.kunjungan.corrections import corrections
from app.ui.screens.kunjungan.phrases import is_shown, line_words, violation_words
from app.ui.screens.kunjungan.portrait import instance_words
from app.ui.screens.kunjungan.session import Session
from app.ui.screens.kunjungan.state import ChangeLine, LackLine, SectionShown, Summary
from app.ui.wording import language
from app.ui.words import translate, translate_counted

COMPLETE: Final = "1"
LISTED_SINGLY: Final = 2
"""More missing answers than these in one section are told as a number."""


def summary_of(session: Session) -> Summary:
    """Everything about the visit in words."""
    groups = session.filling.summary()
    photos = sum(len(value.split(" ")) for group in groups for step, value in group.lines if value and _is_photo(step))
    return Summary(
        sections=tuple(_section(session, group) for group in groups if group.lines),
        changes=tuple((_title(session, group), changes) for group in groups if (changes := _changes(session, group))),
        proposals=_proposals(session),
        photos=translate_counted("Visit", "{n} foto, terkunci di laptop ini", photos) if photos else "",
        lacks=tuple(lack for group in groups for lack in _lacks(session, group)),
        blocked=blocked(session),
        advice=_advice(session),
    )


def blocked(session: Session) -> str:
    """Why the visit can not be saved yet; a visit whose result says that it is incomplete may lack answers."""
    if session.filling.violations():
        return translate("Visit", "Betulkan dahulu jawaban yang perlu diperiksa.")
    if not session.filling.missing():
        return ""
    record = session.filling.record()
    result = record.get(RESULT, "")
    if result and result != COMPLETE:
        return ""
    if result == COMPLETE:
        return translate(
            "Visit",
            "Hasil kunjungan “Terisi lengkap”, tetapi masih ada yang kosong. Isi yang kurang, atau ubah hasilnya.",
        )
    return translate("Visit", "Isi dahulu yang masih kurang.")


def _section(session: Session, group: SectionSummary) -> SectionShown:
    count = translate("Visit", "{done} dari {all} terisi", done=group.answered, all=len(group.lines))
    answers = tuple((_label(step), line_words(step.question, value)) for step, value in group.lines if value)
    return SectionShown(_title(session, group), count, answers)


def _title(session: Session, group: SectionSummary) -> str:
    if group.instance:
        return instance_words(session, group.section, group.instance)
    return group.section.label.say(language())


def _changes(session: Session, group: SectionSummary) -> tuple[ChangeLine, ...]:
    found = []
    for step, value in group.lines:
        before = session.known.previous.get(step.path)
        if value and before is not None and before.value != value and step.question.kind is not Kind.GPS:
            found.append(_change(step, before.value, value))
    return tuple(found)


def _change(step: Step, before: str, now: str) -> ChangeLine:
    """Old beside new as far as they may be shown; that something changed is told in any case."""
    if not is_shown(step.question):
        return ChangeLine(_label(step), "", translate("Visit", "Diganti (isinya tidak ditampilkan)"))
    old, new = line_words(step.question, before), line_words(step.question, now)
    if old == new:
        new = translate("Visit", "{number} (angka yang disembunyikan berubah)", number=new)
    return ChangeLine(_label(step), old, new)


def _lacks(session: Session, group: SectionSummary) -> list[LackLine]:
    who = f"{_title(session, group)}: "
    wrong = [
        LackLine(step.path, f"{who}{_label(step)} - {violation_words(violation)}", True)
        for step, violation in group.violations
    ]
    if len(group.missing) > LISTED_SINGLY:
        many = translate("Visit", "{n} belum diisi", n=len(group.missing))
        return [*wrong, LackLine(group.missing[0].path, who + many)]
    return wrong + [LackLine(step.path, who + _label(step)) for step in group.missing]


def _proposals(session: Session) -> str:
    made = corrections(session.filling, session.known.detail.standing, None, None)
    fields = sum(len(one.changes) for one in made if one.member is not None)
    added = sum(len(one.new_members) for one in made)
    parts = [
        translate_counted("Visit", "{n} perbaikan data anggota", fields) if fields else "",
        translate_counted("Visit", "{n} anggota baru", added) if added else "",
    ]
    said = translate("Visit", " dan ").join(part for part in parts if part)
    return translate("Visit", "{what} ikut diusulkan ke kabupaten.", what=said) if said else ""


def _advice(session: Session) -> tuple[str, ...]:
    """What the visit alone does not ask of the district, and what may be asked once it is saved."""
    if session.filling.violations():
        return ()
    visit = visit_entry(session.filling, session.photos(), session.known.book, session.attempt())
    offers = follow_ups(visit, session.known.detail.standing)
    return tuple(one.sentence for one in offers)


def _label(step: Step) -> str:
    return step.question.label.say(language())


def _is_photo(step: Step) -> bool:
    return step.question.kind is Kind.PHOTO
