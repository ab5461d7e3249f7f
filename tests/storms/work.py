"""What people do at their laptops."""

from __future__ import annotations

from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.contest import Row, base_rows, visit_contest
from app.domain.entry import VILLAGE as EVERYBODY
from app.domain.errors import Refused
from app.domain.ids import EntryId, PackId
from app.domain.payloads import (
    ChangeProposed,
    DeviceHandedOver,
    Endorsed,
    Evidence,
    FieldChange,
    ItemDecided,
    NewFamily,
    NewMember,
    Payload,
    PersonAdded,
)
from app.domain.policy import NOT_ALLOWED, OUTSIDE_RTS
from app.domain.proposal_course import AGREED
from app.domain.rivals import rivals
from app.domain.twins import Proposed, compare
from app.storage.reading import SqlReading
from app.usecases.contests import BASE, TWINS, VISITS, ContestDetail
from app.usecases.ports import Act, Actor
from app.usecases.reading import ProposalFilter
from app.usecases.settle import (
    KeepBoth,
    MergeProposals,
    SettleBase,
    SettleRivals,
    SettleVisits,
    TellApart,
    UndoSettling,
)
from app.wire.trust import person_id
from tests.storms.world import World
from tests.sync.laptop import Laptop

FAMILIES: Final = ("f-1", "f-2")
LANDO: Final = NewFamily("", "Jl. Baru", "Dua", "004", "001", (NewMember("Yohanes Lando", "", "1979-02-03", "1", "1"),))
"""A family that the list lacks, until the district lists it (`tests.storms.office`)."""


def work(world: World, who: int, what: int, much: int) -> None:
    """A visit with a photo, a visit, or a proposal."""
    laptop, words = world.laptop(who), world.next_words()
    family = FAMILIES[what % 2]
    if what % 3 == 2:
        changes = (FieldChange("head_name", "NUR", f"NUR {world.acts % 5}"),)
        told = bool(may_record(laptop, Act(family, ChangeProposed("correction", changes=changes, note=words))))
    else:
        photos = (laptop.photo(words, 2_000 + much * 100),) if what % 3 else ()
        told = may_visit(laptop, family, *photos, note=words, fuel=str(1 + much % 2))
    if told:
        world.done.append(words)


def propose_family(world: World, who: int, what: int, much: int) -> None:
    """The same family is proposed by whoever has not heard of it, and visited."""
    laptop, words = world.laptop(who), world.next_words()
    with laptop.database.read() as connection:
        seen = connection.exec_driver_sql("SELECT id FROM pack WHERE applied = 2").scalar()
    family = LANDO if what % 2 else replace(LANDO, address="Jl. Lama")
    said = ChangeProposed("new_family", new_family=family, base_pack=PackId(str(seen)) if seen else None, note=words)
    made = may_record(laptop, Act("", said))
    if not made:
        return
    world.done.append(words)
    if much % 2:
        words = world.next_words()
        if may_visit(laptop, str(made[0]), note=words):
            world.done.append(words)


def settle(world: World, who: int, what: int, much: int) -> None:
    """Somebody settles what is contested, or takes a settling back."""
    laptop = world.laptop(who)
    reading = SqlReading(laptop.database, laptop.wall)
    contested, settled = reading.contests(), reading.settlings(50)
    if contested and (what % 3 or not settled):
        detail = reading.contest(contested[what % len(contested)].key)
        if detail is not None:
            with NotAllowed():
                _settle(laptop, detail, much)
    elif settled:
        with NotAllowed():
            UndoSettling(laptop.journal)(settled[what % len(settled)])


def _settle(laptop: Laptop, detail: ContestDetail, much: int) -> None:
    family, one, two = detail.standing.id, detail.proposal, detail.other_proposal
    if detail.key.kind == VISITS:
        contest = visit_contest(detail.standing)
        assert contest is not None
        SettleVisits(laptop.journal)(family, contest, {row.key: much % len(contest.words) for row in contest.rows})
    elif detail.key.kind == BASE:
        assert one is not None
        picks = _picks(base_rows(one, detail.standing.family), much)
        SettleBase(laptop.journal)(family, one, detail.standing.family, picks)
    elif detail.key.kind == TWINS:
        assert one is not None
        assert two is not None
        assert detail.other is not None
        twins = compare(Proposed(one.id, detail.standing.family), Proposed(two.id, detail.other.family))
        if much % 3:
            MergeProposals(laptop.journal)(twins, one, two, _picks(twins.rows, much) | twins.usual())
        else:
            TellApart(laptop.journal)(twins, "dua keluarga")
    else:
        pairs = [pair for pair in rivals(detail.standing) if detail.key.other == pair.second.id]
        pair = next(pair for pair in pairs if detail.key.proposal == pair.first.id)
        if much % 3:
            SettleRivals(laptop.journal)(family, pair, _picks(pair.rows, much))
        else:
            KeepBoth(laptop.journal)(family, pair, "keduanya benar")


def _picks(rows: tuple[Row, ...], much: int) -> dict[str, int]:
    return {row.key: much % 2 for row in rows}


def village_word(world: World, who: int, what: int, much: int) -> None:
    """The meeting agrees to what stands first, or its head puts his name to what was agreed."""
    laptop = world.laptop(who)
    rows = SqlReading(laptop.database, laptop.wall).proposals(ProposalFilter(), 0, 50)
    if not rows:
        return
    one = rows[what % len(rows)]
    said: Payload = ItemDecided(one.id, AGREED, "2026-11-20", note=str(much))
    if laptop.actor.role == "head" and much % 2:
        said = Endorsed(one.id)
    with suppress(Refused):
        laptop.journal.record(Act(one.family, said))


def hand_over(world: World, who: int, what: int, much: int) -> None:
    """The laptop goes to somebody who is new, as its journal tells it; whoever had it has no way in any more."""
    laptop = world.laptop(who)
    key = Ed25519PrivateKey.from_private_bytes(world.secret())
    public = key.public_key().public_bytes_raw()
    taker = Actor(person_id(public), f"Pengganti {world.secrets}", laptop.actor.role)
    added = PersonAdded(taker.person, taker.name, taker.role, public)
    handed = DeviceHandedOver(laptop.actor.person, taker.person)
    if not may_record(laptop, Act(EVERYBODY, added), Act(EVERYBODY, handed)):
        return
    laptop.journal.seal()
    world.known_at(laptop.keys.device, taker, key)
    world.close_laptop(who)
    laptop.actor, laptop.signing = taker, key
    world.put(who, laptop)


class NotAllowed(AbstractContextManager[None]):
    """Whose role or RTs forbid an act is told so, and nothing was recorded."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        return isinstance(error, Refused) and error.code in (NOT_ALLOWED, OUTSIDE_RTS)


def may_record(laptop: Laptop, *acts: Act) -> tuple[EntryId, ...]:
    """Record it; empty where whoever sits there may not."""
    with NotAllowed():
        return laptop.journal.record(*acts)
    return ()


def may_visit(laptop: Laptop, family: str, *photos: Evidence, note: str, fuel: str = "3") -> bool:
    """The same of a visit."""
    with NotAllowed():
        laptop.visit(family, *photos, note=note, fuel=fuel)
        return True
    return False
