"""Proposals in words: what is asked, and where it stands."""

from __future__ import annotations

from typing import Final

from app.domain import standing
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
    standing.PROPOSED: QT_TRANSLATE_NOOP("Proposal", "Menunggu musyawarah"),
    standing.AGREED: QT_TRANSLATE_NOOP("Proposal", "Disetujui musyawarah"),
    standing.REFUSED: QT_TRANSLATE_NOOP("Proposal", "Ditolak musyawarah"),
    standing.POSTPONED: QT_TRANSLATE_NOOP("Proposal", "Ditunda musyawarah"),
    standing.ENDORSED: QT_TRANSLATE_NOOP("Proposal", "Disahkan kepala desa"),
    standing.KEYED_IN: QT_TRANSLATE_NOOP("Proposal", "Sudah diinput ke SIKS-NG"),
    standing.RETURNED: QT_TRANSLATE_NOOP("Proposal", "Dikembalikan kabupaten"),
    standing.ACCEPTED: QT_TRANSLATE_NOOP("Proposal", "Disetujui kabupaten"),
    standing.REJECTED: QT_TRANSLATE_NOOP("Proposal", "Ditolak kabupaten"),
    standing.DETERMINED: QT_TRANSLATE_NOOP("Proposal", "Ditetapkan"),
    standing.WITHDRAWN: QT_TRANSLATE_NOOP("Proposal", "Ditarik kembali"),
    standing.FULFILLED: QT_TRANSLATE_NOOP("Proposal", "Sudah sesuai daftar"),
    standing.REPLACED: QT_TRANSLATE_NOOP("Proposal", "Diganti usulan baru"),
    standing.MERGED: QT_TRANSLATE_NOOP("Proposal", "Digabung dengan usulan lain"),
    standing.SETTLED: QT_TRANSLATE_NOOP("Proposal", "Pertentangan diselesaikan"),
    standing.UNDONE: QT_TRANSLATE_NOOP("Proposal", "Penyelesaian dibatalkan"),
}
_STATE_SIGN: Final = {
    standing.PROPOSED: (Tone.INFO, "messages-square"),
    standing.AGREED: (Tone.INFO, "check"),
    standing.REFUSED: (Tone.IDLE, "ban"),
    standing.POSTPONED: (Tone.WARN, "clock"),
    standing.ENDORSED: (Tone.INFO, "signature"),
    standing.KEYED_IN: (Tone.INFO, "keyboard"),
    standing.RETURNED: (Tone.WARN, "undo-2"),
    standing.ACCEPTED: (Tone.OK, "circle-check"),
    standing.REJECTED: (Tone.BAD, "circle-x"),
    standing.DETERMINED: (Tone.OK, "badge-check"),
    standing.WITHDRAWN: (Tone.IDLE, "undo-2"),
    standing.FULFILLED: (Tone.OK, "check"),
    standing.REPLACED: (Tone.IDLE, "refresh-cw"),
    standing.MERGED: (Tone.IDLE, "git-compare"),
    standing.SETTLED: (Tone.INFO, "git-compare"),
    standing.UNDONE: (Tone.IDLE, "undo-2"),
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
    if kind == OBJECTION and state == standing.PROPOSED:
        return Chip(translate("Proposals", "Menunggu jawaban"), Tone.INFO, "clock")
    return state_chip(state)


def state_chip(state: str) -> Chip:
    """Where a proposal stands, as icon and words."""
    tone, icon = _STATE_SIGN.get(state, (Tone.IDLE, ""))
    return Chip(state_words(state), tone, icon)
