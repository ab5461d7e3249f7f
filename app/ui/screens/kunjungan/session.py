"""One family's form while it is being filled in: answers, where one is, what was put off. No words, no Qt, no disk."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from app.domain.codelist import CodeBook
from app.domain.filling import Filling, Step
from app.domain.ids import EntryId, FamilyId, PackId
from app.domain.payloads import Evidence
from app.domain.questionnaire import Kind, Questionnaire, instances
from app.domain.visit_entry import MEMBERS, Attempt
from app.ui.screens.kunjungan.previous import Previous
from app.ui.screens.kunjungan.state import LATER, SUMMARY
from app.usecases.reading import FamilyDetail

PUT_OFF: Final = ".later"
BEGUN: Final = ".begun"
BASE_PACK: Final = ".base_pack"
BASE_VISIT: Final = ".base_visit"
KNOWN_VISITS: Final = ".known_visits"
PLACE_SOURCE: Final = ".place"
PHOTO: Final = ".photo/"
"""Fields of a draft that are no answers; a question's name never begins with a point."""

VISIT_DAY: Final = "tanggal_kunjungan"


@dataclass(frozen=True, slots=True)
class Known:
    """What was read before the first question is asked."""

    family: FamilyId
    detail: FamilyDetail
    form: Questionnaire
    book: CodeBook
    previous: Mapping[str, Previous]
    today: date
    now_ms: int
    fields: Mapping[str, str] = field(default_factory=dict)
    """The draft as it was left; empty at a first beginning."""
    position: str = ""
    guide: str = ""
    """Who led the way in this RT last time."""
    may_record: bool = True


class Session:
    """Changes as the person answers; `filling` is always up to date."""

    def __init__(self, known: Known) -> None:
        self.known = known
        fields = known.fields
        self.answers = {path: value for path, value in fields.items() if not path.startswith(".")}
        self.extra = {name: value for name, value in fields.items() if name.startswith(".")}
        self.begun = bool(fields)
        words = known.detail.standing.words
        base = words[-1] if words else None
        self.extra.setdefault(BEGUN, str(known.now_ms))
        self.extra.setdefault(BASE_PACK, known.detail.pack or "")
        if BASE_VISIT not in self.extra:
            self.extra[BASE_VISIT] = base.id if base else ""
            self.extra[KNOWN_VISITS] = " ".join(one.id for one in known.detail.standing.heads if one is not base)
        if MEMBERS in known.form.repeats and MEMBERS not in self.answers:
            self.answers[MEMBERS] = "\n".join(member.id for member in known.detail.standing.family.members)
        if VISIT_DAY in known.form.questions and not self.begun:
            self.answers[VISIT_DAY] = known.today.isoformat()
        self.filling = self._fill()
        self.page, self.path = "", ""
        self.go_to(known.position)

    # ------------------------------------------------------------------------------------------------- answers

    def answer(self, path: str, value: str) -> bool:
        """Take an answer (empty: none); whether it is another one than before."""
        if self.answers.get(path, "") == value:
            return False
        if value:
            self.answers[path] = value
        else:
            self.answers.pop(path, None)
        self.filling = self._fill()
        return True

    def start_fields(self) -> dict[str, str]:
        """Everything that the first field saved takes with it, so that the draft stands by itself."""
        return {**self.extra, **self.answers}

    def may_add(self) -> bool:
        """Whether a member may be added now: the section is asked, though nobody may be in it yet."""
        section = next((one for one in self.known.form.sections if one.may_add), None)
        if section is None:
            return False
        if any(step.section is section for step in self.filling.steps):
            return True
        somebody = Filling(self.known.form, {**self.answers, section.name: "?"}, self.known.today)
        return any(step.section is section for step in somebody.steps)

    def add_instance(self) -> tuple[str, str]:
        """A new member; gives (section, instance)."""
        section = next(one for one in self.known.form.sections if one.may_add)
        have = instances(self.answers, section.name)
        numbers = [int(one.rpartition("#")[2]) for one in have if self.is_new(one)]
        instance = f"baru-{self.extra[BEGUN]}#{max(numbers, default=0) + 1}"
        self.answer(section.name, "\n".join((*have, instance)))
        return section.name, instance

    def remove_instance(self, section: str, instance: str) -> tuple[str, ...]:
        """Take a new member back; gives the paths of the answers that go with it."""
        gone = tuple(path for path in self.answers if path.startswith(f"{section}/{instance}/"))
        for path in gone:
            del self.answers[path]
        self.answer(section, "\n".join(one for one in instances(self.answers, section) if one != instance))
        self.filling = self._fill()
        return gone

    def is_new(self, instance: str) -> bool:
        """Whether the member was added at the door."""
        return instance.startswith("baru-")

    # ---------------------------------------------------------------------------------------------- put off

    @property
    def put_off(self) -> tuple[str, ...]:
        """Paths of asked private questions that wait until nobody listens."""
        asked = {step.path for step in self.filling.steps}
        return tuple(path for path in self.extra.get(PUT_OFF, "").split("\n") if path in asked)

    def put_off_or_back(self, path: str) -> None:
        """Put a question off, or take it back among the others."""
        now = list(self.put_off)
        now = [one for one in now if one != path] if path in now else [*now, path]
        self.extra[PUT_OFF] = "\n".join(now)

    # -------------------------------------------------------------------------------------------------- places

    @property
    def step(self) -> Step | None:
        """The question that is open; None on the summary."""
        return next((one for one in self.filling.steps if one.path == self.path), None)

    def page_of(self, step: Step) -> str:
        """The page on which a question stands."""
        return f"{step.section.name}/{step.instance}" if step.instance else step.section.name

    def pages(self) -> tuple[str, ...]:
        """All pages that are asked now, in order."""
        pages = dict.fromkeys(self.page_of(step) for step in self.filling.steps)
        return (*pages, *((LATER,) if self.put_off else ()), SUMMARY)

    def steps_of(self, page: str) -> tuple[Step, ...]:
        """The questions of a page."""
        if page == LATER:
            waiting = set(self.put_off)
            return tuple(step for step in self.filling.steps if step.path in waiting)
        return tuple(step for step in self.filling.steps if self.page_of(step) == page)

    def go_to(self, position: str) -> None:
        """Open a question by its path, a page by its key, or the beginning (the first question without an answer)."""
        steps = {step.path: step for step in self.filling.steps}
        if position in steps:
            self.path = position
            if not (self.page == LATER and position in self.put_off):
                self.page = self.page_of(steps[position])
        elif position == SUMMARY:
            self.page, self.path = SUMMARY, ""
        elif position in self.pages():
            inside = self.steps_of(position)
            first = next((one for one in inside if self._open(one)), inside[0])
            self.page, self.path = position, first.path
        else:
            step = self.filling.first_open() if not position else self.filling.next_step(position)
            step = step or self.filling.next_step()
            if step is not None:
                self.page, self.path = self.page_of(step), step.path

    def advance(self) -> None:
        """The next question; what was put off is passed over, then asked by itself, then comes the summary."""
        if self.page == LATER:
            rest = [step for step in self.steps_of(LATER) if self._after(step.path, self.path)]
            if rest:
                self.path = rest[0].path
            else:
                self.go_to(SUMMARY)
            return
        waiting = set(self.put_off)
        step = self.filling.next_step(self.path)
        while step is not None and step.path in waiting:
            step = self.filling.next_step(step.path)
        if step is not None:
            self.page, self.path = self.page_of(step), step.path
        else:
            self.go_to(LATER if waiting else SUMMARY)

    def retreat(self) -> None:
        """The question before; from the summary the last one."""
        if self.page == LATER:
            before = [step for step in self.steps_of(LATER) if self._after(self.path, step.path)]
            if before:
                self.path = before[-1].path
                return
        steps = self.filling.steps
        if self.page == SUMMARY or self.page == LATER:
            step: Step | None = steps[-1] if steps else None
        else:
            step = self.filling.previous_step(self.path)
        waiting = set(self.put_off)
        while step is not None and step.path in waiting:
            step = self.filling.previous_step(step.path)
        if step is not None:
            self.page, self.path = self.page_of(step), step.path

    # -------------------------------------------------------------------------------------------------- the end

    def photos(self) -> dict[str, Evidence]:
        """The sealed photos of the answers by their names."""
        kept = {}
        for key, value in self.extra.items():
            if key.startswith(PHOTO):
                told = json.loads(value)
                name = key.removeprefix(PHOTO)
                kept[name] = Evidence(name, int(told["size"]), str(told["kind"]), str(told["media"]))
        return kept

    def attempt(self) -> Attempt:
        """What the form does not ask."""
        return Attempt(
            number=len(self.known.detail.standing.visits) + 1,
            started_at_ms=int(self.extra[BEGUN]),
            place_source=self.extra.get(PLACE_SOURCE) or "typed",
            base_pack=PackId(self.extra[BASE_PACK]) if self.extra[BASE_PACK] else None,
            base_visit=EntryId(self.extra[BASE_VISIT]) if self.extra[BASE_VISIT] else None,
            known_visits=tuple(EntryId(one) for one in self.extra.get(KNOWN_VISITS, "").split()),
        )

    def _fill(self) -> Filling:
        return Filling(self.known.form, dict(self.answers), self.known.today)

    def _open(self, step: Step) -> bool:
        return step.question.kind is not Kind.NOTE and not self.filling.value(step)

    def _after(self, one: str, other: str) -> bool:
        order = [step.path for step in self.filling.steps]
        return one in order and other in order and order.index(one) > order.index(other)
