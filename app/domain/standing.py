"""How one family stands: the register's row and everything people did, folded into what the screen shows.

The fold is pure and reads entries in `Entry.order`, so every laptop and the district come to the same standing whatever
order entries came in; storage and hub only keep its result. A family is folded again when an entry or a pack concerns
it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
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
    ProposalSettled,
    ProposalsMerged,
    ProposalsToldApart,
    ProposalWithdrawn,
    SettlingUndone,
    VisitRecorded,
)
from app.domain.roster import HEAD, Family, Member
from app.domain.same_act import distinct
from app.domain.visit_words import CONFLICTING as CONFLICTING
from app.domain.visit_words import DOUBLE as DOUBLE
from app.domain.visit_words import INCOMPLETE as INCOMPLETE
from app.domain.visit_words import NOT_FOUND as NOT_FOUND
from app.domain.visit_words import NOT_VISITED as NOT_VISITED
from app.domain.visit_words import VISIT_STATUSES as VISIT_STATUSES
from app.domain.visit_words import VISITED as VISITED
from app.domain.visit_words import VisitStanding as VisitStanding
from app.domain.visit_words import Word, heads_of, presence_of, status_together, undone_in, words_of

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
MERGED: Final = "merged"
"""Another proposal means the same and goes on in its stead."""
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
    MERGED,
)
CLOSED: Final = frozenset({REFUSED, REJECTED, DETERMINED, WITHDRAWN, FULFILLED, REPLACED, ACCEPTED, MERGED})
"""States in which nobody has to do anything any more."""

_FINAL: Final = frozenset({REJECTED, DETERMINED, WITHDRAWN, REPLACED})
_OF_DISTRICT: Final = frozenset({ACCEPTED, RETURNED, REJECTED, DETERMINED})
_STAYS: Final = frozenset({ACCEPTED, MERGED, FULFILLED})
"""States that the village's later words do not move, only the district's."""
_OF_RETURNED: Final = frozenset({WITHDRAWN, REPLACED, MERGED, FULFILLED})
"""What the village may still do with a returned proposal."""

NEW_FAMILY: Final = "new_family"
"""Kind of the proposal of a family that the list lacks."""

MOVING_KINDS: Final = frozenset(
    {
        "change_proposed", "objection_filed", "proposal_withdrawn", "item_decided", "endorsed", "keyed_in",
        "decision_made", "proposal_settled", "proposals_merged", "proposals_told_apart", "settling_undone",
    }
)  # fmt: skip
"""Kinds of entries after which a family's proposals have to be folded again."""

SETTLED: Final = "settled"
UNDONE: Final = "undone"
"""Events that tell of a settling, and leave the state to what it decided."""


@dataclass(frozen=True, slots=True)
class ProposalEvent:
    """Something that moved a proposal."""

    entry: Entry
    state: str
    note: str = ""
    reason: str = ""
    reason_list: str = ""


@dataclass(frozen=True, slots=True)
class Merged:
    """A proposal that was merged with another one, and the family under which it stands."""

    proposal: EntryId
    family: FamilyId


@dataclass(frozen=True, slots=True)
class ProposalStanding:
    """One proposal or objection with where it stands."""

    entry: Entry
    body: ChangeProposed | ObjectionFiled
    """As it was proposed; after a settling as that left it."""
    state: str
    events: tuple[ProposalEvent, ...] = ()
    stale: tuple[str, ...] = ()
    """Fields whose official value is neither what the author saw nor what he proposed: a person has to look."""
    merged: tuple[Merged, ...] = ()
    """Other proposals that mean the same and were closed in favour of this one."""
    merged_into: Merged | None = None
    """The proposal in whose favour this one was closed."""

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
    words: tuple[Word, ...] = ()
    """Visits and what settled them, in `Entry.order`."""
    told_apart: frozenset[frozenset[EntryId]] = frozenset()
    """Pairs of proposals of which somebody said that both stand."""

    @property
    def newest_visit(self) -> VisitStanding | None:
        """The last attempt in `Entry.order`."""
        return self.visits[-1] if self.visits else None

    @property
    def heads(self) -> tuple[Word, ...]:
        """The words that hold: more than one where laptops knew nothing of each other."""
        return heads_of(self.words)

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
    ordered = distinct(sorted(records, key=lambda record: record.entry.order))
    family = official or _proposed_family(family_id, ordered)
    if family is None:
        return None
    visits = tuple(
        VisitStanding(record.entry, record.payload) for record in ordered if isinstance(record.payload, VisitRecorded)
    )
    words = words_of(ordered)
    return Standing(
        id=family_id,
        family=family,
        listed=official is not None and listed,
        visit_status=status_together(words),
        visits=visits,
        proposals=_proposals(official, ordered, listed=listed),
        presence=presence_of(words),
        changed_at_ms=max((record.entry.at_ms for record in ordered), default=0),
        authors=frozenset(record.entry.author for record in ordered),
        words=words,
        told_apart=told_apart_in(ordered),
    )


def told_apart_in(ordered: Sequence[Recorded]) -> frozenset[frozenset[EntryId]]:
    """Pairs of proposals of which somebody said, and nobody took back, that both stand."""
    undone = undone_in(ordered)
    return frozenset(
        frozenset({record.payload.proposal, record.payload.other})
        for record in ordered
        if isinstance(record.payload, ProposalsToldApart) and record.entry.id not in undone
    )


def _proposed_family(family_id: FamilyId, ordered: list[Recorded]) -> Family | None:
    # The newest holds: a returned proposal is mended by another one about the same family, or merged with another's.
    undone = undone_in(ordered)
    told = {record.entry.id for record in ordered}
    for record in reversed(ordered):
        body = record.payload
        if isinstance(body, ChangeProposed) and body.proposal == NEW_FAMILY and body.new_family is not None:
            return family_of_proposal(family_id, record.entry.id, body.new_family)
        if isinstance(body, ProposalsMerged) and record.entry.id not in undone and body.kept in told:
            joined = body.new_family
            if joined is not None:
                return family_of_proposal(family_id, body.kept, joined, body.members)
    return None


def family_of_proposal(family_id: FamilyId, entry: EntryId, new: NewFamily, names: Sequence[MemberId] = ()) -> Family:
    """A proposed family in the shape of the register, its members named ``<entry>#<n>``, or by `names` in their order
    as far as those go."""
    given = [*names, *(MemberId(f"{entry}#{n}") for n in range(len(names) + 1, len(new.members) + 1))]
    members = tuple(_member_of_proposal(name, member) for name, member in zip(given, new.members, strict=False))
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


def _member_of_proposal(name: MemberId, new: NewMember) -> Member:
    return Member(
        id=name,
        name=new.name,
        nik=new.nik,
        birth_date=new.birth_date,
        sex=new.sex,
        relation=new.relation,
        marital=new.marital,
        fields=new.fields,
    )


def _proposals(official: Family | None, ordered: list[Recorded], *, listed: bool) -> tuple[ProposalStanding, ...]:
    found: dict[EntryId, ProposalStanding] = {}
    for record in ordered:
        body = record.payload
        if isinstance(body, ChangeProposed | ObjectionFiled):
            found[record.entry.id] = ProposalStanding(record.entry, body, PROPOSED)
    undone = undone_in(ordered)
    settled = {record.entry.id: record.payload for record in ordered}
    overruled = _overruled(ordered, undone)
    for record in ordered:
        if isinstance(record.payload, ProposalSettled | ProposalsMerged):
            holds = record.entry.id not in undone and record.entry.id not in overruled
            _settle(found, record.entry, record.payload, holds=holds)
        elif isinstance(record.payload, SettlingUndone) and record.payload.settling in undone:
            _tell_undone(found, record.entry, record.payload, settled.get(record.payload.settling))
        for target, event in _moves(record):
            proposal = found.get(target)
            if proposal is not None:
                state = _after(proposal.state, event.state)
                found[target] = replace(proposal, state=state, events=(*proposal.events, event))
    return tuple(_against_register(official, proposal, listed=listed) for proposal in found.values())


def _overruled(ordered: Sequence[Recorded], undone: Collection[EntryId]) -> frozenset[EntryId]:
    """Settlings of two rivals that another laptop had settled before: the earlier word holds, so that one goes on."""
    whose: dict[frozenset[EntryId], str] = {}
    found = set()
    for record in ordered:
        body = record.payload
        if isinstance(body, ProposalSettled) and body.against is not None and record.entry.id not in undone:
            chain = whose.setdefault(frozenset({body.proposal, body.against}), record.entry.chain)
            if chain != record.entry.chain:
                found.add(record.entry.id)
    return frozenset(found)


def _after(state: str, event: str) -> str:
    """The state after an event; the village's later words do not undo what the district has said already."""
    if state in _FINAL:
        return state
    if state in _STAYS:
        return event if event in _OF_DISTRICT else state
    if state == RETURNED:
        return event if event in _OF_DISTRICT or event in _OF_RETURNED else state
    return event


def _settle(
    found: dict[EntryId, ProposalStanding], entry: Entry, body: ProposalSettled | ProposalsMerged, *, holds: bool
) -> None:
    if isinstance(body, ProposalSettled):
        _settle_base(found, entry, body, holds=holds)
        return
    kept, merged = found.get(body.kept), found.get(body.merged)
    if kept is not None and kept.merged_into is not None and kept.merged_into.proposal == body.merged:
        return  # two laptops merged each into the other: the earlier word holds, so that one of them goes on
    event = ProposalEvent(entry, SETTLED, body.note)
    if kept is not None:
        kept = replace(kept, events=(*kept.events, event))
        found[body.kept] = _joined(kept, body) if holds else kept
    if merged is not None:
        state, into = merged.state, merged.merged_into
        if holds and body.kept not in {one.proposal for one in merged.merged}:
            state, into = _after(state, MERGED), Merged(body.kept, body.other_family)
        found[body.merged] = replace(merged, state=state, merged_into=into, events=(*merged.events, event))


def _settle_base(found: dict[EntryId, ProposalStanding], entry: Entry, body: ProposalSettled, *, holds: bool) -> None:
    proposal = found.get(body.proposal)
    if proposal is None or not isinstance(proposal.body, ChangeProposed):
        return
    asked, state = proposal.body, proposal.state
    if holds and body.outcome == "kept":
        asked = replace(asked, changes=body.changes)
    elif holds:
        state = _after(state, FULFILLED if body.outcome == FULFILLED else WITHDRAWN)
    events = (*proposal.events, ProposalEvent(entry, SETTLED, body.note))
    found[body.proposal] = replace(proposal, body=asked, state=state, events=events)


def _joined(kept: ProposalStanding, body: ProposalsMerged) -> ProposalStanding:
    """The proposal that goes on, with the people and the evidence of both; its village has to decide anew where it asks
    for more than it did."""
    other = Merged(body.merged, body.other_family)
    if not isinstance(kept.body, ChangeProposed) or kept.state in CLOSED:
        return replace(kept, merged=(*kept.merged, other))
    held = {piece.name for piece in kept.body.evidence}
    evidence = (*kept.body.evidence, *(piece for piece in body.evidence if piece.name not in held))
    family = body.new_family if body.new_family is not None else kept.body.new_family
    asked = replace(kept.body, new_family=family, evidence=evidence)
    anew = body.new_family is not None and kept.state != RETURNED
    return replace(kept, body=asked, state=PROPOSED if anew else kept.state, merged=(*kept.merged, other))


def _tell_undone(found: dict[EntryId, ProposalStanding], entry: Entry, body: SettlingUndone, settled: object) -> None:
    names: tuple[EntryId, ...] = ()
    if isinstance(settled, ProposalSettled):
        names = (settled.proposal,)
    elif isinstance(settled, ProposalsMerged):
        names = (settled.kept, settled.merged)
    for name in names:
        proposal = found.get(name)
        if proposal is not None:
            found[name] = replace(proposal, events=(*proposal.events, ProposalEvent(entry, UNDONE, body.note)))


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


def _against_register(official: Family | None, proposal: ProposalStanding, *, listed: bool) -> ProposalStanding:
    body = proposal.body
    settled = _FINAL | {MERGED, FULFILLED}
    if official is None or proposal.state in settled or not isinstance(body, ChangeProposed):
        return proposal
    if body.proposal == NEW_FAMILY:
        return replace(proposal, state=FULFILLED)
    if not listed or not body.changes:
        return proposal
    now = {change.field: value_of(official, body.member, change.field) for change in body.changes}
    if all(now[change.field] == change.proposed for change in body.changes):
        return replace(proposal, state=FULFILLED)
    stale = tuple(change.field for change in body.changes if now[change.field] not in (change.seen, change.proposed))
    return replace(proposal, stale=stale)
