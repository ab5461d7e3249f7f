"""Trees of plain values (what MessagePack can say) as columns, one for each path through the tree."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable, Sequence
from typing import Any

from app.domain.errors import Refused
from app.wire.body import Reader, Writer
from app.wire.column import (
    References,
    read_blobs,
    read_indexes,
    read_ints,
    read_sizes,
    read_texts,
    write_blobs,
    write_ints,
    write_names,
    write_texts,
)

_NONE, _FALSE, _TRUE, _INT, _FLOAT, _TEXT, _BYTES, _LIST, _MAP = range(9)
_MIXED = 9
_TAG = {int: _INT, float: _FLOAT, str: _TEXT, bytes: _BYTES, list: _LIST, dict: _MAP}
_ALONE = {_NONE: None, _FALSE: False, _TRUE: True}
_VALUE_BYTES, _FLOAT_BYTES, _LIST_BYTES, _MAP_BYTES, _KEY_BYTES, _PLACE_BYTES = 24, 32, 64, 72, 40, 8
"""What Python takes for a value's place and tag, and beyond that for a float, a list, a map, each key of a map, and the
place of a number that is there already."""

DEEPEST = 24
"""Levels; a payload that goes deeper travels as bytes."""

_PLACES = 7
"""Decimals that a number may have to travel as a whole one (a centimetre in degrees)."""


def is_plain(value: object, depth: int = 0) -> bool:
    """Whether `value` is made of what a column can carry, not too deep, with texts as the keys of maps."""
    if depth > DEEPEST:
        return False
    kind = type(value)
    if kind is list:
        return all(is_plain(item, depth + 1) for item in value)  # type: ignore[attr-defined]  # type() is narrower than isinstance
    if kind is dict:
        pairs: dict[Any, Any] = value  # type: ignore[assignment]  # as above
        return all(type(key) is str and is_plain(item, depth + 1) for key, item in pairs.items())
    if kind is float:
        return not math.isnan(value)  # type: ignore[arg-type]  # as above
    return value is None or kind is bool or kind in _TAG


def write_values(writer: Writer, values: Sequence[Any], references: References = ()) -> None:
    """A column of any plain values; `references` serve the numbers in them, and those at the ends of texts, at any
    depth: what stands in a list goes with the row of the list."""
    if not values:
        return
    tags = [_tag(value) for value in values]
    if min(tags) == max(tags):
        writer.uint(tags[0])
        if tags[0] not in _ALONE:
            _WRITERS[tags[0]](writer, values, references)
        return
    writer.uint(_MIXED)
    write_ints(writer, tags)
    for tag in sorted(set(tags) - _ALONE.keys()):
        rows = [number for number, one in enumerate(tags) if one == tag]
        chosen = [values[row] for row in rows]
        _WRITERS[tag](writer, chosen, [[column[row] for row in rows] for column in references])


def read_values(reader: Reader, count: int, references: References = (), depth: int = 0) -> list[Any]:
    """The column of `count` values."""
    if not count:
        return []
    if depth > DEEPEST + 1:
        raise Refused("body_damaged")
    reader.charge(count * _VALUE_BYTES)
    first = reader.uint()
    if first > _MIXED:
        raise Refused("body_damaged")
    if first != _MIXED:
        if first in _ALONE:
            return [_ALONE[first]] * count
        return list(_READERS[first](reader, count, references, depth))
    tags = read_indexes(reader, count, _MIXED)
    values: list[Any] = [_ALONE.get(tag) for tag in tags]
    for tag in sorted(set(tags) - _ALONE.keys()):
        rows = [number for number, one in enumerate(tags) if one == tag]
        near = [[column[row] for row in rows] for column in references]
        for row, value in zip(rows, _READERS[tag](reader, len(rows), near, depth), strict=True):
            values[row] = value
    return values


def _tag(value: Any) -> int:
    if value is None:
        return _NONE
    if value is False:
        return _FALSE
    return _TRUE if value is True else _TAG[type(value)]


def _write_floats(writer: Writer, values: list[float], references: References) -> None:
    for places in range(_PLACES + 1):
        scale = 10**places
        whole = [round(value * scale) if abs(value) < 1e8 else None for value in values]
        if None in whole:
            break
        numbers = [number for number in whole if number is not None]
        if all(_same(number / scale, value) for number, value in zip(numbers, values, strict=True)):
            writer.uint(places + 1)
            write_ints(writer, numbers)
            return
    writer.uint(0)
    writer.plain += struct.pack(f"<{len(values)}d", *values)


def _same(one: float, other: float) -> bool:
    return one == other and math.copysign(1, one) == math.copysign(1, other)


def _read_floats(reader: Reader, count: int, references: References, depth: int) -> list[float]:
    reader.charge(count * _FLOAT_BYTES)
    places = reader.uint()
    if places > _PLACES + 1:
        raise Refused("body_damaged")
    if places:
        try:
            return [number / 10 ** (places - 1) for number in read_ints(reader, count)]
        except OverflowError as error:
            raise Refused("body_damaged") from error
    return list(struct.unpack(f"<{count}d", reader.take(8 * count)))


def _write_lists(writer: Writer, values: list[list[Any]], references: References) -> None:
    write_ints(writer, [len(value) for value in values])
    write_values(writer, [item for value in values for item in value], _spread(references, map(len, values)))


def _read_lists(reader: Reader, count: int, references: References, depth: int) -> list[list[Any]]:
    sizes = read_sizes(reader, count, each=8)
    reader.charge(count * _LIST_BYTES + 2 * len(references) * _PLACE_BYTES * sum(sizes))
    items = iter(read_values(reader, sum(sizes), _spread(references, sizes), depth + 1))
    return [[next(items) for _ in range(size)] for size in sizes]


def _spread(references: References, sizes: Iterable[int]) -> References:
    """The references of the rows for the items of the rows' lists."""
    repeats = list(sizes)
    return [
        [value for value, times in zip(column, repeats, strict=True) for _ in range(times)] for column in references
    ]


def _write_maps(writer: Writer, values: list[dict[str, Any]], references: References) -> None:
    """Shapes (which keys, in which order) in a table; then for each key the column of its values."""
    shapes = list(dict.fromkeys(tuple(value) for value in values))
    keys = list(dict.fromkeys(key for shape in shapes for key in shape))
    place = {key: number for number, key in enumerate(keys)}
    shape_place = {shape: number for number, shape in enumerate(shapes)}
    writer.uint(len(keys))
    write_names(writer, keys)
    writer.uint(len(shapes))
    write_ints(writer, [len(shape) for shape in shapes])
    write_ints(writer, [place[key] for shape in shapes for key in shape])
    write_ints(writer, [shape_place[tuple(value)] for value in values])
    for key in keys:
        rows = [number for number, value in enumerate(values) if key in value]
        write_values(
            writer, [values[row][key] for row in rows], [[column[row] for row in rows] for column in references]
        )


def _read_maps(reader: Reader, count: int, references: References, depth: int) -> list[dict[str, Any]]:
    key_count = reader.uint()
    reader.charge(key_count * _MAP_BYTES + count * _MAP_BYTES)
    keys = read_texts(reader, key_count)
    shape_count = reader.uint()
    if not 0 < shape_count <= count:
        raise Refused("body_damaged")
    sizes = read_sizes(reader, shape_count, each=_KEY_BYTES)
    order = iter(read_indexes(reader, sum(sizes), len(keys)))
    shapes = [[next(order) for _ in range(size)] for size in sizes]
    chosen = read_indexes(reader, count, shape_count)
    weight = [sum(_KEY_BYTES + len(keys[key]) for key in shape) for shape in shapes]
    reader.charge(sum(weight[shape] for shape in chosen))
    rows: list[list[int]] = [[] for _ in keys]
    for row, shape in enumerate(chosen):
        for key in shapes[shape]:
            rows[key].append(row)
    columns = [
        iter(read_values(reader, len(of), [[column[row] for row in of] for column in references], depth + 1))
        for of in rows
    ]
    named = [[(keys[key], columns[key]) for key in shape] for shape in shapes]
    return [{key: next(column) for key, column in named[shape]} for shape in chosen]


_WRITERS: dict[int, Any] = {
    _INT: write_ints,
    _FLOAT: _write_floats,
    _TEXT: lambda writer, values, references: write_texts(writer, values, references=references),
    _BYTES: lambda writer, values, references: write_blobs(writer, values),
    _LIST: _write_lists,
    _MAP: _write_maps,
}
_READERS: dict[int, Any] = {
    _INT: lambda reader, count, references, depth: read_ints(reader, count, references),
    _FLOAT: _read_floats,
    _TEXT: lambda reader, count, references, depth: read_texts(reader, count, references=references),
    _BYTES: lambda reader, count, references, depth: read_blobs(reader, count),
    _LIST: _read_lists,
    _MAP: _read_maps,
}
