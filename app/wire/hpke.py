"""Sealing bytes to somebody's public key: HPKE (RFC 9180), X25519, HKDF-SHA256, AES-256-GCM, mode base.

A sealed message says who may read it, not who wrote it: a signature must say that where it matters.
"""

from __future__ import annotations

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from app.domain.errors import Refused

KEY_BYTES = 32
OVERHEAD_BYTES = 48
"""A sealed message is longer than the plain one by the encapsulated key (32) and the tag (16)."""

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def seal(public_key: bytes, plain: bytes, info: bytes) -> bytes:
    """`plain` for the owner of `public_key` (32 bytes) alone; `info` says what it is and must be named to open it.

    Refused ``public_key_bad``.
    """
    try:
        return _SUITE.encrypt(plain, _public(public_key), info)
    except ValueError as error:  # a point with which nothing secret can be agreed on
        raise Refused("public_key_bad") from error


def open_sealed(private_key: X25519PrivateKey, sealed: bytes, info: bytes) -> bytes:
    """The plain bytes; Refused ``seal_broken`` where it is for another key or purpose, or was changed."""
    try:
        return _SUITE.decrypt(sealed, private_key, info)
    except (InvalidTag, ValueError) as error:
        raise Refused("seal_broken") from error


def check_public_key(public_key: bytes) -> None:
    """Refused ``public_key_bad`` where nothing could be sealed to these bytes."""
    seal(public_key, b"", b"balai key check")


def _public(key: bytes) -> X25519PublicKey:
    try:
        return X25519PublicKey.from_public_bytes(key)
    except ValueError as error:
        raise Refused("public_key_bad") from error
