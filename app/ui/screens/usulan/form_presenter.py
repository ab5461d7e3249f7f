"""The form of one proposal: every answer is kept at once, what it changes is shown, and the end is one entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from app.domain.errors import Problem, Refused
from app.domain.ids import EntryId, FamilyId
from app.domain.payloads.visits import Evidence
from app.domain.policy import ACTS
from app.domain.questionnaire import instances
from app.ui.lanes import Lane, Run
from app.ui.messages import explain
from app.ui.screens.follow_ups import NOTE
from app.ui.screens.latest import Latest
from app.ui.screens.usulan.begun import begun_options
from app.ui.screens.usulan.blocks import about_sheet, afterwards_of, blocks_of, evidence_of, picks_of, reasons_of
from app.ui.screens.usulan.bounds import bounded, gone_words, outside
from app.ui.screens.usulan.corrections import change_groups
from app.ui.screens.usulan.finding import FamilySearch
from app.ui.screens.usulan.form_state import FormStage, FormState
from app.ui.screens.usulan.lacks import lacks_of
from app.ui.screens.usulan.likeness import Like, like_families, wanted_of, warned
from app.ui.screens.usulan.opening import NOTHING, Opened, Shelf, Tools, open_sheet
from app.ui.screens.usulan.saving import kept_words, summary_of, write
from app.ui.screens.usulan.sheet import (
    CHANGE,
    EMPTY,
    EVIDENCE,
    OBJECTION,
    OTHER_FAMILY,
    OTHER_MEMBER,
    Sheet,
    evidence_text,
)
from app.ui.screens.usulan.twin import twin_of
from app.ui.screens.usulan.whom import about_words
from app.ui.vocabulary.proposals import kind_words
from app.ui.wording import language
from app.ui.words import translate
from app.usecases.open_drafts import MEMBERS_SECTION, NEW_FAMILY, OpenDraft, OpenDrafts
from app.usecases.reading import FamilyDetail

Request = tuple[FamilyId | None, Mapping[str, str], EntryId | None, str | None]
"""Family, answers known already, the proposal to be mended, the draft of a family that is not listed yet."""


class FormPresenter:
    """`show` gets every new state; `saved(entry)` is called once the proposal is in the journal."""

    def __init__(
        self, tools: Tools, run: Run, show: Callable[[FormState], None], saved: Callable[[EntryId], None]
    ) -> None:
        self._tools, self._run, self._out, self._saved = tools, run, show, saved
        self._sheet: Sheet | None = None
        self._shelf: Shelf | None = None
        self._tell_missing = False
        self._asked = 0
        self._request: Request = (None, NOTHING, None, None)
        self._given: dict[str, str] = {}
        self._begun: tuple[OpenDraft, ...] = ()
        self._like = Latest[tuple[str, ...], tuple[Like, ...]](
            run, partial(like_families, tools.reading), self._show_like, self._ignore
        )
        self._find = FamilySearch(tools.reading, tools.actor, run, self._draw_finder, self._fail)
        self._alike: tuple[Like, ...] = ()
        self._state = FormState()

    # ------------------------------------------------------------------------------------------------------ opening

    def open(
        self,
        kind: str,
        family: FamilyId | None,
        given: Mapping[str, str] = NOTHING,
        replaces: EntryId | None = None,
        unlisted: str | None = None,
    ) -> None:
        """Begin (or go on with) a proposal of a kind; without a family one is searched for first.

        `given` are answers that are known already, `unlisted` names the draft to go on with, about a family that is
        not on the list yet.
        """
        self._asked += 1
        self._request = (family, given, replaces, unlisted)
        self._sheet, self._tell_missing = None, False
        self._find.begin()
        self._alike = ()
        title = kind_words(kind)
        if self._tools.actor.role not in ACTS["objection_filed" if kind == OBJECTION else "change_proposed"]:
            problem = explain(Refused("not_allowed"))
            self._show(FormState(stage=FormStage.FAILED, kind=kind, title=title, problem=problem))
            return
        if family is None and kind != NEW_FAMILY:
            finder = self._find.finder("", False)
            self._show(FormState(stage=FormStage.FINDING, kind=kind, title=title, finder=finder))
            return
        self._show(FormState(stage=FormStage.LOADING, kind=kind, title=title))
        if family is None and unlisted is None:
            find = partial(OpenDrafts(self._tools.drafts, self._tools.reading), NEW_FAMILY)
            self._run(Lane.DISK, find, partial(self._offer_begun, self._asked), self._fail)
            return
        self._load()

    def _load(self) -> None:
        work = partial(open_sheet, self._tools, self._state.kind, *self._request)
        self._run(Lane.DISK, work, partial(self._opened, self._asked), self._fail)

    def _offer_begun(self, asked: int, begun: tuple[OpenDraft, ...]) -> None:
        """Where forms of new families were begun before, one is chosen first."""
        if asked != self._asked:
            return
        self._begun = tuple(draft for draft in begun if not draft.family)
        if self._begun:
            self._show(replace(self._state, stage=FormStage.CHOOSING, begun=begun_options(self._begun)))
        else:
            self._load()

    def choose_begun(self, code: str) -> None:
        """Go on with the begun form of that number as it was offered; the number after the last begins another."""
        at = int(code) - 1
        family, given, replaces, _ = self._request
        self._request = (family, given, replaces, self._begun[at].subject if at < len(self._begun) else None)
        self._show(replace(self._state, stage=FormStage.LOADING, begun=()))
        self._load()

    def retry(self) -> None:
        """Try to open the same form again."""
        if self._sheet is None and self._state.kind:
            self.open(self._state.kind, *self._request)

    def _opened(self, asked: int, opened: Opened | None) -> None:
        if asked != self._asked:
            return
        if opened is None:
            self._show(replace(self._state, stage=FormStage.GONE, gone=gone_words(self._tools.actor)))
            return
        self._sheet, self._shelf = opened.sheet, opened.shelf
        self._given = dict(opened.given)
        draft = translate("Proposals", "Melanjutkan draf yang tersimpan.") if opened.drafted else ""
        self._state = replace(self._state, stage=FormStage.FILLING, returned=opened.returned, draft=draft)
        self._drawn()
        self._like.ask(wanted_of(opened.sheet))
        if "other_family" in opened.sheet.picks and opened.sheet.other is None:
            self._find.ask(opened.given.get(NOTE, ""))  # whom the visit named
        self._next_picture()

    # ---------------------------------------------------------------------------------------------------- answering

    def answer(self, path: str, value: str) -> None:
        """One answer as it is left; it is on the disk before anything else can happen to it."""
        sheet = self._sheet
        if sheet is None or (sheet.answer(path) == value and (path in sheet.answers or not value)):
            return
        answers = {**sheet.answers, path: value}
        if not value and not path.startswith(CHANGE):
            del answers[path]
        self._sheet = replace(sheet, answers=answers)
        self._keep(path, answers.get(path))
        self._drawn()
        if sheet.kind.code == NEW_FAMILY:
            self._like.ask(wanted_of(self._sheet))

    def open_change(self, path: str) -> None:
        """Begin to change one field."""
        sheet = self._sheet
        if sheet is not None and path not in sheet.answers:
            self._sheet = replace(sheet, answers={**sheet.answers, path: ""})
            self._drawn()

    def empty_change(self, path: str) -> None:
        """Propose that nothing stands in one field."""
        self.answer(path, EMPTY)

    def drop_change(self, path: str) -> None:
        """Leave one field as it stands."""
        sheet = self._sheet
        if sheet is not None and path in sheet.answers:
            self._sheet = replace(sheet, answers={key: value for key, value in sheet.answers.items() if key != path})
            self._keep(path, None)
            self._drawn()

    def add_member(self) -> None:
        """One more person of a new family."""
        if self._sheet is not None:
            ids = instances(self._sheet.answers, MEMBERS_SECTION)
            free = max((int(one) for one in ids if one.isdigit()), default=0) + 1
            self.answer(MEMBERS_SECTION, "\n".join((*ids, str(free))))

    def remove_member(self, instance: str) -> None:
        """Take a person out of a new family."""
        if self._sheet is None:
            return
        ids = [one for one in instances(self._sheet.answers, MEMBERS_SECTION) if one != instance]
        start = f"{MEMBERS_SECTION}/{instance}/"
        for path in [path for path in self._sheet.answers if path.startswith(start)]:
            self.answer(path, "")
        self.answer(MEMBERS_SECTION, "\n".join(ids))

    def _keep(self, path: str, value: str | None) -> None:
        sheet, drafts = self._sheet, self._tools.drafts
        if sheet is None:
            return
        form, subject = sheet.draft, sheet.draft_subject
        self._given.pop(path, None)
        for name, known in self._given.items():
            self._run(Lane.DISK, partial(drafts.save, form, subject, name, known), self._kept, self._fail)
        self._given = {}
        if value is None:
            self._run(Lane.DISK, partial(drafts.clear, form, subject, path), self._kept, self._fail)
        else:
            self._run(Lane.DISK, partial(drafts.save, form, subject, path, value), self._kept, self._fail)

    def _kept(self, _nothing: None) -> None:
        words = translate("Proposals", "Draf tersimpan di laptop ini.")
        if self._state.draft != words and self._sheet is not None:
            self._show(replace(self._state, draft=words, problem=None))

    # ------------------------------------------------------------------------------------------------ other families

    def search(self, text: str) -> None:
        """Look for the family it is about, or for the other one."""
        self._find.ask(text)

    def choose_family(self, family: str) -> None:
        """A family that was found is the one."""
        if self._state.stage is FormStage.FINDING:
            self.open(self._state.kind, FamilyId(family))
            return
        if self._sheet is not None:
            work = partial(self._tools.reading.family, FamilyId(family))
            self._run(Lane.DISK, work, self._other_read, self._fail)

    def drop_other(self) -> None:
        """Another family was meant."""
        if self._sheet is not None:
            self._sheet = replace(self._sheet, other=None)
            self.answer(OTHER_MEMBER, "")
            self.answer(OTHER_FAMILY, "")
            self._drawn()

    def _other_read(self, detail: FamilyDetail | None) -> None:
        if self._sheet is not None and detail is not None:
            self._sheet = replace(self._sheet, other=detail)
            self.answer(OTHER_FAMILY, detail.standing.id)
            self._drawn()

    def _draw_finder(self, searched: bool) -> None:
        if self._state.finder is not None:
            chosen = self._state.finder.chosen
            second = self._sheet.kind.code if self._sheet is not None else ""
            self._show(replace(self._state, finder=self._find.finder(chosen, searched, second)))

    # ------------------------------------------------------------------------------------------------------ evidence

    def add_photo(self, kind: str, source: str) -> None:
        """Make a photo small, seal it, and keep it as evidence of a kind."""
        if self._sheet is None or self._state.evidence.busy:
            return
        self._draw_evidence(busy=True)
        self._run(Lane.DISK, partial(self._import, kind, Path(source)), self._imported, self._not_imported)

    def remove_photo(self, name: str) -> None:
        """Take a photo out of the evidence."""
        if self._sheet is not None:
            left = tuple(item for item in self._sheet.evidence if item.name != name)
            self.answer(EVIDENCE, evidence_text(left))

    def _import(self, kind: str, source: Path) -> Evidence:
        photo = self._tools.photos.shrink(source)
        return self._tools.evidence.keep(photo.content, kind, "image/webp")

    def _imported(self, item: Evidence) -> None:
        if self._sheet is None:
            return
        self._state = replace(self._state, evidence=replace(self._state.evidence, busy=False))
        if all((one.name, one.kind) != (item.name, item.kind) for one in self._sheet.evidence):
            self.answer(EVIDENCE, evidence_text((*self._sheet.evidence, item)))
        self._drawn()
        self._next_picture()

    def _not_imported(self, problem: Problem) -> None:
        message = explain(problem)
        self._draw_evidence(busy=False, trouble=" ".join(part for part in (message.title, message.advice) if part))

    def _draw_evidence(self, busy: bool, trouble: str = "") -> None:
        self._show(replace(self._state, evidence=replace(self._state.evidence, busy=busy, trouble=trouble)))

    def _next_picture(self) -> None:
        """One small picture at a time."""
        if self._sheet is None:
            return
        missing = next((one for one in self._sheet.evidence if one.name not in self._state.pictures), None)
        if missing is not None:
            work = partial(self._tools.read_picture, missing.name)
            done = partial(self._pictured, missing.name)
            self._run(Lane.DISK, work, done, lambda _problem: done(None))

    def _pictured(self, name: str, picture: object | None) -> None:
        self._state = replace(self._state, pictures={**self._state.pictures, name: picture})
        self._drawn()
        self._next_picture()

    def photo_came(self, name: str) -> None:
        """The file of a photo that was missing is here now."""
        pictures = {one: picture for one, picture in self._state.pictures.items() if one != name}
        self._state = replace(self._state, pictures=pictures)
        self._next_picture()

    def _missing(self) -> frozenset[str]:
        """Photos of another laptop whose files are not here."""
        return frozenset(name for name, picture in self._state.pictures.items() if picture is None)

    # -------------------------------------------------------------------------------------------------------- ending

    def go_on(self) -> None:
        """To the summary, if nothing is missing."""
        sheet, shelf = self._sheet, self._shelf
        if sheet is None or shelf is None:
            return
        self._tell_missing = True
        lacking = self._lacks(sheet, shelf)
        self._drawn()
        if lacking:
            self._show(replace(self._state, lacking=lacking))
            return
        summary, kept = summary_of(sheet, shelf, self._missing()), kept_words(sheet)
        self._show(replace(self._state, stage=FormStage.SUMMARY, summary=summary, lacking=(), kept=kept))

    def _lacks(self, sheet: Sheet, shelf: Shelf) -> tuple[str, ...]:
        away = outside(self._tools.actor, sheet)
        return (*([f"RT: {away}"] if away else []), *lacks_of(sheet, shelf.visit, shelf.lexicon))

    def go_back(self) -> None:
        """From the summary to the form."""
        self._show(replace(self._state, stage=FormStage.FILLING, problem=None))

    def save(self) -> None:
        """Write the proposal; the draft goes once it is in the journal."""
        sheet, shelf = self._sheet, self._shelf
        if sheet is None or shelf is None or self._state.busy:
            return
        self._show(replace(self._state, busy=True, problem=None))
        self._run(Lane.DISK, partial(write, self._tools, sheet), self._written, self._not_written)

    def discard(self) -> None:
        """Throw the draft away."""
        sheet = self._sheet
        if sheet is not None:
            self._sheet = None
            work = partial(self._tools.drafts.discard, sheet.draft, sheet.draft_subject)
            self._run(Lane.DISK, work, lambda _nothing: None, self._fail)

    def _written(self, entry: EntryId) -> None:
        self._sheet = None
        self._show(replace(self._state, busy=False))
        self._saved(entry)

    def _not_written(self, problem: Problem) -> None:
        self._show(replace(self._state, busy=False, problem=explain(problem)))

    # ------------------------------------------------------------------------------------------------------- showing

    def _drawn(self) -> None:
        """Draw the form from the sheet."""
        sheet, shelf = self._sheet, self._shelf
        if sheet is None or shelf is None:
            return
        tell, lexicon = self._tell_missing, shelf.lexicon
        other = about_words(sheet.other.standing.family) if sheet.other is not None else ""
        evidence = self._state.evidence
        asks_other = "other_family" in sheet.picks
        finder = self._find.finder(other, False, sheet.kind.code)
        away = outside(self._tools.actor, sheet)
        self._show(
            replace(
                self._state,
                title=kind_words(sheet.kind.code),
                explanation=sheet.kind.explanation.say(language()),
                about=about_sheet(sheet),
                before=picks_of(sheet, lexicon, tell),
                finder=finder if asks_other else None,
                afterwards=afterwards_of(sheet, lexicon, tell),
                twin=twin_of(sheet),
                changes=change_groups(sheet, shelf.visit, lexicon) if "changes" in sheet.picks else (),
                blocks=bounded(warned(blocks_of(sheet, tell), self._alike, sheet.subject), away),
                may_add_member=sheet.kind.code == NEW_FAMILY,
                reasons=reasons_of(sheet, lexicon, tell),
                evidence=evidence_of(sheet, lexicon, evidence.busy, "", self._missing()),
                lacking=self._lacks(sheet, shelf) if tell else (),
                summary=summary_of(sheet, shelf, self._missing()) if self._state.stage is FormStage.SUMMARY else None,
            )
        )

    def _show_like(self, _wanted: tuple[str, ...], like: tuple[Like, ...]) -> None:
        if like != self._alike:
            self._alike = like
            self._drawn()

    def _ignore(self, _problem: Problem) -> None:
        """A warning that cannot be made is no reason to stop anybody."""

    def _fail(self, problem: Problem) -> None:
        stage = self._state.stage if self._sheet is not None else FormStage.FAILED
        self._show(replace(self._state, stage=stage, problem=explain(problem)))

    def _show(self, state: FormState) -> None:
        self._state = state
        self._out(state)
