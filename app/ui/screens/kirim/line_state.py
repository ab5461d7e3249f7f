"""What the card of the line shows: the day's bytes and their price, and why nothing goes by itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineState:
    """Everything in words."""

    used: str = ""
    """How much went today, of how much, for how much."""
    load: str = ""
    """What sending now would take; empty where nothing waits."""
    held: str = ""
    """Why photos wait for tomorrow; empty where they do not."""
    beyond: str = ""
    """What sending everything all the same would mean, asked before it is done."""
    rests: str = ""
    """Why nothing goes by itself just now."""
    paused: bool = False
    on_battery: bool = False
    """Whether it may go by itself on the battery too."""
