"""Whether an entry counts: certificate, role, RTs and keys are checked again, whatever the laptop thought of them."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import BindParameter, Connection, bindparam, exists, select

from app.domain.entry import Entry
from app.domain.errors import Refused
from app.domain.ids import device_of
from app.domain.payloads import (
    ChangeProposed,
    KeyRevoked,
    Payload,
    PersonAdded,
    PersonCertified,
    PersonChanged,
    Sealed,
    is_weighty,
)
from app.domain.policy import HEAD, SECOND_SIGNER, UNKNOWN_PLACE, Holder, is_of_district, may, place_of
from app.domain.revocation import Order, holds_from
from app.domain.sealing import Stand, judged_at
from app.domain.tenure import has_ended
from app.hub.chain import ENTRY_COLUMNS, entry_of
from app.hub.database import chunks
from app.hub.matches import todays
from app.hub.ready import Ready, among, ask, rows
from app.hub.sealed import covered_by
from app.hub.tables import alias, device, entry, family, person, proposal, revoked, seal
from app.hub.times import ArrivalTimes
from app.wire.payload import decode_payload

CURABLE: Final = (
    "author_unknown",
    "author_unconfirmed",
    "author_unsealed",
    "author_inactive",
    "certificate_ended",
    "key_revoked",
    "not_allowed",
    "seal_wrong",
)
"""Reasons that may fall away when the district learns more about the author, such as a key that he got meanwhile."""

_CONFIRMED_ONLY: Final = frozenset({HEAD, SECOND_SIGNER})
"""Roles that a laptop cannot give: until the district certifies the person, his endorsements wait."""

_AT: BindParameter[str] = bindparam("at_village")
_ANY_REVOKED = exists().where(revoked.c.village == person.c.village)
_ANY_RENAMED = exists().where(alias.c.village == person.c.village)
PEOPLE = Ready(
    select(person, _ANY_REVOKED.label("any_revoked"), _ANY_RENAMED.label("any_renamed")).where(person.c.village == _AT)
)
_REVOKED = select(revoked.c.public_key).where(revoked.c.village == _AT)
_DEVICES = select(device.c.device, device.c.signing_key).where(device.c.village == _AT)
_COVERS = Ready(
    select(seal.c.covers).where(
        seal.c.village == _AT, seal.c.chain == bindparam("at_chain"), seal.c.author == bindparam("author")
    )
)
_PROPOSED_PLACES = Ready(
    select(proposal.c.family, proposal.c.rt, proposal.c.rw).where(
        proposal.c.village == _AT, among(proposal.c.family, "families"), proposal.c.kind == "new_family"
    )
)
_LISTED_PLACES = Ready(
    select(family.c.family, family.c.rt, family.c.rw).where(family.c.village == _AT, among(family.c.family, "families"))
)


@dataclass(frozen=True, slots=True)
class Judged:
    """An entry with what it says (None where that cannot be read) and why it does not count (empty: it counts)."""

    entry: Entry
    payload: Payload | None
    reason: str


class Judge:
    """Judges entries of one village as far as the district knows its people now."""

    def __init__(
        self,
        connection: Connection,
        code: str,
        entries: Collection[Entry],
        now_ms: int = 0,
        people: Sequence[Any] | None = None,
    ) -> None:
        """`entries` are those that will be judged; they need not be in the database yet where they arrive `now_ms`.
        `people` is what `PEOPLE` gave, where somebody has asked in this transaction and nothing was changed since."""
        self._connection = connection
        self._fresh = {(str(one.chain), one.seq): one for one in entries}
        self._times: ArrivalTimes | None = None
        self._now = now_ms
        self._code = code
        self._people: dict[str, Any] = {}
        self._devices: dict[str, bytes] = {}
        self._revoked: dict[bytes, Order] = {}
        self._certified: dict[str, set[bytes]] = {}
        """Person -> keys that the district has certified; read where anything was revoked, or a seal asks for it."""
        self._certified_read = False
        self._resting: dict[str, Order] | None = None
        self._subjects = {one.subject for one in entries}
        self._listed: dict[str, str] | None = None
        self._new: dict[str, str] = {}
        self.any_renamed = True
        """Whether any family of the village goes by more than one name."""
        self.learn_people(connection, people)

    def learn_people(self, connection: Connection, people: Sequence[Any] | None = None) -> None:
        """Look again at who is who, unless `people` tells it."""
        people = people if people is not None else rows(connection, PEOPLE, {"at_village": self._code})
        self._people = {row.person: row for row in people}
        self.any_renamed = not people or people[0].any_renamed
        gone: set[bytes] = set()
        if not people or people[0].any_revoked:
            gone = {bytes(key) for key in connection.execute(_REVOKED, {"at_village": self._code}).scalars()}
        if gone - self._revoked.keys():
            self._revoked |= revocations(connection, self._code)
        if self._revoked:
            self._devices = {
                row.device: bytes(row.signing_key) for row in connection.execute(_DEVICES, {"at_village": self._code})
            }
            for who, keys in certified_keys(connection, self._code).items():
                self._certified.setdefault(who, set()).update(keys)

    def judge(self, one: Entry, *, of_district: bool) -> Judged:
        """What `one` says and whether it counts; `of_district` where it stands on the district's own chain."""
        try:
            payload = decode_payload(one.kind, one.version, one.payload)
        except Refused as refused:
            return Judged(one, None, refused.code)
        if of_district:
            if isinstance(payload, KeyRevoked):
                _note(self._revoked, payload, one)
            elif isinstance(payload, PersonCertified):
                self._certified.setdefault(payload.person, set()).add(payload.public_key)
            return Judged(one, payload, "")
        reason = self._reason(one, payload)
        if not reason and _is_new_family(one, payload):
            self._new[one.subject] = _place_of_new(payload)
        return Judged(one, payload, reason)

    def _reason(self, one: Entry, payload: Payload) -> str:
        if is_of_district(payload):
            return "not_district"
        covered = self._covered(one, payload)
        stand = judged_at(Stand.of(one), Stand.of(covered) if covered is not None else None)
        if self._is_revoked(self._devices.get(device_of(one.chain), b""), stand):
            return "device_revoked"
        author = self._people.get(one.author)
        if author is None:
            return "author_unknown"
        if self._is_stopped(author, stand):
            return "key_revoked"
        if isinstance(payload, Sealed) and (covered is None or not self._is_key_of(author, payload.public_key, stand)):
            return "seal_wrong"
        if not author.active and not isinstance(payload, Sealed) and self._rests(one):
            # His key still stands behind what he wrote while he was active, such as that he rests from now on.
            return "author_inactive"
        if author.until and self._has_ended(author.until, stand):
            return "certificate_ended"
        if isinstance(payload, PersonAdded) and payload.person == one.author:
            return ""
        holder = Holder(author.role, tuple(json.loads(author.rts)))
        place = self._place(one.subject) if holder.rts else UNKNOWN_PLACE  # nobody else is asked where
        if not may(holder, payload, place) or not self._may_change_people(author, payload):
            return "not_allowed"
        if holder.rts and place == UNKNOWN_PLACE and _place_of_new(payload) and not _is_new_family(one, payload):
            return "not_allowed"
        if (is_weighty(payload) or self._changes_key(payload)) and not self._is_sealed(one):
            return "author_unsealed"
        if one.kind == "endorsed" and author.role in _CONFIRMED_ONLY and not author.certified:
            return "author_unconfirmed"
        return ""

    def _has_ended(self, until: str, stand: Stand) -> bool:
        if self._times is None:
            self._times = ArrivalTimes(self._connection, self._code, self._fresh, self._now)
        return has_ended(until, stand.order[1:], stand.at_ms, stand.floor_ms, self._times)

    def _place(self, subject: str) -> str:
        """RT and RW of a family that is written about."""
        if self._listed is None:
            self._listed = _places(self._connection, self._code, self._subjects)
        return self._new.get(subject) or self._listed.get(subject, UNKNOWN_PLACE)

    def _rests(self, one: Entry) -> bool:
        """Whether it stands behind the word that its author rests; a word that came in this very batch is not written
        yet, and everything that is judged after it stands behind it."""
        if self._resting is None:
            self._resting = _resting(self._connection, self._code)
        place = self._resting.get(one.author)
        return place is None or one.order > place

    def _is_revoked(self, key: bytes, stand: Stand) -> bool:
        """Whether it stands behind the revocation of a key: what was written before goes on counting, by whatever road
        and however late it comes."""
        place = self._revoked.get(key)
        return place is not None and stand.order > place

    def _is_stopped(self, author: Any, stand: Stand) -> bool:
        """Whether it stands behind the revocation of all keys of its author that the district certified, of somebody
        whom it never certified of the one he has. A new password from the village undoes no word of the district."""
        keys = self._certified.get(author.person) or {bytes(author.public_key)}
        return all(self._is_revoked(key, stand) for key in keys)

    def _covered(self, one: Entry, payload: Payload) -> Entry | None:
        """The last entry that a seal covers, where its key made it over what the chain really holds there."""
        if not isinstance(payload, Sealed):
            return None
        return covered_by(self._connection, self._code, one, payload, self._fresh)

    def _is_key_of(self, author: Any, public_key: bytes, stand: Stand) -> bool:
        """Whether a seal's key is its author's, or one that the district certified before he got a new one: such a seal
        may come later than the word about the new one."""
        if public_key == bytes(author.public_key):
            return True
        if not self._certified_read:
            self._certified_read = True
            for who, keys in certified_keys(self._connection, self._code).items():
                self._certified.setdefault(who, set()).update(keys)
        return public_key in self._certified.get(author.person, ()) and not self._is_revoked(public_key, stand)

    def _is_sealed(self, one: Entry) -> bool:
        """Whether its author's key stands behind it, so that nobody acts in the name of another."""
        mine = {"at_village": self._code, "at_chain": one.chain, "author": one.author}
        covers = rows(self._connection, _COVERS, mine)
        return bool(covers) and covers[0].covers >= one.seq

    def _may_change_people(self, author: Any, payload: Payload) -> bool:
        """Only a head may touch a head, or give somebody who is known already another key."""
        if not isinstance(payload, PersonAdded | PersonChanged) or author.role == HEAD:
            return True
        held = self._people.get(payload.person)
        heads = payload.role == HEAD or (held is not None and held.role == HEAD)
        return not heads and not self._changes_key(payload)

    def _changes_key(self, payload: Payload) -> bool:
        held = self._people.get(payload.person) if isinstance(payload, PersonAdded) else None
        return held is not None and isinstance(payload, PersonAdded) and held.public_key != payload.public_key


def _resting(connection: Connection, code: str) -> dict[str, Order]:
    """Person -> from where on he rests, by the newest word about it; whoever serves is not among them."""
    rows = connection.execute(
        select(*ENTRY_COLUMNS).where(entry.c.village == code, entry.c.kind == "person_changed", entry.c.reason == "")
    )
    found: dict[str, Order] = {}
    for one in sorted(map(entry_of, rows), key=lambda one: one.order):
        said = decode_payload(one.kind, one.version, one.payload)
        if isinstance(said, PersonChanged) and said.active:
            found.pop(said.person, None)
        elif isinstance(said, PersonChanged):
            found.setdefault(said.person, one.order)
    return found


def revocations(connection: Connection, code: str) -> dict[bytes, Order]:
    """Key -> the place of its first revocation."""
    rows = connection.execute(
        select(*ENTRY_COLUMNS).where(entry.c.village == code, entry.c.kind == "key_revoked", entry.c.reason == "")
    )
    found: dict[bytes, Order] = {}
    for one in map(entry_of, rows):
        said = decode_payload(one.kind, one.version, one.payload)
        if isinstance(said, KeyRevoked):
            _note(found, said, one)
    return found


def certified_keys(connection: Connection, code: str) -> dict[str, set[bytes]]:
    """Person -> keys that the district has ever certified."""
    rows = connection.execute(
        select(*ENTRY_COLUMNS).where(entry.c.village == code, entry.c.kind == "person_certified", entry.c.reason == "")
    )
    found: dict[str, set[bytes]] = {}
    for one in map(entry_of, rows):
        said = decode_payload(one.kind, one.version, one.payload)
        if isinstance(said, PersonCertified):
            found.setdefault(said.person, set()).add(said.public_key)
    return found


def _note(found: dict[bytes, Order], said: KeyRevoked, one: Entry) -> None:
    place = holds_from(one, said)
    found[said.public_key] = min(place, found.get(said.public_key, place))


def _is_new_family(one: Entry, payload: Payload) -> bool:
    """Whether the entry makes a family of its own known."""
    return one.subject == one.id and bool(_place_of_new(payload))


def _place_of_new(payload: Payload) -> str:
    if isinstance(payload, ChangeProposed) and payload.new_family is not None:
        return place_of(payload.new_family.rt, payload.new_family.rw)
    return UNKNOWN_PLACE


def _places(connection: Connection, code: str, subjects: set[str]) -> dict[str, str]:
    """RT and RW of families, as the list says, else as they were proposed."""
    names = todays(connection, code, subjects)
    found: dict[str, str] = {}
    for some in chunks({names.get(one, one) for one in subjects}):
        where = {"at_village": code, "families": some}
        for places in ask(connection, (_PROPOSED_PLACES, where), (_LISTED_PLACES, where)):
            found.update({row.family: place_of(row.rt, row.rw) for row in places})
    return {one: found[names.get(one, one)] for one in subjects if names.get(one, one) in found}
