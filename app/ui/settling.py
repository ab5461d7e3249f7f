"""What the opening found and only a person can settle: what happened, what is safe, and the way on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Problem
from app.ui.dialogs import Dialog
from app.ui.messages import explain
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.text import Text
from app.ui.wording import number_words

BEHIND = "journal_behind_anchor"


class SettleDialog(Dialog):
    """`settled` when somebody who may has read it and wants to go on."""

    settled = Signal()

    def __init__(self, parent: QWidget | None, problem: Problem, *, may_settle: bool) -> None:
        told = explain(problem)
        super().__init__(parent, told.title, 560)
        self._lines = [told.title, told.safe]
        if problem.code == BEHIND:
            self._lines += self._lost(problem)
        self._lines.append(told.advice if problem.code != BEHIND else self.tr("Anda tetap bisa bekerja."))
        if not may_settle:
            self._lines.append(self.tr("Mintalah kepala desa atau operator masuk dan menyelesaikannya."))
        self.body.put(Text(self._lines[1], "medium", "ok"))
        for line in self._lines[2:]:
            self.body.put(Text(line))
        self.body.put(None)
        self.close_button = self.add_button(
            SecondaryButton(self.tr("Nanti saja") if may_settle else self.tr("Tutup")),
            closes=True,
            default=not may_settle,
        )
        if may_settle:
            words = self.tr("Lanjutkan dengan aman") if problem.code == BEHIND else self.tr("Saya sudah memeriksa")
            button = self.add_button(PrimaryButton(words), default=True)
            button.clicked.connect(self._agree)

    def said(self) -> str:
        """All that it says."""
        return "\n".join(self._lines)

    def _lost(self, problem: Problem) -> list[str]:
        first, last = int(problem.facts["missing_from"]), int(problem.facts["anchored"])
        gone = self.tr(
            "%n catatan hilang dari simpanan dan dari salinannya (nomor {from} sampai {to}).", "", last - first + 1
        )
        return [
            gone.replace("{from}", number_words(first)).replace("{to}", number_words(last)),
            self.tr(
                "Yang sudah diterima kabupaten kembali saat mengirim berikutnya. Yang belum sempat dikirim perlu "
                "dicatat lagi: periksa kunjungan dan usulan terakhir Anda."
            ),
        ]

    def _agree(self) -> None:
        self.settled.emit()
        self.accept()
