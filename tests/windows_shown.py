"""Which windows open while something happens, by Qt's own log.

An event filter over the whole application would see them too, but Qt hands a filter objects that are half gone: written
in Python it now and then takes the process down with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLoggingCategory, QMessageLogContext, QtMsgType, qInstallMessageHandler

_CATEGORY = "qt.widgets.showhide"
_SHOWN = re.compile(r'Setting visibility of QWidgetWindow\(\w+, name="(\w+)"\) to true')


@contextmanager
def windows_shown() -> Iterator[list[str]]:
    """The windows shown until the block ends, by class or object name: ``QPushButtonClassWindow``, ``nameWindow``."""
    found: list[str] = []

    def hear(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        if getattr(context, "category", "") == _CATEGORY:
            shown = _SHOWN.match(words)
            if shown:
                found.append(shown[1])
        elif callable(before):
            before(kind, context, words)

    before = qInstallMessageHandler(hear)
    QLoggingCategory.setFilterRules(f"{_CATEGORY}.debug=true")
    try:
        yield found
    finally:
        QLoggingCategory.setFilterRules("")
        qInstallMessageHandler(before)
