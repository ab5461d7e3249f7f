"""A sealed file comes back byte for byte, or not at all."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.storage.files import CHUNK_BYTES, SealedFiles

KEY = bytes(range(32))
BLOCK = CHUNK_BYTES + 16
HEADER = len(b"balai-file 1\n")
relaxed = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)


@pytest.fixture
def files(tmp_path: Path) -> SealedFiles:
    return SealedFiles(tmp_path / "files", KEY)


def path_of(files: SealedFiles, name: str) -> Path:
    return files.folder / f"{name}.sealed"


def refused(files: SealedFiles, name: str) -> str:
    with pytest.raises(Refused) as caught:
        files.open(name)
    return caught.value.code


@pytest.mark.parametrize(
    "size", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES, 3 * CHUNK_BYTES + 7]
)
def test_what_was_put_comes_back(files: SealedFiles, tmp_path: Path, size: int) -> None:
    content = os.urandom(size)
    plain = tmp_path / "plain"
    plain.write_bytes(content)
    for source in (content, plain):
        told = files.put(source, "photo")
        assert files.open(told.name) == content
        assert (told.size, told.sha256, told.kind) == (size, hashlib.sha256(content).hexdigest(), "photo")


def test_nothing_of_the_content_or_its_hash_is_readable(files: SealedFiles) -> None:
    told = files.put(b"wajah seseorang " * 100, "photo")
    assert b"wajah" not in path_of(files, told.name).read_bytes()
    assert told.sha256[:12] not in told.name


def test_the_same_photo_twice_lies_there_as_two_different_files(files: SealedFiles) -> None:
    first, second = files.put(b"sama", "photo"), files.put(b"sama", "photo")
    assert path_of(files, first.name).read_bytes() != path_of(files, second.name).read_bytes()


@relaxed
@given(st.data())
def test_any_flipped_byte_is_refused(files: SealedFiles, data: st.DataObject) -> None:
    told = files.put(bytes(CHUNK_BYTES + 100), "photo")
    path = path_of(files, told.name)
    content = bytearray(path.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(bytes(content))
    assert refused(files, told.name) == "file_damaged"
    path.unlink()


@relaxed
@given(st.one_of(st.integers(0, 2 * BLOCK + HEADER + 99), st.sampled_from([HEADER + n * BLOCK for n in range(3)])))
def test_any_truncation_is_refused(files: SealedFiles, length: int) -> None:
    told = files.put(bytes(2 * CHUNK_BYTES + 84), "photo")
    path = path_of(files, told.name)
    whole = path.read_bytes()
    assert length < len(whole)
    path.write_bytes(whole[:length])
    assert refused(files, told.name) == "file_damaged"
    path.unlink()


def test_a_longer_file_and_swapped_or_repeated_chunks_are_refused(files: SealedFiles) -> None:
    told = files.put(os.urandom(3 * CHUNK_BYTES + 5), "photo")
    path = path_of(files, told.name)
    whole = path.read_bytes()
    head, body = whole[:HEADER], whole[HEADER:]
    one, two, three, end = (body[place : place + BLOCK] for place in range(0, len(body), BLOCK))
    for changed in (
        whole + b"\0",
        head + two + one + three + end,
        head + one + one + two + three + end,
        head + one + three + end,
        head + end,
    ):
        path.write_bytes(changed)
        assert refused(files, told.name) == "file_damaged"


def test_a_file_under_another_name_or_from_another_vault_is_refused(files: SealedFiles) -> None:
    one, two = files.put(b"satu", "photo"), files.put(b"dua", "photo")
    path_of(files, two.name).write_bytes(path_of(files, one.name).read_bytes())
    assert refused(files, two.name) == "file_damaged"
    assert refused(SealedFiles(files.folder, bytes(32)), one.name) == "file_damaged"


@pytest.mark.parametrize("name", ["0" * 32, "", "../slots", "A" * 32, "0" * 31])
def test_a_file_that_is_not_there_is_said_to_be_missing(files: SealedFiles, name: str) -> None:
    assert refused(files, name) == "file_missing"


def test_a_file_too_big_leaves_nothing_behind(files: SealedFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.storage.files.LARGEST_BYTES", CHUNK_BYTES)
    with pytest.raises(Refused) as caught:
        files.put(bytes(CHUNK_BYTES + 1), "photo")
    assert caught.value.code == "file_too_big"
    assert list(files.folder.iterdir()) == []


def test_only_what_nobody_tells_of_is_listed_for_clean_up(files: SealedFiles) -> None:
    kept, loose = files.put(b"a", "photo"), files.put(b"b", "photo")
    assert files.unreferenced([kept.name]) == (loose.name,)
    files.delete(loose.name)
    assert files.names() == {kept.name}
    assert files.holds(kept.name)


def test_what_an_interrupted_put_left_is_swept_and_never_taken_for_a_file(files: SealedFiles) -> None:
    kept = files.put(b"a", "photo")
    (files.folder / ("0" * 32 + ".part")).write_bytes(b"half")
    assert files.names() == {kept.name}
    assert files.sweep() == 1
    assert files.open(kept.name) == b"a"
