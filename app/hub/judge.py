"""Whether an entry counts: certificate, role, RTs and keys are checked again, whatever the laptop thought of them."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import BindParameter, Connection, Row, bindparam, select

from app.domain.entry import Entry
from app.domain.errors import Refused
from app.domain.payloads import ChangeProposed, Payload, PersonAdded, PersonChanged, Sealed, is_weighty
from app.domain.policy import HEAD, SECOND_SIGNER, UNKNOWN_PLACE, Holder, is_of_district, may, place_of
from app.hub.database import chunks
from app.hub.matches import todays
from app.hub.tables import entry, family, person, proposal, revoked, seal
from app.wire.payload import decode_payload
from app.wire.seal import seal_holds

CURABLE: Final = (
    "author_unknown",
    "author_unconfirmed",
    "author_unsealed",
    "author_inactive",
    "certificate_ended",
    "not_allowed",
)
"""Reasons that may fall away when the district learns more about the author."""

_CONFIRMED_ONLY: Final = frozenset({HEAD, SECOND_SIGNER})
"""Roles that a laptop cannot give: until the district certifies the person, his endorsements wait."""

_AT: BindParameter[str] = bindparam("at_village")
_FAMILIES: BindParameter[Any] = bindparam("families", expanding=True)
_PEOPLE = select(person).where(person.c.village == _AT)
_REVOKED = select(revoked.c.public_key).where(revoked.c.village == _AT)
_COVERS = select(seal.c.covers).where(
    seal.c.village == _AT, seal.c.chain == bindparam("at_chain"), seal.c.author == bindparam("author")
)
_PROPOSED_PLACES = select(proposal.c.family, proposal.c.rt, proposal.c.rw).where(
    proposal.c.village == _AT, proposal.c.family.in_(_FAMILIES), proposal.c.kind == "new_family"
)
_LISTED_PLACES = select(family.c.family, family.c.rt, family.c.rw).where(
    family.c.village == _AT, family.c.family.in_(_FAMILIES)
)


@dataclass(frozen=True, slots=True)
class Judged:
    """An entry with what it says (None where that cannot be read) and why it does not count (empty: it counts)."""

    entry: Entry
    payload: Payload | None
    reason: str


class Judge:
    """Judges entries of one village as far as the district knows its people now."""

    def __init__(self, connection: Connection, code: str, entries: Collection[Entry], now_ms: int) -> None:
        """`entries` are those that will be judged; they need not be in the database yet."""
        self._connection = connection
        self._fresh = {(str(one.chain), one.seq): one.hash for one in entries}
        self._code = code
        self._today = datetime.fromtimestamp(now_ms / 1000, UTC).date().isoformat()
        self._people: dict[str, Row[Any]] = {}
        self._revoked: set[bytes] = set()
        self.learn_people(connection)
        self._places = _places(connection, code, {one.subject for one in entries})

    def learn_people(self, connection: Connection) -> None:
        """Look again at who is who."""
        rows = connection.execute(_PEOPLE, {"at_village": self._code})
        self._people = {row.person: row for row in rows}
        gone = connection.execute(_REVOKED, {"at_village": self._code})
        self._revoked = set(gone.scalars())

    def judge(self, one: Entry, *, of_district: bool) -> Judged:
        """What `one` says and whether it counts; `of_district` where it stands on the district's own chain."""
        try:
            payload = decode_payload(one.kind, one.version, one.payload)
        except Refused as refused:
            return Judged(one, None, refused.code)
        if of_district:
            return Judged(one, payload, "")
        reason = self._reason(one, payload)
        if not reason and _is_new_family(one, payload):
            self._places[one.subject] = _place_of_new(payload)
        return Judged(one, payload, reason)

    def _reason(self, one: Entry, payload: Payload) -> str:
        if is_of_district(payload):
            return "not_district"
        author = self._people.get(one.author)
        if author is None:
            return "author_unknown"
        if author.public_key in self._revoked:
            return "key_revoked"
        if isinstance(payload, Sealed) and not self._stands(payload, one, author.public_key):
            return "seal_wrong"
        if not author.active:
            return "author_inactive"
        if author.until and author.until < self._today:
            return "certificate_ended"
        if isinstance(payload, PersonAdded) and payload.person == one.author:
            return ""
        holder = Holder(author.role, tuple(json.loads(author.rts)))
        place = self._places.get(one.subject, UNKNOWN_PLACE)
        if not may(holder, payload, place) or not self._may_change_people(author, payload):
            return "not_allowed"
        if holder.rts and place == UNKNOWN_PLACE and _place_of_new(payload) and not _is_new_family(one, payload):
            return "not_allowed"
        if (is_weighty(payload) or self._changes_key(payload)) and not self._is_sealed(one):
            return "author_unsealed"
        if one.kind == "endorsed" and author.role in _CONFIRMED_ONLY and not author.certified:
            return "author_unconfirmed"
        return ""

    def _stands(self, said: Sealed, one: Entry, public_key: bytes) -> bool:
        """Whether this key made the seal, over what the chain really holds there."""
        if not 0 < said.seq < one.seq or not seal_holds(said, one.chain, public_key):
            return False
        held = self._fresh.get((one.chain, said.seq))
        if held is None:
            where = [entry.c.village == self._code, entry.c.chain == one.chain, entry.c.seq == said.seq]
            held = self._connection.execute(select(entry.c.hash).where(*where)).scalar()
        return held is not None and bytes(held) == said.head

    def _is_sealed(self, one: Entry) -> bool:
        """Whether its author's key stands behind it, so that nobody acts in the name of another."""
        mine = {"at_village": self._code, "at_chain": one.chain, "author": one.author}
        covers = self._connection.execute(_COVERS, mine).scalar()
        return covers is not None and covers >= one.seq

    def _may_change_people(self, author: Row[Any], payload: Payload) -> bool:
        """Only a head may touch a head, or give somebody who is known already another key."""
        if not isinstance(payload, PersonAdded | PersonChanged) or author.role == HEAD:
            return True
        held = self._people.get(payload.person)
        heads = payload.role == HEAD or (held is not None and held.role == HEAD)
        return not heads and not self._changes_key(payload)

    def _changes_key(self, payload: Payload) -> bool:
        held = self._people.get(payload.person) if isinstance(payload, PersonAdded) else None
        return held is not None and isinstance(payload, PersonAdded) and held.public_key != payload.public_key


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
        for statement in (_PROPOSED_PLACES, _LISTED_PLACES):
            rows = connection.execute(statement, {"at_village": code, "families": some})
            found.update({row.family: place_of(row.rt, row.rw) for row in rows})
    return {one: found[names.get(one, one)] for one in subjects if names.get(one, one) in found}
