"""Latihan: the key of the practice village, what was planted in it and how one treats it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.screens.latihan.state import LessonShown
    from app.usecases.desk import Desk


def read_key(desk: Desk) -> tuple[LessonShown, ...]:
    """The key in words; reads files the first time, so call it in the lane."""
    from app.ui.screens.keluarga.page import lexicon_for
    from app.ui.screens.latihan.drawing import lessons_of

    return lessons_of(desk.practice_key(), lexicon_for("DTSEN"))
