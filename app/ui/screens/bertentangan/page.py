"""Brings list and settling together with the desk: who asks whom, and where one goes from here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer

from app.domain.ids import EntryId, FamilyId
from app.ui.dialogs import Confirm
from app.ui.screens.bertentangan.list_view import ContestsView
from app.ui.screens.bertentangan.presenter import ContestsPresenter
from app.ui.screens.bertentangan.settling_view import SettlingView
from app.ui.screens.bertentangan.state import PageState
from app.ui.screens.foto.opener import PhotoOpener
from app.ui.screens.keluarga.detail_presenter import CODE_LIST
from app.ui.screens.keluarga.lexicon import Lexicon
from app.ui.screens.keluarga.page import Navigate, lexicon_for
from app.ui.tasks import Tasks
from app.ui.toast import announce
from app.ui.widgets import StackedPages
from app.usecases.contests import ContestKey
from app.usecases.desk import Desk


class ContestsPage(StackedPages):
    """The screen as the shell has it: `open(**facts)`, `refresh()`, `shown()`, `focus_work()`."""

    def __init__(self, desk: Desk, tasks: Tasks, navigate: Navigate) -> None:
        super().__init__()
        self._desk, self._tasks, self._navigate = desk, tasks, navigate
        self.setAccessibleName(self.tr("Bertentangan"))
        self.list = ContestsView()
        self.settling = SettlingView()
        self.addWidget(self.list)
        self.addWidget(self.settling)
        self._said = self._settling_shown = ""
        self.presenter = ContestsPresenter(
            contests=desk.contests,
            journal=desk.journal,
            drafts=desk.drafts,
            actor=desk.actor,
            lexicon=self._lexicon,
            held=desk.evidence.held,
            run=tasks.bound(self),
            show=self.show_state,
        )
        self._connect()

    def open(self, **facts: object) -> None:
        """One contest (``kind=``, ``family=``, ``proposal=``, ``other=``), or the list."""
        kind, family = facts.get("kind"), facts.get("family")
        if isinstance(kind, str) and isinstance(family, str):
            proposal, other = (facts.get(name) for name in ("proposal", "other"))
            self.presenter.open(
                ContestKey(
                    kind,
                    FamilyId(family),
                    EntryId(proposal) if isinstance(proposal, str) else None,
                    EntryId(other) if isinstance(other, str) else None,
                )
            )
        else:
            self.presenter.close()

    def shown(self) -> None:
        """Seen (again): what was written elsewhere meanwhile is shown."""
        self.presenter.forget_said()
        self.presenter.refresh()

    def refresh(self) -> None:
        """Something was written, or came in."""
        self.presenter.refresh()

    def leave(self) -> None:
        """Before locking or closing: what was written last goes to the draft."""
        self.presenter.leave_note()

    def focus_work(self) -> None:
        """Where the work of the part that is seen begins."""
        (self.settling if self.currentWidget() is self.settling else self.list).focus_work()

    def show_state(self, state: PageState) -> None:
        """Show the list, or the contest that is open."""
        self.list.show_state(state)
        before = self.currentWidget()
        if state.shown is not None:
            other = self._settling_shown != state.shown.id
            self._settling_shown = state.shown.id
            self.settling.show_settling(state.shown, state.busy, state.refusal)
            self.setCurrentWidget(self.settling)
            if other or before is not self.settling:
                QTimer.singleShot(0, self.settling, self.settling.begin)
        else:
            self._settling_shown = ""
            self.setCurrentWidget(self.list)
            if before is self.settling:
                QTimer.singleShot(0, self.list, self.list.focus_work)  # once the rows that were just drawn are seen
        if state.said and state.said != self._said:
            announce(self, state.said)
        self._said = state.said

    def _connect(self) -> None:
        self.list.contest_opened.connect(self.presenter.open_row)
        self.list.undo_asked.connect(self._ask_undo)
        self.list.retry_asked.connect(self.presenter.refresh)
        settling, presenter = self.settling, self.presenter
        settling.chosen.connect(presenter.choose)
        settling.noted.connect(presenter.write_note)
        settling.note_left.connect(presenter.leave_note)
        settling.saved.connect(presenter.save)
        settling.apart_asked.connect(presenter.tell_apart)
        settling.private_asked.connect(presenter.show_private)
        settling.left.connect(presenter.close)
        settling.family_asked.connect(self._open_family)
        open_photo = PhotoOpener(self._desk, self._tasks, self._photo_came)
        settling.photo_asked.connect(partial(open_photo, settling))
        settling.proposal_asked.connect(self._open_proposal)

    def _ask_undo(self, settling: str, words: str) -> None:
        dialog = Confirm(
            self.window(),
            self.tr("Batalkan penyelesaian ini?"),
            self.tr("%1. Hal itu menjadi bertentangan lagi dan bisa diselesaikan ulang.").replace("%1", words),
            self.tr("Batalkan penyelesaian"),
            no=self.tr("Biarkan selesai"),
        )
        dialog.confirmed.connect(partial(self.presenter.undo, settling))
        dialog.open()

    def _open_family(self, family: str) -> None:
        self._navigate("keluarga", family=family)

    def _open_proposal(self, proposal: str) -> None:
        self._navigate("usulan", proposal=proposal)

    def _lexicon(self) -> Lexicon:
        return lexicon_for(self._desk.reading.village().extra.get(CODE_LIST, ""))

    def _photo_came(self, _name: str) -> None:
        self.presenter.refresh()
