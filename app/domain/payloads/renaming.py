"""The same words about a family and its members, after a new list gave them other ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from app.domain.ids import FamilyId, MemberId
from app.domain.payloads import (
    ChangeProposed,
    Choice,
    ObjectionFiled,
    Outcome,
    Payload,
    ProposalSettled,
    ProposalsMerged,
    ProposalsToldApart,
    VisitRecorded,
    VisitsSettled,
)


def ids_named(payload: Payload) -> Iterator[str]:
    """Ids of families and members that `payload` names (its own subject apart)."""
    if isinstance(payload, VisitRecorded):
        yield from (seen.member for seen in payload.members)
        if payload.respondent_member is not None:
            yield payload.respondent_member
    elif isinstance(payload, ChangeProposed):
        yield from payload.members
        after = payload.outcome
        names = (payload.member, payload.other_member, payload.other_family)
        kept = (after.kept_family, after.kept_member, after.head, after.staying_head)
        yield from (name for name in (*names, *kept) if name is not None)
    elif isinstance(payload, ObjectionFiled) and payload.member is not None:
        yield payload.member
    elif isinstance(payload, VisitsSettled | ProposalSettled | ProposalsMerged | ProposalsToldApart):
        yield from _named_by_settling(payload)


def _named_by_settling(
    payload: VisitsSettled | ProposalSettled | ProposalsMerged | ProposalsToldApart,
) -> Iterator[str]:
    if isinstance(payload, ProposalsMerged | ProposalsToldApart):
        yield payload.other_family
    if isinstance(payload, VisitsSettled):
        yield from (seen.member for seen in payload.members)
    if isinstance(payload, ProposalsMerged):
        yield from payload.members
    if not isinstance(payload, ProposalsToldApart):
        yield from (choice.member for choice in payload.choices if choice.member is not None)


def renamed(payload: Payload, ids: Mapping[str, str]) -> Payload:
    """`payload` with every id that `ids` (old -> new) knows replaced; the journal itself keeps what was recorded."""
    if not any(name in ids for name in ids_named(payload)):
        return payload
    if isinstance(payload, VisitRecorded):
        return replace(
            payload,
            members=tuple(replace(seen, member=_member(seen.member, ids)) for seen in payload.members),
            respondent_member=payload.respondent_member and _member(payload.respondent_member, ids),
        )
    if isinstance(payload, ChangeProposed):
        return replace(
            payload,
            member=payload.member and _member(payload.member, ids),
            members=tuple(_member(member, ids) for member in payload.members),
            other_member=payload.other_member and _member(payload.other_member, ids),
            other_family=payload.other_family and _family(payload.other_family, ids),
            outcome=_outcome(payload.outcome, ids),
        )
    if isinstance(payload, ObjectionFiled):
        return replace(payload, member=payload.member and _member(payload.member, ids))
    return _settling(payload, ids)


def _settling(payload: Payload, ids: Mapping[str, str]) -> Payload:
    if isinstance(payload, VisitsSettled):
        seen = tuple(replace(one, member=_member(one.member, ids)) for one in payload.members)
        return replace(payload, members=seen, choices=_choices(payload.choices, ids))
    if isinstance(payload, ProposalSettled):
        return replace(payload, choices=_choices(payload.choices, ids))
    if isinstance(payload, ProposalsMerged):
        return replace(
            payload,
            other_family=_family(payload.other_family, ids),
            members=tuple(_member(one, ids) for one in payload.members),
            choices=_choices(payload.choices, ids),
        )
    if isinstance(payload, ProposalsToldApart):
        return replace(payload, other_family=_family(payload.other_family, ids))
    return payload


def _choices(choices: tuple[Choice, ...], ids: Mapping[str, str]) -> tuple[Choice, ...]:
    return tuple(replace(one, member=one.member and _member(one.member, ids)) for one in choices)


def _outcome(after: Outcome, ids: Mapping[str, str]) -> Outcome:
    return Outcome(
        kept_family=after.kept_family and _family(after.kept_family, ids),
        kept_member=after.kept_member and _member(after.kept_member, ids),
        head=after.head and _member(after.head, ids),
        staying_head=after.staying_head and _member(after.staying_head, ids),
    )


def _family(family: FamilyId, ids: Mapping[str, str]) -> FamilyId:
    return FamilyId(ids.get(family, family))


def _member(member: MemberId, ids: Mapping[str, str]) -> MemberId:
    return MemberId(ids.get(member, member))
