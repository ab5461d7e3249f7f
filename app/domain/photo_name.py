"""By what a photo or scan is known in the journal, on the line and on the district's disk."""

from __future__ import annotations

import hashlib
import re
from typing import Final

_BYTES: Final = 20
_NAME: Final = re.compile(rf"[0-9a-f]{{{2 * _BYTES}}}")


def photo_name(content: bytes) -> str:
    """The name of a photo: the first 20 bytes of the SHA-256 of its plain bytes, in hex (docs/decisions/0017)."""
    return name_by(hashlib.sha256(content).hexdigest())


def name_by(sha256: str) -> str:
    """The name by a whole SHA-256 in hex; of an empty text (nothing could be read) an empty one."""
    return sha256[: 2 * _BYTES]


def photo_names_in(text: str) -> list[str]:
    """Every name that stands in a text, as drafts keep them."""
    return _NAME.findall(text)


def is_photo_name(text: str) -> bool:
    """Whether a text that came from elsewhere has the form of a name (and may be a part of a path)."""
    return _NAME.fullmatch(text) is not None
