"""The files for a district's machine name commands and folders that there are."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.hub.command import parser
from tests.machine import lacks

FOLDER = Path(__file__).resolve().parents[2] / "installer" / "hub"
UNITS = sorted(FOLDER.glob("*.service"))


def settings(unit: Path, name: str) -> list[str]:
    """The values of one key of a unit."""
    return re.findall(rf"^{name}=(.*)$", unit.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_starts_what_the_hub_understands(unit: Path) -> None:
    environment = dict(pair.split("=") for line in settings(unit, "Environment") for pair in line.split())
    (command,) = settings(unit, "ExecStart")
    words = shlex.split(re.sub(r"\$\{?(\w+)\}?", lambda found: environment[found.group(1)], command))
    assert words[:3] == ["/opt/balai/.venv/bin/python", "-m", "app.hub"]
    asked = parser().parse_args(words[3:])
    assert (asked.data.as_posix(), asked.keys.as_posix()) == ("/var/lib/balai", "/etc/balai/keys")
    writable = " ".join((*settings(unit, "ReadWritePaths"), *settings(unit, "StateDirectory"))).split()
    assert "/etc/balai/keys" in writable
    assert {"/var/lib/balai", "balai"} & set(writable)


def test_every_file_is_told_of_and_every_file_told_of_is_there() -> None:
    told = (FOLDER.parents[1] / "docs" / "deploy.md").read_text("utf-8")
    for name in re.findall(r"installer/hub/([\w.*-]+\w)", told):
        assert list(FOLDER.glob(name)), name
    for path in FOLDER.iterdir():
        assert any(path.match(name) for name in re.findall(r"installer/hub/([\w.*-]+\w)", told)), path.name


@pytest.mark.parametrize("unit", [*UNITS, *FOLDER.glob("*.timer")], ids=lambda unit: unit.name)
def test_systemd_understands_a_unit(unit: Path, tmp_path: Path) -> None:
    """As it is shipped, but for the folder of the program, which is not on this machine."""
    if shutil.which("systemd-analyze") is None:
        lacks("needs systemd-analyze (apt-get install systemd)")
    for one in [*UNITS, *FOLDER.glob("*.timer")]:
        told = one.read_text("utf-8").replace("/opt/balai/.venv/bin/python", sys.executable)
        (tmp_path / one.name).write_text(told)
    ran = subprocess.run(
        ["systemd-analyze", "verify", tmp_path / unit.name],
        capture_output=True,
        text=True,
        env={**os.environ, "SYSTEMD_UNIT_PATH": f"{tmp_path}:"},
    )
    assert (ran.returncode, ran.stderr) == (0, "")
