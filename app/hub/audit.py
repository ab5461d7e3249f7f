"""Proves a village's journal anew: every chain from its first entry, every seal on it, and every receipt.

The hub checked all of this when the entries came. Here it is done again over what the tables hold now, so that whoever
has had his hands on the database is found out. Who has no root key can make no receipt, and the district's own name
every laptop's chain by its hashes: a chain that was made anew, with keys that were put in for it, does not fit them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from sqlalchemy import Connection, select

from app.domain.entry import Entry, Head
from app.domain.errors import Refused
from app.domain.payloads import PersonAdded, PersonCertified, ReceiptIssued, Sealed
from app.hub.chain import ENTRY_COLUMNS, entry_of, is_own, village_row
from app.hub.district import District
from app.hub.tables import entry, head, person
from app.wire.entry import verify_chain
from app.wire.payload import decode_payload
from app.wire.seal import seal_holds
from app.wire.vouch import ends_of

_PORTION: Final = 500

SHORT: Final = "chain_short"
"""The table of heads knows of more entries than there are."""
SEAL_WRONG: Final = "seal_wrong"
"""A seal that counts does not fit what stands before it, or nobody's key made it."""

RECEIPT_WRONG: Final = "receipt_wrong"
"""A receipt of the district names another entry than the one that stands there."""

Keys = Mapping[str, set[bytes]]
"""Person -> the public keys that ever were his."""

Receipted = Mapping[int, bytes]
"""Number -> hash of a chain's entry, as the district's receipts name them."""


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
    """Why it is broken: ``chain_gap``, ``chain_broken``, `SHORT`, `SEAL_WRONG`, `RECEIPT_WRONG`; empty where it is
    whole."""
    broken_at: int
    """The number of the first entry that does not hold; 0 where it is whole."""


def prove_village(connection: Connection, district: District, code: str) -> list[ChainProof]:
    """Every chain that the district holds about a village: its own first, then laptops'.

    Refused ``hub_village_unknown``.
    """
    held = connection.execute(select(head.c.chain, head.c.seq, head.c.hash).where(head.c.village == code))
    heads = {row.chain: Head(row.seq, bytes(row.hash)) for row in held}
    present = set(connection.execute(select(entry.c.chain).where(entry.c.village == code).distinct()).scalars())
    keys, root = keys_of(connection, code), district.keys.root_public
    own = sorted(chain for chain in heads.keys() | present if is_own(district, code, chain))
    proofs = [prove_chain(connection, code, chain, heads.get(chain), keys, root_key=root) for chain in own]
    today = str(village_row(connection, code).chain)
    sealed = next((proof.sealed for proof in proofs if proof.chain == today), 0)
    told = receipts_of(connection, code, today, sealed)
    return proofs + [
        prove_chain(connection, code, chain, heads.get(chain), keys, root_key=None, told=told.get(chain, {}))
        for chain in sorted((heads.keys() | present | told.keys()) - set(own))
    ]


def prove_chain(
    connection: Connection,
    code: str,
    chain: str,
    end: Head | None,
    keys: Keys,
    *,
    root_key: bytes | None,
    told: Receipted = MappingProxyType({}),
) -> ChainProof:
    """One chain against `end`, the head that the tables name, and what receipts `told` of it; `root_key` where it is
    the district's own."""
    last: Head | None = None
    hashes: dict[int, bytes] = {}
    seals = sealed = aside = 0

    def broken(why: str, at: int) -> ChainProof:
        return ChainProof(chain, root_key is not None, len(hashes), seals, sealed, aside, why, at)

    for one, reason in _rows(connection, code, chain):
        try:
            last = verify_chain([one], last)
        except Refused as refused:
            return broken(refused.code, int(refused.facts.get("expected", one.seq)))
        hashes[one.seq] = one.hash
        if reason:
            aside += 1
        elif one.kind == "sealed":
            covers = _sealed_by(one, hashes, {root_key} if root_key is not None else keys.get(one.author, set()))
            if not covers:
                return broken(SEAL_WRONG, one.seq)
            seals, sealed = seals + 1, max(sealed, covers)
        if told.get(one.seq, one.hash) != one.hash:
            return broken(RECEIPT_WRONG, one.seq)
    reached = last.seq if last is not None else 0
    if reached < max(end.seq if end is not None else 0, *told, 0):
        return broken(SHORT, reached + 1)
    if end is not None and hashes[end.seq] != end.hash:
        return broken(SHORT, end.seq)
    return broken("", 0)


def receipts_of(connection: Connection, code: str, chain: str, sealed: int) -> dict[str, dict[int, bytes]]:
    """Chain -> what the district's receipts say of it, on its present chain up to where its root key `sealed` that.

    Of lives before a restoration none is asked: they may name what was lost and came back otherwise.
    """
    rows = connection.execute(
        select(*ENTRY_COLUMNS).where(
            entry.c.village == code,
            entry.c.chain == chain,
            entry.c.kind == "receipt_issued",
            entry.c.reason == "",
            entry.c.seq <= sealed,
        )
    )
    found: dict[str, dict[int, bytes]] = defaultdict(dict)
    for one in map(entry_of, rows):
        said = decode_payload(one.kind, one.version, one.payload)
        if isinstance(said, ReceiptIssued):
            for name, seq, digest in ends_of(said):
                found[name][seq] = digest
    return found


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
