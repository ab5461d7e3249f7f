"""Laptops with real stores, and chains written by hand, for the tests of journal, projection and exchange."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection

from app.domain.entry import Entry, Head
from app.domain.ids import ChainId, DeviceId, EntryId, FamilyId, MemberId, PersonId
from app.domain.payloads import (
    ChangeProposed,
    Evidence,
    FieldChange,
    MemberSeen,
    NewFamily,
    NewMember,
    Payload,
    VisitRecorded,
)
from app.domain.roster import Family, Flag, Member, Roster
from app.storage.anchor import Anchor
from app.storage.database import Database
from app.storage.exchange_store import SqlExchangeStore
from app.storage.journal import Origin, SqlJournal
from app.storage.local_lists import SqlRegister
from app.storage.migrations import migrate
from app.storage.mirror import Mirror
from app.storage.tables import VIEWS
from app.usecases.ports import Act, Actor
from app.wire.entry import next_entry
from app.wire.payload import encode_payload
from app.wire.seal import make_seal

KEY = bytes(range(32))
VILLAGE = "7305012001"
OPERATOR = Actor(PersonId("operator0001"), "Maria Bano", "operator")
NOON = 1_795_000_000_000


def signing_key(seed: int) -> Ed25519PrivateKey:
    """The same key for the same seed."""
    return Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32)


@dataclass
class Hands:
    """A clock that goes on by a second whenever somebody looks."""

    now: int = NOON

    def now_ms(self) -> int:
        """Milliseconds since 1970 UTC."""
        self.now += 1_000
        return self.now


_OPEN: list[Laptop] = []


def close_all() -> None:
    """Shut every laptop that is still open."""
    while _OPEN:
        _OPEN[-1].close()


class Laptop:
    """A store in a folder, with the person who sits there."""

    def __init__(
        self,
        folder: Path,
        device: str = "laptopaaaaaa",
        actor: Actor = OPERATOR,
        seed: int = 1,
        clock: Hands | None = None,
    ) -> None:
        fresh = not (folder / "village.db").exists()
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.clock = clock or Hands()
        self.database = Database(folder / "village.db", KEY, create=fresh)
        migrate(self.database)
        if fresh:
            Anchor.create(folder / "anchor.bin", KEY)
        self.anchor = Anchor(folder / "anchor.bin", KEY)
        self.mirror = Mirror(folder / "mirror", KEY, "vault")
        self.key = signing_key(seed)
        self.journal = SqlJournal(
            self.database, self.anchor, self.mirror, actor=actor, signing_key=self.key, clock=self.clock
        )
        self.store = SqlExchangeStore(self.database, self.journal, self.clock)
        self.register = SqlRegister(self.journal)
        self.chain = ChainId("")
        _OPEN.append(self)
        if device:
            self.chain = self.journal.start(Origin(DeviceId(device), VILLAGE, "Laptop"))

    def record(self, subject: str, payload: Payload) -> EntryId:
        """One act."""
        return self.journal.record(Act(subject, payload))[0]

    def publish(self, roster: Roster, month: str = "2026-11") -> EntryId:
        """A list of its own."""
        return EntryId(
            self.register.publish_local(roster, source_name="daftar.xlsx", source_sha256="ab" * 32, month=month)
        )

    def take_all(self, other: SqlExchangeStore) -> None:
        """Receive what the other store holds and this one lacks, lists too."""
        theirs = {str(chain): head.seq for chain, head in self.store.vector().items()}
        self.store.receive(other.entries_after(theirs, 1 << 30))
        for earlier in (False, True):
            for _, sha256, _ in self.store.pack_needed(earlier=earlier, own_lists=True):
                if body := other.pack_body(sha256):
                    self.store.take_packs([(sha256, body)])

    def scalar(self, query: str, *values: object) -> object:
        """One value."""
        with self.database.read() as connection:
            return connection.exec_driver_sql(query, values).scalar()

    def rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        """All rows."""
        with self.database.read() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(query, values).all()]

    def bodies(self) -> dict[str, bytes]:
        """Every list's body held, by its SHA-256."""
        with self.database.read() as connection:
            rows = connection.exec_driver_sql("SELECT sha256, body FROM pack_body").all()
        return {str(sha256): bytes(body) for sha256, body in rows}

    def dump(self) -> dict[str, list[tuple[object, ...]]]:
        """Every view table without the row numbers of this laptop, sorted."""
        with self.database.read() as connection:
            return dump(connection)

    def close(self) -> None:
        """Let the files go."""
        _OPEN.remove(self)
        self.database.close()
        self.mirror.close()
        self.anchor.close()


_NUMBERS = {"n", "family_n", "name_id"}


def dump(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    """Every view table without the row numbers of one laptop, sorted; and which entries count."""
    found: dict[str, list[tuple[object, ...]]] = {}
    for table in VIEWS:
        columns = [column.name for column in table.columns if column.name not in _NUMBERS]
        if table.name == "name":
            columns = ["norm"]
        rows = connection.exec_driver_sql(f"SELECT {', '.join(columns)} FROM {table.name}").all()
        found[table.name] = sorted((tuple(row) for row in rows), key=repr)
    for query in (
        "SELECT chain, seq, quarantine FROM entry ORDER BY 1, 2",
        "SELECT chain, seq, hash, sealed_seq FROM head ORDER BY 1",
        "SELECT f.id, n.norm FROM family_view AS f JOIN name AS n ON n.id = f.name_id ORDER BY 1",
        "SELECT f.id, p.position, n.norm FROM person_view AS p JOIN name AS n ON n.id = p.name_id"
        " JOIN family_view AS f ON f.n = p.family_n ORDER BY 1, 2",
        "SELECT count(*) FROM name_fts",
    ):
        found[query] = [tuple(row) for row in connection.exec_driver_sql(query).all()]
    return found


class HandChain:
    """A chain written by hand: the district's, or a stranger's."""

    def __init__(self, name: str, author: str, seed: int) -> None:
        self.name = ChainId(name)
        self.author = PersonId(author)
        self.key = signing_key(seed)
        self.head: Head | None = None
        self.entries: list[Entry] = []
        self.now = NOON

    @property
    def public_key(self) -> bytes:
        """Raw Ed25519."""
        return self.key.public_key().public_bytes_raw()

    def write(self, subject: str, payload: Payload, turn: int, *, sealed: bool = True) -> Entry:
        """The next entry, with a seal behind it."""
        entry = self.write_raw(subject, *encode_payload(payload), turn)
        if sealed and self.head:
            self.write_raw("", *encode_payload(make_seal(self.key, self.name, self.head)), turn + 1)
        return entry

    def write_raw(self, subject: str, kind: str, version: int, payload: bytes, turn: int) -> Entry:
        """The next entry, whatever it says."""
        entry = next_entry(
            self.head,
            chain=self.name,
            author=self.author,
            at_ms=self.now + turn,
            floor_ms=self.now,
            turn=turn,
            kind=kind,
            version=version,
            subject=subject,
            payload=payload,
        )
        self.head = Head(entry.seq, entry.hash)
        self.entries.append(entry)
        return entry


def district() -> HandChain:
    """The district's chain; its key is the one to pin."""
    return HandChain("districtaaaa.1", "verifier0001", 99)


def visit(family: Family | None = None, **words: object) -> VisitRecorded:
    """A plain, complete visit."""
    members = tuple(MemberSeen(MemberId(member.id), "1") for member in (family.members if family else ()))
    plain: dict[str, object] = {
        "form": "dtsen",
        "form_version": "1",
        "attempt": 1,
        "presence": "found",
        "absence_reason": "",
        "result": "1",
        "respondent": "Ibu Ratna",
        "members": members,
        "answers": {"id_lantai_terluas": "6"},
        "statement": True,
    }
    return VisitRecorded(**{**plain, **words})  # type: ignore[arg-type]  # words are the payload's own fields


def correction(field: str, seen: str, proposed: str, **words: object) -> ChangeProposed:
    """A correction of one field."""
    return ChangeProposed("correction", changes=(FieldChange(field, seen, proposed),), **words)  # type: ignore[arg-type]  # its own fields


def new_family(name: str = "Yohanes Lando", rt: str = "004") -> ChangeProposed:
    """A family that the list lacks."""
    member = NewMember(name, "", "1979-02-03", "1", "1")
    return ChangeProposed("new_family", new_family=NewFamily("", "Jl. Baru 1", "Dusun II", rt, "001", (member,)))


def photo(number: int = 1) -> Evidence:
    """A photo that is told of."""
    return Evidence(f"{number:048x}", 60_000, "house_front")


_FIRST = ("Siti", "Muhammad", "Abdul", "Nur", "Andi", "Rahma", "Yusuf", "Hasan", "Maria", "Yohanes", "Ratna")
_LAST = ("Aminah", "Rahman", "Hidayat", "Lestari", "Tolla", "Baso", "Kadir", "Mansur", "Halim", "Wati", "Bora", "Lando")


def family(number: int, prefix: str = "k", people: int = 2, **words: object) -> Family:
    """The `number`-th family; the same people under another `prefix` have other ids but the same papers."""
    members = tuple(
        Member(
            f"{prefix}{number}-{place}",
            f"{_FIRST[(number + place) % len(_FIRST)]} {_LAST[(number * 5 + place) % len(_LAST)]}",
            f"730501{1 + (number + place) % 28:02}0280{number * 10 + place:04}",
            f"1980-02-{1 + (number + place) % 28:02}",
            "1" if place == 1 else "2",
            "1" if place == 1 else "3",
        )
        for place in range(1, people + 1)
    )
    plain: dict[str, object] = {
        "id": f"{prefix}{number}",
        "kk": f"730501{number:010}",
        "head_name": members[0].name if members else "",
        "address": f"Jl. Melati No. {number}",
        "dusun": f"Dusun {number % 3}",
        "rt": f"{number % 4 + 1:03}",
        "rw": "001",
        "village_code": VILLAGE,
        "decile": str(number % 10 + 1),
        "programmes": ("BPNT", "PKH") if number % 2 else (),
        "members": members,
        "flags": (Flag("kk_short", "kk", "7305"),) if number % 5 == 0 else (),
    }
    return Family(**{**plain, **words})  # type: ignore[arg-type]  # words are the family's own fields


def roster(families: Iterable[Family]) -> Roster:
    """A list of the test village."""
    return Roster(VILLAGE, "Baruga", "Bantimurung", "Maros", "Sulawesi Selatan", "DTSEN", tuple(families))


def family_id(one: Family) -> FamilyId:
    """Its id, typed."""
    return FamilyId(one.id)
