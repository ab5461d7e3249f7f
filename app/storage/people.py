"""Who may unlock a vault: adding, removing, renaming, roles, passwords, one-time codes, the district's way in.

Nobody but the person himself ever gets at his signing seed: a password that somebody else resets comes with a new
signing key, which the district has to certify again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.domain.errors import Refused
from app.domain.ids import PersonId
from app.storage import recovery, slots
from app.storage.keys import check_password
from app.storage.slots import PersonSlot, Secret, Slots

MANAGERS = frozenset({"head", "operator"})
"""Roles that may add, remove and change people of this laptop; only a head may touch a head."""

CODES_AT_ONCE = 3


class People:
    """The people of an unlocked vault, as the person at the desk may see and change them."""

    def __init__(
        self, folder: Path, state: Slots, secret: Secret, slot_id: str, written: Callable[[int], None]
    ) -> None:
        """`written` hears the generation of the slots file after each change."""
        self._folder = folder
        self._state = state
        self._secret = secret
        self._own = slot_id
        self._written = written

    @property
    def me(self) -> PersonSlot:
        """The slot of the person at the desk."""
        return self._state.slot(self._own)

    @property
    def generation(self) -> int:
        """Grows with every change of the slots file."""
        return self._state.generation

    def all(self) -> tuple[PersonSlot, ...]:
        """Every person of this laptop."""
        return self._state.people

    def check_password(self, password: str) -> None:
        """Locked ``password_wrong`` where it is not that of the person at the desk: he is asked once more before what
        cannot be taken back."""
        slots.unseal_person(self._state, self.me, password)

    def check_removal(self, slot_id: str) -> None:
        """What `remove` would refuse, while nothing was changed yet."""
        self._may_manage(self._state.slot(slot_id).role)
        _keep_a_manager(tuple(slot for slot in self._state.people if slot.id != slot_id))

    def close_slots(self, persons: Collection[PersonId]) -> bool:
        """Take the way in of people who handed this laptop over, as the journal says; whether there was one to take.

        The journal's word counts, whoever sits at the desk; somebody who can unlock is always left.
        """
        rest = tuple(slot for slot in self._state.people if slot.person not in persons)
        if not rest or len(rest) == len(self._state.people):
            return False
        self._write(people=rest, codes=tuple(code for code in self._state.codes if code.person not in persons))
        return True

    def check_manages(self, *roles: str) -> None:
        """Refused ``not_allowed`` where the person at the desk may not change people of one of these roles."""
        for role in roles:
            self._may_manage(role)

    def add(self, name: str, role: str, password: str, person: PersonId | None = None) -> PersonSlot:
        """Give a new person a slot and a signing key. Refused ``not_allowed``, ``role_unknown``, ``password_short``,
        ``person_exists``, ``name_missing``."""
        self._may_manage(role)
        slots.check_role(role)
        check_password(password)
        if person is not None and any(slot.person == person for slot in self._state.people):
            raise Refused("person_exists")
        secret = Secret(self._secret.vault_key, os.urandom(32))
        slot = slots.seal_person(
            self._state,
            secret,
            password,
            self.me.kdf,
            slot_id=slots.new_id(),
            person=person or PersonId(slots.new_id()),
            name=clean_name(name),
            role=role,
        )
        self._write(people=(*self._state.people, slot))
        return slot

    def remove(self, slot_id: str) -> None:
        """Take a person's way in. Refused ``not_allowed``, ``last_manager``, ``slot_unknown``.

        An older copy of the slots file together with his password still opens the vault as it was then.
        """
        gone = self._state.slot(slot_id)
        self._may_manage(gone.role)
        rest = tuple(slot for slot in self._state.people if slot.id != slot_id)
        _keep_a_manager(rest)
        codes = tuple(code for code in self._state.codes if code.person != gone.person)
        self._write(people=rest, codes=codes)

    def rename(self, slot_id: str, name: str) -> None:
        """Change the name on the lock screen. Refused ``not_allowed``, ``name_missing``."""
        slot = self._state.slot(slot_id)
        if slot_id != self._own:
            self._may_manage(slot.role)
        self._put(msgspec.structs.replace(slot, name=clean_name(name)))

    def change_role(self, slot_id: str, role: str) -> None:
        """Give a person another role. Refused ``not_allowed``, ``role_unknown``, ``last_manager``."""
        slot = self._state.slot(slot_id)
        slots.check_role(role)
        self._may_manage(slot.role)
        self._may_manage(role)
        self._put(msgspec.structs.replace(slot, role=role))

    def change_password(self, old: str, new: str) -> None:
        """The own password. Locked ``password_wrong``; Refused ``password_short``. One's one-time codes stay good."""
        check_password(new)
        slots.unseal_person(self._state, self.me, old)
        self._put(self._resealed(self.me, self._secret, new))

    def reset_password(self, slot_id: str, new: str) -> PersonSlot:
        """Give somebody a new password and a new signing key. Refused ``not_allowed``, ``password_short``."""
        slot = self._state.slot(slot_id)
        if self.me.role != "head" or slot_id == self._own:
            raise Refused("not_allowed")
        check_password(new)
        changed = self._resealed(slot, Secret(self._secret.vault_key, os.urandom(32)), new)
        codes = tuple(code for code in self._state.codes if code.person != slot.person)
        self._put(changed, codes=codes)
        return changed

    def issue_codes(self, count: int = CODES_AT_ONCE) -> tuple[str, ...]:
        """New one-time codes for the person at the desk; codes issued before are void."""
        codes = tuple(recovery.new_code() for _ in range(count))
        sealed = tuple(recovery.seal_code(self._state, self._secret, self.me.person, code) for code in codes)
        others = tuple(slot for slot in self._state.codes if slot.person != self.me.person)
        self._write(codes=others + sealed)
        return codes

    def codes_left(self) -> int:
        """How many one-time codes the person at the desk has not used."""
        return sum(slot.person == self.me.person for slot in self._state.codes)

    def set_district(self, public_key: bytes) -> None:
        """Let the district open this vault with its private key. Refused ``not_allowed``, ``public_key_bad``."""
        if len(self._state.people) > 1:
            self._may_manage("operator")
        self._write(district=recovery.seal_district(self._state, self._secret.vault_key, public_key))

    def take_certified(self, name: str, role: str, password: str) -> None:
        """Become who the district's certificate says, on a laptop that only this person uses so far.

        An enumerator may so have a laptop of his own, where nobody manages people and the district resets passwords.
        Refused ``not_allowed`` where others have a place here; Locked ``password_wrong``.
        """
        slots.check_role(role)
        if len(self._state.people) > 1:
            raise Refused("not_allowed")
        slots.unseal_person(self._state, self.me, password)
        certified = msgspec.structs.replace(self.me, name=clean_name(name), role=role)
        self._write(people=(self._resealed(certified, self._secret, password),))

    def follow_certificate(self, name: str, role: str) -> None:
        """Become, in the own slot, who the district's newest certificate says; bound into the sealing at the next
        unlocking. No manager is asked and none need be left: the district's word counts, and it resets passwords."""
        slots.check_role(role)
        followed = msgspec.structs.replace(self.me, name=clean_name(name), role=role)
        self._write(people=tuple(followed if slot.id == self._own else slot for slot in self._state.people))

    def spend_code(self, code_id: str, new: str) -> None:
        """Set a new password after unlocking with a one-time code, and void that code; the signing key stays."""
        rest = tuple(code for code in self._state.codes if code.id != code_id)
        self._put(self._resealed(self.me, self._secret, new), codes=rest)

    def settle_role(self, password: str) -> None:
        """Bind the own slot's sealing to a role that was changed since the last unlocking."""
        if self.me.sealed_role != self.me.role:
            self._put(self._resealed(self.me, self._secret, password))

    def _resealed(self, slot: PersonSlot, secret: Secret, password: str) -> PersonSlot:
        return _resealed(self._state, slot, secret, password)

    def _may_manage(self, role: str) -> None:
        mine = self.me.role
        if mine not in MANAGERS or (role == "head" and mine != "head"):
            raise Refused("not_allowed")

    def _put(self, changed: PersonSlot, **more: object) -> None:
        people = tuple(changed if slot.id == changed.id else slot for slot in self._state.people)
        if any(slot.role in MANAGERS for slot in self._state.people):
            _keep_a_manager(people)
        self._write(people=people, **more)

    def _write(self, **changes: object) -> None:
        changed = msgspec.structs.replace(self._state, **changes)
        self._state = slots.write(self._folder, changed, self._secret.vault_key)
        self._written(self._state.generation)


def _resealed(state: Slots, slot: PersonSlot, secret: Secret, password: str) -> PersonSlot:
    """The same person's slot with another password or secret."""
    return slots.seal_person(
        state, secret, password, slot.kdf, slot_id=slot.id, person=slot.person, name=slot.name, role=slot.role
    )


def reset_by_district(folder: Path, private_key: X25519PrivateKey, slot_id: str, new: str) -> None:
    """Give a person a new password and a new signing key with the district's private key, where nobody can unlock.

    Refused ``district_slot_missing``, ``seal_broken``, ``slots_altered``, ``slot_unknown``, ``password_short``.
    """
    check_password(new)
    state = slots.read(folder)
    vault_key = recovery.unseal_district(state, private_key)
    slot = state.slot(slot_id)
    changed = _resealed(state, slot, Secret(vault_key, os.urandom(32)), new)
    people = tuple(changed if other.id == slot_id else other for other in state.people)
    codes = tuple(code for code in state.codes if code.person != slot.person)
    slots.write(folder, msgspec.structs.replace(state, people=people, codes=codes), vault_key)


def clean_name(name: str) -> str:
    """A name without stray spaces; Refused ``name_missing``."""
    clean = " ".join(name.split())
    if not clean:
        raise Refused("name_missing")
    return clean


def _keep_a_manager(people: tuple[PersonSlot, ...]) -> None:
    if not any(slot.role in MANAGERS for slot in people):
        raise Refused("last_manager")
