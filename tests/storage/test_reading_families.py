from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.payloads import ReceiptIssued
from app.domain.roster import Flag
from app.storage.reading import SqlReading
from app.usecases.reading import FamilyElsewhere, FamilyFilter, FamilySort
from tests.storage.laptops import NOON, Laptop, correction, district, family, new_family, roster, visit

EVERYTHING = FamilyFilter()
MATCH = FamilySort("match")
NUMBERS = range(1, 31)
DAY_MS = 86_400_000


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    laptop = Laptop(tmp_path)
    families = [family(number) for number in NUMBERS]
    families[6] = replace(families[6], members=(replace(families[6].members[0], nik=""),), decile="")
    families[7] = replace(families[7], flags=(Flag("nik_short", "nik", "73"),))
    laptop.publish(roster(families))
    return laptop


@pytest.fixture
def reading(laptop: Laptop) -> SqlReading:
    return SqlReading(laptop.database, laptop.clock)


def ids(reading: SqlReading, which: FamilyFilter = EVERYTHING, by: str = "name", *, down: bool = False) -> list[str]:
    return [str(row.id) for row in reading.families(which, FamilySort(by, down), 0, 1_000)]


def test_windows_laid_end_to_end_are_the_whole_list(reading: SqlReading) -> None:
    for by in ("name", "address", "members", "status", "changed", "decile", "match"):
        parts = [str(row.id) for n in range(0, 35, 7) for row in reading.families(EVERYTHING, FamilySort(by), n, 7)]
        assert parts == ids(reading, by=by)
        assert len(parts) == len(set(parts)) == reading.count_families(EVERYTHING) == 30


def test_a_row_and_its_place_go_by_a_time_that_is_possible_and_not_by_a_wrong_clock(
    laptop: Laptop, reading: SqlReading
) -> None:
    above = district()
    laptop.store.pin_district(above.public_key)
    laptop.clock.now = NOON + 400 * DAY_MS  # more than a year ahead
    laptop.record("k1", visit(family(1)))
    laptop.clock.now = NOON + DAY_MS
    laptop.record("k2", visit(family(2)))
    chain = laptop.chain
    seq = laptop.store.vector()[chain].seq

    def newest() -> list[tuple[str, int, int]]:
        rows = reading.families(EVERYTHING, FamilySort("changed", True), 0, 2)
        return [(str(row.id), row.changed_at_ms // DAY_MS, row.visited_at_ms // DAY_MS) for row in rows]

    day = NOON // DAY_MS
    assert newest() == [("k1", day + 400, day + 400), ("k2", day + 1, day + 1)]
    above.now = NOON + DAY_MS // 2  # what had arrived by then was not written later, whatever the clock said
    above.write("", ReceiptIssued("R-1", {chain: seq - 1}, {}), 100)
    above.now = NOON + 2 * DAY_MS
    above.write("", ReceiptIssued("R-2", {chain: seq}, {}), 110)
    laptop.store.receive(above.entries)
    half = (NOON + DAY_MS // 2) // DAY_MS
    assert newest() == [("k2", day + 1, day + 1), ("k1", half, half)]
    assert [str(row.id) for row in reading.families(EVERYTHING, FamilySort("changed"), 28, 2)] == ["k1", "k2"]
    on_route = {str(row.id): row.visited_at_ms // DAY_MS for row in reading.route(family(1).rt, family(1).rw)}
    assert on_route["k1"] == half


def test_a_row_shows_no_whole_kk(reading: SqlReading) -> None:
    for row in reading.families(EVERYTHING, FamilySort(), 0, 50):
        assert row.kk_masked.endswith("••••••")
        assert len([sign for sign in row.kk_masked if sign.isdigit()]) == 10


def test_a_row_says_what_the_list_says(reading: SqlReading) -> None:
    row = next(row for row in reading.families(EVERYTHING, FamilySort(), 0, 50) if row.id == "k3")
    official = family(3)

    assert (row.head_name, row.address, row.dusun, row.rt, row.rw) == (
        official.head_name,
        official.address,
        official.dusun,
        official.rt,
        official.rw,
    )
    assert (row.members, row.decile, row.programmes) == (2, official.decile, official.programmes)
    assert (row.status, row.listed, row.open_proposals, row.warnings, row.visited_at_ms) == (
        "not_visited",
        True,
        0,
        0,
        0,
    )


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        (FamilyFilter(dusun="Dusun 1"), {n for n in NUMBERS if n % 3 == 1}),
        (FamilyFilter(rt="002", rw="001"), {n for n in NUMBERS if n % 4 == 1}),
        (FamilyFilter(rt="002", rw="009"), set()),
        (FamilyFilter(programme="PKH"), {n for n in NUMBERS if n % 2}),
        (FamilyFilter(programme="PK"), set()),
        (FamilyFilter(decile="3"), {n for n in NUMBERS if n % 10 == 2}),
        (FamilyFilter(flagged=True), {5, 8, 10, 15, 20, 25, 30}),
        (FamilyFilter(flagged=False), set(NUMBERS) - {5, 8, 10, 15, 20, 25, 30}),
        (FamilyFilter(flag_code="nik_short"), {8}),
        (FamilyFilter(no_nik=True), {7}),
        (FamilyFilter(rts=("002/001", "003/001")), {n for n in NUMBERS if n % 4 in (1, 2)}),
        (FamilyFilter(dusun="Dusun 1", programme="PKH", rts=("002/001",)), {1, 13, 25}),
        (FamilyFilter(statuses=("visited", "not_found")), set()),
        (FamilyFilter(statuses=("not_visited",)), set(NUMBERS)),
    ],
)
def test_all_conditions_of_a_filter_must_hold(reading: SqlReading, which: FamilyFilter, expected: set[int]) -> None:
    assert set(ids(reading, which)) == {f"k{number}" for number in expected}
    assert reading.count_families(which) == len(expected)


def test_the_kinds_of_warnings_are_told_with_the_most_frequent_first(reading: SqlReading) -> None:
    codes = reading.flag_codes()
    found = [reading.count_families(FamilyFilter(flag_code=code)) for code in codes]
    assert found == sorted(found, reverse=True)
    assert min(found) > 0
    assert "nik_short" in codes
    with_any = {one for code in codes for one in ids(reading, FamilyFilter(flag_code=code))}
    assert with_any == set(ids(reading, FamilyFilter(flagged=True)))


def test_a_filter_holds_beside_a_text(reading: SqlReading) -> None:
    both = FamilyFilter(text="jalan melati", programme="PKH", rt="002")

    assert set(ids(reading, both, "match")) == set(ids(reading, replace(both, text=""))) != set()
    assert ids(reading, both, "address") == ids(reading, replace(both, text=""), "address")


def test_families_without_a_decile_stand_last_both_ways(reading: SqlReading) -> None:
    assert ids(reading, by="decile")[-1] == "k7"
    assert ids(reading, by="decile", down=True)[-1] == "k7"


def test_names_are_sorted_without_regard_to_case(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    names = ("budi", "Ani", "CICI", "andi")
    laptop.publish(roster(family(n, head_name=name) for n, name in enumerate(names, start=1)))
    rows = SqlReading(laptop.database, laptop.clock).families(EVERYTHING, FamilySort(), 0, 9)

    assert [row.head_name for row in rows] == ["andi", "Ani", "budi", "CICI"]


def test_descending_turns_the_order_round(reading: SqlReading) -> None:
    names = [row.head_name for row in reading.families(EVERYTHING, FamilySort("name", True), 0, 50)]

    assert [name.casefold() for name in names] == sorted((name.casefold() for name in names), reverse=True)


def test_what_was_written_is_seen_by_the_next_question(laptop: Laptop, reading: SqlReading) -> None:
    before = reading.version()
    assert ids(reading, FamilyFilter(statuses=("visited",))) == []
    assert reading.version() == before

    laptop.record("k4", visit(family(4)))
    laptop.record("k5", correction("address", "", "Jl. Baru"))

    assert reading.version() > before
    assert ids(reading, FamilyFilter(statuses=("visited",))) == ["k4"]
    assert ids(reading, FamilyFilter(with_open_proposals=True)) == ["k5"]
    assert set(ids(reading, by="changed", down=True)[:2]) == {"k4", "k5"}


def test_the_chips_count_what_each_would_leave(laptop: Laptop, reading: SqlReading) -> None:
    laptop.record("k4", visit(family(4)))
    laptop.record("k6", visit(family(6), presence="not_found", absence_reason="moved"))
    laptop.record("k5", correction("address", "", "Jl. Baru"))

    for which in (EVERYTHING, FamilyFilter(programme="BPNT"), FamilyFilter(text="melati"), FamilyFilter(rt="001")):
        counts = reading.counts(replace(which, statuses=("visited",), flagged=True))
        assert counts.total == reading.count_families(which) == sum(counts.by_status.values())
        for status, number in counts.by_status.items():
            assert number == reading.count_families(replace(which, statuses=(status,)))
        assert counts.flagged == reading.count_families(replace(which, flagged=True))
        assert counts.with_open_proposals == reading.count_families(replace(which, with_open_proposals=True))


def test_the_chips_name_every_status_even_where_it_counts_nobody(reading: SqlReading) -> None:
    assert reading.counts(EVERYTHING).by_status == {
        "not_visited": 30,
        "visited": 0,
        "incomplete": 0,
        "not_found": 0,
        "double": 0,
        "conflicting": 0,
    }


def test_a_route_has_those_left_first_in_the_order_of_the_road(laptop: Laptop, reading: SqlReading) -> None:
    laptop.record("k1", visit(family(1)))
    laptop.record("k9", visit(family(9), result="3"))

    rows = reading.route("002", "001")

    assert [row.id for row in rows] == ["k5", "k9", "k13", "k17", "k21", "k25", "k29", "k1"]
    assert [row.status for row in rows if row.id in ("k1", "k9")] == ["incomplete", "visited"]
    assert {row.id: row.attempts for row in rows if row.attempts} == {"k1": 1, "k9": 1}


def test_an_enumerator_is_shown_his_rts_alone_whatever_he_asks(laptop: Laptop) -> None:
    whole = SqlReading(laptop.database, laptop.clock)
    bound = SqlReading(laptop.database, laptop.clock, rts=("002/001",))
    inside = {f"k{number}" for number in NUMBERS if number % 4 == 1}

    assert set(ids(bound)) == inside
    assert (
        set(ids(bound, FamilyFilter(text="melati"), "match")) == inside < set(ids(whole, FamilyFilter(text="melati")))
    )
    assert bound.count_families(FamilyFilter(rts=("003/001",))) == 0
    assert bound.counts(EVERYTHING).total == len(inside)
    assert bound.counts(FamilyFilter(text="melati")).total == len(inside)
    assert [place.rt for place in bound.places()] == ["002"] * 3
    assert bound.route("003", "001") == []
    assert bound.home().families == len(inside)


def test_places_are_in_order_and_count_their_families(laptop: Laptop, reading: SqlReading) -> None:
    laptop.record("k4", visit(family(4)))
    places = reading.places()

    assert [(place.dusun, place.rw, place.rt) for place in places] == sorted(
        (place.dusun, place.rw, place.rt) for place in places
    )
    assert sum(place.families for place in places) == 30
    assert [(place.dusun, place.rt) for place in places if place.visited] == [("Dusun 1", "001")]


def test_what_was_proposed_without_a_dusun_stands_behind_the_others(laptop: Laptop, reading: SqlReading) -> None:
    proposal = new_family(rt="000")
    assert proposal.new_family is not None
    laptop.record("", replace(proposal, new_family=replace(proposal.new_family, dusun="")))
    places = [(place.dusun, place.rt) for place in reading.places()]
    assert places[-1] == ("", "000")
    assert all(dusun for dusun, _ in places[:-1])


def test_who_is_bound_is_told_name_and_place_of_whom_a_search_finds_elsewhere(
    laptop: Laptop, reading: SqlReading
) -> None:
    bound = SqlReading(laptop.database, laptop.clock, rts=("002/001",))
    outside = next(row for row in reading.families(EVERYTHING, FamilySort(), 0, 50) if row.rt != "002")
    inside = next(row for row in reading.families(EVERYTHING, FamilySort(), 0, 50) if row.rt == "002")
    told = bound.elsewhere(outside.head_name, 40)
    assert FamilyElsewhere(outside.head_name, outside.rt, outside.rw) in told
    assert all(one.rt != "002" for one in told)
    assert len(bound.elsewhere(outside.head_name, 1)) == 1
    assert outside.id not in [row.id for row in bound.families(FamilyFilter(text=outside.head_name), MATCH, 0, 40)]
    assert FamilyElsewhere(inside.head_name, inside.rt, inside.rw) not in bound.elsewhere(inside.head_name, 40)


def test_who_is_bound_to_no_rts_and_who_typed_nothing_is_told_of_nobody_elsewhere(
    laptop: Laptop, reading: SqlReading
) -> None:
    name = reading.families(EVERYTHING, FamilySort(), 0, 1)[0].head_name
    assert reading.elsewhere(name, 9) == ()
    assert SqlReading(laptop.database, laptop.clock, rts=("002/001",)).elsewhere("  ", 9) == ()
