"""Where a proposal stands: what village and district said of it, folded in one order, and what the register says since.

Part of the fold of a family (`app.domain.standing`), pure like it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.domain.entry import Entry, Recorded
from app.domain.ids import EntryId, FamilyId
from app.domain.payloads import (
    ChangeProposed,
    DecisionMade,
    Endorsed,
    ItemDecided,
    KeyedIn,
    ObjectionFiled,
    ProposalSettled,
    ProposalsMerged,
    ProposalWithdrawn,
    SettlingUndone,
)
from app.domain.roster import Family, value_of
from app.domain.visit_words import undone_in

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

GIVEN_UP: Final = frozenset({REFUSED, REJECTED, WITHDRAWN, REPLACED, MERGED})
"""States of which nothing more comes: neither the village nor the district stands behind it any longer."""

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


def proposals_of(official: Family | None, ordered: Sequence[Recorded], *, listed: bool) -> tuple[ProposalStanding, ...]:
    """Proposals and objections of one family with where each stands; `ordered` is in `Entry.order`.

    `official` is the register's row, None where it has none; `listed` False where it is one that today's list lacks.
    """
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
        found[body.kept] = _joined(_goes_on(found, kept), body) if holds else kept
    if merged is not None:
        state, into = merged.state, merged.merged_into
        if holds and body.kept not in {one.proposal for one in merged.merged} and _known(merged, body):
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


def _known(merged: ProposalStanding, body: ProposalsMerged) -> bool:
    """Whether whoever merged it knew all of it: a third that another laptop had merged into it brought its evidence
    along. Else what that third had would end with it; it stays open, and somebody is asked again."""
    told = {piece.name for piece in body.evidence}
    return not merged.merged or all(piece.name in told for piece in merged.body.evidence)


def _goes_on(found: dict[EntryId, ProposalStanding], kept: ProposalStanding) -> ProposalStanding:
    """One that was closed in favour of another before somebody who did not know it closed a third in its favour: it is
    open again. Else all of three that laptops merge in a ring would end, and what the third alone had would go with
    them; as they still look alike, somebody is asked again."""
    if kept.state != MERGED or kept.merged_into is None:
        return kept
    whole = found.get(kept.merged_into.proposal)
    if whole is not None:
        rest = tuple(one for one in whole.merged if one.proposal != kept.id)
        found[whole.id] = replace(whole, merged=rest)
    return replace(kept, state=PROPOSED, merged_into=None)


def _joined(kept: ProposalStanding, body: ProposalsMerged) -> ProposalStanding:
    """The proposal that goes on, with the people and the evidence of both; its village has to decide anew where it asks
    for more than it did."""
    other = Merged(body.merged, body.other_family)
    merged = (*(one for one in kept.merged if one != other), other)
    if not isinstance(kept.body, ChangeProposed) or kept.state in CLOSED:
        return replace(kept, merged=merged)
    held = {piece.name for piece in kept.body.evidence}
    evidence = (*kept.body.evidence, *(piece for piece in body.evidence if piece.name not in held))
    family = body.new_family if body.new_family is not None else kept.body.new_family
    asked = replace(kept.body, new_family=family, evidence=evidence)
    anew = body.new_family is not None and kept.state != RETURNED
    return replace(kept, body=asked, state=PROPOSED if anew else kept.state, merged=merged)


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
