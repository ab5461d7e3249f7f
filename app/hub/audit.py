"""Proves a village's journal anew: every chain from its first entry, and every seal on it.

The hub checked all of this when the entries came. Here it is done again over what the tables hold now, so that whoever
has had his hands on the database, the hub's own operator too, is found out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, select

from app.domain.entry import Entry, Head
from app.domain.errors import Refused
from app.domain.payloads import PersonAdded, PersonCertified, Sealed
from app.hub.chain import ENTRY_COLUMNS, entry_of, is_own
from app.hub.district import District
from app.hub.tables import entry, head, person
from app.wire.entry import verify_chain
from app.wire.payload import decode_payload
from app.wire.seal import seal_holds

_PORTION: Final = 500

SHORT: Final = "chain_short"
"""The table of heads knows of more entries than there are."""
SEAL_WRONG: Final = "seal_wrong"
"""A seal that counts does not fit what stands before it, or nobody's key made it."""

Keys = Mapping[str, set[bytes]]
"""Person -> the public keys that ever were his."""


@dataclass(frozen=True, slots=True)
class ChainProof:
    """What came of proving one chain."""

    chain: str
    own: bool
    """Whether the district itself writes it."""
    entries: int
    """How many were proved, from the first."""
    seals: int
    """Seals that hold."""
    sealed: int
    """Up to this number an author's key stands behind the chain."""
    aside: int
    """Entries that are set aside."""
    broken: str
    """Why it is broken: ``chain_gap``, ``chain_broken``, `SHORT`, `SEAL_WRONG`; empty where it is whole."""
    broken_at: int
    """The number of the first entry that does not hold; 0 where it is whole."""


def prove_village(connection: Connection, district: District, code: str) -> list[ChainProof]:
    """Every chain that the district holds about a village: its own first, then laptops'."""
    held = connection.execute(select(head.c.chain, head.c.seq, head.c.hash).where(head.c.village == code))
    heads = {row.chain: Head(row.seq, bytes(row.hash)) for row in held}
    present = connection.execute(select(entry.c.chain).where(entry.c.village == code).distinct()).scalars()
    keys = keys_of(connection, code)
    chains = {chain: is_own(district, code, chain) for chain in {*heads, *present}}
    return [
        prove_chain(connection, code, chain, heads.get(chain), keys, root_key=root)
        for chain in sorted(chains, key=lambda chain: (not chains[chain], chain))
        for root in [district.keys.root_public if chains[chain] else None]
    ]


def prove_chain(
    connection: Connection, code: str, chain: str, end: Head | None, keys: Keys, *, root_key: bytes | None
) -> ChainProof:
    """One chain against `end`, the head that the tables name; `root_key` where it is the district's own."""
    last: Head | None = None
    hashes: dict[int, bytes] = {}
    seals = sealed = aside = 0
    for row in _rows(connection, code, chain):
        one, reason = row
        try:
            last = verify_chain([one], last)
        except Refused as refused:
            at = refused.facts.get("expected", one.seq)
            return ChainProof(chain, root_key is not None, len(hashes), seals, sealed, aside, refused.code, int(at))
        hashes[one.seq] = one.hash
        if reason:
            aside += 1
        elif one.kind == "sealed":
            covers = _sealed_by(one, hashes, {root_key} if root_key is not None else keys.get(one.author, set()))
            if not covers:
                return ChainProof(chain, root_key is not None, len(hashes), seals, sealed, aside, SEAL_WRONG, one.seq)
            seals, sealed = seals + 1, max(sealed, covers)
    if end is not None and (last is None or last.seq < end.seq or hashes[end.seq] != end.hash):
        at = last.seq + 1 if last is not None and last.seq < end.seq else end.seq
        return ChainProof(chain, root_key is not None, len(hashes), seals, sealed, aside, SHORT, at if last else 1)
    return ChainProof(chain, root_key is not None, len(hashes), seals, sealed, aside, "", 0)


def keys_of(connection: Connection, code: str) -> Keys:
    """Every key that ever belonged to somebody of the village, as its journal tells."""
    found: dict[str, set[bytes]] = defaultdict(set)
    for row in connection.execute(select(person.c.person, person.c.public_key).where(person.c.village == code)):
        found[row.person].add(bytes(row.public_key))
    told = select(entry.c.kind, entry.c.version, entry.c.payload).where(
        entry.c.village == code, entry.c.kind.in_(["person_added", "person_certified"]), entry.c.reason == ""
    )
    for row in connection.execute(told):
        try:
            said = decode_payload(row.kind, row.version, bytes(row.payload))
        except Refused:
            continue
        if isinstance(said, PersonAdded | PersonCertified):
            found[said.person].add(said.public_key)
    return found


def _sealed_by(one: Entry, hashes: Mapping[int, bytes], keys: Iterable[bytes]) -> int:
    """Up to which number the seal's owner stands behind the chain; 0 where the seal does not hold."""
    try:
        said = decode_payload(one.kind, one.version, one.payload)
    except Refused:
        return 0
    if not isinstance(said, Sealed) or not 0 < said.seq < one.seq or hashes.get(said.seq) != said.head:
        return 0
    return one.seq if any(seal_holds(said, one.chain, key) for key in keys) else 0


def _rows(connection: Connection, code: str, chain: str) -> Iterator[tuple[Entry, str]]:
    """The entries of a chain in order, a portion at a time, each with why it was set aside."""
    after = 0
    while True:
        rows = connection.execute(
            select(*ENTRY_COLUMNS, entry.c.reason)
            .where(entry.c.village == code, entry.c.chain == chain, entry.c.seq > after)
            .order_by(entry.c.seq)
            .limit(_PORTION)
        ).all()
        for row in rows:
            yield entry_of(row), row.reason
        if len(rows) < _PORTION:
            return
        after = rows[-1].seq
