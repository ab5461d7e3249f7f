"""The vault key, the keys made from it, and the slow way from a password to a key."""

from __future__ import annotations

import os
import threading
import time
import unicodedata
from dataclasses import dataclass, replace
from typing import Literal

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.domain.errors import Refused

Purpose = Literal[
    "database", "files", "anchor", "mirror", "drafts", "backup", "slots", "device_signing", "device_exchange"
]
"""What a sub-key is for; a key that leaks opens one thing only."""

KEY_BYTES = 32
SALT_BYTES = 16
PASSWORD_LEAST = 8
"""Fewest characters of a password; length is what a guesser pays for, so nothing else is demanded."""

_MIB = 1024
_MEMORY_MOST = 512 * _MIB
_ITERATIONS_MOST = 12
_LANES_MOST = 8
_TURN = threading.Lock()
"""One derivation at a time: OpenSSL's Argon2id with several lanes hangs where two threads derive at once."""

FLOOR_REAL = 64 * _MIB
"""Least memory (KiB) of Argon2id for a real village."""
FLOOR_PRACTICE = 16 * _MIB
"""Least memory (KiB) for a practice village, whose families are invented."""


@dataclass(frozen=True, slots=True)
class KdfParams:
    """What Argon2id costs: memory in KiB, passes over it, lanes side by side."""

    memory_kib: int = 128 * _MIB
    iterations: int = 3
    lanes: int = 2

    def check(self, floor_kib: int = FLOOR_REAL) -> None:
        """Refused ``kdf_weak`` or ``kdf_excessive``; asked before any memory is taken, as a file may lie."""
        if self.memory_kib < floor_kib or self.iterations < 1 or self.lanes < 1:
            raise Refused("kdf_weak", memory_kib=self.memory_kib, least_kib=floor_kib)
        if self.memory_kib > _MEMORY_MOST or self.iterations > _ITERATIONS_MOST or self.lanes > _LANES_MOST:
            raise Refused("kdf_excessive", memory_kib=self.memory_kib, most_kib=_MEMORY_MOST)


def new_key() -> bytes:
    """A fresh random key of 32 bytes."""
    return os.urandom(KEY_BYTES)


def new_salt() -> bytes:
    """A fresh random salt of 16 bytes."""
    return os.urandom(SALT_BYTES)


def subkey(vault_key: bytes, purpose: Purpose) -> bytes:
    """The 32-byte key for one purpose, by HKDF-SHA256 from the vault key."""
    return derive(vault_key, b"balai vault 1 " + purpose.encode())


def derive(key: bytes, info: bytes, salt: bytes | None = None) -> bytes:
    """A 32-byte key bound to `info` (and `salt`), by HKDF-SHA256; `key` must already be random."""
    if len(key) != KEY_BYTES:
        raise ValueError("a key has 32 bytes")
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=info).derive(key)


def password_key(password: str, salt: bytes, params: KdfParams, floor_kib: int = FLOOR_REAL) -> bytes:
    """The 32-byte key of a password by Argon2id; spellings of one letter (NFKC) are one password."""
    params.check(floor_kib)
    spelled = unicodedata.normalize("NFKC", password).encode()
    with _TURN:
        return Argon2id(
            salt=salt, length=KEY_BYTES, iterations=params.iterations, lanes=params.lanes, memory_cost=params.memory_kib
        ).derive(spelled)


def check_password(password: str) -> None:
    """Refused ``password_short`` where a new password has too few characters."""
    if len(unicodedata.normalize("NFKC", password).strip()) < PASSWORD_LEAST:
        raise Refused("password_short", least=PASSWORD_LEAST)


def calibrate(target_seconds: float = 1.0, floor_kib: int = FLOOR_REAL) -> KdfParams:
    """Parameters that take about `target_seconds` here: as much memory as the time allows, then more passes."""
    params = KdfParams(memory_kib=floor_kib, iterations=1)
    started = time.perf_counter()
    password_key("calibration", bytes(SALT_BYTES), params, floor_kib)
    passes = max(1.0, target_seconds / max(time.perf_counter() - started, 1e-6))
    """How many passes over the floor's memory fit into the time; time grows with memory times passes."""
    default = KdfParams()
    memory = floor_kib
    while (
        memory < min(default.memory_kib * 2, _MEMORY_MOST) and passes / (2 * memory / floor_kib) >= default.iterations
    ):
        memory *= 2
    iterations = int(passes / (memory / floor_kib))
    return replace(default, memory_kib=memory, iterations=max(default.iterations, min(_ITERATIONS_MOST, iterations)))
