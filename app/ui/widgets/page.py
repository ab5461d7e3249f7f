"""The frame of every screen: a head with title and acts, and a body that scrolls before anything is cut off."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QFrame, QScrollArea, QWidget

from app.ui.theme import dress, theme
from app.ui.tokens import LOW_BELOW
from app.ui.widgets.buttons import Button
from app.ui.widgets.layouts import Column, Flow, Margins, Turning
from app.ui.widgets.text import Text

_ROOMY: Margins = (24, 20, 20, 16)
_TIGHT: Margins = (12, 8, 12, 8)


class PageHeader(QWidget):
    """Title, subtitle and acts; the acts go below the words when the line is too short."""

    def __init__(self, title: str, subtitle: str = "", *actions: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Text(title, "title")
        self.subtitle = Text(subtitle, "body", "muted")
        self._low = False
        self._words = QWidget()
        Column(self.title, self.subtitle, gap=1, on=self._words)
        self._show_subtitle()
        self._acts = QWidget()
        self._flow = Flow(*actions, gap=8, on=self._acts)
        self._line = Turning(gap=12, on=self)
        self._line.put(self._words, 1)
        self._line.put(self._acts)
        self._acts.setVisible(bool(actions))
        dress(self._arrange)

    def set_words(self, title: str, subtitle: str = "") -> None:
        """Other words; the acts get the room that those which are shown now ask for."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self._show_subtitle()
        self._arrange()

    def set_low(self, low: bool) -> None:
        """Leave the subtitle out where the screen is low."""
        self._low = low
        self._show_subtitle()

    def add_action(self, button: Button) -> None:
        """One more act at the right."""
        self._flow.addWidget(button)
        self._acts.setVisible(True)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _show_subtitle(self) -> None:
        self.subtitle.setVisible(bool(self.subtitle.text()) and not self._low)

    def _arrange(self) -> None:
        acts = self._flow.sizeHint().width() if self._flow.count() else 0
        title = theme().metrics("title").horizontalAdvance(self.title.text())
        narrow = acts + title + theme().px(28) > self.width()
        self._line.turn(narrow)
        if acts:
            self._acts.setMinimumWidth(0 if narrow else acts)


class ScrollColumn(QScrollArea):
    """A column that scrolls up and down, never sideways; `body` takes the widgets."""

    def __init__(self, gap: float = 16, margins: Margins = (0, 0, 0, 0), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("ground", "clear")
        self.body = Column(gap=gap, margins=margins, on=inner)
        self.setWidget(inner)
        inner.installEventFilter(self)

    def eventFilter(self, watched: object, event: QEvent, /) -> bool:
        if event.type() is QEvent.Type.LayoutRequest and self.widget() is watched:
            self._fit()
        return False

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusNextPrevChild(self, forward: bool, /) -> bool:
        moved = super().focusNextPrevChild(forward)
        focus = self.widget().focusWidget() if self.widget() else None
        if moved and focus is not None:
            self.ensureWidgetVisible(focus, theme().px(8), theme().px(48))
        return moved

    def turn_page(self, key: int) -> bool:
        """Scroll by a page for Page Up and Page Down; False for any other key."""
        steps = {
            Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
            Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
        }
        step = next((step for one, step in steps.items() if one == key), None)
        if step is not None:
            self.verticalScrollBar().triggerAction(step)
        return step is not None

    def _fit(self) -> None:
        # A control that cannot be narrower than the page would be cut off: better to let the page be wider and scroll.
        wide = self.widget().minimumSizeHint().width() > self.viewport().width()
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if wide else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.horizontalScrollBarPolicy() is not policy:
            self.setHorizontalScrollBarPolicy(policy)


class Page(ScrollColumn):
    """A screen: header on top, then `body`. Give the part that should fill the height a stretch of 1."""

    keeps_subtitle = False
    """Whether the line below the title stays where the screen is low."""

    def __init__(self, title: str, subtitle: str = "", *actions: Button, parent: QWidget | None = None) -> None:
        super().__init__(gap=16, margins=_ROOMY, parent=parent)
        self._low = False
        self.header = PageHeader(title, subtitle, *actions)
        self.body.put(self.header)
        self.setAccessibleName(title)

    @property
    def low(self) -> bool:
        """Whether there is little height for the type."""
        return self._low

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        low = self.height() < LOW_BELOW * theme().em
        if low != self._low:
            self._low = low
            self.header.set_low(low and not self.keeps_subtitle)
            self.body.set_margins(_TIGHT if low else _ROOMY)
            self.body.set_gap(10 if low else 16)

    def focus_work(self) -> None:
        """Put the focus where the work begins; a screen that knows better overrides it."""
        focus_first(self)

    def shown(self) -> None:
        """The screen is seen (again): fetch what may have changed. Nothing by default."""


def bring_into_sight(widget: QWidget) -> None:
    """Scroll every column around the widget to where it is seen."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, ScrollColumn):
            around.ensureWidgetVisible(widget, theme().px(8), theme().px(48))
            _show_whole(widget, around)
        around = around.parentWidget()


def _show_whole(widget: QWidget, column: ScrollColumn) -> None:
    """Qt is content with a line of text as soon as its caret is seen."""
    edge = theme().px(8)
    if widget.height() + 2 * edge <= column.viewport().height():
        place = widget.mapTo(column.widget(), QPoint())
        for y in (place.y() + widget.height(), place.y()):
            column.ensureVisible(place.x(), y, 0, edge)


def first_stop(page: QWidget) -> QWidget | None:
    """The first widget inside `page` that Tab would reach."""
    return next_stop(page, page)


def next_stop(page: QWidget, after: QWidget) -> QWidget | None:
    """The widget inside `page` that Tab would reach after another, None at the end of the page."""
    widget = after.nextInFocusChain()
    while widget is not None and widget is not page:
        if (
            page.isAncestorOf(widget)
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isEnabled()
            and widget.isVisibleTo(page)
        ):
            return widget
        widget = widget.nextInFocusChain()
    return None


def focus_first(page: QWidget) -> None:
    """Put the focus on the first thing below the head of a page, else on whatever Tab would reach first."""
    head = page.header if isinstance(page, Page) else None
    first = first_stop(page)
    widget = first
    while widget is not None and head is not None and head.isAncestorOf(widget):
        widget = next_stop(page, widget)
    target = widget or first
    if target is not None:
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(page, Page):  # it may stand where somebody had scrolled to when he left it
            page.verticalScrollBar().setValue(0)
        bring_into_sight(target)
