"""Squeezed bodies: columns, trees, entries, lists, payloads."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Any, Final

import msgspec

from app.domain.payloads import KINDS
from app.wire.body import Reader, Writer
from app.wire.column import read_blobs, read_ints, read_texts, write_blobs, write_ints, write_texts
from app.wire.columns import decode_entries, encode_entries
from app.wire.entry import verify_chain
from app.wire.pack import FULL, Pack, apply_pack, decode_pack, encode_pack
from app.wire.payload import decode_payload
from app.wire.squeeze import squeeze, unsqueeze
from app.wire.tree import read_values, write_values
from tests.fuzz.world import World
from tests.sync.test_exchange import LIST
from tests.wire.month import month_of_entries
from tests.wire.test_pack import village

LARGEST: Final = 64 << 20
_COUNT: Final = 24


@cache
def squeezed(world: World | None = None) -> Sequence[bytes]:
    """Boxes of both parts."""
    return [squeeze(b"kepala keluarga " * 40, bytes(range(64))), squeeze(b"", b"x"), squeeze(bytes(5_000))]


def read_squeezed(world: World, body: bytes) -> object:
    """Open the box."""
    return unsqueeze(body, LARGEST)


def columns(world: World) -> Sequence[bytes]:
    """Plain columns: numbers, texts of every shape, bytes; each begins with what it is."""
    numbers = [
        list(range(_COUNT)),
        [7] * _COUNT,
        [1 << (n * 2) for n in range(_COUNT)],
        [10**25 + n for n in range(_COUNT)],
    ]
    words = [
        [f"2026-11-{n + 1:02d}" for n in range(_COUNT)],
        [f"f-5c1f-{n}" for n in range(_COUNT)],
        [f"{n:016d}" for n in range(_COUNT)],
        [bytes([n] * 32).hex() for n in range(_COUNT)],
        ["ya", "tidak"] * (_COUNT // 2),
        [f"Siti\0{n}" for n in range(_COUNT)],
    ]
    found = []
    ways: tuple[tuple[int, Any, Sequence[Sequence[Any]]], ...] = (
        (0, write_ints, numbers),
        (1, write_texts, words),
        (2, write_blobs, [[bytes([n]) * 9 for n in range(_COUNT)], [b"sama"] * _COUNT]),
    )
    for kind, write, rows in ways:
        for row in rows:
            writer = Writer()
            write(writer, row)
            found.append(bytes([kind]) + bytes(writer.plain) + bytes(writer.loose))
    return found


def read_columns(world: World, content: bytes) -> object:
    """The column, whose bytes stand in both parts of a whole box."""
    kind, plain = content[:1] or b"\0", content[1:]
    reader = Reader(squeeze(plain, plain[-200:]), largest=LARGEST, budget=64 << 20)
    return (read_ints, read_texts, read_blobs)[kind[0] % 3](reader, _COUNT)


def trees(world: World) -> Sequence[bytes]:
    """Columns of payloads."""
    found = []
    for rows in ([{"a": [1, 2.5, None, True, {"b": "x"}], "c": b"y"}] * 5, [[[], [1.25]], [{}], 3, "z", -1.5]):
        writer = Writer()
        write_values(writer, [rows[n % len(rows)] for n in range(_COUNT)])
        found.append(bytes(writer.plain))
    return found


def read_trees(world: World, plain: bytes) -> object:
    """The values, and what they are as a message."""
    reader = Reader(squeeze(plain, plain[:100]), largest=LARGEST, budget=64 << 20)
    return read_values(reader, _COUNT)


@cache
def entries(world: World | None = None) -> Sequence[bytes]:
    """A week of a laptop, and one without anything computable."""
    week = month_of_entries(20, 4, 4)
    return [encode_entries(week), encode_entries(week[3::2]), encode_entries([])]


def read_entries(world: World, body: bytes) -> object:
    """Entries, chain by chain."""
    found = sorted(decode_entries(body), key=lambda one: (one.chain, one.seq))
    return [_verified(list(run)) for _, run in groupby(found, key=lambda one: one.chain)]


def _verified(run: list[Any]) -> object:
    return verify_chain(run)


def entries_inside(world: World) -> Sequence[bytes]:
    """The same before it is squeezed."""
    return [plain(body) for body in entries()]


def read_entries_inside(world: World, plain: bytes) -> object:
    """The columns in a whole box; the noise of the first body beside them."""
    return read_entries(world, squeeze(plain, unsqueeze(entries()[0], LARGEST)[1]))


@cache
def packs(world: World | None = None) -> Sequence[bytes]:
    """A small list and one with everything in it."""
    return [encode_pack(Pack(LIST, FULL, "2026-11")), encode_pack(Pack(village(30), FULL, "2026-11"))]


def read_pack(world: World, body: bytes) -> object:
    """The list."""
    return apply_pack(decode_pack(body), LIST)


def packs_inside(world: World) -> Sequence[bytes]:
    """The same before it is squeezed."""
    return [plain(body) for body in packs()]


def read_pack_inside(world: World, plain: bytes) -> object:
    """The columns in a whole box."""
    return read_pack(world, squeeze(plain, unsqueeze(packs()[1], LARGEST)[1]))


def plain(body: bytes) -> bytes:
    return unsqueeze(body, LARGEST)[0]


# --- payloads --------------------------------------------------------------------------------------------------------


@cache
def payloads(world: World | None = None) -> Sequence[bytes]:
    """One of every kind, every field filled; as [kind, version, payload]."""
    return [
        msgspec.msgpack.encode([kind, version, msgspec.to_builtins(_filled(shape), builtin_types=(bytes,))])
        for (kind, version), shape in KINDS.items()
    ]


def read_payload(world: World, message: bytes) -> object:
    """The typed payload."""
    try:
        kind, version, tree = msgspec.msgpack.decode(message, type=tuple[str, int, Any])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    return decode_payload(kind, version, msgspec.msgpack.encode(tree))


def _filled(shape: Any) -> Any:
    """Some value of a type."""
    if dataclasses.is_dataclass(shape) and isinstance(shape, type):
        hints = typing.get_type_hints(shape)
        return shape(**{field.name: _filled(hints[field.name]) for field in dataclasses.fields(shape)})
    origin, inner = typing.get_origin(shape), typing.get_args(shape)
    if origin in (typing.Union, types.UnionType):
        return _filled(inner[0])
    if origin is tuple:
        return (_filled(inner[0]),)
    if origin is not None and issubclass(origin, Mapping):
        return {_filled(inner[0]): _filled(inner[1])}
    if origin is typing.Literal:
        return inner[0]
    plain: dict[Any, Any] = {str: "f-1", int: 3, float: 1.5, bool: True, bytes: bytes(range(32))}
    return plain[getattr(shape, "__supertype__", shape)]
