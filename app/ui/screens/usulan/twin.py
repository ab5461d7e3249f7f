"""An open proposal that asks for the same already: told while the second one is written, with the way to the first."""

from __future__ import annotations

from app.domain.proposal_course import ProposalStanding
from app.domain.recorded import open_twin
from app.ui.screens.usulan.blocks import MUST_NAME_MEMBER
from app.ui.screens.usulan.entry import proposal_of
from app.ui.screens.usulan.form_state import Twin
from app.ui.screens.usulan.sheet import OBJECTION, Sheet
from app.ui.vocabulary.proposals import kind_words, state_words
from app.ui.words import translate


def twin_of(sheet: Sheet) -> Twin | None:
    """The proposal that stands in the way (nobody dies twice) or should be looked at first."""
    if sheet.detail is None or sheet.kind.code == OBJECTION:
        return None
    if sheet.kind.code in MUST_NAME_MEMBER and sheet.member is None:
        return None
    found = open_twin(sheet.detail.standing, proposal_of(sheet))
    return _told(sheet, found) if found is not None else None


def _told(sheet: Sheet, found: ProposalStanding) -> Twin:
    bars = sheet.kind.code in MUST_NAME_MEMBER
    name = sheet.detail.standing.name_of(sheet.member) if sheet.detail is not None else ""
    kind = kind_words(found.kind)
    there = translate(
        "Proposals",
        "Usulan yang sama sudah ada dan belum selesai: {what}, nomor usulan {number} ({state}).",
        what=f"{kind} {name}" if name else kind,
        number=found.id,
        state=state_words(found.state),
    )
    advice = (
        translate("Proposals", "Usulan kedua tidak diperlukan: buka usulan itu untuk melihat atau memperbaikinya.")
        if bars
        else translate("Proposals", "Lihat dulu usulan itu; lanjutkan hanya bila yang ini memang lain.")
    )
    return Twin(found.id, f"{there} {advice}", bars)
