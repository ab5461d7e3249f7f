"""What a person took a district's columns for, heading by heading: the next list may have one more, less or moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from app.domain.intake import Choice, ColumnMapping


def learnt(known: Mapping[str, str], headings: Mapping[int, str], mapping: ColumnMapping) -> dict[str, str]:
    """`known` (levelled heading -> field, empty: kept as it is) with what a confirmed mapping says; the newest word
    holds. A heading that stands twice says nothing."""
    return {**known, **{heading: mapping.choices.get(at, Choice()).field for at, heading in _once(headings).items()}}


def as_before(
    mapping: ColumnMapping, headings: Mapping[int, str], known: Mapping[str, str]
) -> tuple[ColumnMapping, frozenset[int]]:
    """A proposed mapping with each known heading taken for what it was taken for before, and the columns so decided.

    Where a heading that was not there before is proposed for the same field, that is left to the person who looks.
    """
    once = _once(headings)
    decided = set()
    for at, heading in once.items():
        if heading not in known:
            continue
        field = known[heading]
        holder = mapping.column_of(field) if field else None
        if holder is not None and holder != at and once.get(holder) not in known:
            continue
        if mapping.choices.get(at, Choice()).field != field:
            mapping = mapping.with_choice(at, field)
        decided.add(at)
    return mapping, frozenset(decided)


def _once(headings: Mapping[int, str]) -> dict[int, str]:
    counted = Counter(headings.values())
    return {at: heading for at, heading in headings.items() if heading and counted[heading] == 1}
