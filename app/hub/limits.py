"""How often one may try: after a few failures each further try has to wait longer, up to a quarter of an hour."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from app.domain.errors import Refused

FREE_TRIES = 5
_LONGEST = 900.0
_MOST_NAMES = 10_000


class Limits:
    """Failures by name (an address, a login, a code), in memory: a restart forgives, which nobody outside can cause."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.proxies: frozenset[str] = frozenset()
        """Addresses of the district's own that everybody comes through: one guesser there must not stop all others."""
        self._failures: OrderedDict[str, tuple[int, float]] = OrderedDict()
        self._lock = threading.Lock()

    def of_address(self, act: str, address: str) -> tuple[str, ...]:
        """The name under which failures of `act` from an address are counted, none for a proxy of our own."""
        return () if address in self.proxies else (f"{act} {address}",)

    def check(self, *names: str) -> None:
        """Refused ``too_many_tries`` with `wait_seconds` where one of the names has to wait."""
        with self._lock:
            wait = max((self._wait(name) for name in names), default=0.0)
        if wait > 0:
            raise Refused("too_many_tries", wait_seconds=int(wait) + 1)

    def failed(self, *names: str) -> None:
        """Count one failure against each name."""
        with self._lock:
            for name in names:
                count, _ = self._failures.pop(name, (0, 0.0))
                self._failures[name] = (count + 1, self._clock())
            while len(self._failures) > _MOST_NAMES:
                self._failures.popitem(last=False)

    def succeeded(self, *names: str) -> None:
        """Forget the failures of these names."""
        with self._lock:
            for name in names:
                self._failures.pop(name, None)

    def _wait(self, name: str) -> float:
        count, last = self._failures.get(name, (0, 0.0))
        if count < FREE_TRIES:
            return 0.0
        return last + min(_LONGEST, 2.0 ** (count - FREE_TRIES + 1)) - self._clock()
