"""What the district sent back to the person at the desk, with its comment: the first thing to be mended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.ui.screens.beranda.state import Target, WaitLine
from app.ui.tokens import Tone
from app.ui.vocabulary.proposals import kind_words
from app.ui.vocabulary.times import day_of
from app.ui.wording import language, number_words
from app.ui.words import translate
from app.usecases.home import ReturnedItem

MOST: Final = 5
"""Items that are told one by one; the list of returned proposals has all."""


def returned_lines(items: Sequence[ReturnedItem]) -> tuple[WaitLine, ...]:
    """A line an item, the one sent back last first; reads the reasons the first time, so call it in the lane."""
    lines = tuple(_line(item) for item in items[:MOST])
    if len(items) <= MOST:
        return lines
    more = translate("Home", "usulan Anda lainnya yang dikembalikan")
    everything = Target("usulan", {"state": "returned"})
    return (*lines, WaitLine("undo-2", Tone.WARN, number_words(len(items) - MOST), more, "", everything))


def returned_title(items: Sequence[ReturnedItem]) -> str:
    """How many there are."""
    return translate("Home", "Dikembalikan kepada Anda: {n}", n=number_words(len(items))) if items else ""


def _line(item: ReturnedItem) -> WaitLine:
    whom = item.member_name or item.head_name or translate("Home", "(belum bernama)")
    words = f"{kind_words(item.kind)}: {whom}"
    said = ". ".join(part.rstrip(".") for part in (_reason(item), item.comment) if part)
    day = translate("Home", "dikembalikan {day}", day=day_of(item.at_ms))
    why = translate("Home", "Kabupaten: {words}", words=said) if said else ""
    who = " · ".join(part for part in (why, day) if part)
    return WaitLine("undo-2", Tone.WARN, "", words, who, Target("usulan", {"proposal": item.proposal}))


def _reason(item: ReturnedItem) -> str:
    from app.shelf.reasons import reason_book

    known = reason_book().lists.get(item.reason_list)
    found = known.get(item.reason) if known is not None else None
    return found.label(language()) if found is not None else item.reason
