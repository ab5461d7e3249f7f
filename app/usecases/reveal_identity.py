"""Show a whole NIK or KK: on purpose, for a reason, and written down before it is seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.domain.errors import Refused
from app.domain.ids import FamilyId, MemberId
from app.domain.payloads import RevealLogged
from app.domain.roster import Family
from app.domain.standing import value_of
from app.usecases.ports import Act, Journal

REVEALABLE: Final = frozenset({"nik", "kk"})
SHORTEST_REASON: Final = 5


@dataclass(frozen=True, slots=True)
class RevealIdentity:
    """Gives the number out only after the journal holds who asked and why (UU 27/2022, art. 31)."""

    journal: Journal

    def __call__(self, family: Family, member: MemberId | None, field: str, reason: str) -> str:
        """The whole number. Refused ``reveal_reason_missing`` without a reason of a few letters."""
        if field not in REVEALABLE:
            raise Refused("reveal_field_unknown", field=field)
        if len(reason.strip()) < SHORTEST_REASON:
            raise Refused("reveal_reason_missing")
        logged = RevealLogged(field=field, reason=reason.strip(), member=member)
        self.journal.record(Act(FamilyId(family.id), logged))
        return value_of(family, member, field)
