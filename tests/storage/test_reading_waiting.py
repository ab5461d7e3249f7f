from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.payloads import Evidence, ReceiptIssued
from app.domain.payloads.visits import VisitRecorded
from app.storage.reading import SqlReading
from app.usecases.exchange import STICK
from app.wire.entry import header_bytes
from tests.storage.laptops import HandChain, Laptop, correction, district, family, photo, roster, visit


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    laptop = Laptop(tmp_path)
    laptop.publish(roster(family(number) for number in range(1, 9)))
    return laptop


@pytest.fixture
def reading(laptop: Laptop) -> SqlReading:
    return SqlReading(laptop.database, laptop.clock)


@pytest.fixture
def above(laptop: Laptop) -> HandChain:
    above = district()
    laptop.store.pin_district(above.public_key)
    return above


def kinds(reading: SqlReading) -> list[str]:
    return [item.entry.kind for item in reading.waiting().items]


def issue(laptop: Laptop, above: HandChain, number: str, through: int, turn: int, chain: str = "") -> None:
    name = chain or laptop.chain
    held = laptop.store.hash_at(name, through)
    assert held is not None
    above.write("", ReceiptIssued(number, {name: through}, {name: held}), turn)
    laptop.store.receive(above.entries)


def last(laptop: Laptop) -> int:
    return laptop.store.vector()[laptop.chain].seq


def keep(laptop: Laptop, *photos: Evidence) -> None:
    with laptop.database.write() as connection:
        for one in photos:
            connection.exec_driver_sql(
                "INSERT INTO evidence (name, size, kind, media, file, kept_at_ms) VALUES (?, ?, ?, ?, 'a', 1)",
                (one.name, one.size, one.kind, one.media),
            )


def with_photos(number: int, *photos: Evidence) -> VisitRecorded:
    return visit(family(number), photos=photos)


def test_everything_waits_until_a_receipt_says_otherwise(laptop: Laptop, reading: SqlReading, above: HandChain) -> None:
    laptop.record("k1", visit(family(1)))
    assert kinds(reading) == ["person_added", "pack_published", "visit_recorded"]

    laptop.store.mark_sent({laptop.chain: last(laptop)})
    assert [item.transport.state for item in reading.waiting().items] == ["sent"] * 3
    assert reading.home().travelling == reading.home().waiting_entries == 3
    laptop.record("k2", visit(family(2)))
    assert (reading.home().travelling, reading.home().waiting_entries) == (3, 4), "what came after it is not under way"

    laptop.store.mark_sent({laptop.chain: last(laptop)}, STICK)
    assert {item.transport.road for item in reading.waiting().items} == {"stick"}
    assert reading.home().travelling == 4
    assert reading.home().last_exchange_at_ms == 0, "a stick is no exchange before something comes back"

    issue(laptop, above, "R-1", last(laptop), 100)
    assert kinds(reading) == []
    assert reading.waiting().words == reading.waiting().word_bytes == 0


def test_what_came_after_the_receipt_waits(laptop: Laptop, reading: SqlReading, above: HandChain) -> None:
    issue(laptop, above, "R-1", last(laptop), 100)
    laptop.record("k1", visit(family(1)))
    laptop.record("k2", correction("address", "", "Jl. Baru"))
    waiting = reading.waiting()

    assert [item.entry.kind for item in waiting.items] == ["visit_recorded", "change_proposed"]
    assert [item.head_name for item in waiting.items] == [family(1).head_name, family(2).head_name]
    assert waiting.words == 2
    assert [item.size for item in waiting.items] == [
        len(item.entry.payload) + len(header_bytes(item.entry)) for item in waiting.items
    ]


def test_seals_travel_and_are_nobodys_act(laptop: Laptop, reading: SqlReading, above: HandChain) -> None:
    issue(laptop, above, "R-1", last(laptop), 100)
    laptop.record("k1", visit(family(1)))
    before = reading.waiting()
    laptop.journal.seal()
    after = reading.waiting()

    assert (after.words, len(after.items)) == (before.words, len(before.items)) == (1, 1)
    assert after.word_bytes > before.word_bytes


def test_the_sum_of_bytes_is_about_what_the_entries_weigh(laptop: Laptop, reading: SqlReading) -> None:
    for number in range(1, 9):
        laptop.record(f"k{number}", visit(family(number)))
    entries = laptop.store.entries_after({}, 1 << 20)
    exact = sum(len(entry.payload) + len(header_bytes(entry)) for entry in entries)

    assert abs(reading.waiting().word_bytes - exact) < 0.05 * exact


def test_the_newest_receipt_decides_even_where_it_holds_less(
    laptop: Laptop, reading: SqlReading, above: HandChain
) -> None:
    early = last(laptop)
    laptop.record("k1", visit(family(1)))
    issue(laptop, above, "R-1", last(laptop), 100)
    assert kinds(reading) == []

    issue(laptop, above, "R-2", early, 110)
    assert kinds(reading) == ["visit_recorded"]


def test_a_relayed_laptops_entries_wait_too_and_the_districts_own_do_not(
    laptop: Laptop, reading: SqlReading, above: HandChain
) -> None:
    issue(laptop, above, "R-1", last(laptop), 100)
    other = HandChain("otherlaptopb.1", "stranger0001", 7)
    other.write("k3", visit(family(3)), 200)
    laptop.store.receive(other.entries)
    assert [(item.entry.chain, item.entry.kind) for item in reading.waiting().items] == [(other.name, "visit_recorded")]

    issue(laptop, above, "R-2", 2, 300, other.name)
    assert kinds(reading) == []


def test_photos_of_what_the_district_set_aside_wait_for_nothing(laptop: Laptop, reading: SqlReading) -> None:
    first = laptop.record("k1", with_photos(1, photo(1), photo(2)))
    laptop.record("k2", with_photos(2, photo(2)))
    keep(laptop, photo(1), photo(2))
    aside = (first.partition("/")[0], int(first.partition("/")[2]))
    laptop.store.keep_aside({aside: "not_allowed"})
    waiting = reading.waiting()
    assert (waiting.photos, waiting.photo_bytes) == (1, 60_000)
    assert [item.photos for item in waiting.items if item.entry.kind == "visit_recorded"] == [0, 1]
    laptop.store.keep_aside({})
    assert reading.waiting().photos == 2


def test_photos_wait_until_the_district_has_them_whole(laptop: Laptop, reading: SqlReading, above: HandChain) -> None:
    laptop.record("k1", with_photos(1, photo(1), photo(2)))
    laptop.record("k2", with_photos(2, photo(2), photo(3)))
    keep(laptop, photo(1), photo(2))
    waiting = reading.waiting()
    visits = [item for item in waiting.items if item.entry.kind == "visit_recorded"]

    assert [(item.photos, item.photo_bytes) for item in visits] == [(2, 120_000), (1, 60_000)]
    assert (waiting.photos, waiting.photo_bytes) == (2, 120_000)

    issue(laptop, above, "R-1", last(laptop), 100)
    laptop.store.acknowledge_evidence([photo(2).name])
    rest = reading.waiting()
    assert [(item.entry.subject, item.photos, item.transport.state) for item in rest.items] == [("k1", 1, "received")]
    assert (rest.words, rest.photos, rest.photo_bytes) == (0, 1, 60_000)

    laptop.store.acknowledge_evidence([photo(1).name])
    assert reading.waiting().items == []


def test_home_says_the_same_as_the_list_of_what_waits(laptop: Laptop, reading: SqlReading, above: HandChain) -> None:
    issue(laptop, above, "R-7", last(laptop), 100)
    laptop.record("k1", with_photos(1, photo(1)))
    keep(laptop, photo(1))
    home, waiting = reading.home(), reading.waiting()

    assert (home.waiting_entries, home.waiting_photos) == (waiting.words, waiting.photos) == (1, 1)
    assert home.waiting_bytes == waiting.word_bytes + waiting.photo_bytes
    assert home.smallest_photo == waiting.photo_bytes
    assert home.last_receipt == "R-7"
    assert home.last_exchange_at_ms > 0


def test_receipts_are_told_newest_first(laptop: Laptop, reading: SqlReading, above: HandChain) -> None:
    for n in range(1, 5):
        issue(laptop, above, f"R-{n}", 1, 100 * n)

    payloads = [record.payload for record in reading.receipts(3)]
    assert [one.number for one in payloads if isinstance(one, ReceiptIssued)] == ["R-4", "R-3", "R-2"]


def test_an_enumerator_is_shown_what_waits_of_his_rts(laptop: Laptop) -> None:
    laptop.record("k1", visit(family(1)))
    laptop.record("k2", visit(family(2)))
    bound = SqlReading(laptop.database, laptop.clock, rts=("002/001",)).waiting()

    assert [item.entry.subject for item in bound.items if item.entry.subject] == ["k1"]
    assert bound.words == 4
