"""What somebody typed into the one search field: names, numbers, parts of an address, an RT; all pieces must hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from app.domain.names import normalise_name
from app.storage.search_keys import address_words

NUMBER_RUN: Final = 4
"""So many digits in a row are looked for inside a NIK or KK too, fewer only at its beginning."""

_RT = re.compile(r"\brt[\s.:]*0*(\d{1,3})(?!\d)(?:\s*/\s*(?:rw[\s.:]*)?0*(\d{1,3})(?!\d))?")
_RW = re.compile(r"\brw[\s.:]*0*(\d{1,3})(?!\d)")
_RT_RW = re.compile(r"(?<![\d/])(\d{1,3})\s*/\s*(\d{1,3})(?![\d/])")
_HALF_TYPED_PLACE = re.compile(r"\br[tw][\s.:/]*$")
_HOUSE = re.compile(r"\b(?:no|nomor|nmr)[\s.:]*(?=\d)")
_NUMBER = re.compile(r"(?<!\w)\d+(?:[ .\-]\d+)*|\d+")
_LETTERS = re.compile(r"[^\W\d_]")
_NOT_WORD = re.compile(r"[^\w\s.,'`’\-]+")


@dataclass(frozen=True, slots=True)
class Spelling:
    """A levelled spelling (`normalise_name`); `open` where its last word may go on."""

    text: str
    open: bool

    @property
    def words(self) -> tuple[str, ...]:
        """Its words in order."""
        return tuple(self.text.split())

    def holds(self, norm: str) -> bool:
        """Whether each word of this spelling stands in the levelled name `norm`."""
        padded = f" {norm} "
        last = len(self.words) - 1
        return all(
            (word in norm if len(word) > 2 else f" {word}" in padded)
            if self.open or n < last
            else f" {word} " in padded
            for n, word in enumerate(self.words)
        )


@dataclass(frozen=True, slots=True)
class Typed:
    """The pieces; an empty piece asks for nothing."""

    names: tuple[Spelling, ...] = ()
    """The words as a whole name, then as one whose last word is still being typed."""
    address: tuple[str, ...] = ()
    """The same words as words of an address."""
    numbers: tuple[str, ...] = ()
    """Digits of a NIK or KK."""
    house_numbers: tuple[str, ...] = ()
    """Short numbers beside words: part of an address."""
    rt: str = ""
    rw: str = ""
    """Three digits, or empty."""

    @property
    def asks(self) -> bool:
        """Whether anything is asked at all."""
        return bool(self.names or self.numbers or self.house_numbers or self.rt or self.rw)


@lru_cache(maxsize=256)
def understand(text: str) -> Typed:
    """Take a typed text apart; any text is understood, odd signs are passed over."""
    left = unicodedata.normalize("NFKC", text).casefold()
    rt, rw, left = _place(left)
    left = _HALF_TYPED_PLACE.sub(" ", left)
    numbers: list[str] = []
    houses: list[str] = []
    beside_words = _LETTERS.search(left) is not None
    left = _HOUSE.sub(" ", left)
    for found in _NUMBER.finditer(left):
        digits = "".join(str(unicodedata.decimal(sign)) for sign in found.group() if sign.isdecimal())
        (houses if beside_words and len(digits) < NUMBER_RUN else numbers).append(digits)
    words = _NOT_WORD.sub(" ", _NUMBER.sub(" ", left))
    return Typed(
        names=spellings(words.lstrip()),
        address=tuple(address_words(words)),
        numbers=tuple(numbers),
        house_numbers=tuple(houses),
        rt=rt,
        rw=rw,
    )


def _place(text: str) -> tuple[str, str, str]:
    """RT and RW as three digits, and the text without them."""
    rt = rw = ""
    found = _RT.search(text) or _RT_RW.search(text)
    if found:
        rt, rw = found.group(1), found.group(2) or ""
        text = text[: found.start()] + " " + text[found.end() :]
    other = _RW.search(text)
    if other:
        rw = other.group(1)
        text = text[: other.start()] + " " + text[other.end() :]
    return rt and rt.zfill(3), rw and rw.zfill(3), text


def spellings(words: str) -> tuple[Spelling, ...]:
    """A name as it stands and as it may go on: ``ah`` is not yet the ``a`` that a whole name "Ah" would be."""
    whole = normalise_name(words)
    if not whole:
        return ()
    if not words[-1:].isalpha():
        return (Spelling(whole, open=False),)
    more = "i" if words.endswith("a") else "a"
    going_on = normalise_name(words + more).removesuffix(more).rstrip()
    if whole == going_on or not going_on:
        return (Spelling(whole, open=True),)
    return (Spelling(whole, open=False), Spelling(going_on, open=True))


def before_bin(names: Sequence[Spelling]) -> tuple[Spelling, ...]:
    """The name in front of a ``bin`` or ``binti`` that is still being typed: levelled names have neither."""
    last = names[-1] if names else Spelling("", open=False)
    if not last.open or len(last.words) < 2 or not "binti".startswith(last.words[-1]):
        return ()
    return (Spelling(" ".join(last.words[:-1]), open=False),)
