"""What an entry may say: one frozen type a kind and version, kept readable for ever.

A kind is a past-tense verb. A new field gets a default; a change of meaning gets a new version beside the old one. The
registry below is the only place that knows which type belongs to which kind.
"""

from __future__ import annotations

from typing import Final

from app.domain.payloads.custody import (
    CalendarSet,
    DeviceCertified,
    DeviceHandedOver,
    DeviceRetired,
    DeviceStarted,
    KeyRevoked,
    ListExported,
    PersonAdded,
    PersonCertified,
    PersonChanged,
    ReceiptIssued,
    RevealLogged,
    Sealed,
)
from app.domain.payloads.packs import FamiliesMatched, PackPublished
from app.domain.payloads.proposals import (
    ChangeProposed,
    DecisionMade,
    Endorsed,
    FieldChange,
    ItemDecided,
    KeyedIn,
    NewFamily,
    NewMember,
    ObjectionFiled,
    Outcome,
    ProposalWithdrawn,
)
from app.domain.payloads.settling import (
    Choice,
    ProposalSettled,
    ProposalsMerged,
    ProposalsToldApart,
    SettlingUndone,
    VisitsSettled,
)
from app.domain.payloads.visits import AnswerValue, Evidence, MemberSeen, Place, VisitRecorded

Payload = (
    DeviceStarted
    | PersonAdded
    | PersonChanged
    | DeviceCertified
    | PersonCertified
    | KeyRevoked
    | DeviceHandedOver
    | DeviceRetired
    | Sealed
    | RevealLogged
    | ListExported
    | ReceiptIssued
    | CalendarSet
    | PackPublished
    | FamiliesMatched
    | VisitRecorded
    | ChangeProposed
    | ObjectionFiled
    | ProposalWithdrawn
    | ItemDecided
    | Endorsed
    | KeyedIn
    | DecisionMade
    | VisitsSettled
    | ProposalSettled
    | ProposalsMerged
    | ProposalsToldApart
    | SettlingUndone
)

KINDS: Final[dict[tuple[str, int], type]] = {
    ("device_started", 1): DeviceStarted,
    ("person_added", 1): PersonAdded,
    ("person_changed", 1): PersonChanged,
    ("device_certified", 1): DeviceCertified,
    ("person_certified", 1): PersonCertified,
    ("key_revoked", 1): KeyRevoked,
    ("device_handed_over", 1): DeviceHandedOver,
    ("device_retired", 1): DeviceRetired,
    ("sealed", 1): Sealed,
    ("reveal_logged", 1): RevealLogged,
    ("list_exported", 1): ListExported,
    ("receipt_issued", 1): ReceiptIssued,
    ("calendar_set", 1): CalendarSet,
    ("pack_published", 1): PackPublished,
    ("families_matched", 1): FamiliesMatched,
    ("visit_recorded", 1): VisitRecorded,
    ("change_proposed", 1): ChangeProposed,
    ("objection_filed", 1): ObjectionFiled,
    ("proposal_withdrawn", 1): ProposalWithdrawn,
    ("item_decided", 1): ItemDecided,
    ("endorsed", 1): Endorsed,
    ("keyed_in", 1): KeyedIn,
    ("decision_made", 1): DecisionMade,
    ("visits_settled", 1): VisitsSettled,
    ("proposal_settled", 1): ProposalSettled,
    ("proposals_merged", 1): ProposalsMerged,
    ("proposals_told_apart", 1): ProposalsToldApart,
    ("settling_undone", 1): SettlingUndone,
}
"""(kind, version) -> type of the payload."""

KIND_OF: Final[dict[type, tuple[str, int]]] = {kind_type: key for key, kind_type in KINDS.items()}
"""Type of the payload -> the (kind, version) under which it is written today."""

SETTLINGS: Final[frozenset[str]] = frozenset(
    {"visits_settled", "proposal_settled", "proposals_merged", "proposals_told_apart"}
)
"""Kinds that settle what is contested, and that ``settling_undone`` takes back."""

WEIGHTY: Final[frozenset[str]] = frozenset({"endorsed", "item_decided", "decision_made", "settling_undone"}) | SETTLINGS
"""Kinds that are sealed at once (with proposals of removal, see `is_weighty`)."""

TELLING: Final[frozenset[str]] = frozenset({"visit_recorded", "change_proposed", "objection_filed"})
"""Kinds that may tell of evidence."""

ABOUT_FAMILIES: Final[frozenset[str]] = (
    TELLING
    | SETTLINGS
    | {"settling_undone", "proposal_withdrawn", "item_decided", "endorsed", "keyed_in", "reveal_logged"}
)
"""Kinds by which a village says something about a family, or looked at its numbers: each stands in its history, and the
day of the newest beside its name."""

REMOVALS: Final[frozenset[str]] = frozenset({"death", "ineligible", "duplicate", "move", "withdrawal"})
"""Kinds of proposal that would take aid from somebody."""


def is_weighty(payload: Payload) -> bool:
    """Whether the entry has to be sealed at once: endorse, decide, settle, propose removal, object."""
    if isinstance(payload, ChangeProposed):
        return payload.proposal in REMOVALS
    return isinstance(payload, ObjectionFiled) or KIND_OF[type(payload)][0] in WEIGHTY


def evidence_of(payload: Payload) -> tuple[Evidence, ...]:
    """Photos and scans that one entry tells of."""
    if isinstance(payload, VisitRecorded):
        return payload.photos
    if isinstance(payload, ChangeProposed | ObjectionFiled):
        return payload.evidence
    return ()


__all__ = [
    "ABOUT_FAMILIES",
    "KINDS",
    "KIND_OF",
    "REMOVALS",
    "SETTLINGS",
    "TELLING",
    "WEIGHTY",
    "AnswerValue",
    "CalendarSet",
    "ChangeProposed",
    "Choice",
    "DecisionMade",
    "DeviceCertified",
    "DeviceHandedOver",
    "DeviceRetired",
    "DeviceStarted",
    "Endorsed",
    "Evidence",
    "FamiliesMatched",
    "FieldChange",
    "ItemDecided",
    "KeyRevoked",
    "KeyedIn",
    "ListExported",
    "MemberSeen",
    "NewFamily",
    "NewMember",
    "ObjectionFiled",
    "Outcome",
    "PackPublished",
    "Payload",
    "PersonAdded",
    "PersonCertified",
    "PersonChanged",
    "Place",
    "ProposalSettled",
    "ProposalWithdrawn",
    "ProposalsMerged",
    "ProposalsToldApart",
    "ReceiptIssued",
    "RevealLogged",
    "Sealed",
    "SettlingUndone",
    "VisitRecorded",
    "VisitsSettled",
    "evidence_of",
    "is_weighty",
]
