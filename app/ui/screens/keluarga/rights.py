"""What the person at the laptop may do with one family, and why not."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.policy import ACTS, BOUND_TO_RTS, ENUMERATOR, HEAD, OPERATOR, place_of
from app.usecases.ports import Actor


@dataclass(frozen=True, slots=True)
class Rights:
    """Acts that are open; `elsewhere` when they are closed only because the family lives in another RT."""

    visit: bool = False
    propose: bool = False
    object: bool = False
    reveal: bool = False
    elsewhere: bool = False


def rights_of(actor: Actor, rt: str, rw: str) -> Rights:
    """The rights of `actor` over a family that lives in this RT and RW."""
    bound = actor.role == ENUMERATOR and bool(actor.rts) and place_of(rt, rw) not in actor.rts

    def open_to(kind: str) -> bool:
        return actor.role in ACTS[kind] and not (bound and kind in BOUND_TO_RTS)

    return Rights(
        visit=open_to("visit_recorded"),
        propose=open_to("change_proposed"),
        object=open_to("objection_filed"),
        reveal=open_to("reveal_logged"),
        elsewhere=bound,
    )


def may_propose_new(actor: Actor) -> bool:
    """Whether `actor` may propose a family that the list lacks."""
    return actor.role in ACTS["change_proposed"]


def may_import(actor: Actor) -> bool:
    """Whether `actor` may bring in a list by himself (policy: a local pack)."""
    return actor.role in (OPERATOR, HEAD)
