"""Answers remembered for as long as the store has not changed."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Latest(Generic[Key, Value]):
    """The last `size` answers of one version of the store; a newer version forgets them all. Any thread may ask."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._version = -1
        self._kept: OrderedDict[Key, Value] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, version: int, key: Key, make: Callable[[], Value]) -> Value:
        """The answer to `key` at `version`, made where it is not remembered (made twice if two threads ask at once)."""
        with self._lock:
            if version > self._version:
                self._kept.clear()
                self._version = version
            if version == self._version and key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        value = make()
        with self._lock:
            if version == self._version:
                self._kept[key] = value
                self._kept.move_to_end(key)
                while len(self._kept) > self._size:
                    self._kept.popitem(last=False)
        return value
