"""A questionnaire with the answers given so far: what is asked now, what is missing, what the record will hold.

Skips follow answers. A skipped question counts as unanswered for everything that depends on it; its answer stays in the
draft (coming back finds it again) but not in the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app.domain.questionnaire import (
    Answers,
    Kind,
    Question,
    Questionnaire,
    Section,
    Violation,
    instances,
    path_of,
    split_path,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One question where it stands: in its section and, in a repeat, for one instance."""

    path: str
    section: Section
    question: Question
    instance: str = ""


@dataclass(frozen=True, slots=True)
class SectionSummary:
    """How far one section (one instance of a repeat) has come."""

    section: Section
    instance: str
    lines: tuple[tuple[Step, str], ...]
    """Every question asked there, with its answer or empty text."""
    missing: tuple[Step, ...]
    violations: tuple[tuple[Step, Violation], ...]

    @property
    def answered(self) -> int:
        """How many of the questions asked have an answer."""
        return sum(value != "" for _, value in self.lines)


class Filling:
    """A form with answers on a day; build a new one after each answer (a family takes a few milliseconds)."""

    def __init__(self, form: Questionnaire, answers: Answers, today: date) -> None:
        self.form = form
        self.answers = answers
        self.today = today
        self._asked: set[tuple[str, str]] = set()
        self._decide()

    @cached_property
    def all_steps(self) -> tuple[Step, ...]:
        """Every question of every instance in the order of the form, skipped or not."""
        return tuple(self._walk())

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The questions that are asked now, in order."""
        return tuple(step for step in self.all_steps if (step.question.name, step.instance) in self._asked)

    def value(self, step: Step) -> str:
        """What was answered there, skipped or not."""
        return self.answers.get(step.path, "")

    def check(self, step: Step, value: str) -> Violation | None:
        """What is wrong with an answer at that place: its form first, then the form's own constraint."""
        wrong = step.question.shape(value)
        if wrong is not None or not value or step.question.constraint is None:
            return wrong
        if step.question.constraint.holds(_Place(self, step.instance), value):
            return None
        return Violation(step.question.name, "answer_constraint", step.question.message)

    def next_step(self, after: str | None = None) -> Step | None:
        """The first question asked after a path, or at all; None at the end. The path itself may be skipped by now."""
        place = self._place_of(after)
        return next((step for step in self.steps if self._order[step.path] > place), None)

    def previous_step(self, before: str) -> Step | None:
        """The last question asked before a path; None at the beginning."""
        place = self._place_of(before)
        return next((step for step in reversed(self.steps) if self._order[step.path] < place), None)

    def first_open(self) -> Step | None:
        """The first question asked that has no answer yet; None when all have one."""
        return next((s for s in self.steps if not self.value(s) and s.question.kind is not Kind.NOTE), None)

    def missing(self) -> tuple[Step, ...]:
        """Required questions that are asked and have no answer."""
        return tuple(step for step in self.steps if step.question.required and not self.value(step))

    def violations(self) -> tuple[tuple[Step, Violation], ...]:
        """Answers to asked questions that the form does not take."""
        found = ((step, self.check(step, self.value(step))) for step in self.steps)
        return tuple((step, wrong) for step, wrong in found if wrong is not None)

    def record(self) -> dict[str, str]:
        """What a finished visit holds: the answers to the questions asked, and the instances of each asked repeat."""
        held = {step.path: value for step in self.steps if (value := self.value(step))}
        for name in self.form.repeats:
            ids = instances(self.answers, name)
            if ids and (name, "") in self._asked:
                held[name] = "\n".join(ids)
        return held

    def summary(self) -> tuple[SectionSummary, ...]:
        """Section by section (instance by instance), what was asked, answered, missing and wrong."""
        missing = {step.path for step in self.missing()}
        wrong = {step.path: violation for step, violation in self.violations()}
        groups: dict[tuple[str, str], list[Step]] = {}
        for step in self.steps:
            groups.setdefault((step.section.name, step.instance), []).append(step)
        return tuple(
            SectionSummary(
                section=steps[0].section,
                instance=instance,
                lines=tuple((step, self.value(step)) for step in steps if step.question.kind is not Kind.NOTE),
                missing=tuple(step for step in steps if step.path in missing),
                violations=tuple((step, wrong[step.path]) for step in steps if step.path in wrong),
            )
            for (_, instance), steps in groups.items()
        )

    @cached_property
    def _order(self) -> dict[str, int]:
        return {step.path: place for place, step in enumerate(self.all_steps)}

    def _place_of(self, path: str | None) -> int:
        """Where a path stands; one whose instance is gone stands before the first question of its section."""
        if path is None:
            return -1
        if path in self._order:
            return self._order[path]
        home = split_path(path)[0] or path
        return min((self._order[s.path] for s in self.all_steps if s.section.name == home), default=0) - 1

    def _walk(self) -> Iterator[Step]:
        for section in self.form.sections:
            for instance in instances(self.answers, section.name) if section.repeat else ("",):
                for question in section.questions:
                    yield Step(path_of(section, question.name, instance), section, question, instance)

    def _decide(self) -> None:
        """Finds which sections and (question, instance) pairs are asked, in the order in which they depend."""
        asked = self._asked
        sections = {section.name: section for section in self.form.sections}
        for name in self.form.dependency_order:
            if name in sections:
                relevant = sections[name].relevant
                if relevant is None or relevant.holds(_Place(self, "")):
                    asked.add((name, ""))
                continue
            section, relevant = self.form.section_of[name], self.form.questions[name].relevant
            if (section.name, "") not in asked:
                continue
            for instance in instances(self.answers, section.name) if section.repeat else ("",):
                if relevant is None or relevant.holds(_Place(self, instance)):
                    asked.add((name, instance))


@dataclass(frozen=True, slots=True)
class _Place:
    """What an expression sees from one instance (or from outside all repeats): a skipped question has no answer."""

    filling: Filling
    instance: str

    @property
    def today(self) -> date:
        return self.filling.today

    def value(self, name: str) -> str:
        home = self.filling.form.section_of[name]
        return self._answer(home, name, self.instance if home.repeat else "")

    def each(self, name: str) -> tuple[str, ...]:
        form, answers = self.filling.form, self.filling.answers
        if name in form.repeats:
            return instances(answers, name) if (name, "") in self.filling._asked else ()
        home = form.section_of[name]
        return tuple(self._answer(home, name, instance) for instance in instances(answers, home.name))

    def _answer(self, home: Section, name: str, instance: str) -> str:
        if (name, instance) not in self.filling._asked:
            return ""
        return self.filling.answers.get(path_of(home, name, instance), "")
