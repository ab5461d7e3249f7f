"""Photos as a telephone makes them, turned small enough for a village's line and freed of what they should not tell."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import Refused
from app.storage.durable import disk_errors

if TYPE_CHECKING:
    from PIL import Image

MOST_BYTES = 80 * 1024
"""Size of a photo as it is kept and sent."""
SHORT_SIDE, LONG_SIDE = 960, 1280

_LARGEST_FILE = 40 * 1024 * 1024
_PIXELS_JPEG = 64_000_000
"""Telephones make up to 50 million; a JPEG is decoded at a fraction of its size, so this is cheap."""
_PIXELS_OTHER = 24_000_000
_FORMATS = ("JPEG", "PNG", "WEBP")
"""JPEG takes in MPO, which some telephones write: several JPEG pictures in one file, of which the first counts."""
_QUALITIES = (10, 82)
_STEPS = 5
"""Halvings of the range of qualities: each costs an encoding, and below two points nobody sees a difference."""

WIB = timezone(timedelta(hours=7))

_EXIF_IFD, _GPS_IFD = 0x8769, 0x8825
_ORIGINAL_TIME, _ORIGINAL_OFFSET = 0x9003, 0x9011
_LATITUDE, _LONGITUDE = (1, 2), (3, 4)


@dataclass(frozen=True, slots=True)
class Photo:
    """A WebP picture without any metadata, and what its metadata told of time (UTC) and place (degrees)."""

    content: bytes
    width: int
    height: int
    taken_at: datetime | None = None
    latitude: float | None = None
    longitude: float | None = None


def import_photo(source: bytes | Path, zone: timezone = WIB) -> Photo:
    """Read, turn upright, scale, strip and re-encode one photo; `zone` is the camera's where it does not say.

    Refused ``photo_too_big`` (bytes or pixels), ``photo_unreadable`` (no photo, a broken one, or an unknown kind).
    """
    from PIL import Image, ImageOps

    content = _content(source)
    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as image:
            most = _PIXELS_JPEG if image.format in ("JPEG", "MPO") else _PIXELS_OTHER
            if image.width * image.height > most:
                raise Refused("photo_too_big", pixels=image.width * image.height, most=most)
            exif = image.getexif()
            told = exif.get_ifd(_EXIF_IFD)
            place = exif.get_ifd(_GPS_IFD)
            image.draft("RGB", (LONG_SIDE, LONG_SIDE))
            upright = _fitted(_flat(ImageOps.exif_transpose(image)))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused("photo_too_big") from error
    except (OSError, ValueError, SyntaxError, EOFError, OverflowError, MemoryError) as error:
        raise Refused("photo_unreadable") from error
    small, encoded = _encoded(upright)
    return Photo(
        encoded,
        small.width,
        small.height,
        _taken_at(told, zone),
        _degrees(place, _LATITUDE, 90),
        _degrees(place, _LONGITUDE, 180),
    )


def _content(source: bytes | Path) -> bytes:
    if isinstance(source, Path):
        with disk_errors(), source.open("rb") as file:
            source = file.read(_LARGEST_FILE + 1)
    if len(source) > _LARGEST_FILE:
        raise Refused("photo_too_big", most_bytes=_LARGEST_FILE)
    return source


def _flat(image: Image.Image) -> Image.Image:
    """RGB on white: transparent places would turn black."""
    from PIL import Image

    if image.mode == "RGB":
        return image
    if not image.has_transparency_data:
        return image.convert("RGB")
    ground = Image.new("RGBA", image.size, "white")
    ground.alpha_composite(image.convert("RGBA"))
    return ground.convert("RGB")


def _fitted(image: Image.Image) -> Image.Image:
    from PIL import Image

    box = (SHORT_SIDE, LONG_SIDE) if image.height > image.width else (LONG_SIDE, SHORT_SIDE)
    factor = min(1.0, box[0] / image.width, box[1] / image.height)
    size = (max(1, round(image.width * factor)), max(1, round(image.height * factor)))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0) if factor < 1 else image.copy()


def _encoded(image: Image.Image) -> tuple[Image.Image, bytes]:
    """About the best quality that stays below `MOST_BYTES`; a picture too busy for the lowest one is made smaller."""
    worst, finest = _QUALITIES
    encoded = _webp(image, finest)
    if len(encoded) <= MOST_BYTES:
        return image, encoded
    while len(best := _webp(image, worst)) > MOST_BYTES:
        image = _shrunk(image, min(0.9, math.sqrt(MOST_BYTES / len(best))))
    low, high = worst, finest
    for _ in range(_STEPS):
        quality = (low + high) // 2
        encoded = _webp(image, quality)
        if len(encoded) <= MOST_BYTES:
            best, low = encoded, quality
        else:
            high = quality
    return image, best


def _shrunk(image: Image.Image, factor: float) -> Image.Image:
    from PIL import Image

    size = (max(1, int(image.width * factor)), max(1, int(image.height * factor)))
    return image.resize(size, Image.Resampling.LANCZOS)


def _webp(image: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    image.save(out, "WEBP", quality=quality, method=3, exif=b"", xmp=b"", icc_profile=b"")
    return out.getvalue()


def _taken_at(told: Mapping[int, object], zone: timezone) -> datetime | None:
    time = _text(told, _ORIGINAL_TIME)
    try:
        local = datetime.strptime(time, "%Y:%m:%d %H:%M:%S").replace(tzinfo=zone)
    except ValueError:
        return None
    try:
        local = datetime.strptime(f"{time} {_text(told, _ORIGINAL_OFFSET)}", "%Y:%m:%d %H:%M:%S %z")
    except ValueError:
        """Most cameras do not tell their zone."""
    return local.astimezone(UTC)


def _text(told: Mapping[int, object], tag: int) -> str:
    return str(told.get(tag, "")).strip("\0 ")


def _degrees(place: Mapping[int, object], tags: tuple[int, int], most: int) -> float | None:
    """Decimal degrees, south and west negative; None where the camera told none or nonsense."""
    letter, parts = _text(place, tags[0]).upper(), place.get(tags[1])
    if letter not in ("N", "S", "E", "W") or not isinstance(parts, tuple) or len(parts) != 3:
        return None
    try:
        whole, minutes, seconds = (float(part) for part in parts)
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    value = whole + minutes / 60 + seconds / 3600
    if not 0 <= value <= most:
        return None
    return round(-value if letter in "SW" else value, 6)
