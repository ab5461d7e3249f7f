"""A list of numbered choices: chosen by mouse, arrows, space or by typing the number (its code, else its place)."""

from __future__ import annotations

from PySide6.QtCore import SIGNAL, QEvent, QObject, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QRadioButton, QScrollArea, QSizePolicy, QWidget

from app.ui.icons import icon_pixmap
from app.ui.shown import Option
from app.ui.theme import dress, theme
from app.ui.widgets.buttons import paint_ring
from app.ui.widgets.layouts import Column, Tiles
from app.ui.wording import unbroken

SECOND_DIGIT_MS = 700
_LEAPS = frozenset((Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown))
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class _Face:
    """How a choice is measured and painted; shared by the radio and the check kind. `digits` 0 hides the number."""

    signs = ("circle", "circle-dot")

    def __init__(self, option: Option, number: str, digits: int) -> None:
        self.option, self.number, self.digits = option, number, digits
        self._words, self._hint = unbroken(option.words), unbroken(option.hint)
        self._heights: dict[tuple[int, float], int] = {}

    def left(self) -> int:
        worn = theme()
        code = worn.metrics("strong").horizontalAdvance("0" * self.digits) + worn.px(10) if self.digits else 0
        return worn.px(12 + 18 + 10) + code

    def height(self, width: int) -> int:
        """Pixels at that width; remembered, because a layout asks many times before it is content."""
        key = (width, theme().em)
        if key not in self._heights:
            self._heights[key] = self._measured(width)
        return self._heights[key]

    def _measured(self, width: int) -> int:
        worn = theme()
        room = max(worn.px(60), width - self.left() - worn.px(12))
        tall = worn.metrics("body").boundingRect(0, 0, room, 10_000, _WRAP, self._words).height()
        if self.option.hint:
            tall += worn.metrics("small").boundingRect(0, 0, room, 10_000, _WRAP, self._hint).height()
        return max(worn.px(40), tall + worn.px(18))

    def paint(self, painter: QPainter, button: QAbstractButton) -> None:
        worn, rect, chosen = theme(), button.rect(), button.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = worn.px(1)
        frame = QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        line, ground, ink = ("primary", "primary_soft", "on_soft") if chosen else ("border", "surface", "text")
        if not chosen and button.underMouse():
            ground = "hover"
        painter.setPen(QPen(worn.colour(line), width))
        painter.setBrush(worn.colour(ground))
        painter.drawRoundedRect(frame, worn.px(8), worn.px(8))
        sign = icon_pixmap(self.signs[chosen], "on_soft" if chosen else "muted", 18)
        painter.drawPixmap(worn.px(12), (rect.height() - worn.px(18)) // 2, sign)
        if self.digits:
            painter.setFont(worn.font("strong"))
            painter.setPen(worn.colour("on_soft" if chosen else "muted"))
            painter.drawText(
                QRect(worn.px(40), 0, self.left() - worn.px(50), rect.height()),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                self.number,
            )
        self._paint_words(painter, rect, ink)
        if button.hasFocus():
            paint_ring(painter, QRectF(rect), worn.px(8))

    def _paint_words(self, painter: QPainter, rect: QRect, ink: str) -> None:
        worn = theme()
        area = rect.adjusted(self.left(), worn.px(4), -worn.px(12), -worn.px(4))
        painter.setPen(worn.colour(ink))
        painter.setFont(worn.font("medium" if ink == "on_soft" else "body"))
        if not self.option.hint:
            painter.drawText(area, _WRAP, self._words)
            return
        top = worn.metrics("body").boundingRect(0, 0, area.width(), 10_000, _WRAP, self._words).height()
        low = worn.metrics("small").boundingRect(0, 0, area.width(), 10_000, _WRAP, self._hint).height()
        start = area.y() + (area.height() - top - low) // 2
        painter.drawText(QRect(area.x(), start, area.width(), top), _WRAP, self._words)
        painter.setFont(worn.font("small"))
        painter.setPen(worn.colour("muted"))
        painter.drawText(QRect(area.x(), start + top, area.width(), low), _WRAP, self._hint)


class _CheckFace(_Face):
    signs = ("square", "square-check")


def _prepare(button: QAbstractButton, option: Option, number: str, digits: int) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
    button.setAccessibleName(f"{number}. {option.words}" if digits else option.words)
    button.setAccessibleDescription(option.hint)


class _Radio(QRadioButton):
    def __init__(self, option: Option, number: str, digits: int) -> None:
        super().__init__()
        self.face = _Face(option, number, digits)
        _prepare(self, option, number, digits)
        dress(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        return self.face.height(width)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), self.face.height(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().px(40))

    def hitButton(self, pos: object, /) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        try:
            self.face.paint(painter, self)
        finally:
            painter.end()


class _Check(QCheckBox):
    def __init__(self, option: Option, number: str, digits: int) -> None:
        super().__init__()
        self.face = _CheckFace(option, number, digits)
        _prepare(self, option, number, digits)
        dress(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        return self.face.height(width)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), self.face.height(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().px(40))

    def hitButton(self, pos: object, /) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        try:
            self.face.paint(painter, self)
        finally:
            painter.end()


class ChoiceList(QWidget):
    """`chosen` tells the codes after every change by the user; `confirmed` that Enter was pressed, which otherwise is
    left to the dialog around it.

    Home, End, Page Up and Page Down go where arrows would go in many steps. Number keys choose in every list: by code
    where the codes are numbers that people know (`show_codes`), else by the place in the list. With `across` the
    choices stand side by side, each at least so wide (at 100 %), where they fit.
    """

    chosen = Signal(tuple)
    confirmed = Signal()

    def __init__(
        self,
        options: tuple[Option, ...] = (),
        multiple: bool = False,
        show_codes: bool = True,
        name: str = "",
        across: float = 0,
    ) -> None:
        super().__init__()
        self._multiple, self._show_codes = multiple, show_codes
        self._buttons: dict[str, QAbstractButton] = {}
        self._numbers: dict[str, str] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(not multiple)
        self._column = Column(gap=6, on=self)
        self._tiles = Tiles(width=across) if across else None
        if self._tiles is not None:
            self._column.put(self._tiles)
        self._typed = ""
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.setInterval(SECOND_DIGIT_MS)
        self._forget.timeout.connect(self._forget_typed)
        self.setAccessibleName(name)
        self.set_options(options)

    def set_options(self, options: tuple[Option, ...]) -> None:
        """Other choices; nothing is chosen afterwards."""
        for button in self._group.buttons():
            self._group.removeButton(button)
        if self._tiles is None:
            self._column.clear()
        self._buttons = {}
        self._numbers = {(one.code if self._show_codes else str(at)): one.code for at, one in enumerate(options, 1)}
        alone = len(options) < 2 and not self._show_codes
        digits = 0 if alone else max((len(number) for number in self._numbers), default=0)
        for number, option in zip(self._numbers, options, strict=True):
            button = _Check(option, number, digits) if self._multiple else _Radio(option, number, digits)
            self._group.addButton(button)
            if self._tiles is None:
                self._column.put(button)
            self._buttons[option.code] = button
            button.toggled.connect(self._toggled)
            button.installEventFilter(self)
        if self._tiles is not None:
            self._tiles.set_tiles(*self._buttons.values())
        self._one_tab_stop()

    def value(self) -> tuple[str, ...]:
        """The chosen codes in the order of the list."""
        return tuple(code for code, button in self._buttons.items() if button.isChecked())

    def set_value(self, codes: tuple[str, ...]) -> None:
        """Choose these codes without telling it; unknown codes are left out."""
        self._group.setExclusive(False)
        for code, button in self._buttons.items():
            button.blockSignals(True)
            button.setChecked(code in codes)
            button.blockSignals(False)
            button.update()
        self._group.setExclusive(not self._multiple)
        self._one_tab_stop()

    def focus_choice(self) -> None:
        """Put the focus on what is chosen, else on the first choice."""
        chosen = [button for button in self._buttons.values() if button.isChecked()]
        first = chosen or list(self._buttons.values())
        if first:
            first[0].setFocus(Qt.FocusReason.TabFocusReason)

    def focused(self) -> str:
        """Code of the choice that has the focus, chosen or not; empty if it is elsewhere."""
        return next((code for code, button in self._buttons.items() if button.hasFocus()), "")

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Arrow and number keys go far in a long list: the choice they lead to is scrolled into sight."""
        if (
            isinstance(event, QFocusEvent)
            and event.gotFocus()
            and event.reason() is not Qt.FocusReason.MouseFocusReason
        ):
            self._bring_into_sight(watched)
        return False

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        text = event.text()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if text.isascii() and text.isdigit():
            self._type(text)
        elif event.key() in _LEAPS and not held and self._buttons:
            self._leap(event.key())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.receivers(SIGNAL("confirmed()")):
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)

    def _leap(self, key: int) -> None:
        """To the first or last choice, or as far as is seen at once; like an arrow it chooses where one may be."""
        buttons = list(self._buttons.values())
        here = next((at for at, button in enumerate(buttons) if button.hasFocus()), 0)
        to = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(buttons) - 1}.get(Qt.Key(key), here)
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            down = key == Qt.Key.Key_PageDown
            rest = range(here, len(buttons)) if down else range(here, -1, -1)
            around, start = self._around(), buttons[here].y()
            seen = around.viewport().height() if around is not None else self.height()
            reached = [at for at in rest if abs(buttons[at].y() - start) + buttons[at].height() <= seen]
            to = reached[-1] if len(reached) > 1 else rest[min(1, len(rest) - 1)]
        buttons[to].setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self._multiple:
            buttons[to].setChecked(True)

    def _bring_into_sight(self, button: QObject) -> None:
        around = self._around()
        if around is not None and isinstance(button, QWidget):
            around.ensureWidgetVisible(button, theme().px(8), theme().px(24))

    def _around(self) -> QScrollArea | None:
        """What scrolls this list."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        return around

    def _type(self, digit: str) -> None:
        for typed in (self._typed + digit, digit):
            number = next((one for one in self._numbers if one == typed or one.lstrip("0") == typed), None)
            if number is None:
                continue
            if self._multiple and len(typed) > 1 and (shorter := self._numbers.get(typed[:-1])) is not None:
                self._buttons[shorter].toggle()  # "1" was meant as the first half of "12"
            self._typed = typed
            self._forget.start()
            button = self._buttons[self._numbers[number]]
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            button.setChecked(not button.isChecked() if self._multiple else True)
            return
        self._typed = digit
        self._forget.start()

    def _forget_typed(self) -> None:
        self._typed = ""

    def _toggled(self, checked: bool) -> None:
        if checked or self._multiple:
            self._one_tab_stop()
            self.chosen.emit(self.value())

    def _one_tab_stop(self) -> None:
        if self._multiple:
            return
        stop = next((b for b in self._buttons.values() if b.isChecked()), next(iter(self._buttons.values()), None))
        for button in self._buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)
