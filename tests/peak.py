"""The most memory that this process has held, by the kernel's account of this program alone.

``getrusage`` will not do: a child begins with the peak of the process that started it, and no peak is ever forgotten.
Where there is no /proc, nothing is measured.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

_STATUS: Final = Path("/proc/self/status")
_FORGET: Final = Path("/proc/self/clear_refs")
_PEAK: Final = "5"
"""What clear_refs takes for "begin the peak anew at what is held now" (proc(5))."""


def megabytes() -> float:
    """The peak in MB of 2^20 bytes since the start, or since :func:`forget`; 0 where the kernel does not tell."""
    if not _STATUS.exists():
        return 0.0
    told = dict(line.split(":", 1) for line in _STATUS.read_text().splitlines())
    return int(told["VmHWM"].split()[0]) / 1024


def forget() -> None:
    """Begin anew: the peak is what is held now."""
    if _FORGET.exists():
        _FORGET.write_text(_PEAK)
