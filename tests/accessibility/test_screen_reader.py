"""The program as a screen reader finds it: over the accessibility bus, from another process, on a real X screen."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from app.composition.places import PRACTICE_PASSWORD
from tests.machine import lacks

ROOT = Path(__file__).resolve().parents[2]
READER = Path(__file__).with_name("reader.py")
DEBIAN_PYTHON = "/usr/bin/python3"


def lacking() -> str:
    """What this machine lacks for the bus, in words; empty where it has all."""
    for name in ("xvfb-run", "dbus-run-session", DEBIAN_PYTHON):
        if shutil.which(name) is None:
            return f"needs {name}"
    if not Path("/usr/libexec/at-spi-bus-launcher").exists():
        return "needs at-spi2-core"
    asked = [DEBIAN_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    if subprocess.run(asked, capture_output=True, check=False).returncode:
        return "needs python3-gi and gir1.2-atspi-2.0"
    return ""


def test_a_screen_reader_unlocks_walks_and_hears_a_row(practice_copy: Path, tmp_path: Path) -> None:
    if words := lacking():
        lacks(words)
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    own = os.environ | {
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_QPA_PLATFORM": "xcb",
        "XDG_RUNTIME_DIR": str(runtime),
        "NO_AT_BRIDGE": "1",
    }
    program = [sys.executable, "-m", "app", "--practice", "--data", str(practice_copy)]
    done = subprocess.run(
        ["xvfb-run", "-a", "dbus-run-session", "--", DEBIAN_PYTHON, str(READER), PRACTICE_PASSWORD, *program],
        cwd=ROOT,
        env=own,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert {"Beranda", "Keluarga", "Kunjungan", "Usulan", "Kirim & terima", "Pengaturan"} <= set(told["navigation"])
    assert told["rows"] > 200
    assert "RT" in told["row"]
    assert told["row"].count(",") >= 2
    assert told["role"] == "radio button"
