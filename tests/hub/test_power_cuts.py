"""What the district calls kept has its name on the disk by then: a power cut takes away names that were not flushed."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from app.hub.bundle_out import write_bundle
from app.hub.bundles import take_bundle
from app.hub.district import open_district
from app.hub.local import LocalHub
from app.hub.public_address import set_public_address
from app.hub.tables import evidence
from app.wire.bundle import check_bundle
from tests.postgres import NewDatabase
from tests.sync.laptop import VILLAGE, Laptop

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a name with its file")

Flushed = list[tuple[Path, tuple[str, ...]]]
"""Folders in the order in which they were flushed, each with the names that it held then."""


@pytest.fixture
def flushed(monkeypatch: pytest.MonkeyPatch) -> Flushed:
    """What this process flushes from here on; it is flushed all the same."""
    found: Flushed = []
    real = os.fsync

    def noting(handle: int) -> None:
        real(handle)
        place = Path(f"/proc/self/fd/{handle}").resolve()
        if place.is_dir():
            found.append((place, tuple(sorted(one.name for one in place.iterdir()))))

    if not Path("/proc/self/fd").is_dir():
        pytest.skip("the system does not say which file a handle is")
    monkeypatch.setattr(os, "fsync", noting)
    return found


def by_line(district: LocalHub, laptop: Laptop, folder: Path) -> None:
    laptop.exchange(district.url)


def by_stick(district: LocalHub, laptop: Laptop, folder: Path) -> None:
    (made,) = laptop.write_stick(folder / "stick").paths
    with made.open("rb") as file:
        take_bundle(district.district, file, check_bundle(file, made.stat().st_size))


@pytest.mark.parametrize("road", [by_line, by_stick])
def test_a_photo_has_its_name_before_the_tables_say_that_it_is_held(
    district: LocalHub,
    laptop: Laptop,
    tmp_path: Path,
    flushed: Flushed,
    monkeypatch: pytest.MonkeyPatch,
    road: Callable[[LocalHub, Laptop, Path], None],
) -> None:
    laptop.exchange(district.url)
    photo = laptop.photo("rumah", 60_000)
    laptop.visit("f-1", photo)
    held: list[bool] = []
    real = os.fsync

    def looking(handle: int) -> None:
        real(handle)
        if flushed and flushed[-1][0].name == VILLAGE and photo.name in flushed[-1][1]:
            told = select(evidence.c.held).where(evidence.c.name == photo.name)
            with district.district.database.look() as connection:
                held.append(bool(connection.execute(told).scalar()))

    monkeypatch.setattr(os, "fsync", looking)
    road(district, laptop, tmp_path)
    with district.district.database.look() as connection:
        assert connection.execute(select(evidence.c.held).where(evidence.c.name == photo.name)).scalar()
    assert held, "the photo's folder was never flushed with its name"
    assert held[0] is False
    assert (district.district.blobs, True) in [(place, VILLAGE in names) for place, names in flushed]


@pytest.mark.parametrize("road", [by_line, by_stick])
def test_a_photo_is_on_the_disk_to_its_last_byte_before_its_name_is(
    district: LocalHub,
    laptop: Laptop,
    tmp_path: Path,
    flushed: Flushed,
    monkeypatch: pytest.MonkeyPatch,
    road: Callable[[LocalHub, Laptop, Path], None],
) -> None:
    laptop.exchange(district.url)
    photo = laptop.photo("rumah", 60_000)
    laptop.visit("f-1", photo)
    kept: dict[int, int] = {}
    named: list[tuple[int | None, int]] = []
    real = os.fsync

    def looking(handle: int) -> None:
        real(handle)
        told = os.fstat(handle)
        if stat.S_ISREG(told.st_mode):
            kept[told.st_ino] = told.st_size
        elif flushed[-1][0].name == VILLAGE and photo.name in flushed[-1][1]:
            file = (flushed[-1][0] / photo.name).stat()
            named.append((kept.get(file.st_ino), file.st_size))

    monkeypatch.setattr(os, "fsync", looking)
    road(district, laptop, tmp_path)
    assert named, "the photo's folder was never flushed with its name"
    assert named[0][0] == named[0][1] >= photo.size


def test_a_bundle_has_its_name_on_the_stick_when_it_is_called_written(
    district: LocalHub, laptop: Laptop, tmp_path: Path, flushed: Flushed
) -> None:
    target = tmp_path / "stick" / "kabupaten.balai"
    target.parent.mkdir()
    (made,) = write_bundle(district.district, VILLAGE, target)
    assert (target.parent, (target.name,)) == flushed[-1]
    parts = write_bundle(district.district, VILLAGE, target, made.stat().st_size // 3)
    assert target not in parts
    place, names = flushed[-1]
    assert place == target.parent
    assert {part.name for part in parts} <= set(names)


def test_keys_and_what_the_folder_remembers_outlast_a_power_cut(
    tmp_path: Path, flushed: Flushed, new_database: NewDatabase
) -> None:
    district = open_district(tmp_path / "hub", "Kab. Uji", database=new_database())
    set_public_address(district.folder, "https://balai.uji.go.id")
    district.close()
    seen: dict[Path, set[str]] = {}
    for place, names in flushed:
        seen.setdefault(place, set()).update(names)
    keys = {path.name for path in (tmp_path / "hub" / "keys").iterdir()}
    assert len(keys) == 7
    assert keys <= seen[tmp_path / "hub" / "keys"]
    notes = {"name", "address", "database"} & {path.name for path in (tmp_path / "hub").iterdir()}
    assert notes <= seen[tmp_path / "hub"]
