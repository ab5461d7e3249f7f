"""What tests need of the machine beyond Python: programs, a browser, a disk that is soon full.

A desk that lacks one skips the test and says so; CI, which installs all of it (`scripts/setup.py --tests`), fails
instead, so that nothing is left untested in silence.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def lacks(words: str) -> NoReturn:
    """This machine lacks what the test needs: `words` say what."""
    if os.environ.get("CI"):
        pytest.fail(f"{words}; scripts/setup.py --tests installs it", pytrace=False)
    pytest.skip(words)


@contextlib.contextmanager
def browser(*flags: str) -> Iterator[webdriver.Chrome]:
    """A real browser without a window, with further command line `flags`."""
    driver = os.environ.get("CHROMEDRIVER", "/usr/bin/chromedriver")
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    if not (Path(driver).exists() and Path(chromium).exists()):
        lacks("needs chromium and chromium-driver")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = webdriver.ChromeOptions()
        options.binary_location = chromium
        for flag in (*_FLAGS, *flags, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        found = webdriver.Chrome(options, Service(driver))
        yield found
        with contextlib.suppress(OSError):
            found.quit()


@contextlib.contextmanager
def small_disk(place: Path, size: str) -> Iterator[Path]:
    """A disk of its own at `place` (made), `size` as mount takes it (``3m``)."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)], capture_output=True)
    if mounted.returncode != 0:
        pytest.skip(f"no small disk can be mounted here: {mounted.stderr.decode().strip()}")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def open_to_others(path: Path) -> int:
    """The bits of a file's mode that let others than its owner at it.

    0 on Windows: a mode there tells only whether the file may be written, and who may read it comes from its folder.
    """
    return 0 if sys.platform == "win32" else path.stat().st_mode & 0o077


def fill(disk: Path, leave: int = 0) -> Path:
    """Leave so many bytes free on a small disk; gives the ballast, which makes room again when it goes."""
    ballast = disk / "ballast"
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    ballast.write_bytes(bytes(max(0, free - leave)))
    return ballast
