"""A store that is gone comes back from the mirror alone, whatever incarnations the laptop has gone through."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.entry import Head
from app.domain.payloads import DeviceStarted
from app.storage.database import Database
from app.storage.entry_rows import payload_or_reason, select_entries
from app.storage.files import SealedFiles
from app.storage.integrity import Opening, check_against_anchor, verify_all
from tests.storage.laptops import KEY, HandChain, Laptop, correction, family, new_family, roster, visit


def copy_writes(laptop: Laptop, note: str) -> HandChain:
    """A copy of this laptop goes on with its chain from here."""
    copy = HandChain(laptop.chain, "operator0001", 1)
    held = laptop.store.vector()[laptop.chain]
    copy.head = Head(held.seq, held.hash)
    copy.write("k0", visit(note=note), 500, sealed=False)
    return copy


def begin_again(laptop: Laptop, copy: HandChain) -> None:
    """The copy is noticed, as an exchange does."""
    assert laptop.store.receive(copy.entries).forked == (laptop.chain,)
    laptop.chain = laptop.store.start_incarnation()


@pytest.fixture
def cloned(tmp_path: Path) -> Laptop:
    """Work, a clone, more work, another clone that is noticed by its first entry, and more work."""
    laptop = Laptop(tmp_path / "one")
    laptop.publish(roster(family(number) for number in range(4)))
    laptop.record("k0", visit(note="sebelum"))
    copy = copy_writes(laptop, "salinan")
    laptop.record("k1", visit(note="sesudah"))
    made = laptop.record("", new_family())
    laptop.record(made, visit())
    begin_again(laptop, copy)
    laptop.record("k2", correction("address", "", "Jl. Kenari"))
    copy = copy_writes(laptop, "salinan kedua")
    laptop.record("k3", visit(note="lagi"))
    begin_again(laptop, copy)
    laptop.record("k3", visit(note="terakhir"))
    return laptop


def destroyed(laptop: Laptop) -> Laptop:
    """The same folder with an empty store, as `Vault.open_with_new_store` leaves it."""
    laptop.close()
    for path in laptop.folder.glob("village.db*"):
        path.unlink()
    Database(laptop.folder / "village.db", KEY, create=True).close()
    return Laptop(laptop.folder, device="", clock=laptop.clock)


def opening(laptop: Laptop) -> Opening:
    return check_against_anchor(laptop.database, laptop.anchor, laptop.mirror)


def give_lists(laptop: Laptop, bodies: dict[str, bytes]) -> None:
    for sha256, body in bodies.items():
        laptop.store.take_packs([(sha256, body)])


def kept(laptop: Laptop) -> list[tuple[object, ...]]:
    return laptop.rows("SELECT 'forked', chain, seq, hash, again FROM forked ORDER BY 2, 3, 4") + laptop.rows(
        "SELECT 'head', chain, seq, hash, own FROM head ORDER BY 2"
    )


def test_every_incarnation_comes_back_from_the_mirror_alone(cloned: Laptop) -> None:
    views, before, bodies = cloned.dump(), kept(cloned), cloned.bodies()
    assert [row[1] for row in before if row[0] == "head"] == ["laptopaaaaaa.1", "laptopaaaaaa.2", "laptopaaaaaa.3"]
    assert len([row for row in before if row[0] == "forked" and row[4]]) == 4
    back = destroyed(cloned)
    found = opening(back)
    assert found.problem is None
    assert found.recovered == back.scalar("SELECT (SELECT count(*) FROM entry) + (SELECT count(*) FROM forked)")
    give_lists(back, bodies)
    assert back.dump() == views
    assert kept(back) == before
    assert verify_all(back.database, SealedFiles(back.folder / "files", KEY)) == ()
    assert opening(back) == Opening()


def test_a_store_that_lost_an_end_over_two_incarnations_gets_it_back(cloned: Laptop) -> None:
    """The write-ahead log had lost everything behind the first visit: a whole older store lies there."""
    views, before, bodies = cloned.dump(), kept(cloned), cloned.bodies()
    back = destroyed(cloned)
    opening(back)
    with back.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM entry WHERE chain <> 'laptopaaaaaa.1' OR seq > 4")
        connection.exec_driver_sql("DELETE FROM forked")
        connection.exec_driver_sql("DELETE FROM head WHERE chain <> 'laptopaaaaaa.1'")
        connection.exec_driver_sql("UPDATE head SET (seq, hash) = (SELECT seq, hash FROM entry WHERE seq = 4), own = 1")
    assert opening(back).problem is None
    give_lists(back, bodies)
    assert back.dump() == views
    assert kept(back) == before


def test_work_goes_on_where_it_stood_and_the_district_hears_all(cloned: Laptop, tmp_path: Path) -> None:
    bodies = cloned.bodies()
    back = destroyed(cloned)
    opening(back)
    give_lists(back, bodies)
    back.record("k1", visit(note="setelah pulih"))
    hub = Laptop(tmp_path / "hub", device="")
    hub.take_all(back.store)
    assert hub.dump() == back.dump()
    assert hub.rows("SELECT id, visits FROM family_view WHERE listed = 1 ORDER BY id") == [
        ("k0", 1),
        ("k1", 2),
        ("k2", 0),
        ("k3", 2),
    ]


def test_a_new_chain_says_from_where_on_it_tells_again(cloned: Laptop) -> None:
    with cloned.database.read() as connection:
        entries = select_entries(connection, "WHERE kind = 'device_started' AND seq = 1 ORDER BY chain")
    begun = [payload_or_reason(entry) for entry in entries]
    assert [(one.after, one.again_from) for one in begun if isinstance(one, DeviceStarted)] == [
        (None, 0),
        ("laptopaaaaaa.1", 5),
        ("laptopaaaaaa.2", int(str(cloned.scalar("SELECT min(seq) FROM forked WHERE chain = 'laptopaaaaaa.2'")))),
    ]


def test_where_a_part_of_the_mirror_is_lost_what_lies_behind_it_comes_back_all_the_same(cloned: Laptop) -> None:
    """Only the first incarnation and the last can be read: nothing readable is left out."""
    mirrored = cloned.mirror.read_with_vault().entries
    back = destroyed(cloned)
    back.mirror.close()
    for path in (back.folder / "mirror").iterdir():
        path.unlink()
    with_holes = [one for one in mirrored if b"laptopaaaaaa.2" not in one.content[:40]]
    assert 0 < len(with_holes) < len(mirrored)
    back.mirror.extend(with_holes)
    assert opening(back).problem is None
    assert back.rows("SELECT chain, own FROM head ORDER BY 1") == [("laptopaaaaaa.1", 2), ("laptopaaaaaa.3", 1)]
    assert back.scalar("SELECT count(*) FROM entry") == len(with_holes)
