"""Who may record what: one table of role and act, with a version, asked by the laptop before and by the hub after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

from app.domain.payloads import KIND_OF, ChangeProposed, PackPublished, Payload, SettlingUndone

VERSION: Final = 5
"""Grows with every change of the table; the hub names it when it sets an entry aside."""

ENUMERATOR: Final = "enumerator"
OPERATOR: Final = "operator"
HEAD: Final = "head"
SECOND_SIGNER: Final = "second_signer"
VIEWER: Final = "viewer"
VERIFIER: Final = "verifier"
ROLES: Final = (ENUMERATOR, OPERATOR, HEAD, SECOND_SIGNER, VIEWER, VERIFIER)

UNKNOWN_PLACE: Final = ""
"""RT and RW of a family that nobody knows; somebody who is bound to RTs may not write about it."""

NOT_ALLOWED: Final = "not_allowed"
OUTSIDE_RTS: Final = "outside_rts"

_FIELD: Final = frozenset({ENUMERATOR, OPERATOR, HEAD})
_DESK: Final = frozenset({OPERATOR, HEAD})
_EVERYBODY: Final = frozenset(ROLES)
_DISTRICT: Final = frozenset({VERIFIER})

ACTS: Final[dict[str, frozenset[str]]] = {
    "visit_recorded": _FIELD,
    "change_proposed": _FIELD,
    "objection_filed": _FIELD | {SECOND_SIGNER},
    "proposal_withdrawn": _FIELD,
    "reveal_logged": _FIELD | {SECOND_SIGNER} | _DISTRICT,
    "list_exported": _DESK,
    "item_decided": _DESK,
    "endorsed": frozenset({HEAD, SECOND_SIGNER}),
    "keyed_in": _DESK,
    "visits_settled": _FIELD,
    "proposal_settled": _DESK,
    "proposals_merged": _DESK,
    "proposals_told_apart": _DESK,
    "settling_undone": _FIELD,
    "person_added": _DESK,
    "person_changed": _DESK,
    "device_handed_over": _DESK,
    "device_retired": _EVERYBODY,
    "device_started": _EVERYBODY,
    "sealed": _EVERYBODY,
    "families_matched": _FIELD | {SECOND_SIGNER},
    "calendar_set": _DISTRICT,
    "decision_made": _DISTRICT,
    "person_certified": _DISTRICT,
    "device_certified": _DISTRICT,
    "key_revoked": _DISTRICT,
    "receipt_issued": _DISTRICT,
}
"""Kind of entry -> roles that may write it; ``pack_published`` depends on whose list it is."""

EXPORTERS: Final = _DESK | _DISTRICT
"""Roles that may take lists out of Balai."""

BOUND_TO_RTS: Final = frozenset(
    {
        "visit_recorded", "change_proposed", "proposal_withdrawn", "reveal_logged", "visits_settled",
        "settling_undone",
    }
)  # fmt: skip
"""Kinds that an enumerator may write about families of his own RTs only."""

_OF_DISTRICT: Final = frozenset(
    {"calendar_set", "decision_made", "person_certified", "device_certified", "key_revoked", "receipt_issued"}
)


SAID_AGAIN: Final = _OF_DISTRICT - {"receipt_issued"} | {"reveal_logged"}
"""Kinds that a restored district says again where a laptop holds them and they stand nowhere else."""


class Acting(Protocol):
    """Whoever writes: his role, and the RTs he is bound to."""

    @property
    def role(self) -> str:
        """One of `ROLES`."""

    @property
    def rts(self) -> tuple[str, ...]:
        """``RT/RW`` pairs; empty means the whole village."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Role and RTs as a certificate gives them."""

    role: str
    rts: tuple[str, ...] = ()


def place_of(rt: str, rw: str) -> str:
    """The ``RT/RW`` pair by which people are bound (``003/001``)."""
    return f"{rt}/{rw}" if rt else UNKNOWN_PLACE


def may(actor: Acting, payload: Payload, family_place: str = UNKNOWN_PLACE) -> bool:
    """Whether `actor` may record `payload` about a family that lives at `family_place` (see `place_of`)."""
    return not why_not(actor, payload, family_place)


def why_not(actor: Acting, payload: Payload, family_place: str = UNKNOWN_PLACE) -> str:
    """Why `actor` may not record `payload`: ``not_allowed`` (his role) or ``outside_rts``; empty where he may.

    A family that nobody knows yet lives where its proposal says; whoever is bound to RTs may not name his own RT to
    write about a family that lives elsewhere.
    """
    kind = KIND_OF[type(payload)][0]
    if isinstance(payload, PackPublished):
        return "" if actor.role in (_DESK if payload.local else _DISTRICT) else NOT_ALLOWED
    if actor.role not in ACTS[kind]:
        return NOT_ALLOWED
    if isinstance(payload, SettlingUndone) and actor.role not in ACTS.get(payload.kind, frozenset()):
        return NOT_ALLOWED
    if not is_bound(actor) or kind not in BOUND_TO_RTS:
        return ""
    if isinstance(payload, ChangeProposed) and payload.proposal == "new_family" and payload.new_family is not None:
        lives = place_of(payload.new_family.rt, payload.new_family.rw)
        return "" if lives in actor.rts and family_place in (UNKNOWN_PLACE, *actor.rts) else OUTSIDE_RTS
    return "" if family_place in actor.rts else OUTSIDE_RTS


def is_bound(actor: Acting) -> bool:
    """Whether `actor` may write about families of his own RTs only."""
    return actor.role == ENUMERATOR and bool(actor.rts)


def may_export(actor: Acting) -> bool:
    """Whether `actor` may write lists into files that leave Balai."""
    return actor.role in EXPORTERS


def is_of_district(payload: Payload) -> bool:
    """Whether the entry counts only where the district's own key stands behind it."""
    if isinstance(payload, PackPublished):
        return not payload.local
    return KIND_OF[type(payload)][0] in _OF_DISTRICT
