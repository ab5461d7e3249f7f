"""What a day may cost on the line: how much went, how much may go, and the user's own price for it.

Words always go. Photos wait for the next day once the limit is reached, unless somebody says otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

LIMIT_MB: Final = "line.limit_mb"
"""Setting: megabytes a day, a whole number; empty or 0 means no limit."""
PRICE_GB: Final = "line.price_gb"
"""Setting: rupiah for a gigabyte, a whole number; empty or 0 where it is not known."""
USED: Final = "line.used"
"""Setting: the day and how much went on it, as JSON."""

MB: Final = 1_000_000
"""As data plans count."""
GB: Final = 1_000 * MB


class Kept(Protocol):
    """Settings of the vault."""

    def get(self, key: str) -> str | None:
        """The value kept under `key`, None where it was never set."""

    def put(self, key: str, value: str) -> None:
        """Keep a value."""


@dataclass(frozen=True, slots=True)
class Quota:
    """How a day stands (bytes, rupiah)."""

    used: int = 0
    limit: int | None = None
    price_gb: int | None = None

    @property
    def left(self) -> int | None:
        """What may still go today; None without a limit."""
        return None if self.limit is None else max(0, self.limit - self.used)

    def holds_back(self, photo_bytes: int) -> bool:
        """Whether some of so many bytes of photos wait for tomorrow."""
        return self.left is not None and photo_bytes > self.left

    def cost(self, size: int) -> int | None:
        """Rupiah for so many bytes, rounded up; None where no price is known."""
        return None if self.price_gb is None else -(-size * self.price_gb // GB)


class DayMeter:
    """Counts what goes over the line on a day; what it counted is on the disk at once."""

    def __init__(self, settings: Kept, today: Callable[[], date]) -> None:
        self._settings = settings
        self._today = today

    def read(self) -> Quota:
        """How today stands."""
        limit, price = self._number(LIMIT_MB), self._number(PRICE_GB)
        return Quota(self._used(), limit * MB if limit else None, price or None)

    def spent(self, size: int) -> None:
        """So many bytes more went over the line."""
        if size > 0:
            kept = {"day": self._today().isoformat(), "bytes": self._used() + size}
            self._settings.put(USED, json.dumps(kept))

    def choose(self, limit_mb: int, price_gb: int) -> None:
        """Another limit and price; 0 for none."""
        self._settings.put(LIMIT_MB, str(limit_mb))
        self._settings.put(PRICE_GB, str(price_gb))

    def _used(self) -> int:
        try:
            kept = json.loads(self._settings.get(USED) or "{}")
            return int(kept["bytes"]) if kept["day"] == self._today().isoformat() else 0
        except (ValueError, KeyError, TypeError):
            return 0

    def _number(self, key: str) -> int:
        text = self._settings.get(key) or ""
        return int(text) if text.isdecimal() else 0
