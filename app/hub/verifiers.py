"""Who may decide for the district: accounts, signing in, sessions; passwords are kept as Argon2id hashes."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import threading
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from sqlalchemy import Connection, delete, func, insert, select, update

from app.domain.errors import Locked, Refused
from app.domain.ids import PersonId
from app.hub.database import put
from app.hub.district import District
from app.hub.tables import session, verifier

PASSWORD_LEAST = 10
HOURS = 10
"""How long a session lasts: a working day."""

_HOUR_MS = 3_600_000

_TURN = threading.RLock()
"""One derivation at a time: OpenSSL's Argon2id with two lanes hangs where two threads of a process derive at once
(measured with cryptography 48: 4 of 4 runs), and each takes its memory."""


@dataclass(frozen=True, slots=True)
class Verifier:
    """Somebody of the district who is signed in."""

    login: str
    person: PersonId
    name: str
    admin: bool
    csrf: str = ""
    """To be sent back with every form of this session."""


def set_password(district: District, login: str, name: str, password: str, *, admin: bool) -> None:
    """Make an account, or give it a new password; sessions of before end.

    Refused ``password_short``, ``verifier_login_bad``, ``person_name_missing``.
    """
    login, name = login.strip().lower(), " ".join(name.split())
    if not (login.isascii() and login.replace("-", "").replace(".", "").isalnum() and len(login) <= 40):
        raise Refused("verifier_login_bad")
    if not name:
        raise Refused("person_name_missing")
    if len(password) < PASSWORD_LEAST:
        raise Refused("password_short", least=PASSWORD_LEAST)
    salt = os.urandom(16)
    person = base64.b32encode(os.urandom(8))[:12].decode().lower()
    with district.database.write() as connection:
        held = connection.execute(select(verifier.c.person).where(verifier.c.login == login)).scalar()
        values = {
            "person": held or person,
            "name": name,
            "admin": admin,
            "active": True,
            "salt": salt,
            "hash": _hash(password, salt),
        }
        put(connection, verifier, {"login": login}, values)
        connection.execute(delete(session).where(session.c.login == login))


def change_own_password(district: District, who: Verifier, old: str, new: str) -> None:
    """Another password for oneself. Locked ``password_wrong``; Refused ``password_short``."""
    with district.database.read() as connection:
        if not _matches(connection, who.login, old):
            raise Locked("password_wrong")
    set_password(district, who.login, who.name, new, admin=who.admin)


def has_any(district: District) -> bool:
    """Whether anybody can sign in."""
    with district.database.read() as connection:
        return bool(connection.execute(select(func.count()).select_from(verifier)).scalar())


def first_admin(district: District) -> str:
    """Make the first account where there is none; its password, to be shown once, else empty."""
    if has_any(district):
        return ""
    password = base64.b32encode(os.urandom(10)).decode().lower()
    set_password(district, "admin", "Admin kabupaten", password, admin=True)
    return password


def sign_in(district: District, login: str, password: str, address: str) -> str:
    """A fresh session's token. Locked ``password_wrong``; Refused ``too_many_tries``."""
    login = login.strip().lower()
    names = (f"login {login}", f"login from {address}")
    # Looking at the limit, weighing and counting are one act: guesses side by side would pass the limit together.
    with _TURN:
        district.limits.check(*names)
        with district.database.read() as connection:
            good = _matches(connection, login, password)
        if not good:
            district.limits.failed(*names)
            raise Locked("password_wrong")
        district.limits.succeeded(*names)
    token = os.urandom(32)
    now = district.now_ms()
    with district.database.write() as connection:
        connection.execute(delete(session).where(session.c.expires_at_ms < now))
        connection.execute(
            insert(session).values(token=_digest(token), login=login, expires_at_ms=now + HOURS * _HOUR_MS)
        )
    return token.hex()


def signed_in(district: District, token: str) -> Verifier | None:
    """Who holds this session, None where nobody does any more."""
    try:
        raw = bytes.fromhex(token)
    except ValueError:
        return None
    with district.database.read() as connection:
        row = connection.execute(
            select(verifier)
            .join(session, session.c.login == verifier.c.login)
            .where(session.c.token == _digest(raw), session.c.expires_at_ms > district.now_ms(), verifier.c.active)
        ).one_or_none()
    if row is None:
        return None
    csrf = hmac.digest(raw, b"balai hub form 1", "sha256").hex()
    return Verifier(row.login, PersonId(row.person), row.name, row.admin, csrf)


def sign_out(district: District, token: str) -> None:
    """End one session."""
    try:
        raw = bytes.fromhex(token)
    except ValueError:
        return
    with district.database.write() as connection:
        connection.execute(delete(session).where(session.c.token == _digest(raw)))


def set_active(district: District, login: str, *, active: bool) -> None:
    """Let an account sign in, or not any more."""
    with district.database.write() as connection:
        connection.execute(update(verifier).where(verifier.c.login == login).values(active=active))
        connection.execute(delete(session).where(session.c.login == login))


def accounts(connection: Connection) -> list[tuple[str, str, bool, bool]]:
    """Login, name, admin, active of all accounts."""
    rows = connection.execute(
        select(verifier.c.login, verifier.c.name, verifier.c.admin, verifier.c.active).order_by(verifier.c.login)
    )
    return [(row.login, row.name, row.admin, row.active) for row in rows]


def _matches(connection: Connection, login: str, password: str) -> bool:
    row = connection.execute(
        select(verifier.c.salt, verifier.c.hash).where(verifier.c.login == login, verifier.c.active)
    ).one_or_none()
    found = _hash(password[:1000], row.salt if row else bytes(16))
    return row is not None and hmac.compare_digest(found, row.hash)


def _hash(password: str, salt: bytes) -> bytes:
    with _TURN:
        return Argon2id(salt=salt, length=32, iterations=2, lanes=2, memory_cost=64 * 1024).derive(password.encode())


def _digest(token: bytes) -> bytes:
    return hashlib.sha256(token).digest()
