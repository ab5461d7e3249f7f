"""Answers remembered for as long as the store has not changed."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Latest(Generic[Key, Value]):
    """Answers of one version of the store, as many as weigh `most`; a newer version forgets them all.

    Any thread may ask. The answer asked for longest ago is forgotten first; one that alone is too heavy is not kept.
    """

    def __init__(self, most: int, weigh: Callable[[Value], int] = lambda _: 1) -> None:
        self._most = most
        self._weigh = weigh
        self._weight = 0
        self._version = -1
        self._kept: OrderedDict[Key, Value] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, version: int, key: Key, make: Callable[[], Value]) -> Value:
        """The answer to `key` at `version`, made where it is not remembered (made twice if two threads ask at once)."""
        with self._lock:
            if version > self._version:
                self._kept.clear()
                self._weight = 0
                self._version = version
            if version == self._version and key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        value = make()
        with self._lock:
            if version == self._version and key not in self._kept:
                self._kept[key] = value
                self._weight += self._weigh(value)
                while self._weight > self._most:
                    self._weight -= self._weigh(self._kept.popitem(last=False)[1])
        return value
