"""A real laptop for exchanges: encrypted store, journal, sealed photos, keys; enrolled by a real code."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.domain.ids import EntryId, FamilyId
from app.domain.laptop_names import number_words
from app.domain.payloads import ChangeProposed, Evidence, FieldChange, VisitRecorded
from app.hub.district import District, wall_ms
from app.hub.enrol import make_code
from app.hub.local import LocalHub
from app.storage.anchor import Anchor
from app.storage.beside import Beside, Words
from app.storage.database import Database
from app.storage.evidence import SqlEvidence
from app.storage.exchange_store import SqlExchangeStore
from app.storage.files import SealedFiles
from app.storage.integrity import check_against_anchor
from app.storage.journal import Origin, SqlJournal
from app.storage.migrations import migrate
from app.storage.mirror import Mirror
from app.storage.settings import Settings
from app.storage.vault import WORDS
from app.sync.carrier import Carrier
from app.sync.enrolment import DeviceKeys, EnrolledPerson, Enrolment, enrol
from app.sync.exchanger import Exchanger, Line
from app.sync.line import HttpLine
from app.sync.nearby import LanNearby
from app.sync.photo_under_way import PhotoFetcher
from app.sync.stick import FolderSticks
from app.usecases.carry import Saved, Taken
from app.usecases.desk import ExchangeOutcome
from app.usecases.ports import Act, Actor
from app.wire.trust import device_id, person_id

VILLAGE = "7308032001"
_KEY = bytes(range(32))


class Wall:
    """The wall clock, which may be wrong."""

    def __init__(self, true_ms: Callable[[], int] = wall_ms, wrong_by_ms: int = 0) -> None:
        self.true_ms, self.wrong_by_ms = true_ms, wrong_by_ms

    def now_ms(self) -> int:
        """Milliseconds since 1970 UTC, as this laptop believes."""
        return self.true_ms() + self.wrong_by_ms


def _never() -> bool:
    return False


@dataclass
class Laptop:
    """One laptop; `enrolment` once it was enrolled."""

    folder: Path
    keys: DeviceKeys
    signing: Ed25519PrivateKey
    actor: Actor
    database: Database
    anchor: Anchor
    mirror: Mirror
    journal: SqlJournal
    store: SqlExchangeStore
    evidence: SqlEvidence
    settings: Settings
    wall: Wall
    enrolment: Enrolment | None = field(default=None)

    @property
    def called(self) -> str:
        """Its name where its holder has another one that is named alike: computer and number stand beside it."""
        return f"{self.actor.name} (Laptop desa, {number_words(self.keys.device)[:4]})"

    @classmethod
    def open(
        cls,
        folder: Path,
        role: str = "operator",
        name: str = "Siti Rahma",
        *,
        secret: Callable[[], bytes] = lambda: os.urandom(32),
        wall: Wall | None = None,
    ) -> Laptop:
        """A fresh laptop with its own chain begun; its three keys are made of what `secret` gives."""
        folder.mkdir(parents=True, exist_ok=True)
        device_key, signing = (Ed25519PrivateKey.from_private_bytes(secret()) for _ in range(2))
        keys = DeviceKeys(
            device_id(device_key.public_key().public_bytes_raw()),
            device_key,
            X25519PrivateKey.from_private_bytes(secret()),
        )
        actor = Actor(person_id(signing.public_key().public_bytes_raw()), name, role)
        database = Database(folder / "store.db", _KEY, create=True)
        migrate(database)
        Anchor.create(folder / "anchor", _KEY)
        (folder / "mirror").mkdir()
        (folder / "files").mkdir()
        laptop = cls._over(folder, keys, signing, actor, database, wall or Wall())
        laptop.journal.start(Origin(keys.device, VILLAGE, "Laptop desa", "balai 0.1.0"))
        return laptop

    @classmethod
    def _over(
        cls,
        folder: Path,
        keys: DeviceKeys,
        signing: Ed25519PrivateKey,
        actor: Actor,
        database: Database,
        wall: Wall,
    ) -> Laptop:
        anchor, mirror = Anchor(folder / "anchor", _KEY), Mirror(folder / "mirror", _KEY, "vault")
        journal = SqlJournal(database, anchor, mirror, actor=actor, signing_key=signing, clock=wall)
        return cls(
            folder,
            keys,
            signing,
            actor,
            database,
            anchor,
            mirror,
            journal,
            SqlExchangeStore(database, journal, wall),
            SqlEvidence(database, SealedFiles(folder / "files", _KEY), wall),
            Settings(database),
            wall,
        )

    def clone(self, folder: Path) -> Laptop:
        """A copy of the disk as it is now, in another laptop."""
        self.close()
        shutil.copytree(self.folder, folder)
        vars(self).update(vars(self.over(self)))
        return self.over(replace(self, folder=folder, wall=Wall(self.wall.true_ms, self.wall.wrong_by_ms)))

    def reopen(self) -> Laptop:
        """The same disk after the process ended, however it ended."""
        self.close()
        return self.over(self)

    @classmethod
    def over(cls, closed: Laptop) -> Laptop:
        """The disk of a closed laptop, opened again."""
        database = Database(closed.folder / "store.db", _KEY)
        again = cls._over(closed.folder, closed.keys, closed.signing, closed.actor, database, closed.wall)
        again.enrolment = closed.enrolment
        return again

    def begin_anew(self) -> None:
        """The store is spoilt and put aside; an empty one is filled from what lies beside it, as the program does
        (app.composition.restoring)."""
        self.close()
        for path in self.folder.glob("store.db*"):
            path.unlink()
        empty = Database(self.folder / "store.db", _KEY, create=True)
        migrate(empty)
        empty.close()
        vars(self).update(vars(self.over(self)))
        if self.enrolment is not None:
            self.store.pin_district(self.enrolment.root_key)
        check_against_anchor(self.database, self.anchor, self.mirror)
        self.evidence.adopt()

    def enrol(self, hub: LocalHub, role: str = "", rts: tuple[str, ...] = ()) -> Enrolment:
        """Ask the district for a code and use it."""
        return self.enrol_at(hub.district, hub.url, role, rts)

    def enrol_at(self, district: District, url: str, role: str = "", rts: tuple[str, ...] = ()) -> Enrolment:
        """The same where the district answers at `url`."""
        code = make_code(district, VILLAGE, "Bonto", role or self.actor.role, self.actor.name, rts)
        person = EnrolledPerson(self.actor.person, self.signing.public_key().public_bytes_raw())
        self.enrolment = enrol(url, code.text, self.keys, person, label="Laptop desa")
        self.store.pin_district(self.enrolment.root_key)
        self.store.receive(self.enrolment.entries)
        return self.enrolment

    def exchanger(
        self,
        address: str = "",
        *,
        read_seconds: float = 90.0,
        through: Callable[[HttpLine], Line] = lambda line: line,
        rest: Callable[[float], None] = time.sleep,
    ) -> Exchanger:
        """An exchange with the district, at its address or through something in between."""
        enrolment = self._enrolment()

        def line(moved: Callable[[int, int], None], stopped: Callable[[], bool]) -> Line:
            return through(
                HttpLine(
                    address or enrolment.address,
                    enrolment.ca_pem,
                    enrolment.hub,
                    moved=moved,
                    stopped=stopped,
                    read_seconds=read_seconds,
                )
            )

        return Exchanger(
            enrolment,
            self.keys,
            entries=self.store,
            photos=self.evidence,
            memory=self.settings,
            line=line,
            seal=self.journal.seal,
            now_ms=self.wall.now_ms,
            rest=rest,
        )

    def fetcher(
        self, address: str = "", *, spent: Callable[[int], None] = lambda size: None, read_seconds: float = 90.0
    ) -> PhotoFetcher:
        """Fetches photos of other laptops from the district, at its address or through something in between."""
        enrolment = self._enrolment()
        place = address or enrolment.address

        def line(moved: Callable[[int, int], None], stopped: Callable[[], bool]) -> HttpLine:
            return HttpLine(
                place, enrolment.ca_pem, enrolment.hub, moved=moved, stopped=stopped, read_seconds=read_seconds
            )

        return PhotoFetcher(
            enrolment,
            self.keys,
            entries=self.store,
            photos=self.evidence,
            memory=self.settings,
            line=line,
            spent=spent,
        )

    def carrier(self) -> Carrier:
        """What goes into this laptop's bundles and comes out of others'."""
        return Carrier(
            self._enrolment(),
            self.keys,
            entries=self.store,
            photos=self.evidence,
            memory=self.settings,
            seal=self.journal.seal,
            now_ms=self.wall.now_ms,
        )

    @property
    def sticks(self) -> FolderSticks:
        """Bundles in folders."""
        return FolderSticks(self.carrier, self.folder / "incoming", lambda: VILLAGE)

    @property
    def words(self) -> Words:
        """The district's words for keys that came with passwords that it gave."""
        return Words(Beside(self.folder / WORDS, _KEY))

    def roads(self) -> set[str]:
        """By which roads entries were handed over the last time."""
        with self.database.read() as connection:
            return {str(row[0]) for row in connection.exec_driver_sql("SELECT road FROM sent").all()}

    def nearby(self, call_port: int) -> LanNearby:
        """The village's own network, on this machine alone."""
        return LanNearby(
            self._enrolment,
            self.keys,
            self.carrier,
            self.folder / "incoming",
            call_port=call_port,
            broadcast="127.0.0.1",
        )

    def _enrolment(self) -> Enrolment:
        assert self.enrolment is not None
        return replace(self.enrolment, given=self.words.all())

    def write_stick(self, folder: Path, *, photos: bool = True, part_bytes: int | None = None) -> Saved:
        """Save everything that others may lack into a folder."""
        folder.mkdir(exist_ok=True)
        return self.sticks.save(
            folder, for_laptops=True, photos=photos, part_bytes=part_bytes, told=lambda step: None, cancelled=_never
        )

    def read_stick(self, folder: Path) -> list[Taken]:
        """Take in every bundle of a folder, oldest first."""
        found = [one for one in self.sticks.find(folder) if not one.own]
        return [self.sticks.take(one.path, lambda step: None, _never) for one in reversed(found)]

    def exchange(self, address: str = "") -> ExchangeOutcome:
        """One exchange without anybody watching."""
        return self.exchanger(address).run()

    def photo(self, seed: str, size: int = 9_000) -> Evidence:
        """A kept photo of noise."""
        noise = b"".join(hashlib.sha256(f"{seed}/{n}".encode()).digest() for n in range(size // 32 + 1))[:size]
        return self.evidence.keep(noise, "house_front", "image/webp")

    def visit(self, family: str, *photos: Evidence, note: str = "", fuel: str = "3") -> EntryId:
        """A recorded visit, by somebody who knew of no other."""
        said = VisitRecorded(
            "dtsen-visit", "1", 1, "found", "", "1", "Baso", answers={"id_bb_utama": fuel}, note=note, photos=photos
        )
        return self.journal.record(Act(family, said))[0]

    def propose(self, family: str, *evidence: Evidence, new: str = "NUR RAHMA") -> EntryId:
        """A proposed correction."""
        said = ChangeProposed("correction", changes=(FieldChange("head_name", "NUR", new),), evidence=evidence)
        return self.journal.record(Act(family, said))[0]

    def said_about(self, family: str) -> list[str]:
        """Kinds of the entries about a family, in order."""
        return [record.entry.kind for record in self.journal.entries(FamilyId(family))]

    def close(self) -> None:
        """Let go of the store."""
        self.anchor.close()
        self.mirror.close()
        self.database.close()
