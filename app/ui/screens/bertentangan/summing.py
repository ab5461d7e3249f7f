"""What a settling will record, in one sentence before it is saved; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.domain.contest import LISTED, Row
from app.domain.payloads import ChangeProposed
from app.domain.rivals import FATE
from app.ui.screens.bertentangan.pairs import pair_summary
from app.ui.screens.bertentangan.question import Question
from app.ui.screens.bertentangan.state import RowShown, SideShown
from app.ui.words import translate, translate_counted
from app.usecases.contests import BASE, VISITS, ContestDetail


def summary_of(
    question: Question,
    asked: Sequence[Row],
    rows: Sequence[RowShown],
    picks: Mapping[str, int],
    left: int,
    sides: Sequence[SideShown],
) -> str:
    """What the choices mean; while some are missing, how many."""
    detail = question.detail
    if left and question.pair is not None and question.pair.rows[0].field == FATE:
        return translate("Contest", "Pilih usulan yang benar.")
    if left:
        return translate_counted("Contest", "Pilih jawaban untuk {n} baris lagi.", left)
    if detail.key.kind == VISITS:
        return translate("Contest", "Yang akan dicatat: {chosen}.", chosen=_chosen(rows))
    if detail.key.kind == BASE:
        return _base(detail, asked, rows, picks)
    if question.pair is not None:
        return pair_summary(question.pair, asked, rows, picks, sides)
    if not rows:
        return translate("Contest", "Kedua usulan menjadi satu; bukti keduanya tetap ada.")
    chosen = _chosen(rows)
    return translate("Contest", "Kedua usulan menjadi satu: {chosen}. Bukti keduanya tetap ada.", chosen=chosen)


def apart_words() -> str:
    """What one decides about two proposals that look alike."""
    return translate(
        "Contest",
        "Bila memang satu keluarga, pilih data yang benar lalu gabungkan: usulan pertama diteruskan dengan anggota dan "
        "bukti dari keduanya, dan musyawarah memutuskannya lagi. Bila orang yang berbeda, tulis sebabnya di catatan.",
    )


def _chosen(rows: Sequence[RowShown]) -> str:
    return "; ".join(f"{row.label}: {_words(row)}" for row in rows)


def _words(row: RowShown) -> str:
    return next((one.words for one in row.options if one.code == row.chosen), "")


def _base(detail: ContestDetail, asked: Sequence[Row], rows: Sequence[RowShown], picks: Mapping[str, int]) -> str:
    body = detail.proposal.body if detail.proposal is not None else None
    kept = [shown for row, shown in zip(asked, rows, strict=True) if picks.get(row.key) != LISTED]
    others = isinstance(body, ChangeProposed) and len(body.changes) > len(asked)
    whole = isinstance(body, ChangeProposed) and (body.proposal != "correction" or bool(body.new_members))
    if kept:
        return translate("Contest", "Usulan diteruskan: {chosen}.", chosen=_chosen(kept))
    if others or whole:
        return translate("Contest", "Usulan diteruskan tanpa isian di atas; untuk itu data daftar yang dipakai.")
    return translate("Contest", "Data daftar yang dipakai. Usulan ini ditutup.")
