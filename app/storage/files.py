"""Sealed files: photos and scans, each under a key of its own, in chunks that can not be cut, swapped or changed.

A file is a version line and chunks of 64 KiB, each AES-256-GCM under a key made from the random name. The nonce holds
the chunk's number and whether it is the last, so that a missing end or a moved chunk fails like a changed one.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.domain.errors import Refused
from app.storage.durable import disk_errors, flush_folder
from app.storage.keys import derive

CHUNK_BYTES = 64 * 1024
LARGEST_BYTES = 64 * 1024 * 1024

_MAGIC = b"balai-file 1\n"
_TAG_BYTES = 16
_NAME_BYTES = 16
_ENDING = ".sealed"
_PART = ".part"
_ASIDE = "aside"
_NAME = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class SealedFile:
    """What the journal tells of a file: where it lies, what it is, and the SHA-256 (hex) of its plain bytes."""

    name: str
    sha256: str
    size: int
    kind: str


class SealedFiles:
    """The folder of sealed files of one vault."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self.folder = folder
        self._key = key

    def put(self, source: bytes | Path, kind: str) -> SealedFile:
        """Seal a copy of `source`; on return it would survive a power cut, and may be told in the journal.

        Refused ``file_too_big``; Unavailable ``disk_*``.
        """
        name = os.urandom(_NAME_BYTES).hex()
        part = self.folder / (name + _PART)
        with disk_errors():
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                with _plain(source) as plain, part.open("wb") as sealed:
                    digest, size = self._seal(plain, sealed, name)
                    sealed.flush()
                    os.fsync(sealed.fileno())
                os.replace(part, self._path(name))
            except BaseException:
                with suppress(OSError):
                    part.unlink(missing_ok=True)
                raise
            flush_folder(self.folder)
        return SealedFile(name, digest, size, kind)

    def open(self, name: str) -> bytes:
        """The plain bytes, whole or not at all; Refused ``file_missing``, ``file_damaged``."""
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """The plain bytes piece by piece, each proved before it is given; only the end proves that none is missing."""
        path = self._path(name)
        with disk_errors():
            if not path.is_file():
                raise Refused("file_missing", name=name)
            with path.open("rb") as sealed:
                if sealed.read(len(_MAGIC)) != _MAGIC:
                    raise Refused("file_damaged", name=name)
                yield from self._unseal(sealed, name)

    def holds(self, name: str) -> bool:
        """Whether a whole file of that name lies here."""
        return self._path(name).is_file()

    def names(self) -> frozenset[str]:
        """All files that were put."""
        with disk_errors():
            if not self.folder.is_dir():
                return frozenset()
            return frozenset(path.stem for path in self.folder.glob("*" + _ENDING) if _NAME.fullmatch(path.stem))

    def unreferenced(self, keep: Collection[str]) -> tuple[str, ...]:
        """Files that `keep` (all that the journal or a draft tells of) does not name, sorted."""
        return tuple(sorted(self.names() - frozenset(keep)))

    def delete(self, name: str) -> None:
        """Remove a file that was never told in the journal; one that was told is never deleted."""
        with disk_errors():
            self._path(name).unlink(missing_ok=True)

    def sha256(self, name: str) -> bytes:
        """SHA-256 of the plain bytes; empty where the file is not whole."""
        digest = hashlib.sha256()
        try:
            for chunk in self.chunks(name):
                digest.update(chunk)
        except Refused:
            return b""
        return digest.digest()

    def put_aside(self, name: str) -> None:
        """Move a file out of the way, into a folder that nothing here looks into or clears."""
        aside = self.folder / _ASIDE
        with disk_errors():
            aside.mkdir(exist_ok=True)
            os.replace(self._path(name), aside / self._path(name).name)
            flush_folder(aside)
            flush_folder(self.folder)

    def sweep(self) -> int:
        """Remove what an interrupted `put` left behind; how many there were. Not while another thread puts."""
        with disk_errors():
            left = list(self.folder.glob("*" + _PART)) if self.folder.is_dir() else []
            for path in left:
                path.unlink(missing_ok=True)
        return len(left)

    def _seal(self, plain: BinaryIO, sealed: BinaryIO, name: str) -> tuple[str, int]:
        cipher, digest, size, number = self._cipher(name), hashlib.sha256(), 0, 0
        sealed.write(_MAGIC)
        chunk = plain.read(CHUNK_BYTES)
        while True:
            following = plain.read(CHUNK_BYTES)
            digest.update(chunk)
            size += len(chunk)
            if size > LARGEST_BYTES:
                raise Refused("file_too_big", most_bytes=LARGEST_BYTES)
            sealed.write(cipher.encrypt(_nonce(number, last=not following), chunk, _MAGIC))
            if not following:
                return digest.hexdigest(), size
            chunk, number = following, number + 1

    def _unseal(self, sealed: BinaryIO, name: str) -> Iterator[bytes]:
        cipher, number = self._cipher(name), 0
        chunk = sealed.read(CHUNK_BYTES + _TAG_BYTES)
        while True:
            following = sealed.read(CHUNK_BYTES + _TAG_BYTES)
            try:
                plain = cipher.decrypt(_nonce(number, last=not following), chunk, _MAGIC)
            except (InvalidTag, ValueError) as error:
                raise Refused("file_damaged", name=name) from error
            yield plain
            if not following:
                return
            chunk, number = following, number + 1

    def _cipher(self, name: str) -> AESGCM:
        return AESGCM(derive(self._key, b"balai file 1", bytes.fromhex(name)))

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise Refused("file_missing", name="")
        return self.folder / (name + _ENDING)


def _plain(source: bytes | Path) -> BinaryIO:
    return BytesIO(source) if isinstance(source, bytes) else source.open("rb")


def _nonce(number: int, *, last: bool) -> bytes:
    return bytes(7) + number.to_bytes(4, "big") + (b"\1" if last else b"\0")
