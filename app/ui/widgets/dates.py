"""A date field: typed or chosen in a calendar that begins on Monday."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QWidget

from app.ui.theme import dress, theme


class DateBox(QDateEdit):
    """Shows day-month-year; `value()` is a date."""

    def __init__(self, value: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("dd-MM-yyyy")
        self.setCalendarPopup(True)
        self.calendarWidget().setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_value(value or date.today())  # noqa: DTZ011 - the calendar on the wall, not a moment
        dress(self._restyle)

    def value(self) -> date:
        """The date that is shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_value(self, value: date) -> None:
        """Show a date."""
        self.setDate(QDate(value.year, value.month, value.day))

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()

    def _restyle(self) -> None:
        worn = theme()
        for widget in (self, self.lineEdit(), self.calendarWidget()):
            widget.setFont(worn.font("body"))
        weekend = QTextCharFormat()
        weekend.setForeground(worn.colour("text"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendarWidget().setWeekdayTextFormat(day, weekend)
