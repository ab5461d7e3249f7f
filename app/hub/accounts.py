"""Accounts of the district's people: who there is, with which rights and which password (kept as Argon2id hash)."""

from __future__ import annotations

import base64
import hmac
import os
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from sqlalchemy import Connection, Row, delete, func, insert, select, update

from app.domain.errors import Locked, Refused
from app.hub import first_password
from app.hub.database import OFFICE
from app.hub.district import District
from app.hub.roles import ADMIN, VERIFIER, read_roles, write_roles
from app.hub.tables import session, verifier

PASSWORD_LEAST = 10

TURN = threading.RLock()
"""One derivation at a time: OpenSSL's Argon2id with two lanes hangs where two threads of a process derive at once
(measured with cryptography 48: 4 of 4 runs), and each takes its memory."""


@dataclass(frozen=True, slots=True)
class Account:
    """One account as administrators see it."""

    login: str
    name: str
    roles: tuple[str, ...]
    active: bool


def add_account(district: District, login: str, name: str, password: str, roles: Iterable[str]) -> str:
    """Make an account that was not there; gives the login as it is written.

    Refused ``verifier_login_bad``, ``verifier_login_taken``, ``person_name_missing``, ``password_short``,
    ``role_missing``, ``role_unknown``.
    """
    login, name, held_roles = _login(login), _name(name), write_roles(roles)
    salt, digest = _hashed(password)
    with district.database.write(OFFICE) as connection:
        if _held(connection, login) is not None:
            raise Refused("verifier_login_taken", login=login)
        _insert(connection, login, name, salt, digest, held_roles)
    return login


def set_password(district: District, login: str, name: str, password: str, roles: Iterable[str] = ()) -> None:
    """Make an account (a verifier where no roles are given), or let an account in again with a new password; it keeps
    its name and its roles, which only grow here. For whoever has the hub's own machine.

    Refused as `add_account`, except that a login may be known.
    """
    login, wanted = _login(login), set(roles)
    salt, digest = _hashed(password)
    with district.database.write(OFFICE) as connection:
        held = _held(connection, login)
        if held is None:
            _insert(connection, login, _name(name), salt, digest, write_roles(wanted or {VERIFIER}))
            return
        grown = write_roles({*read_roles(held.roles), *wanted})
        _update(connection, login, salt=salt, hash=digest, roles=grown, active=True)
        settled = first_password.settle(connection, login)
    if settled:
        first_password.forget_file(district.folder)


def reset_password(district: District, login: str, password: str) -> None:
    """Another password for somebody; nothing else of his account changes, his sessions end.

    Refused ``verifier_unknown``, ``password_short``.
    """
    salt, digest = _hashed(password)
    with district.database.write(OFFICE) as connection:
        _known(connection, login)
        _update(connection, login, salt=salt, hash=digest)
        settled = first_password.settle(connection, login)
    if settled:
        first_password.forget_file(district.folder)


def change_own_password(district: District, login: str, old: str, new: str) -> None:
    """Another password for oneself. Locked ``password_wrong``; Refused ``password_same``, ``password_short``,
    ``too_many_tries``."""
    name = f"own password {login}"
    district.limits.begin(name)
    with district.database.read() as connection:
        good = matches(connection, login, old)
    if not good:
        raise Locked("password_wrong")
    district.limits.succeeded(name)
    if new == old:
        raise Refused("password_same")
    reset_password(district, login, new)


def set_active(district: District, login: str, *, active: bool) -> None:
    """Let an account sign in, or not any more: its sessions end at once.

    Refused ``verifier_unknown``, ``last_admin`` where nobody would be left who may manage accounts.
    """
    with district.database.write(OFFICE) as connection:
        _known(connection, login)
        if not active:
            _keep_an_admin(connection, login)
        _update(connection, login, active=active)


def set_roles(district: District, login: str, roles: Iterable[str]) -> None:
    """Give somebody these roles and no others; it holds at once, for his sessions too.

    Refused ``verifier_unknown``, ``last_admin``, ``role_missing``, ``role_unknown``.
    """
    wanted = write_roles(roles)
    with district.database.write(OFFICE) as connection:
        _known(connection, login)
        if ADMIN not in read_roles(wanted):
            _keep_an_admin(connection, login)
        connection.execute(update(verifier).where(verifier.c.login == login).values(roles=wanted))


def first_admin(district: District) -> Path | None:
    """Make the first account where there is none, ``admin``; the file that holds its password (`first_password`)."""
    with district.database.read() as connection:
        if _anybody(connection):
            return None
    password = base64.b32encode(os.urandom(10)).decode().lower()
    salt, digest = _hashed(password)
    with district.database.write(OFFICE) as connection:
        if _anybody(connection):  # another process of the district was first
            return None
        path = first_password.write_file(district.folder, "admin", password)
        _insert(connection, "admin", "Admin kabupaten", salt, digest, ADMIN)
        first_password.remember(connection, "admin")
    return path


def accounts(connection: Connection) -> list[Account]:
    """All accounts, by login."""
    rows = connection.execute(select(verifier).order_by(verifier.c.login))
    return [Account(row.login, row.name, read_roles(row.roles), row.active) for row in rows]


def matches(connection: Connection, login: str, password: str) -> bool:
    """Whether this is the password of an active account; takes as long where there is no such account."""
    row = connection.execute(
        select(verifier.c.salt, verifier.c.hash).where(verifier.c.login == login, verifier.c.active)
    ).one_or_none()
    found = _hash(password[:1000], row.salt if row else bytes(16))
    return row is not None and hmac.compare_digest(found, row.hash)


def _login(text: str) -> str:
    login = text.strip().lower()
    if not (login.isascii() and login.replace("-", "").replace(".", "").isalnum() and len(login) <= 40):
        raise Refused("verifier_login_bad")
    return login


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not name:
        raise Refused("person_name_missing")
    return name


def _hashed(password: str) -> tuple[bytes, bytes]:
    """A fresh salt and the hash. Refused ``password_short``."""
    if len(password) < PASSWORD_LEAST:
        raise Refused("password_short", least=PASSWORD_LEAST)
    salt = os.urandom(16)
    return salt, _hash(password[:1000], salt)


def _hash(password: str, salt: bytes) -> bytes:
    with TURN:
        return Argon2id(salt=salt, length=32, iterations=2, lanes=2, memory_cost=64 * 1024).derive(password.encode())


def _anybody(connection: Connection) -> bool:
    return bool(connection.execute(select(func.count()).select_from(verifier)).scalar())


def _held(connection: Connection, login: str) -> Row[tuple[str, str, bool]] | None:
    found = select(verifier.c.login, verifier.c.roles, verifier.c.active).where(verifier.c.login == login)
    return connection.execute(found).one_or_none()


def _known(connection: Connection, login: str) -> None:
    if _held(connection, login) is None:
        raise Refused("verifier_unknown")


def _keep_an_admin(connection: Connection, login: str) -> None:
    """Refused ``last_admin`` where this account alone may manage accounts."""
    active = connection.execute(select(verifier.c.login, verifier.c.roles).where(verifier.c.active))
    if {row.login for row in active if ADMIN in read_roles(row.roles)} == {login}:
        raise Refused("last_admin")


def _insert(connection: Connection, login: str, name: str, salt: bytes, digest: bytes, roles: str) -> None:
    person = base64.b32encode(os.urandom(8))[:12].decode().lower()
    values = {"person": person, "name": name, "roles": roles, "active": True, "salt": salt, "hash": digest}
    connection.execute(insert(verifier).values(login=login, **values))


def _update(connection: Connection, login: str, **values: object) -> None:
    """Change an account, and end its sessions."""
    connection.execute(update(verifier).where(verifier.c.login == login).values(**values))
    connection.execute(delete(session).where(session.c.login == login))
