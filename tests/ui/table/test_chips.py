"""Chips in a table's cells: read to their end, or ended with dots, never cut through."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.domain import proposal_course
from app.ui.chips import chip_size, chip_within
from app.ui.screens.usulan.rows import columns
from app.ui.shown import Chip
from app.ui.theme import theme
from app.ui.tokens import Tone
from app.ui.vocabulary.proposals import state_chip

STATES = [getattr(proposal_course, name) for name in dir(proposal_course) if name.isupper()]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_state_of_a_proposal_fits_its_column(dressed: Callable[[str, float], None], scale: float) -> None:
    dressed("light", scale)
    column = next(one for one in columns() if one.key == "state")
    room = round(column.width * theme().em) - 2 * theme().px(12)
    states = [one for one in STATES if isinstance(one, str)]
    assert len(states) > 10
    for state in states:
        assert chip_size(state_chip(state)).width() <= room, state


def test_a_chip_without_room_ends_with_dots(dressed: Callable[[str, float], None]) -> None:
    chip = Chip("Dalam perjalanan (laptop lain, 28 Nov 2026)", Tone.INFO, "truck")
    whole = chip_size(chip).width()
    assert chip_within(chip, whole) == chip
    short = chip_within(chip, whole - 60)
    assert short.words.endswith("\N{HORIZONTAL ELLIPSIS}")
    assert chip_size(short).width() <= whole - 60
