"""What goes into a bundle and what comes out of one: the same exchange as on the line, without one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import IO, Final

import msgspec

from app.domain.entry import Entry, Vector
from app.domain.errors import Refused
from app.domain.ids import ChainId, DeviceId, device_of, incarnation_of
from app.domain.payloads import ReceiptIssued
from app.sync import gaps
from app.sync.cargo import Cargo
from app.sync.carried_photos import CarriedPhotos
from app.sync.enrolment import DeviceKeys, Enrolment
from app.sync.heads import Heads
from app.sync.peers import Peers, known_to_any, newest
from app.sync.restored import owe_all
from app.sync.village_laptops import VillageLaptops
from app.usecases.carry import Missing, Taken
from app.usecases.exchange import NEARBY, STICK, KnownLaptop, LaptopEntries, LaptopPhotos, Memory
from app.wire.bundle import (
    Earlier,
    Header,
    Opened,
    Words,
    bundle_pieces,
    open_key,
    read_words,
)
from app.wire.cargo import words_for
from app.wire.columns import decode_entries
from app.wire.exchange import PackBody, body_of, forks, numbers, rows_of, vector_of
from app.wire.pack import decode_pack, pack_sha256
from app.wire.payload import decode_payload
from app.wire.trust import device_id, district_device
from app.wire.vouch import certifies, vouched

LARGEST_ENTRIES: Final = 16 << 20
"""Payload bytes of one bundle: about twenty busy months of a village, and less than a reader takes."""


class Carrier:
    """Makes bundles of this laptop's and takes those of others."""

    def __init__(
        self,
        enrolment: Enrolment,
        keys: DeviceKeys,
        *,
        entries: LaptopEntries,
        photos: LaptopPhotos,
        memory: Memory,
        seal: Callable[[], object],
        now_ms: Callable[[], int],
    ) -> None:
        self._enrolment = enrolment
        self._keys = keys
        self._entries = entries
        self._memory = memory
        self._seal = seal
        self._now_ms = now_ms
        self._district = district_device(enrolment.root_key, enrolment.village)
        self._heads = Heads(keys, entries, memory, enrolment)
        self._peers = Peers(memory, enrolment.hub)
        self.laptops = VillageLaptops(entries, enrolment)
        """Whom it trusts, and what people call whom."""
        self.photos = CarriedPhotos(photos)
        """Those that its bundles take and bring."""

    # --- making ----------------------------------------------------------------------------------------------------

    def cargo(
        self,
        *,
        for_laptops: bool,
        photos: bool,
        lacking: Mapping[str, int] | None = None,
        lists: Collection[str] = (),
        reader: bytes = b"",
    ) -> Cargo:
        """What the district, and with `for_laptops` any other laptop, may lack; or, for one `reader` who is here and
        says what he holds, what is beyond `lacking`, and the lists of which he has heard only (by SHA-256).

        Whoever cannot be asked gets every list: he may have heard of one where nobody gave it to him.
        """
        self.ready()
        laptops = self._entries.laptops()
        known = [lacking] if lacking is not None else self._known_to(laptops if for_laptops else {})
        held = numbers(self._entries.vector())
        entries = words_for(known, held, self._entries.entries_after, LARGEST_ENTRIES)
        carried = self.photos.waiting() if photos else []
        readers = [reader] if reader else self._readers(laptops)
        packs: Sequence[tuple[str, bytes]] = ()
        if lacking is not None:
            packs = self._entries.packs_worth_carrying(entries, frozenset(lists))
        elif for_laptops:
            packs = self._entries.packs_worth_carrying()
        return Cargo(entries, packs, carried, readers)

    def ready(self) -> None:
        """Say and seal what is still unsaid, so that the vector tells of all that will be given."""
        self._entries.tell_matches()
        self._seal()

    def pieces(self, cargo: Cargo) -> Iterable[bytes]:
        """The bundle, piece by piece (see `bundle_pieces`). Refused ``bundle_photo_missing`` where a file is damaged or
        gone."""
        words = Words(
            self._peers.district().epoch,
            rows_of(self._entries.vector()),
            body_of(cargo.entries) if cargo.entries else b"",
            tuple(PackBody(sha256, body) for sha256, body in cargo.packs),
            tuple(cargo.photos),
            gaps.made(self._memory),
            self._heads.all(),
        )
        place = self._enrolment
        if place.exchange_key in cargo.readers:  # it may have been restored, and know neither us nor its own words
            lost = [*self._entries.lost_by_district(self._entries.vector()), *self._heads.given(), *self._heads.seal()]
            certificate = self._heads.certificate()
            words = msgspec.structs.replace(words, certificate=certificate, lost=body_of(lost) if lost else b"")
        return bundle_pieces(
            place.hub,
            place.village,
            self._keys.device,
            self._keys.signing,
            cargo.readers,
            words,
            self.photos.read,
            self._now_ms(),
        )

    def lists_needed(self) -> list[str]:
        """SHA-256 of the district's lists of which this laptop has heard only."""
        return [sha256 for earlier in (False, True) for _, sha256, _ in self._entries.pack_needed(earlier=earlier)]

    def vector(self) -> Vector:
        """What is held here."""
        return self._entries.vector()

    def notice_other(self, device: str, theirs: Vector) -> Iterator[str]:
        """What somebody in the room holds otherwise than this laptop, though perhaps up to the same numbers. A copy of
        its own disk that has written on makes this one begin a new chain, with what no receipt covers told again: only
        such a copy has the key with which it speaks here."""
        chains = forks(theirs, self._entries.hash_at)
        mine = ChainId(self._entries.own_chain())
        if device == self._keys.device and mine in chains:
            del chains[mine]
            self._entries.start_incarnation(None)
            yield "clone_noticed"
        if chains:
            yield "held_otherwise"

    def certificate(self) -> bytes:
        """The district's own word for this laptop, as it travels; empty where it is not here."""
        return self._heads.certificate()

    def made(self, cargo: Cargo) -> None:
        """Remember that a bundle was made and checked: its entries are on their way, and later bundles tell of it."""
        self._entries.mark_sent(cargo.ends, STICK)
        gaps.keep_made(self._memory, Earlier(self._now_ms(), tuple(cargo.spans)))

    def handed(self, cargo: Cargo) -> None:
        """Remember that a laptop in the room has taken these entries: it carries them further."""
        self._entries.mark_sent(cargo.ends, NEARBY)

    def missing(self) -> list[Missing]:
        """What the district or another laptop told of when last heard, and what is still not here."""
        laptops = self._entries.laptops()
        told = {
            chain: seq
            for chain, seq in known_to_any(self._peers.of(laptops)).items()
            if device_of(ChainId(chain)) != self._keys.device
        }
        return self._missing(told, gaps.kept_earlier(self._memory, [self._district, *laptops]))

    # --- taking ----------------------------------------------------------------------------------------------------

    def is_own(self, opened: Opened) -> bool:
        """Whether this very laptop made it."""
        return opened.header.sender == self._keys.device

    def problem(self, opened: Opened) -> str:
        """The code why this laptop could not open it, empty where it could."""
        try:
            self._check(opened)
            open_key(opened, self._keys.exchange)
        except Refused as refused:
            return refused.code
        return ""

    def take(self, file: IO[bytes], opened: Opened, told: Callable[[int, int], None] = lambda done, all: None) -> Taken:
        """Take in what a checked bundle holds: photos, then all words at once, then lists. A second time is harmless.

        Refused ``bundle_other_district``, ``bundle_other_village``, ``bundle_not_for_us``, ``bundle_sender_unknown``,
        ``bundle_malformed``, ``bundle_damaged``.
        """
        self._check(opened)
        key = open_key(opened, self._keys.exchange)
        words = read_words(file, opened, key)
        entries = decode_entries(words.entries) if words.entries else []
        by_district = opened.header.sender == self._district
        if not by_district:
            entries = self._vouched(entries, opened.header.sender, words)
            known = opened.header.sender in self._entries.laptops()
            if not known and not certifies(entries, self._district, opened.header.sender):
                raise Refused("bundle_sender_unknown")  # before his photos lie on the disk
        vector = vector_of(words.vector)
        # Files first: once the words are in, the photos that they tell of are here too.
        kept = self.photos.keep(file, opened, key, words.photos, told)
        before = self._entries.vector()
        carried_by = None if by_district else DeviceId(opened.header.sender)
        received = self._entries.receive(entries, carried_by=carried_by)
        # A receipt may be all that comes of a chain which somebody else has written otherwise, up to the same number.
        contradicted = self._entries.contradicted()
        if self._yield(received.forked, contradicted, entries, by_district=by_district):
            again = self._entries.receive(entries, carried_by=carried_by)
            received = replace(again, new=received.new + again.new)
        self._keep_differing(received.forked, entries)
        if kept and not by_district:
            self._entries.keep_passed_on(kept)
        notices = ["sender_revoked"] if self.laptops.revoked(opened.header.sender) else []
        if self._entries.own_chain() in {*received.forked, *contradicted}:
            self._entries.start_incarnation(None)
            notices.append("clone_noticed")
        self._heads.learn(words.heads, self._entries.laptops())
        month = self._take_packs(words.packs)
        if self._remember(opened.header, words, numbers(vector)):
            owe_all(self._memory)
            notices.append("hub_restored")
        gaps.keep_earlier(self._memory, opened.header.sender, words.earlier)
        fresh = [one for one in entries if one.seq > (before[one.chain].seq if one.chain in before else 0)]
        missing = self._missing(numbers(vector), words.earlier)
        if not missing:
            self._entries.recover_forked()
        untaken = {row.entry.id for row in received.quarantined if row.reason in _NOT_TAKEN}
        return Taken(
            self.laptops.writer(opened.header.sender),
            opened.header.at_ms,
            received.new,
            received.known,
            len(kept),
            sum(one.kind == "decision_made" for one in fresh if received.new),
            tuple(_receipts(fresh)),
            month,
            tuple(missing),
            tuple((row.entry.id, row.reason) for row in received.quarantined if row.entry.id not in untaken),
            tuple(notices),
        )

    def _check(self, opened: Opened) -> None:
        header, place = opened.header, self._enrolment
        if header.hub != place.hub:
            raise Refused("bundle_other_district")
        if header.village != place.village:
            raise Refused("bundle_other_village", village=header.village, own=place.village)
        if header.sender == self._district:
            if header.sender_key != place.root_key:
                raise Refused("bundle_damaged")
        elif device_id(header.sender_key) != header.sender:
            raise Refused("bundle_damaged")

    def _yield(
        self, forked: Sequence[str], contradicted: frozenset[str], entries: Sequence[Entry], *, by_district: bool
    ) -> bool:
        """Where others' chains came otherwise than they are held here: the version that the district holds counts."""
        mine = self._entries.own_chain()
        others = {*forked, *contradicted} - {mine}
        if not others:
            return False
        known = self._entries.receipted()
        there = {str(one.chain) for one in entries if (one.chain, one.seq, one.hash) in known} | contradicted
        yielded = [chain for chain in sorted(others) if by_district or chain in there]
        return sum(self._entries.yield_chain(chain) for chain in yielded) > 0

    def _keep_differing(self, forked: Sequence[str], entries: Sequence[Entry]) -> None:
        """What a laptop lost with its disk may be nowhere but on an old stick. Of one that was revoked nobody says
        anything again: it would count."""
        chains = {chain for chain in forked if self.laptops.trusts(device_of(ChainId(chain)))}
        self._entries.keep_differing([one for one in entries if one.chain in chains])

    def _vouched(self, entries: Sequence[Entry], sender: str, words: Words) -> list[Entry]:
        return vouched(
            entries,
            sender=sender,
            district=self._district,
            root_key=self._enrolment.root_key,
            signing_keys={name: laptop.signing_key for name, laptop in self._entries.laptops().items()},
            heads=words.heads,
            receipts=self._entries.receipted(),
        )

    def _take_packs(self, packs: Sequence[PackBody]) -> str:
        """The month of the newest list that was taken, empty where none was needed."""
        needed = set(self.lists_needed())
        taken = {one.sha256: one.body for one in packs if one.sha256 in needed and pack_sha256(one.body) == one.sha256}
        if taken:
            self._entries.take_packs(tuple(taken.items()))
        return max((decode_pack(body).month for body in taken.values()), default="")

    # --- what is known of the others -------------------------------------------------------------------------------

    def _known_to(self, laptops: Mapping[str, KnownLaptop]) -> list[Mapping[str, int]]:
        """What each is known to hold: the district, and with `laptops` every one of those."""
        others = [name for name, laptop in laptops.items() if name != self._keys.device and not laptop.revoked]
        return [self._district_holds(), *(self._peers.laptop(name).vector for name in others)]

    def _district_holds(self) -> Mapping[str, int]:
        """What it said itself when it was last heard, and what its receipts say, by whatever road they came; each
        counts only where it is of the district's newest life: one that was restored from a copy lacks what it held."""
        heard = self._peers.district().vector
        chain, told = self._entries.newest_receipt(self._district)
        lives = [incarnation_of(one) for one in map(ChainId, heard) if device_of(one) == self._district]
        spoke, wrote = max(lives, default=0), incarnation_of(ChainId(chain)) if chain else 0
        if wrote > spoke:
            return told
        return newest((heard, told)) if wrote == spoke else heard

    def _readers(self, laptops: Mapping[str, KnownLaptop]) -> list[bytes]:
        """Whoever may open it: the district, and all laptops of the village that it trusts, this one too."""
        return [
            self._enrolment.exchange_key,
            *(laptop.exchange_key for laptop in laptops.values() if not laptop.revoked),
        ]

    def _remember(self, header: Header, words: Words, vector: Mapping[str, int]) -> bool:
        """What the sender holds; whether that is news of a district that was restored from a copy."""
        before = self._peers.district().epoch
        if header.sender == self._district:
            if self._peers.district_carried(words.epoch, vector, header.at_ms):
                self._entries.keep_aside({(row.chain, seq): row.reason for row in words.aside for seq in row.seqs})
                self._entries.keep_lacking(words.lacking)
                return before not in ("", words.epoch)
        elif header.sender != self._keys.device:
            self._peers.laptop_told(header.sender, vector)
        return False

    def _missing(self, theirs: Mapping[str, int], earlier: Sequence[Earlier]) -> list[Missing]:
        """What the sender holds and we still lack, laptop by laptop, with the bundle that has it."""
        ours = numbers(self._entries.vector())
        return gaps.missing(ours, theirs, earlier, self.laptops.writer, self._district)


_NOT_TAKEN: Final = frozenset({"chain_gap", "chain_broken", "entry_header_wrong"})
"""Reasons of entries that were not kept, because something before them is missing."""


def _receipts(entries: Iterable[Entry]) -> Iterable[str]:
    for one in entries:
        if one.kind == "receipt_issued":
            try:
                said = decode_payload(one.kind, one.version, one.payload)
            except Refused:
                continue
            if isinstance(said, ReceiptIssued):
                yield said.number
