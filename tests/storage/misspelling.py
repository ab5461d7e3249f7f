"""Names as people mistype them, made by rule and seed: the material of the tests and figures of search."""

from __future__ import annotations

import random
from collections.abc import Callable

_OLD_SPELLING = (
    ("u", "oe"),
    ("j", "dj"),
    ("c", "tj"),
    ("ny", "nj"),
    ("sy", "sj"),
    ("y", "j"),
    ("oe", "u"),
    ("dj", "j"),
)
_SOUNDS = (("f", "p"), ("v", "f"), ("z", "s"), ("kh", "h"), ("h", "kh"), ("i", "y"), ("e", "i"), ("d", "t"), ("b", "p"))
_MUHAMMADS = ("Muh.", "Moh.", "M.", "Muhamad", "Mohammad", "Muhammad", "Mochamad", "Mhd", "Mohd.")
_TITLES = ("H. {}", "Hj. {}", "Drs. {}", "{} S.Pd", "{}, S.E.", "Pdt. {}", "Ibu {}", "Bapak {}", "Alm. {}")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def misspelt(name: str, rng: random.Random) -> str:
    """`name` with one or two of the mistakes that officials make; never the same text."""
    for _ in range(50):
        text = rng.choice(_MISTAKES)(name, rng)
        if rng.random() < 0.4:
            text = rng.choice(_MISTAKES)(text, rng)
        if text.casefold() != name.casefold() and text.strip():
            return text
    return name + rng.choice(_LETTERS)


def _old_spelling(name: str, rng: random.Random) -> str:
    return _swap_sound(name, rng, _OLD_SPELLING)


def _other_sound(name: str, rng: random.Random) -> str:
    return _swap_sound(name, rng, _SOUNDS)


def _swap_sound(name: str, rng: random.Random, pairs: tuple[tuple[str, str], ...]) -> str:
    lowered = name.casefold()
    present = [(old, new) for old, new in pairs if old in lowered]
    if not present:
        return name
    old, new = rng.choice(present)
    places = [n for n in range(len(lowered)) if lowered.startswith(old, n)]
    at = rng.choice(places)
    return lowered[:at] + new + lowered[at + len(old) :]


def _doubled(name: str, rng: random.Random) -> str:
    at = _letter(name, rng)
    return name[:at] + name[at] + name[at:]


def _dropped(name: str, rng: random.Random) -> str:
    at = _letter(name, rng)
    return name[:at] + name[at + 1 :] if len(name) > 4 else name


def _swapped(name: str, rng: random.Random) -> str:
    at = _letter(name[:-1], rng)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def _wrong_letter(name: str, rng: random.Random) -> str:
    at = _letter(name, rng)
    return name[:at] + rng.choice(_LETTERS) + name[at + 1 :]


def _joined(name: str, rng: random.Random) -> str:
    words = name.split()
    if len(words) < 2:
        return name
    at = rng.randrange(len(words) - 1)
    return " ".join([*words[:at], words[at] + words[at + 1].casefold(), *words[at + 2 :]])


def _parted(name: str, rng: random.Random) -> str:
    words = name.split()
    long = [n for n, word in enumerate(words) if len(word) > 6]
    if not long:
        return name
    at = rng.choice(long)
    cut = rng.randrange(3, len(words[at]) - 2)
    return " ".join([*words[:at], words[at][:cut], words[at][cut:], *words[at + 1 :]])


def _titled(name: str, rng: random.Random) -> str:
    return rng.choice(_TITLES).format(name)


def _muhammad(name: str, rng: random.Random) -> str:
    words = name.split()
    if words[0].casefold().rstrip(".") in {"muhammad", "muhamad", "mohammad", "muh", "moh", "m", "mohamad"}:
        return " ".join([rng.choice(_MUHAMMADS), *words[1:]])
    return name


def _bin(name: str, rng: random.Random) -> str:
    words = name.split()
    if any(word.casefold() in {"bin", "binti"} for word in words):
        return " ".join(word for word in words if word.casefold() not in {"bin", "binti"})
    if len(words) < 2:
        return name
    return " ".join([*words[:-1], rng.choice(("bin", "binti")), words[-1]])


def _letter(name: str, rng: random.Random) -> int:
    places = [n for n, sign in enumerate(name) if sign.isalpha()]
    return rng.choice(places) if places else 0


_MISTAKES: tuple[Callable[[str, random.Random], str], ...] = (
    _old_spelling,
    _other_sound,
    _doubled,
    _dropped,
    _swapped,
    _wrong_letter,
    _joined,
    _parted,
    _titled,
    _muhammad,
    _bin,
)
