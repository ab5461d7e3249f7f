"""What every storm begins with: a district that answers, its list, three laptops that it enrolled, and one true clock.

Made once a process and copied for each storm, and always of the same few keys: the names of chains decide between
entries of one turn, so a storm that ended badly has to find the same names when it is played again.
"""

from __future__ import annotations

import atexit
import hashlib
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from itertools import count, permutations
from pathlib import Path
from typing import Final

from app.domain.roster import Family, Member, Roster
from app.hub.district import District, open_district
from app.hub.local import LocalHub
from app.hub.publish import publish
from tests.postgres import NewDatabase
from tests.sync.laptop import VILLAGE, Laptop, Wall

ROLES: Final = ("operator", "head", "operator")
NOON: Final = 1_795_000_000_000
"""When every storm begins."""
DAY_MS: Final = 86_400_000

NUR: Final = Family(
    "f-1", "7308030811210001", "NUR", "Dusun Satu", "Satu", "001", "001", VILLAGE, "2",
    members=(Member("m-1", "NUR", "7308037112530001", "1953-12-31", "2", "1"),),
)  # fmt: skip
NEIGHBOUR: Final = "t-"
"""With which the ids of those begin about whom nobody writes."""


def _neighbour(at: int) -> Family:
    """Somebody; no two have anything in common, so that they take room in a list."""
    mark = hashlib.sha256(f"tetangga {at}".encode()).hexdigest()
    name = f"TETANGGA {mark[:16].upper()}"
    born, number = f"19{50 + at}-0{1 + at % 9}-{10 + at}", int(mark[:12], 16) % 10_000
    nik = f"730803{10 + at}0{1 + at % 9}{50 + at}{number:04}"
    member = replace(NUR.members[0], id=f"n-{at}", name=name, nik=nik, birth_date=born)
    address = f"Jl. {mark[16:40]}"
    return replace(
        NUR, id=f"{NEIGHBOUR}{at}", kk=f"73080308112{number:05}", head_name=name, address=address, members=(member,)
    )


NEIGHBOURS: Final = tuple(map(_neighbour, range(16)))
"""So many that a month's changes are told as changes, and no laptop misses a list that it never held whole."""
LIST: Final = Roster(
    VILLAGE, "Bonto", code_list_version="DTSEN", families=(NUR, *NEIGHBOURS, replace(NUR, id="f-2", kk="", members=()))
)

FIRST_MONTH: Final = "2026-11"

_ORDERS: Final = tuple(permutations(range(len(ROLES))))
_KEYS: Final = 4
"""How many sets of keys there are."""
GROUNDS: Final = len(_ORDERS) * _KEYS
"""How many grounds a storm may begin on: which laptop has which name, under which set of keys."""


class Time:
    """The true time, a millisecond later whenever somebody looks; days pass when they are told to."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._now = NOON

    def now_ms(self) -> int:
        """Milliseconds since 1970 UTC."""
        with self._lock:
            self._now += 1
            return self._now

    def pass_days(self, days: int) -> None:
        """Nobody does anything for so long."""
        with self._lock:
            self._now += days * DAY_MS


class Town:
    """One server a process, behind which the district of the moment sits; another one that is seated there is the same
    hub started again, of which nothing but its folder is left."""

    def __init__(self) -> None:
        self._chair: District | None = None
        self._hub: LocalHub | None = None
        self.url = ""

    def seat(self, district: District) -> None:
        """From now on this one answers."""
        if self._chair is None:
            self._chair = replace(district)
            self._hub = LocalHub(district.folder, district=self._chair)
            self.url = self._hub.start()
        for field in fields(District):
            object.__setattr__(self._chair, field.name, getattr(district, field.name))


TOWN: Final = Town()


@dataclass(frozen=True)
class Ground:
    """A folder ``hub`` and one of each laptop, at rest."""

    folder: Path
    laptops: tuple[Laptop, ...]
    """Closed."""

    def copy(self, to: Path, order: tuple[int, ...], time: Time) -> tuple[District, list[Laptop]]:
        """The same in another folder, opened; `order` says which laptop is which."""
        shutil.copytree(self.folder, to, dirs_exist_ok=True)
        held = [replace(self.laptops[at], folder=to / f"laptop{at}", wall=Wall(time.now_ms)) for at in order]
        return open_district(to / "hub", now_ms=time.now_ms), [Laptop.over(one) for one in held]


_made: dict[int, Ground] = {}


def lay(path: Path, number: int, time: Time, new_database: NewDatabase) -> tuple[District, list[Laptop]]:
    """The ground of this `number` in an empty folder, opened, and its district seated."""
    keys, order = number % GROUNDS // len(_ORDERS), _ORDERS[number % len(_ORDERS)]
    address = new_database()
    if address:
        district, laptops = _make(path, keys, time, address)
        return district, [laptops[at] for at in order]
    if keys not in _made:
        folder = Path(tempfile.mkdtemp(prefix="balai-ground-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        district, laptops = _make(folder, keys, Time(), "")
        district.close()
        for laptop in laptops:
            laptop.close()
        _made[keys] = Ground(folder, tuple(laptops))
    district, found = _made[keys].copy(path, order, time)
    TOWN.seat(district)
    return district, found


def _make(path: Path, keys: int, time: Time, address: str) -> tuple[District, list[Laptop]]:
    secret = _secrets(keys)
    (path / "hub" / "keys").mkdir(parents=True)
    for name in ("root", "exchange", "files"):
        (path / "hub" / "keys" / f"{name}.key").write_bytes(secret())
    district = open_district(path / "hub", "Kabupaten Latihan", now_ms=time.now_ms, database=address)
    TOWN.seat(district)
    publish(district, VILLAGE, LIST, month=FIRST_MONTH)
    laptops = []
    for at, role in enumerate(ROLES):
        wall = Wall(time.now_ms)
        laptop = Laptop.open(path / f"laptop{at}", role, f"Petugas {at}", secret=secret, wall=wall)
        laptop.enrol_at(district, TOWN.url)
        laptops.append(laptop)
    return district, laptops


def _secrets(keys: int) -> Callable[[], bytes]:
    numbers: Iterator[int] = count()
    return lambda: hashlib.sha256(f"storm {keys} {next(numbers)}".encode()).digest()
