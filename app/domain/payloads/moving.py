"""The same words, after the entries that they name were appended again under other numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from app.domain.payloads import Payload

Part = TypeVar("Part")


def moved(payload: Payload, again: Mapping[str, str]) -> Payload:
    """`payload` naming entries, and families and members that entries made, by their new names (old -> new)."""
    return _moved(payload, again) if again else payload


def moved_id(name: str, again: Mapping[str, str]) -> str:
    """One name: an entry, or ``<entry>#<n>`` for a member that an entry made."""
    entry, mark, rest = name.partition("#")
    return again[entry] + mark + rest if entry in again else name


def _moved(part: Part, again: Mapping[str, str]) -> Part:
    if isinstance(part, str):
        return type(part)(moved_id(part, again))
    if isinstance(part, tuple):
        return type(part)(_moved(one, again) for one in part)
    if isinstance(part, dict):
        return type(part)((_moved(key, again), _moved(value, again)) for key, value in part.items())
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{field.name: _moved(getattr(part, field.name), again) for field in fields(part)})
    return part
