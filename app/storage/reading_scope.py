"""How far one person may look: an enumerator sees his RTs, everybody else the village."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """``RT/RW`` pairs; empty means the whole village."""

    rts: tuple[str, ...] = ()

    def holds(self, rt: str, rw: str) -> bool:
        """Whether a family of this RT may be seen."""
        return not self.rts or f"{rt}/{rw}" in self.rts

    def families(self, column: str) -> tuple[str, tuple[str, ...]]:
        """SQL, with its values, that `column` (a family's row number) lies within; ``1`` for the whole village."""
        if not self.rts:
            return "1", ()
        sql, values = pairs("rt", "rw", self.rts)
        return f"{column} IN (SELECT n FROM family_view WHERE {sql})", values


def pairs(rt: str, rw: str, wanted: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """SQL, with its values, for two columns that must be one of the ``RT/RW`` pairs."""
    split = [pair.partition("/") for pair in wanted]
    marks = ", ".join("(?, ?)" for _ in split)
    return f"({rt}, {rw}) IN (VALUES {marks})", tuple(part for left, _, right in split for part in (left, right))
