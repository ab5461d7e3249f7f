"""What each laptop has sent, what it says it holds, and what is missing of it at the district."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import Connection, Row, and_, exists, func, literal, or_, select

from app.domain.entry import Entry
from app.domain.errors import Refused
from app.domain.happened import happened_at
from app.domain.ids import ChainId, device_of
from app.domain.laptop_names import call, number_words
from app.domain.payloads import DeviceCertified, DeviceHandedOver, DeviceRetired, DeviceStarted, PersonCertified
from app.hub.chain import ENTRY_COLUMNS, entry_of
from app.hub.language import tr
from app.hub.tables import device, entry, head, peer, person, revoked, village
from app.hub.views.leaf import Leaf, Place
from app.hub.views.revocations import Revocation, revocations
from app.wire.payload import decode_payload

PAGE: Final = 20
_Key = tuple[str, str]
"""Village and laptop."""
_GONE = exists().where(revoked.c.village == device.c.village, revoked.c.public_key == device.c.signing_key)
_DEVICES = (
    select(device, village.c.name.label("village_name"), _GONE.label("gone"))
    .join(village, village.c.village == device.c.village)
    .order_by(device.c.heard_at_ms.desc(), device.c.village, device.c.device)
)

_OF_LAPTOPS = ("device_certified", "person_certified", "device_started", "device_handed_over", "device_retired")
"""Kinds by which the district tells of a laptop and whom it is for, and a laptop of itself."""


@dataclass(frozen=True, slots=True)
class ChainWork:
    """One chain of a laptop: what the district holds of it, and what others say there is."""

    chain: str
    held: int
    """Entries that the district holds."""
    sealed: int
    """Up to which number its authors stand behind it."""
    said: int
    """The last number that its own laptop, or another one, says that it holds."""
    holders: Sequence[str]
    """What the laptops are called that hold more than the district."""

    @property
    def missing(self) -> int:
        """Entries that exist and that the district lacks."""
        return max(0, self.said - self.held)


@dataclass(frozen=True, slots=True)
class Passed:
    """A laptop went from one person to the next, as its own chain tells."""

    giver: str
    """Name, as the district knows him."""
    taker: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class Retired:
    """A laptop told that it would be wiped, and nothing came of it since."""

    at_ms: int
    entries: int
    """What was lost with it, as it told: entries and photos that no receipt named, forms that were not finished."""
    photos: int
    drafts: int

    @property
    def lost(self) -> bool:
        """Whether anything was."""
        return bool(self.entries or self.photos or self.drafts)


@dataclass(frozen=True, slots=True)
class LaptopWork:
    """One laptop as the district knows it."""

    village: str
    village_name: str
    device: str
    called: str
    """By who has it, as `app.hub.laptop_names` calls it: no two of a village alike."""
    label: str
    """The computer's own name."""
    number: str
    """The laptop's number, which follows from its key, as people read it to each other."""
    program: str
    """The version that it told of itself; empty where nothing came yet."""
    certified_at_ms: int
    heard_at_ms: int
    last_entry_ms: int
    """When the newest of its entries arrived; 0 where none did."""
    revoked: bool
    chains: Sequence[ChainWork]
    set_aside: int
    behind: int
    """Entries of the village that the district holds and that this laptop did not hold when it was last heard of."""
    holder: str
    """Who has it now: whoever it was handed to last, else whoever began its chain, else whom the district let in with
    it; empty where it knows none."""
    passed: Sequence[Passed]
    """The newest first."""
    retired: Retired | None
    revocation: Revocation | None = None
    """Of a revoked one, where it is looked at alone."""

    @property
    def held(self) -> int:
        """Entries that the district holds of it."""
        return sum(one.held for one in self.chains)

    @property
    def missing(self) -> int:
        """Entries of it that exist and that the district lacks."""
        return sum(one.missing for one in self.chains)


def laptops(connection: Connection, code: str) -> list[LaptopWork]:
    """Those of one village; those heard of last first."""
    return _works(connection, connection.execute(_DEVICES.where(device.c.village == code)).all())


def laptops_page(connection: Connection, wanted: str, page: int) -> Leaf[LaptopWork]:
    """Some of all laptops, those heard of last first; `wanted` is part of a name of a laptop, of its village or of one
    of the village's officials, or the beginning of a number of laptop or village."""
    text = wanted.strip().lower()
    where = []
    if text:
        called = [func.lower(name).contains(text, autoescape=True) for name in (device.c.label, village.c.name)]
        number = text.replace("-", "")  # as it is shown
        begins = [name.startswith(number, autoescape=True) for name in (device.c.device, device.c.village)]
        works_there = exists().where(
            person.c.village == device.c.village, func.lower(person.c.name).contains(text, autoescape=True)
        )
        where = [or_(*called, *begins, works_there)]
    count = select(func.count()).select_from(device).join(village, village.c.village == device.c.village)
    at = Place.of(connection.execute(count.where(*where)).scalar_one(), page, PAGE)
    rows = connection.execute(_DEVICES.where(*where).limit(PAGE).offset(at.first)).all()
    return Leaf(_works(connection, rows), at)


def one_laptop(connection: Connection, code: str, name: str) -> LaptopWork:
    """One laptop. Refused ``exchange_device_unknown``."""
    rows = connection.execute(_DEVICES.where(device.c.village == code, device.c.device == name)).all()
    if not rows:
        raise Refused("exchange_device_unknown")
    found = _works(connection, rows)[0]
    if not found.revoked:
        return found
    return replace(found, revocation=revocations(connection, code).get(bytes(rows[0].signing_key)))


def _works(connection: Connection, rows: Sequence[Row[Any]]) -> list[LaptopWork]:
    found = _Villages(connection, sorted({row.village for row in rows}))
    return [found.work(row) for row in rows]


class _Villages:
    """What is known of all laptops of some villages, read in a handful of queries whatever their number."""

    def __init__(self, connection: Connection, codes: Sequence[str]) -> None:
        self._connection = connection
        self._heads: dict[str, dict[str, Row[Any]]] = defaultdict(dict)
        for row in connection.execute(select(head).where(head.c.village.in_(codes))):
            self._heads[row.village][row.chain] = row
        told = (
            select(device.c.village, device.c.device, device.c.label, peer.c.vector)
            .outerjoin(peer, and_(device.c.village == peer.c.village, device.c.device == peer.c.device))
            .where(device.c.village.in_(codes))
        )
        self._labels: dict[str, dict[str, str]] = defaultdict(dict)
        self._told: dict[str, dict[str, Mapping[str, int]]] = defaultdict(dict)
        for row in connection.execute(told):
            self._labels[row.village][row.device] = row.label or tr("Laptop")
            if row.vector is not None:
                self._told[row.village][row.device] = json.loads(row.vector)
        newest = select(head.c.village, head.c.chain, entry.c.arrived_at_ms).join(
            entry, and_(entry.c.village == head.c.village, entry.c.chain == head.c.chain, entry.c.seq == head.c.seq)
        )
        self._arrived = _by_chain(connection.execute(newest.where(head.c.village.in_(codes))).all())
        aside = (
            select(entry.c.village, entry.c.chain, func.count())
            .where(entry.c.village.in_(codes), entry.c.reason != literal("", literal_execute=True))
            .group_by(entry.c.village, entry.c.chain)
        )
        self._aside = _by_chain(connection.execute(aside).all())
        people = select(person.c.village, person.c.person, person.c.name).where(person.c.village.in_(codes))
        self._names = {(row.village, row.person): row.name for row in connection.execute(people)}
        self._programs: dict[_Key, str] = {}
        self._starters: dict[_Key, str] = {}
        self._let_in: dict[_Key, tuple[str, int]] = {}
        """The place in the district's chain where it told for whom it let a laptop in."""
        self._people: dict[tuple[str, str, int], str] = {}
        self._passed: dict[_Key, list[Passed]] = defaultdict(list)
        self._retired: dict[_Key, tuple[Entry, int, DeviceRetired]] = {}
        of_itself = select(*ENTRY_COLUMNS, entry.c.village, entry.c.arrived_at_ms).where(
            entry.c.village.in_(codes), entry.c.kind.in_(_OF_LAPTOPS), entry.c.reason == ""
        )
        said = [(row.village, entry_of(row), row.arrived_at_ms) for row in connection.execute(of_itself)]
        for code, one, arrived_at_ms in sorted(said, key=lambda told: told[1].order):
            self._note(code, one, happened_at(one.at_ms, one.floor_ms, arrived_at_ms))
        self._later = self._after_retiring()
        self._called = {code: self._calls(code) for code in codes}

    def _note(self, code: str, one: Entry, at_ms: int) -> None:
        """What a laptop tells of itself, and when."""
        try:
            said = decode_payload(one.kind, one.version, one.payload)
        except Refused:
            return
        key = code, device_of(one.chain)
        if isinstance(said, DeviceCertified):
            self._let_in[code, str(said.device)] = one.chain, one.seq + 1
        elif isinstance(said, PersonCertified):
            self._people[code, one.chain, one.seq] = said.name
        elif isinstance(said, DeviceStarted):
            self._programs[key] = said.program
            self._starters.setdefault(key, one.author)
        elif isinstance(said, DeviceHandedOver):
            passed = Passed(self._name(code, said.giver), self._name(code, said.taker), at_ms)
            before = self._passed[key]
            if not before or (before[-1].giver, before[-1].taker) != (passed.giver, passed.taker):
                before.append(passed)
        elif isinstance(said, DeviceRetired):
            self._retired[key] = one, at_ms, said

    def _name(self, code: str, who: str) -> str:
        return self._names.get((code, who)) or tr("tidak dikenal")

    def _after_retiring(self) -> set[_Key]:
        """Laptops that were worked with after all: something but a seal stands behind their last word."""
        asked = []
        for (code, name), (one, _, _) in self._retired.items():
            for chain, end in self._heads[code].items():
                behind = one.seq if chain == one.chain else 0
                if device_of(ChainId(chain)) == name and end.seq > behind:
                    place = [entry.c.village == code, entry.c.chain == chain]
                    asked.append(and_(*place, entry.c.seq > behind, entry.c.turn > one.turn))
        if not asked:
            return set()
        later = select(entry.c.village, entry.c.chain).where(or_(*asked), entry.c.kind != "sealed").distinct()
        return {(row.village, device_of(ChainId(row.chain))) for row in self._connection.execute(later)}

    def _retirement(self, key: _Key) -> Retired | None:
        if key not in self._retired or key in self._later:
            return None
        _, at_ms, said = self._retired[key]
        return Retired(at_ms, said.entries, said.photos, said.drafts)

    def work(self, row: Row[Any]) -> LaptopWork:
        """One of their laptops, as `_DEVICES` has it."""
        code, name = key = row.village, row.device
        heads, vectors = self._heads[code], self._told[code]
        told = vectors.get(name, {})
        known = {chain for chain in heads if device_of(ChainId(chain)) == name}
        known |= {chain for vector in vectors.values() for chain in vector if device_of(ChainId(chain)) == name}
        return LaptopWork(
            code,
            row.village_name or code,
            name,
            self._called[code][name],
            row.label or tr("Laptop"),
            number_words(name),
            self._programs.get(key, ""),
            row.certified_at_ms,
            row.heard_at_ms,
            max((self._arrived.get((code, chain), 0) for chain in known), default=0),
            bool(row.gone),
            [self._chain(code, chain) for chain in sorted(known, key=lambda chain: (len(chain), chain))],
            sum(self._aside.get((code, chain), 0) for chain in known),
            sum(max(0, end.seq - told.get(chain, 0)) for chain, end in heads.items()) if row.heard_at_ms else 0,
            self._holder(key),
            self._passed[key][::-1],
            self._retirement(key),
        )

    def _holder(self, key: _Key) -> str:
        if self._passed[key]:
            return self._passed[key][-1].taker
        if key in self._starters:
            return self._name(key[0], self._starters[key])
        return self._people.get((key[0], *self._let_in[key]), "") if key in self._let_in else ""

    def _calls(self, code: str) -> dict[str, str]:
        labels = self._labels[code]
        return call(labels, {name: self._holder((code, name)) for name in labels})

    def _chain(self, code: str, chain: str) -> ChainWork:
        row = self._heads[code].get(chain)
        held = row.seq if row else 0
        told = self._told[code].items()
        more = {self._called[code][name]: one[chain] for name, one in told if one.get(chain, 0) > held}
        return ChainWork(chain, held, row.sealed_seq if row else 0, max(more.values(), default=held), sorted(more))


def _by_chain(rows: Sequence[Row[Any]]) -> dict[tuple[str, str], int]:
    return {(row[0], row[1]): int(row[2]) for row in rows}
