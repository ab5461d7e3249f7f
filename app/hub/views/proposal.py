"""One proposal beside what the list says, with its evidence and its course."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, select

from app.domain.entry import Recorded
from app.domain.errors import Refused
from app.domain.happened import Happened, happened
from app.domain.ids import EntryId, FamilyId
from app.domain.new_address import leaves_from, new_address_of
from app.domain.payloads import ChangeProposed, Evidence, FieldChange, NewFamily, ObjectionFiled
from app.domain.policy import is_of_district
from app.domain.proposal_course import ACCEPTED, RETURNED, ProposalEvent, ProposalStanding
from app.domain.rivals import between
from app.domain.roster import Family
from app.domain.standing import NOBODY, Standing, fold, value_of
from app.domain.village_word import OBJECTION, missing_steps
from app.hub.across import contested_of
from app.hub.afterwards import Whom, after_facts, say_code, say_date_of, say_new_address
from app.hub.calendar import current
from app.hub.decide import CLOSED_TO_DISTRICT, seen_mark
from app.hub.effects import records_of
from app.hub.language import tr
from app.hub.listed import former_members, known_families, official_families
from app.hub.tables import evidence, person, proposal, seal, village
from app.hub.views.former import Former, Photo, Said, former_of
from app.hub.views.members import member_lines, new_member_lines
from app.hub.words import (
    CONTESTED,
    STEPS,
    say_clock,
    say_due,
    say_event,
    say_evidence,
    say_field,
    say_kind,
    say_outcome,
    say_place,
    say_reason,
    say_role,
    say_state,
    say_time,
    say_value,
)

_CRITERIA: Final = "kriteria_usul@balai-1"
PICTURES = frozenset({"image/webp", "image/jpeg", "image/png"})
"""Kinds of files that a browser may be given to show."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field: what the list says now, what the author saw, what he proposes."""

    label: str
    seen: str
    proposed: str
    now: str
    stale: bool


@dataclass(frozen=True, slots=True)
class Event:
    """One step of a proposal's course."""

    at: str
    who: str
    what: str
    note: str
    sealed: bool
    clock: str = ""
    """What is to be said of the clock of the laptop that wrote it; empty where nothing speaks against it."""


@dataclass(frozen=True, slots=True)
class ProposalView:
    """Everything a verifier needs to decide on one proposal."""

    village: str
    village_name: str
    proposal: str
    family: str
    name: str
    """Of the head of the family."""
    member: str
    """Whom it is about, empty where that is the family."""
    place: str
    kind: str
    state: str
    tone: str
    objection: bool
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
    contested: Sequence[str] = ()
    """Why its village has to settle something first, in words."""
    beside: Sequence[tuple[str, str]] = ()
    """Open proposals about the family that contradict this one or say the same: number, and that in words."""
    merged: Sequence[str] = ()
    """Proposals that were merged into this one."""
    merged_into: str = ""
    """The proposal into which this one was merged."""
    seen: str = ""
    """Of what is shown here (`app.hub.decide.seen_mark`)."""
    former: Former | None = None
    """The version that the district sent back, where this one mends it."""


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
    listed, dropped = known_families(connection, code, [row.family])
    official = listed.get(row.family)
    told = records_of(connection, code, [row.family]).get(row.family, [])
    records = [record for record, _ in told]
    when = {
        record.entry.id: happened(record.entry.at_ms, record.entry.floor_ms, arrived_at_ms)
        for record, arrived_at_ms in told
    }
    once = former_members(connection, code, [row.family]).get(row.family, NOBODY)
    known = official or dropped.get(row.family)
    standing = fold(FamilyId(row.family), known, records, listed=official is not None, former=once)
    if standing is None:
        standing = fold(FamilyId(row.family), Family(id=row.family), records, listed=False, former=once)
    one = next((found for found in standing.proposals if found.id == proposal_id), None) if standing else None
    if standing is None or one is None:
        raise Refused("proposal_unknown")
    people = _people(connection, code)
    named = one.body.other_family if isinstance(one.body, ChangeProposed) else None
    other = official_families(connection, code, [named]).get(named) if named is not None else None
    whom = _whom(connection, code, standing, named)
    words, tone = say_state(one.kind, one.state)
    place = standing.family
    answerable = one.state not in CLOSED_TO_DISTRICT

    def said(version: ProposalStanding) -> Said:
        changes = _changes(version, official, other, masked=masked)
        return Said(
            _facts(version, whom, masked=masked),
            [(change.label, change.proposed) for change in changes],
            new_member_lines(version, masked=masked),
            _photos(connection, code, version.body.evidence),
        )

    returned, former = _sent_back(one, standing), None
    if returned is not None:
        before, word = returned
        former = former_of(before.id, say_time(when[word.entry.id].at_ms), _why(word), said(before), said(one))
    facts = _facts(one, whom, masked=masked)
    if one.body.replaces and former is None:
        facts.append((tr("Memperbaiki usulan"), str(one.body.replaces)))
    return ProposalView(
        code,
        row.name or code,
        proposal_id,
        row.family,
        _head(place, listed=known is None or official is not None),
        whom.name(one.body.member) if one.body.member else "",
        " · ".join(part for part in (place.dusun, say_place(place.rt, place.rw)) if part),
        say_kind(one.kind),
        words,
        tone,
        one.kind == OBJECTION,
        answerable,
        [tr(STEPS[step]) for step in missing_steps(one.id, records)] if answerable else [],
        say_due(current(connection), when[one.id].at_ms, now_ms) if answerable and one.kind == OBJECTION else "",
        one.state == ACCEPTED,
        facts,
        _changes(one, official, other, masked=masked),
        member_lines(place, masked=masked) if official is not None or not _asked_anew(one) else (),
        new_member_lines(one, masked=masked),
        _photos(connection, code, one.body.evidence),
        _events(connection, code, records, one, people, when),
        member_lines(other, masked=masked) if other is not None and other.id != place.id else (),
        [
            tr(CONTESTED[why])
            for why in sorted(contested_of(connection, [(code, proposal_id)]).get((code, proposal_id), ()))
        ],
        _beside(one, standing),
        [pair.proposal for pair in one.merged],
        one.merged_into.proposal if one.merged_into is not None else "",
        seen_mark(records, official),
        former,
    )


def _sent_back(one: ProposalStanding, standing: Standing) -> tuple[ProposalStanding, ProposalEvent] | None:
    """The proposal that this one mends, and the district's word that sent it back."""
    before = next((other for other in standing.proposals if other.id == one.body.replaces), None)
    if before is None:
        return None
    return next(((before, event) for event in reversed(before.events) if event.state == RETURNED), None)


def _beside(one: ProposalStanding, standing: Standing) -> list[tuple[str, str]]:
    """Whoever wrote them: what keeps this one from being answered with others has to be seen beside it."""
    found = []
    for other in standing.open_proposals if one.open else ():
        if other.id != one.id:
            words = _words_beside(one, other, standing)
            found += [(str(other.id), words)] if words else []
    return found


def _words_beside(one: ProposalStanding, other: ProposalStanding, standing: Standing) -> str:
    facts = {"number": other.id, "kind": say_kind(other.kind)}
    if other.kind == OBJECTION:
        return tr("Keluarga ini juga disanggah: nomor {number}.", **facts)
    if one.kind == OBJECTION:
        return tr("Usulan {number} menyangkut keluarga yang disanggah ini ({kind}).", **facts)
    apart = frozenset({one.id, other.id}) in standing.told_apart
    pair = None if apart else between(one, other, standing.family)
    if pair is None:
        return ""
    if pair.same:
        return tr("Usulan {number} meminta hal yang sama ({kind}).", **facts)
    return tr("Usulan {number} berbunyi lain ({kind}).", **facts)


def _head(one: Family, *, listed: bool) -> str:
    if not one.head_name:
        return tr("(keluarga belum ada dalam daftar)")
    return one.head_name if listed else tr("{name} (tidak ada lagi dalam daftar)", name=one.head_name)


def _whom(connection: Connection, code: str, standing: Standing, other: FamilyId | None) -> Whom:
    """Everybody whom a proposal about this family may name; `other` is the other family of a merge or a duplicate."""
    if other is None:
        return Whom(standing.family, None, standing.former)
    listed, dropped = known_families(connection, code, [other])
    once = former_members(connection, code, [other]).get(other, NOBODY)
    there = listed.get(other) or dropped.get(other)
    return Whom(standing.family, there, {**once, **standing.former}, there_listed=other in listed)


def _facts(one: ProposalStanding, whom: Whom, *, masked: bool) -> list[tuple[str, str]]:
    body = one.body
    facts: list[tuple[str, str]] = []
    if body.member:
        facts.append((tr("Anggota"), whom.name(body.member)))
    if isinstance(body, ObjectionFiled):
        whence = tr("warga desa ini") if body.same_village else tr("bukan warga desa ini")
        facts.append((tr("Penyanggah"), f"{body.objector} ({whence})"))
        if body.place:
            facts.append((tr("Letak"), f"{body.place.latitude:.5f}, {body.place.longitude:.5f}"))
    if body.reason:
        facts.append((tr("Alasan"), say_reason(body.reason_list, body.reason)))
    if isinstance(body, ChangeProposed):
        if body.event_date:
            facts.append((say_date_of(body.proposal), say_value("birth_date", body.event_date)))
        if body.new_family:
            new = body.new_family
            facts += [(tr("Nomor KK"), say_value("kk", new.kk, masked=masked)), (tr("Alamat"), _place(new))]
            if new.screening:
                met = "; ".join(say_code(_CRITERIA, code) for code in new.screening)
                facts.append((tr("Kriteria yang terpenuhi"), met))
        if body.members:
            names = [whom.name(who) for who in body.members]
            facts.append((tr("Menyangkut"), ", ".join(names)))
        facts += after_facts(body, whom, masked=masked)
    if body.note:
        facts.append((tr("Catatan desa"), body.note))
    return facts


def _place(new: NewFamily) -> str:
    return ", ".join(part for part in (new.address, new.dusun, say_place(new.rt, new.rw)) if part)


def _changes(one: ProposalStanding, official: Family | None, other: Family | None, *, masked: bool) -> list[Change]:
    body = one.body
    if not isinstance(body, ChangeProposed):
        return []
    found = []
    for change in body.changes:
        now = value_of(official, body.member, change.field) if official else change.seen
        stale = change.field in one.stale
        found.append(_change(say_field(change.field), change, now, stale=stale, masked=masked))
    left = leaves_from(body.outcome, official, other)
    for change in new_address_of(body, official):
        now = value_of(left, None, change.field) if left is not None else change.seen
        stale = now not in (change.seen, change.proposed)
        found.append(_change(say_new_address(body.proposal, change.field), change, now, stale=stale, masked=masked))
    return found


def _change(label: str, change: FieldChange, now: str, *, stale: bool, masked: bool) -> Change:
    seen, proposed, listed = (
        say_value(change.field, value, masked=masked) for value in (change.seen, change.proposed, now)
    )
    return Change(label, seen, proposed, listed, stale)


def _asked_anew(one: ProposalStanding) -> bool:
    """Whether it asks for a family: what is said of it then is the proposal's own word and no list's."""
    return isinstance(one.body, ChangeProposed) and one.body.new_family is not None


def _photos(connection: Connection, code: str, told: Sequence[Evidence]) -> list[Photo]:
    rows = connection.execute(
        select(evidence.c.name, evidence.c.held).where(
            evidence.c.village == code, evidence.c.name.in_([one.name for one in told])
        )
    )
    held = {row.name: row.held for row in rows}
    return [Photo(one.name, say_evidence(one.kind), bool(held.get(one.name)), one.media in PICTURES) for one in told]


def _events(
    connection: Connection,
    code: str,
    records: Sequence[Recorded],
    one: ProposalStanding,
    people: dict[str, str],
    when: Mapping[EntryId, Happened],
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
        what = say_event(said.kind)
        if event is not None and said.kind in ("decision_made", "item_decided"):
            what = say_outcome(event.state)
        note = _why(event) if event else ""
        who = people.get(said.author, said.author)
        stands = is_of_district(record.payload) or sealed.get((said.chain, said.author), 0) >= said.seq
        known = when[said.id]
        found.append(Event(say_time(known.at_ms), who, what, note, stands, say_clock(known)))
    return found


def _why(event: ProposalEvent) -> str:
    return ". ".join(part for part in (say_reason(event.reason_list, event.reason), event.note) if part)


def _people(connection: Connection, code: str) -> dict[str, str]:
    rows = connection.execute(select(person.c.person, person.c.name, person.c.role).where(person.c.village == code))
    return {row.person: f"{row.name}, {say_role(row.role)}" for row in rows}
