"""Only tries in vain on different days speak for absence, and whoever was found since is not absent."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.absence import days_in_vain
from app.domain.entry import Entry
from app.domain.ids import ChainId, MemberId, PersonId
from app.domain.payloads import MemberSeen, VisitRecorded
from app.domain.standing import VisitStanding

DAY_MS = 86_400_000
SITI = MemberId("m2")


def tries(*told: tuple[str, str]) -> tuple[VisitStanding, ...]:
    """Attempts in their order, each as (day, presence) with Siti's presence code after a colon."""
    found = []
    for seq, (day, said) in enumerate(told, 1):
        presence, _, siti = said.partition(":")
        visit = VisitRecorded(
            form="visit",
            form_version="1",
            attempt=seq,
            presence=presence,
            absence_reason="unknown" if presence == "not_found" else "",
            result="1",
            respondent="",
            members=(MemberSeen(SITI, siti),) if siti else (),
            started_at_ms=int(day) * DAY_MS + seq,
        )
        entry = Entry(ChainId("a.1"), seq, PersonId("p"), 0, 0, seq, "visit_recorded", 1, "k1", b"", b"")
        found.append(VisitStanding(entry, visit))
    return tuple(found)


def day_of(at_ms: int) -> date:
    """Days are numbered here."""
    return date.fromordinal(1 + at_ms // DAY_MS)


@pytest.mark.parametrize(
    ("told", "family", "siti"),
    [
        ((), 0, 0),
        ((("1", "found"), ("2", "found")), 0, 0),
        ((("1", "not_found"), ("1", "not_found")), 1, 1),
        ((("1", "not_found"), ("3", "not_found")), 2, 2),
        ((("1", "not_found"), ("2", "found"), ("3", "not_found")), 1, 2),
        ((("1", "not_found"), ("2", "not_found"), ("3", "found:1")), 0, 0),
        ((("1", "found:6"), ("2", "found:6")), 0, 2),
        ((("1", "found:6"), ("2", "found:1"), ("3", "found:6")), 0, 1),
        ((("1", "double"), ("2", "double")), 0, 0),
    ],
)
def test_days_on_which_they_were_looked_for_in_vain(told: tuple[tuple[str, str], ...], family: int, siti: int) -> None:
    attempts = tries(*told)
    assert days_in_vain(attempts, None, day_of) == family
    assert days_in_vain(attempts, SITI, day_of) == siti
