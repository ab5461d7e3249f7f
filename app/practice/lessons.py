"""What each planted error is called and what it teaches (resources/practice/kinds.json)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import msgspec

from app.domain.questionnaire import Words
from app.shelf.forms import WordsShape
from app.shelf.place import resource
from app.shelf.typed import decode


class _Kind(msgspec.Struct, forbid_unknown_fields=True):
    code: str
    label: WordsShape
    lesson: WordsShape


class _Kinds(msgspec.Struct, forbid_unknown_fields=True):
    kinds: list[_Kind]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One kind of planted error in words."""

    code: str
    label: Words
    lesson: Words


@cache
def lessons() -> dict[str, Lesson]:
    """Every kind of planted error by its code."""
    kinds = decode(resource("practice", "kinds.json"), _Kinds).kinds
    return {kind.code: Lesson(kind.code, kind.label.words(), kind.lesson.words()) for kind in kinds}
