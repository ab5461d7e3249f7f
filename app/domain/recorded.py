"""What is on record of a family's people already, so that nobody is asked for what is so: who is dead, who receives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from app.domain.ids import MemberId
from app.domain.payloads import ChangeProposed
from app.domain.proposal_course import ACCEPTED, DETERMINED, FULFILLED, ProposalStanding
from app.domain.standing import Standing

_MEMBER_DEAD: Final = "2"
"""Member-presence code "Meninggal" (Regsosek 404)."""
_FAMILY_DEAD: Final = "3"
"""Family-presence code "Meninggal dunia" (``id_status_keberadaan_keluarga``, DTSEN)."""
_FLAG_DEAD: Final = "status_says_dead"
"""The list's own status of the person says dead."""

_BLEW_OVER: Final = frozenset({"refused", "rejected", "withdrawn", "replaced", "merged"})
_GRANTED: Final = frozenset({ACCEPTED, DETERMINED, FULFILLED})


def recorded_dead(standing: Standing) -> frozenset[MemberId]:
    """People whom the list, a visit or a proposal that was not turned down calls dead, also those whom a list has since
    dropped: as a rule a list drops whom it takes for dead."""
    everybody = {MemberId(one.id) for one in standing.family.members} | standing.former.keys()
    if standing.family.fields.get("id_status_keberadaan_keluarga") == _FAMILY_DEAD:
        return frozenset(MemberId(one.id) for one in standing.family.members)
    listed = {MemberId(one.id) for one in standing.family.members if any(flag.code == _FLAG_DEAD for flag in one.flags)}
    seen = {member for member, presence in standing.presence.items() if presence == _MEMBER_DEAD}
    said = {body.member for body in _bodies(standing.proposals, "death") if body.member is not None}
    return frozenset((listed | seen | said) & everybody)


def recorded_representative(standing: Standing) -> MemberId | None:
    """Who receives the aid since the district granted it last; None where nothing on record tells."""
    granted = (one for one in standing.proposals if one.state in _GRANTED)
    named = [body.member for body in _bodies(granted, "representative") if body.member is not None]
    return named[-1] if named else None


def open_twin(standing: Standing, wanted: ChangeProposed) -> ProposalStanding | None:
    """The newest open proposal that asks for the same already; the one that `wanted` mends is none."""
    found = [
        one
        for one in standing.open_proposals
        if isinstance(one.body, ChangeProposed) and one.id != wanted.replaces and _same(one.body, wanted)
    ]
    return found[-1] if found else None


def _same(one: ChangeProposed, other: ChangeProposed) -> bool:
    if one.proposal != other.proposal or one.member != other.member:
        return False
    if one.proposal == "correction":
        return bool({change.field for change in one.changes} & {change.field for change in other.changes})
    if one.members and other.members:
        return bool(set(one.members) & set(other.members))
    return True


def _bodies(proposals: Iterable[ProposalStanding], kind: str) -> Iterator[ChangeProposed]:
    for one in proposals:
        if isinstance(one.body, ChangeProposed) and one.body.proposal == kind and one.state not in _BLEW_OVER:
            yield one.body
