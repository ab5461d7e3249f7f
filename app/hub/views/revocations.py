"""When, why and by whom the district stopped a laptop or a person."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.domain.payloads import KeyRevoked
from app.hub.chain import ENTRY_COLUMNS, entry_of
from app.hub.tables import entry, revoked
from app.wire.payload import decode_payload


@dataclass(frozen=True, slots=True)
class Revocation:
    """The district's word that nothing more of a key counts."""

    at_ms: int
    """0 where the word itself is lost with an old copy of the district."""
    why: str
    by: str
    """Name of who said it."""


def revocations(connection: Connection, code: str) -> dict[bytes, Revocation]:
    """Key -> its first revocation; a key whose word is lost with an old copy is revoked all the same."""
    keys = connection.execute(select(revoked.c.public_key).where(revoked.c.village == code)).scalars()
    found = {bytes(key): Revocation(0, "", "") for key in keys}
    told = select(*ENTRY_COLUMNS).where(entry.c.village == code, entry.c.kind == "key_revoked", entry.c.reason == "")
    for one in sorted(map(entry_of, connection.execute(told)), key=lambda one: one.order, reverse=True):
        said = decode_payload(one.kind, one.version, one.payload)
        if isinstance(said, KeyRevoked):
            found[said.public_key] = Revocation(one.at_ms, *_why_and_by(said.why))
    return found


def _why_and_by(told: str) -> tuple[str, str]:
    """The entry has both in one text, ``reason (name)`` (see `app.hub.enrol`), which villages read as it is."""
    open_brackets = 0
    for at in range(len(told) - 1, -1, -1) if told.endswith(")") else ():  # a name may have brackets of its own
        open_brackets += (told[at] == ")") - (told[at] == "(")
        if open_brackets == 0:
            return told[:at].rstrip(), told[at + 1 : -1]
    return told, ""
