"""Columns: many values of one kind, laid so that LZMA finds what they have in common.

Each column names the way in which it is written; the writer tries the ways that fit and keeps the one that deflates
best. Numbers are laid in planes (all low bytes, then the next), after taking the difference from the value before or
from a column that the reader already has. Texts become numbers where they are numbers (dates, digits, ids that end in a
number, hex), words by their places where both sides know them, else a table in order of first use.

The reader is given how many values to expect, and charges for them before it takes them.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from itertools import accumulate, compress, pairwise

from app.domain.errors import Refused
from app.wire.body import Reader, Writer
from app.wire.known_words import PLACES, WORDS
from app.wire.planes import read_planes, unzigzag, write_planes, zigzag

_CONST, _PLAIN, _DELTA, _DIGITS, _REFERENCE = 0, 1, 2, 3, 8
_TABLE, _HEX, _DATE, _NUMBER, _TAIL, _SIZED, _KNOWN = 1, 2, 3, 4, 5, 6, 7
_LIMIT = 1 << 61
_PLACE_BYTES, _INT_BYTES, _BLOB_BYTES, _TEXT_BYTES = 8, 32, 40, 56
"""What Python takes for a place in a list, and for a value of its own beside the letters themselves."""
_NESTED = 3

References = Sequence[Sequence[int]]


# --- whole numbers -------------------------------------------------------------------------------------------------


def write_ints(writer: Writer, values: Sequence[int], references: References = ()) -> None:
    """A column of whole numbers; each of `references` is a column of the same length that the reader has already."""
    if not values:
        return
    low, high = min(values), max(values)
    if low < -_LIMIT or high > _LIMIT:
        writer.uint(_DIGITS)
        write_texts(writer, [str(value) for value in values])
        return
    if low == high:
        writer.uint(_CONST)
        writer.uint(zigzag(low))
        return

    def plain(draft: Writer) -> None:
        draft.uint(_PLAIN)
        draft.uint(zigzag(low))
        write_planes(draft, [value - low for value in values])

    def delta(draft: Writer) -> None:
        draft.uint(_DELTA)
        draft.uint(zigzag(values[0]))
        write_planes(draft, [zigzag(new - old) for old, new in pairwise(values)])

    def against(number: int, reference: Sequence[int]) -> Callable[[Writer], None]:
        def write(draft: Writer) -> None:
            draft.uint(_REFERENCE + number)
            write_planes(draft, [zigzag(value - known) for value, known in zip(values, reference, strict=True)])

        return write

    near = [
        against(number, reference)
        for number, reference in enumerate(references)
        if all(-_LIMIT <= known <= _LIMIT for known in reference)
    ]
    writer.best(plain, delta, *near)


def read_ints(reader: Reader, count: int, references: References = ()) -> list[int]:
    """The column of `count` numbers."""
    if not count:
        return []
    reader.charge(count * _PLACE_BYTES)
    way = reader.uint()
    if way == _DIGITS:
        try:
            return [int(text) for text in read_texts(reader, count)]
        except ValueError as error:
            raise Refused("body_damaged") from error
    if way == _CONST:
        return [unzigzag(reader.uint())] * count
    if way == _PLAIN:
        low = unzigzag(reader.uint())
        cells = read_planes(reader, count)
        if cells.itemsize > 1 or not 0 <= low < 2:  # Python keeps numbers up to 256 once
            reader.charge(count * _INT_BYTES)
        return [low + value for value in cells]
    if way == _DELTA:
        first = unzigzag(reader.uint())
        reader.charge(count * _INT_BYTES)
        steps = read_planes(reader, count - 1)
        return list(accumulate(((step >> 1) ^ -(step & 1) for step in steps), initial=first))
    if not 0 <= way - _REFERENCE < len(references):
        raise Refused("body_damaged")
    known = references[way - _REFERENCE]
    reader.charge(count * _INT_BYTES)
    return [value + ((step >> 1) ^ -(step & 1)) for value, step in zip(known, read_planes(reader, count), strict=True)]


def read_sizes(reader: Reader, count: int, each: int = 1) -> list[int]:
    """A column of lengths, none below 0, whose sum is charged to the budget at `each` bytes."""
    sizes = read_ints(reader, count)
    if sizes and min(sizes) < 0:
        raise Refused("body_damaged")
    reader.charge(each * sum(sizes))
    return sizes


def read_indexes(reader: Reader, count: int, bound: int) -> list[int]:
    """A column of places in a table of `bound` rows."""
    indexes = read_ints(reader, count)
    if indexes and not (min(indexes) >= 0 and max(indexes) < bound):
        raise Refused("body_damaged")
    return indexes


# --- bytes ---------------------------------------------------------------------------------------------------------


def write_blobs(writer: Writer, values: Sequence[bytes]) -> None:
    """A column of byte strings; repeated ones stand in a table, noise is laid aside."""
    if not values:
        return
    table = list(dict.fromkeys(values))
    if len(table) < len(values):
        place = {value: number for number, value in enumerate(table)}
        writer.uint(len(table))
        write_ints(writer, [place[value] for value in values])
    else:
        writer.uint(0)
    content = b"".join(table)
    noise = len(zlib.compress(content, 6)) >= len(content)
    write_ints(writer, [len(value) for value in table])
    writer.uint(int(noise))
    if noise:
        writer.loose += content
    else:
        writer.plain += content


def read_blobs(reader: Reader, count: int) -> list[bytes]:
    """The column of `count` byte strings."""
    if not count:
        return []
    rows = reader.uint()
    if rows > count:
        raise Refused("body_damaged")
    places = read_indexes(reader, count, rows) if rows else None
    sizes = read_sizes(reader, rows or count)
    reader.charge(len(sizes) * _BLOB_BYTES)
    take = reader.take_loose if reader.uint() else reader.take
    table = [take(size) for size in sizes]
    if places is None:
        return table
    values = [table[place] for place in places]
    reader.charge(sum(map(len, values)))
    return values


# --- texts ---------------------------------------------------------------------------------------------------------

_DATE_FORM = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_TAIL_FORM = re.compile(r"(.*?)(0|[1-9]\d{0,14})", re.ASCII | re.DOTALL)
_HEX_FORM = re.compile(r"(?:[0-9a-f]{2}){8,}", re.ASCII)
_DIGITS_FORM = re.compile(r"\d{1,17}", re.ASCII)


def write_texts(writer: Writer, values: Sequence[str], nested: int = 0, references: References = ()) -> None:
    """A column of texts, in whichever way is smallest; `references` serve the numbers at their ends."""
    if not values:
        return
    table = list(dict.fromkeys(values))
    few = len(table) * 8 <= len(values) and len(table) <= 256
    ways: list[Callable[[Writer], None]] = []
    if len(table) < len(values):
        ways.append(lambda draft: _write_table(draft, values, table, nested))
    if not few and nested < _NESTED:
        ways.extend(_pattern_ways(values, nested, references))
    if not few or not ways:
        ways.append(lambda draft: _write_plain(draft, values))
    writer.best(*ways)


def write_names(writer: Writer, names: Sequence[str]) -> None:
    """A column of texts that come again in other bodies too (chains, authors, keys of maps): the same bytes as
    `write_texts`, for a few of them without looking for the way again."""
    if len(names) > _FEW_NAMES or sum(map(len, names)) > _SHORT_NAMES:
        write_texts(writer, names)
        return
    plain, loose = _written_names(tuple(names))
    writer.plain += plain
    writer.loose += loose


_FEW_NAMES, _SHORT_NAMES = 16, 800
"""What is remembered of one column: a body may bring names of any length."""


@lru_cache(1024)
def _written_names(names: tuple[str, ...]) -> tuple[bytes, bytes]:
    draft = Writer()
    write_texts(draft, names)
    return bytes(draft.plain), bytes(draft.loose)


def read_texts(reader: Reader, count: int, nested: int = 0, references: References = ()) -> list[str]:
    """The column of `count` texts."""
    if not count:
        return []
    if nested > 2 * _NESTED:
        raise Refused("body_damaged")
    reader.charge(count * _PLACE_BYTES)
    way = reader.uint()
    if way != _TABLE:
        reader.charge(count * _TEXT_BYTES)
    if way == 0:
        return _read_plain(reader, count)
    if way == _SIZED:
        sizes = read_sizes(reader, count)
        return [_text(reader.take(size)) for size in sizes]
    if way == _TABLE:
        rows = reader.uint()
        if not 0 < rows <= count:
            raise Refused("body_damaged")
        table = read_texts(reader, rows, nested + 1)
        values = [table[place] for place in read_indexes(reader, count, rows)]
        reader.charge(sum(map(len, values)))
        return values
    if way in _READERS:
        return _read_pattern(reader, count, way, nested, references)
    raise Refused("body_damaged")


def _write_plain(writer: Writer, values: Sequence[str]) -> None:
    if any("\0" in value for value in values):
        rows = [value.encode() for value in values]
        writer.uint(_SIZED)
        write_ints(writer, [len(row) for row in rows])
        writer.plain += b"".join(rows)
    else:
        writer.uint(0)
        writer.blob("\0".join(values).encode())


def _read_plain(reader: Reader, count: int) -> list[str]:
    whole = _text(reader.blob())
    if whole.count("\0") != count - 1:
        raise Refused("body_damaged")
    reader.charge(len(whole))
    return whole.split("\0")


def _write_table(writer: Writer, values: Sequence[str], table: list[str], nested: int) -> None:
    place = {value: number for number, value in enumerate(table)}
    writer.uint(_TABLE)
    writer.uint(len(table))
    write_texts(writer, table, nested + 1)
    write_ints(writer, [place[value] for value in values])


def _pattern_ways(values: Sequence[str], nested: int, references: References) -> list[Callable[[Writer], None]]:
    """The ways for texts of one shape; those few that have another shape stand apart behind a mask."""

    def way(number: int, form: Callable[[str], bool], write: Callable[[Writer, list[str], References], None]) -> bool:
        mask = [int(form(value)) for value in values]
        if 2 * sum(mask) < len(values) or not any(mask):
            return False

        def draft_in(draft: Writer) -> None:
            draft.uint(number)
            write_ints(draft, mask)
            write(draft, [value for value, fits in zip(values, mask, strict=True) if fits], _chosen(references, mask))
            write_texts(draft, [value for value, fits in zip(values, mask, strict=True) if not fits], nested + 1)

        found.append(draft_in)
        return True

    found: list[Callable[[Writer], None]] = []
    way(_KNOWN, PLACES.__contains__, _write_known)
    if way(_HEX, lambda text: _HEX_FORM.fullmatch(text) is not None, _write_hex):
        return found
    if way(_DATE, _is_date, _write_dates):
        return found
    width = len(values[0])
    if not way(
        _NUMBER,
        lambda text: len(text) == width and _DIGITS_FORM.fullmatch(text) is not None,
        lambda draft, texts, near: _write_digits(draft, texts, width),
    ):
        way(_TAIL, lambda text: _TAIL_FORM.fullmatch(text) is not None, lambda d, t, n: _write_tails(d, t, nested, n))
    return found


def _read_pattern(reader: Reader, count: int, way: int, nested: int, references: References) -> list[str]:
    mask = read_indexes(reader, count, 2)
    fitting = sum(mask)
    fits = iter(_READERS[way](reader, fitting, nested, _chosen(references, mask)))
    rest = iter(read_texts(reader, count - fitting, nested + 1))
    return [next(fits) if fit else next(rest) for fit in mask]


def _chosen(references: References, mask: Sequence[int]) -> References:
    return [list(compress(column, mask)) for column in references]


def _is_date(text: str) -> bool:
    if _DATE_FORM.fullmatch(text) is None:
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _write_known(writer: Writer, texts: list[str], references: References) -> None:
    write_ints(writer, [PLACES[text] for text in texts])


def _read_known(reader: Reader, count: int, nested: int, references: References) -> list[str]:
    return [WORDS[place] for place in read_indexes(reader, count, len(WORDS))]


def _write_hex(writer: Writer, texts: list[str], references: References) -> None:
    write_blobs(writer, [bytes.fromhex(text) for text in texts])


def _read_hex(reader: Reader, count: int, nested: int, references: References) -> list[str]:
    return [blob.hex() for blob in read_blobs(reader, count)]


def _write_dates(writer: Writer, texts: list[str], references: References) -> None:
    write_ints(writer, [date.fromisoformat(text).toordinal() for text in texts])


def _read_dates(reader: Reader, count: int, nested: int, references: References) -> list[str]:
    days = read_ints(reader, count)
    if days and not (min(days) >= 1 and max(days) <= date.max.toordinal()):
        raise Refused("body_damaged")
    return [date.fromordinal(day).isoformat() for day in days]


def _write_digits(writer: Writer, texts: list[str], width: int) -> None:
    writer.uint(width)
    write_ints(writer, [int(text) for text in texts])


def _read_digits(reader: Reader, count: int, nested: int, references: References) -> list[str]:
    width = reader.uint()
    if width > 17:
        raise Refused("body_damaged")
    return [f"{number:0{width}d}" for number in read_ints(reader, count)]


def _write_tails(writer: Writer, texts: list[str], nested: int, references: References) -> None:
    parts = [found.groups() for text in texts if (found := _TAIL_FORM.fullmatch(text))]
    write_texts(writer, [head for head, _ in parts], nested + 2)
    write_ints(writer, [int(tail) for _, tail in parts], references)


def _read_tails(reader: Reader, count: int, nested: int, references: References) -> list[str]:
    heads = read_texts(reader, count, nested + 2)
    return [f"{head}{tail}" for head, tail in zip(heads, read_ints(reader, count, references), strict=True)]


_READERS: dict[int, Callable[[Reader, int, int, References], list[str]]] = {
    _HEX: _read_hex,
    _DATE: _read_dates,
    _NUMBER: _read_digits,
    _TAIL: _read_tails,
    _KNOWN: _read_known,
}


def number_at_end(text: str) -> int:
    """The number in which a text ends, 0 where it ends in none; what `references` of texts are made of."""
    found = _TAIL_FORM.fullmatch(text)
    return int(found[2]) if found else 0


def _text(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise Refused("body_damaged") from error
