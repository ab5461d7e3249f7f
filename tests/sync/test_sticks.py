"""Sticks carry what a line would, among laptops and to the district and back: whole or not at all, twice harmless."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.entry import Entry
from app.domain.errors import Refused
from app.hub.bundle_files import Outcome, read_bundles
from app.hub.bundles import Arrived, Gap, make_bundle, take_bundle
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.hub.views.sticks import outcome_lines
from app.hub.words import day_of, say_day
from app.sync.carrier import LARGEST_ENTRIES
from app.ui.messages import explain
from app.wire.bundle import check_bundle
from tests.sync.conftest import Back, NewLaptop
from tests.sync.laptop import VILLAGE, Laptop
from tests.sync.test_exchange import LIST


@pytest.fixture
def pair(hub: LocalHub, new_laptop: NewLaptop) -> tuple[Laptop, Laptop]:
    """Two enrolled laptops; the second one never has a line again."""
    first, second = new_laptop(), new_laptop()
    first.enrol(hub)
    second.enrol(hub)
    return first, second


def bring(hub: LocalHub, path: Path) -> Arrived:
    """Somebody brings a stick to the district."""
    with path.open("rb") as file:
        return take_bundle(hub.district, file, check_bundle(file, path.stat().st_size))


def fetch(hub: LocalHub, folder: Path, name: str = "kabupaten.balai") -> Path:
    """The district writes a stick for the village."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    with path.open("wb") as file:
        for piece in make_bundle(hub.district, VILLAGE):
            file.write(piece)
    return path


def waiting(laptop: Laptop) -> tuple[int, int]:
    """Own entries that no receipt covers, and photos."""
    with laptop.database.read() as connection:
        covered = {
            str(chain): int(seq)
            for chain, seq in connection.exec_driver_sql(
                "SELECT chain, max(seq) FROM receipt_view GROUP BY chain"
            ).all()
        }
    own = [
        one
        for one in laptop.store.entries_after(covered, 1 << 24)
        if one.chain.startswith(laptop.keys.device) and one.kind in ("visit_recorded", "change_proposed")
    ]
    return len(own), len(laptop.evidence.waiting())


def test_a_laptop_without_a_line_reaches_the_district_over_another_one(
    hub: LocalHub, pair: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    first, second = pair
    publish(hub.district, VILLAGE, LIST, month="2026-11")
    first.exchange()
    first.write_stick(tmp_path / "one")
    (taken,) = second.read_stick(tmp_path / "one")
    assert taken.list_month == "2026-11"
    assert taken.missing == ()
    second.visit("f-1", second.photo("rumah"))
    second.propose("f-2")
    saved = second.write_stick(tmp_path / "two")
    assert (saved.photos, len(saved.paths)) == (1, 1)
    assert waiting(second) == (2, 1)
    (taken,) = first.read_stick(tmp_path / "two")
    assert (taken.photos, taken.sender) == (1, second.called)
    outcome = first.exchange()
    assert (outcome.sent_photos, outcome.quarantined) == (1, ())
    assert first.said_about("f-1") == ["visit_recorded"]
    first.propose("f-1")
    first.exchange()
    first.write_stick(tmp_path / "three")
    (taken,) = second.read_stick(tmp_path / "three")
    assert taken.receipts
    assert waiting(second) == (0, 0), "the receipt for words and photo came back by stick"
    assert second.store.vector() == first.store.vector()


def test_a_stick_goes_to_the_district_and_back_without_any_line(
    hub: LocalHub, pair: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    _, laptop = pair
    publish(hub.district, VILLAGE, LIST, month="2026-11")
    laptop.sticks.take(fetch(hub, tmp_path), lambda step: None, lambda: False)
    laptop.visit("f-1", laptop.photo("rumah"), laptop.photo("dapur"))
    saved = laptop.write_stick(tmp_path / "stick")
    came = bring(hub, saved.paths[0])
    assert (came.photos, came.set_aside, came.missing, came.laptop) == (2, 0, 0, laptop.called)
    assert came.receipt
    again = bring(hub, saved.paths[0])
    assert (again.entries, again.photos, again.receipt) == (0, 0, "")
    taken = laptop.sticks.take(fetch(hub, tmp_path), lambda step: None, lambda: False)
    assert came.receipt in taken.receipts
    assert (taken.sender, waiting(laptop)) == ("Kabupaten Latihan", (0, 0))
    assert laptop.write_stick(tmp_path / "later").photos == 0
    quiet = laptop.sticks.take(fetch(hub, tmp_path), lambda step: None, lambda: False)
    assert (quiet.entries, quiet.receipts) == (0, ())


def test_what_a_stick_lacks_is_named_with_the_stick_that_has_it(
    hub: LocalHub, pair: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    first, second = pair
    first.exchange()
    second.visit("f-1")
    second.write_stick(tmp_path / "lost")
    # The district has heard of nothing; a bundle for it alone would hold all, so the second one is made to skip.
    cargo = second.carrier().cargo(for_laptops=False, photos=False)
    second.visit("f-2")
    later = second.carrier().cargo(for_laptops=False, photos=False)
    held = {one.id for one in cargo.entries}
    torn = replace(later, entries=[one for one in later.entries if one.id not in held])
    path = tmp_path / "later.balai"
    path.write_bytes(b"".join(second.carrier().pieces(torn)))
    taken = first.sticks.take(path, lambda step: None, lambda: False)
    ((missing),) = taken.missing
    assert missing.laptop == second.called, "both are hers, and named alike"
    assert missing.entries == second.store.vector()[torn.entries[-1].chain].seq
    assert missing.written_at_ms > 0
    came = bring(hub, path)
    assert came.gaps == (Gap(second.called, missing.entries, missing.written_at_ms),)
    told = outcome_lines(Outcome("later.balai", came, None)).lines[-1]
    day = say_day(day_of(missing.written_at_ms))
    assert told == f"Kurang {missing.entries} catatan dari {second.called}; ada di stik tanggal {day}."
    first.read_stick(tmp_path / "lost")
    again = first.sticks.take(path, lambda step: None, lambda: False)
    assert (again.missing, first.said_about("f-2")) == ((), ["visit_recorded"])


def test_a_bundle_comes_in_parts_in_any_order(hub: LocalHub, pair: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    first, second = pair
    first.exchange()
    first.visit("f-1", *(first.photo(f"foto {n}", 60_000) for n in range(4)))
    saved = first.write_stick(tmp_path / "parts", part_bytes=100_000)
    assert len(saved.paths) == 3
    assert all(path.stat().st_size <= 100_000 for path in saved.paths)
    (tmp_path / "parts" / "autorun.inf").write_text("[autorun]")
    lost = saved.paths[1].rename(tmp_path / "elsewhere.balai")
    (found,) = second.sticks.find(tmp_path / "parts")
    assert (found.missing_parts, found.parts) == ((2,), 3)
    with pytest.raises(Refused) as refused:
        second.sticks.take(saved.paths[2], lambda step: None, lambda: False)
    assert (refused.value.code, refused.value.facts["parts"]) == ("bundle_part_missing", "2")
    shutil.move(lost, saved.paths[0].with_name("zzz.balai"))
    taken = second.sticks.take(saved.paths[2], lambda step: None, lambda: False)
    assert taken.photos == 4
    assert second.said_about("f-1") == ["visit_recorded"]


@pytest.mark.parametrize("again", ["0.balai", "zzz.balai"])
def test_a_part_that_came_damaged_is_named_and_taken_when_it_is_sent_again(
    hub: LocalHub, pair: tuple[Laptop, Laptop], tmp_path: Path, again: str
) -> None:
    first, second = pair
    first.exchange()
    first.visit("f-1", *(first.photo(f"foto {n}", 60_000) for n in range(4)))
    saved = first.write_stick(tmp_path / "parts", part_bytes=100_000)
    whole = saved.paths[1].read_bytes()
    saved.paths[1].write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with pytest.raises(Refused) as refused:
        second.sticks.take(saved.paths[0], lambda step: None, lambda: False)
    assert (refused.value.code, dict(refused.value.facts)) == ("bundle_part_damaged", {"place": 2, "all": 3})
    said = explain(refused.value)
    assert "nomor 2 dari 3 rusak" in said.title
    outcomes = read_bundles(hub.district, [(path.name, path) for path in saved.paths])
    assert [one.problem and one.problem.code for one in outcomes] == ["bundle_part_damaged"]
    # Whatever name it comes under: the damaged one still lies beside it.
    (tmp_path / "parts" / again).write_bytes(whole)
    for named in saved.paths:
        assert second.sticks.take(named, lambda step: None, lambda: False).sender
    assert second.said_about("f-1") == ["visit_recorded"]
    files = sorted((tmp_path / "parts").iterdir())
    (outcome,) = read_bundles(hub.district, [(path.name, path) for path in files])
    assert outcome.problem is None


def test_a_stranger_s_bundle_changes_nothing(
    hub: LocalHub, new_laptop: NewLaptop, tmp_path: Path, pair: tuple[Laptop, Laptop]
) -> None:
    _, second = pair
    stranger = new_laptop()
    stranger.enrolment = second.enrolment
    assert second.enrolment is not None
    stranger.store.pin_district(second.enrolment.root_key)
    stranger.store.receive(second.enrolment.entries)
    stranger.visit("f-1", stranger.photo("rumah"))
    saved = stranger.write_stick(tmp_path / "stick")
    before, files = second.store.vector(), sorted((second.folder / "files").rglob("*"))
    assert saved.photos == 1
    with pytest.raises(Refused) as refused:
        second.sticks.take(saved.paths[0], lambda step: None, lambda: False)
    assert refused.value.code == "bundle_sender_unknown"
    assert second.store.vector() == before
    assert (second.evidence.held(), sorted((second.folder / "files").rglob("*"))) == ({}, files), (
        "a stranger's photos fill no disk"
    )
    with pytest.raises(Refused) as refused:
        bring(hub, saved.paths[0])
    assert refused.value.code == "exchange_device_unknown"


def test_every_changed_byte_and_every_cut_is_refused_and_changes_nothing(
    hub: LocalHub, pair: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    first, second = pair
    first.exchange()
    first.visit("f-1", first.photo("rumah", 300))
    path = first.write_stick(tmp_path / "stick").paths[0]
    whole = path.read_bytes()
    before = second.store.vector()
    broken = tmp_path / "broken.balai"
    for at in range(len(whole)):
        flipped = bytearray(whole)
        flipped[at] ^= 1 << (at % 8)
        broken.write_bytes(flipped)
        with pytest.raises(Refused, match="bundle_"):
            second.sticks.take(broken, lambda step: None, lambda: False)
        broken.write_bytes(whole[:at])
        with pytest.raises(Refused, match="bundle_"):
            second.sticks.take(broken, lambda step: None, lambda: False)
    broken.write_bytes(whole + b"x")
    with pytest.raises(Refused, match="bundle_torn"):
        second.sticks.take(broken, lambda step: None, lambda: False)
    assert second.store.vector() == before
    assert list((second.folder / "incoming").iterdir()) == []


def test_what_somebody_wrote_into_another_laptop_s_chain_is_left_out(
    hub: LocalHub, pair: tuple[Laptop, Laptop], new_laptop: NewLaptop, tmp_path: Path
) -> None:
    first, second = pair
    third = new_laptop()
    third.enrol(hub)
    first.exchange()
    second.exchange()
    second.visit("f-1")
    second.write_stick(tmp_path / "true")
    first.read_stick(tmp_path / "true")
    twin = second.clone(tmp_path / "twin")
    try:
        twin.visit("f-2", note="palsu")
        theirs = {str(chain): head.seq for chain, head in first.store.vector().items()}
        first.store.receive(twin.store.entries_after(theirs, 1 << 24))
    finally:
        twin.close()
    first.write_stick(tmp_path / "stick")
    (taken,) = third.read_stick(tmp_path / "stick")
    assert third.said_about("f-1") == ["visit_recorded"], "its own laptop signed this on the stick"
    assert third.said_about("f-2") == []
    assert [one.laptop for one in taken.missing] == [second.called]
    assert first.exchange().quarantined == ()
    third.exchange()
    assert third.said_about("f-2") == []


def test_what_was_told_of_and_is_not_here_is_named_until_it_comes(
    hub: LocalHub, pair: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    first, second = pair
    first.exchange()
    second.exchange()
    assert first.carrier().missing() == []
    second.visit("f-1")
    second.write_stick(tmp_path / "lost")
    second.exchange()
    second.visit("f-2")
    second.sticks.save(
        tmp_path / "lost",
        for_laptops=False,
        photos=False,
        part_bytes=None,
        told=lambda step: None,
        cancelled=lambda: False,
    )
    (later, earlier) = first.sticks.find(tmp_path / "lost")
    first.sticks.take(later.path, lambda step: None, lambda: False)
    gap = next(one for one in first.carrier().missing() if one.laptop == second.called)
    assert gap.entries > 0
    assert earlier.at_ms <= gap.written_at_ms < later.at_ms, "the stick that has them"
    first.sticks.take(earlier.path, lambda step: None, lambda: False)
    first.sticks.take(later.path, lambda step: None, lambda: False)
    assert second.called not in [one.laptop for one in first.carrier().missing()]
    first.exchange()
    assert first.carrier().missing() == []


def test_two_bundles_of_one_second_lie_side_by_side(pair: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    first, _ = pair
    saved = {first.write_stick(tmp_path / "stick").paths[0].name for _ in range(4)}
    assert len(saved) == len(list((tmp_path / "stick").iterdir())) == 4


def test_a_laptop_of_which_nobody_hears_keeps_no_new_words_off_the_sticks(
    hub: LocalHub, new_laptop: NewLaptop, tmp_path: Path
) -> None:
    """It lacks more than a bundle holds, and whoever makes one does not know that it is broken."""
    laptop, silent = new_laptop(), new_laptop("enumerator", "Neni")
    for one in (laptop, silent):
        one.enrol(hub)
    laptop.exchange()
    for number in range(1 + LARGEST_ENTRIES // 200_000):
        laptop.visit(f"f-{number}", note=f"{number} panjang " * 20_000)
    laptop.exchange()
    laptop.visit("f-new")
    with (laptop.write_stick(tmp_path / "there").paths[0]).open("rb") as file:
        came = take_bundle(hub.district, file, check_bundle(file, os.fstat(file.fileno()).st_size))
    assert (came.missing, came.set_aside) == (0, 0)
    assert came.entries == 2, "the visit and its seal"
    (tmp_path / "back.balai").write_bytes(b"".join(make_bundle(hub.district, VILLAGE)))
    assert laptop.sticks.take(tmp_path / "back.balai", lambda step: None, lambda: False).receipts == (came.receipt,)


def test_a_stick_for_the_district_alone_leaves_out_what_a_receipt_confirmed_by_whatever_road_it_came(
    hub: LocalHub, pair: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    first, second = pair
    first.exchange()
    second.visit("f-1")
    second.write_stick(tmp_path / "out")
    first.read_stick(tmp_path / "out")
    first.exchange()
    told = for_district(second)
    assert [one.kind for one in told].count("visit_recorded") == 1, "nothing confirmed it yet"
    first.write_stick(tmp_path / "back")
    second.read_stick(tmp_path / "back")
    assert waiting(second) == (0, 0), "the receipt came back by a colleague's stick"
    second.visit("f-2")
    left = [one for one in for_district(second) if one.chain.startswith(second.keys.device)]
    assert [one.subject for one in left if one.kind == "visit_recorded"] == ["f-2"]
    bring(hub, save_for_district(second, tmp_path / "rest"))
    first.exchange()
    assert first.said_about("f-2") == ["visit_recorded"]


def test_receipts_of_a_district_that_was_restored_since_leave_nothing_out(
    hub: LocalHub, pair: tuple[Laptop, Laptop], tmp_path: Path, yesterday: Callable[[], Back]
) -> None:
    """What it confirmed before it lacks now; the stick of the restored one tells that, and the next one has it all."""
    first, second = pair
    first.exchange()
    back = yesterday()
    second.visit("f-1")
    bring(hub, second.write_stick(tmp_path / "out").paths[0])
    second.sticks.take(fetch(hub, tmp_path), lambda step: None, lambda: False)
    second.visit("f-2")
    kept = save_for_district(second, tmp_path / "knows-nothing")
    restored = back(hub)
    came = bring(restored, kept)
    assert came.missing > 0, "it names what the stick left out"
    assert any("stik kabupaten" in line for line in outcome_lines(Outcome("a", came, None)).lines)
    assert outcome_lines(Outcome("a", came, None)).village == VILLAGE, "its own stick is offered to be taken there"
    second.sticks.take(fetch(restored, tmp_path), lambda step: None, lambda: False)
    again = bring(restored, save_for_district(second, tmp_path / "all"))
    assert (again.missing, again.set_aside) == (0, 0)
    first.exchange(restored.url)
    assert first.said_about("f-1") == first.said_about("f-2") == ["visit_recorded"]


def for_district(laptop: Laptop) -> Sequence[Entry]:
    """What a stick for the district alone would carry."""
    return laptop.carrier().cargo(for_laptops=False, photos=False).entries


def save_for_district(laptop: Laptop, folder: Path) -> Path:
    """Save one."""
    folder.mkdir()
    saved = laptop.sticks.save(
        folder, for_laptops=False, photos=True, part_bytes=None, told=lambda step: None, cancelled=lambda: False
    )
    return saved.paths[0]
