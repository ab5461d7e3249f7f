"""What a certified laptop that lies can not do: act in another's name, outside its RTs, or against the head."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection, select

from app.domain.entry import GENESIS, Entry, Head
from app.domain.errors import Refused
from app.domain.ids import PersonId
from app.domain.payloads import (
    ChangeProposed,
    Endorsed,
    NewFamily,
    Payload,
    PersonAdded,
    PersonChanged,
    VisitRecorded,
)
from app.domain.roster import Family, Roster
from app.hub import tables
from app.hub.enrol import confirm_person
from app.hub.local import LocalHub
from app.hub.publish import current_roster, publish
from app.hub.store import VillageStore
from app.storage.officials import official
from app.usecases.ports import Act
from app.wire.entry import next_entry
from app.wire.payload import encode_payload
from app.wire.seal import make_seal
from app.wire.trust import person_id
from tests.hub.conftest import LIST, NUR
from tests.sync.laptop import VILLAGE, Laptop

pytestmark = pytest.mark.both_stores

VISIT = VisitRecorded("visit", "1", 1, "not_found", "moved", "5", "")
Said = tuple[PersonId, str, Payload]


class Liar:
    """A certified laptop whose program says whatever it likes."""

    def __init__(self, laptop: Laptop, hub: LocalHub) -> None:
        self.hub, self.laptop = hub, laptop
        (self.chain,) = (chain for chain in laptop.store.vector() if chain.startswith(laptop.keys.device))
        self.turn = 1_000

    def say(self, *said: Said, seal_with: Ed25519PrivateKey | None = None) -> dict[str, str]:
        """Append and hand over; entry -> why it does not count, empty where it does."""
        with self.hub.district.database.write(VILLAGE) as connection:
            store = VillageStore(connection, self.hub.district, VILLAGE)
            end: Head | None = store.vector().get(self.chain)
            made: list[Entry] = []
            for author, subject, payload in said:
                end = self._append(made, end, author, subject, payload)
            if seal_with is not None and end is not None:
                self._append(made, end, made[-1].author, "", make_seal(seal_with, self.chain, end))
            taken = store.receive(made)
            assert taken.new == len(made)
            return {one.id: self._reason(connection, one) for one in made[: len(said)]}

    def _append(self, made: list[Entry], end: Head | None, author: PersonId, subject: str, payload: Payload) -> Head:
        self.turn += 1
        kind, version, content = encode_payload(payload)
        one = next_entry(
            end, chain=self.chain, author=author, at_ms=0, floor_ms=0, turn=self.turn, kind=kind, version=version,
            subject=subject or (f"{self.chain}/{end.seq + 1 if end else 1}" if kind == "change_proposed" else ""),
            payload=content,
        )  # fmt: skip
        made.append(one)
        return Head(one.seq, one.hash)

    def _reason(self, connection: Connection, one: Entry) -> str:
        found = select(tables.entry.c.reason).where(tables.entry.c.chain == one.chain, tables.entry.c.seq == one.seq)
        return str(connection.execute(found).scalar_one())


@pytest.fixture
def head(tmp_path: Path, district: LocalHub) -> Iterator[Laptop]:
    laptop = Laptop.open(tmp_path / "head", "head", "Andi Saleh")
    laptop.enrol(district)
    laptop.exchange()
    yield laptop
    laptop.close()


@pytest.fixture
def enumerator(tmp_path: Path, district: LocalHub) -> Iterator[Laptop]:
    laptop = Laptop.open(tmp_path / "enumerator", "operator", "Baso Daeng")
    laptop.enrol(district, "enumerator", ("001/001",))
    laptop.exchange()
    yield laptop
    laptop.close()


def people(hub: LocalHub, who: PersonId) -> tuple[str, bool, bool, bytes]:
    with hub.district.database.read() as connection:
        row = connection.execute(select(tables.person).where(tables.person.c.person == who)).one()
    return row.role, row.active, row.certified, bytes(row.public_key)


def test_nobody_endorses_in_the_heads_name_without_his_key(
    district: LocalHub, head: Laptop, enumerator: Laptop
) -> None:
    proposal = enumerator.propose("f-1")
    enumerator.exchange()
    liar = Liar(enumerator, district)
    forged = (head.actor.person, "f-1", Endorsed(proposal))
    assert set(liar.say(forged).values()) == {"author_unsealed"}
    assert set(liar.say(forged, seal_with=enumerator.signing).values()) == {"author_unsealed"}
    assert set(liar.say(forged, seal_with=head.signing).values()) == {""}


def test_an_honest_endorsement_counts_in_the_exchange_that_brings_it(
    district: LocalHub, laptop: Laptop, head: Laptop
) -> None:
    proposal = laptop.propose("f-1")
    laptop.exchange()
    head.exchange()
    head.journal.record(Act("f-1", Endorsed(proposal)))
    assert head.exchange().quarantined == ()
    with district.district.database.read() as connection:
        states = connection.execute(select(tables.proposal.c.state)).scalars().all()
    assert states == ["endorsed"]


def test_an_enumerator_does_not_reach_other_rts_by_naming_his_own(district: LocalHub, enumerator: Laptop) -> None:
    me, liar = enumerator.actor.person, Liar(enumerator, district)
    mine = NewFamily("", "", "", "001", "001", ())
    for kind in ("new_family", "split", "correction"):
        foreign = liar.say((me, "f-2", ChangeProposed(kind, new_family=mine)), (me, "f-2", VISIT))
        assert set(foreign.values()) == {"not_allowed"}, kind
    unknown = liar.say((me, "nobody", ChangeProposed("new_family", new_family=mine)), (me, "nobody", VISIT))
    assert set(unknown.values()) == {"not_allowed"}
    own = liar.say((me, "", ChangeProposed("new_family", new_family=mine)), (me, "f-1", VISIT))
    assert set(own.values()) == {""}


def test_an_operator_takes_no_head_his_place(district: LocalHub, laptop: Laptop, head: Laptop) -> None:
    liar, me, before = Liar(laptop, district), laptop.actor.person, people(district, head.actor.person)
    other = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    for payload in (
        PersonChanged(head.actor.person, "Andi", "head", (), False),
        PersonChanged(head.actor.person, "Andi", "viewer", ()),
        PersonAdded(head.actor.person, "Andi", "head", other),
        PersonAdded(PersonId("aaaaaaaaaaaa"), "Palsu", "head", other),
    ):
        assert set(liar.say((me, "", payload), seal_with=laptop.signing).values()) == {"not_allowed"}
    assert people(district, head.actor.person) == before


def test_what_was_done_before_its_author_rested_counts_however_late_it_comes(
    district: LocalHub, laptop: Laptop, head: Laptop
) -> None:
    before = laptop.visit("f-1")
    while (
        max(one.turn for one in head.store.entries_after({}, 1 << 24))
        <= laptop.store.entries_after({}, 1 << 24)[-1].turn
    ):
        head.visit("f-1")
    head.journal.record(Act("", PersonChanged(laptop.actor.person, laptop.actor.name, "operator", (), False)))
    head.exchange()
    assert laptop.exchange().quarantined == ()
    behind = laptop.visit("f-1")
    assert dict(laptop.exchange().quarantined) == {behind: "author_inactive"}
    assert before not in dict(laptop.exchange().quarantined)


def test_the_district_s_certificate_sets_nobody_to_work_who_rests(district: LocalHub, laptop: Laptop) -> None:
    """Whether somebody serves the village says: its laptops went on showing him at rest."""
    key = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    who = PersonId(person_id(key))
    laptop.journal.record(Act("", PersonAdded(who, "Rekan", "operator", key)))
    laptop.journal.record(Act("", PersonChanged(who, "Rekan", "operator", (), active=False)))
    laptop.exchange()
    confirm_person(district.district, VILLAGE, who)
    assert people(district, who) == ("operator", False, True, key)


def test_the_newer_word_about_somebody_holds_whatever_came_first(
    district: LocalHub, laptop: Laptop, head: Laptop
) -> None:
    """What the village said of his RTs comes behind the district's certificate, which was said after it."""
    key = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    who = PersonId(person_id(key))
    laptop.journal.record(Act("", PersonAdded(who, "Rudi", "enumerator", key, ("001/001",))))
    laptop.exchange()
    for rt in ("002/001", "003/001"):
        laptop.journal.record(Act("", PersonChanged(who, "Rudi", "enumerator", (rt,), active=True)))
    for _ in range(9):
        head.visit("f-1")
    head.exchange()
    confirm_person(district.district, VILLAGE, who)
    laptop.exchange()
    with laptop.database.read() as connection:
        here = official(connection, who)
    with district.district.database.read() as connection:
        there = connection.execute(select(tables.person.c.rts).where(tables.person.c.person == who)).scalar_one()
    assert here is not None
    assert json.loads(there) == list(here.rts) == ["001/001"]
    laptop.journal.record(Act("", PersonChanged(who, "Rudi", "enumerator", ("004/001",), active=True)))
    laptop.exchange()
    with district.district.database.read() as connection:
        there = connection.execute(select(tables.person.c.rts).where(tables.person.c.person == who)).scalar_one()
    assert json.loads(there) == ["004/001"]


def test_a_new_key_after_a_new_password_counts_once_a_head_stands_behind_it(
    district: LocalHub, laptop: Laptop, head: Laptop
) -> None:
    fresh = Ed25519PrivateKey.generate()
    said = PersonAdded(laptop.actor.person, "Siti Rahma", "operator", fresh.public_key().public_bytes_raw())
    liar = Liar(laptop, district)
    assert set(liar.say((head.actor.person, "", said)).values()) == {"author_unsealed"}
    assert people(district, laptop.actor.person)[2:] == (True, laptop.signing.public_key().public_bytes_raw())
    assert set(liar.say((head.actor.person, "", said), seal_with=head.signing).values()) == {""}
    assert people(district, laptop.actor.person)[2:] == (False, said.public_key)
    confirm_person(district.district, VILLAGE, laptop.actor.person)
    assert people(district, laptop.actor.person)[2:] == (True, said.public_key)


def test_what_was_sealed_with_the_key_before_counts_also_when_it_comes_after_the_new_one(
    district: LocalHub, laptop: Laptop, head: Laptop
) -> None:
    fresh = Ed25519PrivateKey.generate()
    said = PersonAdded(laptop.actor.person, "Siti Rahma", "operator", fresh.public_key().public_bytes_raw())
    laptop.visit("f-1")
    laptop.journal.seal()
    assert set(Liar(head, district).say((head.actor.person, "", said), seal_with=head.signing).values()) == {""}
    confirm_person(district.district, VILLAGE, laptop.actor.person)
    assert people(district, laptop.actor.person)[2:] == (True, said.public_key)
    assert laptop.exchange().quarantined == ()


def test_a_seal_over_what_the_chain_does_not_hold_is_set_aside(district: LocalHub, laptop: Laptop) -> None:
    liar = Liar(laptop, district)
    wrong = make_seal(laptop.signing, liar.chain, Head(1, GENESIS))
    assert set(liar.say((laptop.actor.person, "", wrong)).values()) == {"seal_wrong"}


def test_of_a_list_of_two_villages_each_gets_its_own_families(district: LocalHub) -> None:
    def families(code: str, many: int) -> list[Family]:
        return [replace(NUR, id=f"{code}-{n}", kk="", village_code=code, members=()) for n in range(many)]

    other = "7308012002"
    both = replace(LIST, families=(*families(VILLAGE, 8), *families(other, 6)))
    for code, many in ((VILLAGE, 8), (other, 6)):
        publish(district.district, code, both, month="2026-12")
        with district.district.database.read() as connection:
            held = current_roster(connection, code)
        assert isinstance(held, Roster)
        assert {one.village_code for one in held.families} == {code}
        assert len(held.families) == many
    with pytest.raises(Refused, match="pack_other_village"):
        publish(district.district, "7308032009", both, month="2026-12")


def test_what_does_not_stand_on_the_entry_before_it_is_not_taken(district: LocalHub, enumerator: Laptop) -> None:
    liar = Liar(enumerator, district)
    author = enumerator.actor.person
    with district.district.database.write(VILLAGE) as connection:
        store = VillageStore(connection, district.district, VILLAGE)
        made: list[Entry] = []
        end: Head | None = store.vector()[liar.chain]
        for _ in range(3):
            end = liar._append(made, end, author, "f-1", VISIT)
        other = replace(made[1], at_ms=made[1].at_ms + 1)
        taken = store.receive([made[0], other, made[2]])
        assert (taken.new, [(one.seq, one.reason) for one in taken.set_aside]) == (1, [(other.seq, "chain_broken")])
        assert store.vector()[liar.chain] == Head(made[0].seq, made[0].hash)
        taken = store.receive([other])
        assert (taken.new, [(one.seq, one.reason) for one in taken.forked]) == (0, [(other.seq, "chain_forked")])
        taken = store.receive(made[1:])
        assert (taken.new, taken.set_aside, taken.forked) == (2, [], [])
