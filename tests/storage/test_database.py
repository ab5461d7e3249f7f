"""The encrypted store keeps what it acknowledged, and refuses what it can not vouch for."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError
from sqlcipher3 import dbapi2

from app.domain.errors import Problem, Refused, Unavailable
from app.storage.database import Database

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "village.db"


def filled(path: Path, rows: int = 3) -> None:
    database = Database(path, KEY, create=True)
    with database.write() as connection:
        connection.exec_driver_sql("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT) STRICT")
        if rows:
            connection.exec_driver_sql("INSERT INTO note (words) VALUES (?)", [("kata rahasia " * 20,)] * rows)
    database.close()


def count(database: Database) -> int:
    with database.read() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM note").scalar_one())


def code_of_opening(path: Path, key: bytes = KEY) -> str:
    with pytest.raises(Problem) as caught:
        Database(path, key)
    return caught.value.code


def test_what_was_written_is_there_after_a_reopening(path: Path) -> None:
    filled(path)
    database = Database(path, KEY)
    assert count(database) == 3
    database.close()


def test_nothing_readable_lies_on_the_disk(path: Path) -> None:
    database = Database(path, KEY, create=True)
    with database.write() as connection:
        connection.exec_driver_sql("CREATE TABLE note (words TEXT)")
        connection.exec_driver_sql("INSERT INTO note VALUES ('kata rahasia')")
    for file in path.parent.iterdir():
        content = file.read_bytes()
        assert b"rahasia" not in content
        assert b"SQLite format" not in content
    database.close()


def test_the_settings_that_keep_a_save_saved_hold_on_every_connection(path: Path) -> None:
    database = Database(path, KEY, create=True)
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "temp_store": 2,
        "foreign_keys": 1,
        "cipher_memory_security": "0",
    }
    with database.read() as first, database.read() as second:
        for connection in (first, second):
            for pragma, value in wanted.items():
                assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value
    database.close()


def test_a_block_that_raises_leaves_nothing_behind(path: Path) -> None:
    filled(path)
    database = Database(path, KEY)

    def forget() -> None:
        with database.write() as connection:
            connection.exec_driver_sql("DELETE FROM note")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        forget()
    assert count(database) == 3
    database.close()


def test_a_reader_keeps_its_state_while_another_writes(path: Path) -> None:
    filled(path)
    database = Database(path, KEY)
    with database.read() as reader:
        before = reader.exec_driver_sql("SELECT count(*) FROM note").scalar_one()
        with database.write() as writer:
            writer.exec_driver_sql("DELETE FROM note")
        assert reader.exec_driver_sql("SELECT count(*) FROM note").scalar_one() == before
    assert count(database) == 0
    database.close()


def test_many_writers_take_turns_and_lose_nothing(path: Path) -> None:
    filled(path, rows=0)
    database = Database(path, KEY)

    def work() -> None:
        for _ in range(20):
            with database.write() as connection:
                number = connection.exec_driver_sql("SELECT count(*) FROM note").scalar_one()
                connection.exec_driver_sql("INSERT INTO note (id, words) VALUES (?, 'x')", (number + 1,))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count(database) == 80
    database.close()


def test_a_write_inside_a_write_is_a_bug_and_not_a_deadlock(path: Path) -> None:
    database = Database(path, KEY, create=True)
    with pytest.raises(RuntimeError), database.write(), database.write():
        pass
    with database.write() as connection:
        connection.exec_driver_sql("CREATE TABLE after_all (x)")
    database.close()


def test_a_missing_store_is_not_silently_made_anew(path: Path) -> None:
    assert code_of_opening(path) == "store_missing"
    assert not path.exists()


def test_an_emptied_store_is_not_taken_for_a_new_one(path: Path) -> None:
    filled(path)
    path.write_bytes(b"")
    assert code_of_opening(path) == "store_empty"


def test_a_store_is_never_made_over_another(path: Path) -> None:
    filled(path)
    with pytest.raises(Refused) as caught:
        Database(path, KEY, create=True)
    assert caught.value.code == "store_exists"


def test_another_key_does_not_open_it(path: Path) -> None:
    filled(path)
    assert code_of_opening(path, bytes(32)) == "store_key_wrong"


def test_a_plain_sqlite_file_is_not_taken_for_a_store(path: Path) -> None:
    plain = dbapi2.connect(str(path))
    plain.execute("CREATE TABLE note (words)")
    plain.close()
    assert code_of_opening(path) == "store_key_wrong"


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_key_of_another_length_is_a_bug(path: Path, length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Database(path, bytes(length), create=True)


def test_a_changed_page_is_noticed_when_read_and_by_the_check(path: Path) -> None:
    filled(path, rows=500)
    content = bytearray(path.read_bytes())
    content[4096 * 5 + 100] ^= 1
    path.write_bytes(bytes(content))
    database = Database(path, KEY)
    assert len(database.damage()) == 1
    with pytest.raises(Refused) as caught, database.read() as connection:
        connection.exec_driver_sql("SELECT sum(length(words)) FROM note").scalar_one()
    assert caught.value.code == "store_damaged"
    database.engine.dispose()


def test_a_whole_store_has_no_damage(path: Path) -> None:
    filled(path, rows=200)
    database = Database(path, KEY)
    assert database.damage() == ()
    database.close()


def test_closing_empties_the_write_ahead_log(path: Path) -> None:
    filled(path, rows=200)
    assert not path.with_name("village.db-wal").exists()


def test_no_code_of_the_store_attaches_another_database() -> None:
    """``ATTACH ... KEY ''`` would write plain text beside the encrypted store."""
    folder = Path(__file__).resolve().parents[2] / "app" / "storage"
    assert not [file.name for file in folder.rglob("*.py") if "ATTACH " in file.read_text(encoding="utf-8").upper()]


def test_a_closed_store_is_not_opened_again_by_whoever_still_works(path: Path) -> None:
    filled(path)
    database = Database(path, KEY)
    database.close()
    with pytest.raises(Unavailable), database.read():
        pytest.fail("the store was read after it was closed")
    with pytest.raises(Unavailable), database.write():
        pytest.fail("the store was written after it was closed")


def test_the_message_of_a_bug_holds_no_values(path: Path) -> None:
    filled(path)
    database = Database(path, KEY)
    with pytest.raises(IntegrityError) as caught, database.write() as connection:
        connection.exec_driver_sql("INSERT INTO note (id, words) VALUES (1, ?)", ("3573010101900001",))
    assert "3573010101900001" not in str(caught.value)
    database.close()
