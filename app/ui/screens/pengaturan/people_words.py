"""Which roles and RTs may be chosen for somebody, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.domain.policy import ENUMERATOR, HEAD, OPERATOR, SECOND_SIGNER, VIEWER, place_of
from app.ui.screens.keluarga.filters import place_words
from app.ui.vocabulary.roles import role_words
from app.ui.words import translate
from app.usecases.ports import Actor
from app.usecases.reading import PersonRow, Place

ROLES: Final = (ENUMERATOR, OPERATOR, HEAD, SECOND_SIGNER, VIEWER)


def roles_to_give(actor: Actor) -> tuple[tuple[str, str], ...]:
    """Roles that `actor` may give, each with its words: only a head makes a head."""
    return tuple((role, role_words(role)) for role in ROLES if role != HEAD or actor.role == HEAD)


def bound_rts(role: str, rts: tuple[str, ...]) -> tuple[str, ...]:
    """Only enumerators are bound to RTs."""
    return rts if role == ENUMERATOR else ()


def place_choices(places: Sequence[Place], rows: Sequence[PersonRow]) -> tuple[tuple[str, str], ...]:
    """One choice for each RT, though it may lie in two dusun, and for those that today's list no longer has but
    somebody is bound to: saving him again must not take them away."""
    merged: dict[str, list[str]] = {}
    for place in places:
        if place.rt:
            merged.setdefault(place_of(place.rt, place.rw), []).append(place.dusun)
    bound = {rt for row in rows for rt in row.rts if "/" in rt}
    for code in sorted(bound - merged.keys()):
        merged[code] = [translate("People", "tidak ada di daftar sekarang")]
    return tuple((code, _place_words(code, dusun)) for code, dusun in merged.items())


def _place_words(code: str, dusun: Sequence[str]) -> str:
    words = place_words(*code.split("/", 1))
    return " · ".join([words, *dict.fromkeys(name for name in dusun if name)])
