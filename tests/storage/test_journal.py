"""The own chain keeps what was recorded, in whose name it was recorded, and lets nobody write what he may not."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.domain.errors import Refused
from app.domain.ids import EntryId, MemberId, PersonId
from app.domain.payloads import ChangeProposed, DecisionMade, Endorsed, RevealLogged
from app.storage import trust
from app.usecases.ports import Act, Actor
from app.wire.entry import verify_chain
from tests.storage.laptops import Hands, Laptop, correction, family, family_id, new_family, roster, visit


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    laptop = Laptop(tmp_path)
    laptop.publish(roster(family(number) for number in range(4)))
    return laptop


def head_of(laptop: Laptop) -> int:
    return laptop.store.vector()[laptop.chain].seq


def test_a_chain_begins_with_the_laptop_and_its_first_person(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    assert laptop.rows("SELECT seq, kind FROM entry ORDER BY seq") == [(1, "device_started"), (2, "person_added")]
    assert laptop.rows("SELECT id, name, role FROM person") == [("operator0001", "Maria Bano", "operator")]


def test_starting_again_changes_nothing(tmp_path: Path) -> None:
    Laptop(tmp_path).close()
    again = Laptop(tmp_path)
    assert head_of(again) == 2


def test_a_new_key_of_a_person_is_introduced_when_he_starts(tmp_path: Path) -> None:
    Laptop(tmp_path).close()
    again = Laptop(tmp_path, seed=5)
    assert again.scalar("SELECT count(*) FROM person_key") == 2
    assert again.scalar("SELECT count(*) FROM person") == 1


def test_a_visit_is_in_the_journal_and_in_the_list_at_once(laptop: Laptop) -> None:
    one = family(1)
    made = laptop.record(one.id, visit(one))
    assert [record.entry.id for record in laptop.journal.entries(family_id(one))] == [made]
    assert laptop.rows("SELECT status, visits, visited_by FROM family_view WHERE id = ?", one.id) == [
        ("visited", 1, "operator0001")
    ]


def test_several_acts_are_written_all_or_none(laptop: Laptop) -> None:
    before = head_of(laptop)
    with pytest.raises(Refused) as caught:
        laptop.journal.record(Act("k1", visit()), Act("k1", DecisionMade(EntryId("x.1/1"), "accepted")))
    assert caught.value.code == "not_allowed"
    assert head_of(laptop) == before
    laptop.journal.record(Act("k1", visit()), Act("k1", correction("address", "", "Jl. Kenari")))
    assert head_of(laptop) == before + 2


def test_a_write_that_breaks_in_the_middle_leaves_nothing(laptop: Laptop) -> None:
    before = laptop.dump()

    def breaks(_: object) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        laptop.journal.record_with(breaks, Act("k1", visit()))
    assert laptop.dump() == before


def test_a_weighty_act_is_sealed_with_it(laptop: Laptop) -> None:
    made = laptop.record("k1", ChangeProposed("death", member=MemberId("k1-1")))
    entry = laptop.store.entries_after({}, 1 << 20)[-2]
    assert entry.id == made
    with laptop.database.read() as connection:
        assert trust.is_sealed(entry, trust.sealed_through(connection, laptop.chain))


def test_a_visit_is_not_sealed_until_somebody_seals(laptop: Laptop) -> None:
    laptop.record("k1", visit())
    entry = laptop.store.entries_after({}, 1 << 20)[-1]
    with laptop.database.read() as connection:
        assert not trust.is_sealed(entry, trust.sealed_through(connection, laptop.chain))
    assert laptop.journal.seal() is not None
    with laptop.database.read() as connection:
        assert trust.is_sealed(entry, trust.sealed_through(connection, laptop.chain))
    assert laptop.scalar("SELECT sealed_seq FROM head") == entry.seq


def test_nothing_is_sealed_twice(laptop: Laptop) -> None:
    laptop.journal.seal()
    assert laptop.journal.seal() is None


def test_a_seal_of_one_person_does_not_speak_for_another(laptop: Laptop, tmp_path: Path) -> None:
    laptop.journal.seal()
    laptop.record("k1", visit())
    laptop.close()
    other = Laptop(tmp_path, actor=Actor(PersonId("operator0002"), "Nur", "operator"), seed=8)
    other.journal.seal()
    entry = next(entry for entry in other.store.entries_after({}, 1 << 20) if entry.kind == "visit_recorded")
    with other.database.read() as connection:
        through = trust.sealed_through(connection, other.chain)
    assert not trust.is_sealed(entry, through)
    assert through["operator0002"] > entry.seq


def test_a_proposed_family_is_named_by_its_entry(laptop: Laptop) -> None:
    made = laptop.record("", new_family())
    assert laptop.rows("SELECT id, listed, head_name, open_proposals FROM family_view WHERE listed = 0") == [
        (made, 0, "Yohanes Lando", 1)
    ]
    assert laptop.rows("SELECT id FROM person_view WHERE family = ?", made) == [(f"{made}#1",)]


def test_an_enumerator_writes_about_his_own_rts_only(tmp_path: Path) -> None:
    first = Laptop(tmp_path)
    first.publish(roster(family(number) for number in range(4)))
    first.close()
    enumerator = Actor(PersonId("enumerator01"), "Yusuf", "enumerator", ("002/001",))
    laptop = Laptop(tmp_path, actor=enumerator, seed=3)
    here, there = family(1), family(2)
    assert (here.rt, there.rt) == ("002", "003")
    laptop.record(here.id, visit(here))
    laptop.record("", new_family(rt="002"))
    for subject, payload in (
        (there.id, visit(there)),
        (there.id, RevealLogged("nik", "cek KTP")),
        ("", new_family(rt="003")),
        (here.id, Endorsed(EntryId("x.1/1"))),
        ("unknown", visit()),
    ):
        with pytest.raises(Refused):
            laptop.record(subject, payload)


def test_a_wrong_clock_never_stops_work_and_can_be_seen(tmp_path: Path) -> None:
    clock = Hands()
    laptop = Laptop(tmp_path, clock=clock)
    newest = clock.now
    clock.now -= 86_400_000 * 365
    laptop.record("k1", visit())
    entry = laptop.store.entries_after({}, 1 << 20)[-1]
    assert entry.at_ms < entry.floor_ms == newest


def test_turns_grow_along_the_chain_and_past_all_that_was_heard(laptop: Laptop, tmp_path: Path) -> None:
    other = Laptop(tmp_path / "other", "laptopbbbbbb", Actor(PersonId("operator0002"), "Nur", "operator"), 2)
    other.take_all(laptop.store)
    made = other.record("k1", visit())
    heard = max(entry.turn for entry in laptop.store.entries_after({}, 1 << 20))
    own = {entry.id: entry.turn for entry in other.store.entries_after({}, 1 << 20)}
    assert own[made] > heard


def test_what_is_stored_is_a_whole_chain(laptop: Laptop) -> None:
    for number in range(4):
        laptop.record(f"k{number}", visit())
    laptop.journal.seal()
    entries = laptop.store.entries_after({}, 1 << 20)
    assert verify_chain(entries) == laptop.store.vector()[laptop.chain]


def told(laptop: Laptop) -> str:
    """What the journal says of its guards."""
    problem = laptop.journal.unguarded
    return problem.code if problem is not None else ""


def test_a_save_that_could_not_be_guarded_is_not_called_lost(laptop: Laptop) -> None:
    before = head_of(laptop)
    laptop.anchor.close()
    laptop.anchor.path.unlink()
    laptop.anchor.path.mkdir()
    assert laptop.record("k1", visit()) == f"{laptop.chain}/{before + 1}"
    assert head_of(laptop) == before + 1
    assert told(laptop) == "saved_unguarded"
    laptop.anchor.path.rmdir()
    laptop.anchor.renew()
    laptop.record("k1", visit())
    assert told(laptop) == ""
    assert laptop.mirror.last_number() == laptop.scalar("SELECT max(turn) FROM entry")
    assert len(laptop.mirror.read_with_vault().entries) == before + 2


def test_several_threads_may_record(laptop: Laptop) -> None:
    before = head_of(laptop)
    with ThreadPoolExecutor(4) as pool:
        names = list(pool.map(lambda number: laptop.record(f"k{number % 4}", visit()), range(40)))
    assert len(set(names)) == 40
    assert head_of(laptop) == before + 40
    assert laptop.anchor.mark is not None
    assert laptop.anchor.mark.head == laptop.store.vector()[laptop.chain]


def test_without_a_beginning_nothing_is_recorded(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path, device="")
    with pytest.raises(Refused) as caught:
        laptop.record("k1", visit())
    assert caught.value.code == "journal_not_started"
