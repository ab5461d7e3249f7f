"""Memory of a process that serves: what one answer gives back is there for the next one."""

from __future__ import annotations

import ctypes
import sys
from typing import Final

_TRIM_THRESHOLD: Final = -1
_MMAP_THRESHOLD: Final = -3
"""As glibc numbers them."""
_KEPT, _LARGEST = 4 << 20, 1 << 20


def keep_freed() -> None:
    """Keep blocks of up to a megabyte that are freed, at most four megabytes at the end of each heap.

    By itself glibc gives a block of 128 KiB back at once and the system clears its pages when it is taken again: to
    squeeze a small answer takes such a block, and cost five times as much so. Larger ones (a list, a form's file) go
    back as ever. Does nothing with other C libraries.
    """
    if sys.platform != "linux":
        return
    change = getattr(ctypes.CDLL(None), "mallopt", None)
    if change is not None:
        change(_MMAP_THRESHOLD, _LARGEST)
        change(_TRIM_THRESHOLD, _KEPT)
