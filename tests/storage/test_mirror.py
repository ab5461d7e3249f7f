"""The mirror gives every entry back, to the vault and to the hub, up to the last whole one."""

from __future__ import annotations

import itertools
import os
import threading
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.storage.mirror import Mirror, Mirrored, read_with_hub, read_with_vault

KEY = bytes(range(32))
HUB = X25519PrivateKey.generate()
HUB_KEY = HUB.public_key().public_bytes_raw()
relaxed = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)


def mirror(folder: Path, hub: bytes | None = None) -> Mirror:
    return Mirror(folder, KEY, "desa", hub)


def filled(folder: Path, contents: list[bytes], hub: bytes | None = None) -> Path:
    log = mirror(folder, hub)
    for number, content in enumerate(contents, 1):
        log.append(content, number)
    log.close()
    return sorted(folder.glob("*.log"))[-1]


def fresh(tmp_path: Path) -> Path:
    return tmp_path / os.urandom(8).hex()


@relaxed
@given(st.lists(st.binary(max_size=200), max_size=12), st.booleans())
def test_both_readers_get_every_entry_in_order(tmp_path: Path, contents: list[bytes], restart_between: bool) -> None:
    folder = fresh(tmp_path)
    log = mirror(folder, HUB_KEY)
    for number, content in enumerate(contents, 1):
        if restart_between:
            log.close()
            log = mirror(folder, HUB_KEY)
        log.append(content, number)
    log.close()
    wanted = tuple(Mirrored(number, content) for number, content in enumerate(contents, 1))
    for reading in (read_with_vault(folder, KEY), read_with_hub(folder, HUB)):
        assert reading.entries == wanted
        assert (reading.torn, reading.damaged, reading.unreadable) == ((), (), ())
    assert mirror(folder).last_number() == len(contents)


@relaxed
@given(st.data())
def test_a_torn_end_costs_only_what_was_torn_and_work_goes_on_behind_it(tmp_path: Path, data: st.DataObject) -> None:
    folder = fresh(tmp_path)
    filled(folder, [b"satu"])
    two = filled(folder, []).read_bytes()
    path = filled_more(folder, 2, b"dua")
    whole = path.read_bytes()
    path.write_bytes(whole[: data.draw(st.integers(len(two) + 1, len(whole) - 1))])
    log = mirror(folder)
    assert log.last_number() == 1
    log.append(b"dua lagi", 2)
    log.close()
    reading = read_with_vault(folder, KEY)
    assert [entry.content for entry in reading.entries] == [b"satu", b"dua lagi"]
    assert reading.torn == (path.stem,)


def filled_more(folder: Path, number: int, content: bytes) -> Path:
    log = mirror(folder)
    log.append(content, number)
    log.close()
    return sorted(folder.glob("*.log"))[-1]


@relaxed
@given(st.data())
def test_no_changed_byte_ever_yields_a_changed_entry(tmp_path: Path, data: st.DataObject) -> None:
    folder = fresh(tmp_path)
    contents = [b"satu", b"dua", b"tiga"]
    path = filled(folder, contents)
    content = bytearray(path.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(bytes(content))
    reading = read_with_vault(folder, KEY)
    assert {entry.content for entry in reading.entries} < set(contents)
    assert reading.torn or reading.damaged or reading.unreadable


def test_what_lies_behind_a_damaged_entry_still_comes_back(tmp_path: Path) -> None:
    path = filled(tmp_path, [b"satu", b"dua", b"tiga"])
    content = bytearray(path.read_bytes())
    content[-(24 + 20) - 5] ^= 1
    path.write_bytes(bytes(content))
    reading = read_with_vault(tmp_path, KEY)
    assert [entry.content for entry in reading.entries] == [b"satu", b"tiga"]
    assert reading.damaged == (path.stem,)


def test_nobody_else_reads_it(tmp_path: Path) -> None:
    path = filled(tmp_path, [b"nama seseorang"], HUB_KEY)
    assert b"nama" not in path.read_bytes()
    assert read_with_vault(tmp_path, bytes(32)).unreadable == (path.stem,)
    assert read_with_hub(tmp_path, X25519PrivateKey.generate()).unreadable == (path.stem,)


def test_entries_written_before_the_hub_was_known_are_opened_to_it_later(tmp_path: Path) -> None:
    log = mirror(tmp_path)
    log.append(b"satu", 1)
    assert read_with_hub(tmp_path, HUB).unreadable
    log.set_hub(HUB_KEY)
    log.append(b"dua", 2)
    log.close()
    reading = read_with_hub(tmp_path, HUB)
    assert [entry.content for entry in reading.entries] == [b"satu", b"dua"]
    assert not reading.unreadable


def test_a_key_that_is_none_does_not_become_the_hubs(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        mirror(tmp_path).set_hub(bytes(3))
    assert caught.value.code == "public_key_bad"


def test_a_long_log_goes_on_in_a_new_segment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.storage.mirror.SEGMENT_BYTES", 2000)
    log = mirror(tmp_path, HUB_KEY)
    log.extend(Mirrored(number, bytes(300)) for number in range(1, 4))
    for number in range(4, 21):
        log.append(bytes(300), number)
    log.close()
    assert len(list(tmp_path.glob("*.log"))) > 2
    assert [entry.number for entry in read_with_hub(tmp_path, HUB).entries] == list(range(1, 21))
    assert mirror(tmp_path).last_number() == 20


def test_many_threads_append_without_spoiling_each_other(tmp_path: Path) -> None:
    log = mirror(tmp_path)
    numbers = iter(range(1, 10_000))

    def work() -> None:
        for number in itertools.islice(numbers, 50):
            log.append(str(number).encode(), number)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    log.close()
    reading = read_with_vault(tmp_path, KEY)
    assert sorted(entry.number for entry in reading.entries) == list(range(1, 201))
    assert not reading.damaged


def test_a_copied_vault_uses_no_nonce_twice(tmp_path: Path) -> None:
    one, two = tmp_path / "satu", tmp_path / "dua"
    filled(one, [b"awal"])
    two.mkdir()
    for path in one.iterdir():
        (two / path.name).write_bytes(path.read_bytes())
    ends = [filled_more(folder, 2, b"sama").read_bytes()[-40:] for folder in (one, two)]
    assert ends[0] != ends[1]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert read_with_vault(tmp_path / "nowhere", KEY).entries == ()
    assert mirror(tmp_path / "nowhere").last_number() == 0
