"""Why a list has a family no more, or with less aid: as far as the list or the district says, and plainly where not."""

from __future__ import annotations

from typing import Final

from app.domain.list_change import DROPPED, EXCLUDED, ListChange, given_reasons, groups_of, lost_programmes
from app.ui.screens.keluarga.lexicon import Lexicon
from app.ui.vocabulary.proposals import kind_words
from app.ui.vocabulary.times import day_of
from app.ui.words import translate, translate_counted
from app.usecases.list_comparison import AgreedRemoval

PROGRAMMES: Final = "program@kemensos-2025"


def is_struck(change: ListChange) -> bool:
    """Whether somebody will ask why."""
    return change.kind == DROPPED or EXCLUDED in groups_of(change)


def lost_words(change: ListChange, lexicon: Lexicon) -> str:
    """The aid that ended; empty where none did."""
    lost = ", ".join(lexicon.code(PROGRAMMES, code) or code for code in lost_programmes(change))
    return translate("Family", "Tidak lagi menerima: {programmes}", programmes=lost) if lost else ""


def why_words(change: ListChange, removal: AgreedRemoval | None, lexicon: Lexicon) -> str:
    """The reason that the list or the district gave; where none is given, that."""
    said = "; ".join(
        f"{move.member} \u2013 {words}" if move.member else words
        for move in given_reasons(change)
        if (words := f"{lexicon.label(move.field)}: {lexicon.listed(move.field, move.new)}")
    )
    if said:
        return translate("Family", "Menurut daftar: {reason}.", reason=said)
    if removal is not None:
        return translate(
            "Family",
            "Kabupaten menyetujui usulan desa: {kind} ({day}).",
            kind=kind_words(removal.kind),
            day=day_of(removal.at_ms),
        )
    return translate("Family", "Daftar tidak menyebut alasannya. Tanyakan ke Dinas Sosial.")


def may_do_words(objection_days: int) -> str:
    """What the family may do about it, and by when it gets an answer."""
    return translate_counted(
        "Family",
        "Keluarga boleh menyanggah atau diusulkan lagi lewat desa. Sanggahan harus dijawab kabupaten dalam {n} hari.",
        objection_days,
    )
