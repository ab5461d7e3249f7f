"""Everything that the detail of one family shows, in words ready to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.ui.messages import Message
from app.ui.screens.follow_ups import FollowUp
from app.ui.screens.keluarga.rights import Rights
from app.ui.shown import Chip
from app.ui.words import translate


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value; `visited` is what the newest visit says where that differs."""

    label: str
    value: str
    visited: str = ""


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Facts under one heading."""

    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What one field was and what it became."""

    label: str
    old: str
    new: str


def change_of(label: str, old: str, new: str) -> Change:
    """A change in words; where both look alike only hidden digits of a number differ."""
    if old and old == new:
        new = translate("Family", "{number} (angka yang disembunyikan berubah)", number=new)
    return Change(label, old, new or (translate("Family", "(kosong)") if old else ""))


@dataclass(frozen=True, slots=True)
class MemberCard:
    """One member."""

    id: str
    name: str
    line: str
    """Relation, age and sex: "Istri/suami · 34 tahun"."""
    nik: str
    """The masked NIK, empty where there is none."""
    presence: str
    """What the newest visit said of him, empty where nobody told."""
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class WarningCard:
    """One oddity of the list: why, what stands there, what could be derived."""

    title: str
    who: str
    """The member it is about; empty for the family."""
    field: str
    original: str
    proposed: str


@dataclass(frozen=True, slots=True)
class PhotoCard:
    """One photo or scan."""

    name: str
    caption: str
    held: bool
    """Whether its file is on this laptop."""
    size: int = 0
    """Bytes, as the journal tells; 0 where it does not."""


@dataclass(frozen=True, slots=True)
class ProposalCard:
    """One proposal about this family."""

    id: str
    title: str
    line: str
    chip: Chip
    changes: tuple[Change, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the history."""

    icon: str
    title: str
    when: str
    who: str
    changes: tuple[Change, ...]
    note: str
    transport: Chip | None
    seal: str
    set_aside: str
    """Code of why the entry does not count, empty where it does."""
    doubt: str = ""
    """Why the time that is told may be wrong."""
    aside_there: str = ""
    """Code of why the district does not count it though it counts here."""


@dataclass(frozen=True, slots=True)
class RevealReason:
    """A reason for which a whole number is shown; `own`: only with the person's own words."""

    words: str
    own: bool


@dataclass(frozen=True, slots=True)
class FamilyCard:
    """One family."""

    id: str
    head: str
    kk: str
    """Masked; empty where the family has none."""
    chip: Chip
    listed: bool
    place: str
    address: str
    programmes: tuple[str, ...]
    decile: str
    members: tuple[MemberCard, ...]
    house: tuple[FactGroup, ...]
    warnings: tuple[WarningCard, ...]
    photos: tuple[PhotoCard, ...]
    proposals: tuple[ProposalCard, ...]
    follow_ups: tuple[FollowUp, ...]
    """Proposals that the newest visit leads to and that nobody has made yet."""
    history: tuple[Step, ...]
    source: str
    """Which list the official values are from."""
    struck: tuple[str, ...] = ()
    """Why the newest list has the family no more or with less aid, in sentences; empty where it has it as before."""
    dropped: bool = False
    """Whether the newest list has the family no more."""
    contested: bool = False
    """Whether visits of the family disagree."""
    reveal_reasons: tuple[RevealReason, ...] = ()
    """Why a whole number may be asked for."""


@dataclass(frozen=True, slots=True)
class Revealed:
    """A whole number that was asked for, shown for a short while."""

    field: str
    member: str
    """Empty for the family's KK."""
    title: str
    number: str
    seconds_left: int


class DetailStage(StrEnum):
    """What stands in the place of the detail."""

    NOTHING = "nothing"
    LOADING = "loading"
    READY = "ready"
    GONE = "gone"
    """No list and no proposal knows the family (any more)."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class DetailState:
    """The detail beside the list."""

    stage: DetailStage = DetailStage.NOTHING
    card: FamilyCard | None = None
    rights: Rights = field(default_factory=Rights)
    pictures: Mapping[str, object] = field(default_factory=dict)
    """SHA-256 -> picture as the view's reader made it."""
    revealed: Revealed | None = None
    refusal: Message | None = None
    """Why the last act (a reveal) was refused; the dialog shows it."""
    problem: Message | None = None
