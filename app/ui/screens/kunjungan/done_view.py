"""After a visit was saved: what stands in the journal, who is next, and what is still to be proposed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.screens.follow_up_row import FollowUpRow
from app.ui.screens.follow_ups import FollowUp
from app.ui.screens.kunjungan.state import FormState
from app.ui.toast import announce
from app.ui.widgets import Card, EmptyState, ScrollColumn, SecondaryButton


class DoneView(ScrollColumn):
    """`next_asked(family)` or `left` to go on, `proposal_asked(kind, family, what is known already)`."""

    next_asked = Signal(str)
    left = Signal()
    proposal_asked = Signal(str, str, object)

    def __init__(self) -> None:
        super().__init__(gap=12, margins=(24, 0, 14, 24))
        self._state = FormState()
        self._done = EmptyState(self.tr("Tersimpan di laptop ini"), "", self.tr("Kembali ke rute"), "circle-check")
        self._done.acted.connect(self._go_further)
        self.back_button = SecondaryButton(self.tr("Kembali ke rute"), "route")
        self.back_button.clicked.connect(self.left)
        self._offers = QWidget()
        self.body.put(None)
        self.body.put(self._done)
        self.body.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._place = self.body.count()
        self.body.put(self._offers)
        self.body.put(None)

    def show_state(self, state: FormState) -> None:
        """Show what was saved; said aloud once."""
        before, self._state = self._state, state
        self._done.set_words(self.tr("Tersimpan di laptop ini"), state.saved_words)
        self._done.button.setText(state.next_words or self.tr("Kembali ke rute"))
        self.back_button.setVisible(bool(state.next_words))
        if state.follow_ups != before.follow_ups or state.saved_family != before.saved_family:
            self._show_offers(state.follow_ups)
        if state.saved_family != before.saved_family or state.saved_words != before.saved_words:
            announce(self._done, state.saved_words)

    def focus_work(self) -> None:
        """The way on."""
        self._done.button.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_offers(self, offers: tuple[FollowUp, ...]) -> None:
        old, self._offers = self._offers, self._made(offers) if offers else QWidget()
        self.body.removeWidget(old)
        old.deleteLater()
        self.body.insertWidget(self._place, self._offers)
        self._offers.setVisible(bool(offers))

    def _made(self, offers: tuple[FollowUp, ...]) -> QWidget:
        card = Card(title=self.tr("Yang dapat diusulkan ke kabupaten dari kunjungan ini"), gap=8)
        for one in offers:
            row = FollowUpRow(one)
            row.asked.connect(partial(self._propose, one))
            card.body.put(row)
        return card

    def _propose(self, one: FollowUp) -> None:
        self.proposal_asked.emit(one.kind, self._state.saved_family, one.given)

    def _go_further(self) -> None:
        if self._state.next_family:
            self.next_asked.emit(self._state.next_family)
        else:
            self.left.emit()
