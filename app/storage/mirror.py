"""The mirror: every entry once more, in an append-only log that needs neither the database nor a password to be useful.

Each segment has a random key, wrapped for the vault and (once it is known) sealed to the hub's public key. With either
one, all entries up to the last whole record come back: a lost password or a broken database loses no work.

A segment is a header line of JSON and records: length (4 bytes), number (8), nonce (12), AES-256-GCM. Nonces are
random, because a vault that was copied would otherwise use one twice.
"""

from __future__ import annotations

import os
import struct
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.domain.errors import Refused
from app.storage.durable import disk_errors, flush_folder, flush_handle, write_all, write_whole
from app.storage.keys import new_key
from app.wire import hpke

SEGMENT_BYTES = 1024 * 1024
"""Small enough that going on with one (it is read whole first) does not hold up the first save of a day."""
_RECORD = struct.Struct(">IQ12s")
_LARGEST_RECORD = 16 * 1024 * 1024
_LARGEST_HEADER = 4096
_NONCE_BYTES = 12
_TAG_BYTES = 16
_ENDING = ".log"
_HUB_ENDING = ".hub"


class _Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """First line of a segment."""

    balai_mirror: int
    vault: str
    segment: str
    wrap_nonce: bytes
    wrapped: bytes
    hub: bytes = b""


@dataclass(frozen=True, slots=True)
class Mirrored:
    """One entry as it was appended; `number` is the caller's (the own chain's seq)."""

    number: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """All that could be read, in order, and the names of the segments that have a torn end or a damaged place.

    After a disk that was full an entry may stand there twice.
    """

    entries: tuple[Mirrored, ...]
    torn: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    """Segments whose key this reader can not get at (written before the hub was known, or their header is broken)."""


@dataclass(slots=True)
class _Open:
    """The segment that is being written."""

    file: BinaryIO
    header: bytes
    cipher: AESGCM
    index: int


_Unwrap = Callable[[Path, _Header], bytes | None]


class Mirror:
    """The folder of segments of one vault; any thread may append what it just committed."""

    def __init__(self, folder: Path, key: bytes, vault: str, hub_key: bytes | None = None) -> None:
        self.folder = folder
        self._key = key
        self._vault = vault
        self._hub_key = hub_key
        self._open: _Open | None = None
        self._behind: list[Mirrored] = []
        self._lock = threading.Lock()

    def append(self, entry: bytes, number: int) -> None:
        """Add one entry; flushed on return. Unavailable ``disk_*``."""
        self.extend([Mirrored(number, entry)])

    def extend(self, entries: Iterable[Mirrored]) -> None:
        """Add several entries with one flush. Unavailable ``disk_*``: they are then kept and go first next time.

        So a caller whose entries are safe in the store may go on; after a restart `last_number` tells what is lacking.
        """
        with self._lock, disk_errors():
            self._behind.extend(entries)
            segment = self._segment()
            content = bytearray()
            for index, entry in enumerate(self._behind, segment.index):
                content += _record(segment, index, entry)
            try:
                write_all(segment.file.fileno(), bytes(content))
                flush_handle(segment.file.fileno())
            except OSError:
                """What was written may end in the middle of a record: the next entry begins a segment of its own."""
                self._close()
                raise
            segment.index += len(self._behind)
            self._behind.clear()

    def last_number(self) -> int:
        """The highest number that the mirror holds, 0 where it holds none; what lies beyond it has to be appended."""
        for path in reversed(_segments(self.folder)):
            numbers = [entry.number for entry in self._one(path).entries]
            if numbers:
                return max(numbers)
        return 0

    def set_hub(self, hub_key: bytes) -> None:
        """From now on seal every segment to this hub too, and the earlier ones by a file beside them."""
        hpke.check_public_key(hub_key)
        with self._lock:
            self._close()
            self._hub_key = hub_key
        for path in _segments(self.folder):
            header = _read_header(path)
            key = _vault_unwrap(self._key)(path, header) if header else None
            if header and key:
                write_whole(path.with_suffix(_HUB_ENDING), hpke.seal(hub_key, key, _hub_info(header)))

    def read_with_vault(self) -> Reading:
        """Everything, by the vault's own key (the mirror sub-key)."""
        return read_with_vault(self.folder, self._key)

    def close(self) -> None:
        """Let the segment go; the next entry begins a new one or goes on with a whole one."""
        with self._lock:
            self._close()

    def _close(self) -> None:
        if self._open is not None:
            self._open.file.close()
            self._open = None

    def _one(self, path: Path) -> Reading:
        return _read([path], _vault_unwrap(self._key))

    def _segment(self) -> _Open:
        if self._open is not None and self._open.file.tell() >= SEGMENT_BYTES:
            self._close()
        if self._open is None:
            self._open = self._resume() or self._begin()
        return self._open

    def _resume(self) -> _Open | None:
        """The newest segment, if it is whole, has room, and is sealed to the hub we know (or to none)."""
        paths = _segments(self.folder)
        if not paths or paths[-1].stat().st_size >= SEGMENT_BYTES:
            return None
        path = paths[-1]
        header = _read_header(path)
        key = _vault_unwrap(self._key)(path, header) if header else None
        if header is None or key is None:
            return None
        reading = self._one(path)
        sealed_to_hub = bool(header.hub) or path.with_suffix(_HUB_ENDING).is_file()
        if reading.torn or reading.damaged or (self._hub_key and not sealed_to_hub):
            return None
        file = path.open("ab", buffering=0)
        file.seek(0, os.SEEK_END)
        return _Open(file, _line(header), AESGCM(key), len(reading.entries))

    def _begin(self) -> _Open:
        self.folder.mkdir(parents=True, exist_ok=True)
        paths = _segments(self.folder)
        number = int(paths[-1].stem) + 1 if paths else 1
        name = f"{number:08}"
        key, nonce = new_key(), os.urandom(_NONCE_BYTES)
        wrapped = AESGCM(self._key).encrypt(nonce, key, _wrap_bound(self._vault, name))
        header = _Header(1, self._vault, name, nonce, wrapped)
        if self._hub_key:
            header = msgspec.structs.replace(header, hub=hpke.seal(self._hub_key, key, _hub_info(header)))
        path = self.folder / (name + _ENDING)
        file = path.open("xb", buffering=0)
        try:
            write_all(file.fileno(), _line(header))
            os.fsync(file.fileno())
            flush_folder(self.folder)
        except OSError:
            file.close()
            raise
        return _Open(file, _line(header), AESGCM(key), 0)


def read_with_vault(folder: Path, key: bytes) -> Reading:
    """Everything in `folder`, by the vault's mirror sub-key."""
    return _read(_segments(folder), _vault_unwrap(key))


def read_with_hub(folder: Path, private_key: X25519PrivateKey) -> Reading:
    """Everything in `folder` that was sealed to the hub, by the hub's private key; needs no vault and no password."""

    def unwrap(path: Path, header: _Header) -> bytes | None:
        beside = path.with_suffix(_HUB_ENDING)
        for sealed in (header.hub, beside.read_bytes() if beside.is_file() else b""):
            try:
                return hpke.open_sealed(private_key, sealed, _hub_info(header))
            except Refused:
                continue
        return None

    return _read(_segments(folder), unwrap)


def _read(paths: Iterable[Path], unwrap: _Unwrap) -> Reading:
    entries: list[Mirrored] = []
    torn, damaged, unreadable = [], [], []
    with disk_errors():
        for path in paths:
            header = _read_header(path)
            key = unwrap(path, header) if header else None
            if header is None or key is None:
                unreadable.append(path.stem)
                continue
            segment = _Walk(path, _line(header), AESGCM(key))
            entries.extend(segment.entries())
            if segment.torn:
                torn.append(path.stem)
            if segment.damaged:
                damaged.append(path.stem)
    return Reading(tuple(entries), tuple(torn), tuple(damaged), tuple(unreadable))


class _Walk:
    """One pass over the records of a segment; goes on behind a damaged one, as lengths still tell where the next is."""

    def __init__(self, path: Path, line: bytes, cipher: AESGCM) -> None:
        self._content = memoryview(path.read_bytes())[len(line) :]
        self._line = line
        self._cipher = cipher
        self.torn = False
        self.damaged = False

    def entries(self) -> Iterator[Mirrored]:
        place, index = 0, 0
        while place < len(self._content):
            begin = place + _RECORD.size
            if begin > len(self._content):
                self.torn = True
                return
            length, number, nonce = _RECORD.unpack(self._content[place:begin])
            place = begin + length
            if place > len(self._content) or not _TAG_BYTES <= length <= _LARGEST_RECORD:
                self.torn = True
                return
            try:
                plain = self._cipher.decrypt(
                    nonce, self._content[begin:place], _record_bound(self._line, index, number)
                )
                yield Mirrored(number, plain)
            except InvalidTag:
                self.damaged = True
            index += 1


def _record(segment: _Open, index: int, entry: Mirrored) -> bytes:
    if len(entry.content) + _TAG_BYTES > _LARGEST_RECORD:
        raise ValueError("an entry is never that long")
    nonce = os.urandom(_NONCE_BYTES)
    sealed = segment.cipher.encrypt(nonce, entry.content, _record_bound(segment.header, index, entry.number))
    return _RECORD.pack(len(sealed), entry.number, nonce) + sealed


def _record_bound(header: bytes, index: int, number: int) -> bytes:
    return header + index.to_bytes(8, "big") + number.to_bytes(8, "big")


def _vault_unwrap(key: bytes) -> _Unwrap:
    def unwrap(path: Path, header: _Header) -> bytes | None:
        try:
            return AESGCM(key).decrypt(header.wrap_nonce, header.wrapped, _wrap_bound(header.vault, path.stem))
        except (InvalidTag, ValueError):
            return None

    return unwrap


def _wrap_bound(vault: str, segment: str) -> bytes:
    return f"balai mirror wrap 1 {vault} {segment}".encode()


def _hub_info(header: _Header) -> bytes:
    return f"balai mirror hub 1 {header.vault} {header.segment}".encode()


def _segments(folder: Path) -> list[Path]:
    with disk_errors():
        return sorted(path for path in folder.glob("*" + _ENDING) if path.stem.isdigit())


def _line(header: _Header) -> bytes:
    return msgspec.json.encode(header) + b"\n"


def _read_header(path: Path) -> _Header | None:
    with path.open("rb") as file:
        line = file.readline(_LARGEST_HEADER)
    try:
        header = msgspec.json.decode(line, type=_Header)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return header if _line(header) == line else None
