"""One spelling for names that people write in many ways, to find and to match them; never shown in their stead.

What is levelled: short and long forms (Muh., Moh., M., Muhammad), the spelling before 1972 (oe, dj, tj, sj, nj, ch),
Arabic sounds (kh, dh, th, sy), y for i, doubled letters, a last h, titles and degrees, bin and binti, punctuation.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# fmt: off
_TITLES = frozenset(
    {
        "alm", "almh", "almarhum", "almarhumah", "hj", "haji", "hajah", "hajjah", "drs", "dra", "ir", "prof",
        "kh", "kyai", "ust", "ustad", "ustadz", "ustadzah", "ustazah", "pdt", "pst", "pastor", "tgk", "tengku",
        "tn", "sdr", "sdri", "bpk", "bapak", "ibu", "bin", "binti", "bt", "drg", "amd", "spd", "ssos", "skom",
        "sag", "skep", "skm", "mpd",
    }
)
# fmt: on
"""Words that are no part of a name wherever they stand."""
# fmt: off
_DEGREES = frozenset(
    {
        "se", "sh", "s", "sos", "st", "sp", "spt", "spi", "sip", "sthi", "si", "msi", "mm", "mh", "ma", "ba",
        "bsc", "sked", "stp", "dr", "ag", "pd",
    }
)
# fmt: on
"""Words that are degrees behind a comma, and may be names elsewhere."""
_DEGREE = re.compile(
    r"(?<=[\s,.])(?:[SM]\.\s?(?:pdi?|hi|ei|sos|kom|ag|kep|si|pt|pi|ip|hut|th|farm|psi|kes|kl|km|gz|ked|hum|sn|or|ak)"
    r"|[SM]\.(?:h|e|t|p|a|m)|A\.?\s?Md(?:\.\s?[a-z]{1,4})?|A\.Ma)\b\.?(?=$|[\s,.])",
    re.IGNORECASE,
)
_NOT_LETTERS = re.compile(r"[^a-z ]+")
_JOINED_MARKS = re.compile(r"['`’‘ʼ-]+")
_MUHAMMAD = re.compile(r"(?:m|mh|mhd|mhmd|mohd?|muhd?|moch|much|mo[ck]?h+a?m+[ae]d|mu[ck]?h+a?m+[ae]d|muhamat|mohamat)")
_WHOLE = {"st": "siti", "sitti": "siti", "abd": "abdul", "abdoel": "abdul", "abdl": "abdul", "ab": "abdul"}
_STEPS = (
    (re.compile("chr"), "kr"),
    (re.compile("oe"), "u"),
    (re.compile("dj"), "j"),
    (re.compile("tj"), "c"),
    (re.compile("nj"), "ny"),
    (re.compile("s[jyh]"), "s"),
    (re.compile("[ck]h"), "h"),
    (re.compile("([dt])[hz]"), r"\1"),
    (re.compile("ph|v"), "f"),
    (re.compile("q"), "k"),
    (re.compile("x"), "ks"),
    (re.compile("ae"), "ai"),
    (re.compile("(?<=[^aeiouy])y(?![aeiou])"), "i"),
    (re.compile(r"([a-z])\1+"), r"\1"),
    (re.compile("(?<=[aeiou])h$"), ""),
)


def normalise_name(name: str) -> str:
    """The levelled spelling of a name, lower case, words apart by one space; empty only when no letter is left."""
    text = name if name.isascii() else _without_accents(name)
    if "," in text or "." in text:
        text = _DEGREE.sub(" ", _without_degrees_behind_comma(text))
    lowered = _JOINED_MARKS.sub("", text.lower())
    words = (lowered if lowered.isascii() and lowered.isalpha() else _NOT_LETTERS.sub(" ", lowered)).split()
    kept = [word for word in words if word not in _TITLES]
    if len(kept) > 1 and kept[0] == "h":
        kept = kept[1:]
    if not kept:
        kept = words
    if len(kept) > 1 or (kept and len(kept[0]) > 1):
        return " ".join([_first_word(kept[0]), *(_word(word) for word in kept[1:])])
    return " ".join(kept)


def _first_word(word: str) -> str:
    return "muhamad" if word == "m" else _word(word)


@lru_cache(maxsize=1 << 16)
def _word(word: str) -> str:
    if len(word) > 1 and _MUHAMMAD.fullmatch(word):
        return "muhamad"
    if word in _WHOLE:
        return _WHOLE[word]
    for pattern, plain in _STEPS:
        word = pattern.sub(plain, word)
    return word


def _without_degrees_behind_comma(text: str) -> str:
    before, _comma, behind = text.partition(",")
    degrees = "." in behind or all(word in _TITLES or word in _DEGREES for word in behind.lower().split())
    return before if degrees and before.strip() else f"{before} {behind}"


def _without_accents(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
