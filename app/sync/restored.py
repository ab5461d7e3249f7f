"""What a laptop owes a district that was restored from a copy, by whatever road it hears of that."""

from __future__ import annotations

from typing import Final

from app.sync.lists_back import owe_lists
from app.usecases.exchange import Memory

UNDER_WAY: Final = "exchange.photo_under_way"
"""Key of the memory: the photo of which the district may hold a beginning; `ALL` where it may lack any of those that it
acknowledged; else empty."""
ALL: Final = "*"


def owe_all(memory: Memory) -> None:
    """On the next line every photo is asked after once, and every list is offered."""
    memory.put(UNDER_WAY, ALL)
    owe_lists(memory)
