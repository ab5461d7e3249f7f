"""This month's list beside the one before it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.ids import EntryId, FamilyId
from app.domain.list_change import groups_of
from app.domain.payloads import ChangeProposed, DecisionMade, PackPublished
from app.storage.reading import SqlReading
from app.usecases.list_comparison import Comparison
from app.wire.pack import FULL, Pack, encode_pack, pack_sha256
from tests.storage.laptops import VILLAGE, HandChain, Laptop, district, family, roster

FOUR = [replace(family(n), programmes=("BPNT", "PKH")) for n in range(1, 5)]


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    return Laptop(tmp_path)


def compared(laptop: Laptop, *rts: str) -> Comparison:
    found = SqlReading(laptop.database, laptop.clock, rts=rts).comparison()
    assert found is not None
    return found


def told(comparison: Comparison) -> dict[str, tuple[str, ...]]:
    return {str(one.family): groups_of(one.change) for one in comparison.families}


def test_one_list_is_compared_with_nothing(laptop: Laptop) -> None:
    assert SqlReading(laptop.database, laptop.clock).comparison() is None
    laptop.publish(roster(FOUR))
    assert SqlReading(laptop.database, laptop.clock).comparison() is None


def test_every_family_that_is_not_as_it_was_is_told_once(laptop: Laptop) -> None:
    laptop.publish(roster(FOUR), month="2026-11")
    now = [
        replace(FOUR[0], rt="009", decile="9"),
        replace(FOUR[1], programmes=("BPNT",)),
        FOUR[2],
        family(9),
    ]
    laptop.publish(roster(now), month="2026-12")
    comparison = compared(laptop)
    assert (comparison.month, comparison.before, comparison.local) == ("2026-12", "2026-11", True)
    assert told(comparison) == {"k1": ("moved", "decile"), "k2": ("excluded",), "k4": ("gone",), "k9": ("arrived",)}
    gone = next(one for one in comparison.families if one.family == "k4")
    assert (gone.head_name, gone.rt, gone.removal) == (FOUR[3].head_name, FOUR[3].rt, None)


def test_two_lists_of_one_month_are_told_together(laptop: Laptop) -> None:
    laptop.publish(roster(FOUR), month="2026-11")
    laptop.publish(roster([replace(FOUR[0], decile="5"), *FOUR[1:]]), month="2026-12")
    laptop.publish(roster([replace(FOUR[0], decile="6"), *FOUR[1:3]]), month="2026-12")
    comparison = compared(laptop)
    assert told(comparison) == {"k1": ("decile",), "k4": ("gone",)}
    [move] = next(one for one in comparison.families if one.family == "k1").change.moves
    assert (move.old, move.new) == (FOUR[0].decile, "6")


def test_a_removal_that_the_district_agreed_to_stands_beside_who_is_gone(laptop: Laptop) -> None:
    above = district()
    laptop.store.pin_district(above.public_key)
    laptop.publish(roster(FOUR), month="2026-11")
    proposal = laptop.record("k4", ChangeProposed("ineligible", reason="1", note="Sudah mampu."))
    above.write("k4", DecisionMade(EntryId(proposal), "accepted"), 100)
    publish(above, laptop, roster(FOUR[:3]))
    [gone] = compared(laptop).families
    assert gone.removal is not None
    assert gone.removal.kind == "ineligible"


def test_somebody_who_was_dropped_can_still_be_opened(laptop: Laptop) -> None:
    laptop.publish(roster(FOUR), month="2026-11")
    laptop.publish(roster(FOUR[:3]), month="2026-12")
    reading = SqlReading(laptop.database, laptop.clock)
    detail = reading.family(FamilyId("k4"))
    assert detail is not None
    assert (detail.standing.listed, detail.standing.family.head_name) == (False, FOUR[3].head_name)
    assert [step.change.kind for step in detail.lists] == ["dropped"]


def test_whoever_is_bound_to_an_rt_sees_its_changes_alone(laptop: Laptop) -> None:
    laptop.publish(roster(FOUR), month="2026-11")
    laptop.publish(roster(FOUR[:2]), month="2026-12")
    own = f"{FOUR[3].rt}/{FOUR[3].rw}"
    assert set(told(compared(laptop, own))) == {one.id for one in FOUR[2:] if f"{one.rt}/{one.rw}" == own}


def publish(above: HandChain, laptop: Laptop, fresh: object) -> None:
    """The district's own list."""
    body = encode_pack(Pack(fresh, FULL, "2026-12"))  # type: ignore[arg-type]  # a roster
    told = PackPublished(VILLAGE, FULL, "2026-12", pack_sha256(body), len(body), 3, 6)
    above.write("", told, 200)
    laptop.store.receive(above.entries)
    laptop.store.take_packs([(pack_sha256(body), body)])
