"""The contract that keeps Qt out of presenters covers every presenter and state, today's and tomorrow's."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONTRACT = "Presenters, their states and whatever else shows nothing know no Qt"
BY_NAME = re.compile(r"(^|_)(presenters?|state)$")


def covered(house: Path) -> list[str]:
    """The modules and packages that the contract names, as patterns of import-linter."""
    told = tomllib.loads((house / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    (named,) = [one["source_modules"] for one in told if one["name"] == CONTRACT]
    return [str(one) for one in named]


def holds(pattern: str, module: str) -> bool:
    """Whether a pattern names a module, or a package that it lies in."""
    return re.fullmatch(re.escape(pattern).replace(r"\*", "[^.]+") + r"(\..+)?", module) is not None


def left_out(house: Path) -> list[str]:
    """Modules of the window that are presenters or states by name, and that no pattern names."""
    files = sorted((house / "app" / "ui").rglob("*.py"))
    modules = [".".join(one.relative_to(house).with_suffix("").parts) for one in files]
    patterns = covered(house)
    return [
        one
        for one in modules
        if BY_NAME.search(one.rpartition(".")[2]) and not any(holds(pattern, one) for pattern in patterns)
    ]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """The program's files once more, to build something onto."""
    shutil.copytree(ROOT / "app", tmp_path / "app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_presenter_and_state_is_held_to_know_no_qt() -> None:
    assert left_out(ROOT) == [], "name these in the contract in pyproject.toml"


def test_a_new_presenter_and_a_new_state_are_asked_for(house: Path) -> None:
    screen = house / "app" / "ui" / "screens" / "beranda"
    (screen / "tally_presenter.py").write_text('"""New."""\n')
    (screen / "tally_state.py").write_text('"""New."""\n\nfrom PySide6 import QtCore\n\nHELD = QtCore\n')
    (screen / "tally_view.py").write_text('"""New."""\n\nfrom PySide6 import QtCore\n\nHELD = QtCore\n')
    new = [f"app.ui.screens.beranda.tally_{kind}" for kind in ("presenter", "state")]
    assert left_out(house) == new


@pytest.mark.parametrize("way", ["from PySide6 import QtCore as held", "from app.ui.widgets import text as held"])
def test_a_presenter_that_reaches_qt_by_whatever_way_breaks_the_contract(house: Path, way: str) -> None:
    presenter = house / "app" / "ui" / "screens" / "usulan" / "form_presenter.py"
    presenter.write_text(presenter.read_text() + f"\n{way}  # noqa: E402\n\nHELD = held\n")
    lint = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache"]
    done = subprocess.run(lint, cwd=house, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout
    assert f"{CONTRACT} BROKEN" in done.stdout
    assert "5 kept, 1 broken" in done.stdout
