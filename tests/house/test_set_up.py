"""The two commands on a fresh machine: what it lacks is named or installed; without a screen there are pictures."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534
needs_debian = pytest.mark.skipif(
    shutil.which("apt-get") is None or sys.platform != "linux", reason="speaks of Debian's packages"
)

AS_A_PLAIN_USER = f"""
import os, sys
sys.path.insert(0, "scripts")
import setup
if os.geteuid() == 0:
    os.setuid({NOBODY})
setup.install_packages(["xvfb", "libegl1"])
print("went on")
"""


def run(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A Python of its own that runs this code beside scripts/."""
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


@pytest.fixture
def programs() -> Iterator[Path]:
    """A folder of programs that a plain user may look into too."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@needs_debian
@pytest.mark.parametrize("sudo", [True, False])
def test_a_plain_user_is_told_one_line_to_type_and_nothing_is_installed(programs: Path, sudo: bool) -> None:
    (programs / "apt-get").write_text("#!/bin/sh\necho apt-get was called\n")
    (programs / "sudo").write_text("#!/bin/sh\necho sudo was called\n")
    for name in ("apt-get", *(("sudo",) if sudo else ())):
        (programs / name).chmod(0o755)
    done = run(AS_A_PLAIN_USER, PATH=str(programs))
    assert done.returncode == 1
    lines = [line.strip() for line in done.stderr.splitlines() if "apt-get" in line]
    begins = "sudo sh -c" if sudo else "su -c"
    install = "apt-get install -y --no-install-recommends xvfb libegl1"
    assert lines == [f"{begins} 'apt-get update -q && {install}'"]
    assert "was called" not in done.stdout
    assert "went on" not in done.stdout


@needs_debian
@pytest.mark.parametrize("tests", [False, True])
def test_what_a_machine_lacks_is_named_by_its_package(tmp_path: Path, tests: bool) -> None:
    bare = (
        "import sys; sys.path.insert(0, 'scripts'); import setup; "
        "setup.LIBRARIES = {'libnobodyhas.so.7': 'libnobodyhas7'}; "
        "setup.WAYLAND = {'libnobodyhas-wayland.so.7': 'libnobodyhas-wayland'}; "
        f"print(*setup.missing_packages({tests}))"
    )
    lacking = run(bare, PATH=str(tmp_path), WAYLAND_DISPLAY="").stdout.split()
    assert lacking[0] == "libnobodyhas7"
    assert "libnobodyhas-wayland" not in lacking
    assert "libnobodyhas-wayland" in run(bare, PATH=str(tmp_path), WAYLAND_DISPLAY="wayland-0").stdout.split()
    assert ("xvfb" in lacking) == ("chromium-driver" in lacking) == tests


def test_without_a_screen_the_tour_is_played_and_leaves_pictures(tmp_path: Path) -> None:
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    bare.pop("QT_QPA_PLATFORM", None)
    # Windows is never without a screen, but its tour must play all the same.
    start = ["scripts/tour.py", "--quick"] if sys.platform == "win32" else ["scripts/run.py"]
    done = subprocess.run(
        [sys.executable, *start, "--only", "03-beranda", "--no-hub", "--out", str(tmp_path)],
        cwd=ROOT,
        env=bare,
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("There is no screen here") == (sys.platform != "win32")
    assert "propagateSizeHints" not in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["03-beranda-light-100.png"]


def test_what_windows_reads_line_by_line_ends_its_lines_as_windows_does() -> None:
    """With bare LF cmd.exe does not find every label that ``goto`` asks for."""
    read = (ROOT / "make.cmd").read_bytes()
    assert read.count(b"\n") == read.count(b"\r\n") > 0
    assert "* -text" in (ROOT / ".gitattributes").read_text().splitlines()  # git changes none of that
