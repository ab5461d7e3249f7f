"""A session as the form shows it: pages with their progress, the questions of one page, the one that is open."""

from __future__ import annotations

from app.domain.filling import SectionSummary, Step
from app.domain.nik import nik_warnings
from app.domain.questionnaire import CHOOSING, Kind, Section, path_of
from app.domain.visit_entry import GUIDE, RESPONDENT
from app.ui.screens.keluarga.filters import place_words
from app.ui.screens.kunjungan.phrases import (
    agreed_words,
    is_masked,
    line_words,
    origin_words,
    value_words,
)
from app.ui.screens.kunjungan.session import Session
from app.ui.screens.kunjungan.state import (
    LATER,
    SUMMARY,
    Asked,
    Mark,
    PhotoShown,
    QuestionLine,
    SectionLine,
    Suggestion,
)
from app.ui.screens.questions.typed import outside_indonesia
from app.ui.shown import Option
from app.ui.vocabulary.flags import flag_words
from app.ui.vocabulary.times import day_of
from app.ui.wording import language
from app.ui.words import translate, translate_counted

LONGEST_OFFER = 48
LONG_TEXTS = frozenset({"catatan"})


def instance_words(session: Session, section: Section, instance: str) -> str:
    """The name of one member, as told at the door or as listed."""
    path = path_of(section, "nama", instance)
    known = session.known.previous.get(path)
    name = session.answers.get(path, "") or (known.value if known else "")
    if name or not session.is_new(instance):
        return name or translate("Visit", "Anggota tanpa nama")
    return translate("Visit", "Anggota baru")


def page_words(session: Session, page: str) -> str:
    """The title of a page."""
    if page == SUMMARY:
        return translate("Visit", "Ringkasan")
    if page == LATER:
        return translate("Visit", "Tanyakan tersendiri")
    for step in session.steps_of(page):
        if step.instance:
            return instance_words(session, step.section, step.instance)
        return step.section.label.say(language())
    return ""


def page_hint(session: Session) -> str:
    """A quieter line below the title."""
    if session.page == SUMMARY:
        if any(step.question.name == RESPONDENT for step in session.filling.steps):
            return translate("Visit", "Periksa sekali lagi bersama responden, lalu simpan.")
        return translate("Visit", "Periksa sekali lagi, lalu simpan.")
    if session.page == LATER:
        return translate("Visit", "Pertanyaan tentang kesehatan, uang, dan anak: tanyakan tanpa orang lain.")
    step = next(iter(session.steps_of(session.page)), None)
    if step is not None and step.instance:
        members = dict.fromkeys(one.instance for one in session.filling.steps if one.section is step.section)
        at = list(members).index(step.instance) + 1
        return translate("Visit", "Anggota {at} dari {all}", at=at, all=len(members))
    return ""


def section_lines(session: Session) -> tuple[SectionLine, ...]:
    """All pages with how far each is."""
    found: list[SectionLine] = []
    groups = {_page(one): one for one in session.filling.summary()}
    first_member = True
    for page in session.pages():
        current = page == session.page
        if page == SUMMARY:
            found.append(SectionLine(page, page_words(session, page), "", Mark.OPEN, current))
            continue
        if page == LATER:
            left = sum(not session.answers.get(path) for path in session.put_off)
            words = translate("Visit", "{n} menunggu", n=left) if left else translate("Visit", "Lengkap")
            mark = Mark.LATER if left else Mark.DONE
            found.append(SectionLine(page, page_words(session, page), words, mark, current))
            continue
        group = groups.get(page)
        if group is None:
            continue
        if group.instance and first_member:
            first_member = False
            found.append(SectionLine("", group.section.label.say(language()), "", Mark.OPEN))
        words, mark = _progress(group)
        found.append(SectionLine(page, page_words(session, page), words, mark, current, bool(group.instance)))
    return tuple(found)


def question_lines(session: Session) -> tuple[QuestionLine, ...]:
    """The questions of the open page."""
    waiting = set(session.put_off)
    lines = []
    for step in session.steps_of(session.page):
        question, value = step.question, session.filling.value(step)
        if session.filling.check(step, value) is not None:
            mark = Mark.WRONG
        elif value or question.kind is Kind.NOTE:
            mark = Mark.DONE
        elif step.path in waiting:
            mark = Mark.LATER
        else:
            mark = Mark.MISSING if question.required else Mark.OPEN
        label = question.label.say(language())
        if session.page == LATER and step.instance:
            label = f"{instance_words(session, step.section, step.instance)}: {label}"
        lines.append(QuestionLine(step.path, label, line_words(question, value), mark, question.private))
    return tuple(lines)


def asked_of(session: Session, error: str = "", busy: bool = False, revision: int = 0) -> Asked | None:
    """The open question with all that stands around it."""
    step = session.step
    if step is None:
        return None
    question, value = step.question, session.filling.value(step)
    codes = question.offered
    label = question.label.say(language())
    if session.page == LATER and step.instance:
        label = f"{instance_words(session, step.section, step.instance)}: {label}"
    masked = is_masked(question)
    numbered = all(code.value.isdigit() for code in codes)
    options = tuple(
        Option(code.value if numbered else str(at), code.label(language())) for at, code in enumerate(codes, 1)
    )
    return Asked(
        path=step.path,
        kind=question.kind,
        label=label,
        hint=_hint(session, step),
        options=options if question.kind in CHOOSING else (),
        show_codes=bool(codes),
        agreed=agreed_words(question),
        example=question.example.say(language()),
        value="" if masked else shown_codes(step, value),
        masked=value_words(question, value) if masked else "",
        long=question.name in LONG_TEXTS,
        error=error,
        caution=_caution(session, step, value),
        private=question.private,
        later=step.path in session.put_off,
        required=question.required,
        suggestions=tuple(_suggestions(session, step, value)),
        photos=_photos(value) if question.kind is Kind.PHOTO else (),
        busy=busy,
        revision=revision,
    )


def shown_codes(step: Step, value: str) -> str:
    """Codes that are words are chosen by their number in the list."""
    return _recoded(step, value, to_screen=True)


def kept_codes(step: Step, value: str) -> str:
    """The way back from `shown_codes`."""
    return _recoded(step, value, to_screen=False)


def _recoded(step: Step, value: str, to_screen: bool) -> str:
    codes = step.question.offered
    if not value or all(code.value.isdigit() for code in codes):
        return value
    pairs = {code.value: str(at) for at, code in enumerate(codes, 1)}
    ways = pairs if to_screen else {number: code for code, number in pairs.items()}
    return " ".join(ways.get(one, one) for one in value.split(" "))


def _page(group: SectionSummary) -> str:
    return f"{group.section.name}/{group.instance}" if group.instance else group.section.name


def _progress(group: SectionSummary) -> tuple[str, Mark]:
    if group.violations:
        return translate("Visit", "{n} perlu diperiksa", n=len(group.violations)), Mark.WRONG
    if not group.missing:
        return translate("Visit", "Lengkap") if group.answered else translate("Visit", "Boleh kosong"), (
            Mark.DONE if group.answered else Mark.OPEN
        )
    if not group.answered:
        return translate("Visit", "Belum diisi"), Mark.OPEN
    return translate("Visit", "Kurang {n}", n=len(group.missing)), Mark.MISSING


def _hint(session: Session, step: Step) -> str:
    hint = step.question.hint.say(language())
    if step.question.kind is Kind.STATEMENT and session.answers.get(RESPONDENT):
        said = translate("Visit", "Atas nama {name}.", name=session.answers[RESPONDENT])
        return f"{said} {hint}".strip()
    return hint


def _caution(session: Session, step: Step, value: str) -> str:
    if step.question.kind is Kind.GPS and value and outside_indonesia(value):
        return translate("Visit", "Tempat ini di luar Indonesia. Periksa lintang (LS bernilai minus) dan bujur.")
    if step.question.name == "nik" and session.filling.check(step, value) is None:
        return ". ".join(flag_words(code) for code in nik_warnings(value, *_beside_nik(session, step)))
    return ""


def _beside_nik(session: Session, step: Step) -> tuple[str, str]:
    """Birth date and sex of the same member: what was answered, else what was known before; empty where unusable."""
    found = []
    for name in ("tanggal_lahir", "id_jenis_kelamin"):
        question = session.known.form.questions.get(name)
        path = path_of(step.section, name, step.instance)
        known = session.known.previous.get(path)
        value = session.answers.get(path) or (known.value if known else "")
        found.append(value if question is not None and question.shape(value) is None else "")
    return found[0], found[1]


def _suggestions(session: Session, step: Step, value: str) -> list[Suggestion]:
    known = session.known.previous.get(step.path)
    found = []
    if known is not None:
        words = value_words(step.question, known.value)
        words = words if len(words) <= LONGEST_OFFER else f"{words[:LONGEST_OFFER]}…"
        found.append(Suggestion(known.value, words, origin_words(known)))
    if step.question.name == RESPONDENT:
        found += [_name(one.name, "") for one in session.known.detail.standing.family.members]
    if step.question.name == GUIDE and session.known.guide:
        found.append(_name(session.known.guide, translate("Visit", "Terakhir di RT ini")))
    return [one for one in found if one.value != value]


def _name(name: str, origin: str) -> Suggestion:
    return Suggestion(name, name, origin)


def _photos(value: str) -> tuple[PhotoShown, ...]:
    names = value.split(" ") if value else []
    return tuple(PhotoShown(name, translate("Visit", "Foto {n}", n=at)) for at, name in enumerate(names, 1))


def subtitle_of(session: Session) -> str:
    """Where the family lives and how many people it has."""
    family = session.known.detail.standing.family
    place = place_words(family.rt, family.rw)
    members = translate_counted("Visit", "{n} anggota", len(family.members))
    dusun = "" if family.dusun.casefold() in family.address.casefold() else family.dusun
    return " · ".join(part for part in (family.address, place, dusun, members) if part)


def attempt_words(session: Session) -> str:
    """Which attempt this is, and since when it is being filled in."""
    number = session.attempt().number
    if number == 1:
        return translate("Visit", "Kunjungan pertama")
    newest = session.known.detail.standing.newest_visit
    day = day_of(newest.entry.at_ms) if newest is not None else ""
    return translate("Visit", "Kunjungan ke-{n}, terakhir {day}", n=number, day=day)
