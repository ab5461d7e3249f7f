"""A disk that fills up refuses the next save in plain words and keeps every save before it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.entry import Head
from app.domain.errors import Unavailable
from app.domain.ids import ChainId
from app.storage.keys import FLOOR_PRACTICE, KdfParams
from app.storage.vault import OpenVault, Vault
from tests import machine
from tests.machine import fill

PASSWORD = "sawah hijau"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    with machine.small_disk(tmp_path / "disk", "3m") as disk:
        yield disk


@pytest.fixture
def vault(small_disk: Path) -> Iterator[OpenVault]:
    kdf = KdfParams(FLOOR_PRACTICE, 1, 1)
    vault = Vault.create(small_disk / "desa", kind="practice", name="Sari", role="head", password=PASSWORD, kdf=kdf)
    yield vault
    vault.close()


def test_saves_before_the_disk_was_full_stay_and_saving_goes_on_once_there_is_room(
    vault: OpenVault, small_disk: Path
) -> None:
    ballast = fill(small_disk, leave=128 * 1024)
    saved = 0

    def save_for_ever() -> None:
        nonlocal saved
        while True:
            vault.drafts.save("visit", "keluarga", f"q{saved}", "x" * 500)
            saved += 1

    with pytest.raises(Unavailable) as caught:
        save_for_ever()
    assert caught.value.code == "disk_full"
    draft = vault.drafts.load("visit", "keluarga")
    assert draft is not None
    assert len(draft.fields) == saved > 0
    ballast.unlink()
    vault.drafts.save("visit", "keluarga", "after", "ya")
    draft = vault.drafts.load("visit", "keluarga")
    assert draft is not None
    assert len(draft.fields) == saved + 1
    assert vault.database.damage() == ()


def test_a_photo_that_does_not_fit_leaves_nothing_behind(vault: OpenVault, small_disk: Path) -> None:
    fill(small_disk, leave=64 * 1024)
    with pytest.raises(Unavailable) as caught:
        vault.files.put(os.urandom(200_000), "photo")
    assert caught.value.code == "disk_full"
    assert list(vault.files.folder.iterdir()) == []


def test_the_mirror_keeps_what_it_had_and_catches_up_once_there_is_room(vault: OpenVault, small_disk: Path) -> None:
    vault.mirror.append(b"satu", 1)
    ballast = fill(small_disk)
    with pytest.raises(Unavailable) as caught:
        vault.mirror.append(b"dua" * 50_000, 2)
    assert caught.value.code == "disk_full"
    ballast.unlink()
    vault.mirror.append(b"tiga", 3)
    assert [entry.number for entry in vault.mirror.read_with_vault().entries] == [1, 2, 3]


def test_the_anchor_and_the_password_need_no_room(vault: OpenVault, small_disk: Path) -> None:
    vault.anchor.record(ChainId("laptop.1"), Head(1, bytes(32)))
    vault.anchor.record(ChainId("laptop.1"), Head(2, bytes(32)))
    fill(small_disk)
    vault.anchor.record(ChainId("laptop.1"), Head(3, bytes(32)))
    vault.close()
    again = Vault.open(vault.folder, vault.slot_id, PASSWORD)
    assert again.anchor.mark is not None
    assert again.anchor.mark.head.seq == 3
    again.close()


def test_a_change_of_people_that_does_not_fit_changes_nobody(vault: OpenVault, small_disk: Path) -> None:
    fill(small_disk)
    with pytest.raises(Unavailable) as caught:
        vault.people.rename(vault.slot_id, "Nama Baru")
    assert caught.value.code == "disk_full"
    assert vault.name == "Sari"
