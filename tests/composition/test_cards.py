"""The card of a store costs a name at most, whatever a power cut made of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.composition.cards import CARD, read_card, write_card
from app.composition.preferences import FilePreferences
from app.storage import wiping
from app.usecases.desk import Preferences

SPOILT = (b"", b"{", b"[" * 100_000, b"\xff\xfe", b'{"opened_at_ms": 1e999, "village": "x", "practice": 0}', b"[]")


def test_a_card_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_card(tmp_path, "Bonto", "slot", practice=False)
    found = read_card(tmp_path)
    assert (found.village, found.practice) == ("Bonto", False)


@pytest.mark.parametrize("content", SPOILT, ids=range(len(SPOILT)))
def test_a_spoilt_one_costs_the_name_alone(tmp_path: Path, content: bytes) -> None:
    for name in (CARD, "preferensi.json"):
        (tmp_path / name).write_bytes(content)
    assert read_card(tmp_path).village == tmp_path.name
    assert FilePreferences(tmp_path / "preferensi.json").load() == Preferences()
    (tmp_path / wiping.MARK).write_bytes(content)
    assert read_card(tmp_path).wiped, "a wipe that was begun stays begun"
