"""Where an entry is on its way, in words."""

from __future__ import annotations

import pytest

from app.ui.vocabulary.statuses import transport_words
from app.usecases.reading import Transport

_THIRD = 1_793_696_400_000
"""3 November 2026, 9 in the morning UTC."""


@pytest.mark.parametrize(
    ("transport", "words"),
    [
        (Transport("sent", at_ms=_THIRD, road="line"), "Dalam perjalanan"),
        (Transport("sent", at_ms=_THIRD, road="stick"), "Dalam perjalanan (stik, 3 Nov 2026)"),
        (Transport("sent", at_ms=_THIRD, road="a newer one"), "Dalam perjalanan"),
        (Transport("received", "R-7", _THIRD), "Diterima kabupaten (nomor R-7)"),
        (Transport("decided", "R-7", _THIRD), "Diputus (nomor R-7)"),
        (Transport("decided", "", _THIRD), "Diputus"),
    ],
)
def test_a_stick_on_its_way_is_told_from_the_line(transport: Transport, words: str) -> None:
    assert transport_words(transport) == words
