"""Who decides for the district: signing in, and sessions."""

from __future__ import annotations

import hashlib
import hmac
import os
import threading
from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update

from app.domain.errors import Locked, Unavailable
from app.domain.ids import PersonId
from app.hub.accounts import TURN, matches
from app.hub.database import OFFICE
from app.hub.district import District
from app.hub.first_password import is_made_up
from app.hub.known_browser import browser_of
from app.hub.roles import Act, acts_of, read_roles
from app.hub.tables import meta, session, verifier

HOURS = 10
"""How long a session lasts at most: a working day."""

IDLE_MINUTES = 30
"""After so long without doing anything somebody has to sign in again."""

_SEEN_MS = 60_000
"""How exactly the last act of a session is known; it is not written down more often."""
_MINUTE_MS = 60_000

_HOUR_MS = 3_600_000

MOST_AT_THE_DOOR = 10
"""Who wait for their passwords to be weighed, one after the other: each holds one of the 40 hands of a process, and
laptops need the others."""
_AT_THE_DOOR = threading.BoundedSemaphore(MOST_AT_THE_DOOR)


@dataclass(frozen=True, slots=True)
class Verifier:
    """Somebody of the district who is signed in."""

    login: str
    person: PersonId
    name: str
    acts: frozenset[Act]
    """While his password is the one that the program made up, his own alone."""
    csrf: str = ""
    """To be sent back with every form of this session."""
    made_up: bool = False
    """Whether his password is the one that the program made up for the first account."""


def sign_in(district: District, login: str, password: str, address: str, sign: str = "") -> str:
    """A fresh session's token; `sign` is what the browser keeps since this login last came in with it
    (`app.hub.known_browser`). Locked ``password_wrong``; Refused ``too_many_tries``; Unavailable ``hub_busy``."""
    login = tidy_login(login)
    browser = browser_of(district, login, sign) if sign else ""
    names: tuple[str, ...] = (f"login {login}", *district.limits.of_address("login from", address))
    if browser:  # who guesses elsewhere, or from the same office, does not keep its owner out
        names = (f"login {login} in {browser}",)
    _weigh(district, login, password, names)
    token = os.urandom(32)
    now = district.now_ms()
    with district.database.write(OFFICE) as connection:
        connection.execute(delete(session).where(session.c.expires_at_ms < now))
        still = select(verifier.c.login).where(verifier.c.login == login, verifier.c.active)
        if connection.execute(still).first() is None:  # deactivated while the password was weighed
            raise Locked("password_wrong")
        connection.execute(
            insert(session).values(
                token=_digest(token), login=login, expires_at_ms=now + HOURS * _HOUR_MS, seen_at_ms=now
            )
        )
    return token.hex()


def _weigh(district: District, login: str, password: str, names: tuple[str, ...]) -> None:
    if not _AT_THE_DOOR.acquire(blocking=False):
        raise Unavailable("hub_busy")
    try:
        with TURN:  # so that of many who come at once no more are being weighed than there are processes
            district.limits.begin(*names)
            with district.database.read() as connection:
                good = matches(connection, login, password)
            if not good:
                raise Locked("password_wrong")
            district.limits.succeeded(*names)
    finally:
        _AT_THE_DOOR.release()


def tidy_login(typed: str) -> str:
    """A login as it is kept, of what somebody typed."""
    return typed.strip().lower()


def signed_in(district: District, token: str) -> Verifier | None:
    """Who holds this session, None where nobody does any more."""
    try:
        raw = bytes.fromhex(token)
    except ValueError:
        return None
    now = district.now_ms()
    with district.database.read() as connection:
        row = connection.execute(
            select(verifier, session.c.seen_at_ms, meta.c.key.label("made_up"))
            .join(session, session.c.login == verifier.c.login)
            .outerjoin(meta, is_made_up())
            .where(
                session.c.token == _digest(raw),
                session.c.expires_at_ms > now,
                session.c.seen_at_ms > now - IDLE_MINUTES * _MINUTE_MS,
                verifier.c.active,
            )
        ).one_or_none()
    if row is None:
        return None
    if now - row.seen_at_ms >= _SEEN_MS:
        with district.database.write(OFFICE) as connection:
            connection.execute(update(session).where(session.c.token == _digest(raw)).values(seen_at_ms=now))
    csrf = hmac.digest(raw, b"balai hub form 1", "sha256").hex()
    made_up = row.made_up is not None
    acts = frozenset({Act.OWN}) if made_up else acts_of(read_roles(row.roles))
    return Verifier(row.login, PersonId(row.person), row.name, acts, csrf, made_up)


def sign_out(district: District, token: str) -> None:
    """End one session."""
    try:
        raw = bytes.fromhex(token)
    except ValueError:
        return
    with district.database.write(OFFICE) as connection:
        connection.execute(delete(session).where(session.c.token == _digest(raw)))


def _digest(token: bytes) -> bytes:
    return hashlib.sha256(token).digest()
