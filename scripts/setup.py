"""Makes the checkout ready to run: Python environment from the lock, and the system packages that Qt needs.

Standard library only, for a bare Python 3.11+ on Debian 12 or Windows 10/11. Does nothing where all is ready.
Options: ``--tests`` also wants what the tests use (Xvfb, a browser, the accessibility bus).
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")

LIBRARIES = {
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libcups.so.2": "libcups2",
}
"""Shared library that Qt opens -> Debian package that brings it."""

TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "chromium": "chromium",
    "chromedriver": "chromium-driver",
    "dbus-run-session": "dbus",
}
"""Program that the tests start -> Debian package that brings it."""


def say(words: str) -> None:
    """Tell the person at the terminal what happens."""
    print(words, flush=True)


def stop(words: str) -> None:
    """Tell what is wrong and how to mend it, and end."""
    sys.exit(f"\n{words}\n")


def missing_packages(tests: bool) -> list[str]:
    """Debian packages that are not there yet; empty elsewhere than on a Debian-like system."""
    if WINDOWS or not sys.platform.startswith("linux"):
        return []
    known = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=False).stdout
    wanted = [package for library, package in LIBRARIES.items() if library not in known]
    if tests:
        wanted += [package for program, package in TEST_PROGRAMS.items() if shutil.which(program) is None]
    if importlib.util.find_spec("ensurepip") is None:
        wanted.append(f"python3.{sys.version_info.minor}-venv")
    return wanted


def install_packages(wanted: list[str]) -> None:
    """Install as root; a plain user gets the one line to type."""
    line = f"apt-get install -y --no-install-recommends {' '.join(wanted)}"
    if shutil.which("apt-get") is None:
        stop(f"Qt needs libraries that are not here yet. On Debian their packages are:\n  {' '.join(wanted)}")
    if os.geteuid() != 0:
        stop(f"Qt needs some system packages. Please run this line once, then try again:\n\n  sudo {line}")
    say(f"Installing system packages: {' '.join(wanted)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], env=quiet, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(line.split(), env=quiet, check=True, stdout=subprocess.DEVNULL)


def prepare_environment() -> None:
    """Make .venv and fill it from the lock, every file checked against its hash."""
    mark = VENV / "lock.sha256"
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest() + f" {sys.version_info.major}.{sys.version_info.minor}"
    if PYTHON.exists() and mark.exists() and mark.read_text() == wanted:
        return
    say("Preparing the Python environment in .venv (about 300 MB, once) ...")
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    install = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary=:all:"]
    subprocess.run([*install, "--require-hashes", "-r", str(LOCK)], check=True)
    mark.write_text(wanted)


def main() -> None:
    """Check Python, then system packages, then the environment."""
    if sys.version_info < (3, 11):
        stop(f"Balai needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    wanted = missing_packages(tests="--tests" in sys.argv)
    if wanted:
        install_packages(wanted)
    prepare_environment()


if __name__ == "__main__":
    main()
