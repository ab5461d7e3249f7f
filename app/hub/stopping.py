"""A revocation or a last day that comes back to a restored district judges what it took in meanwhile.

A word of the district stands at the end of everything that it holds when it is said, so nothing held is behind it, and
a last day lies never before the day on which it is said. Only where the district lost the word with its disk may
entries have come that stand behind it: they counted, and are set aside now, with all that rested on them (seals, people
whom they named, and what those wrote).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, bindparam, delete, or_, select, true, update

from app.domain.entry import Entry
from app.domain.errors import Refused
from app.domain.ids import device_of
from app.domain.payloads import Payload, PersonAdded, PersonCertified, PersonChanged, Sealed
from app.domain.revocation import Order
from app.domain.sealing import Stand, judged_at
from app.domain.tenure import day_after_ms
from app.hub.chain import ENTRY_COLUMNS, entry_of, is_own
from app.hub.database import chunks
from app.hub.district import District
from app.hub.effects import Effects
from app.hub.judge import Judge
from app.hub.sealed import covered_by
from app.hub.tables import device, entry, head, person, seal
from app.wire.payload import decode_payload

_PEOPLE = ("person_added", "person_changed", "person_certified")
_SET_ASIDE = (
    update(entry)
    .where(
        entry.c.village == bindparam("at_village"),
        entry.c.chain == bindparam("at_chain"),
        entry.c.seq == bindparam("at_seq"),
    )
    .values(reason=bindparam("why"))
)

_Aside = list[tuple[Entry, str]]
"""Entries that counted, each with why they do not any more."""


def stop_held(
    connection: Connection, district: District, code: str, effects: Effects, places: Mapping[bytes, Order]
) -> None:
    """Set aside what is held behind the `places` of revoked keys; `effects` learns what to make anew."""
    stopping = _Stopping(connection, district, code, effects)
    stopping.set_aside(stopping.behind(places))


def end_held(connection: Connection, district: District, code: str, effects: Effects) -> None:
    """Set aside what is held behind the last day of its author's certificate, by what the district knows now of its own
    words and times; `effects` learns what to make anew."""
    stopping = _Stopping(connection, district, code, effects)
    stopping.set_aside(stopping.ended())


class _Stopping:
    def __init__(self, connection: Connection, district: District, code: str, effects: Effects) -> None:
        self._connection, self._district, self._code, self._effects = connection, district, code, effects

    def behind(self, places: Mapping[bytes, Order]) -> _Aside:
        """What counts of these keys' owners and laptops though it stands behind the revocation."""
        people = _owners(
            self._connection.execute(
                select(person.c.person, person.c.public_key).where(person.c.village == self._code)
            ).all(),
            places,
        )
        laptops = _owners(
            self._connection.execute(
                select(device.c.device, device.c.signing_key).where(device.c.village == self._code)
            ).all(),
            places,
        )
        found: _Aside = []
        late = or_(entry.c.turn >= min(place[0] for place in places.values()), entry.c.kind == "sealed")
        for one in self._counting(people, laptops, late):
            order = self._judged_at(one).order
            if _stands_behind(laptops.get(device_of(one.chain)), order):
                found.append((one, "device_revoked"))
            elif _stands_behind(people.get(one.author), order):
                found.append((one, "key_revoked"))
        return found

    def ended(self) -> _Aside:
        """What counts though it was written after the last day of its author's certificate."""
        terms = {
            str(row.person): day_after_ms(row.until)
            for row in self._connection.execute(
                select(person.c.person, person.c.until).where(person.c.village == self._code, person.c.until != "")
            )
        }
        if not terms:
            return []
        after = min(terms.values())
        late = or_(entry.c.at_ms >= after, entry.c.floor_ms >= after, entry.c.kind == "sealed")
        return self._judged(self._counting(terms, (), late), "certificate_ended")

    def set_aside(self, aside: _Aside) -> None:
        """Write it down, and what counted because of these entries alone, and because of those."""
        while aside:
            aside = self._set_aside(aside)

    def _set_aside(self, aside: _Aside) -> _Aside:
        rows = [{"at_village": self._code, "at_chain": one.chain, "at_seq": one.seq, "why": why} for one, why in aside]
        self._connection.execute(_SET_ASIDE, rows)
        sealers: set[tuple[str, str]] = set()
        people: set[str] = set()
        for one, payload in _read(one for one, _ in aside):
            self._effects.undo(one, payload)
            if isinstance(payload, Sealed):
                sealers.add((one.chain, one.author))
            elif isinstance(payload, PersonAdded | PersonChanged):
                people.add(payload.person)
        return [*self._unsealed(sealers), *self._unknown(people)]

    def _counting(self, people: Iterable[str], laptops: Iterable[str], late: ColumnElement[bool]) -> list[Entry]:
        whose = [entry.c.chain.startswith(f"{name}.") for name in laptops]
        rows = self._connection.execute(
            select(*ENTRY_COLUMNS).where(
                entry.c.village == self._code,
                entry.c.reason == "",
                late,
                or_(entry.c.author.in_(list(people)), *whose),
            )
        )
        return [one for one in map(entry_of, rows) if not is_own(self._district, self._code, one.chain)]

    def _judged_at(self, one: Entry) -> Stand:
        said = next((payload for _, payload in _read([one])), None)
        covered = covered_by(self._connection, self._code, one, said, {}) if isinstance(said, Sealed) else None
        return judged_at(Stand.of(one), Stand.of(covered) if covered is not None else None)

    def _unsealed(self, sealers: Iterable[tuple[str, str]]) -> _Aside:
        """Acts of weight that only a seal covered which does not count any more."""
        found: _Aside = []
        for chain, author in sorted(sealers):
            rows = self._connection.execute(
                select(*ENTRY_COLUMNS)
                .where(entry.c.village == self._code, entry.c.chain == chain, entry.c.reason == "")
                .order_by(entry.c.seq)
            )
            counting = list(_read(map(entry_of, rows)))
            seals = [(one, said) for one, said in counting if isinstance(said, Sealed)]
            covers = max((said.seq for one, said in seals if one.author == author), default=0)
            here = [seal.c.village == self._code, seal.c.chain == chain, seal.c.author == author]
            self._connection.execute(update(seal).where(*here).values(covers=covers))
            self._connection.execute(
                update(head)
                .where(head.c.village == self._code, head.c.chain == chain)
                .values(sealed_seq=max((one.seq for one, _ in seals), default=0))
            )
            found += self._judged([one for one, _ in counting if one.author == author], "author_unsealed")
        return found

    def _unknown(self, people: set[str]) -> _Aside:
        """People as what still counts tells of them; what those wrote whom nobody names any more."""
        if not people:
            return []
        for some in chunks(people):
            self._connection.execute(delete(person).where(person.c.village == self._code, person.c.person.in_(some)))
        rows = self._connection.execute(
            select(*ENTRY_COLUMNS).where(entry.c.village == self._code, entry.c.kind.in_(_PEOPLE), entry.c.reason == "")
        )
        for one, payload in _read(sorted(map(entry_of, rows), key=lambda one: one.order)):
            if isinstance(payload, PersonAdded | PersonChanged | PersonCertified) and payload.person in people:
                self._effects.apply(one, payload, own=is_own(self._district, self._code, one.chain))
        self._effects.people |= people
        return self._judged(self._counting(people, (), true()), "author_unknown")

    def _judged(self, counting: list[Entry], reason: str) -> _Aside:
        judge = Judge(self._connection, self._code, counting)
        return [(one, reason) for one in counting if judge.judge(one, of_district=False).reason == reason]


def _stands_behind(place: Order | None, order: Order) -> bool:
    return place is not None and order > place


def _owners(rows: Sequence[Row[Any]], places: Mapping[bytes, Order]) -> dict[str, Order]:
    """Of (name, key): name -> from where on its key holds no more."""
    return {str(name): places[bytes(key)] for name, key in rows if bytes(key) in places}


def _read(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Payload]]:
    for one in entries:
        try:
            yield one, decode_payload(one.kind, one.version, one.payload)
        except Refused:
            continue
