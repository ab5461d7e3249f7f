"""Copies of one act on several chains are one act; what one chain says twice was done twice."""

from __future__ import annotations

from dataclasses import replace

from app.domain.entry import Entry, Recorded
from app.domain.ids import ChainId, EntryId, PersonId
from app.domain.payloads import ProposalWithdrawn, RevealLogged
from app.domain.same_act import distinct, families


def said(chain: str, seq: int, turn: int, words: str = "cek KTP", at_ms: int = 7) -> Recorded:
    entry = Entry(
        ChainId(chain), seq, PersonId("maria"), at_ms, 0, turn, "reveal_logged", 1, "f-1", words.encode(), b"hash"
    )
    return Recorded(entry, RevealLogged("nik", words))


def ids(records: list[Recorded]) -> list[str]:
    return [str(record.entry.id) for record in distinct(sorted(records, key=lambda one: one.entry.order))]


def test_a_copy_on_another_chain_is_the_same_act() -> None:
    assert ids([said("a.1", 4, 9), said("a.2", 3, 20), said("b.1", 8, 15)]) == ["a.1/4"]


def test_another_time_author_or_word_is_another_act() -> None:
    other = said("b.1", 2, 11)
    somebody = Recorded(replace(other.entry, author=PersonId("petrus")), other.payload)
    assert len(ids([said("a.1", 1, 1), said("b.1", 1, 2, at_ms=8), said("c.1", 1, 3, "lain"), somebody])) == 4


def test_what_one_chain_says_twice_was_done_twice() -> None:
    twice = [said("a.1", 1, 1), said("a.1", 2, 2)]
    assert ids(twice) == ["a.1/1", "a.1/2"]
    assert ids([*twice, said("b.1", 5, 9), said("b.1", 6, 10)]) == ["a.1/1", "a.1/2"]


def test_what_names_a_copy_names_the_act() -> None:
    taken_back = Recorded(
        replace(said("c.1", 1, 30).entry, kind="proposal_withdrawn"), ProposalWithdrawn(EntryId("a.2/3"), "keliru")
    )
    found = distinct([said("a.1", 4, 9), said("a.2", 3, 20), taken_back])
    assert found[-1].payload == ProposalWithdrawn(EntryId("a.1/4"), "keliru")


def about_new(chain: str, first: int, turn: int) -> list[Recorded]:
    """A family made known on a chain, and a visit there; both words and times as on any other chain."""
    made = said(chain, first, turn)
    visit = said(chain, first + 1, turn + 1, at_ms=8)
    return [Recorded(replace(one.entry, subject=str(made.entry.id)), one.payload) for one in (made, visit)]


def test_a_family_that_was_made_known_twice_is_one_with_what_was_done_there() -> None:
    here, there = about_new("a.1", 3, 9), about_new("a.2", 4, 20)
    assert ids([*here, *there]) == ["a.1/3", "a.1/4"]
    assert families(one.entry for one in (there[0], here[0])) == {"a.2/4": "a.1/3"}


def test_what_names_a_copy_on_both_chains_is_one_act() -> None:
    here, there = about_new("a.1", 3, 9), about_new("a.2", 4, 20)
    gone = [
        Recorded(
            replace(said(chain, 7, turn, said_of, at_ms=9).entry, kind="proposal_withdrawn", subject=said_of),
            ProposalWithdrawn(EntryId(said_of), "keliru"),
        )
        for chain, turn, said_of in (("a.1", 30, "a.1/3"), ("a.2", 31, "a.2/4"))
    ]
    assert ids([*here, *there, *gone]) == ["a.1/3", "a.1/4", "a.1/7"]
