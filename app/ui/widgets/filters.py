"""Filters above a list: pills that wrap and menus, or a single menu where the screen is low."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QButtonGroup, QMenu, QWidget

from app.ui.icons import icon_pixmap
from app.ui.shown import Filter
from app.ui.theme import theme
from app.ui.widgets.buttons import Button, paint_ring
from app.ui.widgets.layouts import Flow


class Pill(Button):
    """A filter's option as a rounded button that stays pressed, or one that opens a menu (`active`: it filters)."""

    role = "chip"

    def __init__(self, words: str, count: str = "", menu: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self._count, self._menu = count, menu
        self.active = False
        self.setAccessibleName(f"{words} {count}".strip())

    def set_count(self, count: str) -> None:
        """Another number of rows."""
        if count != self._count:
            self._count = count
            self.setAccessibleName(f"{self.text()} {count}".strip())
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        worn = theme()
        width = worn.metrics("small_strong").horizontalAdvance(self.text()) + worn.px(22)
        if self._count:
            width += worn.metrics("small_strong").horizontalAdvance(self._count) + worn.px(6)
        if self._menu:
            width += worn.px(18)
        return QSize(width, worn.px(30))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _paint(self, painter: QPainter) -> None:
        worn = theme()
        ground, ink, line = ("primary_soft", "on_soft", "primary") if self.active else self._inks()
        width = worn.px(1)
        frame = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(worn.colour(line), width))
        painter.setBrush(worn.colour(ground))
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        painter.setPen(worn.colour(ink))
        painter.setFont(worn.font("small_strong" if self.isChecked() or self.active else "chip"))
        words = f"{self.text()}  {self._count}" if self._count else self.text()
        spare = worn.px(18) if self._menu else 0
        painter.drawText(self.rect().adjusted(0, 0, -spare, 0), Qt.AlignmentFlag.AlignCenter, words)
        if self._menu:
            x = self.width() - worn.px(24)
            painter.drawPixmap(x, (self.height() - worn.px(14)) // 2, icon_pixmap("chevron-down", ink, 14))
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), self.height() / 2)


class FilterBar(QWidget):
    """Shows filters and tells `filter_changed(key, value)`; `set_low(True)` makes one menu "Saring" of them all."""

    filter_changed = Signal(str, str)

    def __init__(self, filters: tuple[Filter, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters: tuple[Filter, ...] = ()
        self._low = False
        self._flow = Flow(gap=6, on=self)
        self.set_filters(filters)

    def set_filters(self, filters: tuple[Filter, ...]) -> None:
        """Show these filters with their values; nothing happens when they are the same as before."""
        if filters == self._filters:
            return
        recounted = not self._low and [_uncounted(item) for item in filters] == [_uncounted(i) for i in self._filters]
        self._filters = filters
        if recounted:
            self._recount()
        else:
            self._build()

    def set_low(self, low: bool) -> None:
        """Use one menu (a low screen) or the open form."""
        if low != self._low:
            self._low = low
            self._build()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        pills = [pill for pill in self.findChildren(Pill) if pill.isCheckable()]
        at = next((i for i, pill in enumerate(pills) if pill.hasFocus()), None)
        if step is None or at is None or not 0 <= at + step < len(pills):
            super().keyPressEvent(event)
        else:
            pills[at + step].setFocus(Qt.FocusReason.TabFocusReason)
            pills[at + step].click()

    def _build(self) -> None:
        focused = self.focusWidget()
        had = focused.property("filter_value") if focused is not None and focused.hasFocus() else None
        before = self._stop_before()
        former = self._shown_here()
        while self._flow.takeAt(0) is not None:
            pass
        if self._low:
            self._flow.addWidget(self._one_menu())
        else:
            for item in self._filters:
                self._add(item)
        self._take_place_after(before)
        for pill in self._shown_here():
            pill.show()  # what is hidden takes no focus
            if had is not None and pill not in former and pill.property("filter_value") == had:
                pill.setFocus()
        for widget in former:  # only now: where it holds the focus, its going would hand it to whatever is next
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        self.updateGeometry()

    def _shown_here(self) -> list[QWidget]:
        return self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def _stop_before(self) -> QWidget | None:
        """Where Shift+Tab leads from here."""
        widget = self.previousInFocusChain()
        while widget is not None and widget is not self:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not self.isAncestorOf(widget):
                return widget
            widget = widget.previousInFocusChain()
        return None

    def _take_place_after(self, before: QWidget | None) -> None:
        """What is new stands at the end of the Tab order: put it where this bar is."""
        for at in range(self._flow.count()):
            item = self._flow.itemAt(at)
            widget = item.widget() if item is not None else None
            if widget is None:
                continue
            if before is not None and before.window() is widget.window():
                QWidget.setTabOrder(before, widget)
            before = widget

    def _recount(self) -> None:
        counts = {f"{item.key}={option.value}": option.count for item in self._filters for option in item.options}
        for pill in self.findChildren(Pill):
            count = counts.get(str(pill.property("filter_value")))
            if count is not None:
                pill.set_count(count)

    def _add(self, item: Filter) -> None:
        if not item.pills:
            self._flow.addWidget(self._menu_pill(item))
            return
        group: QButtonGroup | None = None
        for index, option in enumerate(item.options):
            pill = Pill(option.words, option.count)
            group = group or QButtonGroup(pill)  # goes with the pills when they are built anew
            pill.setCheckable(True)
            pill.setAutoExclusive(True)  # one of several: told as a radio button, not as a box to tick
            pill.setProperty("filter_value", f"{item.key}={option.value}")
            pill.setChecked(option.value == item.value or (not item.value and index == 0))
            # A screen reader toggles without clicking: what counts is that the pill became checked.
            pill.toggled.connect(partial(self._toggled, item.key, option.value))
            group.addButton(pill)
            self._flow.addWidget(pill)

    def _toggled(self, key: str, value: str, checked: bool) -> None:
        if checked:
            self.filter_changed.emit(key, value)

    def _menu_pill(self, item: Filter) -> Pill:
        chosen = next((o for o in item.options if o.value == item.value), None)
        active = bool(item.value) and chosen is not None
        pill = Pill(f"{item.words}: {chosen.words}" if active and chosen else item.words, menu=True)
        pill.active = active
        pill.setProperty("filter_value", item.key)
        pill.clicked.connect(partial(self._pop, pill, item.key))
        return pill

    def _pop(self, pill: Pill, key: str) -> None:
        """Make the menu when it is asked for: a list of places may be long, and keys in the search must not wait."""
        menu = self._menu(next(item for item in self._filters if item.key == key), pill)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(pill.mapToGlobal(pill.rect().bottomLeft()))

    def _menu(self, item: Filter, parent: QWidget) -> QMenu:
        menu = QMenu(item.words, parent)
        group = QActionGroup(menu)
        for index, option in enumerate(item.options):
            action = QAction(f"{option.words}  {option.count}".strip().replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(option.value == item.value or (not item.value and index == 0))
            action.triggered.connect(partial(self.filter_changed.emit, item.key, option.value))
            group.addAction(action)
            menu.addAction(action)
        return menu

    def _one_menu(self) -> Button:
        active = sum(1 for item in self._filters if item.value and item.value != item.options[0].value)
        words = self.tr("Saring (%1)").replace("%1", str(active)) if active else self.tr("Saring")
        button = Button(words, "list-filter")
        button.clicked.connect(partial(self._drop, button))
        return button

    def _drop(self, button: Button) -> None:
        menu = QMenu(button.text(), button)
        for item in self._filters:
            menu.addMenu(self._menu(item, menu))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def _uncounted(item: Filter) -> Filter:
    return replace(item, options=tuple(replace(option, count="") for option in item.options))
