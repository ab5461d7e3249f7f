"""What a village's laptops are called: no two of them alike."""

from __future__ import annotations

from app.domain.laptop_names import call, number_words

A, B = "k3qpabcdefgh", "x2zyabcdefgh"


def test_a_laptop_is_called_by_who_has_it() -> None:
    assert call({A: "vm", B: "vm"}, {A: "Siti Rahma", B: "Budi"}) == {A: "Siti Rahma", B: "Budi"}


def test_two_of_one_person_bear_the_computers_names() -> None:
    assert call({A: "vm", B: "asus"}, {A: "Siti", B: "Siti"}) == {A: "Siti (vm)", B: "Siti (asus)"}


def test_two_that_even_so_are_alike_bear_the_beginning_of_their_numbers() -> None:
    assert call({A: "vm", B: "vm"}, {A: "Siti", B: "Siti"}) == {A: "Siti (vm, K3QP)", B: "Siti (vm, X2ZY)"}
    assert call({A: "vm", B: "vm"}, {A: "", B: ""}) == {A: "vm (K3QP)", B: "vm (X2ZY)"}
    assert call({A: "", B: ""}, {A: "Siti", B: "Siti"}) == {A: "Siti (K3QP)", B: "Siti (X2ZY)"}
    assert call({A: "", B: "vm"}, {}) == {A: "", B: "vm"}


def test_a_number_is_read_in_three_words() -> None:
    assert number_words(A) == "K3QP-ABCD-EFGH"
