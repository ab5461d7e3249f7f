"""Families that look like the one that is being proposed: a warning before the same people are listed twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from app.domain.names import normalise_name
from app.domain.questionnaire import instances
from app.ui.screens.keluarga.filters import place_words
from app.ui.screens.usulan.form_state import Block
from app.ui.screens.usulan.sheet import Sheet
from app.ui.words import translate
from app.usecases.open_drafts import MEMBERS_SECTION
from app.usecases.reading import FamilyFilter, FamilyRow, FamilySort, Reading

LIKE = 0.88
"""Share of letters that two normalised names have in common at least."""

SHORTEST = 4
"""Letters from which on a name is looked for."""

MOST = 4
"""Families told of at most."""


@dataclass(frozen=True, slots=True)
class Like:
    """A family that looks like what was typed."""

    text: str
    line: str
    family: str


def warned(blocks: tuple[Block, ...], like: tuple[Like, ...], own: str) -> tuple[Block, ...]:
    """The blocks, each with who looks like what was typed there; a mended proposal is not warned of itself."""
    found = []
    for block in blocks:
        typed = {ask.value.strip() for ask in block.asks if ask.value}
        lines = dict.fromkeys(one.line for one in like if one.text in typed and one.family != own)
        words = "\n".join((translate("Proposals", "Mungkin sudah ada di daftar:"), *lines)) if lines else ""
        found.append(replace(block, warning=words))
    return tuple(found)


def wanted_of(sheet: Sheet) -> tuple[str, ...]:
    """Names and whole numbers typed so far."""
    ids = instances(sheet.answers, MEMBERS_SECTION)
    typed = [sheet.answer("kk")]
    typed += [sheet.answer(f"{MEMBERS_SECTION}/{one}/{column}") for one in ids for column in ("nik", "nama")]
    return tuple(dict.fromkeys(text.strip() for text in typed if _worth(text.strip())))


def _worth(text: str) -> bool:
    return len(text) == 16 if text.isdigit() else len(text) >= SHORTEST


def like_families(reading: Reading, wanted: Iterable[str]) -> tuple[Like, ...]:
    """In the lane: who is on the list (or proposed) with such a number or such a name."""
    found: list[Like] = []
    for text in wanted:
        rows = reading.families(FamilyFilter(text=text), FamilySort("match"), 0, MOST)
        for row in rows:
            if text.isdigit():
                found.append(Like(text, _line(row, translate("Proposals", "nomor yang sama")), row.id))
            elif any(_like(text, name) for name in (row.head_name, row.matched_name) if name):
                found.append(Like(text, _line(row, translate("Proposals", "nama mirip")), row.id))
    return tuple(found)


def _like(one: str, other: str) -> bool:
    first, second = normalise_name(one), normalise_name(other)
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= LIKE


def _line(row: FamilyRow, why: str) -> str:
    member = translate("Proposals", "anggota {name}", name=row.matched_name) if row.matched_name else ""
    parts = (row.head_name, member, f"KK {row.kk_masked}" if row.kk_masked else "", place_words(row.rt, row.rw))
    return f"{' · '.join(part for part in parts if part)} ({why})"
