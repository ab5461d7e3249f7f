"""How near a levelled name is to the one that was typed; 100 is the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rapidfuzz import fuzz, process

GOOD_ENOUGH = 70.0
"""Below it, what is found is another name and not the same one misspelt."""

_GOING_ON = 5.0
_OTHER_ORDER = 3.0
_WORD_LEFT_OUT = 8.0
_WORD_BY_WORD = 120
"""Names looked at word by word: each costs a comparison of every pair of words."""


def nearest(typed: str, names: Mapping[int, str], limit: int) -> Sequence[tuple[int, str, float]]:
    """At most `limit` of `names` (id -> levelled name), nearest first, none further than `GOOD_ENOUGH`.

    Looks at each: letter by letter; joined or parted words; only as much of the name as was typed yet; words in
    another order or left out; at last every typed word by itself, for the best of them.
    """
    best: dict[int, float] = {}
    joined = typed.replace(" ", "")

    def look(query: str, seen: Mapping[int, str], scorer: Callable[..., float], penalty: float) -> None:
        found = process.extract(query, seen, scorer=scorer, score_cutoff=GOOD_ENOUGH + penalty, limit=None)
        for _, score, key in found:
            if score - penalty > best.get(key, 0.0):
                best[key] = score - penalty

    look(joined, {key: name.replace(" ", "") for key, name in names.items()}, fuzz.ratio, 0.0)
    look(typed, {key: name[: len(typed)] for key, name in names.items()}, fuzz.ratio, _GOING_ON)
    look(typed, names, fuzz.token_sort_ratio, _OTHER_ORDER)
    look(typed, names, fuzz.partial_token_sort_ratio, _WORD_LEFT_OUT)
    _look_word_by_word(typed.split(), names, best)
    ranked = sorted(best.items(), key=lambda item: (-item[1], len(names[item[0]]), names[item[0]]))
    return [(key, names[key], score) for key, score in ranked[:limit]]


def _look_word_by_word(words: Sequence[str], names: Mapping[int, str], best: dict[int, float]) -> None:
    """Raise those in which every typed word stands, nearly, though a name that was not typed stands between them."""
    letters = sum(map(len, words))
    if len(words) < 2:
        return
    for key in sorted(best, key=lambda key: -best[key])[:_WORD_BY_WORD]:
        theirs = names[key].split()
        if len(theirs) > len(words):
            alike = sum(len(word) * max(fuzz.ratio(word, other) for other in theirs) for word in words)
            best[key] = max(best[key], alike / letters - _WORD_LEFT_OUT)
