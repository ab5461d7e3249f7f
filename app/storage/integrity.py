"""Whether everything that was ever acknowledged is still there, unchanged: asked at opening and in the settings."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from sqlalchemy import Connection

from app.domain.entry import Head
from app.domain.errors import Problem, Refused
from app.domain.ids import ChainId
from app.domain.photo_name import name_from_hash
from app.storage.anchor import Anchor
from app.storage.database import Database
from app.storage.entry_rows import COLUMNS, entry_of, hash_at, heads, select_entries
from app.storage.files import SealedFiles
from app.storage.journal import mirror_bytes, own_chain
from app.storage.mirror import Mirror, Mirrored
from app.storage.projection import bring_up_to_program
from app.storage.replay import replay
from app.wire.entry import verify_chain

_AT_ONCE: Final = 500
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Opening:
    """What was found and healed when the journal was opened."""

    recovered: int = 0
    """Entries that the database had lost and the mirror gave back."""
    mirrored: int = 0
    """Entries that the mirror lacked (a power cut between the two) and has now."""
    problem: Problem | None = None
    """What could not be healed, with chain and numbers: a person has to see it."""


def check_against_anchor(database: Database, anchor: Anchor, mirror: Mirror) -> Opening:
    """Prove that the journal holds all that was ever acknowledged, and fetch from the mirror what it lost.

    Views that another program made are made anew first.

    `problem` is ``journal_behind_anchor`` (chain, anchored, missing_from), ``journal_differs_from_anchor`` (chain,
    seq), ``anchor_missing`` or ``anchor_damaged`` where something stays wrong.
    """
    with database.write() as connection:
        bring_up_to_program(connection)
    recovered = 0
    problem = against_anchor(database, anchor)
    if problem is not None and problem.code in ("journal_behind_anchor", "anchor_missing", "anchor_damaged"):
        recovered = _recover(database, mirror)
        problem = against_anchor(database, anchor)
    if problem is None:
        _move_anchor_on(database, anchor)
    return Opening(recovered, _move_mirror_on(database, mirror), problem)


def settle_anchor(database: Database, anchor: Anchor) -> None:
    """Promise what the journal holds now, after a person has seen and settled what was wrong."""
    with database.read() as connection:
        chain = own_chain(connection)
        head = heads(connection).get(chain) if chain else None
    anchor.renew(chain, head)


def verify_all(
    database: Database,
    files: SealedFiles,
    progress: Callable[[float], None] = lambda _: None,
    cancelled: Cancelled = lambda: False,
) -> tuple[Problem, ...]:
    """Check every chain, list and file; everything that is wrong, named, and empty where all is whole.

    ``chain_gap``, ``chain_broken`` (chain, seq), ``chain_end_wrong`` (chain, seq, found), ``seal_wrong`` (chain, seq),
    ``pack_damaged`` (sha256), ``file_missing``, ``file_damaged`` (name, photo), ``store_damaged`` (pages).
    """
    found: list[Problem] = []
    with database.read() as connection:
        checks = [*_chain_checks(connection), *_pack_checks(connection), *_file_checks(connection, files)]
        for done, check in enumerate(checks):
            if cancelled():
                return tuple(found)
            found += check()
            progress((done + 1) / (len(checks) + 1))
    pages = database.damage()
    if pages:
        found.append(Refused("store_damaged", pages=len(pages)))
    progress(1.0)
    return tuple(found)


_Check = Callable[[], list[Problem]]


def _chain_checks(connection: Connection) -> Iterator[_Check]:
    rows = connection.exec_driver_sql("SELECT chain FROM entry UNION SELECT chain FROM head").all()
    ends = heads(connection)
    for name in (ChainId(str(row[0])) for row in rows):
        yield partial(_chain, connection, name, ends.get(name))
        yield partial(_seals, connection, name)


def _chain(connection: Connection, chain: ChainId, end: Head | None) -> list[Problem]:
    rows = connection.exec_driver_sql(f"SELECT {COLUMNS} FROM entry WHERE chain = ? ORDER BY seq", (chain,))
    try:
        found = verify_chain(entry_of(row) for row in rows.yield_per(_AT_ONCE))
    except Refused as problem:
        return [problem]
    if found != end:
        return [Refused("chain_end_wrong", chain=chain, seq=end.seq if end else 0, found=found.seq if found else 0)]
    return []


def _seals(connection: Connection, chain: ChainId) -> list[Problem]:
    """Seals whose signature does not hold for what they say they cover."""
    rows = connection.exec_driver_sql(
        "SELECT e.seq FROM entry AS e LEFT JOIN seal AS s USING (chain, seq)"
        " WHERE e.chain = ? AND e.kind = 'sealed' AND s.seq IS NULL",
        (chain,),
    )
    return [Refused("seal_wrong", chain=chain, seq=int(row[0])) for row in rows.all()]


def _pack_checks(connection: Connection) -> Iterator[_Check]:
    for row in connection.exec_driver_sql("SELECT sha256 FROM pack_body").all():
        yield partial(_pack, connection, str(row[0]))


def _pack(connection: Connection, sha256: str) -> list[Problem]:
    body = connection.exec_driver_sql("SELECT body FROM pack_body WHERE sha256 = ?", (sha256,)).scalar_one()
    return [] if hashlib.sha256(body).hexdigest() == sha256 else [Refused("pack_damaged", sha256=sha256)]


def _file_checks(connection: Connection, files: SealedFiles) -> Iterator[_Check]:
    for row in connection.exec_driver_sql("SELECT name, file FROM evidence").all():
        yield partial(_file, files, str(row[0]), str(row[1]))


def _file(files: SealedFiles, photo: str, name: str) -> list[Problem]:
    digest = hashlib.sha256()
    try:
        for chunk in files.chunks(name):
            digest.update(chunk)
    except Refused as problem:
        return [Refused(problem.code, name=name, photo=photo)]
    return [] if name_from_hash(digest.digest()) == photo else [Refused("file_damaged", name=name, photo=photo)]


def against_anchor(database: Database, anchor: Anchor) -> Problem | None:
    """What the anchor promised and the journal does not hold, None where it holds all (see `check_against_anchor`)."""
    with database.read() as connection:
        try:
            anchor.verify(lambda chain, seq: _hash_ever_at(connection, chain, seq))
        except Refused as problem:
            return problem
    return None


def _hash_ever_at(connection: Connection, chain: ChainId, seq: int) -> bytes | None:
    """What this laptop wrote at a number, also where a new incarnation has moved it out of the way since."""
    row = connection.exec_driver_sql("SELECT hash FROM forked WHERE chain = ? AND seq = ?", (chain, seq)).first()
    return bytes(row[0]) if row else hash_at(connection, chain, seq)


def _recover(database: Database, mirror: Mirror) -> int:
    with database.write() as connection:
        return replay(connection, mirror.read_with_vault().entries)


def _move_anchor_on(database: Database, anchor: Anchor) -> None:
    """A power cut may fall between commit and anchor; what was committed is then promised from now on."""
    with database.read() as connection:
        chain = own_chain(connection)
        head = heads(connection).get(chain) if chain else None
    mark = anchor.mark
    if chain is not None and head is not None and (mark is None or (mark.chain, mark.head) != (chain, head)):
        anchor.record(chain, head)


def _move_mirror_on(database: Database, mirror: Mirror) -> int:
    last = mirror.last_number()
    with database.read() as connection:
        lacking = select_entries(
            connection,
            "WHERE chain IN (SELECT chain FROM head WHERE own <> 0) AND received_at_ms = 0 AND turn > ? ORDER BY turn",
            (last,),
        )
    if lacking:
        mirror.extend([Mirrored(entry.turn, mirror_bytes(entry)) for entry in lacking])
    return len(lacking)
