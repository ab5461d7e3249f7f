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

WAYLAND = {"libwayland-cursor.so.0": "libwayland-cursor0"}
"""The same, for whoever sits at a Wayland screen."""

TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "chromium": "chromium",
    "chromedriver": "chromium-driver",
    "dbus-run-session": "dbus",
}
"""Program that the tests start -> Debian package that brings it."""

TEST_FILES = {
    "usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "usr/lib/python3/dist-packages/gi/__init__.py": "python3-gi",
    "usr/lib/*/girepository-1.0/Atspi-2.0.typelib": "gir1.2-atspi-2.0",
    "usr/lib/postgresql/*/bin/initdb": "postgresql",
    "usr/sbin/haproxy": "haproxy",
}
"""File of the accessibility bus, on which a test listens as a screen reader does, of the district's other kind of
database, and of what leads to many districts, which stand in nobody's PATH -> Debian package that brings it."""


UPDATE = "apt-get update -q"


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
    opened = LIBRARIES | (WAYLAND if os.environ.get("WAYLAND_DISPLAY") else {})
    wanted = [package for library, package in opened.items() if library not in known]
    if tests:
        wanted += [package for program, package in TEST_PROGRAMS.items() if shutil.which(program) is None]
        wanted += [package for file, package in TEST_FILES.items() if not any(Path("/").glob(file))]
    if importlib.util.find_spec("ensurepip") is None:
        wanted.append(f"python3.{sys.version_info.minor}-venv")
    return wanted


def install_packages(wanted: list[str]) -> None:
    """Install as root; a plain user gets the one line to type."""
    line = f"apt-get install -y --no-install-recommends {' '.join(wanted)}"
    if shutil.which("apt-get") is None:
        stop(f"Balai needs system packages that are not here yet. On Debian they are:\n  {' '.join(wanted)}")
    if os.geteuid() != 0:
        root = "sudo sh -c" if shutil.which("sudo") else "su -c"
        typed = f"{root} '{UPDATE} && {line}'"
        stop(f"Balai needs some system packages. Please run this line once, then try again:\n\n  {typed}")
    say(f"Installing system packages: {' '.join(wanted)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (UPDATE, line):
        if subprocess.run(command.split(), env=quiet, check=False, stdout=subprocess.DEVNULL).returncode:
            stop(f"The system packages could not be installed. What apt-get said stands above; it was asked:\n  {line}")


def prepare_environment() -> None:
    """Make .venv and fill it from the lock, every file checked against its hash."""
    mark = VENV / "lock.sha256"
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    wanted = f"{hashlib.sha256(LOCK.read_bytes()).hexdigest()} {python}"
    held = mark.read_text() if PYTHON.exists() and mark.exists() else ""
    if held == wanted:
        return
    say("Preparing the Python environment in .venv (about 300 MB, once) ...")
    if not held.endswith(f" {python}"):
        # None yet, one that was interrupted, or one of another Python: made anew.
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
    install = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary=:all:"]
    if subprocess.run([*install, "--require-hashes", "-r", str(LOCK)], check=False).returncode:
        stop("The Python packages could not be fetched. What pip said stands above; with a network, try once more.")
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
