"""The slots of a vault: for every person, the vault key and his signing seed, sealed under his password.

The file holds names and roles in plain sight, because the lock screen shows them before there is a key. It stands twice
in the folder, each with a checksum (a torn or rotten file is named), and carries a MAC under the vault key (whoever
changes a name, a role or a cost without the key is found out at the next unlocking).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.domain.errors import Locked, Refused
from app.domain.ids import PersonId
from app.storage.durable import disk_errors, write_whole
from app.storage.keys import (
    FLOOR_PRACTICE,
    FLOOR_REAL,
    KEY_BYTES,
    KdfParams,
    new_salt,
    password_key,
    subkey,
)

Kind = Literal["real", "practice"]
ROLES = frozenset({"enumerator", "operator", "head", "second_signer", "viewer"})

FILE = "slots.json"
COPY = "slots.copy.json"
_MAGIC = b"balai-slots 1 "
_VERSION = 1
_LARGEST_FILE = 1 << 20
_NONCE_BYTES = 12


class PersonSlot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One person's way into the vault."""

    id: str
    person: PersonId
    name: str
    role: str
    sealed_role: str
    """The role that the sealing is bound to; lags behind `role` until the person unlocks again (the MAC holds both)."""
    public_key: bytes
    """The person's Ed25519 public key, so that the district can certify it without his password."""
    kdf: KdfParams
    salt: bytes
    nonce: bytes
    sealed: bytes


class CodeSlot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A one-time way into the vault for one person, sealed under a code of words."""

    id: str
    person: PersonId
    salt: bytes
    nonce: bytes
    sealed: bytes


class DistrictSlot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The district's way: the vault key alone (no signing seed), sealed to the district's public key."""

    public_key: bytes
    sealed: bytes


class Slots(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that the slots file says."""

    version: int
    vault: str
    kind: Kind
    generation: int
    people: tuple[PersonSlot, ...]
    codes: tuple[CodeSlot, ...] = ()
    district: DistrictSlot | None = None
    mac: bytes = b""

    @property
    def floor_kib(self) -> int:
        """Least Argon2id memory that this vault accepts."""
        return FLOOR_PRACTICE if self.kind == "practice" else FLOOR_REAL

    def slot(self, slot_id: str) -> PersonSlot:
        """One person's slot; Refused ``slot_unknown``."""
        for slot in self.people:
            if slot.id == slot_id:
                return slot
        raise Refused("slot_unknown")


@dataclass(frozen=True, slots=True)
class Secret:
    """What an unlocked slot gives; never shown, not even in a crash report."""

    vault_key: bytes = field(repr=False)
    seed: bytes = field(repr=False)


def new_id() -> str:
    """A random name of 12 characters of lower-case base32, as people, slots and devices bear."""
    return base64.b32encode(os.urandom(8))[:12].decode().lower()


def check_role(role: str) -> None:
    """Refused ``role_unknown``."""
    if role not in ROLES:
        raise Refused("role_unknown", role=role)


def seal_person(
    slots: Slots,
    secret: Secret,
    password: str,
    params: KdfParams,
    *,
    slot_id: str,
    person: PersonId,
    name: str,
    role: str,
) -> PersonSlot:
    """A slot that `password` opens and that gives `secret`."""
    salt, nonce = new_salt(), os.urandom(_NONCE_BYTES)
    bare = PersonSlot(slot_id, person, name, role, role, public_key(secret.seed), params, salt, nonce, b"")
    key = password_key(password, salt, params, slots.floor_kib)
    sealed = AESGCM(key).encrypt(nonce, secret.vault_key + secret.seed, _bound(slots, bare))
    return msgspec.structs.replace(bare, sealed=sealed)


def unseal_person(slots: Slots, slot: PersonSlot, password: str) -> Secret:
    """What the slot holds; Locked ``password_wrong``, Refused ``kdf_weak``, ``kdf_excessive``, ``slots_altered``."""
    key = password_key(password, slot.salt, slot.kdf, slots.floor_kib)
    try:
        plain = AESGCM(key).decrypt(slot.nonce, slot.sealed, _bound(slots, slot))
    except (InvalidTag, ValueError) as error:
        raise Locked("password_wrong") from error
    return opened(slots, plain)


def opened(slots: Slots, plain: bytes) -> Secret:
    """The secret in `plain`, once the whole file has proved to be what the vault's people wrote."""
    secret = Secret(plain[:KEY_BYTES], plain[KEY_BYTES:])
    verify(slots, secret.vault_key)
    return secret


def public_key(seed: bytes) -> bytes:
    """The Ed25519 public key (32 bytes) of a signing seed."""
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def verify(slots: Slots, vault_key: bytes) -> None:
    """Refused ``slots_altered`` where the file was changed by somebody without the vault key."""
    if not hmac.compare_digest(slots.mac, _mac(slots, vault_key)):
        raise Refused("slots_altered")


def read(folder: Path) -> Slots:
    """The slots as the folder holds them, from the second copy where the first is damaged.

    Refused ``vault_missing``, ``slots_damaged``, ``slots_newer``.
    """
    problems = []
    for name in (FILE, COPY):
        try:
            return _decode(_content(folder / name))
        except Refused as problem:
            problems.append(problem)
    codes = [problem.code for problem in problems]
    raise problems[1] if codes[0] == "vault_missing" else problems[0]


def write(folder: Path, slots: Slots, vault_key: bytes) -> Slots:
    """Store `slots` as the next generation in both files, and give them as stored."""
    following = msgspec.structs.replace(slots, generation=slots.generation + 1, mac=b"")
    following = msgspec.structs.replace(following, mac=_mac(following, vault_key))
    content = _encode(following)
    write_whole(folder / FILE, content)
    write_whole(folder / COPY, content)
    return following


def heal(folder: Path, slots: Slots) -> None:
    """Make both files say what `slots` (just verified) says, where one of them was damaged or older."""
    content = _encode(slots)
    for name in (FILE, COPY):
        path = folder / name
        if not path.is_file() or path.read_bytes() != content:
            write_whole(path, content)


def empty(vault: str, kind: Kind) -> Slots:
    """Slots of a vault that has no people yet."""
    return Slots(_VERSION, vault, kind, 0, ())


def with_people(slots: Slots, people: tuple[PersonSlot, ...]) -> Slots:
    """The same vault with these people."""
    return msgspec.structs.replace(slots, people=people)


def _bound(slots: Slots, slot: PersonSlot) -> bytes:
    return msgspec.json.encode(
        (
            "balai slot 1",
            slots.vault,
            slots.kind,
            slot.id,
            slot.person,
            slot.sealed_role,
            slot.public_key,
            slot.kdf,
            slot.salt,
        )
    )


def _mac(slots: Slots, vault_key: bytes) -> bytes:
    plain = msgspec.json.encode(msgspec.structs.replace(slots, mac=b""))
    return hmac.digest(subkey(vault_key, "slots"), plain, "sha256")


def _encode(slots: Slots) -> bytes:
    body = msgspec.json.encode(slots)
    return _MAGIC + hashlib.sha256(body).hexdigest().encode() + b"\n" + body


def _content(path: Path) -> bytes:
    with disk_errors():
        if not path.is_file():
            raise Refused("vault_missing")
        if path.stat().st_size > _LARGEST_FILE:
            raise Refused("slots_damaged")
        return path.read_bytes()


def _decode(content: bytes) -> Slots:
    head, _, body = content.partition(b"\n")
    if head.startswith(b"balai-slots ") and not head.startswith(_MAGIC) and len(head) > len(_MAGIC):
        raise Refused("slots_newer")
    if head != _MAGIC + hashlib.sha256(body).hexdigest().encode():
        raise Refused("slots_damaged")
    try:
        return msgspec.json.decode(body, type=Slots)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise Refused("slots_damaged") from error
