"""What people call the laptops of a village, alike on laptops and at the district."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

_SHORT: Final = 4
"""Letters of a laptop's number that tell two of a village apart."""


def call(labels: Mapping[str, str], holders: Mapping[str, str]) -> dict[str, str]:
    """A village's laptops -> what each is called, no two of them alike. `labels`: the computers' own names; `holders`:
    who has them.

    By who has it: people know each other, and no computer's own name. With that name too where somebody has two, or it
    alone where nobody is known to have it; with the beginning of its number where even that is another one's.
    """
    has = {name: holder for name, holder in holders.items() if name in labels and holder}
    times = Counter(has.values())
    alike = Counter((has.get(name, ""), label) for name, label in labels.items())
    found = {}
    for name, label in labels.items():
        holder = has.get(name, "")
        several = not holder or times[holder] > 1
        own = label if several else ""
        number = number_words(name)[:_SHORT] if several and alike[holder, label] > 1 else ""
        beside = ", ".join(filter(None, (own, number))) if holder else number
        first = holder or label
        found[name] = f"{first} ({beside})" if beside and first else first or beside
    return found


def number_words(name: str) -> str:
    """A laptop's number as people read it to each other: ``ABCD-EFGH-IJKL``."""
    return "-".join(name[at : at + 4] for at in range(0, len(name), 4)).upper()
