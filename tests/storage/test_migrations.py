"""A store moves forward one whole step at a time, and never under a program that is too old for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from app.domain.errors import Refused
from app.storage.database import Database
from app.storage.migrations import MIGRATIONS, Migration, migrate


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "village.db", bytes(32), create=True)
    yield database
    database.close()


def tables(database: Database) -> set[str]:
    with database.read() as connection:
        return set(connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'").scalars())


def pear(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE pear (x)")


def breaks_midway(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE half (x)")
    raise ArithmeticError


def test_the_numbers_only_grow() -> None:
    numbers = [step.number for step in MIGRATIONS]
    assert numbers == sorted(set(numbers))


def test_every_step_of_the_folder_is_listed() -> None:
    folder = Path(__file__).resolve().parents[2] / "app" / "storage" / "migrations"
    names = {f"m{step.number:04}_{step.name}" for step in MIGRATIONS}
    assert names == {file.stem for file in folder.glob("m*.py")}


def test_a_second_run_changes_nothing(database: Database) -> None:
    first = migrate(database)
    before = tables(database)
    assert migrate(database) == first
    assert tables(database) == before


def test_only_what_is_missing_is_run(database: Database) -> None:
    migrate(database, [Migration(1, "pear", pear)])
    migrate(database, [Migration(1, "pear", pear), Migration(2, "plum", _plum)])
    assert {"pear", "plum"} <= tables(database)


def test_a_step_that_breaks_leaves_the_old_state_and_can_be_run_again(database: Database) -> None:
    first = Migration(1, "pear", pear)
    with pytest.raises(ArithmeticError):
        migrate(database, [first, Migration(2, "plum", breaks_midway)])
    assert tables(database) == {"migration", "pear"}
    migrate(database, [first, Migration(2, "plum", _plum)])
    assert "plum" in tables(database)


def test_a_store_of_a_newer_program_is_refused_and_left_alone(database: Database) -> None:
    migrate(database, [Migration(1, "pear", pear), Migration(2, "plum", _plum)])
    with pytest.raises(Refused) as caught:
        migrate(database, [Migration(1, "pear", pear)])
    assert caught.value.code == "store_newer"
    assert caught.value.facts == {"store": 2, "program": 1}


def test_a_store_of_another_line_of_development_is_refused(database: Database) -> None:
    migrate(database, [Migration(1, "pear", pear)])
    with pytest.raises(Refused) as caught:
        migrate(database, [Migration(1, "apple", pear)])
    assert caught.value.code == "store_newer"


def _plum(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE plum (x)")
