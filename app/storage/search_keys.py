"""Keys under which addresses are sorted and found; the projection writes them beside each family."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_DIGITS_WIDE: Final = 6
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_ABBREVIATED: Final = {
    "jl": "jalan",
    "jln": "jalan",
    "jaln": "jalan",
    "gg": "gang",
    "dsn": "dusun",
    "dus": "dusun",
    "lk": "lingkungan",
    "lingk": "lingkungan",
    "ling": "lingkungan",
    "kp": "kampung",
    "kamp": "kampung",
    "kpg": "kampung",
    "ds": "desa",
    "perum": "perumahan",
    "komp": "kompleks",
    "kom": "kompleks",
    "blk": "blok",
    "lr": "lorong",
    "lrg": "lorong",
    "samp": "samping",
    "blkg": "belakang",
    "dpn": "depan",
}
_PARTS_OF_PLACE: Final = frozenset({"dusun", "lingkungan", "kampung", "banjar", "jorong", "padukuhan"})
_NOT_STREET: Final = frozenset({"rt", "rw", "no", "nomor", "nmr"})


def address_words(text: str) -> list[str]:
    """The words and numbers of an address in lower case, abbreviations written out, punctuation gone."""
    return [_ABBREVIATED.get(word, word) for word in _WORDS.findall(text.casefold())]


@lru_cache(maxsize=1 << 14)
def address_key(address: str) -> str:
    """The address so that text order is the order of the road: ``Jl. Melati No.2`` before ``Jln Melati no 10``."""
    words = (word for word in address_words(address) if word not in {"no", "nomor", "nmr"})
    return " ".join(word.zfill(_DIGITS_WIDE) if word.isdecimal() else word for word in words)


@lru_cache(maxsize=1 << 14)
def street_words(dusun: str, address: str) -> str:
    """The words of dusun and address without their numbers, by which a typed address is found."""
    place = [word for word in address_words(dusun) if not word.isdecimal()]
    if place and not _PARTS_OF_PLACE.intersection(place):
        place = ["dusun", *place]
    road = [word for word in address_words(address) if not word.isdecimal() and word not in _NOT_STREET]
    return " ".join(dict.fromkeys([*place, *road]))


def house_number_key(number: str) -> str:
    """One number as it stands inside an `address_key`."""
    return number.zfill(_DIGITS_WIDE)
