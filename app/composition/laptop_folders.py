"""Laptops' folders at a district: its key opens the vault and the mirror that were sealed to it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.domain.errors import Refused
from app.hub.lost_passwords import LaptopPerson
from app.hub.mirrors import Mirrored


class VaultFolders:
    """Implements the hub's `LaptopFolders` with the vault's own code, which is loaded when it is wanted."""

    def people(self, folder: Path) -> Sequence[LaptopPerson]:
        """Everybody who may unlock."""
        from app.storage.vault import Vault

        return [
            LaptopPerson(slot.id, slot.person, slot.name, slot.role, slot.public_key)
            for slot in Vault.slots(folder).people
        ]

    def reset(self, folder: Path, key: X25519PrivateKey, slot: str, new: str) -> None:
        """A new password and a new signing key for one of them (see `Vault.reset_by_district`)."""
        from app.storage.vault import Vault

        Vault.reset_by_district(folder, key, slot, new)

    def keep_word(self, folder: Path, key: X25519PrivateKey, who: str, word: bytes) -> None:
        """The district's word for somebody's new key, beside the store (see `Vault.keep_word`)."""
        from app.storage.vault import Vault

        Vault.keep_word(folder, key, who, word)

    def journal(self, folder: Path, key: X25519PrivateKey) -> Mirrored:
        """What the mirror in it holds; what cannot be read as an entry is counted as lost."""
        from app.storage.journal import entry_of_mirror
        from app.storage.mirror import read_with_hub
        from app.storage.vault import MIRROR

        reading = read_with_hub(folder / MIRROR, key)
        entries, lost = [], len(reading.torn) + len(reading.damaged) + len(reading.unreadable)
        for one in reading.entries:
            try:
                entries.append(entry_of_mirror(one.content))
            except Refused:
                lost += 1
        return Mirrored(entries, lost)
