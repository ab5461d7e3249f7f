"""What a list changed, and under which heading it is told."""

from __future__ import annotations

import pytest

from app.domain.list_change import (
    BACK,
    CHANGED,
    DROPPED,
    NEW,
    FieldMove,
    ListChange,
    given_reasons,
    groups_of,
    joined,
    lost_programmes,
)


def changed(*moves: tuple[str, str, str], member: str = "") -> ListChange:
    return ListChange(CHANGED, tuple(FieldMove(*move, member) for move in moves))


@pytest.mark.parametrize(
    ("change", "groups"),
    [
        (ListChange(NEW), ("arrived",)),
        (ListChange(BACK), ("arrived",)),
        (ListChange(DROPPED), ("gone",)),
        (changed(("rt", "001", "002")), ("moved",)),
        (changed(("decile", "1", "3"), ("address", "A", "B")), ("moved", "decile")),
        (changed(("programmes", "BPNT PKH", "BPNT")), ("excluded",)),
        (changed(("programmes", "BPNT", "BPNT PKH")), ("other",)),
        (changed(("status_dtsen", "DTSEN AKTIF", "DTSEN NONAKTIF"), member="Siti"), ("excluded",)),
        (changed(("status_dtsen", "", "DTSEN AKTIF"), member="Siti"), ("other",)),
        (changed(("is_nonaktif", "0", "1"), member="Siti"), ("excluded",)),
        (changed(("rt", "001", "002"), member="Siti"), ("other",)),
        (ListChange(CHANGED, (), ("Ana",)), ("other",)),
    ],
)
def test_a_change_is_told_under_what_it_means(change: ListChange, groups: tuple[str, ...]) -> None:
    assert groups_of(change) == groups


def test_what_the_list_itself_says_of_why() -> None:
    change = changed(("status_dtsen", "A", "DTSEN NONAKTIF"), ("x:Alasan dicoret", "", "ASN"), ("x:Warna", "", "biru"))
    assert [move.new for move in given_reasons(change)] == ["ASN", "DTSEN NONAKTIF"]
    assert given_reasons(changed(("x:Keterangan", "ASN", ""))) == ()


def test_the_aid_that_was_lost_is_named() -> None:
    assert lost_programmes(changed(("programmes", "BPNT PBI PKH", "BPNT"))) == ("PBI", "PKH")
    assert lost_programmes(ListChange(DROPPED)) == ()


@pytest.mark.parametrize(
    ("told", "together"),
    [
        ((changed(("rt", "1", "2")), changed(("rt", "2", "3"))), changed(("rt", "1", "3"))),
        ((changed(("rt", "1", "2")), changed(("rt", "2", "1"))), None),
        ((ListChange(NEW), changed(("rt", "1", "2"))), ListChange(NEW)),
        ((ListChange(NEW), ListChange(DROPPED)), None),
        ((ListChange(BACK), ListChange(DROPPED)), ListChange(DROPPED)),
        ((changed(("rt", "1", "2")), ListChange(DROPPED)), ListChange(DROPPED)),
        (
            (ListChange(CHANGED, (), ("Ana",), ("Budi",)), ListChange(CHANGED, (), ("Budi",))),
            ListChange(CHANGED, (), ("Ana",)),
        ),
    ],
)
def test_several_lists_of_one_month_are_one_change(told: tuple[ListChange, ...], together: ListChange | None) -> None:
    assert joined(told) == together
