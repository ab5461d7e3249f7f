"""How a photo or scan is called everywhere: in entries, on the line, on sticks, and at the district.

The name is the beginning of the SHA-256 of the plain bytes, so it proves them; why 24 bytes are enough, and fewer would
not be, is told in docs/decisions/0017.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

NAME_BYTES: Final = 24

LARGEST_PHOTO: Final = 4 << 20
"""Bytes of one photo or scan that the district takes and gives."""

PHOTO_NAME_FORM: Final = rf"^[0-9a-f]{{{2 * NAME_BYTES}}}\Z"
"""What a name looks like: hex digits in lower case."""

_NAME = re.compile(PHOTO_NAME_FORM)
_IN_TEXT = re.compile(rf"[0-9a-f]{{{2 * NAME_BYTES}}}")


def photo_name(content: bytes) -> str:
    """The name of these bytes."""
    return name_from_hash(hashlib.sha256(content).digest())


def name_from_hash(sha256: bytes) -> str:
    """The name of the bytes whose whole SHA-256 (32 bytes) was reckoned piece by piece."""
    return sha256[:NAME_BYTES].hex()


def photo_names_in(text: str) -> list[str]:
    """Every name that stands in a text, as drafts keep them."""
    return _IN_TEXT.findall(text)


def is_photo_name(text: str) -> bool:
    """Whether a photo could be called so."""
    return _NAME.match(text) is not None
