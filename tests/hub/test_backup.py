"""Backups of a running district, and the district that comes back from one."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from shutil import copytree

import pytest
from sqlalchemy import select

from app.domain.errors import Problem
from app.hub import tables
from app.hub.backup import back_up, restore
from app.hub.blobs import Blobs
from app.hub.bundles import make_bundle, take_bundle
from app.hub.command import main
from app.hub.district import District, open_district
from app.hub.local import LocalHub
from app.hub.public_address import public_address, set_public_address
from app.wire.bundle import check_bundle
from tests.hub.recipe import changed, commands, section
from tests.machine import open_to_others
from tests.postgres import NewDatabase, Server
from tests.sync.laptop import VILLAGE, Laptop

HOUR = int(timedelta(hours=1).total_seconds() * 1000)


@pytest.mark.both_stores
def test_a_district_comes_back_from_its_backup_and_laptops_send_what_is_missing(
    district: LocalHub, laptop: Laptop, tmp_path: Path, new_database: NewDatabase
) -> None:
    set_public_address(district.district.folder, "https://balai.contoh.go.id")
    photo = laptop.photo("a", 3_000)
    laptop.visit("f-1", photo)
    laptop.exchange(district.url)
    made = back_up(district.district, tmp_path / "backups")  # while it serves
    assert (made.photos, made.copied) == (1, 1)
    later = laptop.photo("b", 3_000)
    laptop.visit("f-2", later)
    laptop.exchange(district.url)
    district.stop()
    data = tmp_path / "back"
    copytree(district.district.folder / "keys", data / "keys")
    assert restore(made.folder, data, new_database()) == 1
    back = LocalHub(data)
    back.start()
    try:
        assert public_address(data) == "https://balai.contoh.go.id"
        assert Blobs(back.district).read(VILLAGE, photo.name) == laptop.evidence.read(photo.name)
        assert "hub_restored" in laptop.exchange(back.url).notices
        with back.district.database.read() as connection:
            visited = connection.execute(
                select(tables.entry.c.subject).where(tables.entry.c.kind == "visit_recorded").distinct()
            ).scalars()
            assert set(visited) >= {"f-1", "f-2"}
        assert Blobs(back.district).read(VILLAGE, later.name) == laptop.evidence.read(later.name)
    finally:
        back.close()


def test_photos_of_the_backup_before_are_linked_and_older_backups_make_room(
    district: LocalHub, laptop: Laptop, tmp_path: Path
) -> None:
    laptop.visit("f-1", laptop.photo("a", 3_000))
    laptop.exchange(district.url)
    target, start = tmp_path / "backups", district.district.now_ms()
    for hour in range(60):
        back_up(at(district.district, start + hour * HOUR), target)
    made = sorted(target.iterdir())
    # of the last two days every one, before that the last of a day
    assert 48 <= len(made) <= 51
    (photo,) = list(made[-1].glob("blobs/*/*"))
    assert photo.stat().st_nlink == len(made)
    assert {open_to_others(path) for path in made[-1].iterdir()} == {0}
    laptop.visit("f-2", laptop.photo("b", 3_000))
    laptop.exchange(district.url)
    last = back_up(at(district.district, start + 500 * 24 * HOUR), target)
    assert (last.photos, last.copied, list(target.iterdir())) == (2, 1, [last.folder])


def at(district: District, now_ms: int) -> District:
    """The same district at another time."""
    return replace(district, now_ms=lambda: now_ms)


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda backup, data: cut(next(backup.glob("hub.d*"))), "hub_backup_damaged"),
        (lambda backup, data: cut(backup / "backup.json"), "hub_backup_unknown"),
        (lambda backup, data: (backup / "backup.json").write_text("[]"), "hub_backup_unknown"),
        (lambda backup, data: open_district(data).close(), "hub_restore_not_empty"),
    ],
)
def test_nothing_is_made_of_a_bad_backup_or_over_another_district(
    district: LocalHub,
    tmp_path: Path,
    new_database: NewDatabase,
    spoil: Callable[[Path, Path], object],
    code: str,
) -> None:
    made, data = back_up(district.district, tmp_path / "backups"), tmp_path / "back"
    spoil(made.folder, data)
    before = sorted(data.rglob("*")) if data.exists() else []
    with pytest.raises(Problem) as refused:
        restore(made.folder, data, new_database())
    assert refused.value.code == code
    assert (sorted(data.rglob("*")) if data.exists() else []) == before


def test_a_database_that_holds_something_is_left_alone(tmp_path: Path, postgresql: Server) -> None:
    district, used = open_district(tmp_path / "hub", database=postgresql.new_database()), postgresql.new_database()
    made = back_up(district, tmp_path / "backups")
    district.close()
    open_district(tmp_path / "other", database=used).close()
    with pytest.raises(Problem) as refused:
        restore(made.folder, tmp_path / "back", used)
    assert refused.value.code == "hub_restore_database_full"
    assert not (tmp_path / "back").exists()


def test_a_photo_that_the_backup_lost_is_said(
    district: LocalHub, laptop: Laptop, tmp_path: Path, new_database: NewDatabase
) -> None:
    photo, kept = laptop.photo("a", 3_000), laptop.photo("b", 3_000)
    laptop.visit("f-1", photo, kept)
    laptop.exchange(district.url)
    made = back_up(district.district, tmp_path / "backups")
    (made.folder / "blobs" / VILLAGE / photo.name).unlink()
    with pytest.raises(Problem) as told:
        restore(made.folder, tmp_path / "back", new_database())
    assert told.value.code == "hub_backup_photos_missing"
    with closing(open_district(tmp_path / "back", keys=district.district.folder / "keys")) as back:
        bundle = tmp_path / "kabupaten.balai"
        bundle.write_bytes(b"".join(make_bundle(back, VILLAGE)))
        laptop.sticks.take(bundle, lambda step: None, lambda: False)
        assert photo.name in laptop.evidence.waiting(), "a village without a line is asked for it too"
        assert kept.name not in laptop.evidence.waiting()
        (made_there,) = laptop.write_stick(tmp_path / "stick").paths
        with made_there.open("rb") as file:
            take_bundle(back, file, check_bundle(file, made_there.stat().st_size))
        assert Blobs(back).read(VILLAGE, photo.name) == laptop.evidence.read(photo.name)


@pytest.mark.both_stores
def test_the_commands_of_the_documents_make_a_backup_and_restore_it(
    tmp_path: Path, new_database: NewDatabase, capsys: pytest.CaptureFixture[str]
) -> None:
    address = new_database()
    hub = ["--data", str(tmp_path / "hub"), "--keys", str(tmp_path / "keys")]
    first = ["--database", address] if address else []
    assert main([*hub, *first, "code", "--village", VILLAGE, "--person", "Siti"]) == 0
    (told,) = re.findall(r"`hub (backup \S+)`", section("Backup and restore"))
    assert main([*hub, *changed(told, {"/var/backups/balai": str(tmp_path / "made")}).split()]) == 0
    (made,) = (tmp_path / "made").iterdir()
    line = commands("Backup and restore", "hub")[1 if address else 0]
    changes = {"/var/backups/balai/20261128T010000Z": str(made)}
    changes |= {"postgresql:///balai": new_database()} if address else {}
    back = ["--data", str(tmp_path / "back"), *hub[2:], *changed(line, changes).split()[1:]]
    assert main(back) == 0
    assert "Pulih" in capsys.readouterr().out
    restored = open_district(tmp_path / "back", keys=tmp_path / "keys")
    with restored.database.read() as connection:
        assert connection.execute(select(tables.code.c.village)).scalars().all() == [VILLAGE]
    restored.close()
    assert (tmp_path / "back" / "hub.db").exists() == (not address)
    assert main(back) == 1
    assert "Pakai folder kosong" in capsys.readouterr().err
