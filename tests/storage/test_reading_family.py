from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.ids import EntryId, FamilyId
from app.domain.payloads import DecisionMade, ReceiptIssued
from app.domain.roster import Flag
from app.storage.reading import SqlReading
from tests.storage.laptops import HandChain, Laptop, correction, district, family, new_family, photo, roster, visit


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    laptop = Laptop(tmp_path)
    members = tuple(replace(member, flags=(Flag("nik_date", "nik", "x"),)) for member in family(5).members)
    laptop.publish(roster([family(4), replace(family(5), members=members)]))
    return laptop


@pytest.fixture
def reading(laptop: Laptop) -> SqlReading:
    return SqlReading(laptop.database, laptop.clock)


def receive(laptop: Laptop, chain: HandChain) -> None:
    laptop.store.receive(chain.entries)


def test_a_family_shows_its_list_and_its_warnings(reading: SqlReading) -> None:
    detail = reading.family(FamilyId("k5"))

    assert detail is not None
    assert detail.standing.family.head_name == family(5).head_name
    assert [flag.code for flag in detail.flags] == ["kk_short", "nik_date", "nik_date"]
    assert detail.pack_month == "2026-11"
    assert detail.pack is not None
    assert detail.history == []


def test_a_family_that_nobody_knows_is_none(reading: SqlReading) -> None:
    assert reading.family(FamilyId("nobody")) is None


def test_history_says_who_did_what_when_and_where_it_is(laptop: Laptop, reading: SqlReading) -> None:
    visited = laptop.record("k4", visit(family(4)))
    proposed = laptop.record("k4", correction("address", "", "Jl. Baru"))
    laptop.journal.seal()
    laptop.record("k4", visit(family(4), attempt=2, base_visit=visited))

    detail = reading.family(FamilyId("k4"))

    assert detail is not None
    assert [item.record.entry.id for item in detail.history[:2]] == [visited, proposed]
    assert [item.author_name for item in detail.history] == ["Maria Bano"] * 3
    assert [item.sealed for item in detail.history] == [True, True, False]
    assert {item.transport.state for item in detail.history} == {"saved"}
    assert {item.quarantined for item in detail.history} == {""}


def test_a_family_proposed_and_not_yet_listed_is_shown_under_its_entry(laptop: Laptop, reading: SqlReading) -> None:
    made = laptop.record("", new_family("Yohanes Lando"))
    detail = reading.family(FamilyId(made))

    assert detail is not None
    assert not detail.standing.listed
    assert detail.standing.family.head_name == "Yohanes Lando"


def test_an_earlier_lists_id_finds_the_family_with_its_visits(laptop: Laptop, reading: SqlReading) -> None:
    visited = laptop.record("k4", visit(family(4)))
    laptop.publish(roster([family(4, "d"), family(5, "d")]), "2026-12")

    today, earlier = reading.family(FamilyId("d4")), reading.family(FamilyId("k4"))

    assert today is not None
    assert earlier is not None
    assert today.standing.id == earlier.standing.id == "d4"
    assert [item.record.entry.id for item in today.history] == [visited]
    assert today.pack_month == "2026-12"


def test_transport_goes_from_saved_over_sent_to_received_and_decided(laptop: Laptop, reading: SqlReading) -> None:
    above = district()
    laptop.store.pin_district(above.public_key)
    proposed = laptop.record("k4", correction("address", "", "Jl. Baru"))
    chain, seq = laptop.chain, int(proposed.split("/")[1])

    def states() -> list[tuple[str, str]]:
        detail, one = reading.family(FamilyId("k4")), reading.proposal(EntryId(proposed))
        assert detail is not None
        assert one is not None
        transports = [item.transport for item in detail.history if item.record.entry.id == proposed] + [one.transport]
        return [(transport.state, transport.receipt) for transport in transports]

    assert states() == [("saved", "")] * 2
    laptop.store.mark_sent({chain: seq})
    assert states() == [("sent", "")] * 2
    above.write("", ReceiptIssued("R-1", {chain: seq}, {chain: laptop.store.hash_at(chain, seq) or b""}), 100)
    receive(laptop, above)
    assert states() == [("received", "R-1")] * 2
    above.write("", ReceiptIssued("R-2", {chain: seq}, {chain: laptop.store.hash_at(chain, seq) or b""}), 110)
    receive(laptop, above)
    assert states() == [("received", "R-1")] * 2
    above.write("k4", DecisionMade(EntryId(proposed), "accepted"), 120)
    receive(laptop, above)
    assert states() == [("decided", "R-1")] * 2


def test_a_receipt_about_another_hash_is_no_receipt(laptop: Laptop, reading: SqlReading) -> None:
    above = district()
    laptop.store.pin_district(above.public_key)
    proposed = laptop.record("k4", correction("address", "", "Jl. Baru"))
    seq = int(proposed.split("/")[1])
    above.write("", ReceiptIssued("R-1", {laptop.chain: seq}, {laptop.chain: b"x" * 32}), 100)
    receive(laptop, above)
    detail = reading.family(FamilyId("k4"))

    assert detail is not None
    assert [item.transport.state for item in detail.history] == ["saved"]


def test_an_entry_of_a_newer_program_is_shown_as_unread(laptop: Laptop, reading: SqlReading) -> None:
    other = HandChain("otherlaptopb.1", "stranger0001", 7)
    other.write_raw("k4", "house_measured", 1, b"\x80", 50)
    receive(laptop, other)
    detail = reading.family(FamilyId("k4"))

    assert detail is not None
    assert detail.history == []
    assert [(item.entry.kind, item.reason, item.author_name) for item in detail.unread] == [
        ("house_measured", "entry_kind_unknown", "")
    ]


def test_photos_on_this_laptop_are_told_from_those_elsewhere(laptop: Laptop, reading: SqlReading) -> None:
    here, elsewhere = photo(1), photo(2)
    laptop.record("k4", visit(family(4), photos=(here, elsewhere)))
    with laptop.database.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO evidence (name, size, kind, media, file, kept_at_ms) VALUES (?, ?, ?, ?, 'a', 1)",
            (here.name, here.size, here.kind, here.media),
        )
    detail = reading.family(FamilyId("k4"))

    assert detail is not None
    assert detail.photos_held == frozenset({here.name})


def test_an_enumerator_opens_no_family_of_another_rt(laptop: Laptop) -> None:
    bound = SqlReading(laptop.database, laptop.clock, rts=("002/001",))
    proposed = laptop.record("k4", correction("address", "", "Jl. Baru"))

    assert bound.family(FamilyId("k5")) is not None
    assert bound.family(FamilyId("k4")) is None
    assert bound.proposal(EntryId(proposed)) is None
