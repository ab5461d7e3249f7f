from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.ids import EntryId, FamilyId, PersonId
from app.domain.payloads import DecisionMade, KeyRevoked, ReceiptIssued
from app.domain.roster import Flag
from app.storage.reading import SqlReading
from app.usecases.ports import Actor
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


def test_history_marks_what_does_not_count_here_or_at_the_district_with_the_reason(
    laptop: Laptop, reading: SqlReading, tmp_path: Path
) -> None:
    nur = Actor(PersonId("operator0002"), "Nur Bora", "operator")
    other = Laptop(tmp_path / "two", "laptopbbbbbb", nur, 2)
    chain = district()
    laptop.store.pin_district(chain.public_key)
    proposed = laptop.record("k4", correction("address", "", "Jl. Baru"))
    visited = laptop.record("k4", visit(family(4)))
    other.take_all(laptop.store)
    turn = max(entry.turn for entry in other.store.entries_after({}, 1 << 20))
    chain.write("", KeyRevoked(other.key.public_key().public_bytes_raw(), "laptop hilang"), turn + 1)
    other.store.receive(chain.entries)
    stopped = other.record("k4", visit(family(4), attempt=2))
    laptop.store.receive(other.store.entries_after({}, 1 << 20))
    places = {one: (one.rpartition("/")[0], int(one.rpartition("/")[2])) for one in (proposed, visited, stopped)}
    laptop.store.keep_aside({places[proposed]: "author_unconfirmed", places[stopped]: "device_revoked"})

    def marks() -> dict[str, tuple[str, str]]:
        detail = reading.family(FamilyId("k4"))
        assert detail is not None
        return {item.record.entry.id: (item.quarantined, item.aside_there) for item in detail.history}

    assert marks() == {proposed: ("", "author_unconfirmed"), visited: ("", ""), stopped: ("key_revoked", "")}
    shown = reading.proposal(EntryId(proposed))
    assert shown is not None
    assert shown.aside_there == {proposed: "author_unconfirmed"}
    laptop.store.keep_aside({})
    assert marks()[proposed] == ("", "")
