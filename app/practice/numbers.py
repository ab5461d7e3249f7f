"""Issues NIKs and family card numbers whose serials nobody has: real ones count up from 0001, these lie above 9000."""

from __future__ import annotations

from datetime import date
from random import Random

SERIALS = range(9001, 10_000)


class Numbers:
    """Gives every person and family card another number of the real form."""

    def __init__(self, rng: Random, home: str, elsewhere: list[str]) -> None:
        self._rng = rng
        self._home = home
        self._elsewhere = elsewhere
        self._issued: set[str] = set()

    def nik(self, born: date, sex: str) -> str:
        """Region of first registration, birth date with 40 added for women, serial."""
        region = self._home if self._rng.random() < 0.86 else self._rng.choice(self._elsewhere)
        day = born.day + (40 if sex == "2" else 0)
        return self._next(f"{region}{day:02d}{born.month:02d}{born.year % 100:02d}")

    def kk(self, issued: date) -> str:
        """Region, date of issue, serial."""
        return self._next(f"{self._home}{issued.day:02d}{issued.month:02d}{issued.year % 100:02d}")

    def _next(self, prefix: str) -> str:
        while (number := f"{prefix}{self._rng.choice(SERIALS):04d}") in self._issued:
            pass
        self._issued.add(number)
        return number
