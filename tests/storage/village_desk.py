"""A real store with a real journal in a temporary folder, and the villages that reading and search are tested on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.entry import Entry, Head
from app.domain.ids import ChainId, DeviceId, PersonId
from app.domain.payloads import Payload, ReceiptIssued
from app.domain.roster import Roster
from app.storage.anchor import Anchor
from app.storage.database import Database
from app.storage.exchange_store import SqlExchangeStore
from app.storage.journal import Origin, SqlJournal
from app.storage.local_lists import SqlRegister
from app.storage.migrations import migrate
from app.storage.mirror import Mirror
from app.storage.reading import SqlReading
from app.usecases.ports import Act, Actor
from app.wire.entry import next_entry
from app.wire.payload import encode_payload
from app.wire.seal import make_seal

OPERATOR = Actor(PersonId("operator1234"), "Maria Bano", "operator")
DAY_MS = 86_400_000
NOW_MS = 1_795_400_000_000
KEY = bytes(range(32))


class Hands:
    """A clock that stands until somebody moves it."""

    def __init__(self) -> None:
        self.now = NOW_MS

    def now_ms(self) -> int:
        """Milliseconds since 1970 UTC."""
        return self.now


class Chain:
    """Another device's chain, written by hand: the district's or a second laptop's."""

    def __init__(self, name: str, author: str, key: Ed25519PrivateKey | None = None) -> None:
        self.name = ChainId(name)
        self.author = PersonId(author)
        self.key = key or Ed25519PrivateKey.generate()
        self.head: Head | None = None

    @property
    def public_key(self) -> bytes:
        """Raw Ed25519."""
        return self.key.public_key().public_bytes_raw()

    def write(self, turn: int, *acts: Act, sealed: bool = True, at_ms: int = NOW_MS) -> list[Entry]:
        """The next entries, with a seal behind them."""
        entries: list[Entry] = []
        for act in acts:
            entries.append(self._next(turn + len(entries), act.subject, act.payload, at_ms))
        if sealed and self.head is not None:
            seal = make_seal(self.key, self.name, self.head)
            entries.append(self._next(turn + len(entries), "", seal, at_ms))
        return entries

    def _next(self, turn: int, subject: str, payload: Payload, at_ms: int) -> Entry:
        kind, version, content = encode_payload(payload)
        entry = next_entry(
            self.head,
            chain=self.name,
            author=self.author,
            at_ms=at_ms,
            floor_ms=0,
            turn=turn,
            kind=kind,
            version=version,
            subject=subject,
            payload=content,
        )
        self.head = Head(entry.seq, entry.hash)
        return entry


@dataclass(frozen=True)
class Desk:
    """One laptop with its store open."""

    database: Database
    clock: Hands
    journal: SqlJournal
    exchange: SqlExchangeStore
    chain: ChainId

    @classmethod
    def open(cls, folder: Path, roster: Roster | None = None, actor: Actor = OPERATOR) -> Desk:
        """A new laptop, with `roster` as a list that it read from a file."""
        clock = Hands()
        database = Database(folder / "store.db", KEY, create=True)
        migrate(database)
        Anchor.create(folder / "anchor", KEY)
        (folder / "mirror").mkdir()
        journal = SqlJournal(
            database,
            Anchor(folder / "anchor", KEY),
            Mirror(folder / "mirror", KEY, "vault"),
            actor=actor,
            signing_key=Ed25519PrivateKey.generate(),
            clock=clock,
        )
        chain = journal.start(Origin(DeviceId("laptop123456"), "5304011001", "Laptop desa"))
        if roster is not None:
            SqlRegister(journal).publish_local(roster, source_name="a.xlsx", source_sha256="0" * 64, month="2026-11")
        return cls(database, clock, journal, SqlExchangeStore(database, journal, clock), chain)

    def reading(self, *rts: str) -> SqlReading:
        """The read side for somebody bound to these RTs."""
        return SqlReading(self.database, self.clock, rts=rts)

    def last(self) -> int:
        """The last number of the own chain."""
        return self.exchange.vector()[self.chain].seq

    def receive_receipt(self, district: Chain, number: str, seq: int, turn: int = 1_000) -> None:
        """The district says that it holds the own chain up to `seq`."""
        held = self.exchange.hash_at(self.chain, seq)
        assert held is not None
        receipt = ReceiptIssued(number, {self.chain: seq}, {self.chain: held})
        self.exchange.receive(district.write(turn, Act("", receipt)))
