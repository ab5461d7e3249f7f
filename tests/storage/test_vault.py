"""A vault appears whole, opens for its people one program at a time, and lets wrong passwords wait."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.domain.entry import Head
from app.domain.errors import Locked, Problem, Refused
from app.domain.ids import ChainId, PersonId
from app.storage import slots
from app.storage.keys import FLOOR_PRACTICE, KdfParams
from app.storage.throttle import Throttle
from app.storage.vault import ANCHOR, LOCK, STORE, OpenVault, Vault

CHEAP = KdfParams(FLOOR_PRACTICE, 1, 1)
PASSWORD = "sawah hijau"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "desa"


@pytest.fixture
def vault(folder: Path) -> Iterator[OpenVault]:
    vault = Vault.create(folder, kind="practice", name=" Ibu  Wayan ", role="head", password=PASSWORD, kdf=CHEAP)
    yield vault
    vault.close()


def refusal(folder: Path, slot_id: str, password: str = PASSWORD) -> Problem:
    with pytest.raises(Problem) as caught:
        Vault.open(folder, slot_id, password)
    return caught.value


def test_a_new_vault_is_open_for_its_first_person(vault: OpenVault) -> None:
    assert (vault.name, vault.role, vault.kind) == ("Ibu Wayan", "head", "practice")
    assert vault.people.me.public_key == vault.signing_key.public_key().public_bytes_raw()
    assert vault.findings == ()


def test_everything_is_as_it_was_left(vault: OpenVault, folder: Path) -> None:
    photo = vault.files.put(b"foto rumah", "photo")
    vault.settings.put("language", "id")
    vault.anchor.record(ChainId("laptop.1"), Head(1, bytes(32)))
    vault.mirror.append(b"catatan", 1)
    keys = vault.subkey("backup"), vault.signing_key.private_bytes_raw()
    vault.close()
    again = Vault.open(folder, vault.slot_id, PASSWORD)
    assert again.files.open(photo.name) == b"foto rumah"
    assert again.settings.get("language") == "id"
    assert again.anchor.mark is not None
    assert again.anchor.mark.head.seq == 1
    assert [entry.content for entry in again.mirror.read_with_vault().entries] == [b"catatan"]
    assert (again.subkey("backup"), again.signing_key.private_bytes_raw()) == keys
    assert (again.person_id, again.vault_id) == (vault.person_id, vault.vault_id)
    again.close()


def test_the_same_vault_does_not_open_twice(vault: OpenVault, folder: Path) -> None:
    assert refusal(folder, vault.slot_id).code == "vault_in_use"
    program = f"""
import sys
from pathlib import Path
from app.domain.errors import Refused
from app.storage.vault import Vault
try:
    Vault.open(Path(sys.argv[1]), {vault.slot_id!r}, {PASSWORD!r})
except Refused as problem:
    sys.exit(7 if problem.code == "vault_in_use" else 1)
"""
    assert subprocess.run([sys.executable, "-c", program, str(folder)], check=False).returncode == 7


def test_a_vault_is_free_again_after_a_refusal(vault: OpenVault, folder: Path) -> None:
    vault.close()
    assert refusal(folder, vault.slot_id, "bukan ini").code == "password_wrong"
    assert refusal(folder, "nobody").code == "slot_unknown"
    Vault.open(folder, vault.slot_id, PASSWORD).close()


def test_a_vault_is_never_made_over_something_else(vault: OpenVault, folder: Path) -> None:
    before = {path.name for path in folder.iterdir()}
    with pytest.raises(Refused) as caught:
        Vault.create(folder, kind="practice", name="Pak", role="head", password=PASSWORD, kdf=CHEAP)
    assert caught.value.code == "vault_exists"
    assert {path.name for path in folder.iterdir()} == before


def test_a_vault_that_could_not_be_made_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ArithmeticError

    monkeypatch.setattr("app.storage.slots.write", broken)
    with pytest.raises(ArithmeticError):
        Vault.create(tmp_path / "desa", kind="practice", name="Pak", role="head", password=PASSWORD, kdf=CHEAP)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"password": "pendek"}, "password_short"),
        ({"role": "king"}, "role_unknown"),
        ({"role": "enumerator"}, "not_allowed"),
        ({"name": "  "}, "name_missing"),
        ({"kind": "real"}, "kdf_weak"),
    ],
)
def test_a_vault_that_makes_no_sense_is_refused(tmp_path: Path, changes: dict[str, str], code: str) -> None:
    wanted = {"kind": "practice", "name": "Pak", "role": "head", "password": PASSWORD} | changes
    with pytest.raises(Refused) as caught:
        Vault.create(tmp_path / "desa", kdf=CHEAP, **wanted)  # type: ignore[arg-type]  # wrong on purpose
    assert caught.value.code == code
    assert list(tmp_path.iterdir()) == []


def test_a_missing_or_emptied_store_is_named(vault: OpenVault, folder: Path) -> None:
    vault.close()
    (folder / STORE).write_bytes(b"")
    assert refusal(folder, vault.slot_id).code == "store_empty"
    (folder / STORE).unlink()
    assert refusal(folder, vault.slot_id).code == "store_missing"


@pytest.mark.parametrize("broken", [None, b"", b"rusak" * 1000])
def test_a_broken_store_is_put_aside_and_the_mirror_still_has_everything(
    vault: OpenVault, folder: Path, broken: bytes | None
) -> None:
    vault.anchor.record(ChainId("laptop.1"), Head(1, bytes(32)))
    vault.mirror.append(b"catatan", 1)
    vault.close()
    store = folder / STORE
    if broken is None:
        store.unlink()
    else:
        store.write_bytes(broken)
    again = Vault.open_with_new_store(folder, vault.slot_id, PASSWORD)
    assert [entry.content for entry in again.mirror.read_with_vault().entries] == [b"catatan"]
    with pytest.raises(Refused) as caught:
        again.anchor.verify(lambda chain, seq: None)
    assert caught.value.code == "journal_behind_anchor"
    again.drafts.save("visit", "keluarga", "roof", "3")
    again.close()
    assert [path.read_bytes() for path in folder.glob("aside-*.db")] == ([] if broken is None else [broken])
    Vault.open(folder, vault.slot_id, PASSWORD).close()


def test_a_wrong_password_puts_no_store_aside(vault: OpenVault, folder: Path) -> None:
    vault.close()
    before = (folder / STORE).read_bytes()
    with pytest.raises(Locked):
        Vault.open_with_new_store(folder, vault.slot_id, "bukan ini")
    assert (folder / STORE).read_bytes() == before


def test_another_vaults_store_is_not_taken_for_ones_own(vault: OpenVault, folder: Path, tmp_path: Path) -> None:
    other = Vault.create(tmp_path / "lain", kind="practice", name="B", role="head", password=PASSWORD, kdf=CHEAP)
    other.close()
    vault.close()
    (folder / STORE).write_bytes((tmp_path / "lain" / STORE).read_bytes())
    assert refusal(folder, vault.slot_id).code == "store_key_wrong"


def test_a_lost_anchor_does_not_pass_unnoticed(vault: OpenVault, folder: Path) -> None:
    vault.close()
    (folder / ANCHOR).unlink()
    again = Vault.open(folder, vault.slot_id, PASSWORD)
    with pytest.raises(Refused) as caught:
        again.anchor.verify(lambda chain, seq: None)
    assert caught.value.code == "anchor_missing"
    again.close()


def test_wrong_passwords_make_the_next_try_wait(vault: OpenVault, folder: Path, tmp_path: Path) -> None:
    vault.close()
    now = [1000.0]
    throttle = Throttle(tmp_path / "tries", wall=lambda: now[0], steady=lambda: now[0])
    for _ in range(4):
        with pytest.raises(Locked) as caught:
            Vault.open(folder, vault.slot_id, "bukan ini", throttle)
    assert (caught.value.code, caught.value.facts) == ("password_wrong", {"wait": 5})
    with pytest.raises(Locked) as caught:
        Vault.open(folder, vault.slot_id, PASSWORD, throttle)
    assert (caught.value.code, caught.value.facts) == ("wait", {"seconds": 5})
    now[0] += 5
    Vault.open(folder, vault.slot_id, PASSWORD, throttle).close()
    throttle.begin(vault.slot_id)
    assert throttle.wait_seconds(vault.slot_id) == 0, "the right password has forgotten the wrong ones"


def test_a_code_opens_once_and_sets_a_new_password(vault: OpenVault, folder: Path) -> None:
    code, second, _ = vault.people.issue_codes()
    seed = vault.signing_key.private_bytes_raw()
    vault.close()
    opened = Vault.open_with_code(folder, vault.slot_id, code.upper(), "kata sandi baru")
    assert opened.signing_key.private_bytes_raw() == seed
    assert opened.people.codes_left() == 2
    opened.close()
    with pytest.raises(Locked) as caught:
        Vault.open_with_code(folder, vault.slot_id, code, "kata sandi lain")
    assert caught.value.code == "code_wrong"
    assert refusal(folder, vault.slot_id, PASSWORD).code == "password_wrong"
    Vault.open(folder, vault.slot_id, "kata sandi baru").close()
    Vault.open_with_code(folder, vault.slot_id, second, "kata sandi ketiga").close()


def test_a_spent_code_does_not_come_back_with_an_old_slots_file(vault: OpenVault, folder: Path) -> None:
    code = vault.people.issue_codes()[0]
    vault.close()
    old = (folder / slots.FILE).read_bytes()
    Vault.open_with_code(folder, vault.slot_id, code, "kata sandi baru").close()
    for name in (slots.FILE, slots.COPY):
        (folder / name).write_bytes(old)
    with pytest.raises(Refused) as caught:
        Vault.open_with_code(folder, vault.slot_id, code, "kata sandi lain")
    assert caught.value.code == "slots_rolled_back"


def test_an_old_slots_file_is_told_but_keeps_nobody_out(vault: OpenVault, folder: Path) -> None:
    old = (folder / slots.FILE).read_bytes()
    vault.people.rename(vault.slot_id, "Ibu Made")
    vault.close()
    for name in (slots.FILE, slots.COPY):
        (folder / name).write_bytes(old)
    again = Vault.open(folder, vault.slot_id, PASSWORD)
    assert again.findings == ("slots_rolled_back",)
    again.close()


def test_the_district_can_give_a_new_password_but_never_the_old_signature(vault: OpenVault, folder: Path) -> None:
    district = X25519PrivateKey.generate()
    vault.people.set_district(district.public_key().public_bytes_raw())
    before = vault.people.me.public_key
    vault.close()
    Vault.reset_by_district(folder, district, vault.slot_id, "kata sandi baru")
    again = Vault.open(folder, vault.slot_id, "kata sandi baru")
    assert again.people.me.public_key != before
    assert again.people.me.public_key == again.signing_key.public_key().public_bytes_raw()
    again.close()
    with pytest.raises(Refused) as caught:
        Vault.reset_by_district(folder, X25519PrivateKey.generate(), vault.slot_id, "kata sandi lain")
    assert caught.value.code == "seal_broken"


def test_a_vault_without_a_district_says_so(vault: OpenVault, folder: Path) -> None:
    vault.close()
    with pytest.raises(Refused) as caught:
        Vault.reset_by_district(folder, X25519PrivateKey.generate(), vault.slot_id, "kata sandi baru")
    assert caught.value.code == "district_slot_missing"


def test_the_hub_reads_the_mirror_without_any_password(vault: OpenVault, folder: Path) -> None:
    hub = X25519PrivateKey.generate()
    vault.mirror.append(b"satu", 1)
    vault.set_hub_key(hub.public_key().public_bytes_raw())
    vault.mirror.append(b"dua", 2)
    vault.close()
    again = Vault.open(folder, vault.slot_id, PASSWORD)
    again.mirror.append(b"tiga", 3)
    again.close()
    from app.storage.mirror import read_with_hub

    reading = read_with_hub(folder / "mirror", hub)
    assert [entry.content for entry in reading.entries] == [b"satu", b"dua", b"tiga"]


def test_the_person_may_be_given_by_who_enrols_him(tmp_path: Path) -> None:
    vault = Vault.create(
        tmp_path / "desa",
        kind="practice",
        name="Pak",
        role="operator",
        password=PASSWORD,
        kdf=CHEAP,
        person=PersonId("orang"),
    )
    assert vault.person_id == "orang"
    vault.close()


def test_the_lock_file_alone_locks_nothing(vault: OpenVault, folder: Path) -> None:
    vault.close()
    assert (folder / LOCK).exists()
    Vault.open(folder, vault.slot_id, PASSWORD).close()


def test_an_open_vault_shows_no_key(vault: OpenVault) -> None:
    shown = repr(vault)
    assert "signing_key" not in shown
    assert "_secret" not in shown
