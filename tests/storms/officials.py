"""Several people at one laptop: who is added, rests and serves again, gets a new password, and who unlocks it next."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.domain.entry import VILLAGE as EVERYBODY
from app.domain.errors import Refused
from app.domain.ids import PersonId
from app.domain.payloads import PersonAdded, PersonChanged
from app.domain.policy import ENUMERATOR, OPERATOR, SECOND_SIGNER
from app.hub.lost_passwords import LaptopPerson, give_password
from app.hub.mirrors import Mirrored
from app.storage.custody import gave_away
from app.storage.integrity import check_against_anchor
from app.storage.journal import Origin
from app.storage.officials import Official, official
from app.storage.people import MANAGERS
from app.usecases.ports import Act, Actor
from app.wire.trust import person_id
from tests.storms.world import World, written_by
from tests.sync.laptop import VILLAGE, Laptop

ADDED: Final = ((ENUMERATOR, ("001/001",)), (OPERATOR, ()), (SECOND_SIGNER, ()), (ENUMERATOR, ()))


def unlock(world: World, who: int, whose: int, much: int) -> None:
    """It is locked, or the power goes, and one of its people unlocks it."""
    laptop = world.laptop(who)
    if much % 2:
        laptop.journal.seal()
    may = may_unlock(world, laptop)
    if may:
        actor, key = may[whose % len(may)]
        seat(world, who, actor, key)


def add_official(world: World, who: int, what: int, much: int) -> None:
    """Another person gets a way into this laptop; the next time perhaps he unlocks it."""
    laptop = world.laptop(who)
    key = Ed25519PrivateKey.from_private_bytes(world.secret())
    public = key.public_key().public_bytes_raw()
    role, rts = ADDED[what % len(ADDED)]
    one = Actor(person_id(public), f"Rekan {world.secrets}", role, rts)
    if laptop.actor.role in MANAGERS:
        laptop.journal.record(Act(EVERYBODY, PersonAdded(one.person, one.name, role, public, rts)))
        world.known_at(laptop.keys.device, one, key)
        if much % 2:
            unlock(world, who, len(world.hands[laptop.keys.device]) - 1, much // 2)


def change_official(world: World, who: int, whom: int, much: int) -> None:
    """Somebody rests, serves again, or gets another role or other RTs by the village's own word."""
    laptop = world.laptop(who)
    others = [one for one in _known(world, laptop) if one.id != laptop.actor.person]
    if others and laptop.actor.role in MANAGERS:
        one = others[whom % len(others)]
        role, rts = ADDED[much % len(ADDED)] if much % 3 == 2 else (one.role, one.rts)
        said = PersonChanged(one.id, one.name, role, rts, active=not one.active if much % 3 != 2 else one.active)
        laptop.journal.record(Act(EVERYBODY, said))


def new_password(world: World, who: int, whom: int, much: int) -> None:
    """Somebody forgot his password: whoever sits there gives him a new one, or the district does, and with it he has
    another key."""
    laptop = world.laptop(who)
    others = [one for one in world.hands[laptop.keys.device] if one[0].person != laptop.actor.person]
    if much % 2 == 0:
        laptop.close()
        folder = _Folder(world, laptop)
        people = folder.people(laptop.folder)
        one = people[whom % len(people)]
        try:
            with suppress(Refused):  # the district does not know him, or stopped him
                give_password(world.district, folder, laptop.folder, one, "kata sandi baru")
        finally:
            world.put(who, laptop)
        if folder.fresh is not None:
            seat(world, who, *folder.fresh)
    elif others and laptop.actor.role in MANAGERS:
        other, _ = others[whom % len(others)]
        key = Ed25519PrivateKey.from_private_bytes(world.secret())
        known = _official(laptop, other.person)
        if known is not None:
            public = key.public_key().public_bytes_raw()
            laptop.journal.record(Act(EVERYBODY, PersonAdded(known.id, known.name, known.role, public, known.rts)))
            world.known_at(laptop.keys.device, other, key)


def seat(world: World, who: int, actor: Actor, key: Ed25519PrivateKey) -> None:
    """He unlocks it, as the program opens a desk: what the mirror has more is fetched, photos of which nothing tells
    are swept, his key is introduced, and he acts in the role that the district certified."""
    laptop = world.close_laptop(who)
    laptop.actor, laptop.signing = actor, key
    world.put(who, laptop)
    laptop = world.laptop(who)
    check_against_anchor(laptop.database, laptop.anchor, laptop.mirror)
    laptop.evidence.forget_untold(())
    known = _official(laptop, actor.person)
    if known is not None:
        role = known.role if known.certified else actor.role
        laptop.close()
        laptop.actor = replace(actor, role=role, rts=known.rts)
        world.put(who, laptop)
        laptop = world.laptop(who)
    laptop.journal.start(Origin(laptop.keys.device, VILLAGE, ""))


def may_unlock(world: World, laptop: Laptop) -> list[tuple[Actor, Ed25519PrivateKey]]:
    """Whoever this disk lets in: it knows him, he did not hand it over, and does not rest."""
    with laptop.database.read() as connection:
        gone = gave_away(connection, laptop.keys.device)
        keys = {(str(a), bytes(b)) for a, b in connection.exec_driver_sql("SELECT person, public_key FROM person_key")}
        resting = set(connection.exec_driver_sql("SELECT id FROM person WHERE NOT active").scalars())
    return [
        (one, key)
        for one, key in world.hands[laptop.keys.device]
        if one.person not in gone
        and one.person not in resting
        and (str(one.person), key.public_key().public_bytes_raw()) in keys
    ]


def _known(world: World, laptop: Laptop) -> list[Official]:
    found = (_official(laptop, one.person) for one, _ in world.hands[laptop.keys.device])
    return [one for one in found if one is not None]


def _official(laptop: Laptop, person: PersonId) -> Official | None:
    with laptop.database.read() as connection:
        return official(connection, person)


@dataclass
class _Folder:
    """A laptop's folder for the district that gives somebody a new password: the people of a storm's laptop are its
    world's."""

    world: World
    laptop: Laptop
    fresh: tuple[Actor, Ed25519PrivateKey] | None = field(default=None)

    def people(self, folder: Path) -> list[LaptopPerson]:
        """Whoever may unlock it."""
        hands = dict.fromkeys(one.person for one, _ in self.world.hands[self.laptop.keys.device])
        newest = {
            one.person: (one, key.public_key().public_bytes_raw())
            for one, key in self.world.hands[self.laptop.keys.device]
        }
        return [LaptopPerson(who, who, newest[who][0].name, newest[who][0].role, newest[who][1]) for who in hands]

    def reset(self, folder: Path, key: X25519PrivateKey, slot: str, new: str) -> None:
        """He has another key from now on."""
        one = next(one for one, _ in self.world.hands[self.laptop.keys.device] if one.person == slot)
        self.fresh = one, Ed25519PrivateKey.from_private_bytes(self.world.secret())
        self.world.known_at(self.laptop.keys.device, *self.fresh)

    def keep_word(self, folder: Path, key: X25519PrivateKey, who: str, word: bytes) -> None:
        """Beside the store, as the program keeps it."""
        self.laptop.words.keep(who, word)

    def journal(self, folder: Path, key: X25519PrivateKey) -> Mirrored:
        """What it wrote itself."""
        return Mirrored(written_by(self.laptop), 0)
