"""The journal of a village as people read it: its chains, and the entries of one of them; numbers of people in part."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, func, select

from app.domain.entry import Entry
from app.domain.errors import Refused
from app.domain.happened import happened
from app.domain.ids import ChainId, device_of
from app.domain.kk import mask_kk
from app.domain.nik import mask_nik
from app.domain.payloads import Payload
from app.hub.audit import ChainProof, prove_village
from app.hub.chain import ENTRY_COLUMNS, entry_of, village_row
from app.hub.district import District
from app.hub.language import tr
from app.hub.laptop_names import laptop_names
from app.hub.tables import entry, person
from app.hub.words import say_aside, say_broken, say_clock, say_event, say_role, say_time
from app.wire.payload import decode_payload

PAGE: Final = 50
NIK_FIELDS: Final = frozenset({"nik"})
KK_FIELDS: Final = frozenset({"kk", "no_kk"})
_NUMBER = re.compile(r"(?<![0-9A-Za-z])\d(?:[ .\-]?\d){14,17}(?![0-9A-Za-z])")
"""What may be a whole NIK or KK in somebody's own words, damaged by a digit or two."""


@dataclass(frozen=True, slots=True)
class ChainLine:
    """One chain and what came of proving it, in words."""

    chain: str
    writer: str
    entries: int
    aside: int
    verdict: str
    whole: bool
    broken_at: int

    @property
    def page(self) -> int:
        """Where the first broken place is."""
        return page_of(self.broken_at)


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One entry."""

    seq: int
    what: str
    kind: str
    author: str
    at: str
    clock: str
    """What is to be said of the clock of its laptop; empty where nothing speaks against it."""
    arrived: str
    subject: str
    hash: str
    aside: str
    """Why it does not count; empty where it does."""
    payload: str
    """What it says, as JSON; NIK and KK in part."""


@dataclass(frozen=True, slots=True)
class JournalPage:
    """Some entries of one chain."""

    chain: str
    writer: str
    rows: Sequence[JournalLine]
    total: int
    page: int
    pages: int


def page_of(seq: int) -> int:
    """The page that shows a number."""
    return max(0, seq - 1) // PAGE + 1


def chain_lines(connection: Connection, district: District, code: str) -> list[ChainLine]:
    """Every chain of a village, proved now. Refused ``hub_village_unknown``."""
    village_row(connection, code)
    labels = _laptops(connection, code)
    return [_chain_line(one, labels) for one in prove_village(connection, district, code)]


def _chain_line(one: ChainProof, labels: dict[str, str]) -> ChainLine:
    if one.broken:
        verdict = tr("Putus pada nomor {at}: {why}", at=one.broken_at, why=say_broken(one.broken))
    else:
        verdict = tr("Utuh: {n} catatan, {seals} tanda tangan cocok.", n=one.entries, seals=one.seals)
        bare = one.entries - one.sealed
        if bare > 0:
            verdict += " " + tr("{n} catatan terakhir belum ditandatangani.", n=bare)
    writer = tr("Kabupaten ini") if one.own else labels.get(device_of(ChainId(one.chain)), tr("Laptop tidak dikenal"))
    return ChainLine(one.chain, writer, one.entries, one.aside, verdict, not one.broken, one.broken_at)


def journal_page(connection: Connection, district: District, code: str, chain: str, page: int) -> JournalPage:
    """Entries of one chain, the first one first. Refused ``hub_village_unknown``, ``chain_unknown``."""
    place = village_row(connection, code)
    where = [entry.c.village == code, entry.c.chain == chain]
    total = connection.execute(select(func.count()).select_from(entry).where(*where)).scalar_one()
    if not total:
        raise Refused("chain_unknown")
    pages = -(-total // PAGE)
    page = min(max(1, page), pages)
    rows = connection.execute(
        select(*ENTRY_COLUMNS, entry.c.reason, entry.c.arrived_at_ms)
        .where(*where)
        .order_by(entry.c.seq)
        .limit(PAGE)
        .offset((page - 1) * PAGE)
    )
    people = _people(connection, code) | {district.keys.person: district.name}
    lines = [_line(entry_of(row), row.reason, row.arrived_at_ms, people) for row in rows]
    own = device_of(ChainId(chain)) == device_of(ChainId(place.chain))
    writer = tr("Kabupaten ini") if own else _laptops(connection, code).get(device_of(ChainId(chain)), tr("Laptop"))
    return JournalPage(chain, writer, lines, total, page, pages)


def _line(one: Entry, reason: str, arrived_at_ms: int, people: dict[str, str]) -> JournalLine:
    when = happened(one.at_ms, one.floor_ms, arrived_at_ms)
    return JournalLine(
        one.seq,
        say_event(one.kind),
        one.kind,
        people.get(one.author, one.author),
        say_time(when.at_ms),
        say_clock(when),
        say_time(arrived_at_ms),
        mask_text(one.subject),
        one.hash.hex(),
        say_aside(reason),
        _said(one),
    )


def _said(one: Entry) -> str:
    try:
        payload = decode_payload(one.kind, one.version, one.payload)
    except Refused:
        return tr("Isinya tidak terbaca oleh Balai ini ({n} byte).", n=len(one.payload))
    return json.dumps(masked(payload), ensure_ascii=False, indent=2)


def masked(payload: Payload) -> Any:
    """What an entry says as plain values; NIK and KK in part, whoever wrote them where, and keys as short hex."""
    return _masked(msgspec.to_builtins(payload, builtin_types=(bytes,)), "")


def _masked(value: Any, name: str) -> Any:
    if isinstance(value, dict):
        field = str(value.get("field", ""))
        return {
            mask_text(str(key)): _masked(one, field if key in ("seen", "proposed") else str(key))
            for key, one in value.items()
        }
    if isinstance(value, list | tuple):
        return [_masked(one, name) for one in value]
    if isinstance(value, bytes):
        return value.hex() if len(value) <= 32 else f"{value[:16].hex()}… ({len(value)} byte)"
    if isinstance(value, str):
        return _masked_text(value, name)
    return value


def _masked_text(text: str, name: str) -> str:
    if name in NIK_FIELDS:
        return mask_nik(text)
    return mask_kk(text) if name in KK_FIELDS else mask_text(text)


def mask_text(text: str) -> str:
    """Somebody's words; numbers as long as a NIK or KK in part."""
    return _NUMBER.sub(lambda found: mask_nik(re.sub(r"\D", "", found[0])), text)


def _laptops(connection: Connection, code: str) -> dict[str, str]:
    return {name: called or tr("Laptop") for name, called in laptop_names(connection, code).items()}


def _people(connection: Connection, code: str) -> dict[str, str]:
    rows = connection.execute(select(person.c.person, person.c.name, person.c.role).where(person.c.village == code))
    return {row.person: f"{row.name}, {say_role(row.role)}" for row in rows}
