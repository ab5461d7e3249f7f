"""The detail of one family: its head stays, below it one of three parts (overview, house, history) is built."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.screens.follow_up_row import FollowUpRow
from app.ui.screens.foto.opener import OpenPhoto
from app.ui.screens.foto.parts import fetch_button
from app.ui.screens.keluarga.card import DetailStage, DetailState, FamilyCard
from app.ui.screens.keluarga.dialogs import RevealDialog
from app.ui.screens.keluarga.parts import MemberRow, ProposalRow, RevealedBox, StepRow, Thumb, WarningRow
from app.ui.screens.keluarga.rights import Rights
from app.ui.shown import Chip, Filter, FilterOption
from app.ui.tokens import Tone
from app.ui.vocabulary.proposals import KINDS, kind_words
from app.ui.widgets import (
    Card,
    Column,
    Divider,
    EmptyState,
    ErrorState,
    FilterBar,
    Flow,
    IconButton,
    IconText,
    KeyValueList,
    LoadingState,
    Notice,
    PrimaryButton,
    QuietButton,
    Row,
    ScrollColumn,
    SecondaryButton,
    StackedPages,
    StatusChip,
    Text,
)

OVERVIEW, HOUSE, HISTORY = "", "house", "history"
NOT_IN_MENU = frozenset({"new_family", "objection"})


class FamilyDetailView(Card):
    """Shows a `DetailState`; tells what the person wants of the family."""

    visit_asked = Signal()
    change_asked = Signal(str)
    """Kind of proposal."""
    follow_up_asked = Signal(str, object)
    """Kind of proposal, and what the newest visit knows of it."""
    objection_asked = Signal()
    proposal_asked = Signal(str)
    reveal_given = Signal(str, str, str)
    """Member (empty: the family card), field, reason."""
    hide_asked = Signal()
    second_passed = Signal()
    contest_asked = Signal()
    """The visits that disagree."""
    retry_asked = Signal()

    def __init__(self, open_photo: OpenPhoto) -> None:
        super().__init__(gap=0, margins=(1, 1, 1, 1))
        self._open_photo = open_photo
        self._state = DetailState()
        self._focus_waits = False
        self._part = OVERVIEW
        self._thumbs: dict[str, Thumb] = {}
        self._eyes: dict[str, IconButton] = {}
        self._asked_of = ""
        self._dialog: RevealDialog | None = None
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.second_passed)
        self._nothing = EmptyState(
            self.tr("Belum ada keluarga yang dipilih"),
            self.tr("Pilih satu keluarga di daftar untuk melihat anggota, rumah, dan riwayatnya."),
            icon="users",
        )
        self._gone = EmptyState(
            self.tr("Keluarga ini tidak ada"),
            self.tr("Keluarga ini tidak ada di daftar yang boleh Anda lihat."),
            icon="circle-question-mark",
        )
        self._loading = LoadingState(self.tr("Membuka keluarga"))
        self._error = ErrorState()
        self._error.acted.connect(self.retry_asked)
        self._pages = StackedPages()
        for page in (self._nothing, self._gone, self._loading, self._error, self._build_ready()):
            self._pages.addWidget(page)
        self.body.put(self._pages, 1)
        self.setAccessibleName(self.tr("Rincian keluarga"))

    def show_state(self, state: DetailState) -> None:
        """Show a state; only what differs is built again."""
        before, self._state = self._state, state
        pages = {
            DetailStage.NOTHING: self._nothing,
            DetailStage.GONE: self._gone,
            DetailStage.LOADING: self._loading,
            DetailStage.FAILED: self._error,
            DetailStage.READY: self._ready,
        }
        self._pages.setCurrentWidget(pages[state.stage])
        if state.problem is not None:
            problem = state.problem
            self._error.set_words(problem.title, problem.safe, problem.advice, problem.action or self.tr("Coba lagi"))
        if state.card is not None and (state.card != before.card or state.rights != before.rights):
            self._show_card(state.card, state.rights, before.card)
        self._show_pictures(state)
        self._show_revealed(state)
        if self._focus_waits and state.stage is not DetailStage.LOADING:
            self.focus_work()

    def focus_work(self) -> None:
        """Put the focus on the first act, as soon as the family is there."""
        self._focus_waits = self._state.stage is DetailStage.LOADING
        button = self.change_button if self.visit_button.isHidden() else self.visit_button
        button.setFocus()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """The acts below are no part of what scrolls, yet from them one pages through it."""
        if not self._scroll.turn_page(event.key()):
            super().keyPressEvent(event)

    def _build_ready(self) -> QWidget:
        self._ready = QWidget()
        self._head = Text("", "heading")
        self._kk = Text("", "body", "muted").selectable()
        self._kk_button = IconButton("eye", self.tr("Lihat nomor KK lengkap"))
        self._kk_button.clicked.connect(partial(self._ask_reveal, "", "kk"))
        self._chips = QWidget()
        self._chips_flow = Flow(gap=6, on=self._chips)
        self._revealed = RevealedBox()
        self._revealed.hide_asked.connect(self.hide_asked)
        self._revealed.hide()
        self._tabs = FilterBar()
        self._tabs.filter_changed.connect(self._turn_to)
        kk_line = Row(gap=4)
        kk_line.put(self._kk, 1)
        kk_line.put(self._kk_button)
        self._scroll = ScrollColumn(gap=12, margins=(20, 16, 20, 14))
        for item in (Column(self._head, kk_line, self._chips, gap=3), self._revealed, self._tabs):
            self._scroll.body.put(item)
        self._part_holder = QWidget()
        self._part_column = Column(gap=12, on=self._part_holder)
        self._scroll.body.put(self._part_holder)
        self._scroll.body.put(None)
        column = Column(gap=0, on=self._ready)
        column.put(self._scroll, 1)
        column.put(Divider())
        column.put(self._build_acts())
        return self._ready

    def _build_acts(self) -> QWidget:
        acts = QWidget()
        self.visit_button = PrimaryButton(self.tr("Catat kunjungan"), "footprints")
        self.visit_button.clicked.connect(self.visit_asked)
        self.change_button = SecondaryButton(self.tr("Usulkan"), "pencil")
        self.change_button.setAccessibleName(self.tr("Usulkan perubahan"))
        self.change_button.setToolTip(self.tr("Usulkan perubahan"))
        self.change_button.clicked.connect(self._drop_kinds)
        self.objection_button = QuietButton(self.tr("Sanggah"), "message-square-warning")
        self.objection_button.clicked.connect(self.objection_asked)
        self.why_not = Text("", "small", "muted")
        buttons = QWidget()
        Flow(self.visit_button, self.change_button, self.objection_button, gap=8, on=buttons)
        Column(buttons, self.why_not, gap=6, margins=(13, 10, 13, 10), on=acts)
        self._kinds_menu = QMenu(self.tr("Usulkan perubahan"), self.change_button)
        for kind in KINDS:
            if kind not in NOT_IN_MENU:
                self._kinds_menu.addAction(kind_words(kind)).triggered.connect(partial(self.change_asked.emit, kind))
        return acts

    def _drop_kinds(self) -> None:
        button = self.change_button
        above = button.mapToGlobal(button.rect().topLeft())
        above.setY(above.y() - self._kinds_menu.sizeHint().height())
        self._kinds_menu.popup(above)

    def _show_card(self, card: FamilyCard, rights: Rights, before: FamilyCard | None) -> None:
        self._head.setText(card.head)
        self._kk.setText(f"KK {card.kk}" if card.kk else self.tr("Tanpa nomor KK"))
        self._kk_button.setVisible(rights.reveal and bool(card.kk))
        self._chips_flow.clear()
        self._chips_flow.addWidget(StatusChip(card.chip))
        if card.dropped:
            self._chips_flow.addWidget(StatusChip(Chip(self.tr("Tidak ada lagi di daftar"), Tone.BAD, "ban")))
        elif not card.listed:
            self._chips_flow.addWidget(StatusChip(Chip(self.tr("Belum di daftar"), Tone.INFO, "house-plus")))
        self._show_rights(rights)
        same = before is not None and before.id == card.id
        if not same:
            self._part = OVERVIEW if self._part == HOUSE and not card.house else self._part
            self._scroll.verticalScrollBar().setValue(0)
        self._show_tabs(card)
        self._build_part()

    def _show_rights(self, rights: Rights) -> None:
        self.visit_button.setVisible(rights.visit)
        self.change_button.setVisible(rights.propose)
        self.objection_button.setVisible(rights.object)
        if rights.elsewhere:
            self.why_not.setText(self.tr("Keluarga ini di luar RT Anda. Kunjungan dan usulan dicatat pendata RT-nya."))
        elif not (rights.visit or rights.propose or rights.object):
            self.why_not.setText(self.tr("Peran Anda hanya dapat melihat."))
        self.why_not.setVisible(rights.elsewhere or not (rights.visit or rights.propose or rights.object))

    def _show_tabs(self, card: FamilyCard) -> None:
        options = [FilterOption(OVERVIEW, self.tr("Ringkas"))]
        if card.house:
            options.append(FilterOption(HOUSE, self.tr("Rumah")))
        options.append(FilterOption(HISTORY, self.tr("Riwayat"), str(len(card.history)) if card.history else ""))
        self._tabs.set_filters((Filter("part", self.tr("Bagian"), tuple(options), self._part, pills=True),))

    def _turn_to(self, _key: str, part: str) -> None:
        if part != self._part and self._state.card is not None:
            self._part = part
            self._show_tabs(self._state.card)
            self._build_part()

    def _build_part(self) -> None:
        card = self._state.card
        if card is None:
            return
        self._part_column.clear()
        self._thumbs.clear()
        self._eyes.clear()
        build = {HOUSE: self._build_house, HISTORY: self._build_history}.get(self._part, self._build_overview)
        self.setUpdatesEnabled(False)
        try:
            build(card)
        finally:
            self.setUpdatesEnabled(True)

    def _build_overview(self, card: FamilyCard) -> None:
        put = self._part_column.put
        if card.struck:
            put(Text(self.tr("Kenapa dicoret?"), "subheading"))
            for at, words in enumerate(card.struck):
                put(IconText(("ban", "info", "message-square-warning")[min(at, 2)], words))
            put(Divider())
        if card.contested:
            self._put_contested()
        facts = Column(gap=6)
        if card.place:
            facts.put(IconText("map-pin", card.place))
        if card.address:
            facts.put(IconText("house", card.address))
        facts.put(IconText("banknote", ", ".join(card.programmes) or self.tr("Tidak menerima bantuan")))
        decile = self.tr("Desil menurut BPS: %1").replace("%1", card.decile or self.tr("tidak ada"))
        facts.put(IconText("chart-column", decile))
        put(facts)
        put(Text(self.tr("%n anggota keluarga", "", len(card.members)), "subheading"))
        for at, member in enumerate(card.members):
            row = MemberRow(member, at == 0, self._state.rights.reveal)
            row.reveal_asked.connect(partial(self._ask_reveal_of, "nik"))
            if row.eye is not None:
                self._eyes[member.id] = row.eye
            put(row)
        self._build_proposals(card)
        if card.warnings:
            put(Divider())
            put(Text(self.tr("%n peringatan dari daftar", "", len(card.warnings)), "subheading"))
            for warning in card.warnings:
                put(WarningRow(warning))
        self._build_photos(card)
        put(Text(card.source, "small", "muted"))

    def _put_contested(self) -> None:
        words = self.tr("Hasil kunjungan ke keluarga ini berbeda.")
        self._part_column.put(Notice(words, Tone.BAD))
        self.contest_button = SecondaryButton(self.tr("Lihat yang bertentangan"), "git-compare")
        self.contest_button.clicked.connect(self.contest_asked)
        self._part_column.put(self.contest_button)

    def _build_proposals(self, card: FamilyCard) -> None:
        put = self._part_column.put
        offers = card.follow_ups if self._state.rights.propose else ()
        if card.proposals or offers:
            put(Divider())
            put(Text(self.tr("Usulan"), "subheading"))
        if offers:
            put(Text(self.tr("Menurut kunjungan terakhir, dapat diusulkan:"), ink="muted"))
        for one in offers:
            offer = FollowUpRow(one)
            offer.asked.connect(partial(self.follow_up_asked.emit, one.kind, one.given))
            put(offer)
        for proposal in card.proposals:
            row = ProposalRow(proposal)
            row.open_button.clicked.connect(partial(self.proposal_asked.emit, proposal.id))
            put(row)

    def _build_photos(self, card: FamilyCard) -> None:
        if not card.photos:
            return
        self._part_column.put(Divider())
        self._part_column.put(Text(self.tr("Foto"), "subheading"))
        holder = QWidget()
        flow = Flow(gap=8, on=holder)
        for photo in card.photos:
            image = self._state.pictures.get(photo.name)
            thumb = Thumb(photo, image if isinstance(image, QImage) else None)
            thumb.clicked.connect(partial(self._open_photo, self, photo, False))
            flow.addWidget(thumb)
            self._thumbs[photo.name] = thumb
        self._part_column.put(holder)
        for photo in card.photos:
            if not photo.held:
                self._part_column.put(Text(photo.caption, "small", "muted"))
                button = fetch_button(photo)
                button.clicked.connect(partial(self._open_photo, self, photo, True))
                self._part_column.put(button)

    def _build_house(self, card: FamilyCard) -> None:
        put = self._part_column.put
        put(Text(card.source, "small", "muted"))
        if any(fact.visited for group in card.house for fact in group.facts):
            put(Notice(self.tr("Kunjungan terakhir mencatat keadaan yang berbeda dari daftar."), Tone.INFO))
        for group in card.house:
            put(Text(group.title, "subheading"))
            seen = self.tr("%1 (kunjungan: %2)")
            pairs = tuple(
                (fact.label, seen.replace("%1", fact.value or "–").replace("%2", fact.visited))
                if fact.visited
                else (fact.label, fact.value)
                for fact in group.facts
            )
            put(KeyValueList(pairs))

    def _build_history(self, card: FamilyCard) -> None:
        put = self._part_column.put
        if not card.history:
            put(
                Text(
                    self.tr("Belum ada catatan tentang keluarga ini. Kunjungan pertama akan tampil di sini."),
                    ink="muted",
                )
            )
        for at, step in enumerate(card.history):
            if at:
                put(Divider())
            put(StepRow(step))

    def _show_pictures(self, state: DetailState) -> None:
        for name, image in state.pictures.items():
            thumb = self._thumbs.get(name)
            if thumb is not None and isinstance(image, QImage):
                thumb.show_image(image)

    def _show_revealed(self, state: DetailState) -> None:
        revealed = state.revealed
        if revealed is None:
            self._second.stop()
            if self.window().focusWidget() is self._revealed.hide_button:
                self._focus_eye()
        self._revealed.setVisible(revealed is not None)
        if revealed is not None:
            self._revealed.show_number(revealed)
            if not self._second.isActive():
                self._second.start()
                self._scroll.verticalScrollBar().setValue(0)
                # The row that was asked is built anew with the history; a focus on it would fall out of the page.
                self._revealed.hide_button.setFocus()
        if self._dialog is not None:
            self._dialog.show_refusal(state.refusal)
            if revealed is not None:
                self._dialog.accept()

    def _focus_eye(self) -> None:
        """Back to where the number was asked for."""
        eye = self._eyes.get(self._asked_of, self._kk_button)
        eye.setFocus()
        self._scroll.ensureWidgetVisible(eye)

    def _ask_reveal_of(self, field: str, member: str) -> None:
        self._ask_reveal(member, field)

    def _ask_reveal(self, member: str, field: str) -> None:
        card = self._state.card
        what = "NIK" if field == "nik" else self.tr("nomor KK")
        dialog = RevealDialog(self.window(), what, card.reveal_reasons if card is not None else ())
        self._asked_of = member
        dialog.reason_given.connect(partial(self.reveal_given.emit, member, field))
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        dialog.open()

    def _forget_dialog(self) -> None:
        self._dialog = None
