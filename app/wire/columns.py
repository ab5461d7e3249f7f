"""Entries as columns: what travels when journals are exchanged.

Hashes are not sent where the receiver can compute them from the entry before; a digest over all of them proves that
what was rebuilt is what was recorded. A seal's head is such a hash too. Payloads whose bytes would not come out of the
tree again travel as they are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any

import msgspec

from app.domain.entry import GENESIS, Entry
from app.domain.errors import Refused
from app.domain.ids import ChainId, PersonId
from app.wire.body import Reader, Writer
from app.wire.column import (
    References,
    number_at_end,
    read_blobs,
    read_indexes,
    read_ints,
    read_texts,
    write_blobs,
    write_ints,
    write_names,
)
from app.wire.entry import entry_hash
from app.wire.tree import is_plain, read_values, write_values

LARGEST_PLAIN = 48 << 20
"""Bytes of one body before it is squeezed; a month is a thousandth of it."""

MOST_ENTRIES = 200_000
_BUDGET = 256 << 20
"""Bytes of memory that one body may grow to; twenty busy months of a village are a third of it."""

_PROOF = 16
_SEALED = ("sealed", 1)
_encoder = msgspec.msgpack.Encoder()
_ELIDED = "head"


def encode_entries(entries: Sequence[Entry]) -> bytes:
    """The body of these entries, in their order (sorted by chain and number they are smallest)."""
    writer = Writer()
    writer.uint(len(entries))
    if entries:
        _write_headers(writer, entries)
        before = _hashes_before(entries)
        _write_payloads(writer, entries, before)
        known = [
            hash_ is not None and entry_hash(hash_, entry) == entry.hash
            for hash_, entry in zip(before, entries, strict=True)
        ]
        write_ints(writer, [int(one) for one in known])
        write_blobs(writer, [entry.hash for entry, one in zip(entries, known, strict=True) if not one])
    writer.loose += _proof(entries)
    return writer.body()


def decode_entries(body: bytes, most: int = MOST_ENTRIES) -> list[Entry]:
    """The entries of a body. Refused ``body_damaged``, ``body_too_large`` or ``body_newer``; their chains are still to
    be checked against what is held (`verify_chain`)."""
    reader = Reader(body, largest=LARGEST_PLAIN, budget=_BUDGET)
    count = reader.uint()
    if count > most:
        raise Refused("body_too_large", entries=count)
    entries = list(_rebuilt(reader, count)) if count else []
    if reader.take_loose(_PROOF) != _proof(entries):
        raise Refused("body_damaged")
    reader.finish()
    return entries


def _proof(entries: Iterable[Entry]) -> bytes:
    digest = hashlib.sha256(b"balai entries 1\x00")
    for entry in entries:
        digest.update(len(entry.hash).to_bytes(4, "big") + entry.hash)
    return digest.digest()[:_PROOF]


def _hashes_before(entries: Sequence[Entry]) -> list[bytes | None]:
    """For each entry the hash it stands on, where this very body tells it."""
    last: dict[str, Entry] = {}
    found: list[bytes | None] = []
    for entry in entries:
        previous = last.get(entry.chain)
        if entry.seq == 1:
            found.append(GENESIS)
        else:
            found.append(previous.hash if previous is not None and previous.seq == entry.seq - 1 else None)
        last[entry.chain] = entry
    return found


def _write_headers(writer: Writer, entries: Sequence[Entry]) -> None:
    kinds = list(dict.fromkeys((entry.kind, entry.version) for entry in entries))
    place = {kind: number for number, kind in enumerate(kinds)}
    write_names(writer, [entry.chain for entry in entries])
    write_ints(writer, _steps([entry.chain for entry in entries], [entry.seq for entry in entries]))
    write_names(writer, [entry.author for entry in entries])
    at = [entry.at_ms for entry in entries]
    write_ints(writer, at)
    write_ints(writer, [entry.floor_ms for entry in entries], _floors(at))
    write_ints(writer, [entry.turn for entry in entries])
    writer.uint(len(kinds))
    write_names(writer, [kind for kind, _ in kinds])
    write_ints(writer, [version for _, version in kinds])
    write_ints(writer, [place[entry.kind, entry.version] for entry in entries])
    write_names(writer, [entry.subject for entry in entries])


def _floors(at: Sequence[int]) -> tuple[list[int], list[int]]:
    """Where a floor usually is: the newest time on this body before the entry, or with it."""
    newest = list(accumulate(at, max))
    return [at[0], *newest[:-1]], newest


def _steps(chains: Sequence[str], seqs: Sequence[int]) -> list[int]:
    last: dict[str, int] = {}
    steps = []
    for chain, seq in zip(chains, seqs, strict=True):
        steps.append(seq - last.get(chain, 0) - 1)
        last[chain] = seq
    return steps


def _write_payloads(writer: Writer, entries: Sequence[Entry], before: Sequence[bytes | None]) -> None:
    """First which payloads are raw, then those; then for each kind its trees."""
    trees = [_tree(entry, hash_) for entry, hash_ in zip(entries, before, strict=True)]
    at, numbers = [entry.at_ms for entry in entries], [number_at_end(entry.subject) for entry in entries]
    write_ints(writer, [int(tree is None) for tree in trees])
    write_blobs(writer, [entry.payload for entry, tree in zip(entries, trees, strict=True) if tree is None])
    for rows in _groups([(entry.kind, entry.version) for entry in entries], [tree is None for tree in trees]):
        write_values(writer, [trees[row] for row in rows], _near(rows, at, numbers))


def _near(rows: Sequence[int], at: Sequence[int], numbers: Sequence[int]) -> References:
    """What numbers of payloads lie close to: the entry's time, and the number of the family, whose members' ids are
    often counted on from it."""
    return [at[row] for row in rows], [numbers[row] for row in rows]


def _groups(kinds: Sequence[tuple[str, int]], raw: Sequence[bool]) -> list[list[int]]:
    """The rows of each kind whose payloads are trees, kinds in order of first use."""
    groups: dict[tuple[str, int], list[int]] = {}
    for row, (kind, is_raw) in enumerate(zip(kinds, raw, strict=True)):
        if not is_raw:
            groups.setdefault(kind, []).append(row)
    return list(groups.values())


def _tree(entry: Entry, before: bytes | None) -> dict[str, Any] | None:
    """The payload as a tree with the seal's head left out where it can be computed; None where it has to go raw."""
    try:
        tree = msgspec.msgpack.decode(entry.payload)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, ValueError):
        return None
    if not isinstance(tree, dict) or not is_plain(tree) or _encoder.encode(tree) != entry.payload:
        return None
    if (entry.kind, entry.version) == _SEALED and _ELIDED in tree:
        if tree[_ELIDED] is None:
            return None
        if before is not None and tree[_ELIDED] == before:
            tree[_ELIDED] = None
    return tree


def _rebuilt(reader: Reader, count: int) -> Iterator[Entry]:
    chains = read_texts(reader, count)
    steps = read_ints(reader, count)
    authors = read_texts(reader, count)
    at = read_ints(reader, count)
    floors = read_ints(reader, count, _floors(at))
    turns = read_ints(reader, count)
    kind_count = reader.uint()
    if not 0 < kind_count <= count:
        raise Refused("body_damaged")
    table = list(zip(read_texts(reader, kind_count), read_ints(reader, kind_count), strict=True))
    kinds = [table[place] for place in read_indexes(reader, count, kind_count)]
    subjects = read_texts(reader, count)
    payloads = _read_payloads(reader, kinds, at, subjects)
    known = read_indexes(reader, count, 2)
    hashes = iter(read_blobs(reader, count - sum(known)))
    ends: dict[str, tuple[int, bytes]] = {}
    for row in range(count):
        chain = chains[row]
        seq, head = ends.get(chain, (0, GENESIS))
        previous = GENESIS if seq + 1 + steps[row] == 1 else head if steps[row] == 0 and chain in ends else None
        entry = Entry(
            ChainId(chain),
            seq + 1 + steps[row],
            PersonId(authors[row]),
            at[row],
            floors[row],
            turns[row],
            *kinds[row],
            subjects[row],
            _payload(reader, kinds[row], payloads[row], previous),
            b"",
        )
        if known[row]:
            if previous is None:
                raise Refused("body_damaged")
            object.__setattr__(entry, "hash", _hash(previous, entry))
        else:
            object.__setattr__(entry, "hash", next(hashes))
        ends[chain] = (entry.seq, entry.hash)
        yield entry


def _hash(previous: bytes, entry: Entry) -> bytes:
    try:
        return entry_hash(previous, entry)
    except (OverflowError, msgspec.MsgspecError) as error:
        raise Refused("body_damaged") from error


def _read_payloads(
    reader: Reader, kinds: Sequence[tuple[str, int]], at: Sequence[int], subjects: Sequence[str]
) -> list[Any]:
    raw = read_indexes(reader, len(kinds), 2)
    blobs = iter(read_blobs(reader, sum(raw)))
    payloads: list[Any] = [next(blobs) if one else None for one in raw]
    numbers = [number_at_end(subject) for subject in subjects]
    for rows in _groups(kinds, [bool(one) for one in raw]):
        for row, tree in zip(rows, read_values(reader, len(rows), _near(rows, at, numbers)), strict=True):
            payloads[row] = tree
    return payloads


def _payload(reader: Reader, kind: tuple[str, int], tree: Any, before: bytes | None) -> bytes:
    if isinstance(tree, bytes):
        return tree
    if not isinstance(tree, dict):
        raise Refused("body_damaged")
    if kind == _SEALED and _ELIDED in tree and tree[_ELIDED] is None:
        if before is None:
            raise Refused("body_damaged")
        tree[_ELIDED] = before
    try:
        return _encoder.encode(tree)
    except (OverflowError, msgspec.MsgspecError, RecursionError) as error:
        raise Refused("body_damaged") from error
