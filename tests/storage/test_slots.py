"""The slots file opens for its people alone, and no byte of it can be changed unnoticed."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import Locked, Problem, Refused
from app.domain.ids import PersonId
from app.storage import slots
from app.storage.keys import FLOOR_PRACTICE, KdfParams
from app.storage.slots import COPY, FILE, Secret, Slots

CHEAP = KdfParams(FLOOR_PRACTICE, 1, 1)
PASSWORD = "sawah hijau"
SECRET = Secret(os.urandom(32), os.urandom(32))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    stored(tmp_path)
    return tmp_path


def stored(folder: Path) -> Slots:
    state = slots.empty("desa", "practice")
    slot = slots.seal_person(
        state, SECRET, PASSWORD, CHEAP, slot_id="slot1", person=PersonId("orang1"), name="Ibu Wayan", role="head"
    )
    return slots.write(folder, slots.with_people(state, (slot,)), SECRET.vault_key)


def unlocked(folder: Path, password: str = PASSWORD) -> Secret:
    state = slots.read(folder)
    return slots.unseal_person(state, state.slot("slot1"), password)


def forged(folder: Path, **changes: object) -> None:
    """Change the first person's slot as somebody without any key would, checksum and all."""
    state = slots.read(folder)
    slot = msgspec.structs.replace(state.people[0], **changes)
    body = msgspec.json.encode(slots.with_people(state, (slot,)))
    content = b"balai-slots 1 " + hashlib.sha256(body).hexdigest().encode() + b"\n" + body
    for name in (FILE, COPY):
        (folder / name).write_bytes(content)


def test_the_password_gives_the_keys_back(folder: Path) -> None:
    assert unlocked(folder) == SECRET


def test_another_password_does_not(folder: Path) -> None:
    with pytest.raises(Locked) as caught:
        unlocked(folder, "sawah kuning")
    assert caught.value.code == "password_wrong"


def test_names_and_roles_are_there_before_any_password(folder: Path) -> None:
    people = slots.read(folder).people
    assert [(slot.name, slot.role) for slot in people] == [("Ibu Wayan", "head")]


def test_no_key_lies_readable_in_the_file(folder: Path) -> None:
    content = (folder / FILE).read_bytes()
    for key in (SECRET.vault_key, SECRET.seed):
        assert key not in content
        assert msgspec.json.encode(key)[1:-1] not in content


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(st.data())
def test_any_flipped_byte_is_refused(folder: Path, data: st.DataObject) -> None:
    stored(folder)
    content = bytearray((folder / FILE).read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    for name in (FILE, COPY):
        (folder / name).write_bytes(bytes(content))
    with pytest.raises(Refused) as caught:
        slots.read(folder)
    assert caught.value.code in ("slots_damaged", "slots_newer")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.data())
def test_a_torn_file_is_refused(folder: Path, data: st.DataObject) -> None:
    stored(folder)
    content = (folder / FILE).read_bytes()
    for name in (FILE, COPY):
        (folder / name).write_bytes(content[: data.draw(st.integers(0, len(content) - 1))])
    with pytest.raises(Refused) as caught:
        slots.read(folder)
    assert caught.value.code in ("slots_damaged", "slots_newer")


def test_one_damaged_copy_is_healed_from_the_other(folder: Path) -> None:
    whole = (folder / COPY).read_bytes()
    (folder / FILE).write_bytes(whole[:100])
    assert unlocked(folder) == SECRET
    slots.heal(folder, slots.read(folder))
    assert (folder / FILE).read_bytes() == whole


def test_a_folder_without_slots_is_no_vault(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        slots.read(tmp_path)
    assert caught.value.code == "vault_missing"


def test_a_file_of_a_later_program_is_named_as_such(folder: Path) -> None:
    for name in (FILE, COPY):
        path = folder / name
        path.write_bytes(path.read_bytes().replace(b"balai-slots 1 ", b"balai-slots 2 "))
    with pytest.raises(Refused) as caught:
        slots.read(folder)
    assert caught.value.code == "slots_newer"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"role": "operator"}, "slots_altered"),
        ({"name": "Orang Lain"}, "slots_altered"),
        ({"sealed_role": "operator"}, "password_wrong"),
        ({"person": PersonId("orang2")}, "password_wrong"),
        ({"public_key": bytes(32)}, "password_wrong"),
        ({"kdf": KdfParams(FLOOR_PRACTICE, 1, 2)}, "password_wrong"),
        ({"kdf": KdfParams(1024, 1, 1)}, "kdf_weak"),
        ({"kdf": KdfParams(2**30, 1, 1)}, "kdf_excessive"),
    ],
)
def test_a_change_made_on_purpose_is_found_out(folder: Path, changes: dict[str, object], code: str) -> None:
    forged(folder, **changes)
    with pytest.raises(Problem) as caught:
        unlocked(folder)
    assert caught.value.code == code


def test_an_old_practice_slot_is_too_weak_for_a_real_village(folder: Path) -> None:
    state = msgspec.structs.replace(slots.read(folder), kind="real")
    with pytest.raises(Refused) as caught:
        slots.unseal_person(state, state.slot("slot1"), PASSWORD)
    assert caught.value.code == "kdf_weak"


def test_a_secret_does_not_show_itself() -> None:
    assert repr(SECRET) == "Secret()"
