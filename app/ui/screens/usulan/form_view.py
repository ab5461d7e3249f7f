"""The form of one proposal: one page from top to bottom, then its summary, then "Simpan usulan"."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.dialogs import Confirm
from app.ui.folders import Place, folder_of, remember_folder
from app.ui.picking import file_window
from app.ui.screens.foto.opener import OpenPhoto
from app.ui.screens.keluarga.card import PhotoCard
from app.ui.screens.questions.field import AskField
from app.ui.screens.usulan.begun_card import BegunCard
from app.ui.screens.usulan.block_stack import BlockCard, BlockStack
from app.ui.screens.usulan.change_cards import ChangeStack
from app.ui.screens.usulan.evidence_card import EvidenceCard
from app.ui.screens.usulan.finder_card import FinderCard
from app.ui.screens.usulan.form_room import InSight, WhileSeen, laid_out_once
from app.ui.screens.usulan.form_state import FormStage, FormState
from app.ui.screens.usulan.summary_part import SummaryPart
from app.ui.theme import dress, theme
from app.ui.toast import announce
from app.ui.tokens import Tone
from app.ui.widgets import (
    Column,
    EmptyState,
    ErrorState,
    IconText,
    LoadingState,
    Notice,
    Page,
    PrimaryButton,
    QuietButton,
    Row,
    SecondaryButton,
    StackedPages,
)
from app.ui.widgets.tab_order import TabOrder

WIDEST = 800


def _people(state: FormState) -> frozenset[str]:
    """The people of a new family, by their places in the form."""
    return frozenset(block.instance for block in state.blocks if block.instance)


class FormView(Page):
    """Shows a `FormState`; tells answers as they are left and what the person wants."""

    keeps_subtitle = True
    """It names the family; with large type it is needed more than its height."""

    answered = Signal(str, str)
    change_opened = Signal(str)
    change_emptied = Signal(str)
    change_dropped = Signal(str)
    twin_asked = Signal(str)
    member_added = Signal()
    member_removed = Signal(str)
    searched = Signal(str)
    begun_chosen = Signal(str)
    family_chosen = Signal(str)
    other_dropped = Signal()
    photo_given = Signal(str, str)
    photo_removed = Signal(str)
    went_on = Signal()
    went_back = Signal()
    saved = Signal()
    discarded = Signal()
    closed = Signal()
    retry_asked = Signal()

    def __init__(self, open_photo: OpenPhoto) -> None:
        self.close_button = SecondaryButton(self._words_close(), "arrow-left")
        super().__init__("", "", self.close_button)
        self.close_button.clicked.connect(self._leave)
        self._open_photo = open_photo
        self._state = FormState()
        self._focus_soon = QTimer(self)  # Qt shows what was put into a layout only in the next turn
        self._focus_soon.setSingleShot(True)
        self._focus_soon.setInterval(0)
        self._focus_soon.timeout.connect(self.focus_work)
        self._pages = StackedPages()
        self._build_states()
        self._pages.addWidget(self._build_form())
        self.summary = SummaryPart()
        self.summary.went_back.connect(self.went_back)
        self.summary.saved.connect(self.saved)
        self.summary.photo_asked.connect(self._show_photo)
        self._pages.addWidget(self.summary)
        self._tab_order = TabOrder(self.close_button, self._form)
        self._narrow = QWidget()
        Column(self._pages, on=self._narrow)
        self.body.put(self._narrow, 1)
        dress(self._restyle)
        InSight(self, self._pages, self._bring_into_sight)

    def show_state(self, state: FormState) -> None:
        """Show a state; controls in use stay."""
        before, self._state = self._state, state
        self.header.set_words(state.title, state.about or state.explanation)
        self.setAccessibleName(state.title)
        pages: dict[FormStage, QWidget] = {
            FormStage.FINDING: self._form,
            FormStage.CHOOSING: self._begun,
            FormStage.LOADING: self._loading,
            FormStage.FILLING: self._form,
            FormStage.SUMMARY: self.summary,
            FormStage.GONE: self._gone,
            FormStage.FAILED: self._error,
        }
        self._pages.setCurrentWidget(pages[state.stage])
        if state.gone:
            self._gone.set_words(self.tr("Keluarga ini tidak dapat dibuka"), state.gone)
        if state.stage is FormStage.FAILED and state.problem is not None:
            problem = state.problem
            self._error.set_words(problem.title, problem.safe, problem.advice, problem.action or self.tr("Coba lagi"))
        if state.stage in (FormStage.FINDING, FormStage.FILLING):
            with laid_out_once(self._form):
                self._show_form(state, before)
            self._tab_order.follow()
        if state.stage is FormStage.SUMMARY:
            self.summary.show_state(state)
        if state.stage is FormStage.CHOOSING and state.begun != before.begun:
            self.begun_card.show_options(state.begun)
        if state.stage is not before.stage or state.kind != before.kind:
            self.verticalScrollBar().setValue(0)
            self._focus_soon.start()

    def focus_work(self) -> None:
        """The first thing to be answered, else the act of the summary."""
        stage = self._state.stage
        if stage is FormStage.SUMMARY:
            self.summary.save_button.setFocus()
        elif stage is FormStage.CHOOSING:
            self.begun_card.choices.focus_choice()
        elif stage is FormStage.FINDING or (stage is FormStage.FILLING and self._finds_first()):
            self.finder.search_field.setFocus()
        elif stage is FormStage.FILLING:
            fields = self._fields()
            if fields:
                fields[0].focus_work()
        else:
            self.close_button.setFocus()

    def showEvent(self, event: QShowEvent, /) -> None:
        """The same kind opened again shows the same state: the focus would stay at the way back."""
        super().showEvent(event)
        if not event.spontaneous():
            self._focus_soon.start()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Esc goes back to the list, as in a visit; what was filled in stays as a draft."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _bring_into_sight(self, focus: QWidget) -> None:
        """A summary is read from its top, though its act has the focus already."""
        if self._state.stage is FormStage.SUMMARY:
            return
        if focus is self.finder.search_field:
            self.ensureWidgetVisible(self.finder)  # what is found stands below
        self.ensureWidgetVisible(focus, theme().px(8), theme().px(24))

    def _stacks(self) -> tuple[BlockStack, ...]:
        """Where questions stand, from top to bottom."""
        return (self.before, self.afterwards, self.reasons, self.blocks, self.after)

    def _fields(self) -> list[AskField]:
        """All questions from top to bottom."""
        return [field for stack in self._stacks() for field in stack.fields()]

    def _restyle(self) -> None:
        """Lines of a form are read and written, so they are no longer than a line of text."""
        self._narrow.setMaximumWidth(theme().px(WIDEST))

    def _words_close(self) -> str:
        from PySide6.QtCore import QCoreApplication

        return QCoreApplication.translate("FormView", "Kembali ke daftar usulan")

    def _finds_first(self) -> bool:
        finder = self._state.finder
        return finder is not None and not finder.chosen and not self._state.before

    def _build_states(self) -> None:
        self._loading = LoadingState(self.tr("Membuka formulir"))
        self._gone = EmptyState("", icon="circle-question-mark")
        self._error = ErrorState()
        self._error.acted.connect(self.retry_asked)
        self.begun_card = BegunCard()
        self.begun_card.chosen.connect(self.begun_chosen)
        self._begun = QWidget()
        Column(self.begun_card, None, on=self._begun)
        for page in (self._loading, self._gone, self._error, self._begun):
            self._pages.addWidget(page)

    def _build_form(self) -> QWidget:
        self._form = WhileSeen()
        self.returned = Notice("", Tone.WARN)
        self.explanation = IconText("info", "", "body", "muted")
        self.before = BlockStack()
        self.finder = FinderCard()
        self.afterwards = BlockStack()
        self.twin = Notice("", Tone.WARN, self.tr("Buka usulan itu"))
        self.changes = ChangeStack()
        self.blocks = BlockStack()
        self.after = BlockStack()
        self.add_button = SecondaryButton(self.tr("Tambah anggota"), "user-plus")
        self.reasons = BlockStack()
        self.evidence = EvidenceCard()
        self.lacking = Notice("", Tone.WARN)
        self.trouble = Notice("", Tone.WARN)
        self.draft = IconText("hard-drive", "", "small", "muted", size=14)
        self.discard_button = QuietButton(self.tr("Buang draf"), "trash-2")
        self.next_button = PrimaryButton(self.tr("Lanjut ke ringkasan"), "arrow-right")
        foot = Row(gap=8)
        foot.put(Column(None, self.draft, None), 1)
        foot.put(self.discard_button)
        foot.put(self.next_button)
        self._foot = QWidget()
        Column(foot, on=self._foot)
        parts: tuple[QWidget, ...] = (self.returned, self.explanation, self.before, self.finder)
        parts += (self.afterwards, self.twin)
        parts += (self.changes, self.reasons, self.blocks, self.add_button, self.after, self.evidence)
        parts += (self.lacking, self.trouble, self._foot)
        Column(*parts, None, gap=14, on=self._form)
        self._connect()
        return self._form

    def _connect(self) -> None:
        for stack in self._stacks():
            stack.answered.connect(self.answered)
            stack.confirmed.connect(self._go_to_next)
        self.changes.answered.connect(self.answered)
        self.changes.opened.connect(self.change_opened)
        self.changes.emptied.connect(self.change_emptied)
        self.changes.dropped.connect(self.change_dropped)
        self.blocks.removed.connect(self.member_removed)
        self.finder.searched.connect(self.searched)
        self.finder.chosen.connect(self.family_chosen)
        self.finder.dropped.connect(self.other_dropped)
        self.twin.acted.connect(self._open_twin)
        self.add_button.clicked.connect(self.member_added)
        self.evidence.wanted.connect(self._choose_photo)
        self.evidence.dropped.connect(self.photo_given)
        self.evidence.removed.connect(self.photo_removed)
        self.evidence.completed.connect(partial(self.next_button.setFocus, Qt.FocusReason.TabFocusReason))
        self.evidence.photo_asked.connect(self._show_photo)
        self.next_button.clicked.connect(self._go_on)
        self.discard_button.clicked.connect(self._ask_discard)

    def _show_form(self, state: FormState, before: FormState) -> None:
        filling = state.stage is FormStage.FILLING
        self.returned.setVisible(filling and bool(state.returned))
        self.returned.set_notice(self.tr("Dikembalikan kabupaten: %1").replace("%1", state.returned))
        explained = state.explanation if state.about else ""
        self.explanation.set_words(explained)
        self.explanation.setVisible(filling and bool(explained))
        self.finder.setVisible(state.finder is not None)
        if state.finder is not None:
            self.finder.show_finder(state.finder)
            self._follow_finder(state, before)
        self.twin.setVisible(filling and state.twin is not None)
        if state.twin is not None:
            self.twin.set_notice(state.twin.words)
            if before.twin is None or before.twin.id != state.twin.id:
                announce(self.twin, state.twin.words)
                QTimer.singleShot(0, self, partial(self.ensureWidgetVisible, self.twin))
        self.changes.show_groups(state.changes)
        self.before.show_blocks(state.before if filling else ())
        self.afterwards.show_blocks(state.afterwards if filling else ())
        people = max((at for at, block in enumerate(state.blocks, 1) if block.instance), default=len(state.blocks))
        self.blocks.show_blocks(state.blocks[:people] if filling else ())
        self.after.show_blocks(state.blocks[people:] if filling else ())
        self.reasons.show_blocks((state.reasons,) if filling and state.reasons is not None else ())
        self.add_button.setVisible(filling and state.may_add_member)
        self._follow_members(state, before)
        self.evidence.setVisible(filling)
        self.evidence.show_evidence(state.evidence, state.pictures)
        self.lacking.setVisible(filling and bool(state.lacking))
        self.lacking.set_notice(self.tr("Yang masih kurang:") + "\n" + "\n".join(f"• {one}" for one in state.lacking))
        if state.lacking and state.lacking != before.lacking:
            announce(self.lacking, self.tr("Masih ada yang kurang"))
        self.trouble.setVisible(filling and state.problem is not None)
        if state.problem is not None:
            self.trouble.set_notice(f"{state.problem.title} {state.problem.text}")
        self._foot.setVisible(filling)
        self.draft.set_words(state.draft)
        self.draft.setVisible(bool(state.draft))
        self.discard_button.setVisible(bool(state.draft))

    def _follow_finder(self, state: FormState, before: FormState) -> None:
        """Once the other family is chosen on to what is asked about it; back to the search when another was meant."""
        if state.stage is not before.stage or state.finder is None or before.finder is None:
            return
        if state.finder.chosen and not before.finder.chosen:
            QTimer.singleShot(0, self, self._leave_finder)
        elif before.finder.chosen and not state.finder.chosen:
            QTimer.singleShot(0, self, self.finder.search_field.setFocus)

    def _leave_finder(self) -> None:
        fields = self.afterwards.fields()
        if fields:
            fields[0].focus_work()
        else:
            self.finder.other_button.setFocus()

    def _follow_members(self, state: FormState, before: FormState) -> None:
        """To the name of whoever was added; on from whoever was taken out."""
        now, then = _people(state), _people(before)
        if not then or state.stage is not before.stage or now == then:
            return
        added = [card for block in state.blocks if block.instance in now - then for card in self._card(block.key)]
        if added:
            QTimer.singleShot(0, self, added[0].asks.focus_work)
        elif not now - then:
            self.add_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _card(self, key: str) -> list[BlockCard]:
        return [stack.cards[key] for stack in self._stacks() if key in stack.cards]

    def flush(self) -> None:
        """Tell everything that is typed and not told yet."""
        for stack in self._stacks():
            stack.flush()
        self.changes.flush()

    def _go_on(self) -> None:
        self.flush()
        self.went_on.emit()
        if self._state.lacking:
            # Only after this turn of the loop has everything its place.
            QTimer.singleShot(0, self, self._show_first_lack)

    def _show_first_lack(self) -> None:
        """To the first answer that has to be mended, else to the words about what is missing."""
        fields = self._fields()
        wrong = next((field for field in fields if field.ask.error), None)
        if wrong is not None:
            wrong.focus_work()
        self.ensureWidgetVisible(wrong or self.lacking)

    def _open_twin(self) -> None:
        if self._state.twin is not None:
            self.flush()
            self.twin_asked.emit(self._state.twin.id)

    def _leave(self) -> None:
        self.flush()
        self.closed.emit()

    def _go_to_next(self, path: str) -> None:
        """Enter goes on to the next question, after the last one to the summary."""
        fields = self._fields()
        paths = [field.ask.path for field in fields]
        at = paths.index(path) + 1 if path in paths else len(paths)
        if at == len(self.before.fields()) and self.finder.search_field.isVisible():
            self.finder.search_field.setFocus(Qt.FocusReason.TabFocusReason)
        elif at < len(fields):
            fields[at].focus_work()
            self.ensureWidgetVisible(fields[at])
        else:
            self.next_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose_photo(self, kind: str) -> None:
        dialog = file_window(self.window(), self.tr("Pilih foto bukti"), folder_of(Place.PicturesLocation))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Foto") + " (*.jpg *.jpeg *.png *.webp *.JPG *.JPEG *.PNG)")
        dialog.fileSelected.connect(lambda path: self.photo_given.emit(kind, path))
        dialog.fileSelected.connect(partial(remember_folder, Place.PicturesLocation))
        dialog.open()

    def _show_photo(self, photo: PhotoCard, fetch: bool) -> None:
        self._open_photo(self, photo, fetch)

    def _ask_discard(self) -> None:
        words = self.tr("Semua isian formulir ini dihapus dari laptop. Data keluarga tidak berubah.")
        dialog = Confirm(self.window(), self.tr("Buang draf ini?"), words, self.tr("Buang draf"), danger=True)
        dialog.confirmed.connect(self.discarded)
        dialog.open()
