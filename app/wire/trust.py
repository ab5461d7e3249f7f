"""Names that follow from keys, so that nobody can take another's."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache

from app.domain.ids import DeviceId, PersonId

_LETTERS = 12


def _name(purpose: bytes, content: bytes) -> str:
    digest = hashlib.sha256(b"balai name 1\x00" + purpose + b"\x00" + content).digest()
    return base64.b32encode(digest)[:_LETTERS].decode().lower()


def hub_id(root_key: bytes) -> DeviceId:
    """The district's own name, from its root key (Ed25519 public, 32 bytes)."""
    return DeviceId(_name(b"hub", root_key))


@lru_cache(4096)  # an exchange asks again and again for one village's
def district_device(root_key: bytes, village: str) -> DeviceId:
    """The district's name in the chain that it keeps about one village; a laptop never gets another village's."""
    return DeviceId(_name(b"district", root_key + village.encode()))


def device_id(signing_key: bytes) -> DeviceId:
    """A laptop's name, from the key with which it signs exchanges."""
    return DeviceId(_name(b"device", signing_key))


def person_id(public_key: bytes) -> PersonId:
    """A person's name, from his signing key."""
    return PersonId(_name(b"person", public_key))


def server_name(hub: str) -> str:
    """The name in the hub's TLS certificate; it holds at whatever address the hub is reached."""
    return f"{hub}.balai.internal"
