"""The lock screen is what a cold start waits for: nothing heavy may be loaded before it is painted."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "PIL",
    "alembic",
    "argon2",
    "asyncio",
    "cryptography.x509",
    "fastapi",
    "openpyxl",
    "pydantic",
    "python_calamine",
    "rapidfuzz",
    "requests",
    "segno",
    "sqlalchemy",
    "sqlcipher3",
    "ssl",
    "starlette",
    "urllib3",
    "uvicorn",
    "xlsxwriter",
    "zstandard",
    "app.composition.desk",
    "app.composition.window",
    "app.hub",
    "app.practice",
    "app.sheets",
    "app.storage.database",
    "app.sync",
    "app.ui.screens.keluarga",
)


@pytest.fixture(scope="module")
def loaded(practice_folder: Path) -> list[str]:
    """What a fresh process has loaded when the lock screen is painted with its people."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.lock_window", str(practice_folder)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=True,
        timeout=240,
    )
    return done.stdout.split()[1:]


def test_the_lock_screen_stands_before_anything_heavy_is_loaded(loaded: list[str]) -> None:
    assert "app.ui.screens.masuk.page" in loaded
    assert [name for name in HEAVY if name in loaded] == []


def test_the_lock_screen_needs_few_modules_at_all(loaded: list[str]) -> None:
    assert len(loaded) < 450
