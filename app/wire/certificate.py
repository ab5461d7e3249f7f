"""A laptop's certificate under the district's seal: shown to a district that was restored to a day before it gave it.

It travels as entries of the district's own chain: the one before the certificate, the certificate, and on to the seal
behind it. Their hashes hang together and the root key signed the last of them, so nobody can make one up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.entry import Entry, Head
from app.domain.errors import Refused
from app.domain.ids import DeviceId, device_of
from app.domain.payloads import DeviceCertified, PersonCertified
from app.wire.columns import decode_entries, encode_entries
from app.wire.entry import verify_chain
from app.wire.payload import decode_payload
from app.wire.trust import device_id, district_device
from app.wire.vouch import sealed_end

MOST_ENTRIES: Final = 64
"""From one before the certificate to the seal behind it; an enrolment writes three."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """What the district's root key said of a laptop."""

    laptop: DeviceCertified
    entries: Sequence[Entry]
    """As they were sealed: the certificate, and what was said with it."""


def certificate_body(entries: Sequence[Entry]) -> bytes:
    """How it travels; empty where there is none."""
    return encode_entries(entries) if entries else b""


def certificate_among(entries: Sequence[Entry], device: DeviceId) -> bytes:
    """The newest certificate of a laptop among the district's `entries` of one chain, in their order, as it travels;
    empty where there is none."""
    last = max((at for at, one in enumerate(entries) if _is_of(one, device)), default=0)
    seals = (at for at in range(last + 1, len(entries)) if entries[at].kind == "sealed")
    end = next(seals, 0) if last else 0
    return certificate_body(entries[last - 1 : end + 1]) if end else b""


def people_certified(entries: Sequence[Entry]) -> list[PersonCertified]:
    """What is said of people among `entries`."""
    told = (decode_payload(one.kind, one.version, one.payload) for one in entries if one.kind == "person_certified")
    return [said for said in told if isinstance(said, PersonCertified)]


def _is_of(one: Entry, device: DeviceId) -> bool:
    if one.kind != "device_certified":
        return False
    try:
        said = decode_payload(one.kind, one.version, one.payload)
    except Refused:
        return False
    return isinstance(said, DeviceCertified) and said.device == device


def read_certificate(body: bytes, *, device: str, village: str, root_key: bytes) -> Certificate | None:
    """What `body` proves of a laptop and a village; None where it proves nothing."""
    try:
        run = decode_entries(body, MOST_ENTRIES) if body else []
        own = district_device(root_key, village)
        if len(run) < 2 or any(device_of(one.chain) != own for one in run):
            return None
        before, *said = run
        verify_chain(said, Head(before.seq, before.hash))
        end = sealed_end(said, root_key)
        sealed = [one for one in said if one.seq <= end]
        told = [decode_payload(one.kind, one.version, one.payload) for one in sealed if one.kind == "device_certified"]
    except Refused:
        return None
    laptops = [one for one in told if isinstance(one, DeviceCertified) and one.device == device]
    if not laptops or laptops[-1].village != village or device_id(laptops[-1].signing_key) != device:
        return None
    return Certificate(laptops[-1], sealed)
