"""A district gives somebody a new password, is restored to a day before, and knows its own word for the new key again:
it was kept in the laptop's folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import select

from app.domain.payloads import ObjectionFiled, PersonCertified
from app.hub import tables
from app.hub.enrol import revoke_person
from app.hub.judge import certified_keys
from app.hub.local import LocalHub
from app.hub.lost_passwords import LaptopPerson, give_password
from app.hub.mirrors import Mirrored
from app.hub.restored import say_again
from app.hub.terms import renew
from app.usecases.ports import Act
from app.wire.certificate import MOST_ENTRIES
from app.wire.columns import decode_entries
from app.wire.payload import decode_payload, encode_payload
from tests.sync.conftest import Back, NewLaptop
from tests.sync.laptop import VILLAGE, Laptop
from tests.sync.test_let_in_again import back_again, state_of, there

pytestmark = pytest.mark.both_stores


@dataclass
class Folder:
    """A laptop's folder at the district; whoever sits at it has another key from then on."""

    laptop: Laptop

    @property
    def person(self) -> LaptopPerson:
        """Whoever sits at it."""
        actor, key = self.laptop.actor, self.laptop.signing.public_key().public_bytes_raw()
        return LaptopPerson("1", actor.person, actor.name, actor.role, key)

    def people(self, folder: Path) -> Sequence[LaptopPerson]:
        """Him alone."""
        return [self.person]

    def reset(self, folder: Path, key: X25519PrivateKey, slot: str, new: str) -> None:
        """His disk seals with another key."""
        self.laptop.signing = Ed25519PrivateKey.generate()
        vars(self.laptop).update(vars(self.laptop.reopen()))

    def keep_word(self, folder: Path, key: X25519PrivateKey, who: str, word: bytes) -> None:
        """Beside the store."""
        self.laptop.words.keep(who, word)

    def journal(self, folder: Path, key: X25519PrivateKey) -> Mirrored:
        """Nobody asks for it."""
        raise NotImplementedError


def give(hub: LocalHub, laptop: Laptop) -> None:
    """A new password by the district."""
    folder = Folder(laptop)
    assert give_password(hub.district, folder, laptop.folder, folder.person, "kata sandi baru") == VILLAGE


@pytest.fixture
def given(hub: LocalHub, new_laptop: NewLaptop, yesterday: Callable[[], Back]) -> tuple[Laptop, Back]:
    """A laptop whose official got a password behind the backup, and has not exchanged since."""
    laptop = new_laptop()
    laptop.enrol(hub)
    laptop.visit("f-1")
    laptop.exchange()
    back = yesterday()
    give(hub, laptop)
    return laptop, back


def object_to(laptop: Laptop, family: str) -> None:
    """An act of weight, which counts under its author's seal alone."""
    laptop.journal.record(Act(family, ObjectionFiled("Baso", True, "lain", "", "keberatan")))


def why(hub: LocalHub) -> list[str]:
    """Why each objection does not count at the district, empty where it does."""
    with hub.district.database.read() as connection:
        told = select(tables.entry.c.reason).where(tables.entry.c.kind == "objection_filed")
        return list(connection.execute(told.order_by(tables.entry.c.turn)).scalars())


def said_of_key(hub: LocalHub, laptop: Laptop) -> int:
    """How often the district certified the key that the laptop seals with."""
    key = laptop.signing.public_key().public_bytes_raw()
    with hub.district.database.read() as connection:
        told = select(tables.entry).where(tables.entry.c.kind == "person_certified")
        said = [decode_payload(row.kind, row.version, row.payload) for row in connection.execute(told)]
    return sum(isinstance(one, PersonCertified) and one.public_key == key for one in said)


def test_what_he_did_with_the_new_password_counts_at_the_restored_district(
    hub: LocalHub, given: tuple[Laptop, Back]
) -> None:
    laptop, back = given
    now = back(hub)
    object_to(laptop, "f-1")
    assert laptop.exchange(now.url).quarantined == ()
    assert why(now) == [""]
    assert state_of(now, laptop.actor.person) == ("operator", True)
    object_to(laptop, "f-2")
    assert laptop.exchange(now.url).quarantined == ()
    assert (why(now), said_of_key(now, laptop)) == (["", ""], 1)


def test_the_same_by_stick(hub: LocalHub, given: tuple[Laptop, Back], tmp_path: Path) -> None:
    laptop, back = given
    now = back(hub)
    object_to(laptop, "f-1")
    for number in range(2):
        there(laptop, now, tmp_path / f"there{number}")
    assert back_again(laptop, now, tmp_path / "back.balai").set_aside == ()
    there(laptop, now, tmp_path / "there2")
    assert (why(now), said_of_key(now, laptop)) == ([""], 1)


def test_the_same_where_the_laptop_heard_of_it_and_the_district_was_restored_again(
    hub: LocalHub, given: tuple[Laptop, Back]
) -> None:
    laptop, back = given
    laptop.exchange()  # from now on it holds the district's chain as far as it got
    now = back(hub)
    object_to(laptop, "f-1")
    laptop.exchange(now.url)
    assert (laptop.exchange(now.url).quarantined, why(now), said_of_key(now, laptop)) == ((), [""], 1)


def test_where_no_district_was_restored_nothing_is_said_again(hub: LocalHub, given: tuple[Laptop, Back]) -> None:
    laptop, _ = given
    object_to(laptop, "f-1")
    for _ in range(2):
        assert laptop.exchange().quarantined == ()
    assert (why(hub), said_of_key(hub, laptop)) == ([""], 1)


def test_whom_the_restored_district_stopped_gets_no_key_by_an_old_word(
    hub: LocalHub, given: tuple[Laptop, Back]
) -> None:
    laptop, back = given
    now = back(hub)
    revoke_person(now.district, VILLAGE, laptop.actor.person, "pindah", by="Rahma")
    object_to(laptop, "f-1")
    laptop.exchange(now.url)
    assert said_of_key(now, laptop) == 0
    assert all(why(now))


def test_the_role_that_the_restored_district_gave_since_goes_on_holding(
    hub: LocalHub, given: tuple[Laptop, Back]
) -> None:
    laptop, back = given
    now = back(hub)
    renew(now.district, VILLAGE, laptop.actor.person, "enumerator", ("001/001",), "", by="Rahma")
    laptop.visit("f-1")
    laptop.exchange(now.url)
    assert said_of_key(now, laptop) == 1
    assert state_of(now, laptop.actor.person) == ("enumerator", True)


def test_a_word_of_which_a_byte_was_changed_certifies_nobody(hub: LocalHub, given: tuple[Laptop, Back]) -> None:
    laptop, back = given
    now = back(hub)
    (word,) = laptop.words.all()
    entries = decode_entries(word, MOST_ENTRIES)
    forged = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    for at, one in enumerate(entries):
        said = decode_payload(one.kind, one.version, one.payload)
        if isinstance(said, PersonCertified):
            kind, version, payload = encode_payload(replace(said, public_key=forged))
            entries[at] = replace(one, kind=kind, version=version, payload=payload)
    with now.district.database.write(VILLAGE) as connection:
        assert say_again(connection, now.district, VILLAGE, entries) == 0
        assert say_again(connection, now.district, VILLAGE, entries[1:]) == 0
        assert forged not in certified_keys(connection, VILLAGE)[laptop.actor.person]
        assert say_again(connection, now.district, VILLAGE, decode_entries(word, MOST_ENTRIES)) == 1
