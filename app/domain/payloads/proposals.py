"""What the village asks of the district, and what is answered."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.ids import EntryId, FamilyId, MemberId, PackId
from app.domain.payloads.visits import Evidence, Place


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field: what the author saw, and what it should be."""

    field: str
    seen: str
    proposed: str


@dataclass(frozen=True, slots=True)
class NewMember:
    """A member that is not on the list yet; people without a NIK are welcome."""

    name: str
    nik: str
    birth_date: str
    """ISO date, or empty where nobody knows."""
    sex: str
    relation: str
    marital: str = ""
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewFamily:
    """A family that is not on the list yet."""

    kk: str
    address: str
    dusun: str
    rt: str
    rw: str
    members: tuple[NewMember, ...]
    fields: dict[str, str] = field(default_factory=dict)
    screening: tuple[str, ...] = ()
    """Codes of the criteria of Kepmensos 262/HUK/2022 that hold."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What stands once the district has done as proposed: whose card or record stays, and who heads which family."""

    kept_family: FamilyId | None = None
    """Merge: whose family card stays. Duplicate: which family's record stays; the other one ends."""
    kept_member: MemberId | None = None
    """Duplicate of one person: which of the two records stays."""
    head: MemberId | None = None
    """Merge: head of the joined family. Split: head of the new one."""
    staying_head: MemberId | None = None
    """Split: head of those who stay, where the head is among those who leave."""


@dataclass(frozen=True, slots=True)
class ChangeProposed:
    """One proposal about one family; the entry's subject is the family (its own id where the family is new)."""

    proposal: str
    """Kind of resources/reasons/proposals.json: new_family, correction, death, revival, move, duplicate, split, merge,
    representative, ineligible, withdrawal."""
    member: MemberId | None = None
    changes: tuple[FieldChange, ...] = ()
    reason: str = ""
    reason_list: str = ""
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    event_date: str = ""
    """ISO date of what happened (death, move), where it is known."""
    new_family: NewFamily | None = None
    new_members: tuple[NewMember, ...] = ()
    members: tuple[MemberId, ...] = ()
    """The members that a split, merge or move concerns."""
    other_family: FamilyId | None = None
    other_member: MemberId | None = None
    """Duplicate: the other record of the person. Representative: who receives the aid now, where that is known."""
    visit: EntryId | None = None
    replaces: EntryId | None = None
    """The returned proposal that this one mends."""
    base_pack: PackId | None = None
    base_entry: EntryId | None = None
    outcome: Outcome = Outcome()
    """Merge, duplicate, split; entries of before leave it empty."""
    direction: str = ""
    """Move: where to, a code of `direction_list` (``arah_pindah@balai-1``); in earlier entries a line of the note."""
    direction_list: str = ""
    programmes: tuple[str, ...] = ()
    """Withdrawal: the aid that is renounced, codes of `programme_list`; in earlier entries a line of the note."""
    programme_list: str = ""
    new_address: tuple[FieldChange, ...] = ()
    """Where the members who move within the village, or the joined family, live from now on: every field of
    `app.domain.new_address.ADDRESS` that is known, beside what the author saw (the same, where a joined family lives at
    the address of the card that stays). In earlier entries a line of the note, or not said."""


@dataclass(frozen=True, slots=True)
class ObjectionFiled:
    """Sanggah: somebody of the village says that a family should not (or should) be on the list."""

    objector: str
    same_village: bool
    reason: str
    reason_list: str
    note: str
    member: MemberId | None = None
    place: Place | None = None
    evidence: tuple[Evidence, ...] = ()
    base_pack: PackId | None = None
    replaces: EntryId | None = None
    """The returned objection that this one mends."""


@dataclass(frozen=True, slots=True)
class ProposalWithdrawn:
    """The village takes a proposal back before the district decided."""

    proposal: EntryId
    note: str


@dataclass(frozen=True, slots=True)
class ItemDecided:
    """The village meeting decided on one item."""

    proposal: EntryId
    outcome: str
    """``agreed``, ``refused`` or ``postponed``."""
    meeting_date: str
    note: str = ""
    dissent: str = ""


@dataclass(frozen=True, slots=True)
class Endorsed:
    """The village head puts his name to one item."""

    proposal: EntryId
    note: str = ""


@dataclass(frozen=True, slots=True)
class KeyedIn:
    """Somebody typed the item into SIKS-NG by hand."""

    proposal: EntryId
    date: str
    result: str = ""


@dataclass(frozen=True, slots=True)
class DecisionMade:
    """The district's word on one proposal or objection."""

    proposal: EntryId
    outcome: str
    """``accepted``, ``returned``, ``rejected`` or ``determined`` (Ditetapkan)."""
    reason: str = ""
    reason_list: str = ""
    comment: str = ""
