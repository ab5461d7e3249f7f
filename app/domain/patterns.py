r"""The patterns of a form's ``regex(., '08[0-9]{7,11}')``, met in a bounded number of steps whatever they say.

    a  \+  .  \d \w \s  [0-9 -]  [^x]      one character
    ?  *  +  {3}  {2,}  {7,11}            how often
    (a|b)  (a|b)?                         one of several, at most once

A form comes from outside, and the usual matcher can be kept busy for ever by a short pattern and a short text. Here the
places up to which a text is matched are the bits of one number, and a group is never repeated, so that the work is at
most the pattern's length times the text's. Always the whole text is matched, as XLSForm says; ``^`` and ``$`` at the
ends are allowed and change nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from app.domain.errors import Refused

MOST_TIMES = 2_000
"""No answer is longer (questionnaire.LONGEST_TEXT)."""
DEEPEST = 10

_TIMES = re.compile(r"\{(\d{1,4})(,(\d{0,4}))?\}", re.ASCII)
_KINDS: dict[str, Callable[[str], bool]] = {
    "d": lambda sign: sign.isascii() and sign.isdigit(),
    "w": lambda sign: sign.isalnum() or sign == "_",
    "s": str.isspace,
}
_SPECIAL = frozenset("\\^$.|?*+()[]{}")


@dataclass(frozen=True, slots=True)
class _Sign:
    """One character out of a set, from `least` to `most` times."""

    fits: Callable[[str], bool]
    least: int = 1
    most: int = 1


@dataclass(frozen=True, slots=True)
class _Group:
    """One of several rows of items; `optional` when it may be missing."""

    ways: tuple[tuple[_Sign | _Group, ...], ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern that was read."""

    root: _Group

    def matches(self, text: str) -> bool:
        """Whether the whole text is as the pattern says."""
        return bool(_after(self.root, text, 1) >> len(text) & 1)


@lru_cache(maxsize=512)
def read_pattern(source: str) -> Pattern:
    """The pattern that a text writes; Refused ``expression_pattern`` with the place (character, from 1)."""
    return Pattern(_Reader(source).whole())


def _after(item: _Sign | _Group, text: str, places: int) -> int:
    """Up to where the text can be matched once the item was met; bit n of `places` stands for n characters."""
    if isinstance(item, _Group):
        found = places if item.optional else 0
        for way in item.ways:
            reached = places
            for one in way:
                reached = _after(one, text, reached)
            found |= reached
        return found
    here = sum(1 << at for at, sign in enumerate(text) if item.fits(sign))
    for _ in range(item.least):
        places = (places & here) << 1
    found = places
    for _ in range(item.least, min(item.most, len(text))):
        places = (places & here) << 1
        if not places:
            break
        found |= places
    return found


class _Reader:
    """Reads a pattern from left to right."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 1 if source.startswith("^") else 0
        self._end = len(source) - (source.endswith("$") and not source.endswith("\\$"))
        self._depth = 0

    def whole(self) -> _Group:
        group = self._ways()
        if self._at < self._end:
            raise self._wrong()
        return group

    def _wrong(self) -> Refused:
        return Refused("expression_pattern", place=self._at + 1, source=self._source)

    @property
    def _now(self) -> str:
        return self._source[self._at] if self._at < self._end else ""

    def _take(self) -> str:
        sign = self._now
        if not sign:
            raise self._wrong()
        self._at += 1
        return sign

    def _ways(self) -> _Group:
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._wrong()
        ways = [self._row()]
        while self._now == "|":
            self._at += 1
            ways.append(self._row())
        self._depth -= 1
        return _Group(tuple(ways))

    def _row(self) -> tuple[_Sign | _Group, ...]:
        items: list[_Sign | _Group] = []
        while self._now and self._now not in "|)":
            items.append(self._group() if self._now == "(" else self._sign())
        return tuple(items)

    def _group(self) -> _Group:
        self._at += 1
        if self._source.startswith("?:", self._at):
            self._at += 2
        group = self._ways()
        if self._now != ")":
            raise self._wrong()
        self._at += 1
        if self._now == "?":
            self._at += 1
            return _Group(group.ways, optional=True)
        if self._now and self._now in "*+{":
            raise self._wrong()
        return group

    def _sign(self) -> _Sign:
        fits = self._set() if self._now == "[" else self._one()
        return _Sign(fits, *self._times())

    def _one(self) -> Callable[[str], bool]:
        sign = self._now
        if sign == ".":
            self._at += 1
            return lambda sign: sign != "\n"
        if sign == "\\":
            return self._escaped()
        if sign in _SPECIAL:
            raise self._wrong()
        return self._take().__eq__

    def _escaped(self) -> Callable[[str], bool]:
        self._at += 1
        sign = self._now
        if sign in _KINDS:
            self._at += 1
            return _KINDS[sign]
        if sign.isalnum() and sign.isascii():
            raise self._wrong()
        return self._take().__eq__

    def _set(self) -> Callable[[str], bool]:
        self._at += 1
        without = self._now == "^"
        self._at += without
        parts: list[Callable[[str], bool]] = []
        while self._now != "]" or not parts:
            parts.append(self._range())
        self._at += 1
        return lambda sign: any(part(sign) for part in parts) != without

    def _range(self) -> Callable[[str], bool]:
        if self._now == "\\":
            return self._escaped()
        first = self._take()
        if self._now != "-" or self._source[self._at + 1 : self._at + 2] in ("]", "\\", ""):
            return first.__eq__
        self._at += 1
        last = self._take()
        if last < first:
            raise self._wrong()
        return lambda sign: first <= sign <= last

    def _times(self) -> tuple[int, int]:
        if self._now and self._now in "?*+":
            return {"?": (0, 1), "*": (0, MOST_TIMES), "+": (1, MOST_TIMES)}[self._take()]
        if self._now != "{":
            return 1, 1
        found = _TIMES.match(self._source, self._at, self._end)
        if found is None:
            raise self._wrong()
        least = int(found[1])
        most = least if not found[2] else int(found[3]) if found[3] else MOST_TIMES
        if most < least or most > MOST_TIMES:
            raise self._wrong()
        self._at = found.end()
        if self._now and self._now in "?*+{":
            raise self._wrong()
        return least, most
