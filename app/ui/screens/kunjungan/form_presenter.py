"""The form of one family: what the person does becomes answers, drafts and at the end one entry of the journal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from app.domain.errors import Problem
from app.domain.filling import Step
from app.domain.ids import FamilyId
from app.domain.questionnaire import Kind, path_of
from app.domain.visit_entry import MEMBER_PRESENCE
from app.ui.lanes import Lane, Run
from app.ui.messages import Message, explain
from app.ui.screens.follow_ups import FollowUp
from app.ui.screens.kunjungan.done import saved_state
from app.ui.screens.kunjungan.keeping import Keeping
from app.ui.screens.kunjungan.kept import as_kept
from app.ui.screens.kunjungan.opening import (
    Recorded,
    Sealed,
    Tools,
    read_known,
    record_session,
    seal_photo,
    still_to_propose,
)
from app.ui.screens.kunjungan.phrases import violation_words
from app.ui.screens.kunjungan.portrait import (
    asked_of,
    attempt_words,
    page_hint,
    page_words,
    question_lines,
    section_lines,
    subtitle_of,
)
from app.ui.screens.kunjungan.recap import blocked, summary_of
from app.ui.screens.kunjungan.session import PHOTO, PLACE_SOURCE, PUT_OFF, Known, Session
from app.ui.screens.kunjungan.state import SUMMARY, FormState, Stage
from app.ui.words import translate

NEW_MEMBER: Final = "5"
"""Presence of a member who is not on the list yet (Regsosek 404)."""


class FormPresenter:
    """`show` gets every new state; reading and writing happen in the DISK lane, in order."""

    def __init__(self, tools: Tools, run: Run, show: Callable[[FormState], None]) -> None:
        self._tools, self._run, self._out = tools, run, show
        self._state = FormState()
        self._session: Session | None = None
        self._keeping: Keeping | None = None
        self._family = FamilyId("")
        self._error = ""
        self._insisted = ""
        self._revision = 0
        self._photos_under_way = 0
        self._owing: dict[str, Keeping] = {}

    @property
    def family(self) -> str:
        """Whose form is open; empty when none is."""
        return self._family

    # ------------------------------------------------------------------------------------------ opening, leaving

    def open(self, family: FamilyId) -> None:
        """Open the form of a family where it was left, or at its beginning."""
        if self._session is not None and self._family == family and self._state.stage is Stage.READY:
            self._present()
            return
        self._put_aside()
        self._family = family
        self._error, self._insisted = "", ""
        self._show(FormState(stage=Stage.LOADING))
        self._run(Lane.DISK, partial(read_known, self._tools, family), self._opened, self._not_opened)

    def close(self) -> None:
        """Leave the form; everything answered is in the draft already."""
        self._put_aside()
        self._family = FamilyId("")

    def retry(self) -> None:
        """Try again what did not work: to open, or to keep what was answered."""
        if self._keeping is not None:
            self._show(replace(self._state, notice=None))
            self._keeping.retry()
        elif self._family:
            self.open(self._family)

    # -------------------------------------------------------------------------------------------------- answers

    def answer(self, path: str, typed: str) -> None:
        """What stands in the control of a question now."""
        session = self._session
        step = self._step(path)
        if session is None or step is None or self._state.saving:
            return
        value = as_kept(step, typed)
        if not session.answer(path, value):
            return
        self._insisted = ""
        if path == session.path:
            wrong = session.filling.check(step, value)
            self._error = self._error and violation_words(wrong)
        fields = {path: value}
        if step.question.kind is Kind.GPS:
            session.extra[PLACE_SOURCE] = "typed"
            fields[PLACE_SOURCE] = "typed"
        self._keep(fields)
        self._present()

    def take(self, value: str) -> None:
        """Take over something that was said before; as with a number key, Enter goes on."""
        session = self._session
        if session is None or session.step is None:
            return
        step = session.step
        if session.answer(step.path, value):
            self._keep({step.path: value})
        self._revision += 1
        self._error, self._insisted = "", ""
        self._present()

    def go_on(self) -> None:
        """Enter: the next question; an answer that can not be is said once before one goes on."""
        session = self._session
        if session is None:
            return
        step = session.step
        if step is not None:
            wrong = violation_words(session.filling.check(step, session.filling.value(step)))
            if wrong and self._insisted != step.path:
                self._insisted, self._error = step.path, wrong
                self._present()
                return
        session.advance()
        self._moved()

    def go_back(self) -> None:
        """The question before."""
        if self._session is not None:
            self._session.retreat()
            self._moved()

    def go_to(self, position: str) -> None:
        """A question or a page that was pointed at."""
        if self._session is not None and position:
            self._session.go_to(position)
            self._moved()

    def put_off(self) -> None:
        """Ask the open private question when nobody listens, or now after all."""
        session = self._session
        if session is None or session.step is None or not session.step.question.private:
            return
        path = session.step.path
        put_off = path not in session.put_off
        session.put_off_or_back(path)
        self._keep({PUT_OFF: session.extra[PUT_OFF]})
        if put_off:
            session.advance()
        self._moved()

    def add_member(self) -> None:
        """Somebody lives here whom the list does not know."""
        session = self._session
        if session is None or not self._state.add_words:
            return
        name, instance = session.add_instance()
        section = session.known.form.repeats[name]
        fields = {name: session.answers[name]}
        presence = session.known.form.questions.get(MEMBER_PRESENCE)
        if presence is not None and presence.choices is not None and NEW_MEMBER in presence.choices:
            path = path_of(section, MEMBER_PRESENCE, instance)
            session.answer(path, NEW_MEMBER)
            fields[path] = NEW_MEMBER
        self._keep(fields)
        session.go_to(f"{name}/{instance}")
        self._moved()

    def remove_member(self) -> None:
        """Take back the new member whose page is open."""
        session = self._session
        if session is None or session.step is None or not session.is_new(session.step.instance):
            return
        section, instance = session.step.section.name, session.step.instance
        gone = session.remove_instance(section, instance)
        self._keep({section: session.answers.get(section, ""), **dict.fromkeys(gone, "")})
        pages = [page for page in session.pages() if page.startswith(f"{section}/")]
        session.go_to(pages[-1] if pages else "")
        self._moved()

    # --------------------------------------------------------------------------------------------------- photos

    def add_photos(self, path: str, sources: Sequence[Path | bytes]) -> None:
        """Make photos small, seal them, and put them to a question."""
        step = self._step(path)
        session, keeping = self._session, self._keeping
        if session is None or keeping is None or step is None or step.question.kind is not Kind.PHOTO:
            return
        self._state = replace(self._state, notice=None)
        for source in sources:
            self._photos_under_way += 1
            work = partial(seal_photo, self._tools, step.question.evidence, source)
            self._run(Lane.DISK, work, partial(self._sealed, session, keeping, path), self._not_sealed)
        self._present()

    def remove_photo(self, path: str, photo: str) -> None:
        """Take a photo away from a question."""
        session = self._session
        if session is None:
            return
        left = [name for name in session.answers.get(path, "").split(" ") if name and name != photo]
        fields = {path: " ".join(left)}
        session.answer(path, fields[path])
        if not any(photo in value.split(" ") for value in session.answers.values()):
            session.extra.pop(PHOTO + photo, None)
            fields[PHOTO + photo] = ""
        self._keep(fields)
        self._present()

    # ---------------------------------------------------------------------------------------------------- saving

    def save(self) -> None:
        """Record the visit: everything or nothing, then the draft is forgotten."""
        session = self._session
        if session is None or self._state.saving or blocked(session) or self._photos_under_way:
            return
        self._show(replace(self._state, saving=True, notice=None))
        self._run(Lane.DISK, partial(record_session, self._tools, session), self._saved, self._not_saved)

    def _saved(self, recorded: Recorded) -> None:
        if self._keeping is not None:
            self._keeping.end()
        session, self._session, self._keeping = self._session, None, None
        assert session is not None
        self._family = FamilyId("")
        self._show(saved_state(session, recorded, self._state))

    def look_again(self) -> None:
        """Seen again after the end: a proposal that was made meanwhile is not offered any more."""
        family = FamilyId(self._state.saved_family)
        if self._state.stage is Stage.SAVED and self._state.follow_ups:
            self._run(Lane.DISK, partial(still_to_propose, self._tools, family), partial(self._told_rest, family))

    def _told_rest(self, family: FamilyId, rest: tuple[FollowUp, ...]) -> None:
        if self._state.stage is Stage.SAVED and self._state.saved_family == family:
            self._show(replace(self._state, follow_ups=rest))

    def _not_saved(self, problem: Problem) -> None:
        self._show(replace(self._state, saving=False, notice=explain(problem)))

    # ----------------------------------------------------------------------------------------------------- inner

    def _put_aside(self) -> None:
        """Another form comes: what a full disk did not take stays here until it is taken."""
        for keeping in (*self._owing.values(), self._keeping):
            if keeping is not None:
                keeping.retry()
        if self._keeping is not None and self._keeping.owes:
            self._owing[self._keeping.subject] = self._keeping
        self._owing = {subject: one for subject, one in self._owing.items() if one.owes}
        self._session, self._keeping = None, None

    def _opened(self, known: Known) -> None:
        if known.family != self._family:
            return
        owing = self._owing.pop(known.family, None)
        if owing is not None:
            fields = {**known.fields, **owing.owed}
            known = replace(known, fields={name: value for name, value in fields.items() if value})
        session = Session(known)
        self._session = session
        self._keeping = Keeping(self._tools.drafts, self._run, known.form.id, known.family, self._told)
        if not known.may_record:
            reason = translate("Visit", "Peran Anda hanya dapat melihat keluarga ini.")
            self._show(FormState(stage=Stage.EMPTY, title=_head(session), notice=Message("", reason)))
            return
        draft = translate("Visit", "Tersimpan sebagai draf") if session.begun and owing is None else ""
        self._show(FormState(stage=Stage.READY, draft=draft))
        if owing is not None:
            self._keeping.keep(owing.owed)
        self._arrive()
        self._present()

    def _not_opened(self, problem: Problem) -> None:
        self._show(FormState(stage=Stage.FAILED, problem=explain(problem)))

    def _sealed(self, session: Session, keeping: Keeping, path: str, sealed: Sealed) -> None:
        """A photo is on the disk: it goes to its form, though another one may be open by now."""
        self._photos_under_way -= 1
        if self._session is not None and self._keeping is not None and self._family == session.known.family:
            session, keeping = self._session, self._keeping
        session.extra[PHOTO + sealed.name] = sealed.told
        names = [name for name in session.answers.get(path, "").split(" ") if name]
        if sealed.name not in names:
            names.append(sealed.name)
        fields = {PHOTO + sealed.name: sealed.told, path: " ".join(names)}
        session.answer(path, fields[path])
        place = next((s for s in session.filling.steps if s.question.kind is Kind.GPS), None)
        if sealed.place and place is not None and not session.filling.value(place):
            session.answer(place.path, sealed.place)
            session.extra[PLACE_SOURCE] = "photo"
            fields |= {place.path: sealed.place, PLACE_SOURCE: "photo"}
        _keep_in(session, keeping, fields)
        self._present()

    def _not_sealed(self, problem: Problem) -> None:
        self._photos_under_way -= 1
        self._state = replace(self._state, notice=explain(problem))
        self._present()

    def _step(self, path: str) -> Step | None:
        if self._session is None:
            return None
        return next((step for step in self._session.filling.steps if step.path == path), None)

    def _keep(self, fields: dict[str, str]) -> None:
        if self._session is not None and self._keeping is not None:
            _keep_in(self._session, self._keeping, fields)

    def _arrive(self) -> None:
        """An answer that can not be is said as soon as its question is seen again, and Enter then goes on; what is
        empty is left alone."""
        session = self._session
        step = session.step if session is not None else None
        self._error, self._insisted = "", ""
        if session is not None and step is not None and (value := session.filling.value(step)):
            self._error = violation_words(session.filling.check(step, value))
            self._insisted = step.path if self._error else ""

    def _moved(self) -> None:
        self._arrive()
        session = self._session
        if session is not None and self._keeping is not None and session.begun:
            self._keeping.move_to(session.path or session.page)
        self._present()

    def _told(self, kept: bool, problem: Problem | None) -> None:
        if self._session is None or self._state.stage is not Stage.READY:
            return
        draft = translate("Visit", "Tersimpan sebagai draf") if kept and self._session.begun else ""
        notice = explain(problem) if problem is not None else (None if kept else self._state.notice)
        if (draft, notice) != (self._state.draft, self._state.notice):
            self._show(replace(self._state, draft=draft, notice=notice))

    def _present(self) -> None:
        """Show the session as it is now."""
        session = self._session
        if session is None or self._state.stage is not Stage.READY:
            return
        step = session.step
        self._show(
            replace(
                self._state,
                title=_head(session),
                subtitle=subtitle_of(session),
                attempt=attempt_words(session),
                page=session.page,
                page_title=page_words(session, session.page),
                page_hint=page_hint(session),
                sections=section_lines(session),
                lines=question_lines(session),
                asked=asked_of(session, self._error, self._photos_under_way > 0, self._revision),
                add_words=translate("Visit", "Tambah anggota") if session.may_add() else "",
                removable=step is not None and session.is_new(step.instance),
                busy=self._photos_under_way > 0,
                summary=summary_of(session) if session.page == SUMMARY else None,
            )
        )

    def _show(self, state: FormState) -> None:
        self._state = state
        self._out(state)


def _keep_in(session: Session, keeping: Keeping, fields: dict[str, str]) -> None:
    """Save fields; the first ones take along what the draft needs to stand by itself."""
    if not session.begun:
        session.begun = True
        fields = {**session.start_fields(), **fields}
        keeping.move_to(session.path or session.page)
    keeping.keep(fields)


def _head(session: Session) -> str:
    family = session.known.detail.standing.family
    return family.head_name or translate("Visit", "(tanpa nama)")
