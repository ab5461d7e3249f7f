"""A photo whose file is damaged or gone keeps no other photo from travelling, by whatever road, and it is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.payloads import Evidence
from app.hub.blobs import Blobs
from app.hub.local import LocalHub
from tests.sync.conftest import NewLaptop
from tests.sync.laptop import VILLAGE, Laptop
from tests.sync.test_nearby import hosting, meet


@pytest.fixture(params=["damaged", "gone"])
def village(hub: LocalHub, new_laptop: NewLaptop, request: pytest.FixtureRequest) -> tuple[Laptop, Laptop, Evidence]:
    """A laptop with three photos, the smallest of which it can not read; another one; one of the two that are whole."""
    first, second = new_laptop(name="Ani"), new_laptop(name="Budi")
    for laptop in (first, second, first):
        if laptop.enrolment is None:
            laptop.enrol(hub)
        laptop.exchange()
    small = first.photo("kecil", 5_000)
    (path,) = (first.folder / "files").glob("*.sealed")
    whole = first.photo("besar", 40_000)
    first.visit("f-1", small, first.photo("sedang", 20_000), whole)
    if request.param == "gone":
        path.unlink()
    else:
        content = bytearray(path.read_bytes())
        content[100] ^= 1
        path.write_bytes(content)
    return first, second, whole


def test_the_line_takes_the_others(hub: LocalHub, village: tuple[Laptop, Laptop, Evidence]) -> None:
    first, _, whole = village
    outcome = first.exchange()
    assert (outcome.sent_photos, outcome.photos_left) == (2, 1)
    assert outcome.notices == ("photo_unreadable",)
    assert Blobs(hub.district).holds(VILLAGE, whole.name)


def test_a_stick_takes_the_others(village: tuple[Laptop, Laptop, Evidence], tmp_path: Path) -> None:
    first, second, whole = village
    saved = first.write_stick(tmp_path / "stick")
    assert (saved.photos, saved.unreadable) == (2, 1)
    (taken,) = second.read_stick(tmp_path / "stick")
    assert taken.photos == 2
    assert second.evidence.read(whole.name) is not None


def test_a_laptop_in_the_room_gets_the_others(village: tuple[Laptop, Laptop, Evidence]) -> None:
    first, second, whole = village
    with hosting(second) as host:
        _, gave = meet(first, host)
        host.end()
    assert (gave.photos, gave.unreadable) == (2, 1)
    assert second.evidence.read(whole.name) is not None
