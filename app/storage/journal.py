"""The own chain: the only way to write. What `record` returns is on the disk, anchored and mirrored."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection

from app.domain.entry import LARGEST_NUMBER, VILLAGE, Entry, Head, Recorded
from app.domain.errors import Refused, Unavailable
from app.domain.ids import ChainId, DeviceId, EntryId, FamilyId, PersonId, chain_id, entry_id
from app.domain.payloads import KIND_OF, ChangeProposed, DeviceStarted, Payload, PersonAdded, is_weighty
from app.domain.policy import BOUND_TO_RTS, UNKNOWN_PLACE, place_of, why_not
from app.storage.anchor import Anchor
from app.storage.clock import floor_ms
from app.storage.database import Database
from app.storage.entry_rows import insert_entries, recorded, select_entries, set_head
from app.storage.mirror import Mirror, Mirrored
from app.storage.projection import absorb
from app.usecases.ports import Act, Actor, Clock
from app.wire.entry import next_entry
from app.wire.payload import encode_payload
from app.wire.seal import make_seal

OWN: Final = 1
EARLIER: Final = 2
"""`head.own` of the chain that is written now, and of this laptop's earlier incarnations."""

Before = Callable[[Connection], None]
"""Something to be written in the same transaction, before the entries that tell of it."""

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Entry).decode


@dataclass(frozen=True, slots=True)
class Origin:
    """What the first entry of a chain says of the laptop that writes it."""

    device: DeviceId
    village: str
    label: str
    program: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """An entry to be appended; the author's name, time and payload of it."""

    subject: str
    payload: Payload
    author: PersonId
    at_ms: int
    floor_ms: int | None = None
    """What was known of the time when it was written first, where it is told again; else what is known now."""


class SqlJournal:
    """Appends to this laptop's chain in the name of the person who unlocked it."""

    def __init__(
        self,
        database: Database,
        anchor: Anchor,
        mirror: Mirror,
        *,
        actor: Actor,
        signing_key: Ed25519PrivateKey,
        clock: Clock,
    ) -> None:
        self._database = database
        self._anchor = anchor
        self._mirror = mirror
        self._actor = actor
        self._key = signing_key
        self._clock = clock
        self._turn_of_writing = threading.RLock()
        self._unmirrored: list[Entry] = []
        self._unguarded: Unavailable | None = None

    @property
    def unguarded(self) -> Unavailable | None:
        """``saved_unguarded`` (fact: why) while what was recorded lacks its anchor or its copy in the mirror.

        No act fails for it: whoever were told that it failed would do it a second time. Both catch up with the next
        entry or the next opening.
        """
        return self._unguarded

    @property
    def actor(self) -> Actor:
        """In whose name is written."""
        return self._actor

    def start(self, origin: Origin) -> ChainId:
        """Begin this laptop's chain where it has none yet, and introduce the actor's key where the chain does not know
        it; harmless when both are there."""
        with self.writing() as (connection, made):
            chain = own_chain(connection)
            begun: list[Payload] = []
            if chain is None:
                chain = chain_id(origin.device, 1)
                begun.append(DeviceStarted(origin.device, 1, origin.village, origin.label, origin.program))
            public_key = self._key.public_key().public_bytes_raw()
            if not _key_known(connection, self._actor.person, public_key, chain):
                actor = self._actor
                begun.append(PersonAdded(actor.person, actor.name, actor.role, public_key, actor.rts))
            made += self._append(connection, chain, [self._written(VILLAGE, payload) for payload in begun])
        return chain

    def record(self, *acts: Act) -> tuple[EntryId, ...]:
        """Append all of `acts` or none; flushed, anchored and mirrored on return (see `unguarded`).

        An act with a ``new_family`` and no subject gets its own entry's id as subject. Weighty acts are sealed in the
        same transaction. Refused ``not_allowed`` where the role forbids the act, ``journal_not_started``; Unavailable
        ``disk_*``, ``store_busy`` where nothing was recorded.
        """
        return self.record_with(None, *acts)

    def record_with(self, before: Before | None, *acts: Act) -> tuple[EntryId, ...]:
        """As `record`; `before` writes what the entries tell of, in the same transaction."""
        with self.writing() as (connection, made):
            self._check(connection, acts)
            chain = _must_have(own_chain(connection))
            if before is not None:
                before(connection)
            made += self._append(connection, chain, [self._written(act.subject, act.payload) for act in acts])
            names = tuple(entry.id for entry in made)
            if any(is_weighty(act.payload) for act in acts):
                made += self._seal(connection, chain)
        return names

    def seal(self) -> EntryId | None:
        """Seal the head (at lock, change of user, before an exchange); None where this person has nothing unsealed."""
        with self.writing() as (connection, made):
            chain = _must_have(own_chain(connection))
            if _unsealed(connection, chain, self._actor.person):
                made += self._seal(connection, chain)
        return made[-1].id if made else None

    def entries(self, subject: FamilyId) -> Sequence[Recorded]:
        """All entries about one family, also under the ids it had before, in `Entry.order`."""
        with self._database.read() as connection:
            entries = select_entries(
                connection, "WHERE subject = ? OR subject IN (SELECT old FROM alias WHERE new = ?)", (subject, subject)
            )
        return sorted(recorded(entries), key=lambda record: record.entry.order)

    @contextmanager
    def writing(self) -> Iterator[tuple[Connection, list[Entry]]]:
        """One transaction on the own chain; entries put into the list are anchored and mirrored behind its end."""
        with self._turn_of_writing:
            made: list[Entry] = []
            with self._database.write() as connection:
                yield connection, made
            self._acknowledge(made)

    def begin_chain(self, connection: Connection, first: DeviceStarted, again: Iterable[Written]) -> list[Entry]:
        """Write the first entries of a new incarnation, within `writing`; the chain before has given way already."""
        chain = chain_id(first.device, first.incarnation)
        public_key = self._key.public_key().public_bytes_raw()
        introduced = PersonAdded(self._actor.person, self._actor.name, self._actor.role, public_key, self._actor.rts)
        begun = [self._written(VILLAGE, first), self._written(VILLAGE, introduced), *again]
        entries = self._append(connection, chain, begun)
        return [*entries, *self._seal(connection, chain)]

    def append_written(
        self, connection: Connection, count: int, written: Callable[[Sequence[EntryId]], Sequence[Written]]
    ) -> list[Entry]:
        """Append `count` entries of others, within `writing`; `written` gives them, told the names they will have."""
        chain = _must_have(own_chain(connection))
        head = _head(connection, chain)
        first = (head.seq if head else 0) + 1
        return self._append(connection, chain, written([entry_id(chain, first + place) for place in range(count)]))

    def _written(self, subject: str, payload: Payload) -> Written:
        return Written(subject, payload, self._actor.person, self._clock.now_ms())

    def _check(self, connection: Connection, acts: Sequence[Act]) -> None:
        for act in acts:
            kind = KIND_OF[type(act.payload)][0]
            place = _place(connection, act.subject) if self._actor.rts and kind in BOUND_TO_RTS else UNKNOWN_PLACE
            if why := why_not(self._actor, act.payload, place):
                raise Refused(why, role=self._actor.role, act=kind)

    def _append(self, connection: Connection, chain: ChainId, written: Sequence[Written]) -> list[Entry]:
        head, turn, floor = _head(connection, chain), _turn(connection), floor_ms(connection)
        entries = []
        for one in written:
            kind, version, payload = encode_payload(one.payload)
            turn = min(turn + 1, LARGEST_NUMBER)
            entry = next_entry(
                head,
                chain=chain,
                author=one.author,
                at_ms=one.at_ms,
                floor_ms=floor if one.floor_ms is None else min(one.floor_ms, floor),
                turn=turn,
                kind=kind,
                version=version,
                subject=one.subject or _own_subject(one.payload, chain, head),
                payload=payload,
            )
            head, floor = Head(entry.seq, entry.hash), max(floor, entry.at_ms)
            entries.append(entry)
        if entries and head is not None:
            insert_entries(connection, entries, 0)
            set_head(connection, chain, head, OWN)
            absorb(connection, entries)
        return entries

    def _seal(self, connection: Connection, chain: ChainId) -> list[Entry]:
        head = _head(connection, chain)
        if head is None:
            return []
        return self._append(connection, chain, [self._written(VILLAGE, make_seal(self._key, chain, head))])

    def _acknowledge(self, entries: Sequence[Entry]) -> None:
        """Only after this may anybody say "Tersimpan"."""
        if not entries:
            return
        last = entries[-1]
        self._unmirrored += entries
        try:
            self._anchor.record(last.chain, Head(last.seq, last.hash))
            self._mirror.extend([Mirrored(entry.turn, mirror_bytes(entry)) for entry in self._unmirrored])
        except Unavailable as problem:
            self._unguarded = Unavailable("saved_unguarded", why=problem.code)
            return
        self._unmirrored.clear()
        self._unguarded = None


def mirror_bytes(entry: Entry) -> bytes:
    """One entry as the mirror keeps it."""
    return _encode(entry)


def entry_of_mirror(content: bytes) -> Entry:
    """An entry as the mirror kept it. Refused ``mirror_damaged``."""
    try:
        return _decode(content)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Refused("mirror_damaged") from error


def own_chain(connection: Connection) -> ChainId | None:
    """The chain that this laptop writes, None before its first entry."""
    found = connection.exec_driver_sql("SELECT chain FROM head WHERE own = ?", (OWN,)).scalar()
    return ChainId(str(found)) if found else None


def _must_have(chain: ChainId | None) -> ChainId:
    if chain is None:
        raise Refused("journal_not_started")
    return chain


def _head(connection: Connection, chain: ChainId) -> Head | None:
    row = connection.exec_driver_sql("SELECT seq, hash FROM head WHERE chain = ?", (chain,)).first()
    return Head(int(row[0]), bytes(row[1])) if row else None


def _turn(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT value FROM counter WHERE name = 'turn'").scalar() or 0)


def _own_subject(payload: Payload, chain: ChainId, head: Head | None) -> str:
    if isinstance(payload, ChangeProposed) and payload.new_family is not None:
        return entry_id(chain, head.seq + 1 if head else 1)
    return VILLAGE


def _place(connection: Connection, subject: str) -> str:
    row = connection.exec_driver_sql(
        "SELECT rt, rw FROM family_view WHERE id = coalesce((SELECT new FROM alias WHERE old = ?), ?)",
        (subject, subject),
    ).first()
    return place_of(str(row[0]), str(row[1])) if row else UNKNOWN_PLACE


def _key_known(connection: Connection, person: PersonId, public_key: bytes, chain: ChainId) -> bool:
    found = connection.exec_driver_sql(
        "SELECT 1 FROM person_key WHERE person = ? AND public_key = ? AND chain IN ('', ?)", (person, public_key, chain)
    )
    return found.first() is not None


def _unsealed(connection: Connection, chain: ChainId, person: PersonId) -> bool:
    """Whether something that is no seal stands behind this person's last seal."""
    found = connection.exec_driver_sql(
        "SELECT 1 FROM entry WHERE chain = ? AND kind <> 'sealed'"
        " AND seq > coalesce((SELECT max(covers) FROM seal WHERE chain = ? AND author = ?), 0) LIMIT 1",
        (chain, chain, person),
    )
    return found.first() is not None
