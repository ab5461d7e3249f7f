"""Forms of new families that were begun before: which one to go on with, or one more family."""

from __future__ import annotations

from collections.abc import Sequence

from app.ui.screens.keluarga.filters import place_words
from app.ui.shown import Option
from app.ui.vocabulary.times import moment_of
from app.ui.words import translate
from app.usecases.open_drafts import OpenDraft


def begun_options(begun: Sequence[OpenDraft]) -> tuple[Option, ...]:
    """A numbered choice for each draft, the last one for a family that was not begun yet."""
    options = [Option(str(at), _named(draft), _line(draft)) for at, draft in enumerate(begun, 1)]
    return (*options, Option(str(len(options) + 1), translate("Proposals", "Mulai usulan keluarga lain")))


def _named(draft: OpenDraft) -> str:
    return draft.name or translate("Proposals", "(belum ada nama)")


def _line(draft: OpenDraft) -> str:
    when = moment_of(int(draft.saved_at.timestamp() * 1000))
    changed = translate("Proposals", "terakhir diubah {when}", when=when)
    return " · ".join(part for part in (place_words(draft.rt, draft.rw), changed) if part)
