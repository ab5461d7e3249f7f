"""Searching for a family by name or number: what was found as choices, and whom one bound to RTs may not choose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from app.domain.errors import Problem
from app.ui.lanes import Run
from app.ui.screens.keluarga.elsewhere import MOST as MOST_ELSEWHERE
from app.ui.screens.keluarga.elsewhere import elsewhere_line
from app.ui.screens.keluarga.filters import place_words
from app.ui.screens.keluarga.rows import second_of
from app.ui.screens.latest import Latest
from app.ui.screens.usulan.bounds import elsewhere_words, search_note
from app.ui.screens.usulan.form_state import Finder
from app.ui.shown import Option
from app.ui.words import translate
from app.usecases.ports import Actor
from app.usecases.reading import FamilyFilter, FamilyRow, FamilySort, Reading

MOST = 8
"""Families offered at most."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a text finds: whom one may choose, and who lives elsewhere."""

    families: tuple[Option, ...] = ()
    elsewhere: tuple[str, ...] = ()


class FamilySearch:
    """One search at a time; `drawn(searched)` is called when what it found is another."""

    def __init__(
        self,
        reading: Reading,
        actor: Actor,
        run: Run,
        drawn: Callable[[bool], None],
        failed: Callable[[Problem], None],
    ) -> None:
        self._actor, self._drawn = actor, drawn
        self._find = Latest[str, Found](run, partial(find_families, reading), self._show, failed)
        self._text, self._found = "", Found()

    def begin(self) -> None:
        """Nothing is looked for yet."""
        self._find.forget()
        self._text, self._found = "", Found()

    def ask(self, text: str) -> None:
        """Look for what was typed; for nothing where that is empty."""
        self._text = text.strip()
        if self._text:
            self._find.ask(self._text)
        else:
            self._found = Found()
            self._find.forget()
            self._drawn(False)

    def finder(self, chosen: str, searched: bool, second_of_kind: str = "") -> Finder:
        """The search as it stands; `second_of_kind` where another family is asked for besides the one it is about."""
        title = {
            "duplicate": translate("Proposals", "Ganda dengan keluarga yang mana?"),
            "merge": translate("Proposals", "Digabung dengan keluarga yang mana?"),
        }.get(second_of_kind, translate("Proposals", "Keluarga yang mana?"))
        found, actor = self._found, self._actor
        why = elsewhere_words(actor) if found.elsewhere else ""
        return Finder(title, self._text, found.families, chosen, searched, search_note(actor), found.elsewhere, why)

    def _show(self, text: str, found: Found) -> None:
        self._text, self._found = text, found
        self._drawn(True)


def find_families(reading: Reading, text: str) -> Found:
    """In the lane: the families that fit best."""
    rows = reading.families(FamilyFilter(text=text), FamilySort("match"), 0, MOST)
    return Found(
        tuple(Option(row.id, _name(row), _line(row)) for row in rows),
        tuple(elsewhere_line(one) for one in reading.elsewhere(text, MOST_ELSEWHERE)),
    )


def _name(row: FamilyRow) -> str:
    return row.head_name or translate("Proposals", "(tanpa nama)")


def _line(row: FamilyRow) -> str:
    return " · ".join(part for part in (second_of(row), place_words(row.rt, row.rw), row.address) if part)
