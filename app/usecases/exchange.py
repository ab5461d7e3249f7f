"""What an exchange needs of the laptop: entries, photos that wait, and a memory of the district's last word."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from app.domain.entry import Entry, Vector
from app.domain.ids import ChainId, DeviceId, PackId, PersonId
from app.domain.payloads import Evidence
from app.usecases.ports import Received

LINE: Final = "line"
STICK: Final = "stick"
NEARBY: Final = "nearby"
"""Roads by which entries are handed over."""
DISTRICT_HEARD: Final = "exchange.peer"
"""Where the memory keeps what the district last said that it holds, as JSON, and when in ``at_ms``."""


@dataclass(frozen=True, slots=True)
class KnownLaptop:
    """A laptop that the district trusts, or trusted until its key was revoked, with its public keys."""

    device: DeviceId
    label: str
    signing_key: bytes
    """Ed25519."""
    exchange_key: bytes
    """X25519."""
    revoked: bool
    holder: str = ""
    """Name of whoever has it, as far as the journal tells; empty where it does not."""


@dataclass(frozen=True, slots=True)
class ToldPhoto:
    """A photo or scan that the journal tells of, whether or not its file is here."""

    item: Evidence
    chains: tuple[ChainId, ...]
    """On which it is told, whoever told it first at the front."""


class LaptopEntries(Protocol):
    """Entries and lists of a laptop as the exchange sees them; notes what was sent and heals a cloned chain."""

    def vector(self) -> Vector:
        """What is held: chain -> its end."""

    def entries_after(self, theirs: Mapping[str, int], limit_bytes: int) -> Sequence[Entry]:
        """Held entries beyond `theirs` (chain -> last number), each chain from its next number on, oldest turn first,
        whole up to about `limit_bytes` of payload."""

    def hash_at(self, chain: str, seq: int) -> bytes | None:
        """The hash held for one number, None where it is not held."""

    def receive(self, entries: Iterable[Entry], *, carried_by: DeviceId | None = None) -> Received:
        """Take foreign entries in; a second time changes nothing.

        `carried_by`: the laptop that brought them; Refused ``bundle_sender_unknown`` where the district does not
        certify it, also by what it brought.
        """

    def laptops(self) -> Mapping[str, KnownLaptop]:
        """Device -> laptop, of those that the district certified for this village."""

    def certificate_of(self, device: DeviceId) -> Sequence[Entry]:
        """What the district sealed about this laptop, as `app.wire.certificate` carries it; empty where nothing is."""

    def newest_seal(self, district: str) -> Entry | None:
        """The last seal in the newest life of the district's chain (its device) that has one here."""

    def certifies(self, person: PersonId, public_key: bytes) -> bool:
        """Whether the district's word for this key of somebody is here."""

    def packs_worth_carrying(
        self, entries: Iterable[Entry] = (), wanted: Collection[str] | None = None
    ) -> Sequence[tuple[str, bytes]]:
        """SHA-256 and body of the district's lists held here that still matter: of all, or of those of which `entries`
        tell or that are `wanted` (by SHA-256)."""

    def contradicted(self) -> frozenset[str]:
        """Chains of which the newest receipt that names them names another entry than is held here."""

    def newest_receipt(self, district: str) -> tuple[str, Mapping[str, int]]:
        """The chain of the newest receipt of the district's newest life, and what that says it holds of what is held
        here alike (chain -> last number); an empty chain where there is none."""

    def receipted(self) -> set[tuple[str, int, bytes]]:
        """(chain, number, hash) of every end that a receipt of the district names."""

    def own_chain(self) -> str:
        """The chain that this laptop writes now, empty before its first entry.

        Not simply its newest incarnation: a twin of this laptop may have begun that one.
        """

    def start_incarnation(self, differs_from: int | None = None) -> ChainId:
        """Go on with a new chain, because the own one is written elsewhere too; unsent entries are appended again."""

    def yield_chain(self, chain: str) -> bool:
        """Let the district's version of somebody else's chain hold: put our differing end of it aside. Whether there
        was one."""

    def keep_differing(self, entries: Iterable[Entry]) -> None:
        """Keep what came of chains that stand here otherwise: `recover_forked` says again what stands nowhere."""

    def lost_by_district(self, chains: Iterable[str]) -> Sequence[Entry]:
        """Entries of these chains of the district that were put aside and did not come back: it lost them."""

    def told_district(self, entries: Iterable[Entry]) -> None:
        """The district was given these back."""

    def recover_forked(self) -> bool:
        """Append again what was put aside and stands nowhere; whether there was something."""

    def mark_sent(self, through: Mapping[str, int], road: str = LINE) -> None:
        """Remember up to where chains were handed over by this road."""

    def keep_aside(self, entries: Mapping[tuple[str, int], str]) -> None:
        """Remember which entries about families the district has set aside now, (chain, number) -> code of why; all
        others count."""

    def keep_passed_on(self, names: Collection[str]) -> None:
        """Remember which of these photos, new here, somebody passed on though the district said once that it held them:
        whoever passes one on has heard that it does not any more."""

    def keep_lacking(self, marks: bytes) -> None:
        """Remember which photos the district lacks now, whatever it said before: marks as in a receipt."""

    def acknowledge_evidence(self, names: Iterable[str]) -> None:
        """Remember that the district holds these files whole."""

    def pack_needed(self, *, earlier: bool = False) -> tuple[tuple[PackId, str, int], ...]:
        """Packs told of in the journal whose body is not here: (pack, sha256, size), from the newest whole list on, or
        those before it."""

    def take_packs(self, bodies: Sequence[tuple[str, bytes]]) -> None:
        """Keep bodies of packs, each with its SHA-256, and bring the register up to them. Refused ``pack_damaged``
        where a hash differs."""

    def tell_matches(self) -> bool:
        """Tell who of this laptop's own list is who in the district's; whether there was something to tell."""


class LaptopPhotos(Protocol):
    """Photos and scans of this laptop that the journal tells of."""

    def read(self, name: str) -> bytes | None:
        """Plain bytes, None where this laptop does not hold the file."""

    def held(self) -> Mapping[str, int]:
        """Name -> plain size of every file held that the journal tells of."""

    def wanted(self) -> Mapping[str, int]:
        """Name -> plain size of every file held, but for those of which only entries tell that were set aside."""

    def keep(self, content: bytes, kind: str, media: str) -> Evidence:
        """Write and flush a file that came from another laptop. Refused ``file_too_big``; Unavailable ``disk_*``."""

    def rows(self, names: Iterable[str]) -> Sequence[Evidence]:
        """What is known of these files, of those that are held."""

    def waiting(self) -> Mapping[str, int]:
        """As `wanted`, but for those that the district acknowledged."""


class Memory(Protocol):
    """Small values kept between two exchanges."""

    def get(self, key: str) -> str | None:
        """The value, or None where it was never set."""

    def put(self, key: str, value: str) -> None:
        """Set a value; on the disk when this returns."""
