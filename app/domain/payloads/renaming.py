"""The same words about a family and its members, after a new list gave them other ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from app.domain.ids import FamilyId, MemberId
from app.domain.payloads import ChangeProposed, ObjectionFiled, Payload, VisitRecorded


def ids_named(payload: Payload) -> Iterator[str]:
    """Ids of families and members that `payload` names (its own subject apart)."""
    if isinstance(payload, VisitRecorded):
        yield from (seen.member for seen in payload.members)
        if payload.respondent_member is not None:
            yield payload.respondent_member
    elif isinstance(payload, ChangeProposed):
        yield from payload.members
        yield from (name for name in (payload.member, payload.other_member, payload.other_family) if name is not None)
    elif isinstance(payload, ObjectionFiled) and payload.member is not None:
        yield payload.member


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
            other_family=payload.other_family and FamilyId(ids.get(payload.other_family, payload.other_family)),
        )
    if isinstance(payload, ObjectionFiled):
        return replace(payload, member=payload.member and _member(payload.member, ids))
    return payload


def _member(member: MemberId, ids: Mapping[str, str]) -> MemberId:
    return MemberId(ids.get(member, member))
