"""One village in a storm: its district, its laptops, sticks and backups, and what was recorded."""

from __future__ import annotations

import hashlib
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select

from app.domain.entry import Entry, Recorded
from app.domain.ids import DeviceId, device_of
from app.domain.payloads import ChangeProposed, ObjectionFiled, Payload, VisitRecorded
from app.domain.same_act import distinct
from app.hub import tables
from app.hub.chain import ENTRY_COLUMNS, entry_of
from app.hub.district import District, open_district
from app.hub.enrol import is_revoked
from app.usecases.ports import Actor
from app.wire.payload import decode_payload
from tests.postgres import NewDatabase
from tests.storms.ground import TOWN, Time, lay
from tests.sync.laptop import VILLAGE, Laptop

if TYPE_CHECKING:
    from tests.storms.arrivals import Coming

MOST_LAPTOPS: Final = 6
"""With clones and those who came later; more would make storms slow and tell nothing new."""
OFFLINE: Final = 2
"""Which laptop never has a line: sticks and the village's own network are its roads, to the end."""


@dataclass
class World:
    """One village with three laptops at first."""

    path: Path
    new_database: NewDatabase
    time: Time
    district: District
    laptops: list[Laptop]
    done: list[str] = field(default_factory=list)
    """Words of everything that somebody was told is recorded."""
    lost_with_disk: set[str] = field(default_factory=set)
    """Words that were on a disk which is gone, and nowhere else."""
    sticks: list[Path] = field(default_factory=list)
    copies: list[tuple[int, Laptop]] = field(default_factory=list)
    """Backups of laptops: which, and a closed one in a folder of its own."""
    hub_copy: Path | None = None
    lines: bool = True
    """Whether anybody has a line: there are villages that never do."""
    offline: set[int] = field(default_factory=lambda: {OFFLINE})
    """Laptops that never have a line: the one that began so, and those that were enrolled by stick."""
    coming: list[Coming] = field(default_factory=list)
    """Laptops that are on their way into the village."""
    hands: dict[DeviceId, list[tuple[Actor, Ed25519PrivateKey]]] = field(default_factory=dict)
    """Laptop -> whoever can unlock it, as far as its disk knows him."""
    acts: int = 0
    secrets: int = 0
    months: int = 0
    _folders: int = 0

    @classmethod
    @contextmanager
    def begun(
        cls, path: Path, ground: int = 0, new_database: NewDatabase = lambda: "", *, lines: bool = True
    ) -> Iterator[World]:
        """A village in an empty folder, on the ground of this number; let go of afterwards."""
        time = Time()
        district, laptops = lay(path, ground, time, new_database)
        time.pass_days(1)
        world = cls(path, new_database, time, district, laptops, lines=lines)
        for laptop in laptops:
            world.known_at(laptop.keys.device, laptop.actor, laptop.signing)
        try:
            yield world
        finally:
            for laptop in (*world.laptops, *(one.laptop for one in world.coming)):
                laptop.close()
            world.district.close()

    @property
    def url(self) -> str:
        """Where the district answers."""
        return TOWN.url

    def number(self, who: int) -> int:
        """Which laptop is meant."""
        return who % len(self.laptops)

    def laptop(self, who: int) -> Laptop:
        """The laptop that is meant."""
        return self.laptops[self.number(who)]

    def has_line(self, who: int) -> bool:
        """Whether it ever has one."""
        return self.lines and self.number(who) not in self.offline

    def place(self, name: str) -> Path:
        """A path that nothing has yet."""
        self._folders += 1
        return self.path / f"{name}{self._folders}"

    def secret(self) -> bytes:
        """Of which a key is made; the next one whenever the same storm is played."""
        self.secrets += 1
        return hashlib.sha256(f"secret {self.secrets}".encode()).digest()

    def next_words(self) -> str:
        """Words that nobody has said."""
        self.acts += 1
        return f"kerja {self.acts}"

    def is_revoked(self, laptop: Laptop) -> bool:
        """Whether the district takes nothing from it any more, as it knows now."""
        with self.district.database.read() as connection:
            return is_revoked(connection, VILLAGE, laptop.keys.signing.public_key().public_bytes_raw())

    def known_at(self, device: DeviceId, actor: Actor, key: Ed25519PrivateKey) -> None:
        """Somebody can unlock a laptop with this key, as soon as its disk knows him by it."""
        self.hands.setdefault(device, []).append((actor, key))

    # --- disks -----------------------------------------------------------------------------------------------------

    def close_laptop(self, who: int) -> Laptop:
        """Its process ends, however."""
        laptop = self.laptop(who)
        laptop.close()
        return laptop

    def put(self, who: int, closed: Laptop) -> None:
        """The same laptop goes on, from this disk."""
        self.laptops[self.number(who)] = Laptop.over(closed)

    def move_district(self, folder: Path) -> None:
        """The district goes on in another folder."""
        self.district = open_district(folder, now_ms=self.time.now_ms)
        TOWN.seat(self.district)

    def copied(self, closed: Laptop, name: str) -> Laptop:
        """A closed laptop's disk, once more."""
        folder = self.place(name)
        shutil.copytree(closed.folder, folder)
        return replace(closed, folder=folder)

    # --- words -----------------------------------------------------------------------------------------------------

    def note_lost(self) -> None:
        """What no laptop and no district holds any more went with a disk; what is held must never be lost."""
        held = set(self.words_at_district(counting=False))
        for laptop in self.laptops:
            held |= words_on(laptop)
        self.lost_with_disk |= set(self.done) - held

    def words_at_district(self, *, counting: bool = True) -> Counter[str]:
        """What was recorded, as far as the district lets it count (or holds it at all)."""
        told = select(*ENTRY_COLUMNS).where(tables.entry.c.kind.in_(WORKING))
        with self.district.database.read() as connection:
            rows = connection.execute(told.where(tables.entry.c.reason == "") if counting else told).all()
        entries = sorted(map(entry_of, rows), key=lambda one: one.order)
        # Copies of one act (its chain was cut off, and whoever held it said it again) are one act.
        acts = distinct([Recorded(one, decode_payload(one.kind, one.version, one.payload)) for one in entries])
        return Counter(said_in([one.payload for one in acts]))


WORKING: Final = ("visit_recorded", "change_proposed", "objection_filed")


def written_by(laptop: Laptop) -> list[Entry]:
    """What a laptop wrote itself, as its mirror holds it."""
    held = laptop.store.entries_after({}, 1 << 24)
    return [one for one in held if device_of(one.chain) == laptop.keys.device]


def words_on(laptop: Laptop) -> set[str]:
    """What was recorded, as far as a laptop holds it, also where a chain that it yielded told it."""
    with laptop.database.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT kind, version, payload FROM entry"
            " WHERE kind IN ('visit_recorded', 'change_proposed', 'objection_filed')"
        ).all()
    return set(said_in([decode_payload(str(kind), int(version), bytes(body)) for kind, version, body in rows]))


def said_in(payloads: list[Payload]) -> list[str]:
    """The words of visits, proposals and objections."""
    return [one.note for one in payloads if isinstance(one, VisitRecorded | ChangeProposed | ObjectionFiled)]
