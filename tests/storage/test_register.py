"""Lists are laid over each other, and what was done about a family stays with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.errors import Refused
from app.domain.ids import MemberId, PackId
from app.domain.list_change import FieldMove, ListChange
from app.domain.payloads import ChangeProposed, FamiliesMatched, PackPublished
from app.domain.roster import Roster
from app.storage import list_changes
from app.storage.projection import rebuild, standing, subjects_of
from app.wire.pack import FULL, Pack, delta_pack, encode_pack, pack_sha256
from tests.storage.laptops import VILLAGE, HandChain, Laptop, correction, district, family, roster, visit


class Publisher:
    """The district handing over lists."""

    def __init__(self, laptop: Laptop) -> None:
        self.laptop = laptop
        self.chain: HandChain = district()
        laptop.store.pin_district(self.chain.public_key)
        self.turn = 1_000

    def tell(self, pack: Pack) -> tuple[str, str, bytes]:
        """The entry alone: its id, and the body that belongs to it."""
        body = encode_pack(pack)
        self.turn += 2
        base = PackId(pack.base) if pack.base else None
        families, people = len(pack.roster.families), pack.roster.people
        told = PackPublished(VILLAGE, pack.form, pack.month, pack_sha256(body), len(body), families, people, base)
        entry = self.chain.write("", told, self.turn)
        self.laptop.store.receive(self.chain.entries)
        return entry.id, pack_sha256(body), body

    def hand_over(self, pack: Pack) -> str:
        name, sha256, body = self.tell(pack)
        self.laptop.store.take_packs([(sha256, body)])
        return name


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    return Laptop(tmp_path)


def village(prefix: str = "k", count: int = 4) -> Roster:
    return roster(family(number, prefix) for number in range(count))


def statuses(laptop: Laptop) -> dict[str, str]:
    return {str(one): str(status) for one, status in laptop.rows("SELECT id, status FROM family_view")}


def test_an_own_list_is_there_at_once_and_marked(laptop: Laptop) -> None:
    laptop.publish(village())
    assert laptop.rows("SELECT local, applied, source_name, families, members FROM pack") == [
        (1, 2, "daftar.xlsx", 4, 8)
    ]
    assert laptop.scalar("SELECT count(*) FROM family_view WHERE listed = 1") == 4
    assert laptop.scalar("SELECT count(*) FROM person_view") == 8
    assert laptop.rows("SELECT code FROM flag_view") == [("kk_short",)]


def test_visits_move_with_their_family_when_the_district_names_it_otherwise(laptop: Laptop) -> None:
    laptop.publish(village("f-ab-"))
    old = family(2, "f-ab-")
    laptop.record(old.id, visit(old))
    laptop.record(old.id, ChangeProposed("death", member=MemberId(old.members[1].id)))
    Publisher(laptop).hand_over(Pack(village("k"), FULL, "2026-11"))
    assert statuses(laptop) == {"k0": "not_visited", "k1": "not_visited", "k2": "visited", "k3": "not_visited"}
    assert laptop.rows("SELECT family, member FROM proposal_view") == [("k2", "k2-2")]
    assert laptop.rows("SELECT id, presence FROM person_view WHERE family = 'k2'") == [("k2-1", "1"), ("k2-2", "1")]
    with laptop.database.read() as connection:
        assert subjects_of(connection, old.id) == ["k2", "f-ab-2"]
        found = standing(connection, old.id)
    assert found is not None
    assert found.id == "k2"
    assert [record.entry.kind for record in laptop.journal.entries(found.id)] == ["visit_recorded", "change_proposed"]


def test_a_family_that_was_renamed_twice_keeps_its_visits(laptop: Laptop) -> None:
    laptop.publish(village("f-1-"))
    laptop.record("f-1-2", visit(family(2, "f-1-")))
    laptop.publish(village("f-2-"))
    laptop.record("f-2-2", visit(family(2, "f-2-")))
    Publisher(laptop).hand_over(Pack(village("k"), FULL, "2026-11"))
    assert laptop.scalar("SELECT visits FROM family_view WHERE id = 'k2'") == 2
    assert laptop.rows("SELECT old, new FROM alias WHERE old IN ('f-1-2', 'f-2-2')") == [
        ("f-1-2", "k2"),
        ("f-2-2", "k2"),
    ]


def test_a_family_that_the_new_list_drops_stays_where_something_was_done_about_it(laptop: Laptop) -> None:
    laptop.publish(village())
    laptop.record("k1", visit(family(1)))
    laptop.publish(roster([family(0), family(3)]))
    assert laptop.rows("SELECT id, listed FROM family_view ORDER BY id") == [("k0", 1), ("k1", 0), ("k3", 1)]
    laptop.record("k2", visit(family(2)))
    assert laptop.scalar("SELECT listed FROM family_view WHERE id = 'k2'") == 0


def test_a_dropped_family_may_come_back(laptop: Laptop) -> None:
    laptop.publish(village())
    laptop.publish(roster([family(0)]))
    laptop.publish(village())
    assert laptop.scalar("SELECT count(*) FROM family_view WHERE listed = 1") == 4
    assert laptop.scalar("SELECT count(*) FROM register_family WHERE listed = 0") == 0


def test_a_proposal_is_fulfilled_when_the_list_says_so(laptop: Laptop) -> None:
    laptop.publish(village())
    laptop.record("k1", correction("address", family(1).address, "Jl. Mawar 7"))
    laptop.record("k2", correction("address", family(2).address, "Jl. Kenari 1"))
    moved = [replace(family(1), address="Jl. Mawar 7"), replace(family(2), address="Jl. Lain 3")]
    Publisher(laptop).hand_over(Pack(roster([family(0), *moved, family(3)]), FULL, "2026-12"))
    assert laptop.rows("SELECT family, state, open, stale FROM proposal_view ORDER BY family") == [
        ("k1", "fulfilled", 0, 0),
        ("k2", "proposed", 1, 1),
    ]


def changes(laptop: Laptop, family_id: str) -> list[tuple[str, ListChange]]:
    """Month and change of every list that changed something for a family."""
    with laptop.database.read() as connection:
        return [
            (step.month, step.change) for step in list_changes.steps(connection, subjects_of(connection, family_id))
        ]


def test_what_each_list_changes_for_a_family_is_kept(laptop: Laptop) -> None:
    publisher = Publisher(laptop)
    publisher.hand_over(Pack(village(), FULL, "2026-10"))
    first, *rest = family(1).members
    other = replace(family(1), decile="9", programmes=("PKH",), members=(replace(first, nik="7305012302800099"), *rest))
    publisher.hand_over(Pack(roster([family(0), other, family(3), family(4)]), FULL, "2026-11"))
    publisher.hand_over(Pack(roster([family(0), other, family(2), family(4)]), FULL, "2026-12"))

    assert changes(laptop, "k0") == []
    assert changes(laptop, "k1") == [
        (
            "2026-11",
            ListChange(
                "changed",
                (
                    FieldMove("decile", family(1).decile, "9"),
                    FieldMove("programmes", " ".join(family(1).programmes), "PKH"),
                    FieldMove("nik", first.nik, "7305012302800099", first.name),
                ),
            ),
        )
    ]
    assert changes(laptop, "k2") == [("2026-11", ListChange("dropped")), ("2026-12", ListChange("back"))]
    assert changes(laptop, "k3") == [("2026-12", ListChange("dropped"))]
    assert changes(laptop, "k4") == [("2026-11", ListChange("new"))]


def test_what_lists_changed_is_the_same_when_the_views_are_made_anew(laptop: Laptop) -> None:
    publisher = Publisher(laptop)
    publisher.hand_over(Pack(village(), FULL, "2026-10"))
    publisher.hand_over(Pack(roster([family(0), replace(family(1), rt="009")]), FULL, "2026-11"))
    assert len(laptop.rows("SELECT * FROM list_change")) == 3
    laptop.publish(village())  # an own list stands before the district's: the same lists in another order
    kept = laptop.rows("SELECT * FROM list_change ORDER BY family, pack")
    assert len(kept) == 3
    with laptop.database.write() as connection:
        rebuild(connection)
    assert laptop.rows("SELECT * FROM list_change ORDER BY family, pack") == kept


def test_a_family_that_a_list_names_otherwise_is_the_same_one_and_not_new(laptop: Laptop) -> None:
    laptop.publish(village("f-"))
    Publisher(laptop).hand_over(
        Pack(roster([replace(one, dusun="Baru") for one in village().families]), FULL, "2026-11")
    )
    moved = FieldMove("dusun", family(2).dusun, "Baru")
    assert changes(laptop, "k2") == changes(laptop, "f-2") == [("2026-11", ListChange("changed", (moved,)))]


def test_a_delta_changes_what_it_names(laptop: Laptop) -> None:
    publisher = Publisher(laptop)
    base = publisher.hand_over(Pack(village(), FULL, "2026-11"))
    newer = roster([family(0), replace(family(1), decile="9"), family(3), family(4)])
    publisher.hand_over(delta_pack(village(), newer, base=base, month="2026-12"))
    assert laptop.rows("SELECT id, decile FROM family_view ORDER BY id") == [
        (one.id, one.decile) for one in newer.families
    ]
    assert laptop.rows("SELECT month, applied FROM pack ORDER BY turn") == [("2026-11", 1), ("2026-12", 2)]


def test_a_delta_waits_for_the_list_that_it_stands_on(laptop: Laptop) -> None:
    publisher = Publisher(laptop)
    base, sha256, body = publisher.tell(Pack(village(), FULL, "2026-11"))
    newer = roster([family(0)])
    publisher.hand_over(delta_pack(village(), newer, base=base, month="2026-12"))
    assert statuses(laptop) == {}
    assert [row[1] for row in laptop.store.pack_needed()] == [sha256]
    laptop.store.take_packs([(sha256, body)])
    assert statuses(laptop) == {"k0": "not_visited"}
    assert laptop.store.pack_needed() == ()


def test_lists_that_a_newer_one_replaced_are_asked_for_behind_it(laptop: Laptop) -> None:
    publisher = Publisher(laptop)
    _, older, former = publisher.tell(Pack(village(), FULL, "2026-10"))
    _, newest, body = publisher.tell(Pack(village(count=3), FULL, "2026-11"))
    assert [row[1] for row in laptop.store.pack_needed()] == [newest]
    assert [row[1] for row in laptop.store.pack_needed(earlier=True)] == [older]
    laptop.store.take_packs([(newest, body)])
    assert statuses(laptop).keys() == {"k0", "k1", "k2"}
    laptop.store.take_packs([(older, former)])
    assert laptop.store.pack_needed(earlier=True) == ()
    assert laptop.rows("SELECT id FROM register_family WHERE listed = 0") == [("k3",)]


def test_a_damaged_list_is_refused_and_changes_nothing(laptop: Laptop) -> None:
    publisher = Publisher(laptop)
    _, sha256, body = publisher.tell(Pack(village(), FULL, "2026-11"))
    before = laptop.dump()
    with pytest.raises(Refused) as caught:
        laptop.store.take_packs([(sha256, body[:-1])])
    assert caught.value.code == "pack_damaged"
    assert laptop.dump() == before


def test_a_list_without_the_districts_seal_does_not_count(laptop: Laptop) -> None:
    laptop.publish(village())
    publisher = Publisher(laptop)
    body = encode_pack(Pack(roster([family(0)]), FULL, "2026-12"))
    told = PackPublished(VILLAGE, FULL, "2026-12", pack_sha256(body), len(body), 1, 2)
    publisher.chain.write("", told, 2_000, sealed=False)
    got = laptop.store.receive(publisher.chain.entries)
    laptop.store.take_packs([(pack_sha256(body), body)])
    assert [one.reason for one in got.quarantined] == ["not_of_district"]
    assert len(statuses(laptop)) == 4


def test_row_numbers_of_families_stay_from_list_to_list(laptop: Laptop) -> None:
    laptop.publish(village())
    before = laptop.rows("SELECT id, n FROM family_view ORDER BY id")
    laptop.publish(roster(replace(one, decile="1") for one in village().families))
    assert laptop.rows("SELECT id, n FROM family_view ORDER BY id") == before


def test_names_that_nobody_bears_any_more_are_not_found(laptop: Laptop) -> None:
    laptop.publish(roster([replace(family(0), members=(), head_name="Zubaedah Qomar")]))
    assert laptop.scalar("SELECT count(*) FROM name_fts WHERE name_fts MATCH '\"zub\"'") == 1
    laptop.publish(roster([family(0)]))
    assert laptop.scalar("SELECT count(*) FROM name_fts WHERE name_fts MATCH '\"zub\"'") == 0
    assert laptop.scalar("SELECT count(*) FROM name WHERE norm LIKE 'zub%'") == 0


def test_a_family_that_comes_back_under_another_id_is_no_stranger(laptop: Laptop) -> None:
    publisher = Publisher(laptop)
    publisher.hand_over(Pack(village(), FULL, "2026-10"))
    laptop.record("k2", visit(family(2)))
    publisher.hand_over(Pack(roster([family(0), family(1), family(3)]), FULL, "2026-11"))
    assert laptop.scalar("SELECT listed FROM family_view WHERE id = 'k2'") == 0
    publisher.hand_over(Pack(roster([family(0), family(1), family(2, "z"), family(3)]), FULL, "2026-12"))
    assert statuses(laptop) == {"k0": "not_visited", "k1": "not_visited", "z2": "visited", "k3": "not_visited"}


def other_laptop(tmp_path: Path, publisher: Publisher) -> Laptop:
    """A second laptop of the village, which has the district's list alone."""
    found = Laptop(tmp_path / "other", device="laptopbbbbbb", seed=2)
    found.store.pin_district(publisher.chain.public_key)
    relay(publisher.laptop, found)
    return found


def relay(giver: Laptop, taker: Laptop) -> None:
    """What a district passes on: all words, but of lists its own alone."""
    theirs = {str(chain): head.seq for chain, head in taker.store.vector().items()}
    taker.store.receive(giver.store.entries_after(theirs, 1 << 30))
    for (sha256,) in giver.rows("SELECT sha256 FROM pack WHERE local = 0"):
        taker.store.take_packs([(str(sha256), giver.bodies()[str(sha256)])])


def test_another_laptop_hears_which_family_a_visit_on_an_own_list_belongs_to(laptop: Laptop, tmp_path: Path) -> None:
    laptop.publish(village("f-ab-"))
    old = family(2, "f-ab-")
    laptop.record(old.id, visit(old))
    laptop.record(old.id, ChangeProposed("death", member=MemberId(old.members[1].id)))
    assert not laptop.store.tell_matches(), "there is no district's list yet"
    publisher = Publisher(laptop)
    publisher.hand_over(Pack(village("k"), FULL, "2026-11"))
    other = other_laptop(tmp_path, publisher)
    relay(laptop, other)
    assert statuses(other) == {"k0": "not_visited", "k1": "not_visited", "k2": "not_visited", "k3": "not_visited"}
    assert laptop.store.tell_matches()
    assert not laptop.store.tell_matches(), "once is enough"
    relay(laptop, other)
    assert statuses(other) == statuses(laptop) == {
        "k0": "not_visited", "k1": "not_visited", "k2": "visited", "k3": "not_visited",
    }  # fmt: skip
    assert other.rows("SELECT family, member FROM proposal_view") == [("k2", "k2-2")]
    assert other.rows("SELECT old, new FROM alias ORDER BY old") == [
        ("f-ab-2", "k2"), ("f-ab-2-1", "k2-1"), ("f-ab-2-2", "k2-2"),
    ]  # fmt: skip


def test_what_a_laptop_tells_moves_no_family_that_the_list_has(laptop: Laptop, tmp_path: Path) -> None:
    publisher = Publisher(laptop)
    publisher.hand_over(Pack(village("k"), FULL, "2026-11"))
    other = other_laptop(tmp_path, publisher)
    relay(laptop, other)
    laptop.record("k1", visit(family(1)))
    laptop.record("", FamiliesMatched(PackId(publisher.chain.entries[-1].id), {"k1": "k2", "nobody": "k3"}))
    relay(laptop, other)
    assert other.rows("SELECT old, new FROM alias") == [("nobody", "k3")]
    assert statuses(other)["k1"] == "visited"


def test_what_was_told_follows_the_district_s_next_list(laptop: Laptop, tmp_path: Path) -> None:
    laptop.publish(village("f-ab-"))
    laptop.record("f-ab-2", visit(family(2, "f-ab-")))
    publisher = Publisher(laptop)
    publisher.hand_over(Pack(village("k"), FULL, "2026-11"))
    laptop.store.tell_matches()
    other = other_laptop(tmp_path, publisher)
    relay(laptop, other)
    publisher.laptop = other
    publisher.hand_over(Pack(village("z"), FULL, "2026-12"))
    assert statuses(other)["z2"] == "visited"
