"""The contract that keeps Qt out of presenters covers every presenter and state, today's and tomorrow's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONTRACT = "Presenters, their states and whatever else shows nothing know no Qt"
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"
UTF8 = os.environ | {"PYTHONUTF8": "1"}
"""import-linter draws with more than a Windows console's own letters."""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """The program's files once more, to build something onto."""
    for folder in ("app", "scripts"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def broken(house: Path) -> str:
    """What import-linter says of the one contract that this house breaks; empty where it keeps them all."""
    lint = [sys.executable, "-c", LINT, "--no-logo", "--no-cache"]
    done = subprocess.run(lint, cwd=house, capture_output=True, encoding="utf-8", env=UTF8, check=False)
    if done.returncode == 0:
        return ""
    assert f"{CONTRACT} BROKEN" in done.stdout, done.stdout + done.stderr
    assert " 1 broken" in done.stdout
    return done.stdout


def test_the_house_as_it_stands_keeps_it(house: Path) -> None:
    assert broken(house) == ""


@pytest.mark.parametrize("name", ["tally_presenter", "tally_state", "presenters"])
def test_a_new_presenter_or_state_is_held_to_know_no_qt(house: Path, name: str) -> None:
    screen = house / "app" / "ui" / "screens" / "beranda"
    with_qt = '"""New."""\n\nfrom PySide6 import QtCore\n\nHELD = QtCore\n'
    (screen / "tally_view.py").write_text(with_qt)
    assert broken(house) == ""
    (screen / f"{name}.py").write_text(with_qt)
    assert f"app.ui.screens.beranda.{name} -> PySide6" in broken(house)


@pytest.mark.parametrize("module", ["usulan.form_presenter", "usulan.sheet", "kunjungan.session"])
def test_a_way_around_breaks_it_too(house: Path, module: str) -> None:
    file = house.joinpath("app", "ui", "screens", *module.split(".")).with_suffix(".py")
    further = "\nfrom app.ui.widgets import text as held  # noqa: E402\n\nHELD = held\n"
    file.write_text(file.read_text("utf-8") + further, "utf-8")
    assert f"app.ui.screens.{module} -> app.ui.widgets.text" in broken(house)
