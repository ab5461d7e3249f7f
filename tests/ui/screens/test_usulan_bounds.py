"""Whom a person bound to some RTs may propose, and what he who may only look is told."""

from __future__ import annotations

from app.domain.ids import FamilyId
from app.ui.screens.usulan.form_state import FormStage
from app.usecases.desk import Desk
from tests.ui.screens.proposal_form import (
    begin,
    error_below,
    form_of,
)


def test_who_may_only_look_is_told_before_filling_anything_in(practice_desk: Desk) -> None:
    form = form_of(practice_desk, role="viewer")
    form.presenter.open("new_family", None)
    assert form.state.stage is FormStage.FAILED
    assert form.state.problem is not None
    assert form.state.problem.title == "Peran Anda tidak boleh melakukan ini."


def test_who_is_bound_to_some_rts_is_told_at_once_that_a_new_family_lives_outside(practice_desk: Desk) -> None:
    form = form_of(practice_desk, "enumerator", ("003/001", "004/001"))
    form.presenter.open("new_family", None)
    form.presenter.answer("rt", "7")
    words = "Di luar RT Anda. Anda bertugas di RT 003 / RW 001, RT 004 / RW 001."
    assert error_below(form, "rt") == words
    form.presenter.go_on()
    assert form.state.lacking[0] == f"RT: {words}"
    form.presenter.answer("rt", "3")
    form.presenter.answer("rw", "1")
    assert error_below(form, "rt") == ""
    assert not any(line.startswith("RT: ") for line in form.state.lacking)


def test_whoever_is_bound_to_one_rt_need_not_type_it(practice_desk: Desk) -> None:
    form = form_of(practice_desk, "enumerator", ("003/001",))
    form.presenter.open("new_family", None)
    answers = {ask.path: ask.value for block in form.state.blocks for ask in block.asks}
    assert (answers["rt"], answers["rw"]) == ("003", "001")


def test_a_search_says_whom_it_leaves_out(practice_desk: Desk) -> None:
    form = form_of(practice_desk, "enumerator", ("003/001",))
    form.presenter.open("death", None)
    assert form.state.finder is not None
    assert form.state.finder.note.startswith("Anda bertugas di RT 003 / RW 001. Keluarga di luar RT Anda tidak")
    everywhere = begin(practice_desk, "death")
    assert everywhere.state.finder is not None
    assert everywhere.state.finder.note == ""


def test_a_family_that_cannot_be_opened_is_said_to_be_outside(practice_desk: Desk) -> None:
    form = form_of(practice_desk, "enumerator", ("003/001",))
    form.presenter.open("death", FamilyId("nobody"))
    assert form.state.gone == "Keluarga ini tidak ada di daftar, atau di luar RT Anda (RT 003 / RW 001)."
