"""Families outside the RTs of whoever searches, in words: who they are and who can help, never more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.ui.screens.keluarga.filters import place_words
from app.ui.words import translate
from app.usecases.reading import FamilyElsewhere

MOST: Final = 3
"""Families told of at most."""


def elsewhere_line(one: FamilyElsewhere) -> str:
    """One family: whose it is, and where it lives."""
    name = one.head_name or translate("Families", "(tanpa nama)")
    return " · ".join(part for part in (name, place_words(one.rt, one.rw)) if part)


def elsewhere_words(found: Sequence[FamilyElsewhere]) -> str:
    """That a search asks for families that may not be opened, and who can help; empty where it finds none."""
    if not found:
        return ""
    return translate(
        "Families",
        "Ada di luar RT tugas Anda: {families}. Minta operator atau petugas RT itu.",
        families="; ".join(elsewhere_line(one) for one in found),
    )
