"""Whom a person bound to some RTs may propose, and what he who may only look is told."""

from __future__ import annotations

from dataclasses import replace

from app.domain.ids import FamilyId
from app.storage.reading import SqlReading
from app.ui.screens.usulan.form_state import FormStage
from app.usecases.desk import Desk
from app.usecases.reading import FamilyFilter, FamilyRow, FamilySort
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


def test_a_search_shows_whom_it_cannot_offer_and_why(practice_desk: Desk) -> None:
    mine, other = two_places(practice_desk)
    bound = bound_to(practice_desk, mine.rt, mine.rw)
    form = form_of(bound, "enumerator", (f"{mine.rt}/{mine.rw}",))
    form.presenter.open("death", None)
    assert form.state.finder is not None
    assert form.state.finder.note.startswith(f"Anda bertugas di RT {mine.rt} / RW {mine.rw}. Hanya keluarga")
    form.presenter.search(other.head_name)
    finder = form.state.finder
    assert f"{other.head_name} · RT {other.rt} / RW {other.rw}" in finder.elsewhere
    assert finder.why_not.startswith(f"Di luar RT tugas Anda (RT {mine.rt} / RW {mine.rw}), jadi tidak dapat dipilih.")
    assert other.id not in [option.code for option in finder.options]
    form.presenter.search("")
    assert (form.state.finder.elsewhere, form.state.finder.why_not) == ((), "")


def test_the_other_family_of_a_merge_is_marked_too_where_it_lives_elsewhere(practice_desk: Desk) -> None:
    mine, other = two_places(practice_desk)
    form = form_of(bound_to(practice_desk, mine.rt, mine.rw), "enumerator", (f"{mine.rt}/{mine.rw}",))
    form.presenter.open("merge", FamilyId(mine.id))
    form.presenter.search(other.head_name)
    assert form.state.finder is not None
    assert any(line.startswith(other.head_name) for line in form.state.finder.elsewhere)
    form.presenter.choose_family(other.id)
    assert form.state.finder.chosen == ""


def test_whoever_is_bound_to_no_rts_is_told_of_no_bounds(practice_desk: Desk) -> None:
    form = begin(practice_desk, "death")
    form.presenter.search(two_places(practice_desk)[1].head_name)
    assert form.state.finder is not None
    assert (form.state.finder.note, form.state.finder.elsewhere) == ("", ())


def two_places(desk: Desk) -> tuple[FamilyRow, FamilyRow]:
    """Two families of two RTs."""
    rows = desk.reading.families(FamilyFilter(), FamilySort(), 0, 40)
    return rows[0], next(row for row in rows if (row.rt, row.rw) != (rows[0].rt, rows[0].rw))


def bound_to(desk: Desk, rt: str, rw: str) -> Desk:
    """The same desk with what somebody sees who is bound to one RT."""
    assert isinstance(desk.reading, SqlReading)
    return replace(desk, reading=SqlReading(desk.reading._database, desk.clock, rts=(f"{rt}/{rw}",)))


def test_a_family_that_cannot_be_opened_is_said_to_be_outside(practice_desk: Desk) -> None:
    form = form_of(practice_desk, "enumerator", ("003/001",))
    form.presenter.open("death", FamilyId("nobody"))
    assert form.state.gone == (
        "Keluarga ini tidak ada di daftar, atau di luar RT tugas Anda (RT 003 / RW 001). "
        "Bila di luar RT tugas Anda, minta operator atau petugas RT itu mengusulkannya."
    )
