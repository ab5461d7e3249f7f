"""Whether this laptop lives on its battery."""

from __future__ import annotations

import psutil


def on_battery() -> bool:
    """True where the machine says that it has a battery and no mains; False where it says nothing of the kind."""
    try:
        battery = psutil.sensors_battery()
    except (AttributeError, OSError, RuntimeError, ValueError):  # no such machine, or files that are no numbers
        return False
    return battery is not None and battery.power_plugged is False
