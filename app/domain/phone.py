"""Telephone numbers as people say them: one writing for all, and how one is shown.

Indonesian numbers begin with 0 at home and with +62 abroad; mobile ones go on with 8. Spaces, dots, hyphens and
brackets only help the eye.
"""

from __future__ import annotations

import re

_FOR_THE_EYE = re.compile(r"[\s.()\-‐‑–/]+")
_NUMBER = re.compile(r"\+?\d+", re.ASCII)
_ABROAD = re.compile(r"(?:\+|00)62(?=\d)|62(?=8\d{7})", re.ASCII)

_NOT_SHOWN = "••••••"
_SHOWN = 3


def plain_phone(typed: str) -> str:
    """``+62 812-3456-789`` as ``08123456789``; what is no number stays as it was typed."""
    text = _FOR_THE_EYE.sub("", typed)
    if abroad := _ABROAD.match(text):
        text = "0" + text[abroad.end() :].removeprefix("0")
    return text if _NUMBER.fullmatch(text) else typed.strip()


def mask_phone(number: str) -> str:
    """A telephone number as it is shown: the last three digits."""
    return _NOT_SHOWN + number[-_SHOWN:] if len(number) > 2 * _SHOWN else _NOT_SHOWN
