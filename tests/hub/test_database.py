"""The district's database keeps what is private out of what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from app.hub.database import open_database


def test_the_message_of_a_bug_holds_no_values(tmp_path: Path) -> None:
    database = open_database(tmp_path / "hub.db")
    with pytest.raises(IntegrityError) as caught, database.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO head (village, chain) VALUES (?, ?)", ("7308032001", "3573010101900001")
        )
    assert "3573010101900001" not in str(caught.value)
    database.close()
