"""A laptop of one village, enrolled with a district that published its list."""

from __future__ import annotations

from app.composition.doors import FileDoors
from app.domain.ids import FamilyId
from app.domain.payloads import VisitRecorded
from app.practice.village import generate
from app.usecases.desk import Desk
from app.usecases.doors import NewPerson
from app.usecases.ports import Act

ROSTER = generate(7, 20).roster
CODE = ROSTER.village_code
OPERATOR = NewPerson("Siti Rahma", "operator", "kata sandi panjang")


def nothing(_: object) -> None:
    """Progress that nobody watches."""


def never() -> bool:
    """Nobody stops it."""
    return False


def again(doors: FileDoors, desk: Desk) -> Desk:
    """Locked, and unlocked once more."""
    desk.close()
    (vault,) = doors.vaults()
    return doors.unlock(vault, vault.last_slot, OPERATOR.password)


def visit(desk: Desk) -> None:
    """One act, as any official records it."""
    family = FamilyId(ROSTER.families[0].id)
    desk.journal.record(Act(family, VisitRecorded("visit", "1", 1, "not_found", "moved", "5", "")))
