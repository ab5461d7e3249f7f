"""One-time codes of eight words, to be read over the telephone when a password is forgotten."""

from __future__ import annotations

import hashlib
import os
import secrets
from functools import cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from rapidfuzz.distance import Levenshtein

from app.domain.errors import Locked, Refused
from app.domain.ids import PersonId
from app.shelf.place import resource
from app.storage.keys import KEY_BYTES, derive, new_salt
from app.storage.slots import CodeSlot, DistrictSlot, Secret, Slots, new_id, opened, verify
from app.wire import hpke

CODE_WORDS = 8
"""Eight words out of at least 2,048 are at least 88 bits: too many to guess, so no slow derivation is needed."""

_NONCE_BYTES = 12


@cache
def words() -> tuple[str, ...]:
    """The words that codes are made of, in the order of their file."""
    lines = resource("words-id.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def new_code() -> str:
    """A fresh code: eight words with a space between."""
    return " ".join(secrets.choice(words()) for _ in range(CODE_WORDS))


def read_code(typed: str) -> str:
    """A code as people type it (capitals, hyphens, commas, line ends, one wrong letter a word) in its one spelling.

    Refused ``code_length`` with the number of words found, ``code_word`` with the place of a word that does not exist.
    """
    found = "".join(letter if letter.isalpha() else " " for letter in typed.lower()).split()
    if len(found) != CODE_WORDS:
        raise Refused("code_length", found=len(found), wanted=CODE_WORDS)
    meant = [_meant(word) for word in found]
    for place, word in enumerate(meant, 1):
        if word is None:
            raise Refused("code_word", place=place)
    return " ".join(word for word in meant if word)


def seal_code(slots: Slots, secret: Secret, person: PersonId, code: str) -> CodeSlot:
    """A slot that `code` opens once and that gives `secret`."""
    slot_id, salt, nonce = new_id(), new_salt(), os.urandom(_NONCE_BYTES)
    sealed = AESGCM(_code_key(code, salt)).encrypt(
        nonce, secret.vault_key + secret.seed, _code_bound(slots, slot_id, person)
    )
    return CodeSlot(slot_id, person, salt, nonce, sealed)


def unseal_code(slots: Slots, person: PersonId, code: str) -> tuple[CodeSlot, Secret]:
    """The code slot of `person` that `code` opens, and what it holds; Locked ``code_wrong``."""
    for slot in slots.codes:
        if slot.person != person:
            continue
        try:
            plain = AESGCM(_code_key(code, slot.salt)).decrypt(
                slot.nonce, slot.sealed, _code_bound(slots, slot.id, slot.person)
            )
        except InvalidTag:
            continue
        return slot, opened(slots, plain)
    raise Locked("code_wrong")


def seal_district(slots: Slots, vault_key: bytes, public_key: bytes) -> DistrictSlot:
    """The vault key for the district's eyes alone; Refused ``public_key_bad``."""
    return DistrictSlot(public_key, hpke.seal(public_key, vault_key, _district_info(slots)))


def unseal_district(slots: Slots, private_key: X25519PrivateKey) -> bytes:
    """The vault key by the district's private key; Refused ``district_slot_missing``, ``seal_broken``."""
    if slots.district is None:
        raise Refused("district_slot_missing")
    vault_key = hpke.open_sealed(private_key, slots.district.sealed, _district_info(slots))
    if len(vault_key) != KEY_BYTES:
        raise Refused("seal_broken")
    verify(slots, vault_key)
    return vault_key


def _meant(typed: str) -> str | None:
    """The word itself, or the only word that is one letter away; None where there is no such word or several."""
    if typed in words():
        return typed
    near = [word for word in words() if Levenshtein.distance(typed, word, score_cutoff=1) == 1]
    return near[0] if len(near) == 1 else None


def _code_key(code: str, salt: bytes) -> bytes:
    return derive(hashlib.sha256(code.encode()).digest(), b"balai recovery code 1", salt)


def _code_bound(slots: Slots, slot_id: str, person: PersonId) -> bytes:
    return f"balai code slot 1 {slots.vault} {slot_id} {person}".encode()


def _district_info(slots: Slots) -> bytes:
    return f"balai district slot 1 {slots.vault}".encode()
