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
from app.wire.certificate import certificate_among
from app.wire.columns import decode_entries
from app.wire.enrol import LARGEST, EnrolRequest, prove, read_answer, read_code, read_proof
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
    """Empty while nobody has said where it answers on the line."""
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
    certificate: bytes = field(default=b"", repr=False)
    """The district's word for this laptop, as it travels: should its store be lost, and the district's last days too,
    it stands nowhere else."""
    given: Sequence[bytes] = field(default=(), repr=False)
    """Its words for keys that came with passwords that it gave, as they travel: until the next exchange they stand at
    the district and beside this laptop's store alone."""


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
    address = check_address(address)
    message = ask(code_text, keys, person, label=label, program=program)
    connection = line(address)
    try:
        answer = connection.post("/v1/enrol", message, 4 * LARGEST)
    finally:
        connection.close()
    return answered(answer, message, code_text, address)


def ask(code_text: str, keys: DeviceKeys, person: EnrolledPerson, *, label: str = "", program: str = "") -> bytes:
    """The request as it travels, by whatever road. Refused ``enrol_code_misspelt``."""
    code = read_code(code_text)
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
    return prove(asked, code.key)


def answered(answer: bytes, message: bytes, code_text: str, address: str = "") -> Enrolment:
    """What the district answered to `message`; where `address` is empty, its own word for it. Refused
    ``enrol_wrong_hub``, ``exchange_malformed``."""
    said = read_answer(answer, message, read_code(code_text))
    if said.hub != hub_id(said.root_key):
        raise Refused("enrol_wrong_hub")
    entries = decode_entries(said.entries)
    _check_sealed(entries, said.root_key)
    return Enrolment(
        address or _usable(said.address),
        said.hub,
        said.district,
        said.village,
        said.village_name,
        said.root_key,
        said.exchange_key,
        said.ca_pem,
        said.role,
        said.name,
        said.rts,
        tuple(entries),
        certificate_among(entries, DeviceId(read_proof(message).device)),
    )


def _usable(address: str) -> str:
    """The address that the district says, empty where it is none: a stick then serves until somebody fills it in."""
    try:
        return check_address(address) if address else ""
    except Refused:
        return ""


def _check_sealed(entries: Sequence[Entry], root_key: bytes) -> None:
    """Refused ``enrol_wrong_hub`` where the chain does not hold or the root key did not seal its end."""
    try:
        verify_chain(entries)
        last = decode_payload(entries[-1].kind, entries[-1].version, entries[-1].payload) if entries else None
    except Refused as error:
        raise Refused("enrol_wrong_hub") from error
    if not isinstance(last, Sealed) or not seal_holds(last, entries[-1].chain, root_key):
        raise Refused("enrol_wrong_hub")
