"""The two parts of a body while it is written and read: what is going to be squeezed, and noise.

The reader is given a budget, in bytes of memory, that whoever reads a column charges before he takes them, so that a
small hostile body cannot grow into a large one.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from functools import lru_cache

from app.domain.errors import Refused
from app.wire.squeeze import get_uint, put_uint, squeeze, unsqueeze


class Writer:
    """Where columns are written: `plain` is going to be squeezed, `loose` is noise."""

    def __init__(self) -> None:
        self.plain = bytearray()
        self.loose = bytearray()

    def uint(self, number: int) -> None:
        """One number >= 0."""
        if number <= 0x7F:  # nearly all of them
            self.plain.append(number)
        else:
            put_uint(self.plain, number)

    def blob(self, content: bytes) -> None:
        """Bytes with their length."""
        self.uint(len(content))
        self.plain += content

    def body(self) -> bytes:
        """Everything written, squeezed."""
        return squeeze(bytes(self.plain), bytes(self.loose))

    def best(self, *ways: Callable[[Writer], None]) -> None:
        """Write in the way that deflates best."""
        drafts = []
        for way in ways:
            draft = Writer()
            way(draft)
            drafts.append(draft)
        chosen = drafts[0] if len(drafts) == 1 else min(drafts, key=Writer._cost)
        self.plain += chosen.plain
        self.loose += chosen.loose

    def _cost(self) -> int:
        plain = bytes(self.plain)
        return (_deflated_of_few(plain) if len(plain) <= _FEW else _deflated(plain)) + len(self.loose)


_FEW = 48
"""Bytes of a column that is likely to come again: masks, places, names of fields."""


def _deflated(plain: bytes) -> int:
    return len(zlib.compress(plain, 6))


_deflated_of_few = lru_cache(4096)(_deflated)


class Reader:
    """Reads what `Writer` wrote; everything that does not fit is ``body_damaged``."""

    def __init__(self, body: bytes, *, largest: int, budget: int) -> None:
        self._plain, self._loose = unsqueeze(body, largest)
        self._at = self._loose_at = 0
        self._budget = budget

    def charge(self, amount: int) -> None:
        """Take `amount` bytes of memory from the budget; Refused ``body_too_large`` where it is used up."""
        self._budget -= amount
        if amount < 0 or self._budget < 0:
            raise Refused("body_too_large")

    def uint(self) -> int:
        """One number >= 0."""
        at = self._at
        if at < len(self._plain) and (byte := self._plain[at]) < 0x80:  # nearly all of them
            self._at = at + 1
            return byte
        number, self._at = get_uint(self._plain, at)
        return number

    def take(self, size: int) -> bytes:
        """The next `size` bytes."""
        end = self._at + size
        if end > len(self._plain):
            raise Refused("body_damaged")
        content, self._at = self._plain[self._at : end], end
        return content

    def blob(self) -> bytes:
        """Bytes with their length."""
        return self.take(self.uint())

    def take_loose(self, size: int) -> bytes:
        """The next `size` bytes of the part that is noise."""
        end = self._loose_at + size
        if end > len(self._loose):
            raise Refused("body_damaged")
        content, self._loose_at = self._loose[self._loose_at : end], end
        return content

    def finish(self) -> None:
        """Refused ``body_damaged`` where something is left over."""
        if self._at != len(self._plain) or self._loose_at != len(self._loose):
            raise Refused("body_damaged")
