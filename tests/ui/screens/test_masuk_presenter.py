"""The lock screen without Qt: who, which password, how long to wait."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from app.domain.errors import Refused, Unavailable
from app.ui.lanes import run_at_once
from app.ui.screens.masuk.presenter import LockPresenter
from app.ui.screens.masuk.state import LockState, Stage
from app.ui.screens.masuk.strength import acceptable, strength_words
from app.ui.tokens import Tone
from app.usecases.desk import Desk
from app.usecases.enrolling import WaitingVillage
from tests.fakes.doors import PASSWORD, PRACTICE, REAL, WORDS, FakeDoors

DESK = cast("Desk", object())


def lock(doors: FakeDoors) -> tuple[LockPresenter, list[LockState], list[Desk]]:
    """A presenter that was opened, all states that it showed, and the desks that it gave."""
    states: list[LockState] = []
    desks: list[Desk] = []
    waiting: list[WaitingVillage] = []
    presenter = LockPresenter(doors, run_at_once, states.append, desks.append, waiting.append)
    presenter.open()
    return presenter, states, desks


def test_a_laptop_without_a_village_says_so() -> None:
    _, states, _ = lock(FakeDoors(DESK, stores=()))
    assert states[-1].stage is Stage.NO_VILLAGE


def test_the_right_password_opens_the_desk_of_the_chosen_person() -> None:
    doors = FakeDoors(DESK)
    presenter, states, desks = lock(doors)
    presenter.choose_person("s2")
    presenter.unlock(PASSWORD)
    assert desks == [DESK]
    assert doors.made == [("unlock", (REAL, "s2"))]
    assert states[-1].chosen is not None
    assert states[-1].chosen.role == "Kepala desa"


def test_a_wrong_password_is_explained_and_the_wait_is_counted_down() -> None:
    presenter, states, desks = lock(FakeDoors(DESK))
    presenter.unlock("salah")
    assert not desks
    assert states[-1].stage is Stage.PASSWORD
    assert states[-1].problem is not None
    assert states[-1].problem.code == "password_wrong"
    assert states[-1].wait_seconds == 5
    presenter.unlock(PASSWORD)
    assert not desks, "nobody may try while he has to wait"
    for _ in range(5):
        presenter.tick()
    assert states[-1].wait_seconds == 0
    presenter.unlock(PASSWORD)
    assert desks == [DESK]


def test_everybody_waits_for_himself_only() -> None:
    presenter, states, desks = lock(FakeDoors(DESK))
    presenter.unlock("salah")
    presenter.choose_person("s2")
    assert states[-1].wait_seconds == 0
    presenter.unlock(PASSWORD)
    assert desks == [DESK]


def test_an_empty_password_is_no_try() -> None:
    doors = FakeDoors(DESK)
    presenter, _, _ = lock(doors)
    presenter.unlock("")
    assert doors.made == []


def test_the_practice_village_tells_its_password_and_a_real_one_does_not() -> None:
    presenter, states, _ = lock(FakeDoors(DESK, stores=(REAL, PRACTICE)))
    assert states[-1].told_password == ""
    presenter.choose_village(str(PRACTICE.folder))
    assert states[-1].practice
    assert states[-1].told_password == PRACTICE.told_password
    assert [words for _, words in states[-1].villages] == ["Desa Fatukoa", "Desa Oelbubuk (latihan)"]


def test_recovery_words_open_and_wrong_ones_leave_the_form_standing() -> None:
    doors = FakeDoors(DESK)
    presenter, states, desks = lock(doors)
    presenter.ask_recovery()
    presenter.recover("bukan kata yang benar", "jagung padi baru")
    assert states[-1].stage is Stage.RECOVERY
    assert states[-1].problem is not None
    presenter.recover(" ".join(WORDS), "jagung padi baru")
    assert desks == [DESK]
    assert doors.made[-1] == ("recover", (REAL, "s1", "jagung padi baru"))


def test_strength_counts_length_and_not_signs() -> None:
    assert strength_words("P@5s")[1] is Tone.BAD
    assert strength_words("12345678")[1] is Tone.WARN
    assert strength_words("aaaaaaaaaaaaaaaa")[1] is Tone.WARN
    assert strength_words("jagung padi ubi kelapa")[1] is Tone.OK


def test_two_passwords_have_to_be_long_enough_and_the_same() -> None:
    assert acceptable("pendek", "pendek")
    assert acceptable("cukup panjang", "cukup panjanG")
    assert acceptable("cukup panjang", "cukup panjang") == ""


def test_a_broken_store_is_offered_to_be_restored_with_the_password() -> None:
    doors = FakeDoors(DESK, broken=Refused("store_missing"))
    presenter, states, desks = lock(doors)
    presenter.restore(PASSWORD)
    assert not doors.made, "nothing is broken as far as anybody knows"
    presenter.unlock(PASSWORD)
    assert not desks
    assert states[-1].stage is Stage.PASSWORD
    assert states[-1].restorable
    presenter.restore("salah")
    assert not desks
    assert states[-1].restorable
    presenter.restore(PASSWORD)
    assert desks == [DESK]


def test_a_store_that_is_only_newer_is_not_put_aside() -> None:
    presenter, states, _ = lock(FakeDoors(DESK, broken=Refused("store_newer")))
    presenter.unlock(PASSWORD)
    assert states[-1].problem is not None
    assert not states[-1].restorable


def test_who_opened_the_village_last_is_offered_first() -> None:
    _, states, _ = lock(FakeDoors(DESK, stores=(replace(REAL, last_slot="s3"),)))
    assert states[-1].person == "s3"


def test_a_last_person_who_may_no_longer_come_in_gives_way_to_the_first_of_the_list() -> None:
    _, states, _ = lock(FakeDoors(DESK, stores=(replace(REAL, last_slot="gone"),)))
    assert states[-1].person == "s1"


def test_behind_the_password_of_a_waiting_store_lies_its_answer() -> None:
    doors = FakeDoors(DESK, stores=(replace(REAL, village="", waiting=True),))
    waiting: list[WaitingVillage] = []
    states: list[LockState] = []
    desks: list[Desk] = []
    presenter = LockPresenter(doors, run_at_once, states.append, desks.append, waiting.append)
    presenter.open()
    assert states[-1].waiting
    assert states[-1].village
    presenter.unlock(PASSWORD)
    assert len(waiting) == 1
    assert desks == []


def test_a_wipe_that_was_cut_says_so_and_can_only_be_finished() -> None:
    half = replace(REAL, wiped=True, village="")
    doors = FakeDoors(DESK, stores=(half, PRACTICE), problem=Unavailable("disk_readonly"))
    presenter, states, desks = lock(doors)
    assert states[-1].stage is Stage.WIPED
    assert states[-1].village
    presenter.unlock(PASSWORD)
    presenter.finish_wipe()
    assert states[-1].stage is Stage.WIPED
    assert states[-1].problem is not None
    doors.problem = None
    presenter.finish_wipe()
    assert Stage.FINISHING in [state.stage for state in states]
    assert (states[-1].stage, states[-1].village) == (Stage.PASSWORD, PRACTICE.village)
    assert desks == []
