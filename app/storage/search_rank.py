"""How near a levelled name is to the one that was typed; 100 is the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rapidfuzz import fuzz, process

GOOD_ENOUGH = 70.0
"""Below it, what is found is another name and not the same one misspelt."""

_GOING_ON = 5.0
_OTHER_ORDER = 3.0
_WORD_LEFT_OUT = 8.0


def nearest(typed: str, names: Mapping[int, str], limit: int) -> Sequence[tuple[int, str, float]]:
    """At most `limit` of `names` (id -> levelled name), nearest first, none further than `GOOD_ENOUGH`.

    Four looks at each: letter by letter; joined or parted words; only as much of the name as was typed yet; words in
    another order or left out.
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
    ranked = sorted(best.items(), key=lambda item: (-item[1], len(names[item[0]]), names[item[0]]))
    return [(key, names[key], score) for key, score in ranked[:limit]]
