"""Which fields of a family or a member can be proposed otherwise, with what stands there now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.domain.filling import Filling, Step
from app.domain.questionnaire import Questionnaire, Section
from app.domain.standing import value_of
from app.ui.screens.keluarga.card import change_of
from app.ui.screens.keluarga.lexicon import Lexicon, field_of
from app.ui.screens.questions.ask import ask_for, missing_words, violation_words
from app.ui.screens.usulan.form_state import ChangeGroup, ChangeLine
from app.ui.screens.usulan.sheet import EMPTY, Sheet, change_key
from app.ui.wording import language
from app.ui.words import translate
from app.usecases.open_drafts import NEW_FAMILY

PLACE_SECTION = "tempat"
_ONE = "1"
"""Any instance of a repeated section: only one value of it is looked at."""


@dataclass(frozen=True, slots=True)
class Correctable:
    """One field that may be corrected: the question that asks for it."""

    field: str
    form: Questionnaire
    section: Section
    step: Step

    def wrong(self, value: str, today: date) -> str:
        """Why a value is not taken, empty where it is."""
        if value == EMPTY:
            return missing_words() if self.step.question.required else ""
        answers = {self.step.path: value}
        if self.section.repeat:
            answers[self.section.name] = _ONE
        violation = Filling(self.form, answers, today).check(self.step, value) if value else None
        return violation_words(violation) if violation is not None else ""


def correctables(sheet: Sheet, visit: Questionnaire) -> Iterator[Correctable]:
    """The fields of the chosen member or of the family, in the order of the forms."""
    wanted = "member:" if sheet.member is not None else "family:"
    if sheet.member is None:
        form = sheet.book.proposals[NEW_FAMILY].form
        if form is not None:
            places = next(section for section in form.sections if section.name == PLACE_SECTION)
            for question in places.questions:
                yield Correctable(field_of(question.name), form, places, Step(question.name, places, question))
    for section in visit.sections:
        for question in section.questions:
            if question.default_from.startswith(wanted):
                path = f"{section.name}/{_ONE}/{question.name}" if section.repeat else question.name
                step = Step(path, section, question, _ONE if section.repeat else "")
                yield Correctable(field_of(question.name), visit, section, step)


def change_groups(sheet: Sheet, visit: Questionnaire, lexicon: Lexicon) -> tuple[ChangeGroup, ...]:
    """The fields with their old values, and the proposed ones beside them, by section."""
    if sheet.family is None:
        return ()
    groups: dict[str, list[ChangeLine]] = {}
    for one in correctables(sheet, visit):
        title = one.section.label.say(language())
        groups.setdefault(title, []).append(_line(sheet, one, lexicon))
    return tuple(ChangeGroup(title, tuple(lines)) for title, lines in groups.items())


def _line(sheet: Sheet, one: Correctable, lexicon: Lexicon) -> ChangeLine:
    assert sheet.family is not None
    seen = value_of(sheet.family, sheet.member, one.field)
    path = change_key(sheet.member or "", one.field)
    changed, emptied = path in sheet.answers, sheet.answer(path) == EMPTY
    proposed = "" if emptied else sheet.answer(path)
    label = lexicon.label(one.field)
    error = one.wrong(proposed, sheet.today) if changed else ""
    old = lexicon.listed(one.field, seen)
    shown = change_of(label, old, lexicon.answered(one.field, proposed)) if changed and not error else None
    asked = ask_for(one.step.question, path, proposed, error)
    ask = replace(asked, label=translate("Proposals", "{field} seharusnya", field=label), required=True)
    new = shown.new if shown and proposed != seen and (proposed or emptied) else ""
    return ChangeLine(path, label, old, new, ask, changed, bool(seen) and not one.step.question.required, emptied)


def wrong_changes(sheet: Sheet, visit: Questionnaire) -> list[tuple[str, str]]:
    """(path, why) of proposed values that their questions do not take."""
    found = []
    for one in correctables(sheet, visit):
        path = change_key(sheet.member or "", one.field)
        why = one.wrong(sheet.answer(path), sheet.today)
        if why:
            found.append((path, why))
    return found
