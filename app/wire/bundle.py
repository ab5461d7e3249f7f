"""A bundle: what one peer passes on to others without a line, as one sealed file, for a stick, a messenger or the
village's own network.

    magic | header size (4 bytes) | header | frames ... | signature (64 bytes)

The signature of whoever made it covers everything before it and is checked first; then the key of the frames is opened
with the reader's own key (HPKE, one copy a reader), then words and photos are opened frame by frame. Every size stands
in the header, is checked against our own limits before memory is taken, and against the size of the file.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import IO, Annotated, Final

import msgspec
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.domain.errors import Refused
from app.domain.photo_name import PHOTO_NAME_FORM, photo_name
from app.wire import hpke
from app.wire.exchange import AsideRow, HeadRow, Millis, PackBody
from app.wire.typed import Shape, decode_typed
from app.wire.vouch import Number, SignedHead

FORMAT: Final = 1
MAGIC: Final = b"\x89BALAI\r\n\x1a\n"
"""Begins with a byte that is no text and holds both line ends, so that a road which mends text is noticed."""

LARGEST_HEADER: Final = 1 << 20
LARGEST_WORDS: Final = 32 << 20
LARGEST_PHOTO: Final = 4 << 20
MOST_FRAMES: Final = 20_000
MOST_READERS: Final = 1_000
SIGNATURE: Final = 64

_TAG: Final = 16
_PIECE: Final = 1 << 16
_SIGN_TAG: Final = b"balai bundle 1\x00"
_KEY_INFO: Final = b"balai bundle key 1\x00"
_encoder = msgspec.msgpack.Encoder()

PhotoName = Annotated[str, msgspec.Meta(pattern=PHOTO_NAME_FORM)]
"""How a photo may be called by whoever made the bundle."""


class Reader(msgspec.Struct, array_like=True, frozen=True):
    """The frames' key for one reader; `mark` tells which of his keys opens it."""

    mark: bytes
    key: bytes


class Header(msgspec.Struct, array_like=True, frozen=True):
    """What stands outside: nothing of any family. A newer program may add fields at the end."""

    format: int
    hub: str
    village: str
    sender: str
    """The laptop or district that made it."""
    sender_key: bytes
    """Its Ed25519 public key; the sender's name follows from it."""
    serial: bytes
    """16 random bytes."""
    at_ms: Millis
    readers: tuple[Reader, ...]
    frames: tuple[int, ...]
    """Sealed sizes: the words, then a photo each."""


class PhotoRow(msgspec.Struct, array_like=True, frozen=True):
    """A photo that travels along; its frame is the one at its place."""

    name: PhotoName
    size: int
    kind: str
    media: str


class Span(msgspec.Struct, array_like=True, frozen=True):
    """Entries of one chain, both ends included."""

    chain: str
    first: Number
    last: Number


class Earlier(msgspec.Struct, array_like=True, frozen=True):
    """A bundle that the sender made before: when, and which entries are in it."""

    at_ms: Millis
    spans: tuple[Span, ...]


def written_with(earlier: Sequence[Earlier], chain: str, seq: int) -> int:
    """When the newest of these bundles (oldest first) was written that holds an entry; 0 where none does."""
    for one in reversed(earlier):
        if any(span.chain == chain and span.first <= seq <= span.last for span in one.spans):
            return one.at_ms
    return 0


class Words(msgspec.Struct, array_like=True, frozen=True):
    """The first frame. A newer program may add fields at the end."""

    epoch: str
    """The district's epoch as the sender knows it."""
    vector: tuple[HeadRow, ...]
    """What the sender holds."""
    entries: bytes
    """Columns of entries."""
    packs: tuple[PackBody, ...] = ()
    photos: tuple[PhotoRow, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    heads: tuple[SignedHead, ...] = ()
    """What vouches for the chains."""
    aside: tuple[AsideRow, ...] = ()
    """Of the district: what it has set aside, as it answers on the line."""
    lacking: bytes = b""
    """Of the district: first `PHOTO_MARK` bytes of the SHA-256 of every photo that it was told of and does not hold;
    it may have lost some since it wrote the receipts of them."""
    certificate: bytes = b""
    """Of the laptop that made it, for a district that was restored to a day before it gave one
    (`app.wire.certificate`)."""
    lost: bytes = b""
    """For the district: columns of entries of its own that it lost when it was restored, and has written otherwise
    since."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle whose signature holds; nothing of it was opened yet."""

    header: Header
    starts: tuple[int, ...]
    """Where each frame begins."""
    size: int
    """Bytes of the whole file."""
    binding: bytes


def mark_of(public_key: bytes) -> bytes:
    """By which a reader finds his copy of the key."""
    return hashlib.sha256(b"balai bundle reader 1\x00" + public_key).digest()[:8]


def size_of(words: int, photos: Iterable[int], readers: int) -> int:
    """About how many bytes a bundle takes (the header's numbers are guessed)."""
    frames = [words, *photos]
    return sum(frames) + len(frames) * (_TAG + 5) + readers * (hpke.OVERHEAD_BYTES + 46) + 300


def bundle_pieces(
    hub: str,
    village: str,
    sender: str,
    signing: Ed25519PrivateKey,
    readers: Sequence[bytes],
    words: Words,
    read_photo: Callable[[str], bytes | None],
    at_ms: int,
) -> Iterator[bytes]:
    """The file, piece by piece; `readers` are X25519 public keys, `read_photo` gives a photo by its SHA-256.

    Refused ``bundle_too_large``, ``bundle_photo_missing``, ``public_key_bad``.
    """
    first = _encoder.encode(words)
    if len(first) > LARGEST_WORDS or len(words.photos) >= MOST_FRAMES or len(readers) > MOST_READERS:
        raise Refused("bundle_too_large", size=len(first))
    serial, key = os.urandom(16), os.urandom(32)
    copies = tuple(Reader(mark_of(one), hpke.seal(one, key, _KEY_INFO + serial)) for one in readers)
    sizes = (len(first) + _TAG, *(photo.size + _TAG for photo in words.photos))
    own_key = signing.public_key().public_bytes_raw()
    header = _encoder.encode(Header(FORMAT, hub, village, sender, own_key, serial, at_ms, copies, sizes))
    start = MAGIC + len(header).to_bytes(4, "big") + header
    digest = hashlib.sha256(start)
    yield start
    binding = hashlib.sha256(header).digest()
    for place, plain in enumerate(_plains(first, words.photos, read_photo)):
        sealed = AESGCM(key).encrypt(_nonce(place), plain, binding)
        digest.update(sealed)
        yield sealed
    yield signing.sign(_SIGN_TAG + digest.digest())


def check_bundle(file: IO[bytes], size: int, stopped: Callable[[int], None] = lambda done: None) -> Opened:
    """Read the file once from its beginning and believe its signature; `stopped` is told how many bytes were read and
    may raise.

    Refused ``bundle_unknown`` (it is something else), ``bundle_newer``, ``bundle_too_large``, ``bundle_torn`` (shorter
    or longer than it says), ``bundle_damaged`` (a byte was changed, or it was forged).
    """
    opened, start = _read_start(file, size)
    digest = hashlib.sha256(start)
    left = size - opened.starts[0] - SIGNATURE
    while left:
        piece = file.read(min(_PIECE, left))
        if not piece:
            raise Refused("bundle_torn")
        digest.update(piece)
        left -= len(piece)
        stopped(size - SIGNATURE - left)
    signature = file.read(SIGNATURE)
    try:
        Ed25519PublicKey.from_public_bytes(opened.header.sender_key).verify(signature, _SIGN_TAG + digest.digest())
    except (InvalidSignature, ValueError) as error:
        raise Refused("bundle_damaged") from error
    return opened


def peek_bundle(file: IO[bytes], size: int) -> Opened:
    """What a bundle says of itself, to be listed and not to be believed: nothing behind its header was read.

    Refused as by `check_bundle`, but for what only the whole file can tell.
    """
    return _read_start(file, size)[0]


def open_key(opened: Opened, key: X25519PrivateKey) -> bytes:
    """The frames' key. Refused ``bundle_not_for_us`` where the sender did not know this reader."""
    mark = mark_of(key.public_key().public_bytes_raw())
    for reader in opened.header.readers:
        if reader.mark == mark:
            try:
                return hpke.open_sealed(key, reader.key, _KEY_INFO + opened.header.serial)
            except Refused as error:
                raise Refused("bundle_not_for_us") from error
    raise Refused("bundle_not_for_us")


def read_words(file: IO[bytes], opened: Opened, key: bytes) -> Words:
    """The words. Refused ``bundle_damaged``, ``bundle_malformed``."""
    words = _decoded(_frame(file, opened, key, 0), Words)
    if len(words.photos) != len(opened.header.frames) - 1:
        raise Refused("bundle_malformed")
    return words


def read_photo(file: IO[bytes], opened: Opened, key: bytes, place: int, photo: PhotoRow) -> bytes:
    """The photo at `place` (from 0). Refused ``bundle_damaged``, ``bundle_malformed`` where it is another one."""
    content = _frame(file, opened, key, place + 1)
    if photo_name(content) != photo.name:
        raise Refused("bundle_malformed")
    return content


def _read_start(file: IO[bytes], size: int) -> tuple[Opened, bytes]:
    """The header, and the bytes that were read for it."""
    if file.read(len(MAGIC)) != MAGIC:
        raise Refused("bundle_unknown")
    told = file.read(4)
    length = int.from_bytes(told, "big")
    if len(told) < 4:
        raise Refused("bundle_torn")
    if length > LARGEST_HEADER:
        raise Refused("bundle_damaged")
    content = file.read(length)
    if len(content) < length:
        raise Refused("bundle_torn")
    header = _read_header(content)
    start = len(MAGIC) + 4 + length
    if size != start + sum(header.frames) + SIGNATURE:
        raise Refused("bundle_torn")
    starts = tuple(accumulate(header.frames[:-1], initial=start))
    opened = Opened(header, starts, size, hashlib.sha256(content).digest())
    return opened, MAGIC + told + content


def _plains(first: bytes, photos: Sequence[PhotoRow], read_photo: Callable[[str], bytes | None]) -> Iterator[bytes]:
    yield first
    for photo in photos:
        content = read_photo(photo.name)
        if content is None or len(content) != photo.size:
            raise Refused("bundle_photo_missing", name=photo.name)
        yield content


def _read_header(content: bytes) -> Header:
    header = _decoded(content, Header)
    if header.format > FORMAT:
        raise Refused("bundle_newer", format=header.format)
    sizes = header.frames
    if not sizes or len(sizes) > MOST_FRAMES or len(header.readers) > MOST_READERS:
        raise Refused("bundle_malformed")
    if not (
        _TAG <= sizes[0] <= LARGEST_WORDS + _TAG and all(_TAG <= size <= LARGEST_PHOTO + _TAG for size in sizes[1:])
    ):
        raise Refused("bundle_too_large", size=max(sizes))
    return header


def _frame(file: IO[bytes], opened: Opened, key: bytes, place: int) -> bytes:
    file.seek(opened.starts[place])
    try:
        return AESGCM(key).decrypt(_nonce(place), file.read(opened.header.frames[place]), opened.binding)
    except (InvalidTag, ValueError) as error:
        raise Refused("bundle_damaged") from error


def _nonce(place: int) -> bytes:
    """Every bundle has a key of its own, so counting is enough."""
    return place.to_bytes(12, "big")


def _decoded(body: bytes, shape: type[Shape]) -> Shape:
    try:
        return decode_typed(body, shape)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Refused("bundle_malformed") from error
