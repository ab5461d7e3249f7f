"""The sign that a browser keeps once somebody came in with it: its wrong passwords are counted apart from strangers'.

Without it whoever knows a login could keep its owner out for ever, with one wrong password each quarter of an hour. The
sign opens nothing: with it, too, only the password does, and after as few wrong ones the next try waits as long.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from typing import Final

from app.hub.district import District

_NONCE: Final = 16
"""Letters by which one browser is told from another."""


def cookie_of(login: str) -> str:
    """The cookie of one login: at a desk that several share none takes another's place."""
    return f"balai_kenal_{hashlib.sha256(login.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def fresh_sign(district: District, login: str) -> str:
    """For a browser in which this login has just come in."""
    nonce = os.urandom(_NONCE // 2).hex()
    return nonce + _mac(district, login, nonce)


def browser_of(district: District, login: str, sign: str) -> str:
    """Which browser a sign was given to; empty where it is none of this login, or not this district's."""
    nonce, mac = sign[:_NONCE], sign[_NONCE:]
    return nonce if hmac.compare_digest(_mac(district, login, nonce).encode(), mac.encode("utf-8", "replace")) else ""


def _mac(district: District, login: str, nonce: str) -> str:
    key = hmac.digest(district.keys.files, b"balai known browser 1", "sha256")
    return hmac.digest(key, f"{nonce} {login}".encode("utf-8", "surrogatepass"), "sha256").hex()
