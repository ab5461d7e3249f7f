"""The password that the program made up for the first account: in a file of the district's own folder, never in a log,
and good for nothing but choosing another."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import ColumnElement, Connection, and_, delete, insert

from app.hub.private import write_whole
from app.hub.tables import meta, verifier

FILE = "sandi-pertama.txt"
_KEY = "first_password"
"""In `meta`: whose password it still is."""


def write_file(folder: Path, login: str, password: str) -> Path:
    """Where whoever set the district up reads it."""
    path = folder / FILE
    write_whole(path, f"{login}\n{password}\n".encode())
    return path


def is_made_up() -> ColumnElement[bool]:
    """To join `meta` to an account that still has it."""
    return and_(meta.c.key == _KEY, meta.c.value == verifier.c.login)


def remember(connection: Connection, login: str) -> None:
    """This account has it."""
    connection.execute(delete(meta).where(meta.c.key == _KEY))
    connection.execute(insert(meta).values(key=_KEY, value=login))


def settle(connection: Connection, login: str) -> bool:
    """The account has another password now; whether it was the made-up one before."""
    return connection.execute(delete(meta).where(meta.c.key == _KEY, meta.c.value == login)).rowcount > 0


def forget_file(folder: Path) -> None:
    """Nobody needs it any more."""
    (folder / FILE).unlink(missing_ok=True)
