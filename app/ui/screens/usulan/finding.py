"""Searching for a family by name or number: what was found, as choices."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.ids import FamilyId
from app.ui.screens.keluarga.filters import place_words
from app.ui.screens.keluarga.rows import second_of
from app.ui.screens.usulan.form_state import Finder
from app.ui.shown import Option
from app.ui.words import translate
from app.usecases.reading import FamilyFilter, FamilySort, Reading

MOST = 8


@dataclass(frozen=True, slots=True)
class Found:
    """One family that fits."""

    id: FamilyId
    name: str
    line: str


def find_families(reading: Reading, text: str) -> tuple[Found, ...]:
    """In the lane: the families that fit best."""
    rows = reading.families(FamilyFilter(text=text), FamilySort("match"), 0, MOST)
    return tuple(
        Found(
            row.id,
            row.head_name or translate("Proposals", "(tanpa nama)"),
            " · ".join(part for part in (second_of(row), place_words(row.rt, row.rw), row.address) if part),
        )
        for row in rows
    )


def finder_of(text: str, found: tuple[Found, ...], chosen: str, searched: bool, second_of_kind: str = "") -> Finder:
    """The search as it stands; `second_of_kind` where another family is asked for besides the one it is about."""
    title = {
        "duplicate": translate("Proposals", "Ganda dengan keluarga yang mana?"),
        "merge": translate("Proposals", "Digabung dengan keluarga yang mana?"),
    }.get(second_of_kind, translate("Proposals", "Keluarga yang mana?"))
    options = tuple(Option(one.id, one.name, one.line) for one in found)
    return Finder(title, text, options, chosen, searched)
