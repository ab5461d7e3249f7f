"""Whole NIK and KK numbers for a verifier, only after the district's chain holds who asked and why."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select

from app.domain.errors import Refused
from app.domain.ids import EntryId, PersonId
from app.domain.payloads import RevealLogged
from app.domain.policy import VERIFIER, Holder, may
from app.hub.chain import say
from app.hub.decide import introduction
from app.hub.district import District
from app.hub.tables import proposal
from app.usecases.reveal_identity import SHORTEST_REASON

FIELDS: Final = ("nik", "kk")
LONGEST_REASON: Final = 300


def log_reveal(
    district: District, code: str, proposal_id: str, reason: str, *, by: PersonId, name: str
) -> list[EntryId]:
    """Write who is about to see the numbers of a proposal's family, and why (UU 27/2022, art. 31).

    Refused ``reveal_reason_missing`` without a reason of a few letters, ``proposal_unknown``, ``not_allowed``.
    """
    reason = " ".join(reason.split())[:LONGEST_REASON]
    if len(reason) < SHORTEST_REASON:
        raise Refused("reveal_reason_missing")
    looks = [RevealLogged(field, reason) for field in FIELDS]
    if not all(may(Holder(VERIFIER), look) for look in looks):
        raise Refused("not_allowed")
    with district.database.write(code) as connection:
        where = [proposal.c.village == code, proposal.c.proposal == proposal_id]
        family = connection.execute(select(proposal.c.family).where(*where)).scalar()
        if family is None:
            raise Refused("proposal_unknown")
        known = introduction(connection, district, code, by, name)
        made = say(connection, district, code, [*known, *((by, family, look) for look in looks)])
    return made[len(known) :]
