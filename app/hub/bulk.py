"""Many proposals answered with one look: only those of which nothing is contested and nothing is missing.

Each keeps a decision entry of its own. What may be chosen is asked again in the very transaction that writes, because
a village may have said something else since the list was shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from app.domain.entry import Recorded
from app.domain.errors import Refused, Unavailable
from app.domain.ids import FamilyId, PersonId
from app.domain.proposal_course import ACCEPTED, RETURNED, ProposalStanding
from app.domain.rivals import contradict
from app.domain.roster import Family
from app.domain.standing import Standing, fold
from app.domain.village_word import MEETING, OBJECTION, missing_steps
from app.hub.across import Key, contested_of, families_asked, families_listed, recorded_of
from app.hub.decide import CLOSED_TO_DISTRICT, check_reason, write_decision
from app.hub.district import District

OUTCOMES: Final = (ACCEPTED, RETURNED)
MOST: Final = 200
"""Proposals of one act."""

UNKNOWN: Final = "unknown"
ANSWERED: Final = "answered"
"""The district has answered, or the village took it back."""
BEFORE_MEETING: Final = "before_meeting"
BEFORE_ENDORSEMENT: Final = "before_endorsement"
RIVAL: Final = "rival"
"""Another open proposal about the family contradicts it, or somebody objects to the family."""
OBJECTED: Final = "objected"
"""It is an objection: somebody has to weigh it alone."""
AWAY: Final = "away"
"""The store went away; whether this one was answered has to be looked at again."""
HINDRANCES: Final = (UNKNOWN, ANSWERED, BEFORE_MEETING, BEFORE_ENDORSEMENT, RIVAL, OBJECTED, AWAY)


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of one proposal of an act: `hindrance` is empty where it was answered."""

    key: Key
    hindrance: str


def hindrances(connection: Connection, keys: Iterable[Key]) -> dict[Key, str]:
    """Why each of these proposals cannot be answered together with others (one of `HINDRANCES`, or what is contested as
    `app.hub.contested` names it); empty where it can."""
    asked = list(keys)
    families = families_asked(connection, asked)
    listed = families_listed(connection, families.values())
    records = recorded_of(connection, families.values())
    contested = contested_of(connection, asked)
    found: dict[Key, str] = {}
    for key in asked:
        family = families.get(key)
        if family is None:
            found[key] = UNKNOWN
            continue
        against = _hindrance(key[1], family[1], listed.get(family), records.get(family, []))
        found[key] = against or min(contested.get(key, ()), default="")
    return found


def _hindrance(one: str, family: str, official: Family | None, records: Sequence[Recorded]) -> str:
    standing = fold(FamilyId(family), official, records) or fold(
        FamilyId(family), Family(id=family), records, listed=False
    )
    asked = next((found for found in standing.proposals if found.id == one), None) if standing else None
    if standing is None or asked is None:
        return UNKNOWN
    if asked.state in CLOSED_TO_DISTRICT:
        return ANSWERED
    if asked.kind == OBJECTION:
        return OBJECTED
    missing = missing_steps(asked.id, records)
    if missing:
        return BEFORE_MEETING if MEETING in missing else BEFORE_ENDORSEMENT
    others = [other for other in standing.open_proposals if other.id != one]
    return RIVAL if any(_stands_against(other, asked, standing) for other in others) else ""


def _stands_against(other: ProposalStanding, asked: ProposalStanding, standing: Standing) -> bool:
    """Whether somebody objects to the family, or only one of the two can hold; whoever wrote them."""
    apart = frozenset({asked.id, other.id}) in standing.told_apart
    return other.kind == OBJECTION or (not apart and contradict(asked, other, standing.family))


def check_wish(keys: Sequence[Key], outcome: str) -> None:
    """Refused ``bulk_nothing_chosen``, ``bulk_too_many``, ``decision_outcome_missing``."""
    if outcome not in OUTCOMES:
        raise Refused("decision_outcome_missing")
    if not keys:
        raise Refused("bulk_nothing_chosen")
    if len(keys) > MOST:
        raise Refused("bulk_too_many", most=MOST)


def decide_all(
    district: District,
    keys: Sequence[Key],
    outcome: str,
    *,
    by: PersonId,
    name: str,
    reason: str = "",
    comment: str = "",
) -> list[Answered]:
    """Accept or return each of these proposals where nothing stands against it.

    Where the store goes away in the middle, those before it are answered and the others are `AWAY`. Refused as
    `check_wish`, and ``decision_reason_missing``, ``decision_comment_missing``, ``reason_unknown``; Unavailable where
    not even the first one was answered.
    """
    check_wish(keys, outcome)
    why = check_reason(outcome, reason, comment)
    found: list[Answered] = []
    asked = list(dict.fromkeys(keys))
    for code, one in asked:
        try:
            with district.database.write(code) as connection:
                hindrance = hindrances(connection, [(code, one)])[code, one]
                if not hindrance:
                    write_decision(connection, district, code, one, outcome, why, by=by, name=name)
        except Unavailable:
            if not found:
                raise
            return found + [Answered(key, AWAY) for key in asked[len(found) :]]
        found.append(Answered((code, one), hindrance))
    return found
