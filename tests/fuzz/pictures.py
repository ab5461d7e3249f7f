"""Pictures from telephones and sticks, as they are taken in; and lists as sheets."""

from __future__ import annotations

import tempfile
import warnings
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import qInstallMessageHandler

from app.domain.errors import Refused
from app.storage.photos import LONG_SIDE, MOST_BYTES, import_photo
from app.sync.photo_under_way import _key
from app.ui.screens.keluarga.pictures import picture_of
from tests.fuzz.world import World
from tests.sheets.books import HEAD, PEOPLE, ods_row, read, write_csv, write_ods, write_xlsx

_SHEET_KINDS = ("xlsx", "csv", "ods", "xls")
_EXCEL_97 = Path(__file__).parents[1] / "data" / "excel-97.xls"


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8769).update({0x9003: "2026:11:20 09:30:00", 0x9011: "+08:00"})
    exif.get_ifd(0x8825).update({1: "S", 2: (5.0, 8.0, 12.0), 3: "E", 4: (119.0, 25.0, 50.4)})
    return exif


@cache
def photos(world: World) -> Sequence[bytes]:
    """One of each kind that is taken, with time and place, small."""
    found = []
    for kind, mode in (
        ("JPEG", "RGB"),
        ("PNG", "RGBA"),
        ("PNG", "P"),
        ("WEBP", "RGBA"),
        ("JPEG", "CMYK"),
        ("MPO", "RGB"),
    ):
        image = Image.new(mode, (96, 64), 7 if mode == "P" else "navy")
        image.paste(3 if mode == "P" else "orange", (10, 10, 60, 40))
        out = BytesIO()
        extra = {"save_all": True, "append_images": [image]} if kind == "MPO" else {}
        image.save(out, kind, exif=_exif(), **extra)
        found.append(out.getvalue())
    return found


def take_photo(world: World, content: bytes) -> object:
    """A small picture without anything beside, or a reason."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=UserWarning, module="PIL")  # of metadata that it passes over
        photo = import_photo(content)
    assert len(photo.content) <= MOST_BYTES
    assert max(photo.width, photo.height) <= LONG_SIDE
    with Image.open(BytesIO(photo.content)) as kept:
        assert (kept.format, kept.size) == ("WEBP", (photo.width, photo.height))
        assert not kept.getexif()
    return photo.taken_at, photo.latitude, photo.longitude


@cache
def fetched(world: World) -> Sequence[bytes]:
    """Photos as another laptop keeps them, those of telephones, and a drawing that names a file beside it."""
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'
    return [*(import_photo(one).content for one in photos(world)), *photos(world), drawing]


def see(world: World, content: bytes) -> object:
    """A picture no larger than asked for, or none."""
    before = qInstallMessageHandler(lambda kind, place, words: None)  # what Qt says of a spoilt picture
    try:
        image = picture_of(content, 64)
    finally:
        qInstallMessageHandler(before)
    assert image is None or 0 < max(image.width(), image.height()) <= 64
    if content.lstrip()[:4] == b"<svg":
        assert image is None
    return image is not None


def parts(world: World) -> Sequence[bytes]:
    """What came of a photo before a cut, as it lies in the store; all of it at the last."""
    content = world.mallory.evidence.read(_told(world)) or b""
    return [content[:700], content[:1], content]


def go_on(world: World, content: bytes) -> object:
    """The photo as it was made, from the district, or that what came is another one: never anything else is kept."""
    name = _told(world)
    world.other.settings.put(_key(name), f"{name} {b64encode(content).decode()}")
    said = ""
    try:
        world.other.fetcher().fetch(name)
    except Refused as refused:
        said = refused.code
    try:
        kept = world.other.evidence.read(name)
        assert (said, kept) in (("", world.mallory.evidence.read(name)), ("photo_spoilt_on_way", None))
        return said
    finally:
        for file in (world.other.folder / "files").glob("*.sealed"):
            file.unlink()


@cache
def _told(world: World) -> str:
    """A photo of the first laptop that the district holds."""
    return min(world.mallory.evidence.held())


@cache
def lists(world: World) -> Sequence[bytes]:
    """A list of each kind; first a byte that says which."""
    rows = [HEAD, *PEOPLE]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        made = (
            write_xlsx(place / "a.xlsx", rows),
            write_csv(place / "a.csv", rows),
            write_ods(place / "a.ods", "".join(map(ods_row, rows))),
            _EXCEL_97,
        )
        return [bytes([kind]) + path.read_bytes() for kind, path in enumerate(made)]


def read_list(world: World, content: bytes) -> object:
    """Every row accounted for, or a reason."""
    kind = _SHEET_KINDS[content[0] % len(_SHEET_KINDS)] if content else "csv"
    path = world.folder / f"daftar.{kind}"
    path.write_bytes(content[1:])
    draft = read(path)
    assert draft.report.accounted
    return draft.report
