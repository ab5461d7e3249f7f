"""The KK, the number of a family card: sixteen digits, shown only in part."""

from __future__ import annotations

LENGTH = 16

_NOT_SHOWN = "••••••"


def is_kk(text: str) -> bool:
    """Whether the text has the shape of a family card's number."""
    return len(text) == LENGTH and text.isascii() and text.isdigit()


def kk_region(kk: str) -> str:
    """The six digits of the sub-district that issued the card, or empty when the number is not whole."""
    return kk[:6] if is_kk(kk) else ""


def mask_kk(kk: str) -> str:
    """A KK as it is shown: the first ten digits (the ministry's audit pattern); damaged ones show half."""
    if not kk:
        return ""
    return kk[: 10 if len(kk) >= LENGTH else min(10, len(kk) // 2)] + _NOT_SHOWN
