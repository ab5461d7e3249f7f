"""One photo that comes by two roads at the same moment stays whole at the district."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from starlette.requests import ClientDisconnect

from app.domain.errors import Unavailable
from app.domain.payloads import Evidence
from app.hub.blobs import Blobs
from app.hub.bundles import take_bundle
from app.hub.local import LocalHub
from app.wire.bundle import check_bundle
from tests.sync.conftest import NewLaptop
from tests.sync.laptop import VILLAGE, Laptop

pytestmark = pytest.mark.both_stores
PIECE = 30_000
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def laptop(hub: LocalHub, new_laptop: NewLaptop) -> Laptop:
    """An enrolled laptop."""
    found = new_laptop()
    found.enrol(hub)
    return found


@pytest.fixture
def photo(laptop: Laptop) -> Evidence:
    """A photo that waits."""
    found = laptop.photo("rumah", 60_000)
    laptop.visit("f-1", found)
    return found


@pytest.fixture
def stick(laptop: Laptop, photo: Evidence, tmp_path: Path) -> Path:
    """A stick with the photo; the district has heard of it by line."""
    (made,) = laptop.write_stick(tmp_path / "stick").paths
    assert laptop.exchanger().run(bytes_most=0).photos_left == 1
    return made


def content_of(laptop: Laptop, photo: Evidence) -> bytes:
    """What the laptop holds."""
    found = laptop.evidence.read(photo.name)
    assert found is not None
    return found


def read_at(hub: LocalHub, stick: Path) -> int:
    """A stick is read at the district; how many photos were new."""
    with stick.open("rb") as file:
        return take_bundle(hub.district, file, check_bundle(file, stick.stat().st_size)).photos


@pytest.mark.parametrize("cut", [False, True])
def test_a_stick_is_read_while_a_line_brings_its_photo(
    hub: LocalHub, laptop: Laptop, photo: Evidence, stick: Path, cut: bool
) -> None:
    content = content_of(laptop, photo)

    async def line() -> AsyncIterator[bytes]:
        yield content[:PIECE]
        assert Blobs(hub.district).have(VILLAGE, photo.name) == PIECE
        assert read_at(hub, stick) == 1
        if not cut:
            yield content[PIECE:]

    assert asyncio.run(Blobs(hub.district).append(VILLAGE, photo.name, 0, line())) == len(content)
    assert Blobs(hub.district).read(VILLAGE, photo.name) == content
    assert [path.name for path in (hub.district.blobs / VILLAGE).iterdir()] == [photo.name]
    outcome = laptop.exchange()
    assert (outcome.photos_left, outcome.notices) == (0, ())
    assert Blobs(hub.district).read(VILLAGE, photo.name) == content


def test_what_a_line_had_begun_is_gone_once_a_stick_has_brought_the_whole(
    hub: LocalHub, laptop: Laptop, photo: Evidence, stick: Path
) -> None:
    async def line() -> AsyncIterator[bytes]:
        yield content_of(laptop, photo)[:PIECE]

    assert asyncio.run(Blobs(hub.district).append(VILLAGE, photo.name, 0, line())) == PIECE
    assert read_at(hub, stick) == 1
    assert [path.name for path in (hub.district.blobs / VILLAGE).iterdir()] == [photo.name]
    assert Blobs(hub.district).read(VILLAGE, photo.name) == content_of(laptop, photo)


@pytest.mark.skipif(sys.platform == "win32", reason="one process serves there")
@pytest.mark.usefixtures("stick")
def test_two_processes_do_not_write_on_in_one_photo(hub: LocalHub, laptop: Laptop, photo: Evidence) -> None:
    content = content_of(laptop, photo)
    refused: list[str] = []

    async def rest() -> AsyncIterator[bytes]:
        yield content[PIECE:]

    async def line() -> AsyncIterator[bytes]:
        yield content[:PIECE]
        with pytest.raises(Unavailable) as found:
            await Blobs(hub.district).append(VILLAGE, photo.name, PIECE, rest())
        refused.append(found.value.code)
        yield content[PIECE:]

    assert asyncio.run(Blobs(hub.district).append(VILLAGE, photo.name, 0, line())) == len(content)
    assert refused == ["hub_busy"]
    assert Blobs(hub.district).read(VILLAGE, photo.name) == content


@pytest.mark.skipif(sys.platform == "win32", reason="one process serves there")
@pytest.mark.parametrize("process", ["same", "other"])
def test_who_comes_again_before_his_broken_line_is_noticed_goes_on(
    hub: LocalHub, laptop: Laptop, photo: Evidence, process: str
) -> None:
    """The district is the last to know that a line broke: it told whoever came again to wait half a minute."""
    laptop.exchanger().run(bytes_most=0)
    content = content_of(laptop, photo)
    first = Blobs(hub.district)
    second = first if process == "same" else Blobs(hub.district)
    again: list[asyncio.Task[int]] = []

    async def rest() -> AsyncIterator[bytes]:
        yield content[PIECE:]

    async def breaks() -> AsyncIterator[bytes]:
        yield content[:PIECE]
        again.append(asyncio.create_task(second.append(VILLAGE, photo.name, PIECE, rest())))
        _, waiting = await asyncio.wait(again, timeout=1)
        assert waiting, "told to come back later"
        raise ClientDisconnect

    async def both() -> int:
        with pytest.raises(ClientDisconnect):
            await first.append(VILLAGE, photo.name, 0, breaks())
        return await again[0]

    assert asyncio.run(both()) == len(content)
    assert first.read(VILLAGE, photo.name) == content


DIES = """
import os, sys
from pathlib import Path
from app.hub import blobs
from app.hub.bundles import take_bundle
from app.hub.district import open_district
from app.wire.bundle import check_bundle
os.replace = lambda *paths: os._exit(9)  # the current fails once the file is written and before it has its name
stick = Path(sys.argv[2])
with stick.open("rb") as file:
    take_bundle(open_district(Path(sys.argv[1])), file, check_bundle(file, stick.stat().st_size))
"""


def test_a_stick_s_photo_that_a_power_cut_left_unfinished_is_cleared_away_at_the_next_start(
    hub: LocalHub, laptop: Laptop, photo: Evidence, stick: Path
) -> None:
    ended = subprocess.run([sys.executable, "-c", DIES, str(hub.district.folder), str(stick)], cwd=ROOT, check=False)
    assert ended.returncode == 9
    (left,) = hub.district.unfinished.iterdir()
    assert left.stat().st_size == photo.size
    assert Blobs(hub.district).have(VILLAGE, photo.name) == 0
    hub.stop()
    hub.start()
    assert list(hub.district.unfinished.iterdir()) == []
    assert read_at(hub, stick) == 1
    assert Blobs(hub.district).read(VILLAGE, photo.name) == content_of(laptop, photo)
    assert list(hub.district.unfinished.iterdir()) == []
