"""Where laptops reach this district on the line, as an administrator has said; answers to enrolments carry it."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from app.domain.errors import Refused
from app.hub.private import write_whole

ADDRESS_FILE: Final = "address"
_LONGEST: Final = 200


def public_address(folder: Path) -> str:
    """``https://host[:port]``, empty where nobody has said it."""
    note = folder / ADDRESS_FILE
    return note.read_text(encoding="utf-8").strip() if note.exists() else ""


def set_public_address(folder: Path, address: str) -> str:
    """Keep it; gives it as it is kept. Refused ``hub_address_bad``."""
    text = address.strip().rstrip("/")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise Refused("hub_address_bad") from error
    odd = parts.path or parts.query or parts.fragment or parts.username is not None or any(map(str.isspace, text))
    if parts.scheme != "https" or not parts.hostname or odd or port == 0 or len(text) > _LONGEST:
        raise Refused("hub_address_bad")
    write_whole(folder / ADDRESS_FILE, text.encode())
    return text
