"""The pieces of the form: blocks of questions, changes of fields, the search for a family, evidence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.screens.keluarga.parts import Thumb
from app.ui.screens.questions.ask import Ask
from app.ui.screens.questions.field import AskField
from app.ui.screens.usulan.form_state import Block, ChangeGroup, ChangeLine, EvidenceState, Finder, NeedLine
from app.ui.shown import Option
from app.ui.tokens import Tone
from app.ui.widgets import (
    Card,
    ChoiceList,
    Column,
    IconButton,
    IconText,
    Notice,
    QuietButton,
    Row,
    SearchField,
    SecondaryButton,
    StruckValue,
    Text,
)
from app.ui.widgets.text import Ink


class AskColumn(QWidget):
    """Questions below each other; those that stay keep their controls and what is typed in them."""

    answered = Signal(str, str)
    confirmed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, AskField] = {}
        self._column = Column(gap=14, on=self)

    def show_asks(self, asks: tuple[Ask, ...]) -> None:
        """Show these questions in this order."""
        shapes = {ask.path: ask.shape for ask in asks}
        for path, field in list(self.fields.items()):
            if shapes.get(path) != field.ask.shape:
                self._column.removeWidget(field)
                field.hide()
                field.deleteLater()
                del self.fields[path]
        for at, ask in enumerate(asks):
            known = self.fields.get(ask.path)
            if known is not None:
                known.show_ask(ask)
                continue
            field = AskField(ask)
            field.answered.connect(self.answered)
            field.confirmed.connect(self.confirmed)
            self.fields[ask.path] = field
            self._column.insertWidget(at, field)

    def flush(self) -> None:
        """Tell what is typed."""
        for field in list(self.fields.values()):
            field.flush()


class BlockCard(Card):
    """One block of questions; `removed(instance)` where it is a person who may be taken out."""

    answered = Signal(str, str)
    confirmed = Signal(str)
    removed = Signal(str)

    def __init__(self, block: Block) -> None:
        super().__init__(gap=12)
        self._title = Text("", "heading")
        head = Row(gap=8)
        head.put(self._title, 1)
        self.remove_button = QuietButton(self.tr("Keluarkan"), "trash-2")
        self.remove_button.clicked.connect(partial(self.removed.emit, block.instance))
        head.put(self.remove_button)
        self.remove_button.setVisible(bool(block.instance))
        self._head = QWidget()
        Column(head, on=self._head)
        self.asks = AskColumn()
        self.asks.answered.connect(self.answered)
        self.asks.confirmed.connect(self.confirmed)
        self._warning = Notice("", Tone.WARN)
        self.body.put(self._head)
        self.body.put(self._warning)
        self.body.put(self.asks)
        self.show_block(block)

    def show_block(self, block: Block) -> None:
        """The same block with other answers."""
        alone = len(block.asks) == 1 and block.asks[0].label == block.title
        self._title.setText(block.title)
        self._head.setVisible(not alone)
        self.setAccessibleName(block.title)
        self.remove_button.setAccessibleName(self.tr("Keluarkan %1").replace("%1", block.title))
        self._warning.set_notice(block.warning)
        self._warning.setVisible(bool(block.warning))
        self.asks.show_asks(block.asks)


class BlockStack(QWidget):
    """Blocks below each other; those that stay keep their cards."""

    answered = Signal(str, str)
    confirmed = Signal(str)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.cards: dict[str, BlockCard] = {}
        self._column = Column(gap=14, on=self)

    def show_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Show these blocks in this order."""
        wanted = {block.key for block in blocks}
        for key, card in list(self.cards.items()):
            if key not in wanted:
                self._column.removeWidget(card)
                card.hide()
                card.deleteLater()
                del self.cards[key]
        for at, block in enumerate(blocks):
            known = self.cards.get(block.key)
            if known is not None:
                known.show_block(block)
                continue
            card = BlockCard(block)
            card.answered.connect(self.answered)
            card.confirmed.connect(self.confirmed)
            card.removed.connect(self.removed)
            self.cards[block.key] = card
            self._column.insertWidget(at, card)
        self.setVisible(bool(blocks))

    def flush(self) -> None:
        """Tell what is typed."""
        for card in list(self.cards.values()):
            card.asks.flush()

    def fields(self) -> list[AskField]:
        """All questions in order."""
        cards = sorted(self.cards.values(), key=self._column.indexOf)
        return [field for card in cards for field in card.asks.fields.values()]


class ChangeRow(QWidget):
    """One field: the old value struck through beside the new while it is changed."""

    answered = Signal(str, str)
    opened = Signal(str)
    dropped = Signal(str)

    def __init__(self, line: ChangeLine) -> None:
        super().__init__()
        self._field: AskField | None = None
        self._label = Text(line.label, "small", "muted")
        self._value = StruckValue("", line.old)
        words = Column(self._label, self._value, gap=1)
        self.change_button = QuietButton(self.tr("Ubah"), "pencil")
        self.change_button.setAccessibleName(self.tr("Ubah %1").replace("%1", line.label))
        self.change_button.clicked.connect(partial(self.opened.emit, line.path))
        self.drop_button = QuietButton(self.tr("Batal ubah"), "undo-2")
        self.drop_button.setAccessibleName(self.tr("Batal ubah %1").replace("%1", line.label))
        self.drop_button.clicked.connect(partial(self.dropped.emit, line.path))
        head = Row(gap=8)
        head.put(words, 1)
        head.put(self.change_button)
        head.put(self.drop_button)
        self._column = Column(head, gap=6, on=self)
        self.show_line(line, focus=False)

    def show_line(self, line: ChangeLine, focus: bool = True) -> None:
        """The same field with another proposed value."""
        self._value.set_values(line.old if line.new else "", line.new or line.old)
        self.change_button.setVisible(not line.open)
        self.drop_button.setVisible(line.open)
        if line.open and self._field is None:
            self._field = AskField(line.ask)
            self._field.answered.connect(self.answered)
            self._column.put(self._field)
            if focus:
                self._field.focus_work()
        elif line.open and self._field is not None:
            self._field.show_ask(line.ask)
        elif self._field is not None:
            self._column.removeWidget(self._field)
            self._field.hide()
            self._field.deleteLater()
            self._field = None
            self.change_button.setFocus()

    def flush(self) -> None:
        """Tell what is typed."""
        if self._field is not None:
            self._field.flush()


class ChangeGroupCard(Card):
    """Fields under one heading; built when it is opened, because a family has many."""

    answered = Signal(str, str)
    opened = Signal(str)
    dropped = Signal(str)

    def __init__(self, group: ChangeGroup, unfolded: bool) -> None:
        super().__init__(gap=8)
        self._group = group
        self._rows: dict[str, ChangeRow] = {}
        self.fold_button = QuietButton(group.title, "chevron-right")
        self.fold_button.clicked.connect(self._turn)
        self._holder = QWidget()
        self._lines = Column(gap=10, on=self._holder)
        self.body.put(self.fold_button)
        self.body.put(self._holder)
        self._holder.hide()
        if unfolded or any(line.open for line in group.lines):
            self._turn()

    def show_group(self, group: ChangeGroup) -> None:
        """The same fields with other proposed values."""
        before, self._group = self._group, group
        if self._rows:
            for line, old in zip(group.lines, before.lines, strict=True):
                if line != old:
                    self._rows[line.path].show_line(line)

    def paths(self) -> tuple[str, ...]:
        """The fields that it holds."""
        return tuple(line.path for line in self._group.lines)

    def flush(self) -> None:
        """Tell what is typed."""
        for row in self._rows.values():
            row.flush()

    def _turn(self) -> None:
        if not self._rows:
            for line in self._group.lines:
                row = ChangeRow(line)
                row.answered.connect(self.answered)
                row.opened.connect(self.opened)
                row.dropped.connect(self.dropped)
                self._rows[line.path] = row
                self._lines.put(row)
        shown = self._holder.isHidden()
        self._holder.setVisible(shown)
        self.fold_button.set_icon("chevron-down" if shown else "chevron-right")
        said = self.tr("%1, terbuka") if shown else self.tr("%1, tertutup")
        self.fold_button.setAccessibleName(said.replace("%1", self._group.title))


class FinderCard(Card):
    """Searches for a family; `chosen(id)`."""

    searched = Signal(str)
    chosen = Signal(str)
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__(gap=10)
        self._options: tuple[Option, ...] = ()
        self._title = Text("", "heading")
        self.search_field = SearchField(self.tr("Cari nama, NIK, nomor KK, atau alamat"))
        self.search_field.searched.connect(self.searched)
        self.choices = ChoiceList(show_codes=False, name=self.tr("Keluarga yang ditemukan"))
        self.choices.chosen.connect(self._choose)
        self.choices.confirmed.connect(self._take)
        self._none = Text(self.tr("Tidak ada keluarga yang cocok. Periksa ejaan atau coba sebagian nama."), ink="muted")
        self._chosen = IconText("circle-check", "", "strong", "ok")
        self.other_button = QuietButton(self.tr("Pilih keluarga lain"), "search")
        self.other_button.clicked.connect(self.dropped)
        for item in (self._title, self.search_field, self.choices, self._none, self._chosen, self.other_button):
            self.body.put(item)

    def show_finder(self, finder: Finder) -> None:
        """Show the search as it stands."""
        self._title.setText(finder.title)
        self.setAccessibleName(finder.title)
        if finder.options != self._options:
            self._options = finder.options
            self.choices.set_options(finder.options)
        done = bool(finder.chosen)
        # The letters of an earlier search must not stand before those of this one: another family would be found.
        self.search_field.show_text(finder.text)
        self.search_field.setVisible(not done)
        self.choices.setVisible(not done and bool(finder.options))
        self._none.setVisible(not done and finder.searched and not finder.options)
        self._chosen.set_words(finder.chosen)
        self._chosen.setVisible(done)
        self.other_button.setVisible(done)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        into = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if into and self.search_field.hasFocus() and self._options:
            self.choices.focus_choice()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        """Enter takes the family one stands at."""
        self._choose(self.choices.value() or tuple(filter(None, (self.choices.focused(),))))

    def _choose(self, codes: tuple[str, ...]) -> None:
        if codes:
            self.chosen.emit(codes[0])


class NeedRow(QWidget):
    """One demand for evidence; a photo dropped on it is taken for it."""

    wanted = Signal(str)
    dropped = Signal(str, str)

    def __init__(self, need: NeedLine) -> None:
        super().__init__()
        self._need = need
        self.setAcceptDrops(bool(need.kinds))
        words = need.words if need.required else self.tr("%1 (bila ada)").replace("%1", need.words)
        open_ink: Ink = "warn" if need.required else "muted"
        icon = "circle-check" if need.met else "circle-dashed"
        column = Column(None, IconText(icon, words, "medium", "ok" if need.met else open_ink), gap=2)
        note = need.note or ("" if need.met or not need.required else self.tr("Belum ada"))
        if note:
            column.put(Text(note, "small", "muted"))
        column.put(None)
        line = Row(gap=8, on=self)
        line.put(column, 1)
        self.add_button = SecondaryButton(self.tr("Tambah foto"), "camera")
        self.add_button.setAccessibleName(self.tr("Tambah foto: %1").replace("%1", need.words))
        self.add_button.setVisible(bool(need.kinds))
        self.add_button.clicked.connect(self._ask)
        line.put(self.add_button)

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent, /) -> None:
        for url in event.mimeData().urls()[:1]:
            if url.isLocalFile() and self._need.kinds:
                self.dropped.emit(self._need.kinds[0].code, url.toLocalFile())

    def _ask(self) -> None:
        kinds = self._need.kinds
        if len(kinds) == 1:
            self.wanted.emit(kinds[0].code)
        else:
            drop_kinds(self.add_button, kinds, self.wanted)


def drop_kinds(button: QWidget, kinds: tuple[Option, ...], wanted: object) -> None:
    """Ask below a button which kind of evidence a photo is."""
    menu = QMenu(button)
    for kind in kinds:
        menu.addAction(kind.words).triggered.connect(partial(wanted.emit, kind.code))  # type: ignore[attr-defined]
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


class EvidenceCard(Card):
    """What is asked for, what is there; `wanted(kind)` when a photo is to be chosen."""

    wanted = Signal(str)
    dropped = Signal(str, str)
    removed = Signal(str)
    photo_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(title=self.tr("Bukti"), gap=12)
        self._state: EvidenceState | None = None
        self._thumbs: dict[str, Thumb] = {}
        self._none = Text(self.tr("Tidak ada bukti yang diwajibkan."), ink="muted")
        self._needs = QWidget()
        self._needs_column = Column(gap=10, on=self._needs)
        self._photos = QWidget()
        self._photos_column = Column(gap=8, on=self._photos)
        self._trouble = Notice("", Tone.WARN)
        self._trouble.hide()
        self.other_button = QuietButton(self.tr("Tambah bukti lain"), "plus")
        self.other_button.clicked.connect(self._ask_other)
        self._busy = IconText("hourglass", self.tr("Foto sedang dikecilkan dan disegel"), "small", "muted")
        for item in (self._none, self._needs, self._photos, self._busy, self._trouble, self.other_button):
            self.body.put(item)

    def show_evidence(self, state: EvidenceState, pictures: Mapping[str, object]) -> None:
        """Show what is there."""
        before, self._state = self._state, state
        if before is None or before.needs != state.needs:
            self._needs_column.clear()
            for need in state.needs:
                row = NeedRow(need)
                row.wanted.connect(self.wanted)
                row.dropped.connect(self.dropped)
                self._needs_column.put(row)
        if before is None or before.photos != state.photos:
            self._show_photos(state)
        self._none.setText(
            self.tr("Pilih alasannya dulu; bukti yang perlu akan tampil di sini.")
            if state.reason_first
            else self.tr("Tidak ada bukti yang diwajibkan.")
        )
        self._none.setVisible(not state.needs)
        self._needs.setVisible(bool(state.needs))
        self._photos.setVisible(bool(state.photos))
        self._busy.setVisible(state.busy)
        self._trouble.setVisible(bool(state.trouble))
        self._trouble.set_notice(state.trouble)
        for sha256, thumb in self._thumbs.items():
            image = pictures.get(sha256)
            if isinstance(image, QImage):
                thumb.show_image(image)

    def _show_photos(self, state: EvidenceState) -> None:
        self._photos_column.clear()
        self._thumbs = {}
        for photo in state.photos:
            thumb = Thumb(photo, None)
            thumb.clicked.connect(partial(self.photo_asked.emit, photo.sha256, photo.caption))
            self._thumbs[photo.sha256] = thumb
            remove = IconButton("trash-2", self.tr("Keluarkan %1").replace("%1", photo.caption))
            remove.clicked.connect(partial(self.removed.emit, photo.sha256))
            line = Row(gap=10)
            line.put(thumb)
            line.put(Text(photo.caption), 1)
            line.put(remove)
            holder = QWidget()
            Column(line, on=holder)
            self._photos_column.put(holder)

    def _ask_other(self) -> None:
        if self._state is not None:
            drop_kinds(self.other_button, self._state.others, self.wanted)
