"""Crash reports: what a mender needs of a bug, without a name, a number or a path of anybody."""

from __future__ import annotations

import platform
import sys
import threading
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from app import __version__

_KEPT = 20
"""Older reports make room for newer ones."""


def report_crashes(folder: Path) -> None:
    """Write a report into `folder` for every exception that nobody handles; the program goes on where it can."""

    def write(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = crash_report(kind, trace)
        sys.stderr.write(report)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            now = datetime.now(UTC)
            (folder / f"{now:%Y%m%dT%H%M%S%f}.txt").write_text(report, "utf-8")
            for old in sorted(folder.glob("*.txt"))[:-_KEPT]:
                old.unlink()
        except OSError:
            sys.stderr.write("The report could not be kept.\n")

    def write_of_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            write(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = write
    threading.excepthook = write_of_thread


def crash_report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Kind of the exception and where it happened. Its words are left out: they may hold a name or a NIK."""
    lines = [f"Balai {__version__}, Python {platform.python_version()}, {platform.system()}", f"{kind.__name__} at"]
    for frame in traceback.extract_tb(trace):
        lines.append(f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}")
    return "\n".join(lines) + "\n"
