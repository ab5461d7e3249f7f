"""Names of things, so that the type checker keeps a person from being taken for a family."""

from __future__ import annotations

from typing import NewType

DeviceId = NewType("DeviceId", str)
"""One laptop (or hub): 12 characters of lower-case base32."""

ChainId = NewType("ChainId", str)
"""One device in one incarnation: ``<device>.<incarnation>``, e.g. ``k3f9x2abqwert.1``."""

EntryId = NewType("EntryId", str)
"""One entry: ``<chain>/<seq>``."""

PersonId = NewType("PersonId", str)
"""One official who writes into the journal: 12 characters of lower-case base32."""

FamilyId = NewType("FamilyId", str)
"""The ministry's opaque id as text, or the EntryId of the entry that created the family. Never a KK or a NIK."""

MemberId = NewType("MemberId", str)
"""The ministry's opaque id as text, or ``<EntryId>#<n>`` for the n-th member that an entry created."""

PackId = NewType("PackId", str)
"""One published list: the EntryId of the entry that told of it."""

VillageCode = NewType("VillageCode", str)
"""Kemendagri code of a village, ten digits without dots."""


def entry_id(chain: ChainId, seq: int) -> EntryId:
    """The name of the entry at `seq` of `chain`."""
    return EntryId(f"{chain}/{seq}")


def chain_id(device: DeviceId, incarnation: int) -> ChainId:
    """The chain that `device` writes in its `incarnation` (1, 2, ...)."""
    return ChainId(f"{device}.{incarnation}")


def device_of(chain: ChainId) -> DeviceId:
    """The device that writes `chain`."""
    return DeviceId(chain.rpartition(".")[0])


def incarnation_of(chain: ChainId) -> int:
    """Which incarnation of its device writes `chain`."""
    return int(chain.rpartition(".")[2])


def is_entry(name: str) -> bool:
    """Whether an id is an entry's, as that of a family that somebody proposed is."""
    chain, _, seq = name.rpartition("/")
    return bool(chain) and seq.isdecimal()


def made_by(name: str) -> str:
    """The entry that made the member ``<entry>#<n>``; any other id as it is."""
    return name.partition("#")[0]
