"""What this laptop shows for itself, the district's certificate, and for the chains that it carries: their signed ends,
its own word and that of others, kept to be carried further."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Final

from app.domain.entry import Entry
from app.domain.ids import ChainId, device_of, incarnation_of
from app.sync.enrolment import DeviceKeys, Enrolment
from app.usecases.exchange import KnownLaptop, LaptopEntries, Memory
from app.wire.certificate import MOST_ENTRIES, certificate_body, people_certified
from app.wire.columns import decode_entries
from app.wire.trust import district_device
from app.wire.vouch import SignedHead, head_holds, sign_head

_KEPT: Final = "exchange.heads"


class Heads:
    """What this laptop can show for the chains that it carries."""

    def __init__(self, keys: DeviceKeys, entries: LaptopEntries, memory: Memory, enrolment: Enrolment) -> None:
        """`enrolment` holds what was kept of the certificate, for a store that began anew."""
        self._keys = keys
        self._entries = entries
        self._memory = memory
        self._enrolment = enrolment
        self._district = district_device(enrolment.root_key, enrolment.village)

    def all(self) -> tuple[SignedHead, ...]:
        """The newest of every chain, the own ones signed now."""
        own = [
            sign_head(self._keys.signing, chain, head)
            for chain, head in self._entries.vector().items()
            if device_of(chain) == self._keys.device
        ]
        return (*own, *self._kept().values())

    def certificate(self) -> bytes:
        """The district's own word for this laptop, as it travels; empty where it is not here."""
        return certificate_body(self._entries.certificate_of(self._keys.device)) or self._enrolment.certificate

    def given(self) -> list[Entry]:
        """The district's words for keys that came with passwords that it gave, as far as its chain has not brought them
        here: it may have been restored to a day before, and know nothing of them either."""
        words = [decode_entries(word, MOST_ENTRIES) for word in self._enrolment.given]
        return [
            one
            for word in words
            if not all(self._entries.certifies(said.person, said.public_key) for said in people_certified(word))
            for one in word
        ]

    def seal(self) -> list[Entry]:
        """What proves how far the district's chain had come when it was last heard: the root key's newest seal."""
        found = self._entries.newest_seal(self._district)
        return [found] if found is not None else []

    def leave_unsealed(self) -> bool:
        """Put aside what is here of the district's newest life and no seal stands behind: a line was cut before the
        seal came, and a district that was restored to the day of the seal before knows nothing of it. Whether there was
        something."""
        held = self._entries.vector()
        lives = [chain for chain in held if device_of(chain) == self._district]
        newest = max(lives, key=incarnation_of, default=None)
        seal = self._entries.newest_seal(self._district)
        if newest is None or (seal is not None and (seal.chain, seal.seq) == (newest, held[newest].seq)):
            return False
        return self._entries.yield_chain(newest)

    def of(self, chains: Iterable[str]) -> tuple[SignedHead, ...]:
        """Those of others' chains."""
        kept = self._kept()
        return tuple(kept[chain] for chain in sorted(set(chains)) if chain in kept)

    def learn(self, heads: Iterable[SignedHead], laptops: Mapping[str, KnownLaptop]) -> None:
        """Keep what holds and is newer; only once the entries themselves are here."""
        kept = self._kept()
        before = dict(kept)
        for head in heads:
            laptop = laptops.get(device_of(ChainId(head.chain)))
            newer = head.chain not in kept or kept[head.chain].seq < head.seq
            if laptop is None or laptop.device == self._keys.device or not newer:
                continue
            if self._entries.hash_at(head.chain, head.seq) == head.hash and head_holds(head, laptop.signing_key):
                kept[head.chain] = head
        if kept != before:
            rows = [[one.chain, one.seq, one.hash.hex(), one.signature.hex()] for one in kept.values()]
            self._memory.put(_KEPT, json.dumps(rows))

    def _kept(self) -> dict[str, SignedHead]:
        try:
            rows = json.loads(self._memory.get(_KEPT) or "[]")
            heads = [SignedHead(str(c), int(n), bytes.fromhex(h), bytes.fromhex(s)) for c, n, h, s in rows]
        except (ValueError, TypeError):
            return {}
        return {head.chain: head for head in heads}
