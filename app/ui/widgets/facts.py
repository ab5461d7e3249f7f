"""Facts in words: pairs of label and value, and an old value struck through beside the new."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.theme import dress, theme
from app.ui.widgets.layouts import Flow, Row, empty
from app.ui.widgets.text import Text


class KeyValueList(QWidget):
    """Label on the left, value on the right; below one another where the line is short."""

    def __init__(self, pairs: tuple[tuple[str, str], ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairs: tuple[tuple[str, str], ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self.set_pairs(pairs)
        dress(self._restyle)

    def set_pairs(self, pairs: tuple[tuple[str, str], ...]) -> None:
        """Other facts; an empty value is shown as a dash."""
        if pairs == self._pairs:
            return
        self._pairs = pairs
        empty(self._grid)
        top = Qt.AlignmentFlag.AlignTop
        for row, (label, value) in enumerate(pairs):
            value_text = Text(value or "–").selectable()
            value_text.setAccessibleName(f"{label}: {value or '–'}")
            self._grid.addWidget(Text(label, "body", "muted"), row, 0, top)
            self._grid.addWidget(value_text, row, 1, top)

    def _restyle(self) -> None:
        self._grid.setHorizontalSpacing(theme().px(12))
        self._grid.setVerticalSpacing(theme().px(7))


class _Value(Text):
    """One line where there is room for it, else as many as it needs."""

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + metrics.averageCharWidth(), metrics.height())


class StruckText(_Value):
    """Words struck through."""

    def _restyle(self) -> None:
        font = theme().font(self._role)
        struck = font.__class__(font)
        struck.setStrikeOut(True)
        self.setFont(struck)


class StruckValue(QWidget):
    """The old value struck through, an arrow, the new value; a screen reader hears "dari ... menjadi ..."."""

    def __init__(self, old: str, new: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._old = StruckText("", "body", "muted")
        self._arrow = Text("→", "body", "muted", wrap=False)
        self._new = _Value("", "strong")
        # Where the line breaks, the arrow goes along with what it points at.
        became = QWidget()
        Row(self._arrow, gap=8, on=became).put(self._new, 1)
        Flow(self._old, became, gap=8, on=self)
        self.set_values(old, new)

    def set_values(self, old: str, new: str) -> None:
        """Another change; without an old value only the new one is shown."""
        self._old.setText(old)
        self._old.setVisible(bool(old))
        self._arrow.setVisible(bool(old))
        self._new.setText(new or "–")
        said = self.tr("dari %1 menjadi %2").replace("%1", old).replace("%2", new or "–") if old else new
        self.setAccessibleName(said)
        self._new.setAccessibleName(said)
