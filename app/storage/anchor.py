"""The head anchor: a second small file that remembers how far the own journal had come when "Tersimpan" was shown.

One flipped bit in the write-ahead log makes SQLite drop every commit behind it, and each of its own checks then says
that all is well. The anchor is what notices.

Two slots, each in a disk block of its own, are written in turn, so that a write that is cut leaves the one before.
"""

from __future__ import annotations

import hmac
import struct
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.domain.entry import Head
from app.domain.errors import Problem, Refused
from app.domain.ids import ChainId
from app.storage.durable import disk_errors, flush_handle, write_whole

_SLOT_BYTES = 4096
_FORM = struct.Struct(">8sQQH64s32s")
_MAGIC = b"BALAIA01"
_MAC_BYTES = 32

HashAt = Callable[[ChainId, int], bytes | None]
"""The hash that the journal holds for one number of one chain, None where it holds none."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the own chain had come; `counter` grows with every mark."""

    counter: int
    chain: ChainId
    head: Head


_NOTHING = Mark(0, ChainId(""), Head(0, bytes(32)))


class Anchor:
    """The anchor file of one vault. Missing or damaged, it says so in `trouble` and lets nothing pass by itself."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._key = key
        self._file: BinaryIO | None = None
        self._lock = threading.Lock()
        self.path = path
        self.mark: Mark | None = None
        self.trouble: Problem | None = None
        self.torn = False
        """Whether one slot was unreadable, as after a cut during a write; the other one counts."""
        self._read()

    @staticmethod
    def create(path: Path, key: bytes) -> None:
        """Lay down an anchor that promises nothing yet."""
        write_whole(path, _packed(_NOTHING, key) + bytes(_SLOT_BYTES))

    def record(self, chain: ChainId, head: Head) -> None:
        """Promise that the journal holds `head`; flushed on return. Call it after the commit, before saying so.

        Where another thread has already promised more of the same chain, that stands.
        """
        with self._lock, disk_errors():
            if self.mark and self.mark.chain == chain and self.mark.head.seq > head.seq:
                return
            counter = (self.mark.counter if self.mark else 0) + 1
            mark = Mark(counter, chain, head)
            if self._file is None:
                self._file = self.path.open("r+b", buffering=0)
            self._file.seek((counter % 2) * _SLOT_BYTES)
            self._file.write(_packed(mark, self._key))
            flush_handle(self._file.fileno())
            self.mark = mark

    def verify(self, hash_at: HashAt) -> None:
        """Prove that the journal still holds everything that was ever acknowledged.

        Refused ``anchor_missing``, ``anchor_damaged``; ``journal_behind_anchor`` where entries are gone (facts: chain,
        anchored, missing_from); ``journal_differs_from_anchor`` where another entry stands in the anchored one's place.
        """
        if self.trouble:
            raise self.trouble
        if self.mark is None or self.mark.head.seq == 0:
            return
        chain, head = self.mark.chain, self.mark.head
        held = hash_at(chain, head.seq)
        if held is None:
            raise Refused(
                "journal_behind_anchor",
                chain=chain,
                anchored=head.seq,
                missing_from=_first_missing(chain, head.seq, hash_at),
            )
        if not hmac.compare_digest(held, head.hash):
            raise Refused("journal_differs_from_anchor", chain=chain, seq=head.seq)

    def renew(self, chain: ChainId | None = None, head: Head | None = None) -> None:
        """Start anew at what the journal holds, after a person has seen and settled what was wrong."""
        self.close()
        Anchor.create(self.path, self._key)
        self.mark, self.trouble, self.torn = _NOTHING, None, False
        if chain is not None and head is not None:
            self.record(chain, head)

    def close(self) -> None:
        """Let the file go."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _read(self) -> None:
        with disk_errors():
            if not self.path.is_file():
                self.trouble = Refused("anchor_missing")
                return
            with self.path.open("rb") as file:
                content = file.read(2 * _SLOT_BYTES + 1)
        slots = [content[:_SLOT_BYTES], content[_SLOT_BYTES:]]
        fresh = [slot == bytes(_SLOT_BYTES) for slot in slots]
        marks = [_unpacked(slot, self._key) for slot in slots]
        whole = [mark for mark in marks if mark]
        self.torn = any(not mark and not blank for mark, blank in zip(marks, fresh, strict=True))
        self.mark = max(whole, key=lambda mark: mark.counter, default=None)
        if not whole:
            self.trouble = Refused("anchor_damaged")


def _packed(mark: Mark, key: bytes) -> bytes:
    name = mark.chain.encode()
    plain = _FORM.pack(_MAGIC, mark.counter, mark.head.seq, len(name), name.ljust(64, b"\0"), mark.head.hash)
    return (plain + hmac.digest(key, plain, "sha256")).ljust(_SLOT_BYTES, b"\0")


def _unpacked(slot: bytes, key: bytes) -> Mark | None:
    plain, mac = slot[: _FORM.size], slot[_FORM.size : _FORM.size + _MAC_BYTES]
    if len(slot) != _SLOT_BYTES or not hmac.compare_digest(mac, hmac.digest(key, plain, "sha256")):
        return None
    magic, counter, seq, length, name, digest = _FORM.unpack(plain)
    if magic != _MAGIC:
        return None
    return Mark(counter, ChainId(name[:length].decode()), Head(seq, digest))


def _first_missing(chain: ChainId, anchored: int, hash_at: HashAt) -> int:
    """Numbers have no gaps, so the end is found by halving."""
    held, missing = 0, anchored
    while missing - held > 1:
        middle = (held + missing) // 2
        if hash_at(chain, middle) is None:
            missing = middle
        else:
            held = middle
    return missing
