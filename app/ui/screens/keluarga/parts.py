"""The pieces of which the detail of a family is put together."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.icons import icon_pixmap
from app.ui.screens.keluarga.card import Change, MemberCard, PhotoCard, ProposalCard, Revealed, Step, WarningCard
from app.ui.shown import Chip
from app.ui.theme import dress, theme
from app.ui.widgets import (
    Avatar,
    Card,
    Column,
    Flow,
    IconButton,
    IconText,
    QuietButton,
    Row,
    StatusChip,
    StruckValue,
    Text,
)
from app.ui.widgets.buttons import paint_ring

PHOTO = "photo"
"""Property of what opens a photo: its name, so that the focus finds back to it."""


def chips_row(chips: tuple[Chip, ...]) -> QWidget:
    """Chips that wrap."""
    holder = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    Flow(*(StatusChip(chip) for chip in chips), gap=6, on=holder)
    return holder


def changes_column(changes: tuple[Change, ...]) -> QWidget:
    """What changed, the old struck through beside the new."""
    holder = QWidget()
    column = Column(gap=10, on=holder)
    for change in changes:
        column.put(Column(Text(change.label, "small", "muted"), StruckValue(change.old, change.new), gap=2))
    return holder


class MemberRow(QWidget):
    """One member; `reveal_asked(member id)` for the whole NIK."""

    reveal_asked = Signal(str)

    def __init__(self, member: MemberCard, head: bool, may_reveal: bool) -> None:
        super().__init__()
        words = Column(Text(member.name, "strong"), Text(member.line, "small", "muted"), gap=1)
        if member.nik:
            words.put(Text(f"NIK {member.nik}", "small", "muted").selectable())
        if member.presence:
            words.put(IconText("footprints", member.presence, "small", "warn", size=14))
        line = Row(gap=12)
        line.addWidget(Avatar(member.name, accent=head), 0, Qt.AlignmentFlag.AlignTop)
        line.put(words, 1)
        self.eye: IconButton | None = None
        if may_reveal and member.nik:
            self.eye = IconButton("eye", self.tr("Lihat NIK lengkap %1").replace("%1", member.name))
            self.eye.clicked.connect(partial(self.reveal_asked.emit, member.id))
            line.addWidget(self.eye, 0, Qt.AlignmentFlag.AlignTop)
        column = Column(line, gap=4, on=self)
        if member.chips:
            column.put(Column(chips_row(member.chips), margins=(46, 0, 0, 0)))


class ProposalRow(QWidget):
    """One proposal: what, who and when, where it stands, and the way to it."""

    def __init__(self, proposal: ProposalCard) -> None:
        super().__init__()
        column = Column(Text(proposal.title, "strong"), Text(proposal.line, "small", "muted"), gap=3, on=self)
        column.put(chips_row((proposal.chip,)))
        if proposal.changes and proposal.open:
            column.put(changes_column(proposal.changes))
        self.open_button = QuietButton(self.tr("Buka usulan"), "arrow-right")
        self.open_button.setAccessibleName(self.tr("Buka usulan %1").replace("%1", proposal.title))
        column.put(self.open_button)


class WarningRow(QWidget):
    """One oddity: why, what stands there, what could be derived."""

    def __init__(self, warning: WarningCard) -> None:
        super().__init__()
        title = f"{warning.who}: {warning.title}" if warning.who else warning.title
        column = Column(IconText("triangle-alert", title, "medium", "warn"), gap=3, on=self)
        if warning.original:
            column.put(Text(self.tr("Tertulis: %1").replace("%1", warning.original), "small", "muted"))
        if warning.proposed:
            column.put(Text(self.tr("Mungkin seharusnya: %1").replace("%1", warning.proposed), "small"))


class StepRow(QWidget):
    """One entry of the history."""

    SHOWN_AT_FIRST = 6

    def __init__(self, step: Step) -> None:
        super().__init__()
        self._changes = step.changes
        self._column = Column(IconText(step.icon, step.title, "strong"), gap=4, on=self)
        self._column.put(Text(" · ".join(part for part in (step.when, step.who) if part), "small", "muted"))
        if step.doubt:
            self._column.put(IconText("triangle-alert", step.doubt, "small", "warn"))
        if step.changes:
            self._column.put(changes_column(step.changes[: self.SHOWN_AT_FIRST]))
        hidden = len(step.changes) - self.SHOWN_AT_FIRST
        if hidden > 0:
            self._more_button = QuietButton(self.tr("Tampilkan %n perubahan lagi", "", hidden), "chevron-down")
            self._more_button.clicked.connect(self._show_all)
            self._column.put(self._more_button)
        if step.note:
            self._column.put(Text(step.note, "small"))
        if step.set_aside:
            self._column.put(IconText("circle-alert", _set_aside(step.set_aside), "small_strong", "bad"))
        if step.aside_there:
            self._column.put(IconText("triangle-alert", _aside_there(step.aside_there), "small_strong", "warn"))
        if step.transport is not None:
            self._column.put(transport_line(step.transport))
            self._column.put(Text(step.seal, "small", "muted"))

    def _show_all(self) -> None:
        at = self._column.indexOf(self._more_button)
        self._column.insertWidget(at, changes_column(self._changes[self.SHOWN_AT_FIRST :]))
        self._more_button.hide()


def transport_line(where: Chip) -> IconText:
    """Where an entry is. No chip, for a chip does not wrap: the district's receipts may have long numbers."""
    return IconText(where.icon or "info", where.words, "small_strong", where.tone.value, size=14)


def _set_aside(code: str) -> str:
    from app.ui.messages import explain_aside

    words = QCoreApplication.translate("Family", "Tidak dihitung: %1")
    return words.replace("%1", explain_aside(code).title)


def _aside_there(code: str) -> str:
    from app.ui.messages import explain_aside

    words = QCoreApplication.translate("Family", "Belum dihitung kabupaten: %1")
    return words.replace("%1", explain_aside(code).title)


class Thumb(QPushButton):
    """A photo made small; pressing it shows it large, or how it comes here."""

    def __init__(self, photo: PhotoCard, image: QImage | None) -> None:
        super().__init__()
        self.setProperty(PHOTO, photo.name)
        self._held, self._image = photo.held, image
        words = photo.caption if photo.held else self.tr("%1 (belum ada di laptop ini)").replace("%1", photo.caption)
        self.setAccessibleName(self.tr("Foto: %1").replace("%1", words))
        self.setToolTip(words)
        self.setAutoDefault(True)
        dress(self._restyle)

    def show_image(self, image: QImage | None) -> None:
        """The picture has come."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        worn = theme()
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            path = QPainterPath()
            path.addRoundedRect(frame, worn.px(8), worn.px(8))
            painter.setPen(QPen(worn.colour("border"), worn.px(1)))
            painter.setBrush(worn.colour("sunken"))
            painter.drawPath(path)
            if self._image is not None and not self._image.isNull():
                painter.setClipPath(path)
                size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
                left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
                painter.drawImage(QRectF(left, top, size.width(), size.height()), self._image)
                painter.setClipping(False)
            else:
                sign = icon_pixmap("image" if self._held else "download", "muted", 22)
                edge = worn.px(22)
                painter.drawPixmap((self.width() - edge) // 2, (self.height() - edge) // 2, sign)
            if self.hasFocus():
                paint_ring(painter, QRectF(self.rect()), worn.px(8))
        finally:
            painter.end()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(84), theme().px(84))

    def _restyle(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()


class RevealedBox(Card):
    """A whole number for a short while; it cannot be selected, so it cannot be copied."""

    hide_asked = Signal()

    def __init__(self) -> None:
        super().__init__(gap=6, margins=(14, 12, 14, 12))
        self.ground, self.line = "primary_soft", "primary"
        self._title = Text("", "small")
        self._number = Text("", "heading")
        self._left = Text("", "small")
        self.hide_button = QuietButton(self.tr("Sembunyikan"), "eye-off")
        self.hide_button.clicked.connect(self.hide_asked)
        for item in (self._title, self._number, self._left, self.hide_button):
            self.body.put(item)

    def show_number(self, revealed: Revealed) -> None:
        """The number in groups of four, and how long it stays."""
        self._title.setText(revealed.title)
        number = revealed.number
        self._number.setText(" ".join(number[at : at + 4] for at in range(0, len(number), 4)))
        self._left.setText(self.tr("Disembunyikan lagi dalam %n detik", "", revealed.seconds_left))
        self.setAccessibleName(f"{revealed.title}: {number}")
