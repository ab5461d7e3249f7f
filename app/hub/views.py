"""What the district's pages show, gathered from the tables: the queue, one proposal, villages, laptops, lists."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, and_, func, not_, or_, select

from app.domain.entry import Recorded
from app.domain.errors import Refused
from app.domain.ids import FamilyId, MemberId
from app.domain.payloads import ChangeProposed, Evidence, NewMember, ObjectionFiled
from app.domain.policy import is_of_district
from app.domain.roster import Family
from app.domain.standing import (
    ACCEPTED,
    AGREED,
    ENDORSED,
    KEYED_IN,
    POSTPONED,
    PROPOSED,
    RETURNED,
    ProposalStanding,
    fold,
    value_of,
)
from app.domain.village_word import OBJECTION, missing_steps
from app.hub.afterwards import after_facts
from app.hub.decide import CLOSED_TO_DISTRICT
from app.hub.effects import official_families, records_of
from app.hub.tables import code as code_table
from app.hub.tables import device, entry, evidence, family, pack, person, proposal, revoked, seal, village
from app.hub.words import (
    EVENTS,
    ROLES,
    STEPS,
    say_due,
    say_evidence,
    say_field,
    say_kind,
    say_outcome,
    say_reason,
    say_state,
    say_time,
    say_value,
)

PAGE = 50


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One proposal in the queue."""

    village: str
    village_name: str
    proposal: str
    name: str
    place: str
    kind: str
    state: str
    tone: str
    arrived_at_ms: int
    due: str
    """Until when it has to be answered, where it is an objection that waits."""


@dataclass(frozen=True, slots=True)
class Queue:
    """One page of the queue with its filters."""

    rows: Sequence[QueueRow]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Change:
    """One field: what the list says now, what the author saw, what he proposes."""

    label: str
    seen: str
    proposed: str
    now: str
    stale: bool


@dataclass(frozen=True, slots=True)
class Photo:
    """One piece of evidence; `held` where the file is here."""

    sha256: str
    label: str
    held: bool
    shown: bool
    """Whether a browser can show it as a picture."""


@dataclass(frozen=True, slots=True)
class Event:
    """One step of a proposal's course."""

    at: str
    who: str
    what: str
    note: str
    sealed: bool


@dataclass(frozen=True, slots=True)
class ProposalView:
    """Everything a verifier needs to decide on one proposal."""

    village: str
    village_name: str
    proposal: str
    family: str
    name: str
    place: str
    kind: str
    state: str
    tone: str
    open: bool
    missing: Sequence[str]
    """The village's own steps without which it cannot be accepted."""
    due: str
    """Until when it has to be answered, where it is an objection that waits."""
    determinable: bool
    facts: Sequence[tuple[str, str]]
    changes: Sequence[Change]
    members: Sequence[Sequence[str]]
    new_members: Sequence[Sequence[str]]
    photos: Sequence[Photo]
    events: Sequence[Event]
    other_members: Sequence[Sequence[str]] = ()
    """The people of the other family of a merge or a duplicate, as its list has them."""


@dataclass(frozen=True, slots=True)
class VillageRow:
    """Progress of one village."""

    village: str
    name: str
    families: int
    visited: int
    waiting: int
    decided: int
    set_aside: int
    heard_at_ms: int
    month: str

    @property
    def share(self) -> int:
        """Visited families in percent."""
        return round(100 * self.visited / self.families) if self.families else 0


READY = and_(proposal.c.waits, or_(proposal.c.state.in_([ENDORSED, KEYED_IN]), proposal.c.kind == OBJECTION))
"""What the district can answer: the village has said its word, or somebody objects."""

_IN_VILLAGE = and_(proposal.c.state.in_([PROPOSED, AGREED, POSTPONED, RETURNED]), not_(READY))
_SHOWN = {"wait": READY, "village": _IN_VILLAGE}


def queue(
    connection: Connection, now_ms: int, code: str = "", kind: str = "", shown: str = "wait", page: int = 1
) -> Queue:
    """Proposals: those that wait for an answer (``wait``) or for their village (``village``), the oldest first; or
    all, the newest first."""
    where = [proposal.c.village == code] if code else []
    where += [proposal.c.kind == kind] if kind else []
    where += [_SHOWN[shown]] if shown in _SHOWN else []
    total = connection.execute(select(func.count()).select_from(proposal).where(*where)).scalar_one()
    pages = max(1, -(-total // PAGE))
    page = min(max(1, page), pages)
    order = proposal.c.arrived_at_ms if shown in _SHOWN else proposal.c.arrived_at_ms.desc()
    rows = connection.execute(
        select(proposal, village.c.name.label("village_name"))
        .join(village, village.c.village == proposal.c.village)
        .where(*where)
        .order_by(order, proposal.c.proposal)
        .limit(PAGE)
        .offset((page - 1) * PAGE)
    )
    return Queue([_queue_row(row, now_ms) for row in rows], total, page, pages)


def _queue_row(row: Row[Any], now_ms: int) -> QueueRow:
    state, tone = say_state(row.kind, row.state)
    return QueueRow(
        row.village,
        row.village_name or row.village,
        row.proposal,
        row.name or "(keluarga belum ada dalam daftar)",
        _place(row.rt, row.rw),
        say_kind(row.kind),
        state,
        tone,
        row.arrived_at_ms,
        say_due(row.village, row.at_ms, now_ms) if row.kind == OBJECTION and row.waits else "",
    )


def proposal_view(
    connection: Connection, code: str, proposal_id: str, now_ms: int, *, masked: bool = True
) -> ProposalView:
    """One proposal. Refused ``proposal_unknown``."""
    row = connection.execute(
        select(proposal.c.family, village.c.name)
        .join(village, village.c.village == proposal.c.village)
        .where(proposal.c.village == code, proposal.c.proposal == proposal_id)
    ).one_or_none()
    if row is None:
        raise Refused("proposal_unknown")
    official = official_families(connection, code, [row.family]).get(row.family)
    records = [record for record, _ in records_of(connection, code, [row.family]).get(row.family, [])]
    standing = fold(FamilyId(row.family), official, records)
    if standing is None:
        standing = fold(FamilyId(row.family), Family(id=row.family), records)
    one = next((found for found in standing.proposals if found.id == proposal_id), None) if standing else None
    if standing is None or one is None:
        raise Refused("proposal_unknown")
    people = _people(connection, code)
    named = one.body.other_family if isinstance(one.body, ChangeProposed) else None
    other = official_families(connection, code, [named]).get(named) if named is not None else None
    words, tone = say_state(one.kind, one.state)
    place = standing.family
    answerable = one.state not in CLOSED_TO_DISTRICT
    return ProposalView(
        code,
        row.name or code,
        proposal_id,
        row.family,
        place.head_name or "(keluarga belum ada dalam daftar)",
        " · ".join(part for part in (place.dusun, _place(place.rt, place.rw)) if part),
        say_kind(one.kind),
        words,
        tone,
        answerable,
        [STEPS[step] for step in missing_steps(one.id, records)] if answerable else [],
        say_due(code, one.entry.at_ms, now_ms) if answerable and one.kind == OBJECTION else "",
        one.state == ACCEPTED,
        _facts(one, place, other, masked=masked),
        _changes(one, official, place, masked=masked),
        _members(place, masked=masked),
        _new_members(one, masked=masked),
        _photos(connection, code, one.body.evidence),
        _events(connection, code, records, one, people),
        _members(other, masked=masked) if other is not None and other.id != place.id else (),
    )


def _members(one: Family, *, masked: bool) -> list[tuple[str, ...]]:
    return [_member_line(m.name, m.nik, m.birth_date, m.sex, m.relation, masked=masked) for m in one.members]


def _facts(one: ProposalStanding, place: Family, other: Family | None, *, masked: bool) -> list[tuple[str, str]]:
    body = one.body
    facts: list[tuple[str, str]] = []
    if body.member:
        facts.append(("Anggota", value_of(place, MemberId(body.member), "name") or str(body.member)))
    if isinstance(body, ObjectionFiled):
        facts.append(
            ("Penyanggah", f"{body.objector} ({'warga desa ini' if body.same_village else 'bukan warga desa ini'})")
        )
        if body.place:
            facts.append(("Letak", f"{body.place.latitude:.5f}, {body.place.longitude:.5f}"))
    if body.reason:
        facts.append(("Alasan", say_reason(body.reason_list, body.reason)))
    if isinstance(body, ChangeProposed):
        if body.event_date:
            facts.append(("Tanggal kejadian", say_value("birth_date", body.event_date)))
        if body.new_family:
            new = body.new_family
            facts += [("Nomor KK", say_value("kk", new.kk, masked=masked)), ("Alamat", new.address)]
        if body.members:
            names = [value_of(place, MemberId(who), "name") or str(who) for who in body.members]
            facts.append(("Menyangkut", ", ".join(names)))
        facts += after_facts(body, place, other, masked=masked)
    if body.replaces:
        facts.append(("Memperbaiki usulan", str(body.replaces)))
    if body.note:
        facts.append(("Catatan desa", body.note))
    return facts


def _changes(one: ProposalStanding, official: Family | None, place: Family, *, masked: bool) -> list[Change]:
    if not isinstance(one.body, ChangeProposed):
        return []
    found = []
    for change in one.body.changes:
        name = change.field
        now = value_of(official, one.body.member, name) if official else change.seen
        found.append(
            Change(
                say_field(name),
                say_value(name, change.seen, masked=masked),
                say_value(name, change.proposed, masked=masked),
                say_value(name, now, masked=masked),
                name in one.stale,
            )
        )
    return found


def _new_members(one: ProposalStanding, *, masked: bool) -> list[tuple[str, ...]]:
    if not isinstance(one.body, ChangeProposed):
        return []
    new: Sequence[NewMember] = (*(one.body.new_family.members if one.body.new_family else ()), *one.body.new_members)
    return [_member_line(m.name, m.nik, m.birth_date, m.sex, m.relation, masked=masked) for m in new]


_RELATIONS = {
    "1": "Kepala keluarga",
    "2": "Istri/suami",
    "3": "Anak",
    "4": "Menantu",
    "5": "Cucu",
    "6": "Orang tua/mertua",
    "7": "Famili lain",
    "8": "Lainnya",
}


def _member_line(
    name: str, nik: str, birth_date: str, sex: str, relation: str, *, masked: bool
) -> tuple[str, str, str, str, str]:
    return (
        name,
        say_value("nik", nik, masked=masked) if nik else "Belum punya NIK",
        say_value("birth_date", birth_date),
        say_value("sex", sex),
        _RELATIONS.get(relation, relation),
    )


def _photos(connection: Connection, code: str, told: Sequence[Evidence]) -> list[Photo]:
    rows = connection.execute(
        select(evidence.c.sha256, evidence.c.held).where(
            evidence.c.village == code, evidence.c.sha256.in_([one.sha256 for one in told])
        )
    )
    held = {row.sha256: row.held for row in rows}
    return [
        Photo(one.sha256, say_evidence(one.kind), bool(held.get(one.sha256)), one.media in PICTURES) for one in told
    ]


PICTURES = frozenset({"image/webp", "image/jpeg", "image/png"})
"""Kinds of files that a browser may be given to show."""


def _events(
    connection: Connection, code: str, records: Sequence[Recorded], one: ProposalStanding, people: dict[str, str]
) -> list[Event]:
    sealed = {
        (row.chain, row.author): row.covers for row in connection.execute(select(seal).where(seal.c.village == code))
    }
    moved = {event.entry.id: event for event in one.events}
    found = []
    for record in sorted(records, key=lambda record: record.entry.order):
        said = record.entry
        event = moved.get(said.id)
        if said.id != one.id and event is None:
            continue
        what = EVENTS.get(said.kind, said.kind)
        if event is not None and said.kind in ("decision_made", "item_decided"):
            what = f"{what}: {say_outcome(event.state)}"
        note = (
            ". ".join(part for part in (say_reason(event.reason_list, event.reason), event.note) if part)
            if event
            else ""
        )
        who = people.get(said.author, said.author)
        stands = is_of_district(record.payload) or sealed.get((said.chain, said.author), 0) >= said.seq
        found.append(Event(say_time(said.at_ms), who, what, note, stands))
    return found


def _people(connection: Connection, code: str) -> dict[str, str]:
    rows = connection.execute(select(person.c.person, person.c.name, person.c.role).where(person.c.village == code))
    return {row.person: f"{row.name}, {ROLES.get(row.role, row.role)}" for row in rows}


def _place(rt: str, rw: str) -> str:
    return " / ".join(part for part in (f"RT {rt}" if rt else "", f"RW {rw}" if rw else "") if part)


def villages(connection: Connection) -> list[VillageRow]:
    """All villages with their progress, in a handful of queries whatever their number."""

    def counted(table: object, *where: object) -> dict[str, int]:
        rows = connection.execute(
            select(table.c.village, func.count()).where(*where).group_by(table.c.village)  # type: ignore[attr-defined, arg-type]  # any table
        )
        return {row[0]: row[1] for row in rows}

    families = counted(family)
    waiting = counted(proposal, READY)
    decided = counted(proposal, proposal.c.state.in_(["accepted", "rejected", "determined", "returned"]))
    aside = counted(entry, entry.c.reason != "")
    visits = connection.execute(
        select(entry.c.village, func.count(func.distinct(entry.c.subject)))
        .where(entry.c.kind == "visit_recorded", entry.c.reason == "")
        .group_by(entry.c.village)
    )
    visited = {row[0]: row[1] for row in visits}
    newest = select(pack.c.village, func.max(pack.c.number).label("number")).group_by(pack.c.village).subquery()
    months = {
        row.village: row.month
        for row in connection.execute(
            select(pack.c.village, pack.c.month).join(
                newest, and_(pack.c.village == newest.c.village, pack.c.number == newest.c.number)
            )
        )
    }
    return [
        VillageRow(
            row.village,
            row.name or row.village,
            families.get(row.village, 0),
            visited.get(row.village, 0),
            waiting.get(row.village, 0),
            decided.get(row.village, 0),
            aside.get(row.village, 0),
            row.heard_at_ms,
            months.get(row.village, ""),
        )
        for row in connection.execute(select(village).order_by(village.c.name, village.c.village))
    ]


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """A certified laptop."""

    village: str
    village_name: str
    device: str
    label: str
    certified_at_ms: int
    heard_at_ms: int
    revoked: bool


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody whom the village named and the district has not confirmed."""

    village: str
    village_name: str
    person: str
    name: str
    role: str


def devices(connection: Connection) -> list[DeviceRow]:
    """All laptops, those heard of last first."""
    gone = {(row.village, bytes(row.public_key)) for row in connection.execute(select(revoked))}
    rows = connection.execute(
        select(device, village.c.name.label("village_name"))
        .join(village, village.c.village == device.c.village)
        .order_by(device.c.heard_at_ms.desc(), device.c.device)
    )
    return [
        DeviceRow(
            row.village,
            row.village_name or row.village,
            row.device,
            row.label or "Laptop",
            row.certified_at_ms,
            row.heard_at_ms,
            (row.village, bytes(row.signing_key)) in gone,
        )
        for row in rows
    ]


def unconfirmed(connection: Connection) -> list[PersonRow]:
    """Heads and second signers whom a village named, and the district has to confirm before their word counts."""
    rows = connection.execute(
        select(person, village.c.name.label("village_name"))
        .join(village, village.c.village == person.c.village)
        .where(~person.c.certified, person.c.active, person.c.role.in_(["head", "second_signer"]))
        .order_by(person.c.village, person.c.name)
    )
    return [
        PersonRow(row.village, row.village_name or row.village, row.person, row.name, ROLES.get(row.role, row.role))
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class CodeLine:
    """A code that was given out."""

    village: str
    name: str
    role: str
    rts: str
    state: str
    until: str


def code_lines(connection: Connection, now_ms: int) -> list[CodeLine]:
    """The newest codes; their letters were shown once and are not known any more."""
    rows = connection.execute(select(code_table).order_by(code_table.c.made_at_ms.desc()).limit(30))
    return [
        CodeLine(
            row.village,
            row.name,
            ROLES.get(row.role, row.role),
            ", ".join(json.loads(row.rts)),
            "Sudah dipakai" if row.used_by else "Kedaluwarsa" if row.expires_at_ms < now_ms else "Belum dipakai",
            say_time(row.expires_at_ms),
        )
        for row in rows
    ]
