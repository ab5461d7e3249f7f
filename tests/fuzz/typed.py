"""What people type, scan and read out: codes, addresses of a laptop, recovery words, numbers, dates, searches."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.domain.birth_date import read_birth_date
from app.domain.errors import Problem
from app.domain.kk import kk_region, mask_kk
from app.domain.names import normalise_name
from app.domain.nik import mask_nik, nik_warnings, parse_nik
from app.domain.phone import mask_phone, plain_phone
from app.hub.public_address import set_public_address
from app.storage import recovery
from app.storage.search import Search
from app.sync.nearby import _typed
from app.ui.screens.kirim.nearby_words import read_scan, scan_words
from app.wire.channel import new_code, read_code, show_code
from app.wire.enrol import new_code as new_enrol_code
from app.wire.enrol import read_code as read_enrol_code
from tests.fuzz.world import World

TODAY = date(2026, 11, 28)


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def scans(world: World) -> Sequence[bytes]:
    """What a hand scanner reads off another laptop's screen, and what somebody types instead."""
    code = show_code(new_code())
    return [scan_words(code, ("192.168.43.1:50123",)).encode(), code.encode(), b"abcd efgh laptop-ani.local:8080"]


def scan(world: World, content: bytes) -> object:
    """Code and address, as the dialog and the network take them apart."""
    code, address = read_scan(_text(content), "")
    place = _typed(address) if address else None
    if place is not None:
        place[0].encode("ascii")  # as the system's search for names wants it
        assert 0 < place[1] < 65_536
    return read_code(code), place


def enrol_codes(world: World) -> Sequence[bytes]:
    """As a code is read out by the district."""
    return [new_enrol_code(bytes(32), "ca").text.encode()]


def enrol_code(world: World, content: bytes) -> object:
    """A code that was read is shown and read again as the same one."""
    found = read_enrol_code(_text(content))
    assert read_enrol_code(found.text) == found
    return found.id, found.key


def recovery_words(world: World) -> Sequence[bytes]:
    """Eight words over the telephone."""
    return [recovery.new_code().encode(), recovery.new_code().upper().replace(" ", ", ").encode()]


def recover(world: World, content: bytes) -> object:
    """The one spelling of a code; whatever was typed, reading it again changes nothing."""
    found = recovery.read_code(_text(content))
    assert recovery.read_code(found) == found
    return found


def facts(world: World) -> Sequence[bytes]:
    """NIK, KK, dates, telephones, names as cells and fields hold them."""
    return [
        b"7308037112530001",
        b"Makassar, 31-12-1953",
        b"31 Desember 1953",
        b"19723.5",
        b"+62 812-3456-7890",
        "H. Nur Sukmawati, S.Pd (alm.) \u2019\u00e9".encode(),
        b"1953-12-31T00:00:00",
    ]


def fact(world: World, content: bytes) -> object:
    """Each in turn read as everything that it might be; a date is one or none."""
    text = _text(content)
    nik = parse_nik(text)
    read = read_birth_date(text, nik, TODAY)
    if read.value:
        date.fromisoformat(read.value)
    try:
        number = float(text)
    except (ValueError, OverflowError):
        number = 0.0
    read_birth_date(number, nik, TODAY)
    return (
        nik_warnings(text, read.value),
        mask_nik(text),
        kk_region(text),
        mask_kk(text),
        mask_phone(plain_phone(text)),
        normalise_name(text),
    )


def searches(world: World) -> Sequence[bytes]:
    """What is typed into the search field."""
    return [b"nur sukma", b"7308 0371 1253", b"jl. poros no. 12 rt 003/001", "ani \u2019 RT 1 rw. 02 ".encode()]


def search(world: World, content: bytes) -> object:
    """Understood, and looked for in a real list."""
    with world.other.database.read() as connection:
        return Search().find(connection, _text(content[:2_000]), 1).families


def addresses(world: World) -> Sequence[bytes]:
    """Where the district answers, as its administrator types it."""
    return [b"https://balai.contoh.go.id:8443", b"https://[2001:db8::1]:8443/", b"https://10.0.0.7"]


def address(world: World, content: bytes) -> object:
    """Kept, or refused and the one before stands."""
    folder = world.folder / "alamat"
    folder.mkdir(exist_ok=True)
    try:
        return set_public_address(folder, _text(content))
    except Problem:
        assert not list(folder.glob("*.part"))
        raise
