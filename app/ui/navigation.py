"""The navigation: one Tab stop, arrow keys inside, icons alone where the line is short."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QSizePolicy, QWidget

from app.ui.icons import icon_pixmap
from app.ui.theme import dress, theme
from app.ui.widgets.buttons import keep_ampersand, paint_ring
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.page import ScrollColumn
from app.ui.widgets.text import Text

WIDE, RAIL = 204, 72
_MOST, _MOST_ON_RAIL = 999, 99
_FAR: Final = 1_000
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -_FAR, Qt.Key.Key_End: _FAR}


class NavButton(QPushButton):
    """A line of the navigation: icon, words, and how many things wait there; `stepped` on an arrow key."""

    stepped = Signal(int)

    def __init__(self, words: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._icon_name, self._badge = icon, 0
        self._rail = self._low = False
        keep_ampersand(self)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        dress(self._restyle)

    def set_room(self, rail: bool, low: bool) -> None:
        """Show the icon alone (the words become the tooltip); be less tall where the screen is low."""
        self._rail, self._low = rail, low
        self.setToolTip(self.text() if rail else "")
        self._restyle()

    def set_badge(self, count: int) -> None:
        """How many things wait there; 0 shows nothing."""
        self._badge = count
        self.setAccessibleDescription(self.tr("%n menunggu", "", count) if count else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(40), theme().px(34 if self._low else 38))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        worn, rect = theme(), self.rect()
        ink = "muted"
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(worn.colour("primary_soft" if self.isChecked() else "hover"))
            painter.drawRoundedRect(QRectF(rect), worn.px(7), worn.px(7))
            ink = "on_soft" if self.isChecked() else "text"
        painter.drawPixmap(self.icon_place().topLeft(), icon_pixmap(self._icon_name, ink, 20))
        if not self._rail:
            painter.setPen(worn.colour(ink))
            painter.setFont(worn.font("strong" if self.isChecked() else "body"))
            left = worn.px(41)
            words = worn.metrics("strong").elidedText(
                self.text(), Qt.TextElideMode.ElideRight, rect.width() - left - worn.px(8)
            )
            painter.drawText(rect.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
        if self._badge:
            self._paint_badge(painter, self.badge_place())
        if self.hasFocus():
            paint_ring(painter, QRectF(rect), worn.px(7))

    def icon_place(self) -> QRect:
        """Where the icon stands: in the middle of a rail, or beside its badge, which must not lie over it."""
        size, rect = theme().px(20), self.rect()
        left = theme().px(10)
        if self._rail:
            left = theme().px(2) if self._badge else (rect.width() - size) // 2
        return QRect(left, (rect.height() - size) // 2, size, size)

    def badge_place(self) -> QRect:
        """Where the number stands that waits there."""
        worn, rect = theme(), self.rect()
        words = worn.metrics("small_strong").horizontalAdvance(self._badge_words())
        width = max(worn.px(18 if self._rail else 20), words + worn.px(4 if self._rail else 10))
        height = worn.px(18)
        left = rect.right() - width - worn.px(1 if self._rail else 8)
        return QRect(left, (rect.height() - height) // 2, width, height)

    def _badge_words(self) -> str:
        most = _MOST_ON_RAIL if self._rail else _MOST
        return str(self._badge) if self._badge <= most else f"{most}+"

    def _paint_badge(self, painter: QPainter, place: QRect) -> None:
        worn = theme()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(worn.colour("primary"))
        painter.drawRoundedRect(QRectF(place), place.height() / 2, place.height() / 2)
        painter.setPen(worn.colour("on_primary"))
        painter.setFont(worn.font("small_strong"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._badge_words())

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class Navigation(QWidget):
    """`page_asked(key)`, `work_asked()` for a press that asks for no other page, and `lock_asked()`; the shell says
    which page is shown."""

    page_asked = Signal(str)
    work_asked = Signal()
    lock_asked = Signal()

    def __init__(self, pages: tuple[tuple[str, str, str, bool], ...], parent: QWidget | None = None) -> None:
        """`pages`: (key, words, icon, whether it stands at the bottom)."""
        super().__init__(parent)
        self._rail = self._marking = False
        self._brand_sign = QLabel()
        self._village = Text("", "small", "muted", wrap=True)
        self._brand_words = QWidget()
        Column(Text("Balai", "strong", wrap=False), self._village, gap=0, on=self._brand_words)
        self._brand = QWidget()
        brand = Row(gap=10, margins=(10, 0, 4, 0), on=self._brand)
        brand.addWidget(self._brand_sign, 0, Qt.AlignmentFlag.AlignTop)
        brand.put(self._brand_words, 1)
        self._scroll = ScrollColumn(gap=6)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._buttons: dict[str, NavButton] = {}
        self._group = QButtonGroup(self)
        self.lock_button = NavButton(self.tr("Kunci"), "lock")
        self.lock_button.clicked.connect(self.lock_asked)
        self._column = Column(gap=12, margins=(11, 18, 11, 12), on=self)
        self._column.put(self._brand)
        self._column.put(self._scroll, 1)
        self._fill(pages)
        self.setAccessibleName(self.tr("Menu"))
        dress(self._restyle)

    def show_page(self, key: str) -> None:
        """Mark the page that is shown."""
        button = self._buttons.get(key)
        if button is not None:
            self._marking = True
            button.setChecked(True)
            self._marking = False
            for other in self._buttons.values():
                other.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other is button else Qt.FocusPolicy.ClickFocus)

    def show_village(self, name: str) -> None:
        """The village below the program's name."""
        self._village.setText(name)

    def show_badges(self, badges: tuple[tuple[str, int], ...]) -> None:
        """How many things wait on which page."""
        counts = dict(badges)
        for key, button in self._buttons.items():
            button.set_badge(counts.get(key, 0))

    def set_room(self, rail: bool, low: bool) -> None:
        """Icons alone or with words; closer together where the screen is low."""
        self._rail = rail
        for button in (*self._buttons.values(), self.lock_button):
            button.set_room(rail, low)
        self._brand.setVisible(not low)
        self._scroll.body.set_gap(2 if low else 6)
        self._column.set_margins((11, 2, 11, 2) if low else (11, 18, 11, 12))
        self._brand_words.setVisible(not rail)
        self._restyle()

    def focus_current(self) -> None:
        """Put the focus on the page that is shown."""
        button = self._group.checkedButton()
        if button is not None:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _toggled(self, key: str, checked: bool) -> None:
        if checked and not self._marking:
            self.page_asked.emit(key)

    def _step(self, step: int) -> None:
        order = list(self._buttons.values())
        at = next((i for i, button in enumerate(order) if button.hasFocus()), 0)
        order[min(max(at + step, 0), len(order) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, pages: tuple[tuple[str, str, str, bool], ...]) -> None:
        for bottom in (False, True):
            for key, words, icon, at_bottom in pages:
                if at_bottom is bottom:
                    button = NavButton(words, icon)
                    button.setCheckable(True)
                    button.setAutoExclusive(True)  # one of several: told as a radio button, not as a box to tick
                    # A screen reader toggles without clicking: what counts is that the button became checked.
                    button.toggled.connect(partial(self._toggled, key))
                    button.clicked.connect(self.work_asked)
                    button.stepped.connect(self._step)
                    self._buttons[key] = button
                    self._group.addButton(button)
                    self._scroll.body.put(button)
            if not bottom:
                self._scroll.body.put(None)
        self._scroll.body.put(self.lock_button)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        worn = theme()
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), worn.colour("surface"))
            painter.fillRect(self.width() - worn.px(1), 0, worn.px(1), self.height(), worn.colour("border"))
        finally:
            painter.end()

    def _restyle(self) -> None:
        self.setFixedWidth(theme().px(RAIL if self._rail else WIDE))
        self._brand_sign.setPixmap(icon_pixmap("landmark", "primary", 24))
        self.update()
