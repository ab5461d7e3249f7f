"""Other spellings of a name, as hurried hands and other registers write it."""

from __future__ import annotations

from random import Random

_SWAPS = (
    ("Yoh", "Joh"),
    ("Yak", "Jak"),
    ("Yus", "Jus"),
    ("ph", "f"),
    ("f", "ph"),
    ("tth", "t"),
    ("th", "t"),
    ("y", "i"),
    ("i", "y"),
    ("k", "c"),
    ("s", "z"),
    ("nn", "n"),
    ("n", "nn"),
    ("l", "ll"),
    ("u", "oe"),
)


def respelt(name: str, rng: Random) -> str:
    """The name written otherwise in one place; always another text."""
    ways = [name.replace(old, new, 1) for old, new in _SWAPS if old in name[1:] or name.startswith(old)]
    words = name.split()
    if len(words) > 2:
        ways.append(" ".join([words[0], words[1][0] + ".", *words[2:]]))
        ways.append(" ".join([words[0], *words[2:]]))
    different = [way for way in ways if way != name]
    return rng.choice(different) if different else name + "e"
