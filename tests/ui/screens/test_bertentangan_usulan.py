"""Two proposals about one family on the screen of what is contested: chosen, both left standing, said twice."""

from __future__ import annotations

from dataclasses import replace

from app.domain.ids import EntryId, MemberId
from app.domain.payloads import ChangeProposed
from app.storage.reading import SqlReading
from app.ui.screens.keluarga.page import lexicon_for
from app.ui.screens.usulan.contested import contested_lines
from app.ui.tokens import Tone
from tests.storage.laptops import Laptop, correction, new_family, photo
from tests.ui.screens.contest_screen import (
    FAMILY,
    Screen,
    contradict,
    proposal_states,
)

WHO = MemberId(FAMILY.members[0].id)
DEAD = ChangeProposed("death", WHO, reason="meninggal_dunia", reason_list="death@balai-1", evidence=(photo(1),))
ALIVE = ChangeProposed("revival", WHO, note="Saya temui di rumahnya")


def test_two_proposals_that_contradict_each_other_stand_side_by_side(one: Laptop, two: Laptop) -> None:
    both = contradict(one, two, DEAD, ALIVE)
    screen = Screen(one)
    assert screen.state.lines[0][1].words == (
        f"{FAMILY.head_name}: usulan Meninggal bertentangan dengan usulan Masih hidup"
    )
    assert "Maria Bano dan Nur Bora" in screen.state.lines[0][1].who
    screen.open()
    shown = screen.shown
    assert (shown.title, shown.base, shown.apart) == ("Dua usulan yang bertentangan", None, "Keduanya berlaku")
    here, there = shown.sides
    assert (here.title, here.proposal, there.title, there.proposal) == (
        "Usulan pertama (Meninggal)", both[0], "Usulan kedua (Masih hidup)", both[1],
    )  # fmt: skip
    assert here.lines[0].startswith("Maria Bano · ")
    assert there.lines[0].startswith("Nur Bora · ")
    assert f"Anggota: {FAMILY.members[0].name}" in here.lines
    assert there.lines[-2:] == ("Saya temui di rumahnya", "Bukti: tidak ada foto")
    assert [one.held for one in here.photos] == [True]
    assert (shown.ready, shown.summary) == (False, "Pilih usulan yang benar.")


def test_one_of_the_two_is_chosen_and_the_other_closed_and_comes_back(one: Laptop, two: Laptop) -> None:
    both = contradict(one, two, DEAD, ALIVE)
    screen = Screen(one)
    screen.open()
    name = FAMILY.members[0].name
    screen.choose("Usulan mana yang benar?", f"Masih hidup: {name}")
    assert screen.shown.summary == "Usulan pertama (Meninggal) ditutup. Usulan kedua (Masih hidup) diteruskan."
    screen.presenter.save()
    assert (screen.state.lines, screen.state.settled[0].words) == (
        (), f"{FAMILY.head_name}: dipilih dari dua usulan",
    )  # fmt: skip
    assert proposal_states(one, *both) == ["withdrawn", "proposed"]
    screen.presenter.undo(screen.state.settled[0].key)
    assert proposal_states(one, *both) == ["proposed", "proposed"]


def test_two_corrections_are_chosen_field_by_field_beside_what_the_list_says(one: Laptop, two: Laptop) -> None:
    first = replace(correction("address", FAMILY.address, "Jl. Mawar 2"))
    wider = (*first.changes, *correction("dusun", FAMILY.dusun, "Dua").changes)
    contradict(one, two, correction("address", FAMILY.address, "Jl. Kenari 9"), replace(first, changes=wider))
    screen = Screen(one)
    assert screen.state.lines[0][1].words == f"{FAMILY.head_name}: dua usulan Perbaikan data yang bertentangan"
    screen.open()
    assert screen.shown.base is not None
    assert (screen.shown.base.title, screen.row("Alamat").base) == ("Data daftar sekarang", FAMILY.address)
    screen.choose("Alamat", "Jl. Kenari 9")
    assert screen.shown.summary == (
        "Usulan pertama (Perbaikan data) diteruskan. Usulan kedua (Perbaikan data) diteruskan tanpa Alamat."
    )
    screen.presenter.save()
    assert screen.state.lines == ()


def test_both_may_stand_with_a_reason(one: Laptop, two: Laptop) -> None:
    both = contradict(one, two, DEAD, ALIVE)
    screen = Screen(one)
    screen.open()
    screen.presenter.tell_apart()
    assert screen.state.refusal is not None
    assert screen.state.refusal.title == "Belum ditulis mengapa kedua usulan itu dapat berlaku bersama."
    screen.presenter.write_note("Namanya sama, orangnya lain")
    screen.presenter.tell_apart()
    assert (screen.state.lines, proposal_states(one, *both)) == ((), ["proposed", "proposed"])
    assert screen.state.settled[0].words == f"{FAMILY.head_name}: dua usulan, keduanya berlaku"


def test_what_was_proposed_twice_is_no_quarrel_and_becomes_one(one: Laptop, two: Laptop) -> None:
    both = contradict(one, two, DEAD, replace(DEAD, evidence=()))
    screen = Screen(one)
    assert screen.state.lines == ()
    [(contest, line)] = screen.state.twice
    assert (line.words, line.tone) == (f"{FAMILY.head_name}: dua usulan yang sama (Meninggal)", Tone.INFO)
    screen.presenter.open_row(contest)
    assert (screen.shown.title, screen.shown.rows, screen.shown.ready) == (
        "Usulan yang sama, dicatat dua kali", (), True,
    )  # fmt: skip
    assert screen.shown.summary.startswith("Yang diteruskan: Usulan pertama (Meninggal), dengan bukti dari keduanya.")
    screen.presenter.save()
    assert (screen.state.twice, proposal_states(one, *both)) == ((), ["proposed", "merged"])


def test_what_was_proposed_twice_may_be_left_so_without_a_reason(one: Laptop, two: Laptop) -> None:
    contradict(one, two, DEAD, DEAD)
    screen = Screen(one)
    screen.presenter.open_row(screen.state.twice[0][0])
    assert screen.shown.apart == "Biarkan keduanya"
    screen.presenter.tell_apart()
    assert (screen.state.refusal, screen.state.twice) == (None, ())


def test_a_proposal_leads_to_the_one_that_contradicts_it(one: Laptop, two: Laptop) -> None:
    both = contradict(one, two, DEAD, ALIVE)
    for proposal, other in zip(both, ("Masih hidup", "Meninggal"), strict=True):
        [(words, place, leads)] = line_words(one, proposal)
        assert words == f"Bertentangan dengan usulan lain tentang keluarga ini: {other}."
        assert (place, leads) == ("bertentangan", both[0])


def line_words(laptop: Laptop, proposal: EntryId) -> list[tuple[str, str, object]]:
    """What the detail of a proposal says of what is contested, and where it leads."""
    reading = SqlReading(laptop.database, laptop.clock)
    found = reading.proposal(proposal)
    assert found is not None
    lines = contested_lines(found.proposal, found.standing, reading.contests(), lexicon_for("DTSEN"))
    return [(line.words, line.place, line.facts.get("proposal")) for line in lines]


def test_a_proposal_leads_to_its_twin_and_later_to_the_one_that_goes_on(one: Laptop, two: Laptop) -> None:
    kept, other = one.record("", new_family("Yohanes Lando")), two.record("", new_family("Yohanis Lando"))
    one.take_all(two.store)
    assert line_words(one, kept) == [("Mungkin sama dengan usulan keluarga Yohanis Lando.", "bertentangan", kept)]
    assert line_words(one, other) == [("Mungkin sama dengan usulan keluarga Yohanes Lando.", "bertentangan", kept)]
    screen = Screen(one)
    screen.open()
    screen.choose("Yohanes Lando – Nama", "Yohanis Lando")
    screen.presenter.save()
    assert line_words(one, kept) == [
        ("Usulan lain digabung ke sini, dengan anggota dan buktinya.", "usulan", other),
    ]
    assert line_words(one, other) == [("Digabung ke usulan lain, dan diteruskan di sana.", "usulan", kept)]
