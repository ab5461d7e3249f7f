"""Whatever a stick does is said, and nothing is lost: full, read-only, pulled out, broken, swapped, infected."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.errors import Problem, Refused, Unavailable
from app.hub.enrol import make_code
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.sync import stick
from app.sync.enrolment import EnrolledPerson, enrol
from app.sync.stick import FolderSticks
from app.usecases.carry import Carrying
from app.wire.parts import Part, part_head
from tests import machine
from tests.machine import fill
from tests.sync.conftest import NewLaptop
from tests.sync.laptop import VILLAGE, Laptop
from tests.sync.test_exchange import LIST

PAGE = 4096
"""How tmpfs counts."""

Told = Callable[[Carrying], None]


def never() -> bool:
    return False


def nothing(_step: Carrying) -> None:
    """Nobody watches."""


def save(laptop: Laptop, folder: Path, told: Told = nothing, part_bytes: int | None = None) -> None:
    """Save everything there."""
    laptop.sticks.save(folder, for_laptops=True, photos=True, part_bytes=part_bytes, told=told, cancelled=never)


def at(step: str, act: Callable[[], None], after: int = 1) -> Told:
    """Do something once, when this step is told for the `after`-th time."""
    seen = 0

    def tell(carrying: Carrying) -> None:
        nonlocal seen
        if carrying.step == step:
            seen += 1
            if seen == after:
                act()

    return tell


def code_of(act: Callable[[], object]) -> str:
    """The code with which it is refused, empty where it is not."""
    try:
        act()
    except Problem as problem:
        return problem.code
    return ""


def sent(laptop: Laptop) -> list[object]:
    """What the laptop believes to have handed over by stick."""
    with laptop.database.read() as connection:
        return list(connection.exec_driver_sql("SELECT chain, seq FROM sent WHERE road = 'stick'").all())


@pytest.fixture
def pair(hub: LocalHub, new_laptop: NewLaptop) -> tuple[Laptop, Laptop]:
    """Two enrolled laptops; the first has something to tell, with a photo."""
    first, second = new_laptop(), new_laptop()
    first.enrol(hub)
    second.enrol(hub)
    publish(hub.district, VILLAGE, LIST, month="2026-11")
    first.exchange()
    first.visit("f-1", first.photo("rumah", 30_000))
    return first, second


@pytest.fixture
def small_stick(tmp_path: Path) -> Iterator[Path]:
    with machine.small_disk(tmp_path / "stick", "1m") as disk:
        yield disk


@pytest.mark.parametrize("part_bytes", [None, 64 << 10])
def test_a_stick_that_is_full_at_any_write_keeps_nothing_and_nothing_is_called_sent(
    pair: tuple[Laptop, Laptop], small_stick: Path, part_bytes: int | None
) -> None:
    first, _ = pair
    first.visit("f-2", *(first.photo(f"foto {n}", 30_000) for n in range(2)))
    tried = 0
    while True:
        ballast = fill(small_stick, leave=tried * PAGE)
        code = code_of(lambda: save(first, small_stick, part_bytes=part_bytes))
        ballast.unlink()
        if not code:
            break
        assert code == "stick_full", tried
        assert list(small_stick.iterdir()) == [], tried
        assert sent(first) == [], tried
        tried += 1
    assert tried > 20, "it was refused at every size before the one that was enough"
    assert len(list(small_stick.glob("*.balai"))) == (1 if part_bytes is None else 2)
    assert sent(first)


def test_a_laptop_that_is_full_at_any_write_takes_nothing_in_and_takes_all_once_there_is_room(
    pair: tuple[Laptop, Laptop], tmp_path: Path, small_stick: Path
) -> None:
    first, second = pair
    path = first.write_stick(tmp_path / "stik").paths[0]
    before = second.store.vector()
    room = FolderSticks(second.carrier, small_stick / "incoming", lambda: VILLAGE)
    (small_stick / "incoming").mkdir()
    tried = 0
    while True:
        ballast = fill(small_stick, leave=tried * PAGE)
        code = code_of(lambda: room.take(path, nothing, never))
        ballast.unlink()
        if not code:
            break
        assert code == "disk_full"
        assert second.store.vector() == before
        assert list((small_stick / "incoming").iterdir()) == []
        tried += 1
    assert tried > 5
    assert second.said_about("f-1") == ["visit_recorded"]


def test_a_read_only_stick_is_said(pair: tuple[Laptop, Laptop], small_stick: Path) -> None:
    first, _ = pair
    subprocess.run(["mount", "-o", "remount,ro", str(small_stick)], check=True)
    assert code_of(lambda: save(first, small_stick)) == "stick_read_only"
    assert sent(first) == []


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to_is_said(pair: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    first, _ = pair
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    assert code_of(lambda: save(first, folder)) == "stick_read_only"


@pytest.mark.skipif(sys.platform == "win32", reason="modes of folders")
def test_what_may_not_be_read_is_not_said_to_be_closed_for_writing(pair: tuple[Laptop, Laptop]) -> None:
    _, second = pair
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        place.chmod(0o755)
        (place / "locked").mkdir(mode=0)
        with as_somebody_else():
            assert code_of(lambda: second.sticks.find(place / "locked")) == "stick_unreadable"


@pytest.mark.skipif(sys.platform == "win32", reason="modes of folders")
def test_a_place_that_can_not_be_reached_at_all_is_said(pair: tuple[Laptop, Laptop]) -> None:
    _, second = pair
    with tempfile.TemporaryDirectory() as name:
        place = Path(name) / "locked" / "stik"
        place.mkdir(parents=True)
        place.parent.chmod(0)
        Path(name).chmod(0o755)
        with as_somebody_else():
            assert code_of(lambda: second.sticks.find(place)) == "stick_gone"
            assert not second.sticks.strange_files(place)


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """Without the rights of the machine's owner, for whom no folder is closed."""
    owner = os.geteuid()
    if owner == 0:
        os.seteuid(65_534)
    try:
        yield
    finally:
        os.seteuid(owner)


@pytest.mark.parametrize("step", ["gathering", "writing", "checking"])
def test_a_stick_that_is_pulled_out_while_it_is_written_is_said_and_nothing_is_called_sent(
    pair: tuple[Laptop, Laptop], tmp_path: Path, step: str
) -> None:
    if step == "writing" and sys.platform == "win32":
        pytest.skip("Windows removes no file that is being written")
    first, second = pair
    folder = tmp_path / "stik"
    folder.mkdir()
    assert code_of(lambda: save(first, folder, at(step, lambda: shutil.rmtree(folder)))) == "stick_gone"
    assert sent(first) == []
    folder.mkdir()
    save(first, folder)
    second.read_stick(folder)
    assert second.said_about("f-1") == ["visit_recorded"]


def test_a_stick_that_gives_back_other_bytes_is_called_broken(pair: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    first, _ = pair
    folder = tmp_path / "stik"
    folder.mkdir()

    def decay() -> None:
        (path,) = folder.iterdir()
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)

    assert code_of(lambda: save(first, folder, at("checking", decay))) == "stick_changed"
    assert list(folder.iterdir()) == []
    assert sent(first) == []


def test_a_stick_that_is_pulled_out_while_it_is_read_changes_nothing(
    pair: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    first, second = pair
    first.visit("f-2", *(first.photo(f"foto {n}", 60_000) for n in range(3)))
    folder = tmp_path / "stik"
    path = first.write_stick(folder, part_bytes=100_000).paths[0]
    before = second.store.vector()
    pull = at("copying", lambda: shutil.rmtree(folder))
    assert code_of(lambda: second.sticks.take(path, pull, never)) == "stick_gone"
    assert code_of(lambda: second.sticks.find(folder)) == "stick_gone"
    assert code_of(lambda: second.sticks.take(path, nothing, never)) == "stick_gone"
    assert second.store.vector() == before
    assert list((second.folder / "incoming").iterdir()) == []


def test_once_it_is_copied_the_stick_is_not_needed_any_more(pair: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    first, second = pair
    folder = tmp_path / "stik"
    path = first.write_stick(folder).paths[0]
    taken = second.sticks.take(path, at("photos", lambda: shutil.rmtree(folder)), never)
    assert (taken.photos, second.said_about("f-1")) == (1, ["visit_recorded"])


@pytest.mark.parametrize("after", range(1, 5))
def test_saving_that_is_stopped_leaves_nothing(pair: tuple[Laptop, Laptop], tmp_path: Path, after: int) -> None:
    first, _ = pair
    folder = tmp_path / "stik"
    folder.mkdir()
    asked = 0

    def stop() -> bool:
        nonlocal asked
        asked += 1
        return asked >= after

    def act() -> object:
        return first.sticks.save(folder, for_laptops=True, photos=True, part_bytes=None, told=nothing, cancelled=stop)

    assert code_of(act) == "bundle_stopped"
    assert list(folder.iterdir()) == []
    assert sent(first) == []


def test_another_village_s_bundle_gets_its_own_sentence_on_laptops(
    hub: LocalHub, pair: tuple[Laptop, Laptop], new_laptop: NewLaptop, tmp_path: Path
) -> None:
    _, second = pair
    neighbour = new_laptop()
    code = make_code(hub.district, "7308032002", "Bonto Lain", "operator", "Nur", ())
    person = EnrolledPerson(neighbour.actor.person, neighbour.signing.public_key().public_bytes_raw())
    neighbour.enrolment = enrol(hub.url, code.text, neighbour.keys, person, label="Laptop tetangga")
    path = neighbour.write_stick(tmp_path / "stik").paths[0]
    (found,) = second.sticks.find(tmp_path / "stik")
    assert (found.problem, found.own) == ("bundle_other_village", False)
    with pytest.raises(Refused) as refused:
        second.sticks.take(path, nothing, never)
    assert refused.value.code == "bundle_other_village"
    assert refused.value.facts == {"village": "7308032002", "own": VILLAGE}


def test_another_district_s_bundle_gets_its_own_sentence(pair: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    first, second = pair
    assert first.enrolment is not None
    first.enrolment = replace(first.enrolment, hub="elsewhere")
    path = first.write_stick(tmp_path / "stik").paths[0]
    assert code_of(lambda: second.sticks.take(path, nothing, never)) == "bundle_other_district"


def test_other_files_on_a_stick_are_told_of_and_never_opened(pair: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    first, second = pair
    folder = tmp_path / "stik"
    first.write_stick(folder)
    (folder / "daftar bantuan.xlsx").write_bytes(b"PK")
    assert not second.sticks.strange_files(folder)
    for name in ("AUTORUN.INF", "Foto.lnk", "balai.exe", "video.mp4.scr"):
        strange = folder / name
        strange.write_bytes(b"MZ")
        os.chmod(strange, 0)
        assert second.sticks.strange_files(folder), name
        (found,) = second.sticks.find(folder)
        assert second.sticks.strange_files(found.path), "beside a file that was chosen too"
        os.chmod(strange, 0o600)  # Windows removes nothing that may not be written
        strange.unlink()
    if sys.platform != "win32":
        os.mkfifo(folder / "pipa.balai")
        (folder / "tautan.balai").symlink_to("/etc/passwd")
    (folder / "folder.balai").mkdir()
    (folder / "bukan.balai").write_bytes(b"MZ\x90")
    good, odd = second.sticks.find(folder)
    assert (good.for_us, odd.path.name, odd.problem) == (True, "bukan.balai", "bundle_unknown")
    assert second.sticks.take(good.path, nothing, never).photos == 1


def test_parts_among_thousands_of_other_files_are_found(pair: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    """As in the folder where a messenger puts what it gets."""
    first, second = pair
    first.visit("f-2", *(first.photo(f"foto {n}", 60_000) for n in range(5)))
    folder = tmp_path / "WhatsApp Documents"
    folder.mkdir()
    for number in range(2_500):
        (folder / f"IMG-{number}.jpg").touch()
    parts = first.write_stick(folder, part_bytes=100_000).paths
    (found,) = second.sticks.find(folder)
    assert (found.parts, found.missing_parts) == (len(parts), ())
    assert second.sticks.take(parts[1], nothing, never).photos >= 5


def test_parts_lie_alone_before_the_folder_is_flushed(
    pair: tuple[Laptop, Laptop], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a power cut may bring back beside them would make them look like what an earlier one tore."""
    first, _ = pair
    first.visit("f-2", first.photo("dapur", 100_000))
    lay: list[set[str]] = []
    monkeypatch.setattr(stick, "flush_folder", lambda folder: lay.append({path.suffix for path in folder.iterdir()}))
    saved = first.write_stick(tmp_path / "stik", part_bytes=70_000)
    assert len(saved.paths) > 1
    assert lay == [{".balai"}]


def test_a_stick_is_listed_without_reading_it_through_and_what_is_torn_is_listed_too(
    pair: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    first, second = pair
    first.visit("f-2", *(first.photo(f"foto {n}", 60_000) for n in range(3)))
    folder = tmp_path / "stik"
    whole = first.write_stick(folder).paths[0]
    parts = first.write_stick(folder, part_bytes=100_000).paths
    content = whole.read_bytes()
    flipped = bytearray(content)
    flipped[-1000] ^= 1
    (folder / "terbalik.balai").write_bytes(flipped)
    (folder / "terpotong.balai").write_bytes(content[:-1])
    found = {one.path.name: one for one in second.sticks.find(folder)}
    assert set(found) == {whole.name, parts[0].name, "terbalik.balai", "terpotong.balai"}
    assert found["terpotong.balai"].problem == "bundle_torn"
    assert found["terbalik.balai"].for_us, "only its signature tells, and that is looked at when it is taken"
    assert code_of(lambda: second.sticks.take(folder / "terbalik.balai", nothing, never)) == "bundle_damaged"
    (in_parts,) = (one for one in found.values() if one.parts > 1)
    assert (in_parts.sender, in_parts.at_ms > 0, in_parts.missing_parts) == (first.called, True, ())
    assert not (second.folder / "incoming").exists() or list((second.folder / "incoming").iterdir()) == []


def test_parts_that_contradict_each_other_take_no_room(pair: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    _, second = pair
    far = 1 << 50
    lies = Part(bytes(32), 1, 1, far + 5, far, 5, b"\x00" * 32)
    path = tmp_path / "jauh.balai"
    path.write_bytes(part_head(lies) + b"hello")
    assert code_of(lambda: second.sticks.take(path, nothing, never)) == "bundle_malformed"
    twice = [Part(bytes(32), place, 2, 10, 0, 5, b"\x00" * 32) for place in (1, 2)]
    for part in twice:
        (tmp_path / f"dua-{part.place}.balai").write_bytes(part_head(part) + b"hello")
    assert code_of(lambda: second.sticks.take(tmp_path / "dua-1.balai", nothing, never)) == "bundle_malformed"
    assert list((second.folder / "incoming").iterdir()) == []


def test_a_file_that_is_no_bundle_is_said(pair: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    _, second = pair
    path = tmp_path / "surat.balai"
    path.write_bytes(b"%PDF-1.7")
    assert code_of(lambda: second.sticks.find(path)) == "bundle_unknown"
    assert code_of(lambda: second.sticks.take(path, nothing, never)) == "bundle_unknown"
    with pytest.raises(Unavailable, match="stick_gone"):
        second.sticks.find(tmp_path / "nowhere")
