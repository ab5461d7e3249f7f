"""What people type for a day, a place or a number, as a form keeps it; what cannot be read stays as it was typed."""

from __future__ import annotations

import re
from datetime import date

from app.domain.questionnaire import Kind
from app.ui.wording import language

_DAY = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})", re.ASCII)
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_SEXAGESIMAL = re.compile(
    r"(\d{1,3})[°d ]\s*(\d{1,2})['′m ]\s*(\d{1,2}(?:\.\d+)?)?[\"″s]?\s*(N|S|E|W|LU|LS|BT|BB)", re.ASCII | re.IGNORECASE
)
_SOUTH_OR_WEST = frozenset({"S", "W", "LS", "BB"})
_NUMBER = re.compile(r"-?\d{1,3}(?:\.\d+)?", re.ASCII)

INDONESIA = (-11.5, 6.5, 94.5, 141.5)
"""Southernmost and northernmost latitude, westernmost and easternmost longitude of the country, rounded outward."""


def iso_of(typed: str) -> str:
    """``17-8-1990``, ``17/08/1990`` or ``17081990`` as ``1990-08-17``; anything else unchanged."""
    text = typed.strip()
    if found := _ISO.fullmatch(text):
        return text
    found = _DAY.fullmatch(text) or _DIGITS.fullmatch(text)
    if found is None:
        return text
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return text


def day_of_iso(iso: str) -> str:
    """``1990-08-17`` as ``17-08-1990``, the way it is typed; anything else unchanged."""
    found = _ISO.fullmatch(iso)
    return "-".join(reversed(found.groups())) if found else iso


def typed_of(kind: Kind, kept: str) -> str:
    """A kept answer as it is typed in the language of the screen: days day first, the decimal comma in Indonesian."""
    if kind is Kind.DATE:
        return day_of_iso(kept)
    if kind in (Kind.DECIMAL, Kind.GPS) and language() != "en":
        return kept.replace(".", ",")
    return kept


def place_of_typed(typed: str) -> str:
    """Decimal degrees (``-9,86 124,28`` or ``-9.86, 124.28``) or degrees and minutes (``9°51'36" S 124°16'48" E``) as
    ``-9.86 124.28``; anything else unchanged."""
    text = typed.strip()
    turned = [_decimal(*found) for found in _SEXAGESIMAL.findall(text)]
    if len(turned) == 2:
        return f"{turned[0]:.6f} {turned[1]:.6f}"
    points = re.sub(r"(?<=\d),(?=\d)", ".", text) if "." not in text else text.replace(",", " ").replace(";", " ")
    parts = points.replace(",", " ").replace(";", " ").split()
    return " ".join(parts) if len(parts) in (2, 3) and all(_NUMBER.fullmatch(part) for part in parts) else text


def outside_indonesia(place: str) -> bool:
    """Whether a place in the form's own writing lies where no village of the country is."""
    try:
        latitude, longitude = (float(part) for part in place.split(" ")[:2])
    except ValueError:
        return False
    south, north, west, east = INDONESIA
    return not (south <= latitude <= north and west <= longitude <= east)


def number_of(typed: str, decimal: bool) -> str:
    """A number as the form keeps it: ``1.200`` and ``1 200`` are whole, ``2,5`` is a decimal."""
    text = typed.strip().replace(" ", "")
    if decimal:
        return text.replace(",", ".") if text.count(",") == 1 and "." not in text else text
    return text.replace(".", "") if re.fullmatch(r"\d{1,3}(\.\d{3})+", text) else text


def _decimal(degrees: str, minutes: str, seconds: str, side: str) -> float:
    value = int(degrees) + int(minutes) / 60 + float(seconds or 0) / 3600
    return -value if side.upper() in _SOUTH_OR_WEST else value
