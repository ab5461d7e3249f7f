"""Why Balai does not send by itself just now: somebody paused it, or the laptop lives on its battery."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol

PAUSED_SENDING: Final = "exchange.paused"
"""Setting: ``yes`` while the person wants no sending in the background."""
SENDING_ON_BATTERY: Final = "exchange.on_battery"
"""Setting: ``yes`` where it may go on without mains; anything else means that it waits."""

PAUSED, BATTERY = "paused", "battery"


class Kept(Protocol):
    """Settings of the vault."""

    def get(self, key: str) -> str | None:
        """The value kept under `key`, None where it was never set."""


def resting(settings: Kept, on_battery: Callable[[], bool]) -> str:
    """``paused``, ``battery``, or empty where sending by itself may go on."""
    if settings.get(PAUSED_SENDING) == "yes":
        return PAUSED
    if settings.get(SENDING_ON_BATTERY) != "yes" and on_battery():
        return BATTERY
    return ""
