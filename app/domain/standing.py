"""How one family stands: the register's row and everything people did, folded into what the screen shows.

The fold is pure and reads entries in `Entry.order`, so every laptop and the district come to the same standing whatever
order entries came in; storage and hub only keep its result. A family is folded again when an entry or a pack concerns
it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from app.domain.entry import Entry, Recorded
from app.domain.ids import EntryId, FamilyId, MemberId, PersonId
from app.domain.payloads import (
    ChangeProposed,
    DecisionMade,
    Endorsed,
    ItemDecided,
    KeyedIn,
    NewFamily,
    NewMember,
    ObjectionFiled,
    ProposalWithdrawn,
    VisitRecorded,
)
from app.domain.roster import HEAD, Family, Member

NOT_VISITED: Final = "not_visited"
VISITED: Final = "visited"
INCOMPLETE: Final = "incomplete"
NOT_FOUND: Final = "not_found"
DOUBLE: Final = "double"
CONFLICTING: Final = "conflicting"
VISIT_STATUSES: Final = (NOT_VISITED, VISITED, INCOMPLETE, NOT_FOUND, DOUBLE, CONFLICTING)

PROPOSED: Final = "proposed"
AGREED: Final = "agreed"
REFUSED: Final = "refused"
POSTPONED: Final = "postponed"
ENDORSED: Final = "endorsed"
KEYED_IN: Final = "keyed_in"
RETURNED: Final = "returned"
ACCEPTED: Final = "accepted"
REJECTED: Final = "rejected"
DETERMINED: Final = "determined"
WITHDRAWN: Final = "withdrawn"
FULFILLED: Final = "fulfilled"
REPLACED: Final = "replaced"
PROPOSAL_STATES: Final = (
    PROPOSED,
    AGREED,
    REFUSED,
    POSTPONED,
    ENDORSED,
    KEYED_IN,
    RETURNED,
    ACCEPTED,
    REJECTED,
    DETERMINED,
    WITHDRAWN,
    FULFILLED,
    REPLACED,
)
CLOSED: Final = frozenset({REFUSED, REJECTED, DETERMINED, WITHDRAWN, FULFILLED, REPLACED, ACCEPTED})
"""States in which nobody has to do anything any more."""

_FINAL: Final = frozenset({REJECTED, DETERMINED, WITHDRAWN, REPLACED})
_OF_DISTRICT: Final = frozenset({ACCEPTED, RETURNED, REJECTED, DETERMINED})
_COMPLETE: Final = "1"
"""Visit-result code "Terisi lengkap" (Regsosek 205)."""


@dataclass(frozen=True, slots=True)
class VisitStanding:
    """One attempt."""

    entry: Entry
    visit: VisitRecorded

    @property
    def status(self) -> str:
        """What this attempt alone says of the family."""
        if self.visit.presence == "double":
            return DOUBLE
        if self.visit.presence == "not_found":
            return NOT_FOUND
        return VISITED if self.visit.result == _COMPLETE else INCOMPLETE


@dataclass(frozen=True, slots=True)
class ProposalEvent:
    """Something that moved a proposal."""

    entry: Entry
    state: str
    note: str = ""
    reason: str = ""
    reason_list: str = ""


@dataclass(frozen=True, slots=True)
class ProposalStanding:
    """One proposal or objection with where it stands."""

    entry: Entry
    body: ChangeProposed | ObjectionFiled
    state: str
    events: tuple[ProposalEvent, ...] = ()
    stale: tuple[str, ...] = ()
    """Fields whose official value is neither what the author saw nor what he proposed: a person has to look."""

    @property
    def id(self) -> EntryId:
        """The entry that proposed."""
        return self.entry.id

    @property
    def kind(self) -> str:
        """Kind of proposal; ``objection`` for a sanggah."""
        return self.body.proposal if isinstance(self.body, ChangeProposed) else "objection"

    @property
    def open(self) -> bool:
        """Whether somebody still has to act."""
        return self.state not in CLOSED


@dataclass(frozen=True, slots=True)
class Standing:
    """One family as everybody should see it."""

    id: FamilyId
    family: Family
    """The official row, or the family as it was proposed where the district does not list it."""
    listed: bool
    """Whether the district's current list holds the family."""
    visit_status: str
    visits: tuple[VisitStanding, ...]
    proposals: tuple[ProposalStanding, ...]
    presence: dict[MemberId, str]
    """Member -> presence code of the newest visit that tells it."""
    changed_at_ms: int
    """Wall time of the newest entry, 0 where nobody did anything yet."""
    authors: frozenset[PersonId]

    @property
    def newest_visit(self) -> VisitStanding | None:
        """The last attempt in `Entry.order`."""
        return self.visits[-1] if self.visits else None

    @property
    def open_proposals(self) -> tuple[ProposalStanding, ...]:
        """Proposals on which somebody still has to act."""
        return tuple(proposal for proposal in self.proposals if proposal.open)


def value_of(family: Family, member: MemberId | None, field: str) -> str:
    """The official text of one field; empty where the list has none. `member` None means a field of the family."""
    if member is None:
        return str(getattr(family, field)) if field in _FAMILY_FIELDS else family.fields.get(field, "")
    for person in family.members:
        if person.id == member:
            return str(getattr(person, field)) if field in _MEMBER_FIELDS else person.fields.get(field, "")
    return ""


_FAMILY_FIELDS: Final = frozenset({"kk", "head_name", "address", "dusun", "rt", "rw", "village_code", "decile"})
_MEMBER_FIELDS: Final = frozenset({"name", "nik", "birth_date", "sex", "relation", "marital"})


def fold(
    family_id: FamilyId, official: Family | None, records: Iterable[Recorded], *, listed: bool = True
) -> Standing | None:
    """The standing of one family; None where neither the register nor any proposal knows it.

    `listed` False: `official` is the last known row of a family that today's list has no more.
    """
    ordered = sorted(records, key=lambda record: record.entry.order)
    family = official or _proposed_family(family_id, ordered)
    if family is None:
        return None
    visits = tuple(
        VisitStanding(record.entry, record.payload) for record in ordered if isinstance(record.payload, VisitRecorded)
    )
    presence: dict[MemberId, str] = {}
    for attempt in visits:
        presence.update({seen.member: seen.presence for seen in attempt.visit.members})
    return Standing(
        id=family_id,
        family=family,
        listed=official is not None and listed,
        visit_status=_visit_status(visits),
        visits=visits,
        proposals=_proposals(official if listed else None, ordered),
        presence=presence,
        changed_at_ms=max((record.entry.at_ms for record in ordered), default=0),
        authors=frozenset(record.entry.author for record in ordered),
    )


def _proposed_family(family_id: FamilyId, ordered: list[Recorded]) -> Family | None:
    # The newest holds: a returned proposal is mended by another one about the same family.
    for record in reversed(ordered):
        body = record.payload
        if isinstance(body, ChangeProposed) and body.proposal == "new_family" and body.new_family is not None:
            return family_of_proposal(family_id, record.entry.id, body.new_family)
    return None


def family_of_proposal(family_id: FamilyId, entry: EntryId, new: NewFamily) -> Family:
    """A proposed family in the shape of the register, its members named ``<entry>#<n>``."""
    members = tuple(_member_of_proposal(entry, n, member) for n, member in enumerate(new.members, start=1))
    head = next((member for member in members if member.relation == HEAD), members[0] if members else None)
    return Family(
        id=family_id,
        kk=new.kk,
        head_name=head.name if head else "",
        address=new.address,
        dusun=new.dusun,
        rt=new.rt,
        rw=new.rw,
        fields=new.fields,
        members=members,
    )


def _member_of_proposal(entry: EntryId, n: int, new: NewMember) -> Member:
    return Member(
        id=f"{entry}#{n}",
        name=new.name,
        nik=new.nik,
        birth_date=new.birth_date,
        sex=new.sex,
        relation=new.relation,
        marital=new.marital,
        fields=new.fields,
    )


def _visit_status(visits: tuple[VisitStanding, ...]) -> str:
    if not visits:
        return NOT_VISITED
    newest = visits[-1]
    known = _known_to(newest, visits)
    if any(attempt.entry.id not in known and _disagree(attempt.visit, newest.visit) for attempt in visits):
        return CONFLICTING
    return newest.status


def _known_to(newest: VisitStanding, visits: tuple[VisitStanding, ...]) -> set[EntryId]:
    """The attempts that stood before the eyes of whoever wrote `newest`: its bases, and all earlier of their chains."""
    by_id = {attempt.entry.id: attempt for attempt in visits}
    known: set[EntryId] = set()
    to_do = [newest]
    while to_do:
        attempt = to_do.pop()
        if attempt.entry.id in known:
            continue
        known.add(attempt.entry.id)
        chain, seq = attempt.entry.chain, attempt.entry.seq
        to_do += [other for other in visits if other.entry.chain == chain and other.entry.seq < seq]
        base = attempt.visit.base_visit
        if base is not None and base in by_id:
            to_do.append(by_id[base])
    return known


def _disagree(one: VisitRecorded, other: VisitRecorded) -> bool:
    if one.presence != other.presence:
        return True
    both = one.answers.keys() & other.answers.keys()
    if any(one.answers[name] != other.answers[name] for name in both):
        return True
    there = {seen.member: seen.presence for seen in one.members}
    return any(there.get(seen.member, seen.presence) != seen.presence for seen in other.members)


def _proposals(official: Family | None, ordered: list[Recorded]) -> tuple[ProposalStanding, ...]:
    found: dict[EntryId, ProposalStanding] = {}
    for record in ordered:
        body = record.payload
        if isinstance(body, ChangeProposed | ObjectionFiled):
            found[record.entry.id] = ProposalStanding(record.entry, body, PROPOSED)
    for record in ordered:
        for target, event in _moves(record):
            proposal = found.get(target)
            if proposal is not None:
                state = _after(proposal.state, event.state)
                found[target] = replace(proposal, state=state, events=(*proposal.events, event))
    return tuple(_against_register(official, proposal) for proposal in found.values())


def _after(state: str, event: str) -> str:
    """The state after an event; the village's later words do not undo what the district has said already."""
    if state in _FINAL:
        return state
    if state == ACCEPTED:
        return event if event in _OF_DISTRICT else state
    if state == RETURNED:
        return event if event in _OF_DISTRICT or event in (WITHDRAWN, REPLACED) else state
    return event


def _moves(record: Recorded) -> Iterable[tuple[EntryId, ProposalEvent]]:
    entry, body = record.entry, record.payload
    if isinstance(body, ItemDecided):
        yield body.proposal, ProposalEvent(entry, body.outcome, body.note)
    elif isinstance(body, Endorsed):
        yield body.proposal, ProposalEvent(entry, ENDORSED, body.note)
    elif isinstance(body, KeyedIn):
        yield body.proposal, ProposalEvent(entry, KEYED_IN, body.result)
    elif isinstance(body, DecisionMade):
        yield body.proposal, ProposalEvent(entry, body.outcome, body.comment, body.reason, body.reason_list)
    elif isinstance(body, ProposalWithdrawn):
        yield body.proposal, ProposalEvent(entry, WITHDRAWN, body.note)
    elif isinstance(body, ChangeProposed | ObjectionFiled) and body.replaces is not None:
        yield body.replaces, ProposalEvent(entry, REPLACED)


def _against_register(official: Family | None, proposal: ProposalStanding) -> ProposalStanding:
    body = proposal.body
    if official is None or proposal.state in _FINAL or not isinstance(body, ChangeProposed) or not body.changes:
        return proposal
    now = {change.field: value_of(official, body.member, change.field) for change in body.changes}
    if all(now[change.field] == change.proposed for change in body.changes):
        return replace(proposal, state=FULFILLED)
    stale = tuple(change.field for change in body.changes if now[change.field] not in (change.seen, change.proposed))
    return replace(proposal, stale=stale)
