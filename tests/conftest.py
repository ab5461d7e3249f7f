"""Fixtures for all tests: Qt without a screen, a dressed application, and a watch on the UI thread."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A stick that happens to be in this machine, and its owner's downloads, are not for tests: they are offered none, and
# make their own (the variable lists no folder; an empty one would be no variable on Windows).
os.environ["BALAI_STICKS"] = os.pathsep
if sys.platform == "win32":  # where Qt without a screen knows no fonts, and warns of it, unless it is told of some
    os.environ.setdefault("QT_QPA_FONTDIR", str(Path(__file__).parents[1] / "resources" / "fonts"))

pytest_plugins = ["tests.villages", "tests.postgres"]

# CI always plays the same examples, so that a red run is the change's own; at a desk every run looks further.
# How long an example takes to be made says how busy the machine is.
settings.register_profile("ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci" if os.environ.get("CI") else "desk")


def pytest_addoption(parser: pytest.Parser) -> None:
    """How far the storms go."""
    parser.addoption(
        "--schedules", help="schedules of roads and accidents drawn anew (default: 12, the same ones always)"
    )
    parser.addoption("--fuzz-hub", default="6", help="calls of each kind that are made to the hub (1000: an hour)")
    parser.addoption("--fuzz", default="20", help="spoilt messages for each reader of foreign bytes (10000: an hour)")
    parser.addoption("--every-byte", action="store_true", help="cut lines at every byte, and not at every 97th")


PATIENCE_MS = 60_000
"""How long a test waits for what has to come. It guards against a hang and measures nothing: machines may be busy."""


WHOLE_EVERY = 40
"""Tests after which everything is collected, and not only what is young."""


def pytest_configure(config: pytest.Config) -> None:
    """The offscreen platform says this of every window; it is no fault of ours.

    Garbage is collected as in the program (app.ui.collector): by the UI thread alone. A lane's thread that happens to
    collect a window in a cycle would take Qt's objects apart under the UI thread's hands.
    """
    gc.disable()
    for wait in ("waitUntil", "waitSignal", "waitSignals", "waitCallback", "waitActive", "waitExposed"):
        getattr(QtBot, wait).__kwdefaults__["timeout"] = PATIENCE_MS
    config.addinivalue_line("qt_log_ignore", r"This plugin does not support propagateSizeHints\(\)")


def pytest_runtest_logfinish(nodeid: str) -> None:
    """Collect between two tests, on the thread that owns the windows."""
    global _played
    _played += 1
    gc.disable()
    gc.collect(2 if _played % WHOLE_EVERY == 0 else 1)


_played = 0


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The name pytest-qt gives to the application."""
    return ["balai-tests"]


@pytest.fixture
def dressed(qapp: object) -> Iterator[Callable[[str, float], None]]:
    """An application in the light theme, speaking Indonesian; call it to wear another theme or scale."""
    from typing import cast

    from PySide6.QtWidgets import QApplication

    from app.ui.application import prepare
    from app.ui.theme import ThemeChoice, look

    prepare(cast("QApplication", qapp))

    def wear(choice: str, scale: float = 1.0) -> None:
        look().wear(cast("ThemeChoice", choice), scale)

    yield wear
    look().wear("light", 1.0)


@pytest.fixture
def no_stall(dressed: object, request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails the test when Balai keeps the UI thread for more than 100 ms (tests/watch.py says how that is measured)."""
    from tests.watch import watched

    with watched(request.node.name):
        yield


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What the watched tests were allowed, and what they took."""
    watch = sys.modules.get("tests.watch")
    if watch is not None and watch.told:
        terminalreporter.section("the UI thread")
        for line in watch.told:
            terminalreporter.line(line)
