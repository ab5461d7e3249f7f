"""What is contested on the screen, over real stores of two laptops: chosen, saved, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.domain.ids import PersonId
from app.domain.payloads import MemberSeen
from app.storage.drafts import Drafts
from app.storage.reading import SqlReading
from app.ui.screens.keluarga.card import FamilyCard
from app.ui.screens.keluarga.page import lexicon_for
from app.ui.screens.keluarga.portrait import portrait
from app.usecases.contests import ContestKey
from app.usecases.open_drafts import OpenDrafts
from app.usecases.ports import Actor
from tests.storage.laptops import OPERATOR, Laptop, correction, new_family, roster, visit
from tests.ui.screens.contest_screen import (
    FAMILY,
    HOUSE,
    K1,
    Screen,
    disagree,
)


def test_nothing_is_contested_at_first(one: Laptop) -> None:
    state = Screen(one).state
    assert (state.lines, state.settled, state.shown) == ((), (), None)


def test_the_list_tells_who_and_where(one: Laptop, two: Laptop) -> None:
    disagree(one, two)
    [(_, line)] = Screen(one).state.lines
    assert line.words == f"{FAMILY.head_name}: hasil kunjungan berbeda"
    assert line.who.startswith(f"RT {FAMILY.rt} / RW 001 · ")


def test_each_side_says_who_when_and_with_what_evidence(one: Laptop, two: Laptop) -> None:
    disagree(one, two)
    screen = Screen(one)
    screen.open()
    here, there = screen.shown.sides
    assert (here.title, there.title) == ("Kunjungan Maria Bano", "Kunjungan Nur Bora")
    assert {"Responden: Ibu Ratna", "Terisi lengkap", "Dua kamar"} < set(here.lines)
    assert [(one.caption, one.held) for one in here.photos] == [
        ("Foto rumah tampak depan", True), ("Foto rumah tampak depan", False),
    ]  # fmt: skip
    assert screen.shown.base is not None
    assert screen.shown.base.lines == ("Menurut daftar November 2026",)


def test_a_row_is_one_sentence_for_who_does_not_see_it(one: Laptop, two: Laptop) -> None:
    disagree(one, two)
    screen = Screen(one)
    screen.open()
    assert [row.label for row in screen.shown.rows] == ["Jenis atap terluas"]
    assert screen.row("Jenis atap terluas").sentence == (
        "Jenis atap terluas. Sebelumnya: Lainnya. Kunjungan Maria Bano: Seng. Kunjungan Nur Bora: Bambu. Belum dipilih"
    )
    screen.choose("Jenis atap terluas", "Seng")
    assert screen.row("Jenis atap terluas").sentence.endswith("Dipilih: Seng")


def test_what_will_be_recorded_is_said_before_it_is_saved(one: Laptop, two: Laptop) -> None:
    disagree(one, two)
    screen = Screen(one)
    screen.open()
    assert (screen.shown.ready, screen.shown.summary) == (False, "Pilih jawaban untuk 1 baris lagi.")
    screen.choose("Jenis atap terluas", "Bambu")
    assert (screen.shown.ready, screen.shown.summary) == (True, "Yang akan dicatat: Jenis atap terluas: Bambu.")


def test_saving_settles_it_and_undoing_brings_it_back(one: Laptop, two: Laptop) -> None:
    disagree(one, two)
    screen = Screen(one)
    screen.open()
    screen.choose("Jenis atap terluas", "Bambu")
    screen.presenter.write_note("Dilihat bersama")
    screen.presenter.save()
    assert (screen.state.lines, screen.state.shown) == ((), None)
    assert screen.state.said.startswith("Tersimpan di laptop.")
    [line] = screen.state.settled
    assert (line.words, line.note, line.may_undo) == (
        f"{FAMILY.head_name}: hasil kunjungan diselesaikan", "Dilihat bersama", True,
    )  # fmt: skip

    screen.presenter.undo(line.key)
    assert (len(screen.state.lines), screen.state.settled) == (1, ())


def test_what_was_settled_elsewhere_meanwhile_is_gone(one: Laptop, two: Laptop) -> None:
    disagree(one, two)
    first, second = Screen(one), Screen(one)
    first.open()
    second.open()
    second.choose("Jenis atap terluas", "Bambu")
    second.presenter.save()
    first.presenter.refresh()
    assert (first.state.gone, first.state.shown, first.state.lines) == (True, None, ())


def test_choices_stay_when_something_comes_in(one: Laptop, two: Laptop) -> None:
    disagree(one, two)
    screen = Screen(one)
    screen.open()
    screen.choose("Jenis atap terluas", "Bambu")
    screen.presenter.write_note("Ditulis")
    screen.presenter.refresh()
    assert (screen.shown.ready, screen.shown.note) == (True, "Ditulis")


def test_choices_survive_a_lock_and_are_forgotten_once_saved(one: Laptop, two: Laptop) -> None:
    disagree(one, two)
    first = Screen(one)
    first.open()
    first.choose("Jenis atap terluas", "Bambu")
    first.presenter.write_note("Ditulis")
    first.presenter.leave_note()
    again = Screen(one)
    again.open()
    assert (again.shown.ready, again.shown.note) == (True, "Ditulis")
    assert again.row("Jenis atap terluas").sentence.endswith("Dipilih: Bambu")
    drafts = Drafts(one.database, OPERATOR.person)
    assert OpenDrafts(drafts, SqlReading(one.database, one.clock))() == ()
    again.presenter.save()
    assert drafts.list() == ()


def test_a_choice_is_whose_word_it_is_also_when_another_visit_comes_in_between(
    one: Laptop, two: Laptop, tmp_path: Path
) -> None:
    three = Laptop(tmp_path / "three", "laptopaaaaab", Actor(PersonId("operator0003"), "Ana Tefa", "operator"), 3)
    three.take_all(one.store)
    three.record(K1, visit(FAMILY, answers={**HOUSE, "id_atap_terluas": "6"}))
    disagree(one, two)
    screen = Screen(one)
    screen.open()
    screen.choose("Jenis atap terluas", "Bambu")
    one.take_all(three.store)
    screen.presenter.refresh()
    row = screen.row("Jenis atap terluas")
    assert len(row.options) == 3
    assert row.sentence.endswith("Dipilih: Bambu")


def test_private_answers_are_hidden_until_somebody_asks(one: Laptop, two: Laptop) -> None:
    who = FAMILY.members[1]
    seen = [(MemberSeen(who.id, "1", {"id_kondisi_gizi": code}),) for code in "12"]  # type: ignore[arg-type]  # a member's id
    one.record(K1, visit(FAMILY, members=seen[0]))
    two.record(K1, visit(FAMILY, members=seen[1]))
    one.take_all(two.store)
    screen = Screen(one)
    screen.open()
    assert screen.shown.hides
    [row] = screen.shown.rows
    assert row.label.startswith(f"{who.name} – ")
    assert {option.words for option in row.options} == {"isian pribadi"}
    screen.presenter.show_private()
    assert [option.words for option in screen.shown.rows[0].options] == ["Kurus (wasting)", "Pendek (stunting)"]


def test_a_family_said_to_be_gone_is_asked_about_first(one: Laptop, two: Laptop) -> None:
    disagree(one, two, presence="not_found", absence_reason="moved", members=())
    screen = Screen(one)
    screen.open()
    assert [row.label for row in screen.shown.rows] == ["Keberadaan keluarga"]
    screen.choose("Keberadaan keluarga", "Tidak ditemukan (pindah)")
    assert screen.shown.summary == "Yang akan dicatat: Keberadaan keluarga: Tidak ditemukan (pindah)."


@pytest.mark.parametrize(
    ("words", "summary", "left"),
    [
        ("Jl. Mawar 2", "Usulan diteruskan: Alamat: Jl. Mawar 2.", "proposed"),
        ("Jl. Kenari 9", "Data daftar yang dipakai. Usulan ini ditutup.", "withdrawn"),
    ],
)
def test_a_list_that_changed_stands_beside_what_was_seen_and_asked(
    one: Laptop, words: str, summary: str, left: str
) -> None:
    proposal = one.record(K1, correction("address", FAMILY.address, "Jl. Mawar 2"))
    one.publish(roster([replace(FAMILY, address="Jl. Kenari 9")]), month="2026-12")
    screen = Screen(one)
    assert screen.state.lines[0][1].words == f"{FAMILY.head_name}: daftar berubah sejak Perbaikan data diusulkan"
    screen.open()
    assert screen.shown.base is not None
    assert [screen.shown.base.title, *(side.title for side in screen.shown.sides)] == [
        "Saat diusulkan", "Data daftar sekarang", "Yang diusulkan",
    ]  # fmt: skip
    assert screen.row("Alamat").base == FAMILY.address
    screen.choose("Alamat", words)
    assert screen.shown.summary == summary
    screen.presenter.save()
    reading = SqlReading(one.database, one.clock)
    found = reading.proposal(proposal)
    assert found is not None
    assert (found.proposal.state, screen.state.lines) == (left, ())


def test_two_proposals_of_one_family_become_one(one: Laptop, two: Laptop) -> None:
    one.record("", new_family("Yohanes Lando"))
    two.record("", new_family("Yohanis Lando"))
    one.take_all(two.store)
    screen = Screen(one)
    assert "Yohanes Lando dan Yohanis Lando" in screen.state.lines[0][1].words
    screen.open()
    assert screen.shown.apart
    screen.choose("Yohanes Lando – Nama", "Yohanis Lando")
    assert screen.shown.summary == (
        "Kedua usulan menjadi satu: Yohanes Lando – Nama: Yohanis Lando. Bukti keduanya tetap ada."
    )
    screen.presenter.save()
    assert screen.state.lines == ()
    assert screen.state.settled[0].words == "Yohanis Lando: dua usulan digabung"


def test_different_people_are_told_apart_with_a_reason(one: Laptop, two: Laptop) -> None:
    one.record("", new_family("Yohanes Lando"))
    two.record("", new_family("Yohanis Lando"))
    one.take_all(two.store)
    screen = Screen(one)
    screen.open()
    screen.presenter.tell_apart()
    assert screen.state.refusal is not None
    assert screen.state.refusal.title == "Belum ditulis mengapa mereka bukan orang yang sama."
    screen.presenter.write_note("Kakak dan adik")
    screen.presenter.tell_apart()
    assert screen.state.lines == ()


def test_who_may_not_settle_it_sees_it_and_why_not(one: Laptop, two: Laptop) -> None:
    one.record("", new_family("Yohanes Lando"))
    two.record("", new_family("Yohanis Lando"))
    disagree(one, two)
    enumerator = Screen(one, Actor(PersonId("enumerator01"), "Ana", "enumerator", ()))
    enumerator.open(0)
    assert enumerator.shown.why_not == ""
    enumerator.open(1)
    assert enumerator.shown.why_not == "Yang boleh menyelesaikan ini: operator desa atau kepala desa."
    viewer = Screen(one, Actor(PersonId("viewer000001"), "Ani", "viewer", ()))
    viewer.open(0)
    assert viewer.shown.why_not


def test_what_is_no_contest_says_so(one: Laptop) -> None:
    screen = Screen(one)
    screen.presenter.open(ContestKey("visits", K1))
    assert (screen.state.gone, screen.state.shown) == (True, None)


def test_a_family_s_history_tells_what_was_settled_and_its_house_shows_what_holds(one: Laptop, two: Laptop) -> None:
    disagree(one, two)
    screen = Screen(one)
    reading = SqlReading(one.database, one.clock)

    def card() -> FamilyCard:
        found = reading.family(K1)
        assert found is not None
        return portrait(found, lexicon_for("DTSEN"), date(2026, 11, 28))

    assert card().contested
    screen.open()
    screen.choose("Jenis atap terluas", "Seng")
    screen.presenter.save()
    assert not card().contested
    assert card().history[0].title == "Hasil kunjungan yang berbeda diselesaikan"
    assert [(one.label, one.new) for one in card().history[0].changes] == [("Jenis atap terluas", "Seng")]
    roof = next(fact for group in card().house for fact in group.facts if fact.label == "Jenis atap terluas")
    assert roof.visited == "Seng"
    screen.presenter.undo(screen.state.settled[0].key)
    assert card().history[0].title == "Penyelesaian dibatalkan"
