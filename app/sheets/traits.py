"""What a list as a whole tells about its numbers: whose relation codes they are, which are the file's own counting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from app.domain.nik import parse_nik
from app.domain.region import SUBDISTRICT, RegionBook

_LONGEST_SERIAL = 6
"""Digits; the ministry's own ids are longer and opaque."""
_SHARED_AT_LEAST, _SHARED_PART = 5, 0.01


def speaks_shdk(relations: Iterable[str]) -> bool:
    """Whether relation numbers are the family card's eleven (4 is a child) and not DTSEN's eight (3 is a child)."""
    codes = Counter(text.lstrip("0") for text in relations if text.isdigit())
    return any(code in codes for code in ("9", "10", "11")) or codes["4"] > codes["3"]


def shared_unknown_regions(niks: Iterable[str], regions: RegionBook) -> dict[str, int]:
    """Unknown region digits that many NIKs of the list begin with, and how many: an old code, not a typing error."""
    starts = Counter(nik[:SUBDISTRICT] for nik in niks if parse_nik(nik) is not None)
    least = max(_SHARED_AT_LEAST, sum(starts.values()) * _SHARED_PART)
    return {code: times for code, times in starts.items() if times >= least and not regions.knows_prefix(code)}


def counts_rows(ids: Sequence[str]) -> bool:
    """Whether ids are a file's own counting: next month the same number is somebody else's."""
    numbers = [int(text) for text in ids if len(text) <= _LONGEST_SERIAL and text.isascii() and text.isdigit()]
    return bool(ids) and len(numbers) == len(ids) and max(numbers) <= 2 * len(ids)
