"""Reads one JSON file into a typed shape, with a clear refusal when it is not what it should be."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TypeVar

import msgspec

from app.domain.errors import Refused, Unavailable

Shape = TypeVar("Shape")

_one_at_a_time = threading.Lock()
"""Two threads that find out one shape at once end the process (app/wire/typed.py)."""

LARGEST = 8_000_000
"""Bytes; a district's own file of reasons or questions is a thousand times smaller."""


def decode(path: Path, shape: type[Shape]) -> Shape:
    """The file as `shape`; refuses with ``shelf_file_*`` codes that name the file and the place in it."""
    try:
        if path.stat().st_size > LARGEST:
            raise Refused("shelf_file_too_large", file=path.name)
        content = path.read_bytes()
    except OSError as error:
        raise Unavailable("shelf_file_unreadable", file=path.name) from error
    return decode_bytes(content, shape, path.name)


def decode_bytes(content: bytes, shape: type[Shape], name: str) -> Shape:
    """The bytes of a file called `name` as `shape`."""
    try:
        with _one_at_a_time:
            reader = msgspec.json.Decoder(shape)
        return reader.decode(content.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refused("shelf_file_damaged", file=name, detail=str(error)) from error
