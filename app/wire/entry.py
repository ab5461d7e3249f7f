"""The hash that binds an entry to everything before it on its chain, and the check of a whole chain.

``hash = SHA-256(domain tag, previous hash, length of header, header, SHA-256(payload))``; the header is a MessagePack
array of the fields in the order of `Entry`. Bytes are kept as they came: what was hashed is what is stored.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

import msgspec

from app.domain.entry import GENESIS, Entry, Head
from app.domain.errors import Refused
from app.domain.ids import ChainId, PersonId

_TAG = b"balai entry 1\x00"
_encoder = msgspec.msgpack.Encoder()


def header_bytes(entry: Entry) -> bytes:
    """The bytes of the header that are hashed."""
    return _encoder.encode(
        (
            entry.chain,
            entry.seq,
            entry.author,
            entry.at_ms,
            entry.floor_ms,
            entry.turn,
            entry.kind,
            entry.version,
            entry.subject,
        )
    )


def entry_hash(previous: bytes, entry: Entry) -> bytes:
    """The hash (32 bytes) of `entry` standing after an entry whose hash is `previous`."""
    header = header_bytes(entry)
    digest = hashlib.sha256(_TAG)
    digest.update(previous)
    digest.update(len(header).to_bytes(4, "big"))
    digest.update(header)
    digest.update(hashlib.sha256(entry.payload).digest())
    return digest.digest()


def next_entry(
    head: Head | None,
    *,
    chain: ChainId,
    author: PersonId,
    at_ms: int,
    floor_ms: int,
    turn: int,
    kind: str,
    version: int,
    subject: str,
    payload: bytes,
) -> Entry:
    """The entry that follows `head` (None: the first of its chain)."""
    seq = head.seq + 1 if head else 1
    bare = Entry(chain, seq, author, at_ms, floor_ms, turn, kind, version, subject, payload, b"")
    return replace(bare, hash=entry_hash(head.hash if head else GENESIS, bare))


def verify_chain(entries: Iterable[Entry], after: Head | None = None) -> Head | None:
    """The end of a run of entries of one chain that follows `after`; None where the run and `after` are empty.

    Refused ``chain_gap`` where a number is missing, ``chain_mixed`` where another chain's entry stands in between,
    ``chain_broken`` where a byte was changed; each names chain and number.
    """
    head, chain = after, None
    for entry in entries:
        chain = chain or entry.chain
        if entry.chain != chain:
            raise Refused("chain_mixed", chain=chain, seq=entry.seq)
        expected = head.seq + 1 if head else 1
        if entry.seq != expected:
            raise Refused("chain_gap", chain=chain, seq=entry.seq, expected=expected)
        if entry_hash(head.hash if head else GENESIS, entry) != entry.hash:
            raise Refused("chain_broken", chain=chain, seq=entry.seq)
        head = Head(entry.seq, entry.hash)
    return head
