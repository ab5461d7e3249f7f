"""Who may write, with which key, who looked, and what the district holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from app.domain.ids import ChainId, DeviceId, EntryId, PersonId

PHOTO_MARK: Final = 6
"""Bytes by which a receipt names a photo; among 10,000 photos two are alike once in 5 million villages."""


@dataclass(frozen=True, slots=True)
class DeviceStarted:
    """First entry of every chain: this laptop, in this incarnation."""

    device: DeviceId
    incarnation: int
    village: str
    label: str
    program: str
    after: ChainId | None = None
    """The chain of the incarnation before, where there was one."""
    again_from: int = 0
    """From this number of `after` on this chain tells again what was told there; 0 where nothing went before."""


@dataclass(frozen=True, slots=True)
class PersonAdded:
    """A person got a place on this laptop."""

    person: PersonId
    name: str
    role: str
    """``enumerator``, ``operator``, ``head``, ``second_signer``, ``viewer`` or, at the district, ``verifier``."""
    public_key: bytes
    rts: tuple[str, ...] = ()
    """``RT/RW`` pairs (``003/001``) that an enumerator may write about; empty means all."""


@dataclass(frozen=True, slots=True)
class PersonChanged:
    """Role, name, RTs or activity of a person changed; nobody is ever removed."""

    person: PersonId
    name: str
    role: str
    rts: tuple[str, ...] = ()
    active: bool = True


@dataclass(frozen=True, slots=True)
class DeviceCertified:
    """The district trusts this laptop to carry entries of this village."""

    device: DeviceId
    village: str
    label: str
    exchange_key: bytes
    """X25519 public key to which answers are sealed."""
    signing_key: bytes = b""
    """Ed25519 public key with which the laptop signs exchanges."""


@dataclass(frozen=True, slots=True)
class PersonCertified:
    """The district trusts this person's key for this village, role and these RTs."""

    person: PersonId
    village: str
    name: str
    role: str
    public_key: bytes
    rts: tuple[str, ...] = ()
    until: str = ""
    """ISO date after which the certificate ends; empty means open."""
    by: str = ""
    """Name of whoever at the district changed it; empty where it is the first one."""


@dataclass(frozen=True, slots=True)
class KeyRevoked:
    """From this entry on, nothing new of this key counts."""

    public_key: bytes
    why: str = ""
    first: EntryId | None = None
    """Where it was said first, where a restored district had to say it again: it holds from there on."""
    first_turn: int = 0
    """Turn of that entry."""


@dataclass(frozen=True, slots=True)
class DeviceHandedOver:
    """This laptop passes from one person to the next; which laptop it is, its chain says.

    The giver's way in is closed with it (`app.storage.custody`); whatever he recorded stays his.
    """

    giver: PersonId
    taker: PersonId


@dataclass(frozen=True, slots=True)
class DeviceRetired:
    """This laptop is about to be wiped: the last that it says. What it counts is lost with it."""

    entries: int = 0
    """Entries that no receipt named when it was decided, this one not among them."""
    photos: int = 0
    drafts: int = 0
    """Unfinished forms, of everybody on this laptop."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """The author's signature over the entry before this one, and so over all before it."""

    seq: int
    head: bytes
    public_key: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class RevealLogged:
    """Somebody looked at a whole NIK or KK, on purpose and with a reason."""

    field: str
    reason: str
    member: str | None = None


@dataclass(frozen=True, slots=True)
class ListExported:
    """Somebody took a file with names of people out of Balai."""

    what: str
    """``warnings`` (the sheet of warnings of a list) or ``changes`` (what a month's list changed)."""
    families: int
    """How many families stand in it."""
    whole: bool = False
    """Whether NIK and KK stand in it in full."""
    purpose: str = ""
    """What for; always told where the numbers are whole."""


@dataclass(frozen=True, slots=True)
class ReceiptIssued:
    """The district holds everything up to these heads; only this turns "waiting" into "received"."""

    number: str
    heads: dict[str, int] = field(default_factory=dict)
    """Chain -> last number held."""
    hashes: dict[str, bytes] = field(default_factory=dict)
    durable: bool = True
    photos: bytes = b""
    """First `PHOTO_MARK` bytes of the SHA-256 of every photo that arrived whole since the receipt before."""


def photo_marks(receipt: ReceiptIssued) -> list[str]:
    """The photos of a receipt, each as the hex digits that its SHA-256 begins with."""
    whole = receipt.photos
    return [whole[at : at + PHOTO_MARK].hex() for at in range(0, len(whole), PHOTO_MARK)]


@dataclass(frozen=True, slots=True)
class CalendarSet:
    """The month's windows as the district sets them; only its own word counts."""

    calendar: str
    """Id of the calendar on the shelf whose windows these are."""
    values: dict[str, int] = field(default_factory=dict)
    """Days by name, see `app.domain.calendar.days_of`."""
