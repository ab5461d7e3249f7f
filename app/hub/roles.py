"""What the district's people may do: roles give acts, and every page asks for one."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from app.domain.errors import Refused


class Act(StrEnum):
    """Something that a page shows or does."""

    OWN = "own"
    """One's own password and session."""
    SEE_PROPOSALS = "see_proposals"
    """Proposals with their evidence, and families of the list; numbers in part."""
    SEE_PROGRESS = "see_progress"
    """Villages, laptops, codes without their letters, the calendar."""
    SEE_JOURNAL = "see_journal"
    SEE_ACCOUNTS = "see_accounts"
    DECIDE = "decide"
    REVEAL = "reveal"
    """Whole NIK and KK numbers, for a reason that is written down."""
    CARRY = "carry"
    """Bundles from and for sticks."""
    DEVICES = "devices"
    """Codes, requests and revocations of laptops, and people to be confirmed."""
    PUBLISH = "publish"
    """A village's list."""
    CALENDAR = "calendar"
    ACCOUNTS = "accounts"
    DESCRIBE = "describe"
    """How programs talk with the hub."""


VERIFIER: Final = "verifier"
HEAD: Final = "head"
"""Head of the office."""
ADMIN: Final = "admin"
AUDITOR: Final = "auditor"

_SEES: Final = frozenset({Act.OWN, Act.SEE_PROPOSALS, Act.SEE_PROGRESS, Act.SEE_JOURNAL})

ACTS: Final = {
    VERIFIER: _SEES | {Act.DECIDE, Act.REVEAL, Act.CARRY},
    HEAD: _SEES | {Act.SEE_ACCOUNTS, Act.DECIDE, Act.REVEAL, Act.CARRY},
    ADMIN: frozenset(
        {
            Act.OWN, Act.SEE_PROGRESS, Act.SEE_JOURNAL, Act.SEE_ACCOUNTS, Act.CARRY, Act.DEVICES, Act.PUBLISH,
            Act.CALENDAR, Act.ACCOUNTS, Act.DESCRIBE,
        }
    ),
    AUDITOR: _SEES | {Act.SEE_ACCOUNTS},
}  # fmt: skip
"""Role -> what it may do. Whoever has several roles may do what any of them may."""

ROLES: Final = tuple(ACTS)


def acts_of(roles: Iterable[str]) -> frozenset[Act]:
    """Everything that these roles may do."""
    return frozenset(act for role in roles for act in ACTS.get(role, ()))


def read_roles(text: str) -> tuple[str, ...]:
    """Roles as the table keeps them."""
    return tuple(role for role in ROLES if role in text.split(","))


def write_roles(roles: Iterable[str]) -> str:
    """Roles as the table keeps them, in one order. Refused ``role_unknown``, ``role_missing``."""
    wanted = set(roles)
    if not wanted:
        raise Refused("role_missing")
    if wanted - set(ROLES):
        raise Refused("role_unknown")
    return ",".join(role for role in ROLES if role in wanted)
