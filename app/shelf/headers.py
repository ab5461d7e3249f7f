"""How lists call their columns and write their codes: resources/headers/, data that a district may need extended."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from app.shelf.place import resource

_IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_NOT_ALNUM = re.compile(r"[^0-9a-z]+")
_CODE_BEFORE_LABEL = re.compile(r"(\d{1,2})\s*[-.:)=]\s*\D")


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field that a column may hold."""

    name: str
    level: str
    """``person``, ``family``, ``place``, ``programme`` or ``order`` (the running number)."""
    spellings: tuple[str, ...]
    """Headings under which it is met, levelled by plain_heading."""
    values: str = ""
    """The list that translates words into codes, or empty."""
    shape: str = ""
    """What its cells look like: ``number``, ``date``, ``words``, ``code``, ``small``, or empty."""
    code: str = ""
    """The programme's code where the level is ``programme``."""
    must: bool = False
    """Whether the heading alone is too vague, so that the cells must bear it out."""


@dataclass(frozen=True)
class HeaderBook:
    """All fields, and the words that stand for codes."""

    version: str
    fields: Mapping[str, FieldSpec]
    values: Mapping[str, Mapping[str, str]]
    """Levelled word -> code, by list."""
    relation_shdk: Mapping[str, str]
    """The family card's eleven relation codes to DTSEN's eight."""
    by_spelling: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Levelled heading -> the fields it may mean."""


def plain_heading(text: str) -> str:
    """A heading without case, blanks, punctuation and what stands in brackets."""
    lowered = unicodedata.normalize("NFKC", text).lower()
    return _NOT_ALNUM.sub("", _IN_BRACKETS.sub("", lowered)) or _NOT_ALNUM.sub("", lowered)


def plain_label(text: str) -> str:
    """A word that stands for a code, levelled; a lone sign such as a tick stays as it is."""
    lowered = text.strip().lower()
    return _NOT_ALNUM.sub(" ", lowered).strip() or lowered


def code_of(label: str, codes: Mapping[str, str]) -> str | None:
    """The code that a cell stands for: itself, its word, or the number before its word; None when unknown."""
    plain = plain_label(label)
    if plain in codes:
        return codes[plain]
    if plain.isdigit() and (bare := plain.lstrip("0") or "0") in codes:
        return codes[bare]
    match = _CODE_BEFORE_LABEL.match(label.strip())
    return codes.get(match[1]) if match else None


def read_headers(folder: Path) -> HeaderBook:
    """The header book of one folder."""
    raw = json.loads((folder / "headers.json").read_text(encoding="utf-8"))
    lists = json.loads((folder / "values.json").read_text(encoding="utf-8"))
    fields = {entry["name"]: _field(entry) for entry in raw["fields"]}
    meant: dict[str, list[str]] = {}
    for spec in fields.values():
        for spelling in spec.spellings:
            meant.setdefault(spelling, []).append(spec.name)
    return HeaderBook(
        version=raw["version"],
        fields=fields,
        values={name: _words(codes) for name, codes in lists["lists"].items()},
        relation_shdk=lists["relation_shdk"],
        by_spelling={spelling: tuple(names) for spelling, names in meant.items()},
    )


@cache
def load_headers() -> HeaderBook:
    """The header book that ships with Balai."""
    return read_headers(resource("headers"))


def _field(entry: dict[str, Any]) -> FieldSpec:
    spellings = dict.fromkeys(plain_heading(text) or text for text in entry["spellings"])
    return FieldSpec(
        name=entry["name"],
        level=entry["level"],
        spellings=tuple(spellings),
        values=entry.get("values", ""),
        shape=entry.get("shape", ""),
        code=entry.get("code", ""),
        must=entry.get("must", False),
    )


def _words(codes: dict[str, list[str]]) -> dict[str, str]:
    words = {plain_label(code): code for code in codes}
    words.update({plain_label(word): code for code, labels in codes.items() for word in labels})
    return words
