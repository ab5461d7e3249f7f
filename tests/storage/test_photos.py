"""A telephone's photo becomes small, upright and silent about everything but what was asked of it."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from app.domain.errors import Refused
from app.storage.photos import MOST_BYTES, import_photo

WITA = timezone(timedelta(hours=8))


def picture(width: int, height: int, kind: str = "JPEG", noise: bool = False, exif: Image.Exif | None = None) -> bytes:
    """A photo whose upper left quarter is red and whose rest is blue, or pure noise (the worst to shrink)."""
    if noise:
        image = Image.frombytes("RGB", (width, height), os.urandom(width * height * 3))
    else:
        image = Image.new("RGB", (width, height), "blue")
        image.paste("red", (0, 0, width // 2, height // 2))
    out = BytesIO()
    image.save(out, kind, **({"exif": exif} if exif else {}))
    return out.getvalue()


def with_exif(time: str = "2025:08:17 10:30:00", offset: str = "", orientation: int = 1, south: bool = True) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Merek Telepon"
    exif.get_ifd(0x8769).update({0x9003: time} | ({0x9011: offset} if offset else {}))
    exif.get_ifd(0x8825).update({1: "S" if south else "N", 2: (9.0, 39.0, 36.0), 3: "E", 4: (120.0, 15.0, 50.4)})
    return picture(800, 400, exif=exif)


def shown(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image


def refused(content: bytes) -> str:
    with pytest.raises(Refused) as caught:
        import_photo(content)
    return caught.value.code


@pytest.mark.parametrize(
    ("given", "kept"),
    [((4000, 3000), (1280, 960)), ((3000, 4000), (960, 1280)), ((4000, 1000), (1280, 320)), ((300, 200), (300, 200))],
)
def test_it_is_scaled_to_fit_and_never_blown_up(given: tuple[int, int], kept: tuple[int, int]) -> None:
    photo = import_photo(picture(*given))
    assert (photo.width, photo.height) == kept == shown(photo.content).size


@pytest.mark.parametrize("noise", [False, True])
def test_it_stays_below_eighty_kilobytes_whatever_it_shows(noise: bool) -> None:
    photo = import_photo(picture(2400, 1800, noise=noise))
    assert len(photo.content) <= MOST_BYTES
    assert shown(photo.content).format == "WEBP"


def test_it_uses_the_room_it_has() -> None:
    assert len(import_photo(picture(1280, 960, noise=True)).content) > MOST_BYTES * 0.7


@pytest.mark.parametrize("kind", ["JPEG", "MPO", "PNG", "WEBP"])
def test_usual_kinds_are_read(kind: str) -> None:
    assert import_photo(picture(400, 300, kind)).width == 400


def test_a_file_is_read_like_bytes(tmp_path: Path) -> None:
    path = tmp_path / "foto.jpg"
    path.write_bytes(picture(400, 300))
    assert import_photo(path) == import_photo(path.read_bytes())


def test_place_and_time_are_told_and_then_gone_from_the_picture() -> None:
    photo = import_photo(with_exif(), WITA)
    assert photo.taken_at == datetime(2025, 8, 17, 2, 30, tzinfo=UTC)
    assert photo.latitude == pytest.approx(-9.66, abs=1e-6)
    assert photo.longitude == pytest.approx(120.264, abs=1e-6)
    assert not shown(photo.content).getexif()
    assert b"Merek" not in photo.content


def test_the_cameras_own_zone_counts_before_ours() -> None:
    photo = import_photo(with_exif(offset="+09:00"), WITA)
    assert photo.taken_at == datetime(2025, 8, 17, 1, 30, tzinfo=UTC)


def test_north_is_positive() -> None:
    assert import_photo(with_exif(south=False)).latitude == pytest.approx(9.66, abs=1e-6)


@pytest.mark.parametrize("time", ["", "0000:00:00 00:00:00", "kemarin"])
def test_a_time_that_is_none_is_not_invented(time: str) -> None:
    assert import_photo(with_exif(time)).taken_at is None


def test_a_picture_without_metadata_tells_neither() -> None:
    photo = import_photo(picture(400, 300))
    assert (photo.taken_at, photo.latitude, photo.longitude) == (None, None, None)


def test_a_turned_photo_stands_upright() -> None:
    photo = import_photo(with_exif(orientation=6))
    assert (photo.width, photo.height) == (400, 800)
    red, _, blue = shown(photo.content).convert("RGB").crop((300, 100, 301, 101)).tobytes()
    assert red > 200
    assert blue < 100


def test_a_transparent_place_turns_white_and_not_black() -> None:
    out = BytesIO()
    Image.new("RGBA", (100, 100), (0, 0, 0, 0)).save(out, "PNG")
    assert shown(import_photo(out.getvalue()).content).convert("RGB").getpixel((50, 50)) == (255, 255, 255)


@pytest.mark.parametrize("content", [b"", b"bukan foto", picture(400, 300)[:2000], picture(400, 300, "PNG")[:300]])
def test_what_is_no_whole_photo_is_refused(content: bytes) -> None:
    assert refused(content) == "photo_unreadable"


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "EPS"])
def test_other_kinds_are_refused(kind: str) -> None:
    assert refused(picture(40, 30, kind)) == "photo_unreadable"


@pytest.mark.parametrize("size", [(6000, 5000), (12000, 10000), (20000, 20000)])
def test_a_picture_that_would_burst_the_memory_is_refused_unread(size: tuple[int, int]) -> None:
    out = BytesIO()
    Image.new("1", size).save(out, "PNG")
    assert refused(out.getvalue()) == "photo_too_big"


def test_a_file_too_long_is_refused() -> None:
    assert refused(bytes(40 * 1024 * 1024 + 1)) == "photo_too_big"


def test_who_imports_no_photo_does_not_load_the_library() -> None:
    program = "import sys, app.storage.photos; sys.exit('PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
