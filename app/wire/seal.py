"""Seals: an author's Ed25519 signature over the head of a chain."""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from app.domain.entry import Head
from app.domain.ids import ChainId
from app.domain.payloads import Sealed

_TAG = b"balai seal 1\x00"


def _message(chain: ChainId, head: Head) -> bytes:
    name = chain.encode()
    return _TAG + len(name).to_bytes(2, "big") + name + head.seq.to_bytes(8, "big") + head.hash


def make_seal(key: Ed25519PrivateKey, chain: ChainId, head: Head) -> Sealed:
    """The seal of `key`'s owner over everything on `chain` up to `head`."""
    public = key.public_key().public_bytes_raw()
    return Sealed(head.seq, head.hash, public, key.sign(_message(chain, head)))


def seal_holds(seal: Sealed, chain: ChainId, public_key: bytes) -> bool:
    """Whether `seal` was made by the owner of `public_key` for its own head on `chain`."""
    if seal.public_key != public_key:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(
            seal.signature, _message(chain, Head(seal.seq, seal.head))
        )
    except (InvalidSignature, ValueError, OverflowError):
        return False
    return True
