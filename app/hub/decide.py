"""The district's word on a proposal, written on its chain in the verifier's name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.domain.entry import VILLAGE, Recorded
from app.domain.errors import Refused
from app.domain.ids import EntryId, FamilyId, PersonId
from app.domain.payloads import DecisionMade, PersonCertified
from app.domain.policy import VERIFIER
from app.domain.proposal_course import ACCEPTED, DETERMINED, REJECTED, RETURNED
from app.domain.roster import Family
from app.domain.village_word import MEETING, missing_steps
from app.hub.chain import Said, say
from app.hub.database import put
from app.hub.district import District
from app.hub.effects import records_of, refold
from app.hub.listed import official_families
from app.hub.tables import person, proposal
from app.shelf.reasons import reason_book

OUTCOMES = (ACCEPTED, RETURNED, REJECTED, DETERMINED)
REASON_GROUPS = {RETURNED: "returned", REJECTED: "rejected"}
LONGEST_COMMENT = 2_000


def decide(
    district: District,
    code: str,
    proposal_id: str,
    outcome: str,
    *,
    by: PersonId,
    name: str,
    reason: str = "",
    comment: str = "",
    seen: str = "",
) -> EntryId:
    """Accept, return with a comment, reject with a reason, or note that it was determined; gives the new entry.
    `seen` is the `seen_mark` of what he looked at, empty where nobody looked.

    Refused ``decision_outcome_missing``, ``proposal_closed``, ``proposal_unknown``, ``decision_comment_missing``,
    ``decision_reason_missing``, ``reason_unknown``; and where it would be accepted before the village has said its own
    word ``proposal_before_meeting``, ``proposal_before_endorsement``; ``proposal_news`` where something was said of the
    family since he looked.
    """
    why = check_reason(outcome, reason, comment)
    with district.database.write(code) as connection:
        if seen:
            _check_seen(connection, code, proposal_id, outcome, seen)
        return write_decision(connection, district, code, proposal_id, outcome, why, by=by, name=name)


def write_decision(
    connection: Connection,
    district: District,
    code: str,
    proposal_id: str,
    outcome: str,
    why: Why,
    *,
    by: PersonId,
    name: str,
) -> EntryId:
    """The district's word in the transaction of its village. Refused as `decide`, but for reason and comment."""
    family = _open_one(connection, code, proposal_id, outcome)
    if outcome == ACCEPTED:
        _check_village(connection, code, family, EntryId(proposal_id))
    said = DecisionMade(EntryId(proposal_id), outcome, why.reason, why.reason_list, why.comment)
    made = say(connection, district, code, [*introduction(connection, district, code, by, name), (by, family, said)])
    refold(connection, code, [family])
    return made[-1]


@dataclass(frozen=True, slots=True)
class Why:
    """The reason and the comment of a decision, as they fit its outcome."""

    reason_list: str
    reason: str
    comment: str


def check_reason(outcome: str, reason: str, comment: str) -> Why:
    """Refused ``decision_outcome_missing``, ``decision_comment_missing``, ``decision_reason_missing``,
    ``reason_unknown``."""
    comment = comment.replace("\r\n", "\n").strip()[:LONGEST_COMMENT]  # as browsers end lines
    if outcome not in OUTCOMES:
        raise Refused("decision_outcome_missing")
    group = REASON_GROUPS.get(outcome)
    if group is None:
        return Why("", "", comment)
    if not reason:
        raise Refused("decision_reason_missing")
    for one, found in reason_book().group(group):
        if f"{one.key}:{found.code}" == reason:
            if not comment and (outcome == RETURNED or found.note_required):
                raise Refused("decision_comment_missing")
            return Why(one.key, found.code, comment)
    raise Refused("reason_unknown", reason=reason)


def seen_mark(records: Iterable[Recorded], official: Family | None) -> str:
    """Another one once anything more was said of a family, or its row of the list changed."""
    told = hashlib.sha256(repr(official).encode())
    for name in sorted(record.entry.id for record in records):
        told.update(b"\n" + name.encode())
    return told.hexdigest()[:16]


def _check_seen(connection: Connection, code: str, proposal_id: str, outcome: str, seen: str) -> None:
    family = _open_one(connection, code, proposal_id, outcome)  # closed says more than that something is new
    records = [record for record, _ in records_of(connection, code, [family]).get(family, [])]
    official = official_families(connection, code, [family]).get(family)
    if seen_mark(records, official) != seen:
        raise Refused("proposal_news")


def _open_one(connection: Connection, code: str, proposal_id: str, outcome: str) -> FamilyId:
    """Whom a proposal is about that may be answered so. Refused ``proposal_unknown``, ``proposal_closed``."""
    row = connection.execute(
        select(proposal.c.family, proposal.c.state).where(
            proposal.c.village == code, proposal.c.proposal == proposal_id
        )
    ).one_or_none()
    if row is None:
        raise Refused("proposal_unknown")
    _check_state(row.state, outcome)
    return FamilyId(row.family)


def _check_state(state: str, outcome: str) -> None:
    """Accepted may still become determined; everything else that is closed stays closed."""
    if outcome == DETERMINED:
        if state != ACCEPTED:
            raise Refused("proposal_not_accepted", state=state)
    elif state in CLOSED_TO_DISTRICT:
        raise Refused("proposal_closed", state=state)


def _check_village(connection: Connection, code: str, family: str, proposal_id: EntryId) -> None:
    """Returned or rejected may be at any time; accepted only what its village stands behind."""
    records = [record for record, _ in records_of(connection, code, [family]).get(family, [])]
    missing = missing_steps(proposal_id, records)
    if missing:
        raise Refused("proposal_before_meeting" if MEETING in missing else "proposal_before_endorsement")


CLOSED_TO_DISTRICT = frozenset(
    {"accepted", "returned", "rejected", "determined", "withdrawn", "fulfilled", "replaced", "refused", "merged"}
)
"""States in which the district has nothing to decide: it has, or the village took it back."""


def introduction(connection: Connection, district: District, code: str, by: PersonId, name: str) -> list[Said]:
    """What the district has to say before a verifier first acts in a village: who he is."""
    known = select(person.c.person).where(person.c.village == code, person.c.person == by)
    if connection.execute(known).first():
        return []
    key = district.keys.root_public
    values = {
        "name": name,
        "role": VERIFIER,
        "public_key": key,
        "rts": "[]",
        "until": "",
        "active": True,
        "certified": True,
    }
    put(connection, person, {"village": code, "person": by}, values)
    return [(district.keys.person, VILLAGE, PersonCertified(by, code, name, VERIFIER, key))]
