"""What has to outlive the store: small sealed files beside it, such as which district this laptop trusts."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Sequence
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.storage.durable import disk_errors, write_whole

_NONCE_BYTES = 12
_LARGEST_BYTES = 1024 * 1024


class Beside:
    """One sealed text in a file of its own; bound to the file's name, so that two cannot be swapped."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key

    def put(self, text: str) -> None:
        """Keep `text`; it would survive a power cut on return. Unavailable ``disk_*``."""
        nonce = os.urandom(_NONCE_BYTES)
        with disk_errors():
            write_whole(self._path, nonce + AESGCM(self._key).encrypt(nonce, text.encode(), self._bound))

    def get(self) -> str | None:
        """The text kept, None where there is none or it was altered: it is a copy, nothing rests on it alone."""
        with disk_errors():
            if not self._path.is_file() or self._path.stat().st_size > _LARGEST_BYTES:
                return None
            content = self._path.read_bytes()
        try:
            plain = AESGCM(self._key).decrypt(content[:_NONCE_BYTES], content[_NONCE_BYTES:], self._bound)
        except (InvalidTag, ValueError):
            return None
        return plain.decode()

    @property
    def _bound(self) -> bytes:
        return b"balai beside 1 " + self._path.name.encode()


class Words:
    """What the district said of the keys that came with passwords that it gave: the newest word of each person."""

    def __init__(self, beside: Beside) -> None:
        self._beside = beside

    def keep(self, who: str, word: bytes) -> None:
        """Keep one more, as it travels. Unavailable ``disk_*``."""
        self._beside.put(json.dumps(self._read() | {who: base64.b64encode(word).decode()}))

    def all(self) -> Sequence[bytes]:
        """Those that are kept."""
        return tuple(map(base64.b64decode, self._read().values()))

    def _read(self) -> dict[str, str]:
        held = self._beside.get()
        return dict(json.loads(held)) if held else {}
