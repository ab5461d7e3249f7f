"""What comes in from others is kept whole, judged, and never counted twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.entry import Head
from app.domain.ids import EntryId, PersonId
from app.domain.payloads import (
    DecisionMade,
    Endorsed,
    KeyRevoked,
    PersonAdded,
    PersonCertified,
    PersonChanged,
    ReceiptIssued,
)
from app.storage import trust
from app.usecases.ports import Actor
from tests.storage.laptops import HandChain, Laptop, correction, district, family, new_family, roster, visit

NUR = Actor(PersonId("operator0002"), "Nur Bora", "operator")


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    laptop = Laptop(tmp_path / "one")
    laptop.publish(roster(family(number) for number in range(3)))
    return laptop


@pytest.fixture
def other(tmp_path: Path) -> Laptop:
    return Laptop(tmp_path / "two", "laptopbbbbbb", NUR, 2)


def test_two_laptops_that_met_show_the_same(laptop: Laptop, other: Laptop) -> None:
    other.take_all(laptop.store)
    laptop.record("k1", visit(family(1)))
    other.record("k2", visit(family(2)))
    laptop.take_all(other.store)
    other.take_all(laptop.store)
    assert laptop.dump() == other.dump()
    assert laptop.store.vector() == other.store.vector()


def test_receiving_again_changes_nothing(laptop: Laptop, other: Laptop) -> None:
    entries = laptop.store.entries_after({}, 1 << 20)
    first = other.store.receive(entries)
    before = other.dump()
    again = other.store.receive(entries)
    assert (first.new, first.known) == (len(entries), 0)
    assert (again.new, again.known, again.quarantined, again.forked) == (0, len(entries), (), ())
    assert other.dump() == before


def test_entries_are_handed_out_in_pieces_that_fit_together(laptop: Laptop, other: Laptop) -> None:
    for number in range(30):
        laptop.record("k1", visit(note=str(number)))
    rounds = 0
    while True:
        theirs = {str(chain): head.seq for chain, head in other.store.vector().items()}
        piece = laptop.store.entries_after(theirs, 1_000)
        if not piece:
            break
        got = other.store.receive(piece)
        assert (got.new, got.quarantined) == (len(piece), ())
        rounds += 1
    assert rounds > 3
    assert other.store.vector()[laptop.chain] == laptop.store.vector()[laptop.chain]


def test_a_gap_is_named_and_the_rest_of_that_chain_waits(laptop: Laptop, other: Laptop) -> None:
    laptop.record("k1", visit())
    entries = list(laptop.store.entries_after({}, 1 << 20))
    got = other.store.receive([*entries[:1], *entries[2:]])
    assert got.new == 1
    assert [(one.entry.seq, one.reason) for one in got.quarantined] == [(3, "chain_gap")]
    assert other.store.receive(entries).new == len(entries) - 1


def test_a_changed_entry_is_named_and_not_taken(laptop: Laptop, other: Laptop) -> None:
    entries = list(laptop.store.entries_after({}, 1 << 20))
    entries[1] = replace(entries[1], subject="k9")
    got = other.store.receive(entries)
    assert [(one.entry.seq, one.reason) for one in got.quarantined] == [(2, "chain_broken")]
    assert other.store.vector()[laptop.chain].seq == 1


def test_numbers_that_no_laptop_writes_are_not_taken(laptop: Laptop) -> None:
    chain = HandChain("strangeraaaa.1", "stranger0001", 7)
    chain.write_raw("k1", "visit_recorded", 1, b"\x80", 2**60)
    got = laptop.store.receive(chain.entries)
    assert [one.reason for one in got.quarantined] == ["entry_header_wrong"]
    assert laptop.store.hash_at(chain.name, 1) is None


def test_an_unreadable_entry_is_kept_and_those_behind_it_count(laptop: Laptop) -> None:
    chain = HandChain("strangeraaaa.1", "stranger0001", 7)
    chain.write_raw("k1", "visit_recorded", 1, b"\xc1", 50)
    chain.write_raw("k1", "dance_recorded", 4, b"\x80", 51)
    chain.write("k1", visit(), 52, sealed=False)
    got = laptop.store.receive(chain.entries)
    assert [one.reason for one in got.quarantined] == ["entry_malformed", "entry_kind_unknown"]
    assert laptop.scalar("SELECT visits FROM family_view WHERE id = 'k1'") == 1


def test_an_entry_that_nobody_sealed_counts_and_is_shown_as_such(laptop: Laptop) -> None:
    chain = HandChain("strangeraaaa.1", "stranger0001", 7)
    entry = chain.write("k1", visit(), 52)
    laptop.store.receive(chain.entries)
    assert laptop.scalar("SELECT visits FROM family_view WHERE id = 'k1'") == 1
    with laptop.database.read() as connection:
        assert not trust.is_sealed(entry, trust.sealed_through(connection, chain.name))
    introduced = PersonAdded(PersonId("stranger0001"), "Daeng", "operator", chain.public_key)
    chain.write("", introduced, 60, sealed=False)
    laptop.store.receive(chain.entries)
    with laptop.database.read() as connection:
        assert trust.is_sealed(entry, trust.sealed_through(connection, chain.name))


def test_nobody_but_the_pinned_district_decides(laptop: Laptop) -> None:
    proposal = laptop.record("k1", correction("address", "", "Jl. Kenari"))
    impostor, real = HandChain("impostoraaaa.1", "verifier0001", 50), district()
    laptop.store.pin_district(real.public_key)
    impostor.write("k1", DecisionMade(proposal, "accepted"), 100)
    real.write("k1", DecisionMade(proposal, "returned", comment="Foto buram"), 90)
    got = laptop.store.receive([*impostor.entries, *real.entries])
    assert [one.reason for one in got.quarantined] == ["not_of_district"]
    assert laptop.rows("SELECT state, comment FROM proposal_view") == [("returned", "Foto buram")]
    assert laptop.scalar("SELECT returned FROM family_view WHERE id = 'k1'") == 1


def test_a_decision_counts_once_its_seal_has_come(laptop: Laptop) -> None:
    proposal = laptop.record("k1", correction("address", "", "Jl. Kenari"))
    chain = district()
    laptop.store.pin_district(chain.public_key)
    chain.write("k1", DecisionMade(proposal, "accepted"), 100)
    laptop.store.receive(chain.entries[:1])
    assert laptop.scalar("SELECT state FROM proposal_view") == "proposed"
    laptop.store.receive(chain.entries)
    assert laptop.scalar("SELECT state FROM proposal_view") == "accepted"


def test_pinning_the_district_judges_anew_what_came_before(laptop: Laptop) -> None:
    proposal = laptop.record("k1", correction("address", "", "Jl. Kenari"))
    chain = district()
    chain.write("k1", DecisionMade(proposal, "rejected", "R3"), 100)
    laptop.store.receive(chain.entries)
    assert laptop.scalar("SELECT state FROM proposal_view") == "proposed"
    laptop.store.pin_district(chain.public_key)
    assert laptop.rows("SELECT state, reason FROM proposal_view") == [("rejected", "R3")]


def test_what_stands_behind_a_revocation_is_kept_but_does_not_count(laptop: Laptop, other: Laptop) -> None:
    chain = district()
    laptop.store.pin_district(chain.public_key)
    other.take_all(laptop.store)
    other.record("k1", visit())
    turn = max(entry.turn for entry in other.store.entries_after({}, 1 << 20))
    key = other.key.public_key().public_bytes_raw()
    chain.write("", KeyRevoked(key, "laptop hilang"), turn + 1)
    other.store.receive(chain.entries)
    other.record("k2", visit())
    laptop.store.receive(other.store.entries_after({}, 1 << 20))
    assert laptop.rows("SELECT id, visits FROM family_view ORDER BY id") == [("k0", 0), ("k1", 1), ("k2", 0)]
    assert laptop.scalar("SELECT count(*) FROM entry WHERE quarantine = 'key_revoked'") == 1
    chain.write("", PersonCertified(NUR.person, "", NUR.name, NUR.role, b"n" * 32), turn + 9)
    laptop.store.receive(chain.entries)
    assert laptop.scalar("SELECT visits FROM family_view WHERE id = 'k2'") == 1


def test_a_seal_over_what_came_behind_a_revocation_seals_nothing(laptop: Laptop, other: Laptop) -> None:
    chain = district()
    laptop.store.pin_district(chain.public_key)
    other.take_all(laptop.store)
    made = other.record("k1", visit())
    turn = max(entry.turn for entry in other.store.entries_after({}, 1 << 20))
    chain.write("", KeyRevoked(other.key.public_key().public_bytes_raw(), "laptop hilang"), turn + 1)
    other.store.receive(chain.entries)
    other.record("k1", visit())
    other.journal.seal()
    laptop.store.receive(other.store.entries_after({}, 1 << 20))
    entry = next(entry for entry in laptop.store.entries_after({}, 1 << 20) if entry.id == made)
    with laptop.database.read() as connection:
        assert not trust.is_sealed(entry, trust.sealed_through(connection, other.chain))


def test_a_receipt_names_what_the_district_holds(laptop: Laptop) -> None:
    chain = district()
    laptop.store.pin_district(chain.public_key)
    head = laptop.store.vector()[laptop.chain]
    chain.write("", ReceiptIssued("0007", {str(laptop.chain): head.seq}, {str(laptop.chain): head.hash}), 100)
    laptop.store.receive(chain.entries)
    assert laptop.rows("SELECT number, chain, seq, durable FROM receipt_view") == [("0007", laptop.chain, head.seq, 1)]
    assert [record.payload for record in laptop.store.receipts()] == [
        ReceiptIssued("0007", {str(laptop.chain): head.seq}, {str(laptop.chain): head.hash})
    ]


def test_what_was_sent_and_acknowledged_is_remembered(laptop: Laptop) -> None:
    version = laptop.scalar("SELECT value FROM counter WHERE name = 'version'")
    laptop.store.mark_sent({str(laptop.chain): 3})
    laptop.store.mark_sent({str(laptop.chain): 2})
    laptop.store.acknowledge_evidence(["ab"])
    assert laptop.rows("SELECT chain, seq FROM sent") == [(laptop.chain, 3)]
    assert laptop.scalar("SELECT count(*) FROM evidence_acknowledged") == 1
    assert laptop.scalar("SELECT value FROM counter WHERE name = 'version'") == int(str(version)) + 3


def test_a_person_whom_the_district_certified_has_its_role(laptop: Laptop) -> None:
    chain = district()
    laptop.store.pin_district(chain.public_key)
    chain.write(
        "", PersonCertified(PersonId("operator0001"), "", "Maria B.", "enumerator", b"k" * 32, ("001/001",)), 50
    )
    laptop.store.receive(chain.entries)
    assert laptop.rows("SELECT name, role, rts, certified FROM person") == [("Maria B.", "enumerator", "001/001", 1)]


def test_the_village_says_which_rts_a_certified_person_walks_now_and_nothing_else(laptop: Laptop) -> None:
    chain = district()
    laptop.store.pin_district(chain.public_key)
    person = PersonId("operator0001")
    chain.write("", PersonCertified(person, "", "Maria B.", "enumerator", b"k" * 32, ("001/001",)), 50)
    laptop.store.receive(chain.entries)
    laptop.record("", PersonChanged(person, "Maria", "operator", ("002/001",)))
    assert laptop.rows("SELECT name, role, rts, certified FROM person") == [("Maria B.", "enumerator", "002/001", 1)]


class Cloned:
    """A laptop and its copy, which both went on writing; the district heard the copy first."""

    def __init__(self, path: Path) -> None:
        self.laptop = Laptop(path / "one")
        self.laptop.publish(roster(family(number) for number in range(3)))
        self.hub = Laptop(path / "hub", device="")
        self.hub.take_all(self.laptop.store)
        copy = HandChain(self.laptop.chain, "operator0001", 1)
        held = self.laptop.store.vector()[self.laptop.chain]
        copy.head = Head(held.seq, held.hash)
        self.copied = [copy.write("k0", visit(note="salinan"), 500, sealed=False)]
        self.hub.store.receive(self.copied)
        self.common = held.seq

    def meet(self) -> None:
        """One exchange between laptop and hub."""
        self.laptop.take_all(self.hub.store)
        self.hub.take_all(self.laptop.store)


@pytest.fixture
def cloned(tmp_path: Path) -> Cloned:
    return Cloned(tmp_path)


def test_a_clone_is_noticed_and_nothing_of_either_is_lost(cloned: Cloned) -> None:
    laptop = cloned.laptop
    laptop.record("k1", visit(note="asli"))
    proposal = laptop.record("k2", correction("address", "", "Jl. Kenari"))
    made = laptop.record("", new_family())
    laptop.record(made, visit())
    got = laptop.store.receive(cloned.copied)
    assert got.forked == (laptop.chain,)
    fresh = laptop.store.start_incarnation()
    assert fresh == "laptopaaaaaa.2"
    cloned.meet()
    assert cloned.hub.dump() == laptop.dump()
    assert laptop.rows("SELECT id, visits FROM family_view WHERE listed = 1 ORDER BY id") == [
        ("k0", 1),
        ("k1", 1),
        ("k2", 0),
    ]
    assert laptop.rows("SELECT visits, proposals FROM family_view WHERE listed = 0") == [(1, 1)]
    assert laptop.scalar("SELECT count(*) FROM forked WHERE again <> ''") == 4
    assert laptop.scalar("SELECT count(*) FROM proposal_view WHERE id = ?", proposal) == 0
    assert laptop.scalar("SELECT count(*) FROM proposal_view") == 2


def test_words_about_a_proposal_that_was_appended_again_follow_it(tmp_path: Path) -> None:
    head = Actor(PersonId("villagehead1"), "Hasan", "head")
    laptop = Laptop(tmp_path, actor=head)
    laptop.publish(roster([family(1)]))
    proposal = laptop.record("k1", correction("address", "", "Jl. Kenari"))
    laptop.record("k1", Endorsed(proposal))
    laptop.store.start_incarnation(differs_from=int(proposal.rpartition("/")[2]))
    assert laptop.rows("SELECT chain, state FROM proposal_view") == [("laptopaaaaaa.2", "endorsed")]


def test_a_restored_copy_takes_its_own_past_back_and_goes_on_apart(cloned: Cloned) -> None:
    laptop = cloned.laptop
    got = laptop.store.receive(cloned.copied)
    assert (got.new, got.forked) == (1, (laptop.chain,))
    laptop.store.start_incarnation()
    assert laptop.scalar("SELECT count(*) FROM forked") == 0
    laptop.record("k1", visit())
    cloned.meet()
    assert cloned.hub.dump() == laptop.dump()
    assert EntryId(f"{laptop.chain}/{cloned.common + 1}") == cloned.copied[0].id


def test_after_an_incarnation_the_anchor_holds(cloned: Cloned) -> None:
    laptop = cloned.laptop
    laptop.record("k1", visit())
    laptop.store.receive(cloned.copied)
    fresh = laptop.store.start_incarnation()
    assert laptop.anchor.mark is not None
    assert (laptop.anchor.mark.chain, laptop.anchor.mark.head) == (fresh, laptop.store.vector()[fresh])
