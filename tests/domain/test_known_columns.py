"""A heading is taken for what a person took it for before, wherever its column stands."""

from __future__ import annotations

from app.domain.intake import Choice, ColumnMapping
from app.domain.known_columns import as_before, learnt

BEFORE = {0: "nik", 1: "nama", 2: "lingkungan", 3: "kodepetugas"}
CONFIRMED = ColumnMapping("a", {0: Choice("nik", 1.0), 1: Choice("nama", 1.0), 2: Choice("dusun", 1.0), 3: Choice()})


def test_a_column_more_and_another_order_forget_nothing() -> None:
    known = learnt({}, BEFORE, CONFIRMED)
    now = {0: "kodepetugas", 1: "keterangan", 2: "lingkungan", 3: "nik", 4: "nama"}
    proposed = ColumnMapping("b", {0: Choice("rt", 0.6), 3: Choice("nik", 1.0), 4: Choice("nama", 0.7)})
    mapping, decided = as_before(proposed, now, known)
    assert mapping.fingerprint == "b"
    assert [mapping.choices.get(at, Choice()).field for at in range(5)] == ["", "", "dusun", "nik", "nama"]
    assert decided == {0, 2, 3, 4}
    assert mapping.choices[4] == Choice("nama", 0.7), "what is proposed anyway keeps how sure it is"


def test_a_new_column_that_says_itself_what_it_is_is_left_to_the_person() -> None:
    known = learnt({}, BEFORE, CONFIRMED)
    proposed = ColumnMapping("b", {0: Choice("dusun", 1.0)})
    mapping, decided = as_before(proposed, {0: "dusun", 1: "lingkungan"}, known)
    assert mapping.column_of("dusun") == 0
    assert decided == frozenset()


def test_a_known_heading_moves_a_field_away_from_another_known_one() -> None:
    known = learnt({}, BEFORE, CONFIRMED)
    proposed = ColumnMapping("b", {0: Choice("dusun", 0.6)})
    mapping, _ = as_before(proposed, {0: "kodepetugas", 1: "lingkungan"}, known)
    assert (mapping.column_of("dusun"), mapping.choices[0].field) == (1, "")


def test_a_heading_that_stands_twice_says_nothing() -> None:
    assert learnt({}, {0: "nama", 1: "nama", 2: ""}, CONFIRMED) == {}
    proposed = ColumnMapping("b", {0: Choice("nama", 1.0)})
    assert as_before(proposed, {0: "nama", 1: "nama"}, {"nama": "nama_ibu_kandung"}) == (proposed, frozenset())


def test_the_newest_word_holds_and_what_is_not_in_this_list_stays_known() -> None:
    known = learnt({"lingkungan": "rw", "lain": "rt"}, BEFORE, CONFIRMED)
    assert (known["lingkungan"], known["lain"], known["kodepetugas"]) == ("dusun", "rt", "")
