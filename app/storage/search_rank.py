"""How near a levelled name is to the one that was typed; 100 is the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rapidfuzz import fuzz, process

GOOD_ENOUGH = 70.0
"""Below it, what is found is another name and not the same one misspelt."""

_GOING_ON = 5.0
_OTHER_ORDER = 3.0
_WORD_LEFT_OUT = 8.0
_WORD_BY_WORD = 120
"""Names looked at word by word: each costs a comparison of every pair of words."""


def nearest(typed: str, keys: Sequence[int], norms: str, limit: int) -> Sequence[tuple[int, str, float]]:
    """At most `limit` of the levelled names (a line of `norms` for each of `keys`), nearest first, as (key, name, how
    near); none further than `GOOD_ENOUGH`.

    Looks at each: letter by letter; joined or parted words; only as much of the name as was typed yet; words in
    another order or left out; at last every typed word by itself, for the best of them.
    """
    names = norms.split("\n")
    best: dict[int, float] = {}

    def look(query: str, seen: Sequence[str], scorer: Callable[..., float], penalty: float) -> None:
        found = process.extract(query, seen, scorer=scorer, score_cutoff=GOOD_ENOUGH + penalty, limit=None)
        for _, score, at in found:
            if score - penalty > best.get(at, 0.0):
                best[at] = score - penalty

    look(typed.replace(" ", ""), norms.replace(" ", "").split("\n"), fuzz.ratio, 0.0)
    look(typed, [name[: len(typed)] for name in names], fuzz.ratio, _GOING_ON)
    look(typed, names, fuzz.token_sort_ratio, _OTHER_ORDER)
    look(typed, names, fuzz.partial_token_sort_ratio, _WORD_LEFT_OUT)
    _look_word_by_word(typed.split(), names, best)
    ranked = sorted(best, key=lambda at: (-best[at], len(names[at]), names[at]))
    return [(keys[at], names[at], best[at]) for at in ranked[:limit]]


def _look_word_by_word(words: Sequence[str], names: Sequence[str], best: dict[int, float]) -> None:
    """Raise those in which every typed word stands, nearly, though a name that was not typed stands between them."""
    letters = sum(map(len, words))
    if len(words) < 2:
        return
    for at in sorted(best, key=best.__getitem__, reverse=True)[:_WORD_BY_WORD]:
        theirs = names[at].split()
        if len(theirs) > len(words):
            alike = sum(len(word) * max(fuzz.ratio(word, other) for other in theirs) for word in words)
            best[at] = max(best[at], alike / letters - _WORD_LEFT_OUT)
