"""What a district does where every password of a laptop is lost: its key opens the vault that was sealed to it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.hub.lost_passwords import LaptopPerson


class VaultPeople:
    """Implements the hub's `LostPasswords` with the vault's own code, which is loaded when it is wanted."""

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
