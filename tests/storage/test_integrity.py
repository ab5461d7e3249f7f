"""Whatever was acknowledged is there, or its loss is named; a changed journal is noticed and named."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.entry import Head
from app.domain.errors import Problem
from app.storage.evidence import SqlEvidence
from app.storage.files import SealedFiles
from app.storage.integrity import Opening, check_against_anchor, verify_all
from app.storage.projection import rebuild
from tests.storage.laptops import KEY, Laptop, family, roster, visit

COLUMNS = ("author", "at_ms", "floor_ms", "turn", "kind", "version", "subject", "payload", "hash")


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    laptop = Laptop(tmp_path / "one")
    laptop.publish(roster(family(number) for number in range(3)))
    for number in range(3):
        laptop.record(f"k{number}", visit())
    laptop.journal.seal()
    return laptop


def files_of(laptop: Laptop) -> SealedFiles:
    return SealedFiles(laptop.folder / "files", KEY)


def findings(laptop: Laptop) -> list[tuple[str, object]]:
    found: tuple[Problem, ...] = verify_all(laptop.database, files_of(laptop))
    return [(problem.code, problem.facts.get("seq", "")) for problem in found]


def change(laptop: Laptop, *statements: str) -> None:
    with laptop.database.write() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def opening(laptop: Laptop) -> Opening:
    return check_against_anchor(laptop.database, laptop.anchor, laptop.mirror)


def test_a_whole_store_has_no_findings(laptop: Laptop) -> None:
    seen: list[float] = []
    assert verify_all(laptop.database, files_of(laptop), seen.append) == ()
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


@pytest.fixture(scope="module")
def touched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("touched")


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(COLUMNS), st.integers(1, 7), st.randoms(use_true_random=False))
def test_any_value_changed_in_the_store_is_named(touched: Path, column: str, seq: int, chance: random.Random) -> None:
    laptop = Laptop(Path(tempfile.mkdtemp(dir=touched)))
    laptop.publish(roster([family(1)]))
    for _ in range(3):
        laptop.record("k1", visit())
    laptop.journal.seal()
    value = laptop.scalar(f"SELECT {column} FROM entry WHERE seq = ?", seq)
    if isinstance(value, bytes):
        spot = chance.randrange(len(value))
        value = value[:spot] + bytes([value[spot] ^ (1 << chance.randrange(8))]) + value[spot + 1 :]
    else:
        value = value + 1 if isinstance(value, int) else f"{value}x"
    with laptop.database.write() as connection:
        connection.exec_driver_sql(f"UPDATE entry SET {column} = ? WHERE seq = ?", (value, seq))
    assert ("chain_broken", seq) in findings(laptop)
    laptop.close()


def test_a_dropped_entry_is_named(laptop: Laptop) -> None:
    change(laptop, "DELETE FROM entry WHERE seq = 4")
    assert findings(laptop) == [("chain_gap", 5)]


def test_a_dropped_end_is_named(laptop: Laptop) -> None:
    end = laptop.store.vector()[laptop.chain].seq
    change(laptop, f"DELETE FROM entry WHERE seq = {end}")
    assert ("chain_end_wrong", end) in findings(laptop)


def test_swapped_entries_are_named(laptop: Laptop) -> None:
    change(
        laptop,
        "UPDATE entry SET seq = 99 WHERE seq = 4",
        "UPDATE entry SET seq = 4 WHERE seq = 5",
        "UPDATE entry SET seq = 5 WHERE seq = 99",
    )
    assert findings(laptop) == [("chain_broken", 4)]


def test_an_added_entry_is_named(laptop: Laptop) -> None:
    end = laptop.store.vector()[laptop.chain].seq
    change(
        laptop,
        f"INSERT INTO entry SELECT chain, {end + 1}, author, at_ms, floor_ms, turn, kind, version, subject, payload,"
        " hash, 0, '' FROM entry WHERE seq = 4",
    )
    assert findings(laptop) == [("chain_broken", end + 1)]


def test_a_changed_list_and_a_changed_photo_are_named(laptop: Laptop) -> None:
    files = files_of(laptop)
    evidence = SqlEvidence(laptop.database, files, laptop.clock)
    evidence.keep(b"x" * 100_000, "house_front", "image/webp")
    (path,) = files.folder.glob("*.sealed")
    content = bytearray(path.read_bytes())
    content[5_000] ^= 1
    path.write_bytes(content)
    change(laptop, "UPDATE pack_body SET body = x'00'")
    assert [code for code, _ in findings(laptop)] == ["pack_damaged", "file_damaged"]


def test_a_journal_that_lost_its_end_gets_it_back_from_the_mirror(laptop: Laptop) -> None:
    before, whole = laptop.dump(), laptop.store.vector()
    lose_from(laptop, 5)
    assert opening(laptop).recovered == whole[laptop.chain].seq - 4
    assert laptop.store.vector() == whole
    assert laptop.dump() == before
    assert opening(laptop) == Opening()


def lose_from(laptop: Laptop, seq: int) -> None:
    """As if the write-ahead log had lost its end: entries and everything made of them."""
    with laptop.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM entry WHERE seq >= ?", (seq,))
        row = connection.exec_driver_sql("SELECT seq, hash FROM entry WHERE seq = ?", (seq - 1,)).one()
        connection.exec_driver_sql("UPDATE head SET seq = ?, hash = ?", (row[0], row[1]))
        rebuild(connection)


def test_a_loss_that_nothing_gives_back_is_named_with_its_numbers(laptop: Laptop) -> None:
    end = laptop.store.vector()[laptop.chain].seq
    lose_from(laptop, 5)
    laptop.mirror.close()
    for path in (laptop.folder / "mirror").iterdir():
        path.unlink()
    problem = opening(laptop).problem
    assert problem is not None
    assert (problem.code, problem.facts) == (
        "journal_behind_anchor",
        {"chain": laptop.chain, "anchored": end, "missing_from": 5},
    )


def test_an_entry_put_in_the_place_of_an_acknowledged_one_is_named(laptop: Laptop) -> None:
    end = laptop.store.vector()[laptop.chain].seq
    change(laptop, f"UPDATE entry SET hash = zeroblob(32) WHERE seq = {end}")
    problem = opening(laptop).problem
    assert problem is not None
    assert problem.code == "journal_differs_from_anchor"


def test_a_cut_between_commit_and_anchor_is_healed(laptop: Laptop) -> None:
    held = laptop.store.vector()[laptop.chain]
    older = laptop.store.hash_at(laptop.chain, held.seq - 2)
    assert older is not None
    laptop.anchor.record(laptop.chain, Head(held.seq - 2, older))
    assert opening(laptop) == Opening()
    assert laptop.anchor.mark is not None
    assert laptop.anchor.mark.head == held


def test_a_cut_between_commit_and_mirror_is_healed(laptop: Laptop) -> None:
    laptop.mirror.close()
    (path,) = (laptop.folder / "mirror").glob("*.log")
    path.write_bytes(path.read_bytes()[:-10])
    assert opening(laptop).mirrored == 1
    assert opening(laptop).mirrored == 0


def test_views_of_another_program_are_made_anew(laptop: Laptop) -> None:
    opening(laptop)
    before = laptop.dump()
    change(laptop, "UPDATE family_view SET status = 'of old'", "UPDATE entry SET quarantine = 'entry_kind_unknown'")
    opening(laptop)
    assert laptop.dump() != before
    change(laptop, "UPDATE counter SET value = value + 1 WHERE name = 'views'")
    opening(laptop)
    assert laptop.dump() == before


CHILD = """
import sys
from pathlib import Path
from tests.storage.laptops import Laptop, visit
laptop = Laptop(Path(sys.argv[1]))
for number in range(100_000):
    made = laptop.record(f"k{number % 3}", visit(note=str(number)))
    print(made, flush=True)
"""


def test_every_acknowledged_entry_outlives_a_kill(tmp_path: Path) -> None:
    place = tmp_path / "one"
    first = Laptop(place)
    first.publish(roster(family(number) for number in range(3)))
    first.close()
    chance = random.Random(7)
    acknowledged = []
    for _ in range(6):
        child = subprocess.Popen(
            [sys.executable, "-c", CHILD, str(place)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )
        assert child.stdout is not None
        with child.stdout:
            acknowledged += [child.stdout.readline().strip() for _ in range(chance.randint(1, 12))]
            child.kill()
            acknowledged += [line.strip() for line in child.stdout if line.endswith("\n")]
            child.wait()
        laptop = Laptop(place)
        found = opening(laptop)
        assert (found.recovered, found.problem) == (0, None)
        held = {f"{chain}/{seq}" for chain, seq in laptop.rows("SELECT chain, seq FROM entry")}
        assert set(acknowledged) <= held
        assert laptop.scalar("SELECT sum(visits) FROM family_view") == laptop.scalar(
            "SELECT count(*) FROM entry WHERE kind = 'visit_recorded'"
        )
        assert laptop.anchor.mark is not None
        assert laptop.anchor.mark.head == laptop.store.vector()[laptop.chain]
        assert verify_all(laptop.database, files_of(laptop)) == ()
        laptop.close()
    assert len(acknowledged) >= 6
