"""People of a vault: who may change whom, and what each change leaves to whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.domain.errors import Locked, Problem, Refused
from app.storage.keys import FLOOR_PRACTICE, KdfParams
from app.storage.people import People
from app.storage.vault import OpenVault, Vault

CHEAP = KdfParams(FLOOR_PRACTICE, 1, 1)
HEAD, OTHER = "sawah hijau", "kebun kopi"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "desa"


@pytest.fixture
def head(folder: Path) -> Iterator[OpenVault]:
    vault = Vault.create(folder, kind="practice", name="Kepala", role="head", password=HEAD, kdf=CHEAP)
    yield vault
    vault.close()


def as_other(folder: Path, head: OpenVault, role: str) -> OpenVault:
    slot = head.people.add("Orang", role, OTHER)
    head.close()
    return Vault.open(folder, slot.id, OTHER)


def test_everybody_has_a_signing_key_of_his_own(folder: Path, head: OpenVault) -> None:
    other = as_other(folder, head, "enumerator")
    assert other.signing_key.private_bytes_raw() != head.signing_key.private_bytes_raw()
    assert other.subkey("database") == head.subkey("database")
    other.close()


def test_a_new_role_counts_at_once_and_is_sealed_at_the_next_unlocking(folder: Path, head: OpenVault) -> None:
    slot = head.people.add("Orang", "enumerator", OTHER)
    head.people.change_role(slot.id, "operator")
    head.close()
    other = Vault.open(folder, slot.id, OTHER)
    assert (other.role, other.people.me.sealed_role) == ("operator", "operator")
    other.close()
    again = Vault.open(folder, slot.id, OTHER)
    assert again.role == "operator"
    again.close()


def test_the_own_password_changes_only_with_the_old_one(folder: Path, head: OpenVault) -> None:
    with pytest.raises(Locked):
        head.people.change_password("bukan ini", "kata sandi baru")
    head.people.change_password(HEAD, "kata sandi baru")
    head.close()
    with pytest.raises(Locked):
        Vault.open(folder, head.slot_id, HEAD)
    again = Vault.open(folder, head.slot_id, "kata sandi baru")
    assert again.signing_key.private_bytes_raw() == head.signing_key.private_bytes_raw()
    again.close()


def test_a_password_that_the_head_resets_comes_with_a_new_signature_and_voids_codes(
    folder: Path, head: OpenVault
) -> None:
    other = as_other(folder, head, "enumerator")
    code = other.people.issue_codes(1)[0]
    other.close()
    again = Vault.open(folder, head.slot_id, HEAD)
    changed = again.people.reset_password(other.slot_id, "kata sandi baru")
    again.close()
    assert changed.public_key != other.people.me.public_key
    with pytest.raises(Locked) as caught:
        Vault.open_with_code(folder, other.slot_id, code, "kata sandi lain")
    assert caught.value.code == "code_wrong"
    Vault.open(folder, other.slot_id, "kata sandi baru").close()


def test_who_is_removed_no_longer_opens(folder: Path, head: OpenVault) -> None:
    slot = head.people.add("Orang", "viewer", OTHER)
    head.people.remove(slot.id)
    head.close()
    with pytest.raises(Refused) as caught:
        Vault.open(folder, slot.id, OTHER)
    assert caught.value.code == "slot_unknown"


def test_new_codes_void_the_ones_before(folder: Path, head: OpenVault) -> None:
    old = head.people.issue_codes()[0]
    head.people.issue_codes()
    assert head.people.codes_left() == 3
    head.close()
    with pytest.raises(Locked):
        Vault.open_with_code(folder, head.slot_id, old, "kata sandi baru")


ACTS: list[Callable[[People, str], object]] = [
    lambda people, head: people.add("Baru", "head", "kata sandi"),
    lambda people, head: people.remove(head),
    lambda people, head: people.rename(head, "Lain"),
    lambda people, head: people.change_role(head, "viewer"),
    lambda people, head: people.change_role(people.me.id, "head"),
    lambda people, head: people.reset_password(head, "kata sandi"),
]


@pytest.mark.parametrize("role", ["enumerator", "operator", "second_signer", "viewer"])
def test_nobody_below_a_head_touches_a_head_or_becomes_one(folder: Path, head: OpenVault, role: str) -> None:
    other = as_other(folder, head, role)
    for act in ACTS:
        with pytest.raises(Problem) as caught:
            act(other.people, head.slot_id)
        assert caught.value.code == "not_allowed"
    other.close()


@pytest.mark.parametrize("role", ["enumerator", "second_signer", "viewer"])
def test_who_does_not_manage_adds_nobody_but_names_himself(folder: Path, head: OpenVault, role: str) -> None:
    other = as_other(folder, head, role)
    with pytest.raises(Refused) as caught:
        other.people.add("Baru", "viewer", "kata sandi")
    assert caught.value.code == "not_allowed"
    other.people.rename(other.slot_id, "Nama Benar")
    assert other.name == "Nama Benar"
    other.close()


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (lambda people: people.remove(people.me.id), "last_manager"),
        (lambda people: people.change_role(people.me.id, "viewer"), "last_manager"),
        (lambda people: people.change_role(people.me.id, "king"), "role_unknown"),
        (lambda people: people.add("", "viewer", "kata sandi"), "name_missing"),
        (lambda people: people.add("Baru", "viewer", "pendek"), "password_short"),
        (lambda people: people.add("Baru", "viewer", "kata sandi", people.me.person), "person_exists"),
        (lambda people: people.reset_password(people.me.id, "kata sandi"), "not_allowed"),
        (lambda people: people.set_district(bytes(5)), "public_key_bad"),
        (lambda people: people.rename("nobody", "Baru"), "slot_unknown"),
    ],
)
def test_a_change_that_makes_no_sense_is_refused_and_changes_nothing(
    head: OpenVault, act: Callable[[People], object], code: str
) -> None:
    before = head.people.generation
    with pytest.raises(Refused) as caught:
        act(head.people)
    assert caught.value.code == code
    assert head.people.generation == before
