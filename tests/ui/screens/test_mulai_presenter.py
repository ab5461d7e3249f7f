"""The first start without Qt: three ways, the person, the words on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from app.domain.errors import Problem, Refused, Unavailable
from app.domain.intake import ListDraft
from app.ui.lanes import run_at_once
from app.ui.screens.mulai.presenter import StartPresenter, lines_of, pick_two
from app.ui.screens.mulai.state import Asked, StartState, Step, Way
from app.usecases.desk import Desk
from app.usecases.doors import NewPerson
from tests.fakes.doors import PASSWORD, PRACTICE, REAL, WORDS, FakeDoors

DESK = cast("Desk", object())
DRAFT = cast("ListDraft", object())


def same(slot: Callable[[float], None]) -> Callable[[float], None]:
    """Progress without threads."""
    return slot


def first_and_third(words: Sequence[Asked]) -> Sequence[Asked]:
    """Always the same two words."""
    return (words[0], words[2])


class Start:
    """A first start, with all that it showed and opened."""

    def __init__(self, doors: FakeDoors) -> None:
        self.states: list[StartState] = []
        self.opened: list[tuple[Desk, tuple[str, ...]]] = []
        self.presenter = StartPresenter(doors, run_at_once, same, self.states.append, self._take, pick=first_and_third)
        self.presenter.open()

    @property
    def now(self) -> StartState:
        """What is shown."""
        return self.states[-1]

    def _take(self, desk: Desk, words: tuple[str, ...]) -> None:
        self.opened.append((desk, words))


def test_practice_opens_at_once_and_tells_how_far_it_is() -> None:
    start = Start(FakeDoors(DESK))
    start.presenter.choose(Way.PRACTICE)
    assert start.opened == [(DESK, ())]
    assert 0.5 in [state.share for state in start.states]


HERE = replace(PRACTICE, told_password=PASSWORD, last_slot="s3")


def test_a_practice_village_that_is_here_is_not_thrown_away_unasked() -> None:
    doors = FakeDoors(DESK, stores=(REAL, HERE))
    start = Start(doors)
    start.presenter.choose(Way.PRACTICE)
    assert (start.now.step, doors.made, start.opened) == (Step.PRACTICE, [], [])
    start.presenter.back()
    assert start.now.step is Step.WAYS

    start.presenter.choose(Way.PRACTICE)
    start.presenter.open_practice()
    assert doors.made == [("unlock", (HERE, "s3"))]
    assert start.opened == [(DESK, ())]


def test_whoever_wants_to_begins_the_practice_village_anew() -> None:
    doors = FakeDoors(DESK, stores=(HERE,))
    start = Start(doors)
    start.presenter.choose(Way.PRACTICE)
    start.presenter.begin_practice()
    assert [how for how, _ in doors.made] == ["practice"]
    assert start.opened == [(DESK, ())]


def test_a_practice_village_whose_password_was_changed_is_explained() -> None:
    start = Start(FakeDoors(DESK, stores=(replace(HERE, told_password="lain"),)))
    start.presenter.choose(Way.PRACTICE)
    start.presenter.open_practice()
    assert start.opened == []
    assert start.now.step is Step.WAYS
    assert start.now.problem is not None


def test_a_list_becomes_a_village_after_the_words_are_on_paper() -> None:
    doors = FakeDoors(DESK)
    start = Start(doors)
    start.presenter.choose(Way.LIST)
    assert start.states[-1].step is Step.LIST
    start.presenter.accept_list(DRAFT)
    start.presenter.name_person("  Maria   Bano ", "head", PASSWORD, PASSWORD)
    assert doors.made == [("list", (DRAFT, NewPerson("Maria Bano", "head", PASSWORD)))]
    assert start.now.step is Step.WORDS
    assert start.now.recovery == (WORDS,)
    assert start.opened == []
    start.presenter.wrote_down()
    start.presenter.confirm(("satu", "salah"))
    assert start.now.confirm_errors[0] == ""
    assert start.now.confirm_errors[1]
    assert start.opened == []
    start.presenter.confirm((" Satu ", "tiga"))
    assert start.opened == [(DESK, WORDS)]


def test_whoever_lost_the_paper_goes_back_to_the_words() -> None:
    start = Start(FakeDoors(DESK))
    start.presenter.choose(Way.LIST)
    start.presenter.accept_list(DRAFT)
    start.presenter.name_person("Maria Bano", "head", PASSWORD, PASSWORD)
    start.presenter.wrote_down()
    start.presenter.back()
    assert start.now.step is Step.WORDS
    assert start.now.recovery == (WORDS,)


def test_the_district_needs_address_and_code() -> None:
    doors = FakeDoors(DESK)
    start = Start(doors)
    start.presenter.choose(Way.DISTRICT)
    start.presenter.name_district("", " ")
    assert start.now.step is Step.DISTRICT
    assert start.now.address_error
    assert start.now.code_error
    start.presenter.name_district("https://kab.example", "AB12?")
    assert (start.now.step, start.now.address_error) == (Step.DISTRICT, "")
    assert start.now.code_error.startswith("Kode ini salah ketik."), "said before a name and a password are asked for"
    start.presenter.name_district(" https://kab.example ", " AB12 ")
    start.presenter.name_person("Yosef Tefa", "operator", PASSWORD, PASSWORD)
    assert doors.made[0][1] == ("https://kab.example", "AB12", NewPerson("Yosef Tefa", "operator", PASSWORD))


@pytest.mark.parametrize(
    ("problem", "step"),
    [
        (Refused("enrol_code_wrong"), Step.DISTRICT),
        (Unavailable("line_timeout"), Step.DISTRICT),
        (Unavailable("disk_full"), Step.PERSON),
    ],
)
def test_what_went_wrong_is_shown_where_it_can_be_mended(problem: Problem, step: Step) -> None:
    start = Start(FakeDoors(DESK, problem=problem))
    start.presenter.choose(Way.DISTRICT)
    start.presenter.name_district("https://kab.example", "AB12")
    start.presenter.name_person("Yosef Tefa", "operator", PASSWORD, PASSWORD)
    assert start.now.step is step
    assert start.now.problem is not None
    assert start.now.problem.code == problem.code
    assert (start.now.address, start.now.code) == ("https://kab.example", "AB12")


def test_nothing_is_made_without_a_name_and_two_equal_passwords() -> None:
    doors = FakeDoors(DESK)
    start = Start(doors)
    start.presenter.choose(Way.LIST)
    start.presenter.accept_list(DRAFT)
    start.presenter.name_person(" ", "head", PASSWORD, "lain sekali")
    assert start.now.step is Step.PERSON
    assert start.now.name_error
    unequal = start.now
    assert unequal.again_error
    assert not unequal.password_error
    start.presenter.name_person("Maria", "head", "pendek", "pendek")
    weak = start.now
    assert weak.password_error
    assert not weak.again_error
    assert doors.made == []


def test_several_codes_are_lines_and_two_different_words_are_asked() -> None:
    assert lines_of(("a b", "c d")) == (("a", "b"), ("c", "d"))
    words = [Asked(line, word) for line in (1, 2) for word in (1, 2, 3)]
    assert len(set(pick_two(words))) == 2


def test_without_a_line_the_store_waits_until_the_answer_is_read() -> None:
    doors = FakeDoors(DESK)
    start = Start(doors)
    start.presenter.choose(Way.DISTRICT)
    start.presenter.name_district("", "AB12", by_stick=True)
    assert (start.now.step, start.now.address_error) == (Step.PERSON, "")
    start.presenter.name_person("Yosef Tefa", "operator", PASSWORD, PASSWORD)
    assert doors.made == [("asked", ("AB12", NewPerson("Yosef Tefa", "operator", PASSWORD)))]
    start.presenter.write_request(Path("stick"), "")
    assert "permintaan" in start.now.written
    start.presenter.read_answer(Path("stick/jawaban"))
    steps = [state.step for state in start.states]
    assert steps.index(Step.WAITING) < steps.index(Step.WORDS)
    assert doors.made[-1] == ("answer", Path("stick/jawaban"))


def test_an_answer_that_does_not_fit_leaves_the_store_waiting_and_says_why() -> None:
    doors = FakeDoors(DESK)
    start = Start(doors)
    waiting = doors.unlock_waiting(REAL, "s1", PASSWORD)
    start.presenter.resume(waiting)
    doors.problem = Refused("enrol_answer_other")
    start.presenter.read_answer(Path("stick/jawaban"))
    assert start.now.step is Step.WAITING
    assert start.now.problem is not None
    left: list[bool] = []
    start.presenter.leave(lambda: left.append(True))
    assert left
    assert waiting.closed
