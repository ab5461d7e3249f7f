"""Proposals in words: what is asked, and where it stands."""

from __future__ import annotations

from typing import Final

from app.domain import proposal_course
from app.ui.shown import Chip
from app.ui.tokens import Tone
from app.ui.vocabulary.said import QT_TRANSLATE_NOOP, word_of
from app.ui.words import translate

_KIND: Final = {
    "new_family": QT_TRANSLATE_NOOP("Proposal", "Usul keluarga baru"),
    "correction": QT_TRANSLATE_NOOP("Proposal", "Perbaikan data"),
    "death": QT_TRANSLATE_NOOP("Proposal", "Meninggal"),
    "revival": QT_TRANSLATE_NOOP("Proposal", "Masih hidup"),
    "move": QT_TRANSLATE_NOOP("Proposal", "Pindah"),
    "duplicate": QT_TRANSLATE_NOOP("Proposal", "Data ganda"),
    "split": QT_TRANSLATE_NOOP("Proposal", "Pisah KK"),
    "merge": QT_TRANSLATE_NOOP("Proposal", "Gabung KK"),
    "representative": QT_TRANSLATE_NOOP("Proposal", "Ganti pengurus"),
    "ineligible": QT_TRANSLATE_NOOP("Proposal", "Tidak layak"),
    "withdrawal": QT_TRANSLATE_NOOP("Proposal", "Mengundurkan diri"),
    "objection": QT_TRANSLATE_NOOP("Proposal", "Sanggah"),
}
_STATE: Final = {
    proposal_course.PROPOSED: QT_TRANSLATE_NOOP("Proposal", "Menunggu musyawarah"),
    proposal_course.AGREED: QT_TRANSLATE_NOOP("Proposal", "Disetujui musyawarah"),
    proposal_course.REFUSED: QT_TRANSLATE_NOOP("Proposal", "Ditolak musyawarah"),
    proposal_course.POSTPONED: QT_TRANSLATE_NOOP("Proposal", "Ditunda musyawarah"),
    proposal_course.ENDORSED: QT_TRANSLATE_NOOP("Proposal", "Disahkan kepala desa"),
    proposal_course.KEYED_IN: QT_TRANSLATE_NOOP("Proposal", "Sudah diinput ke SIKS-NG"),
    proposal_course.RETURNED: QT_TRANSLATE_NOOP("Proposal", "Dikembalikan kabupaten"),
    proposal_course.ACCEPTED: QT_TRANSLATE_NOOP("Proposal", "Disetujui kabupaten"),
    proposal_course.REJECTED: QT_TRANSLATE_NOOP("Proposal", "Ditolak kabupaten"),
    proposal_course.DETERMINED: QT_TRANSLATE_NOOP("Proposal", "Ditetapkan"),
    proposal_course.WITHDRAWN: QT_TRANSLATE_NOOP("Proposal", "Ditarik kembali"),
    proposal_course.FULFILLED: QT_TRANSLATE_NOOP("Proposal", "Sudah sesuai daftar"),
    proposal_course.REPLACED: QT_TRANSLATE_NOOP("Proposal", "Diganti usulan baru"),
    proposal_course.MERGED: QT_TRANSLATE_NOOP("Proposal", "Digabung dengan usulan lain"),
    proposal_course.SETTLED: QT_TRANSLATE_NOOP("Proposal", "Pertentangan diselesaikan"),
    proposal_course.UNDONE: QT_TRANSLATE_NOOP("Proposal", "Penyelesaian dibatalkan"),
}
_STATE_SIGN: Final = {
    proposal_course.PROPOSED: (Tone.INFO, "messages-square"),
    proposal_course.AGREED: (Tone.INFO, "check"),
    proposal_course.REFUSED: (Tone.IDLE, "ban"),
    proposal_course.POSTPONED: (Tone.WARN, "clock"),
    proposal_course.ENDORSED: (Tone.INFO, "signature"),
    proposal_course.KEYED_IN: (Tone.INFO, "keyboard"),
    proposal_course.RETURNED: (Tone.WARN, "undo-2"),
    proposal_course.ACCEPTED: (Tone.OK, "circle-check"),
    proposal_course.REJECTED: (Tone.BAD, "circle-x"),
    proposal_course.DETERMINED: (Tone.OK, "badge-check"),
    proposal_course.WITHDRAWN: (Tone.IDLE, "undo-2"),
    proposal_course.FULFILLED: (Tone.OK, "check"),
    proposal_course.REPLACED: (Tone.IDLE, "refresh-cw"),
    proposal_course.MERGED: (Tone.IDLE, "git-compare"),
    proposal_course.SETTLED: (Tone.INFO, "git-compare"),
    proposal_course.UNDONE: (Tone.IDLE, "undo-2"),
}
KINDS: Final = tuple(_KIND)
OBJECTION: Final = "objection"


def kind_words(kind: str) -> str:
    """What a proposal asks for."""
    return word_of(_KIND, "Proposal", kind)


def state_words(state: str) -> str:
    """Where a proposal stands."""
    return word_of(_STATE, "Proposal", state)


def chip_of(kind: str, state: str) -> Chip:
    """Where a proposal stands; an objection waits for the district and not for the village's meeting."""
    if kind == OBJECTION and state == proposal_course.PROPOSED:
        return Chip(translate("Proposals", "Menunggu jawaban"), Tone.INFO, "clock")
    return state_chip(state)


def state_chip(state: str) -> Chip:
    """Where a proposal stands, as icon and words."""
    tone, icon = _STATE_SIGN.get(state, (Tone.IDLE, ""))
    return Chip(state_words(state), tone, icon)
