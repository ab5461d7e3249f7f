"""The one small QSS, made from tokens: only Qt's own controls; everything of ours is painted by its widget."""

from __future__ import annotations

from typing import Final

from app.shelf.place import resource
from app.ui.theme import Theme
from app.ui.tokens import Tone

TINTED: Final = {
    "chevron-down": "muted",
    "chevron-up": "muted",
    "square": "muted",
    "circle": "muted",
    "square-check": "primary",
    "circle-dot": "primary",
    "check": "primary",
    "chevron-left": "text",
    "chevron-right": "text",
}
"""QSS takes pictures from files only: these lie recoloured in resources/icons/tinted (scripts/icons.py --tint)."""


def stylesheet(worn: Theme) -> str:
    """The style sheet of a theme at its scale."""
    t, px = worn.tokens, worn.px
    focus_pad = px(2) - px(1)

    def icon_file(name: str) -> str:
        return resource("icons", "tinted", worn.name, f"{name}.svg").as_posix()

    tones = "\n".join(f'QLabel[ink="{tone}"] {{ color: {t.tone(tone)[1]}; }}' for tone in Tone)
    return f"""
QWidget {{ selection-background-color: {t.primary}; selection-color: {t.on_primary}; }}
QMainWindow, QDialog {{ background: {t.bg}; }}
QLabel {{ background: transparent; }}
QLabel[ink="muted"] {{ color: {t.muted}; }}
QLabel[ink="primary"] {{ color: {t.primary}; }}
{tones}
QLabel[ink="practice"] {{ color: {t.practice_fg}; }}
QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {{
    background: {t.surface}; border: {px(1)}px solid {t.border_strong}; border-radius: {px(8)}px;
    padding: {px(6)}px {px(11)}px; min-height: {px(22)}px; placeholder-text-color: {t.muted};
}}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{
    border: {px(2)}px solid {t.focus}; padding: {px(6) - focus_pad}px {px(11) - focus_pad}px;
}}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"], QAbstractSpinBox[wrong="true"] {{
    border: {px(2)}px solid {t.bad_fg}; padding: {px(6) - focus_pad}px {px(11) - focus_pad}px;
}}
QLineEdit[wrong="true"]:focus, QPlainTextEdit[wrong="true"]:focus, QComboBox[wrong="true"]:focus,
QAbstractSpinBox[wrong="true"]:focus {{ border-color: {t.focus}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled,
QLineEdit:read-only {{ background: {t.sunken}; color: {t.muted}; border-color: {t.border}; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QTableView QLineEdit {{
    border: none; padding: 0; min-height: 0; background: transparent; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox::drop-down, QAbstractSpinBox::drop-down {{ border: none; width: {px(30)}px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{
    image: url("{icon_file("chevron-down")}"); width: {px(16)}px; height: {px(16)}px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
    border: none; width: {px(26)}px; background: transparent; }}
QAbstractSpinBox::up-arrow {{
    image: url("{icon_file("chevron-up")}"); width: {px(14)}px; height: {px(14)}px; }}
QAbstractSpinBox::down-arrow {{
    image: url("{icon_file("chevron-down")}"); width: {px(14)}px; height: {px(14)}px; }}
QComboBox QAbstractItemView {{
    background: {t.surface}; border: {px(1)}px solid {t.border_strong}; padding: {px(4)}px; outline: none; }}
QComboBox QAbstractItemView::item {{ min-height: {px(32)}px; padding: 0 {px(8)}px; color: {t.text}; }}
QComboBox QAbstractItemView::item:selected {{ background: {t.primary_soft}; color: {t.on_soft}; }}
QMenu {{ background: {t.surface}; border: {px(1)}px solid {t.border_strong}; padding: {px(5)}px; menu-scrollable: 1; }}
QMenu::item {{ padding: {px(7)}px {px(22)}px {px(7)}px {px(30)}px; border-radius: {px(5)}px; }}
QMenu::item:selected {{ background: {t.primary_soft}; color: {t.on_soft}; }}
QMenu::item:disabled {{ color: {t.muted}; }}
QMenu::indicator {{ width: {px(16)}px; height: {px(16)}px; left: {px(6)}px; }}
QMenu::indicator:checked {{ image: url("{icon_file("check")}"); }}
QMenu::separator {{ height: {px(1)}px; background: {t.border}; margin: {px(4)}px {px(8)}px; }}
QToolTip {{ background: {t.text}; color: {t.surface}; border: none; padding: {px(5)}px {px(8)}px; }}
QScrollArea, QScrollArea > QWidget > QWidget[ground="clear"] {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: {px(10)}px; margin: {px(2)}px; }}
QScrollBar:horizontal {{ background: transparent; height: {px(10)}px; margin: {px(2)}px; }}
QScrollBar::handle {{ background: {t.border_strong}; border-radius: {px(3)}px; }}
QScrollBar::handle:vertical {{ min-height: {px(32)}px; }}
QScrollBar::handle:horizontal {{ min-width: {px(32)}px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: none; border: none; width: 0; height: 0; }}
QTableView {{ background: transparent; border: none; outline: none; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{
    background: {t.surface}; color: {t.muted}; border: none; border-bottom: {px(1)}px solid {t.border};
    padding: 0 {px(12)}px; height: {px(34)}px; }}
QHeaderView::section:hover, QHeaderView::section:focus {{ color: {t.text}; }}
QHeaderView::up-arrow, QHeaderView::down-arrow {{
    subcontrol-position: center right; right: {px(6)}px; width: {px(14)}px; height: {px(14)}px; }}
QHeaderView::up-arrow {{ image: url("{icon_file("chevron-up")}"); }}
QHeaderView::down-arrow {{ image: url("{icon_file("chevron-down")}"); }}
QTableCornerButton::section {{ background: {t.surface}; border: none; }}
QListView, QTreeView {{
    background: {t.surface}; border: {px(1)}px solid {t.border_strong}; border-radius: {px(8)}px; outline: none; }}
QListView::item, QTreeView::item {{ padding: {px(5)}px {px(8)}px; color: {t.text}; }}
QListView::item:selected, QTreeView::item:selected {{ background: {t.primary_soft}; color: {t.on_soft}; }}
QDialogButtonBox QPushButton, QMessageBox QPushButton, QFileDialog QPushButton {{
    background: {t.surface}; border: {px(1)}px solid {t.border_strong}; border-radius: {px(8)}px;
    padding: {px(6)}px {px(16)}px; min-height: {px(22)}px; }}
QDialogButtonBox QPushButton:default {{
    background: {t.primary}; color: {t.on_primary}; border-color: {t.primary}; }}
QDialogButtonBox QPushButton:focus {{ border: {px(2)}px solid {t.focus}; }}
QCalendarWidget QToolButton {{ color: {t.text}; padding: {px(5)}px; background: {t.surface}; border: none; }}
QCalendarWidget QTableView {{ background: {t.surface}; }}
QCalendarWidget QToolButton#qt_calendar_prevmonth {{ qproperty-icon: url("{icon_file("chevron-left")}"); }}
QCalendarWidget QToolButton#qt_calendar_nextmonth {{ qproperty-icon: url("{icon_file("chevron-right")}"); }}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {t.surface}; }}
QCheckBox, QRadioButton {{ spacing: {px(9)}px; min-height: {px(26)}px; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {px(18)}px; height: {px(18)}px; }}
QCheckBox::indicator:unchecked {{ image: url("{icon_file("square")}"); }}
QCheckBox::indicator:checked {{ image: url("{icon_file("square-check")}"); }}
QRadioButton::indicator:unchecked {{ image: url("{icon_file("circle")}"); }}
QRadioButton::indicator:checked {{ image: url("{icon_file("circle-dot")}"); }}
.QCheckBox, .QRadioButton {{ border: {px(2)}px solid transparent; border-radius: {px(6)}px; padding: 0 {px(2)}px; }}
.QCheckBox:focus, .QRadioButton:focus {{ border-color: {t.focus}; }}
"""
