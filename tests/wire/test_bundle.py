"""Bundles and their parts as bytes: whatever lies on a stick is refused in our own words or is what it says."""

from __future__ import annotations

import hashlib
import io

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.photo_name import photo_name
from app.wire.bundle import (
    MAGIC,
    PhotoRow,
    Words,
    bundle_pieces,
    check_bundle,
    open_key,
    peek_bundle,
    read_photo,
    read_words,
)
from app.wire.parts import MAGIC as PART_MAGIC
from app.wire.parts import MOST_PARTS, Part, copy_part, part_head, put_in_order, read_part
from app.wire.trust import device_id

READER = X25519PrivateKey.from_private_bytes(bytes(range(32)))
SIGNING = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
SENDER = device_id(SIGNING.public_key().public_bytes_raw())
FOREIGN = st.one_of(st.binary(max_size=300), st.binary(max_size=300).map(lambda rest: MAGIC + rest))


def bundle(*photos: bytes, name: str = "") -> bytes:
    """A bundle for `READER`; `name` is what its photos are called instead of their own names."""
    rows = tuple(PhotoRow(name or photo_name(one), len(one), "house_front", "image/webp") for one in photos)
    kept = {row.name: one for row, one in zip(rows, photos, strict=True)}
    readers = [READER.public_key().public_bytes_raw()]
    words = Words("epoch", (), b"", (), rows)
    return b"".join(bundle_pieces("hub", "7308032001", SENDER, SIGNING, readers, words, kept.get, 1_793_696_400_000))


def cut(whole: bytes, most: int) -> list[tuple[Part, bytes]]:
    """The bundle in parts."""
    digest = hashlib.sha256(whole).digest()
    pieces = [whole[start : start + most] for start in range(0, len(whole), most)]
    return [
        (
            Part(digest, at, len(pieces), len(whole), (at - 1) * most, len(one), hashlib.sha256(one).digest()),
            one,
        )
        for at, one in enumerate(pieces, 1)
    ]


@given(st.lists(st.binary(min_size=1, max_size=2_000), max_size=4, unique=True))
def test_what_goes_in_comes_out_and_its_beginning_tells_as_much_as_the_whole(photos: list[bytes]) -> None:
    whole = bundle(*photos)
    opened = check_bundle(io.BytesIO(whole), len(whole))
    assert peek_bundle(io.BytesIO(whole), len(whole)) == opened
    key = open_key(opened, READER)
    words = read_words(io.BytesIO(whole), opened, key)
    assert [read_photo(io.BytesIO(whole), opened, key, at, row) for at, row in enumerate(words.photos)] == photos


@given(FOREIGN, st.integers(0, 400))
def test_any_bytes_are_refused_in_our_own_words(content: bytes, size: int) -> None:
    for told in (len(content), size):
        with pytest.raises(Refused, match=r"bundle_(unknown|newer|too_large|torn|damaged|malformed)"):
            check_bundle(io.BytesIO(content), told)


@given(st.binary(max_size=60), st.binary(max_size=300), st.integers(0, 400))
def test_any_bytes_are_a_part_nothing_or_refused(header: bytes, rest: bytes, size: int) -> None:
    assert read_part(io.BytesIO(rest), size) is None or rest.startswith(PART_MAGIC)
    for content in (PART_MAGIC + rest, PART_MAGIC + len(header).to_bytes(2, "big") + header + rest):
        try:
            found = read_part(io.BytesIO(content), len(content))
        except Refused:
            continue
        assert found is not None
        assert 1 <= found.place <= found.parts <= MOST_PARTS


@given(st.integers(300, 2_000), st.randoms())
def test_parts_come_together_in_any_order(most: int, random: object) -> None:
    whole = bundle(b"foto" * 500, b"lain" * 400)
    parts = cut(whole, most)
    random.shuffle(parts)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    into = io.BytesIO()
    read = []
    for part, content in parts:
        file = io.BytesIO(part_head(part) + content)
        read.append(read_part(file, len(file.getvalue())))
        assert read[-1] == part
        copy_part(file.read, part, into)
    assert put_in_order(part for part in read if part) == sorted(
        (part for part, _ in parts), key=lambda part: part.place
    )
    assert into.getvalue() == whole


@given(st.data())
def test_a_part_that_was_changed_is_refused(data: st.DataObject) -> None:
    part, content = cut(bundle(b"foto" * 500), 700)[1]
    changed = bytearray(content)
    changed[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(Refused, match="bundle_part_damaged"):
        copy_part(io.BytesIO(bytes(changed)).read, part, io.BytesIO())
    with pytest.raises(Refused, match="bundle_torn"):
        copy_part(io.BytesIO(content[:-1]).read, part, io.BytesIO())


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4), st.integers(0, 20), st.integers(0, 20)), min_size=1))
def test_parts_that_do_not_make_up_a_whole_are_refused(told: list[tuple[int, int, int, int]]) -> None:
    parts = [Part(b"x", place, max(place, count), 30, start, length, b"") for place, count, start, length in told]
    try:
        found = put_in_order(parts)
    except Refused:
        return
    assert [part.place for part in found] == list(range(1, found[0].parts + 1))
    assert sum(part.length for part in found) == 30
    ends = [0, *(part.start + part.length for part in found)]
    assert [part.start for part in found] == ends[:-1]


def test_a_part_of_less_than_nothing_is_refused() -> None:
    head = part_head(Part(b"x" * 32, 1, 1, 0, 0, -5, b"x" * 32))
    longer = PART_MAGIC + (len(head) - len(PART_MAGIC) - 2 + 5).to_bytes(2, "big") + head[len(PART_MAGIC) + 2 :]
    for content in (head, longer):
        with pytest.raises(Refused, match=r"bundle_(torn|malformed)"):
            read_part(io.BytesIO(content), len(content))


def test_a_photo_that_is_called_by_its_whole_hash_is_refused() -> None:
    content = b"foto rumah"
    whole = bundle(content, name=hashlib.sha256(content).hexdigest())
    opened = check_bundle(io.BytesIO(whole), len(whole))
    with pytest.raises(Refused, match="bundle_malformed"):
        read_words(io.BytesIO(whole), opened, open_key(opened, READER))


def test_a_photo_with_another_ones_name_is_refused() -> None:
    whole = bundle(b"foto rumah", name=photo_name(b"foto lain"))
    opened = check_bundle(io.BytesIO(whole), len(whole))
    key = open_key(opened, READER)
    words = read_words(io.BytesIO(whole), opened, key)
    with pytest.raises(Refused, match="bundle_malformed"):
        read_photo(io.BytesIO(whole), opened, key, 0, words.photos[0])
