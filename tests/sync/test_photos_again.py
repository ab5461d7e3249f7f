"""Photos that a district lost with its disk come to it again from whoever holds them, also where he got them, or heard
of the restoring, by another road than the line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.payloads import Evidence
from app.hub.blobs import Blobs
from app.hub.bundles import make_bundle
from app.hub.district import wall_ms
from app.hub.local import LocalHub
from tests.sync.conftest import Back, NewLaptop
from tests.sync.laptop import VILLAGE, Laptop
from tests.sync.test_nearby import hosting, meet
from tests.sync.test_sticks import bring, fetch

pytestmark = pytest.mark.both_stores


@pytest.fixture
def village(hub: LocalHub, new_laptop: NewLaptop, yesterday: Callable[[], Back]) -> tuple[Laptop, Laptop, Back]:
    """A laptop without a line that makes photos, one that has a line, and a backup of the district behind both."""
    far, online = new_laptop(name="Yosef Tefa"), new_laptop(name="Maria Bano")
    for laptop in (far, online, far):
        if laptop.enrolment is None:
            laptop.enrol(hub)
        laptop.exchange()
    return far, online, yesterday()


def holds(hub: LocalHub, photo: Evidence) -> bool:
    return Blobs(hub.district).holds(VILLAGE, photo.name)


def photographed(laptop: Laptop) -> Evidence:
    """A photo that a visit on this laptop tells of."""
    photo = laptop.photo("rumah")
    laptop.visit("f-1", photo)
    return photo


def pass_on(giver: Laptop, taker: Laptop) -> None:
    with hosting(taker) as host:
        meet(giver, host)


def test_a_photo_that_was_passed_on_in_a_room_is_offered_though_an_old_receipt_names_it(
    hub: LocalHub, village: tuple[Laptop, Laptop, Back], tmp_path: Path
) -> None:
    far, online, back = village
    photo = photographed(far)
    bring(hub, far.write_stick(tmp_path / "to the district").paths[0])
    online.exchange()
    assert holds(hub, photo)
    assert online.evidence.held() == {}, "it knows the receipt and not the photo"
    far.read_stick(fetch(hub, tmp_path / "first").parent)
    assert far.evidence.waiting() == {}
    restored = back(hub)
    online.exchange(restored.url)
    assert not holds(restored, photo)
    far.read_stick(fetch(restored, tmp_path / "second").parent)
    assert list(far.evidence.waiting()) == [photo.name]
    pass_on(far, online)
    assert list(online.evidence.waiting()) == [photo.name]
    assert online.exchange(restored.url).sent_photos == 1
    assert holds(restored, photo)
    assert online.evidence.waiting() == {}
    assert online.exchange(restored.url).sent_photos == 0


def test_a_photo_is_offered_again_by_whoever_heard_of_the_restoring_by_stick(
    hub: LocalHub, village: tuple[Laptop, Laptop, Back], tmp_path: Path
) -> None:
    far, online, back = village
    photo = photographed(far)
    pass_on(far, online)
    assert online.exchange().sent_photos == 1
    restored = back(hub)
    (taken,) = online.read_stick(fetch(restored, tmp_path / "stick").parent)
    assert "hub_restored" in taken.notices
    online.exchange(restored.url)
    assert holds(restored, photo)


def test_a_restoring_is_heard_by_stick_though_the_district_s_clock_stood_ahead_before(
    hub: LocalHub, village: tuple[Laptop, Laptop, Back], tmp_path: Path
) -> None:
    far, _, back = village
    photo = photographed(far)
    bring(hub, far.write_stick(tmp_path / "to the district").paths[0])
    ahead = replace(hub.district, now_ms=lambda: wall_ms() + 365 * 86_400_000)
    (tmp_path / "ahead").mkdir()
    (tmp_path / "ahead" / "kabupaten.balai").write_bytes(b"".join(make_bundle(ahead, VILLAGE)))
    far.read_stick(tmp_path / "ahead")
    assert far.evidence.waiting() == {}
    restored = back(hub)
    bring(restored, far.write_stick(tmp_path / "once more").paths[0])
    (taken,) = far.read_stick(fetch(restored, tmp_path / "stick").parent)
    assert "hub_restored" in taken.notices
    assert list(far.evidence.waiting()) == [photo.name], "it is asked for again"


def test_a_day_s_limit_leaves_what_a_restored_district_lacks_for_another_day(
    hub: LocalHub, village: tuple[Laptop, Laptop, Back]
) -> None:
    _, online, back = village
    photos = [online.photo("a", 5_000), online.photo("b", 40_000)]
    online.visit("f-1", *photos)
    assert online.exchange().sent_photos == 2
    restored = back(hub)
    online.exchanger(restored.url).run(bytes_most=20_000)
    assert [holds(restored, photo) for photo in photos] == [True, False]
    online.exchange(restored.url)
    assert [holds(restored, photo) for photo in photos] == [True, True]
