"""What each laptop has sent, what it says it holds, and what is missing of it at the district."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, select

from app.domain.entry import Entry
from app.domain.errors import Refused
from app.domain.ids import ChainId, device_of
from app.domain.payloads import DeviceHandedOver, DeviceRetired, DeviceStarted
from app.hub.chain import ENTRY_COLUMNS, entry_of
from app.hub.language import tr
from app.hub.tables import device, entry, head, peer, person, revoked, village
from app.wire.payload import decode_payload

_OF_ITSELF = ("device_started", "device_handed_over", "device_retired")
"""Kinds by which a laptop tells of itself."""


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
    """Labels of the laptops that hold more than the district."""

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
    label: str
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
    """Who has it now: whoever it was handed to last, else whoever began its chain; empty while nothing came of it."""
    passed: Sequence[Passed]
    """The newest first."""
    retired: Retired | None

    @property
    def held(self) -> int:
        """Entries that the district holds of it."""
        return sum(one.held for one in self.chains)

    @property
    def missing(self) -> int:
        """Entries of it that exist and that the district lacks."""
        return sum(one.missing for one in self.chains)


def laptops(connection: Connection, code: str = "") -> list[LaptopWork]:
    """All laptops, or those of one village; those heard of last first."""
    rows = connection.execute(
        select(device, village.c.name.label("village_name"))
        .join(village, village.c.village == device.c.village)
        .where(*([device.c.village == code] if code else []))
        .order_by(device.c.heard_at_ms.desc(), device.c.device)
    ).all()
    gone = {(row.village, bytes(row.public_key)) for row in connection.execute(select(revoked))}
    works = {place: _Village(connection, place) for place in sorted({row.village for row in rows})}
    return [
        works[row.village].work(
            row.device,
            place=row.village_name or row.village,
            label=row.label or tr("Laptop"),
            certified_at_ms=row.certified_at_ms,
            heard_at_ms=row.heard_at_ms,
            gone=(row.village, bytes(row.signing_key)) in gone,
        )
        for row in rows
    ]


def one_laptop(connection: Connection, code: str, name: str) -> LaptopWork:
    """One laptop. Refused ``exchange_device_unknown``."""
    found = next((one for one in laptops(connection, code) if one.device == name), None)
    if found is None:
        raise Refused("exchange_device_unknown")
    return found


class _Village:
    """What is known of all laptops of one village, read once."""

    def __init__(self, connection: Connection, code: str) -> None:
        self._code = code
        self._heads = {row.chain: row for row in connection.execute(select(head).where(head.c.village == code)).all()}
        rows = connection.execute(
            select(peer.c.device, peer.c.vector, device.c.label)
            .join(device, (device.c.village == peer.c.village) & (device.c.device == peer.c.device))
            .where(peer.c.village == code)
        )
        self._told: dict[str, tuple[str, Mapping[str, int]]] = {
            row.device: (row.label or tr("Laptop"), json.loads(row.vector)) for row in rows
        }
        ours = [entry.c.village == code]
        self._arrived = _by_chain(
            connection.execute(
                select(entry.c.chain, func.max(entry.c.arrived_at_ms)).where(*ours).group_by(entry.c.chain)
            ).all()
        )
        self._aside = _by_chain(
            connection.execute(
                select(entry.c.chain, func.count()).where(*ours, entry.c.reason != "").group_by(entry.c.chain)
            ).all()
        )
        people = select(person.c.person, person.c.name).where(person.c.village == code)
        self._names: dict[str, str] = {row.person: row.name for row in connection.execute(people)}
        self._programs: dict[str, str] = {}
        self._starters: dict[str, str] = {}
        self._passed: dict[str, list[Passed]] = defaultdict(list)
        self._retired: dict[str, tuple[Entry, DeviceRetired]] = {}
        told = select(*ENTRY_COLUMNS).where(*ours, entry.c.kind.in_(_OF_ITSELF), entry.c.reason == "")
        for one in sorted(map(entry_of, connection.execute(told)), key=lambda one: one.order):
            self._note(one)
        self._later = self._after_retiring(connection)

    def _note(self, one: Entry) -> None:
        """What a laptop tells of itself."""
        try:
            said = decode_payload(one.kind, one.version, one.payload)
        except Refused:
            return
        name = device_of(one.chain)
        if isinstance(said, DeviceStarted):
            self._programs[name] = said.program
            self._starters.setdefault(name, one.author)
        elif isinstance(said, DeviceHandedOver):
            passed = Passed(self._name(said.giver), self._name(said.taker), one.at_ms)
            before = self._passed[name]
            if not before or (before[-1].giver, before[-1].taker) != (passed.giver, passed.taker):
                before.append(passed)
        elif isinstance(said, DeviceRetired):
            self._retired[name] = one, said

    def _name(self, who: str) -> str:
        return self._names.get(who) or tr("tidak dikenal")

    def _after_retiring(self, connection: Connection) -> set[str]:
        """Laptops that were worked with after all: something but a seal stands behind their last word."""
        found = set()
        for name, (one, _) in self._retired.items():
            where = [entry.c.village == self._code, entry.c.chain.startswith(f"{name}."), entry.c.kind != "sealed"]
            last = connection.execute(select(func.max(entry.c.turn)).where(*where)).scalar()
            if last is not None and int(last) > one.turn:
                found.add(name)
        return found

    def _retirement(self, name: str) -> Retired | None:
        if name not in self._retired or name in self._later:
            return None
        one, said = self._retired[name]
        return Retired(one.at_ms, said.entries, said.photos, said.drafts)

    def work(
        self, name: str, *, place: str, label: str, certified_at_ms: int, heard_at_ms: int, gone: bool
    ) -> LaptopWork:
        """One laptop of the village."""
        told = self._told.get(name, ("", {}))[1]
        known = {chain for chain in self._heads if device_of(ChainId(chain)) == name}
        known |= {chain for _, vector in self._told.values() for chain in vector if device_of(ChainId(chain)) == name}
        return LaptopWork(
            self._code,
            place,
            name,
            label,
            self._programs.get(name, ""),
            certified_at_ms,
            heard_at_ms,
            max((self._arrived.get(chain, 0) for chain in known), default=0),
            gone,
            [self._chain(chain) for chain in sorted(known, key=lambda chain: (len(chain), chain))],
            sum(self._aside.get(chain, 0) for chain in known),
            sum(max(0, row.seq - told.get(chain, 0)) for chain, row in self._heads.items()) if heard_at_ms else 0,
            self._holder(name),
            self._passed[name][::-1],
            self._retirement(name),
        )

    def _holder(self, name: str) -> str:
        if self._passed[name]:
            return self._passed[name][-1].taker
        return self._name(self._starters[name]) if name in self._starters else ""

    def _chain(self, chain: str) -> ChainWork:
        row = self._heads.get(chain)
        held = row.seq if row else 0
        more = {label: vector[chain] for label, vector in self._told.values() if vector.get(chain, 0) > held}
        return ChainWork(chain, held, row.sealed_seq if row else 0, max(more.values(), default=held), sorted(more))


def _by_chain(rows: Sequence[Row[Any]]) -> dict[str, int]:
    return {row[0]: int(row[1]) for row in rows}
