"""What was planted in the practice village: the truth that nobody in a real village has."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.ids import FamilyId
from app.domain.questionnaire import Words


@dataclass(frozen=True, slots=True)
class PlantedError:
    """One error of the practice list, what is true instead, and what it teaches."""

    kind: str
    label: Words
    lesson: Words
    """How one treats it."""
    family: FamilyId
    """Empty for a family that the list has left out."""
    head_name: str
    rt: str
    rw: str
    member_name: str = ""
    """Whose error it is; empty for the family's."""
    truth: str = ""
    """The right number, date or place; empty where the kind says it all."""
    other_name: str = ""
    """Head of the other family, where two belong together."""
    facts: tuple[tuple[str, str], ...] = ()
    """What a visitor would find, by DTSEN column."""
