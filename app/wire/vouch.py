"""Whose word is carried by whom: nobody writes on in another laptop's chain, whatever stick or line brings it.

A laptop signs the end of its chain when it passes it on, and whoever carries the chain further carries that signature
too; the district's sealed receipts say the same of what reached the district. Entries behind the last such end, and
entries of the district behind its last seal, are left out: their own laptop will bring them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Final

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from app.domain.entry import CHAIN_FORM, LARGEST_NUMBER, Entry, Head
from app.domain.errors import Refused
from app.domain.ids import ChainId, device_of
from app.domain.payloads import DeviceCertified, Payload, ReceiptIssued, Sealed
from app.wire.payload import decode_payload
from app.wire.seal import seal_holds

_TAG: Final = b"balai head 1\x00"

ChainName = Annotated[str, msgspec.Meta(pattern=CHAIN_FORM)]
Number = Annotated[int, msgspec.Meta(ge=0, le=LARGEST_NUMBER)]
"""A chain and a place in it, as they may come from outside."""

Ends = set[tuple[str, int, bytes]]
"""(chain, number, hash) that somebody vouches for."""


class SignedHead(msgspec.Struct, array_like=True, frozen=True):
    """The end of a chain, signed with the key of the laptop that writes it."""

    chain: ChainName
    seq: Number
    hash: bytes
    signature: bytes


def sign_head(key: Ed25519PrivateKey, chain: ChainId, head: Head) -> SignedHead:
    """The laptop's word that its chain holds this entry."""
    return SignedHead(chain, head.seq, head.hash, key.sign(_message(chain, head.seq, head.hash)))


def head_holds(head: SignedHead, signing_key: bytes) -> bool:
    """Whether the owner of the key said so."""
    try:
        key = Ed25519PublicKey.from_public_bytes(signing_key)
        key.verify(head.signature, _message(head.chain, head.seq, head.hash))
    except (InvalidSignature, ValueError, OverflowError):
        return False
    return True


def vouched(
    entries: Sequence[Entry],
    *,
    sender: str,
    district: str,
    root_key: bytes,
    signing_keys: Mapping[str, bytes],
    heads: Iterable[SignedHead],
    receipts: Ends,
) -> list[Entry]:
    """Those of `entries` that `sender` (a device) may bring: its own, the district's as far as the root key sealed
    them, and others' as far as their own laptop or a receipt vouches.

    `signing_keys` are those of certified laptops, `receipts` what receipts held already cover; both grow by what the
    sealed entries of the district among `entries` say.
    """
    runs: dict[ChainId, list[Entry]] = defaultdict(list)
    for entry in entries:
        runs[entry.chain].append(entry)
    ends: dict[str, int] = {}
    keys, known = dict(signing_keys), set(receipts)
    for chain, run in runs.items():
        if device_of(chain) == district:
            ends[chain] = sealed_end(run, root_key)
            _learn((one for one in run if one.seq <= ends[chain]), keys, known)
    for head in heads:
        key = keys.get(device_of(ChainId(head.chain)))
        if key is not None and head_holds(head, key):
            known.add((head.chain, head.seq, head.hash))
    for chain, run in runs.items():
        if device_of(chain) == sender:
            ends[chain] = max(one.seq for one in run)
        elif chain not in ends:
            ends[chain] = max((one.seq for one in run if (chain, one.seq, one.hash) in known), default=0)
    return [one for one in entries if one.seq <= ends[one.chain]]


def certifies(entries: Iterable[Entry], district: str, device: str) -> bool:
    """Whether the district (its device) says among these entries, which `vouched` gave, that it trusts a laptop."""
    told = (_said(one) for one in entries if one.kind == "device_certified" and device_of(one.chain) == district)
    return any(isinstance(one, DeviceCertified) and one.device == device for one in told)


def sealed_end(run: Sequence[Entry], root_key: bytes) -> int:
    """The last number of the district's own chain that its root key stands behind."""
    last, before = 0, None
    for one in sorted(run, key=lambda one: one.seq):
        said = _said(one) if one.kind == "sealed" else None
        if isinstance(said, Sealed) and seal_holds(said, one.chain, root_key):
            stands = before is None or (said.seq, said.head) == (before.seq, before.hash)
            last = one.seq if stands else last
        before = one
    return last


def sealed_ends(entries: Iterable[Entry], root_key: bytes) -> list[tuple[ChainId, Head]]:
    """Ends of which seals among `entries` prove by themselves that the owner of the root key wrote so far: each tells
    its end's number and hash."""
    told = ((one.chain, _said(one)) for one in entries if one.kind == "sealed")
    return [
        (chain, Head(said.seq, said.head))
        for chain, said in told
        if isinstance(said, Sealed) and seal_holds(said, chain, root_key)
    ]


def _learn(entries: Iterable[Entry], keys: dict[str, bytes], known: Ends) -> None:
    for one in entries:
        said = _said(one) if one.kind in ("device_certified", "receipt_issued") else None
        if isinstance(said, DeviceCertified):
            keys[said.device] = said.signing_key
        elif isinstance(said, ReceiptIssued):
            known |= ends_of(said)


def ends_of(receipt: ReceiptIssued) -> Ends:
    """What a receipt vouches for."""
    return {(str(chain), seq, receipt.hashes[chain]) for chain, seq in receipt.heads.items() if chain in receipt.hashes}


def _said(entry: Entry) -> Payload | None:
    try:
        return decode_payload(entry.kind, entry.version, entry.payload)
    except Refused:
        return None


def _message(chain: str, seq: int, digest: bytes) -> bytes:
    name = chain.encode()
    return _TAG + len(name).to_bytes(2, "big") + name + seq.to_bytes(8, "big") + digest
