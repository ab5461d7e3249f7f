"""The files for a district's machine name commands and folders that there are."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from app.hub.command import parser

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
