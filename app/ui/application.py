"""Makes the QApplication: theme, fonts, language, and the collector that runs on the UI thread alone."""

from __future__ import annotations

import logging
import os
import sys

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyleFactory

from app.ui.collector import Collector
from app.ui.theme import ThemeChoice, look
from app.ui.translation import use_language
from app.ui.wording import Language


def has_screen() -> bool:
    """Whether a window could be shown here: Windows and macOS always, Linux with X11, Wayland or a chosen platform."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def make_application(
    arguments: list[str], language: Language = "id", choice: ThemeChoice = "system", scale: float = 1.0
) -> QApplication:
    """The one application of this process, dressed and speaking; windows are made afterwards."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    QCoreApplication.setApplicationName("Balai")
    QCoreApplication.setOrganizationName("Balai")
    QGuiApplication.setDesktopFileName("balai")
    app = QApplication(arguments)
    prepare(app, language, choice, scale)
    look().follow_system()
    Collector(app).start()
    if os.environ.get("BALAI_WATCHDOG"):
        _watch(app)
    return app


def _watch(app: QApplication) -> None:
    """For whoever looks for stalls: tell at the end where the UI thread was for more than 100 ms."""
    from app.ui.watchdog import Watchdog

    dog = Watchdog(parent=app)

    def report() -> None:
        dog.stop()
        for stall in dog.stalls:
            logging.getLogger("balai.watchdog").warning("stall: %s", stall)

    app.aboutToQuit.connect(report)
    dog.start()


def prepare(
    app: QApplication, language: Language = "id", choice: ThemeChoice = "light", scale: float = 1.0
) -> QApplication:
    """Dress an application that exists (tests have theirs already)."""
    app.setStyle(QStyleFactory.create("Fusion"))
    use_language(language)
    look().wear(choice, scale)
    return app
