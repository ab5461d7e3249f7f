"""What lies on sticks and beside the store: bundles, parts, slots, the mirror, the anchor."""

from __future__ import annotations

import hashlib
import io
import shutil
from collections.abc import Sequence
from functools import cache

import msgspec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.hub.mirrors import Mirrored, take_mirror
from app.storage import slots as slot_file
from app.storage.anchor import Anchor
from app.storage.journal import entry_of_mirror, mirror_bytes
from app.storage.mirror import Mirror
from app.storage.vault import Vault
from app.wire.bundle import MAGIC, SIGNATURE, Header, check_bundle, open_key
from app.wire.parts import copy_part, read_part
from tests.fuzz.world import World

_SIGN_TAG = b"balai bundle 1\x00"
_KEY = bytes(range(32))


def bundles(world: World) -> Sequence[bytes]:
    """A whole file."""
    return [world.stick.read_bytes()]


def read_bundle(world: World, content: bytes) -> object:
    """As a stick brings it."""
    return _taken(world, content)


def _taken(world: World, content: bytes) -> object:
    path = world.folder / "dari-stik.balai"
    path.write_bytes(content)
    world.other.sticks.find(path.parent)
    return world.other.sticks.take(path, lambda step: None, lambda: False)


@cache
def _apart(world: World) -> tuple[bytes, list[bytes]]:
    """The header's bytes, and every frame open."""
    content = world.stick.read_bytes()
    opened = check_bundle(io.BytesIO(content), len(content))
    key = open_key(opened, world.other.keys.exchange)
    size = int.from_bytes(content[len(MAGIC) : len(MAGIC) + 4], "big")
    frames = [
        AESGCM(key).decrypt(place.to_bytes(12, "big"), content[start : start + length], opened.binding)
        for place, (start, length) in enumerate(zip(opened.starts, opened.header.frames, strict=True))
    ]
    return content[len(MAGIC) + 4 : len(MAGIC) + 4 + size], frames


def headers(world: World) -> Sequence[bytes]:
    """What stands outside."""
    return [_apart(world)[0]]


def read_header(world: World, header: bytes) -> object:
    """Signed by the laptop that made it, over frames that fit the old header."""
    content = world.stick.read_bytes()
    old = int.from_bytes(content[len(MAGIC) : len(MAGIC) + 4], "big")
    rest = content[len(MAGIC) + 4 + old : -SIGNATURE]
    return _taken(world, _signed(world, header, rest))


def words(world: World) -> Sequence[bytes]:
    """The first frame, open."""
    return [_apart(world)[1][0]]


def take_words(world: World, first: bytes) -> object:
    """Sealed and signed again, and taken by the other laptop."""
    header, frames = _apart(world)
    told = msgspec.msgpack.decode(header, type=Header)
    content = world.stick.read_bytes()
    key = open_key(check_bundle(io.BytesIO(content), len(content)), world.other.keys.exchange)
    plains = [first, *frames[1:]]
    header = msgspec.msgpack.encode(msgspec.structs.replace(told, frames=tuple(len(one) + 16 for one in plains)))
    binding = hashlib.sha256(header).digest()
    sealed = b"".join(
        AESGCM(key).encrypt(place.to_bytes(12, "big"), plain, binding) for place, plain in enumerate(plains)
    )
    return _taken(world, _signed(world, header, sealed))


def _signed(world: World, header: bytes, frames: bytes) -> bytes:
    whole = MAGIC + len(header).to_bytes(4, "big") + header + frames
    return whole + world.mallory.keys.signing.sign(_SIGN_TAG + hashlib.sha256(whole).digest())


@cache
def parts(world: World) -> Sequence[bytes]:
    """A bundle in parts."""
    world.mallory.photo("besar", 150_000)
    world.mallory.visit("f-2", world.mallory.photo("besar", 150_000))
    saved = world.mallory.write_stick(world.folder / "parts", part_bytes=64 << 10)
    return [path.read_bytes() for path in saved.paths[:2]]


def read_parts(world: World, content: bytes) -> object:
    """What it says that it is, and its bytes at their place."""
    source = io.BytesIO(content)
    part = read_part(source, len(content))
    into = io.BytesIO()
    if part is not None and part.start < 1 << 20:
        copy_part(source.read, part, into)
    _taken(world, content)
    return part


# --- beside the store ------------------------------------------------------------------------------------------------


@cache
def slots(world: World) -> Sequence[bytes]:
    """The file of a vault with one person."""
    folder = world.folder / "vault"
    vault = Vault.create(folder, kind="practice", name="Ani", role="operator", password="sawah hijau")
    vault.close()
    return [(folder / slot_file.FILE).read_bytes()]


def read_slots(world: World, content: bytes) -> object:
    """Both copies spoilt; then the password."""
    folder = world.folder / "spoilt-vault"
    folder.mkdir(exist_ok=True)
    for name in (slot_file.FILE, slot_file.COPY):
        (folder / name).write_bytes(content)
    found = slot_file.read(folder)
    return [slot_file.unseal_person(found, person, "sawah hijau") for person in found.people[:2]]


def read_slots_mended(world: World, content: bytes) -> object:
    """The same by somebody who makes the checksum fit."""
    body = content.partition(b"\n")[2]
    return read_slots(world, b"balai-slots 1 " + hashlib.sha256(body).hexdigest().encode() + b"\n" + body)


@cache
def mirrors(world: World) -> Sequence[bytes]:
    """A segment with some entries."""
    folder = world.folder / "mirror"
    folder.mkdir()
    mirror = Mirror(folder, _KEY, "vault")
    for number in range(1, 6):
        mirror.append(bytes([number]) * 40 * number, number)
    mirror.close()
    return [next(folder.glob("*.log")).read_bytes()]


def read_mirror(world: World, content: bytes) -> object:
    """All that can still be read; and the next entry has its place."""
    folder = world.folder / "spoilt-mirror"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / next((world.folder / "mirror").glob("*.log")).name).write_bytes(content)
    mirror = Mirror(folder, _KEY, "vault")
    found = mirror.read_with_vault()
    mirror.append(b"berikut", 9)
    mirror.close()
    assert mirror.last_number() == 9
    return found


def mirrored(world: World) -> Sequence[bytes]:
    """Entries as a laptop's mirror keeps them."""
    return [mirror_bytes(one) for one in world.mallory.store.entries_after({}, 1 << 20)]


def take_mirrored(world: World, content: bytes) -> object:
    """As the district takes a mirror that anybody could have sealed to it: alone, and as the last of whole ones."""
    one = entry_of_mirror(content)
    whole = [entry_of_mirror(held) for held in mirrored(world)]
    alone = take_mirror(world.hub.district, Mirrored([one], 0))
    return alone, take_mirror(world.hub.district, Mirrored([*whole, one], 1))


def anchors(world: World) -> Sequence[bytes]:
    """A file that promises something."""
    path = world.folder / "anchor-seed"
    Anchor.create(path, _KEY)
    anchor = Anchor(path, _KEY)
    for chain, head in world.mallory.store.vector().items():
        anchor.record(chain, head)
    anchor.close()
    return [path.read_bytes()]


def read_anchor(world: World, content: bytes) -> object:
    """What it still promises."""
    path = world.folder / "anchor-spoilt"
    path.write_bytes(content)
    anchor = Anchor(path, _KEY)
    try:
        anchor.verify(lambda chain, seq: None)
    finally:
        anchor.close()
    return anchor.mark
