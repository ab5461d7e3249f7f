"""What a laptop keeps of its district, and how it comes to it by a code."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.domain.entry import Entry
from app.domain.errors import Refused
from app.domain.ids import DeviceId, PersonId
from app.domain.payloads import Sealed
from app.sync.line import HttpLine, check_address
from app.wire.columns import decode_entries
from app.wire.enrol import LARGEST, EnrolRequest, prove, read_answer, read_code
from app.wire.entry import verify_chain
from app.wire.payload import decode_payload
from app.wire.seal import seal_holds
from app.wire.trust import hub_id


@dataclass(frozen=True)
class DeviceKeys:
    """The laptop's own keys, made from the vault's."""

    device: DeviceId
    signing: Ed25519PrivateKey
    exchange: X25519PrivateKey


@dataclass(frozen=True, slots=True)
class EnrolledPerson:
    """The person at the laptop, as the journal names him."""

    person: PersonId
    public_key: bytes


@dataclass(frozen=True)
class Enrolment:
    """The district that a laptop trusts."""

    address: str
    hub: str
    district: str
    village: str
    village_name: str
    root_key: bytes
    exchange_key: bytes
    ca_pem: str
    role: str
    name: str
    rts: tuple[str, ...]
    entries: Sequence[Entry] = field(default=(), repr=False)
    """The district's chain about this village, to be taken in after its root key was pinned."""


def enrol(
    address: str,
    code_text: str,
    keys: DeviceKeys,
    person: EnrolledPerson,
    *,
    label: str = "",
    program: str = "",
    line: Callable[[str], HttpLine] = lambda address: HttpLine(address, unverified=True),
) -> Enrolment:
    """Trust each other by a code. Refused ``enrol_*``, ``hub_address_wrong``; Unavailable ``line_*``.

    The line is not trusted: whoever answers has to know the code's secret and to hold the keys that the code tells. The
    same laptop may ask again when the answer was lost.
    """
    address, code = check_address(address), read_code(code_text)
    asked = EnrolRequest(
        code.id,
        keys.device,
        label,
        keys.signing.public_key().public_bytes_raw(),
        keys.exchange.public_key().public_bytes_raw(),
        person.person,
        person.public_key,
        program,
        os.urandom(16),
    )
    message = prove(asked, code.key)
    connection = line(address)
    try:
        answered = connection.post("/v1/enrol", message, 4 * LARGEST)
    finally:
        connection.close()
    answer = read_answer(answered, message, code)
    if answer.hub != hub_id(answer.root_key):
        raise Refused("enrol_wrong_hub")
    entries = decode_entries(answer.entries)
    _check_sealed(entries, answer.root_key)
    return Enrolment(
        address,
        answer.hub,
        answer.district,
        answer.village,
        answer.village_name,
        answer.root_key,
        answer.exchange_key,
        answer.ca_pem,
        answer.role,
        answer.name,
        answer.rts,
        tuple(entries),
    )


def _check_sealed(entries: Sequence[Entry], root_key: bytes) -> None:
    """Refused ``enrol_wrong_hub`` where the chain does not hold or the root key did not seal its end."""
    try:
        verify_chain(entries)
        last = decode_payload(entries[-1].kind, entries[-1].version, entries[-1].payload) if entries else None
    except Refused as error:
        raise Refused("enrol_wrong_hub") from error
    if not isinstance(last, Sealed) or not seal_holds(last, entries[-1].chain, root_key):
        raise Refused("enrol_wrong_hub")
