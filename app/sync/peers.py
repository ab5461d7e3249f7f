"""What the district and the other laptops of the village were last heard to hold, by whatever road they told it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.usecases.exchange import DISTRICT_HEARD, Memory

_LAPTOP: Final = "bundle.peer."
_MOST_FORMER: Final = 20


@dataclass(frozen=True, slots=True)
class Heard:
    """What a peer said that it holds; nothing where it was never heard."""

    epoch: str = ""
    """Of the district: another one means that it was restored from a copy. Laptops have none."""
    vector: Mapping[str, int] = field(default_factory=dict)
    """Chain -> highest number."""
    at_ms: int = 0
    """When the district said so, by its own clock."""
    former: Sequence[str] = ()
    """Epochs that the district has left behind."""


class Peers:
    """The memory of them in one vault; what a district said that this laptop trusted before counts for nothing."""

    def __init__(self, memory: Memory, hub: str) -> None:
        self._memory = memory
        self._hub = hub

    def district(self) -> Heard:
        """The district of this laptop."""
        kept = self._kept(DISTRICT_HEARD)
        return _heard(kept) if kept.get("hub") == self._hub else Heard()

    def laptop(self, device: str) -> Heard:
        """Another laptop."""
        return _heard(self._kept(_LAPTOP + device))

    def of(self, devices: Iterable[str]) -> list[Heard]:
        """The district and these laptops."""
        return [self.district(), *map(self.laptop, devices)]

    def district_answered(self, epoch: str, vector: Mapping[str, int], at_ms: int = 0) -> None:
        """The district itself said what it holds now."""
        before = self.district()
        left = [one for one in (*before.former, before.epoch) if one not in ("", epoch)][-_MOST_FORMER:]
        told = {"hub": self._hub, "epoch": epoch, "vector": dict(vector), "at_ms": at_ms, "former": left}
        self._memory.put(DISTRICT_HEARD, json.dumps(told))

    def district_carried(self, epoch: str, vector: Mapping[str, int], at_ms: int = 0) -> bool:
        """A bundle brought what the district held when it was made; it may have been heard since. Whether it is the
        newest that was heard: what the district holds only grows while it lives, and its clock, which may have stood
        ahead, is asked only where that says nothing. One from before it was restored tells nothing of today."""
        before = self.district()
        older = at_ms < before.at_ms
        if epoch == before.epoch:
            holds_all = all(vector.get(chain, 0) >= seq for chain, seq in before.vector.items())
            self.district_answered(epoch, newest((before.vector, vector)), at_ms if holds_all else before.at_ms)
            return holds_all or not older
        life, life_before = _life(epoch), _life(before.epoch)
        if older and (life < life_before or epoch in before.former):
            return False
        self.district_answered(epoch, vector, at_ms)
        return True

    def laptop_told(self, device: str, vector: Mapping[str, int]) -> None:
        """Another laptop said what it holds."""
        self._memory.put(_LAPTOP + device, json.dumps({"vector": dict(vector)}))

    def _kept(self, key: str) -> dict[str, object]:
        try:
            kept = json.loads(self._memory.get(key) or "{}")
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}


def _life(epoch: str) -> int:
    """The number with which an epoch begins: it grows where the district notices that it was restored."""
    number = epoch.partition(".")[0]
    return int(number) if number.isdecimal() else 0


def known_to_any(peers: Iterable[Heard]) -> dict[str, int]:
    """How far each chain is known to be held by any of them."""
    return newest(peer.vector for peer in peers)


def newest(vectors: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """The highest number of each chain in any of them."""
    found: dict[str, int] = {}
    for vector in vectors:
        for chain, seq in vector.items():
            found[chain] = max(seq, found.get(chain, 0))
    return found


def _heard(kept: Mapping[str, object]) -> Heard:
    """What was written down; nothing where it makes no sense."""
    vector = kept.get("vector")
    try:
        held = {str(chain): int(seq) for chain, seq in vector.items()} if isinstance(vector, dict) else {}
    except (ValueError, TypeError):
        return Heard()
    at_ms = kept.get("at_ms")
    former = kept.get("former")
    left = tuple(map(str, former)) if isinstance(former, list) else ()
    return Heard(str(kept.get("epoch", "")), held, at_ms if isinstance(at_ms, int) else 0, left)
